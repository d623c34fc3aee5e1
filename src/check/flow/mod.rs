//! S7xx: alur: mulai, selesai, keputusan, panah balik.

use super::Rule;

mod abandoned_branch;
mod approval_without_refusal;
mod dangling_arrow;
mod dead_end;
mod endless_loop;
mod endless_split;
mod idle_decision;
mod implied_decision;
mod misdirected_return;
mod missing_end;
mod missing_start;
mod one_way_decision;
mod oversized_procedure;
mod self_return;
mod service_without_request;
mod several_starts;
mod unfinished_service;
mod unmarked_end;
mod unreachable_step;
mod unread_branch;

/// The rules of this chapter, by code.
pub const RULES: &[&Rule] = &[
    &missing_start::RULE,
    &missing_end::RULE,
    &one_way_decision::RULE,
    &dangling_arrow::RULE,
    &unreachable_step::RULE,
    &dead_end::RULE,
    &endless_loop::RULE,
    &implied_decision::RULE,
    &idle_decision::RULE,
    &self_return::RULE,
    &misdirected_return::RULE,
    &approval_without_refusal::RULE,
    &unfinished_service::RULE,
    &service_without_request::RULE,
    &oversized_procedure::RULE,
    &several_starts::RULE,
    &unmarked_end::RULE,
    &unread_branch::RULE,
    &endless_split::RULE,
    &abandoned_branch::RULE,
];
