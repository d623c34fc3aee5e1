//! Sop → YAML, readable alike by YAML 1.1 and 1.2.

mod emitter;
pub mod scalar;

use crate::model::Sop;
use crate::schema::SopTwin;

/// First line: where editors find the schema.
const HEADER: &str = "# yaml-language-server: $schema=sop.schema.json\n";

/// The SOPs as YAML, one document (`---`) for each.
pub fn to_yaml(sops: &[Sop]) -> String {
    let mut text = String::from(HEADER);
    for (at, sop) in sops.iter().enumerate() {
        if at > 0 {
            text.push_str("---\n");
        }
        emitter::write(&SopTwin::of(sop), &mut text);
    }
    text
}
