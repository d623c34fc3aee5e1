//! Node → any type of serde: the bridge from the tree to the twins.
//!
//! Scalars are handed over as their text; a single value stands in for a list; empty items of a list are passed over.

use super::error::{Kind, Problem};
use super::tree::{Key, Node, Shape};
use crate::schema::LOCATED;
use serde::de::value::StrDeserializer;
use serde::de::{DeserializeSeed, Deserializer, Error, IntoDeserializer, MapAccess, SeqAccess, Unexpected, Visitor};
use serde::forward_to_deserialize_any;

impl Node {
    /// How an error names what stands here.
    fn unexpected(&self) -> Unexpected<'_> {
        match &self.shape {
            Shape::Null => Unexpected::Unit,
            Shape::Text(text) => Unexpected::Str(text),
            Shape::List(_) => Unexpected::Seq,
            Shape::Map(_) => Unexpected::Map,
        }
    }

    fn wrong<'de, V: Visitor<'de>>(&self, visitor: &V) -> Problem {
        Problem::invalid_type(self.unexpected(), visitor).at(self.span)
    }

    /// The scalar as a value of another type.
    fn scalar<T: std::str::FromStr>(&self, kind: Kind) -> Result<T, Problem> {
        match &self.shape {
            Shape::Text(text) => text.parse().map_err(|_| Problem::new(kind, self.span)),
            _ => Err(Problem::new(kind, self.span)),
        }
    }
}

impl<'de> Deserializer<'de> for &'de Node {
    type Error = Problem;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        let result = match &self.shape {
            Shape::Null => visitor.visit_unit(),
            Shape::Text(text) => visitor.visit_borrowed_str(text),
            Shape::List(items) => visitor.visit_seq(Items(items.iter())),
            Shape::Map(pairs) => visitor.visit_map(Pairs { rest: pairs.iter(), value: None }),
        };
        result.map_err(|problem| problem.at(self.span))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        match self.shape {
            Shape::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        let items = match &self.shape {
            Shape::Null => &[],
            Shape::List(items) => items.as_slice(),
            _ => std::slice::from_ref(self),
        };
        visitor.visit_seq(Items(items.iter()))
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        let pairs = match &self.shape {
            Shape::Null => &[],
            Shape::Map(pairs) => pairs.as_slice(),
            _ => return Err(self.wrong(&visitor)),
        };
        visitor.visit_map(Pairs { rest: pairs.iter(), value: None }).map_err(|problem| problem.at(self.span))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Problem> {
        self.deserialize_map(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Problem> {
        match name {
            LOCATED => visitor.visit_seq(Parts { node: self, given: 0 }),
            _ => visitor.visit_newtype_struct(self),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Problem> {
        let Shape::Text(text) = &self.shape else { return Err(self.wrong(&visitor)) };
        let plain = text.trim().to_lowercase();
        let word: StrDeserializer<'_, Problem> = plain.as_str().into_deserializer();
        visitor.visit_enum(word).map_err(|problem| problem.at(self.span))
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        visitor.visit_bool(self.scalar(Kind::NoBoolean)?)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        visitor.visit_u32(self.scalar(Kind::NoWholeNumber)?)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        visitor.visit_f64(self.scalar(Kind::NoNumber)?)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 u8 u16 u64 f32 char str string bytes byte_buf unit unit_struct tuple tuple_struct identifier
    }
}

/// The items of a list that hold something.
struct Items<'de>(std::slice::Iter<'de, Node>);

impl<'de> SeqAccess<'de> for Items<'de> {
    type Error = Problem;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Problem> {
        match self.0.find(|item| !matches!(item.shape, Shape::Null)) {
            Some(item) => seed.deserialize(item).map(Some).map_err(|problem| problem.at(item.span)),
            None => Ok(None),
        }
    }
}

/// The pairs of a map.
struct Pairs<'de> {
    rest: std::slice::Iter<'de, (Key, Node)>,
    value: Option<&'de (Key, Node)>,
}

impl<'de> MapAccess<'de> for Pairs<'de> {
    type Error = Problem;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Problem> {
        let Some(pair) = self.rest.next() else { return Ok(None) };
        self.value = Some(pair);
        let key: StrDeserializer<'de, Problem> = pair.0.text.as_str().into_deserializer();
        seed.deserialize(key).map(Some).map_err(|problem| problem.at(pair.0.span))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Problem> {
        let (key, value) = self.value.take().ok_or_else(|| Problem::custom("value before key"))?;
        seed.deserialize(value).map_err(|problem| problem.at(value.span).under(&key.text))
    }
}

/// First byte, end and value: what [`crate::schema::Located`] asks for.
struct Parts<'de> {
    node: &'de Node,
    given: u8,
}

impl<'de> SeqAccess<'de> for Parts<'de> {
    type Error = Problem;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Problem> {
        let part = self.given;
        self.given += 1;
        match part {
            0 => seed.deserialize(self.node.span.start.into_deserializer()).map(Some),
            1 => seed.deserialize(self.node.span.end.into_deserializer()).map(Some),
            2 => seed.deserialize(self.node).map(Some),
            _ => Ok(None),
        }
    }
}
