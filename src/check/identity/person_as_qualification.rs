//! S111 `person-as-qualification`: a qualification names a person instead of a competence.

use crate::check::questions::is_person;
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::SectionKind;

pub(super) static RULE: Rule = Rule {
    code: "S111",
    name: "person-as-qualification",
    severity: Severity::Warning,
    summary: "kualifikasi pelaksana menyebut orang",
    summary_en: "a qualification names a person",
    page: include_str!("person_as_qualification.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for item in sop.texts().section(SectionKind::Qualifications).filter(|it| is_person(it)) {
        let message = Message::new(
            format!("kualifikasi `{}` menyebut orang, bukan kemampuan", item.text),
            format!("the qualification `{}` names a person, not a competence", item.text),
        );
        findings.report(item.path(), item.place, message).help(Message::new(
            "tulis kemampuan bersama para pelaksana, misalnya `Memahami tata naskah dinas`",
            "write what the actors together can do, such as `Memahami tata naskah dinas`",
        ));
    }
}
