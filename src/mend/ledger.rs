//! The entries of `konversi.tinjau`, kept true while values move, go or are replaced.

use super::list;
use super::resolve::Editor;
use super::site::{items, scalar_text, value};
use crate::diagnostic::Edit;
use crate::read::yaml::tree::Node;

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

/// A text that could not be read was replaced by one that can.
pub(super) fn now_read(editor: &Editor<'_>, root: &Node, path: &str) -> Option<Vec<Edit>> {
    let mut edits = Vec::new();
    for (list, at, named) in entries(root) {
        let Some(how) = value(&items(Some(list))[at], "cara") else { continue };
        if scalar_text(named) == Some(path) && scalar_text(how) == Some("tidak_terbaca") {
            edits.push(editor.set(how, "diperbaiki")?);
        }
    }
    Some(edits)
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

/// The list, the position in it, and the path of every entry.
fn entries(root: &Node) -> impl Iterator<Item = (&Node, usize, &Node)> {
    let list = value(root, "konversi").and_then(|it| value(it, "tinjau"));
    let all = items(list).iter().enumerate();
    all.filter_map(move |(at, entry)| Some((list?, at, value(entry, "bidang")?)))
}
