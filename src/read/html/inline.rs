//! The words of a block: tags within them, soft line breaks and letters of symbol fonts taken out, places kept.

use super::tags::{Markup, declaration};
use crate::document::Text;
use crate::read::clean::{Residue, Token, next_token};
use crate::read::glyphs::Glyphs;
use crate::source::Span;
use std::ops::Range;

/// How many elements an end tag may close that were left open in it.
const MOST_LEFT_OPEN: usize = 8;

/// A block of text in the making.
#[derive(Debug)]
pub(super) struct Inline<'a> {
    residue: &'a mut Residue,
    text: Text,
    /// White space stands behind the text: where the last of it is.
    blank: Option<Span>,
    /// The elements that may set a font, and the font in them.
    fonts: Vec<(String, Option<Glyphs>)>,
    /// The font of the whole block.
    block: Option<Glyphs>,
}

impl<'a> Inline<'a> {
    pub fn new(residue: &'a mut Residue) -> Self {
        Self { residue, text: Text::default(), blank: None, fonts: Vec::new(), block: None }
    }

    /// The text so far; the next begins a new block.
    pub fn take(&mut self) -> Text {
        self.blank = None;
        std::mem::take(&mut self.text)
    }

    /// A block begins or ends with this tag.
    pub fn block(&mut self, tag: &Markup<'_>) {
        self.block = if tag.closing { None } else { tag.font().flatten() };
    }

    /// An element within the text begins or ends.
    pub fn font(&mut self, tag: &Markup<'_>) {
        if tag.closing {
            let mut open = self.fonts.iter().rev().take(MOST_LEFT_OPEN);
            if let Some(back) = open.position(|(name, _)| *name == tag.name) {
                self.fonts.truncate(self.fonts.len() - back - 1);
            }
        } else if !tag.is_empty_element() {
            let font = tag.font().unwrap_or_else(|| self.current());
            self.fonts.push((tag.name.to_string(), font));
        }
    }

    /// No element reaches from one cell into the next.
    pub fn end_fonts(&mut self) {
        self.fonts.clear();
        self.block = None;
    }

    fn current(&self) -> Option<Glyphs> {
        self.fonts.last().map_or(self.block, |(_, font)| *font)
    }

    /// Adds what stands between two tags, from that offset of the source on.
    pub fn write(&mut self, raw: &str, base: usize) {
        let mut at = 0;
        while at < raw.len() {
            let (length, token) = next_token(&raw[at..]);
            let place = Span::new(base + at, base + at + length);
            match token {
                Token::Text => self.run(&raw[at..at + length], base + at),
                Token::Replaced(letter) if letter.is_whitespace() => self.blank = Some(Span::new(0, 0)),
                Token::Replaced(letter) => self.letter(letter, place),
                Token::Break | Token::Nothing => {}
                Token::Broken => self.broken(place),
            }
            at += length;
        }
    }

    fn broken(&mut self, place: Span) {
        self.residue.broken += 1;
        self.residue.first_broken.get_or_insert(place);
    }

    /// Adds text as it stands; white space runs as one blank.
    fn run(&mut self, raw: &str, base: usize) {
        let mut rest = raw;
        while !rest.is_empty() {
            let word = rest.find(|it: char| it.is_ascii_whitespace()).unwrap_or(rest.len());
            let at = base + raw.len() - rest.len();
            if word > 0 {
                self.word(&rest[..word], at);
                rest = &rest[word..];
                continue;
            }
            self.blank = if rest.starts_with(' ') { Some(Span::new(at, at + 1)) } else { Some(Span::new(0, 0)) };
            rest = &rest[1..];
        }
    }

    fn word(&mut self, word: &str, at: usize) {
        if self.current().is_some() {
            for (offset, letter) in word.char_indices() {
                self.letter(letter, Span::new(at + offset, at + offset + letter.len_utf8()));
            }
            return;
        }
        self.part();
        self.text.push(word, Span::new(at, at + word.len()));
    }

    /// A letter, or what it shows in the font that is set.
    fn letter(&mut self, letter: char, place: Span) {
        let shown = match self.current() {
            // What is no letter of that font is shown in another.
            Some(glyphs) => glyphs.sign(letter).or_else(|| Glyphs::lacks(letter).then_some(letter)),
            None => Some(letter),
        };
        match shown {
            Some(sign) => {
                self.part();
                self.text.push(sign.encode_utf8(&mut [0; 4]), place);
            }
            None => self.broken(place),
        }
    }

    /// Puts a blank where white space stood before the next word.
    fn part(&mut self) {
        let Some(blank) = self.blank.take() else { return };
        if self.text.as_str().is_empty() {
            return;
        }
        if blank.is_empty() { self.text.push_separator(' ') } else { self.text.push(" ", blank) }
    }

    /// The words of a stretch of the source that is not read as text.
    pub fn aside(source: &str, stretch: Range<usize>) -> Text {
        let mut residue = Residue::default();
        let mut words = Inline::new(&mut residue);
        let mut at = stretch.start;
        while at < stretch.end {
            let here = &source[at..stretch.end];
            let next = here.find('<').unwrap_or(here.len());
            words.write(&here[..next], at);
            at += next;
            let tag = &source[at..stretch.end];
            let length = Markup::at(tag).map(|tag| tag.raw.len()).or_else(|| declaration(tag));
            at += length.unwrap_or(usize::from(!tag.is_empty()));
            words.blank = Some(Span::new(0, 0));
        }
        words.take()
    }
}
