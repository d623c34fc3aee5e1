//! S007 `other-form`: the document follows the form of health services or of ISO.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{LeftoverKind, Path};

pub(super) static RULE: Rule = Rule {
    code: "S007",
    name: "other-form",
    severity: Severity::Note,
    summary: "dokumen memakai format lain",
    summary_en: "the document follows another form",
    page: include_str!("other_form.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    // One heading tells the form; the others add nothing.
    let Some(told) = sop.leftovers(LeftoverKind::OtherForm).next() else { return };
    let heading = &told.text;
    let message = Message::new(
        format!("judul `{heading}` bukan bagian format SOP AP"),
        format!("the heading `{heading}` is no part of the form of SOP AP"),
    );
    findings.report(Path::whole(), told.place, message).help(Message::new(
        "format puskesmas atau ISO hanya terbaca sebagian; pindahkan isinya ke format SOP AP",
        "forms of health services or ISO are read only in part: move the content into this form",
    ));
}
