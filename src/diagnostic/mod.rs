//! A finding about a document, as plain data: what, where, how bad, what to do. Knows nothing of terminals.

mod path_words;
mod rule_page;

pub use path_words::{parts_in_words, path_in_words, sentence_case};
pub use rule_page::{HEADINGS, page_in};

use crate::source::{Span, Spoken};
use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// A sentence in both languages: Indonesian for the clerk, English for the engineer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Indonesian.
    pub id: Cow<'static, str>,
    /// English.
    pub en: Cow<'static, str>,
}

impl Message {
    /// The sentence in Indonesian and its English twin.
    pub fn new(id: impl Into<Cow<'static, str>>, en: impl Into<Cow<'static, str>>) -> Self {
        Self { id: id.into(), en: en.into() }
    }

    /// Goes on with these words.
    pub fn push(&mut self, id: &str, en: &str) {
        self.id.to_mut().push_str(id);
        self.en.to_mut().push_str(en);
    }

    /// The sentence in one language.
    pub fn in_language(&self, language: Language) -> &str {
        match language {
            Language::Indonesian => &self.id,
            Language::English => &self.en,
        }
    }
}

/// The language that people are addressed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// `id`
    #[default]
    Indonesian,
    /// `en`
    English,
}

/// How bad a finding is; ordered from harmless to grave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Catatan bacaan: what the program did not understand, or took its own way; no fault of the document, and never fails a run.
    Note,
    /// Saran: style, improvement, or a finding that rests on an inferred value.
    Info,
    /// Peringatan: a reviewer would normally send the document back.
    Warning,
    /// Galat: the document cannot be signed, or cannot be carried out as written.
    Error,
}

impl Severity {
    /// The word of the machine formats: `error`, `warning`, `info`, `note`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
            Self::Note => "note",
        }
    }

    /// The word for people: `galat`, `peringatan`, `saran`, `catatan`, or `error`, `warning`, `suggestion`, `note`.
    pub fn spoken(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Error, Language::Indonesian) => "galat",
            (Self::Warning, Language::Indonesian) => "peringatan",
            (Self::Info, Language::Indonesian) => "saran",
            (Self::Note, Language::Indonesian) => "catatan",
            (Self::Info, Language::English) => "suggestion",
            (_, Language::English) => self.word(),
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.word())
    }
}

/// A second place that a finding speaks of, with its own few words.
#[derive(Debug, Clone, PartialEq)]
pub struct Related {
    /// Path of the value, such as `kegiatan/3/output`.
    pub path: String,
    /// Where it stands, if it stands in the text.
    pub span: Option<Span>,
    /// What it is to the finding.
    pub message: Message,
    /// The file it stands in, where that is another one.
    pub elsewhere: Option<Elsewhere>,
}

/// A place in another file than the finding's own.
#[derive(Debug, Clone, PartialEq)]
pub struct Elsewhere {
    /// Name of the file, as people know it; all that speak of one file share it.
    pub file: Arc<str>,
    /// Line, from 1; `None` where the value stands nowhere in particular.
    pub line: Option<usize>,
    /// Column, from 1, in characters.
    pub column: Option<usize>,
    /// Its place in an office file, in place of line and column.
    pub spot: Option<Box<Spoken<'static>>>,
}

/// One replacement of source text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced.
    pub span: Span,
    /// By what.
    pub text: String,
}

/// What a rule wants changed, in terms of the values it saw. Every span is the place of a value of the model; how the text
/// around it is spelt, and whether it can be changed at all, is the business of [`crate::mend`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A part of a value is replaced.
    Replace {
        /// Place of the whole value.
        value: Span,
        /// Bytes of the value, not of the source.
        part: Range<usize>,
        /// What stands there afterwards.
        text: String,
    },
    /// A value becomes another one.
    Set {
        /// Place of the value.
        value: Span,
        /// What stands there afterwards.
        text: String,
    },
    /// A value gets quotes round it and stays what it is.
    Quote {
        /// Place of the value.
        value: Span,
    },
    /// The item of a list that holds this place is taken out, with its line.
    Remove {
        /// Place of a value of the item.
        item: Span,
    },
    /// The items of one list come to stand in another order.
    Reorder {
        /// A place inside each item of the list, in the new order.
        items: Vec<Span>,
    },
    /// An actor gets another name; whoever refers to the actor by its name follows.
    Rename {
        /// Place of the name.
        name: Span,
        /// The id by which the model knows the actor.
        id: String,
        /// The new name.
        text: String,
    },
    /// Steps get other numbers; arrows and the ledger follow.
    Renumber {
        /// The place of each row whose number changes, its number, and its new one.
        steps: Vec<(Span, u32, u32)>,
    },
}

/// How a finding can be mended.
#[derive(Debug, Clone, PartialEq)]
pub struct Fix {
    /// What it does, in words.
    pub message: Message,
    /// What is to be changed, as the rule sees it.
    pub changes: Vec<Change>,
    /// The same as edits of the source, which do not overlap; empty until [`crate::mend::resolve`] has seen the source, and for
    /// a legacy text, which is never edited.
    pub edits: Vec<Edit>,
    /// Safe to apply unseen; otherwise a person decides.
    pub safe: bool,
}

impl Fix {
    /// A fix that may be applied unseen.
    pub fn safe(message: Message, changes: Vec<Change>) -> Self {
        Self { message, changes, edits: Vec::new(), safe: true }
    }

    /// A fix that is right in form, and whose sense only a person can judge.
    pub fn offered(message: Message, changes: Vec<Change>) -> Self {
        Self { safe: false, ..Self::safe(message, changes) }
    }

    /// It moves, removes or renumbers values, so that the paths of others change.
    pub fn moves_values(&self) -> bool {
        let moves =
            |it: &Change| matches!(it, Change::Remove { .. } | Change::Reorder { .. } | Change::Renumber { .. });
        self.changes.iter().any(moves)
    }
}

/// One finding.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnostic {
    /// Code of the rule, such as `S502`.
    pub code: &'static str,
    /// Name of the rule, such as `unused-output`.
    pub name: &'static str,
    /// From the rule; at most [`Severity::Info`] where it rests on an inferred value.
    pub severity: Severity,
    /// One sentence without full stop, quoting the author's words in backticks.
    pub message: Message,
    /// Which SOP of the file it is about, from 0.
    pub sop: usize,
    /// Path of the value, such as `kegiatan/6/output`.
    pub path: String,
    /// Where it stands, if it stands in the text.
    pub span: Option<Span>,
    /// Other places it speaks of.
    pub related: Vec<Related>,
    /// What to do.
    pub help: Option<Message>,
    /// What mends it.
    pub fix: Option<Fix>,
    /// What it is known by from one run to the next, unique in its SOP: 16 digits that rest on what it is about, not on
    /// numbers, places or words of the message. Empty until the engine has given it.
    pub fingerprint: String,
}
