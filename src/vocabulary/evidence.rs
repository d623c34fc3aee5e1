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
