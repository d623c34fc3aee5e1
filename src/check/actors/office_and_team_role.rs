//! S413 `office-and-team-role`: a column names an office and a role in a team at once.

use crate::check::questions::words;
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::Path;
use crate::vocabulary::office_names::{OFFICE_WORDS, TEAM_ROLES};

pub(super) static RULE: Rule = Rule {
    code: "S413",
    name: "office-and-team-role",
    severity: Severity::Info,
    summary: "kolom pelaksana mencampur jabatan dan peran tim",
    summary_en: "a column names an office and a team role at once",
    page: include_str!("office_and_team_role.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for (at, actor) in sop.actors.iter().enumerate() {
        let name = &actor.name.value;
        let Some((office, role)) = name.split_once('/') else { continue };
        let first = |text: &str| words(text).into_iter().next().map(|word| word.lower.into_owned()).unwrap_or_default();
        let (office, role) = (first(office), first(role));
        let mixed = OFFICE_WORDS.contains(&office.as_str())
            && !TEAM_ROLES.contains(&office.as_str())
            && TEAM_ROLES.contains(&role.as_str());
        if !mixed {
            continue;
        }
        let message = Message::new(
            format!("kolom pelaksana `{name}` menyebut jabatan dan peran tim sekaligus"),
            format!("the actor column `{name}` names an office and a team role at once"),
        );
        findings.report(Path::actor(at + 1), actor.name.place, message).help(Message::new(
            "pilih satu sebutan: jabatan, atau peran dalam tim",
            "choose one: the office, or the role in the team",
        ));
    }
}
