//! Every free text of an SOP with its words, taken apart once for all rules.

use super::{Office, Word, offices_among, part_of, words};
use crate::model::{Path, SectionKind, Sop, StepField};
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

    /// The offices it names, in order.
    pub fn offices(&self) -> &[Office] {
        self.offices.get_or_init(|| offices_among(&self.words))
    }

    /// The place of bytes `from..to` of the text.
    pub fn part(&self, from: usize, to: usize) -> Place {
        part_of(self.text, self.place, from, to)
    }
}

/// Every free text in document order: agency, unit, title, sections, actor names, cells. Citations are left out: the name of
/// a law is never corrected.
pub fn passages(sop: &Sop) -> Vec<Passage<'_>> {
    let identity = &sop.identity;
    let fields = [("instansi", &identity.agency), ("unit_kerja", &identity.unit), ("nama", &identity.title)];
    let mut found = Vec::with_capacity(16 + 5 * sop.steps.len());
    let known = fields.iter().filter_map(|(key, field)| Some((Spot::Identity(key), field.known()?)));
    found.extend(known.map(|(spot, text)| Passage::new(spot, &text.value, text.place)));
    for kind in SectionKind::ALL {
        let items = sop.section(kind).map_or(&[][..], |field| field.items()).iter().zip(1..);
        found.extend(items.map(|(item, at)| Passage::new(Spot::Section(kind, at), &item.value, item.place)));
    }
    let names = sop.actors.iter().map(|actor| &actor.name).zip(1..);
    found.extend(names.map(|(name, at)| Passage::new(Spot::Actor(at), &name.value, name.place)));
    for step in &sop.steps {
        let spot = |field| Spot::Field(step.number, field);
        let activity = step.activity.known().map(|it| Passage::new(spot(StepField::Activity), &it.value, it.place));
        found.extend(activity);
        for (field, list) in [(StepField::Requirements, &step.requirements), (StepField::Outputs, &step.outputs)] {
            let items = list.items().iter().zip(1..);
            let passage = |at, text, place| Passage::new(Spot::Item(step.number, field, at), text, place);
            found.extend(items.map(|(name, at)| passage(at, &name.value.0, name.place)));
        }
        let note = step.note.known().map(|it| Passage::new(spot(StepField::Note), &it.value, it.place));
        found.extend(note);
    }
    found
}
