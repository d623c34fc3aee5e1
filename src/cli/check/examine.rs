//! One file → its SOPs and what the rules find in them.

use crate::analysis::Analysis;
use crate::check::check;
use crate::cli::batch::open;
use crate::cli::input::Input;
use crate::cli::speech::Speech;
use crate::config::Policy;
use crate::diagnostic::Diagnostic;
use crate::mend::resolve;
use crate::model::Sop;
use crate::report::Checked;
use crate::source::Source;
use anyhow::Result;

/// One file, read and checked.
#[derive(Debug)]
pub(super) struct Examined {
    /// The text that all places point into.
    pub source: Source,
    /// The SOPs in it.
    pub sops: Vec<Sop>,
    /// What was found, SOP after SOP.
    pub findings: Vec<Diagnostic>,
    /// Our own YAML or JSON, not a legacy text.
    pub is_model: bool,
}

impl Examined {
    /// As a report looks at it, as if it were the only one.
    pub fn as_checked(&self) -> Checked<'_> {
        Checked { position: 0, source: &self.source, sops: &self.sops, findings: &self.findings }
    }
}

/// Reads a file and asks the rules about every SOP in it.
pub(super) fn examine(input: &Input, policy: &Policy, speech: Speech) -> Result<Examined> {
    Ok(ask(open(input, speech)?, policy))
}

/// Asks the rules about every SOP of a file.
pub(super) fn ask(analysis: Analysis, policy: &Policy) -> Examined {
    let Analysis { source, sops, is_model } = analysis;
    let findings = sops.iter().enumerate().flat_map(|(at, sop)| {
        let mut found = check(sop, &policy.settings, policy.rules());
        found.iter_mut().for_each(|it| it.sop = at);
        found
    });
    let mut findings: Vec<Diagnostic> = findings.collect();
    if is_model {
        resolve(&source, &mut findings);
    }
    Examined { source, sops, findings, is_model }
}
