//! S104 `incomplete-signatory`: the signing official lacks office, name or NIP.

use super::is_in_uniform;
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Field, Path, Signatory};
use crate::source::Place;
use crate::vocabulary::office_names::{COMPANIES, HEADS_WITHOUT_NIP};

pub(super) static RULE: Rule = Rule {
    code: "S104",
    name: "incomplete-signatory",
    severity: Severity::Error,
    summary: "pejabat yang mengesahkan tidak lengkap",
    summary_en: "the signing official lacks office, name or NIP",
    page: include_str!("incomplete_signatory.md"),
    check: Check::Absence(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let Field::Known(signatory) = &sop.identity.signatory else { return };
    let agency = sop.identity.agency.value().map(|it| it.to_lowercase()).unwrap_or_default();
    let missing = missing(signatory, COMPANIES.iter().any(|company| agency.contains(company)));
    // Who is not named at all is `missing-identity-element`.
    if missing.is_empty() || is_nobody(signatory) {
        return;
    }
    let list =
        |say: fn(&(&'static str, &'static str)) -> &'static str| missing.iter().map(say).collect::<Vec<_>>().join(", ");
    let (id, en) = (list(|part| part.0), list(|part| part.1));
    let message =
        Message::new(format!("Disahkan Oleh belum memuat {id}"), format!("the signing official is given without {en}"));
    findings.report(Path::identity("disahkan_oleh"), place_of(signatory), message).help(Message::new(
        "tulis jabatan, nama dan NIP pejabat yang mengesahkan",
        "write office, name and NIP of the official who signs",
    ));
}

fn missing(signatory: &Signatory, is_of_company: bool) -> Vec<(&'static str, &'static str)> {
    let elected = signatory.position.as_ref().is_some_and(|position| {
        let lower = position.value.to_lowercase();
        HEADS_WITHOUT_NIP.iter().any(|head| lower.starts_with(head))
    });
    let has_none = elected || is_in_uniform(signatory) || is_of_company;
    let parts = [
        (("jabatan", "office"), signatory.position.is_some()),
        (("nama", "name"), signatory.name.is_some()),
        (("NIP", "NIP"), has_none || signatory.nip.as_ref().is_some_and(|nip| nip.value.is_said())),
    ];
    parts.iter().filter(|(_, there)| !there).map(|(part, _)| *part).collect()
}

fn is_nobody(signatory: &Signatory) -> bool {
    *signatory == Signatory::default()
}

fn place_of(signatory: &Signatory) -> Place {
    let nip = signatory.nip.as_ref().map_or(Place::NOWHERE, |it| it.place);
    let name = signatory.name.as_ref().map_or(nip, |it| it.place);
    signatory.position.as_ref().map_or(name, |it| it.place)
}
