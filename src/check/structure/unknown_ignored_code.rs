//! S012 `unknown-ignored-code`: the document switches off a rule that does not exist.

use crate::check::cures::set;
use crate::check::rules;
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Fix, Message, Severity};
use crate::model::{Path, Sourced};

pub(super) static RULE: Rule = Rule {
    code: "S012",
    name: "unknown-ignored-code",
    severity: Severity::Warning,
    summary: "kode yang diabaikan tidak dikenal",
    summary_en: "the document switches off an unknown rule",
    page: include_str!("unknown_ignored_code.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for (at, ignored) in sop.ignored.iter().enumerate() {
        let code = &ignored.code.value;
        if rules().any(|rule| rule.code == code || rule.name == code) {
            continue;
        }
        let message = Message::new(
            format!("`{code}` di `abaikan` bukan kode atau nama aturan mana pun"),
            format!("`{code}` under `abaikan` is the code or name of no rule"),
        );
        findings
            .report(Path(format!("abaikan/{}/kode", at + 1)), ignored.code.place, message)
            .help(Message::new("lihat daftar aturan dengan `sop explain`", "see the list of rules with `sop explain`"))
            .fix(in_right_case(&ignored.code));
    }
}

/// `s412` and ` S412` mean `S412`.
fn in_right_case(code: &Sourced<String>) -> Option<Fix> {
    let meant = |it: &str| it.eq_ignore_ascii_case(code.value.trim());
    let rule = rules().find(|rule| meant(rule.code) || meant(rule.name))?;
    let right = if meant(rule.code) { rule.code } else { rule.name };
    Some(Fix::safe(Message::new(format!("tulis `{right}`"), format!("write `{right}`")), vec![set(code, right)?]))
}
