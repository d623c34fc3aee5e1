//! The fastest and the slowest way through the flow.

use super::{Effort, RowTime, Sum, sum_of};
use crate::flow::{Arrow, Graph};
use crate::model::EdgeKind;
use std::collections::BTreeMap;

/// The ways through an SOP.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ways {
    /// The way that takes least.
    pub fastest: Way,
    /// The way that takes longest without going back.
    pub slowest: Way,
    /// The arrows that go back from the slowest way to it, in the order of the cells they leave.
    pub returns: Vec<Return>,
}

/// One way: its rows in the order they are come to, each once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Way {
    /// Positions, from 0, of all its rows.
    pub rows: Vec<usize>,
    /// What they sum up to.
    pub sum: Sum,
}

/// An arrow that goes back, and what that costs once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Return {
    /// Position of the row it leaves.
    pub from: usize,
    /// Position of the row it goes back to.
    pub to: usize,
    /// The time of the rows from there to here, done once more.
    pub effort: Effort,
}

impl Ways {
    /// The time of the slowest way with each of its returns taken once.
    pub fn with_returns(&self) -> Effort {
        self.slowest.sum.effort + self.returns.iter().map(|it| it.effort).sum()
    }
}

/// The ways of a flow whose rows take these times; `None` where none leads to an end without going back.
pub fn ways(graph: &Graph, times: &[RowTime]) -> Option<Ways> {
    if graph.is_empty() {
        return None;
    }
    let order = Order::of(graph);
    let way = |wanted: Wanted| {
        let rows = rows_of(graph, &chosen(graph, times, &order, wanted)?);
        Some(Way { sum: sum_of(times, rows.iter().copied()), rows })
    };
    let (fastest, slowest) = (way(Wanted::Fastest)?, way(Wanted::Slowest)?);
    let returns = returns(graph, times, &order, &slowest);
    Some(Ways { fastest, slowest, returns })
}

/// The cells that work comes to from the first, those an arrow leads to before those it leaves, once the arrows are left out that
/// go back to a cell on the way to them.
struct Order {
    cells: Vec<usize>,
    back: Vec<Arrow>,
    /// Of each cell, its position in `cells`.
    position: Vec<usize>,
}

impl Order {
    fn of(graph: &Graph) -> Self {
        let (mut entered, mut position) = (vec![false; graph.len()], vec![usize::MAX; graph.len()]);
        let (mut cells, mut back) = (Vec::new(), Vec::new());
        let mut open = vec![(0, 0)];
        entered[0] = true;
        while let Some((node, next)) = open.pop() {
            let Some(arrow) = graph.arrows(node).get(next) else {
                position[node] = cells.len();
                cells.push(node);
                continue;
            };
            open.push((node, next + 1));
            match arrow.to {
                Some(to) if !entered[to] => {
                    entered[to] = true;
                    open.push((to, 0));
                }
                Some(to) if position[to] == usize::MAX => back.push(*arrow),
                _ => {}
            }
        }
        back.sort_by_key(|arrow| (arrow.from, arrow.to));
        Self { cells, back, position }
    }

    /// The arrow leads to a cell that comes before the one it leaves.
    fn goes_on(&self, arrow: &Arrow) -> bool {
        arrow.to.is_none_or(|to| self.position[to] < self.position[arrow.from])
    }
}

/// Which of several ways is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Fastest,
    Slowest,
}

/// Time and number of rows: of two ways that take equally long, the one with more rows is the longer.
type Length = (u64, usize);

/// What is known of the rest of the way from a cell: its length, and the cell that follows.
#[derive(Debug, Clone, Copy)]
struct Rest {
    length: Length,
    next: Option<usize>,
}

/// The cells of the way that is looked for, from the first.
fn chosen(graph: &Graph, times: &[RowTime], order: &Order, wanted: Wanted) -> Option<Vec<usize>> {
    let mut rest: Vec<Option<Rest>> = vec![None; graph.len()];
    for node in &order.cells {
        // The last row goes on to nobody, whatever its symbol, unless it says so.
        let is_last = *node + 1 == graph.len() && graph.arrows(*node).iter().all(|arrow| arrow.kind == EdgeKind::No);
        let here = (graph.ends_here(*node) || is_last).then_some(Rest { length: (0, 0), next: None });
        let ways = graph.ways(*node).filter(|way| way.iter().all(|arrow| order.goes_on(arrow)));
        let ways = ways.filter_map(|way| longest(graph, times, &rest, wanted, way));
        let all = here.into_iter().chain(ways);
        rest[*node] = match wanted {
            Wanted::Fastest => all.min_by_key(|it| it.length),
            Wanted::Slowest => all.reduce(|one, other| if other.length > one.length { other } else { one }),
        };
    }
    rest[0]?;
    let mut cells = vec![0];
    let mut node = 0;
    while let Some(next) = rest[node].and_then(|it| it.next) {
        cells.push(next);
        node = next;
    }
    Some(cells)
}

/// Of parallel arrows the one that takes longest; `None` where one of them leads to no end.
fn longest(graph: &Graph, times: &[RowTime], rest: &[Option<Rest>], wanted: Wanted, way: &[Arrow]) -> Option<Rest> {
    let mut found: Option<Rest> = None;
    for arrow in way {
        let length = match arrow.to {
            None => (0, 0),
            Some(to) => {
                let (time, rows) = entered(graph, times, wanted, arrow.from, to);
                let (more, more_rows) = rest[to]?.length;
                (time.saturating_add(more), rows + more_rows)
            }
        };
        if found.is_none_or(|it| length > it.length) {
            found = Some(Rest { length, next: arrow.to });
        }
    }
    found
}

/// What it takes to enter a cell: the time of its row, unless work is in that row already.
fn entered(graph: &Graph, times: &[RowTime], wanted: Wanted, from: usize, to: usize) -> Length {
    if graph.row(from) == graph.row(to) {
        return (0, 0);
    }
    let effort = times[graph.row(to)].counted().unwrap_or_default();
    (if wanted == Wanted::Fastest { effort.low } else { effort.high }, 1)
}

/// The rows of these cells, each where it is come to first.
fn rows_of(graph: &Graph, cells: &[usize]) -> Vec<usize> {
    let mut seen = std::collections::BTreeSet::new();
    cells.iter().map(|cell| graph.row(*cell)).filter(|row| seen.insert(*row)).collect()
}

fn returns(graph: &Graph, times: &[RowTime], order: &Order, way: &Way) -> Vec<Return> {
    let mut before = vec![Effort::default()];
    for row in &way.rows {
        let so_far = before[before.len() - 1];
        before.push(so_far + times[*row].counted().unwrap_or_default());
    }
    let position: BTreeMap<usize, usize> = way.rows.iter().enumerate().map(|(at, row)| (*row, at)).collect();
    let mut found: Vec<Return> = Vec::new();
    for arrow in &order.back {
        let Some(to) = arrow.to.map(|to| graph.row(to)) else { continue };
        let from = graph.row(arrow.from);
        let (Some(first), Some(last)) = (position.get(&to), position.get(&from)) else { continue };
        if first > last || found.iter().rev().take_while(|it| it.from == from).any(|it| it.to == to) {
            continue;
        }
        let (end, start) = (before[last + 1], before[*first]);
        let effort = Effort { low: end.low - start.low, high: end.high - start.high };
        found.push(Return { from, to, effort });
    }
    found
}
