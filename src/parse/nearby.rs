//! What a stretch of text stands beside: rows of the table, the identity block.

use crate::model::{Path, SectionKind, Sop};
use crate::source::Span;

/// So many bytes around a row or the identity block still belong to it.
const NEAR: u32 = 200;

/// Where the parts of an SOP stand.
pub(super) struct Nearby {
    /// The rows in document order, each with its number; those of a second table may stand before those of the first.
    rows: Vec<(Span, u32)>,
    /// The identity block with its sections.
    front: Option<Span>,
}

impl Nearby {
    pub(super) fn of(sop: &Sop) -> Self {
        let mut rows: Vec<(Span, u32)> =
            sop.steps.iter().filter_map(|step| Some((step.place.span()?, step.number))).collect();
        rows.sort_unstable_by_key(|(span, number)| (span.start, span.end, *number));
        Self { rows, front: front(sop) }
    }

    /// The rows in or beside which that stretch stands, of which the last is the one that follows, and `identitas`.
    pub(super) fn paths(&self, span: Span) -> Vec<Path> {
        let after = self.rows.partition_point(|(row, _)| row.start < span.end);
        let first = self.rows[..after].iter().rposition(|(row, _)| row.end <= span.start).map_or(0, |at| at + 1);
        let is_close = |at: &usize| first == after && span.start < self.rows[*at].0.end.saturating_add(NEAR);
        let from = first.checked_sub(1).filter(is_close).unwrap_or(first);
        let is_within = self.rows[from..after].last().is_some_and(|(row, _)| span.end <= row.end);
        // Between two rows it may be the lost one before the second, however far that is.
        let follows = |row: &Span| after > 0 || row.start < span.end.saturating_add(NEAR);
        let next = self.rows.get(after).filter(|(row, _)| !is_within && follows(row));
        let rows = self.rows[from..after].iter().chain(next).map(|(_, number)| Path::step(*number));
        let is_front = |it: &Span| it.start < span.end.saturating_add(NEAR) && span.start < it.end.saturating_add(NEAR);
        rows.chain(self.front.filter(is_front).map(|_| Path("identitas".to_owned()))).collect()
    }
}

/// From the first to the last value of the identity block and its sections.
fn front(sop: &Sop) -> Option<Span> {
    let identity = &sop.identity;
    let texts = [
        identity.agency.place(),
        identity.unit.place(),
        identity.title.place(),
        identity.number.place(),
        identity.created.place(),
        identity.revised.place(),
        identity.effective.place(),
    ];
    let sections = SectionKind::ALL.into_iter().filter_map(|kind| sop.section(kind));
    let items = sections.flat_map(|section| section.items().iter().map(|it| it.place).chain([section.place()]));
    let laws = sop.legal_basis.items().iter().map(|it| it.place).chain([sop.legal_basis.place()]);
    texts.into_iter().chain(items).chain(laws).filter_map(|place| place.span()).reduce(Span::to)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_stands_beside_the_rows_around_it_and_the_block_above() {
        let row = |start, end, number| (Span { start, end }, number);
        let front = Some(Span { start: 0, end: 100 });
        let nearby = Nearby { rows: vec![row(500, 600, 1), row(1500, 1600, 2), row(1600, 1700, 3)], front };
        let near = |start, end| nearby.paths(Span { start, end }).into_iter().map(|it| it.0).collect::<Vec<String>>();
        assert_eq!(near(110, 120), ["identitas"]);
        assert_eq!(near(350, 360), ["kegiatan/1"]);
        assert_eq!(near(520, 530), ["kegiatan/1"], "within a row");
        assert_eq!(near(610, 620), ["kegiatan/1", "kegiatan/2"]);
        assert_eq!(near(1000, 1010), ["kegiatan/2"], "far from both it may be a row that was lost");
        assert_eq!(near(550, 1650), ["kegiatan/1", "kegiatan/2", "kegiatan/3"]);
        assert_eq!(near(1650, 1750), ["kegiatan/3"]);
        assert!(near(2500, 2510).is_empty());
    }
}
