//! S504 `unchanged-document`: a step puts out exactly what it took in.

use crate::check::questions::first_word_of;
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{DocumentName, Path, Sourced, Step, StepField};
use crate::vocabulary::activity_verbs::CLOSING;
use std::collections::BTreeSet;

pub(super) static RULE: Rule = Rule {
    code: "S504",
    name: "unchanged-document",
    severity: Severity::Info,
    summary: "output sama dengan kelengkapan",
    summary_en: "a step puts out exactly what it took in",
    page: include_str!("unchanged_document.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for (row, step) in sop.steps.iter().enumerate() {
        if decides(step) || files_away(sop, row) || !same_documents(step.requirements.items(), step.outputs.items()) {
            continue;
        }
        let output = names(step.outputs.items());
        let message = Message::new(
            format!("output {output} sama dengan kelengkapannya, sehingga hasil langkah {} tidak tampak", step.number),
            format!("output {output} is the same as its Kelengkapan, so what step {} adds is not seen", step.number),
        );
        findings.report(Path::field(step.number, StepField::Outputs), step.outputs.place(), message).help(
            Message::new(
                "beri nama keadaan barunya, misalnya `draf terkoreksi` atau `draf disetujui`",
                "name its new state, such as `draf terkoreksi` or `draf disetujui`",
            ),
        );
    }
}

/// Whoever only decides about a document hands it on as it is.
fn decides(step: &Step) -> bool {
    step.cells.iter().any(|cell| cell.branches())
}

fn files_away(sop: &Subject<'_>, row: usize) -> bool {
    first_word_of(sop, row).is_some_and(|verb| CLOSING.contains(&verb))
}

/// Another word for the same paper (`Draft`, `Konsep`) may be a new state of it: only equal spelling counts.
fn same_documents(needed: &[Sourced<DocumentName>], made: &[Sourced<DocumentName>]) -> bool {
    let spelt = |list: &[Sourced<DocumentName>]| list.iter().map(|it| it.value.bare()).collect::<BTreeSet<_>>();
    // In most rows the first name tells that something new is made.
    let is_needed = |name: &Sourced<DocumentName>| needed.iter().any(|it| it.value.spelt_like(&name.value));
    made.first().is_some_and(is_needed) && spelt(needed) == spelt(made)
}

fn names(documents: &[Sourced<DocumentName>]) -> String {
    let quoted: Vec<_> = documents.iter().map(|name| format!("`{}`", name.value)).collect();
    quoted.join(", ")
}
