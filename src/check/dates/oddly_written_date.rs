//! S206 `oddly-written-date`: a date is written in numbers, or with an old or short name of its month.

use crate::check::questions::respelled;
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};

pub(super) static RULE: Rule = Rule {
    code: "S206",
    name: "oddly-written-date",
    severity: Severity::Info,
    summary: "tanggal tidak ditulis dengan nama bulan baku",
    summary_en: "a date is not written with the standard name of its month",
    page: include_str!("oddly_written_date.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for odd in respelled(sop, |path| path.as_str().starts_with("identitas/tanggal_")) {
        if is_only_a_zero(&odd.written, &odd.usual) {
            continue;
        }
        let message = Message::new(
            format!("tanggal `{}` dibaca sebagai `{}`; tulislah demikian", odd.written, odd.usual),
            format!("the date `{}` was read as `{}`: write it so", odd.written, odd.usual),
        );
        let fix = odd.fix();
        findings.report_span(odd.path, odd.span, message).fix(fix).help(Message::new(
            "tulis tanggal, nama bulan, lalu tahun dengan empat angka",
            "write the day, the name of the month, and the year in four digits",
        ));
    }
}

/// `08 Februari 2019` is read by nobody otherwise than `8 Februari 2019`.
fn is_only_a_zero(written: &str, usual: &str) -> bool {
    let bare = written.trim().trim_start_matches('0');
    bare.split_whitespace().map(str::to_lowercase).eq(usual.split_whitespace().map(str::to_lowercase))
}
