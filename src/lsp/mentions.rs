//! Where the text names an actor or the number of a step: where it is declared, and where others refer to it.

use super::bench::Examined;
use crate::model::{ActorId, Cell, Sop, Step, Target, Way};
use crate::read::yaml::tree::{Node, Shape};
use crate::source::{Source, Span};

/// One place that names something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mention {
    /// The name itself, without quotes.
    pub span: Span,
    /// Position of the SOP in the text.
    pub sop: usize,
    /// What is named.
    pub of: Named,
    /// Here it is declared.
    pub declares: bool,
}

/// What can be named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Named {
    /// An actor.
    Actor(ActorId),
    /// The step of that number.
    Step(u32),
}

/// All mentions of a text, SOP after SOP.
pub(super) fn all(examined: &Examined, trees: &[Node]) -> Vec<Mention> {
    let mut found = Vec::new();
    for (at, sop) in examined.sops.iter().enumerate() {
        let root = root_of(trees, sop);
        let mut gatherer = Gatherer { source: &examined.source, sop: at, found: &mut found };
        gatherer.actors(sop, root);
        gatherer.steps(sop, root);
    }
    found
}

/// The map of an SOP.
pub(super) fn root_of<'t>(trees: &'t [Node], sop: &Sop) -> Option<&'t Node> {
    let place = sop.place.span()?;
    let maps = trees.iter().flat_map(|tree| match &tree.shape {
        Shape::List(items) => items.as_slice(),
        _ => std::slice::from_ref(tree),
    });
    maps.into_iter().find(|map| map.span == place)
}

/// The value of a key of a map.
pub(super) fn value<'t>(map: &'t Node, key: &str) -> Option<&'t Node> {
    let Shape::Map(pairs) = &map.shape else { return None };
    pairs.iter().find(|(it, _)| it.text == key).map(|(_, value)| value)
}

/// The items of a list.
pub(super) fn items<'t>(root: Option<&'t Node>, key: &str) -> &'t [Node] {
    match root.and_then(|root| value(root, key)) {
        Some(Node { shape: Shape::List(items), .. }) => items,
        _ => &[],
    }
}

/// The item that holds a place, of items in the order of the text.
pub(super) fn holder(items: &[Node], place: Span) -> Option<&Node> {
    let at = items.partition_point(|item| item.span.end < place.end);
    items.get(at).filter(|item| item.span.start <= place.start)
}

struct Gatherer<'g> {
    source: &'g Source,
    sop: usize,
    found: &'g mut Vec<Mention>,
}

impl Gatherer<'_> {
    fn push(&mut self, span: Span, of: Named, declares: bool) {
        let span = unquoted(self.source, span);
        self.found.push(Mention { span, sop: self.sop, of, declares });
    }

    fn actors(&mut self, sop: &Sop, root: Option<&Node>) {
        let list = items(root, "pelaksana");
        for actor in &sop.actors {
            let Some(name) = actor.name.span() else { continue };
            let id = holder(list, name).and_then(|item| value(item, "id"));
            self.push(id.map_or(name, |id| id.span), Named::Actor(actor.id.clone()), true);
        }
    }

    fn steps(&mut self, sop: &Sop, root: Option<&Node>) {
        let list = items(root, "kegiatan");
        for step in &sop.steps {
            let row = step.place.span().and_then(|place| holder(list, place));
            if let Some(number) = row.and_then(|row| value(row, "nomor")) {
                self.push(number.span, Named::Step(step.number), true);
            }
            self.refers(step);
        }
    }

    fn refers(&mut self, step: &Step) {
        let acting = step.cells.iter().filter_map(|cell| cell.actor.as_ref());
        for actor in acting.chain(&step.joint) {
            if let Some(span) = actor.span() {
                self.push(span, Named::Actor(actor.value.clone()), false);
            }
        }
        step.cells.iter().flat_map(Cell::ways).for_each(|way| self.way(way));
    }

    fn way(&mut self, way: &Way) {
        let Some(span) = way.span() else { return };
        let span = unquoted(self.source, span);
        match &way.value {
            Target::End => {}
            Target::Step(number) => self.push(span, Named::Step(*number), false),
            Target::Cell(number, actor) => {
                let Some(dot) = self.source.slice(span).find('.') else { return };
                let dot = span.start + Span::new(0, dot).end;
                self.push(Span { start: span.start, end: dot }, Named::Step(*number), false);
                self.push(Span { start: dot + 1, end: span.end }, Named::Actor(actor.clone()), false);
            }
        }
    }
}

/// A scalar without the quotes around it.
fn unquoted(source: &Source, span: Span) -> Span {
    let is_quoted = |quote: char| {
        let inside = source.slice(span).strip_prefix(quote).and_then(|it| it.strip_suffix(quote));
        inside.is_some()
    };
    if is_quoted('"') || is_quoted('\'') { Span { start: span.start + 1, end: span.end - 1 } } else { span }
}
