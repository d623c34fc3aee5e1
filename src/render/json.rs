//! Sop → JSON: the tree of the YAML with the same keys.

use crate::model::Sop;
use crate::plain::plain_json;
use crate::schema::SopTwin;

/// One SOP as an object, several as an array of objects; pretty-printed, with a line end.
pub fn to_json(sops: &[Sop]) -> String {
    let twins: Vec<_> = sops.iter().map(SopTwin::of).collect();
    let written = match twins.as_slice() {
        [one] => serde_json::to_string_pretty(one),
        several => serde_json::to_string_pretty(several),
    };
    let mut text = plain_json(written.unwrap_or_default());
    text.push('\n');
    text
}
