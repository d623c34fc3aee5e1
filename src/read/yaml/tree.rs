//! YAML text → trees of nodes with their places: scalars as written, no aliases, bounded in depth and number.

use super::error::{Kind, Problem};
use crate::source::Span;
use serde_yaml::granit_parser::{Event, Parser, ScalarStyle, Span as EventSpan, StrInput, options};
use std::collections::HashSet;

/// Maps and lists inside one another; an SOP needs seven.
pub const DEPTH: usize = 32;

/// Items of one list or map; far beyond the longest book of SOPs.
pub const ITEMS: usize = 100_000;

/// Nodes that a text of any length may have; beyond them, one for every [`BYTES_PER_NODE`] bytes.
const FREE_NODES: usize = 10_000;

/// An SOP has one node for some twenty bytes.
const BYTES_PER_NODE: usize = 4;

/// One value of the text.
#[derive(Debug)]
pub struct Node {
    /// Where it stands, white space at its end left out.
    pub span: Span,
    /// What it is.
    pub shape: Shape,
}

/// The kinds of values; a scalar is its text, whatever it looks like.
#[derive(Debug)]
pub enum Shape {
    /// Nothing, `~` or `null`.
    Null,
    /// A scalar.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// A map; no key stands twice.
    Map(Vec<(Key, Node)>),
}

/// A key of a map.
#[derive(Debug)]
pub struct Key {
    /// Where it stands.
    pub span: Span,
    /// Its text.
    pub text: String,
}

/// How many more nodes a text may have.
pub(super) struct Budget(usize);

impl Budget {
    /// What a text of that length can honestly hold.
    pub fn for_text(text: &str) -> Self {
        Self(FREE_NODES + text.len() / BYTES_PER_NODE)
    }

    /// One node less.
    pub fn spend(&mut self, span: Span) -> Result<(), Problem> {
        self.0 = self.0.checked_sub(1).ok_or_else(|| Problem::new(Kind::TooMuch, span))?;
        Ok(())
    }
}

/// A pair of a map; nothing stands where its key stands.
pub(super) fn keyed(key: Key, mut value: Node) -> (Key, Node) {
    if matches!(value.shape, Shape::Null) {
        value.span = key.span;
    }
    (key, value)
}

/// One tree for each document of a text.
pub(super) fn documents(text: &str) -> Result<Vec<Node>, Problem> {
    let mut options = options! { flow_nesting_limit: DEPTH, block_nesting_limit: DEPTH };
    options.set_emit_comments(false);
    let events = Parser::new_from_str_with_options(text, options);
    let mut builder = Builder { text, events, budget: Budget::for_text(text) };
    let mut documents = Vec::new();
    while let Some((event, span)) = builder.next()? {
        if !is_frame(&event) {
            documents.push(builder.node(event, span, 0)?);
        }
    }
    Ok(documents)
}

/// Events between documents rather than in them.
fn is_frame(event: &Event<'_>) -> bool {
    matches!(event, Event::StreamStart | Event::StreamEnd | Event::DocumentStart(..) | Event::DocumentEnd)
}

struct Builder<'t> {
    text: &'t str,
    events: Parser<'t, StrInput<'t>>,
    budget: Budget,
}

impl<'t> Builder<'t> {
    fn next(&mut self) -> Result<Option<(Event<'t>, Span)>, Problem> {
        match self.events.next() {
            None => Ok(None),
            Some(Ok((event, span))) => Ok(Some((event, self.span(&span)))),
            Some(Err(error)) => Err(Problem::syntax(&error, self.text)),
        }
    }

    /// Inside a collection, the events cannot just end.
    fn inside(&mut self, opened: Span) -> Result<(Event<'t>, Span), Problem> {
        self.next()?.ok_or_else(|| Problem::new(Kind::Unclosed, opened))
    }

    fn span(&self, span: &EventSpan) -> Span {
        let range = span.byte_range().unwrap_or_default();
        let written = self.text.get(range.clone()).unwrap_or_default();
        Span::new(range.start, range.start + written.trim_ascii_end().len())
    }

    fn node(&mut self, event: Event<'t>, span: Span, depth: usize) -> Result<Node, Problem> {
        self.budget.spend(span)?;
        if depth > DEPTH {
            return Err(Problem::new(Kind::TooDeep, span));
        }
        if let Some(kind) = refused(&event) {
            return Err(Problem::new(kind, span));
        }
        match event {
            Event::Scalar(text, ScalarStyle::Plain, ..) if is_null(&text) => Ok(Node { span, shape: Shape::Null }),
            // The end of the last line of a block (`|`) is no part of what it says.
            Event::Scalar(text, ScalarStyle::Literal | ScalarStyle::Folded, ..) => {
                Ok(Node { span, shape: Shape::Text(text.trim_end_matches('\n').to_owned()) })
            }
            Event::Scalar(text, ..) => Ok(Node { span, shape: Shape::Text(text.into_owned()) }),
            Event::SequenceStart(..) => self.list(span, depth),
            Event::MappingStart(..) => self.map(span, depth),
            _ => Err(Problem::new(Kind::Unclosed, span)),
        }
    }

    fn list(&mut self, opened: Span, depth: usize) -> Result<Node, Problem> {
        let mut items = Vec::new();
        loop {
            let (event, span) = self.inside(opened)?;
            if event == Event::SequenceEnd {
                return Ok(Node { span: whole(opened, span, items.last()), shape: Shape::List(items) });
            }
            if items.len() == ITEMS {
                return Err(Problem::new(Kind::TooMuch, span));
            }
            items.push(self.node(event, span, depth + 1)?);
        }
    }

    fn map(&mut self, opened: Span, depth: usize) -> Result<Node, Problem> {
        let mut pairs: Vec<(Key, Node)> = Vec::new();
        let mut seen = HashSet::new();
        loop {
            let (event, span) = self.inside(opened)?;
            if event == Event::MappingEnd {
                let last = pairs.last().map(|(_, value)| value);
                return Ok(Node { span: whole(opened, span, last), shape: Shape::Map(pairs) });
            }
            if pairs.len() == ITEMS {
                return Err(Problem::new(Kind::TooMuch, span));
            }
            let key = key(event, span)?;
            if !seen.insert(key.text.clone()) {
                return Err(Problem::new(Kind::TwiceTheKey(key.text), key.span));
            }
            let (event, span) = self.inside(opened)?;
            let value = self.node(event, span, depth + 1)?;
            pairs.push(keyed(key, value));
        }
    }
}

/// From the opening of a collection to its closing bracket, or to the end of its last value.
fn whole(opened: Span, closed: Span, last: Option<&Node>) -> Span {
    let whole = if closed.is_empty() { opened } else { opened.to(closed) };
    last.map_or(whole, |last| whole.to(last.span))
}

fn key(event: Event<'_>, span: Span) -> Result<Key, Problem> {
    match event {
        _ if refused(&event).is_some() => Err(Problem::new(Kind::OddKey, span)),
        Event::Scalar(text, ..) => Ok(Key { span, text: text.into_owned() }),
        _ => Err(Problem::new(Kind::OddKey, span)),
    }
}

/// What YAML can say and the format has no use for.
fn refused(event: &Event<'_>) -> Option<Kind> {
    let (anchor, tag) = match event {
        Event::Alias(_) | Event::UnresolvedAlias(_) => return Some(Kind::Alias),
        Event::Scalar(_, _, anchor, tag) => (anchor, tag),
        Event::SequenceStart(_, anchor, tag) | Event::MappingStart(_, anchor, tag) => (anchor, tag),
        _ => return None,
    };
    match tag {
        _ if *anchor != 0 => Some(Kind::Alias),
        Some(tag) if !tag.is_yaml_core_schema() => Some(Kind::Tag),
        _ => None,
    }
}

/// The spellings of nothing in YAML 1.1 and 1.2.
fn is_null(text: &str) -> bool {
    matches!(text, "" | "~" | "null" | "Null" | "NULL")
}
