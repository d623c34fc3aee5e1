//! S117 `unmentioned-subject`: a caution calls the work by another name, and no word of the name of the SOP appears in its
//! steps or cautions.

use crate::check::questions::{Spot, Topic, Word};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, SectionKind};
use crate::vocabulary::document_synonyms::PROCESS_WORDS;

pub(super) static RULE: Rule = Rule {
    code: "S117",
    name: "unmentioned-subject",
    severity: Severity::Warning,
    summary: "pokok nama SOP tidak muncul di isinya",
    summary_en: "the subject the SOP is named after appears nowhere in it",
    page: include_str!("unmentioned_subject.md"),
    check: Check::Absence(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let Some(title) = sop.identity.title.known() else { return };
    let mut others = sop.texts().section(SectionKind::Cautions).filter(|caution| names_a_process(&caution.words));
    let Some(caution) = others.next().filter(|_| !sop.steps.is_empty()) else { return };
    let topic = Topic::of(&title.value).without_common();
    let within = |spot: Spot| spot.is_in_table() || matches!(spot, Spot::Section(SectionKind::Cautions, _));
    let mut said = sop.passages().iter().filter(|passage| within(passage.spot));
    if topic.is_empty() || said.any(|passage| topic.is_in(&passage.words)) {
        return;
    }
    let message = Message::new(
        format!("pokok nama SOP, `{}`, tidak disebut di kegiatan atau peringatan mana pun", title.value),
        format!("no word of `{}` that tells its subject appears in the activities or cautions", title.value),
    );
    let note = Message::new("peringatan ini menyebut pekerjaan lain", "this caution speaks of other work");
    findings.report(Path::identity("nama"), title.place, message).related(caution.path(), caution.place, note).help(
        Message::new(
            "periksa apakah nama, peringatan atau tabelnya tertinggal dari SOP lain",
            "see whether the name, the caution or the table was left over from another SOP",
        ),
    );
}

/// `Pelaksanaan Monitoring akan terkendala …`: the work of the SOP is called by its name.
fn names_a_process(words: &[Word<'_>]) -> bool {
    words.first().is_some_and(|word| PROCESS_WORDS.contains(&word.as_lower()))
}
