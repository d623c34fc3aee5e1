//! Regulations that were repealed: what cites them, by what they were replaced, since when, and how well we know.
//!
//! A month or day is given only where it was found; `None` in `since` means that not even the year was.

pub use super::evidence::EvidenceGrade;
use crate::model::RegulationKind::{
    self, GovernmentRegulation as Pp, Law as Uu, MinisterialDecree as Kepmen, MinisterialRegulation as Permen,
    PresidentialDecree as Keppres, PresidentialInstruction as Inpres, PresidentialRegulation as Perpres,
};

/// The day on which this table was put together: ISO date. What was repealed after it, no rule can know.
pub const TABLE_DATE: &str = "2026-11-22";

/// One repealed regulation.
#[derive(Debug, Clone, Copy)]
pub struct Repeal {
    /// Kind of what was repealed.
    pub kind: RegulationKind,
    /// Its number.
    pub number: &'static str,
    /// Its year.
    pub year: u16,
    /// The ministry that issued it, as a citation names it; empty for other kinds.
    pub issuer: &'static str,
    /// The regulation that took its place.
    pub replaced_by: &'static str,
    /// Since when: year, month, day.
    pub since: (u16, Option<u8>, Option<u8>),
    /// How well this is known.
    pub grade: EvidenceGrade,
    /// Where it stands: file and clause, or who says so.
    pub evidence: &'static str,
    /// What of it is still in force, where it was repealed in part ("sepanjang mengatur …").
    pub still: Option<&'static str>,
}

const fn row(
    (kind, number, year, issuer): (RegulationKind, &'static str, u16, &'static str),
    replaced_by: &'static str,
    since: (u16, Option<u8>, Option<u8>),
    (grade, evidence): (EvidenceGrade, &'static str),
) -> Repeal {
    Repeal { kind, number, year, issuer, replaced_by, since, grade, evidence, still: None }
}

/// The same, where a part of it was spared.
const fn except(still: &'static str, repeal: Repeal) -> Repeal {
    Repeal { still: Some(still), ..repeal }
}

const fn year(year: u16) -> (u16, Option<u8>, Option<u8>) {
    (year, None, None)
}

use EvidenceGrade::{A, B, C};

/// The table, by kind.
pub const REPEALS: &[Repeal] = &[
    row((Uu, "32", 2004, ""), "UU Nomor 23 Tahun 2014", year(2014), (A, "UU 23/2014 Pasal 409 huruf b")),
    row((Uu, "8", 2005, ""), "UU Nomor 23 Tahun 2014", year(2014), (A, "UU 23/2014 Pasal 409 huruf b")),
    row((Uu, "12", 2008, ""), "UU Nomor 23 Tahun 2014", year(2014), (A, "UU 23/2014 Pasal 409 huruf b")),
    row((Uu, "10", 2004, ""), "UU Nomor 12 Tahun 2011", year(2011), (A, "UU 12/2011, penutup")),
    row((Uu, "7", 1971, ""), "UU Nomor 43 Tahun 2009", year(2009), (A, "UU 43/2009 Pasal 91")),
    row((Uu, "8", 1974, ""), "UU Nomor 5 Tahun 2014", year(2014), (A, "UU 5/2014, penutup")),
    row((Uu, "43", 1999, ""), "UU Nomor 5 Tahun 2014", year(2014), (A, "UU 5/2014, penutup")),
    row((Uu, "5", 2014, ""), "UU Nomor 20 Tahun 2023", (2023, Some(10), Some(31)), (B, "JDIH Barito Utara")),
    row(
        (Uu, "23", 1992, ""),
        "UU Nomor 36 Tahun 2009, lalu UU Nomor 17 Tahun 2023",
        (2009, Some(10), Some(13)),
        (A, "UU 36/2009 Pasal 204"),
    ),
    row((Uu, "4", 1984, ""), "UU Nomor 17 Tahun 2023", (2023, Some(8), Some(8)), (A, "UU 17/2023 Pasal 454")),
    row((Uu, "29", 2004, ""), "UU Nomor 17 Tahun 2023", (2023, Some(8), Some(8)), (A, "UU 17/2023 Pasal 454")),
    row((Uu, "36", 2009, ""), "UU Nomor 17 Tahun 2023", (2023, Some(8), Some(8)), (A, "UU 17/2023 Pasal 454")),
    row((Uu, "44", 2009, ""), "UU Nomor 17 Tahun 2023", (2023, Some(8), Some(8)), (A, "UU 17/2023 Pasal 454")),
    row((Uu, "20", 2013, ""), "UU Nomor 17 Tahun 2023", (2023, Some(8), Some(8)), (A, "UU 17/2023 Pasal 454")),
    row((Uu, "18", 2014, ""), "UU Nomor 17 Tahun 2023", (2023, Some(8), Some(8)), (A, "UU 17/2023 Pasal 454")),
    row((Uu, "36", 2014, ""), "UU Nomor 17 Tahun 2023", (2023, Some(8), Some(8)), (A, "UU 17/2023 Pasal 454")),
    row((Uu, "38", 2014, ""), "UU Nomor 17 Tahun 2023", (2023, Some(8), Some(8)), (A, "UU 17/2023 Pasal 454")),
    row((Uu, "6", 2018, ""), "UU Nomor 17 Tahun 2023", (2023, Some(8), Some(8)), (A, "UU 17/2023 Pasal 454")),
    row((Uu, "4", 2019, ""), "UU Nomor 17 Tahun 2023", (2023, Some(8), Some(8)), (A, "UU 17/2023 Pasal 454")),
    row((Uu, "12", 1992, ""), "UU Nomor 22 Tahun 2019", (2019, Some(10), Some(18)), (A, "UU 22/2019 Pasal 130")),
    row((Uu, "23", 1997, ""), "UU Nomor 32 Tahun 2009", (2009, Some(10), Some(3)), (A, "UU 32/2009 Pasal 125")),
    row((Uu, "4", 1997, ""), "UU Nomor 8 Tahun 2016", (2016, Some(4), Some(15)), (A, "UU 8/2016 Pasal 151")),
    row((Uu, "6", 1974, ""), "UU Nomor 11 Tahun 2009", (2009, Some(1), Some(16)), (A, "UU 11/2009 Pasal 57")),
    row((Uu, "2", 1989, ""), "UU Nomor 20 Tahun 2003", (2003, Some(7), Some(8)), (A, "UU 20/2003 Pasal 76")),
    row((Uu, "33", 2004, ""), "UU Nomor 1 Tahun 2022", year(2022), (A, "UU 1/2022, penutup")),
    row((Uu, "28", 2009, ""), "UU Nomor 1 Tahun 2022", year(2022), (A, "UU 1/2022, penutup")),
    row((Pp, "58", 2005, ""), "PP Nomor 12 Tahun 2019", year(2019), (A, "PP 12/2019, penutup")),
    row((Pp, "41", 2007, ""), "PP Nomor 18 Tahun 2016", year(2016), (A, "PP 18/2016 Pasal 125")),
    row(
        (Pp, "8", 2003, ""),
        "PP Nomor 41 Tahun 2007, lalu PP Nomor 18 Tahun 2016",
        year(2007),
        (A, "PP 41/2007 Pasal 52"),
    ),
    row((Pp, "6", 2006, ""), "PP Nomor 27 Tahun 2014", year(2014), (A, "PP 27/2014 Pasal 109")),
    row((Pp, "38", 2008, ""), "PP Nomor 27 Tahun 2014", year(2014), (A, "PP 27/2014 Pasal 109")),
    row(
        (Pp, "30", 1980, ""),
        "PP Nomor 53 Tahun 2010, lalu PP Nomor 94 Tahun 2021",
        year(2010),
        (A, "PP 53/2010, penutup"),
    ),
    except(
        "aturan tentang hukuman disiplin sedang",
        row((Pp, "53", 2010, ""), "PP Nomor 94 Tahun 2021", year(2021), (A, "PP 94/2021, penutup")),
    ),
    row(
        (Pp, "10", 1979, ""),
        "PP Nomor 46 Tahun 2011, lalu PP Nomor 30 Tahun 2019",
        year(2011),
        (A, "PP 46/2011, penutup"),
    ),
    row((Pp, "46", 2011, ""), "PP Nomor 30 Tahun 2019", year(2019), (C, "belum dibaca ulang")),
    row((Pp, "24", 1976, ""), "PP Nomor 11 Tahun 2017", year(2017), (A, "PP 11/2017 Pasal 362")),
    row((Pp, "99", 2000, ""), "PP Nomor 11 Tahun 2017", year(2017), (A, "PP 11/2017 Pasal 362")),
    row((Pp, "12", 2002, ""), "PP Nomor 11 Tahun 2017", year(2017), (A, "PP 11/2017 Pasal 362")),
    row((Pp, "101", 2000, ""), "PP Nomor 11 Tahun 2017", year(2017), (A, "PP 11/2017 Pasal 362")),
    row((Pp, "9", 2003, ""), "PP Nomor 11 Tahun 2017", year(2017), (A, "PP 11/2017 Pasal 362")),
    row((Pp, "63", 2009, ""), "PP Nomor 11 Tahun 2017", year(2017), (A, "PP 11/2017 Pasal 362")),
    row((Pp, "21", 1975, ""), "PP Nomor 11 Tahun 2017", year(2017), (A, "PP 11/2017 Pasal 362")),
    row((Pp, "29", 1997, ""), "PP Nomor 11 Tahun 2017", year(2017), (A, "PP 11/2017 Pasal 362")),
    row((Pp, "79", 2005, ""), "PP Nomor 12 Tahun 2017", year(2017), (A, "PP 12/2017, penutup")),
    row((Pp, "19", 2008, ""), "PP Nomor 17 Tahun 2018", year(2018), (A, "PP 17/2018, penutup")),
    row((Pp, "73", 2005, ""), "PP Nomor 17 Tahun 2018", year(2018), (A, "PP 17/2018, penutup")),
    row((Pp, "72", 2005, ""), "PP Nomor 43 Tahun 2014", year(2014), (A, "PP 43/2014 Pasal 158")),
    row((Pp, "57", 2005, ""), "PP Nomor 2 Tahun 2012", year(2012), (A, "PP 2/2012, penutup")),
    row(
        (Pp, "54", 2005, ""),
        "PP Nomor 30 Tahun 2011, lalu PP Nomor 56 Tahun 2018",
        year(2011),
        (C, "belum dibaca ulang"),
    ),
    row((Pp, "30", 2011, ""), "PP Nomor 56 Tahun 2018", year(2018), (A, "PP 56/2018, penutup")),
    row((Pp, "50", 2007, ""), "PP Nomor 28 Tahun 2018", year(2018), (A, "PP 28/2018, penutup")),
    row((Pp, "37", 2007, ""), "PP Nomor 40 Tahun 2019", year(2019), (A, "PP 40/2019, penutup")),
    row((Pp, "102", 2000, ""), "PP Nomor 34 Tahun 2018", year(2018), (A, "PP 34/2018, penutup")),
    row((Pp, "3", 2007, ""), "PP Nomor 13 Tahun 2019", year(2019), (C, "belum dibaca ulang")),
    row((Pp, "6", 2008, ""), "PP Nomor 13 Tahun 2019", year(2019), (C, "belum dibaca ulang")),
    row(
        (Pp, "24", 2018, ""),
        "PP Nomor 5 Tahun 2021, lalu PP Nomor 28 Tahun 2025",
        year(2021),
        (C, "belum dibaca ulang"),
    ),
    row((Pp, "5", 2021, ""), "PP Nomor 28 Tahun 2025", year(2025), (C, "belum dibaca ulang")),
    // UU 23/2014 Pasal 408 keeps the rules made under UU 32/2004 alive while nothing has taken their place.
    row((Pp, "38", 2007, ""), "peraturan pelaksanaan UU Nomor 23 Tahun 2014", year(2014), (C, "belum dibaca ulang")),
    row((Pp, "8", 2008, ""), "peraturan pelaksanaan UU Nomor 23 Tahun 2014", year(2014), (C, "belum dibaca ulang")),
    row((Perpres, "33", 2020, ""), "Perpres Nomor 72 Tahun 2025", year(2025), (B, "halaman resmi")),
    row((Perpres, "25", 2008, ""), "Perpres Nomor 96 Tahun 2018", year(2018), (C, "belum dibaca ulang")),
    row((Perpres, "54", 2010, ""), "Perpres Nomor 16 Tahun 2018", year(2018), (C, "belum dibaca ulang")),
    row((Keppres, "68", 1995, ""), "Perpres Nomor 21 Tahun 2023", year(2023), (B, "Sekretariat Negara")),
    row((Keppres, "58", 1964, ""), "Perpres Nomor 21 Tahun 2023", year(2023), (B, "Sekretariat Negara")),
    row((Keppres, "24", 1972, ""), "Perpres Nomor 21 Tahun 2023", year(2023), (B, "Sekretariat Negara")),
    row((Inpres, "7", 1999, ""), "Perpres Nomor 29 Tahun 2014", year(2014), (C, "belum dibaca ulang")),
    row(
        (Permen, "PER/21/M.PAN/11/2008", 2008, "panrb"),
        "PermenPANRB Nomor 35 Tahun 2012",
        (2012, Some(6), Some(19)),
        (B, "PermenPANRB 35/2012, menimbang huruf a dan b"),
    ),
    row(
        (Permen, "PER/20/M.PAN/04/2006", 2006, "panrb"),
        "PermenPANRB Nomor 36 Tahun 2012, lalu Nomor 15 Tahun 2014",
        year(2012),
        (B, "laporan kegiatan instansi"),
    ),
    row((Permen, "22", 2008, "panrb"), "PermenPANRB Nomor 80 Tahun 2012", year(2012), (C, "belum dibaca ulang")),
    row((Permen, "80", 2012, "panrb"), "Peraturan ANRI Nomor 5 Tahun 2021", year(2021), (C, "belum dibaca ulang")),
    row((Permen, "16", 2014, "panrb"), "PermenPANRB Nomor 14 Tahun 2017", year(2017), (C, "belum dibaca ulang")),
    row((Permen, "12", 2011, "panrb"), "PermenPANRB Nomor 19 Tahun 2018", year(2018), (C, "belum dibaca ulang")),
    row((Permen, "29", 2010, "panrb"), "PermenPANRB Nomor 53 Tahun 2014", year(2014), (C, "belum dibaca ulang")),
    row((Permen, "12", 2015, "panrb"), "PermenPANRB Nomor 88 Tahun 2021", year(2021), (C, "belum dibaca ulang")),
    row(
        (Kepmen, "25", 2004, "panrb"),
        "PermenPANRB Nomor 16 Tahun 2014, lalu Nomor 14 Tahun 2017",
        year(2014),
        (C, "belum dibaca ulang"),
    ),
    row((Permen, "54", 2009, "dalam negeri"), "Permendagri Nomor 1 Tahun 2023", year(2023), (B, "tiga laman resmi")),
    row((Permen, "13", 2006, "dalam negeri"), "Permendagri Nomor 77 Tahun 2020", year(2020), (C, "belum dibaca ulang")),
    row((Permen, "59", 2007, "dalam negeri"), "Permendagri Nomor 77 Tahun 2020", year(2020), (C, "belum dibaca ulang")),
    row((Permen, "21", 2011, "dalam negeri"), "Permendagri Nomor 77 Tahun 2020", year(2020), (C, "belum dibaca ulang")),
    row((Permen, "55", 2008, "dalam negeri"), "Permendagri Nomor 77 Tahun 2020", year(2020), (C, "belum dibaca ulang")),
    row((Permen, "32", 2011, "dalam negeri"), "Permendagri Nomor 77 Tahun 2020", year(2020), (C, "belum dibaca ulang")),
    row((Permen, "54", 2010, "dalam negeri"), "Permendagri Nomor 86 Tahun 2017", year(2017), (C, "belum dibaca ulang")),
    row((Permen, "73", 2009, "dalam negeri"), "Permendagri Nomor 18 Tahun 2020", year(2020), (C, "belum dibaca ulang")),
    row((Permen, "17", 2007, "dalam negeri"), "Permendagri Nomor 19 Tahun 2016", year(2016), (C, "belum dibaca ulang")),
    row(
        (Permen, "269/MENKES/PER/III/2008", 2008, "kesehatan"),
        "Permenkes Nomor 24 Tahun 2022",
        year(2022),
        (B, "Permenkes 24/2022, menimbang huruf b"),
    ),
    row(
        (Permen, "75", 2014, "kesehatan"),
        "Permenkes Nomor 43 Tahun 2019",
        year(2019),
        (B, "Permenkes 43/2019, menimbang huruf c"),
    ),
    row((Permen, "43", 2019, "kesehatan"), "Permenkes Nomor 19 Tahun 2024", year(2024), (C, "belum dibaca ulang")),
    row((Permen, "20", 2019, "agama"), "PMA Nomor 30 Tahun 2024", year(2024), (C, "belum dibaca ulang")),
    row((Permen, "7", 2021, "sosial"), "Permensos Nomor 15 Tahun 2025", year(2025), (B, "JDIH BPK")),
    row(
        (Permen, "21", 2011, "sekretaris negara"),
        "Permensesneg Nomor 11 Tahun 2016",
        year(2016),
        (B, "Permensesneg 11/2016, menimbang"),
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_names_its_evidence_and_was_repealed_after_it_was_made() {
        for repeal in REPEALS {
            let name = format!("{:?} {}/{}", repeal.kind, repeal.number, repeal.year);
            assert!(!repeal.evidence.is_empty() && !repeal.replaced_by.is_empty(), "{name}");
            assert!(repeal.since.0 >= repeal.year && repeal.since.0 <= 2026, "{name}");
            assert!(repeal.still.is_none_or(|part| !part.is_empty()), "{name}");
            assert!(repeal.since.1.is_some() || repeal.since.2.is_none(), "{name}: a day without a month");
            assert_eq!(repeal.issuer.is_empty(), !matches!(repeal.kind, Permen | Kepmen), "{name}");
        }
    }

    #[test]
    fn no_regulation_is_repealed_twice() {
        for (at, one) in REPEALS.iter().enumerate() {
            let same = |other: &&Repeal| {
                (other.kind, other.number, other.year, other.issuer) == (one.kind, one.number, one.year, one.issuer)
            };
            assert!(REPEALS[..at].iter().find(same).is_none(), "{:?} {}/{}", one.kind, one.number, one.year);
        }
    }
}
