//! What an SOP says, as plain texts in the order of the form: for artefacts that are text themselves.

pub(super) use crate::layout::{items, section};

use crate::layout::date_words;
use crate::model::{Date, Field, IdentityField, IdentityValue, Signatory, Sop, Sourced};
use crate::vocabulary::labels::printed;
use std::fmt::Display;

/// Labels and values of the identity block; empty where a label has no value, left out where the document has no such label.
pub(super) fn identity(sop: &Sop) -> Vec<(&'static str, String)> {
    let rest = IdentityField::ALL.into_iter().filter(|row| !FIRST.contains(row));
    FIRST.into_iter().chain(rest).filter_map(|row| Some((printed(row), value(sop, row)?))).collect()
}

/// What a text begins with.
const FIRST: [IdentityField; 3] = [IdentityField::Title, IdentityField::Number, IdentityField::Revision];

fn value(sop: &Sop, row: IdentityField) -> Option<String> {
    match sop.identity.value(row) {
        IdentityValue::Text(field) => said(field),
        IdentityValue::Number(field) => said(field),
        IdentityValue::Date(field) => date(field),
        IdentityValue::Person(field) => signatory(field),
        IdentityValue::List(field) => (!field.is_absent()).then(|| items(field).join("\n")),
    }
}

/// What a field says; `None` where the document has no such label, empty where nothing is written.
pub(super) fn said<T: Display>(field: &Field<Sourced<T>>) -> Option<String> {
    match field {
        Field::Absent => None,
        Field::Blank(_) => Some(String::new()),
        Field::Dash(_) => Some("-".to_owned()),
        Field::Unreadable(text) => Some(text.value.clone()),
        Field::Known(value) => Some(value.value.to_string()),
    }
}

fn date(field: &Field<Sourced<Date>>) -> Option<String> {
    match field {
        Field::Known(value) => Some(date_words(&value.value)),
        other => said(other),
    }
}

fn signatory(field: &Field<Signatory>) -> Option<String> {
    let Field::Known(person) = field else {
        return match field {
            Field::Absent => None,
            Field::Dash(_) => Some("-".to_owned()),
            Field::Unreadable(text) => Some(text.value.clone()),
            Field::Blank(_) | Field::Known(_) => Some(String::new()),
        };
    };
    let text = |it: &Option<Sourced<String>>| it.as_ref().map(|it| it.value.trim_end().to_owned());
    let nip = person.nip.as_ref().map(|it| format!("NIP {}", it.value.grouped()));
    let grade = match (text(&person.rank), text(&person.grade)) {
        (Some(rank), Some(grade)) => Some(format!("{rank} ({grade})")),
        (rank, grade) => rank.or(grade),
    };
    let parts = [text(&person.position), text(&person.name), grade, nip];
    Some(parts.into_iter().flatten().collect::<Vec<String>>().join(", "))
}
