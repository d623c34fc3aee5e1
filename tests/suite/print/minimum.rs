//! A drawn page → how often its arrows cross, and whether any other way to draw them crosses less.
//!
//! Given are the symbols where they stand, pentagons included, what joins those who act together, and the arrows between
//! neighbours of one level, which go straight across. Every other arrow enters its target from above, from the one track over the target's level, and may
//!
//! - leave downwards and fall to that track, where no symbol stands in its column;
//! - leave by a side that nothing else uses, for any corridor between columns that it reaches without meeting a symbol;
//! - leave downwards, turn on a track of its own under the symbol, and go to any corridor of the page;
//!
//! with the lanes of a corridor, the tracks under a level and the starts under a symbol in any order. Crossings are counted by
//! pairs of arrows. A pair whose order is open counts as what it costs in the better order, so that the least sum over all
//! choices is a lower bound: a page that has no more crossings is proved to have the fewest.

use sop::layout::{Connector, Draw, Page, Point, Seg};
use std::collections::{BTreeMap, BTreeSet};

/// What was found out about a page.
#[derive(Debug, PartialEq, Eq)]
pub enum Verdict {
    /// No choice of ways crosses less.
    Least,
    /// So few crossings may be possible.
    Less(usize),
    /// The search was given up.
    Unknown,
}

/// Choices looked at before the search is given up.
const PATIENCE: usize = 3_000_000;
const STEP: i32 = 100;

type Corner = (i32, i32);

#[derive(Clone)]
struct Way {
    corners: Vec<Corner>,
    /// Which corners move with the order of lanes, of tracks, of starts.
    moves: [Vec<usize>; 3],
    corridor: Option<i32>,
    level: Option<i32>,
    /// What no other arrow of the same symbol may use.
    port: Option<Port>,
    from: usize,
    to: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Port {
    Left,
    Right,
    Fall,
}

/// Crossings of the arrows of a page with each other and with what joins those who act together, by pairs.
pub fn crossings(page: &Page) -> usize {
    let arrows = page.connectors.iter().map(|it| it.points.clone());
    let lines = arrows.chain(joints(page).into_iter().map(|(from, to)| vec![from, to]));
    let lines: Vec<Vec<Corner>> = lines.map(|points| points.iter().map(|it| (it.x, it.y)).collect()).collect();
    let pairs = (0..lines.len()).flat_map(|a| (0..a).map(move |b| (a, b)));
    pairs.map(|(a, b)| crossed(&lines[a], &lines[b], true)).sum()
}

/// Whether the arrows of the page could be drawn with fewer crossings.
pub fn judge(page: &Page) -> Verdict {
    let drawn = crossings(page);
    if drawn == 0 {
        return Verdict::Least;
    }
    let grid = Grid::of(page);
    let mut ways: Vec<Vec<Way>> = page.connectors.iter().map(|connector| grid.ways(page, connector)).collect();
    ways.extend(joints(page).iter().map(|ends| vec![grid.joint(page, ends)]));
    let mut search = Search { costs: costs(&ways), best: drawn, left: PATIENCE };
    let open: Vec<Vec<usize>> = ways.iter().map(|it| vec![0; it.len()]).collect();
    search.descend(0, open);
    match (search.left, search.best == drawn) {
        (0, true) => Verdict::Unknown,
        (_, true) => Verdict::Least,
        (_, false) => Verdict::Less(search.best),
    }
}

/// The lines that join those who act together, from the right side of one box to the left side of the next.
fn joints(page: &Page) -> Vec<(Point, Point)> {
    let is_arrow = |points: [Point; 2]| page.connectors.iter().any(|it| it.points == points);
    let line = |op: &Draw| match op {
        Draw::Path { segs, closed: false, .. } => match segs[..] {
            [Seg::Move(from), Seg::Line(to)] if !is_arrow([from, to]) => Some((from, to)),
            _ => None,
        },
        _ => None,
    };
    let leaves_symbol = |(from, to): &(Point, Point)| at_left(page, *to).is_some() && at_right(page, *from).is_some();
    page.ops.iter().filter_map(line).filter(leaves_symbol).collect()
}

/// The symbol that has this point in the middle of its left side.
fn at_left(page: &Page, point: Point) -> Option<usize> {
    page.shapes.iter().position(|it| Point::new(it.area.x, it.area.centre().y) == point)
}

/// The symbol that has this point in the middle of its right side.
fn at_right(page: &Page, point: Point) -> Option<usize> {
    page.shapes.iter().position(|it| Point::new(it.area.right(), it.area.centre().y) == point)
}

/// Columns and levels of the symbols.
struct Grid {
    xs: Vec<i32>,
    ys: Vec<i32>,
    taken: BTreeSet<(i32, i32)>,
    sides: BTreeMap<usize, Vec<Port>>,
}

impl Grid {
    fn of(page: &Page) -> Self {
        let centres = || page.shapes.iter().map(|place| place.area.centre());
        let xs: BTreeSet<i32> = centres().map(|it| it.x).collect();
        let ys: BTreeSet<i32> = centres().map(|it| it.y).collect();
        let (xs, ys): (Vec<_>, Vec<_>) = (xs.into_iter().collect(), ys.into_iter().collect());
        let mut grid = Self { xs, ys, taken: BTreeSet::new(), sides: BTreeMap::new() };
        grid.taken = centres().map(|it| grid.place(it)).collect();
        for connector in page.connectors.iter().filter(|it| is_across(it)) {
            let right = connector.points[0].x < connector.points[1].x;
            let (out, back) = if right { (Port::Right, Port::Left) } else { (Port::Left, Port::Right) };
            grid.sides.entry(connector.ends.0).or_default().push(out);
            grid.sides.entry(connector.ends.1).or_default().push(back);
        }
        for (from, to) in joints(page) {
            for (symbol, port) in [(at_right(page, from), Port::Right), (at_left(page, to), Port::Left)] {
                grid.sides.entry(symbol.expect("a joined symbol")).or_default().push(port);
            }
        }
        grid
    }

    /// What joins two symbols has no choice.
    fn joint(&self, page: &Page, (from, to): &(Point, Point)) -> Way {
        let at = |symbol: Option<usize>| {
            let (column, level) = self.place(page.shapes[symbol.expect("a joined symbol")].area.centre());
            (STEP * (2 * column + 1), 3 * STEP * level + STEP)
        };
        let corners = vec![at(at_right(page, *from)), at(at_left(page, *to))];
        let (moves, symbol) = (Default::default(), usize::MAX);
        Way { corners, moves, corridor: None, level: None, port: None, from: symbol, to: symbol }
    }

    fn place(&self, centre: Point) -> (i32, i32) {
        let at = |values: &[i32], value| values.binary_search(&value).expect("a centre of a symbol") as i32;
        (at(&self.xs, centre.x), at(&self.ys, centre.y))
    }

    fn ways(&self, page: &Page, connector: &Connector) -> Vec<Way> {
        let (from, to) = connector.ends;
        let (start, end) = (self.place(page.shapes[from].area.centre()), self.place(page.shapes[to].area.centre()));
        let x = |column: i32| STEP * (2 * column + 1);
        let (over, beside) = (3 * STEP * end.1, 3 * STEP * start.1 + STEP);
        let way = |corners, moves, port| Way { corners, moves, corridor: None, level: None, port, from, to };
        if is_across(connector) {
            return vec![way(vec![(x(start.0), beside), (x(end.0), beside)], Default::default(), None)];
        }
        let finish = [(x(end.0), over), (x(end.0), over + STEP / 2)];
        let free = |column: i32, level: i32| !self.taken.contains(&(column, level));
        let mut ways = Vec::new();
        if end.1 > start.1 && (start.1 + 1..end.1).all(|level| free(start.0, level)) {
            let corners = [vec![(x(start.0), beside + STEP / 2), (x(start.0), over)], finish.to_vec()].concat();
            ways.push(way(corners, Default::default(), Some(Port::Fall)));
        }
        for corridor in 0..=self.xs.len() as i32 {
            let lane = 2 * STEP * corridor;
            let (port, mut between) = match corridor <= start.0 {
                true => (Port::Left, corridor..start.0),
                false => (Port::Right, start.0 + 1..corridor),
            };
            let used = self.sides.get(&from).is_some_and(|ports| ports.contains(&port));
            if !used && between.all(|column| free(column, start.1)) {
                let corners = [vec![(x(start.0), beside), (lane, beside), (lane, over)], finish.to_vec()].concat();
                let moves = [vec![1, 2], Vec::new(), Vec::new()];
                ways.push(Way { corridor: Some(corridor), ..way(corners, moves, Some(port)) });
            }
            let down =
                vec![(x(start.0), beside + STEP / 2), (x(start.0), beside + STEP), (lane, beside + STEP), (lane, over)];
            let corners = [down, finish.to_vec()].concat();
            let moves = [vec![2, 3], vec![1, 2], vec![0, 1]];
            ways.push(Way { corridor: Some(corridor), level: Some(start.1), ..way(corners, moves, None) });
        }
        ways
    }
}

fn is_across(connector: &Connector) -> bool {
    connector.points.len() == 2 && connector.points[0].y == connector.points[1].y
}

/// What every two ways of two arrows cost each other; `None` where they exclude each other.
type Costs = Vec<Vec<Vec<Vec<Option<usize>>>>>;

fn costs(ways: &[Vec<Way>]) -> Costs {
    let pair = |a: &[Way], b: &[Way]| a.iter().map(|one| b.iter().map(|other| cost(one, other)).collect()).collect();
    ways.iter().map(|a| ways.iter().map(|b| pair(a, b)).collect()).collect()
}

fn cost(one: &Way, other: &Way) -> Option<usize> {
    if one.from == other.from && one.port.is_some() && one.port == other.port {
        return None;
    }
    let open = |is: bool| if is { &[-1, 1][..] } else { &[0][..] };
    let lanes = open(one.corridor.is_some() && one.corridor == other.corridor && one.to != other.to);
    let tracks = open(one.level.is_some() && one.level == other.level);
    let below = |way: &Way| way.port == Some(Port::Fall) || way.level.is_some();
    let starts = open(one.from == other.from && below(one) && below(other));
    let mut least = None;
    for (lane, track, start) in
        lanes.iter().flat_map(|a| tracks.iter().flat_map(move |b| starts.iter().map(move |c| (a, b, c))))
    {
        let mut corners = one.corners.clone();
        one.moves[0].iter().for_each(|at| corners[*at].0 += lane);
        one.moves[1].iter().for_each(|at| corners[*at].1 += track);
        let mut others = other.corners.clone();
        // A fall keeps the middle; what starts beside it moves.
        let moving =
            if one.moves[2].is_empty() { (&other.moves[2], &mut others) } else { (&one.moves[2], &mut corners) };
        moving.0.iter().for_each(|at| moving.1[*at].0 += start);
        let count = crossed(&corners, &others, one.to == other.to);
        least = Some(least.map_or(count, |it: usize| it.min(count)));
    }
    least
}

/// Crossings of two lines; lying on each other without merging counts as many.
fn crossed(one: &[Corner], other: &[Corner], merging: bool) -> usize {
    let within = |value: i32, p: i32, q: i32| p.min(q) < value && value < p.max(q);
    let shared = |p: i32, q: i32, r: i32, s: i32| p.min(q).max(r.min(s)) < p.max(q).min(r.max(s));
    let mut count = 0;
    for a in one.windows(2) {
        for b in other.windows(2) {
            let upright = (a[0].0 == a[1].0, b[0].0 == b[1].0);
            count += match upright {
                (true, false) => usize::from(within(a[0].0, b[0].0, b[1].0) && within(b[0].1, a[0].1, a[1].1)),
                (false, true) => usize::from(within(b[0].0, a[0].0, a[1].0) && within(a[0].1, b[0].1, b[1].1)),
                (true, true) if a[0].0 == b[0].0 && !merging && shared(a[0].1, a[1].1, b[0].1, b[1].1) => 1_000,
                (false, false) if a[0].1 == b[0].1 && !merging && shared(a[0].0, a[1].0, b[0].0, b[1].0) => 1_000,
                _ => 0,
            };
        }
    }
    count
}

struct Search {
    costs: Costs,
    best: usize,
    left: usize,
}

impl Search {
    /// `open`: what each way of the arrows not yet decided costs with those that are; too dear a way costs `usize::MAX`.
    fn descend(&mut self, spent: usize, open: Vec<Vec<usize>>) {
        let least = |ways: &[usize]| ways.iter().copied().min().unwrap_or(0);
        let bound = open.iter().map(|ways| least(ways)).fold(spent, usize::saturating_add);
        if bound >= self.best || self.left == 0 {
            return;
        }
        self.left -= 1;
        let undecided = open.iter().enumerate().filter(|(_, ways)| !ways.is_empty());
        // The arrow with the fewest ways that could still be part of something better.
        let room = self.best - (bound - spent);
        let next = undecided.min_by_key(|(_, ways)| {
            let low = least(ways);
            ways.iter().filter(|it| it.saturating_sub(low).saturating_add(spent) < room).count()
        });
        let Some((at, ways)) = next else {
            self.best = spent;
            return;
        };
        let mut order: Vec<usize> = (0..ways.len()).collect();
        order.sort_by_key(|way| ways[*way]);
        for way in order {
            let Some(spent) = spent.checked_add(ways[way]) else { continue };
            let mut rest = open.clone();
            rest[at].clear();
            for (other, costs) in rest.iter_mut().enumerate() {
                for (it, cost) in costs.iter_mut().enumerate() {
                    *cost = self.costs[at][other][way][it].map_or(usize::MAX, |more| cost.saturating_add(more));
                }
            }
            self.descend(spent, rest);
        }
    }
}
