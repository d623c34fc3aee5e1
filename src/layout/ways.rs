//! One arrow of a page → the ways that it could take past the symbols.

use super::choose::Manner;
use super::route::{Entry, Exit, NodeAt, Placed, Routing, Run, Side, Way, Wire};
use crate::model::EdgeKind;

/// What the ways of an arrow hang on.
pub(super) struct Ways<'a> {
    routing: &'a Routing,
    wire: &'a Wire,
    from: Placed,
    to: Placed,
    columns: usize,
}

const SIDES: [Side; 2] = [Side::Right, Side::Left];
const ABOVE: Entry = Entry::Above { track: 0 };

impl<'a> Ways<'a> {
    pub fn of(routing: &'a Routing, wire: &'a Wire, columns: usize) -> Self {
        let (from, to) = (routing.nodes[wire.from], routing.nodes[wire.to]);
        Self { routing, wire, from, to, columns }
    }

    /// The ways of that manner.
    pub fn list(&self, manner: Manner) -> Vec<Way> {
        let free = manner == Manner::Free;
        let mut ways = Vec::new();
        self.straight(free, &mut ways);
        let entries = SIDES.map(|side| if free { self.reach(self.wire.to, side) } else { Vec::new() });
        for side in SIDES {
            for corridor in self.reach(self.wire.from, side) {
                self.through(Exit::Beside(side), corridor, &entries, &mut ways);
            }
        }
        let shifts = self.shifts(free);
        for corridor in 0..=self.columns {
            for shift in shifts {
                let exit = Exit::Below { track: 0, shift: *shift };
                // Whatever leaves downwards for a lane far off may as well come from above.
                let near = corridor == self.to.node.column || corridor == self.to.node.column + 1 || self.wire.fan;
                self.through(exit, corridor, if near { &entries } else { &[] }, &mut ways);
            }
        }
        if free && self.from.level == self.to.level && self.wire.from != self.wire.to {
            let under = |shift: &i32| Way {
                exit: Exit::Below { track: 0, shift: *shift },
                run: Run::Level,
                entry: Entry::Below { track: 0 },
            };
            ways.extend(shifts.iter().map(under));
        }
        ways
    }

    /// Through a lane of the corridor: into the target from above, or from a side where that can be reached from there.
    fn through(&self, exit: Exit, corridor: usize, entries: &[Vec<usize>], ways: &mut Vec<Way>) {
        let way = |entry| Way { exit, run: Run::Lane { corridor, lane: 0 }, entry };
        ways.push(way(ABOVE));
        for (side, _) in SIDES.into_iter().zip(entries).filter(|(_, reached)| reached.contains(&corridor)) {
            // Out of one side and back into it is no way.
            if self.wire.from != self.wire.to || exit != Exit::Beside(side) {
                ways.push(way(Entry::Beside(side)));
            }
        }
        let closed = self.to.level < self.from.level && entries.len() == 2 && entries.iter().all(Vec::is_empty);
        if closed {
            ways.push(way(Entry::Below { track: 0 }));
        }
    }

    /// Ways in the middle of the column of one of the two.
    fn straight(&self, free: bool, ways: &mut Vec<Way>) {
        let (start, end) = (self.from.node.column, self.to.node.column);
        let (above, below) = (self.from.level.min(self.to.level), self.from.level.max(self.to.level));
        let down = self.to.level > self.from.level;
        if down && self.routing.is_clear(start, above, below) {
            ways.push(Way::DOWN);
        }
        if !free || start == end || above == below {
            return;
        }
        let (side, facing) = if end > start { (Side::Right, Side::Left) } else { (Side::Left, Side::Right) };
        // The corridor behind the far column is reached only where nothing stands in that column.
        let beyond = |column: usize, side| if side == Side::Right { column + 1 } else { column };
        let passes = |node: NodeAt, side, column| self.reach(node, side).contains(&beyond(column, side));
        if down && self.routing.is_clear(start, above, below) && passes(self.wire.to, facing, start) {
            ways.push(Way { entry: Entry::Beside(facing), ..Way::DOWN });
        }
        if self.routing.is_clear(end, above, below) && passes(self.wire.from, side, end) {
            let entry = if down { ABOVE } else { Entry::Below { track: 0 } };
            ways.push(Way { exit: Exit::Beside(side), run: Run::Target, entry });
        }
    }

    fn reach(&self, node: NodeAt, side: Side) -> Vec<usize> {
        self.routing.reach(node, side, self.columns)
    }

    fn shifts(&self, free: bool) -> &'static [i32] {
        let leaving = || self.routing.wires.iter().filter(|other| other.from == self.wire.from);
        match self.wire.reason() {
            EdgeKind::Next if self.wire.fan && free => &[0],
            EdgeKind::Next if leaving().nth(3).is_some() => &[-1, 1, -3, 3],
            EdgeKind::Next => &[-3, 3],
            EdgeKind::Yes | EdgeKind::No | EdgeKind::Case(_) => &[-2, 2],
        }
    }
}
