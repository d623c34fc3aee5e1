//! Every Indonesian word the program recognises, and the facts it checks against, as data.

pub mod list_words;
pub mod months;
pub mod numerals;
pub mod ranks;
pub mod regulation_kinds;
pub mod signatories;
pub mod units;
