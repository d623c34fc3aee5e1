//! Writing with colours, as terminals take them.

use crate::diagnostic::Severity;

/// What a stretch of text is written with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    /// As it is.
    Plain,
    /// What is said, and what opens a remark.
    Bold,
    /// Frames, line numbers, and places that belong to the finding.
    Frame,
    /// What has this severity.
    Level(Severity),
}

impl Ink {
    /// How a terminal is told to take it.
    fn code(self) -> &'static str {
        // The darker of these colours cannot be read on the blue ground of a Windows console.
        let on_windows = cfg!(windows);
        match self {
            Self::Plain => "",
            Self::Bold if on_windows => "\u{1b}[1m\u{1b}[97m",
            Self::Bold => "\u{1b}[1m",
            Self::Frame | Self::Level(Severity::Info) if on_windows => "\u{1b}[1m\u{1b}[96m",
            Self::Frame | Self::Level(Severity::Info) => "\u{1b}[1m\u{1b}[94m",
            Self::Level(Severity::Error) => "\u{1b}[1m\u{1b}[91m",
            Self::Level(Severity::Warning) if on_windows => "\u{1b}[1m\u{1b}[93m",
            Self::Level(Severity::Warning) => "\u{1b}[1m\u{1b}[33m",
            Self::Level(Severity::Note) => "\u{1b}[1m\u{1b}[92m",
        }
    }
}

/// Back to text as it is.
const RESET: &str = "\u{1b}[0m";

/// What writes lines, one after the other.
pub(super) struct Pen<'o> {
    out: &'o mut String,
    colored: bool,
    ink: Ink,
}

impl<'o> Pen<'o> {
    pub fn new(out: &'o mut String, colored: bool) -> Self {
        Self { out, colored, ink: Ink::Plain }
    }

    pub fn write(&mut self, text: &str, ink: Ink) {
        if !text.is_empty() {
            self.dip(ink);
            self.out.push_str(text);
        }
    }

    /// So many blanks.
    pub fn blanks(&mut self, count: usize) {
        if count > 0 {
            self.dip(Ink::Plain);
            self.out.extend(std::iter::repeat_n(' ', count));
        }
    }

    pub fn end_line(&mut self) {
        self.dip(Ink::Plain);
        self.out.push('\n');
    }

    /// A line of letters that each have an ink of their own.
    pub fn row(&mut self, row: &Row) {
        self.out.reserve(row.cells.len());
        for (letter, ink) in &row.cells {
            self.dip(*ink);
            self.out.push(*letter);
        }
        self.end_line();
    }

    fn dip(&mut self, ink: Ink) {
        if !self.colored || ink == self.ink {
            return;
        }
        // Two inks that look the same are one to the terminal.
        if ink.code() != self.ink.code() {
            if self.ink != Ink::Plain {
                self.out.push_str(RESET);
            }
            self.out.push_str(ink.code());
        }
        self.ink = ink;
    }
}

/// A line that is drawn in any order, later over earlier.
#[derive(Debug, Default)]
pub(super) struct Row {
    cells: Vec<(char, Ink)>,
}

impl Row {
    pub fn put(&mut self, at: usize, letter: char, ink: Ink) {
        if at >= self.cells.len() {
            self.cells.resize(at + 1, (' ', Ink::Plain));
        }
        self.cells[at] = (letter, ink);
    }

    pub fn put_all(&mut self, at: usize, text: &str, ink: Ink) {
        if text.is_empty() {
            return;
        }
        if at > self.cells.len() {
            self.cells.resize(at, (' ', Ink::Plain));
        }
        let mut letters = text.chars().map(|letter| (letter, ink));
        self.cells[at..].iter_mut().zip(&mut letters).for_each(|(cell, new)| *cell = new);
        self.cells.extend(letters);
    }
}
