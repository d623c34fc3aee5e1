//! Every Indonesian word the program recognises, and the facts it checks against, as data.
//!
//! The first spelling of a row is the printed one. Recognition compares [`fold()`]ed text, so that case, blanks inside words,
//! punctuation and digits that look like letters do not matter.

pub mod active_forms;
pub mod activity_verbs;
pub mod amendments;
pub mod asked;
pub mod bodies;
pub mod columns;
pub mod decision_wording;
pub mod document_synonyms;
pub mod evidence;
pub mod flow_words;
pub mod fold;
pub mod form_words;
pub mod index;
pub mod labels;
pub mod list_words;
pub mod long_words;
pub mod marks;
pub mod monitoring;
pub mod months;
pub mod near_words;
mod nearness;
pub mod noise;
pub mod numerals;
pub mod office_names;
pub mod offices;
mod openings;
pub mod phrases;
pub mod plain_words;
pub mod process_words;
pub mod profiles;
pub mod promises;
pub mod prose_words;
pub mod ranks;
pub mod region_words;
pub mod regulation_kinds;
pub mod renamings;
pub mod repeals;
pub mod section_words;
pub mod sections;
pub mod signatories;
pub mod spellings;
pub mod stages;
pub mod title_words;
pub mod titles;
pub mod typos;
pub mod units;
pub mod word_edges;

pub use fold::{distance, fold};
