//! The runs of one paragraph → its text, what is drawn at it, and what is no text of it: struck, hidden, deleted.

use super::blocks::Paragraph;
use super::drawn::Drawn;
use super::story::Story;
use super::styles::{RunLook, Style};
use super::word::switch;
use crate::document::AsideKind;
use crate::read::glyphs::Glyphs;
use crate::read::office::xml::Element;

/// Fields within fields that are told apart.
const DEEPEST_FIELD: usize = 32;

/// Most objects that are drawn at one paragraph.
const MOST_DRAWN: usize = 2_000;

/// Size of letters where nothing says it.
const UNSAID_SIZE: f32 = 10.0;

/// A paragraph in the making.
pub(super) struct Runs<'r, 's> {
    story: &'r mut Story<'s>,
    style: Style,
    paragraph: Paragraph,
    fate: Fate,
    /// What was added last is of this kind, so that more of it goes on there.
    last_aside: Option<AsideKind>,
    /// Any run had letters.
    has_letters: bool,
}

/// What tracked changes say of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Kept,
    Inserted,
    Deleted,
}

impl<'r, 's> Runs<'r, 's> {
    /// Of a paragraph that looks so.
    pub fn new(story: &'r mut Story<'s>, style: Style, is_inserted: bool) -> Self {
        let paragraph = Paragraph {
            look: style.paragraph,
            size: style.run.size.unwrap_or(UNSAID_SIZE),
            face: style.run.face,
            ..Paragraph::default()
        };
        let fate = if is_inserted { Fate::Inserted } else { Fate::Kept };
        Self { story, style, paragraph, fate, last_aside: None, has_letters: false }
    }

    /// The finished paragraph; a field whose result never began ends with it.
    pub fn finish(self) -> Paragraph {
        while self.story.fields.last() == Some(&false) {
            self.story.fields.pop();
        }
        self.paragraph
    }

    /// All runs in this element.
    pub fn take(&mut self, parent: &Element<'_>) {
        for element in &parent.children {
            self.inline(element);
        }
    }

    fn inline(&mut self, element: &Element<'_>) {
        match element.name() {
            "r" => self.run(element),
            "ins" | "moveTo" => self.under(Fate::Inserted, element),
            "del" | "moveFrom" => self.under(Fate::Deleted, element),
            "hyperlink" | "fldSimple" | "smartTag" | "customXml" | "sdt" | "sdtContent" | "dir" | "bdo" => {
                self.take(element)
            }
            "AlternateContent" => self.alternatives(element, Self::inline),
            "oMath" | "oMathPara" => self.formula(element),
            _ => {}
        }
    }

    /// What is deleted stays so, whatever lies within.
    fn under(&mut self, fate: Fate, element: &Element<'_>) {
        let before = self.fate;
        if before != Fate::Deleted {
            self.fate = fate;
        }
        self.take(element);
        self.fate = before;
    }

    /// The first side that gives anything stands for all.
    fn alternatives(&mut self, element: &Element<'_>, take: fn(&mut Self, &Element<'_>)) {
        let sides = element.children.iter().filter(|it| matches!(it.name(), "Choice" | "Fallback"));
        for side in sides {
            let before = self.amount();
            side.children.iter().for_each(|it| take(self, it));
            if self.amount() != before {
                return;
            }
        }
    }

    /// How much has been read of text and drawings.
    fn amount(&self) -> (usize, usize, usize, usize) {
        let paragraph = &self.paragraph;
        (paragraph.text.len(), paragraph.drawn.len(), paragraph.asides.len(), self.story.floating.len())
    }

    /// A formula is read as the letters in it.
    fn formula(&mut self, element: &Element<'_>) {
        for inner in &element.children {
            match inner.name() {
                "t" => self.write(&inner.text, self.style.run),
                _ => self.formula(inner),
            }
        }
    }

    fn run(&mut self, run: &Element<'_>) {
        let properties = run.child("rPr");
        let look = self.story.styles.run(properties, self.style.run);
        // A run can be marked as inserted or deleted by its own properties as well.
        let marked = |name: &str| properties.is_some_and(|it| it.child(name).is_some());
        let before = self.fate;
        if marked("del") || marked("moveFrom") {
            self.fate = Fate::Deleted;
        }
        for element in &run.children {
            self.piece(element, look);
        }
        self.fate = before;
    }

    fn piece(&mut self, element: &Element<'_>, look: RunLook) {
        match element.name() {
            "t" => self.letters(&element.text, look),
            "delText" => self.aside(AsideKind::Deleted, &element.text),
            "tab" | "ptab" => self.write("\t", look),
            "br" => self.line_break(element, look),
            "cr" => self.write("\n", look),
            "noBreakHyphen" => self.write("-", look),
            "sym" => self.symbol(element, look),
            "fldChar" => self.field(element, look),
            "lastRenderedPageBreak" => {
                self.story.has_breaks = true;
                self.break_page();
            }
            "ruby" => element.child("rubyBase").into_iter().for_each(|it| self.take(it)),
            "drawing" | "pict" | "object" => self.drawing(element),
            "AlternateContent" => {
                self.alternatives(element, |it, inner| {
                    let look = it.style.run;
                    it.piece(inner, look);
                });
            }
            _ => {}
        }
    }

    fn line_break(&mut self, element: &Element<'_>, look: RunLook) {
        match element.attribute("type").as_deref() {
            Some("page") => self.break_page(),
            _ => self.write("\n", look),
        }
    }

    /// A page begins before the paragraph, or after it where it has text already.
    fn break_page(&mut self) {
        match self.paragraph.text.trim() {
            "" => self.paragraph.starts_page = true,
            _ => self.paragraph.ends_page = true,
        }
    }

    /// Letters, of a symbol font the signs they show.
    fn letters(&mut self, text: &str, look: RunLook) {
        let symbols = look.face.and_then(|it| it.symbols);
        if symbols.is_none() && !text.chars().any(is_private) {
            return self.write(text, look);
        }
        let mut read = String::with_capacity(text.len());
        let mut is_unmapped = false;
        for letter in text.chars() {
            match sign(letter, symbols) {
                Some(sign) => read.push(sign),
                None => is_unmapped = true,
            }
        }
        self.write(&read, look);
        if is_unmapped {
            self.unmapped();
        }
    }

    fn symbol(&mut self, element: &Element<'_>, look: RunLook) {
        let code = element.attribute("char").and_then(|it| u32::from_str_radix(it.trim(), 16).ok());
        let Some(letter) = code.and_then(char::from_u32) else { return };
        let font = element.attribute("font").and_then(|it| Glyphs::of(&it));
        match sign(letter, font) {
            Some(sign) => self.write(sign.encode_utf8(&mut [0; 4]), look),
            None => self.unmapped(),
        }
    }

    fn unmapped(&mut self) {
        if self.fate != Fate::Deleted && !self.is_instruction() {
            self.paragraph.asides.push((AsideKind::Unmapped, String::new()));
        }
    }

    fn field(&mut self, element: &Element<'_>, look: RunLook) {
        match element.attribute("fldCharType").as_deref() {
            Some("begin") => {
                if let Some(tick) = element.child("ffData").and_then(|it| it.child("checkBox")).map(is_ticked) {
                    self.write(if tick { "☑" } else { "□" }, look);
                }
                if self.story.fields.len() < DEEPEST_FIELD {
                    self.story.fields.push(false);
                }
            }
            Some("separate") => {
                if let Some(field) = self.story.fields.last_mut() {
                    *field = true;
                }
            }
            Some("end") => {
                self.story.fields.pop();
            }
            _ => {}
        }
    }

    /// Within the instruction of a field, which is not printed.
    fn is_instruction(&self) -> bool {
        self.story.fields.contains(&false)
    }

    fn drawing(&mut self, element: &Element<'_>) {
        if self.fate == Fate::Deleted || self.paragraph.drawn.len() >= MOST_DRAWN {
            return;
        }
        let mut asides = Vec::new();
        let mut found: Vec<Drawn> = self.story.drawing(element, &mut asides);
        for drawn in &mut found {
            drawn.is_in_cell |= self.story.keeps_in_cells;
            if drawn.is_inline {
                self.paragraph.inline_height = self.paragraph.inline_height.max(drawn.size.1);
            }
        }
        self.paragraph.drawn.extend(found);
        self.paragraph.asides.extend(asides);
    }

    /// Adds text where it belongs.
    fn write(&mut self, text: &str, look: RunLook) {
        if text.is_empty() || self.is_instruction() {
            return;
        }
        let kind = match (self.fate, look.is_hidden, look.is_struck) {
            (Fate::Deleted, ..) => Some(AsideKind::Deleted),
            (_, Some(true), _) => Some(AsideKind::Hidden),
            (.., Some(true)) => Some(AsideKind::Struck),
            _ => None,
        };
        match kind {
            Some(kind) => self.aside(kind, text),
            None => self.keep(text, look),
        }
    }

    fn keep(&mut self, text: &str, look: RunLook) {
        let start = self.paragraph.text.len();
        self.paragraph.text.push_str(text);
        let end = self.paragraph.text.len();
        self.last_aside = None;
        if self.fate == Fate::Inserted {
            match self.paragraph.inserted.last_mut() {
                Some(last) if last.end == start => last.end = end,
                _ => self.paragraph.inserted.push(start..end),
            }
        }
        let size = look.size.unwrap_or(UNSAID_SIZE);
        if !self.has_letters || size > self.paragraph.size {
            (self.paragraph.size, self.paragraph.face) = (size, look.face);
        }
        self.has_letters = true;
    }

    fn aside(&mut self, kind: AsideKind, text: &str) {
        match self.paragraph.asides.last_mut() {
            Some((known, before)) if self.last_aside == Some(kind) && *known == kind => before.push_str(text),
            _ => self.paragraph.asides.push((kind, text.to_owned())),
        }
        self.last_aside = Some(kind);
    }
}

/// Letters that mean something in one font only.
fn is_private(letter: char) -> bool {
    ('\u{e000}'..='\u{f8ff}').contains(&letter)
}

/// What a letter shows in a font of symbols, or without one known: codes that have no other meaning are those of Wingdings or Symbol.
fn sign(letter: char, font: Option<Glyphs>) -> Option<char> {
    match font {
        Some(_) if letter.is_whitespace() => Some(letter),
        Some(font) => font.sign(letter),
        None if letter == '\u{f0b7}' => Some('•'),
        None if is_private(letter) => Glyphs::of("Wingdings")?.sign(letter),
        None => Some(letter),
    }
}

/// A box to be ticked is ticked.
fn is_ticked(tick: &Element<'_>) -> bool {
    switch(tick, "checked").or_else(|| switch(tick, "default")).unwrap_or(false)
}

impl Paragraph {
    /// Its text as one that stands in a text box.
    pub fn boxed(paragraphs: Vec<Self>) -> (String, Vec<(AsideKind, String)>) {
        let mut text = String::new();
        let mut asides = Vec::new();
        for paragraph in paragraphs {
            if !paragraph.text.trim().is_empty() {
                if !text.is_empty() {
                    text.push('\n');
                }
                text.push_str(paragraph.text.trim());
            }
            asides.extend(paragraph.asides);
        }
        (text, asides)
    }
}
