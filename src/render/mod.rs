//! Sop → artefact: table, print, YAML.

pub mod terminal;
