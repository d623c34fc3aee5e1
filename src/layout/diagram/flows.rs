//! The ways of the flows: straight down where the next level is their goal, else sideways into a track beside a lane.

use super::{Area, LABEL, Point, TASK_WIDTH, label_size};
use crate::flow::process::{NodeKind, Process};
use std::collections::BTreeMap;

/// Between the middle of a lane and the first track beside its nodes, where the words of flows are short.
const NEAR: i32 = TASK_WIDTH / 2 + 15;
/// The same where they are long.
const FAR: i32 = 35 + LABEL + 10;
/// Letters of a word that has room before the near track.
const SHORT: usize = 8;
/// Between two tracks.
const TRACK: i32 = 12;
/// White between the outermost track and the edge of the lane.
const EDGE: i32 = 15;
/// Room for an event's name right of it is in every lane.
const LEAST: i32 = 110;

/// A side of the nodes of a lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Side {
    Left,
    Right,
}

/// Where lanes and tracks stand.
pub(super) struct Lanes {
    /// Left edge of the first lane.
    pub left: i32,
    centres: Vec<i32>,
    edges: Vec<i32>,
    /// For each flow the track it takes; none where it goes straight down.
    tracks: Vec<Option<i32>>,
    sides: Vec<Side>,
}

impl Lanes {
    pub fn of(process: &Process, x: i32) -> Self {
        let straight = straight(process);
        let sides: Vec<Side> = process.flows.iter().map(|flow| entry(process, flow.from, flow.to)).collect();
        let mut slots: BTreeMap<(usize, Side), Vec<usize>> = BTreeMap::new();
        let mut slot_of = vec![None; process.flows.len()];
        let mut order: Vec<usize> = (0..process.flows.len()).filter(|at| !straight[*at]).collect();
        let span = |at: usize| {
            let flow = &process.flows[at];
            (flow.from.min(flow.to), flow.from.max(flow.to))
        };
        order.sort_by_key(|at| (span(*at).1 - span(*at).0, span(*at)));
        let mut taken: BTreeMap<(usize, Side), Vec<Vec<(usize, usize)>>> = BTreeMap::new();
        for at in order {
            let place = (process.nodes[process.flows[at].to].lane, sides[at]);
            let tracks = taken.entry(place).or_default();
            let (top, bottom) = span(at);
            let is_free = |track: &Vec<(usize, usize)>| track.iter().all(|it| it.1 < top || bottom < it.0);
            let free = tracks.iter().position(is_free).unwrap_or(tracks.len());
            if free == tracks.len() {
                tracks.push(Vec::new());
            }
            tracks[free].push((top, bottom));
            slots.entry(place).or_default().push(free);
            slot_of[at] = Some(free);
        }
        let count = |lane: usize, side| slots.get(&(lane, side)).and_then(|it| it.iter().max()).map_or(0, |it| it + 1);
        let first = first_tracks(process, &straight);
        let mut lanes = Self { left: x, centres: Vec::new(), edges: vec![x], tracks: Vec::new(), sides };
        let mut left = x;
        for (lane, first) in first.iter().enumerate() {
            let half = |side| {
                let tracks = i32::try_from(count(lane, side)).unwrap_or(0);
                if tracks == 0 { LEAST } else { (first + (tracks - 1) * TRACK + EDGE).max(LEAST) }
            };
            lanes.centres.push(left + half(Side::Left));
            left += half(Side::Left) + half(Side::Right);
            lanes.edges.push(left);
        }
        lanes.tracks = slot_of.iter().enumerate().map(|(at, slot)| {
            let lane = process.nodes[process.flows[at].to].lane;
            let away = first[lane] + i32::try_from((*slot)?).unwrap_or(0) * TRACK;
            Some(lanes.centres[lane] + if lanes.sides[at] == Side::Left { -away } else { away })
        }).collect();
        lanes
    }

    /// The middle of a lane.
    pub fn centre(&self, lane: usize) -> i32 {
        self.centres[lane]
    }

    /// Left edge and width of each lane.
    pub fn strips(&self, _: &Process) -> impl Iterator<Item = (i32, i32)> {
        self.edges.windows(2).map(|it| (it[0], it[1] - it[0]))
    }

    /// Right edge of the last lane.
    pub fn right(&self, _: &Process) -> i32 {
        self.edges.last().copied().unwrap_or(self.left)
    }
}

/// For each flow, whether it goes straight down to the next level; of two with the same ends only the first does.
fn straight(process: &Process) -> Vec<bool> {
    let mut last = None;
    let mut seen = std::collections::BTreeSet::new();
    let is_straight = process.flows.iter().map(|flow| {
        last = Some(flow);
        flow.to == flow.from + 1 && seen.insert(flow.from)
    });
    is_straight.collect()
}

/// The side by which a flow from elsewhere comes to a node: of gateways and events the one it comes from, of tasks the left, for
/// what lies beside a task is at its right.
fn entry(process: &Process, from: usize, to: usize) -> Side {
    let (from, to) = (&process.nodes[from], &process.nodes[to]);
    if to.kind != NodeKind::Task && from.lane > to.lane { Side::Right } else { Side::Left }
}

/// For each lane how far its first track is from its middle.
fn first_tracks(process: &Process, straight: &[bool]) -> Vec<i32> {
    let mut first = vec![NEAR; process.lanes.len()];
    for (flow, _) in process.flows.iter().zip(straight).filter(|(_, straight)| !**straight) {
        if flow.name.chars().count() > SHORT {
            first[process.nodes[flow.from].lane] = FAR;
        }
    }
    first
}

/// The corners of every flow, and where its words stand.
pub(super) fn draw(process: &Process, nodes: &[Area], lanes: &Lanes) -> Vec<(Vec<Point>, Option<Area>)> {
    let drawn = process.flows.iter().enumerate().map(|(at, flow)| {
        let (from, to) = (nodes[flow.from], nodes[flow.to]);
        let points = match lanes.tracks[at] {
            None => down(from, to),
            Some(track) => {
                let ports = (process.nodes[flow.from].kind, process.nodes[flow.to].kind);
                sideways(from, to, track, (ports, lanes.sides[at]))
            }
        };
        let label = (!flow.name.is_empty()).then(|| label(&flow.name, &points));
        (points, label)
    });
    drawn.collect()
}

fn down(from: Area, to: Area) -> Vec<Point> {
    let (start, end) = (Point::new(from.centre().x, from.bottom()), Point::new(to.centre().x, to.y));
    if start.x == end.x {
        return vec![start, end];
    }
    let middle = end.y - (end.y - start.y).min(super::GAP) / 2;
    vec![start, Point::new(start.x, middle), Point::new(end.x, middle), end]
}

fn sideways(from: Area, to: Area, track: i32, ((leaves, enters), side): ((NodeKind, NodeKind), Side)) -> Vec<Point> {
    // A task has both ends of a flow at its left side, one above the other.
    let exit = from.centre().y + if leaves == NodeKind::Task { from.h / 2 - 15 } else { 0 };
    let entry = to.centre().y + if enters == NodeKind::Task { 15 } else { 0 };
    let start = Point::new(if track < from.centre().x { from.x } else { from.right() }, exit);
    let end = Point::new(if side == Side::Left { to.x } else { to.right() }, entry);
    vec![start, Point::new(track, exit), Point::new(track, entry), end]
}

/// Beside the first piece of a flow.
fn label(text: &str, points: &[Point]) -> Area {
    let (width, height) = label_size(text);
    let (start, next) = (points[0], points[1]);
    if start.x == next.x {
        Area::new(start.x + 8, start.y + 4, width, height)
    } else if next.x < start.x {
        Area::new(start.x - 6 - width, start.y - 4 - height, width, height)
    } else {
        Area::new(start.x + 6, start.y - 4 - height, width, height)
    }
}
