//! All states of a small chart, one after another: which cells have work before them, and what can become of it. Written
//! from the words of the documentation of `sop::flow`, not from its code.

use sop::model::{CellAt, EdgeKind, Sop, Symbol};
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

/// What is going on at one moment.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
struct State {
    /// The cells with work before them, each with the branches of the split that the work came from.
    work: BTreeMap<usize, BTreeSet<usize>>,
    /// The pairs of branches of which a part has met.
    met: BTreeSet<(usize, usize)>,
}

impl State {
    /// Work at one cell.
    fn at(cell: usize) -> Self {
        Self { work: BTreeMap::from([(cell, BTreeSet::from([0]))]), ..Self::default() }
    }

    fn cells(&self) -> impl Iterator<Item = usize> {
        self.work.keys().copied()
    }

    fn is_empty(&self) -> bool {
        self.work.is_empty()
    }

    /// Work of these branches comes to a cell, and becomes one with what is there.
    fn add(&mut self, cell: usize, branches: &BTreeSet<usize>) {
        let here = self.work.entry(cell).or_default();
        for one in here.iter() {
            let others = branches.iter().filter(|other| *other != one);
            self.met.extend(others.map(|other| (*one.min(other), *one.max(other))));
        }
        here.extend(branches);
    }

    /// Some branch of the one work and some branch of the other have not met.
    fn are_strangers(&self, one: &BTreeSet<usize>, other: &BTreeSet<usize>) -> bool {
        let mut pairs = one.iter().flat_map(|one| other.iter().map(move |other| (*one.min(other), *one.max(other))));
        pairs.any(|pair| pair.0 != pair.1 && !self.met.contains(&pair))
    }
}

/// The ways on from a cell: each a list of cells that get work, and whether work ends.
type Ways = Vec<Vec<Option<usize>>>;

/// A chart, ready to be explored.
pub struct States {
    ways: Vec<Ways>,
    starts: Vec<usize>,
}

impl States {
    /// The chart of an SOP.
    pub fn of(sop: &Sop) -> Self {
        let cells: Vec<CellAt> = sop.cells().map(|(row, at, _)| (row, at)).collect();
        let number = |cell: CellAt| cells.iter().position(|it| *it == cell).expect("a cell of the table");
        let symbol = |cell: &CellAt| sop.symbol(cell.0, cell.1);
        let mut ways = Vec::new();
        for cell in &cells {
            let mut by_kind: BTreeMap<EdgeKind, Vec<Option<usize>>> = BTreeMap::new();
            for edge in sop.edges().into_iter().filter(|edge| edge.from == *cell) {
                by_kind.entry(edge.kind).or_default().push(edge.to.map(number));
            }
            let mut all: Ways = by_kind.into_values().collect();
            if symbol(cell) == Symbol::End {
                all.push(vec![None]);
            }
            ways.push(all);
        }
        let begins = |(at, cell): (usize, &CellAt)| (at == 0 || symbol(cell) == Symbol::Start).then_some(at);
        Self { ways, starts: cells.iter().enumerate().filter_map(begins).collect() }
    }

    /// From every state that work can come to from a start, all of it can come to an end.
    pub fn all_can_end(&self) -> bool {
        let free = |state: &State| -> Vec<State> {
            state.cells().flat_map(|cell| self.ways[cell].iter().map(move |way| moved(state, cell, way))).collect()
        };
        self.starts.iter().all(|start| {
            let states = explored(State::at(*start), free);
            let ended = backwards(&states, |state| state.is_empty());
            states.keys().all(|state| ended.contains(state))
        })
    }

    /// The cells that split work of which a part can be left behind.
    pub fn splits_left_behind(&self) -> Vec<usize> {
        let reached: BTreeSet<usize> = self.starts.iter().flat_map(|start| self.cells_from(*start, None)).collect();
        reached
            .into_iter()
            .filter(|split| self.ways[*split].iter().any(|way| self.leaves_behind(*split, way)))
            .collect()
    }

    /// All cells that work at this one can come to, itself included; `below` a cell of the table only, where one is given.
    fn cells_from(&self, cell: usize, below: Option<usize>) -> BTreeSet<usize> {
        let mut found = BTreeSet::from([cell]);
        loop {
            let next: BTreeSet<usize> =
                found.iter().flat_map(|it| self.ways[*it].iter().flatten().flatten().copied()).collect();
            let before = found.len();
            found.extend(next.into_iter().filter(|it| below.is_none_or(|split| *it > split)));
            if found.len() == before {
                return found;
            }
        }
    }

    fn leaves_behind(&self, split: usize, way: &[Option<usize>]) -> bool {
        if way.len() < 2 || begins_anew(way, split) {
            return false;
        }
        let below = |cell: usize| self.cells_from(cell, Some(split));
        let meet = |one: usize, other: usize| !below(one).is_disjoint(&below(other));
        let ends = |cell: usize| self.can_end_below(cell, split);
        let mut first = State::default();
        way.iter().flatten().enumerate().for_each(|(branch, cell)| first.add(*cell, &BTreeSet::from([branch])));
        let states = explored(first, |state| self.moves(state, split));
        states.keys().any(|state| {
            let mut free = state.work.iter().filter(|(cell, _)| !self.waits(**cell, state, split));
            free.any(|(cell, from)| {
                self.ways[*cell].iter().filter(|way| !begins_anew(way, split)).any(|way| {
                    let goes_to_an_end = way.iter().any(|to| to.is_none_or(ends));
                    // Of one branch, or met already, they are another split's business.
                    let others = state.work.iter().filter(|(_, of)| state.are_strangers(from, of));
                    let mut others = others.filter(|(other, _)| meet(*cell, **other) && ends(**other));
                    goes_to_an_end && others.any(|(other, _)| !way.iter().flatten().any(|it| meet(*it, *other)))
                })
            })
        })
    }

    /// The states that follow, below a split: one cell that need not wait takes one way. Where that begins the stretch anew, nothing
    /// follows.
    fn moves(&self, state: &State, split: usize) -> Vec<State> {
        let free = state.cells().filter(|cell| !self.waits(*cell, state, split));
        free.flat_map(|cell| self.onward(state, cell, split)).collect()
    }

    /// Other work is sure to come to the cell, unless the stretch begins anew.
    fn waits(&self, cell: usize, state: &State, split: usize) -> bool {
        state.cells().any(|other| other != cell && self.must_come(other, cell, split))
    }

    /// Whatever is decided, work at `from` comes to the cell or begins the stretch anew.
    fn must_come(&self, from: usize, cell: usize, split: usize) -> bool {
        let onward = |state: &State| -> Vec<State> {
            if state.work.contains_key(&cell) {
                return Vec::new();
            }
            state.cells().flat_map(|it| self.onward(state, it, split)).collect()
        };
        let can_come = |it: usize| self.cells_from(it, Some(split)).contains(&cell);
        let can_end = |state: &State| state.cells().all(|it| self.can_end_below(it, split));
        let states = explored(State::at(from), onward);
        can_come(from) && states.keys().all(|state| state.cells().any(can_come) || !can_end(state))
    }

    /// Work at this cell can come to an end without beginning the stretch anew.
    fn can_end_below(&self, cell: usize, split: usize) -> bool {
        let onward = |state: &State| state.cells().flat_map(|it| self.onward(state, it, split)).collect();
        explored(State::at(cell), onward).keys().any(State::is_empty)
    }

    /// The states after a cell has taken each of its ways, without those that begin the stretch anew.
    fn onward(&self, state: &State, cell: usize, split: usize) -> Vec<State> {
        let ways = self.ways[cell].iter().filter(|way| !begins_anew(way, split));
        ways.map(|way| moved(state, cell, way)).collect()
    }
}

fn begins_anew(way: &[Option<usize>], split: usize) -> bool {
    way.iter().flatten().any(|to| *to <= split)
}

/// The state after a cell has taken a way.
fn moved(state: &State, cell: usize, way: &[Option<usize>]) -> State {
    let mut after = state.clone();
    let branches = after.work.remove(&cell).unwrap_or_default();
    way.iter().flatten().for_each(|to| after.add(*to, &branches));
    after
}

/// All states that can be come to, each with those that follow it.
fn explored(first: State, moves: impl Fn(&State) -> Vec<State>) -> BTreeMap<State, Vec<State>> {
    let mut found = BTreeMap::new();
    let mut open = vec![first];
    while let Some(state) = open.pop() {
        if let Entry::Vacant(unseen) = found.entry(state) {
            let next = moves(unseen.key());
            open.extend(next.iter().cloned());
            unseen.insert(next);
        }
    }
    found
}

/// The states from which one that is the `goal` can be come to.
fn backwards(states: &BTreeMap<State, Vec<State>>, goal: impl Fn(&State) -> bool) -> BTreeSet<State> {
    let mut found: BTreeSet<State> = states.keys().filter(|state| goal(state)).cloned().collect();
    loop {
        let before = found.len();
        let more = states.iter().filter(|(_, next)| next.iter().any(|it| found.contains(it)));
        let more: Vec<State> = more.map(|(state, _)| state.clone()).collect();
        found.extend(more);
        if found.len() == before {
            return found;
        }
    }
}
