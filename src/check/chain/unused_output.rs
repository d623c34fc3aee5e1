//! S505 `unused-output`: a step makes a document that no later step asks for.

use crate::check::questions::{Chain, NameKey, Paper, activities};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::vocabulary::document_synonyms::CLOSING_OUTPUTS;

pub(super) static RULE: Rule = Rule {
    code: "S505",
    name: "unused-output",
    severity: Severity::Info,
    summary: "output tidak dipakai oleh langkah berikutnya",
    summary_en: "no later step asks for an output",
    page: include_str!("unused_output.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let chain = sop.chain();
    // Where the chain breaks, `broken-chain` already shows both ends.
    let broken: Vec<usize> = chain.broken_rows().into_iter().map(|(row, _)| row).collect();
    let named: Vec<(u32, NameKey)> =
        activities(sop).map(|(step, _, text)| (step.number, NameKey::of(&text.value))).collect();
    let unused = chain.outputs().filter(|it| it.row + 1 < sop.steps.len() && !broken.contains(&(it.row + 1)));
    for output in unused.filter(|it| !chain.is_used(it) && !ends_its_way(chain, it)) {
        if named.iter().any(|(step, activity)| *step > output.step && chain.key(output).is_in(activity)) {
            continue;
        }
        let message = Message::new(
            format!("output `{}` tidak diminta oleh langkah setelah {}", output.name.value, output.step),
            format!("no step after {} asks for the output `{}`", output.step, output.name.value),
        );
        findings.report(output.path.clone(), output.name.place, message).help(Message::new(
            "tulis nama dokumen ini di Kelengkapan langkah yang memakainya",
            "name this document among the requirements of the step that uses it",
        ));
    }
}

/// Records and copies stay where they are made.
fn ends_its_way(chain: &Chain<'_>, output: &Paper<'_>) -> bool {
    chain.key(output).words().iter().any(|word| CLOSING_OUTPUTS.contains(&word.as_str()))
}
