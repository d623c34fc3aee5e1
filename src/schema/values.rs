//! The leaves of the twins: a text, a date, a list, each able to say that nothing stands there.

use super::Located;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Unexpected, Visitor, value};
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

/// The name of the newtype around a scalar that is written bare in YAML although it looks like a date.
pub const BARE: &str = "$sop::Bare";

/// One text, as written; scalars of any kind are read as their text.
pub type Text<'a> = Cow<'a, str>;

/// A value whose key may be left out; unlike with an `Option`, a key with nothing after it counts as there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot<T>(pub Option<T>);

impl<T> Default for Slot<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T> Slot<T> {
    /// The key is left out.
    pub fn is_absent(&self) -> bool {
        self.0.is_none()
    }
}

impl<T: Serialize> Serialize for Slot<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Slot<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(|value| Self(Some(value)))
    }
}

/// A value of the form that may be left empty (`tanggal_revisi:`), or hold only text where a value of kind `T` should stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry<'a, T> {
    /// The key stands there with nothing after it.
    Blank,
    /// A text.
    Text(Text<'a>),
    /// Something other than a text.
    Value(T),
}

/// What takes the place of a [`Entry::Value`] where only text can stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Never {}

/// What an [`Entry`] can hold besides text.
pub trait EntryValue<'de>: Sized {
    /// The kind, in the word used in messages.
    const KIND: &'static str;

    /// From a list; an error where none is wanted.
    fn from_list<A: SeqAccess<'de>>(list: A) -> Result<Self, A::Error> {
        let _ = list;
        Err(A::Error::invalid_type(Unexpected::Seq, &Self::KIND))
    }

    /// From a map; an error where none is wanted.
    fn from_map<A: MapAccess<'de>>(map: A) -> Result<Self, A::Error> {
        let _ = map;
        Err(A::Error::invalid_type(Unexpected::Map, &Self::KIND))
    }
}

impl<'de> EntryValue<'de> for Never {
    const KIND: &'static str = "teks";
}

/// The items of a list, each with its place.
pub type Items<'a> = Vec<Located<Text<'a>>>;

impl<'de> EntryValue<'de> for Items<'_> {
    const KIND: &'static str = "daftar";

    fn from_list<A: SeqAccess<'de>>(list: A) -> Result<Self, A::Error> {
        Vec::deserialize(value::SeqAccessDeserializer::new(list))
    }
}

impl<'a, 'de, T: EntryValue<'de>> Deserialize<'de> for Entry<'a, T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(EntryVisitor(PhantomData))
    }
}

struct EntryVisitor<'a, T>(PhantomData<(&'a (), T)>);

impl<'a, 'de, T: EntryValue<'de>> Visitor<'de> for EntryVisitor<'a, T> {
    type Value = Entry<'a, T>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(T::KIND)
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(Entry::Blank)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Entry::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Self::Value, A::Error> {
        T::from_list(list).map(Entry::Value)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        T::from_map(map).map(Entry::Value)
    }
}

impl<T: Serialize> Serialize for Entry<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Blank => serializer.serialize_unit(),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Value(value) => value.serialize(serializer),
        }
    }
}

impl Serialize for Never {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        match *self {}
    }
}

/// A date as the format spells it: an [`Entry`] of text that YAML shows without quotes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateEntry<'a>(pub Entry<'a, Never>);

impl<'de> Deserialize<'de> for DateEntry<'_> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Entry::deserialize(deserializer).map(Self)
    }
}

impl Serialize for DateEntry<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_newtype_struct(BARE, &self.0)
    }
}

/// One item, or a list: what is written as a list only where it has several items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OneOrMany<T>(pub Vec<T>);

impl<T> Default for OneOrMany<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> OneOrMany<T> {
    /// Nothing to write.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T: Serialize> Serialize for OneOrMany<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.as_slice() {
            [one] => one.serialize(serializer),
            several => several.serialize(serializer),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for OneOrMany<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(Self)
    }
}

/// A text, or a map of kind `T`: an actor by its name alone, a cell by its actor alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextOr<'a, T> {
    /// The text alone.
    Text(Text<'a>),
    /// All of it.
    Map(T),
}

impl<T: Serialize> Serialize for TextOr<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Map(map) => map.serialize(serializer),
        }
    }
}

impl<'a, 'de, T: Deserialize<'de>> Deserialize<'de> for TextOr<'a, T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextOrVisitor(PhantomData))
    }
}

struct TextOrVisitor<'a, T>(PhantomData<(&'a (), T)>);

impl<'a, 'de, T: Deserialize<'de>> Visitor<'de> for TextOrVisitor<'a, T> {
    type Value = TextOr<'a, T>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("teks atau peta")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(TextOr::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        T::deserialize(value::MapAccessDeserializer::new(map)).map(TextOr::Map)
    }
}

/// A scalar of kind `S`, or a map of kind `T` that says more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ScalarOr<S, T> {
    /// The scalar alone.
    Scalar(S),
    /// All of it.
    Map(T),
}

impl<S: Serialize, T: Serialize> Serialize for ScalarOr<S, T> {
    fn serialize<W: Serializer>(&self, serializer: W) -> Result<W::Ok, W::Error> {
        match self {
            Self::Scalar(scalar) => scalar.serialize(serializer),
            Self::Map(map) => map.serialize(serializer),
        }
    }
}

impl<'de, S: for<'text> From<&'text str>, T: Deserialize<'de>> Deserialize<'de> for ScalarOr<S, T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ScalarOrVisitor(PhantomData))
    }
}

struct ScalarOrVisitor<S, T>(PhantomData<(S, T)>);

impl<'de, S: for<'text> From<&'text str>, T: Deserialize<'de>> Visitor<'de> for ScalarOrVisitor<S, T> {
    type Value = ScalarOr<S, T>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("teks atau peta")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(ScalarOr::Scalar(S::from(text)))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        T::deserialize(value::MapAccessDeserializer::new(map)).map(ScalarOr::Map)
    }
}

/// The target of an arrow: a step number, written as a number, or `4.camat`, or `selesai`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Goal<'a> {
    /// A step.
    Number(u32),
    /// Anything else.
    Text(Text<'a>),
}

impl Serialize for Goal<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Number(number) => serializer.serialize_u32(*number),
            Self::Text(text) => serializer.serialize_str(text),
        }
    }
}

impl From<&str> for Goal<'_> {
    fn from(text: &str) -> Self {
        Self::Text(Cow::Owned(text.to_owned()))
    }
}

impl<'de> Deserialize<'de> for Goal<'_> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|text| Self::Text(Cow::Owned(text)))
    }
}

/// The number of a row: a whole number when it is written, any scalar when it is read (`3a`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowNumber<'a> {
    /// As the format has it.
    Whole(u32),
    /// As somebody wrote it.
    Text(Text<'a>),
}

impl RowNumber<'_> {
    /// As it stands there.
    pub fn text(&self) -> String {
        match self {
            Self::Whole(number) => number.to_string(),
            Self::Text(text) => text.to_string(),
        }
    }
}

impl Serialize for RowNumber<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Whole(number) => serializer.serialize_u32(*number),
            Self::Text(text) => serializer.serialize_str(text),
        }
    }
}

impl<'de> Deserialize<'de> for RowNumber<'_> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|text| Self::Text(Cow::Owned(text)))
    }
}
