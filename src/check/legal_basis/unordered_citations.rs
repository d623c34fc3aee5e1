//! S306 `unordered-citations`: a regulation stands below one of lower rank.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Citation, Path, RegulationKind, SectionKind, Sourced};

pub(super) static RULE: Rule = Rule {
    code: "S306",
    name: "unordered-citations",
    severity: Severity::Info,
    summary: "urutan dasar hukum tidak menurut jenjang",
    summary_en: "regulations are not in the order of their rank",
    page: include_str!("unordered_citations.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let cited = sop.legal_basis.items();
    for at in 1..cited.len() {
        let (Some(above), Some(below)) = (rank(&cited[at - 1]), rank(&cited[at])) else { continue };
        if below >= above {
            continue;
        }
        let path = |at: usize| Path::section(SectionKind::LegalBasis).item(at + 1);
        let (name, other) = (cited[at].value.short_name(), cited[at - 1].value.short_name());
        let message = Message::new(
            format!("`{name}` lebih tinggi daripada `{other}` di atasnya"),
            format!("`{name}` ranks above `{other}`, which stands before it"),
        );
        let note = Message::new("peraturan yang lebih rendah", "the regulation of lower rank");
        findings.report(path(at), cited[at].place, message).related(path(at - 1), cited[at - 1].place, note).help(Message::new(
            "urutkan: undang-undang, peraturan pemerintah, peraturan presiden, peraturan menteri, peraturan daerah, peraturan kepala daerah",
            "order them: law, government, president, minister, region, head of region",
        ));
        return;
    }
}

/// Only the levels whose order nobody disputes.
fn rank(citation: &Sourced<Citation>) -> Option<u8> {
    match citation.value.regulation.as_ref()?.kind {
        RegulationKind::Constitution => Some(0),
        RegulationKind::Law => Some(1),
        RegulationKind::GovernmentRegulation => Some(2),
        RegulationKind::PresidentialRegulation => Some(3),
        RegulationKind::MinisterialRegulation => Some(4),
        RegulationKind::RegionalRegulation => Some(5),
        RegulationKind::RegionalHeadRegulation => Some(6),
        _ => None,
    }
}
