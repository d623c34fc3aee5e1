//! S603 `oddly-written-duration`: durations whose unit is glued to the number, abbreviated or misspelt.

use crate::check::questions::respelled;
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};

pub(super) static RULE: Rule = Rule {
    code: "S603",
    name: "oddly-written-duration",
    severity: Severity::Info,
    summary: "satuan waktu menempel pada angkanya atau disingkat",
    summary_en: "a unit of time is glued to its number, or abbreviated",
    page: include_str!("oddly_written_duration.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for odd in respelled(sop, |path| path.as_str().starts_with("kegiatan/")) {
        let message = Message::new(
            format!("waktu `{}` lazimnya ditulis `{}`", odd.written, odd.usual),
            format!("the duration `{}` is usually written `{}`", odd.written, odd.usual),
        );
        let fix = odd.fix();
        findings.report_span(odd.path, odd.span, message).fix(fix).help(Message::new(
            "tulis angka, spasi, lalu satuannya lengkap: `15 menit`, `1 hari kerja`",
            "write the number, a blank, and the unit in full: `15 menit`, `1 hari kerja`",
        ));
    }
}
