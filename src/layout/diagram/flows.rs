//! The ways of the flows: straight down where the next level is their goal, else sideways into a track beside a lane.

use super::{Area, LABEL, Point, TASK_WIDTH, label_size};
use crate::flow::process::{NodeKind, Process};
use std::collections::{BTreeMap, BTreeSet};

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
/// Half the width of the narrowest lane, in which an event with its name has room; and of the widest that grows for its own name.
const LEAST: (i32, i32) = (110, 220);
/// Width of a letter in the head of a lane.
const HEAD_LETTER: i32 = 7;
/// Tracks on one side of a lane; flows beyond share the outermost.
const MOST_TRACKS: usize = 64;

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
        let mut gutters = Gutters::default();
        let mut slot_of = vec![None; process.flows.len()];
        let mut order: Vec<usize> = (0..process.flows.len()).filter(|at| !straight[*at]).collect();
        let span = |at: usize| {
            let flow = &process.flows[at];
            (flow.from.min(flow.to), flow.from.max(flow.to))
        };
        // The shorter, the nearer to the nodes.
        order.sort_by_key(|at| (span(*at).1 - span(*at).0, span(*at)));
        for at in order {
            let gutter = (process.nodes[process.flows[at].to].lane, sides[at]);
            slot_of[at] = Some(gutters.take(gutter, span(at)));
        }
        let first = first_tracks(process, &straight);
        let mut lanes = Self { left: x, centres: Vec::new(), edges: vec![x], tracks: Vec::new(), sides };
        let mut left = x;
        for (lane, first) in first.iter().enumerate() {
            let letters = i32::try_from(process.lanes[lane].name.chars().count()).unwrap_or(i32::MAX);
            let least = (letters.saturating_mul(HEAD_LETTER) / 2 + 10).clamp(LEAST.0, LEAST.1);
            let half = |side| {
                let tracks = gutters.tracks((lane, side));
                if tracks == 0 { least } else { (first + (tracks - 1) * TRACK + EDGE).max(least) }
            };
            lanes.centres.push(left + half(Side::Left));
            left += half(Side::Left) + half(Side::Right);
            lanes.edges.push(left);
        }
        lanes.tracks = slot_of
            .iter()
            .enumerate()
            .map(|(at, slot)| {
                let lane = process.nodes[process.flows[at].to].lane;
                let away = first[lane] + (*slot)? * TRACK;
                Some(lanes.centres[lane] + if lanes.sides[at] == Side::Left { -away } else { away })
            })
            .collect();
        lanes
    }

    /// The middle of a lane.
    pub fn centre(&self, lane: usize) -> i32 {
        self.centres[lane]
    }

    /// Left edge and width of each lane.
    pub fn strips(&self) -> impl Iterator<Item = (i32, i32)> {
        self.edges.windows(2).map(|it| (it[0], it[1] - it[0]))
    }

    /// Right edge of the last lane.
    pub fn right(&self) -> i32 {
        self.edges.last().copied().unwrap_or(self.left)
    }
}

/// The stretches that are taken beside each lane: of each track the first and last level of every flow in it.
#[derive(Default)]
struct Gutters(BTreeMap<(usize, Side), Vec<BTreeMap<usize, usize>>>);

impl Gutters {
    /// Takes the innermost track that is free over these levels.
    fn take(&mut self, gutter: (usize, Side), (top, bottom): (usize, usize)) -> i32 {
        let tracks = self.0.entry(gutter).or_default();
        let is_free = |track: &BTreeMap<usize, usize>| track.range(..=bottom).next_back().is_none_or(|it| *it.1 < top);
        let free = tracks.iter().position(is_free).unwrap_or(tracks.len()).min(MOST_TRACKS - 1);
        if free == tracks.len() {
            tracks.push(BTreeMap::new());
        }
        tracks[free].insert(top, bottom);
        i32::try_from(free).unwrap_or(0)
    }

    /// How many tracks are used there.
    fn tracks(&self, gutter: (usize, Side)) -> i32 {
        self.0.get(&gutter).map_or(0, |tracks| i32::try_from(tracks.len()).unwrap_or(0))
    }
}

/// For each flow, whether it goes straight down to the next level; of two with the same ends only the first does.
fn straight(process: &Process) -> Vec<bool> {
    let mut seen = BTreeSet::new();
    process.flows.iter().map(|flow| flow.to == flow.from + 1 && seen.insert(flow.from)).collect()
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
        // Above it stands the question of its gateway.
        Area::new(start.x - 6 - width, start.y + 4, width, height)
    } else {
        Area::new(start.x + 6, start.y - 4 - height, width, height)
    }
}
