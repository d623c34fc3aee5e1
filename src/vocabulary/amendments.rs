//! Regulations that were amended and are still in force: a citation names the amendment.

use super::evidence::facts;
use crate::model::RegulationKind::{
    self, GovernmentRegulation as Pp, Law as Uu, MinisterialRegulation as Permen, PresidentialRegulation as Perpres,
};

/// One amended regulation.
#[derive(Debug, Clone, Copy)]
pub struct Amendment {
    /// Kind of what was amended.
    pub kind: RegulationKind,
    /// Its number.
    pub number: &'static str,
    /// Its year.
    pub year: u16,
    /// The ministry that issued it, as a citation names it; empty for other kinds.
    pub issuer: &'static str,
    /// The first amendment.
    pub by: &'static str,
    /// The year of that amendment.
    pub since: u16,
}

const fn row(
    (kind, number, year, issuer): (RegulationKind, &'static str, u16, &'static str),
    by: &'static str,
    since: u16,
) -> Amendment {
    Amendment { kind, number, year, issuer, by, since }
}

facts! {
    /// The table, by grade.
    AMENDMENTS, AMENDMENTS_EVIDENCE: Amendment =
    (A, "naskah UU 2/2015 dan lampirannya, Perpu 2/2014", "2026-11-22") [
        row((Uu, "23", 2014, ""), "UU Nomor 2 Tahun 2015 dan UU Nomor 9 Tahun 2015", 2015),
    ]
    (B, "konsiderans peraturan daerah yang terbit kemudian", "2026-11-22") [
        row((Uu, "12", 2011, ""), "UU Nomor 13 Tahun 2022", 2022),
    ]
    (C, "belum dibaca ulang", "2026-11-22") [
        row((Uu, "6", 2014, ""), "UU Nomor 3 Tahun 2024", 2024),
        row((Uu, "23", 2006, ""), "UU Nomor 24 Tahun 2013", 2013),
        row((Uu, "1", 1974, ""), "UU Nomor 16 Tahun 2019", 2019),
        row((Uu, "11", 2008, ""), "UU Nomor 19 Tahun 2016 dan UU Nomor 1 Tahun 2024", 2016),
        row((Permen, "80", 2015, "dalam negeri"), "Permendagri Nomor 120 Tahun 2018", 2018),
        row((Pp, "27", 2014, ""), "PP Nomor 28 Tahun 2020", 2020),
        row((Pp, "11", 2017, ""), "PP Nomor 17 Tahun 2020", 2020),
        row((Perpres, "16", 2018, ""), "Perpres Nomor 12 Tahun 2021", 2021),
        row((Permen, "19", 2016, "dalam negeri"), "Permendagri Nomor 7 Tahun 2024", 2024),
    ]
}
