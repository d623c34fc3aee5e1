//! What the session asks of the rest of the program, about one text at a time.

use crate::diagnostic::{Diagnostic, Language, Message};
use crate::model::{Sop, WorkingTime};
use crate::source::{Source, Span};
use std::path::Path;

/// A text as it is typed.
#[derive(Debug, Clone, Copy)]
pub struct Sheet<'s> {
    /// Where its file is, if it has one: settings are looked up from there.
    pub path: Option<&'s Path>,
    /// What it is called; its ending tells the format.
    pub name: &'s str,
    /// The text.
    pub text: &'s str,
    /// The language of the editor.
    pub language: Language,
}

/// Reads texts and asks the rules about them.
pub trait Bench {
    /// What is found in a text, under the settings that hold for its file.
    fn examine(&self, sheet: &Sheet<'_>) -> Examination;

    /// The text with all mended that may be mended unseen; `None` where nothing is to be mended.
    fn mended(&self, sheet: &Sheet<'_>) -> Option<String>;
}

/// What became of a text.
#[derive(Debug)]
pub enum Examination {
    /// It was read.
    Read(Box<Examined>),
    /// It should be an SOP, and cannot be read.
    Unreadable(Unreadable),
    /// Nothing tells that it is an SOP.
    Foreign,
}

/// A text, read and checked.
#[derive(Debug)]
pub struct Examined {
    /// The text that all places point into.
    pub source: Source,
    /// The SOPs in it.
    pub sops: Vec<Sop>,
    /// What was found, SOP after SOP, fixes with their edits.
    pub findings: Vec<Diagnostic>,
    /// Our own YAML or JSON, not a draft in words.
    pub is_model: bool,
    /// How long the days of the office are.
    pub working_time: WorkingTime,
    /// Why the file of settings was not used, where it could not be.
    pub unusable_settings: Option<String>,
}

/// Why a text cannot be read.
#[derive(Debug, Clone)]
pub struct Unreadable {
    /// Why, and what to do.
    pub message: Message,
    /// Where; `None` where it is about the whole.
    pub span: Option<Span>,
    /// What is to stand there, where that is known.
    pub instead: Option<String>,
}
