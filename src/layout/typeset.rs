//! Text → lines no wider than their column, made only of characters the font has.

use super::draw::Face;
use crate::plain::is_unsafe;
use std::cell::RefCell;
use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization;

/// What is drawn in place of a character that the font lacks, so that the loss is seen.
pub const REPLACEMENT: char = '□';

/// Stands at the end of a line that breaks off inside a word: the word joiner, which has no width and is never drawn.
pub(super) const BROKEN: char = '\u{2060}';

/// After these an over-wide word may be broken as if between words.
const JOINTS: [char; 5] = ['/', '-', '.', '_', ','];
/// Letters that go over to the last line of a broken word, at least.
const REMNANT: usize = 3;

/// What the layout has to know about a font.
pub trait Measure {
    /// Width of a text set in letters of that size, both in hundredths of a point.
    fn width(&self, face: Face, size: i32, text: &str) -> i32;

    /// The font has this character.
    fn covers(&self, face: Face, character: char) -> bool;
}

/// Breaks text into lines and remembers what the font could not show.
pub(super) struct Typesetter<'a> {
    measure: &'a dyn Measure,
    replaced: RefCell<BTreeSet<char>>,
}

/// How a piece of text is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Style {
    pub face: Face,
    pub size: i32,
}

/// One line of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// How far from the left edge it starts.
    pub indent: i32,
    pub text: String,
}

impl Style {
    pub fn regular(size: i32) -> Self {
        Self { face: Face::Regular, size }
    }

    pub fn bold(size: i32) -> Self {
        Self { face: Face::Bold, size }
    }

    /// From one baseline to the next.
    pub fn leading(self) -> i32 {
        self.size * 6 / 5
    }
}

impl<'a> Typesetter<'a> {
    pub fn new(measure: &'a dyn Measure) -> Self {
        Self { measure, replaced: RefCell::default() }
    }

    /// What was replaced since the last call.
    pub fn take_replaced(&self) -> Vec<char> {
        self.replaced.take().into_iter().collect()
    }

    pub fn width(&self, style: Style, text: &str) -> i32 {
        self.measure.width(style.face, style.size, text.trim_end_matches(BROKEN))
    }

    /// One line of what the font can show, white space evened out.
    pub fn shown(&self, face: Face, text: &str) -> String {
        let mut line = String::with_capacity(text.len());
        for word in text.split_whitespace() {
            if !line.is_empty() {
                line.push(' ');
            }
            let shown = |character| self.shown_character(face, character);
            // Composing takes most of the time and does nothing to ASCII, which most words are.
            match word.is_ascii() {
                true => line.extend(word.chars().map(shown)),
                false => line.extend(word.nfc().filter(|character| *character != BROKEN).map(shown)),
            }
        }
        line
    }

    fn shown_character(&self, face: Face, character: char) -> char {
        if self.measure.covers(face, character) && !is_unsafe(character) {
            return character;
        }
        self.replaced.borrow_mut().insert(character);
        if self.measure.covers(face, REPLACEMENT) { REPLACEMENT } else { '?' }
    }

    /// Lines at most `room` wide, broken between words, inside a word only where it alone is too wide.
    /// Line breaks of the text are kept; no text is no line. [`BROKEN`] ends a line whose last word goes on in the next.
    pub fn wrap(&self, style: Style, room: i32, text: &str) -> Vec<String> {
        let mut lines = Vec::new();
        for paragraph in text.lines() {
            let mut line = String::new();
            for word in self.shown(style.face, paragraph).split(' ').filter(|word| !word.is_empty()) {
                self.add_word(style, room, &mut line, word, &mut lines);
            }
            if !line.is_empty() {
                lines.push(line);
            }
        }
        lines
    }

    /// The lines of a list item: the first begins with the mark, the others stand under what follows it.
    pub fn wrap_hanging(&self, style: Style, room: i32, mark: &str, text: &str) -> Vec<Line> {
        let indent = self.width(style, mark);
        let line = |(at, text): (usize, String)| match at {
            0 => Line { indent: 0, text: format!("{mark}{text}") },
            _ => Line { indent, text },
        };
        self.wrap(style, room - indent, text).into_iter().enumerate().map(line).collect()
    }

    /// As few lines as [`Self::wrap`] makes, all about as long; no word is broken for that.
    pub fn wrap_evenly(&self, style: Style, room: i32, text: &str) -> Vec<String> {
        let mut lines = self.wrap(style, room, text);
        let mut narrower = room;
        while lines.len() > 1 && narrower > room / 2 {
            narrower -= room / 50;
            let evener = self.wrap(style, narrower, text);
            if evener.len() > lines.len() || broken(&evener) > broken(&lines) {
                break;
            }
            lines = evener;
        }
        lines
    }

    fn add_word(&self, style: Style, room: i32, line: &mut String, word: &str, lines: &mut Vec<String>) {
        let before = line.len();
        if before > 0 {
            line.push(' ');
        }
        line.push_str(word);
        if self.width(style, line) <= room {
            return;
        }
        line.truncate(before);
        if before > 0 {
            lines.push(std::mem::take(line));
        }
        let mut rest = word;
        while self.width(style, rest) > room {
            let cut = self.cut(style, room, rest);
            if cut >= rest.len() {
                break;
            }
            lines.push(format!("{}{BROKEN}", &rest[..cut]));
            rest = &rest[cut..];
        }
        line.push_str(rest);
    }

    /// How many bytes of an over-wide word go on one line: after a slash or hyphen if one fits, at least one character.
    fn cut(&self, style: Style, room: i32, word: &str) -> usize {
        let ends: Vec<usize> = word.char_indices().map(|(at, character)| at + character.len_utf8()).collect();
        let fitting = ends.iter().take_while(|end| self.width(style, &word[..**end]) <= room).count().max(1);
        let joint = (1..=fitting).rev().find(|count| word[..ends[count - 1]].ends_with(JOINTS));
        // A last line of one or two letters looks like a slip of the pen.
        let spared = (fitting.min(ends.len().saturating_sub(REMNANT))).max(fitting / 2).max(1);
        ends.get(joint.unwrap_or(spared) - 1).copied().unwrap_or(word.len())
    }
}

/// How many of the lines break off inside a word.
fn broken(lines: &[String]) -> usize {
    lines.iter().filter(|line| line.ends_with(BROKEN)).count()
}
