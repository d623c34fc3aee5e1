//! The six sections of the identity page that hold lists.

/// One of the six lists under the identity block, in the order of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SectionKind {
    /// Dasar hukum.
    LegalBasis,
    /// Kualifikasi pelaksana.
    Qualifications,
    /// Keterkaitan: other SOPs.
    Related,
    /// Peralatan/perlengkapan.
    Equipment,
    /// Peringatan.
    Cautions,
    /// Pencatatan dan pendataan.
    Records,
}

impl SectionKind {
    /// All six, in the order of the form.
    pub const ALL: [Self; 6] =
        [Self::LegalBasis, Self::Qualifications, Self::Related, Self::Equipment, Self::Cautions, Self::Records];

    /// The key of the section in YAML and in paths.
    pub fn key(self) -> &'static str {
        match self {
            Self::LegalBasis => "dasar_hukum",
            Self::Qualifications => "kualifikasi_pelaksana",
            Self::Related => "keterkaitan",
            Self::Equipment => "peralatan_perlengkapan",
            Self::Cautions => "peringatan",
            Self::Records => "pencatatan_pendataan",
        }
    }

    /// The heading printed on the form.
    pub fn heading(self) -> &'static str {
        match self {
            Self::LegalBasis => "Dasar Hukum",
            Self::Qualifications => "Kualifikasi Pelaksana",
            Self::Related => "Keterkaitan",
            Self::Equipment => "Peralatan/Perlengkapan",
            Self::Cautions => "Peringatan",
            Self::Records => "Pencatatan dan Pendataan",
        }
    }
}
