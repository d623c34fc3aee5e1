//! S201 `blank-number-segment`: a part of the SOP number was left to be filled in.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::Path;

pub(super) static RULE: Rule = Rule {
    code: "S201",
    name: "blank-number-segment",
    severity: Severity::Error,
    summary: "nomor SOP belum diisi lengkap",
    summary_en: "a part of the SOP number is still blank",
    page: include_str!("blank_number_segment.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let Some(number) = sop.identity.number.known() else { return };
    if !number.value.segments().any(is_blank) {
        return;
    }
    let message = Message::new(
        format!("nomor SOP `{}` masih punya bagian yang kosong", number.value),
        format!("the number of the SOP `{}` has a part left blank", number.value),
    );
    findings.report(Path::identity("nomor"), number.place, message).help(Message::new(
        "isi nomor urutnya sebelum SOP ditandatangani, misalnya `012/…`",
        "fill in the running number before the SOP is signed, such as `012/…`",
    ));
}

/// Nothing stands there, or in it a gap to be filled in (`SOP-...`, `____`) or letters that hold its place (`xxx`).
fn is_blank(segment: &str) -> bool {
    let is_gap = |it: char| matches!(it, '.' | '_' | '…');
    let gaps = segment.split(|it: char| !is_gap(it));
    let holds_a_place = segment.len() > 2 && segment.bytes().all(|it| it.eq_ignore_ascii_case(&b'x'));
    !segment.chars().any(char::is_alphanumeric)
        || holds_a_place
        || gaps.into_iter().any(|gap| gap.contains('…') || gap.len() > 2)
}
