//! Halaman identitas: whose procedure it is, its number, name and dates, and who signed it.

use super::{Date, Field, SopNumber, Sourced};

/// Bagian identitas: the upper half of the first page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Identity {
    /// Instansi: the agency (SKPD, OPD, kecamatan) as spelt in the source.
    pub agency: Field<Sourced<String>>,
    /// Unit kerja: the bidang, bagian or sekretariat inside it.
    pub unit: Field<Sourced<String>>,
    /// Nomor SOP.
    pub number: Field<Sourced<SopNumber>>,
    /// Nomor revisi: which revision it is, as written.
    pub revision: Field<Sourced<String>>,
    /// Nama SOP, judul.
    pub title: Field<Sourced<String>>,
    /// Tanggal pembuatan: when the SOP was finished for the first time.
    pub created: Field<Sourced<Date>>,
    /// Tanggal revisi: when it was revised, or when a review is planned.
    pub revised: Field<Sourced<Date>>,
    /// Tanggal efektif: first day in force (also written `Tanggal Pengesahan`).
    pub effective: Field<Sourced<Date>>,
    /// Dibuat oleh.
    pub maker: Field<Signatory>,
    /// Diperiksa oleh.
    pub examiner: Field<Signatory>,
    /// Disahkan oleh.
    pub signatory: Field<Signatory>,
    /// Maksud dan tujuan.
    pub purpose: Field<Vec<Sourced<String>>>,
}

impl Identity {
    /// The three dates with their YAML keys, in the order of the form.
    pub fn dates(&self) -> [(&'static str, &Field<Sourced<Date>>); 3] {
        [("tanggal_pembuatan", &self.created), ("tanggal_revisi", &self.revised), ("tanggal_efektif", &self.effective)]
    }
}

/// Disahkan oleh: the official who signs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Signatory {
    /// Jabatan.
    pub position: Option<Sourced<String>>,
    /// Nama, with degrees.
    pub name: Option<Sourced<String>>,
    /// Pangkat, such as `Pembina Tingkat I`.
    pub rank: Option<Sourced<String>>,
    /// Golongan ruang, such as `IV/b`.
    pub grade: Option<Sourced<String>>,
    /// NIP.
    pub nip: Option<Sourced<Nip>>,
}

/// NIP: the number of a civil servant, its separators removed; 18 characters where it is whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nip(pub String);

impl Nip {
    /// Printed in the official groups `YYYYMMDD YYYYMM S NNN`; as it stands where it is not 18 digits.
    pub fn grouped(&self) -> String {
        let digits = &self.0;
        if digits.len() == 18 && digits.bytes().all(|byte| byte.is_ascii_digit()) {
            format!("{} {} {} {}", &digits[..8], &digits[8..14], &digits[14..15], &digits[15..])
        } else {
            digits.clone()
        }
    }
}
