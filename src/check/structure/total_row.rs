//! S008 `total-row`: the printed total differs from the sum of the steps.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::Path;
use crate::timing::{RowTime, effort_in_words, printed_totals, row_times};

pub(super) static RULE: Rule = Rule {
    code: "S008",
    name: "total-row",
    severity: Severity::Warning,
    summary: "baris jumlah berbeda dari langkah-langkahnya",
    summary_en: "the row of totals differs from the sum of the steps",
    page: include_str!("total_row.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let time = sop.settings().working_time;
    let times = row_times(sop, &time);
    for total in printed_totals(sop, &time).into_iter().filter(|total| total.differs_from(&times, &time)) {
        let sum = effort_in_words(times.iter().filter_map(RowTime::counted).sum(), &time);
        let message = Message::new(
            format!("baris jumlah menulis `{}`, padahal waktu langkah-langkahnya berjumlah {}", total.text, sum.id),
            format!("the row of totals says `{}`, but the steps add up to {}", total.text, sum.en),
        );
        findings.report_span(Path::steps(), total.span, message).help(Message::new(
            "perbaiki jumlahnya, atau hapus barisnya; `sop time` menghitungnya dari langkah-langkah",
            "mend the total, or remove the row: `sop time` adds up the steps",
        ));
    }
}
