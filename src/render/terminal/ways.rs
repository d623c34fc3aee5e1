//! The arrows of an SOP → the ways they take through the actor columns of a terminal table, and those that are better told.

use crate::model::{CellAt, Edge, EdgeKind, Sop};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// How an arrow is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// Along the row, to the next symbol of it.
    Across,
    /// Out below, to the column of its goal, and down.
    Down,
    /// Out to the right, along this lane beside the columns, and in from the right.
    Lane(usize),
}

/// An arrow from symbol to symbol that is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Arrow {
    pub from: CellAt,
    pub to: CellAt,
    pub edge: Edge,
    pub way: Way,
}

/// All arrows of a table.
#[derive(Debug, Default)]
pub(super) struct Ways {
    /// The column of each symbol.
    pub columns: BTreeMap<CellAt, usize>,
    /// Columns of those who act together with others, by row.
    pub joints: BTreeSet<(usize, usize)>,
    pub arrows: Vec<Arrow>,
    /// What has no room, and what has words of its own, for which there may be none; by the cells they leave.
    pub told: Vec<Edge>,
    /// How many lanes are needed.
    pub lanes: usize,
}

impl Ways {
    /// The ways where there are at most so many lanes; none where the flow is too tangled to be drawn with letters.
    pub fn of(sop: &Sop, most_lanes: usize) -> Option<Self> {
        let mut ways = Self { columns: columns(sop), joints: joints(sop), ..Self::default() };
        let places: BTreeSet<(usize, usize)> = ways.columns.iter().map(|((row, _), column)| (*row, *column)).collect();
        if ways.columns.is_empty() || places.len() < ways.columns.len() {
            return None;
        }
        let taken = Taken::of(&ways);
        let edges = sop.edges();
        let (mut long, mut known) = (Vec::new(), BTreeMap::new());
        for edge in &edges {
            if !ways.columns.contains_key(&edge.from) {
                continue;
            }
            match ways.goal(&edges, edge, &mut known) {
                None if edge.to.is_none() || is_written(sop, edge) => ways.told.push(*edge),
                None => {}
                Some(to) => match ways.short(edge, to, &taken) {
                    Some(way) => ways.arrows.push(Arrow { from: edge.from, to, edge: *edge, way }),
                    None => long.push((*edge, to)),
                },
            }
        }
        ways.share_lanes(&long, most_lanes);
        let ends = ways.told.iter().filter(|edge| edge.to.is_none()).count();
        let is_drawn = ways.told.len() - ends <= 1.max(edges.len() / 6);
        let own = ways.arrows.iter().map(|arrow| arrow.edge).filter(|edge| sop.label(edge).is_some());
        ways.told.extend(own.collect::<Vec<_>>());
        ways.told.sort_by_key(|edge| edge.from);
        is_drawn.then_some(ways)
    }

    /// The symbol the arrow leads to: rows without one are passed through. `known` remembers where those lead.
    fn goal(&self, edges: &[Edge], edge: &Edge, known: &mut BTreeMap<CellAt, Option<CellAt>>) -> Option<CellAt> {
        let mut to = edge.to?;
        let mut passed = Vec::new();
        let goal = loop {
            if self.columns.contains_key(&to) {
                break Some(to);
            }
            if let Some(goal) = known.get(&to) {
                break *goal;
            }
            // A ring leads to no symbol.
            known.insert(to, None);
            passed.push(to);
            let first = edges.partition_point(|edge| edge.from < to);
            let mut on = edges[first..].iter().take_while(|edge| edge.from == to);
            match (on.next(), on.next()) {
                (Some(Edge { to: Some(next), kind: EdgeKind::Next, .. }), None) => to = *next,
                _ => break None,
            }
        };
        known.extend(passed.into_iter().map(|it| (it, goal)));
        goal
    }

    fn in_row(&self, row: usize) -> impl Iterator<Item = (CellAt, usize)> {
        self.columns.range((row, 0)..(row + 1, 0)).map(|(at, column)| (*at, *column))
    }

    /// A way along the row or down, where one is free.
    fn short(&self, edge: &Edge, to: CellAt, taken: &Taken) -> Option<Way> {
        let (from, column) = (edge.from, self.columns[&to]);
        let start = self.columns[&from];
        if from.0 == to.0 {
            let between = start.min(column) + 1..start.max(column);
            let free = to.1 == from.1 + 1 && between.into_iter().all(|column| !taken.holds(column, from.0..from.0 + 1));
            return free.then_some(Way::Across);
        }
        if to.0 < from.0 || taken.holds(column, from.0 + 1..to.0) {
            return None;
        }
        let span = |one: usize, other: usize| (one.min(other), one.max(other));
        let (left, right) = span(start, column);
        // Arrows come in the order of the cells they leave.
        let mut own = self.arrows.iter().rev().take_while(|arrow| arrow.from.0 == from.0);
        let free = own.all(|arrow| {
            if arrow.way != Way::Down {
                return true;
            }
            let (first, last) = span(self.columns[&arrow.from], self.columns[&arrow.to]);
            let apart = last < left || right < first;
            let one_source = arrow.from == from && (arrow.edge.kind == edge.kind && edge.kind == EdgeKind::Next);
            apart || one_source || (arrow.to == to && arrow.from != from)
        });
        free.then_some(Way::Down)
    }

    /// Nothing stands to the right of the symbol.
    fn is_open(&self, at: CellAt) -> bool {
        let column = self.columns[&at];
        self.joints.range((at.0, column + 1)..(at.0 + 1, 0)).next().is_none()
            && self.in_row(at.0).all(|(_, other)| other <= column)
    }

    /// Arrows to one goal share a lane; short ones are the innermost.
    fn share_lanes(&mut self, long: &[(Edge, CellAt)], most: usize) {
        let mut groups: BTreeMap<CellAt, Vec<Edge>> = BTreeMap::new();
        let mut left: BTreeMap<CellAt, EdgeKind> = BTreeMap::new();
        for (edge, to) in long {
            let same = *left.entry(edge.from).or_insert(edge.kind) == edge.kind;
            if same && self.is_open(edge.from) && self.is_open(*to) {
                groups.entry(*to).or_default().push(*edge);
            } else {
                self.told.push(*edge);
            }
        }
        let rows = |to: &CellAt, edges: &[Edge]| {
            let all = || edges.iter().map(|edge| edge.from.0).chain([to.0]);
            (all().min().unwrap_or(0), all().max().unwrap_or(0))
        };
        let mut groups: Vec<(CellAt, Vec<Edge>)> = groups.into_iter().collect();
        groups.sort_by_key(|(to, edges)| {
            let (first, last) = rows(to, edges);
            (last - first, first)
        });
        // The rows that each lane is used for, the last by the first; no two stretches of a lane meet.
        let mut lanes: Vec<BTreeMap<usize, usize>> = Vec::new();
        for (to, edges) in groups {
            let (first, last) = rows(&to, &edges);
            let is_free =
                |lane: &BTreeMap<usize, usize>| lane.range(..=last).next_back().is_none_or(|(_, until)| *until < first);
            let lane = lanes.iter().position(is_free).unwrap_or(lanes.len());
            if lane >= most {
                self.told.extend(edges);
                continue;
            }
            if lane == lanes.len() {
                lanes.push(BTreeMap::new());
            }
            lanes[lane].insert(first, last);
            let arrow = |edge: &Edge| Arrow { from: edge.from, to, edge: *edge, way: Way::Lane(lane) };
            self.arrows.extend(edges.iter().map(arrow));
        }
        self.lanes = lanes.len();
    }
}

/// The rows in which something stands, by column and from above.
struct Taken(BTreeMap<usize, Vec<usize>>);

impl Taken {
    fn of(ways: &Ways) -> Self {
        let symbols = ways.columns.iter().map(|((row, _), column)| (*row, *column));
        let all: BTreeSet<(usize, usize)> = symbols.chain(ways.joints.iter().copied()).collect();
        let mut taken: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (row, column) in all {
            taken.entry(column).or_default().push(row);
        }
        Self(taken)
    }

    /// Something stands in that column in one of these rows.
    fn holds(&self, column: usize, rows: Range<usize>) -> bool {
        let Some(own) = self.0.get(&column) else { return false };
        own.get(own.partition_point(|row| *row < rows.start)).is_some_and(|row| *row < rows.end)
    }
}

fn columns(sop: &Sop) -> BTreeMap<CellAt, usize> {
    let column = |(row, at, cell): (usize, usize, &crate::model::Cell)| {
        let actor = cell.actor.as_ref()?;
        Some(((row, at), sop.actors.iter().position(|it| it.id == actor.value)?))
    };
    sop.cells().filter_map(column).collect()
}

fn joints(sop: &Sop) -> BTreeSet<(usize, usize)> {
    let mut joints = BTreeSet::new();
    for (row, step) in sop.steps.iter().enumerate() {
        let column = |id| sop.actors.iter().position(|actor| actor.id == id);
        joints.extend(step.joint.iter().filter_map(|it| Some((row, column(it.value.clone())?))));
    }
    joints
}

/// The document itself says so; other arrows only follow from the order of the rows.
fn is_written(sop: &Sop, edge: &Edge) -> bool {
    edge.kind != EdgeKind::Next
        || sop.steps.get(edge.from.0).and_then(|step| step.cells.get(edge.from.1)).is_some_and(|it| !it.next.is_empty())
}
