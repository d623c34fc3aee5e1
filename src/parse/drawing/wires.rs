//! Connectors → arrows between nodes: by the shapes they are glued to, else by what their ends lie at. Lines that meet are one
//! way: a line that ends on another one joins it, one that begins on another one leaves it.

use super::{Arrow, Flow};
use crate::document::drawing::{Connector, Drawing, End, ShapeKind};
use crate::source::{Point, Span};

/// An end so near to a symbol belongs to it, in points: heads of some programs end short of the box.
const NEAR: f32 = 24.0;

/// The same where places are only estimated, as in a text document that is not laid out.
const NEAR_ESTIMATED: f32 = 54.0;

/// What lies behind an end is so much farther away: an arrow points at its target.
const BEHIND: f32 = 18.0;

/// Two ends, or an end and a line, that lie so near meet.
const MEET: f32 = 3.5;

/// An end at most so far from a symbol, in points, touches it.
const TOUCH: f32 = 2.0;

/// A line that goes at least so far away from its symbol, in points, comes back to it on purpose.
const AWAY: f32 = 5.0;

/// Two lines from one decision to the same symbol are two ways where they leave so far apart, in points.
const APART: f32 = 3.0;

/// Connectors of one page that are followed; what comes behind is left out and told.
const MOST_WIRES: usize = 1500;

/// How sure an arrow is whose line has no head.
const HEADLESS: f64 = 0.7;

/// One line with its two ends.
struct Wire {
    points: Vec<Point>,
    /// The nodes at its ends.
    nodes: [Option<usize>; 2],
    heads: [bool; 2],
    is_dashed: bool,
    span: Span,
}

impl Wire {
    /// Where that end is.
    fn tip(&self, side: usize) -> Point {
        self.points[if side == 0 { 0 } else { self.points.len() - 1 }]
    }
}

/// One end of a wire at a node.
#[derive(Clone, Copy)]
struct Tip {
    wire: usize,
    side: usize,
    node: usize,
}

/// Adds the arrows of one page, whose nodes begin at `first`; `shapes` says which node each shape is.
pub(super) fn follow(drawing: &Drawing, first: usize, shapes: &[Option<usize>], flow: &mut Flow) {
    let wires: Vec<Wire> = drawing.connectors.iter().take(MOST_WIRES).map(|it| wire(it, first, shapes, flow)).collect();
    drawing.connectors.iter().skip(MOST_WIRES).for_each(|it| flow.strange_line(it.span));
    for group in groups(&wires) {
        resolve(&wires, &group, flow);
    }
}

fn wire(connector: &Connector, first: usize, shapes: &[Option<usize>], flow: &Flow) -> Wire {
    let mut points = vec![connector.from.at];
    points.extend(&connector.bends);
    points.push(connector.to.at);
    let ends = [&connector.from, &connector.to];
    let before = [points[1], points[points.len() - 2]];
    let choices: Vec<Vec<(f32, usize)>> =
        ends.iter().zip(before).map(|(end, before)| choices(end, before, first, shapes, flow)).collect();
    let best = |side: usize| choices[side].first().map(|it| it.1);
    let mut nodes = [best(0), best(1)];
    if nodes[0].is_some() && nodes[0] == nodes[1] && !comes_back(ends, &points, nodes[0], flow) {
        // Else a line does not lead from a symbol to itself: one end lies at its second nearest, or, the farther one, nowhere.
        let second = |side: usize| choices[side].get(1).copied();
        let farther = usize::from(choices[1][0].0 > choices[0][0].0);
        let side = match (second(0), second(1)) {
            (Some(one), Some(other)) => usize::from(other.0 < one.0),
            (Some(_), None) => 0,
            (None, Some(_)) => 1,
            (None, None) => farther,
        };
        nodes[side] = second(side).map(|it| it.1);
    }
    let heads = [connector.from.has_head, connector.to.has_head];
    Wire { points, nodes, heads, is_dashed: connector.is_dashed, span: connector.span }
}

/// The line leaves a symbol, turns, and enters the same one: work is done again.
fn comes_back(ends: [&End; 2], points: &[Point], node: Option<usize>, flow: &Flow) -> bool {
    let Some(frame) = node.map(|node| flow.nodes[node].frame) else { return false };
    let touches = |end: &&End| end.glued.is_some() || (end.cell.is_none() && frame.distance(end.at) <= TOUCH);
    let is_led = ends[0].has_head != ends[1].has_head;
    let bends = points.get(1..points.len() - 1).unwrap_or_default();
    is_led && ends.iter().all(touches) && bends.len() > 1 && bends.iter().any(|it| frame.distance(*it) >= AWAY)
}

/// The nodes an end may lie at, nearest first.
fn choices(end: &End, before: Point, first: usize, shapes: &[Option<usize>], flow: &Flow) -> Vec<(f32, usize)> {
    if let Some(node) = end.glued.and_then(|shape| shapes.get(shape).copied().flatten()) {
        return vec![(0.0, node)];
    }
    let limit = if end.cell.is_some() { NEAR_ESTIMATED } else { NEAR };
    let mut found = Vec::new();
    for (at, node) in flow.nodes.iter().enumerate().skip(first) {
        let distance = node.frame.distance(end.at);
        if distance > limit {
            continue;
        }
        let centre = node.frame.centre();
        let ahead = (centre.x - end.at.x) * (end.at.x - before.x) + (centre.y - end.at.y) * (end.at.y - before.y);
        found.push((if ahead < 0.0 && distance > 0.0 { distance + BEHIND } else { distance }, at));
    }
    found.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
    found.truncate(2);
    found
}

/// Wires that meet, together.
fn groups(wires: &[Wire]) -> Vec<Vec<usize>> {
    let mut parent: Vec<usize> = (0..wires.len()).collect();
    for (at, wire) in wires.iter().enumerate() {
        for side in (0..2).filter(|side| wire.nodes[*side].is_none()) {
            let tip = wire.tip(side);
            let met = wires.iter().enumerate().filter(|(other, _)| *other != at);
            for (other, _) in met.filter(|(_, other)| distance_to(&other.points, tip) <= MEET) {
                let (one, two) = (root(&mut parent, at), root(&mut parent, other));
                parent[one.max(two)] = one.min(two);
            }
        }
    }
    let mut groups: Vec<Vec<usize>> = vec![Vec::new(); wires.len()];
    for at in 0..wires.len() {
        let root = root(&mut parent, at);
        groups[root].push(at);
    }
    groups.retain(|group| !group.is_empty());
    groups
}

fn root(parent: &mut [usize], at: usize) -> usize {
    let mut at = at;
    while parent[at] != at {
        parent[at] = parent[parent[at]];
        at = parent[at];
    }
    at
}

fn distance_to(points: &[Point], from: Point) -> f32 {
    points.windows(2).map(|pair| to_segment(pair[0], pair[1], from)).fold(f32::INFINITY, f32::min)
}

fn to_segment(start: Point, end: Point, from: Point) -> f32 {
    let (x, y) = (end.x - start.x, end.y - start.y);
    let length = x * x + y * y;
    let share = if length > 0.0 { ((from.x - start.x) * x + (from.y - start.y) * y) / length } else { 0.0 };
    let share = share.clamp(0.0, 1.0);
    from.distance(Point { x: start.x + share * x, y: start.y + share * y })
}

/// The arrows of wires that meet.
fn resolve(wires: &[Wire], group: &[usize], flow: &mut Flow) {
    let (mut sources, mut sinks) = (Vec::new(), Vec::new());
    for (wire, side) in group.iter().flat_map(|wire| [(*wire, 0), (*wire, 1)]) {
        if let Some(node) = wires[wire].nodes[side] {
            let tip = Tip { wire, side, node };
            if wires[wire].heads[side] { sinks.push(tip) } else { sources.push(tip) }
        }
    }
    match (sources.len(), sinks.len()) {
        (0, 0) => group.iter().for_each(|wire| flow.strange_line(wires[*wire].span)),
        (1, 1..) | (1.., 1) => {
            for from in &sources {
                sinks.iter().for_each(|to| join(wires, *from, *to, None, flow));
            }
        }
        (2.., 0) => headless(wires, &sources, flow),
        (0, 2) => headless(wires, &sinks, flow),
        (2.., 2..) => crossing(wires, &sources, &sinks, flow),
        (1, 0) | (0, 1..) => group.iter().for_each(|wire| flow.strange_line(wires[*wire].span)),
    }
}

/// Several sources and several sinks: only what one line says by itself is certain.
fn crossing(wires: &[Wire], sources: &[Tip], sinks: &[Tip], flow: &mut Flow) {
    for from in sources {
        match sinks.iter().find(|to| to.wire == from.wire) {
            Some(to) => join(wires, *from, *to, None, flow),
            None => flow.strange_line(wires[from.wire].span),
        }
    }
    let alone = sinks.iter().filter(|to| !sources.iter().any(|from| from.wire == to.wire));
    alone.for_each(|to| flow.strange_line(wires[to.wire].span));
}

/// Lines without heads, or with heads at both ends: in one row they join who acts together, else they lead downwards.
fn headless(wires: &[Wire], tips: &[Tip], flow: &mut Flow) {
    let step = |tip: &Tip| flow.nodes[tip.node].seat.map(|seat| seat.0);
    let one_row = tips.iter().all(|tip| step(tip).is_some() && step(tip) == step(&tips[0]));
    if one_row {
        let pairs = tips[1..].iter().map(|tip| (tips[0].node, tip.node)).filter(|(one, other)| one != other);
        flow.joint.extend(pairs.collect::<Vec<_>>());
        return;
    }
    let mut tips = tips.to_vec();
    tips.sort_by(|one, other| {
        let order = |tip: &Tip| (flow.nodes[tip.node].page, flow.nodes[tip.node].frame.top);
        let (one, other) = (order(one), order(other));
        one.0.cmp(&other.0).then(one.1.total_cmp(&other.1))
    });
    if let [from, to] = tips[..] {
        let reason = "garis tanpa kepala panah; arahnya menurut urutan langkah".to_owned();
        join(wires, from, to, Some((HEADLESS, reason)), flow);
    } else {
        tips.iter().for_each(|tip| flow.strange_line(wires[tip.wire].span));
    }
}

/// One arrow; the way it takes is that of its own line, the one that leaves where both ends lie on different lines.
fn join(wires: &[Wire], from: Tip, to: Tip, doubt: Option<(f64, String)>, flow: &mut Flow) {
    if from.node == to.node && from.wire != to.wire {
        return;
    }
    let start = wires[from.wire].tip(from.side);
    let decides = flow.nodes[from.node].kind == ShapeKind::Decision;
    let is_other_way = |known: &Arrow| decides && known.path.first().is_some_and(|it| it.distance(start) >= APART);
    if flow.arrows.iter().any(|it| it.from == from.node && it.to == to.node && !is_other_way(it)) {
        return;
    }
    let several = flow.arrows.iter().any(|it| it.from == from.node && it.span == wires[from.wire].span);
    let (wire, turned) = match several {
        // Of one line that parts into several, each way is told by where it ends.
        true => (&wires[to.wire], to.side == 0),
        false => (&wires[from.wire], from.side == 1),
    };
    let mut path = wire.points.clone();
    if turned {
        path.reverse();
    }
    let (is_dashed, span) = (wire.is_dashed, wire.span);
    flow.arrows.push(Arrow { from: from.node, to: to.node, answer: None, label: None, is_dashed, doubt, path, span });
}
