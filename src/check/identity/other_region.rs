//! S116 `other-region`: another regency or town than that of the agency is named.

use crate::check::questions::region_among;
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::Path;

pub(super) static RULE: Rule = Rule {
    code: "S116",
    name: "other-region",
    severity: Severity::Warning,
    summary: "nama daerah lain di dalam SOP",
    summary_en: "another region is named in the SOP",
    page: include_str!("other_region.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let Some(agency) = sop.identity.agency.known() else { return };
    let Some(home) = sop.region() else { return };
    for passage in sop.passages() {
        // Work with neighbours is named in activities; a copied name stands in the fixed parts of the form.
        if passage.spot.is_in_table() {
            continue;
        }
        let Some(other) = region_among(&passage.words).filter(|other| other.kind == home.kind && !other.is(home))
        else {
            continue;
        };
        let message = Message::new(
            format!("`{}` menyebut {other}, sedangkan SOP ini milik {home}", passage.text),
            format!("`{}` names {other}, but this SOP is of {home}", passage.text),
        );
        let note = Message::new("instansi SOP ini", "the agency of this SOP");
        findings
            .report(passage.path(), passage.place, message)
            .related(Path::identity("instansi"), agency.place, note)
            .help(Message::new(
                "ganti dengan daerah sendiri; mungkin bagian ini disalin dari SOP lain",
                "name your own region: this part may have been copied",
            ));
    }
}
