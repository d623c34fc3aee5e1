//! The six sections, two beside each other or one below the other.

use super::super::canvas::Canvas;
use super::super::sections::{Section, all, lines};
use super::super::wrap;
use super::text;
use crate::damage::fault::Fault;
use crate::damage::form::Form;
use crate::damage::list::List;
use crate::damage::plan::Plan;
use crate::damage::random::Random;

/// Where two sections stand, and how wide they are.
struct Halves {
    starts: [usize; 2],
    widths: [usize; 2],
}

/// The sections in lines of the medium.
pub fn sections(plan: &Plan, form: &Form, random: &mut Random) -> Vec<String> {
    let all = all(plan, form);
    let across = if form.side_by_side { 2 } else { 1 };
    all.chunks(across).flat_map(|row| text(&beside(row, form, random), form)).collect()
}

/// Two sections beside each other, line by line with one blank between them.
pub fn interleaved(two: &[Section], form: &Form, random: &mut Random) -> Vec<String> {
    beside(two, form, random).copied()
}

fn beside(row: &[Section], form: &Form, random: &mut Random) -> Canvas {
    let mut canvas = Canvas::default();
    let halves = halves(row, form, random);
    for (at, (label, items)) in row.iter().enumerate() {
        let (start, width) = (halves.starts[at], halves.widths[at]);
        let centred = form.has(Fault::CentredHeads) && items.len() > 1;
        let indent = if centred { width.saturating_sub(label.chars().count()) / 2 } else { 0 };
        canvas.put(0, start + indent, label);
        let mut line = 1;
        for item in lines(items, form, random) {
            line += put_item(&mut canvas, (line, start, width), &item, form);
        }
    }
    canvas
}

/// One item, its lines below one another; returns how many there are.
fn put_item(canvas: &mut Canvas, (line, start, width): (usize, usize, usize), item: &str, form: &Form) -> usize {
    let number = item.split_once(' ').filter(|(number, _)| number.ends_with('.') && form.list == List::Numbered);
    let (number, body) = number.unwrap_or(("", item));
    let far = if form.has(Fault::NumberColumn) { 5 } else { 1 };
    let indent = if number.is_empty() { 0 } else { number.chars().count() + far };
    let parts = wrap(body, width - indent);
    let middle = if form.has(Fault::ItemNumberMiddle) && !number.is_empty() { parts.len() / 2 } else { 0 };
    // Where the number has a line of its own between the lines of an even item, as a centred cell has it.
    let split = middle > 0 && parts.len().is_multiple_of(2);
    for (at, part) in parts.iter().enumerate() {
        let shift = usize::from(split && at >= middle);
        if number.is_empty() || at != middle || split {
            canvas.put(line + at + shift, start + indent, part);
        } else {
            canvas.put(line + at, start, &format!("{number}{}{part}", " ".repeat(far)));
        }
    }
    if split {
        canvas.put(line + middle, start, number);
    }
    parts.len() + usize::from(split)
}

fn halves(row: &[Section], form: &Form, random: &mut Random) -> Halves {
    if row.len() < 2 {
        return Halves { starts: [2, 2], widths: [random.between(80, 100), 0] };
    }
    let left = random.between(46, 60);
    let gap = if form.has(Fault::OneBlank) { 1 } else { random.between(4, 9) };
    let start = if form.has(Fault::OneBlank) { 0 } else { random.between(0, 4) };
    // What stands at the right keeps its lines, so that no line begins two sentences anew.
    let longest = row[1].1.iter().map(|item| item.chars().count() + 4).max().unwrap_or(20);
    Halves { starts: [start, start + left + gap], widths: [left, longest.max(40)] }
}
