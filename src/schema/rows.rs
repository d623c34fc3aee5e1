//! A row of the table is a step or a heading; which of them, its first key tells.

use super::twin::{HeadingTwin, RowTwin, StepTwin};
use serde::de::{Deserialize, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, Visitor, value};
use serde::{Serialize, Serializer};
use std::fmt;
use std::marker::PhantomData;

/// The key of a heading.
const HEADING: &str = "subjudul";

impl Serialize for RowTwin<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Heading(heading) => heading.serialize(serializer),
            Self::Step(step) => step.serialize(serializer),
        }
    }
}

impl<'a, 'de> Deserialize<'de> for RowTwin<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(RowVisitor(PhantomData))
    }
}

struct RowVisitor<'a>(PhantomData<&'a ()>);

impl<'a, 'de> Visitor<'de> for RowVisitor<'a> {
    type Value = RowTwin<'a>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("peta")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let first: Option<String> = map.next_key()?;
        let is_heading = first.as_deref() == Some(HEADING);
        let whole = value::MapAccessDeserializer::new(Whole { first, rest: map });
        match is_heading {
            true => HeadingTwin::deserialize(whole).map(RowTwin::Heading),
            false => StepTwin::deserialize(whole).map(RowTwin::Step),
        }
    }
}

/// A map whose first key was looked at already.
struct Whole<A> {
    first: Option<String>,
    rest: A,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Whole<A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        match self.first.take() {
            Some(key) => seed.deserialize(key.into_deserializer()).map(Some),
            None => self.rest.next_key_seed(seed),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        self.rest.next_value_seed(seed)
    }
}
