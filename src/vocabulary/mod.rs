//! Every Indonesian word the program recognises, and the facts it checks against, as data.

pub mod activity_verbs;
pub mod decision_wording;
pub mod document_synonyms;
pub mod office_names;
pub mod ranks;
pub mod repeals;
pub mod typos;
