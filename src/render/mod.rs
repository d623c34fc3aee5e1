//! Sop → artefact: table, print, YAML.

pub mod json;
pub mod terminal;
pub mod yaml;
