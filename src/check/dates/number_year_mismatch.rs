//! S202 `number-year-mismatch`: the year in the SOP number is not the year of any of its dates.

use crate::check::questions::written_date;
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::Path;

pub(super) static RULE: Rule = Rule {
    code: "S202",
    name: "number-year-mismatch",
    severity: Severity::Warning,
    summary: "tahun pada nomor SOP berbeda dengan tahun tanggalnya",
    summary_en: "the year in the number differs from the year of the dates",
    page: include_str!("number_year_mismatch.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let identity = &sop.identity;
    let Some(number) = identity.number.known() else { return };
    let Some(year) = number.value.year() else { return };
    let dates = [("tanggal_pembuatan", &identity.created), ("tanggal_efektif", &identity.effective)];
    let known: Vec<_> = dates.into_iter().filter_map(|(key, field)| Some((key, field.known()?))).collect();
    let years = || known.iter().filter_map(|(_, date)| date.value.year);
    // Of two numbers one behind the other the first may be of that year: `800/7/2022SOP 800/3/2019`.
    if years().any(|it| it == year || number.value.holds_year(it)) {
        return;
    }
    let Some((key, date)) = known.iter().find(|(_, date)| date.value.year.is_some()) else { return };
    let written = written_date(sop, key, date);
    let message = Message::new(
        format!("nomor SOP `{}` menyebut tahun {year}, tetapi tanggalnya `{written}`", number.value),
        format!("the number of the SOP `{}` says {year}, but the date is `{written}`", number.value),
    );
    let note = Message::new("tahun yang berbeda", "the other year");
    findings
        .report(Path::identity("nomor"), number.place, message)
        .related(Path::identity(key), date.place, note)
        .help(Message::new("samakan tahunnya dengan tahun pembuatan SOP", "use the year in which the SOP was made"));
}
