//! What is remembered of a whole run: counts, never texts.

use super::{Checked, Format, Report, Tally};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plain::plain;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Counts over a whole run, or over one file of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Overview {
    /// How many findings of which severity.
    pub tally: Tally,
    /// The rules that found something, by code.
    pub(super) rules: BTreeMap<&'static str, RuleCount>,
    /// The SOPs in the order of the report; only where the report has a table of contents.
    pub(super) contents: Vec<Entry>,
    /// The files with their positions, ascending; only where the report ends with a glance at a folder.
    pub(super) documents: Vec<(usize, Document)>,
    /// Safe fixes that are at hand.
    pub(super) fixes: usize,
    /// Files that could not be read, each with why.
    pub(super) failures: Vec<String>,
}

/// How often one rule found something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RuleCount {
    pub name: &'static str,
    /// The gravest it was given.
    pub severity: Severity,
    pub findings: usize,
    pub files: usize,
}

/// One file of a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Document {
    pub name: String,
    /// The unit that its first SOP names.
    pub unit: Option<String>,
    pub tally: Tally,
}

/// One SOP in the table of contents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// Which file of the run, from 0.
    pub file: usize,
    /// Which SOP of the file, from 0.
    pub sop: usize,
    pub name: String,
    pub title: Option<String>,
    pub tally: Tally,
}

impl Overview {
    /// What one file adds.
    pub fn of(report: &Report<'_>, checked: &Checked<'_>) -> Self {
        let mut rules: BTreeMap<&'static str, RuleCount> = BTreeMap::new();
        for it in checked.findings {
            let fresh = RuleCount { name: it.name, severity: it.severity, findings: 0, files: 1 };
            let count = rules.entry(it.code).or_insert(fresh);
            count.findings += 1;
            count.severity = count.severity.max(it.severity);
        }
        let contents = if report.format == Format::Html { entries(checked) } else { Vec::new() };
        let documents = report.folder.map(|_| (checked.position, document(checked)));
        let is_safe = |it: &&Diagnostic| it.fix.as_ref().is_some_and(|fix| fix.safe && !fix.edits.is_empty());
        Self {
            tally: Tally::of(checked.findings),
            rules,
            contents,
            documents: documents.into_iter().collect(),
            fixes: checked.findings.iter().filter(is_safe).count(),
            failures: Vec::new(),
        }
    }

    /// Adds what another file or run has.
    pub fn add(&mut self, other: Self) {
        self.tally.add(other.tally);
        for (code, it) in other.rules {
            let fresh = RuleCount { findings: 0, files: 0, ..it.clone() };
            let count = self.rules.entry(code).or_insert(fresh);
            count.findings += it.findings;
            count.files += it.files;
            count.severity = count.severity.max(it.severity);
        }
        self.contents.extend(other.contents);
        for (position, it) in other.documents {
            match self.documents.binary_search_by_key(&position, |(known, _)| *known) {
                // What the rules about a folder say of a file comes after the file.
                Ok(known) => self.documents[known].1.tally.add(Tally { files: 0, ..it.tally }),
                Err(place) => self.documents.insert(place, (position, it)),
            }
        }
        self.fixes += other.fixes;
        self.failures.extend(other.failures);
    }

    /// The file of a folder that this is about, by position; the first of several.
    pub fn position(&self) -> Option<usize> {
        self.documents.first().map(|(position, _)| *position)
    }

    /// The files of a folder by position, the worst first.
    pub fn worst_first(&self) -> Vec<usize> {
        let mut all: Vec<(usize, Tally)> = self.documents.iter().map(|(at, it)| (*at, it.tally)).collect();
        all.sort_by_key(|(at, it)| (Reverse(it.weight()), *at));
        all.into_iter().map(|(at, _)| at).collect()
    }

    /// Remembers a file that could not be read.
    pub fn add_failure(&mut self, why: &str) {
        self.failures.push(plain(why).into_owned());
    }
}

fn document(checked: &Checked<'_>) -> Document {
    let unit = checked.sops.first().and_then(|sop| sop.identity.unit.value());
    Document { name: checked.source.name.clone(), unit: unit.cloned(), tally: Tally::of(checked.findings) }
}

fn entries(checked: &Checked<'_>) -> Vec<Entry> {
    let entry = |(at, sop): (usize, &crate::model::Sop)| Entry {
        file: checked.position,
        sop: at,
        name: checked.source.name.clone(),
        title: sop.identity.title.value().cloned(),
        tally: Tally::count(checked.about(at).iter()),
    };
    checked.sops.iter().enumerate().map(entry).collect()
}
