//! Where a value stands in the tree: the way to it from the root of its SOP, and what that way means.

use crate::read::yaml::tree::{Key, Node, Shape};
use crate::source::Span;

/// One turn on the way down.
#[derive(Debug, Clone, Copy)]
pub(super) enum Turn<'t> {
    /// Into the value of this key.
    Key(&'t str),
    /// Into the item of this list, counted from 0 in the tree.
    Item(&'t Node, usize),
}

/// A node and the way to it.
#[derive(Debug)]
pub(super) struct Site<'t> {
    /// The map of the SOP.
    pub root: &'t Node,
    /// From the root to the node.
    pub way: Vec<Turn<'t>>,
    /// What was looked for.
    pub node: &'t Node,
}

impl<'t> Site<'t> {
    /// The deepest node that stands exactly at this place.
    pub fn exact(trees: &'t [Node], place: Span) -> Option<Self> {
        let mut site = Self::deepest(trees, place)?;
        while site.node.span != place {
            site.way.pop()?;
            site.node = end_of(site.root, &site.way)?;
        }
        Some(site)
    }

    /// The deepest node that holds this place.
    pub fn deepest(trees: &'t [Node], place: Span) -> Option<Self> {
        let document = trees.iter().find(|node| holds(node, place))?;
        let root = match &document.shape {
            Shape::List(items) => items.iter().find(|item| holds(item, place))?,
            _ => document,
        };
        let mut site = Self { root, way: Vec::new(), node: root };
        while let Some((turn, node)) = next(site.node, place) {
            site.way.push(turn);
            site.node = node;
        }
        Some(site)
    }

    /// The innermost list on the way, the position in it, and the path of the list in the terms of the model.
    pub fn list(&self) -> Option<(&'t Node, usize, String)> {
        let at = self.way.iter().rposition(|turn| matches!(turn, Turn::Item(..)))?;
        let Turn::Item(list, item) = self.way[at] else { return None };
        Some((list, item, path_of(&self.way[..at])))
    }

    /// The path of the value in the terms of the model: `kegiatan/3/output/1`.
    pub fn path(&self) -> String {
        path_of(&self.way)
    }

    /// The value stands inside brackets.
    pub fn is_in_flow(&self, text: &str) -> bool {
        let inside = (0..self.way.len()).filter_map(|length| end_of(self.root, &self.way[..length]));
        inside.into_iter().any(|node| is_flow(text, node))
    }
}

/// A list or map in brackets.
pub(super) fn is_flow(text: &str, node: &Node) -> bool {
    let first = text.as_bytes().get(node.span.start as usize);
    !matches!(node.shape, Shape::Text(_) | Shape::Null) && matches!(first, Some(b'[' | b'{'))
}

/// The value of a key of a map.
pub(super) fn value<'t>(map: &'t Node, key: &str) -> Option<&'t Node> {
    let Shape::Map(pairs) = &map.shape else { return None };
    pairs.iter().find(|(it, _)| it.text == key).map(|(_, value)| value)
}

/// The items of a list, or the value itself where it stands for a list of one.
pub(super) fn items(node: Option<&Node>) -> &[Node] {
    match node {
        Some(Node { shape: Shape::List(items), .. }) => items,
        Some(node) if !matches!(node.shape, Shape::Null) => std::slice::from_ref(node),
        _ => &[],
    }
}

/// The text of a scalar.
pub(super) fn scalar_text(node: &Node) -> Option<&str> {
    match &node.shape {
        Shape::Text(text) => Some(text),
        _ => None,
    }
}

/// Items that hold nothing are passed over by the reader: the position among the others, from 1.
pub(super) fn position(list: &Node, at: usize) -> usize {
    items(Some(list)).iter().take(at + 1).filter(|item| !matches!(item.shape, Shape::Null)).count()
}

fn holds(node: &Node, place: Span) -> bool {
    node.span.start <= place.start && place.end <= node.span.end
}

fn next(node: &Node, place: Span) -> Option<(Turn<'_>, &Node)> {
    match &node.shape {
        Shape::List(items) => {
            let at = items.partition_point(|item| item.span.end < place.end);
            let item = items.get(at).filter(|item| holds(item, place))?;
            Some((Turn::Item(node, at), item))
        }
        Shape::Map(pairs) => {
            let here = |(_, value): &&(Key, Node)| holds(value, place) && !matches!(value.shape, Shape::Null);
            pairs.iter().find(here).map(|(key, value)| (Turn::Key(&key.text), value))
        }
        _ => None,
    }
}

fn end_of<'t>(root: &'t Node, way: &[Turn<'t>]) -> Option<&'t Node> {
    way.iter().try_fold(root, |node, turn| match turn {
        Turn::Key(key) => value(node, key),
        Turn::Item(list, at) => items(Some(list)).get(*at),
    })
}

fn path_of(way: &[Turn<'_>]) -> String {
    let mut parts: Vec<String> = Vec::with_capacity(way.len());
    for turn in way {
        parts.push(match turn {
            Turn::Key(key) => (*key).to_owned(),
            Turn::Item(list, at) if parts == ["kegiatan"] => step_number(list, *at),
            Turn::Item(list, at) => position(list, *at).to_string(),
        });
    }
    parts.join("/")
}

/// Steps go by their number.
fn step_number(list: &Node, at: usize) -> String {
    let number = items(Some(list)).get(at).and_then(|step| value(step, "nomor")).and_then(scalar_text);
    number.unwrap_or_default().to_owned()
}
