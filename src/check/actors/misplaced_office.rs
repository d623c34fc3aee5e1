//! S410 `misplaced-office`: an office that this kind of agency does not have.

use crate::check::questions::{agency_kind, part};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::Path;
use crate::vocabulary::office_names::FOREIGN_OFFICES;

pub(super) static RULE: Rule = Rule {
    code: "S410",
    name: "misplaced-office",
    severity: Severity::Warning,
    summary: "jabatan yang tidak ada di instansi ini",
    summary_en: "an office that this kind of agency does not have",
    page: include_str!("misplaced_office.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let Some(kind) = agency_kind(sop) else { return };
    let Some((_, foreign)) = FOREIGN_OFFICES.iter().find(|(agency, _)| *agency == kind) else { return };
    // An office in the dictionary of the agency is one that it has.
    let strange = |name: &str| sop.settings().offices.find(name).is_none();
    for ((at, actor), name) in sop.actors.iter().enumerate().zip(sop.texts().actors()) {
        let mut offices = name.offices().iter();
        let found = offices.find(|office| foreign.contains(&office.short)).filter(|_| strange(&actor.name.value));
        let Some(office) = found else { continue };
        let named = &actor.name.value[office.at..office.end];
        let message =
            Message::new(format!("jabatan `{named}` tidak ada di {kind}"), format!("a {kind} has no `{named}`"));
        let note = Message::new("instansi SOP ini", "the agency of this SOP");
        findings
            .report(Path::actor(at + 1), part(&actor.name, office.at, office.end), message)
            .related(Path::identity("instansi"), sop.identity.agency.place(), note)
            .help(Message::new(
                "pakai jabatan di instansi sendiri; mungkin kolom ini disalin dari SOP lain",
                "name an office of your own agency: the column may have been copied",
            ));
    }
}
