//! The ways that arrows of one page could take → one for each, with as few crossings as can be found, then as few bends, then
//! as little way across.
//!
//! Every arrow in turn takes what is best beside those before it; then single arrows, and pairs that leave one symbol or
//! cross each other, change their ways as long as that is better. Pages are small, so time does not grow with the flow.

use super::exact::{Costs, cheapest};
use super::route::{Entry, Exit, Routing, Run, Side, Way, Wire};
use super::tangle::{CLASH, Line, side};
use super::ways::Ways;
use crate::model::EdgeKind;
use std::cell::Cell;

/// What a crossing is worth in bends and way across: more than all of them.
const CROSSING: i32 = 1_000;
/// What costs less is left out of account where all choices are compared.
const ROUGHLY: i32 = 500;
const BEND: i32 = 40;
/// Added for a fourth bend.
const MANY_BENDS: i32 = 60;
/// Rounds of improvement, at most; a round that improves nothing is the last.
const ROUNDS: usize = 12;

/// What an arrow that goes back costs more: that it enters from above, over the row above its target; the same where both
/// stand in one column, or on one level; that it leaves on the side away from its target; that it leaves downwards.
const OVER: [i32; 3] = [1_700, 700, 120];
const AWAY: [i32; 2] = [500, 150];
const DOWNWARDS: i32 = 250;
/// That an arrow enters from below.
const FROM_BELOW: i32 = 120;
/// What an arrow that goes on costs more: that it leaves at a side, and at the one away from its target; that it enters at a
/// side.
const ASIDE: [i32; 2] = [60, 80];
const INTO_SIDE: i32 = 70;
/// That several arrows by which work is handed on leave their symbol in different ways.
const SCATTERED: i32 = 30;
/// That an arrow enters from below where another leaves.
const CROWDED: i32 = 600;
/// That two arrows have lanes side by side.
const CLOSE: i32 = 4;

/// So many ways of one arrow are looked at, the best ones.
const MOST_OF_ONE: usize = 36;
/// So many ways of all arrows together are compared pair by pair, at most.
const MOST_WAYS: usize = 400;
/// Partial choices looked at, at most, where crossings are left.
const PATIENCE: usize = 1_000;

/// Ways of two arrows compared to improve those of one page, at most: what is left when they are used up is as clean, only
/// crosses more. Pages of sixty steps with returns of every kind need a tenth of it.
const EFFORT: usize = 300_000;
/// An arrow is compared with so many others before it and as many after it. No page of a real flow has as many.
const NEIGHBOURS: usize = 150;

/// One way that an arrow could take.
struct Candidate {
    way: Way,
    line: Line,
    /// What it costs whatever the others do.
    cost: i32,
    /// Lines that are there in any case and that it crosses.
    crossings: i32,
}

struct Search<'a> {
    routing: &'a Routing,
    /// Arrows with a choice, as positions among the wires, in the order in which they choose.
    wires: Vec<usize>,
    candidates: Vec<Vec<Candidate>>,
    chosen: Vec<usize>,
    /// Comparisons made since improving began.
    effort: Cell<usize>,
}

/// Which ways are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    /// All.
    Free,
    /// Those that enter their targets from above, each arrow from a start of its own.
    Plain,
}

/// Gives every arrow that goes down or back its way; lanes and tracks are not yet in order.
pub(super) fn choose(routing: &mut Routing, columns: usize, manner: Manner) {
    let mut wires: Vec<usize> = (0..routing.wires.len()).filter(|at| !routing.wires[*at].way.is_across()).collect();
    // The nearest cell further down has the first claim on the lower port; pentagons come after cells.
    wires.sort_by_key(|at| {
        let wire = &routing.wires[*at];
        let (from, to) = (routing.nodes[wire.from], routing.nodes[wire.to]);
        (from.level, wire.from, to.symbol().is_none(), to.level.wrapping_sub(from.level), *at)
    });
    let fixed = fixed_lines(routing);
    let candidates = wires
        .iter()
        .map(|at| {
            let wire = &routing.wires[*at];
            let ways = Ways::of(routing, wire, columns).list(manner).into_iter();
            let mut weighed: Vec<Candidate> = ways.map(|way| weigh(routing, wire, way, &fixed)).collect();
            weighed.sort_by_cached_key(|it| it.cost);
            if manner == Manner::Free {
                weighed.truncate(MOST_OF_ONE);
            }
            weighed
        })
        .collect();
    let mut search = Search { routing, wires, candidates, chosen: Vec::new(), effort: Cell::new(0) };
    search.start();
    search.improve();
    search.untangle();
    let ways: Vec<(usize, Way)> = search.ways().collect();
    for (at, way) in ways {
        routing.wires[at].way = way;
    }
}

/// Lines that are there in any case: arrows between neighbours, and what joins those who act together.
fn fixed_lines(routing: &Routing) -> Vec<Line> {
    let across = routing.wires.iter().filter(|wire| wire.way.is_across());
    let mut lines: Vec<Line> = across.map(|wire| Line::of(routing, wire, wire.way)).collect();
    lines.extend(routing.joins.iter().map(|(level, ends)| Line::joint(*ends, *level)));
    lines
}

fn weigh(routing: &Routing, wire: &Wire, way: Way, fixed: &[Line]) -> Candidate {
    let line = Line::of(routing, wire, way);
    let (bends, across) = line.effort();
    let crossings = fixed.iter().map(|other| line.crossings(other)).sum::<i32>().min(CLASH);
    let many = if bends > 3 { MANY_BENDS * (bends - 3) } else { 0 };
    let cost = crossings * CROSSING + bends * BEND + many + across + manners(routing, wire, way);
    Candidate { way, line, cost, crossings }
}

/// What a careful hand would rather not draw.
fn manners(routing: &Routing, wire: &Wire, way: Way) -> i32 {
    let (from, to) = (routing.nodes[wire.from], routing.nodes[wire.to]);
    let (start, end) = (from.node.column, to.node.column);
    let back = to.level <= from.level;
    let away = |side| match side {
        Side::Left => start < end,
        Side::Right => start > end,
    };
    let exit = match way.exit {
        Exit::Beside(side) if back && away(side) => AWAY[usize::from(to.level == from.level)],
        Exit::Beside(side) if !back && away(side) => ASIDE[1],
        Exit::Beside(_) if !back => ASIDE[0],
        Exit::Below { .. } if back => DOWNWARDS,
        _ => 0,
    };
    let entry = match way.entry {
        Entry::Above { .. } if back && to.level == from.level => OVER[2],
        Entry::Above { .. } if back && start == end => OVER[1],
        Entry::Above { .. } if back => OVER[0],
        Entry::Beside(_) if !back && !wire.fan => INTO_SIDE,
        Entry::Below { .. } => FROM_BELOW,
        _ => 0,
    };
    // The lane beside the target is the one that is looked for.
    let far = match way.run {
        Run::Lane { corridor, .. } if way.entry != (Entry::Above { track: 0 }) => {
            (2 * corridor).abs_diff(2 * end + 1) as i32 / 2
        }
        _ => 0,
    };
    exit + entry + far
}

impl Search<'_> {
    fn ways(&self) -> impl Iterator<Item = (usize, Way)> {
        self.wires.iter().zip(&self.candidates).zip(&self.chosen).map(|((at, ways), it)| (*at, ways[*it].way))
    }

    fn start(&mut self) {
        for at in 0..self.wires.len() {
            let best = self.best(at, None);
            self.chosen.push(best);
        }
    }

    fn improve(&mut self) {
        self.effort.set(0);
        for _ in 0..ROUNDS {
            let mut better = false;
            for at in 0..self.wires.len() {
                if self.is_tired() {
                    return;
                }
                let best = self.best(at, None);
                better |= best != self.chosen[at];
                self.chosen[at] = best;
            }
            for one in 0..self.wires.len() {
                for other in one.saturating_sub(NEIGHBOURS)..one {
                    if self.is_tired() {
                        return;
                    }
                    better |= self.is_entangled(one, other) && self.improve_pair(one, other);
                }
            }
            if !better {
                return;
            }
        }
    }

    /// Where crossings are left, looks for the choice that has the fewest and is best drawn, and improves the rest of it again.
    fn untangle(&mut self) {
        let (crossed, known) = self.crossed();
        if !crossed {
            return;
        }
        let ways = self.promising(known);
        if ways.iter().map(Vec::len).sum::<usize>() > MOST_WAYS {
            return;
        }
        if let Some(better) = cheapest(&self.costs(&ways), known, PATIENCE) {
            self.chosen = better.iter().zip(&ways).map(|(at, own)| own[*at]).collect();
            self.improve();
        }
    }

    /// Of each arrow the ways that a choice cheaper than that may have: all others at their best still leave room for them.
    fn promising(&self, known: i32) -> Vec<Vec<usize>> {
        let rough = |at: usize, way: usize| self.candidates[at][way].cost / ROUGHLY;
        let room = known - (0..self.chosen.len()).map(|at| rough(at, 0)).sum::<i32>();
        let own = |at: usize| {
            let promising = |way: &usize| rough(at, *way) - rough(at, 0) < room || *way == self.chosen[at];
            (0..self.candidates[at].len()).filter(promising).collect()
        };
        (0..self.chosen.len()).map(own).collect()
    }

    /// What all these ways cost, alone and together, roughly; of two it is the same whichever is asked about the other.
    fn costs(&self, of: &[Vec<usize>]) -> Costs {
        let mut starts = vec![0];
        let mut ways = Vec::new();
        for (arrow, own) in of.iter().enumerate() {
            ways.extend(own.iter().map(|way| (arrow, *way)));
            starts.push(ways.len());
        }
        let mut together = vec![vec![0; ways.len()]; ways.len()];
        for (at, one) in ways.iter().enumerate() {
            for (before, other) in ways.iter().enumerate().take(starts[one.0]) {
                let cost = self.between(*one, *other) / ROUGHLY;
                together[at][before] = cost;
                together[before][at] = cost;
            }
        }
        let alone = ways.iter().map(|(arrow, way)| self.candidates[*arrow][*way].cost / ROUGHLY).collect();
        Costs { starts, alone, together }
    }

    /// Whether arrows cross as chosen, and what all of them cost, roughly.
    fn crossed(&self) -> (bool, i32) {
        let (mut crossed, mut cost) = (false, 0);
        for (at, way) in self.chosen.iter().enumerate() {
            let own = &self.candidates[at][*way];
            crossed |= own.crossings > 0;
            cost += own.cost / ROUGHLY;
            for (it, other) in self.chosen.iter().enumerate().take(at) {
                let pair = self.between((at, *way), (it, *other));
                crossed |= pair >= CROSSING;
                cost += pair / ROUGHLY;
            }
        }
        (crossed, cost)
    }

    /// Arrows of one symbol of which one crosses something, and arrows that cross.
    fn is_entangled(&self, one: usize, other: usize) -> bool {
        let from = |at: usize| self.routing.wires[self.wires[at]].from;
        let crosses = |at: usize| {
            let own = &self.candidates[at][self.chosen[at]];
            self.cost(at, self.chosen[at], None, i32::MAX) - own.cost + own.crossings * CROSSING >= CROSSING
        };
        let pair = || self.between((one, self.chosen[one]), (other, self.chosen[other]));
        from(one) == from(other) && crosses(one) || pair() >= CROSSING
    }

    fn improve_pair(&mut self, one: usize, other: usize) -> bool {
        let alone = |it: &Self, at: usize, way: usize, without: usize| it.cost(at, way, Some(without), i32::MAX);
        let (mine, theirs) = (self.chosen[one], self.chosen[other]);
        let whole = |it: &Self, costs: (i32, i32), ways: (usize, usize)| {
            costs.0.saturating_add(costs.1).saturating_add(it.between((one, ways.0), (other, ways.1)))
        };
        let of_other: Vec<i32> = (0..self.candidates[other].len()).map(|way| alone(self, other, way, one)).collect();
        let now = alone(self, one, mine, other);
        let mut best = (whole(self, (now, of_other[theirs]), (mine, theirs)), mine, theirs);
        for way in 0..self.candidates[one].len() {
            let cost = alone(self, one, way, other);
            if cost >= best.0 {
                continue;
            }
            for (at, of_other) in of_other.iter().enumerate() {
                if cost + of_other >= best.0 {
                    continue;
                }
                let cost = whole(self, (cost, *of_other), (way, at));
                if cost < best.0 {
                    best = (cost, way, at);
                }
            }
        }
        (self.chosen[one], self.chosen[other]) = (best.1, best.2);
        (best.1, best.2) != (mine, theirs)
    }

    /// The cheapest way of one beside those chosen; what it has, where nothing is cheaper.
    fn best(&self, at: usize, without: Option<usize>) -> usize {
        let mut best = self.chosen.get(at).map(|it| (self.cost(at, *it, without, i32::MAX), *it));
        for way in 0..self.candidates[at].len() {
            let least = best.map_or(i32::MAX, |(least, _)| least);
            // They are in the order of what they cost alone.
            if self.candidates[at][way].cost >= least {
                break;
            }
            let cost = self.cost(at, way, without, least);
            if cost < least {
                best = Some((cost, way));
            }
        }
        best.map_or(0, |(_, way)| way)
    }

    /// What a way costs beside those chosen; once that is as much as `enough`, it is not reckoned further.
    fn cost(&self, at: usize, way: usize, without: Option<usize>, enough: i32) -> i32 {
        let mut cost = self.candidates[at][way].cost;
        let last = self.chosen.len().min(at + NEIGHBOURS + 1);
        for other in at.saturating_sub(NEIGHBOURS)..last {
            if other != at && Some(other) != without {
                cost = cost.saturating_add(self.between((at, way), (other, self.chosen[other])));
                if cost >= enough {
                    break;
                }
            }
        }
        cost
    }

    fn is_tired(&self) -> bool {
        self.effort.get() > EFFORT
    }

    /// What two arrows cost each other.
    fn between(&self, one: (usize, usize), other: (usize, usize)) -> i32 {
        self.effort.set(self.effort.get() + 1);
        let (a, b) = (&self.candidates[one.0][one.1], &self.candidates[other.0][other.1]);
        let (first, second) = (&self.routing.wires[self.wires[one.0]], &self.routing.wires[self.wires[other.0]]);
        let mut cost = 0;
        if first.from == second.from {
            let one_start = a.line.begins_with(&b.line);
            if !one_start
                && (in_the_way((first, a.way), (second, b.way)) || in_the_way((second, b.way), (first, a.way)))
            {
                return CLASH * CROSSING / 10;
            }
            cost += if !one_start && a.line.is_of_fan() && b.line.is_of_fan() { SCATTERED } else { 0 };
        }
        let crowded = |one: &Wire, its: Way, other: &Wire, their: Way| {
            one.to == other.from && matches!(its.entry, Entry::Below { .. }) && matches!(their.exit, Exit::Below { .. })
        };
        if crowded(first, a.way, second, b.way) || crowded(second, b.way, first, a.way) {
            cost += CROWDED;
        }
        cost + a.line.closeness(&b.line) * CLOSE + a.line.crossings(&b.line).min(CLASH) * CROSSING
    }
}

/// Of two arrows that leave one symbol, the other takes the port of the one, or stands where its label is.
fn in_the_way(one: (&Wire, Way), other: (&Wire, Way)) -> bool {
    let below = |way: Way| match way.exit {
        Exit::Below { shift, .. } => Some(shift),
        Exit::Beside(_) => None,
    };
    let labelled = one.0.reason() != EdgeKind::Next;
    match (below(one.1), below(other.1)) {
        (Some(mine), Some(theirs)) if mine == theirs => true,
        (Some(0), Some(theirs)) => labelled && theirs > 0,
        (Some(mine), Some(theirs)) => labelled && mine.signum() == theirs.signum() && theirs.abs() > mine.abs(),
        (None, None) => side(one.1) == side(other.1),
        _ => false,
    }
}
