//! S8xx: bahasa: kata kerja, ejaan, istilah.

use super::Rule;

mod activity_without_object;
mod activity_without_verb;
mod changing_terms;
mod doubled_word;
mod empty_activity;
mod glued_words;
mod misspelt_word;
mod nonstandard_word;
mod overlong_activity;
mod passive_activity;
mod scanned_nonsense;
mod several_activities;
mod shouted_activity;

/// The rules of this chapter, by code.
pub const RULES: &[&Rule] = &[
    &activity_without_verb::RULE,
    &passive_activity::RULE,
    &activity_without_object::RULE,
    &overlong_activity::RULE,
    &misspelt_word::RULE,
    &glued_words::RULE,
    &nonstandard_word::RULE,
    &shouted_activity::RULE,
    &changing_terms::RULE,
    &scanned_nonsense::RULE,
    &doubled_word::RULE,
    &several_activities::RULE,
    &empty_activity::RULE,
];
