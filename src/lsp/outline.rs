//! What a document consists of: identity, sections, actors, steps; and what of it can be folded.

use super::document::Good;
use super::mentions::{holder, items, root_of};
use super::{Document, steps};
use crate::diagnostic::sentence_case;
use crate::model::Sop;
use crate::read::yaml::tree::{Key, Node, Shape};
use crate::source::Span;
use gen_lsp_types::{DocumentSymbol, FoldingRange, SymbolKind};

/// The outline of a document; of one with several SOPs each has its own branch.
pub(super) fn symbols(document: &Document) -> Vec<DocumentSymbol> {
    let Some(good) = &document.good else { return Vec::new() };
    let outline = Outline { document, good };
    match good.examined.sops.as_slice() {
        [one] => outline.parts(one),
        several => several.iter().filter_map(|sop| outline.sop(sop)).collect(),
    }
}

/// What spans several lines.
pub(super) fn folds(document: &Document) -> Vec<FoldingRange> {
    let mut folds = Vec::new();
    let mut waiting = symbols(document);
    while let Some(symbol) = waiting.pop() {
        let (start_line, end_line) = (symbol.range.start.line, symbol.range.end.line);
        if start_line < end_line {
            folds.push(FoldingRange { start_line, end_line, ..FoldingRange::default() });
        }
        waiting.extend(symbol.children.into_iter().flatten());
    }
    folds.sort_by_key(|it| (it.start_line, it.end_line));
    folds
}

struct Outline<'o> {
    document: &'o Document,
    good: &'o Good,
}

impl Outline<'_> {
    fn symbol(&self, name: &str, detail: &str, kind: SymbolKind, (whole, own): (Span, Span)) -> Option<DocumentSymbol> {
        let range = self.document.range_of_good(whole.to(own))?;
        let selection = self.document.range_of_good(own)?;
        // An editor refuses an outline in which something has no name.
        let name = if name.trim().is_empty() { "…" } else { name }.to_owned();
        let detail = Some(detail.to_owned()).filter(|it| !it.is_empty());
        Some(DocumentSymbol::new(name, detail, kind, None, None, range, selection, None))
    }

    fn sop(&self, sop: &Sop) -> Option<DocumentSymbol> {
        let title = sop.identity.title.known().map_or("SOP", |it| it.value.as_str());
        let whole = sop.place.span()?;
        let mut symbol = self.symbol(title, "", SymbolKind::Module, (whole, Span { end: whole.start, ..whole }))?;
        symbol.children = Some(self.parts(sop));
        Some(symbol)
    }

    fn parts(&self, sop: &Sop) -> Vec<DocumentSymbol> {
        match root_of(&self.good.trees, sop).map(|root| &root.shape) {
            Some(Shape::Map(pairs)) => pairs.iter().filter_map(|(key, value)| self.part(sop, key, value)).collect(),
            _ => self.steps(sop),
        }
    }

    /// One key of an SOP.
    fn part(&self, sop: &Sop, key: &Key, value: &Node) -> Option<DocumentSymbol> {
        let (kind, detail, children) = match key.text.as_str() {
            "versi" => return None,
            "identitas" => {
                let title = sop.identity.title.known().map_or("", |it| it.value.as_str());
                (SymbolKind::Object, title, Vec::new())
            }
            "pelaksana" => (SymbolKind::Array, "", self.actors(sop)),
            "kegiatan" => (SymbolKind::Array, "", self.steps(sop)),
            _ => (SymbolKind::Field, "", Vec::new()),
        };
        let name = sentence_case(&key.text.replace('_', " "));
        let mut symbol = self.symbol(&name, detail, kind, (key.span.to(value.span), key.span))?;
        symbol.children = (!children.is_empty()).then_some(children);
        Some(symbol)
    }

    fn actors(&self, sop: &Sop) -> Vec<DocumentSymbol> {
        let list = items(root_of(&self.good.trees, sop), "pelaksana");
        let actors = sop.actors.iter().filter_map(|actor| {
            let name = actor.name.span()?;
            let whole = holder(list, name).map_or(name, |item| item.span);
            self.symbol(&actor.name.value, &actor.id.0, SymbolKind::Variable, (whole, name))
        });
        actors.collect()
    }

    fn steps(&self, sop: &Sop) -> Vec<DocumentSymbol> {
        let steps = sop.steps.iter().filter_map(|step| {
            let whole = step.place.span()?;
            let own = step.activity.known().and_then(|it| it.span()).unwrap_or(Span { end: whole.start, ..whole });
            let name = format!("{}. {}", step.number, steps::activity(step));
            self.symbol(&name, &steps::actors(sop, step), SymbolKind::Event, (whole, own))
        });
        steps.collect()
    }
}
