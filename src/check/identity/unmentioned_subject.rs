//! S117 `unmentioned-subject`: no word of the name of the SOP appears in its steps or cautions.

use crate::check::questions::{Spot, Topic};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, SectionKind};

pub(super) static RULE: Rule = Rule {
    code: "S117",
    name: "unmentioned-subject",
    severity: Severity::Warning,
    summary: "pokok nama SOP tidak muncul di isinya",
    summary_en: "the subject the SOP is named after appears nowhere in it",
    page: include_str!("unmentioned_subject.md"),
    check: Check::Sop(check),
};

/// With fewer steps too little is said to miss anything.
const LEAST_STEPS: usize = 3;

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let Some(title) = sop.identity.title.known() else { return };
    let topic = Topic::of(&title.value);
    let within = |spot: Spot| spot.is_in_table() || matches!(spot, Spot::Section(SectionKind::Cautions, _));
    let mut said = sop.passages().iter().filter(|passage| within(passage.spot));
    if sop.steps.len() < LEAST_STEPS || topic.is_empty() || said.any(|passage| topic.is_in(passage.text)) {
        return;
    }
    let message = Message::new(
        format!("tidak satu pun kata pokok dari `{}` muncul di kegiatan atau peringatan", title.value),
        format!("no telling word of `{}` appears in the activities or cautions", title.value),
    );
    findings.report(Path::identity("nama"), title.place, message).help(Message::new(
        "periksa apakah nama atau tabelnya tertinggal dari SOP lain",
        "see whether the name or the table was left over from another SOP",
    ));
}
