//! S302 `since-repealed-regulation`: a regulation is cited that has been repealed since, or of which it cannot be told whether it was.

use crate::check::questions::Standing;
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::vocabulary::repeals::TABLE_DATE;

pub(super) static RULE: Rule = Rule {
    code: "S302",
    name: "since-repealed-regulation",
    severity: Severity::Info,
    summary: "dasar hukum dicabut kemudian",
    summary_en: "a regulation has been repealed since",
    page: include_str!("since_repealed_regulation.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for cited in sop.repealed() {
        let repeal = cited.repeal;
        let (id, en) = match cited.standing {
            Standing::RepealedBefore => continue,
            Standing::RepealedSince => ("dicabut setelah SOP dibuat", "was repealed after the SOP was made"),
            Standing::Undated => ("sudah dicabut, dan SOP tidak bertahun", "was repealed, and the SOP has no year"),
        };
        let message = Message::new(
            format!("`{}` {id}: sejak {} diganti {}", cited.name, repeal.since.0, repeal.replaced_by),
            format!("`{}` {en}: since {} by {}", cited.name, repeal.since.0, repeal.replaced_by),
        );
        findings.report(cited.path.clone(), cited.place, message).help(Message::new(
            format!("ganti saat SOP ditinjau ulang (menurut tabel pencabutan per {TABLE_DATE})"),
            format!("replace it at the next review (by the table of repeals of {TABLE_DATE})"),
        ));
    }
}
