//! What the reader admits to not having understood, or to having had to mend: facts that the rules of chapter S0 report.

use super::Path;
use crate::source::Span;

/// One such fact, about one document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// What happened.
    pub kind: TroubleKind,
    /// Where it stands.
    pub span: Option<Span>,
}

/// What happened while the text was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TroubleKind {
    /// Text that found no place in the model.
    UnusedText,
    /// A page number, footer or note of the signing system: what it says.
    PageFurniture(String),
    /// No identity block was found.
    MissingIdentity,
    /// No procedure table was found.
    MissingTable,
    /// The header of the table lacks this column; its content was found by type, or not at all.
    MissingColumn(ColumnRole),
    /// The cells of this row were put right by type; the step number.
    ShiftedRow(u32),
    /// HTML, word-processor or font residue was taken out of a value.
    Markup(String),
    /// The file holds several SOPs; how many.
    SeveralSops(usize),
    /// The document follows another form (health service, ISO), recognised by this heading.
    OtherForm(String),
    /// A total row: what it says.
    TotalRow(String),
    /// A heading of the procedure that differs from the name of the SOP.
    OtherHeading(String),
    /// A date, duration or NIP was understood, but is written in a way of its own: whose value it is, what stands there, and the
    /// usual spelling of it.
    Respelled {
        /// `identitas/tanggal_efektif`, `kegiatan/3/waktu`.
        path: Path,
        /// As it stands in the text.
        written: String,
        /// As it is usually written.
        usual: String,
    },
    /// A drawn thing that no place in the flow was found for.
    UnreadShape,
    /// The input was cut off or held characters that no text has; how many were replaced.
    BrokenCharacters(usize),
}

/// What a column of the procedure table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ColumnRole {
    /// No.
    Number,
    /// Kegiatan.
    Activity,
    /// Pelaksana.
    Actor,
    /// Kelengkapan.
    Requirements,
    /// Waktu.
    Duration,
    /// Output.
    Outputs,
    /// Keterangan.
    Note,
}

impl ColumnRole {
    /// The heading printed on the form.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Number => "No",
            Self::Activity => "Kegiatan",
            Self::Actor => "Pelaksana",
            Self::Requirements => "Kelengkapan",
            Self::Duration => "Waktu",
            Self::Outputs => "Output",
            Self::Note => "Keterangan",
        }
    }
}
