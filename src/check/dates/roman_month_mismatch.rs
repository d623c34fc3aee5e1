//! S203 `roman-month-mismatch`: the Roman month in the SOP number is no month, or not the month of its dates.

use crate::check::questions::labelled_date;
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
    let dates = [("tanggal_pembuatan", &identity.created), ("tanggal_efektif", &identity.effective)];
    let dated = dates.into_iter().filter_map(|(key, date)| Some((date.value()?.month?, key, date))).collect::<Vec<_>>();
    let months: Vec<u8> = dated.iter().map(|(month, ..)| *month).collect();
    let (id, en) = match (MONTHS.iter().position(|roman| roman == segment), dated.first()) {
        (None, _) => (
            format!("`{segment}` di nomor SOP bukan angka romawi sebuah bulan"),
            format!("`{segment}` in the number of the SOP is the Roman numeral of no month"),
        ),
        (Some(at), Some((_, key, date))) if !months.iter().any(|month| usize::from(*month) == at + 1) => {
            let said = labelled_date(sop, key, date);
            (
                format!("nomor SOP menyebut bulan `{segment}`, tetapi {said}"),
                format!("the number of the SOP says month `{segment}`, but {said}"),
            )
        }
        _ => return,
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
