//! Titles of regulations that SOPs cite often, as the regulations themselves bear them.

use super::evidence::facts;
use crate::model::RegulationKind::{self, GovernmentRegulation as Pp, Law as Uu, MinisterialRegulation as Permen};

/// One regulation and its title.
#[derive(Debug, Clone, Copy)]
pub struct Title {
    /// Kind.
    pub kind: RegulationKind,
    /// Its number.
    pub number: &'static str,
    /// Its year.
    pub year: u16,
    /// The ministry that issued it, as a citation names it; empty for other kinds.
    pub issuer: &'static str,
    /// What stands behind `tentang`.
    pub title: &'static str,
}

const fn row(
    (kind, number, year, issuer): (RegulationKind, &'static str, u16, &'static str),
    title: &'static str,
) -> Title {
    Title { kind, number, year, issuer, title }
}

facts! {
    /// The table, by grade.
    TITLES, TITLES_EVIDENCE: Title =
    (A, "naskah undang-undang dan peraturan pemerintahnya", "2026-11-22") [
        row((Uu, "43", 2009, ""), "Kearsipan"),
        row((Uu, "25", 2009, ""), "Pelayanan Publik"),
        row((Uu, "12", 2011, ""), "Pembentukan Peraturan Perundang-undangan"),
        row((Uu, "5", 2014, ""), "Aparatur Sipil Negara"),
        row((Uu, "23", 2014, ""), "Pemerintahan Daerah"),
        row((Uu, "30", 2014, ""), "Administrasi Pemerintahan"),
        row((Pp, "18", 2016, ""), "Perangkat Daerah"),
        row((Pp, "12", 2019, ""), "Pengelolaan Keuangan Daerah"),
        row((Pp, "94", 2021, ""), "Disiplin Pegawai Negeri Sipil"),
    ]
    (B, "laman resmi atau peraturan yang mengutipnya", "2026-11-22") [
        row((Uu, "20", 2023, ""), "Aparatur Sipil Negara"),
        row((Permen, "35", 2012, "panrb"), "Pedoman Penyusunan Standar Operasional Prosedur Administrasi Pemerintahan"),
        row(
            (Permen, "52", 2011, "dalam negeri"),
            "Standar Operasional Prosedur di Lingkungan Pemerintah Provinsi dan Kabupaten/Kota",
        ),
        row(
            (Permen, "86", 2017, "dalam negeri"),
            "Tata Cara Perencanaan, Pengendalian dan Evaluasi Pembangunan Daerah",
        ),
    ]
}
