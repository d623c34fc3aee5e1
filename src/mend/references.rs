//! Values that refer to others: steps by their number, actors by their name.

use super::ledger;
use super::resolve::Editor;
use super::site::{Site, items, scalar_text, value};
use crate::diagnostic::Edit;
use crate::read::yaml::tree::Node;
use crate::source::Span;
use std::collections::BTreeMap;

/// Gives steps other numbers: each row's place, its number, its new number.
pub(super) fn renumber(editor: &Editor<'_>, steps: &[(Span, u32, u32)]) -> Option<Vec<Edit>> {
    let site = Site::exact(editor.trees, steps.first()?.0)?;
    let mut edits = Vec::new();
    for (place, old, new) in steps {
        let row = Site::exact(editor.trees, *place)?;
        edits.push(match value(row.node, "nomor") {
            // Digits stand bare, whatever they take the place of.
            Some(number) if scalar_text(number)?.parse() != Ok(*old) => {
                Edit { span: number.span, text: new.to_string() }
            }
            Some(number) => editor.set(number, &new.to_string())?,
            None => editor.add_first(&row, "nomor", &new.to_string())?,
        });
    }
    // A number that two rows bear says of neither where it went.
    let mut bearers = BTreeMap::<u32, usize>::new();
    for number in self::steps(site.root).filter_map(number_of) {
        *bearers.entry(number).or_default() += 1;
    }
    let unshared = steps.iter().filter(|(_, old, _)| bearers.get(old).is_none_or(|count| *count == 1));
    let numbers: BTreeMap<u32, u32> = unshared.map(|(_, old, new)| (*old, *new)).collect();
    let new_number = |old: &str| numbers.get(&old.parse().ok()?).copied();
    for target in targets(site.root) {
        let text = scalar_text(target)?;
        let (number, rest) = text.split_once('.').map_or((text, None), |(number, actor)| (number, Some(actor)));
        let Some(new) = new_number(number.trim()) else { continue };
        edits.push(editor.set(target, &rest.map_or_else(|| new.to_string(), |actor| format!("{new}.{actor}")))?);
    }
    edits.extend(ledger::follow(editor, site.root, |entry| {
        let as_position = |old: usize| Some(new_number(&old.to_string()).map_or(old, |new| new as usize));
        ledger::moved_item(entry, "kegiatan", as_position)
    })?);
    Some(edits)
}

/// Gives an actor another name, and those who refer to it by its name or by the id made of it.
pub(super) fn rename(editor: &Editor<'_>, name: Span, id: &str, text: &str) -> Option<Vec<Edit>> {
    let site = Site::exact(editor.trees, name)?;
    let old = scalar_text(site.node)?;
    let (list, at, _) = site.list()?;
    let is_written = value(&items(Some(list))[at], "id").is_some();
    let is_meant = |reference: &str| reference.trim() == old.trim() || (!is_written && reference == id);
    let mut edits = vec![editor.set(site.node, text)?];
    for reference in actors(site.root).filter(|it| scalar_text(it).is_some_and(is_meant)) {
        edits.push(editor.set(reference, text)?);
    }
    for target in targets(site.root) {
        let Some((number, actor)) = scalar_text(target)?.split_once('.') else { continue };
        if is_meant(actor) {
            edits.push(editor.set(target, &format!("{number}.{text}"))?);
        }
    }
    Some(edits)
}

/// The rows, and the cells of rows with several.
fn steps(root: &Node) -> impl Iterator<Item = &Node> {
    items(value(root, "kegiatan")).iter()
}

fn cells(step: &Node) -> impl Iterator<Item = &Node> {
    items(value(step, "pelaksana")).iter()
}

/// The number that a row bears, whatever stands around its digits.
fn number_of(row: &Node) -> Option<u32> {
    let written = scalar_text(value(row, "nomor")?)?.trim_start_matches(|it: char| !it.is_ascii_digit());
    written.split(|it: char| !it.is_ascii_digit()).next()?.parse().ok()
}

/// The target of every `ya`, `tidak`, `cabang` and `lanjut`.
fn targets(root: &Node) -> impl Iterator<Item = &Node> {
    let holders = steps(root).flat_map(|step| std::iter::once(step).chain(cells(step)));
    let of = |holder| ["ya", "tidak", "cabang", "lanjut"].into_iter().flat_map(move |key| items(value(holder, key)));
    // A way with words or a line of its own names its target under a key.
    holders.flat_map(of).map(|way| value(way, "ke").unwrap_or(way)).filter(|target| scalar_text(target).is_some())
}

/// Every mention of an actor as one who acts.
fn actors(root: &Node) -> impl Iterator<Item = &Node> {
    steps(root).flat_map(|step| {
        let own = cells(step).map(|cell| value(cell, "id").unwrap_or(cell));
        own.chain(items(value(step, "bersama")))
    })
}
