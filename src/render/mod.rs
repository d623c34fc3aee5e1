//! Sop → artefact: table, print, YAML.

pub mod fonts;
pub mod html;
pub mod pdf;
pub mod svg;
