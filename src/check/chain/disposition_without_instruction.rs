//! S510 `disposition-without-instruction`: a step puts out a disposition, but its activity gives no instruction.

use crate::check::questions::{Kind, is_known_verb, naming_words, words};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, Step, StepField};

pub(super) static RULE: Rule = Rule {
    code: "S510",
    name: "disposition-without-instruction",
    severity: Severity::Info,
    summary: "output disposisi padahal kegiatannya tidak memberi perintah",
    summary_en: "a disposition comes out of a step that gives no instruction",
    page: include_str!("disposition_without_instruction.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for step in &sop.steps {
        let Some(activity) = step.activity.known() else { continue };
        if !acts_without_instruction(&activity.value) || carries_disposition(step) {
            continue;
        }
        for (at, output) in step.outputs.items().iter().enumerate() {
            if naming_words(&output.value.0) != ["disposisi"] {
                continue;
            }
            let path = Path::field(step.number, StepField::Outputs).item(at + 1);
            let message = Message::new(
                format!(
                    "output langkah {1} `{0}`, padahal kegiatannya tidak memberi disposisi",
                    output.value, step.number
                ),
                format!(
                    "the output of step {1} is `{0}`, but its activity gives no instruction",
                    output.value, step.number
                ),
            );
            let note = Message::new("kegiatannya", "its activity");
            let activity_path = Path::field(step.number, StepField::Activity);
            findings.report(path, output.place, message).related(activity_path, activity.place, note).help(
                Message::new(
                    "sebut hasil kegiatan ini, misalnya `Usulan` atau `Konsep laporan`",
                    "name what comes of this activity, such as `Usulan` or `Konsep laporan`",
                ),
            );
        }
    }
}

/// Begins with a known verb (perhaps behind its subject), and no word of it instructs.
fn acts_without_instruction(activity: &str) -> bool {
    let words = words(activity);
    let active = words.iter().take(3).any(|word| is_known_verb(&word.lower));
    active && !words.iter().any(|word| word.is(Kind::Disposing))
}

fn carries_disposition(step: &Step) -> bool {
    step.requirements.items().iter().any(|it| naming_words(&it.value.0).iter().any(|word| word == "disposisi"))
}
