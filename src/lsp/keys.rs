//! What the format allows at a place: keys with what they are for, and words where only some are known. From the JSON Schema.

use super::whereabouts::Turn;
use crate::schema::json_schema;
use serde_json::Value;
use std::sync::OnceLock;

/// One key of a map of the format.
#[derive(Debug, Clone)]
pub(super) struct Key {
    /// The key.
    pub name: &'static str,
    /// What it is for; empty where the name says it.
    pub description: &'static str,
    /// It has to be there.
    pub is_required: bool,
    /// Its value is a map or a list, never a text.
    pub is_block: bool,
}

fn schema() -> &'static Value {
    static SCHEMA: OnceLock<Value> = OnceLock::new();
    SCHEMA.get_or_init(|| serde_json::from_str(&json_schema()).unwrap_or_default())
}

/// The schemas that a value may follow: references resolved, alternatives side by side.
fn alternatives(node: &'static Value) -> Vec<&'static Value> {
    let mut found = Vec::new();
    let mut waiting = vec![node];
    while let Some(node) = waiting.pop() {
        if let Some(name) = node["$ref"].as_str().and_then(|it| it.strip_prefix("#/$defs/")) {
            waiting.push(&schema()["$defs"][name]);
        } else if let Some(several) = node["anyOf"].as_array() {
            waiting.extend(several.iter().rev());
        } else {
            found.push(node);
        }
    }
    found
}

/// The schemas that hold at the end of a way.
fn at(way: &[Turn]) -> Vec<&'static Value> {
    way.iter().fold(vec![schema()], |nodes, turn| {
        let next = nodes.into_iter().filter_map(|node| match turn {
            Turn::Key(key) => node["properties"].get(key),
            Turn::Item => node.get("items"),
        });
        next.flat_map(alternatives).collect()
    })
}

/// The keys of the map at the end of a way; none where there is no map.
pub(super) fn keys(way: &[Turn]) -> Vec<Key> {
    let maps = at(way).into_iter().filter_map(|node| Some((node, node["properties"].as_object()?)));
    let of_map = |(node, map): (&'static Value, &'static serde_json::Map<String, Value>)| {
        map.iter().map(move |(name, value)| Key {
            name,
            description: value["description"].as_str().unwrap_or_default(),
            is_required: node["required"].as_array().is_some_and(|it| it.iter().any(|it| it == name.as_str())),
            is_block: alternatives(value).iter().all(|it| it["type"] == "object" || it["type"] == "array"),
        })
    };
    maps.flat_map(of_map).collect()
}

/// A list belongs at the end of the way, whatever else may.
pub(super) fn wants_items(way: &[Turn]) -> bool {
    at(way).iter().any(|node| node.get("items").is_some())
}

/// The only words that can stand at the end of a way, where only some can.
pub(super) fn words(way: &[Turn]) -> Vec<String> {
    let of = |node: &'static Value| -> Vec<String> {
        if let Some(words) = node["enum"].as_array() {
            return words.iter().filter_map(Value::as_str).map(str::to_owned).collect();
        }
        match (&node["type"], node["minimum"].as_u64(), node["maximum"].as_u64()) {
            (kind, ..) if kind == "boolean" => vec!["true".to_owned(), "false".to_owned()],
            (_, Some(low), Some(high)) if low == high => vec![low.to_string()],
            _ => Vec::new(),
        }
    };
    at(way).into_iter().flat_map(of).collect()
}

/// What a key is for.
pub(super) fn describe(way: &[Turn]) -> Option<&'static str> {
    let (Turn::Key(name), map) = way.split_last()? else { return None };
    let key = keys(map).into_iter().find(|key| key.name == name)?;
    Some(key.description).filter(|it| !it.is_empty())
}
