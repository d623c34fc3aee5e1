//! The whole SOP, and the questions that rules, layout and renderers ask of it.

use super::{
    Actor, ActorId, Cell, Citation, Conversion, Field, How, Identity, Leftover, LeftoverKind, Path, Review,
    SectionKind, Sourced, Step, StepField, Symbol, Trouble, TroubleKind,
};
use crate::source::Place;

/// SOP AP: identity page and procedure table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sop {
    /// Bagian identitas.
    pub identity: Identity,
    /// Dasar hukum.
    pub legal_basis: Field<Vec<Sourced<Citation>>>,
    /// Kualifikasi pelaksana.
    pub qualifications: Field<Vec<Sourced<String>>>,
    /// Keterkaitan.
    pub related: Field<Vec<Sourced<String>>>,
    /// Peralatan/perlengkapan.
    pub equipment: Field<Vec<Sourced<String>>>,
    /// Peringatan.
    pub cautions: Field<Vec<Sourced<String>>>,
    /// Pencatatan dan pendataan.
    pub records: Field<Vec<Sourced<String>>>,
    /// Pelaksana: the actor columns, left to right.
    pub actors: Vec<Actor>,
    /// Kegiatan: the rows, in document order.
    pub steps: Vec<Step>,
    /// Abaikan: findings switched off in the document, each with its reason.
    pub ignored: Vec<Ignore>,
    /// Konversi: set on what was converted from a legacy text.
    pub conversion: Option<Conversion>,
    /// What the reader admits to; never written to YAML, empty for what was read from YAML.
    pub troubles: Vec<Trouble>,
    /// The stretch of the source that this SOP takes up.
    pub place: Place,
}

/// Abaikan: one rule switched off for this document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ignore {
    /// Kode, such as `S412`.
    pub code: Sourced<String>,
    /// Alasan.
    pub reason: String,
}

impl Sop {
    /// The steps come from a table; where they stand as sentences, nothing has a column. An SOP of YAML has one, unless the ledger
    /// of its conversion says that the text had none.
    pub fn has_table(&self) -> bool {
        !self.lacks_part(TroubleKind::MissingTable, Path::steps())
    }

    /// There is an identity block, if only a single label of it; the same holds of YAML.
    pub fn has_identity(&self) -> bool {
        !self.lacks_part(TroubleKind::MissingIdentity, Path("identitas".to_owned()))
    }

    fn lacks_part(&self, kind: TroubleKind, path: Path) -> bool {
        let is_lost = |it: &Review| it.how == How::Unreadable && it.path == path.as_str();
        self.troubles.iter().any(|trouble| trouble.kind == kind)
            || self.conversion.as_ref().is_some_and(|it| it.reviews.iter().any(is_lost))
    }

    /// The text follows another form, or has no identity block at all: what this form wants of one is then no use to ask.
    pub fn lacks_the_form(&self) -> bool {
        let mut sections = SectionKind::ALL.into_iter().filter_map(|kind| self.section(kind));
        let bare = (self.legal_basis.is_silent() || self.has_moved_basis()) && sections.all(Field::is_silent);
        !self.has_identity() || (bare && self.leftovers(LeftoverKind::OtherForm).next().is_some())
    }

    /// The legal basis was put together from sections of another form.
    pub fn has_moved_basis(&self) -> bool {
        let path = Path::section(SectionKind::LegalBasis);
        let is_moved = |it: &Review| it.how == How::Repaired && it.path == path.as_str();
        let is_other = self.leftovers(LeftoverKind::OtherForm).next().is_some();
        is_other && self.conversion.as_ref().is_some_and(|it| it.reviews.iter().any(is_moved))
    }

    /// Nothing tells that this is an SOP: neither an identity block nor a table was found, nor any step.
    pub fn is_void(&self) -> bool {
        !self.has_identity() && !self.has_table() && self.steps.is_empty()
    }

    /// What stood in the converted file and has no place in the form.
    pub fn leftovers(&self, kind: LeftoverKind) -> impl Iterator<Item = &Leftover> {
        self.conversion.iter().flat_map(|it| &it.leftovers).filter(move |it| it.kind == kind)
    }

    /// The list of a section whose items are plain text; `None` for Dasar Hukum, whose items are citations.
    pub fn section(&self, kind: SectionKind) -> Option<&Field<Vec<Sourced<String>>>> {
        match kind {
            SectionKind::LegalBasis => None,
            SectionKind::Qualifications => Some(&self.qualifications),
            SectionKind::Related => Some(&self.related),
            SectionKind::Equipment => Some(&self.equipment),
            SectionKind::Cautions => Some(&self.cautions),
            SectionKind::Records => Some(&self.records),
        }
    }

    /// The actor of that id.
    pub fn actor(&self, id: &ActorId) -> Option<&Actor> {
        self.actors.iter().find(|actor| actor.id == *id)
    }

    /// The name of that actor, or the id itself where no column has it.
    pub fn actor_name<'a>(&'a self, id: &'a ActorId) -> &'a str {
        self.actor(id).map_or(&id.0, |actor| &actor.name.value)
    }

    /// The first step of that number.
    pub fn step(&self, number: u32) -> Option<&Step> {
        self.steps.iter().find(|step| step.number == number)
    }

    /// Each step with those that stand after it, in document order.
    pub fn steps_with_successors(&self) -> impl Iterator<Item = (&Step, &[Step])> {
        self.steps.iter().enumerate().map(|(at, step)| (step, &self.steps[at + 1..]))
    }

    /// The symbol of a cell: the written one, else the default of the format (first cell of the SOP, rows that only name a heading aside, `mulai`, last
    /// `selesai`, one with a branch `keputusan`, any other `proses`). Positions count from 0.
    pub fn symbol(&self, step: usize, cell: usize) -> Symbol {
        let Some(cells) = self.steps.get(step).map(|it| &it.cells) else { return Symbol::Process };
        let Some(it) = cells.get(cell) else { return Symbol::Process };
        let last = step + 1 == self.steps.len() && cell + 1 == cells.len();
        match &it.symbol {
            Some(symbol) => symbol.value,
            None if it.branches() => Symbol::Decision,
            None if cell == 0 && self.begins_at(step) => Symbol::Start,
            None if last => Symbol::End,
            None => Symbol::Process,
        }
    }

    /// It is the first row; or, where those above say nothing but an activity, as headings do, the first in which somebody acts.
    fn begins_at(&self, step: usize) -> bool {
        let acts = |step: &Step| step.actors().next().is_some();
        match self.steps.get(step) {
            Some(own) if step == 0 => {
                !own.is_hollow() || !self.steps.iter().find(|step| !step.is_hollow()).is_some_and(acts)
            }
            // Backwards, so that a question for every row takes no time for most of them.
            Some(own) => acts(own) && self.steps[..step].iter().rev().all(Step::is_hollow),
            None => false,
        }
    }

    /// Of each row, by position, the row in which its cell of that column begins: itself, unless the cell goes on from above. A
    /// heading between two rows, or a text of its own, parts the cells.
    pub fn cell_tops(&self, field: StepField) -> Vec<usize> {
        let mut tops: Vec<usize> = Vec::with_capacity(self.steps.len());
        for row in 0..self.steps.len() {
            tops.push(tops.last().copied().filter(|_| self.goes_on(row, field)).unwrap_or(row));
        }
        tops
    }

    /// What that column says of the row is said in a row above: its cell goes on from there. Rows count from 0.
    pub fn goes_on(&self, row: usize, field: StepField) -> bool {
        let Some(step) = self.steps.get(row) else { return false };
        row > 0 && step.merged.contains(&field) && step.headings.is_empty() && step.is_silent(field)
    }

    /// All cells with the positions, from 0, of their step and of themselves in it.
    pub fn cells(&self) -> impl Iterator<Item = (usize, usize, &Cell)> {
        let rows = self.steps.iter().enumerate();
        rows.flat_map(|(row, step)| step.cells.iter().enumerate().map(move |(at, cell)| (row, at, cell)))
    }
}
