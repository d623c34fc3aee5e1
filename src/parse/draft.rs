//! One SOP in the making: the model so far, what is to be reviewed, and which text has found its place.

use super::{nearby::Nearby, respelled};
use crate::document::{Row, Text};
use crate::grammar::enumeration::Names;
use crate::model::{Confidence, Conversion, How, Leftover, LeftoverKind, Path, Review, Sop, Trouble, TroubleKind};
use crate::source::{Source, Span};

/// An SOP being recovered.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub sop: Sop,
    /// Names of documents that hold a comma.
    pub names: Names,
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
        self.used.sort_unstable_by_key(|span| span.start);
        rows.into_iter().for_each(|rows| self.report_unused(rows, source));
        let start = |span: &Option<Span>| span.map_or(u32::MAX, |span| span.start);
        self.notes.sort_by(|(one, at), (other, by)| start(at).cmp(&start(by)).then_with(|| one.path.cmp(&other.path)));
        let reviews = self.notes.into_iter().map(|(mut review, span)| {
            review.stand_at(span, source);
            review
        });
        let name = source.name.rsplit(['/', '\\']).next().unwrap_or(&source.name);
        self.leftovers.sort_by_key(|(.., span)| span.start);
        let nearby = Nearby::of(&self.sop);
        let near = |kind, span| if kind == LeftoverKind::Unknown { nearby.paths(span) } else { Vec::new() };
        let leftovers = self.leftovers.into_iter();
        let leftovers = leftovers.map(|(kind, text, span)| Leftover::at(kind, text, span, near(kind, span), source));
        let (reviews, leftovers) = (reviews.collect(), leftovers.collect());
        self.sop.conversion = Some(Conversion { source: name.to_owned(), reviews, leftovers });
        let stretches =
            || rows.into_iter().flatten().flat_map(|row| row.cells.iter()).flat_map(|cell| cell.text.stretches());
        self.sop.place = stretches().reduce(Span::to).map(Into::into).unwrap_or_default();
        let respelled = respelled::find(&self.sop, source);
        self.sop.troubles.extend(respelled);
        self.sop.troubles.sort_by_key(|trouble| trouble.span.map_or(0, |span| span.start));
        self.sop
    }

    /// One text for each run of neighbouring stretches that nobody took.
    fn report_unused(&mut self, rows: &[Row], source: &Source) {
        let used = merged(&self.used);
        let mut open: Option<Span> = None;
        let mut unused = Vec::new();
        let mut left = Vec::new();
        for stretch in rows.iter().flat_map(|row| row.cells.iter()).flat_map(|cell| cell.text.stretches()) {
            left.clear();
            uncovered(&used, stretch, &mut left);
            let lettered = |span: &Span| source.slice(*span).chars().any(char::is_alphanumeric);
            if left.iter().any(lettered) {
                for span in left.iter().copied().filter(lettered) {
                    open = Some(open.map_or(span, |before| before.to(span)));
                }
            } else if source.slice(stretch).chars().any(char::is_alphanumeric) {
                unused.extend(open.take());
            }
        }
        unused.extend(open);
        for span in unused {
            let words = source.slice(span).split(|it: char| it.is_whitespace() || it.is_control());
            let text = words.filter(|it| !it.is_empty()).collect::<Vec<&str>>().join(" ");
            self.leftover(LeftoverKind::Unknown, text, span);
        }
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

/// The parts of `span` outside the disjoint, sorted `used`.
fn uncovered(used: &[Span], span: Span, left: &mut Vec<Span>) {
    let mut at = span.start;
    let first = used.partition_point(|it| it.end <= span.start);
    for it in used[first..].iter().take_while(|it| it.start < span.end) {
        if it.start > at {
            left.push(Span { start: at, end: it.start });
        }
        at = at.max(it.end);
    }
    if at < span.end {
        left.push(Span { start: at, end: span.end });
    }
}
