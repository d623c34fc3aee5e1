//! S301 `repealed-regulation`: a regulation is cited that was already repealed when the SOP was made.

use crate::check::questions::Standing;
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::vocabulary::repeals::EvidenceGrade;

pub(super) static RULE: Rule = Rule {
    code: "S301",
    name: "repealed-regulation",
    severity: Severity::Error,
    summary: "dasar hukum sudah dicabut saat SOP dibuat",
    summary_en: "a regulation was repealed before the SOP was made",
    page: include_str!("repealed_regulation.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for cited in sop.repealed() {
        let repeal = cited.repeal;
        let certain = repeal.grade < EvidenceGrade::C && repeal.still.is_none();
        if cited.standing != Standing::RepealedBefore || !certain {
            continue;
        }
        let message = Message::new(
            format!(
                "`{}` sudah dicabut ketika SOP ini dibuat: sejak {} diganti {}",
                cited.name, repeal.since.0, repeal.replaced_by
            ),
            format!("`{}` was repealed in {} by {}", cited.name, repeal.since.0, repeal.replaced_by),
        );
        let finding = findings.report(cited.path.clone(), cited.place, message).help(Message::new(
            format!("ganti dengan {} (menurut {})", repeal.replaced_by, repeal.evidence),
            format!("cite {} instead (see {})", repeal.replaced_by, repeal.evidence),
        ));
        if let Some(path) = &cited.dated_by {
            finding.rests_on(path);
        }
    }
}
