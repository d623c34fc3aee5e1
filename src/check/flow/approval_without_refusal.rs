//! S712 `approval-without-refusal`: something is approved or verified, and nothing says what happens if it is not.

use crate::check::questions::{Kind, activities, decides_in_words, sends_back};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::Step;

pub(super) static RULE: Rule = Rule {
    code: "S712",
    name: "approval-without-refusal",
    severity: Severity::Info,
    summary: "persetujuan tanpa kemungkinan ditolak",
    summary_en: "an approval that cannot be refused",
    page: include_str!("approval_without_refusal.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    // One way back is enough: what was checked before is approved without another.
    if sop.cells().any(|(_, _, cell)| cell.branches()) {
        return;
    }
    for (step, _, activity) in activities(sop) {
        // A decision in words is `implied-decision`.
        if decides_in_words(&activity.words).is_some() || is_sent_back(step) {
            continue;
        }
        let Some(verb) = activity.words.iter().take(6).find(|word| word.is(Kind::Approving)) else { continue };
        let message = Message::new(
            format!("langkah {}, `{}`, tidak menyebut ke mana pekerjaan kembali bila ditolak", step.number, verb.text),
            format!("step {}, `{}`, does not say where work goes back to if it is refused", step.number, verb.text),
        );
        findings.report(activity.path(), activity.part(verb.at, verb.end()), message).help(Message::new(
            "jadikan keputusan (belah ketupat): Ya ke langkah berikutnya, Tidak ke langkah yang memperbaikinya",
            "make it a decision (diamond): Ya to the next step, Tidak to the one where it is mended",
        ));
    }
}

fn is_sent_back(step: &Step) -> bool {
    step.note.known().is_some_and(|note| sends_back(&note.value).is_some())
}
