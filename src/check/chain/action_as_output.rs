//! S506 `action-as-output`: an output is named by an act, not by a thing.

use crate::check::questions::{FirstWord, Word};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::StepField;
use crate::vocabulary::activity_verbs::ACTS_AS_OUTPUT;

pub(super) static RULE: Rule = Rule {
    code: "S506",
    name: "action-as-output",
    severity: Severity::Warning,
    summary: "output berupa perbuatan, bukan hasil",
    summary_en: "an output names an act, not a product",
    page: include_str!("action_as_output.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for (row, step) in sop.steps.iter().enumerate() {
        for output in sop
            .texts()
            .documents(row, StepField::Outputs)
            .filter(|it| names_an_act(&it.words) && !opens_with_initials(it.text))
        {
            let message = Message::new(
                format!("output `{}` di langkah {} menyebut perbuatan, bukan hasilnya", output.text, step.number),
                format!("output `{}` of step {} names an act, not what comes of it", output.text, step.number),
            );
            findings.report(output.path(), output.place, message).help(Message::new(
                "sebut bendanya atau keadaannya, misalnya `Data realisasi terinput`",
                "name the thing or its state, such as `Data realisasi terinput`",
            ));
        }
    }
}

/// Longer words in capitals are words.
const LONGEST_INITIALS: usize = 6;

/// `METAR terkirim`: a word in capitals before others is a name.
fn opens_with_initials(output: &str) -> bool {
    let first = output.split_whitespace().next().unwrap_or_default();
    (2..=LONGEST_INITIALS).contains(&first.len())
        && first.bytes().all(|it| it.is_ascii_uppercase())
        && output.contains(char::is_lowercase)
}

fn names_an_act(words: &[Word<'_>]) -> bool {
    let first = words.first();
    first.is_some_and(|it| it.opens() == FirstWord::Active || ACTS_AS_OUTPUT.contains(&it.as_lower()))
}
