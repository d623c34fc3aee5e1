//! Where the labels of a line stand: behind their mark where that is free, else hung below it.

use super::excerpt::Placed;
use std::cmp::Reverse;
use std::ops::Range;

/// A mark, and how far below it its label stands: 0 is beside it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hung<'l, 'p> {
    pub depth: usize,
    pub mark: &'l Placed<'p>,
}

impl Placed<'_> {
    pub fn has_label(&self) -> bool {
        self.label.is_some_and(|it| !it.is_empty())
    }

    /// Column and letter of beginning and end.
    fn stretch(&self) -> ((usize, usize), (usize, usize)) {
        ((self.columns.start, self.letters.start), (self.columns.end, self.letters.end))
    }

    /// The columns, with more behind them where a label needs to be told apart from others.
    fn reach(&self, more: usize) -> Range<usize> {
        self.columns.start..self.columns.end + more
    }
}

/// The marks of a line from the last to the first with the places of their labels, and how many rows these take below the first.
/// The last label stands beside its mark, unless another mark lies over it.
pub(super) fn hung<'l, 'p>(marks: &'l [Placed<'p>]) -> (Vec<Hung<'l, 'p>>, usize) {
    let mut marks: Vec<&Placed<'_>> = marks.iter().collect();
    marks.sort_by_key(|it| Reverse((it.columns.start, it.letters.start)));
    let (mut hung, mut depth, mut deepest) = (Vec::with_capacity(marks.len()), 0, 0);
    for (at, mark) in marks.iter().enumerate() {
        let before = &marks[at + 1..];
        // A mark of the same stretch that says nothing is one with it.
        let is_other = |it: &&Placed<'_>| it.stretch() != mark.stretch() || it.has_label();
        if depth == 0
            && mark.has_label()
            && before.iter().any(|it| overlap(&it.reach(0), &mark.columns) && is_other(it))
        {
            depth += 1;
        }
        hung.push(Hung { depth, mark });
        let is_in_the_way = |it: &&Placed<'_>| {
            let label = it.label.map_or(0, |label| label.len() + 2);
            let is_within = depth == 0 && it.stretch().1 <= mark.stretch().1;
            it.has_label() && (mark.has_label() || is_within) && overlap(&it.reach(label), &mark.columns)
        };
        if before.iter().any(is_in_the_way) {
            depth += 1;
        }
        deepest = deepest.max(depth);
    }
    (hung, if deepest == 0 { 0 } else { deepest + 1 })
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    other.contains(&one.start) || one.contains(&other.start)
}
