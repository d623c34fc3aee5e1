//! S015 `unexplained-ignore`: the document switches off a rule and gives no reason.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::Path;

pub(super) static RULE: Rule = Rule {
    code: "S015",
    name: "unexplained-ignore",
    severity: Severity::Warning,
    summary: "aturan diabaikan tanpa alasan",
    summary_en: "the document switches off a rule and gives no reason",
    page: include_str!("unexplained_ignore.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for (at, ignored) in sop.ignored.iter().enumerate() {
        if ignored.reason.chars().any(char::is_alphanumeric) {
            continue;
        }
        let code = &ignored.code.value;
        let message = Message::new(
            format!("aturan `{code}` diabaikan tanpa alasan"),
            format!("the rule `{code}` is switched off without a reason"),
        );
        findings.report(Path(format!("abaikan/{}/kode", at + 1)), ignored.code.place, message).help(Message::new(
            "tulis di `alasan` mengapa aturan ini tidak berlaku bagi SOP ini",
            "say in `alasan` why this rule does not hold for this SOP",
        ));
    }
}
