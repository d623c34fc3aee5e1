//! S5xx: kelengkapan dan output: rantai dari langkah ke langkah.

use super::Rule;

mod action_as_output;
mod broken_chain;
mod disposition_without_instruction;
mod empty_standard;
mod missing_product;
mod respelled_document;
mod unchanged_document;
mod unexplained_abbreviation;
mod unused_output;
mod vague_requirement;

/// The rules of this chapter, by code.
pub const RULES: &[&Rule] = &[
    &empty_standard::RULE,
    &broken_chain::RULE,
    &respelled_document::RULE,
    &unchanged_document::RULE,
    &unused_output::RULE,
    &action_as_output::RULE,
    &vague_requirement::RULE,
    &missing_product::RULE,
    &unexplained_abbreviation::RULE,
    &disposition_without_instruction::RULE,
];
