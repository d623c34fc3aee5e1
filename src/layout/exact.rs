//! Things with several ways each, and what every two ways cost together → the cheapest choice, by looking at all that could
//! still be cheaper than what is known. For the few pages on which improving step by step leaves crossings.

/// What the choice costs.
pub(super) struct Costs {
    /// Of each way of each thing alone.
    pub alone: Vec<Vec<i32>>,
    /// Of two ways of two things: by the thing, its way, the other thing, its way.
    pub together: Vec<Vec<Vec<Vec<i32>>>>,
}

struct Search<'a> {
    costs: &'a Costs,
    /// What has to be undercut.
    best: i32,
    found: Option<Vec<usize>>,
    /// The way of each thing, as far as decided.
    chosen: Vec<Option<usize>>,
    /// Choices that may still be looked at.
    left: usize,
}

/// A choice that costs less than `known`, the cheapest unless more than `patience` partial choices had to be looked at.
pub(super) fn cheapest(costs: &Costs, known: i32, patience: usize) -> Option<Vec<usize>> {
    let chosen = vec![None; costs.alone.len()];
    let mut search = Search { costs, best: known, found: None, chosen, left: patience };
    search.descend(0, &costs.alone);
    search.found
}

impl Search<'_> {
    /// `open` has what each way costs together with what is decided; `spent` is what that costs itself.
    fn descend(&mut self, spent: i32, open: &[Vec<i32>]) {
        let undecided = || (0..open.len()).filter(|at| self.chosen[*at].is_none());
        let least = |at: usize| open[at].iter().copied().min().unwrap_or(0);
        let bound: i32 = spent + undecided().map(least).sum::<i32>();
        if bound >= self.best || self.left == 0 {
            return;
        }
        self.left -= 1;
        // What has the fewest ways that may be part of something cheaper is decided first.
        let room = self.best - bound;
        let ways = |at: &usize| open[*at].iter().filter(|cost| **cost - least(*at) < room).count();
        let Some(at) = undecided().min_by_key(ways) else {
            self.best = spent;
            self.found = self.chosen.iter().copied().collect();
            return;
        };
        let mut order: Vec<usize> = (0..open[at].len()).collect();
        order.sort_by_key(|way| open[at][*way]);
        for way in order {
            let spent = spent + open[at][way];
            if spent >= self.best {
                break;
            }
            let more = &self.costs.together[at][way];
            let add = |(ways, more): (&Vec<i32>, &Vec<i32>)| ways.iter().zip(more).map(|(a, b)| a + b).collect();
            let rest: Vec<Vec<i32>> = open.iter().zip(more).map(add).collect();
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
        let none = || vec![0, 0];
        let first = vec![vec![none(), vec![4, 5]], vec![none(), vec![5, 0]]];
        let second = vec![vec![vec![4, 5], none()], vec![vec![5, 0], none()]];
        let costs = Costs { alone: vec![none(), none()], together: vec![first, second] };
        assert_eq!(cheapest(&costs, 4, 100), Some(vec![1, 1]));
        assert_eq!(cheapest(&costs, 0, 100), None);
        assert_eq!(cheapest(&costs, 4, 1), None, "patience ends");
    }
}
