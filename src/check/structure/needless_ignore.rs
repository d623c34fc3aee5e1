//! S014 `needless-ignore`: the document switches off a rule that finds nothing in it.

use crate::check::{Check, Findings, Rule, Settings, Subject, rules};
use crate::diagnostic::{Message, Severity};
use crate::model::{Date, Path};

pub(super) static RULE: Rule = Rule {
    code: "S014",
    name: "needless-ignore",
    severity: Severity::Warning,
    summary: "aturan yang diabaikan tidak menemukan apa-apa",
    summary_en: "the document switches off a rule that finds nothing in it",
    page: include_str!("needless_ignore.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for (at, ignored) in sop.ignored.iter().enumerate() {
        let code = &ignored.code.value;
        let Some(rule) = rules().find(|rule| rule.code == code || rule.name == code) else { continue };
        // What a rule about a whole folder would find, one document does not tell; and this rule cannot ask itself.
        let can_be_asked = matches!(rule.check, Check::Sop(_) | Check::Absence(_)) && rule.code != RULE.code;
        if !can_be_asked || finds_something(rule, sop) {
            continue;
        }
        let message = Message::new(
            format!("aturan `{code}` diabaikan, padahal tidak ada temuannya di SOP ini"),
            format!("the rule `{code}` is switched off, but finds nothing in this SOP"),
        );
        findings.report(Path(format!("abaikan/{}/kode", at + 1)), ignored.code.place, message).help(Message::new(
            "hapus barisnya dari `abaikan`, supaya temuan baru tidak ikut tersembunyi",
            "take its line out of `abaikan`, lest it hides new findings",
        ));
    }
}

/// On the day that is set; where none is, on the first day of all or the last.
fn finds_something(rule: &Rule, sop: &Subject<'_>) -> bool {
    let on = |today: Option<Date>| {
        let settings = Settings { today, ..sop.settings().clone() };
        Findings::of_rule(rule, &Subject::new(sop.sop(), &settings)) > 0
    };
    let today = sop.settings().today.clone();
    let is_set = today.is_some();
    on(today) || !is_set && (on(Some(Date::full(1900, 1, 1))) || on(Some(Date::full(9999, 12, 31))))
}
