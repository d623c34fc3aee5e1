//! One sheet of a workbook with the parts that its notes are kept in, made where they are missing.

use super::notes::{Note, Notes, cell};
use super::{Cell, shapes};
use crate::annotate::markup::{Edits, Root, elements, qualified};
use crate::annotate::parts::Parts;
use crate::annotate::{AUTHOR, Fault, RELATIONS, manifest};
use crate::read::office::relations::Relations;
use crate::read::office::xml::{Cursor, Piece};
use std::collections::{BTreeMap, BTreeSet};

/// What may stand in a sheet only behind the reference to the old drawing. What programs choose between (`AlternateContent`) holds
/// controls, and they come later as well.
const LATER: [&str; 9] = [
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "webPublishItems",
    "tableParts",
    "extLst",
    "AlternateContent",
];

const NOTES_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";

const DRAWING_TYPE: &str = "application/vnd.openxmlformats-officedocument.vmlDrawing";

/// A sheet.
#[derive(Debug)]
pub(super) struct Tab {
    /// The part that holds its cells.
    member: String,
    /// Its number among the sheets, from 1.
    number: usize,
    /// The notes that it has.
    notes: Option<Notes>,
}

impl Tab {
    /// The sheet in that part.
    ///
    /// # Errors
    /// When its notes are damaged.
    pub fn of(parts: &mut Parts<'_>, member: &str, number: usize) -> Result<Self, Fault> {
        let relations = Relations::of(&mut parts.package, member)?;
        let notes = match relations.by_role("comments") {
            Some(it) => Some(Notes::of(it.member.clone(), parts.needed(&it.member)?)?),
            None => None,
        };
        Ok(Self { member: member.to_owned(), number, notes })
    }

    /// Its notes, in the order of their part.
    pub fn notes(&self) -> &[Note] {
        self.notes.as_ref().map(|it| it.list.as_slice()).unwrap_or_default()
    }

    /// Groups of cells that are one: the first and the last of each.
    ///
    /// # Errors
    /// When the sheet is damaged.
    pub fn merged(&self, parts: &mut Parts<'_>) -> Result<Vec<(Cell, Cell)>, Fault> {
        let text = parts.needed(&self.member)?;
        let ends = |range: &str| range.split_once(':').and_then(|(first, last)| cell(first).zip(cell(last)));
        let groups = elements(&text, "mergeCell")?.into_iter();
        Ok(groups.filter_map(|(tag, _)| ends(&tag.attribute("ref")?)).collect())
    }

    /// Makes these our notes.
    ///
    /// # Errors
    /// When the sheet or the old drawing is written in a way that cannot be added to.
    pub fn write(&self, parts: &mut Parts<'_>, ours: &BTreeMap<Cell, String>) -> Result<(), Fault> {
        // One whose author was lost is written anew.
        let text = |it: &'_ Note| Some(it.text.clone()).filter(|_| it.author == AUTHOR);
        let own: BTreeMap<Cell, Option<String>> =
            self.notes().iter().filter(|it| it.is_ours()).map(|it| (it.cell, text(it))).collect();
        let is_same =
            |cell: &Cell| ours.get(cell).is_some_and(|text| own.get(cell).and_then(Option::as_ref) == Some(text));
        let gone: BTreeSet<Cell> = own.keys().copied().filter(|cell| !is_same(cell)).collect();
        let new = ours.iter().filter(|(cell, _)| !is_same(cell));
        let new: BTreeMap<Cell, &str> = new.map(|(cell, text)| (*cell, text.as_str())).collect();
        if gone.is_empty() && new.is_empty() {
            return Ok(());
        }
        self.draw(parts, &gone, &new)?;
        match &self.notes {
            Some(notes) => parts.put(&notes.part, notes.written(&gone, &new)),
            None => {
                let notes = Notes::empty(parts.free_name("xl/comments", ".xml"))?;
                parts.put(&notes.part, notes.written(&gone, &new));
                manifest::declare(parts, &notes.part, NOTES_TYPE)?;
                let target = format!("/{}", notes.part);
                manifest::relate(parts, &self.member, &format!("{RELATIONS}/comments"), &target)?;
            }
        }
        Ok(())
    }

    /// Takes the boxes of these cells out of the old drawing, and puts in boxes for these notes.
    fn draw(&self, parts: &mut Parts<'_>, gone: &BTreeSet<Cell>, new: &BTreeMap<Cell, &str>) -> Result<(), Fault> {
        let text = parts.needed(&self.member)?;
        let (known, place) = old_drawing(&text)?;
        let relations = Relations::of(&mut parts.package, &self.member)?;
        if let Some(relation) = known.as_deref().and_then(|id| relations.by_id(id)) {
            let before = parts.needed(&relation.member)?;
            let after = shapes::written(&before, &relation.member, gone, new, self.number)?;
            parts.put(&relation.member, after);
            return Ok(());
        }
        let part = parts.free_name("xl/drawings/vmlDrawing", ".vml");
        let drawing = shapes::written(&shapes::empty(self.number), &part, gone, new, self.number)?;
        parts.put(&part, drawing);
        manifest::declare_all(parts, "vml", DRAWING_TYPE)?;
        let id = manifest::relate(parts, &self.member, &format!("{RELATIONS}/vmlDrawing"), &format!("/{part}"))?;
        let root = Root::of(&text, &self.member)?;
        let (prefix, declared) = match root.binding(&[RELATIONS]).filter(|(prefix, _)| !prefix.is_empty()) {
            Some((prefix, _)) => (prefix, String::new()),
            None => ("r", format!(" xmlns:r=\"{RELATIONS}\"")),
        };
        let element = format!("<{}{declared} {prefix}:id=\"{id}\"/>", qualified(root.prefix(), "legacyDrawing"));
        let mut edits = Edits::default();
        match place {
            Some(at) => edits.insert(at, element),
            None => root.holder.append(&mut edits, &element),
        }
        parts.put(&self.member, edits.apply(&text));
        Ok(())
    }
}

/// The id by which a sheet refers to its old drawing, and where the reference belongs where it has none; `None` is its end.
fn old_drawing(text: &str) -> Result<(Option<String>, Option<usize>), Fault> {
    let mut cursor = Cursor::new(text);
    while let Some(piece) = cursor.next()? {
        let Piece::Open(tag) = piece else { continue };
        if cursor.depth() != 2 {
            continue;
        }
        match tag.name {
            "legacyDrawing" => return Ok((tag.prefixed("id").map(|it| it.into_owned()), None)),
            name if LATER.contains(&name) => return Ok((None, Some(tag.start))),
            _ => cursor.skip()?,
        }
    }
    Ok((None, None))
}
