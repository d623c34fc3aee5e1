//! Profil: the guideline that an office writes its SOPs by. A profile is data, in the words of `sop.toml`.
//!
//! Nothing stands here that no source says: where a guideline is not known to ask for something else, its row is empty.

use crate::model::WorkingTime;

/// One guideline, and what it asks that the common form does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Profile {
    /// What it is called in `sop.toml` and on the command line.
    pub name: &'static str,
    /// Whose guideline it is, in Indonesian.
    pub about: &'static str,
    /// Its English twin.
    pub about_en: &'static str,
    /// Code of a rule, and its level here: `mati`, `saran`, `peringatan`, `galat`.
    pub levels: &'static [(&'static str, &'static str)],
    /// Working time; Perpres 21/2023 where the guideline says nothing of its own.
    pub working_time: WorkingTime,
    /// Paper that its documents are printed on.
    pub paper: &'static str,
    /// A number as its documents bear it; numbering follows the tata naskah of the office, so it is an example, no rule.
    pub number: &'static str,
}

/// 37,5 hours a week in five days (Perpres 21/2023), 21 days a month.
const CIVIL_SERVICE: WorkingTime = WorkingTime { minutes_a_day: 450, days_a_week: 5, days_a_month: 21 };

/// All profiles; the first holds where none is named.
pub const PROFILES: &[Profile] = &[
    Profile {
        name: "permenpanrb-35-2012",
        about: "SOP AP menurut PermenPANRB 35/2012",
        about_en: "SOP AP of PermenPANRB 35/2012",
        levels: &[],
        working_time: CIVIL_SERVICE,
        paper: "a4",
        number: "065/12/UMUM/2024",
    },
    Profile {
        name: "permendagri-52-2011",
        about: "SOP provinsi, kabupaten, dan kota menurut Permendagri 52/2011",
        about_en: "SOPs of provinces, regencies and cities after Permendagri 52/2011",
        // Their columns mostly stand by rank, the head of the agency first.
        levels: &[("S412", "mati")],
        working_time: CIVIL_SERVICE,
        paper: "a4",
        number: "065/12/UMUM/2024",
    },
    Profile {
        name: "puskesmas",
        about: "SOP pelayanan kesehatan (Pengertian, Tujuan, Kebijakan, Referensi, Langkah-langkah)",
        about_en: "SOPs of health services (Pengertian, Tujuan, Kebijakan, Referensi, Langkah-langkah)",
        // That form has neither the sections of the identity page nor a table of its own.
        levels: &[("S001", "saran"), ("S002", "mati"), ("S007", "mati"), ("S118", "mati")],
        working_time: CIVIL_SERVICE,
        paper: "f4",
        number: "8.3.3/01/SOP/PKM/05/2024",
    },
    Profile {
        name: "peradilan",
        about: "SOP pengadilan menurut pedoman Mahkamah Agung",
        about_en: "SOPs of courts after the guideline of the Mahkamah Agung",
        levels: &[],
        working_time: CIVIL_SERVICE,
        paper: "a4",
        number: "W17.U2/1/PM-SOP/HK/2024",
    },
    Profile {
        name: "iso",
        about: "SOP berbentuk ISO: nomor revisi, halaman, dibuat, diperiksa, disetujui",
        about_en: "SOPs in the form of ISO: number of revision, page, made, checked and approved by",
        // Its letterhead bears revision and page, which elsewhere are signs of another form or of a footer.
        levels: &[("S007", "mati"), ("S013", "mati")],
        working_time: CIVIL_SERVICE,
        paper: "a4",
        number: "SOP-ABC-DEF-01",
    },
];
