//! JSON text → the tree that YAML gives, with the same places and bounds.

use super::error::{Kind, Problem};
use super::tree::{Budget, DEPTH, ITEMS, Key, Node, Shape, keyed};
use crate::source::Span;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::collections::HashSet;
use std::fmt;

/// The tree of a JSON text.
pub fn document(text: &str) -> Result<Node, Problem> {
    let mut reader = Reader { text, budget: Budget::for_text(text) };
    let raw = reader.parse(text.strip_prefix('\u{feff}').unwrap_or(text))?;
    reader.node(raw, 0)
}

struct Reader<'t> {
    text: &'t str,
    budget: Budget,
}

impl<'t> Reader<'t> {
    /// A part of the text as JSON of one kind.
    fn parse<T: Deserialize<'t>>(&self, part: &'t str) -> Result<T, Problem> {
        serde_json::from_str(part).map_err(|error| Problem::json(&error, part, self.offset(part)))
    }

    /// Where a part of the text begins in it.
    fn offset(&self, part: &str) -> usize {
        (part.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize)
    }

    fn span(&self, raw: &RawValue) -> Span {
        let start = self.offset(raw.get());
        Span::new(start, start + raw.get().len())
    }

    fn node(&mut self, raw: &'t RawValue, depth: usize) -> Result<Node, Problem> {
        let span = self.span(raw);
        self.budget.spend(span)?;
        if depth > DEPTH {
            return Err(Problem::new(Kind::TooDeep, span));
        }
        let shape = match raw.get().as_bytes().first() {
            Some(b'n') => Shape::Null,
            Some(b'"') => Shape::Text(self.parse(raw.get())?),
            Some(b'[') => self.list(self.parse(raw.get())?, span, depth)?,
            Some(b'{') => self.map(self.parse(raw.get())?, span, depth)?,
            _ => Shape::Text(raw.get().to_owned()),
        };
        Ok(Node { span, shape })
    }

    fn list(&mut self, items: Vec<&'t RawValue>, span: Span, depth: usize) -> Result<Shape, Problem> {
        if items.len() > ITEMS {
            return Err(Problem::new(Kind::TooMuch, span));
        }
        items.into_iter().map(|item| self.node(item, depth + 1)).collect::<Result<_, _>>().map(Shape::List)
    }

    fn map(&mut self, pairs: RawPairs<'t>, span: Span, depth: usize) -> Result<Shape, Problem> {
        if pairs.0.len() > ITEMS {
            return Err(Problem::new(Kind::TooMuch, span));
        }
        let mut seen = HashSet::new();
        let mut read = Vec::with_capacity(pairs.0.len());
        for (key, value) in pairs.0 {
            let key = Key { span: self.span(key), text: self.parse(key.get())? };
            if !seen.insert(key.text.clone()) {
                return Err(Problem::new(Kind::TwiceTheKey(key.text), key.span));
            }
            let value = self.node(value, depth + 1)?;
            read.push(keyed(key, value));
        }
        Ok(Shape::Map(read))
    }
}

/// The pairs of an object, unread, in their order, repeats and all.
struct RawPairs<'t>(Vec<(&'t RawValue, &'t RawValue)>);

impl<'de: 't, 't> Deserialize<'de> for RawPairs<'t> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pairs;
        impl<'de> Visitor<'de> for Pairs {
            type Value = Vec<(&'de RawValue, &'de RawValue)>;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("peta")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(pairs)
            }
        }
        deserializer.deserialize_map(Pairs).map(Self)
    }
}
