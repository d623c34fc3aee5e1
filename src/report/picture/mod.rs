//! One finding as compilers show theirs: what is wrong, the lines it is about with marks below them, and what to do.
//!
//! Drawn letter for letter as `annotate-snippets` draws it, which the tests hold it against: that crate keeps a style with every
//! cell of a picture, which over a folder costs more than all the rules.

mod columns;
mod excerpt;
mod ink;
mod labels;
mod margin;
#[cfg(test)]
mod tests;

pub(super) use columns::{width, width_of};
pub(super) use excerpt::{Excerpt, Mark};

use crate::diagnostic::Severity;
use columns::drawn;
use excerpt::Setting;
use ink::{Ink, Pen};

/// A finding, ready to be drawn.
pub(super) struct Picture<'p> {
    /// How bad it is.
    pub severity: Severity,
    /// The word for that.
    pub name: &'p str,
    /// The code of its rule.
    pub code: &'p str,
    /// What is wrong, folded.
    pub title: String,
    /// What stands below.
    pub parts: Vec<Part<'p>>,
}

/// What stands below the title of a finding.
pub(super) enum Part<'p> {
    /// Where what follows stands.
    Place(String),
    /// Lines of the text.
    Lines(Excerpt<'p>),
    /// Prose, folded, that a word opens or nothing.
    Remark(&'static str, String),
}

/// How pictures are drawn.
#[derive(Debug, Clone, Copy)]
pub(super) struct Manner {
    /// With ANSI colours.
    pub colored: bool,
    /// Columns of the terminal.
    pub width: usize,
    /// A mark stands between a place and the lines that follow it.
    pub is_parted: bool,
}

impl Picture<'_> {
    /// Draws the finding at the end of the text; every line is ended.
    pub fn draw(&self, out: &mut String, manner: Manner) {
        let mut pen = Pen::new(out, manner.colored);
        self.draw_title(&mut pen);
        let numbers = self.parts.iter().filter_map(|part| match part {
            Part::Lines(excerpt) => Some(excerpt.highest_number()),
            _ => None,
        });
        let digits = numbers.max().map_or(0, |it| it.to_string().len());
        let mut frame = Frame { pen, digits, is_begun: false };
        for (at, part) in self.parts.iter().enumerate() {
            let next = self.parts.get(at + 1);
            match part {
                Part::Place(place) => frame.place(place),
                Part::Remark(name, text) => frame.remark(name, text, next.is_some()),
                Part::Lines(excerpt) => {
                    let setting =
                        Setting { digits, width: manner.width, severity: self.severity, is_last: next.is_none() };
                    frame.heading(excerpt, manner.is_parted);
                    excerpt.draw(&mut frame.pen, setting);
                    if let Some(Part::Remark(..)) = next {
                        frame.gap();
                    }
                }
            }
        }
    }

    /// `galat[S502]: what is wrong`.
    fn draw_title(&self, pen: &mut Pen<'_>) {
        let level = Ink::Level(self.severity);
        [self.name, "[", self.code, "]"].into_iter().for_each(|it| pen.write(it, level));
        pen.write(": ", Ink::Bold);
        let indent = width(self.name) + width(self.code) + 4;
        for (at, line) in drawn(&self.title).split('\n').enumerate() {
            if at > 0 {
                pen.end_line();
                pen.blanks(indent);
            }
            pen.write(line, Ink::Bold);
        }
        pen.end_line();
    }
}

/// The line on the left of a picture, with what hangs on it.
struct Frame<'o> {
    pen: Pen<'o>,
    /// How wide the numbers of lines are.
    digits: usize,
    /// A place was named.
    is_begun: bool,
}

impl Frame<'_> {
    /// A line that holds nothing.
    fn gap(&mut self) {
        self.pen.blanks(self.digits + 1);
        self.pen.write("│", Ink::Frame);
        self.pen.end_line();
    }

    /// The name of a place; the first begins the frame.
    fn place(&mut self, place: &str) {
        self.pen.blanks(self.digits);
        self.pen.write(if self.is_begun { " ⸬  " } else { " ╭▸ " }, Ink::Frame);
        self.pen.write(place, Ink::Plain);
        self.pen.end_line();
        self.is_begun = true;
    }

    /// What stands above the lines of a text.
    fn heading(&mut self, excerpt: &Excerpt<'_>, is_parted: bool) {
        match excerpt.name {
            Some(name) => {
                if self.is_begun {
                    self.gap();
                }
                let (line, letter) = excerpt.position();
                self.place(&format!("{name}:{line}:{letter}"));
                self.gap();
            }
            None => {
                self.gap();
                if is_parted {
                    self.place("");
                }
            }
        }
    }

    /// A word and what it opens, or prose alone.
    fn remark(&mut self, name: &str, text: &str, is_followed: bool) {
        let indent = self.digits + 3 + if name.is_empty() { 0 } else { width(name) + 2 };
        self.pen.blanks(self.digits + 1);
        self.pen.write(if is_followed { "├ " } else { "╰ " }, Ink::Frame);
        if !name.is_empty() {
            self.pen.write(name, Ink::Bold);
            self.pen.write(": ", Ink::Plain);
        }
        for (at, line) in text.split('\n').enumerate() {
            if at > 0 {
                self.pen.end_line();
                self.indent(indent, is_followed);
            }
            self.pen.write(line, Ink::Plain);
        }
        self.pen.end_line();
    }

    fn indent(&mut self, columns: usize, is_followed: bool) {
        if is_followed {
            self.pen.blanks(self.digits + 1);
            self.pen.write("│", Ink::Frame);
            self.pen.blanks(columns - self.digits - 2);
        } else {
            self.pen.blanks(columns);
        }
    }
}
