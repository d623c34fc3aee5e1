//! Twin → model: the silences told apart again, dates, durations and citations understood, actors and targets resolved.

use super::Located;
use super::numbering::numbers;
use super::row::Row;
use super::twin::{
    ActorTwin, ConversionTwin, DateSlot, HowTwin, IdentityTwin, IgnoreTwin, LeftoverKindTwin, LeftoverTwin, ListEntry,
    ReviewTwin, RowTwin, SignatoryTwin, SopTwin, TextEntry,
};
use super::values::{Entry, RowNumber, Slot, Text, TextOr};
use crate::grammar::{citation, date};
use crate::model::{
    Actor, ActorId, ActorIds, Confidence, Conversion, Date, Field, How, Identity, Ignore, Leftover, LeftoverKind, Nip,
    Path, Review, SectionKind, Signatory, Sop, SopNumber, Sourced, Step,
};
use crate::source::Place;
use std::collections::HashSet;

/// Columns of one SOP; the widest of real forms has fifteen.
const MOST_ACTORS: usize = 200;

/// Digits of a NIP.
const NIP_DIGITS: usize = 18;

/// What people write before one.
const NIP_LABEL: &str = "nip";

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
    /// When a target is none, when two actors share an id or there are too many, when a confidence is no share, or when a row of several symbols leaves open which of them a
    /// branch belongs to.
    pub fn into_model(self, place: Place) -> Result<Sop, Fault> {
        let conversion = self.conversion.map(conversion).transpose()?;
        let ledger = &Ledger::of(conversion.as_ref());
        let actors = actors(self.actors)?;
        let section = |entry, kind| ledger.list(entry, &Path::section(kind), |text| text);
        let rows: Vec<_> = self.rows.iter().filter_map(number_of).collect();
        let (numbers, troubles) = numbers(&rows)?;
        let steps = steps(self.rows, numbers, |place, number| Row { ledger, actors: &actors, number, place })?;
        Ok(Sop {
            identity: identity(self.identity, ledger),
            legal_basis: ledger
                .list(self.legal_basis, &Path::section(SectionKind::LegalBasis), |text| citation::parse(&text)),
            qualifications: section(self.qualifications, SectionKind::Qualifications),
            related: section(self.related, SectionKind::Related),
            equipment: section(self.equipment, SectionKind::Equipment),
            cautions: section(self.cautions, SectionKind::Cautions),
            records: section(self.records, SectionKind::Records),
            steps,
            actors,
            ignored: self.ignored.into_iter().map(ignore).collect(),
            conversion,
            troubles,
            place,
        })
    }
}

/// The number written at a row that is a step, and its place.
fn number_of<'t, 'a>(row: &'t Located<RowTwin<'a>>) -> Option<(Option<&'t Located<RowNumber<'a>>>, Place)> {
    match &row.value {
        RowTwin::Step(step) => Some((step.number.as_ref(), row.place)),
        RowTwin::Heading(_) => None,
    }
}

/// The steps, each with the headings that stand above it.
fn steps<'c>(
    rows: Vec<Located<RowTwin<'_>>>,
    numbers: Vec<u32>,
    row: impl Fn(Place, u32) -> Row<'c>,
) -> Result<Vec<Step>, Fault> {
    let mut numbers = numbers.into_iter();
    let mut steps: Vec<Step> = Vec::with_capacity(rows.len());
    let mut headings: Vec<Sourced<String>> = Vec::new();
    for Located { value, place } in rows {
        match value {
            RowTwin::Heading(twin) => headings.push(sourced(twin.heading)),
            RowTwin::Step(twin) => {
                let merged = twin.merged.first().map(|it| it.place);
                let headings = std::mem::take(&mut headings);
                let number = numbers.next().unwrap_or_default();
                let step = Step { headings, ..row(place, number).read(twin)? };
                if let Some(place) = merged {
                    can_go_on(&step, steps.is_empty(), place)?;
                }
                steps.push(step);
            }
        }
    }
    let Some(last) = headings.pop() else { return Ok(steps) };
    Err(Fault {
        id: "di bawah `subjudul` ini tidak ada langkah: tulis langkahnya, atau hapus subjudulnya".to_owned(),
        en: "no step stands below this `subjudul`: write the step, or remove the heading".to_owned(),
        place: last.place,
    })
}

/// Cells can go on from a row right above, where nothing else stands in them.
fn can_go_on(step: &Step, is_first: bool, place: Place) -> Result<(), Fault> {
    let fault = |id: String, en: String| Err(Fault { id, en, place });
    if is_first {
        return fault(
            "di atas langkah ini tidak ada langkah: hapus `gabung_atas`".to_owned(),
            "no step stands above this one: remove `gabung_atas`".to_owned(),
        );
    }
    if !step.headings.is_empty() {
        return fault(
            "sel tidak dapat menyatu dengan sel di atas `subjudul`: hapus `gabung_atas`".to_owned(),
            "no cell goes on across a `subjudul`: remove `gabung_atas`".to_owned(),
        );
    }
    let Some(own) = step.merged.iter().find(|it| !step.is_silent(**it)) else { return Ok(()) };
    let key = own.key();
    fault(
        format!("`{key}` tertulis di langkah ini dan juga di `gabung_atas`: hapus salah satu"),
        format!("this step has its own `{key}` and also names it in `gabung_atas`: remove one of them"),
    )
}

/// The paths of what the converter did not understand, by the ledger of the file.
pub(super) struct Ledger<'c>(HashSet<&'c str>);

impl<'c> Ledger<'c> {
    fn of(conversion: Option<&'c Conversion>) -> Self {
        let reviews = conversion.into_iter().flat_map(|conversion| &conversion.reviews);
        Self(reviews.filter(|review| review.how == How::Unreadable).map(|review| review.path.as_str()).collect())
    }

    /// A text stands there that the converter did not understand and nobody has reviewed yet.
    fn is_unreadable(&self, path: &Path) -> bool {
        self.0.contains(path.as_str())
    }

    /// A text.
    pub(super) fn text(&self, entry: TextEntry<'_>, path: &Path) -> Field<Sourced<String>> {
        entry_field(entry.0, |text| (!self.is_unreadable(path)).then_some(text))
    }

    /// A list; a text alone is a list of one.
    pub(super) fn list<T>(
        &self,
        entry: ListEntry<'_>,
        path: &Path,
        read: impl Fn(String) -> T,
    ) -> Field<Vec<Sourced<T>>> {
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

/// A field of one value that `read` understands.
pub(super) fn entry_field<T>(
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

fn identity(twin: IdentityTwin<'_>, ledger: &Ledger<'_>) -> Identity {
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
        revision: text(twin.revision, "nomor_revisi"),
        title: text(twin.title, "nama"),
        created: date_field(twin.created),
        revised: date_field(twin.revised),
        effective: date_field(twin.effective),
        maker: signatory(twin.maker),
        examiner: signatory(twin.examiner),
        signatory: signatory(twin.signatory),
        purpose: ledger.list(twin.purpose, &Path::identity("maksud_tujuan"), |text| text),
    }
}

fn date_field(slot: DateSlot<'_>) -> Field<Sourced<Date>> {
    let entry = slot.0.map(|Located { value, place }| Located { value: value.0, place });
    entry_field(entry, |text| date::parse(&text))
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
            nip: twin.nip.map(|nip| sourced(nip).map(digits_of)),
        }),
    }
}

/// The digits alone, where a whole number stands there in groups, with its label, or between quotes of a word processor.
fn digits_of(nip: String) -> Nip {
    let is_part = |it: &char| !it.is_whitespace() && !matches!(it, '.' | '-' | ':' | '“' | '”' | '‘' | '’');
    let mut bare: String = nip.chars().filter(is_part).collect();
    if bare.get(..NIP_LABEL.len()).is_some_and(|it| it.eq_ignore_ascii_case(NIP_LABEL)) {
        bare.drain(..NIP_LABEL.len());
    }
    let is_whole = bare.len() == NIP_DIGITS && bare.bytes().all(|it| it.is_ascii_digit());
    Nip(if is_whole { bare } else { nip })
}

pub(super) fn sourced(text: Located<Text<'_>>) -> Sourced<String> {
    Sourced::new(text.value.into_owned(), text.place)
}

/// The columns; those without an id get one made of their name, after all written ids are known.
fn actors(twins: Vec<Located<TextOr<'_, ActorTwin<'_>>>>) -> Result<Vec<Actor>, Fault> {
    let mut ids = ActorIds::new(written_ids(&twins)?);
    let mut make = |name: &str| ids.give(name);
    let mut actor = |Located { value, place }: Located<TextOr<'_, ActorTwin<'_>>>| match value {
        TextOr::Text(name) => Actor { id: make(&name), name: Sourced::new(name.into_owned(), place), external: false },
        TextOr::Map(twin) => Actor {
            id: twin.id.map_or_else(|| make(&twin.name.value), |id| ActorId(id.value.into_owned())),
            name: sourced(twin.name),
            external: twin.external,
        },
    };
    Ok(twins.into_iter().map(&mut actor).collect())
}

/// The ids that stand in the file, all different.
fn written_ids(twins: &[Located<TextOr<'_, ActorTwin<'_>>>]) -> Result<Vec<ActorId>, Fault> {
    if let Some(beyond) = twins.get(MOST_ACTORS) {
        return Err(Fault {
            id: format!("lebih dari {MOST_ACTORS} pelaksana"),
            en: format!("more than {MOST_ACTORS} actors"),
            place: beyond.place,
        });
    }
    let mut ids: Vec<ActorId> = Vec::new();
    for twin in twins {
        let TextOr::Map(ActorTwin { id: Some(Located { value: id, place }), .. }) = &twin.value else { continue };
        if ids.iter().any(|other| other.0 == *id) {
            return Err(Fault {
                id: format!("`{id}` dipakai dua pelaksana: beri masing-masing `id` sendiri"),
                en: format!("`{id}` is the id of two actors: give each an `id` of its own"),
                place: *place,
            });
        }
        ids.push(ActorId(id.to_string()));
    }
    Ok(ids)
}

fn ignore(twin: IgnoreTwin<'_>) -> Ignore {
    Ignore { code: sourced(twin.code), reason: twin.reason.into_owned() }
}

fn conversion(twin: ConversionTwin<'_>) -> Result<Conversion, Fault> {
    let reviews = twin.reviews.into_iter().map(review).collect::<Result<_, _>>()?;
    let leftovers = twin.leftovers.into_iter().map(leftover).collect();
    Ok(Conversion { source: twin.source.into_owned(), reviews, leftovers })
}

fn leftover(twin: LeftoverTwin<'_>) -> Leftover {
    Leftover {
        place: twin.text.place,
        text: twin.text.value.into_owned(),
        kind: match twin.kind {
            None => LeftoverKind::Unknown,
            Some(LeftoverKindTwin::OtherHeading) => LeftoverKind::OtherHeading,
            Some(LeftoverKindTwin::OtherForm) => LeftoverKind::OtherForm,
        },
        near: twin.near.into_iter().map(|path| Path(path.into_owned())).collect(),
        line: twin.line,
        spot: twin.spot.map(Text::into_owned),
    }
}

fn review(twin: ReviewTwin<'_>) -> Result<Review, Fault> {
    Ok(Review {
        path: twin.path.into_owned(),
        how: match twin.how {
            HowTwin::Repaired => How::Repaired,
            HowTwin::Inferred => How::Inferred,
            HowTwin::Unreadable => How::Unreadable,
        },
        confidence: twin.confidence.map(confidence).transpose()?,
        reason: twin.reason.map(Text::into_owned),
        line: twin.line,
        spot: twin.spot.map(Text::into_owned),
    })
}

fn confidence(share: Located<f64>) -> Result<Confidence, Fault> {
    if (0.0..=1.0).contains(&share.value) {
        return Ok(Confidence::new(share.value));
    }
    Err(Fault {
        id: "`keyakinan` harus antara 0 dan 1".to_owned(),
        en: "`keyakinan` has to be between 0 and 1".to_owned(),
        place: share.place,
    })
}
