//! Parallel work: whether all of it can end, and whether pieces that can meet are sure to.

use super::reach::reaches;
use super::{Arrow, Graph};
use std::collections::VecDeque;

/// Pairs of parallel branches that are looked at in one chart. Each takes time linear in the chart; nobody draws so many.
const MOST_PAIRS: usize = 64;

/// Of each cell, whether all the work that a piece at this cell leads to can come to an end. Cells that are `excused` count as
/// if it could.
///
/// Of the ways on from a cell one must finish, and of the parallel arrows of a way all must.
pub fn finishing(graph: &Graph, excused: impl Fn(usize) -> bool) -> Vec<bool> {
    // Of each way: the cell it leaves, and how many of its cells are not known to finish.
    let mut ways: Vec<(usize, usize)> = Vec::new();
    let mut ways_into: Vec<Vec<usize>> = vec![Vec::new(); graph.len()];
    let mut open = Vec::new();
    for node in 0..graph.len() {
        for way in graph.ways(node) {
            let cells = way.iter().filter_map(|arrow| arrow.to);
            cells.clone().for_each(|to| ways_into[to].push(ways.len()));
            ways.push((node, cells.count()));
        }
        if graph.ends_here(node) || excused(node) || graph.ways(node).any(|way| way.iter().all(|it| it.to.is_none())) {
            open.push(node);
        }
    }
    let mut finishes = vec![false; graph.len()];
    while let Some(node) = open.pop() {
        if std::mem::replace(&mut finishes[node], true) {
            continue;
        }
        for way in &ways_into[node] {
            let (from, left) = &mut ways[*way];
            *left -= 1;
            if *left == 0 {
                open.push(*from);
            }
        }
    }
    finishes
}

/// Two parallel pieces of work that can meet, and a way for each on which they do not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parting {
    /// The cell where they part.
    pub split: usize,
    /// The shorter of the two ways, from the first arrow out of the split to its end.
    pub ended: Vec<Arrow>,
    /// The other one.
    pub left: Vec<Arrow>,
}

/// The partings of a chart, at most one for each cell that splits, in the order of the table.
///
/// Cells that no work comes to are left out, and so are splits that hand work back to themselves or upwards: those do not
/// finish at all. A branch that splits again, and may meet the other by the part it split off,
/// is not judged. Of charts with more pairs of parallel branches than anybody draws, the first 64 are looked at.
pub fn partings(graph: &Graph, reached: &[bool]) -> Vec<Parting> {
    let mut found = Vec::new();
    let mut pairs_left = MOST_PAIRS;
    for split in graph.splits().filter(|node| reached[*node]) {
        let mut ways = graph.ways(split).filter(|way| way.len() > 1 && !begins_anew(way, split));
        found.extend(ways.find_map(|way| parting(graph, split, way, &mut pairs_left)));
    }
    found
}

/// Some arrow goes back to the split or above it.
fn begins_anew(way: &[Arrow], split: usize) -> bool {
    way.iter().any(|arrow| arrow.to.is_some_and(|to| to <= split))
}

fn parting(graph: &Graph, split: usize, way: &[Arrow], pairs_left: &mut usize) -> Option<Parting> {
    let branches: Vec<(&Arrow, usize)> = way.iter().filter_map(|arrow| Some((arrow, arrow.to?))).collect();
    for (at, (one_arrow, one)) in branches.iter().enumerate() {
        for (other_arrow, other) in &branches[at + 1..] {
            *pairs_left = pairs_left.checked_sub(1)?;
            let Some((mut one_way, mut other_way)) = Stretch::of(graph, split, *one, *other).and_then(|it| it.apart())
            else {
                continue;
            };
            one_way.insert(0, **one_arrow);
            other_way.insert(0, **other_arrow);
            let (ended, left) =
                if one_way.len() <= other_way.len() { (one_way, other_way) } else { (other_way, one_way) };
            return Some(Parting { split, ended, left });
        }
    }
    None
}

/// What lies below a split, as two of its branches see it.
struct Stretch<'g> {
    graph: &'g Graph,
    split: usize,
    branches: [usize; 2],
    /// Of each cell, whether a piece of work there can still come to where the other branch may be.
    can_meet: Vec<bool>,
    /// Of each cell on one of the two ways, the arrow by which that way leaves it; `None` where it ends in a capsule.
    taken: Vec<Option<Option<Arrow>>>,
    /// Of each cell on one of the two ways, the cell before it.
    before: Vec<Option<usize>>,
}

/// A side of a cell, in the search for a second way around the first: before the work there is done, or after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    After,
}

/// Where the search stands.
type Stand = (usize, Side);

impl<'g> Stretch<'g> {
    /// `None` where the two branches can never meet below the split: each has its own end.
    fn of(graph: &'g Graph, split: usize, one: usize, other: usize) -> Option<Self> {
        let below = |node: usize| node > split;
        let (from_one, from_other) = (reaches(graph, &[one], below), reaches(graph, &[other], below));
        let mut can_meet: Vec<bool> = from_one.iter().zip(&from_other).map(|(one, other)| *one && *other).collect();
        let mut open: Vec<usize> = (0..graph.len()).filter(|node| can_meet[*node]).collect();
        if open.is_empty() {
            return None;
        }
        while let Some(node) = open.pop() {
            for before in graph.backward(node).iter().filter(|before| below(**before)) {
                if !std::mem::replace(&mut can_meet[*before], true) {
                    open.push(*before);
                }
            }
        }
        let (taken, before) = (vec![None; graph.len()], vec![None; graph.len()]);
        Some(Self { graph, split, branches: [one, other], can_meet, taken, before })
    }

    /// The arrows by which a piece of work can leave a cell. Of parallel ones, those that can still meet the other piece stand
    /// for all. A way that begins the stretch anew is none.
    fn arrows(&self, node: usize) -> Vec<Arrow> {
        let mut open = Vec::new();
        for way in self.graph.ways(node).filter(|way| !begins_anew(way, self.split)) {
            let meets = |arrow: &&Arrow| arrow.to.is_some_and(|to| self.can_meet[to]);
            let some_meet = way.iter().any(|arrow| meets(&arrow));
            open.extend(way.iter().filter(|arrow| !some_meet || meets(arrow)));
        }
        open
    }

    /// Two ways to an end without a cell in common, one for each branch.
    fn apart(mut self) -> Option<(Vec<Arrow>, Vec<Arrow>)> {
        let [one, other] = self.branches;
        self.find_way(one)?;
        self.find_way(other)?;
        let (one_way, other_way) = (self.way_from(one), self.way_from(other));
        let is_apart = !self.sends_to(&one_way, other, &other_way) && !self.sends_to(&other_way, one, &one_way);
        is_apart.then_some((one_way, other_way))
    }

    /// A part of the work that takes the one way, split off on it, can come to a cell of the other way.
    fn sends_to(&self, way: &[Arrow], other: usize, other_way: &[Arrow]) -> bool {
        let mut split_off = Vec::new();
        for arrow in way {
            let taken = self.graph.ways(arrow.from).filter(|it| it.contains(arrow));
            split_off.extend(taken.flatten().filter(|it| *it != arrow).filter_map(|it| it.to));
        }
        let reached = reaches(self.graph, &split_off, |node| node > self.split);
        reached[other] || other_way.iter().filter_map(|arrow| arrow.to).any(|cell| reached[cell])
    }

    /// Adds a way from this cell to an end, turning the way that is there already aside where it must: one round of the search for
    /// a flow of two, each cell let through once.
    fn find_way(&mut self, from: usize) -> Option<()> {
        // Of each stand, the one it was come to from; the first came from itself.
        let mut came: Vec<[Option<Stand>; 2]> = vec![[None; 2]; self.graph.len()];
        let start = (from, Side::Before);
        let mut queue = VecDeque::from([(start, start)]);
        while let Some((stand, last)) = queue.pop_front() {
            let (node, side) = stand;
            if came[node][side as usize].is_some() {
                continue;
            }
            came[node][side as usize] = Some(last);
            let is_taken = self.taken[node].is_some();
            if side == Side::Before {
                let next = if is_taken { self.before[node] } else { Some(node) };
                queue.extend(next.map(|next| ((next, Side::After), stand)));
                continue;
            }
            if let Some(end) = self.end_of(node) {
                self.take(&came, node, end);
                return Some(());
            }
            let fresh = self.arrows(node).into_iter().filter(|arrow| self.taken[node] != Some(Some(*arrow)));
            queue.extend(fresh.filter_map(|arrow| Some(((arrow.to?, Side::Before), stand))));
            if is_taken {
                queue.push_back(((node, Side::Before), stand));
            }
        }
        None
    }

    /// How work can end at a cell: `Some(None)` by its capsule.
    fn end_of(&self, node: usize) -> Option<Option<Arrow>> {
        let capsule = self.graph.ends_here(node).then_some(None);
        capsule.or_else(|| self.arrows(node).into_iter().find(|arrow| arrow.to.is_none()).map(Some))
    }

    /// Writes down the way that was found, from its end.
    fn take(&mut self, came: &[[Option<Stand>; 2]], last: usize, end: Option<Arrow>) {
        self.taken[last] = Some(end);
        let mut stand = (last, Side::After);
        while let Some(from) = came[stand.0][stand.1 as usize].filter(|from| *from != stand) {
            let node = stand.0;
            if from.1 == Side::After && from.0 == node {
                // Backwards through a cell of the other way: it is free again.
                self.taken[node] = None;
                self.before[node] = None;
            } else if from.1 == Side::After {
                self.taken[from.0] = self.arrows(from.0).into_iter().find(|arrow| arrow.to == Some(node)).map(Some);
                self.before[node] = Some(from.0);
            }
            stand = from;
        }
    }

    fn way_from(&self, start: usize) -> Vec<Arrow> {
        let mut way = Vec::new();
        let mut node = start;
        while let Some(Some(Some(arrow))) = self.taken.get(node) {
            way.push(*arrow);
            match arrow.to {
                Some(to) if way.len() <= self.graph.len() => node = to,
                _ => break,
            }
        }
        way
    }
}
