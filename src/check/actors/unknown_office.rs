//! S409 `unknown-office`: an actor column is headed by one short word that is no known office.

use crate::check::questions::{Explained, Kind};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::Path;
use crate::vocabulary::office_names::{KNOWN_BODIES, OFFICE_WORDS};

pub(super) static RULE: Rule = Rule {
    code: "S409",
    name: "unknown-office",
    severity: Severity::Info,
    summary: "nama pelaksana tidak dikenal",
    summary_en: "an actor is named by one short word that is no known office",
    page: include_str!("unknown_office.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let mut explained = None;
    for ((at, actor), text) in sop.actors.iter().enumerate().zip(sop.texts().actors()) {
        let name = &actor.name.value;
        let [word] = text.words.as_slice() else { continue };
        let is_known =
            |it: &str| OFFICE_WORDS.contains(&it) || KNOWN_BODIES.contains(&it) || word.is(Kind::Abbreviation);
        if actor.external || word.lower.len() > 6 || is_known(word.as_lower()) {
            continue;
        }
        if sop.settings().offices.find(name).is_some()
            || explained.get_or_insert_with(|| Explained::by(sop)).has(word.text)
        {
            continue;
        }
        let message = Message::new(
            format!("pelaksana `{name}` tidak dikenal sebagai jabatan; mungkin singkatan, atau salah terbaca"),
            format!("the actor `{name}` is no known office; it may be an abbreviation, or misread"),
        );
        findings
            .report(Path::actor(at + 1), actor.name.place, message)
            .help(Message::new("tulis jabatannya tanpa disingkat", "write the office in full"));
    }
}
