//! The text of a document with marks where comments begin and end: put in at paragraphs, and taken out with the comments.

use super::Names;
use crate::annotate::Fault;
use crate::annotate::markup::{Edits, Holder};
use crate::read::office::xml::{Cursor, Piece, Tag};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Where a comment of ours is anchored.
pub(super) struct Place {
    /// Where its paragraph begins; `None` is the first paragraph of the text.
    pub element: Option<u32>,
    /// Its number.
    pub id: u32,
}

/// What is to become of the text.
pub(super) struct Body<'b> {
    /// How it binds its names.
    pub names: &'b Names,
    /// What is put in.
    pub places: &'b [Place],
    /// The comments that are taken out.
    pub removed: &'b BTreeSet<&'b str>,
}

/// A paragraph that is open.
struct OpenParagraph<'p> {
    depth: usize,
    ids: &'p [u32],
    start: usize,
    /// Where its first tag ends.
    tag_end: usize,
    /// Where its text begins: behind what is said about the paragraph itself.
    text: usize,
}

/// A run that is open.
struct OpenRun {
    depth: usize,
    start: usize,
    /// References to comments that are taken out.
    gone: Vec<Range<usize>>,
    /// It holds more than those and how they look.
    holds_more: bool,
}

/// The comments that the text refers to.
///
/// # Errors
/// When the text is damaged.
pub(super) fn references(text: &str) -> Result<BTreeSet<String>, Fault> {
    let mut found = BTreeSet::new();
    let mut cursor = Cursor::new(text);
    while let Some(piece) = cursor.next()? {
        if let Piece::Open(tag) = piece
            && tag.name == "commentReference"
        {
            found.extend(tag.attribute("id").map(|it| it.into_owned()));
        }
    }
    Ok(found)
}

impl Body<'_> {
    /// The text as it is to be, with these changes of runs.
    ///
    /// # Errors
    /// When it is damaged, or has no paragraph.
    pub fn written(&self, text: &str, edits: Edits) -> Result<String, Fault> {
        let mut wanted: BTreeMap<Option<usize>, Vec<u32>> = BTreeMap::new();
        for it in self.places {
            wanted.entry(it.element.map(|it| it as usize)).or_default().push(it.id);
        }
        let first = wanted.get(&None).map(|_| first_paragraph(text)).transpose()?;
        if let (Some(first), Some(ids)) = (first, wanted.remove(&None)) {
            wanted.entry(Some(first)).or_default().extend(ids);
        }
        let mut writer = Writer { body: self, text, edits, paragraphs: Vec::new(), runs: Vec::new() };
        let mut cursor = Cursor::new(text);
        while let Some(piece) = cursor.next()? {
            match piece {
                Piece::Open(tag) => {
                    let ids = wanted.get(&Some(tag.start)).map(Vec::as_slice).filter(|_| tag.name == "p");
                    writer.open(&mut cursor, tag, ids)?;
                }
                Piece::Close(_) => writer.close(&cursor),
                Piece::Text(_) => {}
            }
        }
        Ok(writer.edits.apply(text))
    }
}

fn first_paragraph(text: &str) -> Result<usize, Fault> {
    let mut cursor = Cursor::new(text);
    while let Some(piece) = cursor.next()? {
        if let Piece::Open(tag) = piece
            && tag.name == "p"
        {
            return Ok(tag.start);
        }
    }
    Err(Fault::Unusual(super::MAIN.to_owned()))
}

struct Writer<'w> {
    body: &'w Body<'w>,
    text: &'w str,
    edits: Edits,
    paragraphs: Vec<OpenParagraph<'w>>,
    runs: Vec<OpenRun>,
}

impl<'w> Writer<'w> {
    fn open(&mut self, cursor: &mut Cursor<'_>, tag: Tag<'_>, ids: Option<&'w [u32]>) -> Result<(), Fault> {
        let (depth, end) = (cursor.depth(), cursor.position());
        if let Some(ids) = ids {
            let open = OpenParagraph { depth, ids, start: tag.start, tag_end: end, text: end };
            self.paragraphs.push(open);
        }
        let is_gone = tag.attribute("id").is_some_and(|it| self.body.removed.contains(&*it));
        let in_run = self.runs.last_mut().filter(|run| run.depth + 1 == depth);
        match tag.name {
            "commentRangeStart" | "commentRangeEnd" if is_gone => {
                cursor.skip()?;
                self.edits.remove(tag.start..cursor.position());
            }
            "commentReference" if is_gone => {
                cursor.skip()?;
                let range = tag.start..cursor.position();
                match in_run {
                    Some(run) => run.gone.push(range),
                    None => self.edits.remove(range),
                }
            }
            "rPr" if in_run.is_some() => cursor.skip()?,
            "pPr" => {
                cursor.skip()?;
                if let Some(open) = self.paragraphs.last_mut().filter(|it| it.depth + 1 == depth) {
                    open.text = cursor.position();
                }
            }
            name => {
                if let Some(run) = in_run {
                    run.holds_more = true;
                }
                if name == "r" {
                    self.runs.push(OpenRun { depth, start: tag.start, gone: Vec::new(), holds_more: false });
                }
            }
        }
        Ok(())
    }

    /// An element has ended, wherever the cursor stands now.
    fn close(&mut self, cursor: &Cursor<'_>) {
        let ended = cursor.depth() + 1;
        if let Some(run) = self.runs.pop_if(|it| it.depth == ended) {
            match run.holds_more || run.gone.is_empty() {
                true => run.gone.into_iter().for_each(|it| self.edits.remove(it)),
                false => self.edits.remove(run.start..cursor.position()),
            }
        }
        if let Some(paragraph) = self.paragraphs.pop_if(|it| it.depth == ended) {
            self.anchor(&paragraph, cursor.began());
        }
    }

    /// Marks a paragraph as what comments speak of.
    fn anchor(&mut self, paragraph: &OpenParagraph<'_>, close: usize) {
        let Names { prefix: w, declared, .. } = self.body.names;
        let mark = |name: &str, id: u32| format!("<{w}{name}{declared} {w}id=\"{id}\"/>");
        let begins: String = paragraph.ids.iter().map(|id| mark("commentRangeStart", *id)).collect();
        let ends = paragraph.ids.iter().map(|id| {
            let (end, reference) = (mark("commentRangeEnd", *id), mark("commentReference", *id));
            format!("{end}<{w}r{declared}>{reference}</{w}r>")
        });
        let ends: String = ends.collect();
        let holder = Holder::of(self.text, paragraph.start, paragraph.tag_end..close);
        if paragraph.text == close || paragraph.tag_end == close {
            holder.append(&mut self.edits, &format!("{begins}{ends}"));
        } else {
            self.edits.insert(paragraph.text, begins);
            holder.append(&mut self.edits, &ends);
        }
    }
}
