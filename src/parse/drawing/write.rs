//! Nodes and arrows → cells, symbols and targets of the steps.

use super::nodes::Node;
use super::{Answer, Arrow, Flow};
use crate::document::drawing::ShapeKind;
use crate::model::{ActorId, Cell, Drawn, Path, Sourced, StepField, Symbol, Target, TroubleKind, Way};
use crate::parse::draft::Draft;
use crate::source::Span;

/// How sure it is that work goes on with the next row where no arrow leaves a symbol.
const UNLED: f64 = 0.6;

/// How sure it is that a picture which nothing leaves is the end.
const PICTURED_END: f64 = 0.7;

/// Where each node ends up: the step and the cell in it, both from 0.
type Seats = Vec<Option<Seat>>;

/// A node in the model.
#[derive(Clone, Copy, PartialEq)]
enum Seat {
    /// A cell of a step.
    Cell(usize, usize),
    /// The end of the flow, drawn beside the symbol it ends.
    End,
}

/// Writes the flow into the draft; says in `told` which steps it told the actors of.
pub(super) fn write(draft: &mut Draft, mut flow: Flow, told: &mut [bool]) {
    let actors: Vec<ActorId> = draft.sop.actors.iter().map(|actor| actor.id.clone()).collect();
    let mut seats: Seats = vec![None; flow.nodes.len()];
    let rows = told.len();
    for (step, told) in told.iter_mut().enumerate() {
        let mut nodes = symbols_of(&mut flow, step);
        ends_beside(&flow, &mut nodes, (&mut seats, step + 1 < rows));
        let joint = acting_along(&flow, &mut nodes);
        in_order(&flow, &mut nodes);
        let cells: Vec<Cell> = nodes.iter().filter_map(|at| cell(&flow, *at, &actors, draft.sop.steps.len())).collect();
        if cells.is_empty() || cells.len() != nodes.len() {
            continue;
        }
        nodes.iter().enumerate().for_each(|(cell, node)| seats[*node] = Some(Seat::Cell(step, cell)));
        draft.sop.steps[step].cells = cells;
        let taking_part =
            |at: usize| Some(Sourced::at(actors.get(flow.nodes[at].seat?.1)?.clone(), flow.nodes[at].span));
        draft.sop.steps[step].joint = joint.into_iter().filter_map(taking_part).collect();
        *told = true;
    }
    for node in 0..flow.nodes.len() {
        if let Some(Seat::Cell(step, cell)) = seats[node] {
            lead_on(draft, &flow, &seats, node, (step, cell));
        }
    }
    for (drawn, text, span) in flow.strange {
        draft.trouble(TroubleKind::UnreadDrawing(drawn, text), Some(span));
    }
}

/// The nodes that are symbols of this step. A sheet that hangs on an arrow or lies beside a symbol is none, and is told.
fn symbols_of(flow: &mut Flow, step: usize) -> Vec<usize> {
    let here: Vec<usize> = (0..flow.nodes.len())
        .filter(|at| flow.nodes[*at].seat.is_some_and(|seat| seat.0 == step) && !flow.nodes[*at].is_passage())
        .collect();
    let is_certain = |flow: &Flow, at: usize| {
        let node = &flow.nodes[at];
        matches!(node.kind, ShapeKind::Process | ShapeKind::Decision | ShapeKind::Terminator | ShapeKind::Junction)
    };
    let linked =
        |flow: &Flow, at: usize| flow.is_led(at) || flow.joint.iter().any(|(one, other)| *one == at || *other == at);
    let mut symbols = Vec::new();
    for at in here.iter().copied() {
        let beside =
            |other: &usize| *other != at && is_certain(flow, *other) && flow.nodes[*other].seat == flow.nodes[at].seat;
        if is_certain(flow, at) || (linked(flow, at) && !here.iter().any(beside)) {
            symbols.push(at);
        } else {
            flow.strange_node(at);
        }
    }
    symbols
}

/// A capsule in the column of the symbol that leads to it is the end itself, not one more act; so is one of the same row that
/// only branches of decisions, or one of several ways that work takes at once, lead to, or that says so while rows follow.
fn ends_beside(flow: &Flow, nodes: &mut Vec<usize>, (seats, rows_follow): (&mut Seats, bool)) {
    let parts = |from: usize| flow.arrows.iter().filter(|arrow| arrow.from == from).nth(1).is_some();
    let is_end = |at: usize| {
        let node = &flow.nodes[at];
        let leaves = flow.arrows.iter().any(|arrow| arrow.from == at);
        let says_end = rows_follow && node.symbol_said() == Some(Symbol::End);
        let mut into = flow.arrows.iter().filter(|arrow| arrow.to == at).peekable();
        node.kind == ShapeKind::Terminator
            && !leaves
            && into.peek().is_some()
            && into.all(|arrow| {
                let from = flow.nodes[arrow.from].seat;
                let in_row = from.map(|it| it.0) == node.seat.map(|it| it.0);
                from == node.seat || (in_row && (arrow.answer.is_some() || parts(arrow.from) || says_end))
            })
    };
    nodes.retain(|at| {
        let end = is_end(*at);
        if end {
            seats[*at] = Some(Seat::End);
        }
        !end
    });
}

/// Takes out those that only act along with another one of the row: joined by lines without heads, with no arrow of their own.
fn acting_along(flow: &Flow, nodes: &mut Vec<usize>) -> Vec<usize> {
    let mut along = Vec::new();
    let mut seen: Vec<usize> = Vec::new();
    for start in nodes.iter().copied() {
        if seen.contains(&start) {
            continue;
        }
        let group = joined_with(flow, start, nodes);
        seen.extend(&group);
        // Where no arrow meets any of them, the first one acts and the others along with him.
        let leader = if group.iter().any(|at| flow.is_led(*at)) { None } else { group.first().copied() };
        along.extend(group.iter().copied().filter(|at| !flow.is_led(*at) && Some(*at) != leader && group.len() > 1));
    }
    nodes.retain(|at| !along.contains(at));
    along.sort_by(|one, other| flow.nodes[*one].frame.left.total_cmp(&flow.nodes[*other].frame.left));
    along
}

/// A node of the row and all that lines without heads join it with, near or far, from the left.
fn joined_with(flow: &Flow, start: usize, nodes: &[usize]) -> Vec<usize> {
    let mut group = vec![start];
    let mut at = 0;
    while at < group.len() {
        for (one, other) in &flow.joint {
            let met = if *one == group[at] { *other } else { *one };
            if (*one == group[at] || *other == group[at]) && nodes.contains(&met) && !group.contains(&met) {
                group.push(met);
            }
        }
        at += 1;
    }
    group.sort_by(|one, other| flow.nodes[*one].frame.left.total_cmp(&flow.nodes[*other].frame.left));
    group
}

/// The order of the flow: downwards, level by level; on one level first what the row begins with, for an earlier row leads there,
/// and what an arrow leads to after what it leaves; else from the left.
fn in_order(flow: &Flow, nodes: &mut Vec<usize>) {
    nodes.sort_by(|one, other| {
        let (one, other) = (flow.nodes[*one].frame, flow.nodes[*other].frame);
        one.top.total_cmp(&other.top).then(one.left.total_cmp(&other.left))
    });
    let step = |at: usize| flow.nodes[at].seat.map(|seat| seat.0);
    let begins = |at: usize| flow.arrows.iter().any(|arrow| arrow.to == at && step(arrow.from) < step(at));
    let mut rest = std::mem::take(nodes);
    while !rest.is_empty() {
        let bottom = rest.iter().map(|at| flow.nodes[*at].frame.bottom).fold(f32::INFINITY, f32::min);
        let count = rest.iter().take_while(|at| flow.nodes[**at].frame.centre().y < bottom).count().max(1);
        let mut level: Vec<usize> = rest.drain(..count).collect();
        level.sort_by(|one, other| {
            let left = |at: usize| flow.nodes[at].frame.left;
            begins(*other).cmp(&begins(*one)).then(left(*one).total_cmp(&left(*other)))
        });
        while !level.is_empty() {
            let waits = |at: usize, counts: fn(Option<Answer>) -> bool| {
                // A branch back to what the row begins with does not come before it.
                let before = |arrow: &Arrow| arrow.answer.is_none() || begins(arrow.from) || !begins(at);
                let near = |from: usize| from != at && level.contains(&from);
                let into = |it: &Arrow| it.to == at && counts(it.answer) && near(it.from) && before(it);
                flow.arrows.iter().any(into)
            };
            let free = |counts| level.iter().position(|at| !waits(*at, counts));
            // Of arrows in a circle the one that is no branch leads on.
            let next =
                free(|answer| answer != Some(Answer::No)).or_else(|| free(|answer| answer.is_none())).unwrap_or(0);
            nodes.push(level.remove(next));
        }
    }
}

fn cell(flow: &Flow, at: usize, actors: &[ActorId], steps: usize) -> Option<Cell> {
    let node = &flow.nodes[at];
    let (step, lane) = node.seat?;
    let actor = Some(Sourced::at(actors.get(lane)?.clone(), node.span));
    let symbol = symbol(flow, at, node, (step, steps)).map(|symbol| Sourced::at(symbol, node.span));
    Some(Cell { actor, symbol, ..Cell::default() })
}

/// Which symbol the shape is, from its kind, its words, and how the flow meets it.
fn symbol(flow: &Flow, at: usize, node: &Node, (step, steps): (usize, usize)) -> Option<Symbol> {
    let enters = flow.arrows.iter().any(|arrow| arrow.to == at);
    let leaves = flow.arrows.iter().any(|arrow| arrow.from == at);
    match node.kind {
        ShapeKind::Decision => Some(Symbol::Decision),
        ShapeKind::Terminator | ShapeKind::Junction => Some(match (node.symbol_said(), enters, leaves) {
            (Some(said @ (Symbol::Start | Symbol::End)), ..) => said,
            (_, false, true) => Symbol::Start,
            // Work may come back to where it began.
            (_, true, true) if step == 0 => Symbol::Start,
            (_, true, false) => Symbol::End,
            (_, false, false) if step == 0 => Symbol::Start,
            (_, false, false) if step + 1 == steps => Symbol::End,
            // Rounded boxes are drawn for plain work, too.
            _ => Symbol::Process,
        }),
        ShapeKind::Picture => None,
        ShapeKind::Document => Some(Symbol::Document),
        _ => Some(Symbol::Process),
    }
}

/// Writes the ways on from one cell.
fn lead_on(draft: &mut Draft, flow: &Flow, seats: &Seats, node: usize, at: (usize, usize)) {
    let mut plain: Vec<(Target, &Arrow)> = Vec::new();
    let mut doubts: Vec<(StepField, &Arrow)> = Vec::new();
    for arrow in flow.arrows.iter().filter(|arrow| arrow.from == node) {
        let Some(target) = target(draft, seats[arrow.to]) else { continue };
        let cell = &mut draft.sop.steps[at.0].cells[at.1];
        let (field, slot) = match arrow.answer {
            Some(Answer::Yes) => (StepField::Yes, &mut cell.yes),
            Some(Answer::No) => (StepField::No, &mut cell.no),
            Some(Answer::Case) => {
                cell.cases.push(way(target, arrow));
                doubts.push((StepField::Cases, arrow));
                continue;
            }
            None => {
                plain.push((target, arrow));
                continue;
            }
        };
        if slot.is_none() {
            *slot = Some(way(target, arrow));
            doubts.push((field, arrow));
        }
    }
    if plain.len() > 1 && flow.nodes[node].kind == ShapeKind::Decision {
        unanswered(draft, &plain, flow.nodes[node].span, at);
    }
    if !is_default(draft, seats, &plain, at) {
        let next = plain.iter().map(|(target, arrow)| way(target.clone(), arrow)).collect();
        draft.sop.steps[at.0].cells[at.1].next = next;
    }
    doubts.extend(plain.iter().map(|(_, arrow)| (StepField::Next, *arrow)));
    for (field, arrow) in doubts {
        if let Some((confidence, reason)) = &arrow.doubt {
            draft.inferred(path(draft, at, field), *confidence, reason.clone(), Some(arrow.span));
        }
    }
    if !flow.arrows.iter().any(|arrow| arrow.from == node) {
        unled(draft, flow, &flow.nodes[node], at);
    }
}

fn way(target: Target, arrow: &Arrow) -> Way {
    Way { label: arrow.label.clone(), dashed: arrow.is_dashed, ..Way::from(Sourced::at(target, arrow.span)) }
}

/// Several ways leave a diamond, and no words say which is which: they are written as they are drawn, and the question is told.
fn unanswered(draft: &mut Draft, plain: &[(Target, &Arrow)], span: Span, at: (usize, usize)) {
    let ways: Vec<String> = plain.iter().map(|(target, _)| target.to_string()).collect();
    let reason = format!("{} garis keluar tanpa tulisan Ya atau Tidak; calon: {}", ways.len(), ways.join(", "));
    let path = path(draft, at, StepField::Yes);
    draft.unreadable(path, Some(reason), Some(span));
}

/// No arrow leaves this symbol, and it is no end: that work goes on with the next row is only the order of the table.
///
/// Where all lines were understood and only a picture is met that nothing leaves, the picture is the capsule of the end.
fn unled(draft: &mut Draft, flow: &Flow, node: &Node, at: (usize, usize)) {
    let last = at.0 + 1 == draft.sop.steps.len() && at.1 + 1 == draft.sop.steps[at.0].cells.len();
    let span = node.span;
    if last || draft.sop.symbol(at.0, at.1) == Symbol::End {
        return;
    }
    if node.kind == ShapeKind::Picture && !flow.strange.iter().any(|(drawn, ..)| *drawn == Drawn::Line) {
        draft.sop.steps[at.0].cells[at.1].symbol = Some(Sourced::at(Symbol::End, span));
        let reason = "gambar tanpa garis keluar, sedang garis lainnya terbaca semua";
        draft.inferred(path(draft, at, StepField::Symbol), PICTURED_END, reason, Some(span));
    } else {
        let reason = "tidak ada panah keluar dari lambang ini; menurut urutan langkah";
        draft.inferred(path(draft, at, StepField::Next), UNLED, reason, Some(span));
    }
}

/// The path of a field of one cell.
fn path(draft: &Draft, at: (usize, usize), field: StepField) -> Path {
    let step = &draft.sop.steps[at.0];
    match step.cells.len() {
        1 => Path::field(step.number, field),
        _ => Path::field(step.number, StepField::Actors).item(at.1 + 1).key(field.key()),
    }
}

/// A node as a target: a step by its number where it is its first cell.
fn target(draft: &Draft, seat: Option<Seat>) -> Option<Target> {
    match seat? {
        Seat::End => Some(Target::End),
        Seat::Cell(step, cell) => {
            let step = &draft.sop.steps[step];
            match cell {
                0 => Some(Target::Step(step.number)),
                _ => Some(Target::Cell(step.number, step.cells[cell].actor.as_ref()?.value.clone())),
            }
        }
    }
}

/// One way on, to the next cell or row: the format leaves it out.
fn is_default(draft: &Draft, seats: &Seats, plain: &[(Target, &Arrow)], at: (usize, usize)) -> bool {
    let step = &draft.sop.steps[at.0];
    let next = if at.1 + 1 < step.cells.len() { Seat::Cell(at.0, at.1 + 1) } else { Seat::Cell(at.0 + 1, 0) };
    match plain {
        [] => true,
        [(_, arrow)] => {
            let cell = &step.cells[at.1];
            seats[arrow.to] == Some(next) && cell.yes.is_none() && cell.cases.is_empty() && !arrow.is_dashed
        }
        _ => false,
    }
}
