//! S407 `person-as-actor`: a person instead of an office heads an actor column.

use crate::check::questions::is_person;
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};

pub(super) static RULE: Rule = Rule {
    code: "S407",
    name: "person-as-actor",
    severity: Severity::Error,
    summary: "pelaksana berupa nama orang",
    summary_en: "an actor column is headed by a person",
    page: include_str!("person_as_actor.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for actor in sop.texts().actors().iter().filter(|it| is_person(it)) {
        let message = Message::new(
            format!("pelaksana `{}` adalah nama orang", actor.text),
            format!("the actor `{}` is the name of a person", actor.text),
        );
        findings.report(actor.path(), actor.place, message).help(Message::new(
            "tulis jabatannya; SOP tetap berlaku bila orangnya berganti",
            "name the office: the procedure outlives the person",
        ));
    }
}
