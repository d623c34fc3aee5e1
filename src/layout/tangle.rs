//! Ways on the abstract grid → lines, and how often two of them cross.
//!
//! A column takes two steps across, its middle and the corridor left of it; a level three steps down, the tracks over its
//! symbols, their middle, the tracks under them. Which of two lanes of a corridor is left, and which of two tracks of a level
//! is upper, is still open: crossings are counted for the better of both until the order is given.

use super::route::{Entry, Exit, Routing, Run, Side, Way, Wire};

/// From one place of the grid to the next.
const STEP: i32 = 64;
/// What lying on each other counts as: worse than any number of crossings.
pub(super) const CLASH: i32 = 10_000;
/// Corners that the way of an arrow has at most.
const CORNERS: usize = 6;

/// Where arrows run along a level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Track {
    Over(usize),
    Under(usize),
}

/// A corner; its place across hangs on the order of lanes, its place down on that of tracks.
#[derive(Debug, Clone, Copy)]
struct Corner {
    x: i32,
    y: i32,
    lane: bool,
    track: Option<Track>,
}

/// An arrow on the grid.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// Its corners, wherever lanes and tracks may come to lie.
    path: Path,
    /// Which corners lie in its lane, and on which of its tracks, as bits.
    in_lane: u8,
    on_track: [u8; 2],
    /// Where it ends, and how: lines of one net may end as one.
    net: usize,
    /// Where it begins, and how, if it is one of several that may begin as one.
    fan: Option<usize>,
    corridor: Option<usize>,
    /// The tracks that it takes, first as it leaves, then as it enters.
    tracks: [Option<Track>; 2],
    bounds: Bounds,
}

/// The least and the greatest place of a line's corners across and down.
#[derive(Debug, Clone, Copy)]
struct Bounds {
    across: (i32, i32),
    down: (i32, i32),
}

impl Bounds {
    fn of(path: &Path) -> Self {
        let first = path.corners().first().copied().unwrap_or_default();
        let mut bounds = Self { across: (first.0, first.0), down: (first.1, first.1) };
        for (x, y) in path.corners() {
            bounds.across = (bounds.across.0.min(*x), bounds.across.1.max(*x));
            bounds.down = (bounds.down.0.min(*y), bounds.down.1.max(*y));
        }
        bounds
    }

    /// Whether lines within these could meet, in whatever order their lanes and tracks lie.
    fn touch(&self, other: &Self) -> bool {
        self.across.0 <= other.across.1 + 1
            && other.across.0 <= self.across.1 + 1
            && self.down.0 <= other.down.1 + 1
            && other.down.0 <= self.down.1 + 1
    }
}

/// Where one line stands to another: -1 left of it or over it, 1 right or under, 0 where that is no question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Order {
    across: i32,
    tracks: [Option<(Track, i32)>; 2],
}

impl Order {
    /// Left of it.
    pub fn leftmost() -> Self {
        Self { across: -1, tracks: [None; 2] }
    }

    /// Over it on that track.
    pub fn of(track: Track) -> Self {
        Self { across: 0, tracks: [Some((track, -1)), None] }
    }

    fn down(&self, track: Track) -> i32 {
        self.tracks.iter().flatten().find(|it| it.0 == track).map_or(0, |it| it.1)
    }
}

impl Line {
    const NOWHERE: Self = Self {
        path: Path { places: [(0, 0); CORNERS], len: 0 },
        in_lane: 0,
        on_track: [0; 2],
        net: usize::MAX,
        fan: None,
        corridor: None,
        tracks: [None; 2],
        bounds: Bounds { across: (0, 0), down: (0, 0) },
    };

    /// That line, through these corners.
    fn through(corners: &[Corner], mut line: Self) -> Self {
        line.path.len = corners.len().min(CORNERS);
        for (at, corner) in corners.iter().take(CORNERS).enumerate() {
            line.path.places[at] = (corner.x, corner.y);
            line.in_lane |= u8::from(corner.lane) << at;
            for (track, bits) in line.tracks.iter().zip(&mut line.on_track) {
                *bits |= u8::from(track.is_some() && corner.track == *track) << at;
            }
        }
        line.bounds = Bounds::of(&line.path);
        line
    }

    /// The line of an arrow that goes that way.
    pub fn of(routing: &Routing, wire: &Wire, way: Way) -> Self {
        let (from, to) = (&routing.nodes[wire.from], &routing.nodes[wire.to]);
        let (start, end) = (middle(from.node.column), middle(to.node.column));
        let (beside, aim) = (track_over(from.level) + STEP, track_over(to.level) + STEP);
        let at = |x, y| Corner { x, y, lane: false, track: None };
        let (run, corridor) = match way.run {
            Run::Lane { corridor, .. } => (Corner { lane: true, ..at(2 * STEP * corridor as i32, 0) }, Some(corridor)),
            Run::Own => (at(start, 0), None),
            Run::Target | Run::Level => (at(end, 0), None),
        };
        let mut corners = Vec::with_capacity(CORNERS);
        let mut tracks = [None; 2];
        match way.exit {
            Exit::Beside(_) => corners.extend([at(start, beside), Corner { y: beside, ..run }]),
            Exit::Below { .. } if way.run == Run::Own => corners.push(at(start, beside + STEP / 2)),
            Exit::Below { shift, .. } => {
                let (x, y, track) = (start + 2 * shift, beside + STEP, Some(Track::Under(from.level)));
                corners.extend([at(x, beside + STEP / 2), Corner { track, ..at(x, y) }, Corner { track, y, ..run }]);
                tracks[0] = track;
            }
        }
        match way.entry {
            Entry::Above { .. } => {
                let (y, track) = (aim - STEP, Some(Track::Over(to.level)));
                corners.extend([Corner { track, y, ..run }, Corner { track, ..at(end, y) }, at(end, aim - STEP / 2)]);
                tracks[1] = track;
            }
            Entry::Beside(_) => corners.extend([Corner { y: aim, ..run }, at(end, aim)]),
            Entry::Below { .. } => {
                let (y, track) = (aim + STEP, Some(Track::Under(to.level)));
                corners.extend([Corner { track, y, ..run }, Corner { track, ..at(end, y) }, at(end, aim + STEP / 2)]);
                tracks[1] = track;
            }
        }
        straighten(&mut corners);
        for track in &mut tracks {
            *track = track.filter(|it| corners.iter().any(|corner| corner.track == Some(*it)));
        }
        let net = 4 * wire.to + entry_code(way.entry);
        let fan = wire.fan.then(|| 4 * wire.from + exit_code(way.exit));
        Self::through(&corners, Self { net, fan, corridor, tracks, ..Self::NOWHERE })
    }

    /// The line that joins boxes of one level, between two columns.
    pub fn joint(columns: (usize, usize), level: usize) -> Self {
        let at = |column| Corner { x: middle(column), y: track_over(level) + STEP, lane: false, track: None };
        let corners = vec![at(columns.0), at(columns.1)];
        Self::through(&corners, Self::NOWHERE)
    }

    /// The line once the order of lanes and tracks is given.
    pub fn settled(mut self, way: Way) -> Self {
        let lane = if let Run::Lane { lane, .. } = way.run { lane as i32 } else { 0 };
        let left = if let Exit::Below { track, .. } = way.exit { track as i32 } else { 0 };
        let entered = match way.entry {
            Entry::Above { track } | Entry::Below { track } => track as i32,
            Entry::Beside(_) => 0,
        };
        // What enters by the track that it left by stays on it.
        let down = if self.tracks[0] == self.tracks[1] { [0, entered] } else { [left, entered] };
        self.path = self.moved(lane, down);
        self.bounds = Bounds::of(&self.path);
        self
    }

    /// Its corners, with its lane and its tracks moved so far.
    fn moved(&self, across: i32, down: [i32; 2]) -> Path {
        let mut path = self.path;
        for (at, place) in path.places.iter_mut().take(self.path.len).enumerate() {
            if self.in_lane >> at & 1 == 1 {
                place.0 += across;
            }
            for (bits, down) in self.on_track.iter().zip(down) {
                if bits >> at & 1 == 1 {
                    place.1 += down;
                }
            }
        }
        path
    }

    /// Corners, and columns passed across in halves.
    pub fn effort(&self) -> (i32, i32) {
        let across: i32 = self.path.corners().windows(2).map(|pair| (pair[0].0 - pair[1].0).abs()).sum();
        (self.path.len as i32 - 2, across / STEP)
    }

    /// Crossings with another line, in the better order.
    pub fn crossings(&self, other: &Self) -> i32 {
        // Most pairs of a page lie apart, and pairs are what its time goes into.
        if !self.bounds.touch(&other.bounds) {
            return 0;
        }
        let mut open = Vec::new();
        let lanes = self.corridor.is_some() && self.corridor == other.corridor && !self.is_one_with(other);
        for (at, track) in self.tracks.iter().enumerate().filter_map(|(at, track)| Some((at, (*track)?))) {
            if other.tracks.contains(&Some(track)) && !self.shares(other, at, track) {
                open.push(track);
            }
        }
        let mut least = i32::MAX;
        for choice in 0..1 << (open.len() + usize::from(lanes)) {
            let sign = |bit: usize| if choice >> bit & 1 == 1 { 1 } else { -1 };
            let mut order = Order { across: if lanes { sign(open.len()) } else { 0 }, ..Order::default() };
            for (bit, track) in open.iter().enumerate() {
                order.tracks[bit] = Some((*track, sign(bit)));
            }
            least = least.min(self.crossings_in(other, order));
            if least == 0 {
                break;
            }
        }
        least
    }

    /// Both begin as one.
    pub fn begins_with(&self, other: &Self) -> bool {
        self.fan.is_some() && self.fan == other.fan
    }

    /// It is one of several arrows that may begin as one.
    pub fn is_of_fan(&self) -> bool {
        self.fan.is_some()
    }

    /// 1 where both have lanes side by side, else 0.
    pub fn closeness(&self, other: &Self) -> i32 {
        let same = self.corridor.is_some() && self.corridor == other.corridor && !self.is_one_with(other);
        let (mine, theirs) = (self.bounds.down, other.bounds.down);
        i32::from(same && mine.0 <= theirs.1 && theirs.0 <= mine.1)
    }

    /// They begin or end as one.
    fn is_one_with(&self, other: &Self) -> bool {
        self.net == other.net || self.begins_with(other)
    }

    /// Of one track, both take the same stretch: as they leave only if they begin as one.
    fn shares(&self, other: &Self, at: usize, track: Track) -> bool {
        let begin = self.begins_with(other);
        match (at, other.tracks[1] == Some(track)) {
            (1, true) => self.is_one_with(other),
            (0, false) => begin,
            _ => false,
        }
    }

    /// Crossings with another line in that order; lying on one with which it neither begins nor ends is a [`CLASH`].
    pub fn crossings_in(&self, other: &Self, order: Order) -> i32 {
        if !self.bounds.touch(&other.bounds) {
            return 0;
        }
        let down = |track: Option<Track>| track.map_or(0, |track| order.down(track));
        let mut down = [down(self.tracks[0]), down(self.tracks[1])];
        if self.tracks[0] == self.tracks[1] {
            down[0] = 0;
        }
        let mut one = self.moved(order.across, down);
        if !self.is_one_with(other) {
            return one.crossings(&other.path);
        }
        let mut two = other.path;
        if self.net == other.net {
            one.part_at_end(&mut two);
        }
        if self.begins_with(other) {
            one.turned();
            two.turned();
            one.part_at_end(&mut two);
        }
        one.crossings(&two)
    }

    /// The corridor in which its lane lies.
    pub fn corridor(&self) -> Option<usize> {
        self.corridor
    }

    /// From where to where across it takes a track; none where it only falls through.
    pub fn along(&self, track: Track) -> Option<(usize, usize)> {
        let bits = self.on_track[self.tracks.iter().position(|own| *own == Some(track))?];
        let corners = self.path.corners().iter().enumerate();
        let own = || corners.clone().filter(|(at, _)| bits >> at & 1 == 1).map(|(_, place)| place.0.max(0));
        let (from, to) = (own().min()?, own().max()?);
        (from < to).then_some((from as usize, to as usize))
    }

    /// What takes one lane, or one track, together with it among the `own` of these lines: those that begin as one, where there
    /// are others, else those that end as one.
    pub fn bundle(&self, lines: &[Self], own: &[usize], track: Option<Track>) -> usize {
        let begun = |at: &&usize| lines[**at].fan == self.fan;
        match self.fan {
            Some(fan) if own.iter().filter(begun).nth(1).is_some() => usize::MAX / 2 + fan,
            _ if track.is_some() && self.tracks[0] == track => {
                usize::MAX - own.iter().position(|at| std::ptr::eq(&lines[*at], self)).unwrap_or(0)
            }
            _ => self.net,
        }
    }
}

/// Takes out corners at which a line does not turn.
fn straighten(corners: &mut Vec<Corner>) {
    corners.dedup_by(|next, kept| (next.x, next.y) == (kept.x, kept.y));
    let mut at = 1;
    while at + 1 < corners.len() {
        let (before, here, next) = (corners[at - 1], corners[at], corners[at + 1]);
        if before.x == here.x && here.x == next.x || before.y == here.y && here.y == next.y {
            corners.remove(at);
        } else {
            at += 1;
        }
    }
}

/// Places of corners, as many as an arrow has.
#[derive(Debug, Clone, Copy)]
struct Path {
    places: [(i32, i32); CORNERS],
    len: usize,
}

impl Path {
    /// How often the one runs across the other; a [`CLASH`] for every stretch that they share.
    fn crossings(&self, other: &Self) -> i32 {
        let mut count = 0;
        for a in self.corners().windows(2) {
            for b in other.corners().windows(2) {
                count += meet((a[0], a[1]), (b[0], b[1]));
            }
        }
        count
    }

    fn corners(&self) -> &[(i32, i32)] {
        &self.places[..self.len]
    }

    fn turned(&mut self) {
        self.places[..self.len].reverse();
    }

    /// Takes off both what they run along together at their ends.
    fn part_at_end(&mut self, other: &mut Self) {
        while let ([.., a, last], [.., b, end]) = (self.corners(), other.corners()) {
            if last != end {
                return;
            }
            let (near, far) = (towards(*last, *a), towards(*last, *b));
            if near.0 != far.0 {
                return;
            }
            let (a, b) = (*a, *b);
            let (mine, theirs) = (self.len - 1, other.len - 1);
            match near.1.cmp(&far.1) {
                std::cmp::Ordering::Equal => (self.len, other.len) = (mine, theirs),
                std::cmp::Ordering::Less => (self.len, other.places[theirs]) = (mine, a),
                std::cmp::Ordering::Greater => (self.places[mine], other.len) = (b, theirs),
            }
        }
    }
}

/// The direction from one place to another, and how far it is.
fn towards(from: (i32, i32), to: (i32, i32)) -> ((i32, i32), i32) {
    let (x, y) = (to.0 - from.0, to.1 - from.1);
    ((x.signum(), y.signum()), x.abs() + y.abs())
}

fn entry_code(entry: Entry) -> usize {
    match entry {
        Entry::Above { .. } => 0,
        Entry::Beside(Side::Left) => 1,
        Entry::Beside(Side::Right) => 2,
        Entry::Below { .. } => 3,
    }
}

fn exit_code(exit: Exit) -> usize {
    match exit {
        Exit::Below { .. } => 0,
        Exit::Beside(Side::Left) => 1,
        Exit::Beside(Side::Right) => 2,
    }
}

fn middle(column: usize) -> i32 {
    STEP * (2 * column as i32 + 1)
}

fn track_over(level: usize) -> i32 {
    3 * STEP * level as i32
}

type Flat = ((i32, i32), (i32, i32));

/// 1 where one runs across the other, a clash where they share a stretch or one ends on the other.
fn meet(one: Flat, other: Flat) -> i32 {
    let (a, b) = (sorted(one), sorted(other));
    if a.0.0 > b.1.0 || b.0.0 > a.1.0 || a.0.1 > b.1.1 || b.0.1 > a.1.1 {
        return 0;
    }
    match (a.0.0 == a.1.0, b.0.0 == b.1.0) {
        (true, true) => {
            if a.0.1 < b.1.1 && b.0.1 < a.1.1 {
                CLASH
            } else {
                0
            }
        }
        (false, false) => {
            if a.0.0 < b.1.0 && b.0.0 < a.1.0 {
                CLASH
            } else {
                0
            }
        }
        (true, false) => crossed(a, b),
        (false, true) => crossed(b, a),
    }
}

/// The left or upper end first.
fn sorted((from, to): Flat) -> Flat {
    if from <= to { (from, to) } else { (to, from) }
}

/// The same of two that meet in a point: where that is the end of both they only touch.
fn crossed(upright: Flat, level: Flat) -> i32 {
    let (x, y) = (upright.0.0, level.0.1);
    let across = level.0.0 < x && x < level.1.0;
    let down = upright.0.1 < y && y < upright.1.1;
    match (across, down) {
        (true, true) => 1,
        (false, false) => 0,
        _ => CLASH,
    }
}

/// The side of its symbol on which an arrow leaves, if it leaves at a side.
pub(super) fn side(way: Way) -> Option<Side> {
    match way.exit {
        Exit::Beside(side) => Some(side),
        Exit::Below { .. } => None,
    }
}
