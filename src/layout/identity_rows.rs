//! What stands in the rows of the identity block, and by which number each goes.

use super::words;
use crate::model::{Field, IdentityField, IdentityValue, Signatory, Sop, Sourced};

/// The rows over the signature.
pub(super) fn before_signature(sop: &Sop) -> impl Iterator<Item = IdentityField> {
    rows(sop).take_while(|row| *row != IdentityField::Signatory)
}

/// The rows under the signature.
pub(super) fn after_signature(sop: &Sop) -> impl Iterator<Item = IdentityField> {
    rows(sop).skip_while(|row| *row != IdentityField::Signatory).skip(1)
}

/// The rows beside the agency.
fn rows(sop: &Sop) -> impl Iterator<Item = IdentityField> {
    sop.identity.rows().filter(|row| !row.is_left())
}

/// The number that label and value of a row go by; none for the agency and the name, which have roles of their own.
pub(super) fn number_of(row: IdentityField) -> Option<usize> {
    let numbered = |row: &IdentityField| !row.is_left() && *row != IdentityField::Title;
    IdentityField::ALL.into_iter().filter(numbered).position(|other| other == row)
}

/// What stands beside the label of a row.
pub(super) fn value(sop: &Sop, row: IdentityField) -> String {
    match sop.identity.value(row) {
        IdentityValue::Text(field) => words::field(field, String::clone),
        IdentityValue::Number(field) => words::field(field, ToString::to_string),
        IdentityValue::Date(field) => words::field(field, words::date_words),
        IdentityValue::Person(field) => {
            let texts = signed_texts(field);
            texts.iter().map(String::as_str).filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n")
        }
        IdentityValue::List(field) => {
            let items = words::items(field);
            let numbered = |(at, item): (usize, &String)| format!("{}. {item}", at + 1);
            match items.len() {
                0 | 1 => items.concat(),
                _ => items.iter().enumerate().map(numbered).collect::<Vec<_>>().join("\n"),
            }
        }
    }
}

/// Who signs: the office over the signature; name, rank and NIP under it.
pub(super) fn signed_texts(field: &Field<Signatory>) -> [String; 4] {
    let unknown = Signatory::default();
    let signatory = field.known().unwrap_or(&unknown);
    let text = |value: &Option<Sourced<String>>| value.as_ref().map_or(String::new(), |it| it.value.clone());
    let above = match field {
        Field::Unreadable(text) => text.value.clone(),
        Field::Dash(_) => "-".to_owned(),
        _ => text(&signatory.position),
    };
    let nip = signatory.nip.as_ref().map_or(String::new(), |nip| format!("NIP. {}", nip.value.grouped()));
    [above, text(&signatory.name), words::rank(signatory), nip]
}
