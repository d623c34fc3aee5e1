//! Model → twin, borrowing its texts; chooses the shortest form that says the same.

use super::twin::{
    ActorTwin, CaseTwin, CellTwin, ConversionTwin, DateSlot, HeadingTwin, HowTwin, IdentityTwin, IgnoreTwin,
    LeftoverKindTwin, LeftoverTwin, LineTwin, ListEntry, MergedTwin, ReviewTwin, RowTwin, SignatoryTwin, SopTwin,
    StepTwin, SymbolTwin, TextEntry, WayGoal, WayTwin,
};
use super::values::{DateEntry, Entry, Goal, Items, OneOrMany, RowNumber, ScalarOr, Slot, Text, TextOr};
use super::{Located, VERSION};
use crate::model::{
    Actor, Cell, Citation, Conversion, Date, DocumentName, Field, How, Identity, Ignore, Leftover, LeftoverKind,
    Review, Signatory, Sop, SopNumber, Sourced, Step, StepField, Symbol, Target, Way,
};
use std::borrow::Cow;

impl<'a> SopTwin<'a> {
    /// The twin of a model.
    pub fn of(sop: &'a Sop) -> Self {
        Self {
            version: VERSION,
            identity: identity(&sop.identity),
            legal_basis: list(&sop.legal_basis, |citation: &Citation| &citation.text),
            qualifications: list(&sop.qualifications, String::as_str),
            related: list(&sop.related, String::as_str),
            equipment: list(&sop.equipment, String::as_str),
            cautions: list(&sop.cautions, String::as_str),
            records: list(&sop.records, String::as_str),
            actors: sop.actors.iter().map(|it| Located::nowhere(TextOr::Map(actor(it)))).collect(),
            rows: sop.steps.iter().flat_map(rows).map(Located::nowhere).collect(),
            ignored: sop.ignored.iter().map(ignore).collect(),
            conversion: sop.conversion.as_ref().map(conversion),
        }
    }
}

fn identity(identity: &Identity) -> IdentityTwin<'_> {
    IdentityTwin {
        agency: text(&identity.agency, plain),
        unit: text(&identity.unit, plain),
        number: text(&identity.number, |number: &SopNumber| Cow::Borrowed(&number.0)),
        revision: text(&identity.revision, plain),
        title: text(&identity.title, plain),
        created: date(&identity.created),
        revised: date(&identity.revised),
        effective: date(&identity.effective),
        maker: slot(&identity.maker, signatory),
        examiner: slot(&identity.examiner, signatory),
        signatory: slot(&identity.signatory, signatory),
        purpose: list(&identity.purpose, String::as_str),
    }
}

fn signatory(signatory: &Signatory) -> SignatoryTwin<'_> {
    fn part(part: &Option<Sourced<String>>) -> Option<Located<Text<'_>>> {
        part.as_ref().map(|it| Located::nowhere(plain(&it.value)))
    }
    SignatoryTwin {
        position: part(&signatory.position),
        name: part(&signatory.name),
        rank: part(&signatory.rank),
        grade: part(&signatory.grade),
        nip: signatory.nip.as_ref().map(|nip| Located::nowhere(Cow::Borrowed(nip.value.0.as_str()))),
    }
}

fn actor(actor: &Actor) -> ActorTwin<'_> {
    ActorTwin {
        id: Some(Located::nowhere(Cow::Borrowed(actor.id.0.as_str()))),
        name: Located::nowhere(plain(&actor.name.value)),
        external: actor.external,
    }
}

/// A step behind the headings above it.
fn rows(it: &Step) -> impl Iterator<Item = RowTwin<'_>> {
    let heading = |text| RowTwin::Heading(HeadingTwin { heading: Located::nowhere(plain(text)) });
    let headings = it.headings.iter().map(move |text| heading(&text.value));
    headings.chain(std::iter::once_with(|| RowTwin::Step(step(it))))
}

fn step(step: &Step) -> StepTwin<'_> {
    let (own, cells) = match step.cells.as_slice() {
        [only] => {
            let id = only.actor.as_ref().map(|actor| TextOr::Text(Cow::Borrowed(actor.value.0.as_str())));
            (cell(only), id.map(Located::nowhere).into_iter().collect())
        }
        several => (CellTwin::default(), row(several)),
    };
    StepTwin {
        number: Some(Located::nowhere(RowNumber::Whole(step.number))),
        activity: text(&step.activity, plain),
        cells: OneOrMany(cells),
        symbol: own.symbol,
        requirements: list(&step.requirements, document_name),
        duration: text(&step.duration, |duration| Cow::Owned(duration.to_string())),
        outputs: list(&step.outputs, document_name),
        note: text(&step.note, plain),
        merged: step.merged.iter().filter_map(|it| MergedTwin::of(*it)).map(Located::nowhere).collect(),
        joint: step.joint.iter().map(|id| Located::nowhere(Cow::Borrowed(id.value.0.as_str()))).collect(),
        yes: own.yes,
        no: own.no,
        cases: own.cases,
        next: own.next,
    }
}

/// Several cells: their actors alone where the cells carry nothing else.
fn row(cells: &[Cell]) -> Vec<Located<TextOr<'_, CellTwin<'_>>>> {
    let ids: Option<Vec<_>> = cells.iter().map(lone_actor).collect();
    let entries = ids.unwrap_or_else(|| cells.iter().map(|it| TextOr::Map(cell(it))).collect());
    entries.into_iter().map(Located::nowhere).collect()
}

/// The actor of a cell that says nothing more.
fn lone_actor(cell: &Cell) -> Option<TextOr<'_, CellTwin<'_>>> {
    let bare = cell.symbol.is_none() && !cell.leads_on();
    let actor = cell.actor.as_ref().filter(|_| bare)?;
    Some(TextOr::Text(Cow::Borrowed(actor.value.0.as_str())))
}

fn cell(cell: &Cell) -> CellTwin<'_> {
    CellTwin {
        id: cell.actor.as_ref().map(|actor| Located::nowhere(Cow::Borrowed(actor.value.0.as_str()))),
        symbol: cell.symbol.as_ref().map(|symbol| Located::nowhere(SymbolTwin::of(symbol.value))),
        yes: cell.yes.as_ref().map(way),
        no: cell.no.as_ref().map(way),
        cases: cell.cases.iter().map(case).collect(),
        next: OneOrMany(cell.next.iter().map(way).collect()),
    }
}

fn way(way: &Way) -> Located<WayGoal<'_>> {
    let to = goal(&way.value);
    if way.label.is_none() && !way.dashed {
        return Located::nowhere(ScalarOr::Scalar(to.value));
    }
    let label = way.label.as_ref().map(|label| Located::nowhere(plain(&label.value)));
    Located::nowhere(ScalarOr::Map(WayTwin { to, label, line: line(way) }))
}

fn case(way: &Way) -> Located<CaseTwin<'_>> {
    let label = Located::nowhere(Cow::Borrowed(way.words().unwrap_or_default()));
    Located::nowhere(CaseTwin { label, to: goal(&way.value), line: line(way) })
}

fn line(way: &Way) -> Option<LineTwin> {
    way.dashed.then_some(LineTwin::Dashed)
}

fn goal(target: &Target) -> Located<Goal<'_>> {
    Located::nowhere(match target {
        Target::Step(number) => Goal::Number(*number),
        other => Goal::Text(Cow::Owned(other.to_string())),
    })
}

impl MergedTwin {
    /// None for a column whose cells are never merged.
    fn of(field: StepField) -> Option<Self> {
        match field {
            StepField::Requirements => Some(Self::Requirements),
            StepField::Duration => Some(Self::Duration),
            StepField::Outputs => Some(Self::Outputs),
            StepField::Note => Some(Self::Note),
            _ => None,
        }
    }
}

impl SymbolTwin {
    fn of(symbol: Symbol) -> Self {
        match symbol {
            Symbol::Start => Self::Start,
            Symbol::Process => Self::Process,
            Symbol::Decision => Self::Decision,
            Symbol::Document => Self::Document,
            Symbol::End => Self::End,
        }
    }
}

fn ignore(ignore: &Ignore) -> IgnoreTwin<'_> {
    IgnoreTwin { code: Located::nowhere(plain(&ignore.code.value)), reason: plain(&ignore.reason) }
}

fn conversion(conversion: &Conversion) -> ConversionTwin<'_> {
    ConversionTwin {
        source: plain(&conversion.source),
        reviews: conversion.reviews.iter().map(review).collect(),
        leftovers: conversion.leftovers.iter().map(leftover).collect(),
    }
}

fn leftover(leftover: &Leftover) -> LeftoverTwin<'_> {
    LeftoverTwin {
        text: Located::nowhere(plain(&leftover.text)),
        kind: match leftover.kind {
            LeftoverKind::Unknown => None,
            LeftoverKind::OtherHeading => Some(LeftoverKindTwin::OtherHeading),
            LeftoverKind::OtherForm => Some(LeftoverKindTwin::OtherForm),
        },
        near: leftover.near.iter().map(|path| plain(&path.0)).collect(),
        line: leftover.line,
        spot: leftover.spot.as_ref().map(plain),
    }
}

fn review(review: &Review) -> ReviewTwin<'_> {
    ReviewTwin {
        path: plain(&review.path),
        how: match review.how {
            How::Repaired => HowTwin::Repaired,
            How::Inferred => HowTwin::Inferred,
            How::Unreadable => HowTwin::Unreadable,
        },
        confidence: review.confidence.map(|confidence| Located::nowhere(confidence.share())),
        reason: review.reason.as_ref().map(plain),
        line: review.line,
        spot: review.spot.as_ref().map(plain),
    }
}

#[allow(clippy::ptr_arg, reason = "passed where a function of &String is wanted")]
fn plain(text: &String) -> Text<'_> {
    Cow::Borrowed(text)
}

fn document_name(name: &DocumentName) -> &str {
    &name.0
}

fn text<'a, T>(field: &'a Field<Sourced<T>>, write: impl Fn(&'a T) -> Text<'a>) -> TextEntry<'a> {
    Slot(Some(Located::nowhere(match field {
        Field::Absent => return Slot(None),
        Field::Blank(_) => Entry::Blank,
        Field::Dash(_) => Entry::Text(Cow::Borrowed("-")),
        Field::Unreadable(text) => Entry::Text(plain(&text.value)),
        Field::Known(known) => Entry::Text(write(&known.value)),
    })))
}

fn date(field: &Field<Sourced<Date>>) -> DateSlot<'_> {
    let entry = text(field, |date| Cow::Owned(date.to_string()));
    Slot(entry.0.map(|it| Located::nowhere(DateEntry(it.value))))
}

fn list<'a, T>(field: &'a Field<Vec<Sourced<T>>>, write: impl Fn(&'a T) -> &'a str) -> ListEntry<'a> {
    slot(field, |items| items.iter().map(|it| Located::nowhere(Cow::Borrowed(write(&it.value)))).collect::<Items<'a>>())
}

fn slot<'a, T, V>(field: &'a Field<T>, write: impl FnOnce(&'a T) -> V) -> Slot<Located<Entry<'a, V>>> {
    Slot(Some(Located::nowhere(match field {
        Field::Absent => return Slot(None),
        Field::Blank(_) => Entry::Blank,
        Field::Dash(_) => Entry::Text(Cow::Borrowed("-")),
        Field::Unreadable(text) => Entry::Text(plain(&text.value)),
        Field::Known(known) => Entry::Value(write(known)),
    })))
}
