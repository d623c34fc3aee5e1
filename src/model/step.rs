//! Kegiatan: one row of the procedure table, and the cells of its actors, which are the nodes of the flow.

use super::{ActorId, DocumentName, Duration, Field, Sourced};
use crate::source::{Place, Span};
use std::fmt;

/// Langkah: one row of the procedure table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Nomor as printed; 1-based in a sound document, but gaps and repeats are kept.
    pub number: u32,
    /// Where the row stands.
    pub place: Place,
    /// Subjudul: rows above it that are no steps and head those below, down to the next of them.
    pub headings: Vec<Sourced<String>>,
    /// Uraian kegiatan.
    pub activity: Field<Sourced<String>>,
    /// The symbols of the row in the order of the flow. Never empty; a single cell whose actor is `None`
    /// stands for a row whose actor is not said.
    pub cells: Vec<Cell>,
    /// Bersama: actors that take part in the same act.
    pub joint: Vec<Sourced<ActorId>>,
    /// Kelengkapan: what must be at hand before the step can start.
    pub requirements: Field<Vec<Sourced<DocumentName>>>,
    /// Waktu.
    pub duration: Field<Sourced<Duration>>,
    /// Output.
    pub outputs: Field<Vec<Sourced<DocumentName>>>,
    /// Keterangan. An empty cell is the normal form and counts as absent.
    pub note: Field<Sourced<String>>,
    /// Gabung atas: columns whose cell of the row above goes on here, of [`StepField::MERGED`], in their order;
    /// [`super::Sop::cell_tops`] says where each cell begins.
    pub merged: Vec<StepField>,
}

impl Step {
    /// A row of that number that says nothing yet.
    pub fn new(number: u32) -> Self {
        Self {
            number,
            place: Place::NOWHERE,
            headings: Vec::new(),
            activity: Field::Absent,
            cells: vec![Cell::default()],
            joint: Vec::new(),
            requirements: Field::Absent,
            duration: Field::Absent,
            outputs: Field::Absent,
            note: Field::Absent,
            merged: Vec::new(),
        }
    }

    /// The row says nothing but, perhaps, an activity: nobody acts, and nothing is needed, made or timed.
    pub fn is_hollow(&self) -> bool {
        let acts = |cell: &Cell| cell.actor.is_some() || cell.symbol.is_some() || cell.leads_on();
        !self.cells.iter().any(acts)
            && self.joint.is_empty()
            && self.requirements.is_silent()
            && self.duration.is_silent()
            && self.outputs.is_silent()
            && self.note.is_silent()
    }

    /// Nothing is written in that column of the row; of columns that hold no text of their own, never.
    pub fn is_silent(&self, field: StepField) -> bool {
        match field {
            StepField::Activity => self.activity.is_silent(),
            StepField::Requirements => self.requirements.is_silent(),
            StepField::Duration => self.duration.is_silent(),
            StepField::Outputs => self.outputs.is_silent(),
            StepField::Note => self.note.is_silent(),
            _ => false,
        }
    }

    /// The actors of the row's cells, in the order of the flow; those not said are left out.
    pub fn actors(&self) -> impl Iterator<Item = &Sourced<ActorId>> {
        self.cells.iter().filter_map(|cell| cell.actor.as_ref())
    }
}

/// One symbol in one actor column: the node of the flow is the cell, not the row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// Whose column; `None` where nobody is said.
    pub actor: Option<Sourced<ActorId>>,
    /// Simbol, where one is written; [`super::Sop::symbol`] adds the defaults of the format.
    pub symbol: Option<Sourced<Symbol>>,
    /// Ya: where a decision goes when it is positive.
    pub yes: Option<Way>,
    /// Tidak: where it goes when it is not.
    pub no: Option<Way>,
    /// Cabang: ways out of a decision that are no yes and no no, each with its own words, as written.
    pub cases: Vec<Way>,
    /// Lanjut: where work goes on; empty means the next cell or row; several where it goes on in parallel.
    pub next: Vec<Way>,
}

impl Cell {
    /// The ways on that are written, in the order of the format: `ya`, `tidak`, `cabang`, `lanjut`.
    pub fn ways(&self) -> impl Iterator<Item = &Way> {
        self.yes.iter().chain(&self.no).chain(&self.cases).chain(&self.next)
    }

    /// The same, each with the field that it is written in.
    pub fn ways_by_field(&self) -> impl Iterator<Item = (StepField, &Way)> {
        let yes = self.yes.iter().map(|way| (StepField::Yes, way));
        let no = self.no.iter().map(|way| (StepField::No, way));
        let cases = self.cases.iter().map(|way| (StepField::Cases, way));
        yes.chain(no).chain(cases).chain(self.next.iter().map(|way| (StepField::Next, way)))
    }

    /// The same, to be changed.
    pub fn ways_mut(&mut self) -> impl Iterator<Item = &mut Way> {
        self.yes.iter_mut().chain(&mut self.no).chain(&mut self.cases).chain(&mut self.next)
    }

    /// Work takes one of several ways from here, or of one that is said to be such.
    pub fn branches(&self) -> bool {
        self.yes.is_some() || self.no.is_some() || !self.cases.is_empty()
    }

    /// Some way on is written.
    pub fn leads_on(&self) -> bool {
        self.ways().next().is_some()
    }
}

/// One way on from a cell, as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// Where it leads.
    pub value: Target,
    /// Where that stands in the source.
    pub place: Place,
    /// Label: the words at the arrow, instead of `Ya` and `Tidak` where it is one of them.
    pub label: Option<Sourced<String>>,
    /// Garis putus-putus: the arrow is dashed, as those to people outside the office often are.
    pub dashed: bool,
}

impl Way {
    /// Where the target stands, if it stands in the text.
    pub fn span(&self) -> Option<Span> {
        self.place.span()
    }

    /// The words at the arrow, where it has its own.
    pub fn words(&self) -> Option<&str> {
        self.label.as_ref().map(|label| label.value.as_str())
    }
}

impl From<Sourced<Target>> for Way {
    /// A plain way to that target.
    fn from(target: Sourced<Target>) -> Self {
        Self { value: target.value, place: target.place, label: None, dashed: false }
    }
}

/// The symbols that stand in an actor column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Symbol {
    /// Mulai: capsule.
    Start,
    /// Proses: box.
    Process,
    /// Keputusan: diamond.
    Decision,
    /// Dokumen: sheet with a wavy edge, of an act that is the making of a document.
    Document,
    /// Selesai: capsule.
    End,
}

/// Where an arrow goes.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Target {
    /// The first cell of the step of that number.
    Step(u32),
    /// The cell of that actor in the step of that number.
    Cell(u32, ActorId),
    /// Selesai.
    End,
}

impl Target {
    /// The number of the step it goes to; none for `selesai`.
    pub fn number(&self) -> Option<u32> {
        match self {
            Self::Step(number) | Self::Cell(number, _) => Some(*number),
            Self::End => None,
        }
    }
}

impl fmt::Display for Target {
    /// As the YAML writes it: `4`, `4.camat`, `selesai`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Step(number) => write!(out, "{number}"),
            Self::Cell(number, actor) => write!(out, "{number}.{actor}"),
            Self::End => out.write_str("selesai"),
        }
    }
}

/// The fields of a step, by the names of their columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StepField {
    /// Uraian kegiatan.
    Activity,
    /// Pelaksana.
    Actors,
    /// Bersama.
    Joint,
    /// Simbol.
    Symbol,
    /// Kelengkapan.
    Requirements,
    /// Waktu.
    Duration,
    /// Output.
    Outputs,
    /// Keterangan.
    Note,
    /// Cabang ya.
    Yes,
    /// Cabang tidak.
    No,
    /// Cabang dengan kata sendiri.
    Cases,
    /// Lanjut.
    Next,
}

impl StepField {
    /// The columns whose cells may go on over several rows, in the order of the form.
    pub const MERGED: [Self; 4] = [Self::Requirements, Self::Duration, Self::Outputs, Self::Note];

    /// The key in YAML and in paths.
    pub fn key(self) -> &'static str {
        match self {
            Self::Activity => "uraian",
            Self::Actors => "pelaksana",
            Self::Joint => "bersama",
            Self::Symbol => "simbol",
            Self::Requirements => "kelengkapan",
            Self::Duration => "waktu",
            Self::Outputs => "output",
            Self::Note => "keterangan",
            Self::Yes => "ya",
            Self::No => "tidak",
            Self::Cases => "cabang",
            Self::Next => "lanjut",
        }
    }
}
