//! Changes of values → edits of the source they stand in.

use super::ledger::Unreadable;
use super::scalar::Written;
use super::site::{Site, is_flow, position, scalar_text};
use super::{ledger, list, references};
use crate::diagnostic::{Change, Diagnostic, Edit};
use crate::read::yaml::{tree::Node, trees};
use crate::source::{Source, Span};

/// Fixes of one text whose edits are filled in; no document of people has as many. The others wait for the next round.
const MOST: usize = 2000;

/// Fills in the edits of every fix, for a source that is our own YAML or JSON. A fix that this text does not allow, because
/// more than its values would have to be rewritten, is dropped.
pub fn resolve(source: &Source, findings: &mut [Diagnostic]) {
    if findings.iter().all(|finding| finding.fix.is_none()) {
        return;
    }
    let Some(trees) = trees(&source.text) else { return };
    let editor = Editor { text: &source.text, trees: &trees, unreadable: ledger::unreadable(&trees) };
    let fixable = findings.iter_mut().filter(|finding| finding.fix.is_some());
    for finding in fixable.take(MOST) {
        finding.fix = finding.fix.take().and_then(|mut fix| {
            fix.edits = editor.edits(&fix.changes)?;
            Some(fix)
        });
    }
}

/// A text and its trees.
pub(super) struct Editor<'t> {
    pub(super) text: &'t str,
    pub(super) trees: &'t [Node],
    unreadable: Unreadable<'t>,
}

impl Editor<'_> {
    /// The edits of all changes, in the order of their places.
    fn edits(&self, changes: &[Change]) -> Option<Vec<Edit>> {
        let mut edits = Vec::new();
        for change in changes {
            edits.extend(self.change(change)?);
        }
        edits.sort_by_key(|edit| (edit.span, edit.text.clone()));
        edits.dedup();
        let is_apart = edits.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start);
        (is_apart && !edits.is_empty()).then_some(edits)
    }

    fn change(&self, change: &Change) -> Option<Vec<Edit>> {
        match change {
            Change::Replace { value, part, text } => {
                let site = Site::exact(self.trees, *value)?;
                self.value(&site, |written| written.replace(part.clone(), text))
            }
            Change::Set { value, text } => {
                let site = Site::exact(self.trees, *value)?;
                self.value(&site, |written| written.set(text))
            }
            Change::Quote { value } => {
                let site = Site::exact(self.trees, *value)?;
                Some(vec![self.written(&site)?.quoted()?])
            }
            Change::Remove { item } => self.remove(*item),
            Change::Reorder { items } => self.reorder(items),
            Change::Rename { name, id, text } => references::rename(self, *name, id, text),
            Change::Renumber { steps } => references::renumber(self, steps),
        }
    }

    /// One scalar with another text.
    pub(super) fn set(&self, node: &Node, text: &str) -> Option<Edit> {
        let site = Site::exact(self.trees, node.span)?;
        self.written(&site)?.set(text)
    }

    /// A map with one more pair, before its first.
    pub(super) fn add_first(&self, site: &Site<'_>, key: &str, text: &str) -> Option<Edit> {
        let start = site.node.span.start as usize;
        let before = self.text.get(..start)?;
        if is_flow(self.text, site.node) {
            let at = site.node.span.start + 1;
            return Some(Edit { span: Span { start: at, end: at }, text: format!("{key}: {text}, ") });
        }
        let line = &before[before.rfind('\n').map_or(0, |at| at + 1)..];
        let indent = " ".repeat(line.chars().count());
        let at = Span { start: site.node.span.start, end: site.node.span.start };
        Some(Edit { span: at, text: format!("{key}: {text}\n{indent}") })
    }

    fn written<'s>(&'s self, site: &Site<'s>) -> Option<Written<'s>> {
        let source = self.text.get(site.node.span.range())?;
        let value = scalar_text(site.node)?;
        let before = self.text.get(..site.node.span.start as usize)?;
        Some(Written { span: site.node.span, before, source, value, in_flow: site.is_in_flow(self.text) })
    }

    fn value(&self, site: &Site<'_>, edit: impl FnOnce(Written<'_>) -> Option<Edit>) -> Option<Vec<Edit>> {
        let mut edits = vec![edit(self.written(site)?)?];
        // A text that could not be read is replaced by one that can.
        if !self.unreadable.is_empty()
            && let Some(how) = self.unreadable.get(&(site.root.span, site.path().as_str()))
        {
            edits.push(self.set(how, "diperbaiki")?);
        }
        Some(edits)
    }

    fn remove(&self, item: Span) -> Option<Vec<Edit>> {
        let site = Site::deepest(self.trees, item)?;
        let (list, at, path) = site.list()?;
        let gone = position(list, at);
        let mut edits = vec![list::remove(self.text, list, at)?];
        edits.extend(ledger::follow(self, site.root, |entry| {
            let new = |old: usize| (old != gone).then(|| if old > gone { old - 1 } else { old });
            ledger::moved_item(entry, &path, new)
        })?);
        Some(edits)
    }

    fn reorder(&self, items: &[Span]) -> Option<Vec<Edit>> {
        let sites = items.iter().map(|item| Site::deepest(self.trees, *item)).collect::<Option<Vec<_>>>()?;
        let lists = sites.iter().map(Site::list).collect::<Option<Vec<_>>>()?;
        let (list, _, path) = lists.first()?;
        if lists.iter().any(|(other, ..)| other.span != list.span) {
            return None;
        }
        let order: Vec<usize> = lists.iter().map(|(_, at, _)| *at).collect();
        let mut edits = list::reorder(self.text, list, &order)?;
        let new = |old: usize| order.iter().position(|at| at + 1 == old).map_or(Some(old), |at| Some(at + 1));
        edits.extend(ledger::follow(self, sites[0].root, |entry| ledger::moved_item(entry, path, new))?);
        Some(edits)
    }
}
