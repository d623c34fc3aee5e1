//! Actor columns and marks → the cells of each step.

use super::draft::Draft;
use super::mentions::Names;
use super::numbering::Numbering;
use super::table::{Lanes, Procedure};
use crate::document::Text;
use crate::grammar::folded;
use crate::grammar::leads::Lead;
use crate::grammar::marks::Marks;
use crate::model::{Actor, ActorId, ActorIds, Cell, Path, Sourced, Step, StepField, Symbol, Target, Way};
use crate::source::Place;
use crate::vocabulary::flow_words;
use crate::vocabulary::marks::{is_like_circle, is_symbol_letter, may_be_tick};
use crate::vocabulary::offices::{begins_office, told_by};
use std::collections::{HashMap, HashSet};

/// Confidence that the only arrow of a row stands in the column of its actor.
const LONE_ARROW: f64 = 0.7;

/// The actors that the columns name.
pub(super) fn name(draft: &mut Draft, procedure: &Procedure) {
    if procedure.columns.actor_names.is_none() {
        let mut ids = ActorIds::default();
        for (_, name) in &procedure.columns.lanes {
            add_actor(draft, &mut ids, name);
        }
    }
}

/// Fills the cells of each step from marks and names, but for those that were `told` already; returns the steps that have no
/// actor yet.
pub(super) fn fill(draft: &mut Draft, procedure: &Procedure, told: &[bool], numbering: &Numbering) -> Vec<usize> {
    if procedure.columns.actor_names.is_some() {
        draft.actors_named = true;
        named(draft, &procedure.lanes);
    } else {
        let actors: Vec<ActorId> = draft.sop.actors.iter().map(|actor| actor.id.clone()).collect();
        let mut letters = letters_of_ticks(&procedure.lanes);
        if letters.is_empty() {
            letters.extend(letter_of_circles(&procedure.lanes));
        }
        for (at, row) in procedure.lanes.iter().enumerate() {
            if told[at] {
                take_marks(draft, row);
            } else {
                marked(draft, &actors, (at, row), &letters);
            }
        }
    }
    let holders = Holders::of(draft);
    for (at, row) in procedure.lanes.iter().enumerate().filter(|(at, _)| !told[*at]) {
        for cell in &mut draft.sop.steps[at].cells {
            let ways = cell.yes.iter_mut().chain(&mut cell.no).chain(&mut cell.cases).chain(&mut cell.next);
            ways.for_each(|way| way.value = holders.known(numbering.target(at, &way.value)));
        }
        answer(draft, (at, row), (numbering, &holders));
    }
    (0..draft.sop.steps.len()).filter(|at| draft.sop.steps[*at].actors().next().is_none()).collect()
}

/// For each step its number and who has a cell behind the first.
struct Holders(HashSet<(u32, ActorId)>);

impl Holders {
    fn of(draft: &Draft) -> Self {
        let behind = |step: &Step| {
            let number = step.number;
            step.actors().skip(1).map(move |id| (number, id.value.clone())).collect::<Vec<_>>()
        };
        Self(draft.sop.steps.iter().flat_map(behind).collect())
    }

    /// The step alone, where its first cell, or none, is of the actor who is named behind the number.
    fn known(&self, target: Target) -> Target {
        match target {
            Target::Cell(number, actor) if !self.0.contains(&(number, actor.clone())) => Target::Step(number),
            target => target,
        }
    }
}

/// `↓ Ya` in the row below: the step decides, and goes on with the next where the answer is this one.
fn answer(draft: &mut Draft, (at, row): (usize, &Lanes), (numbering, holders): (&Numbering, &Holders)) {
    let next = draft.sop.steps.get(at + 1).map(|next| next.number);
    for text in &row.answers {
        let (place, marks): (Place, Marks) = (text.whole().into(), Marks::of(text.as_str()));
        let Some(cell) = draft.sop.steps[at].cells.last_mut().filter(|_| marks.has_branch()) else { continue };
        let (slot, named) = if marks.is_yes() { (&mut cell.yes, marks.yes) } else { (&mut cell.no, marks.no) };
        let target = || next.map_or(Target::End, Target::Step);
        slot.get_or_insert_with(|| {
            named.map_or_else(
                || Sourced::new(target(), place).into(),
                |named| way(&Lead { to: holders.known(numbering.target(at, &named.to)), ..named }, place),
            )
        });
        cell.symbol.get_or_insert_with(|| Sourced::new(Symbol::Decision, place));
    }
}

/// Adds an actor of that name.
fn add_actor(draft: &mut Draft, ids: &mut ActorIds, name: &Text) -> ActorId {
    let text = upright(folded(name.as_str()));
    let id = ids.give(&text);
    let lower = text.to_lowercase();
    let external = flow_words::EXTERNAL
        .iter()
        .any(|word| lower.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')));
    let name = Sourced::new(text, name.whole().into());
    draft.sop.actors.push(Actor { id: id.clone(), name, external });
    id
}

/// `S t a f`: a name that was written downwards, letter below letter.
fn upright(name: String) -> String {
    let lone = |word: &str| word.chars().count() == 1;
    let downwards = name.split(' ').count() >= LEAST_LETTERS && name.split(' ').all(lone);
    if downwards { name.replace(' ', "") } else { name }
}

/// Fewer letters are initials.
const LEAST_LETTERS: usize = 3;

/// One column holds the names: each new name is an actor, names joined by arrows act one after the other.
fn named(draft: &mut Draft, lanes: &[Lanes]) {
    let mut known: HashMap<String, ActorId> = HashMap::new();
    let mut ids = ActorIds::default();
    let whole = lanes.iter().flat_map(|row| in_turn(row.names.as_str())).filter(|name| !name.contains('\n'));
    let alone: HashSet<String> = whole.map(told_by).collect();
    for (at, row) in lanes.iter().enumerate() {
        draft.take(&row.names);
        let mut cells = Vec::new();
        for part in in_turn(row.names.as_str()).flat_map(|names| in_lines(names, &alone)) {
            for (place, name) in together(part, &alone).into_iter().enumerate() {
                let new = || add_actor(draft, &mut ids, &row.names.slice(name));
                let id = known.entry(told_by(name)).or_insert_with(new).clone();
                let actor = Sourced::new(id, row.names.place(name));
                if place == 0 {
                    cells.push(Cell { actor: Some(actor), ..Cell::default() });
                } else {
                    draft.sop.steps[at].joint.push(actor);
                }
            }
        }
        if !cells.is_empty() {
            draft.sop.steps[at].cells = cells;
        }
    }
}

/// The names of a cell that act one after the other.
fn in_turn(names: &str) -> impl Iterator<Item = &str> {
    names.split(['→', '⇒', '➔']).map(str::trim).filter(|part| part.chars().any(char::is_alphabetic))
}

/// The names in the lines of a cell; one name where only the width of the column broke it.
fn in_lines<'t>(part: &'t str, alone: &HashSet<String>) -> Vec<&'t str> {
    let lines: Vec<&str> = part.lines().map(str::trim).filter(|line| line.chars().any(char::is_alphabetic)).collect();
    let is_office = |line: &str| line.contains(char::is_whitespace) && begins_office(line);
    let is_outsider = |line: &str| flow_words::EXTERNAL.contains(&line.to_lowercase().as_str());
    let is_name = |line: &&str| alone.contains(&told_by(line)) || is_office(line) || is_outsider(line);
    if lines.iter().all(is_name) { lines } else { vec![part] }
}

/// `Kabid / PPL`: the names of those who act together, where each stands alone in a row of its own.
fn together<'t>(part: &'t str, alone: &HashSet<String>) -> Vec<&'t str> {
    let names: Vec<&str> = part.split([',', '/', '&']).flat_map(|it| it.split(" dan ")).map(str::trim).collect();
    let are_known = names.len() > 1 && names.iter().all(|name| !name.is_empty() && alone.contains(&told_by(name)));
    // `Lurah & Sekretaris Lurah`: two offices; behind a slash the second may be another name of the first.
    let are_offices = || names.len() > 1 && !part.contains(['/', ',']) && names.iter().all(|name| begins_office(name));
    if are_known || are_offices() { names } else { vec![part] }
}

/// The letter alone in all cells of actors that hold no known mark, in two rows or more and in most: a tick in the letters of another
/// font (`ü` of Wingdings), a circle (`O`), a count (`1`). Only of letters that show symbols in that font there may be several.
fn letters_of_ticks(lanes: &[Lanes]) -> Vec<char> {
    let mut letters: Vec<char> = Vec::new();
    let mut rows = 0;
    for row in lanes {
        let texts = row.cells.iter().map(|(_, text)| text.as_str().trim());
        let mut unknown = texts.filter(|text| !text.is_empty() && Marks::of(text).is_unknown()).peekable();
        rows += usize::from(unknown.peek().is_some());
        for text in unknown {
            let mut characters = text.chars();
            let (Some(found), None) = (characters.next(), characters.next()) else { return Vec::new() };
            if !letters.contains(&found) {
                letters.push(found);
            }
        }
    }
    let are_ticks = match letters.as_slice() {
        [one] => may_be_tick(*one),
        several => several.iter().all(|it| is_symbol_letter(*it)),
    };
    if are_ticks && rows >= 2 && rows * 2 > lanes.len() { letters } else { Vec::new() }
}

/// A circle read as the letter like it: all that is unknown in cells of actors, in rows without other symbols, of a table that has
/// symbols.
fn letter_of_circles(lanes: &[Lanes]) -> Option<char> {
    let mut letter = None;
    let mut drawn = false;
    for row in lanes {
        let marks = row.cells.iter().map(|(_, text)| (text.as_str().trim(), Marks::of(text.as_str())));
        let (unknown, known): (Vec<_>, Vec<_>) =
            marks.partition(|(text, marks)| !text.is_empty() && marks.is_unknown());
        let shows = known.iter().any(|(_, marks)| marks.symbol().is_some());
        drawn |= shows;
        let [] = &unknown[..] else {
            let [(text, _)] = &unknown[..] else { return None };
            let mut characters = text.chars();
            let (Some(found), None) = (characters.next(), characters.next()) else { return None };
            if shows || !is_like_circle(found) || *letter.get_or_insert(found) != found {
                return None;
            }
            continue;
        };
    }
    letter.filter(|_| drawn)
}

/// Marks in the cells of a row whose symbols are drawn say nothing more.
fn take_marks(draft: &mut Draft, row: &Lanes) {
    let texts = row.cells.iter().map(|(_, text)| text).chain(&row.strays);
    texts.filter(|text| !Marks::of(text.as_str()).is_text()).for_each(|text| draft.take(text));
}

/// The symbols in the lanes of one row.
fn marked(draft: &mut Draft, actors: &[ActorId], (at, row): (usize, &Lanes), letters: &[char]) {
    // What stands in a lane that nobody's name heads is told as unused text.
    let named = row.cells.iter().filter(|(lane, _)| *lane < actors.len());
    let is_letter = |text: &Text| letters.iter().any(|letter| text.as_str().trim().chars().eq([*letter]));
    let read: Vec<(usize, &Text, Marks)> = named
        .map(|(lane, text)| (*lane, text, if is_letter(text) { Marks::tick() } else { Marks::of(text.as_str()) }))
        .collect();
    for (_, text, _) in read.iter().filter(|(_, text, _)| is_letter(text)) {
        let reason = format!("`{}` dibaca sebagai tanda pelaksana", text.as_str().trim());
        draft.repaired(Path::field(draft.sop.steps[at].number, StepField::Actors), reason, Some(text.whole()));
    }
    for (_, text, marks) in &read {
        if !marks.is_text() {
            draft.take(text);
        }
    }
    for text in &row.strays {
        let marks = Marks::of(text.as_str());
        if !marks.is_text() && !marks.is_present() {
            draft.take(text);
        }
    }
    let present: Vec<&(usize, &Text, Marks)> = read.iter().filter(|(.., marks)| marks.is_present()).collect();
    let branched: Vec<&(usize, &Text, Marks)> = read.iter().filter(|(.., marks)| marks.has_branch()).collect();
    let number = draft.sop.steps[at].number;
    if present.is_empty() {
        let arrows: Vec<&(usize, &Text, Marks)> = read.iter().filter(|(.., marks)| marks.is_arrow()).collect();
        if let ([(lane, text, _)], true) = (&arrows[..], read.len() == 1) {
            let reason = "satu-satunya panah pada baris ini";
            if let Some(actor) = actors.get(*lane) {
                draft.inferred(Path::field(number, StepField::Actors), LONE_ARROW, reason, Some(text.whole()));
                draft.sop.steps[at].cells = vec![cell(actor, text)];
            }
        }
        return;
    }
    let (along, acting): (Vec<&(usize, &Text, Marks)>, Vec<_>) = present.into_iter().partition(|it| it.2.is_along());
    // Who acts along with nobody acts.
    let (along, acting) = if acting.is_empty() { (acting, along) } else { (along, acting) };
    let mut cells: Vec<Cell> =
        acting.iter().filter_map(|(lane, text, marks)| Some(symbol_cell(actors.get(*lane)?, text, marks))).collect();
    if cells.is_empty() {
        return;
    }
    let joint =
        along.iter().filter_map(|(lane, text, _)| Some(Sourced::new(actors.get(*lane)?.clone(), text.whole().into())));
    draft.sop.steps[at].joint = joint.collect();
    decide(&mut cells, &branched);
    refuse(draft, at, actors, &read);
    order(draft, at, &mut cells);
    draft.sop.steps[at].cells = cells;
    split_joint(&mut draft.sop.steps[at]);
}

fn cell(actor: &ActorId, text: &Text) -> Cell {
    Cell { actor: Some(Sourced::new(actor.clone(), text.whole().into())), ..Cell::default() }
}

fn symbol_cell(actor: &ActorId, text: &Text, marks: &Marks) -> Cell {
    let place: Place = text.whole().into();
    let ways = |leads: &[Lead]| leads.iter().map(|lead| way(lead, place)).collect();
    Cell {
        symbol: marks.symbol().map(|symbol| Sourced::new(symbol, place)),
        yes: marks.yes.as_ref().map(|lead| way(lead, place)),
        no: marks.no.as_ref().map(|lead| way(lead, place)),
        cases: ways(&marks.cases),
        next: ways(&marks.next),
        ..cell(actor, text)
    }
}

fn way(lead: &Lead, place: Place) -> Way {
    let label = lead.words.clone().map(|words| Sourced::new(words, place));
    Way { label, dashed: lead.dashed, ..Way::from(Sourced::new(lead.to.clone(), place)) }
}

/// `Ya` and `Tidak` beside the symbols of a row make its only box, or its diamond, the decision; beside `Mulai` or `Selesai` they
/// are the answers of another row.
fn decide(cells: &mut [Cell], branched: &[&(usize, &Text, Marks)]) {
    let yes = branched.iter().find_map(|it| it.2.yes.as_ref());
    let no = branched.iter().find_map(|it| it.2.no.as_ref());
    if branched.is_empty() {
        return;
    }
    let decision = cells.iter().position(|cell| symbol_of(cell) == Some(Symbol::Decision));
    let is_box = |cell: &Cell| !matches!(symbol_of(cell), Some(Symbol::Start | Symbol::End));
    let Some(at) = decision.or_else(|| (cells.len() == 1 && is_box(&cells[0])).then_some(0)) else { return };
    let place = branched[0].1.whole();
    let cell = &mut cells[at];
    cell.symbol = Some(Sourced::at(Symbol::Decision, place));
    cell.yes = cell.yes.take().or_else(|| yes.map(|lead| way(lead, place.into())));
    cell.no = cell.no.take().or_else(|| no.map(|lead| way(lead, place.into())));
}

/// `Tidak ←` in the column of another actor, beside the symbol of the row and alone there: the work goes back to him.
fn refuse(draft: &mut Draft, at: usize, actors: &[ActorId], read: &[(usize, &Text, Marks)]) {
    let [(one, _, first), (other, _, second)] = read else { return };
    let leads = |marks: &Marks| marks.leads_back() && !marks.is_present() && marks.no.is_none();
    let lane = match (leads(first), leads(second)) {
        (true, false) if second.is_present() => *one,
        (false, true) if first.is_present() => *other,
        _ => return,
    };
    if let Some(actor) = actors.get(lane) {
        draft.refusals.insert(at, actor.clone());
    }
}

fn symbol_of(cell: &Cell) -> Option<Symbol> {
    cell.symbol.as_ref().map(|symbol| symbol.value)
}

/// The order of the flow: the start first, the end last; before a decision its box; else who acted last goes on, then left to right.
fn order(draft: &Draft, at: usize, cells: &mut [Cell]) {
    let last =
        at.checked_sub(1).and_then(|before| draft.sop.steps[before].cells.last()).and_then(|it| it.actor.clone());
    cells.sort_by_key(|cell| match symbol_of(cell) {
        Some(Symbol::Start) => 0,
        Some(Symbol::End) => 4,
        Some(Symbol::Decision) => 3,
        _ if cell.actor.is_some() && cell.actor.as_ref().map(|it| &it.value) == last.as_ref().map(|it| &it.value) => 1,
        _ => 2,
    });
}

/// A meeting: three or more boxes in a row of joint work are one act of many.
fn split_joint(step: &mut Step) {
    let plain = step.cells.iter().all(|cell| matches!(symbol_of(cell), None | Some(Symbol::Process)));
    let meets = || {
        let text = step.activity.value().map(|it| it.to_lowercase()).unwrap_or_default();
        flow_words::MEETING.iter().any(|it| text.contains(it))
    };
    if step.cells.len() >= 2 && plain && meets() {
        let rest = step.cells.split_off(1);
        step.joint.extend(rest.into_iter().filter_map(|cell| cell.actor));
    }
}

/// Under which names the actors are mentioned, for inference.
pub(super) fn names(draft: &Draft) -> Names {
    let mut names = Names::of(draft.sop.actors.iter().map(|actor| actor.name.value.as_str()));
    draft.initials.iter().for_each(|(actor, short)| names.also(*actor, short));
    names
}
