//! How much work an SVG is to draw: what no emblem needs is refused before it is begun.
//!
//! An SVG of a few lines can stand for any amount of work, for its parts may be used again inside each other. So the parts are counted as
//! often as they are used, first in the file, then in what it is to be drawn of.

use super::LogoError;
use resvg::usvg::roxmltree::{Document, Node, NodeId, ParsingOptions};
use resvg::usvg::{self, Group, Options, Paint, Tree};
use rustc_hash::FxHashMap;

/// Elements of the file, each as often as it is used.
const MOST_ELEMENTS: u64 = 50_000;
/// So many times the work of a plain line is a dashed one.
const DASHED: usize = 50;
/// How deep elements lie in each other, what is used counted with what uses it.
const DEEPEST: usize = 200;
/// Groups that are drawn apart and then laid over the rest: see-through, cut out or masked ones.
const MOST_LAYERS: usize = 1_000;
/// Points of all outlines together, each as often as it is drawn.
const MOST_POINTS: usize = 2_000_000;

/// Attributes and properties by which one element names another.
const NAMING: [&str; 8] = ["href", "fill", "stroke", "clip-path", "mask", "marker-start", "marker-mid", "marker-end"];

/// The drawing that an SVG says.
///
/// # Errors
/// What is no SVG, holds filters or patterns, or would be more work than an emblem is.
pub(super) fn tree(text: &str) -> Result<Tree, LogoError> {
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).map_err(usvg::Error::ParsingFailed)?;
    let is_effect = |node: Node<'_, '_>| matches!(node.tag_name().name(), "filter" | "pattern" | "foreignObject");
    if document.descendants().any(is_effect) {
        return Err(LogoError::Work("filter atau pola", "filters or patterns"));
    }
    let ids = document.descendants().filter_map(|node| Some((node.attribute("id")?, node))).collect();
    let mut count = Count { ids, known: FxHashMap::default() };
    if count.of(document.root_element(), 0).is_none_or(|all| all > MOST_ELEMENTS) {
        return Err(LogoError::Work("terlalu banyak bagian", "too many parts"));
    }
    let tree = Tree::from_xmltree(&document, &Options::default())?;
    let mut effort = Effort { layers: 0, points: 0 };
    effort.add(tree.root());
    match (effort.layers > MOST_LAYERS, effort.points > MOST_POINTS) {
        (true, _) => Err(LogoError::Work("terlalu banyak lapisan", "too many layers")),
        (_, true) => Err(LogoError::Work("terlalu banyak titik", "too many points")),
        _ => Ok(tree),
    }
}

/// Counts elements of the file as often as they are used.
struct Count<'d, 'i> {
    ids: FxHashMap<&'d str, Node<'d, 'i>>,
    known: FxHashMap<NodeId, u64>,
}

impl<'d, 'i> Count<'d, 'i> {
    /// The element, all inside it, and all it names; nothing where that is deeper than any emblem, or names itself.
    fn of(&mut self, node: Node<'d, 'i>, depth: usize) -> Option<u64> {
        if let Some(known) = self.known.get(&node.id()) {
            return Some(*known);
        }
        if depth > DEEPEST {
            return None;
        }
        let mut all = 1_u64;
        for child in node.children().filter(Node::is_element) {
            all = all.saturating_add(self.of(child, depth + 1)?);
        }
        for named in self.named(node) {
            all = all.saturating_add(self.of(named, depth + 1)?);
        }
        self.known.insert(node.id(), all);
        Some(all)
    }

    fn named(&self, node: Node<'d, 'i>) -> Vec<Node<'d, 'i>> {
        if node.has_tag_name("a") {
            return Vec::new();
        }
        let is_naming = |name: &str| NAMING.contains(&name) || name == "style";
        let values = node.attributes().filter(|it| is_naming(it.name())).map(|it| it.value());
        let names = values.flat_map(|value| value.split(['#']).skip(1)).map(|rest| {
            let end = rest.find([')', '"', '\'', ' ', ';']).unwrap_or(rest.len());
            &rest[..end]
        });
        names.filter_map(|name| self.ids.get(name).copied()).collect()
    }
}

/// What a drawing takes.
struct Effort {
    layers: usize,
    points: usize,
}

impl Effort {
    fn add(&mut self, group: &Group) {
        if self.layers > MOST_LAYERS || self.points > MOST_POINTS {
            return;
        }
        self.layers += usize::from(group.should_isolate());
        for node in group.children() {
            match node {
                usvg::Node::Group(inner) => self.add(inner),
                usvg::Node::Path(path) => {
                    let dashes = path.stroke().and_then(|it| it.dasharray()).map_or(0, |_| DASHED);
                    self.points += path.data().points().len() * (1 + dashes);
                    let paints = [path.fill().map(|it| it.paint()), path.stroke().map(|it| it.paint())];
                    self.layers += paints.into_iter().flatten().filter(|it| matches!(it, Paint::Pattern(_))).count();
                }
                usvg::Node::Image(_) | usvg::Node::Text(_) => {}
            }
            node.subroots(|inner| self.add(inner));
        }
    }
}
