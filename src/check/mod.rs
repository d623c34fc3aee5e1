//! Sop → findings. A rule is one file and its page; a chapter is a folder; the registry is data.
//!
//! A new rule is a file `<chapter>/<name>.rs`, its page `<name>.md` beside it, and a line in the chapter's `RULES`; what several
//! rules ask of an SOP is in `questions`, and every word and fact they compare with in [`crate::vocabulary`].
//!
//! A rule about one SOP looks at a [`Subject`]; a rule about a folder looks at a [`Library`] of cards, for the SOPs themselves
//! are gone by then ([`folder`]).
//!
//! Rules see the model and the facts of [`crate::vocabulary`], never the text. A rule reports *about a path*; the engine
//! adds what the ledger knows of it: a finding that rests on an inferred value is at most [`Severity::Info`] and says so, one that
//! rests on a row whose words were dealt out is a note.

mod cures;
mod findings;
mod fingerprint;
mod openings;
mod settings;
mod subject;

pub use findings::{Finding, Findings};
pub use fingerprint::fingerprint;
pub use folder::{Card, FolderFindings, Library, Relation};
pub use settings::{OfficeNames, Settings};
pub use subject::Subject;

use crate::diagnostic::{Diagnostic, Severity};
use crate::model::Sop;

pub mod actors;
pub mod chain;
pub mod dates;
pub mod duration;
pub mod flow;
pub mod folder;
pub mod identity;
pub mod legal_basis;
pub mod library;
pub mod structure;
pub mod wording;

mod questions;

/// One rule: plain data, so that the registry, `sop explain` and the tests are loops.
#[derive(Debug)]
pub struct Rule {
    /// `S` and three digits, the first of which is the chapter; never reused.
    pub code: &'static str,
    /// Reads well after "allow": names the pattern, not the cure.
    pub name: &'static str,
    /// The one severity of this rule; two severities are two rules.
    pub severity: Severity,
    /// One line in Indonesian.
    pub summary: &'static str,
    /// Its English twin.
    pub summary_en: &'static str,
    /// The page: manual, `sop explain` text and test, in both languages ([`page_in`](crate::diagnostic::page_in)).
    pub page: &'static str,
    /// The question it asks.
    pub check: Check,
}

/// What a rule looks at, and how it asks.
#[derive(Debug, Clone, Copy)]
pub enum Check {
    /// One SOP by itself.
    Sop(fn(&Subject<'_>, &mut Findings)),
    /// One SOP by itself, for what it lacks. What may stand in the document, unread, is not missing: the engine makes a note of
    /// such a finding.
    Absence(fn(&Subject<'_>, &mut Findings)),
    /// All SOPs of a run together.
    Folder(fn(&Library, &mut FolderFindings)),
}

/// All rules, by code.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    CHAPTERS.iter().flat_map(|chapter| chapter.iter().copied())
}

/// The chapters S0 to S9, each in the order of its codes.
const CHAPTERS: &[&[&Rule]] = &[
    structure::RULES,
    identity::RULES,
    dates::RULES,
    legal_basis::RULES,
    actors::RULES,
    chain::RULES,
    duration::RULES,
    flow::RULES,
    wording::RULES,
    library::RULES,
];

/// All findings of the given rules about one SOP, in document order, without those the document switches off.
pub fn check<'r>(sop: &Sop, settings: &Settings, selected: impl IntoIterator<Item = &'r Rule>) -> Vec<Diagnostic> {
    check_subject(&Subject::new(sop, settings), selected)
}

/// The same about an SOP that is a subject already.
pub fn check_subject<'r>(subject: &Subject<'_>, selected: impl IntoIterator<Item = &'r Rule>) -> Vec<Diagnostic> {
    let mut findings = Findings::new(subject);
    for rule in selected {
        findings.run(rule, subject);
    }
    findings.finish()
}

/// All findings of the given rules about the SOPs of a folder together, each with the position of its card: in the order of the
/// cards, without those that an SOP switches off. Rules about one SOP find nothing here.
pub fn check_folder<'r>(library: &Library, selected: impl IntoIterator<Item = &'r Rule>) -> Vec<(usize, Diagnostic)> {
    let mut findings = FolderFindings::new(library);
    for rule in selected {
        findings.run(rule);
    }
    findings.finish()
}
