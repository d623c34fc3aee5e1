//! Every free text of an SOP with its words, taken apart once for all rules.

use super::{Office, Word, offices_among, part_of, without_list_mark, words};
use crate::check::Subject;
use crate::model::{Path, SectionKind, Sop, Sourced, Step, StepField};
use crate::source::Place;
use std::cell::OnceCell;

/// One free text.
pub struct Passage<'a> {
    /// Which value it is.
    pub spot: Spot,
    /// The text.
    pub text: &'a str,
    /// Where it stands.
    pub place: Place,
    /// Its words, in order.
    pub words: Vec<Word<'a>>,
    /// The positions of those words that a list of spellings knows.
    pub listed: Vec<usize>,
    offices: OnceCell<Vec<Office>>,
}

/// The value that a text is, cheaper than its path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// A field of the identity block, by its key.
    Identity(&'static str),
    /// An item of a section, from 1.
    Section(SectionKind, usize),
    /// An actor column, from 1.
    Actor(usize),
    /// A cell of the step of that number.
    Field(u32, StepField),
    /// An item, from 1, of a cell of the step of that number.
    Item(u32, StepField, usize),
}

impl Spot {
    /// It stands in the table.
    pub fn is_in_table(self) -> bool {
        matches!(self, Self::Field(..) | Self::Item(..))
    }
}

impl<'a> Passage<'a> {
    fn new(spot: Spot, text: &'a str, place: Place) -> Self {
        let words = words(text);
        let listed = words.iter().enumerate().filter(|(_, word)| word.entry.is_listed()).map(|(at, _)| at).collect();
        Self { spot, text, place, words, listed, offices: OnceCell::new() }
    }

    /// Its path.
    pub fn path(&self) -> Path {
        match self.spot {
            Spot::Identity(key) => Path::identity(key),
            Spot::Section(kind, position) => Path::section(kind).item(position),
            Spot::Actor(position) => Path::actor(position),
            Spot::Field(number, field) => Path::field(number, field),
            Spot::Item(number, field, position) => Path::field(number, field).item(position),
        }
    }

    /// Its words without the letter or number of a list in front of them.
    pub fn act(&self) -> &[Word<'a>] {
        without_list_mark(self.text, &self.words)
    }

    /// The offices it names, in order.
    pub fn offices(&self) -> &[Office] {
        self.offices.get_or_init(|| offices_among(&self.words))
    }

    /// The place of bytes `from..to` of the text.
    pub fn part(&self, from: usize, to: usize) -> Place {
        part_of(self.text, self.place, from, to)
    }
}

/// The free texts of an SOP with their words, and what the table and the citations say among them.
pub struct Texts<'a> {
    /// In document order: agency, unit, title, sections, actor names, cells.
    passages: Vec<Passage<'a>>,
    /// Position of the first actor name.
    actors: usize,
    /// For each row the position of its first cell; one more at the end.
    rows: Vec<usize>,
    /// The words of each citation. The name of a law is never corrected.
    citations: Vec<Vec<Word<'a>>>,
}

impl<'a> Texts<'a> {
    /// Those of this SOP.
    pub fn of(sop: &'a Sop) -> Self {
        let mut passages = Vec::with_capacity(16 + 5 * sop.steps.len());
        add_identity(&mut passages, sop);
        let actors = passages.len();
        let names = sop.actors.iter().map(|actor| &actor.name).zip(1..);
        passages.extend(names.map(|(name, at)| Passage::new(Spot::Actor(at), &name.value, name.place)));
        let mut rows = Vec::with_capacity(sop.steps.len() + 1);
        for step in &sop.steps {
            rows.push(passages.len());
            add_row(&mut passages, step);
        }
        rows.push(passages.len());
        let citations = sop.legal_basis.items().iter().map(|it| words(&it.value.text)).collect();
        Self { passages, actors, rows, citations }
    }

    /// All of them, in document order.
    pub fn passages(&self) -> &[Passage<'a>] {
        &self.passages
    }

    /// Nama SOP.
    pub fn title(&self) -> Option<&Passage<'a>> {
        self.identity("nama")
    }

    /// The agency.
    pub fn agency(&self) -> Option<&Passage<'a>> {
        self.identity("instansi")
    }

    /// The unit of the agency.
    pub fn unit(&self) -> Option<&Passage<'a>> {
        self.identity("unit_kerja")
    }

    fn identity(&self, key: &'static str) -> Option<&Passage<'a>> {
        let mut first = self.passages.iter().take_while(|it| matches!(it.spot, Spot::Identity(_)));
        first.find(|it| it.spot == Spot::Identity(key))
    }

    /// The names of the actors.
    pub fn actors(&self) -> &[Passage<'a>] {
        &self.passages[self.actors..self.rows[0]]
    }

    /// The items of a section, as far as they are free text.
    pub fn section(&self, kind: SectionKind) -> impl Iterator<Item = &Passage<'a>> {
        self.passages[..self.actors].iter().filter(move |it| matches!(it.spot, Spot::Section(of, _) if of == kind))
    }

    /// The cells of a row, from 0: its activity, its documents, its note.
    pub fn row(&self, row: usize) -> &[Passage<'a>] {
        &self.passages[self.rows[row]..self.rows[row + 1]]
    }

    /// The activity of a row, from 0.
    pub fn activity(&self, row: usize) -> Option<&Passage<'a>> {
        self.row(row).first().filter(|it| matches!(it.spot, Spot::Field(_, StepField::Activity)))
    }

    /// The documents of that field of a row, from 0.
    pub fn documents(&self, row: usize, field: StepField) -> impl Iterator<Item = &Passage<'a>> {
        self.row(row).iter().filter(move |it| matches!(it.spot, Spot::Item(_, of, _) if of == field))
    }

    /// The words of each citation, in order.
    pub fn citations(&self) -> &[Vec<Word<'a>>] {
        &self.citations
    }
}

/// Agency, unit, title, sections. Citations are left out.
fn add_identity<'a>(passages: &mut Vec<Passage<'a>>, sop: &'a Sop) {
    let identity = &sop.identity;
    let fields = [("instansi", &identity.agency), ("unit_kerja", &identity.unit), ("nama", &identity.title)];
    let known = fields.into_iter().filter_map(|(key, field)| Some((Spot::Identity(key), field.known()?)));
    passages.extend(known.map(|(spot, text)| Passage::new(spot, &text.value, text.place)));
    for kind in SectionKind::ALL {
        let items = sop.section(kind).map_or(&[][..], |field| field.items()).iter().zip(1..);
        passages.extend(items.map(|(item, at)| Passage::new(Spot::Section(kind, at), &item.value, item.place)));
    }
}

fn add_row<'a>(passages: &mut Vec<Passage<'a>>, step: &'a Step) {
    let spot = |field| Spot::Field(step.number, field);
    let activity = step.activity.known().map(|it| Passage::new(spot(StepField::Activity), &it.value, it.place));
    passages.extend(activity);
    for (field, list) in [(StepField::Requirements, &step.requirements), (StepField::Outputs, &step.outputs)] {
        let items = list.items().iter().zip(1..);
        let passage = |at, text, place| Passage::new(Spot::Item(step.number, field, at), text, place);
        passages.extend(items.map(|(name, at)| passage(at, &name.value.0, name.place)));
    }
    let note = step.note.known().map(|it| Passage::new(spot(StepField::Note), &it.value, it.place));
    passages.extend(note);
}

/// The steps whose activity is known, each with it as a value and as a text.
pub fn activities<'s, 'a>(
    subject: &'s Subject<'a>,
) -> impl Iterator<Item = (&'a Step, &'a Sourced<String>, &'s Passage<'a>)> {
    let steps = subject.sop().steps.iter().enumerate();
    steps.filter_map(|(row, step)| Some((step, step.activity.known()?, subject.texts().activity(row)?)))
}

/// The first word of the activity of a row, from 0, lower-cased.
pub fn first_word_of<'s>(subject: &'s Subject<'_>, row: usize) -> Option<&'s str> {
    Some(subject.texts().activity(row)?.act().first()?.as_lower())
}
