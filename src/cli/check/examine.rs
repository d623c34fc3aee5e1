//! One file → its SOPs and what the rules find in them.

use super::policy::Policy;
use crate::check::check;
use crate::cli::batch::open;
use crate::cli::input::Input;
use crate::cli::speech::Speech;
use crate::diagnostic::Diagnostic;
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
}

impl Examined {
    /// As a report looks at it.
    pub fn as_checked(&self) -> Checked<'_> {
        Checked { source: &self.source, sops: &self.sops, findings: &self.findings }
    }
}

/// Reads a file and asks the rules about every SOP in it.
pub(super) fn examine(input: &Input, policy: &Policy, speech: Speech) -> Result<Examined> {
    let analysis = open(input, speech)?;
    let findings = analysis.sops.iter().enumerate().flat_map(|(at, sop)| {
        let mut found = check(sop, &policy.settings, policy.rules.iter().copied());
        found.iter_mut().for_each(|it| it.sop = at);
        found
    });
    let findings = findings.collect();
    Ok(Examined { source: analysis.source, sops: analysis.sops, findings })
}
