//! What the arrows of all pages need between the actor columns → where columns, corridors and lanes lie on paper.

use super::PT;
use super::draw::{Face, Part};
use super::route::{Entry, Exit, Routing, Run, Side, Wire};
use super::typeset::{Style, Typesetter};
use crate::model::EdgeKind;
use crate::vocabulary::form_words::{CASES, NO, YES};

/// From one lane or track to the next.
pub(super) const PITCH: i32 = 4 * PT;
/// As far as lanes move apart where there is room.
const WIDE_PITCH: i32 = 7 * PT;
/// How far lanes keep from the lines between columns, where there is room: 2 mm.
pub(super) const BORDER: i32 = 567;
/// Least space between a symbol and what stands beside it.
pub(super) const CLEAR: i32 = 3 * PT;
/// Room for the head of an arrow and a short piece of its shaft.
pub(super) const HEAD_ROOM: i32 = 8 * PT;
/// Width of a symbol: at least, 9 mm; as branches in words leave it; at most.
pub(super) const SYMBOLS: [i32; 3] = [2552, 30 * PT, 46 * PT];
/// A diamond is so much higher than wide.
const SLOPE: (i32, i32) = (4, 5);
/// How far over its arrow a label may stand, the nearest first.
const RISES: [i32; 4] = [3 * PT / 2, 3 * PT, 9 * PT / 2, 6 * PT];
/// One step from one start under a symbol to the next.
pub(super) const SHIFT: i32 = 2 * PT;
/// The letters of `Ya` and `Tidak`.
pub(super) const LABEL: Style = Style { face: Face::Regular, size: 6 * PT };
/// Space between an arrow and its label.
pub(super) const LABEL_GAP: i32 = 3 * PT / 2;

/// What the labels of branches say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Labels {
    /// `Ya`, `Tidak`.
    Words,
    /// `Y`, `T`, as forms with many columns have it.
    Letters,
}

impl Labels {
    /// The words that an arrow has of its own.
    pub fn own<'r>(wire: &Wire, routing: &'r Routing) -> Option<&'r str> {
        routing.words.get(&(wire.edge.from, wire.edge.way?)).map(String::as_str)
    }

    /// The label of an arrow: the words it has of its own, else those of its branch; none where it is no branch, or only comes in from another page.
    pub fn text<'r>(self, wire: &Wire, routing: &'r Routing) -> Option<&'r str> {
        if wire.part == Part::In {
            return None;
        }
        let own = Self::own(wire, routing);
        match (wire.edge.kind, self) {
            (_, Self::Words) if own.is_some() => own,
            (EdgeKind::Case(at), Self::Letters) => CASES.get(at).or(CASES.last()).copied(),
            (EdgeKind::Next | EdgeKind::Case(_), _) => None,
            (EdgeKind::Yes, Self::Words) => Some(YES[0]),
            (EdgeKind::Yes, Self::Letters) => Some(YES[1]),
            (EdgeKind::No, Self::Words) => Some(NO[0]),
            (EdgeKind::No, Self::Letters) => Some(NO[1]),
        }
    }
}

/// Where the actor columns lie, all of one width, and what stands and runs in them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Columns {
    /// Lines between the columns, and the outer two.
    pub edges: Vec<i32>,
    /// Width of a symbol.
    pub symbol: i32,
    /// What branches are labelled with.
    pub labels: Labels,
    /// How far over the arrow that leaves at a tip of a diamond its label stands.
    pub rise: i32,
    /// Middle of each column.
    pub centres: Vec<i32>,
    /// How far lanes keep from the symbols beside them, where there is room.
    clear: i32,
}

/// What the pages of a table ask of its columns.
#[derive(Debug, Clone, Copy, Default)]
struct Needs {
    /// Lanes between the middle of a corridor and the symbols beside it, at most.
    lanes: usize,
    /// Some branch leaves at a side.
    labelled: bool,
}

impl Needs {
    fn of(routings: &[&Routing]) -> Self {
        let mut needs = Self::default();
        for routing in routings {
            let last = routing.lanes.len().saturating_sub(1);
            for (corridor, lanes) in routing.lanes.iter().enumerate() {
                let outer = corridor == 0 || corridor == last;
                needs.lanes = needs.lanes.max(if outer { *lanes } else { lanes.div_ceil(2) });
            }
            let beside =
                |wire: &Wire| matches!(wire.way.exit, Exit::Beside(_)) && Labels::Words.text(wire, routing).is_some();
            needs.labelled |= routing.wires.iter().any(beside);
        }
        needs
    }
}

impl Columns {
    /// Shares the width between `edges` out to columns, and theirs to symbols and lanes, as these pages need it.
    pub fn share(edges: (i32, i32), count: usize, routings: &[&Routing], type_: &Typesetter) -> Self {
        let parts = count.max(1) as i32;
        let edge = |at: i32| edges.0 + ((edges.1 - edges.0) * at / parts);
        let lines: Vec<i32> = (0..=parts).map(edge).collect();
        let width = (edges.1 - edges.0) / parts;
        let centres = lines.windows(2).take(count).map(|pair| (pair[0] + pair[1]) / 2).collect();
        let needs = Needs::of(routings);
        let words = routings.iter().flat_map(|routing| routing.words.values());
        let longest = words.map(|words| type_.width(LABEL, words)).max().unwrap_or(0);
        let own = Self { edges: lines, symbol: 0, labels: Labels::Letters, rise: 0, centres, clear: HEAD_ROOM };
        let tried = [Labels::Words, Labels::Letters].into_iter().flat_map(|labels| RISES.map(|rise| (labels, rise)));
        let made: Vec<(i32, Self)> = tried
            .map(|(labels, rise)| {
                let width_of = |words: [&str; 2]| words.map(|word| type_.width(LABEL, word)).into_iter().max();
                let at = usize::from(labels == Labels::Letters);
                let usual = width_of([YES[at], NO[at]]).unwrap_or(0);
                if labels == Labels::Letters {
                    return own.clone().sized((width, usual), (labels, rise), needs);
                }
                let label = usual.max(longest);
                let (room, columns) = own.clone().sized((width, label), (labels, rise), needs);
                // Words under a symbol stay clear of the lanes beside it.
                let taken = BORDER + needs.lanes as i32 * PITCH;
                let fits = longest == 0 || longest + 2 * LABEL_GAP + taken <= width / 2;
                (if fits { room } else { 0 }, columns)
            })
            .collect();
        // Words with symbols of the usual width; then words; then letters.
        let roomy = |it: &&(i32, Self)| it.1.labels == Labels::Words && it.0 >= SYMBOLS[1];
        let best = made.iter().find(roomy).or_else(|| made.iter().find(|it| it.0 >= SYMBOLS[0])).or(made.last());
        best.map_or(own, |it| it.1.clone())
    }

    /// With symbols as wide as these labels and lanes leave room for; and how wide that would be.
    fn sized(mut self, (width, label): (i32, i32), (labels, rise): (Labels, i32), needs: Needs) -> (i32, Self) {
        // A label stands over the slope of its diamond, which falls by four parts in five.
        let over = if needs.labelled { label + 2 * LABEL_GAP - along_slope(rise - LABEL_GAP) } else { 0 };
        self.clear = HEAD_ROOM.max(over);
        let lanes = match needs.lanes as i32 {
            0 => CLEAR.max(over),
            count => self.clear + BORDER + (count - 1) * PITCH,
        };
        let room = width - 2 * lanes;
        self.symbol = room.clamp(SYMBOLS[0], SYMBOLS[2]).min(width * 77 / 100);
        (self.labels, self.rise) = (labels, rise);
        // Where lanes have to come closer than they like, a label must have room still.
        let gutter = (width - self.symbol) / 2;
        let kept = self.clear * gutter / lanes.max(1);
        (if room < SYMBOLS[0] && kept.min(gutter) > over { SYMBOLS[0] } else { room }, self)
    }

    /// Height of a diamond, at most.
    pub fn diamond(&self) -> i32 {
        self.symbol * SLOPE.0 / SLOPE.1
    }

    /// Where the lanes of each corridor of a page lie: left and right of the line between two columns, each on the side of
    /// what it leads to.
    pub fn lanes(&self, routing: &Routing) -> Vec<Vec<i32>> {
        (0..routing.lanes.len()).map(|corridor| self.lanes_of(routing, corridor)).collect()
    }

    fn lanes_of(&self, routing: &Routing, corridor: usize) -> Vec<i32> {
        let (count, last) = (routing.lanes[corridor], self.edges.len() - 1);
        let Some(line) = self.edges.get(corridor).copied() else { return vec![self.edges[last]; count] };
        let gutter = |column: usize| (self.edges[column + 1] - self.edges[column] - self.symbol) / 2;
        let left = match corridor {
            0 => 0,
            at if at == last => count,
            _ => parted(&self.likings(routing, corridor)),
        };
        let mut lanes = Vec::with_capacity(count);
        if left > 0 {
            let own = self.set(left, gutter(corridor - 1));
            lanes.extend(own.iter().rev().map(|aside| line - aside));
        }
        if left < count {
            lanes.extend(self.set(count - left, gutter(corridor)).iter().map(|aside| line + aside));
        }
        lanes
    }

    /// How far from the line between two columns so many lanes lie, in what is free on one side of it.
    fn set(&self, count: usize, gutter: i32) -> Vec<i32> {
        let gaps = count as i32 - 1;
        let need = BORDER + self.clear + gaps * PITCH;
        let spare = (gutter - need).max(0);
        let pitch = if gaps > 0 { (PITCH + spare / (gaps + 1)).min(WIDE_PITCH) } else { 0 };
        let first = BORDER + (spare - gaps * (pitch - PITCH)).max(0) / 2;
        let place = |at: i32| if gutter >= need { first + at * pitch } else { (BORDER + at * PITCH) * gutter / need };
        (0..count as i32).map(place).collect()
    }

    /// Of each lane of a corridor: how much it wants to lie right of the line, or left where that is less than nothing.
    fn likings(&self, routing: &Routing, corridor: usize) -> Vec<i32> {
        let mut likings = vec![0; routing.lanes[corridor]];
        let roomy = self.set(1, (self.edges[1] - self.edges[0] - self.symbol) / 2)[0] >= BORDER;
        for wire in &routing.wires {
            let Run::Lane { corridor: own, lane } = wire.way.run else { continue };
            let end = routing.nodes[wire.to].node.column;
            if own != corridor || lane >= likings.len() {
                continue;
            }
            // The head of an arrow that turns into a symbol needs room: where columns are narrow it comes from beyond the line.
            let liking = match wire.way.entry {
                Entry::Beside(Side::Left) if end == corridor => {
                    if roomy {
                        2
                    } else {
                        -2
                    }
                }
                Entry::Beside(Side::Right) if end + 1 == corridor => {
                    if roomy {
                        -2
                    } else {
                        2
                    }
                }
                _ => {
                    if end >= corridor {
                        1
                    } else {
                        -1
                    }
                }
            };
            likings[lane] += liking;
        }
        likings
    }
}

/// How far the slope of a diamond goes across while it rises so much.
pub(super) fn along_slope(rise: i32) -> i32 {
    rise * SLOPE.1 / SLOPE.0
}

/// How many lanes lie left of the line, so that most lie where they like to, and neither side is much fuller.
fn parted(likings: &[i32]) -> usize {
    let count = likings.len();
    let cost = |left: usize| -> i32 {
        let wrong = |(at, liking): (usize, &i32)| if at < left { (*liking).max(0) } else { (-liking).max(0) };
        let full = left.max(count - left) as i32 - count.div_ceil(2) as i32;
        likings.iter().enumerate().map(wrong).sum::<i32>() + full * full * 2
    };
    (0..=count).min_by_key(|left| (cost(*left), left.abs_diff(count - left))).unwrap_or(0)
}
