//! `sop`: reads, checks and prints Indonesian government SOPs (SOP AP, PermenPANRB 35/2012).

pub mod analysis;
pub mod check;
pub mod cli;
pub mod diagnostic;
pub mod document;
pub mod grammar;
pub mod layout;
pub mod model;
pub mod parse;
pub mod plain;
pub mod read;
pub mod render;
pub mod report;
pub mod schema;
pub mod source;
pub mod vocabulary;
