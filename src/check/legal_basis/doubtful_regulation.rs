//! S313 `doubtful-regulation`: a regulation is cited that was repealed before the SOP was made, as far as is known without having read the repeal again.

use crate::check::questions::Standing;
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::vocabulary::repeals::EvidenceGrade;

pub(super) static RULE: Rule = Rule {
    code: "S313",
    name: "doubtful-regulation",
    severity: Severity::Info,
    summary: "dasar hukum mungkin sudah dicabut",
    summary_en: "a regulation may have been repealed before the SOP was made",
    page: include_str!("doubtful_regulation.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for cited in sop.repealed().iter().filter(|it| it.standing == Standing::RepealedBefore) {
        let (name, repeal) = (&cited.name, cited.repeal);
        let (since, by) = (repeal.since.0, repeal.replaced_by);
        let message = match (repeal.still, repeal.grade) {
            (Some(part), _) => Message::new(
                format!("`{name}` dicabut sejak {since} oleh {by}, kecuali {part}"),
                format!("`{name}` was repealed in {since} by {by}, except `{part}`"),
            ),
            (None, EvidenceGrade::C) => Message::new(
                format!("`{name}` mungkin sudah dicabut sejak {since} oleh {by}"),
                format!("`{name}` may have been repealed in {since} by {by}"),
            ),
            _ => continue,
        };
        findings.report(cited.path.clone(), cited.place, message).help(Message::new(
            "periksa di JDIH apakah bagian yang dipakai masih berlaku",
            "ask the JDIH whether the part you rely on is in force",
        ));
    }
}
