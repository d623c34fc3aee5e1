//! The body, a header or a text box → blocks: paragraphs and tables, through content controls and tracked changes.

use super::blocks::{Block, Paragraph};
use super::drawn::{Figure, Form};
use super::numbering::Numbering;
use super::page::Section;
use super::runs::Runs;
use super::styles::{ParagraphLook, Style, Styles};
use super::word::switch;
use crate::document::drawing::ShapeKind;
use crate::read::office::xml::Element;

/// Text boxes within text boxes that are read; Word allows none.
const DEEPEST_BOX: usize = 3;

/// Longest text of a box that stands beside a drawing, in characters; a longer one outside tables is read as text.
const LONGEST_LABEL: usize = 24;

/// A box with so many paragraphs that stands outside tables is text, be it framed: a symbol of a flow says one thing.
const FRAMED_LINES: usize = 3;

/// And so many where one beside it is text, and nothing is joined by lines.
const FRAMED_LINES_BESIDE: usize = 2;

/// What must be known while a text is read from its beginning to its end.
pub(super) struct Story<'s> {
    /// How text looks.
    pub styles: &'s Styles,
    /// How far lists have been counted.
    pub numbering: Numbering,
    /// Fields that are open, outermost first: whether their result has begun.
    pub fields: Vec<bool>,
    /// Tables that stand in text boxes: they are read after what the box is anchored at.
    pub floating: Vec<Block>,
    /// The names by which sections refer to their running heads, each once, in order.
    pub heads: Vec<String>,
    /// The file tells where pages began when it was last laid out.
    pub has_breaks: bool,
    /// What is drawn in a cell moves with it, whatever the object says.
    pub keeps_in_cells: bool,
    /// The running head of the section before.
    head: Option<usize>,
    /// How many text boxes lie around the place.
    boxes: usize,
    /// The paragraph that is read, boxes aside: where it begins in its part.
    element: Option<u32>,
}

/// Where a block stands.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Surroundings {
    /// The style of the table around it.
    pub table: Style,
    /// It stands in a table.
    pub is_in_table: bool,
    /// It was moved or inserted as a whole.
    pub is_inserted: bool,
}

impl<'s> Story<'s> {
    /// At the beginning of a text.
    pub fn new(styles: &'s Styles, numbering: Numbering) -> Self {
        Self {
            styles,
            numbering,
            fields: Vec::new(),
            floating: Vec::new(),
            heads: Vec::new(),
            head: None,
            has_breaks: false,
            keeps_in_cells: false,
            boxes: 0,
            element: None,
        }
    }

    /// The blocks in this element.
    pub fn blocks(&mut self, parent: &Element<'_>, around: Surroundings) -> Vec<Block> {
        let mut blocks = Vec::new();
        self.collect(parent, around, &mut blocks);
        blocks
    }

    fn collect(&mut self, parent: &Element<'_>, around: Surroundings, blocks: &mut Vec<Block>) {
        for element in parent.chosen() {
            match element.name() {
                "p" => self.paragraph(element, around, blocks),
                "tbl" => blocks.push(Block::Table(self.table(element, around))),
                "sdt" | "sdtContent" | "customXml" | "smartTag" => self.collect(element, around, blocks),
                "ins" | "moveTo" => self.collect(element, Surroundings { is_inserted: true, ..around }, blocks),
                "sectPr" => blocks.push(Block::SectionEnd(self.section(element))),
                _ => {}
            }
            // What a box in a table holds waits until the table ends: only there it stands by itself.
            if !around.is_in_table && self.boxes == 0 {
                blocks.append(&mut self.floating);
            }
        }
    }

    fn paragraph(&mut self, element: &Element<'_>, around: Surroundings, blocks: &mut Vec<Block>) {
        let properties = element.child("pPr");
        let style = self.styles.paragraph(properties, around.table);
        let mark = properties.and_then(|it| it.child("rPr"));
        let mark_is = |names: [&str; 2]| mark.is_some_and(|it| names.iter().any(|name| it.child(name).is_some()));
        let mark_is_gone = mark_is(["del", "moveFrom"]);
        let mark_is_hidden = mark.and_then(|it| switch(it, "vanish")).or(style.run.is_hidden).unwrap_or(false);

        if self.boxes == 0 {
            self.element = u32::try_from(element.tag().start).ok();
        }
        let own = self.element;
        let mut runs = Runs::new(self, style, around.is_inserted);
        runs.take(element);
        let mut paragraph = Paragraph { element: own, ..runs.finish() };
        paragraph.runs_on = mark_is_gone;
        let is_there = !paragraph.text.trim().is_empty() || !(mark_is_gone || mark_is_hidden);
        let goes_on =
            matches!(blocks.last(), Some(Block::Paragraph(before)) if before.runs_on && !before.text.trim().is_empty());
        if is_there && !goes_on {
            let name = ParagraphLook::style_name(properties);
            let label = self.numbering.label(&style.paragraph, name.as_deref(), self.styles);
            // A number alone counts the row that it stands in; a bullet alone says nothing.
            let label = label.filter(|it| !paragraph.text.trim().is_empty() || it.contains(char::is_alphanumeric));
            paragraph.label(label.as_deref().unwrap_or_default());
            paragraph.style = name.map(|it| it.into_owned());
        }
        paragraph.starts_page |= style.paragraph.starts_page == Some(true);
        if !around.is_in_table && self.boxes == 0 {
            self.floating.extend(paragraph.prose().map(Block::Paragraph));
        }
        match blocks.last_mut() {
            Some(Block::Paragraph(before)) if before.runs_on => before.go_on(paragraph),
            _ => blocks.push(Block::Paragraph(paragraph)),
        }
        if let Some(section) = properties.and_then(|it| it.child("sectPr")) {
            blocks.push(Block::SectionEnd(self.section(section)));
        }
    }

    /// A section, with the running head of the one before where it names none.
    fn section(&mut self, properties: &Element<'_>) -> Section {
        if let Some(name) = Section::head_reference(properties) {
            let known = self.heads.iter().position(|it| *it == name);
            self.head = Some(known.unwrap_or(self.heads.len()));
            if known.is_none() {
                self.heads.push(name);
            }
        }
        Section { head: self.head, ..Section::of(properties) }
    }

    /// What is written in a text box, a line a paragraph; tables in it are put off.
    pub fn boxed(&mut self, content: &Element<'_>) -> Vec<Paragraph> {
        if self.boxes >= DEEPEST_BOX {
            return Vec::new();
        }
        self.boxes += 1;
        let fields = std::mem::take(&mut self.fields);
        let blocks = self.blocks(content, Surroundings::default());
        self.fields = fields;
        self.boxes -= 1;
        if blocks.iter().any(|it| matches!(it, Block::Table(_))) {
            self.floating.extend(blocks);
            return Vec::new();
        }
        let paragraphs = blocks.into_iter().filter_map(|it| match it {
            Block::Paragraph(paragraph) => Some(paragraph),
            _ => None,
        });
        paragraphs.collect()
    }
}

impl Paragraph {
    /// Takes out what stands in text boxes at it and is too long to be a word beside a drawing: it is text as any other.
    fn prose(&mut self) -> impl Iterator<Item = Self> {
        let lines = |it: &Figure| it.text.lines().filter(|line| !line.trim().is_empty()).count();
        let is_box = |it: &Figure| matches!(it.form, Form::Shape(ShapeKind::Process));
        let figures = || self.drawn.iter().flat_map(|drawn| &drawn.figures);
        let has_text = figures().any(|it| is_box(it) && lines(it) >= FRAMED_LINES);
        let is_flow = figures().any(|it| matches!(it.form, Form::Line(_)));
        let fewest = if has_text && !is_flow { FRAMED_LINES_BESIDE } else { FRAMED_LINES };
        let is_prose = |it: &mut Figure| match it.form {
            Form::Label => it.text.chars().count() > LONGEST_LABEL,
            _ => is_box(it) && lines(it) >= fewest,
        };
        let figures = self.drawn.iter_mut().flat_map(|drawn| drawn.figures.extract_if(.., is_prose));
        let texts: Vec<String> = figures.map(|it| it.text).collect();
        let (element, look, size, face) = (self.element, self.look, self.size, self.face);
        texts.into_iter().map(move |text| Self { element, text, look, size, face, ..Self::default() })
    }

    /// Puts the label of a list before the text.
    fn label(&mut self, label: &str) {
        self.text.insert_str(0, label);
        for stretch in &mut self.inserted {
            *stretch = stretch.start + label.len()..stretch.end + label.len();
        }
    }

    /// Adds the paragraph that went on in this one when its end was deleted.
    fn go_on(&mut self, next: Self) {
        let start = self.text.len();
        self.text.push_str(&next.text);
        self.inserted.extend(next.inserted.into_iter().map(|it| it.start + start..it.end + start));
        self.drawn.extend(next.drawn);
        self.asides.extend(next.asides);
        if self.text.len() == next.text.len() {
            (self.look, self.style) = (next.look, next.style);
        }
        (self.size, self.face) = (self.size.max(next.size), next.face.or(self.face));
        self.inline_height = self.inline_height.max(next.inline_height);
        self.starts_page |= next.starts_page;
        self.ends_page |= next.ends_page;
        self.runs_on = next.runs_on;
    }
}
