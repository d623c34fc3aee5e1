//! Twin → model: the silences told apart again, dates, durations and citations understood, actors and targets resolved.

use super::Located;
use super::twin::{
    ActorTwin, CellTwin, ConversionTwin, DateSlot, HowTwin, IdentityTwin, IgnoreTwin, ListEntry, ReviewTwin,
    SignatoryTwin, SopTwin, StepTwin, SymbolTwin, TextEntry,
};
use super::values::{Entry, Goal, Slot, Text, TextOr};
use crate::grammar::{citation, date, duration};
use crate::model::{
    Actor, ActorId, Cell, Confidence, Conversion, Date, DocumentName, Field, How, Identity, Ignore, Nip, Path, Review,
    SectionKind, Signatory, Sop, SopNumber, Sourced, Step, StepField, Symbol, Target,
};
use crate::source::Place;

/// Why a well-formed file is no SOP: a sentence in both languages and the place it speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Indonesian.
    pub id: String,
    /// English.
    pub en: String,
    /// Where the value stands.
    pub place: Place,
}

impl SopTwin<'_> {
    /// The model of this twin, which takes up `place` in the text.
    ///
    /// # Errors
    /// When a target is none, or when a row of several symbols leaves open which of them a branch belongs to.
    pub fn into_model(self, place: Place) -> Result<Sop, Fault> {
        let conversion = self.conversion.map(conversion);
        let ledger = Ledger(conversion.as_ref());
        let actors = actors(self.actors);
        let section = |entry, kind| ledger.list(entry, &Path::section(kind), |text| text);
        let steps = self.steps.into_iter().map(|it| Row { ledger, actors: &actors, place: it.place }.read(it.value));
        Ok(Sop {
            identity: identity(self.identity, ledger),
            legal_basis: ledger
                .list(self.legal_basis, &Path::section(SectionKind::LegalBasis), |text| citation::parse(&text)),
            qualifications: section(self.qualifications, SectionKind::Qualifications),
            related: section(self.related, SectionKind::Related),
            equipment: section(self.equipment, SectionKind::Equipment),
            cautions: section(self.cautions, SectionKind::Cautions),
            records: section(self.records, SectionKind::Records),
            steps: steps.collect::<Result<_, _>>()?,
            actors,
            ignored: self.ignored.into_iter().map(ignore).collect(),
            conversion,
            troubles: Vec::new(),
            place,
        })
    }
}

/// What the ledger of the file says about its values.
#[derive(Clone, Copy)]
struct Ledger<'c>(Option<&'c Conversion>);

impl Ledger<'_> {
    /// A text stands there that the converter did not understand and nobody has reviewed yet.
    fn is_unreadable(self, path: &Path) -> bool {
        let mut reviews = self.0.into_iter().flat_map(|conversion| &conversion.reviews);
        reviews.any(|review| review.how == How::Unreadable && review.path == path.as_str())
    }

    fn text(self, entry: TextEntry<'_>, path: &Path) -> Field<Sourced<String>> {
        entry_field(entry.0, |text| (!self.is_unreadable(path)).then_some(text))
    }

    /// A list; a text alone is a list of one.
    fn list<T>(self, entry: ListEntry<'_>, path: &Path, read: impl Fn(String) -> T) -> Field<Vec<Sourced<T>>> {
        let Slot(Some(Located { value, place })) = entry else { return Field::Absent };
        match value {
            Entry::Value(items) if items.is_empty() => Field::Blank(place),
            Entry::Value(items) => {
                Field::Known(items.into_iter().map(|it| Sourced::new(read(it.value.into_owned()), it.place)).collect())
            }
            Entry::Blank => Field::Blank(place),
            Entry::Text(text) => {
                let one = |text| (!self.is_unreadable(path)).then(|| vec![Sourced::new(read(text), place)]);
                written(text.into_owned(), place, one)
            }
        }
    }
}

/// A field of what is written at `place`: empty and `-` are silences, what `read` refuses is unreadable.
fn written<T>(text: String, place: Place, read: impl FnOnce(String) -> Option<T>) -> Field<T> {
    match text.as_str() {
        "" => Field::Blank(place),
        "-" => Field::Dash(place),
        _ => {
            let kept = text.clone();
            read(text).map_or_else(|| Field::Unreadable(Sourced::new(kept, place)), Field::Known)
        }
    }
}

fn entry_field<T>(
    entry: Option<Located<Entry<'_, super::values::Never>>>,
    read: impl FnOnce(String) -> Option<T>,
) -> Field<Sourced<T>> {
    let Some(Located { value, place }) = entry else { return Field::Absent };
    match value {
        Entry::Blank => Field::Blank(place),
        Entry::Text(text) => {
            written(text.into_owned(), place, |text| read(text).map(|value| Sourced::new(value, place)))
        }
        Entry::Value(never) => match never {},
    }
}

fn identity(twin: IdentityTwin<'_>, ledger: Ledger<'_>) -> Identity {
    let text = |entry, key| ledger.text(entry, &Path::identity(key));
    Identity {
        agency: text(twin.agency, "instansi"),
        unit: text(twin.unit, "unit_kerja"),
        number: match text(twin.number, "nomor") {
            Field::Known(number) => Field::Known(number.map(SopNumber)),
            Field::Absent => Field::Absent,
            Field::Blank(place) => Field::Blank(place),
            Field::Dash(place) => Field::Dash(place),
            Field::Unreadable(text) => Field::Unreadable(text),
        },
        title: text(twin.title, "nama"),
        created: date_field(twin.created),
        revised: date_field(twin.revised),
        effective: date_field(twin.effective),
        signatory: signatory(twin.signatory),
    }
}

fn date_field(slot: DateSlot<'_>) -> Field<Sourced<Date>> {
    let entry = slot.0.map(|Located { value, place }| Located { value: value.0, place });
    entry_field(entry, |text| iso_date(&text).or_else(|| date::parse(&text)))
}

/// `2024-07-01`, `2024-07` or `2024`, where that date exists.
fn iso_date(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let year = digits(parts.next()?, 4)?;
    let month = parts.next().map(|part| digits(part, 2).ok_or(())).transpose().ok()?;
    let day = parts.next().map(|part| digits(part, 2).ok_or(())).transpose().ok()?;
    let date = Date { year: Some(year), month: month.map(|it| it as u8), day: day.map(|it| it as u8), spelling: None };
    (parts.next().is_none() && date.exists()).then_some(date)
}

/// A number written with exactly that many ASCII digits.
fn digits(text: &str, count: usize) -> Option<u16> {
    (text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}

/// A text alone is kept as one that nobody could take apart.
fn signatory(slot: Slot<Located<Entry<'_, SignatoryTwin<'_>>>>) -> Field<Signatory> {
    let Slot(Some(Located { value, place })) = slot else { return Field::Absent };
    match value {
        Entry::Blank => Field::Blank(place),
        Entry::Text(text) => written(text.into_owned(), place, |_| None),
        Entry::Value(twin) => Field::Known(Signatory {
            position: twin.position.map(sourced),
            name: twin.name.map(sourced),
            rank: twin.rank.map(sourced),
            grade: twin.grade.map(sourced),
            nip: twin.nip.map(|nip| sourced(nip).map(Nip)),
        }),
    }
}

fn sourced(text: Located<Text<'_>>) -> Sourced<String> {
    Sourced::new(text.value.into_owned(), text.place)
}

/// The columns; those without an id get one made of their name, after all written ids are known.
fn actors(twins: Vec<Located<TextOr<'_, ActorTwin<'_>>>>) -> Vec<Actor> {
    let written = twins.iter().filter_map(|twin| match &twin.value {
        TextOr::Map(ActorTwin { id: Some(id), .. }) => Some(ActorId(id.to_string())),
        _ => None,
    });
    let mut taken: Vec<ActorId> = written.collect();
    let mut make = |name: &str| {
        let id = ActorId::from_name(name, &taken);
        taken.push(id.clone());
        id
    };
    let mut actor = |Located { value, place }: Located<TextOr<'_, ActorTwin<'_>>>| match value {
        TextOr::Text(name) => Actor { id: make(&name), name: Sourced::new(name.into_owned(), place), external: false },
        TextOr::Map(twin) => Actor {
            id: twin.id.map_or_else(|| make(&twin.name.value), |id| ActorId(id.into_owned())),
            name: sourced(twin.name),
            external: twin.external,
        },
    };
    twins.into_iter().map(&mut actor).collect()
}

/// What a row of the table is read with.
struct Row<'c> {
    ledger: Ledger<'c>,
    actors: &'c [Actor],
    place: Place,
}

impl Row<'_> {
    fn read(&self, twin: StepTwin<'_>) -> Result<Step, Fault> {
        let path = |field| Path::field(twin.number, field);
        let own = CellTwin { id: None, symbol: twin.symbol, yes: twin.yes, no: twin.no, next: twin.next };
        Ok(Step {
            number: twin.number,
            place: self.place,
            activity: self.ledger.text(twin.activity, &path(StepField::Activity)),
            cells: self.cells(twin.cells.0, own)?,
            joint: twin.joint.into_iter().map(|text| self.actor(text)).collect(),
            requirements: self.ledger.list(twin.requirements, &path(StepField::Requirements), DocumentName),
            duration: entry_field(twin.duration.0, |text| duration::parse(&text)),
            outputs: self.ledger.list(twin.outputs, &path(StepField::Outputs), DocumentName),
            note: self.ledger.text(twin.note, &path(StepField::Note)),
        })
    }

    /// The cells of the row; what stands on the step itself belongs to its only cell.
    fn cells(&self, row: Vec<Located<TextOr<'_, CellTwin<'_>>>>, own: CellTwin<'_>) -> Result<Vec<Cell>, Fault> {
        if row.len() > 1 {
            refuse_own(&own)?;
            return row.into_iter().map(|twin| self.entry(twin)).collect();
        }
        let mut own = self.cell(own)?;
        let Some(only) = row.into_iter().next() else { return Ok(vec![own]) };
        let only = self.entry(only)?;
        own.actor = only.actor;
        own.symbol = own.symbol.or(only.symbol);
        own.yes = own.yes.or(only.yes);
        own.no = own.no.or(only.no);
        if own.next.is_empty() {
            own.next = only.next;
        }
        Ok(vec![own])
    }

    fn entry(&self, entry: Located<TextOr<'_, CellTwin<'_>>>) -> Result<Cell, Fault> {
        match entry.value {
            TextOr::Text(text) if matches!(text.as_ref(), "" | "-") => Ok(Cell::default()),
            TextOr::Text(text) => {
                Ok(Cell { actor: Some(self.actor(Located { value: text, place: entry.place })), ..Cell::default() })
            }
            TextOr::Map(twin) => self.cell(twin),
        }
    }

    fn cell(&self, twin: CellTwin<'_>) -> Result<Cell, Fault> {
        Ok(Cell {
            actor: twin.id.map(|text| self.actor(text)),
            symbol: twin.symbol.map(|it| Sourced::new(it.value.into_model(), it.place)),
            yes: twin.yes.map(|goal| self.target(goal)).transpose()?,
            no: twin.no.map(|goal| self.target(goal)).transpose()?,
            next: twin.next.0.into_iter().map(|goal| self.target(goal)).collect::<Result<_, _>>()?,
        })
    }

    fn actor(&self, text: Located<Text<'_>>) -> Sourced<ActorId> {
        Sourced::new(self.resolve(&text.value), text.place)
    }

    /// The id itself, or that of the column of that name; what is neither is kept as written.
    fn resolve(&self, text: &str) -> ActorId {
        let by_id = self.actors.iter().find(|actor| actor.id.0 == text);
        let by_name = || self.actors.iter().find(|actor| actor.name.value.trim() == text.trim());
        by_id.or_else(by_name).map_or_else(|| ActorId(text.to_owned()), |actor| actor.id.clone())
    }

    fn target(&self, goal: Located<Goal<'_>>) -> Result<Sourced<Target>, Fault> {
        let place = goal.place;
        let target = match &goal.value {
            Goal::Number(number) => Some(Target::Step(*number)),
            Goal::Text(text) => self.named_target(text.trim()),
        };
        target.map(|target| Sourced::new(target, place)).ok_or_else(|| no_target(&goal.value, place))
    }

    fn named_target(&self, text: &str) -> Option<Target> {
        if text == "selesai" {
            return Some(Target::End);
        }
        match text.split_once('.') {
            None => text.parse().ok().map(Target::Step),
            Some((number, actor)) => Some(Target::Cell(number.parse().ok()?, self.resolve(actor))),
        }
    }
}

fn no_target(goal: &Goal<'_>, place: Place) -> Fault {
    let text = match goal {
        Goal::Number(number) => number.to_string(),
        Goal::Text(text) => text.chars().take(40).collect(),
    };
    Fault {
        id: format!("`{text}` bukan tujuan: tulis nomor langkah (`4`), satu sel langkah (`4.camat`), atau `selesai`"),
        en: format!("`{text}` is no target: write a step number (`4`), one cell of a step (`4.camat`), or `selesai`"),
        place,
    }
}

/// In a row of several symbols, branches and symbols stand with the cell they belong to.
fn refuse_own(own: &CellTwin<'_>) -> Result<(), Fault> {
    let symbol = own.symbol.as_ref().map(|it| ("simbol", it.place));
    let yes = own.yes.as_ref().map(|it| ("ya", it.place));
    let no = own.no.as_ref().map(|it| ("tidak", it.place));
    let next = own.next.0.first().map(|it| ("lanjut", it.place));
    let Some((key, place)) = symbol.or(yes).or(no).or(next) else { return Ok(()) };
    Err(Fault {
        id: format!("langkah ini punya beberapa pelaksana: tulis `{key}` pada pelaksananya, `- {{id: …, {key}: …}}`"),
        en: format!(
            "this step has several actors: write `{key}` with the actor it belongs to, `- {{id: …, {key}: …}}`"
        ),
        place,
    })
}

impl SymbolTwin {
    fn into_model(self) -> Symbol {
        match self {
            Self::Start => Symbol::Start,
            Self::Process => Symbol::Process,
            Self::Decision => Symbol::Decision,
            Self::End => Symbol::End,
        }
    }
}

fn ignore(twin: IgnoreTwin<'_>) -> Ignore {
    Ignore { code: sourced(twin.code), reason: twin.reason.into_owned() }
}

fn conversion(twin: ConversionTwin<'_>) -> Conversion {
    Conversion { source: twin.source.into_owned(), reviews: twin.reviews.into_iter().map(review).collect() }
}

fn review(twin: ReviewTwin<'_>) -> Review {
    Review {
        path: twin.path.into_owned(),
        how: match twin.how {
            HowTwin::Repaired => How::Repaired,
            HowTwin::Inferred => How::Inferred,
            HowTwin::Unreadable => How::Unreadable,
        },
        confidence: twin.confidence.map(Confidence::new),
        reason: twin.reason.map(Text::into_owned),
        line: twin.line,
    }
}
