//! S4xx: pelaksana.

use super::Rule;

mod abolished_office;
mod columns_by_rank;
mod crowded_row;
mod idle_actor;
mod misplaced_office;
mod missed_handover;
mod office_and_team_role;
mod person_as_actor;
mod respelled_office;
mod single_actor;
mod step_without_actor;
mod subject_in_activity;
mod undefined_actor;
mod unknown_office;
mod unlisted_actor;
mod unread_actor;

/// The rules of this chapter, by code.
pub const RULES: &[&Rule] = &[
    &step_without_actor::RULE,
    &idle_actor::RULE,
    &unlisted_actor::RULE,
    &subject_in_activity::RULE,
    &crowded_row::RULE,
    &single_actor::RULE,
    &person_as_actor::RULE,
    &respelled_office::RULE,
    &unknown_office::RULE,
    &misplaced_office::RULE,
    &abolished_office::RULE,
    &columns_by_rank::RULE,
    &office_and_team_role::RULE,
    &missed_handover::RULE,
    &unread_actor::RULE,
    &undefined_actor::RULE,
];
