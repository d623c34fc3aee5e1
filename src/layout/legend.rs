//! The line under a table that says what the letters of its branches stand for, where their own words have no room.

use super::PT;
use super::columns::LABEL;
use super::draw::{Page, Point};
use super::pen::Pen;
use super::table::body_bottom;
use super::typeset::{Style, Typesetter};
use crate::vocabulary::form_words::{CASES, letters_of};
use std::collections::BTreeMap;

/// From the end of the table to the first baseline, which stays clear of the foot below.
const DOWN: i32 = 13 * PT / 2;
/// Sizes of its letters: that of the labels, and less where one line has to hold more.
const SIZES: [i32; 3] = [LABEL.size, LABEL.size - PT / 2, LABEL.size - PT];

/// What the line keeps off the foot, where there is one.
const OFF_FOOT: i32 = 4 * PT;

/// A branch that bears a letter in place of its words.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Lettered {
    /// The number of its step.
    pub step: u32,
    pub letter: String,
    pub words: String,
}

/// How wide what a step adds to the line would be, if all these words were letters.
pub(super) fn width(step: u32, words: &[&str], type_: &Typesetter) -> i32 {
    if words.is_empty() {
        return 0;
    }
    let pairs: Vec<(&str, &str)> = words.iter().map(|words| (CASES[0], *words)).collect();
    type_.width(LABEL, &format!("{}; ", letters_of(&[step], &pairs)))
}

/// Height that it then takes on a page whose foot leaves room for one line: about, for lines end between steps.
pub(super) fn height(widths: i32, page: &Page) -> i32 {
    if widths == 0 {
        return 0;
    }
    let more = (widths + widths / 3) / (page.width - 2 * page.margin).max(1);
    OFF_FOOT + more * LABEL.leading()
}

/// Writes what the letters of a page stand for, under its table, which ends at `y`.
pub(super) fn write(pen: &mut Pen, y: i32, lettered: &[Lettered]) {
    let parts = parts(lettered);
    if parts.is_empty() {
        return;
    }
    let (x, room) = (pen.page.margin, pen.page.width - 2 * pen.page.margin);
    let most = |style: Style| ((body_bottom(pen.page) - y) / style.leading() + 1) as usize;
    let set = SIZES.map(|size| (Style::regular(size), lines_of(&parts, Style::regular(size), (room, pen.type_))));
    let fitting = set.iter().find(|(style, lines)| lines.len() <= most(*style));
    let (style, mut lines) = fitting.or(set.last()).cloned().unwrap_or((LABEL, Vec::new()));
    let fit = most(style);
    if lines.len() > fit {
        lines.truncate(fit);
        if let Some(last) = lines.last_mut() {
            *last = format!("{} …", last.rsplit_once("; ").map_or(last.as_str(), |(whole, _)| whole));
        }
    }
    for (at, line) in (0..).zip(&lines) {
        pen.text(Point::new(x, y + DOWN + at * style.leading()), style, line);
    }
}

/// Lines that end between steps, where a step does not take more than one.
fn lines_of(parts: &[String], style: Style, (room, type_): (i32, &Typesetter)) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        let end = if at + 1 < parts.len() { ";" } else { "" };
        let longer = lines.last().map(|line| format!("{line} {part}{end}"));
        match longer.filter(|line| type_.width(style, line) <= room) {
            Some(longer) => {
                lines.pop();
                lines.push(longer);
            }
            None => lines.extend(type_.wrap(style, room, &format!("{part}{end}"))),
        }
    }
    lines
}

/// `langkah 2, 5: a = Disetujui, b = Ditolak`, for the steps whose letters stand for the same.
fn parts(lettered: &[Lettered]) -> Vec<String> {
    let mut of_steps: BTreeMap<u32, Vec<(&str, &str)>> = BTreeMap::new();
    for it in lettered {
        let own = of_steps.entry(it.step).or_default();
        if !own.contains(&(&it.letter, &it.words)) {
            own.push((&it.letter, &it.words));
        }
    }
    let mut alike: BTreeMap<Vec<(&str, &str)>, Vec<u32>> = BTreeMap::new();
    for (step, pairs) in of_steps {
        alike.entry(pairs).or_default().push(step);
    }
    let mut parts: Vec<_> = alike.into_iter().collect();
    parts.sort_by(|(_, one), (_, other)| one.cmp(other));
    parts.iter().map(|(pairs, steps)| letters_of(steps, pairs)).collect()
}
