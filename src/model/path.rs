//! The symbolic place of a value, `kegiatan/6/output/2`: the same in YAML, JSON and findings, and sayable in words.

use super::{SectionKind, StepField};
use std::fmt;

/// A path into the SOP. Steps go by their number, list items by position from 1.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Path(pub String);

impl Path {
    /// The document as a whole.
    pub fn whole() -> Self {
        Self::default()
    }

    /// A field of the identity block, by its YAML key, such as `tanggal_efektif` or `disahkan_oleh/nip`.
    pub fn identity(key: &str) -> Self {
        Self(["identitas/", key].concat())
    }

    /// A whole section.
    pub fn section(kind: SectionKind) -> Self {
        Self(kind.key().to_owned())
    }

    /// An actor column, counted from 1.
    pub fn actor(position: usize) -> Self {
        Self(["pelaksana/", &position.to_string()].concat())
    }

    /// The table as a whole.
    pub fn steps() -> Self {
        Self("kegiatan".to_owned())
    }

    /// The drawn flow as a whole: of the table only how its symbols hang together, no value of its own.
    pub fn flow() -> Self {
        Self("alur".to_owned())
    }

    /// A row, by its printed number.
    pub fn step(number: u32) -> Self {
        Self(["kegiatan/", &number.to_string()].concat())
    }

    /// One field of a row.
    pub fn field(number: u32, field: StepField) -> Self {
        Self(["kegiatan/", &number.to_string(), "/", field.key()].concat())
    }

    /// The item at `position`, counted from 1, of what this path names.
    pub fn item(&self, position: usize) -> Self {
        Self([&self.0, "/", &position.to_string()].concat())
    }

    /// The value under that key of what this path names.
    pub fn key(&self, key: &str) -> Self {
        Self([&self.0, "/", key].concat())
    }

    /// As text, such as `kegiatan/6/output`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// This path is `other`, or lies inside what `other` names.
    pub fn is_within(&self, other: &Path) -> bool {
        self.0.strip_prefix(&other.0).is_some_and(|rest| other.0.is_empty() || rest.is_empty() || rest.starts_with('/'))
    }
}

impl fmt::Display for Path {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}
