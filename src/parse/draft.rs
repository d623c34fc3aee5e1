//! One SOP in the making: the model so far, what is to be reviewed, and which text has found its place.

use super::diagram::Way;
use super::{nearby::Nearby, respelled};
use crate::document::{Row, Text};
use crate::grammar::enumeration::Names;
use crate::model::{
    ActorId, Confidence, Conversion, How, Leftover, LeftoverKind, Path, Review, Sop, Trouble, TroubleKind,
};
use crate::source::{Source, Span};
use crate::vocabulary::noise::is_year_of_cover;
use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};

/// An SOP being recovered.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub sop: Sop,
    /// Names of documents that hold a comma.
    pub names: Names,
    /// Steps by their numbers, with the number that is printed, if any: those where it is another.
    pub printed: BTreeMap<u32, Option<u32>>,
    /// Where the decisions lead in a diagram below the table.
    pub ways: Vec<Way>,
    /// The names of the actors stand in the steps, not above marks.
    pub actors_named: bool,
    /// Steps whose words were dealt out, by their numbers.
    pub dealt: BTreeSet<u32>,
    /// Initials that a legend explains, by the column of their actor.
    pub initials: Vec<(usize, String)>,
    /// Steps by their place, with the actor in whose column an arrow says that refused work goes back.
    pub refusals: BTreeMap<usize, ActorId>,
    /// Lines that say what letters at branches stand for.
    pub letters: Vec<Text>,
    notes: Vec<(Review, Option<Span>)>,
    leftovers: Vec<(LeftoverKind, String, Span)>,
    used: Vec<Span>,
}

impl Draft {
    /// This text has found its place, or was understood as structure.
    pub fn take(&mut self, text: &Text) {
        self.used.extend(text.stretches());
    }

    /// This part of a text has.
    pub fn take_part(&mut self, text: &Text, part: &str) {
        self.used.extend(text.stretches_of(part));
    }

    /// A whole row has.
    pub fn take_row(&mut self, row: &Row) {
        for cell in &row.cells {
            self.take(&cell.text);
        }
    }

    /// The value at `path` was taken from another place or spelling.
    pub fn repaired(&mut self, path: Path, reason: impl Into<String>, span: Option<Span>) {
        self.note(path, How::Repaired, None, Some(reason.into()), span);
    }

    /// The value at `path` follows from a clue.
    pub fn inferred(&mut self, path: Path, confidence: f64, reason: impl Into<String>, span: Option<Span>) {
        self.note(path, How::Inferred, Some(Confidence::new(confidence)), Some(reason.into()), span);
    }

    /// What stands at `path` was not understood, or not certain enough.
    pub fn unreadable(&mut self, path: Path, reason: Option<String>, span: Option<Span>) {
        self.note(path, How::Unreadable, None, reason, span);
    }

    fn note(
        &mut self,
        path: Path,
        how: How,
        confidence: Option<Confidence>,
        reason: Option<String>,
        span: Option<Span>,
    ) {
        self.notes.push((Review { path: path.0, how, confidence, reason, line: None, spot: None }, span));
    }

    /// The value at `path` does not stand where it belongs, or not as it should.
    pub fn is_noted(&self, path: &Path) -> bool {
        self.notes.iter().any(|(review, _)| review.path == path.as_str())
    }

    /// A fact that the rules of chapter S0 report.
    pub fn trouble(&mut self, kind: TroubleKind, span: Option<Span>) {
        self.sop.troubles.push(Trouble { kind, span });
    }

    /// Text that has no place in the form.
    pub fn leftover(&mut self, kind: LeftoverKind, text: String, span: Span) {
        self.leftovers.push((kind, text, span));
    }

    /// The finished SOP: ledger in document order, unused text named.
    pub fn finish(mut self, rows: [&[Row]; 2], source: &Source) -> Sop {
        // Most texts were taken in their order.
        self.used.sort_by_key(|span| span.start);
        let used = merged(&self.used);
        let whole = rows.map(|rows| self.report_unused(rows, &used, source));
        let start = |span: &Option<Span>| span.map_or(u32::MAX, |span| span.start);
        self.notes.sort_by(|(one, at), (other, by)| start(at).cmp(&start(by)).then_with(|| one.path.cmp(&other.path)));
        let reviews = self.notes.into_iter().map(|(mut review, span)| {
            review.stand_at(span, source);
            review
        });
        let name = source.name.rsplit(['/', '\\']).next().unwrap_or(&source.name);
        self.leftovers.sort_by_key(|(.., span)| span.start);
        let nearby = LazyCell::new(|| Nearby::of(&self.sop));
        let near = |kind, span| if kind == LeftoverKind::Unknown { nearby.paths(span) } else { Vec::new() };
        let leftovers = self.leftovers.into_iter();
        let leftovers = leftovers.map(|(kind, text, span)| Leftover::at(kind, text, span, near(kind, span), source));
        let (reviews, leftovers) = (reviews.collect(), leftovers.collect());
        self.sop.conversion = Some(Conversion { source: name.to_owned(), reviews, leftovers });
        self.sop.place = whole.into_iter().flatten().reduce(Span::to).map(Into::into).unwrap_or_default();
        let respelled = respelled::find(&self.sop, source);
        self.sop.troubles.extend(respelled);
        self.sop.troubles.sort_by_key(|trouble| trouble.span.map_or(0, |span| span.start));
        self.sop
    }

    /// One text for each run of neighbouring stretches that nobody took; returns the whole that the rows stand in.
    fn report_unused(&mut self, rows: &[Row], used: &[Span], source: &Source) -> Option<Span> {
        let (mut open, mut whole): (Option<Span>, Option<Span>) = (None, None);
        let mut unused = Vec::new();
        let mut left = Vec::new();
        let mut cursor = 0;
        for stretch in rows.iter().flat_map(|row| row.cells.iter()).flat_map(|cell| cell.text.stretches()) {
            whole = Some(whole.map_or(stretch, |before| before.to(stretch)));
            left.clear();
            uncovered(used, stretch, &mut cursor, &mut left);
            let lettered = |span: &Span| source.slice(*span).chars().any(char::is_alphanumeric);
            if left.iter().any(lettered) {
                for span in left.iter().copied().filter(lettered) {
                    unused.extend(open.take_if(|before| is_apart(*before, span, used)));
                    open = Some(open.map_or(span, |before| before.to(span)));
                }
            } else if open.is_some() && source.slice(stretch).chars().any(char::is_alphanumeric) {
                unused.extend(open.take());
            }
        }
        unused.extend(open);
        for span in unused {
            let words = source.slice(span).split(|it: char| it.is_whitespace() || it.is_control());
            let text = words.filter(|it| !it.is_empty()).collect::<Vec<&str>>().join(" ");
            let number = self.sop.identity.number.known().and_then(|it| it.span());
            if is_year_of_cover(&text) && number.is_some_and(|number| span.end <= number.start) {
                continue;
            }
            self.leftover(LeftoverKind::Unknown, text, span);
        }
        whole
    }
}

/// Sorted spans as disjoint ones.
fn merged(sorted: &[Span]) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::with_capacity(sorted.len());
    for span in sorted {
        match out.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => out.push(*span),
        }
    }
    out
}

/// Shorter stretches between two that nobody took are signs and marks.
const SHORTEST_BETWEEN: u32 = 24;

/// Between the two more was taken than signs, or the rows stand in another order than the source.
fn is_apart(before: Span, span: Span, used: &[Span]) -> bool {
    if span.start < before.end {
        return true;
    }
    let first = used.partition_point(|it| it.end <= before.end);
    let between = used[first..].iter().take_while(|it| it.start < span.start);
    between.map(|it| it.end.min(span.start) - it.start.max(before.end)).any(|length| length >= SHORTEST_BETWEEN)
}

/// The parts of `span` outside the disjoint, sorted `used`, of which the `cursor` was the first to end behind the last such span.
fn uncovered(used: &[Span], span: Span, cursor: &mut usize, left: &mut Vec<Span>) {
    let ends_behind = |at: usize| used.get(at).is_none_or(|it| it.end > span.start);
    let is_first = |at: usize| ends_behind(at) && at.checked_sub(1).is_none_or(|before| !ends_behind(before));
    // Mostly it is the same one, or the next.
    let first = [*cursor, *cursor + 1].into_iter().find(|at| *at <= used.len() && is_first(*at));
    *cursor = first.unwrap_or_else(|| used.partition_point(|it| it.end <= span.start));
    let mut at = span.start;
    for it in used[*cursor..].iter().take_while(|it| it.start < span.end) {
        if it.start > at {
            left.push(Span { start: at, end: it.start });
        }
        at = at.max(it.end);
    }
    if at < span.end {
        left.push(Span { start: at, end: span.end });
    }
}
