//! The upper row of the header: names that stretch over several columns, which the table crate does not draw.

use super::Glyphs;
use std::ops::Range;
use unicode_width::UnicodeWidthStr;

/// A name over some columns, counted from 0.
pub(super) struct Group {
    first: usize,
    end: usize,
    /// What stands over the columns.
    pub name: &'static str,
}

impl Group {
    /// A name over the columns from `first` up to, not including, `end`.
    pub fn new(first: usize, end: usize, name: &'static str) -> Self {
        Self { first, end, name }
    }

    /// The columns below the name.
    pub fn columns(&self) -> Range<usize> {
        self.first..self.end
    }
}

/// The table with three lines in place of its top border: the border, the names, and the line below the names; without
/// groups as it is.
pub(super) fn merge(mut lines: Vec<String>, groups: &[Group], glyphs: Glyphs) -> String {
    if groups.is_empty() {
        return lines.iter().map(|line| format!("{line}\n")).collect();
    }
    let top: Vec<char> = lines.first().map(|line| line.chars().collect()).unwrap_or_default();
    let pick = |unicode, ascii| if glyphs == Glyphs::Unicode { unicode } else { ascii };
    let (dash, bar, down, left, right) =
        (pick('─', '-'), pick('│', '|'), pick('┬', '+'), pick('├', '+'), pick('┤', '+'));
    let joints: Vec<usize> = top.iter().enumerate().filter(|(_, it)| **it != dash).map(|(at, _)| at).collect();
    let (mut border, mut names, mut below) = (top.clone(), vec![' '; top.len()], vec![' '; top.len()]);
    for at in &joints {
        (names[*at], below[*at]) = (bar, bar);
    }
    for group in groups {
        let (Some(from), Some(to)) = (joints.get(group.first), joints.get(group.end)) else { continue };
        below[from + 1..*to].fill(dash);
        for at in &joints[group.first + 1..group.end] {
            (border[*at], names[*at], below[*at]) = (dash, ' ', down);
        }
        (below[*from], below[*to]) = (left, right);
        let start = from + 1 + (to - from - 1).saturating_sub(group.name.width()) / 2;
        for (at, letter) in (start..*to).zip(group.name.chars()) {
            names[at] = letter;
        }
    }
    join_neighbours(&mut below, &joints, groups, pick('┼', '+'));
    let head = [border, names, below].map(String::from_iter);
    lines.splice(..1, head);
    lines.iter().map(|line| format!("{line}\n")).collect()
}

/// Where one group ends and the next begins, their lines cross.
fn join_neighbours(below: &mut [char], joints: &[usize], groups: &[Group], cross: char) {
    for pair in groups.windows(2) {
        if let ([one, other], Some(at)) = (pair, joints.get(pair[0].end))
            && one.end == other.first
        {
            below[*at] = cross;
        }
    }
}
