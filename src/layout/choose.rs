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
const ASIDE: [i32; 2] = [60, 140];
const INTO_SIDE: i32 = 70;
/// That several arrows by which work is handed on leave their symbol in different ways.
const SCATTERED: i32 = 30;
/// That an arrow enters from below where another leaves.
const CROWDED: i32 = 600;
/// That two arrows have lanes side by side.
const CLOSE: i32 = 4;

/// So many ways of all arrows together are compared pair by pair, at most.
const MOST_WAYS: usize = 900;
/// Partial choices looked at, at most, where crossings are left.
const PATIENCE: usize = 20_000;

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
            ways.map(|way| weigh(routing, wire, way, &fixed)).collect()
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
    let crossings: i32 = fixed.iter().map(|other| line.crossings(other)).sum();
    let many = if bends > 3 { MANY_BENDS * (bends - 3) } else { 0 };
    let cost = crossings * CROSSING + bends * BEND + many + across + manners(routing, wire, way);
    Candidate { way, cost, line }
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

    /// Where crossings are left, looks for the choice that has the fewest, and improves the rest of it again.
    fn untangle(&mut self) {
        let crossed = self.crossed(&self.chosen);
        let ways: usize = self.candidates.iter().map(Vec::len).sum();
        if crossed == 0 || ways > MOST_WAYS {
            return;
        }
        if let Some(better) = cheapest(&self.costs(), crossed, PATIENCE) {
            self.chosen = better;
            self.improve();
        }
    }

    /// Crossings of all ways, alone and together; of two they are the same whichever is asked about the other.
    fn costs(&self) -> Costs {
        let mut starts = vec![0];
        let mut ways = Vec::new();
        for (arrow, candidates) in self.candidates.iter().enumerate() {
            ways.extend((0..candidates.len()).map(|way| (arrow, way)));
            starts.push(ways.len());
        }
        let mut together = vec![vec![0; ways.len()]; ways.len()];
        for (at, one) in ways.iter().enumerate() {
            for (before, other) in ways.iter().enumerate().take(starts[one.0]) {
                let crossings = self.between(*one, *other) / CROSSING;
                together[at][before] = crossings;
                together[before][at] = crossings;
            }
        }
        let alone = ways.iter().map(|(arrow, way)| self.candidates[*arrow][*way].cost / CROSSING).collect();
        Costs { starts, alone, together }
    }

    /// Crossings of a choice.
    fn crossed(&self, chosen: &[usize]) -> i32 {
        let mut count = 0;
        for (at, way) in chosen.iter().enumerate() {
            count += self.candidates[at][*way].cost / CROSSING;
            count += (0..at).map(|it| self.between((at, *way), (it, chosen[it])) / CROSSING).sum::<i32>();
        }
        count
    }

    /// Arrows of one symbol, and arrows that cross.
    fn is_entangled(&self, one: usize, other: usize) -> bool {
        let from = |at: usize| self.routing.wires[self.wires[at]].from;
        let pair = || self.between((one, self.chosen[one]), (other, self.chosen[other]));
        from(one) == from(other) && self.cost(one, self.chosen[one], None) >= CROSSING || pair() >= CROSSING
    }

    fn improve_pair(&mut self, one: usize, other: usize) -> bool {
        let alone = |it: &Self, at: usize, way: usize, without: usize| it.cost(at, way, Some(without));
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
        let mut best = self.chosen.get(at).map(|it| (self.cost(at, *it, without), *it));
        for way in 0..self.candidates[at].len() {
            if best.is_some_and(|(least, _)| self.candidates[at][way].cost >= least) {
                continue;
            }
            let cost = self.cost(at, way, without);
            if best.is_none_or(|(least, _)| cost < least) {
                best = Some((cost, way));
            }
        }
        best.map_or(0, |(_, way)| way)
    }

    fn cost(&self, at: usize, way: usize, without: Option<usize>) -> i32 {
        let near = at.saturating_sub(NEIGHBOURS)..self.chosen.len().min(at + NEIGHBOURS + 1);
        let others = near.filter(|other| *other != at && Some(*other) != without);
        let sum: i32 = others.map(|other| self.between((at, way), (other, self.chosen[other]))).sum();
        self.candidates[at][way].cost + sum
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
        cost + a.line.closeness(&b.line) * CLOSE + a.line.crossings(&b.line) * CROSSING
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
