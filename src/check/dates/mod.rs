//! S2xx: nomor SOP dan tanggal.

use super::Rule;

mod blank_number_segment;
mod date_as_signatory;
mod dates_out_of_order;
mod future_date;
mod impossible_date;
mod incomplete_date;
mod number_year_mismatch;
mod oddly_written_date;
mod overdue_review;
mod revision_on_creation_day;
mod roman_month_mismatch;
mod signed_on_weekend;

/// The rules of this chapter, by code.
pub const RULES: &[&Rule] = &[
    &blank_number_segment::RULE,
    &number_year_mismatch::RULE,
    &roman_month_mismatch::RULE,
    &incomplete_date::RULE,
    &impossible_date::RULE,
    &oddly_written_date::RULE,
    &dates_out_of_order::RULE,
    &revision_on_creation_day::RULE,
    &overdue_review::RULE,
    &future_date::RULE,
    &signed_on_weekend::RULE,
    &date_as_signatory::RULE,
];
