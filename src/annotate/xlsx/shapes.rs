//! The boxes that notes show in: the old drawing (VML) of a sheet. Excel writes it, but not always as XML, so that it is searched as
//! text and never parsed.

use super::Cell;
use crate::annotate::Fault;
use crate::annotate::markup::Edits;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::ops::Range;

/// Where a drawing ends.
const END: &str = "</xml>";

/// What every box of a note is.
const SHAPE_TYPE: &str = "_x0000_t202";

/// Width of a box, in points.
const WIDTH: usize = 300;

/// Letters that fit in a line of it.
const LINE: usize = 58;

/// Height of a line, in points.
const LINE_HEIGHT: usize = 13;

/// Most lines that a box shows.
const MOST_LINES: usize = 36;

/// Ids that one sheet has for its own.
const IDS: usize = 1024;

/// The names of what is drawn, bound as Excel binds them.
const NAMES: [&str; 3] = [
    "xmlns:v=\"urn:schemas-microsoft-com:vml\"",
    "xmlns:o=\"urn:schemas-microsoft-com:office:office\"",
    "xmlns:x=\"urn:schemas-microsoft-com:office:excel\"",
];

/// A drawing without boxes, of the sheet of that number.
pub(super) fn empty(number: usize) -> String {
    format!(
        "<xml {}><o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"{number}\"/></o:shapelayout>{END}",
        NAMES.join(" ")
    )
}

/// The drawing, the part of that name, with the boxes of these cells taken out and boxes for these notes put in.
///
/// # Errors
/// When it does not end as a drawing.
pub(super) fn written(
    text: &str,
    part: &str,
    gone: &BTreeSet<Cell>,
    new: &BTreeMap<Cell, &str>,
    number: usize,
) -> Result<String, Fault> {
    let end = text.rfind(END).ok_or_else(|| Fault::Unusual(part.to_owned()))?;
    // Where the drawing as a whole does not bind the names, each thing that is put in does.
    let root = text.split_once("<xml").map_or("", |(_, rest)| rest.split('>').next().unwrap_or_default());
    let is_bound = NAMES.iter().all(|name| root.contains(name));
    let names = if is_bound { String::new() } else { format!(" {}", NAMES.join(" ")) };
    let mut edits = Edits::default();
    let (mut highest, mut has_type) = (number * IDS, text.contains(&format!("id=\"{SHAPE_TYPE}\"")));
    for range in boxes(text) {
        let shape = &text[range.clone()];
        if note_cell(shape).is_some_and(|cell| gone.contains(&cell)) {
            edits.remove(range);
        } else {
            highest = highest.max(id(shape).unwrap_or(0));
        }
    }
    let mut added = String::new();
    for (cell, words) in new {
        if !std::mem::replace(&mut has_type, true) {
            let _ = write!(
                added,
                "<v:shapetype{names} id=\"{SHAPE_TYPE}\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\">\
                 <v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>"
            );
        }
        highest += 1;
        added.push_str(&shape(highest, *cell, words, &names));
    }
    edits.insert(end, added);
    Ok(edits.apply(text))
}

/// Where each shape stands, whatever its names have before the colon.
fn boxes(text: &str) -> impl Iterator<Item = Range<usize>> {
    const NAME: &str = ":shape";
    let is_whole = |at: usize| text[at + NAME.len()..].starts_with(|it: char| it.is_whitespace());
    let names = text.match_indices(NAME).filter(move |(at, _)| is_whole(*at));
    names.filter_map(|(at, _)| {
        let start = text[..at].rfind('<')?;
        let prefix = text.get(start + 1..at).filter(|it| it.bytes().all(|it| it.is_ascii_alphanumeric()))?;
        let close = format!("</{prefix}{NAME}>");
        Some(start..at + text[at..].find(&close)? + close.len())
    })
}

/// The cell whose note shows in that shape, if one does.
fn note_cell(shape: &str) -> Option<Cell> {
    let number = |name: &str| {
        let (_, rest) = shape.split_once(&format!(":{name}>"))?;
        rest.split('<').next()?.trim().parse::<u32>().ok()?.checked_add(1)
    };
    let is_note = shape.contains("ObjectType=\"Note\"");
    number("Row").zip(number("Column")).filter(|_| is_note)
}

fn id(shape: &str) -> Option<usize> {
    let (_, rest) = shape.split_once("id=\"_x0000_s")?;
    rest.split('"').next()?.parse().ok()
}

/// A box that appears when the mouse is over its cell, large enough for its words.
fn shape(id: usize, (row, column): Cell, words: &str, names: &str) -> String {
    let lines: usize = words.lines().map(|line| 1 + line.chars().count() / LINE).sum();
    let height = (lines.min(MOST_LINES) + 1) * LINE_HEIGHT;
    format!(
        "<v:shape{names} id=\"_x0000_s{id}\" type=\"#{SHAPE_TYPE}\" style=\"position:absolute;margin-left:60pt;margin-top:2pt;\
         width:{WIDTH}pt;height:{height}pt;z-index:1;visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\">\
         <v:fill color2=\"#ffffe1\"/><v:shadow on=\"t\" color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/>\
         <v:textbox style=\"mso-direction-alt:auto\"><div style=\"text-align:left\"></div></v:textbox>\
         <x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:AutoFill>False</x:AutoFill>\
         <x:Row>{}</x:Row><x:Column>{}</x:Column></x:ClientData></v:shape>",
        row - 1,
        column - 1
    )
}
