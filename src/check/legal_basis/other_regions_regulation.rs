//! S311 `other-regions-regulation`: a regional regulation of another regency, town or province is cited.

use crate::check::questions::{Region, is_elsewhere, issuing_region};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, RegulationKind, SectionKind};

pub(super) static RULE: Rule = Rule {
    code: "S311",
    name: "other-regions-regulation",
    severity: Severity::Error,
    summary: "peraturan daerah lain dijadikan dasar",
    summary_en: "the regulation of another region is cited",
    page: include_str!("other_regions_regulation.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let homes = sop.regions();
    for (at, cited) in sop.legal_basis.items().iter().enumerate() {
        let Some(regulation) = &cited.value.regulation else { continue };
        if !matches!(regulation.kind, RegulationKind::RegionalRegulation | RegulationKind::RegionalHeadRegulation) {
            continue;
        }
        // Only the words before the title name the issuer.
        let head = cited.value.text.split("entang").next().unwrap_or_default();
        let is_other = |other: &Region| {
            let comparable = |home: &&Region| (home.kind == "provinsi") == (other.kind == "provinsi");
            homes.iter().any(|home| comparable(&home))
                && homes.iter().filter(comparable).all(|home| is_elsewhere(other, home))
        };
        let Some(other) = issuing_region(head).filter(is_other) else { continue };
        let message = Message::new(
            format!("`{}` adalah peraturan daerah lain: {}", cited.value.short_name(), other),
            format!("`{}` is a regulation of another region: {}", cited.value.short_name(), other),
        );
        let note = Message::new("daerah SOP ini", "the region of this SOP");
        findings
            .report(Path::section(SectionKind::LegalBasis).item(at + 1), cited.place, message)
            .related(Path::identity("instansi"), sop.identity.agency.place(), note)
            .help(Message::new("ganti dengan peraturan daerah sendiri", "cite the regulation of your own region"));
    }
}
