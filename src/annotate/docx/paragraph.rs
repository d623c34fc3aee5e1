//! The letters of paragraphs with the runs that hold them, as far as words there can be changed.

use crate::annotate::Fault;
use crate::read::office::xml::{Cursor, Piece, Tag};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// One paragraph.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    /// What is read of it, in order.
    pub letters: Vec<char>,
    /// Its runs, in order.
    pub runs: Vec<Run>,
}

/// One run. All ranges but those of letters are bytes of the part.
#[derive(Debug)]
pub(super) struct Run {
    /// All of it.
    pub range: Range<usize>,
    /// Its first tag.
    pub tag: Range<usize>,
    /// How it looks; empty where nothing is said.
    pub look: Range<usize>,
    /// What is in it beside that.
    pub children: Vec<Child>,
    /// It stands in the paragraph itself and holds nothing but text: no link, field, content control or tracked change.
    pub is_plain: bool,
}

/// An element of a run.
#[derive(Debug)]
pub(super) struct Child {
    /// All of it.
    pub range: Range<usize>,
    /// Its letters, as positions in the paragraph.
    pub letters: Range<usize>,
    /// They stand there as such; a tab or a line break is an element of its own.
    pub is_text: bool,
}

impl Paragraph {
    /// The run and the element of it that hold this letter; `None` where it cannot be changed.
    pub fn holder(&self, letter: usize) -> Option<(usize, usize)> {
        let starts = |run: &Run| run.children.first().is_some_and(|it| it.letters.start <= letter);
        let run = self.runs.partition_point(starts).checked_sub(1)?;
        let found = self.runs.get(run).filter(|it| it.is_plain)?;
        let child = found.children.iter().position(|it| it.letters.contains(&letter))?;
        found.children[child].is_text.then_some((run, child))
    }
}

/// The paragraphs that begin at these bytes of the part.
///
/// # Errors
/// When it is damaged.
pub(super) fn paragraphs(text: &str, wanted: &BTreeSet<u32>) -> Result<BTreeMap<u32, Paragraph>, Fault> {
    let mut found = BTreeMap::new();
    let mut reader = Reader { cursor: Cursor::new(text), fields: Vec::new() };
    while let Some(piece) = reader.cursor.next()? {
        match piece {
            Piece::Open(tag) if tag.name == "p" => {
                let start = u32::try_from(tag.start).ok().filter(|it| wanted.contains(it));
                if let Some(start) = start {
                    found.insert(start, reader.paragraph()?);
                    reader.end_paragraph();
                }
            }
            Piece::Open(tag) if tag.name == "fldChar" => reader.field(tag),
            Piece::Close("p") => reader.end_paragraph(),
            _ => {}
        }
    }
    Ok(found)
}

struct Reader<'t> {
    cursor: Cursor<'t>,
    /// The fields that are open; `true` once the result has begun.
    fields: Vec<bool>,
}

impl Reader<'_> {
    fn field(&mut self, tag: Tag<'_>) {
        match tag.attribute("fldCharType").as_deref() {
            Some("begin") => self.fields.push(false),
            Some("separate") => {
                if let Some(field) = self.fields.last_mut() {
                    *field = true;
                }
            }
            Some("end") => {
                self.fields.pop();
            }
            _ => {}
        }
    }

    /// A field whose result never began ends with its paragraph.
    fn end_paragraph(&mut self) {
        while self.fields.last() == Some(&false) {
            self.fields.pop();
        }
    }

    /// The paragraph that was just opened.
    fn paragraph(&mut self) -> Result<Paragraph, Fault> {
        let within = self.cursor.depth();
        let mut paragraph = Paragraph::default();
        while self.cursor.depth() >= within {
            match self.cursor.next()? {
                Some(Piece::Open(tag)) => match tag.name {
                    "r" => {
                        let is_direct = self.cursor.depth() == within + 1;
                        self.run(tag, is_direct, &mut paragraph)?;
                    }
                    "ins" | "moveTo" | "hyperlink" | "fldSimple" | "smartTag" | "customXml" | "sdt" | "sdtContent"
                    | "dir" | "bdo" => {}
                    _ => self.cursor.skip()?,
                },
                Some(_) => {}
                None => break,
            }
        }
        Ok(paragraph)
    }

    /// The run that was just opened.
    fn run(&mut self, tag: Tag<'_>, is_direct: bool, paragraph: &mut Paragraph) -> Result<(), Fault> {
        let (within, end) = (self.cursor.depth(), self.cursor.position());
        let (children, is_plain) = (Vec::new(), is_direct && self.fields.is_empty());
        let mut run = Run { range: tag.start..end, tag: tag.start..end, look: end..end, children, is_plain };
        let mut is_deleted = false;
        while self.cursor.depth() >= within {
            match self.cursor.next()? {
                Some(Piece::Open(child)) if child.name == "rPr" => {
                    is_deleted |= self.look(&mut run)?;
                    run.look = child.start..self.cursor.position();
                }
                Some(Piece::Open(child)) => self.child(child, &mut run, (!is_deleted).then_some(&mut *paragraph))?,
                Some(_) => {}
                None => break,
            }
        }
        run.range.end = self.cursor.position();
        if !is_deleted {
            paragraph.runs.push(run);
        }
        Ok(())
    }

    /// How a run looks, which may itself be a tracked change; whether it says that the run is deleted.
    fn look(&mut self, run: &mut Run) -> Result<bool, Fault> {
        let (within, mut is_deleted) = (self.cursor.depth(), false);
        while self.cursor.depth() >= within {
            match self.cursor.next()? {
                Some(Piece::Open(tag)) => match tag.name {
                    "del" | "moveFrom" => is_deleted = true,
                    "ins" | "moveTo" | "rPrChange" => run.is_plain = false,
                    _ => {}
                },
                Some(_) => {}
                None => break,
            }
        }
        Ok(is_deleted)
    }

    /// An element of a run; adds its letters to the paragraph, where there is one to add to.
    fn child(&mut self, tag: Tag<'_>, run: &mut Run, paragraph: Option<&mut Paragraph>) -> Result<(), Fault> {
        let mut letters = Vec::new();
        let is_text = tag.name == "t";
        match tag.name {
            "t" => {
                let text = self.cursor.text()?;
                let is_kept = tag.attribute("space").is_some_and(|it| it == "preserve");
                // Where blanks at the ends do not count, what is split there would show others.
                run.is_plain &= is_kept || text.trim().len() == text.len();
                letters.extend(text.chars());
            }
            "tab" | "ptab" => letters.push('\t'),
            "br" | "cr" => letters.push('\n'),
            "noBreakHyphen" => letters.push('-'),
            "lastRenderedPageBreak" | "softHyphen" => {}
            "fldChar" => {
                self.field(tag);
                run.is_plain = false;
            }
            _ => run.is_plain = false,
        }
        if !is_text {
            self.cursor.skip()?;
        }
        let range = tag.start..self.cursor.position();
        let Some(paragraph) = paragraph else { return Ok(()) };
        let start = paragraph.letters.len();
        // The instruction of a field is not printed.
        if !self.fields.contains(&false) {
            paragraph.letters.extend(letters);
        }
        run.children.push(Child { range, letters: start..paragraph.letters.len(), is_text });
        Ok(())
    }
}
