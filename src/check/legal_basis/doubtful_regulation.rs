//! S313 `doubtful-regulation`: a regulation is cited that was repealed before the SOP was made, as far as is known without having read the repeal again.

use crate::check::questions::{Standing, repealed_citations};
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
    for cited in repealed_citations(sop) {
        let (Standing::RepealedBefore, EvidenceGrade::C) = (cited.standing, cited.repeal.grade) else { continue };
        let repeal = cited.repeal;
        let message = Message::new(
            format!("`{}` mungkin sudah dicabut sejak {} oleh {}", cited.name, repeal.since.0, repeal.replaced_by),
            format!("`{}` may have been repealed in {} by {}", cited.name, repeal.since.0, repeal.replaced_by),
        );
        findings.report(cited.path, cited.place, message).help(Message::new(
            "periksa di JDIH; pencabutannya belum dibaca ulang untuk tabel ini",
            "look it up in the JDIH: the repeal was not read again for this table",
        ));
    }
}
