//! S3xx: dasar hukum: bentuk, masih berlaku.

use super::Rule;

mod doubtful_regulation;
mod guideline_only;
mod incomplete_citation;
mod other_regions_regulation;
mod regulation_from_the_future;
mod repealed_regulation;
mod repeated_citation;
mod since_repealed_regulation;
mod unordered_citations;

/// The rules of this chapter, by code.
pub const RULES: &[&Rule] = &[
    &repealed_regulation::RULE,
    &since_repealed_regulation::RULE,
    &incomplete_citation::RULE,
    &unordered_citations::RULE,
    &guideline_only::RULE,
    &repeated_citation::RULE,
    &regulation_from_the_future::RULE,
    &other_regions_regulation::RULE,
    &doubtful_regulation::RULE,
];
