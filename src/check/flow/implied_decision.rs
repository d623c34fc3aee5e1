//! S708 `implied-decision`: the text decides or sends work back, but the step is no decision.

use crate::check::questions::{decides_in_words, sends_back};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, StepField};

pub(super) static RULE: Rule = Rule {
    code: "S708",
    name: "implied-decision",
    severity: Severity::Warning,
    summary: "keputusan tersirat",
    summary_en: "the text decides, but the step is no decision",
    page: include_str!("implied_decision.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for (row, step) in sop.steps.iter().enumerate() {
        if step.cells.iter().any(|cell| cell.branches()) {
            continue;
        }
        let Some((field, place, words)) = clue(sop, row) else { continue };
        let message = Message::new(
            format!("`{words}` menyiratkan keputusan, tetapi langkah {} tidak bercabang", step.number),
            format!("`{words}` implies a decision, but step {} has no branches", step.number),
        );
        findings.report(Path::field(step.number, field), place, message).help(Message::new(
            "gambar belah ketupat dengan cabang Ya dan Tidak; dalam YAML: `ya` dan `tidak` dengan nomor langkah yang dituju",
            "draw a diamond with the branches Ya and Tidak; in YAML: `ya` and `tidak` with the steps they go to",
        ));
    }
}

fn clue(sop: &Subject<'_>, row: usize) -> Option<(StepField, crate::source::Place, &'static str)> {
    let activity = sop.texts().activity(row);
    let activity = activity.and_then(|it| Some((StepField::Activity, it.place, decides_in_words(&it.words)?)));
    let step = &sop.steps[row];
    let note = || step.note.known().and_then(|it| Some((StepField::Note, it.place, sends_back(&it.value)?)));
    activity.or_else(note)
}
