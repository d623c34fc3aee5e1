//! S0xx: bentuk dokumen: bagian, kolom, nomor langkah, apa yang tidak terbaca.

use super::Rule;

mod broken_characters;
mod covered_text;
mod exchanged_data;
mod heading_as_step;
mod left_out_text;
mod leftover_markup;
mod loose_yaml;
mod missing_column;
mod missing_part;
mod needless_ignore;
mod other_form;
mod page_furniture;
mod page_without_text;
mod recognised_text;
mod repeated_step_number;
mod several_sops_in_file;
mod shifted_row;
mod step_number_gap;
mod total_row;
mod tracked_change;
mod unexplained_ignore;
mod unknown_ignored_code;
mod unmapped_letters;
mod unread_drawing;
mod unused_text;
mod words_against_drawing;

/// The rules of this chapter, by code.
pub const RULES: &[&Rule] = &[
    &missing_part::RULE,
    &missing_column::RULE,
    &shifted_row::RULE,
    &step_number_gap::RULE,
    &leftover_markup::RULE,
    &several_sops_in_file::RULE,
    &other_form::RULE,
    &total_row::RULE,
    &unused_text::RULE,
    &broken_characters::RULE,
    &repeated_step_number::RULE,
    &unknown_ignored_code::RULE,
    &page_furniture::RULE,
    &needless_ignore::RULE,
    &unexplained_ignore::RULE,
    &left_out_text::RULE,
    &tracked_change::RULE,
    &covered_text::RULE,
    &page_without_text::RULE,
    &unmapped_letters::RULE,
    &unread_drawing::RULE,
    &words_against_drawing::RULE,
    &loose_yaml::RULE,
    &heading_as_step::RULE,
    &exchanged_data::RULE,
    &recognised_text::RULE,
];
