//! Text documents of Word → rows, grids and a drawing. A text document has no pages of its own: where rows end and shapes stand
//! is estimated from widths, heights and the size of letters, and a section is a page.
//!
//! [`story`] reads the parts into [`blocks`] ([`runs`] a paragraph, [`tables`] a table, [`drawing`] and [`vml`] what is drawn,
//! [`numbering`] the labels of lists; [`running`] heads and feet), [`estimate`] gives them places, [`mod@write`] and [`figures`] make the document.

mod blocks;
mod drawing;
mod drawn;
mod estimate;
mod figures;
mod measure;
mod nested;
mod numbering;
mod numerals;
mod page;
mod running;
mod runs;
mod story;
mod styles;
mod tables;
mod vml;
mod vml_style;
mod word;
mod write;

use super::xml::{Element, document};
use super::{OfficeFault, Package};
use crate::document::Document;
use crate::source::Source;
use blocks::Block;
use numbering::Numbering;
use std::collections::BTreeSet;
use story::{Story, Surroundings};
use styles::Styles;
use word::{val, whole};
use write::Writer;

/// Reads a text document; `name` is shown to people.
///
/// # Errors
/// When the archive is damaged, locked, or beyond all bounds.
pub fn read(mut package: Package<'_>, name: &str) -> Result<(Source, Document), OfficeFault> {
    let main = package.member("word/document.xml")?.ok_or(OfficeFault::Damaged)?;
    let main = document(&main)?;
    let numbering = package.member("word/numbering.xml")?;
    let numbering =
        numbering.as_deref().map(document).transpose()?.map_or_else(Numbering::default, |it| Numbering::of(&it));

    let mut used = BTreeSet::new();
    add_styles(&main, &mut used);
    used.extend(numbering.styles().map(str::to_owned));
    let styles = package.member("word/styles.xml")?;
    let styles = styles.map(|part| Styles::of(&part, used)).transpose()?.unwrap_or_default();
    let settings = package.member("word/settings.xml")?;
    let settings = settings.as_deref().map(document).transpose()?;

    let mut story = Story::new(&styles, numbering);
    story.keeps_in_cells = settings.as_ref().is_some_and(keeps_in_cells);
    let blocks = main.child("body").map(|body| story.blocks(body, Surroundings::default())).unwrap_or_default();
    let running = running::all(&mut package, &styles)?;
    let (heads, furniture) = running::sort(&running, &story.heads);
    let mut flat = Vec::with_capacity(blocks.len());
    unframed(&blocks, &mut flat);
    let mut writer = Writer::default();
    for sheet in estimate::lay_out(&flat, &heads, story.has_breaks) {
        writer.sheet(&sheet)?;
    }
    furniture.into_iter().for_each(|text| writer.furniture(text));
    Ok(writer.finish(name))
}

/// The names of all styles that this element uses.
fn add_styles(element: &Element<'_>, names: &mut BTreeSet<String>) {
    for child in &element.children {
        if matches!(child.name(), "pStyle" | "rStyle" | "tblStyle")
            && let Some(name) = val(child).filter(|name| !names.contains(&**name))
        {
            names.insert(name.into_owned());
        }
        add_styles(child, names);
    }
}

/// Word 2013 and later keep what is anchored in a cell with that cell, whatever the object says.
fn keeps_in_cells(settings: &Element<'_>) -> bool {
    let all = settings.child("compat").map(|it| it.children.as_slice()).unwrap_or_default();
    let mode = all.iter().find(|it| it.attribute("name").as_deref() == Some("compatibilityMode"));
    mode.and_then(|it| whole(it, "val")).is_some_and(|mode| mode >= 15)
}

/// The blocks with tables that only hold other tables in place opened.
fn unframed<'b>(blocks: &'b [Block], flat: &mut Vec<&'b Block>) {
    for block in blocks {
        match block {
            Block::Table(table) if table.is_frame() => {
                let cells = table.rows.iter().filter(|row| !row.is_gone).flat_map(|row| &row.cells);
                cells.for_each(|cell| unframed(&cell.blocks, flat));
            }
            _ => flat.push(block),
        }
    }
}

impl Writer {
    /// The finished text and document.
    fn finish(self, name: &str) -> (Source, Document) {
        let (source, residue) = self.transcript.finish(name);
        let broken = residue.first_broken.map(|span| (residue.broken, span));
        (source, Document { markup: residue.markup, broken, ..self.document })
    }
}
