//! S1xx: identitas: unsur wajib, pengesah, NIP, pangkat, isi bagian.

use super::Rule;
use crate::model::Signatory;
use crate::vocabulary::ranks::{is_uniformed, opens_with_uniformed};

mod bare_record_keeping;
mod boilerplate_caution;
mod caution_without_condition;
mod degree_without_points;
mod document_as_equipment;
mod implausible_nip;
mod incomplete_signatory;
mod malformed_nip;
mod missing_identity_element;
mod missing_section;
mod oddly_grouped_nip;
mod other_region;
mod own_name_as_relation;
mod person_as_qualification;
mod rank_grade_mismatch;
mod renamed_agency;
mod signatory_of_another_unit;
mod title_as_sentence;
mod title_heading_mismatch;
mod unmentioned_subject;

/// The rules of this chapter, by code.
pub const RULES: &[&Rule] = &[
    &missing_identity_element::RULE,
    &title_heading_mismatch::RULE,
    &title_as_sentence::RULE,
    &incomplete_signatory::RULE,
    &signatory_of_another_unit::RULE,
    &malformed_nip::RULE,
    &implausible_nip::RULE,
    &oddly_grouped_nip::RULE,
    &rank_grade_mismatch::RULE,
    &degree_without_points::RULE,
    &person_as_qualification::RULE,
    &document_as_equipment::RULE,
    &caution_without_condition::RULE,
    &boilerplate_caution::RULE,
    &bare_record_keeping::RULE,
    &other_region::RULE,
    &unmentioned_subject::RULE,
    &missing_section::RULE,
    &own_name_as_relation::RULE,
    &renamed_agency::RULE,
];

/// Police and armed forces have numbers of their own, and no NIP.
fn is_in_uniform(signatory: &Signatory) -> bool {
    signatory.rank.as_ref().is_some_and(|rank| is_uniformed(&rank.value))
        || signatory.name.as_ref().is_some_and(|name| opens_with_uniformed(&name.value))
}
