//! S3xx: dasar hukum: bentuk, masih berlaku.

use super::Rule;

mod differing_title;
mod doubtful_regulation;
mod guideline_only;
mod incomplete_citation;
mod missing_organisation_rule;
mod mixed_citation_styles;
mod other_regions_regulation;
mod regulation_from_the_future;
mod repealed_regulation;
mod repeated_citation;
mod since_repealed_regulation;
mod unmentioned_amendment;
mod unordered_citations;

/// The rules of this chapter, by code.
pub const RULES: &[&Rule] = &[
    &repealed_regulation::RULE,
    &since_repealed_regulation::RULE,
    &unmentioned_amendment::RULE,
    &incomplete_citation::RULE,
    &mixed_citation_styles::RULE,
    &unordered_citations::RULE,
    &guideline_only::RULE,
    &missing_organisation_rule::RULE,
    &repeated_citation::RULE,
    &regulation_from_the_future::RULE,
    &other_regions_regulation::RULE,
    &differing_title::RULE,
    &doubtful_regulation::RULE,
];
