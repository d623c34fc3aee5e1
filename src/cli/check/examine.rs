//! One file → its SOPs and what the rules find in them.

use super::policy::Policy;
use crate::check::{Card, Subject, check_subject};
use crate::cli::batch::open;
use crate::cli::input::Input;
use crate::cli::speech::Speech;
use crate::diagnostic::Diagnostic;
use crate::model::Sop;
use crate::report::Checked;
use crate::source::Source;
use anyhow::Result;
use std::sync::Arc;

/// One file, read and checked.
#[derive(Debug)]
pub(super) struct Examined {
    /// The text that all places point into.
    pub source: Source,
    /// The SOPs in it.
    pub sops: Vec<Sop>,
    /// What was found, SOP after SOP.
    pub findings: Vec<Diagnostic>,
}

impl Examined {
    /// As a report looks at it.
    pub fn as_checked(&self) -> Checked<'_> {
        Checked { source: &self.source, sops: &self.sops, findings: &self.findings }
    }
}

/// Reads a file and asks the rules about every SOP in it; with a card of each where the rules about a folder are asked later.
pub(super) fn examine(input: &Input, policy: &Policy, speech: Speech) -> Result<(Examined, Vec<Card>)> {
    let analysis = open(input, speech)?;
    let (mut findings, mut cards) = (Vec::new(), Vec::new());
    let file = Arc::from(analysis.source.name.as_str());
    for (at, sop) in analysis.sops.iter().enumerate() {
        let subject = Subject::new(sop, &policy.settings);
        let mut found = check_subject(&subject, policy.rules.iter().copied());
        found.iter_mut().for_each(|it| it.sop = at);
        findings.append(&mut found);
        if policy.looks_at_folders {
            cards.push(Card::of(&subject, &analysis.source, &file, at));
        }
    }
    Ok((Examined { source: analysis.source, sops: analysis.sops, findings }, cards))
}
