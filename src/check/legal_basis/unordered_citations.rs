//! S306 `unordered-citations`: a regulation stands below one of lower rank, or below a younger one of the same rank.

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
    let ranked: Vec<(usize, u8)> = cited.iter().enumerate().filter_map(|(at, it)| Some((at, rank(it)?))).collect();
    let pairs = || ranked.windows(2).map(|pair| (pair[0], pair[1]));
    let higher = pairs().find(|(above, below)| below.1 < above.1);
    // Years matter only among equals, and only where the ranks are right.
    let older = || pairs().find(|(above, below)| above.1 == below.1 && is_older(&cited[below.0], &cited[above.0]));
    let Some(((above, _), (below, _))) = higher.or_else(older) else { return };
    let (name, other) = (cited[below].value.short_name(), cited[above].value.short_name());
    let message = match higher {
        Some(_) => Message::new(
            format!("`{name}` lebih tinggi daripada `{other}` di atasnya"),
            format!("`{name}` ranks above `{other}`, which stands before it"),
        ),
        None => Message::new(
            format!("`{name}` lebih tua daripada `{other}` di atasnya"),
            format!("`{name}` is older than `{other}`, which stands before it"),
        ),
    };
    let path = |at: usize| Path::section(SectionKind::LegalBasis).item(at + 1);
    let note = Message::new("peraturan yang seharusnya di bawahnya", "the regulation that belongs below it");
    findings
        .report(path(below), cited[below].place, message)
        .related(path(above), cited[above].place, note)
        .help(help());
}

fn help() -> Message {
    Message::new(
        "urutkan: undang-undang, peraturan pemerintah, peraturan presiden, peraturan menteri, peraturan daerah, peraturan \
         kepala daerah; yang setingkat menurut tahunnya",
        "order them: law, government, president, minister, region, head of region; and by year among equals",
    )
}

/// An unknown year is neither older nor younger.
fn is_older(one: &Sourced<Citation>, other: &Sourced<Citation>) -> bool {
    let year = |it: &Sourced<Citation>| it.value.regulation.as_ref()?.year;
    matches!((year(one), year(other)), (Some(one), Some(other)) if one < other)
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
