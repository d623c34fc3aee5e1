//! Reading values of TOML one by one: each with its place, each refused in the reader's language.

use super::error::ConfigError;
use crate::diagnostic::Message;
use crate::source::{Source, Span};
use std::borrow::Cow;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A key or value of the file with its place.
#[derive(Debug)]
pub struct Spot<'t, T: ?Sized> {
    /// What stands there.
    pub it: &'t T,
    /// Where.
    pub span: Span,
}

// Derived, it would ask the value to be `Copy`, of which this is only a look.
impl<T: ?Sized> Clone for Spot<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: ?Sized> Copy for Spot<'_, T> {}

/// What a value of the file can be read as.
pub type Node<'t> = Spot<'t, DeValue<'t>>;

/// The result of reading one value.
pub type Outcome<T> = Result<T, ConfigError>;

/// Reads the tree of one file.
pub struct Reader<'s> {
    /// The file.
    pub source: &'s Source,
}

impl<'s> Reader<'s> {
    /// The file as a tree.
    pub fn tree(&self) -> Outcome<DeTable<'s>> {
        let parsed = DeTable::parse(&self.source.text).map(Spanned::into_inner);
        parsed.map_err(|error| {
            let span = error.span().map_or_else(Span::default, |it| Span::new(it.start, it.end));
            let reason = error.message().lines().next().unwrap_or_default().to_owned();
            let (id, en) = match reason.starts_with("duplicate key") {
                true => ("pengaturan ini tertulis dua kali".to_owned(), "this key stands twice".to_owned()),
                false => (
                    format!("susunan TOML tidak dapat dibaca di sini; periksa tanda petik, kurung, dan `=` ({reason})"),
                    format!("not valid TOML here: {reason}"),
                ),
            };
            self.fault(span, id, en)
        })
    }

    /// An error at a place.
    pub fn fault(&self, span: Span, id: impl Into<Cow<'static, str>>, en: impl Into<Cow<'static, str>>) -> ConfigError {
        ConfigError::at(self.source, span, Message::new(id, en))
    }

    /// The entries of a table, in the order in which they are written.
    pub fn entries<'t>(&self, table: &'t DeTable<'t>) -> Vec<(Spot<'t, str>, Node<'t>)> {
        let mut entries: Vec<_> = table.iter().map(|(key, value)| (spot(key), node(value))).collect();
        entries.sort_by_key(|(key, _)| key.span);
        entries
    }

    /// The table that stands there.
    pub fn table<'t>(&self, value: Node<'t>, example: &str) -> Outcome<Vec<(Spot<'t, str>, Node<'t>)>> {
        match value.it {
            DeValue::Table(table) => Ok(self.entries(table)),
            _ => Err(self.other_kind(value.span, example)),
        }
    }

    /// The text that stands there.
    pub fn text<'t>(&self, value: Node<'t>, example: &str) -> Outcome<&'t str> {
        value.it.as_str().ok_or_else(|| self.other_kind(value.span, example))
    }

    /// The list of texts that stands there.
    pub fn texts<'t>(&self, value: Node<'t>, example: &str) -> Outcome<Vec<Spot<'t, str>>> {
        let DeValue::Array(items) = value.it else { return Err(self.other_kind(value.span, example)) };
        items.iter().map(node).map(|item| Ok(Spot { it: self.text(item, example)?, span: item.span })).collect()
    }

    /// The whole number that stands there, from 1 to `most`.
    pub fn number(&self, value: Node<'_>, most: u32) -> Outcome<u32> {
        let number = match value.it {
            DeValue::Integer(it) if it.radix() == 10 => it.as_str().replace('_', "").parse::<u32>().ok(),
            _ => None,
        };
        number.filter(|it| (1..=most).contains(it)).ok_or_else(|| {
            self.fault(
                value.span,
                format!("harus berupa bilangan bulat dari 1 sampai {most}"),
                format!("has to be a whole number from 1 to {most}"),
            )
        })
    }

    /// Whether it is so.
    pub fn flag(&self, value: Node<'_>, example: &str) -> Outcome<bool> {
        match value.it {
            DeValue::Boolean(it) => Ok(*it),
            _ => Err(self.other_kind(value.span, example)),
        }
    }

    /// Hundredths of the number that stands there, whole or with a point: more than nothing, `most` at most.
    pub fn hundredths(&self, value: Node<'_>, most: u32) -> Outcome<u32> {
        let number = match value.it {
            DeValue::Integer(it) if it.radix() == 10 => it.as_str().replace('_', "").parse::<f64>().ok(),
            DeValue::Float(it) => it.as_str().replace('_', "").parse::<f64>().ok(),
            _ => None,
        };
        let number = number.map(|it| (it * 100.0).round()).filter(|it| (1.0..=f64::from(most)).contains(it));
        let number = number.map(|it| it as u32);
        number.ok_or_else(|| {
            let most = f64::from(most) / 100.0;
            self.fault(
                value.span,
                format!("harus berupa bilangan lebih dari 0, paling besar {most}"),
                format!("has to be a number over 0, {most} at most"),
            )
        })
    }

    fn other_kind(&self, span: Span, example: &str) -> ConfigError {
        self.fault(
            span,
            format!("jenis nilainya lain dari yang diharapkan; contoh: {example}"),
            format!("a value of another kind is wanted here, such as {example}"),
        )
    }
}

fn spot<'t>(key: &'t Spanned<Cow<'t, str>>) -> Spot<'t, str> {
    Spot { it: key.get_ref(), span: span(key) }
}

fn node<'t>(value: &'t Spanned<DeValue<'t>>) -> Node<'t> {
    Spot { it: value.get_ref(), span: span(value) }
}

fn span<T>(it: &Spanned<T>) -> Span {
    Span::new(it.span().start, it.span().end)
}
