//! S712 `approval-without-refusal`: something is approved or verified, and nothing says what happens if it is not.

use crate::check::questions::{FirstWord, Kind, Word, activities, decides_in_words, sends_back, words};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::Step;
use crate::vocabulary::decision_wording::{AFTER_REFUSAL, BEFORE_NAMED_ACT, NOTED_REFUSALS};

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
        let Some(verb) = approval(&activity.words) else { continue };
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

/// The word near the beginning that approves: `hasil verifikasi` and `surat persetujuan` are papers.
fn approval<'w, 'a>(activity: &'w [Word<'a>]) -> Option<&'w Word<'a>> {
    let acts = |at: usize| activity[at].opens() == FirstWord::Active;
    let is_paper = |before: usize| BEFORE_NAMED_ACT.contains(&activity[before].as_lower());
    let is_act = |at: &usize| acts(*at) || !at.checked_sub(1).is_some_and(is_paper);
    let near = (0..activity.len().min(6)).filter(|at| activity[*at].is(Kind::Approving));
    near.filter(is_act).map(|at| &activity[at]).next()
}

fn is_sent_back(step: &Step) -> bool {
    let note = step.note.known();
    note.is_some_and(|note| sends_back(&note.value).is_some() || tells_refusal(&words(&note.value)))
}

/// `Tidak setuju: kembali ke AR`, `Bila bukan KLB, selesai`.
fn tells_refusal(note: &[Word<'_>]) -> bool {
    let refused = note.iter().position(|word| NOTED_REFUSALS.contains(&word.as_lower()));
    refused.is_some_and(|at| note[at..].iter().any(|word| AFTER_REFUSAL.contains(&word.as_lower())))
}
