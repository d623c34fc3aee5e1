//! What a person changes on the page → the same change of the model. Numbers, arrows and the ledger of the conversion follow.

mod cells;
mod lanes;
mod ledger;
mod rows;
mod values;

use crate::diagnostic::Message;
use crate::model::{Ignore, Sop, Sourced};
use crate::source::Place;
use serde::Deserialize;

/// One change. Rows, cells of a row and columns go by position, from 0.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
pub enum Edit {
    /// A field says something else; nothing where the text is empty. Of lists one item a line.
    Set {
        /// `identitas/nomor`, `identitas/disahkan_oleh/nip`, `dasar_hukum`, or `r0/waktu` for a field of the first row.
        key: String,
        /// What it says.
        text: String,
    },
    /// The headings above a row.
    Headings {
        /// The row.
        row: usize,
        /// One a line.
        text: String,
    },
    /// A new row that stands there afterwards.
    AddRow {
        /// Its position.
        at: usize,
    },
    /// A row goes.
    RemoveRow {
        /// Its position.
        at: usize,
    },
    /// A row moves.
    MoveRow {
        /// From there.
        from: usize,
        /// It stands there afterwards.
        to: usize,
    },
    /// A new actor column that stands there afterwards.
    AddActor {
        /// Its position.
        at: usize,
        /// Who it is.
        name: String,
    },
    /// An actor is called something else.
    RenameActor {
        /// The column.
        at: usize,
        /// Its new name.
        name: String,
    },
    /// An actor is outside the office, or is not.
    ExternalActor {
        /// The column.
        at: usize,
        /// It is.
        external: bool,
    },
    /// An actor column goes, with its symbols.
    RemoveActor {
        /// The column.
        at: usize,
    },
    /// An actor column moves.
    MoveActor {
        /// From there.
        from: usize,
        /// It stands there afterwards.
        to: usize,
    },
    /// An actor has this symbol in a row, or none.
    Symbol {
        /// The row.
        row: usize,
        /// The column.
        lane: usize,
        /// `mulai`, `proses`, `keputusan`, `dokumen`, `selesai`; `bersama` for who takes part; none for no symbol.
        symbol: Option<String>,
    },
    /// A symbol moves to another column with its arrows.
    MoveSymbol {
        /// The row.
        row: usize,
        /// Which of its cells.
        cell: usize,
        /// To that column.
        lane: usize,
    },
    /// All arrows of a symbol.
    Ways {
        /// The row.
        row: usize,
        /// Which of its cells.
        cell: usize,
        /// The arrows.
        ways: Vec<Arrow>,
    },
    /// A value that was in doubt is right.
    Confirm {
        /// Its path in the ledger.
        path: String,
    },
    /// A text without a place was looked at.
    Dismiss {
        /// Its position among them.
        at: usize,
    },
    /// A finding of that code is switched off for the document.
    Ignore {
        /// Its code.
        code: String,
        /// Why it does not hold here.
        reason: String,
    },
}

/// An arrow.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Arrow {
    /// `ya`, `tidak`, `cabang`, `lanjut`.
    pub kind: String,
    /// Row and cell; none for `selesai`.
    pub to: Option<(usize, usize)>,
    /// The target as it is written, of an arrow that leads nowhere and stays so.
    #[serde(default)]
    pub lost: Option<String>,
    /// Its words.
    #[serde(default)]
    pub label: Option<String>,
    /// It is dashed.
    #[serde(default)]
    pub dashed: bool,
}

/// Why an edit cannot be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal(pub Message);

impl Refusal {
    fn new(id: &'static str, en: &'static str) -> Self {
        Self(Message::new(id, en))
    }

    /// The page speaks of something that is not there.
    fn gone() -> Self {
        Self::new("bagian ini sudah tidak ada; muat ulang dokumennya", "this part is gone; load the document again")
    }
}

impl Edit {
    /// Makes the change.
    ///
    /// # Errors
    /// When it speaks of what is not there, or says what the form does not know; the SOP may then be changed in part.
    pub fn apply(&self, sop: &mut Sop) -> Result<(), Refusal> {
        match self {
            Self::Set { key, text } => values::set(sop, key, text),
            Self::Headings { row, text } => rows::set_headings(sop, *row, text),
            Self::AddRow { at } => rows::add(sop, *at),
            Self::RemoveRow { at } => rows::remove(sop, *at),
            Self::MoveRow { from, to } => rows::shift(sop, *from, *to),
            Self::AddActor { at, name } => lanes::add(sop, *at, name),
            Self::RenameActor { at, name } => lanes::rename(sop, *at, name),
            Self::ExternalActor { at, external } => lanes::set_external(sop, *at, *external),
            Self::RemoveActor { at } => lanes::remove(sop, *at),
            Self::MoveActor { from, to } => lanes::shift(sop, *from, *to),
            Self::Symbol { row, lane, symbol } => cells::set_symbol(sop, (*row, *lane), symbol.as_deref()),
            Self::MoveSymbol { row, cell, lane } => cells::shift(sop, (*row, *cell), *lane),
            Self::Ways { row, cell, ways } => cells::set_ways(sop, (*row, *cell), ways),
            Self::Confirm { path } => ledger::confirm(sop, path),
            Self::Dismiss { at } => ledger::dismiss(sop, *at),
            Self::Ignore { code, reason } => ignore(sop, code, reason),
        }
    }
}

fn ignore(sop: &mut Sop, code: &str, reason: &str) -> Result<(), Refusal> {
    let reason = reason.split_whitespace().collect::<Vec<&str>>().join(" ");
    if reason.is_empty() {
        return Err(Refusal::new("tulis dahulu alasannya", "say first why it does not hold"));
    }
    sop.ignored.retain(|it| it.code.value != code);
    sop.ignored.push(Ignore { code: nowhere(code.to_owned()), reason });
    Ok(())
}

/// A value that stands in no text yet.
fn nowhere<T>(value: T) -> Sourced<T> {
    Sourced::new(value, Place::NOWHERE)
}
