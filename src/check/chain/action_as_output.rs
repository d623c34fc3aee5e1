//! S506 `action-as-output`: an output is named by an act, not by a thing.

use crate::check::questions::{FirstWord, first_word, words};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, StepField};
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
    for step in &sop.steps {
        for (at, output) in step.outputs.items().iter().enumerate() {
            if !names_an_act(&output.value.0) {
                continue;
            }
            let path = Path::field(step.number, StepField::Outputs).item(at + 1);
            let message = Message::new(
                format!("output `{}` di langkah {} menyebut perbuatan, bukan hasilnya", output.value, step.number),
                format!("output `{}` of step {} names an act, not what comes of it", output.value, step.number),
            );
            findings.report(path, output.place, message).help(Message::new(
                "sebut bendanya atau keadaannya, misalnya `Data realisasi terinput`",
                "name the thing or its state, such as `Data realisasi terinput`",
            ));
        }
    }
}

fn names_an_act(name: &str) -> bool {
    words(name)
        .first()
        .is_some_and(|word| ACTS_AS_OUTPUT.contains(&word.as_lower()) || first_word(&word.lower) == FirstWord::Active)
}
