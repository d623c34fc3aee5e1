//! List numbers that stand in the middle of their items, or in lines of their own → each item behind its number.
//!
//! A number cell is set in the middle of the cell beside it: a text of two lines has its number between them, one of three
//! lines in the second.

use super::marks::{self, lone_number};
use super::says::{goes_on, is_closed};
use crate::document::Text;
use crate::grammar::citation;
use crate::model::SectionKind;
use crate::parse::lines::Line;

/// One numbered item being gathered.
struct Item {
    /// The number with its sign.
    mark: Text,
    /// Text in the line of the number.
    beside: Option<Line>,
    /// Lines up to the next number.
    below: Vec<Line>,
    after_blank: bool,
    column: usize,
}

/// The lines with each number at the head of its item; as they were where the numbers are not 1, 2, 3 ...
pub(super) fn in_order(kind: SectionKind, lines: Vec<Line>) -> Vec<Line> {
    let numbers: Vec<u32> = lines.iter().filter_map(|line| marks::list_number(line.text.as_str())).collect();
    let lone = lines.iter().any(|line| lone_number(line.text.as_str()).is_some());
    let headless = lines.first().is_some_and(|line| !marks::starts_item(line.text.as_str()));
    let counted = numbers.iter().copied().eq(1..=numbers.len() as u32);
    if !counted || numbers.is_empty() || !(lone || headless) {
        return lines;
    }
    let (lead, mut items) = gathered(lines);
    let mut above = lead;
    let mut out = Vec::new();
    for at in 0..items.len() {
        let below = std::mem::take(&mut items[at].below);
        let (own, next) = parted(kind, &above, &items[at], below, items.get(at + 1));
        write(std::mem::replace(&mut above, next), &items[at], own, &mut out);
    }
    out
}

/// The lines before the first number, and the numbers with what follows each.
fn gathered(lines: Vec<Line>) -> (Vec<Line>, Vec<Item>) {
    let (mut lead, mut items): (Vec<Line>, Vec<Item>) = (Vec::new(), Vec::new());
    for line in lines {
        let text = line.text.as_str();
        if marks::list_number(text).is_none() {
            items.last_mut().map_or(&mut lead, |item| &mut item.below).push(line);
            continue;
        }
        let rest = marks::without(text);
        let mark = line.text.slice(text[..text.len() - rest.len()].trim());
        let beside = (!rest.trim().is_empty()).then(|| line.part(rest));
        items.push(Item { mark, beside, below: Vec::new(), after_blank: line.after_blank, column: line.column });
    }
    (lead, items)
}

/// The lines between two numbers: those of the item above, and those that stand over the number below.
fn parted(
    kind: SectionKind,
    above: &[Line],
    item: &Item,
    between: Vec<Line>,
    next: Option<&Item>,
) -> (Vec<Line>, Vec<Line>) {
    let Some(next) = next else { return (between, Vec::new()) };
    // What begins beside its number begins there.
    let begins = next.beside.as_ref().is_some_and(|line| begins(kind, line.text.as_str()));
    let least = usize::from(item.beside.is_none() && above.is_empty()).min(between.len());
    if begins || least == between.len() {
        return (between, Vec::new());
    }
    let follower = |at: usize| between.get(at).or(next.beside.as_ref()).or(next.below.first());
    let before = |at: usize| match at.checked_sub(1) {
        Some(at) => between.get(at),
        None => item.beside.as_ref().or(above.last()),
    };
    let score = |at: usize| {
        let start = follower(at).map_or(0, |line| start(kind, before(at), line));
        let uneven = if above.is_empty() { 0 } else { at.abs_diff(above.len()) as i32 };
        start - uneven + i32::from(at == between.len())
    };
    let cut = (least..=between.len()).max_by_key(|at| (score(*at), *at)).unwrap_or(between.len());
    let mut own = between;
    let rest = own.split_off(cut);
    (own, rest)
}

/// How much a line looks like the beginning of an item.
fn start(kind: SectionKind, before: Option<&Line>, line: &Line) -> i32 {
    let text = line.text.as_str();
    let above = before.map_or("", |line| line.text.as_str());
    let closed = 2 * i32::from(is_closed(above));
    if goes_on(above, text) && !is_closed(above) {
        return -3;
    }
    match kind {
        SectionKind::LegalBasis if citation::is_citation_start(text) => 2 + closed,
        SectionKind::LegalBasis => -2,
        _ => closed,
    }
}

fn begins(kind: SectionKind, text: &str) -> bool {
    match kind {
        SectionKind::LegalBasis => citation::is_citation_start(text),
        _ => text.starts_with(char::is_uppercase),
    }
}

/// An item as lines, its number before the first.
fn write(above: Vec<Line>, item: &Item, own: Vec<Line>, out: &mut Vec<Line>) {
    let beside = item.beside.as_ref().map(|line| line.part(line.text.as_str()));
    let mut lines = above.into_iter().chain(beside).chain(own);
    let mut text = item.mark.clone();
    if let Some(first) = lines.next() {
        text.join(' ', &first.text);
    }
    out.push(Line { text, after_blank: item.after_blank, column: item.column });
    out.extend(lines);
}
