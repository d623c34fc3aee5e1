//! S603 `oddly-written-duration`: durations whose unit is glued to the number, abbreviated or misspelt; one finding for the whole table.

use crate::check::questions::respelled;
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::source::Place;

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
    let mut all = respelled(sop, |path| path.as_str().starts_with("kegiatan/"));
    let Some(first) = all.next() else { return };
    let message = Message::new(
        format!("waktu `{}` lazimnya ditulis `{}`", first.written, first.usual),
        format!("the duration `{}` is usually written `{}`", first.written, first.usual),
    );
    let mut fix = first.fix();
    let mut finding = findings.report_span(first.path, first.span, message);
    for odd in all {
        fix.changes.extend(odd.fix().changes);
        let message = Message::new(
            format!("begitu pula `{}`: `{}`", odd.written, odd.usual),
            format!("and so is `{}`: `{}`", odd.written, odd.usual),
        );
        finding = finding.related(odd.path, odd.span.map_or(Place::NOWHERE, Place::from), message);
    }
    finding.fix(fix).help(Message::new(
        "tulis angka, spasi, lalu satuannya lengkap: `15 menit`, `1 hari kerja`",
        "write the number, a blank, and the unit in full: `15 menit`, `1 hari kerja`",
    ));
}
