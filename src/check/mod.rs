//! Sop → findings. A rule is one file and its page; a chapter is a folder; the registry is data.
//!
//! A new rule is a file `<chapter>/<name>.rs`, its page `<name>.md` beside it, and a line in the chapter's `RULES`; what several
//! rules ask of an SOP is in `questions`, and every word and fact they compare with in [`crate::vocabulary`].
//!
//! Rules see the model and the facts of [`crate::vocabulary`], never the text. A rule reports *about a path*; the engine
//! adds what the ledger knows of it: a finding that rests on an inferred value is at most [`Severity::Info`] and says so.

mod findings;
mod settings;
mod subject;

pub use findings::{Finding, Findings};
pub use settings::Settings;
pub use subject::Subject;

use crate::diagnostic::{Diagnostic, Severity};
use crate::model::Sop;

pub mod actors;
pub mod chain;
pub mod dates;
pub mod duration;
pub mod flow;
pub mod identity;
pub mod legal_basis;
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
    /// The page: manual, `sop explain` text and test.
    pub page: &'static str,
    /// The question it asks.
    pub check: Check,
}

/// What a rule looks at, and how it asks.
#[derive(Debug, Clone, Copy)]
pub enum Check {
    /// One SOP by itself.
    Sop(fn(&Subject<'_>, &mut Findings)),
}

/// All rules, by code.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    CHAPTERS.iter().flat_map(|chapter| chapter.iter().copied())
}

/// The chapters S0 to S8, each in the order of its codes.
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
];

/// All findings of the given rules about one SOP, in document order, without those the document switches off.
pub fn check<'r>(sop: &Sop, settings: &Settings, selected: impl IntoIterator<Item = &'r Rule>) -> Vec<Diagnostic> {
    let subject = Subject::new(sop, settings);
    let mut findings = Findings::new(sop);
    for rule in selected {
        findings.run(rule, &subject);
    }
    findings.finish()
}
