//! Things with several ways each, and what every two ways cost together → the cheapest choice, by looking at all that could
//! still be cheaper than what is known. For the few pages on which improving step by step leaves crossings.

use std::ops::Range;

/// What the choice costs. All ways of all things stand in one row, those of the first thing first.
pub(super) struct Costs {
    /// Where the ways of each thing begin in the row, and where those of the last end.
    pub starts: Vec<usize>,
    /// Of each way alone.
    pub alone: Vec<i32>,
    /// Of each way with each: a row for every way. Nothing between ways of one thing.
    pub together: Vec<Vec<i32>>,
}

impl Costs {
    fn ways(&self, thing: usize) -> Range<usize> {
        self.starts[thing]..self.starts[thing + 1]
    }
}

struct Search<'a> {
    costs: &'a Costs,
    /// What has to be undercut.
    best: i32,
    found: Option<Vec<usize>>,
    /// The way of each thing, as far as decided, as a place in the row.
    chosen: Vec<Option<usize>>,
    /// Choices that may still be looked at.
    left: usize,
}

/// A choice that costs less than `known`, the cheapest unless more than `patience` partial choices had to be looked at: for
/// each thing which of its ways.
pub(super) fn cheapest(costs: &Costs, known: i32, patience: usize) -> Option<Vec<usize>> {
    let chosen = vec![None; costs.starts.len() - 1];
    let mut search = Search { costs, best: known, found: None, chosen, left: patience };
    search.descend(0, &costs.alone);
    let found = search.found?;
    Some(found.iter().zip(&costs.starts).map(|(way, start)| way - start).collect())
}

impl Search<'_> {
    /// `open` has what each way costs together with what is decided; `spent` is what that costs itself.
    fn descend(&mut self, spent: i32, open: &[i32]) {
        let costs = self.costs;
        let least = |at: usize| open[costs.ways(at)].iter().copied().min().unwrap_or(0);
        let undecided: Vec<(usize, i32)> =
            (0..self.chosen.len()).filter(|at| self.chosen[*at].is_none()).map(|at| (at, least(at))).collect();
        let bound: i32 = spent + undecided.iter().map(|(_, least)| least).sum::<i32>();
        if bound >= self.best || self.left == 0 {
            return;
        }
        self.left -= 1;
        // What has the fewest ways that may be part of something cheaper is decided first.
        let room = self.best - bound;
        let ways =
            |(at, least): &&(usize, i32)| open[costs.ways(*at)].iter().filter(|cost| **cost - least < room).count();
        let Some((at, _)) = undecided.iter().min_by_key(ways).copied() else {
            self.best = spent;
            self.found = self.chosen.iter().copied().collect();
            return;
        };
        let mut order: Vec<usize> = costs.ways(at).collect();
        order.sort_by_key(|way| open[*way]);
        for way in order {
            let spent = spent + open[way];
            if spent >= self.best {
                break;
            }
            let rest: Vec<i32> = open.iter().zip(&costs.together[way]).map(|(a, b)| a + b).collect();
            self.chosen[at] = Some(way);
            self.descend(spent, &rest);
            self.chosen[at] = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cheapest_choice_is_found_where_every_single_step_is_dearer() {
        let together = vec![vec![0, 0, 4, 5], vec![0, 0, 5, 0], vec![4, 5, 0, 0], vec![5, 0, 0, 0]];
        let costs = Costs { starts: vec![0, 2, 4], alone: vec![0; 4], together };
        assert_eq!(cheapest(&costs, 4, 100), Some(vec![1, 1]));
        assert_eq!(cheapest(&costs, 0, 100), None);
        assert_eq!(cheapest(&costs, 4, 1), None, "patience ends");
    }
}
