//! The words of one step, line by line → its cells: where the activity ends, what is Kelengkapan, what Output and Keterangan.
//!
//! The Waktu stands for itself; the rest is weighed. A cell begins with a capital or a list mark and goes on without a gap, a word
//! that had room in the line above was not broken off there, and Kelengkapan is often what the step before made.

use super::middle::{self, Balance, Middle};
use super::prices::{Prices, above_each};
use super::words::{Line, Said, Side, Stretch, Word, said_in};
use rustc_hash::FxHashMap;
use std::ops::RangeInclusive;

/// Where a line is cut, in words: where the activity ends, Kelengkapan, and Output; the rest is Keterangan. The Output of a line
/// with a time begins behind that. A line has no more than [`MOST_WORDS`](super::words::MOST_WORDS).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cut {
    activity: u8,
    requirements: u8,
    outputs: u8,
}

/// The columns that are weighed: activity, Kelengkapan, Output, Keterangan.
pub(super) const WEIGHED: usize = 4;

/// How wide they are, in letters; 0 where that is not known.
pub(super) type Widths = [usize; WEIGHED];

/// What is known of a step beside its lines.
#[derive(Debug, Clone, Copy)]
pub(super) struct Around<'a> {
    /// The words of what the step before made.
    pub made: &'a [Said],
    /// The words of its own output, where the step after tells them.
    pub output: Option<&'a [Said]>,
    /// The widths of the columns, once they are known.
    pub widths: Option<Widths>,
    /// There is a column Keterangan.
    pub note: bool,
    /// Where its number stands in its midst.
    pub middle: Option<Middle>,
}

/// Whether a cell has begun, and whether it is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cell {
    Before,
    Open,
    /// Nothing stood in the last line, which may be half a line apart from those of the cell.
    Held,
    Over,
}

/// What the lines so far leave open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct State {
    pub cells: [Cell; WEIGHED],
    /// Words of the output before that Kelengkapan repeats so far; `None` where it is something else.
    repeated: Option<u16>,
    /// Words of its own output so far, where that is known; else 0.
    produced: u16,
    /// How far each cell is from being centred round the number, where that stands in the midst.
    balances: [Balance; WEIGHED],
}

impl State {
    /// All of it in one number, which is quicker to look up.
    fn key(&self) -> u64 {
        let cells = self.cells.iter().fold(0, |key, cell| key << 2 | *cell as u64);
        let repeated = self.repeated.map_or(0, |count| u64::from(count) + 1);
        middle::key(self.balances) << 48 | cells << 40 | repeated << 16 | u64::from(self.produced)
    }
}

/// A state between two lines, with the least cost to reach it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Node {
    pub state: State,
    pub cost: f32,
    /// The cut of the line above on the cheapest way.
    pub cut: Cut,
}

/// One line cut in one way, between two nodes.
#[derive(Debug, Clone, Copy)]
struct Edge {
    from: u16,
    to: u16,
    cut: Cut,
    cost: f32,
}

/// The cells of a step.
#[derive(Debug, Clone, Default)]
pub(super) struct Cells {
    /// One cut a line.
    pub cuts: Vec<Cut>,
    /// For each column, whether every other way to read it is dearer by [`SURE`].
    pub sure: [bool; WEIGHED],
    /// What the cheapest way costs.
    pub cost: f32,
    /// Output is what the next step needs.
    pub told: bool,
}

/// A cell is believed where every reading with another text costs so much more.
const SURE: f32 = 0.5;

/// Where even the cheapest reading of a row with all its columns costs so much nothing of it is believed: of such cells one in three is
/// right.
pub(super) const DEAR: f32 = 2.5;

/// Ways that cost so much more than the cheapest are not followed.
const HOPELESS: f32 = 4.5;

/// What repeating the output of the step before is worth.
const CHAINED: f32 = 2.5;

/// What a word is worth that the next step needs.
pub(super) const TOLD: f32 = 0.4;

/// What it costs that a text ends with a word that wants another.
pub(super) const OPEN: f32 = 1.5;

/// All ways to read a step that are near the cheapest.
pub(super) struct Ways<'s, 't> {
    lines: &'s [Line<'t>],
    /// The states before each line, and behind the last.
    nodes: Vec<Vec<Node>>,
    /// The cuts of each line.
    edges: Vec<Vec<Edge>>,
    /// For each node what the rest of the step costs from there.
    after: Vec<Vec<f32>>,
}

/// Most ways to go on from the states before a line; where there are more, the line is no row of a table.
const MOST_TRIED: usize = 20_000;

/// Most outputs of a step that are looked at.
const MOST_OUTPUTS: usize = 16;

/// Most ways that are followed to find them.
const MOST_FOLLOWED: usize = 4_000;

impl<'s, 't> Ways<'s, 't> {
    /// Of these lines.
    pub fn of(lines: &'s [Line<'t>], around: Around) -> Self {
        let start = |repeated| Node {
            state: State { cells: [Cell::Before; WEIGHED], repeated, produced: 0, balances: Default::default() },
            cost: 0.0,
            cut: Cut { activity: 0, requirements: 0, outputs: 0 },
        };
        let mut ways = Self { lines, nodes: vec![vec![start(None)]], edges: Vec::new(), after: Vec::new() };
        if !around.made.is_empty() {
            ways.nodes[0].push(start(Some(0)));
        }
        for at in 0..lines.len() {
            let (next, between) = advance(lines, at, &ways.nodes[at], around);
            ways.nodes.push(next);
            ways.edges.push(between);
        }
        ways.after = ways.costs_after(around);
        ways
    }

    fn costs_after(&self, around: Around) -> Vec<Vec<f32>> {
        let end = |node: &Node| {
            let chained = match node.state.repeated {
                None => 0.0,
                Some(count) if usize::from(count) >= around.made.len() => -CHAINED,
                Some(_) => f32::INFINITY,
            };
            if around.output.is_some_and(|output| output.len() != usize::from(node.state.produced)) {
                return f32::INFINITY;
            }
            let missing = [3.0, 0.8, 0.8, 0.0];
            let missing = node.state.cells.iter().zip(missing).filter(|(cell, _)| **cell == Cell::Before);
            let last = self.lines.last().map(|line| pieces(line, node.cut));
            let ends_open = |words: &&&[Word]| words.last().is_some_and(|word| word.open);
            let open = last.map_or(0, |pieces| pieces.iter().filter(ends_open).count());
            let balanced: f32 = node.state.balances.iter().map(|it| it.cost()).sum();
            chained + missing.map(|(_, cost)| cost).sum::<f32>() + open as f32 * OPEN + balanced
        };
        let mut after: Vec<Vec<f32>> =
            vec![self.nodes.last().map_or_else(Vec::new, |last| last.iter().map(end).collect())];
        for (between, nodes) in self.edges.iter().zip(&self.nodes).rev() {
            let below = &after[after.len() - 1];
            let mut costs = vec![f32::INFINITY; nodes.len()];
            for edge in between {
                let from = &mut costs[usize::from(edge.from)];
                *from = from.min(edge.cost + below[usize::from(edge.to)]);
            }
            after.push(costs);
        }
        after.reverse();
        after
    }

    /// The ways to cut a line that begin in one of its nodes.
    fn edges_from(&self, line: usize, node: usize) -> &[Edge] {
        let edges = &self.edges[line];
        let first = edges.partition_point(|edge| usize::from(edge.from) < node);
        &edges[first..first + edges[first..].partition_point(|edge| usize::from(edge.from) == node)]
    }

    fn least(&self) -> f32 {
        self.after[0].iter().copied().fold(f32::INFINITY, f32::min)
    }

    /// The outputs that the step may have, without list marks, each with what its cheapest way costs; those first that
    /// cost least.
    pub fn outputs(&self) -> Vec<(f32, Vec<Said>)> {
        let bound = self.least() + CHAINED;
        let mut found: Vec<(f32, Vec<Said>)> = Vec::new();
        let mut open: Vec<(usize, usize, f32, Vec<Said>)> =
            (0..self.nodes[0].len()).map(|at| (0, at, 0.0, Vec::new())).collect();
        let mut followed = 0;
        while let Some((line, at, cost, said)) = open.pop().filter(|_| followed < MOST_FOLLOWED) {
            followed += 1;
            if line == self.lines.len() {
                let whole = cost + self.after[line][at];
                match found.iter_mut().find(|(_, known)| *known == said) {
                    Some((known, _)) => *known = known.min(whole),
                    None => found.push((whole, said)),
                }
                continue;
            }
            let near = |edge: &&Edge| cost + edge.cost + self.after[line + 1][usize::from(edge.to)] < bound;
            for edge in self.edges_from(line, at).iter().filter(near) {
                let mut said = said.clone();
                said.extend(said_in(pieces(&self.lines[line], edge.cut)[2]));
                open.push((line + 1, usize::from(edge.to), cost + edge.cost, said));
            }
        }
        found.retain(|(_, said)| !said.is_empty());
        found.sort_by(|one, other| one.0.total_cmp(&other.0));
        found.truncate(MOST_OUTPUTS);
        found
    }

    /// The cheapest cells, and how much dearer others are that end a cell elsewhere.
    pub fn settle(&self) -> Cells {
        let least = self.least();
        let mut cells = Cells { cuts: Vec::new(), sure: [true; WEIGHED], cost: least, told: false };
        let Some(mut at) = self.after[0].iter().position(|cost| *cost == least).filter(|_| least.is_finite()) else {
            return Cells { cost: HOPELESS, ..Cells::default() };
        };
        for (line, between) in self.edges.iter().enumerate() {
            let rest = |edge: &Edge| edge.cost + self.after[line + 1][usize::from(edge.to)];
            let own = self.edges_from(line, at).iter();
            let Some(best) = own.min_by(|one, other| rest(one).total_cmp(&rest(other))) else {
                return Cells::default();
            };
            let near = |edge: &&Edge| self.nodes[line][usize::from(edge.from)].cost + rest(edge) < least + SURE;
            for other in between.iter().filter(near).map(|edge| edge.cut) {
                let activity = other.activity != best.cut.activity;
                let requirements = other.requirements != best.cut.requirements;
                let outputs = other.outputs != best.cut.outputs;
                let moved = [activity, activity || requirements, requirements || outputs, outputs];
                cells.sure.iter_mut().zip(moved).for_each(|(sure, moved)| *sure &= !moved);
            }
            cells.cuts.push(best.cut);
            at = usize::from(best.to);
        }
        cells
    }
}

/// These words can be the Kelengkapan of a step: one stretch a line, up to the time where that stands in the line.
pub(super) fn may_require(lines: &[Line], wanted: &[Said]) -> bool {
    let mut reached = vec![false; wanted.len() + 1];
    reached[0] = true;
    for line in lines {
        let end = line.time.as_ref().map_or(line.words.len(), |time| time.start);
        let mut next = reached.clone();
        for from in (0..wanted.len()).filter(|from| reached[*from]) {
            for start in 0..end {
                let mut count = from;
                for (at, word) in line.words[start..end].iter().enumerate() {
                    if !word.is_mark {
                        if wanted.get(count) != Some(&word.said) {
                            break;
                        }
                        count += 1;
                    }
                    if line.time.is_none() || start + at + 1 == end {
                        next[count] = true;
                    }
                }
            }
        }
        reached = next;
    }
    reached[wanted.len()]
}

/// The states behind line `at`, and the ways that lead there.
fn advance(lines: &[Line], at: usize, nodes: &[Node], around: Around) -> (Vec<Node>, Vec<Edge>) {
    let line = &lines[at];
    let mut reached =
        Reached { nodes: Vec::new(), places: FxHashMap::default(), edges: Vec::new(), least: f32::INFINITY };
    if nodes.len() * ways(line, around.note) > MOST_TRIED {
        return (reached.nodes, reached.edges);
    }
    for (from, node) in nodes.iter().enumerate() {
        let above = above_each(at.checked_sub(1).map(|above| (&lines[above], node.cut)), line);
        let prices = Prices { line, at, node, above, widths: around.widths, is_centred: around.middle.is_some() };
        reached.take(&prices, from, around);
    }
    (reached.nodes, reached.edges)
}

/// What is reached behind a line.
struct Reached {
    nodes: Vec<Node>,
    /// Where each state stands among them.
    places: FxHashMap<u64, u16>,
    edges: Vec<Edge>,
    /// The least cost so far.
    least: f32,
}

impl Reached {
    /// Follows every way to cut the line from one state before it.
    fn take(&mut self, prices: &Prices, from: usize, around: Around) {
        let Prices { line, node, .. } = *prices;
        let count = line.words.len() + 1;
        // What stands in the last two cells costs the same whatever stands in the first.
        let mut outputs = vec![None; count * count];
        let mut notes = vec![None; count];
        for activity in activities(line) {
            let first = prices.of(0, (0, activity));
            if self.is_hopeless(node, first.1) {
                continue;
            }
            for requirements in requirements(line, activity) {
                let words = &line.words[activity..requirements];
                let Some(repeated) = repeats_first(node.state.repeated, words, around.made) else { continue };
                let second = prices.of(1, (activity, requirements));
                let begun = first.1 + second.1;
                if self.is_hopeless(node, begun) {
                    continue;
                }
                let after = line.after(requirements);
                for end in outputs_of(line, requirements, around.note) {
                    let produced = match around.output {
                        None => Some(Some(0)),
                        Some(output) => repeats(Some(node.state.produced), &line.words[after..end], output),
                    };
                    let Some(Some(produced)) = produced else { continue };
                    let third = *outputs[after * count + end].get_or_insert_with(|| prices.of(2, (after, end)));
                    let fourth = *notes[end].get_or_insert_with(|| prices.of(3, (end, line.words.len())));
                    let cost = begun + third.1 + fourth.1;
                    if self.is_hopeless(node, cost) {
                        continue;
                    }
                    let cells = [first.0, second.0, third.0, fourth.0];
                    let cut = Cut { activity: activity as u8, requirements: requirements as u8, outputs: end as u8 };
                    let edge = Edge { from: from as u16, to: 0, cut, cost };
                    let balances = around.middle.map_or(node.state.balances, |middle| {
                        let pieces = stretches(line, cut).map(|(from, to)| to > from);
                        balanced(node.state.balances, pieces, (prices.at, middle))
                    });
                    self.add(State { cells, repeated, produced, balances }, edge, node.cost + cost);
                }
            }
        }
    }

    fn is_hopeless(&self, node: &Node, cost: f32) -> bool {
        node.cost + cost > self.least + HOPELESS
    }

    /// Another way to a state, which costs so much from the first line on.
    fn add(&mut self, state: State, edge: Edge, whole: f32) {
        self.least = self.least.min(whole);
        let to = *self.places.entry(state.key()).or_insert(self.nodes.len() as u16);
        match self.nodes.get_mut(usize::from(to)) {
            Some(known) if known.cost <= whole => {}
            Some(known) => (known.cost, known.cut) = (whole, edge.cut),
            None => self.nodes.push(Node { state, cost: whole, cut: edge.cut }),
        }
        self.edges.push(Edge { to, ..edge });
    }
}

/// The balances of the cells with their pieces in a line.
fn balanced(
    balances: [Balance; WEIGHED],
    pieces: [bool; WEIGHED],
    (line, middle): (usize, Middle),
) -> [Balance; WEIGHED] {
    std::array::from_fn(|at| if pieces[at] { balances[at].with(line, middle) } else { balances[at] })
}

/// Where the activity may end in a line.
fn activities(line: &Line) -> RangeInclusive<usize> {
    let last = line.time.as_ref().map_or(line.words.len(), |time| time.start);
    // A tick behind the time, which may be broken from the line above, ends nothing.
    match (line.marked.filter(|at| *at <= last), line.side) {
        (Some(at), _) if !line.lacks_requirements => at..=at,
        _ if line.lacks_requirements && line.time.is_some() => last..=last,
        (Some(at), _) => at..=at,
        (None, Some(Side::Activity)) => last..=last,
        (None, Some(_)) => 0..=0,
        (None, None) => 0..=last,
    }
}

/// Where Kelengkapan may end behind an activity.
fn requirements(line: &Line, activity: usize) -> RangeInclusive<usize> {
    match (line.time.as_ref(), line.side) {
        (None, _) if line.lacks_requirements => activity..=activity,
        (Some(time), _) => time.start..=time.start,
        (None, Some(Side::Requirements)) => line.words.len()..=line.words.len(),
        (None, Some(Side::Outputs)) => activity..=activity,
        (None, _) => activity..=line.words.len(),
    }
}

/// Where Output may end behind Kelengkapan, or behind the time.
fn outputs_of(line: &Line, requirements: usize, note: bool) -> RangeInclusive<usize> {
    let all = line.words.len();
    if note { line.after(requirements)..=all } else { all..=all }
}

/// How many ways there are to cut a line.
fn ways(line: &Line, note: bool) -> usize {
    let ends = activities(line).flat_map(|activity| requirements(line, activity));
    ends.map(|requirements| outputs_of(line, requirements, note).count()).sum()
}

/// Where activity, Kelengkapan, Output and Keterangan stand in a line.
pub(super) fn stretches(line: &Line, cut: Cut) -> [Stretch; WEIGHED] {
    let (activity, requirements, outputs) =
        (usize::from(cut.activity), usize::from(cut.requirements), usize::from(cut.outputs));
    [(0, activity), (activity, requirements), (line.after(requirements), outputs), (outputs, line.words.len())]
}

/// The words of activity, Kelengkapan, Output and Keterangan in a line.
pub(super) fn pieces<'l, 't>(line: &'l Line<'t>, cut: Cut) -> [&'l [Word<'t>]; WEIGHED] {
    stretches(line, cut).map(|(from, to)| &line.words[from..to])
}

/// Letters of activity, Kelengkapan, Output and Keterangan in a line, blanks included.
pub(super) fn lengths(line: &Line, cut: Cut) -> [usize; WEIGHED] {
    stretches(line, cut).map(|stretch| line.length(stretch))
}

/// How much of the output before is repeated with these words as well; `None` where they say something else.
fn repeats<'w>(
    so_far: Option<u16>,
    words: impl IntoIterator<Item = &'w Word<'w>>,
    made: &[Said],
) -> Option<Option<u16>> {
    let Some(mut count) = so_far else { return Some(None) };
    for word in words.into_iter().filter(|word| !word.is_mark) {
        if made.get(usize::from(count)) != Some(&word.said) {
            return None;
        }
        count += 1;
    }
    Some(Some(count))
}

/// As [`repeats`], of Kelengkapan: behind a comma it may list more than the output before, which counts as one word more.
fn repeats_first(so_far: Option<u16>, words: &[Word], made: &[Said]) -> Option<Option<u16>> {
    let Some(count) = so_far.map(usize::from) else { return Some(None) };
    if count > made.len() {
        return Some(so_far);
    }
    let of_made = words.iter().filter(|word| !word.is_mark).take(made.len() - count);
    let closes = of_made.clone().last().is_some_and(|word| word.text.ends_with(','));
    let others = said_in(words).count() > of_made.clone().count();
    let so_far = repeats(so_far, of_made, made)?;
    let is_whole = so_far.is_some_and(|count| usize::from(count) == made.len());
    match is_whole && closes {
        true => Some(so_far.map(|count| count + 1)),
        false if others => None,
        false => Some(so_far),
    }
}
