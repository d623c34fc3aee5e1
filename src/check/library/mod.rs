//! S9xx: keterkaitan, across the SOPs of a folder.

use super::Rule;

mod activity_as_relation;
mod circular_macro;
mod copied_procedure;
mod office_spelt_otherwise;
mod older_basis;
mod one_sided_relation;
mod repeated_number;
mod two_versions;
mod unfinished_partial;
mod unknown_related_sop;
mod unmade_document;
mod widely_cited_repeal;

/// The rules of this chapter, by code.
pub const RULES: &[&Rule] = &[
    &repeated_number::RULE,
    &two_versions::RULE,
    &unknown_related_sop::RULE,
    &activity_as_relation::RULE,
    &one_sided_relation::RULE,
    &copied_procedure::RULE,
    &office_spelt_otherwise::RULE,
    &unfinished_partial::RULE,
    &circular_macro::RULE,
    &widely_cited_repeal::RULE,
    &unmade_document::RULE,
    &older_basis::RULE,
];
