//! Ways on the abstract grid → lines, and how often two of them cross.
//!
//! A column takes two steps across, its middle and the corridor left of it; a level three steps down, the track over its
//! symbols, their middle, the tracks under them. Which of two lanes of a corridor is left, and which of two tracks under a level
//! is upper, is still open: crossings are counted for the better of both until the order is given.

use super::route::{Exit, Routing, Side, Way, Wire};

/// From one place of the grid to the next.
const STEP: i32 = 64;
/// What lying on each other counts as: worse than any number of crossings.
pub(super) const CLASH: i32 = 10_000;

/// A corner; its place across hangs on the order of lanes, its place down on that of tracks.
#[derive(Debug, Clone, Copy)]
struct Corner {
    x: i32,
    y: i32,
    lane: bool,
    track: bool,
}

/// An arrow on the grid.
#[derive(Debug, Clone)]
pub(super) struct Line {
    corners: Vec<Corner>,
    /// Its target: lines of one net may lie on each other.
    net: usize,
    corridor: Option<usize>,
    /// The level under which its track lies.
    level: Option<usize>,
    bounds: Bounds,
}

/// The least and the greatest place of a line's corners across and down.
#[derive(Debug, Clone, Copy)]
struct Bounds {
    across: (i32, i32),
    down: (i32, i32),
}

impl Bounds {
    fn of(corners: &[Corner]) -> Self {
        let span = |place: fn(&Corner) -> i32| {
            let places = || corners.iter().map(place);
            (places().min().unwrap_or(0), places().max().unwrap_or(0))
        };
        Self { across: span(|corner| corner.x), down: span(|corner| corner.y) }
    }

    /// Whether lines within these could meet, in whatever order their lanes and tracks lie.
    fn touch(&self, other: &Self) -> bool {
        let near = |a: (i32, i32), b: (i32, i32)| a.0 <= b.1 + 1 && b.0 <= a.1 + 1;
        near(self.across, other.across) && near(self.down, other.down)
    }
}

/// Where one line stands to another: -1 left of it or over it, 1 right or under, 0 where that is no question.
pub(super) type Order = (i32, i32);

impl Line {
    /// The line of an arrow that goes that way.
    pub fn of(routing: &Routing, wire: &Wire, way: Way) -> Self {
        let (from, to) = (&routing.nodes[wire.from], &routing.nodes[wire.to]);
        let (start, end) = (middle(from.node.column), middle(to.node.column));
        let at = |x, y| Corner { x, y, lane: false, track: false };
        let lane = |corridor: usize, y| Corner { x: 2 * STEP * corridor as i32, y, lane: true, track: false };
        let (over, top) = (track_over(to.level), track_over(to.level) + STEP / 2);
        let beside = track_over(from.level) + STEP;
        let (mut corners, mut own, mut level) = (Vec::with_capacity(6), None, None);
        match way {
            Way::Across(_) => corners.extend([at(start, beside), at(end, beside)]),
            Way::Down => corners.extend([at(start, beside + STEP / 2), at(start, over)]),
            Way::Lane { exit: Exit::Beside(_), corridor, .. } => {
                corners.extend([at(start, beside), lane(corridor, beside), lane(corridor, over)]);
                own = Some(corridor);
            }
            Way::Lane { exit: Exit::Below { shift, .. }, corridor, .. } => {
                let (x, under) = (start + 2 * shift, beside + STEP);
                corners.extend([at(x, beside + STEP / 2), Corner { track: true, ..at(x, under) }]);
                corners.extend([Corner { track: true, ..lane(corridor, under) }, lane(corridor, over)]);
                (own, level) = (Some(corridor), Some(from.level));
            }
        }
        if !matches!(way, Way::Across(_)) {
            corners.extend([at(end, over), at(end, top)]);
            corners.dedup_by(|next, kept| (next.x, next.y) == (kept.x, kept.y));
        }
        Self { bounds: Bounds::of(&corners), corners, net: wire.to, corridor: own, level }
    }

    /// The line that joins boxes of one level, between two columns.
    pub fn joint(columns: (usize, usize), level: usize) -> Self {
        let at = |column| Corner { x: middle(column), y: track_over(level) + STEP, lane: false, track: false };
        let corners = vec![at(columns.0), at(columns.1)];
        Self { bounds: Bounds::of(&corners), corners, net: usize::MAX, corridor: None, level: None }
    }

    /// Corners, and columns passed across in halves.
    pub fn effort(&self) -> (i32, i32) {
        let across: i32 = self.corners.windows(2).map(|pair| (pair[0].x - pair[1].x).abs()).sum();
        let straight = |three: &&[Corner]| (three[0].x == three[1].x) == (three[1].x == three[2].x);
        let bends = self.corners.len() as i32 - 2 - self.corners.windows(3).filter(straight).count() as i32;
        (bends, across / STEP)
    }

    /// Crossings with another line, in the better order.
    pub fn crossings(&self, other: &Self) -> i32 {
        // Most pairs of a page lie apart, and pairs are what its time goes into.
        if !self.bounds.touch(&other.bounds) {
            return 0;
        }
        let lanes = self.corridor.is_some() && self.corridor == other.corridor && self.net != other.net;
        let tracks = self.level.is_some() && self.level == other.level;
        match (lanes, tracks) {
            (false, false) => self.crossings_in(other, (0, 0)),
            (true, false) => self.best(other, &[(-1, 0), (1, 0)]),
            (false, true) => self.best(other, &[(0, -1), (0, 1)]),
            (true, true) => self.best(other, &[(-1, -1), (-1, 1), (1, -1), (1, 1)]),
        }
    }

    fn best(&self, other: &Self, orders: &[Order]) -> i32 {
        orders.iter().map(|order| self.crossings_in(other, *order)).min().unwrap_or(0)
    }

    /// Crossings with another line in that order; lying on a line of another net is a [`CLASH`].
    pub fn crossings_in(&self, other: &Self, (across, down): Order) -> i32 {
        let moved = |corner: &Corner| {
            (corner.x + if corner.lane { across } else { 0 }, corner.y + if corner.track { down } else { 0 })
        };
        let mut count = 0;
        for one in self.corners.windows(2) {
            let (a, b) = (moved(&one[0]), moved(&one[1]));
            for two in other.corners.windows(2) {
                let (c, d) = ((two[0].x, two[0].y), (two[1].x, two[1].y));
                count += meet((a, b), (c, d), self.net == other.net);
            }
        }
        count
    }

    /// The corridor in which its lane lies.
    pub fn corridor(&self) -> Option<usize> {
        self.corridor
    }

    /// The level under which its track lies.
    pub fn level(&self) -> Option<usize> {
        self.level
    }
}

fn middle(column: usize) -> i32 {
    STEP * (2 * column as i32 + 1)
}

fn track_over(level: usize) -> i32 {
    3 * STEP * level as i32
}

type Flat = ((i32, i32), (i32, i32));

/// 1 where one runs across the other, a clash where they share a stretch that they must not share.
fn meet((a, b): Flat, (c, d): Flat, merging: bool) -> i32 {
    let within = |value: i32, p: i32, q: i32| p.min(q) < value && value < p.max(q);
    let shared = |p: i32, q: i32, r: i32, s: i32| p.min(q).max(r.min(s)) < p.max(q).min(r.max(s));
    match (a.0 == b.0, c.0 == d.0) {
        (true, false) => i32::from(within(a.0, c.0, d.0) && within(c.1, a.1, b.1)),
        (false, true) => i32::from(within(c.0, a.0, b.0) && within(a.1, c.1, d.1)),
        (true, true) if a.0 == c.0 && !merging && shared(a.1, b.1, c.1, d.1) => CLASH,
        (false, false) if a.1 == c.1 && !merging && shared(a.0, b.0, c.0, d.0) => CLASH,
        _ => 0,
    }
}

/// The side of its symbol on which an arrow leaves, if it leaves at a side.
pub(super) fn side(way: Way) -> Option<Side> {
    match way {
        Way::Across(side) | Way::Lane { exit: Exit::Beside(side), .. } => Some(side),
        _ => None,
    }
}
