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
    /// A total row: what it says.
    TotalRow(String),
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
    /// A row of our own YAML whose number is no number, or that has none: what stands there, and the number it was given.
    OddNumber {
        /// As it stands there.
        written: Option<String>,
        /// As it was taken.
        read: u32,
    },
    /// A value of our own YAML that the format wants written otherwise, and that could be read one way only.
    LooseValue {
        /// Which slip it is.
        slip: Slip,
        /// As it was taken.
        read: String,
    },
    /// Text that says once more what the document has said already, and is not used: the table or page that it is.
    PrintedTwice(String),
    /// The heading of a stage of the procedure, or of one procedure of several under one name: understood, and kept nowhere.
    Stage(String),
    /// The input was cut off or held characters that no text has; how many were replaced.
    BrokenCharacters(usize),
    /// Text that the file holds but does not show as its text was left out: why, and what it says.
    LeftOut(LeftOut, String),
    /// Text that was inserted or moved under tracked changes, and is read as text: what it says.
    TrackedChange(String),
    /// Text that a picture or shape lies over was left out: what it says.
    CoveredText(String),
    /// A page without text; its number, counted from 1.
    PageWithoutText(u32),
    /// A page that is a scan, whose text another program recognised in it; its number, counted from 1.
    RecognisedText(u32),
    /// Letters of a font that does not say which they are.
    UnmappedLetters,
    /// Something drawn is not understood, and left out of the flow: which sort of thing, and what is written in it or beside it.
    UnreadDrawing(Drawn, String),
    /// The YAML attached to a print is not the one it was printed with.
    ExchangedData,
    /// What a step says in words is not what is drawn for it; the words were kept or not, as its ledger says.
    WordsAgainstDrawing {
        /// The number of the step.
        step: u32,
        /// What the words say: `ke langkah 2`.
        words: String,
        /// What the drawing says.
        drawing: String,
    },
}

/// Why text of a file is not read as its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftOut {
    /// Struck out by its author.
    Struck,
    /// Formatted as hidden, or in a hidden row, column or sheet.
    Hidden,
    /// Deleted under tracked changes.
    Deleted,
}

/// A slip of those who type YAML by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slip {
    /// A value that holds `: `, or begins with a sign, without quotes around it.
    Unquoted,
    /// No blank behind the colon of a key: `nomor:3`.
    Glued,
    /// A list whose items begin with `•`, `1.` or the like, or that begins behind its key.
    OtherMark,
    /// Words behind ` #` and a number, which YAML takes for a comment: `berkas #1`.
    Comment,
}

/// A sort of thing that is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drawn {
    /// A shape whose step or actor is not known.
    Symbol,
    /// A line of which an end is not known.
    Line,
    /// Words beside the drawing that no line is known for.
    Label,
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
