//! One row of the procedure as cell texts: symbols with their branches in the actor columns, lists as bullets.

use super::Glyphs;
use super::flow::symbol as drawn_glyph;
use super::fold::Fold;
use super::widths;
use crate::model::{
    ActorId, Cell, ColumnRole, DocumentName, Edge, EdgeKind, Field, Sop, Sourced, Step, StepField, Symbol, Target,
};
use crate::plain::{plain, plain_lines};
use crate::render::told::said;
use crate::vocabulary::form_words::{DASHED_ARROW, FROM_ABOVE};
use unicode_width::UnicodeWidthStr;

/// What heads the columns.
pub(super) struct Labels {
    /// One for each actor column.
    pub heads: Vec<String>,
    /// The heads are letters, and other words are shortened too; they want a legend.
    are_letters: bool,
}

impl Labels {
    /// The names of the actors.
    pub fn names(sop: &Sop) -> Self {
        let heads = sop.actors.iter().map(|actor| plain(&actor.name.value).into_owned()).collect();
        Self { heads, are_letters: false }
    }

    /// A, B, C … in place of the names.
    pub fn letters(sop: &Sop) -> Self {
        Self { heads: (0..sop.actors.len()).map(letter).collect(), are_letters: true }
    }

    /// Nothing: the actors have no columns.
    pub fn none() -> Self {
        Self { heads: Vec::new(), are_letters: false }
    }

    /// What heads the notes.
    pub fn note(&self) -> &'static str {
        if self.are_letters { "Ket." } else { ColumnRole::Note.heading() }
    }
}

/// A to Z, then AA, AB …
fn letter(at: usize) -> String {
    let last = char::from(b'A' + u8::try_from(at % 26).unwrap_or(0));
    if at < 26 { last.to_string() } else { format!("{}{last}", letter(at / 26 - 1)) }
}

/// The texts of one row, from No to Keterangan, but for the columns that are folded.
pub(super) fn row(sop: &Sop, row: usize, labels: &Labels, glyphs: Glyphs, fold: Fold) -> Vec<String> {
    let Some(step) = sop.steps.get(row) else { return Vec::new() };
    let drawing = Drawing { sop, labels, glyphs };
    let activity = if fold.actors { bare(&step.activity) } else { drawing.activity(row, step) };
    let mut texts = vec![step.number.to_string(), activity];
    if !fold.actors {
        texts.extend(sop.actors.iter().enumerate().map(|(column, actor)| drawing.actor(row, column, &actor.id)));
    }
    let own = |field, text: String| if sop.goes_on(row, field) { from_above(glyphs) } else { text };
    if !fold.quality {
        texts.extend([
            own(StepField::Requirements, list(&step.requirements, glyphs)),
            own(StepField::Duration, bare(&step.duration)),
            own(StepField::Outputs, list(&step.outputs, glyphs)),
        ]);
    }
    texts.push(own(StepField::Note, bare(&step.note)));
    texts
}

/// What stands in a cell that goes on from the row above.
pub(super) fn from_above(glyphs: Glyphs) -> String {
    glyphs.pick(FROM_ABOVE, "^").to_owned()
}

/// What a field says; nothing where it says nothing.
pub(super) fn bare<T: std::fmt::Display>(field: &Field<Sourced<T>>) -> String {
    said(field).filter(|_| !field.is_silent()).map(|text| plain_lines(&text)).unwrap_or_default()
}

/// The documents of a cell.
pub(super) fn documents(field: &Field<Vec<Sourced<DocumentName>>>) -> Vec<String> {
    match field {
        Field::Absent | Field::Blank(_) => Vec::new(),
        Field::Dash(_) => vec!["-".to_owned()],
        Field::Unreadable(text) => vec![plain_lines(&text.value)],
        Field::Known(items) => items.iter().map(|it| plain_lines(&it.value.0)).collect(),
    }
}

/// Holds a bullet and the first word behind it on one line, until the table is drawn.
pub(super) const TIE: char = '\u{a0}';

/// Documents one a line, with bullets where there are several.
fn list(field: &Field<Vec<Sourced<DocumentName>>>, glyphs: Glyphs) -> String {
    let items = documents(field);
    if items.len() < 2 {
        return items.concat();
    }
    let bullet = glyphs.pick("•", "*");
    items.iter().map(|it| format!("{bullet}{TIE}{it}")).collect::<Vec<String>>().join("\n")
}

struct Drawing<'a> {
    sop: &'a Sop,
    labels: &'a Labels,
    glyphs: Glyphs,
}

impl Drawing<'_> {
    /// The activity; below it what no actor column can show: branches of nobody, symbols of actors without a column.
    fn activity(&self, row: usize, step: &Step) -> String {
        let mut text = bare(&step.activity);
        for (at, cell) in step.cells.iter().enumerate() {
            let owner = cell.actor.as_ref().map(|actor| &actor.value);
            let line = match owner {
                Some(id) if self.sop.actor(id).is_none() => format!("{}: {}", plain(&id.0), self.symbol(row, at, cell)),
                None if cell.symbol.is_some() || cell.leads_on() => {
                    format!("?: {}", self.symbol(row, at, cell))
                }
                _ => continue,
            };
            text.push('\n');
            text.push_str(&line);
        }
        text
    }

    /// The symbols of one actor in one row.
    fn actor(&self, row: usize, column: usize, id: &ActorId) -> String {
        let Some(step) = self.sop.steps.get(row) else { return String::new() };
        let is_mine =
            |actor: &Sourced<ActorId>| self.sop.actors.iter().position(|it| it.id == actor.value) == Some(column);
        let mut texts = Vec::new();
        for (at, cell) in step.cells.iter().enumerate() {
            if cell.actor.as_ref().is_some_and(is_mine) {
                let symbol = self.symbol(row, at, cell);
                texts.push(if self.needs_order(step) { format!("{}.{symbol}", at + 1) } else { symbol });
            }
        }
        if step.joint.iter().any(|actor| actor.value == *id) {
            texts.push("+".to_owned());
        }
        texts.join("\n")
    }

    /// The cells of the row do not simply go from left to right.
    fn needs_order(&self, step: &Step) -> bool {
        let columns: Vec<Option<usize>> =
            step.actors().map(|id| self.sop.actors.iter().position(|it| it.id == id.value)).collect();
        !columns.is_sorted()
    }

    /// The symbol, and where it leads when that is said.
    fn symbol(&self, row: usize, at: usize, cell: &Cell) -> String {
        let mut text = glyph(self.sop.symbol(row, at), self.glyphs).to_owned();
        let (yes, no) = if self.labels.are_letters { ("Y", "T") } else { ("ya", "tidak") };
        let branches = cell.yes.iter().map(|way| (yes, way)).chain(cell.no.iter().map(|way| (no, way)));
        for (usual, way) in branches.chain(cell.cases.iter().chain(&cell.next).map(|way| ("", way))) {
            let name = plain(way.words().unwrap_or(usual));
            text.push_str(&format!(" {name}{}{}", self.arrow(way.dashed), self.target(&way.value)));
        }
        text
    }

    fn arrow(&self, dashed: bool) -> &'static str {
        arrow(dashed, self.glyphs)
    }

    fn target(&self, target: &Target) -> String {
        match target {
            Target::Cell(number, id) if self.labels.are_letters => {
                let column = self.sop.actors.iter().position(|it| it.id == *id);
                let head = column.and_then(|at| self.labels.heads.get(at)).map_or(id.0.as_str(), String::as_str);
                format!("{number}.{head}")
            }
            other => plain(&other.to_string()).into_owned(),
        }
    }
}

fn arrow(dashed: bool, glyphs: Glyphs) -> &'static str {
    if dashed { glyphs.pick(DASHED_ARROW, "..>") } else { glyphs.pick("→", ">") }
}

fn glyph(symbol: Symbol, glyphs: Glyphs) -> &'static str {
    match symbol {
        Symbol::Start | Symbol::End => "()",
        Symbol::Process => glyphs.pick("□", "[]"),
        Symbol::Decision => glyphs.pick("◇", "<>"),
        Symbol::Document => glyphs.pick("▤", "[=]"),
    }
}

/// The arrows of a row that are told and not drawn, a line for each symbol: `ya → 7, tidak → 5`. Those told are in the order of
/// the cells they leave.
pub(super) fn told(sop: &Sop, row: usize, edges: &[Edge], glyphs: Glyphs) -> Vec<String> {
    let cells = sop.steps.get(row).map_or(0, |step| step.cells.len());
    let of_cell = |at: usize| {
        let first = edges.partition_point(|edge| edge.from < (row, at));
        let own = edges[first..].iter().take_while(|edge| edge.from == (row, at));
        let ways: Vec<String> = own.map(|edge| way(sop, edge, glyphs)).collect();
        (!ways.is_empty()).then(|| ways.join(", "))
    };
    (0..cells).filter_map(of_cell).collect()
}

fn way(sop: &Sop, edge: &Edge, glyphs: Glyphs) -> String {
    let usual = match edge.kind {
        EdgeKind::Next | EdgeKind::Case(_) => "",
        EdgeKind::Yes => "ya",
        EdgeKind::No => "tidak",
    };
    let word = sop.label(edge).unwrap_or(usual);
    let target = match edge.to.and_then(|(row, at)| Some((sop.steps.get(row)?, at))) {
        None => Target::End.to_string(),
        Some((step, at)) => match step.cells.get(at).and_then(|cell| cell.actor.as_ref()) {
            Some(actor) if step.cells.len() > 1 => format!("{} ({})", step.number, sop.actor_name(&actor.value)),
            _ => step.number.to_string(),
        },
    };
    format!("{} {} {}", plain(word), arrow(edge.dashed, glyphs), plain(&target)).trim_start().to_owned()
}

/// How a table shows where its symbols lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Key {
    /// In words.
    Worded,
    /// Behind each symbol.
    Told,
    /// By arrows.
    Drawn,
    /// By arrows whose branches are named by one letter.
    Lettered,
}

/// What stands between two symbols of the key.
const APART: &str = "   ";

/// What the letters and symbols mean, in lines of at most `width` columns.
pub(super) fn legend(sop: &Sop, labels: &Labels, (glyphs, key): (Glyphs, Key), width: usize) -> String {
    let mut lines = Vec::new();
    if key == Key::Worded {
        return String::new();
    }
    if labels.are_letters {
        for (head, actor) in labels.heads.iter().zip(&sop.actors) {
            let mark = format!("{head} = ");
            lines.extend(widths::fold(&format!("{mark}{}", plain(&actor.name.value)), width, mark.width()));
        }
    }
    let text = |symbol: Symbol| if key == Key::Told { glyph(symbol, glyphs) } else { drawn_glyph(symbol, glyphs) };
    let told = |symbol: Symbol, name: &str| format!("{} {name}", text(symbol));
    let mut symbols = match key {
        Key::Told => vec![told(Symbol::Start, "mulai/selesai")],
        _ => vec![told(Symbol::Start, "mulai"), told(Symbol::End, "selesai")],
    };
    symbols.extend([told(Symbol::Process, "proses"), told(Symbol::Decision, "keputusan")]);
    if sop.cells().any(|(row, at, _)| sop.symbol(row, at) == Symbol::Document) {
        symbols.push(told(Symbol::Document, "dokumen"));
    }
    let has_letters = key == Key::Lettered || (key == Key::Told && labels.are_letters);
    if has_letters && sop.cells().any(|(_, _, cell)| cell.branches()) {
        symbols.extend(["Y ya", "T tidak"].map(str::to_owned));
    }
    if sop.steps.iter().any(|step| !step.joint.is_empty()) {
        symbols.push("+ turut bersama".to_owned());
    }
    let mut line = String::new();
    for symbol in symbols {
        if !line.is_empty() && line.width() + APART.width() + symbol.width() > width {
            lines.push(std::mem::take(&mut line));
        } else if !line.is_empty() {
            line.push_str(APART);
        }
        line.push_str(&symbol);
    }
    lines.push(line);
    lines.iter().map(|line| format!("{line}\n")).collect()
}
