//! S6xx: waktu.

use super::Rule;

mod broken_promise;
mod conditional_duration;
mod missing_unit;
mod mixed_days;
mod oddly_chosen_unit;
mod oddly_written_duration;
mod outsized_duration;
mod slow_permit;
mod unmeasurable_duration;
mod unspecified_days;
mod wide_range;
mod zero_duration;

/// The rules of this chapter, by code.
pub const RULES: &[&Rule] = &[
    &unmeasurable_duration::RULE,
    &missing_unit::RULE,
    &oddly_written_duration::RULE,
    &oddly_chosen_unit::RULE,
    &unspecified_days::RULE,
    &wide_range::RULE,
    &conditional_duration::RULE,
    &outsized_duration::RULE,
    &broken_promise::RULE,
    &slow_permit::RULE,
    &zero_duration::RULE,
    &mixed_days::RULE,
];
