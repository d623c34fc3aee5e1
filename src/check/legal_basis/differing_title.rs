//! S312 `differing-title`: the title in a citation lacks most words of the title the regulation bears.

use crate::check::questions::{lacks_title, names_regulation};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, SectionKind};
use crate::vocabulary::titles::TITLES;

pub(super) static RULE: Rule = Rule {
    code: "S312",
    name: "differing-title",
    severity: Severity::Info,
    summary: "judul peraturan berbeda dengan judul resminya",
    summary_en: "a regulation is cited under another title",
    page: include_str!("differing_title.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for (at, cited) in sop.legal_basis.items().iter().enumerate() {
        let Some(regulation) = &cited.value.regulation else { continue };
        let Some(about) = &regulation.about else { continue };
        let known = TITLES.iter().find(|it| names_regulation((it.kind, it.number, it.year, it.issuer), regulation));
        let Some(right) = known.filter(|it| lacks_title(about, it.title)) else { continue };
        let name = cited.value.short_name();
        let message = Message::new(
            format!("judul `{name}` ialah `{}`, bukan `{about}`", right.title),
            format!("the title of `{name}` is `{}`, not `{about}`", right.title),
        );
        let path = Path::section(SectionKind::LegalBasis).item(at + 1);
        findings.report(path, cited.place, message).help(Message::new(
            "periksa nomor dan tahunnya, lalu salin judulnya dari JDIH",
            "check number and year, and copy the title from the JDIH",
        ));
    }
}
