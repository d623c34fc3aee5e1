//! The identity block: the agency at the left, labels and values at the right.

use super::super::canvas::Canvas;
use super::super::{identity, wrap};
use super::{sections, text};
use crate::damage::fault::Fault;
use crate::damage::form::Form;
use crate::damage::layout::Medium;
use crate::damage::plan::Plan;
use crate::damage::random::Random;

/// Identity and sections.
pub fn front(plan: &Plan, form: &Form, random: &mut Random) -> String {
    let mut canvas = Canvas::default();
    let label_at = random.between(40, 62);
    let label_width = if form.has(Fault::TallLabels) { 10 } else { 24 };
    let value_at = label_at + label_width.max(14) + random.between(2, 6);
    let colon = if random.chance(50) { ": " } else { "" };
    let mut line = 0;
    for (label, value) in identity::pairs(plan, form, random) {
        let labels = wrap(&label, label_width);
        let mut values: Vec<String> = value.iter().flat_map(|line| lines(line)).collect();
        if let Some(first) = values.first_mut() {
            *first = format!("{colon}{first}");
        }
        let height = labels.len().max(values.len());
        let middle = |lines: usize| match (form.has(Fault::TallLabels), form.medium) {
            (false, _) => 0,
            (true, Medium::Copied) => usize::from(lines < height && height == 2 && form.melted),
            (true, _) => (height - lines + usize::from(form.melted && height == 2)) / 2,
        };
        for (at, text) in labels.iter().enumerate() {
            canvas.put(line + middle(labels.len()) + at, label_at, text);
        }
        let indent = colon.len();
        for (at, text) in values.iter().enumerate() {
            canvas.put(line + middle(values.len()) + at, value_at + if at > 0 { indent } else { 0 }, text);
        }
        line += height;
    }
    letterhead(&mut canvas, plan, form, (line, label_at), random);
    let mut lines = text(&canvas, form);
    lines.push(String::new());
    lines.extend(sections::sections(plan, form, random));
    lines.join("\n")
}

/// A line of a value, wrapped; an empty one stays.
fn lines(line: &str) -> Vec<String> {
    if line.is_empty() { vec![String::new()] } else { wrap(line, 46) }
}

/// The agency's lines, one below the other, somewhere beside the labels.
fn letterhead(canvas: &mut Canvas, plan: &Plan, form: &Form, (height, right): (usize, usize), random: &mut Random) {
    let width = right - 4;
    let names: Vec<String> = identity::agency(plan, form).iter().flat_map(|line| wrap(line, width - 2)).collect();
    let top = if form.medium == Medium::Copied { 0 } else { random.between(0, height.saturating_sub(names.len())) };
    for (at, name) in names.iter().enumerate() {
        let room = width - name.chars().count();
        let indent = if form.has(Fault::CentredHeads) { room / 2 } else { 2 };
        canvas.put(top + at, indent, name);
    }
}
