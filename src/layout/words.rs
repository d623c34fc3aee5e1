//! Values → the words printed for them. What is not known is nothing, and what could not be read stands as written.

use super::draw::{Page, Place, Shape};
use crate::model::{CellAt, Date, Edge, EdgeKind, Field, SectionKind, Signatory, Sop, Sourced, Step, Symbol};
use crate::vocabulary::form_words::symbol_word;
use crate::vocabulary::months::MONTHS;
use std::fmt::Display;

/// A date as people write it: `1 Juli 2023`, `Juli 2023`, `2023`; as written where the source could not be said so.
pub fn date_words(date: &Date) -> String {
    if let Some(spelling) = &date.spelling {
        return spelling.clone();
    }
    let parts =
        [date.day.map(|day| day.to_string()), date.month.map(month_word), date.year.map(|year| year.to_string())];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn month_word(month: u8) -> String {
    let spelling = MONTHS.iter().find(|(_, number)| *number == month).map(|(spelling, _)| *spelling);
    match spelling.and_then(|word| word.chars().next().map(|first| (first, word))) {
        Some((first, word)) => first.to_uppercase().chain(word.chars().skip(1)).collect(),
        None => month.to_string(),
    }
}

/// One value of the form.
pub(super) fn field<T>(field: &Field<Sourced<T>>, words: impl Fn(&T) -> String) -> String {
    match field {
        Field::Absent | Field::Blank(_) => String::new(),
        Field::Dash(_) => "-".to_owned(),
        Field::Unreadable(text) => text.value.clone(),
        Field::Known(value) => words(&value.value),
    }
}

/// The items of a list of the form; a list that could not be read is one item.
pub fn items<T: Display>(field: &Field<Vec<Sourced<T>>>) -> Vec<String> {
    match field {
        Field::Absent | Field::Blank(_) => Vec::new(),
        Field::Dash(_) => vec!["-".to_owned()],
        Field::Unreadable(text) => vec![text.value.clone()],
        Field::Known(items) => items.iter().map(|item| item.value.to_string()).collect(),
    }
}

/// The items of one of the six sections.
pub fn section(sop: &Sop, kind: SectionKind) -> Vec<String> {
    sop.section(kind).map_or_else(|| items(&sop.legal_basis), items)
}

/// One item of a section, counted from 0.
pub(super) fn section_item(sop: &Sop, kind: SectionKind, at: usize) -> Option<String> {
    sop.section(kind).map_or_else(|| item(&sop.legal_basis, at), |list| item(list, at))
}

fn item<T: Display>(field: &Field<Vec<Sourced<T>>>, at: usize) -> Option<String> {
    match field {
        Field::Known(items) => items.get(at).map(|item| item.value.to_string()),
        _ => items(field).into_iter().nth(at),
    }
}

/// The name of the SOP, empty where it is not known.
pub(super) fn title(sop: &Sop) -> String {
    field(&sop.identity.title, String::clone)
}

/// The number of the SOP, empty where it is not known.
pub(super) fn number(sop: &Sop) -> String {
    field(&sop.identity.number, ToString::to_string)
}

/// Pangkat with golongan: `Pembina Tingkat I (IV/b)`.
pub(super) fn rank(signatory: &Signatory) -> String {
    match (&signatory.rank, &signatory.grade) {
        (Some(rank), Some(grade)) => format!("{} ({})", rank.value, grade.value),
        (Some(one), None) | (None, Some(one)) => one.value.clone(),
        (None, None) => String::new(),
    }
}

/// The flow told step by step, one sentence each: `langkah 6, Sekretaris, keputusan; ya ke 7, tidak ke 5`.
pub fn account(sop: &Sop) -> Vec<String> {
    let narrator = Narrator::of(sop);
    sop.steps.iter().enumerate().map(|(row, step)| narrator.step(row, step)).collect()
}

/// Tells the flow in words.
pub(super) struct Narrator<'a> {
    sop: &'a Sop,
    /// In the order of the cells they leave.
    edges: Vec<Edge>,
    /// The arrows by the cell they reach, from first to last.
    reaching: Vec<(CellAt, CellAt)>,
}

impl<'a> Narrator<'a> {
    pub fn of(sop: &'a Sop) -> Self {
        let edges = sop.edges();
        let mut reaching: Vec<(CellAt, CellAt)> = edges.iter().filter_map(|it| Some((it.to?, it.from))).collect();
        reaching.sort_by_key(|(to, _)| *to);
        Self { sop, edges, reaching }
    }

    fn step(&self, row: usize, step: &Step) -> String {
        let mut clauses: Vec<String> = (0..step.cells.len())
            .filter_map(|at| self.clause((row, at), |edge| edge.to != Some((row, at + 1))))
            .collect();
        if clauses.is_empty() {
            clauses.push("pelaksana tidak disebut".to_owned());
        }
        let joint: Vec<_> = step.joint.iter().map(|actor| self.sop.actor_name(&actor.value)).collect();
        let together = if joint.is_empty() { String::new() } else { format!("; bersama {}", joint.join(", ")) };
        format!("langkah {}, {}{together}", step.number, clauses.join("; lalu "))
    }

    /// One symbol: `langkah 6, Sekretaris, keputusan; ya ke 7, tidak ke 5`.
    pub fn cell(&self, (row, at): CellAt) -> String {
        let clause = self.clause((row, at), |_| true).unwrap_or_default();
        format!("langkah {}, {clause}", self.number(row))
    }

    /// Who takes part in an act without passing it on; actors are counted from 0.
    pub fn joint(&self, row: usize, actor: usize) -> String {
        let name = self.sop.actors.get(actor).map_or("", |actor| actor.name.value.as_str());
        format!("langkah {}, {name}, bersama", self.number(row))
    }

    /// `selesai` as a target.
    pub fn end(&self) -> String {
        symbol_word(Symbol::End).to_owned()
    }

    /// A pentagon that work leaves by; pages are counted from 1.
    pub fn goes_on(&self, to: CellAt, page: Option<usize>) -> String {
        format!("lanjut ke {}{}", cell_words(self.sop, to), on_page(page))
    }

    /// A pentagon that work comes in by.
    pub fn comes_from(&self, from: CellAt, page: Option<usize>) -> String {
        format!("dari {}{}", cell_words(self.sop, from), on_page(page))
    }

    /// The cells that hand work on to that one.
    pub fn sources(&self, to: CellAt) -> impl Iterator<Item = CellAt> {
        let first = self.reaching.partition_point(|(it, _)| *it < to);
        self.reaching[first..].iter().take_while(move |(it, _)| *it == to).map(|(_, from)| *from)
    }

    fn number(&self, row: usize) -> String {
        self.sop.steps.get(row).map_or(String::new(), |step| step.number.to_string())
    }

    /// Who does what, and those of the ways on that are asked for; none where nobody is said to do it.
    fn clause(&self, at: CellAt, asked: impl Fn(&Edge) -> bool) -> Option<String> {
        let cell = self.sop.steps.get(at.0)?.cells.get(at.1)?;
        let actor = cell.actor.as_ref()?;
        let along = |edge: &&Edge| edge.kind != EdgeKind::Next || asked(edge);
        let ways = leaving(&self.edges, at).filter(along).map(|edge| way(self.sop, edge));
        let ways = ways.collect::<Vec<_>>().join(", ");
        let here = format!("{}, {}", self.sop.actor_name(&actor.value), symbol_word(self.sop.symbol(at.0, at.1)));
        Some(if ways.is_empty() { here } else { format!("{here}; {ways}") })
    }
}

/// The arrows that leave a cell; all are in the order of the cells they leave.
fn leaving(edges: &[Edge], at: CellAt) -> impl Iterator<Item = &Edge> {
    let first = edges.partition_point(|edge| edge.from < at);
    edges[first..].iter().take_while(move |edge| edge.from == at)
}

fn on_page(page: Option<usize>) -> String {
    page.map_or(String::new(), |page| format!(", halaman {page}"))
}

/// Says in words what each symbol of the pages is.
pub(super) fn add_accounts(sop: &Sop, pages: &mut [Page]) {
    let edges = sop.edges();
    for page in pages {
        page.told = page.shapes.iter().map(|place| told_symbol(sop, &edges, place)).collect();
    }
}

fn told_symbol(sop: &Sop, edges: &[Edge], place: &Place) -> String {
    match (place.shape, place.cell) {
        (Shape::Pentagon(_) | Shape::Reference(_), Some(cell)) => {
            format!("sambungan: langkah {}", cell_words(sop, cell))
        }
        (_, Some(cell)) => told_cell(sop, edges, cell).unwrap_or_default(),
        (Shape::Box, None) => "turut bersama".to_owned(),
        (_, None) => symbol_word(Symbol::End).to_owned(),
    }
}

fn told_cell(sop: &Sop, edges: &[Edge], (row, at): CellAt) -> Option<String> {
    let step = sop.steps.get(row)?;
    let actor = step.cells.get(at)?.actor.as_ref()?;
    let here =
        format!("langkah {}, {}, {}", step.number, sop.actor_name(&actor.value), symbol_word(sop.symbol(row, at)));
    let ways: Vec<String> = leaving(edges, (row, at)).map(|edge| way(sop, edge)).collect();
    Some(if ways.is_empty() { here } else { format!("{here}; {}", ways.join(", ")) })
}

fn way(sop: &Sop, edge: &Edge) -> String {
    let usual = match edge.kind {
        EdgeKind::Next | EdgeKind::Case(_) => "lanjut",
        EdgeKind::Yes => "ya",
        EdgeKind::No => "tidak",
    };
    let word = sop.label(edge).map_or_else(|| usual.to_owned(), one_line);
    let line = if edge.dashed { " (garis putus-putus)" } else { "" };
    match edge.to {
        None => format!("{word} selesai{line}"),
        Some(to) => format!("{word} ke {}{line}", cell_words(sop, to)),
    }
}

/// A text without its line breaks.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn cell_words(sop: &Sop, (row, at): CellAt) -> String {
    let Some(step) = sop.steps.get(row) else { return String::new() };
    match step.cells.get(at).and_then(|cell| cell.actor.as_ref()) {
        Some(actor) if step.cells.len() > 1 => format!("{} ({})", step.number, sop.actor_name(&actor.value)),
        _ => step.number.to_string(),
    }
}
