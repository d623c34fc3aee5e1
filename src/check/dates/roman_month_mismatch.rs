//! S203 `roman-month-mismatch`: the Roman month in the SOP number is no month, or not the month of its dates.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Change, Fix, Message, Severity};
use crate::model::{Path, SopNumber, Sourced};

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
    findings
        .report(Path::identity("nomor"), number.place, Message::new(id, en))
        .help(Message::new(
            "pakai angka romawi bulan pembuatan, I sampai XII",
            "write the month of the making in Roman numerals, I to XII",
        ))
        .fix(month_of_dates(number, segment, &months));
}

const MONTHS: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

fn is_roman(segment: &str) -> bool {
    !segment.is_empty() && segment.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'))
}

/// The month on which the dates agree; whether the dates or the number are wrong, only the register tells.
fn month_of_dates(number: &Sourced<SopNumber>, segment: &str, months: &[u8]) -> Option<Fix> {
    let month = *months.first().filter(|first| months.iter().all(|it| it == *first))?;
    let right = *MONTHS.get(usize::from(month).checked_sub(1)?)?;
    let year = number.value.0.rfind('/')?;
    let at = number.value.0[..year].rfind(segment)?;
    let change = Change::Replace { value: number.span()?, part: at..at + segment.len(), text: right.to_owned() };
    Some(Fix::offered(Message::new(format!("tulis `{right}`"), format!("write `{right}`")), vec![change]))
}
