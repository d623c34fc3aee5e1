//! The notes of one sheet: who wrote which at what cell, and the part with ours replaced.

use super::Cell;
use crate::annotate::markup::{Edits, Holder, Root, qualified};
use crate::annotate::{AUTHOR, Fault};
use crate::package::escaped;
use crate::read::office::xml::{Cursor, Piece};
use crate::report::passages;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::ops::Range;

/// What workbooks are written in, as all programs write them.
const SPREADSHEET: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// One note.
#[derive(Debug)]
pub(super) struct Note {
    /// Where it stands.
    pub cell: Cell,
    /// Who wrote it.
    pub author: String,
    /// What it says.
    pub text: String,
    range: Range<usize>,
}

impl Note {
    /// It is one of ours: by a remark in it and by its author, whom LibreOffice does not keep.
    pub fn is_ours(&self) -> bool {
        let is_by_us = self.author == AUTHOR || self.author.is_empty();
        is_by_us && passages(&self.text).iter().any(|it| it.fingerprint.is_some())
    }
}

/// The part that holds the notes of a sheet.
#[derive(Debug)]
pub(super) struct Notes {
    /// Its name.
    pub part: String,
    text: String,
    prefix: String,
    authors: Vec<String>,
    author_list: Holder,
    note_list: Holder,
    /// All notes, in the order of the part.
    pub list: Vec<Note>,
}

/// The name of a cell: `D12`.
pub(super) fn name((row, column): Cell) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    format!("{}{row}", letters.iter().rev().collect::<String>())
}

/// The cell of this name.
pub(super) fn cell(name: &str) -> Option<Cell> {
    let digits = name.find(|it: char| it.is_ascii_digit())?;
    let (letters, row) = name.split_at(digits);
    let column = letters.bytes().try_fold(0_u32, |sum, letter| {
        let value = letter.is_ascii_alphabetic().then(|| u32::from(letter.to_ascii_uppercase() - b'A') + 1)?;
        sum.checked_mul(26)?.checked_add(value)
    })?;
    Some((row.parse().ok()?, column)).filter(|(row, column)| *row > 0 && *column > 0)
}

impl Notes {
    /// A part of that name without any.
    ///
    /// # Errors
    /// Never, for what it reads is its own.
    pub fn empty(part: String) -> Result<Self, Fault> {
        let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
        let lists = "<authors></authors><commentList></commentList>";
        Self::of(part, format!("{head}\n<comments xmlns=\"{SPREADSHEET}\">{lists}</comments>"))
    }

    /// Those in this text, the part of that name.
    ///
    /// # Errors
    /// When it is damaged, or no such part.
    pub fn of(part: String, text: String) -> Result<Self, Fault> {
        let unusual = || Fault::Unusual(part.clone());
        let prefix = Root::of(&text, &part)?.prefix().to_owned();
        let (mut authors, mut found) = (Vec::new(), Vec::new());
        let (mut author_list, mut note_list) = (None, None);
        let mut cursor = Cursor::new(&text);
        // First tags of the two lists, until they close.
        let mut open: Option<(usize, usize)> = None;
        while let Some(piece) = cursor.next()? {
            match piece {
                Piece::Open(tag) => match tag.name {
                    "authors" | "commentList" => open = Some((tag.start, cursor.position())),
                    "author" => authors.push(cursor.text()?.trim().to_owned()),
                    "comment" => {
                        let place = tag.attribute("ref").and_then(|it| cell(&it));
                        let author = tag.attribute("authorId").and_then(|it| it.trim().parse::<usize>().ok());
                        let text = words(&mut cursor)?;
                        let range = tag.start..cursor.position();
                        let (cell, author) = (place.ok_or_else(unusual)?, author.unwrap_or(usize::MAX));
                        found.push((author, Note { cell, author: String::new(), text, range }));
                    }
                    _ => {}
                },
                Piece::Close(name) => {
                    let holder = |open: Option<(usize, usize)>| {
                        open.map(|(start, inner)| Holder::of(&text, start, inner..cursor.began()))
                    };
                    match name {
                        "authors" => author_list = holder(open.take()),
                        "commentList" => note_list = holder(open.take()),
                        _ => {}
                    }
                }
                Piece::Text(_) => {}
            }
        }
        let author = |at: usize| authors.get(at).cloned().unwrap_or_default();
        let list = found.into_iter().map(|(at, note)| Note { author: author(at), ..note }).collect();
        let (author_list, note_list) = (author_list.ok_or_else(unusual)?, note_list.ok_or_else(unusual)?);
        Ok(Self { part, text, prefix, authors, author_list, note_list, list })
    }

    /// The part with the notes of these cells taken out and these written.
    pub fn written(&self, gone: &BTreeSet<Cell>, new: &BTreeMap<Cell, &str>) -> String {
        let mut edits = Edits::default();
        let is_gone = |it: &&Note| gone.contains(&it.cell) && it.is_ours();
        self.list.iter().filter(is_gone).for_each(|it| edits.remove(it.range.clone()));
        let known = self.authors.iter().position(|it| it == AUTHOR);
        if known.is_none() {
            let author = qualified(&self.prefix, "author");
            self.author_list.append(&mut edits, &format!("<{author}>{AUTHOR}</{author}>"));
        }
        let author = known.unwrap_or(self.authors.len());
        let [comment, text, run, t] = ["comment", "text", "r", "t"].map(|name| qualified(&self.prefix, name));
        let mut added = String::new();
        for (cell, words) in new {
            let _ = write!(
                added,
                "<{comment} ref=\"{}\" authorId=\"{author}\"><{text}><{run}><{t} xml:space=\"preserve\">{}</{t}></{run}></{text}></{comment}>",
                name(*cell),
                escaped(words)
            );
        }
        self.note_list.append(&mut edits, &added);
        edits.apply(&self.text)
    }
}

/// The words of the note that was just opened, what says how to read them left out.
fn words(cursor: &mut Cursor<'_>) -> Result<String, Fault> {
    let (within, mut text, mut is_text) = (cursor.depth(), String::new(), false);
    while cursor.depth() >= within {
        match cursor.next()? {
            Some(Piece::Open(tag)) if tag.name == "rPh" => cursor.skip()?,
            Some(Piece::Open(tag)) => is_text = tag.name == "t",
            Some(Piece::Text(piece)) if is_text => text.push_str(&piece),
            Some(Piece::Text(_)) => {}
            Some(Piece::Close(_)) => is_text = false,
            None => break,
        }
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_as_excel_names_them() {
        for (one, other) in [((12, 4), "D12"), ((1, 1), "A1"), ((7, 28), "AB7"), ((1_048_576, 16_384), "XFD1048576")] {
            assert_eq!((name(one), cell(other)), (other.to_owned(), Some(one)));
        }
        let known = ["D", "7", "ÄÄ7", "ZZZZZZZZ1", "A0"].map(|it| cell(it).is_some());
        assert_eq!(known, [false; 5]);
    }
}
