//! How well a fact is known, and from where: every table of facts is written in groups of rows that share their evidence.
//!
//! [`facts!`](crate::vocabulary::evidence::facts) makes of such groups one flat table, as rules read it, and beside it the
//! list of its groups, as a test reads it.

/// How well a fact is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EvidenceGrade {
    /// Read in the text that settles it: the regulation, the dictionary, the document in which a spelling stands.
    A,
    /// An official page, a manual or the preamble of a later regulation says so.
    B,
    /// Known, not read again: ask before relying on it.
    C,
}

/// Rows that stand in one place of a table, and what they rest on.
#[derive(Debug, Clone, Copy)]
pub struct Evidence {
    /// How well the rows are known.
    pub grade: EvidenceGrade,
    /// Who says so, or where it was seen.
    pub from: &'static str,
    /// When it was looked at: ISO date.
    pub date: &'static str,
    /// How many rows.
    pub rows: usize,
}

/// Writes a table of facts in groups of one evidence each: `facts! { /// doc TABLE, TABLE_EVIDENCE: Row = (A, "from", "date") [ rows ] … }`.
macro_rules! facts {
    ($(#[$doc:meta])* $table:ident, $evidence:ident: $row:ty = $(($grade:ident, $from:literal, $date:literal) [$($fact:expr),* $(,)?])*) => {
        $(#[$doc])*
        pub const $table: &[$row] = &[$($($fact,)*)*];

        /// What the rows of the table above rest on, group by group.
        pub const $evidence: &[$crate::vocabulary::evidence::Evidence] = &[$(
            $crate::vocabulary::evidence::Evidence {
                grade: $crate::vocabulary::evidence::EvidenceGrade::$grade,
                from: $from,
                date: $date,
                rows: { const ROWS: &[$row] = &[$($fact),*]; ROWS.len() },
            }
        ),*];
    };
}

pub(crate) use facts;

#[cfg(test)]
mod tests {
    use super::{Evidence, EvidenceGrade};
    use crate::vocabulary::repeals::{REPEALS, TABLE_DATE};
    use crate::vocabulary::{amendments, document_synonyms, months, office_names, ranks, renamings, titles, typos};

    /// Every table of facts: its name, its length, and its groups.
    const TABLES: &[(&str, usize, &[Evidence])] = &[
        ("AMENDMENTS", amendments::AMENDMENTS.len(), amendments::AMENDMENTS_EVIDENCE),
        ("DEGREES", office_names::DEGREES.len(), office_names::DEGREES_EVIDENCE),
        ("FOREIGN_OFFICES", office_names::FOREIGN_OFFICES.len(), office_names::FOREIGN_OFFICES_EVIDENCE),
        ("GLUED", typos::GLUED.len(), typos::GLUED_EVIDENCE),
        ("HEADS_WITHOUT_NIP", office_names::HEADS_WITHOUT_NIP.len(), office_names::HEADS_WITHOUT_NIP_EVIDENCE),
        ("LOCAL_HEADS", office_names::LOCAL_HEADS.len(), office_names::LOCAL_HEADS_EVIDENCE),
        ("MONTHS", months::MONTHS.len(), months::MONTHS_EVIDENCE),
        ("NONSTANDARD", typos::NONSTANDARD.len(), typos::NONSTANDARD_EVIDENCE),
        ("OFFICES", office_names::OFFICES.len(), office_names::OFFICES_EVIDENCE),
        ("RANKS", ranks::RANKS.len(), ranks::RANKS_EVIDENCE),
        ("RENAMINGS", renamings::RENAMINGS.len(), renamings::RENAMINGS_EVIDENCE),
        ("SCANNED_NONSENSE", typos::SCANNED_NONSENSE.len(), typos::SCANNED_NONSENSE_EVIDENCE),
        ("SIMPLIFIED_OFFICES", office_names::SIMPLIFIED_OFFICES.len(), office_names::SIMPLIFIED_OFFICES_EVIDENCE),
        ("SYNONYMS", document_synonyms::SYNONYMS.len(), document_synonyms::SYNONYMS_EVIDENCE),
        ("TITLES", titles::TITLES.len(), titles::TITLES_EVIDENCE),
        ("TYPOS", typos::TYPOS.len(), typos::TYPOS_EVIDENCE),
    ];

    fn is_iso(date: &str) -> bool {
        let digits =
            |from: usize, to: usize| date.get(from..to).is_some_and(|it| it.bytes().all(|b| b.is_ascii_digit()));
        date.len() == 10 && digits(0, 4) && digits(5, 7) && digits(8, 10) && &date[4..5] == "-" && &date[7..8] == "-"
    }

    #[test]
    fn every_row_of_a_table_of_facts_says_how_well_and_since_when_it_is_known() {
        for (name, rows, groups) in TABLES {
            assert_eq!(groups.iter().map(|group| group.rows).sum::<usize>(), *rows, "{name}");
            for group in *groups {
                assert!(group.rows > 0 && !group.from.is_empty() && is_iso(group.date), "{name}: {group:?}");
                let admits = ["belum", "tidak"].iter().any(|word| group.from.contains(word));
                assert_eq!(group.grade == EvidenceGrade::C, admits, "{name}: {group:?}");
            }
        }
        assert!(is_iso(TABLE_DATE) && REPEALS.iter().all(|row| !row.evidence.is_empty()));
    }

    /// The names of the tables that the files of this folder write as facts.
    #[test]
    fn no_table_of_facts_is_left_out_here() {
        let files = [
            include_str!("amendments.rs"),
            include_str!("document_synonyms.rs"),
            include_str!("months.rs"),
            include_str!("office_names.rs"),
            include_str!("ranks.rs"),
            include_str!("renamings.rs"),
            include_str!("titles.rs"),
            include_str!("typos.rs"),
        ];
        let written = files.iter().flat_map(|text| text.matches("_EVIDENCE: "));
        assert_eq!(written.count(), TABLES.len());
    }
}
