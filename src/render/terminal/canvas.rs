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

/// Stands behind a letter that takes two columns.
const BEHIND_WIDE: char = '\0';

/// The lines, and what is drawn over them.
pub(super) struct Canvas {
    /// The letter in each column.
    lines: Vec<Vec<char>>,
    /// The signs that stand on a letter.
    signs: BTreeMap<(usize, usize), String>,
    strokes: BTreeMap<(usize, usize), u8>,
    letters: BTreeMap<(usize, usize), char>,
    glyphs: Glyphs,
    /// What is drawn from now on is a row of dashes.
    pub dashed: bool,
}

impl Canvas {
    pub fn new(lines: &[String], glyphs: Glyphs) -> Self {
        let mut signs = BTreeMap::new();
        let lines = lines.iter().enumerate().map(|(y, line)| columns(y, line, &mut signs)).collect();
        Self { lines, signs, strokes: BTreeMap::new(), letters: BTreeMap::new(), glyphs, dashed: false }
    }

    /// Empties columns of a line, from one up to, not including, the other; box lines stay where the form has them.
    pub fn clear(&mut self, y: usize, columns: std::ops::Range<usize>) {
        let glyphs = self.glyphs;
        for x in columns {
            let is_line = glyphs == Glyphs::Unicode && matches!(self.lines[y][x], '│' | '─' | '┼');
            if !is_line || self.signs.contains_key(&(y, x)) {
                self.lines[y][x] = ' ';
                self.signs.remove(&(y, x));
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
                let under = if self.signs.remove(&(*y, *x)).is_some() { ' ' } else { *place };
                *place = stroke(*mask, under, self.glyphs);
            }
        }
        for ((y, x), letter) in &self.letters {
            if let Some(place) = self.lines.get_mut(*y).and_then(|line| line.get_mut(*x)) {
                self.signs.remove(&(*y, *x));
                *place = *letter;
            }
        }
        self.lines.iter().enumerate().map(|(y, line)| self.line(y, line)).collect()
    }

    fn line(&self, y: usize, letters: &[char]) -> String {
        let mut line = String::with_capacity(letters.len());
        for (x, letter) in letters.iter().enumerate() {
            line.extend(Some(*letter).filter(|it| *it != BEHIND_WIDE));
            self.signs.get(&(y, x)).into_iter().for_each(|signs| line.push_str(signs));
        }
        line
    }
}

/// The letters of a line in their columns; `signs` takes those that stand on others.
fn columns(y: usize, line: &str, signs: &mut BTreeMap<(usize, usize), String>) -> Vec<char> {
    let mut columns: Vec<char> = Vec::with_capacity(line.len());
    for letter in line.chars() {
        match (letter.width().unwrap_or(0), columns.len().checked_sub(1)) {
            (0, Some(last)) => signs.entry((y, last)).or_default().push(letter),
            (width, _) => {
                columns.push(letter);
                columns.extend((1..width).map(|_| BEHIND_WIDE));
            }
        }
    }
    columns
}

/// A heavy line over what stands there; one that ends is drawn to the edge of its place.
fn stroke(mask: u8, under: char, glyphs: Glyphs) -> char {
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
            if under == '─' {
                '╂'
            } else if is_solid {
                '┃'
            } else {
                '╏'
            }
        }
        (0, _) => {
            if under == '│' {
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
