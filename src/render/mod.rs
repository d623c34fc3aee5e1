//! Sop → artefact: table, print, YAML; and the graph of a folder.

pub mod bpmn;
pub mod docx;
pub mod drawingml;
pub mod fonts;
pub mod graph;
pub mod grid;
pub mod html;
pub mod json;
pub mod logo;
pub mod markdown;
pub mod mermaid;
pub mod pdf;
pub mod pdfa;
pub mod png;
pub mod print;
mod properties;
pub mod svg;
pub mod terminal;
mod told;
pub mod xlsx;
pub mod yaml;
