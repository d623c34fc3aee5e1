//! The entries of `konversi`, kept true while values move, go or are replaced.

use super::list;
use super::resolve::Editor;
use super::site::{items, scalar_text, value};
use crate::diagnostic::Edit;
use crate::read::yaml::tree::Node;
use crate::source::Span;
use std::collections::BTreeMap;

/// What becomes of the path of an entry.
pub(super) enum Fate {
    /// It stays as it is.
    Stays,
    /// What it speaks of has moved.
    Moves(String),
    /// What it speaks of is gone.
    Goes,
}

/// The edits that bring all entries of an SOP to their fate.
pub(super) fn follow(editor: &Editor<'_>, root: &Node, fate: impl Fn(&str) -> Fate) -> Option<Vec<Edit>> {
    let mut edits = Vec::new();
    for (list, at, path) in entries(root) {
        match fate(scalar_text(path).unwrap_or_default()) {
            Fate::Stays => {}
            Fate::Moves(to) => edits.push(editor.set(path, &to)?),
            Fate::Goes => edits.push(list::remove(editor.text, list, at)?),
        }
    }
    Some(edits)
}

/// What could not be read: the place of each SOP and the path of the value, with the word that says so.
pub(super) type Unreadable<'t> = BTreeMap<(Span, &'t str), &'t Node>;

/// The entries of all SOPs that say so.
pub(super) fn unreadable(trees: &[Node]) -> Unreadable<'_> {
    let mut found = BTreeMap::new();
    let documents = trees.iter().flat_map(|tree| items(Some(tree)));
    for root in documents {
        for (list, at, path) in entries(root) {
            let how = value(&items(Some(list))[at], "cara").filter(|how| scalar_text(how) == Some("tidak_terbaca"));
            if let (Some(how), Some(path)) = (how, scalar_text(path)) {
                found.insert((root.span, path), how);
            }
        }
    }
    found
}

/// Where an item of a list has moved to: `position` tells the new position of an old one, both from 1.
pub(super) fn moved_item(entry: &str, list: &str, position: impl Fn(usize) -> Option<usize>) -> Fate {
    let Some(rest) = entry.strip_prefix(list).and_then(|rest| rest.strip_prefix('/')) else { return Fate::Stays };
    let (number, below) = rest.split_once('/').map_or((rest, None), |(number, below)| (number, Some(below)));
    let Ok(old) = number.parse::<usize>() else { return Fate::Stays };
    match position(old) {
        None => Fate::Goes,
        Some(new) if new == old => Fate::Stays,
        Some(new) => Fate::Moves(below.map_or_else(|| format!("{list}/{new}"), |it| format!("{list}/{new}/{it}"))),
    }
}

/// The list, the position in it, and the path of every entry, and of what unrecognised text stands beside.
fn entries(root: &Node) -> impl Iterator<Item = (&Node, usize, &Node)> {
    let list = value(root, "konversi").and_then(|it| value(it, "tinjau"));
    let all = items(list).iter().enumerate();
    let reviews = all.filter_map(move |(at, entry)| Some((list?, at, value(entry, "bidang")?)));
    let leftovers = items(value(root, "konversi").and_then(|it| value(it, "tak_dikenali"))).iter();
    let near = leftovers
        .filter_map(|entry| value(entry, "dekat"))
        .flat_map(|list| items(Some(list)).iter().enumerate().map(move |(at, path)| (list, at, path)));
    reviews.chain(near)
}
