//! S203 `roman-month-mismatch`: the Roman month in the SOP number is no month, or not the month of its dates.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::Path;

pub(super) static RULE: Rule = Rule {
    code: "S203",
    name: "roman-month-mismatch",
    severity: Severity::Warning,
    summary: "bulan romawi pada nomor SOP keliru",
    summary_en: "the Roman month in the number is wrong",
    page: include_str!("roman_month_mismatch.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let identity = &sop.identity;
    let Some(number) = identity.number.known() else { return };
    let segments: Vec<_> = number.value.segments().collect();
    // Only the part before the year is a month: `IV` elsewhere may be a unit.
    let [.., segment, year] = segments.as_slice() else { return };
    if year.len() != 4 || !is_roman(segment) {
        return;
    }
    let dates = [&identity.created, &identity.effective];
    let months: Vec<u8> = dates.iter().filter_map(|date| date.value()?.month).collect();
    let month = MONTHS.iter().position(|roman| roman == segment);
    let (id, en) = match month {
        None => (format!("`{segment}` bukan angka bulan"), format!("`{segment}` is no month")),
        Some(at) if !months.is_empty() && !months.iter().any(|month| usize::from(*month) == at + 1) => (
            format!("nomor menyebut bulan `{segment}`, tetapi tanggalnya bulan {}", months[0]),
            format!("the number says month `{segment}`, but the date is of month {}", months[0]),
        ),
        Some(_) => return,
    };
    findings.report(Path::identity("nomor"), number.place, Message::new(id, en)).help(Message::new(
        "pakai angka romawi bulan pembuatan, I sampai XII",
        "write the month of the making in Roman numerals, I to XII",
    ));
}

const MONTHS: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

fn is_roman(segment: &str) -> bool {
    !segment.is_empty() && segment.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'))
}
