//! One SOP on the page: its numbered notes, and values with their shade, their marks and a place to jump to.

use super::keys::{Band, Keys};
use super::shade::Shade;
use crate::diagnostic::{Diagnostic, Language, Severity};
use crate::model::{Field, Ledger, Review, Sop, Sourced};
use crate::report::escaping::Xml;
use crate::report::{Checked, Report};
use std::collections::BTreeMap;
use std::fmt::{Display, Write};
use std::ops::Range;

/// What is needed to write one SOP.
pub(super) struct Desk<'a> {
    pub report: &'a Report<'a>,
    pub checked: &'a Checked<'a>,
    pub sop: &'a Sop,
    /// What all anchors of this SOP begin with; unique on the page.
    pub prefix: String,
    pub keys: Keys,
    pub notes: Vec<Note<'a>>,
    /// Which of the notes each cell, and each part of the page, has.
    by_cell: BTreeMap<String, Range<usize>>,
    by_band: BTreeMap<Band, Range<usize>>,
    ledger: Ledger<'a>,
}

/// A finding with the cell it belongs to; its number is its place in the list.
pub(super) struct Note<'a> {
    pub finding: &'a Diagnostic,
    pub key: String,
}

impl<'a> Desk<'a> {
    /// For the SOP of that position in its file; its findings, not the notes on its reading, numbered in reading order of the form.
    pub fn of(report: &'a Report<'a>, checked: &'a Checked<'a>, at: usize, sop: &'a Sop) -> Self {
        let keys = Keys::of(sop);
        let findings = crate::report::reading::faults(checked.about(at));
        let mut notes: Vec<Note<'a>> =
            findings.map(|finding| Note { finding, key: keys.of_finding(sop, finding) }).collect();
        notes.sort_by_key(|it| keys.position(&it.key));
        let (mut by_cell, mut by_band) = (BTreeMap::new(), BTreeMap::new());
        // In reading order all of a cell, and all of a part, stand one behind the other.
        for (at, note) in notes.iter().enumerate() {
            by_cell.entry(note.key.clone()).or_insert(at..at).end = at + 1;
            by_band.entry(keys.band(&note.key)).or_insert(at..at).end = at + 1;
        }
        let prefix = prefix(checked.position, at);
        Self { report, checked, sop, prefix, keys, notes, by_cell, by_band, ledger: Ledger::of(sop) }
    }

    fn numbered(&self, notes: Option<&Range<usize>>) -> impl Iterator<Item = (usize, &Note<'a>)> {
        let notes = notes.cloned().unwrap_or_default();
        notes.clone().map(|at| at + 1).zip(&self.notes[notes])
    }

    pub fn pick(&self, id: &'static str, en: &'static str) -> &'static str {
        if self.report.language == Language::English { en } else { id }
    }

    /// The numbers, from 1, and findings that belong into that part of the page.
    pub fn notes_in(&self, band: Band) -> impl Iterator<Item = (usize, &Note<'a>)> {
        self.numbered(self.by_band.get(&band))
    }

    /// The anchor of a cell.
    pub fn anchor(&self, key: &str) -> String {
        format!("{}-{}", self.prefix, if key.is_empty() { "semua".to_owned() } else { key.replace('/', "-") })
    }

    /// Marks that lead from a cell to the notes about it.
    pub fn marks(&self, key: &str) -> String {
        let mut out = String::new();
        for (number, note) in self.numbered(self.by_cell.get(key)) {
            let class = severity_class(note.finding.severity);
            let label = format!("{} {number}", self.pick("Catatan", "Note"));
            let prefix = &self.prefix;
            let _ = write!(
                out,
                "<a class=\"mark {class}\" id=\"{prefix}-m{number}\" href=\"#{prefix}-n{number}\" \
                 aria-label=\"{label}\">{number}</a>"
            );
        }
        out
    }

    /// What the ledger says of the value at a path.
    pub fn review(&self, path: &str) -> Option<&'a Review> {
        self.ledger.review(path)
    }

    /// The shade of the value at a path.
    pub fn shade(&self, path: &str) -> Shade {
        self.review(path).map_or(Shade::Read, |review| Shade::from(review.how))
    }

    /// The shade of a field: what could not be understood is unreadable, whether a ledger says so or not.
    pub fn shade_of<T>(&self, path: &str, field: &Field<T>) -> Shade {
        if matches!(field, Field::Unreadable(_)) { Shade::Unreadable } else { self.shade(path) }
    }

    /// A value that can be jumped to: its text shaded after how it is known, then the marks.
    pub fn value(&self, key: &str, path: &str, text: &str) -> String {
        self.shaded(key, path, text, self.shade(path))
    }

    /// The same for what a field says.
    pub fn field<T: Display>(&self, key: &str, path: &str, field: &Field<Sourced<T>>) -> String {
        self.shaded(key, path, &said(field), self.shade_of(path, field))
    }

    /// The same in a shade that is known.
    pub fn shaded(&self, key: &str, path: &str, text: &str, shade: Shade) -> String {
        let body = if text.is_empty() { String::new() } else { shade.wrap(self, path, &lines(text)) };
        format!("<span class=\"v\" id=\"{}\">{body}{}</span>", Xml(&self.anchor(key)), self.marks(key))
    }
}

/// What a field says; nothing where it says nothing.
pub(super) fn said<T: Display>(field: &Field<Sourced<T>>) -> String {
    match field {
        Field::Absent | Field::Blank(_) => String::new(),
        Field::Dash(_) => "-".to_owned(),
        Field::Unreadable(text) => text.value.clone(),
        Field::Known(it) => it.value.to_string(),
    }
}

/// What the anchors of an SOP begin with.
pub(super) fn prefix(file: usize, sop: usize) -> String {
    format!("b{}s{}", file + 1, sop + 1)
}

/// The class by which the style knows a severity.
pub(super) fn severity_class(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "e",
        Severity::Warning => "w",
        Severity::Info => "i",
        Severity::Note => "n",
    }
}

/// Text with its line breaks.
pub(super) fn lines(text: &str) -> String {
    text.lines().map(|line| Xml(line).to_string()).collect::<Vec<String>>().join("<br/>")
}
