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

/// The rows of the identity block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum IdentityField {
    /// Instansi.
    Agency,
    /// Unit kerja.
    Unit,
    /// Nomor SOP.
    Number,
    /// Nomor revisi.
    Revision,
    /// Tanggal pembuatan.
    Created,
    /// Tanggal revisi.
    Revised,
    /// Tanggal efektif.
    Effective,
    /// Dibuat oleh.
    Maker,
    /// Diperiksa oleh.
    Examiner,
    /// Disahkan oleh.
    Signatory,
    /// Nama SOP.
    Title,
    /// Maksud dan tujuan.
    Purpose,
}

/// What one row of the block holds, after its kind.
#[derive(Debug, Clone, Copy)]
pub enum IdentityValue<'a> {
    /// A text.
    Text(&'a Field<Sourced<String>>),
    /// The number of the SOP.
    Number(&'a Field<Sourced<SopNumber>>),
    /// A date.
    Date(&'a Field<Sourced<Date>>),
    /// An official.
    Person(&'a Field<Signatory>),
    /// One text or several.
    List(&'a Field<Vec<Sourced<String>>>),
}

impl IdentityField {
    /// All rows in the order of the form: those of the left side, then those beside them from top to bottom.
    pub const ALL: [Self; 12] = [
        Self::Agency,
        Self::Unit,
        Self::Number,
        Self::Revision,
        Self::Created,
        Self::Revised,
        Self::Effective,
        Self::Maker,
        Self::Examiner,
        Self::Signatory,
        Self::Title,
        Self::Purpose,
    ];

    /// The key in YAML and in paths.
    pub fn key(self) -> &'static str {
        match self {
            Self::Agency => "instansi",
            Self::Unit => "unit_kerja",
            Self::Number => "nomor",
            Self::Revision => "nomor_revisi",
            Self::Created => "tanggal_pembuatan",
            Self::Revised => "tanggal_revisi",
            Self::Effective => "tanggal_efektif",
            Self::Maker => "dibuat_oleh",
            Self::Examiner => "diperiksa_oleh",
            Self::Signatory => "disahkan_oleh",
            Self::Title => "nama",
            Self::Purpose => "maksud_tujuan",
        }
    }

    /// It is no part of the guideline's form: the block has such a row only where the document has it.
    pub fn is_extra(self) -> bool {
        matches!(self, Self::Revision | Self::Maker | Self::Examiner | Self::Purpose)
    }

    /// It stands on the left, beside all others.
    pub fn is_left(self) -> bool {
        matches!(self, Self::Agency | Self::Unit)
    }
}

impl Identity {
    /// What a row of the block holds.
    pub fn value(&self, field: IdentityField) -> IdentityValue<'_> {
        match field {
            IdentityField::Agency => IdentityValue::Text(&self.agency),
            IdentityField::Unit => IdentityValue::Text(&self.unit),
            IdentityField::Number => IdentityValue::Number(&self.number),
            IdentityField::Revision => IdentityValue::Text(&self.revision),
            IdentityField::Created => IdentityValue::Date(&self.created),
            IdentityField::Revised => IdentityValue::Date(&self.revised),
            IdentityField::Effective => IdentityValue::Date(&self.effective),
            IdentityField::Maker => IdentityValue::Person(&self.maker),
            IdentityField::Examiner => IdentityValue::Person(&self.examiner),
            IdentityField::Signatory => IdentityValue::Person(&self.signatory),
            IdentityField::Title => IdentityValue::Text(&self.title),
            IdentityField::Purpose => IdentityValue::List(&self.purpose),
        }
    }

    /// The rows that the block of this document has, in the order of the form.
    pub fn rows(&self) -> impl Iterator<Item = IdentityField> {
        IdentityField::ALL.into_iter().filter(|field| !field.is_extra() || !self.value(*field).is_absent())
    }
}

impl IdentityValue<'_> {
    /// The document has no such row.
    pub fn is_absent(self) -> bool {
        match self {
            Self::Text(field) => field.is_absent(),
            Self::Number(field) => field.is_absent(),
            Self::Date(field) => field.is_absent(),
            Self::Person(field) => field.is_absent(),
            Self::List(field) => field.is_absent(),
        }
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
    /// It holds a letter or digit: a dash alone says that there is none.
    pub fn is_said(&self) -> bool {
        self.0.chars().any(char::is_alphanumeric)
    }

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
