//! What the arrows of all pages need between the actor columns → where columns, corridors and lanes lie on paper.

use super::PT;
use super::draw::{Face, Part};
use super::route::{Exit, Routing, Side, Way, Wire};
use super::typeset::{Style, Typesetter};
use crate::model::EdgeKind;
use crate::vocabulary::form_words::{CASES, NO, YES};

/// From one lane or track to the next.
pub(super) const PITCH: i32 = 4 * PT;
/// As close as lanes may come; as far as they stand apart before symbols grow wider than they need; and at most.
const PITCHES: [i32; 3] = [2 * PT, 7 * PT, 9 * PT];
/// Least space between a symbol and what stands beside it.
pub(super) const CLEAR: i32 = 3 * PT;
/// Room for the head of an arrow and a short piece of its shaft.
pub(super) const HEAD_ROOM: i32 = 8 * PT;
/// Width of a symbol: at least, in narrow columns; usually at least; as it needs; at most.
const SYMBOLS: [i32; 4] = [9 * PT, 14 * PT, 30 * PT, 46 * PT];
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
    /// The label of an arrow: the words it has of its own, else those of its branch; none where it is no branch, or only comes in from another page.
    pub fn text<'r>(self, wire: &Wire, routing: &'r Routing) -> Option<&'r str> {
        if wire.part == Part::In {
            return None;
        }
        let own = wire.edge.way.and_then(|way| routing.words.get(&(wire.edge.from, way)));
        match (wire.edge.kind, self) {
            (_, Self::Words) if own.is_some() => own.map(String::as_str),
            (EdgeKind::Case(at), Self::Letters) => CASES.get(at).or(CASES.last()).copied(),
            (EdgeKind::Next | EdgeKind::Case(_), _) => None,
            (EdgeKind::Yes, Self::Words) => Some(YES[0]),
            (EdgeKind::Yes, Self::Letters) => Some(YES[1]),
            (EdgeKind::No, Self::Words) => Some(NO[0]),
            (EdgeKind::No, Self::Letters) => Some(NO[1]),
        }
    }
}

/// What a corridor has to hold: space for the symbols left and right of it, and lanes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Need {
    left: i32,
    right: i32,
    lanes: usize,
}

struct Needs<'a> {
    corridors: Vec<Need>,
    labels: Labels,
    type_: &'a Typesetter<'a>,
}

impl Needs<'_> {
    fn include(&mut self, routing: &Routing) {
        for (need, lanes) in self.corridors.iter_mut().zip(&routing.lanes) {
            need.lanes = need.lanes.max(*lanes);
        }
        for wire in &routing.wires {
            let (from, to) = (routing.nodes[wire.from].node.column, routing.nodes[wire.to].node.column);
            let label = self.labels.text(wire, routing).map(|text| self.type_.width(LABEL, text) + 2 * LABEL_GAP);
            match wire.way {
                Way::Across(side) => {
                    self.widen(from, side, label.unwrap_or(CLEAR));
                    self.widen(to, side.opposite(), HEAD_ROOM);
                }
                Way::Lane { exit: Exit::Beside(side), .. } => self.widen(from, side, label.unwrap_or(CLEAR)),
                Way::Down => self.widen(from, Side::Right, label.unwrap_or(0) - self.least_half()),
                Way::Lane { exit: Exit::Below { shift, .. }, .. } => {
                    let side = if shift < 0 { Side::Left } else { Side::Right };
                    self.widen(from, side, label.unwrap_or(0) + shift.abs() * SHIFT - self.least_half());
                }
            }
        }
    }

    /// Half a symbol that is as narrow as these labels allow.
    fn least_half(&self) -> i32 {
        match self.labels {
            Labels::Words => SYMBOLS[1] / 2,
            Labels::Letters => SYMBOLS[0] / 2,
        }
    }

    fn widen(&mut self, column: usize, side: Side, room: i32) {
        let margin = match side {
            Side::Left => &mut self.corridors[column].right,
            Side::Right => &mut self.corridors[column + 1].left,
        };
        *margin = (*margin).max(room);
    }

    fn margins(&self) -> i32 {
        self.corridors.iter().map(|need| need.left + need.right).sum()
    }

    /// Spaces that lanes are set in: one more than lanes in each corridor.
    fn gaps(&self) -> i32 {
        self.corridors.iter().map(|need| need.lanes as i32 + 1).sum()
    }
}

/// Where the actor columns lie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Columns {
    /// Lines between the columns, and the outer two.
    pub edges: Vec<i32>,
    /// Width of a symbol.
    pub symbol: i32,
    /// What branches are labelled with.
    pub labels: Labels,
    /// Middle of each column.
    pub centres: Vec<i32>,
    /// Each lane of each corridor.
    pub lanes: Vec<Vec<i32>>,
}

/// Widths that all columns share.
struct Shares {
    symbol: i32,
    pitch: i32,
    /// Added to each margin.
    spare: i32,
    /// What margins are reduced to, in thousandths.
    scale: i32,
}

impl Columns {
    /// Shares the width between `edges` out to symbols and corridors, as these pages need it.
    pub fn share(edges: (i32, i32), count: usize, routings: &[&Routing], type_: &Typesetter) -> Self {
        let width = edges.1 - edges.0;
        let needs = |labels| {
            let mut corridors = vec![Need { left: CLEAR, right: CLEAR, lanes: 0 }; count + 1];
            corridors[0].left = 0;
            corridors[count].right = 0;
            let mut needs = Needs { corridors, labels, type_ };
            routings.iter().for_each(|routing| needs.include(routing));
            needs
        };
        let mut chosen = needs(Labels::Words);
        let least = count as i32 * SYMBOLS[1] + chosen.margins() + chosen.gaps() * CLEAR;
        if least > width {
            chosen = needs(Labels::Letters);
        }
        Self::place(edges, &chosen, &Shares::of(width, count as i32, &chosen))
    }

    fn place(edges: (i32, i32), needs: &Needs, shares: &Shares) -> Self {
        let margin = |length: i32| length * shares.scale / 1000 + shares.spare;
        let (symbol, pitch) = (shares.symbol, shares.pitch);
        let mut columns =
            Self { edges: vec![edges.0], symbol, labels: needs.labels, centres: Vec::new(), lanes: Vec::new() };
        let last = needs.corridors.len() - 1;
        let mut x = edges.0;
        for (at, need) in needs.corridors.iter().enumerate() {
            let lanes = need.lanes as i32;
            x += if at == 0 { 0 } else { margin(need.left) };
            columns.lanes.push((1..=lanes).map(|lane| x + lane * pitch).collect());
            if at > 0 && at < last {
                columns.edges.push(x + beside_lanes(lanes, pitch));
            }
            x += (lanes + 1) * pitch + margin(need.right);
            if at < last {
                columns.centres.push(x + symbol / 2);
                x += symbol;
            }
        }
        columns.edges.push(edges.1);
        columns
    }
}

/// Where the line between two columns runs through their corridor, well away from its lanes.
fn beside_lanes(lanes: i32, pitch: i32) -> i32 {
    match lanes {
        0 => pitch / 2,
        1 => 0,
        _ if pitch < PITCHES[1] => 0,
        _ => (lanes / 2) * pitch + pitch / 2,
    }
}

impl Shares {
    /// Symbols grow before lanes move apart; where room is short lanes come closer, then symbols shrink, margins last.
    fn of(width: i32, count: i32, needs: &Needs) -> Self {
        let (margins, gaps, columns) = (needs.margins(), needs.gaps(), count.max(1));
        for (least, pitch) in [(SYMBOLS[2], PITCHES[1]), (SYMBOLS[1], PITCH)] {
            let wide = (width - margins - gaps * pitch) / columns;
            if wide >= least {
                let symbol = wide.min(SYMBOLS[3]);
                let rest = width - count * symbol - margins;
                let pitch = (pitch + (rest - gaps * pitch) / (2 * gaps)).min(PITCHES[2]);
                return Self { symbol, pitch, spare: (rest - gaps * pitch) / (2 * columns), scale: 1000 };
            }
        }
        let pitch = (width - count * SYMBOLS[1] - margins) / gaps;
        if pitch >= PITCHES[0] {
            return Self { symbol: SYMBOLS[1], pitch, spare: 0, scale: 1000 };
        }
        let symbol = (width - margins - gaps * PITCHES[0]) / columns;
        if symbol >= SYMBOLS[0] {
            return Self { symbol, pitch: PITCHES[0], spare: 0, scale: 1000 };
        }
        let symbol = SYMBOLS[0].min(width / (2 * columns));
        let pitch = PITCHES[0].min((width - count * symbol) / (2 * gaps));
        let room = width - count * symbol - gaps * pitch;
        let scale = i64::from(room) * 1000 / i64::from(margins.max(1));
        Self { symbol, pitch, spare: 0, scale: scale as i32 }
    }
}
