//! A pool → actors and steps, those of its base kept as they were where nothing of them was changed.

use super::Base;
use super::beside::Beside;
use super::drawn::{Odd, Pool};
use super::order::along;
use super::same::{same_words, title};
use super::undrawn::{Undrawn, undrawn};
use super::ways::{Kind, Onward, Ways};
use crate::flow::process::NodeKind;
use crate::model::{Actor, ActorId, ActorIds, Cell, CellAt, EdgeKind, Field, Sourced, Step, Symbol, Target, Way};
use crate::source::Place;
use crate::vocabulary::form_words::{NO, YES};
use std::collections::{BTreeMap, BTreeSet};

/// What was read of a pool.
pub(super) struct Steps {
    /// Nama SOP, where it is not that of the base.
    pub title: Option<String>,
    pub actors: Vec<Actor>,
    pub steps: Vec<Step>,
    pub odd: Vec<Odd>,
}

pub(super) fn nowhere<T>(value: T) -> Sourced<T> {
    Sourced::new(value, Place::NOWHERE)
}

impl Steps {
    pub fn of(pool: &Pool, base: Option<&Base>) -> Self {
        let mut odd = pool.odd.clone();
        let title = title_of(pool, base, &mut odd);
        let (actors, lanes) = actors(pool, base);
        let mut ways = Ways::of(pool);
        let nodes: Vec<usize> = (0..pool.nodes.len()).filter(|at| ways.is_step(*at)).collect();
        let onward: BTreeMap<usize, Vec<Onward>> = nodes.iter().map(|at| (*at, ways.onward(*at))).collect();
        let mut table = Table::of(&nodes, &onward, &ways.starts, Known { pool, base });
        odd.extend(table.find_undrawn());
        let mut steps: Vec<Step> = Vec::with_capacity(table.rows.len());
        let mut beside = Beside::of(pool, base, &actors);
        for (row, members) in table.rows.iter().enumerate() {
            let mut step = table.step(row, members);
            step.cells = members
                .iter()
                .enumerate()
                .map(|(at, node)| table.cell((row, at), *node, &onward[node], &lanes))
                .collect();
            let base_row = table.base_row(members);
            beside.fill(&mut step, members, base_row);
            // A cell goes on from the row above, while that is still the same one and nothing of its own stands in it.
            let above = row.checked_sub(1).and_then(|above| table.base_row(&table.rows[above]));
            let goes_on = base_row.is_some_and(|it| it.checked_sub(1) == above);
            let merged = std::mem::take(&mut step.merged);
            step.merged = merged.into_iter().filter(|field| goes_on && step.is_silent(*field)).collect();
            steps.push(step);
        }
        mark_starts(&mut steps, &table, &ways.starts);
        odd.extend(beside.left());
        let dead: BTreeSet<usize> = ways.dead.iter().copied().collect();
        let lost = (0..pool.nodes.len()).filter(|at| dead.contains(at) || pool.nodes[*at].kind.is_none());
        odd.extend(lost.map(|at| unread(pool, at)));
        Self { title, actors, steps, odd }
    }
}

/// An event on the way, or a gateway that leads nowhere.
fn unread(pool: &Pool, at: usize) -> Odd {
    let node = &pool.nodes[at];
    let words = if node.kind.is_none() { "kejadian" } else { "gerbang tanpa jalan keluar" };
    let name = node.name.trim();
    Odd { text: if name.is_empty() { words.to_owned() } else { format!("{words}: {name}") }, span: node.span }
}

fn title_of(pool: &Pool, base: Option<&Base>, odd: &mut Vec<Odd>) -> Option<String> {
    let said = |name: &Option<String>| name.as_deref().map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned);
    let (name, process) = (said(&pool.name), said(&pool.process_name));
    if let Some(base) = base {
        return name.filter(|name| !same_words(name, &title(base)));
    }
    // A pool without lanes is the one who acts.
    match (process, name) {
        (process, _) if pool.lanes.is_empty() => process,
        (None, name) => name,
        (Some(process), Some(name)) if !same_words(&process, &name) => {
            let span = pool.nodes.first().map(|it| it.span).unwrap_or_default();
            odd.push(Odd { text: format!("kolam: {name}"), span });
            Some(process)
        }
        (process, _) => process,
    }
}

/// The actors, and for each lane whose it is.
fn actors(pool: &Pool, base: Option<&Base>) -> (Vec<Actor>, Vec<Option<ActorId>>) {
    let known = base.map(|base| base.sop.actors.as_slice()).unwrap_or_default();
    let mut ids = ActorIds::new(known.iter().map(|it| it.id.clone()));
    let (mut old, mut new, mut lanes) = (BTreeMap::new(), Vec::new(), Vec::new());
    for lane in &pool.lanes {
        let was = base.and_then(|base| base.process.lanes.iter().find(|it| it.id == lane.id));
        let renamed = was.is_none_or(|was| !same_words(&was.name, &lane.name));
        let id = match was.and_then(|was| was.actor.clone()) {
            Some(id) => {
                if let Some(at) = known.iter().position(|actor| actor.id == id) {
                    let name = if renamed { nowhere(lane.name.trim().to_owned()) } else { known[at].name.clone() };
                    old.insert(at, Actor { name, ..known[at].clone() });
                }
                Some(id)
            }
            None if !renamed || lane.name.trim().is_empty() => None,
            None => {
                let id = ids.give(&lane.name);
                new.push(Actor { id: id.clone(), name: nowhere(lane.name.trim().to_owned()), external: false });
                Some(id)
            }
        };
        lanes.push(id);
    }
    let alone =
        pool.name.as_deref().map(str::trim).filter(|it| pool.lanes.is_empty() && base.is_none() && !it.is_empty());
    if let Some(name) = alone {
        let id = ids.give(name);
        new.push(Actor { id: id.clone(), name: nowhere(name.to_owned()), external: false });
        lanes.push(Some(id));
    }
    (old.into_values().chain(new).collect(), lanes)
}

/// What is known of the pool.
#[derive(Clone, Copy)]
struct Known<'p> {
    pool: &'p Pool,
    base: Option<&'p Base>,
}

/// Which nodes stand in which row.
struct Table<'p> {
    known: Known<'p>,
    rows: Vec<Vec<usize>>,
    place: BTreeMap<usize, CellAt>,
    /// The cells of the base that nodes stand for.
    cell_of: BTreeMap<usize, CellAt>,
    numbers: Vec<u32>,
    /// Ways of cells of the base that nobody could draw.
    undrawn: BTreeMap<CellAt, Undrawn>,
}

impl<'p> Table<'p> {
    fn of(nodes: &[usize], onward: &BTreeMap<usize, Vec<Onward>>, starts: &[usize], known: Known<'p>) -> Self {
        let cell_of = base_cells(nodes, known);
        let index: BTreeMap<usize, usize> = nodes.iter().enumerate().map(|(at, node)| (*node, at)).collect();
        let after = |node: &usize| onward[node].iter().filter_map(|way| index.get(&way.to?).copied()).collect();
        let next: Vec<Vec<usize>> = nodes.iter().map(after).collect();
        let first: Vec<usize> = starts.iter().filter_map(|node| index.get(node).copied()).collect();
        // A new step stands below the one it follows.
        let (mut rows, mut last, mut added) = (BTreeMap::<(usize, usize), Vec<usize>>::new(), 0, 0);
        for node in along(&next, &first).into_iter().map(|at| nodes[at]) {
            match cell_of.get(&node) {
                Some(cell) => {
                    last = cell.0 + 1;
                    rows.entry((last, 0)).or_default().push(node);
                }
                None => {
                    added += 1;
                    rows.insert((last, added), vec![node]);
                }
            }
        }
        let mut rows: Vec<Vec<usize>> = rows.into_values().collect();
        rows.iter_mut().for_each(|row| row.sort_by_key(|node| cell_of.get(node).copied()));
        let place = rows
            .iter()
            .enumerate()
            .flat_map(|(row, it)| it.iter().enumerate().map(move |(at, node)| (*node, (row, at))));
        let place = place.collect();
        let mut table = Self { known, rows, place, cell_of, numbers: Vec::new(), undrawn: BTreeMap::new() };
        table.numbers = table.numbered();
        table
    }

    /// Finds the ways that are not drawn; gives those that cannot be kept.
    fn find_undrawn(&mut self) -> Vec<Odd> {
        let Some(base) = self.known.base else { return Vec::new() };
        let is_numbered_anew = self.rows.iter().any(|row| self.base_step(row).is_none());
        let taken: &[u32] = if is_numbered_anew { &self.numbers } else { &[] };
        let (kept, lost) = undrawn(&base.sop, self.cell_of.values().copied(), taken);
        self.undrawn = kept;
        let span = self.known.pool.nodes.first().map(|it| it.span).unwrap_or_default();
        lost.into_iter().map(|text| Odd { text, span }).collect()
    }

    /// The numbers of the base; anew from 1 where a step was added.
    fn numbered(&self) -> Vec<u32> {
        let old = self.rows.iter().map(|row| Some(self.base_step(row)?.number));
        let old: Option<Vec<u32>> = old.collect();
        old.unwrap_or_else(|| (1..).take(self.rows.len()).collect())
    }

    fn base_row(&self, members: &[usize]) -> Option<usize> {
        members.first().and_then(|node| self.cell_of.get(node)).map(|cell| cell.0)
    }

    fn base_step(&self, members: &[usize]) -> Option<&'p Step> {
        self.known.base?.sop.steps.get(self.base_row(members)?)
    }

    /// The row as its base has it, but for what it is called where a node of it was renamed.
    fn step(&self, row: usize, members: &[usize]) -> Step {
        let number = self.numbers[row];
        let pool = self.known.pool;
        let Some((step, base)) = self.base_step(members).zip(self.known.base) else {
            let name = members.first().map(|node| pool.nodes[*node].name.trim().to_owned()).unwrap_or_default();
            let activity = if name.is_empty() { Field::Absent } else { Field::Known(nowhere(name)) };
            return Step { activity, ..Step::new(number) };
        };
        let is_renamed = |node: &&usize| {
            let drawn = &pool.nodes[**node];
            base.node(&drawn.id).is_some_and(|it| !same_words(&it.name, &drawn.name))
        };
        let mut step = Step { number, ..step.clone() };
        if let Some(node) = members.iter().find(is_renamed) {
            let name = pool.nodes[*node].name.trim().to_owned();
            step.activity = if name.is_empty() { Field::Blank(Place::NOWHERE) } else { Field::Known(nowhere(name)) };
        }
        step
    }

    fn cell(&self, at: CellAt, node: usize, onward: &[Onward], lanes: &[Option<ActorId>]) -> Cell {
        let pool = self.known.pool;
        let lane = if pool.lanes.is_empty() { Some(0) } else { pool.nodes[node].lane };
        let actor = lane.and_then(|lane| lanes.get(lane).cloned().flatten()).map(nowhere);
        let old =
            self.known.base.zip(self.cell_of.get(&node)).map(|(base, (row, at))| &base.sop.steps[*row].cells[*at]);
        let mut symbol = old.and_then(|cell| cell.symbol.clone());
        if old.is_none()
            && pool.nodes[node].kind != Some(NodeKind::Task)
            && onward.iter().all(|way| way.kind == Kind::Next)
        {
            symbol = Some(nowhere(Symbol::Process));
        }
        let mut cell = Cell { actor, symbol, ..Cell::default() };
        let undrawn = self.cell_of.get(&node).and_then(|at| self.undrawn.get(at));
        if let [only] = onward
            && undrawn.is_none()
            && self.is_implied(at, only, &cell)
        {
            return cell;
        }
        if onward.is_empty() && undrawn.is_none() && !self.is_last(at) && old.is_none_or(|old| old.symbol.is_none()) {
            cell.next.push(Way::from(nowhere(Target::End)));
        }
        for way in onward {
            let way = &self.as_meant(way);
            let on = self.way(way, lanes);
            match way.kind {
                Kind::Yes => cell.yes = Some(on),
                Kind::No => cell.no = Some(on),
                Kind::Case => cell.cases.push(Way { label: on.label.or_else(|| Some(nowhere(String::new()))), ..on }),
                Kind::Next => cell.next.push(on),
            }
        }
        if let Some(undrawn) = undrawn {
            undrawn.clone().put_into(&mut cell);
        }
        // What a decision does not say goes on to the next row by itself.
        let follows = cell.next.len() == 1 && cell.no.is_some() && cell.yes.is_none() && cell.cases.is_empty();
        if follows && onward.iter().any(|way| way.kind == Kind::Next && self.is_implied(at, way, &cell)) {
            cell.next.clear();
        }
        cell
    }

    fn is_last(&self, (row, at): CellAt) -> bool {
        row + 1 == self.rows.len() && at + 1 == self.rows[row].len()
    }

    /// The form says this way by the order of its cells alone.
    fn is_implied(&self, at: CellAt, way: &Onward, cell: &Cell) -> bool {
        if way.kind != Kind::Next || way.label.is_some() || self.was_written(way) {
            return false;
        }
        let is_capsule = cell.symbol.as_ref().is_some_and(|it| it.value == Symbol::End);
        match way.to {
            None => is_capsule || self.is_last(at) && cell.symbol.is_none(),
            Some(to) => {
                let (row, own) = at;
                let next = if own + 1 < self.rows[row].len() { (row, own + 1) } else { (row + 1, 0) };
                self.place.get(&to) == Some(&next) && !is_capsule
            }
        }
    }

    /// The arrow as the base means it: a decision of which only one way can be drawn has no gateway.
    fn as_meant(&self, way: &Onward<'p>) -> Onward<'p> {
        let flow = self.known.base.and_then(|base| base.flow(&way.flow.id));
        let flow = flow.filter(|flow| way.kind == Kind::Next && same_words(&flow.name, &way.flow.name));
        let (kind, usual) = match flow.and_then(|flow| flow.edge).map(|edge| edge.kind) {
            Some(EdgeKind::Yes) => (Kind::Yes, YES[0]),
            Some(EdgeKind::No) => (Kind::No, NO[0]),
            Some(EdgeKind::Case(_)) => (Kind::Case, ""),
            Some(EdgeKind::Next) | None => return way.clone(),
        };
        Onward { kind, label: way.label.filter(|label| label.trim() != usual), ..way.clone() }
    }

    /// The base says this arrow in so many words.
    fn was_written(&self, way: &Onward) -> bool {
        self.old_way(way).is_some()
    }

    /// What the base says of the arrow that this flow was.
    fn old_way(&self, way: &Onward) -> Option<&'p Way> {
        let base = self.known.base?;
        base.sop.way(&base.flow(&way.flow.id)?.edge?)
    }

    /// The target as the base spells it, where it still means the node that the flow leads to.
    fn old_target(&self, way: &Onward) -> Option<Target> {
        let base = self.known.base?;
        let edge = base.flow(&way.flow.id)?.edge?;
        let (row, _) = *self.place.get(&way.to?)?;
        let is_there = edge.to.is_some() && edge.to == self.cell_of.get(&way.to?).copied();
        let keeps_number = is_there && base.sop.steps.get(edge.to?.0)?.number == self.numbers[row];
        base.sop.way(&edge).filter(|_| keeps_number).map(|old| old.value.clone())
    }

    fn way(&self, onward: &Onward, lanes: &[Option<ActorId>]) -> Way {
        let target = self.old_target(onward).or_else(|| {
            onward.to.and_then(|node| Some((node, *self.place.get(&node)?))).map(|(node, (row, at))| {
                let number = self.numbers[row];
                let lane = self.known.pool.nodes[node].lane.and_then(|lane| lanes.get(lane).cloned().flatten());
                match lane {
                    Some(actor) if at > 0 => Target::Cell(number, actor),
                    _ => Target::Step(number),
                }
            })
        });
        let target = target.unwrap_or(Target::End);
        let old = self.old_way(onward);
        let label = onward.label.map(|label| nowhere(label.trim().to_owned()));
        Way { label, dashed: old.is_some_and(|old| old.dashed), ..Way::from(nowhere(target)) }
    }
}

/// The cells of the base that nodes stand for; of copies the first.
fn base_cells(nodes: &[usize], known: Known) -> BTreeMap<usize, CellAt> {
    let Some(base) = known.base else { return BTreeMap::new() };
    let tasks = base.process.nodes.iter().filter(|it| it.kind == NodeKind::Task);
    let mut cells: BTreeMap<&str, CellAt> = tasks.map(|it| (it.id.as_str(), it.cell)).collect();
    nodes.iter().filter_map(|node| Some((*node, cells.remove(known.pool.nodes[*node].id.as_str())?))).collect()
}

/// Work begins there too, though it is not the first cell.
fn mark_starts(steps: &mut [Step], table: &Table, starts: &[usize]) {
    for (row, at) in starts.iter().filter_map(|node| table.place.get(node)).filter(|place| **place != (0, 0)) {
        let cell = &mut steps[*row].cells[*at];
        if cell.symbol.is_none() && !cell.branches() {
            cell.symbol = Some(nowhere(Symbol::Start));
        }
    }
}
