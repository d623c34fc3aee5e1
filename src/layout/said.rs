//! What a stretch of a page stands for → the words of the SOP itself, before they were broken into lines and pages.

use super::form::Form;
use super::identity_rows::{self, number_of, signed_texts};
use super::meaning::Role;
use super::table::{cell_texts, ordered, text_column};
use super::words;
use crate::model::{IdentityField, Sop};

/// What the SOP says there, item by item, line breaks kept; nothing where the form alone has the words.
pub fn said(sop: &Sop, form: &Form, role: &Role) -> Vec<String> {
    let texts = match role {
        Role::Title => vec![words::title(sop)],
        Role::Agency => {
            [&sop.identity.agency, &sop.identity.unit].map(|field| words::field(field, String::clone)).to_vec()
        }
        Role::Value(number) => value(sop, *number),
        Role::ItemText(kind, item) => words::section_item(sop, *kind, *item).into_iter().collect(),
        Role::Head(head) if head.row == 1 && head.rows == 1 => {
            let actor = head.column.checked_sub(2).and_then(|at| sop.actors.get(at));
            actor.map(|actor| actor.name.value.clone()).into_iter().collect()
        }
        Role::Subhead { step, at } => {
            let heading = sop.steps.get(*step).and_then(|step| step.headings.get(*at));
            heading.map(|heading| heading.value.clone()).into_iter().collect()
        }
        Role::Cell { step, column, .. } => {
            let actors = sop.actors.len().max(1);
            let place = ordered(form).into_iter().enumerate().find(|(place, _)| text_column(*place, actors) == *column);
            let texts = sop.steps.get(*step).map(cell_texts).unwrap_or_default();
            place.map(|(_, at)| texts[at].clone()).unwrap_or_default()
        }
        _ => Vec::new(),
    };
    texts.into_iter().filter(|text| !text.trim().is_empty()).collect()
}

/// It is what stands beside the label of who signs.
pub fn is_signature(role: &Role) -> bool {
    matches!(role, Role::Value(number) if field(*number) == Some(IdentityField::Signatory))
}

/// The field whose label and value go by this number.
fn field(number: usize) -> Option<IdentityField> {
    IdentityField::ALL.into_iter().find(|row| number_of(*row) == Some(number))
}

/// What stands beside the label of this number.
fn value(sop: &Sop, number: usize) -> Vec<String> {
    match field(number) {
        Some(IdentityField::Signatory) => signed_texts(&sop.identity.signatory).to_vec(),
        Some(row) => vec![identity_rows::value(sop, row)],
        None => Vec::new(),
    }
}
