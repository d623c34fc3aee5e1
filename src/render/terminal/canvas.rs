//! Lines of a terminal, one letter a column, on which heavy lines are drawn over what stands there.

use super::Glyphs;
use std::collections::BTreeMap;
use unicode_width::UnicodeWidthChar;

/// Directions in which a heavy line leaves a place.
const UP: u8 = 1;
const RIGHT: u8 = 2;
const DOWN: u8 = 4;
const LEFT: u8 = 8;
/// Some line there is no row of dashes.
const SOLID: u8 = 16;

/// The lines, and what is drawn over them.
pub(super) struct Canvas {
    /// What stands in each column; nothing behind a letter that takes two.
    lines: Vec<Vec<String>>,
    strokes: BTreeMap<(usize, usize), u8>,
    letters: BTreeMap<(usize, usize), char>,
    glyphs: Glyphs,
    /// What is drawn from now on is a row of dashes.
    pub dashed: bool,
}

impl Canvas {
    pub fn new(lines: &[String], glyphs: Glyphs) -> Self {
        let lines = lines.iter().map(|line| columns(line)).collect();
        Self { lines, strokes: BTreeMap::new(), letters: BTreeMap::new(), glyphs, dashed: false }
    }

    /// Empties columns of a line, from one up to, not including, the other; box lines stay where the form has them.
    pub fn clear(&mut self, y: usize, columns: std::ops::Range<usize>) {
        let glyphs = self.glyphs;
        for place in self.lines[y][columns].iter_mut() {
            let is_line = glyphs == Glyphs::Unicode && matches!(place.as_str(), "│" | "─" | "┼");
            if !is_line {
                *place = " ".to_owned();
            }
        }
    }

    /// A level line, both ends included.
    pub fn level(&mut self, y: usize, one: usize, other: usize) {
        for x in one.min(other)..one.max(other) {
            self.add((y, x), RIGHT);
            self.add((y, x + 1), LEFT);
        }
    }

    /// An upright line, both ends included.
    pub fn upright(&mut self, x: usize, one: usize, other: usize) {
        for y in one.min(other)..one.max(other) {
            self.add((y, x), DOWN);
            self.add((y + 1, x), UP);
        }
    }

    fn add(&mut self, place: (usize, usize), direction: u8) {
        *self.strokes.entry(place).or_default() |= direction | if self.dashed { 0 } else { SOLID };
    }

    /// Letters over everything else.
    pub fn write(&mut self, x: usize, y: usize, text: &str) {
        for (at, letter) in text.chars().enumerate() {
            self.letters.insert((y, x + at), letter);
        }
    }

    /// The lines as drawn.
    pub fn finish(mut self) -> Vec<String> {
        for ((y, x), mask) in &self.strokes {
            if let Some(place) = self.lines.get_mut(*y).and_then(|line| line.get_mut(*x)) {
                *place = stroke(*mask, place, self.glyphs).to_string();
            }
        }
        for ((y, x), letter) in &self.letters {
            if let Some(place) = self.lines.get_mut(*y).and_then(|line| line.get_mut(*x)) {
                *place = letter.to_string();
            }
        }
        self.lines.into_iter().map(|line| line.concat()).collect()
    }
}

fn columns(line: &str) -> Vec<String> {
    let mut columns: Vec<String> = Vec::with_capacity(line.len());
    for letter in line.chars() {
        match (letter.width().unwrap_or(0), columns.last_mut()) {
            (0, Some(last)) => last.push(letter),
            (width, _) => {
                columns.push(letter.to_string());
                columns.extend((1..width).map(|_| String::new()));
            }
        }
    }
    columns
}

/// A heavy line over what stands there; one that ends is drawn to the edge of its place.
fn stroke(mask: u8, under: &str, glyphs: Glyphs) -> char {
    let (upright, level) = (mask & (UP | DOWN), mask & (LEFT | RIGHT));
    let is_solid = mask & SOLID != 0;
    if glyphs == Glyphs::Ascii {
        return match (level, upright) {
            (0, _) if is_solid => '|',
            (0, _) => ':',
            (_, 0) if is_solid => '-',
            (_, 0) => '~',
            _ => '+',
        };
    }
    match (upright, level) {
        (_, 0) => {
            if under == "─" {
                '╂'
            } else if is_solid {
                '┃'
            } else {
                '╏'
            }
        }
        (0, _) => {
            if under == "│" {
                '┿'
            } else if is_solid {
                '━'
            } else {
                '╍'
            }
        }
        (UP, RIGHT) => '┗',
        (UP, LEFT) => '┛',
        (DOWN, RIGHT) => '┏',
        (DOWN, LEFT) => '┓',
        (_, RIGHT) => '┣',
        (_, LEFT) => '┫',
        (UP, _) => '┻',
        (DOWN, _) => '┳',
        _ => '╋',
    }
}
