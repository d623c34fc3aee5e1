//! S303 `unmentioned-amendment`: a regulation that had been amended is cited without saying so.

use crate::check::questions::{mentions_amendment, moment, names_regulation};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, SectionKind};
use crate::vocabulary::amendments::AMENDMENTS;

pub(super) static RULE: Rule = Rule {
    code: "S303",
    name: "unmentioned-amendment",
    severity: Severity::Info,
    summary: "perubahan peraturan tidak disebut",
    summary_en: "a citation does not mention that the regulation was amended",
    page: include_str!("unmentioned_amendment.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let Some((made, dated_by)) = moment(sop) else { return };
    for ((at, cited), words) in sop.legal_basis.items().iter().enumerate().zip(sop.texts().citations()) {
        let Some(regulation) = &cited.value.regulation else { continue };
        let known = AMENDMENTS.iter().find(|it| names_regulation((it.kind, it.number, it.year, it.issuer), regulation));
        let Some(amended) = known.filter(|it| it.since < made.year && !mentions_amendment(words)) else {
            continue;
        };
        let name = cited.value.short_name();
        let message = Message::new(
            format!("`{name}` sudah diubah oleh {}, tetapi disebut tanpa perubahannya", amended.by),
            format!(
                "`{name}` was amended by {}, which the citation does not say",
                amended.by.replace(" dan ", " and ")
            ),
        );
        let path = Path::section(SectionKind::LegalBasis).item(at + 1);
        findings.report(path, cited.place, message).rests_on(&dated_by).help(Message::new(
            format!("tambahkan `sebagaimana telah diubah … dengan {}`; periksa di JDIH mana yang terakhir", amended.by),
            format!("add `sebagaimana telah diubah … dengan {}`; ask the JDIH which is the latest", amended.by),
        ));
    }
}
