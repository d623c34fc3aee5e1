//! One file → its SOPs and what the rules find in them.

use super::folder::looks_at_folders;
use crate::analysis::Analysis;
use crate::check::{Card, Subject, check_subject};
use crate::cli::batch::open;
use crate::cli::input::Input;
use crate::cli::speech::Speech;
use crate::config::Policy;
use crate::diagnostic::Diagnostic;
use crate::mend::resolve;
use crate::model::{Sop, Trouble, TroubleKind};
use crate::report::Checked;
use crate::source::Source;
use anyhow::Result;
use std::sync::Arc;

/// One file, read and checked.
#[derive(Debug)]
pub(in crate::cli) struct Examined {
    /// The text that all places point into.
    pub source: Source,
    /// The SOPs in it.
    pub sops: Vec<Sop>,
    /// What was found, SOP after SOP.
    pub findings: Vec<Diagnostic>,
    /// Our own YAML or JSON, not a legacy text.
    pub is_model: bool,
    /// A card of every SOP, where some rule looks at folders.
    pub cards: Vec<Card>,
}

impl Examined {
    /// Nothing tells that there is an SOP in it; of pages and letters that only the eye can read nobody knows.
    pub fn is_no_sop(&self) -> bool {
        let is_unread =
            |it: &Trouble| matches!(it.kind, TroubleKind::PageWithoutText(_) | TroubleKind::UnmappedLetters);
        self.sops.iter().all(|sop| sop.is_void() && !sop.troubles.iter().any(is_unread))
    }

    /// As a report looks at it.
    pub fn as_checked(&self) -> Checked<'_> {
        Checked { source: &self.source, sops: &self.sops, findings: &self.findings, position: 0 }
    }
}

/// Reads a file and asks the rules about every SOP in it.
pub(in crate::cli) fn examine(input: &Input, policy: &Policy, speech: Speech) -> Result<Examined> {
    Ok(ask(open(input, speech)?, policy))
}

/// Asks the rules about every SOP of a file.
pub(in crate::cli) fn ask(analysis: Analysis, policy: &Policy) -> Examined {
    let Analysis { source, sops, is_model } = analysis;
    let (mut findings, mut cards) = (Vec::new(), Vec::new());
    let file = Arc::from(source.name.as_str());
    let is_carded = looks_at_folders(policy);
    for (at, sop) in sops.iter().enumerate() {
        let subject = Subject::new(sop, &policy.settings);
        let mut found = check_subject(&subject, policy.rules());
        found.iter_mut().for_each(|it| it.sop = at);
        findings.append(&mut found);
        if is_carded {
            cards.push(Card::of(&subject, &source, &file, at));
        }
    }
    if is_model {
        resolve(&source, &mut findings);
    }
    Examined { source, sops, findings, is_model, cards }
}
