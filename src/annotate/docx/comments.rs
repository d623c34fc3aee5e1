//! The comments of a text document: who wrote which, and the part without some of them and with others.

use super::Names;
use crate::annotate::markup::{Edits, Root};
use crate::annotate::{AUTHOR, Fault};
use crate::package::escaped;
use crate::read::office::xml::{Cursor, Piece, Tag};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::ops::Range;

/// One comment.
#[derive(Debug)]
pub(super) struct Comment {
    /// By what the text refers to it.
    pub id: String,
    /// Who wrote it.
    pub author: String,
    /// What it says, a line a paragraph.
    pub text: String,
    /// The id of its last paragraph, by which answers refer to it.
    pub paragraph: Option<String>,
    range: Range<usize>,
}

/// The part that holds them.
pub(super) struct Comments<'t> {
    text: &'t str,
    root: Root,
    names: Names,
    /// All comments, in the order of the part.
    pub list: Vec<Comment>,
}

impl<'t> Comments<'t> {
    /// A part without any.
    pub fn empty(namespace: &str) -> String {
        let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
        format!("{head}\n<w:comments xmlns:w=\"{namespace}\"></w:comments>")
    }

    /// Those in this text, the part of that name.
    ///
    /// # Errors
    /// When it is damaged, or no such part.
    pub fn of(text: &'t str, part: &str) -> Result<Self, Fault> {
        let root = Root::of(text, part)?;
        let names = Names::of(&root, part)?;
        let mut list = Vec::new();
        let mut cursor = Cursor::new(text);
        while let Some(piece) = cursor.next()? {
            if let Piece::Open(tag) = piece
                && tag.name == "comment"
            {
                list.push(comment(&mut cursor, tag)?);
            }
        }
        Ok(Self { text, root, names, list })
    }

    /// The lowest number above those of all comments that stay.
    pub fn next_id(&self, removed: &BTreeSet<&str>) -> u32 {
        let stay = self.list.iter().filter(|it| !removed.contains(&*it.id));
        stay.filter_map(|it| it.id.trim().parse::<u32>().ok()).max().map_or(0, |it| it.saturating_add(1))
    }

    /// A comment of ours; its letters are no prose to be proofed.
    pub fn comment(&self, id: u32, text: &str) -> String {
        let Names { prefix: w, declared, .. } = &self.names;
        let mut out = format!("<{w}comment{declared} {w}id=\"{id}\" {w}author=\"{AUTHOR}\" {w}initials=\"{AUTHOR}\">");
        for line in text.lines() {
            let line = escaped(line);
            let _ = write!(
                out,
                "<{w}p><{w}r><{w}rPr><{w}noProof/></{w}rPr><{w}t xml:space=\"preserve\">{line}</{w}t></{w}r></{w}p>"
            );
        }
        let _ = write!(out, "</{w}comment>");
        out
    }

    /// The part without those and with these.
    pub fn written(&self, removed: &BTreeSet<&str>, added: &str) -> String {
        let mut edits = Edits::default();
        self.list.iter().filter(|it| removed.contains(&*it.id)).for_each(|it| edits.remove(it.range.clone()));
        self.root.holder.append(&mut edits, added);
        edits.apply(self.text)
    }
}

/// The comment that was just opened.
fn comment(cursor: &mut Cursor<'_>, tag: Tag<'_>) -> Result<Comment, Fault> {
    let said = |name: &str| tag.attribute(name).unwrap_or_default().into_owned();
    let (within, mut text, mut paragraph) = (cursor.depth(), String::new(), None);
    let mut is_text = false;
    while cursor.depth() >= within {
        match cursor.next()? {
            Some(Piece::Open(inner)) => match inner.name {
                "p" => {
                    paragraph = inner.attribute("paraId").map(std::borrow::Cow::into_owned);
                    if !text.is_empty() {
                        text.push('\n');
                    }
                }
                "br" | "cr" => text.push('\n'),
                "tab" => text.push('\t'),
                "t" => is_text = true,
                _ => {}
            },
            Some(Piece::Text(piece)) if is_text => text.push_str(&piece),
            Some(Piece::Text(_)) => {}
            Some(Piece::Close(_)) => is_text = false,
            None => break,
        }
    }
    let range = tag.start..cursor.position();
    Ok(Comment { id: said("id"), author: said("author").trim().to_owned(), text, paragraph, range })
}
