//! S306 `unordered-citations`: a regulation stands below one of lower rank, or below a younger one of the same rank.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Change, Fix, Message, Severity};
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
            format!("`{name}` lebih tinggi jenjangnya daripada `{other}`, tetapi ditulis di bawahnya"),
            format!("`{name}` ranks above `{other}`, which stands before it"),
        ),
        None => Message::new(
            format!("`{name}` lebih tua daripada `{other}`, tetapi ditulis di bawahnya"),
            format!("`{name}` is older than `{other}`, which stands before it"),
        ),
    };
    let path = |at: usize| Path::section(SectionKind::LegalBasis).item(at + 1);
    let note = Message::new("peraturan yang seharusnya di bawahnya", "the regulation that belongs below it");
    findings
        .report(path(below), cited[below].place, message)
        .related(path(above), cited[above].place, note)
        .help(help())
        .fix(in_order(cited));
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

/// All of them by rank, and by year among equals. One whose rank or year nobody can tell stays behind the one it follows, which a
/// person should look at.
fn in_order(cited: &[Sourced<Citation>]) -> Option<Fix> {
    let mut last = (0, 0);
    let mut order: Vec<((u8, u16), &Sourced<Citation>)> = Vec::with_capacity(cited.len());
    for citation in cited {
        let rank = rank(citation).unwrap_or(last.0);
        let year = citation.value.regulation.as_ref().and_then(|it| it.year);
        last = (rank, year.unwrap_or(if rank == last.0 { last.1 } else { 0 }));
        order.push((last, citation));
    }
    order.sort_by_key(|(key, _)| *key);
    let items = order.iter().map(|(_, citation)| citation.span()).collect::<Option<Vec<_>>>()?;
    let message = Message::new("urutkan menurut jenjang dan tahunnya", "order them by rank and year");
    let fix = Fix::safe(message, vec![Change::Reorder { items }]);
    Some(Fix { safe: cited.iter().all(|it| rank(it).is_some()), ..fix })
}
