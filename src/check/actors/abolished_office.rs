//! S411 `abolished-office`: an office that was simplified away before the SOP was made.

use crate::check::questions::{agency_kind, holds_phrase, moment, part, words};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::Path;
use crate::vocabulary::office_names::{KEEPERS_OF_SECTIONS, SIMPLIFIED_OFFICES};

pub(super) static RULE: Rule = Rule {
    code: "S411",
    name: "abolished-office",
    severity: Severity::Info,
    summary: "jabatan yang sudah disederhanakan",
    summary_en: "an office simplified away before the SOP was made",
    page: include_str!("abolished_office.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    // Kecamatan and kelurahan keep their Kepala Seksi, and so do offices of tax, customs and immigration.
    let simplified = agency_kind(sop).is_some_and(|kind| matches!(kind.as_str(), "dinas" | "badan" | "kementerian"));
    let Some((made, dated_by)) = moment(sop).filter(|(made, _)| simplified && made.year >= 2022) else { return };
    let agency = sop.identity.agency.value().map(|it| it.to_lowercase()).unwrap_or_default();
    let agency = words(&agency);
    if KEEPERS_OF_SECTIONS.iter().any(|it| holds_phrase(&agency, it)) {
        return;
    }
    for ((at, actor), name) in sop.actors.iter().enumerate().zip(sop.texts().actors()) {
        let found = name.offices().iter().find(|office| SIMPLIFIED_OFFICES.contains(&office.short));
        let Some(office) = found else { continue };
        let named = &actor.name.value[office.at..office.end];
        let message = Message::new(
            format!("jabatan `{named}` pada SOP tahun {} mungkin sudah menjadi jabatan fungsional", made.year),
            format!("the office `{named}` in an SOP of {} may be a functional office by then", made.year),
        );
        findings
            .report(Path::actor(at + 1), part(&actor.name, office.at, office.end), message)
            .rests_on(&dated_by)
            .help(Message::new(
                "periksa di peraturan susunan organisasi: mungkin sekarang jabatan fungsional atau ketua tim",
                "see whether it is a functional office or a team leader now",
            ));
    }
}
