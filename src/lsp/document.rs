//! One open document: its text as typed, and what was read of it last.

use super::bench::{Bench, Examination, Examined, Sheet, Unreadable};
use super::mentions::{self, Mention};
use super::shift::Shift;
use super::{address, values};
use crate::diagnostic::Language;
use crate::model::Sop;
use crate::read::yaml::{tree::Node, trees};
use crate::source::{Source, Span};
use gen_lsp_types::{Location, Position, Range, TextDocumentContentChangeEvent, TextDocumentItem, Uri};
use std::path::PathBuf;

/// An open document.
#[derive(Debug)]
pub(super) struct Document {
    /// Its address.
    pub uri: Uri,
    /// Which state of the text this is, as the editor counts them.
    pub version: i32,
    /// The text as typed.
    pub source: Source,
    /// Why it cannot be read, where it cannot.
    pub problem: Option<Unreadable>,
    /// What was read last.
    pub good: Option<Good>,
    path: Option<PathBuf>,
    is_examined: bool,
    /// All that may be mended unseen is mended here, where that was asked of this state.
    mended: Option<Option<String>>,
}

/// A state of the text that could be read.
#[derive(Debug)]
pub(super) struct Good {
    /// What was found.
    pub examined: Examined,
    /// Its trees, where it is our own format and reads as it stands.
    pub trees: Vec<Node>,
    /// Where its actors and steps are named.
    pub mentions: Vec<Mention>,
    /// From this state to the text as it is now.
    pub shift: Shift,
}

impl Document {
    /// As the editor opens it.
    pub fn open(item: TextDocumentItem) -> Self {
        let name = address::name(&item.uri, &String::from(item.language_id));
        Self {
            path: address::path(&item.uri),
            source: Source::new(name, item.text),
            uri: item.uri,
            version: item.version,
            problem: None,
            good: None,
            is_examined: false,
            mended: None,
        }
    }

    /// Takes in what was typed.
    pub fn change(&mut self, version: i32, changes: Vec<TextDocumentContentChangeEvent>) {
        self.version = version;
        for change in changes {
            let text = match change {
                TextDocumentContentChangeEvent::TextDocumentContentChangeWholeDocument(whole) => whole.text,
                TextDocumentContentChangeEvent::TextDocumentContentChangePartial(part) => {
                    let (start, end) = (self.offset(part.range.start), self.offset(part.range.end));
                    let mut text = std::mem::take(&mut self.source.text);
                    text.replace_range(start as usize..end.max(start) as usize, &part.text);
                    text
                }
            };
            self.source = Source::new(std::mem::take(&mut self.source.name), text);
        }
        self.forget();
    }

    /// What was found no longer holds: the text or the settings are others.
    pub fn forget(&mut self) {
        self.is_examined = false;
        self.mended = None;
    }

    fn sheet(&self, language: Language) -> Sheet<'_> {
        Sheet { path: self.path.as_deref(), name: &self.source.name, text: &self.source.text, language }
    }

    /// Has the text examined, unless this state was already.
    pub fn settle(&mut self, bench: &dyn Bench, language: Language) {
        if std::mem::replace(&mut self.is_examined, true) {
            return;
        }
        self.problem = None;
        match bench.examine(&self.sheet(language)) {
            Examination::Read(examined) => self.good = Some(Good::of(*examined)),
            Examination::Foreign => self.good = None,
            Examination::Unreadable(problem) => self.problem = Some(problem),
        }
        if let Some(good) = &mut self.good {
            good.shift = Shift::between(&good.examined.source.text, &self.source.text);
        }
    }

    /// The text with all mended that may be mended unseen; worked out once for each state of the text.
    pub fn mended(&mut self, bench: &dyn Bench, language: Language) -> Option<&str> {
        if self.mended.is_none() {
            let is_worth_it = self.current().is_some_and(|it| it.examined.findings.iter().any(is_safe));
            self.mended = Some(is_worth_it.then(|| bench.mended(&self.sheet(language))).flatten());
        }
        self.mended.as_ref()?.as_deref()
    }

    /// What was read of the text as it is now.
    pub fn current(&self) -> Option<&Good> {
        self.good.as_ref().filter(|_| self.problem.is_none())
    }

    /// It is YAML by its name.
    pub fn is_yaml(&self) -> bool {
        let name = self.source.name.to_ascii_lowercase();
        name.ends_with(".yaml") || name.ends_with(".yml")
    }

    /// The byte offset of a place in the text as it is now.
    pub fn offset(&self, position: Position) -> u32 {
        self.source.at_utf16(position.line, position.character)
    }

    /// A stretch of the text as it is now, as the editor counts.
    pub fn range(&self, span: Span) -> Range {
        let position = |at: u32| values::position(self.source.utf16(at));
        Range { start: position(span.start), end: position(span.end) }
    }

    /// The same of what was read last; `None` where it was typed into.
    pub fn range_of_good(&self, span: Span) -> Option<Range> {
        self.good.as_ref()?.shift.forward(span).map(|span| self.range(span))
    }

    /// A place of what was read last, for a jump.
    pub fn location(&self, span: Span) -> Option<Location> {
        Some(Location { uri: self.uri.clone(), range: self.range_of_good(span)? })
    }
}

fn is_safe(finding: &crate::diagnostic::Diagnostic) -> bool {
    finding.fix.as_ref().is_some_and(|fix| fix.safe && !fix.edits.is_empty())
}

impl Good {
    fn of(examined: Examined) -> Self {
        let text = &examined.source.text;
        let trees = if examined.is_model { trees(text).unwrap_or_default() } else { Vec::new() };
        let mentions = if examined.is_model { mentions::all(&examined, &trees) } else { Vec::new() };
        Self { shift: Shift::between(text, text), examined, trees, mentions }
    }

    /// The SOP at an offset of the text as it is now: the last one that begins before it.
    pub fn sop_at(&self, at: u32) -> Option<(usize, &Sop)> {
        let at = self.shift.back(at);
        let begins = |sop: &Sop| sop.place.span().is_none_or(|span| span.start <= at);
        let sops = || self.examined.sops.iter().enumerate();
        sops().rev().find(|(_, sop)| begins(sop)).or_else(|| sops().next())
    }

    /// What is named at an offset of the text as it is now.
    pub fn mention_at(&self, at: u32) -> Option<&Mention> {
        let at = self.shift.back(at);
        let here = self.mentions.iter().filter(|it| it.span.start <= at && at <= it.span.end);
        here.min_by_key(|it| it.span.len())
    }

    /// All mentions of the same thing in the same SOP.
    pub fn mentions_like<'g>(&'g self, one: &'g Mention) -> impl Iterator<Item = &'g Mention> {
        self.mentions.iter().filter(|it| it.sop == one.sop && it.of == one.of)
    }
}
