//! The serde twins of the model: what YAML and JSON are made of, and the only serde of the house besides the JSON report.
//!
//! Keys, their order, their documentation and the JSON Schema have one owner, the structs of [`twin`]. A model is written by turning it
//! [`into its twin`](SopTwin::of) and read by [turning the twin back](SopTwin::into_model); both directions keep the five
//! silences of a field apart and give every value its place.

pub mod carried;
mod located;
mod numbering;
mod of_model;
mod row;
mod rows;
mod shape;
mod to_model;
mod twin;
mod values;

pub use located::{LOCATED, Located};
pub use to_model::Fault;
pub use twin::{FLOW_STRUCTS, LINE_LISTS, SopTwin};
pub use values::BARE;

/// The version of the format that is written and read.
pub const VERSION: u32 = 1;

/// The JSON Schema (draft 2020-12) of one SOP, pretty-printed, for editors and other programs.
pub fn json_schema() -> String {
    let schema = schemars::schema_for!(SopTwin<'static>);
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}
