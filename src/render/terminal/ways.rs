//! The arrows of an SOP → the ways they take through the actor columns of a terminal table, and those that are better told.

use crate::model::{CellAt, Edge, EdgeKind, Sop};
use std::collections::{BTreeMap, BTreeSet};

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
    /// What has no room, and what has words of its own, for which there may be none.
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
        let edges = sop.edges();
        let mut long = Vec::new();
        for edge in &edges {
            match ways.goal(&edges, edge) {
                _ if !ways.columns.contains_key(&edge.from) => {}
                None if edge.to.is_none() || is_written(sop, edge) => ways.told.push(*edge),
                None => {}
                Some(to) => match ways.short(edge, to) {
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
        is_drawn.then_some(ways)
    }

    /// The symbol the arrow leads to: rows without one are passed through.
    fn goal(&self, edges: &[Edge], edge: &Edge) -> Option<CellAt> {
        let mut to = edge.to?;
        for _ in 0..edges.len() {
            if self.columns.contains_key(&to) {
                return Some(to);
            }
            let mut on = edges.iter().filter(|edge| edge.from == to);
            match (on.next(), on.next()) {
                (Some(Edge { to: Some(next), kind: EdgeKind::Next, .. }), None) => to = *next,
                _ => return None,
            }
        }
        None
    }

    fn is_taken(&self, row: usize, column: usize) -> bool {
        self.joints.contains(&(row, column)) || self.in_row(row).any(|(_, taken)| taken == column)
    }

    fn in_row(&self, row: usize) -> impl Iterator<Item = (CellAt, usize)> {
        self.columns.range((row, 0)..(row + 1, 0)).map(|(at, column)| (*at, *column))
    }

    /// A way along the row or down, where one is free.
    fn short(&self, edge: &Edge, to: CellAt) -> Option<Way> {
        let (from, column) = (edge.from, self.columns[&to]);
        let start = self.columns[&from];
        if from.0 == to.0 {
            let between = start.min(column) + 1..start.max(column);
            let free = to.1 == from.1 + 1 && between.into_iter().all(|column| !self.is_taken(from.0, column));
            return free.then_some(Way::Across);
        }
        if to.0 < from.0 || (from.0 + 1..to.0).any(|row| self.is_taken(row, column)) {
            return None;
        }
        let span = |one: usize, other: usize| (one.min(other), one.max(other));
        let (left, right) = span(start, column);
        let free = self.arrows.iter().filter(|arrow| arrow.way == Way::Down && arrow.from.0 == from.0).all(|arrow| {
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
        !self.joints.iter().any(|(row, joint)| *row == at.0 && *joint > column)
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
        let mut lanes: Vec<Vec<(usize, usize)>> = Vec::new();
        for (to, edges) in groups {
            let (first, last) = rows(&to, &edges);
            let is_free = |lane: &Vec<(usize, usize)>| lane.iter().all(|(from, until)| last < *from || *until < first);
            let lane = lanes.iter().position(is_free).unwrap_or(lanes.len());
            if lane >= most {
                self.told.extend(edges);
                continue;
            }
            if lane == lanes.len() {
                lanes.push(Vec::new());
            }
            lanes[lane].push((first, last));
            let arrow = |edge: &Edge| Arrow { from: edge.from, to, edge: *edge, way: Way::Lane(lane) };
            self.arrows.extend(edges.iter().map(arrow));
        }
        self.lanes = lanes.len();
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
