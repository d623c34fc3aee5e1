//! Level and upright strokes → the rules of tables, and the strokes that are none.
//!
//! A rule runs through whole rows or columns: both its ends meet other rules. An arrow ends inside a cell, at a shape or a head.

use super::traces::Stroke;

/// Pieces of one rule lie so far apart at most.
const GAP: f32 = 2.2;

/// Strokes so near to each other run in one line.
pub(super) const LEVEL: f32 = 1.0;

/// So far from another rule a rule may end.
pub(super) const REACH: f32 = 3.0;

/// Rounds in which strokes whose ends meet nothing are taken out.
const MOST_ROUNDS: usize = 24;

/// What the strokes of a page turned out to be.
#[derive(Debug, Default)]
pub(super) struct Sorted {
    /// Rules of tables.
    pub rules: Vec<Stroke>,
    /// Others, as they were drawn.
    pub loose: Vec<Stroke>,
}

/// Rules and other strokes.
pub(super) fn sort(strokes: &[Stroke]) -> Sorted {
    let mut rules = merged(strokes);
    let open = [open_edges(&rules, |rule| rule.from), open_edges(&rules, |rule| rule.to)];
    rules.extend(open.into_iter().flatten());
    for _ in 0..MOST_ROUNDS {
        let level = Lines::of(&rules, true);
        let upright = Lines::of(&rules, false);
        let before = rules.len();
        rules.retain(|rule| {
            let others = if rule.is_level { &upright } else { &level };
            others.meet(rule.from, rule.at) && others.meet(rule.to, rule.at)
        });
        if rules.len() == before {
            break;
        }
    }
    let (level, upright) = (Lines::of(&rules, true), Lines::of(&rules, false));
    let is_rule = |stroke: &Stroke| {
        let same = if stroke.is_level { &level } else { &upright };
        same.meet(stroke.at, (stroke.from + stroke.to) / 2.0)
    };
    let loose = strokes.iter().filter(|stroke| !is_rule(stroke)).copied().collect();
    Sorted { rules, loose }
}

/// Fewer upright strokes that end side by side may be arrows.
const FEWEST_OPEN: usize = 3;

/// The edges at which a page cuts a table: upright rules end side by side there, and no level rule closes their columns.
fn open_edges(rules: &[Stroke], end: impl Fn(&Stroke) -> f32) -> Vec<Stroke> {
    let level = Lines::of(rules, true);
    let mut upright: Vec<&Stroke> = rules.iter().filter(|it| !it.is_level).collect();
    upright.sort_by(|a, b| end(a).total_cmp(&end(b)));
    let mut edges = Vec::new();
    while let Some(first) = upright.first() {
        let beside = upright.iter().take_while(|it| end(it) - end(first) <= LEVEL).count().max(1);
        let ends: Vec<&Stroke> = upright.drain(..beside).collect();
        let is_open = |it: &&&Stroke| !level.meet(end(it), it.at);
        if ends.iter().filter(is_open).count() >= FEWEST_OPEN {
            let (from, to) = ends.iter().fold((f32::MAX, f32::MIN), |(from, to), it| (from.min(it.at), to.max(it.at)));
            edges.push(Stroke { is_level: true, at: end(ends[0]), from, to, is_dashed: false, is_seen: true });
        }
    }
    edges
}

/// Pieces that lie in one line and touch are one stroke.
pub(super) fn merged(strokes: &[Stroke]) -> Vec<Stroke> {
    let mut sorted = strokes.to_vec();
    sorted.sort_by(|a, b| a.is_level.cmp(&b.is_level).then(a.at.total_cmp(&b.at)));
    let mut out: Vec<Stroke> = Vec::new();
    let mut start = 0;
    while start < sorted.len() {
        let first = sorted[start];
        let in_line = |it: &&Stroke| it.is_level == first.is_level && it.at - first.at <= LEVEL;
        // What runs at infinity is as far from itself as from any other.
        let end = start + sorted[start..].iter().take_while(in_line).count().max(1);
        let row = &mut sorted[start..end];
        row.sort_by(|a, b| a.from.total_cmp(&b.from));
        let base = out.len();
        for piece in row.iter() {
            match out[base..].last_mut() {
                Some(last) if piece.from <= last.to + GAP => last.to = last.to.max(piece.to),
                _ => out.push(*piece),
            }
        }
        start = end;
    }
    out
}

/// Strokes of one way, to be asked what lies at a place: by whole points of where they run, and there by where they begin,
/// each with how far those up to it reach.
struct Lines {
    list: Vec<(i32, f32, f32)>,
}

impl Lines {
    fn of(strokes: &[Stroke], is_level: bool) -> Self {
        let ways = strokes.iter().filter(|it| it.is_level == is_level);
        let mut list: Vec<(i32, f32, f32)> = ways.map(|it| (it.at.floor() as i32, it.from, it.to)).collect();
        list.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
        for index in 1..list.len() {
            if list[index].0 == list[index - 1].0 {
                list[index].2 = list[index].2.max(list[index - 1].2);
            }
        }
        Self { list }
    }

    /// A stroke runs near `at` and passes `along`.
    fn meet(&self, at: f32, along: f32) -> bool {
        let (first, last) = ((at - REACH).floor() as i32, (at + REACH).floor() as i32);
        (first..=last).any(|bucket| {
            let before = self.list.partition_point(|it| (it.0, it.1) <= (bucket, along + REACH));
            let nearest = before.checked_sub(1).map(|index| self.list[index]);
            nearest.is_some_and(|it| it.0 == bucket && along - REACH <= it.2)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stroke(is_level: bool, at: f32, from: f32, to: f32) -> Stroke {
        Stroke { is_level, at, from, to, is_dashed: false, is_seen: true }
    }

    /// Two columns of two rows, the level rules in pieces.
    fn table() -> Vec<Stroke> {
        let mut strokes = Vec::new();
        for at in [10.0, 40.0, 70.0] {
            strokes.push(stroke(true, at, 10.0, 60.5));
            strokes.push(stroke(true, at + 0.2, 61.0, 110.0));
        }
        strokes.extend([10.0, 60.0, 110.0].map(|at| stroke(false, at, 10.0, 70.0)));
        strokes
    }

    #[test]
    fn pieces_in_a_line_are_one_rule() {
        let sorted = sort(&table());
        assert_eq!((sorted.rules.len(), sorted.loose.len()), (6, 0));
    }

    #[test]
    fn an_arrow_through_a_lane_is_no_rule() {
        let mut strokes = table();
        strokes.push(stroke(false, 85.0, 20.0, 62.0));
        strokes.push(stroke(true, 62.0, 30.0, 85.0));
        let sorted = sort(&strokes);
        assert_eq!((sorted.rules.len(), sorted.loose.len()), (6, 2));
    }
}
