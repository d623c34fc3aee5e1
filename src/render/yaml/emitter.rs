//! serde → YAML in block style, for what the twins are made of: structs, lists and scalars.
//!
//! A list of scalars stands in one line where it fits and none of them holds a comma or bracket; so do the structs named
//! in [`FLOW_STRUCTS`]. An empty value is a key with nothing after it.

use super::scalar::{is_block, is_iso_date, write_text};
use crate::schema::{BARE, FLOW_STRUCTS, LINE_LISTS};
use serde::ser::{Error as _, Impossible, Serialize, SerializeSeq, SerializeStruct, Serializer};
use smallvec::SmallVec;
use std::fmt::{self, Display, Write};
use std::ops::Range;

/// Columns of a line that holds a whole list or map.
const WIDTH: usize = 100;

/// Appends a value to a text that ends with a line end.
pub fn write<T: Serialize>(value: &T, out: &mut String) {
    let written = value.serialize(Slot { out, position: Position::Top, indent: 0, manner: Manner::Usual });
    debug_assert!(written.is_ok(), "the twins hold nothing that the emitter does not know: {written:?}");
}

/// Something the twins are not made of.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Unknown(String);

impl serde::ser::Error for Unknown {
    fn custom<T: Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

/// What a value turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// On the line of its key or dash.
    Scalar,
    /// A list or map.
    Collection,
}

/// What stands before a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Position {
    /// Nothing: the document begins.
    Top,
    /// `key:` at the indent.
    Key,
    /// `-` at the indent.
    Dash,
    /// A bracket, or `key: ` inside brackets.
    Flow,
}

/// Where the next value goes.
struct Slot<'o> {
    out: &'o mut String,
    position: Position,
    indent: usize,
    manner: Manner,
}

/// How a value asks to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Manner {
    Usual,
    /// A scalar without quotes, though it looks like a date.
    Bare,
    /// A list with one item to a line.
    Lines,
}

impl<'o> Slot<'o> {
    fn scalar(self, write: impl FnOnce(&mut String)) -> Result<Written, Unknown> {
        if matches!(self.position, Position::Key | Position::Dash) {
            self.out.push(' ');
        }
        write(self.out);
        if self.position != Position::Flow {
            self.out.push('\n');
        }
        Ok(Written::Scalar)
    }

    /// Lines under a `|`, as they are read.
    fn block(self, text: &str) -> Written {
        self.out.push_str(" |-\n");
        for line in text.split('\n') {
            if !line.is_empty() {
                pad(self.out, self.indent + 2);
                self.out.push_str(line);
            }
            self.out.push('\n');
        }
        Written::Collection
    }

    fn shown(self, value: impl Display) -> Result<Written, Unknown> {
        self.scalar(|out| append(out, format_args!("{value}")))
    }

    /// Column of the items or keys of a collection that stands here.
    fn inner_indent(&self) -> usize {
        if self.position == Position::Top { 0 } else { self.indent + 2 }
    }

    fn collection(self, is_flow: bool) -> Collection<'o> {
        Collection {
            start: self.out.len(),
            inner: self.inner_indent(),
            is_flow: is_flow || self.position == Position::Flow,
            is_simple: self.manner != Manner::Lines,
            parts: SmallVec::new(),
            position: self.position,
            out: self.out,
        }
    }
}

fn append(out: &mut String, text: fmt::Arguments<'_>) {
    let written = out.write_fmt(text);
    debug_assert!(written.is_ok(), "a String takes all that is written");
}

fn pad(out: &mut String, columns: usize) {
    const BLANKS: &str = "                                ";
    match BLANKS.get(..columns) {
        Some(blanks) => out.push_str(blanks),
        None => out.extend(std::iter::repeat_n(' ', columns)),
    }
}

/// Where a part stands without the space before it and the line end after it.
fn bare(out: &str, part: &Range<usize>) -> Range<usize> {
    let text = &out[part.clone()];
    let start = part.start + text.len() - text.trim_ascii_start().len();
    start..start + text.trim_ascii().len()
}

/// A list or map under way. In flow style, the parts are kept apart until its width is known.
struct Collection<'o> {
    out: &'o mut String,
    position: Position,
    /// Where the collection begins, in bytes.
    start: usize,
    /// Column of its items or keys.
    inner: usize,
    is_flow: bool,
    /// All parts are scalars that can stand in one line.
    is_simple: bool,
    /// Each part, with its key.
    parts: SmallVec<[Range<usize>; 4]>,
}

impl Collection<'_> {
    /// Begins the line of a part in block style.
    fn line(&mut self, is_map: bool) {
        let is_first = self.parts.is_empty();
        match self.position {
            Position::Dash if is_first && is_map => return self.out.push(' '),
            Position::Key | Position::Dash if is_first => self.out.push('\n'),
            _ => {}
        }
        pad(self.out, self.inner);
    }

    fn item<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unknown> {
        if self.is_flow {
            self.out.push_str(if self.parts.is_empty() { "[" } else { ", " });
        } else {
            self.line(false);
            self.out.push('-');
        }
        let position = if self.is_flow { Position::Flow } else { Position::Dash };
        let begin = self.out.len();
        let written = value.serialize(Slot { out: self.out, position, indent: self.inner, manner: Manner::Usual })?;
        let part = begin..self.out.len();
        let parts = |it: &u8| matches!(it, b',' | b'[' | b']' | b'{' | b'}' | b':' | b'?');
        self.is_simple =
            self.is_simple && written == Written::Scalar && !self.out.as_bytes()[part.clone()].iter().any(parts);
        self.parts.push(part);
        Ok(())
    }

    fn field<T: Serialize + ?Sized>(&mut self, key: &str, value: &T) -> Result<(), Unknown> {
        if self.is_flow {
            self.out.push_str(if self.parts.is_empty() { "{" } else { ", " });
        } else {
            self.line(true);
        }
        let begin = self.out.len();
        self.out.push_str(key);
        self.out.push_str(if self.is_flow { ": " } else { ":" });
        let position = if self.is_flow { Position::Flow } else { Position::Key };
        let manner = if LINE_LISTS.contains(&key) { Manner::Lines } else { Manner::Usual };
        value.serialize(Slot { out: self.out, position, indent: self.inner, manner })?;
        self.parts.push(begin..self.out.len());
        Ok(())
    }

    /// The column at which the collection would begin, on the line of its key or dash.
    fn column(&self) -> usize {
        let before = &self.out[..self.start];
        let line = before.rfind('\n').map_or(0, |at| at + 1);
        before[line..].chars().count() + 1
    }

    /// `[…]` or `{…}` in place of what was written.
    fn in_one_line(&mut self, open: char, close: char) {
        let end = self.out.len();
        if self.position != Position::Top {
            self.out.push(' ');
        }
        self.out.push(open);
        for (at, part) in self.parts.iter().enumerate() {
            self.out.push_str(if at == 0 { "" } else { ", " });
            self.out.extend_from_within(bare(self.out, part));
        }
        self.out.push(close);
        self.out.push('\n');
        self.out.drain(self.start..end);
    }

    fn end_list(mut self) -> Written {
        if self.position == Position::Flow {
            self.out.push_str(if self.parts.is_empty() { "[]" } else { "]" });
        } else if self.parts.is_empty() || (self.is_simple && self.column() + self.list_width() <= WIDTH) {
            self.in_one_line('[', ']');
        }
        Written::Collection
    }

    /// Width in one line: brackets, items, and two columns between them.
    fn list_width(&self) -> usize {
        let widths = self.parts.iter().map(|part| self.out[bare(self.out, part)].chars().count() + 2);
        widths.sum()
    }

    fn end_map(mut self) -> Written {
        if self.position == Position::Flow {
            self.out.push_str(if self.parts.is_empty() { "{}" } else { "}" });
        } else if self.parts.is_empty() || (self.is_flow && self.column() + self.list_width() <= WIDTH) {
            self.in_one_line('{', '}');
        } else if self.is_flow {
            self.in_lines();
        }
        Written::Collection
    }

    /// A map meant for one line that is too wide for it.
    fn in_lines(&mut self) {
        let part = |part: Range<usize>| self.out[bare(self.out, &part)].to_owned();
        let parts: Vec<String> = self.parts.drain(..).map(part).collect();
        self.out.truncate(self.start);
        for part in parts {
            self.line(true);
            self.parts.push(0..0);
            self.out.push_str(&part);
            self.out.push('\n');
        }
    }
}

impl SerializeSeq for Collection<'_> {
    type Ok = Written;
    type Error = Unknown;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unknown> {
        self.item(value)
    }

    fn end(self) -> Result<Written, Unknown> {
        Ok(self.end_list())
    }
}

impl SerializeStruct for Collection<'_> {
    type Ok = Written;
    type Error = Unknown;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Unknown> {
        self.field(key, value)
    }

    fn end(self) -> Result<Written, Unknown> {
        Ok(self.end_map())
    }
}

/// The refusals of kinds that no twin holds.
macro_rules! refuse {
    ($($name:ident($($kind:ty),*) -> $ok:ty;)*) => {
        $(fn $name(self, $(_: $kind),*) -> Result<$ok, Unknown> {
            Err(Unknown::custom(stringify!($name)))
        })*
    };
}

type No = Impossible<Written, Unknown>;

impl<'o> Serializer for Slot<'o> {
    type Ok = Written;
    type Error = Unknown;
    type SerializeSeq = Collection<'o>;
    type SerializeTuple = No;
    type SerializeTupleStruct = No;
    type SerializeTupleVariant = No;
    type SerializeMap = No;
    type SerializeStruct = Collection<'o>;
    type SerializeStructVariant = No;

    fn serialize_str(self, text: &str) -> Result<Written, Unknown> {
        let is_raw = self.manner == Manner::Bare && is_iso_date(text);
        let in_flow = self.position == Position::Flow;
        if matches!(self.position, Position::Key | Position::Dash) && is_block(text) {
            return Ok(self.block(text));
        }
        self.scalar(|out| if is_raw { out.push_str(text) } else { write_text(text, in_flow, out) })
    }

    fn serialize_unit(self) -> Result<Written, Unknown> {
        match self.position {
            Position::Key => {
                self.out.push('\n');
                Ok(Written::Scalar)
            }
            _ => self.shown("null"),
        }
    }

    fn serialize_bool(self, value: bool) -> Result<Written, Unknown> {
        self.shown(value)
    }

    fn serialize_u32(self, value: u32) -> Result<Written, Unknown> {
        self.shown(value)
    }

    fn serialize_f64(self, value: f64) -> Result<Written, Unknown> {
        self.scalar(|out| append(out, format_args!("{value:?}")))
    }

    fn serialize_none(self) -> Result<Written, Unknown> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Written, Unknown> {
        value.serialize(self)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, word: &'static str) -> Result<Written, Unknown> {
        self.serialize_str(word)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<Written, Unknown> {
        let manner = if name == BARE { Manner::Bare } else { self.manner };
        value.serialize(Slot { manner, ..self })
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Collection<'o>, Unknown> {
        Ok(self.collection(false))
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Collection<'o>, Unknown> {
        Ok(self.collection(FLOW_STRUCTS.contains(&name)))
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        _: &T,
    ) -> Result<Written, Unknown> {
        Err(Unknown::custom(name))
    }

    refuse! {
        serialize_i8(i8) -> Written;
        serialize_i16(i16) -> Written;
        serialize_i32(i32) -> Written;
        serialize_i64(i64) -> Written;
        serialize_u8(u8) -> Written;
        serialize_u16(u16) -> Written;
        serialize_u64(u64) -> Written;
        serialize_f32(f32) -> Written;
        serialize_char(char) -> Written;
        serialize_bytes(&[u8]) -> Written;
        serialize_unit_struct(&'static str) -> Written;
        serialize_tuple(usize) -> No;
        serialize_tuple_struct(&'static str, usize) -> No;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> No;
        serialize_map(Option<usize>) -> No;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> No;
    }
}
