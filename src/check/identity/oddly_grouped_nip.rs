//! S108 `oddly-grouped-nip`: a whole NIP is written with points, or in groups of its own.

use crate::check::questions::respelled;
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::Path;

pub(super) static RULE: Rule = Rule {
    code: "S108",
    name: "oddly-grouped-nip",
    severity: Severity::Info,
    summary: "pengelompokan angka NIP tidak lazim",
    summary_en: "the digits of the NIP are grouped unusually",
    page: include_str!("oddly_grouped_nip.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for odd in respelled(sop, |path| *path == Path::identity("disahkan_oleh/nip")) {
        let message = Message::new(
            format!("NIP `{}` lazimnya ditulis `{}`", odd.written, odd.usual),
            format!("the NIP `{}` is usually written `{}`", odd.written, odd.usual),
        );
        let fix = odd.fix();
        findings.report_span(odd.path, odd.span, message).fix(fix).help(Message::new(
            "kelompokkan: tanggal lahir, tahun dan bulan pengangkatan, jenis kelamin, nomor urut",
            "group it: birth date, year and month of appointment, sex, serial number",
        ));
    }
}
