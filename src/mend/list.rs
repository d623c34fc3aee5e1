//! Items of a list taken out or put in another order, with comments left where they stand.

use super::site::{is_flow, items};
use crate::diagnostic::Edit;
use crate::read::yaml::tree::{Node, Shape};
use crate::source::Span;

/// Takes out the item at that position, from 0. A comment behind it stays on a line of its own.
pub(super) fn remove(text: &str, list: &Node, at: usize) -> Option<Edit> {
    let item = items(Some(list)).get(at)?;
    if is_flow(text, list) { remove_from_brackets(text, list, at) } else { remove_line(text, item) }
}

/// Puts the items in this order, given by their positions from 0.
pub(super) fn reorder(text: &str, list: &Node, order: &[usize]) -> Option<Vec<Edit>> {
    let items = items(Some(list));
    let mut sorted = order.to_vec();
    sorted.sort_unstable();
    if !sorted.into_iter().eq(0..items.len()) || items.iter().any(|item| matches!(item.shape, Shape::Null)) {
        return None;
    }
    let in_flow = is_flow(text, list);
    let chunks: Vec<Span> = items.iter().map(|item| chunk(text, item, in_flow)).collect();
    // A comment of its own line says something about what is below it; nobody knows about how much of it.
    let is_clear =
        |pair: &[Span]| text.get(pair[0].end as usize..pair[1].start as usize).is_some_and(|it| !it.contains('#'));
    let columns: Vec<usize> = items.iter().map(|item| column(text, item)).collect();
    if !chunks.windows(2).all(is_clear) || !(in_flow || columns.windows(2).all(|pair| pair[0] == pair[1])) {
        return None;
    }
    let moved = chunks.iter().zip(order).enumerate().filter(|(at, (_, from))| at != *from);
    moved.map(|(_, (to, from))| Some(Edit { span: *to, text: text.get(chunks[*from].range())?.to_owned() })).collect()
}

/// The item, and what stands behind it in its last line.
fn chunk(text: &str, item: &Node, in_flow: bool) -> Span {
    let end = item.span.end as usize;
    match in_flow {
        true => item.span,
        false => Span::new(item.span.start as usize, end + line_rest(text, end).trim_end().len()),
    }
}

fn column(text: &str, item: &Node) -> usize {
    let start = item.span.start as usize;
    start - line_start(text, start)
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |before| before + 1)
}

/// What follows in the line, without its end.
fn line_rest(text: &str, at: usize) -> &str {
    text[at..].split(['\n', '\r']).next().unwrap_or_default()
}

fn remove_line(text: &str, item: &Node) -> Option<Edit> {
    let (start, end) = (item.span.start as usize, item.span.end as usize);
    let line = line_start(text, start);
    let dash = text[line..start].strip_suffix(|it: char| it.is_whitespace()).map(str::trim)?;
    // A comment between the lines of the item speaks of them, or of more: nobody knows.
    if dash != "-" || text[start..end].contains(" #") {
        return None;
    }
    let rest = line_rest(text, end);
    let comment = rest.trim();
    if comment.starts_with('#') {
        let indent = text[line..start].find('-')?;
        return Some(edit(line + indent, end + rest.find('#')?));
    }
    let stop = text[end..].find('\n').map_or(text.len(), |at| end + at + 1);
    // Of a last line without an end, the line end before it goes.
    let begin = if text[..stop].ends_with('\n') { line } else { text[..line].trim_end_matches(['\n', '\r']).len() };
    comment.is_empty().then(|| edit(begin, stop))
}

/// The item with the comma that parts it from its neighbour.
fn remove_from_brackets(text: &str, list: &Node, at: usize) -> Option<Edit> {
    let items = items(Some(list));
    let (start, end) = (items[at].span.start as usize, items[at].span.end as usize);
    let only_comma = |from: usize, to: usize| text.get(from..to).is_some_and(|gap| gap.trim() == ",");
    if let Some(next) = items.get(at + 1).map(|it| it.span.start as usize) {
        if only_comma(end, next) {
            return Some(edit(start, next));
        }
        let comma = end + text.get(end..next)?.find(',')?;
        return text[end..comma].trim().is_empty().then(|| edit(start, comma + 1));
    }
    let before = at.checked_sub(1).map(|at| items[at].span.end as usize);
    match before {
        Some(before) if only_comma(before, start) => Some(edit(before, end)),
        _ => Some(edit(start, end)),
    }
}

fn edit(start: usize, end: usize) -> Edit {
    Edit { span: Span::new(start, end), text: String::new() }
}
