//! SOPs → bytes of the format asked for.

use super::args::{Artefact, DataFormat, Paper};
use super::press::Press;
use crate::layout::{Page, bind, bind_book};
use crate::model::Sop;
use crate::render::bpmn::to_bpmn;
use crate::render::json::to_json;
use crate::render::markdown::to_markdown;
use crate::render::mermaid::to_mermaid;
use crate::render::print::{Metadata, Moment, Print};
use crate::render::terminal::{self, Glyphs};
use crate::render::yaml::to_yaml;
use crate::render::{docx, html, pdf, pdfa, svg, xlsx};
use crate::vocabulary::form_words::BOOK;
use anyhow::Result;

/// YAML or JSON of all SOPs of one file.
pub(super) fn data(sops: &[Sop], format: DataFormat) -> Vec<u8> {
    match format {
        DataFormat::Yaml => to_yaml(sops).into_bytes(),
        DataFormat::Json => to_json(sops).into_bytes(),
    }
}

/// How a print or table is wanted.
#[derive(Clone, Copy)]
pub(super) struct Wish<'a> {
    /// What.
    pub artefact: Artefact,
    /// With which letters, edges and emblem.
    pub press: &'a Press<'a>,
    /// On what.
    pub paper: Paper,
    /// Columns of a table.
    pub width: usize,
    /// Symbols of a table.
    pub glyphs: Glyphs,
    /// When a print is said to be written; none for the dates of the SOP.
    pub moment: Option<Moment>,
    /// Dots per inch of a picture.
    pub dpi: u16,
    /// An SVG for each page.
    pub per_page: bool,
}

impl Wish<'_> {
    /// The result is one file for each page.
    pub fn is_paged(&self) -> bool {
        self.artefact == Artefact::Png || (self.artefact == Artefact::Svg && self.per_page)
    }

    /// The result is made of pages.
    pub fn is_print(&self) -> bool {
        !matches!(
            self.artefact,
            Artefact::Table | Artefact::Yaml | Artefact::Markdown | Artefact::Bpmn | Artefact::Mermaid
        )
    }
}

/// What was made.
#[derive(Debug)]
pub(super) enum Made {
    /// One file.
    Whole(Vec<u8>),
    /// One file for each page.
    Pages(Vec<Vec<u8>>),
}

impl From<String> for Made {
    fn from(text: String) -> Self {
        Self::Whole(text.into_bytes())
    }
}

/// One artefact of all SOPs of one file; `books` are the pages of each, needed only where [`Wish::is_print`].
pub(super) fn artefact(sops: &[Sop], books: Vec<Vec<Page>>, wish: &Wish) -> Result<Made> {
    match wish.artefact {
        Artefact::Table => {
            let tables = sops.iter().map(|sop| terminal::table(sop, wish.width, wish.glyphs));
            Ok(tables.collect::<Vec<String>>().join("\n").into())
        }
        Artefact::Yaml => Ok(Made::Whole(data(sops, DataFormat::Yaml))),
        Artefact::Markdown => Ok(to_markdown(sops).into()),
        Artefact::Bpmn => Ok(to_bpmn(sops).into()),
        Artefact::Mermaid => Ok(to_mermaid(sops).into()),
        Artefact::Html => {
            let pages = bind(books);
            let families = wish.press.fonts.families();
            Ok(html::render_all(&sops.iter().collect::<Vec<&Sop>>(), &pages, &families).into())
        }
        Artefact::Docx => {
            let said = sops.first().map(Metadata::of).unwrap_or_default();
            let metadata = written(said, wish);
            let options = wish.press.options(wish.paper);
            let (family, pages) = (wish.press.fonts.office_family(), bind(books));
            let text = docx::Text { pages: &pages, sops, metadata: &metadata, form: &options.form, family: &family };
            Ok(Made::Whole(docx::render(&text)?))
        }
        Artefact::Xlsx => {
            let said = sops.first().map(Metadata::of).unwrap_or_default();
            let pairs: Vec<(&Sop, &[Page])> = sops.iter().zip(books.iter().map(Vec::as_slice)).collect();
            let form = &wish.press.options(wish.paper).form;
            Ok(Made::Whole(xlsx::render(&pairs, form, &written(said, wish))?))
        }
        Artefact::Pdf | Artefact::Pdfa | Artefact::Svg | Artefact::Png => {
            let metadata = sops.first().map(Metadata::of).unwrap_or_default();
            drawn(&bind(books), metadata, sops, wish)
        }
    }
}

/// The pages of a book of SOPs, with their pages as [`Press::print`] gives them; so many are its cover and contents.
pub(super) fn bound(sops: &[&Sop], books: Vec<Vec<Page>>, wish: &Wish) -> (Vec<Page>, usize) {
    bind_book(sops, books, &wish.press.options(wish.paper), &wish.press.fonts)
}

/// The artefact of a book with these pages, of which the first `front` are cover and contents.
pub(super) fn book(sops: &[Sop], (pages, front): (&[Page], usize), wish: &Wish) -> Result<Made> {
    if wish.artefact == Artefact::Html {
        let all: Vec<&Sop> = sops.iter().collect();
        return Ok(html::render_book(&all, pages, front, &wish.press.fonts.families()).into());
    }
    let author = sops.first().map(|sop| Metadata::of(sop).author).unwrap_or_default();
    drawn(pages, Metadata { title: BOOK.to_owned(), author, ..Metadata::default() }, sops, wish)
}

/// What a print says of itself, written when it is said to be.
fn written(said: Metadata, wish: &Wish) -> Metadata {
    match wish.moment {
        Some(moment) => said.written(moment),
        None => said,
    }
}

/// Pages as files; a PDF has the YAML of its SOPs inside.
fn drawn(pages: &[Page], said: Metadata, sops: &[Sop], wish: &Wish) -> Result<Made> {
    let fonts = &wish.press.fonts;
    match wish.artefact {
        Artefact::Png => return Ok(Made::Pages(crate::render::png::render(pages, fonts, wish.dpi)?)),
        Artefact::Svg if wish.per_page => {
            return Ok(Made::Pages(
                svg::render_pages(pages, &fonts.families()).into_iter().map(String::into_bytes).collect(),
            ));
        }
        Artefact::Svg => return Ok(svg::render(pages, &fonts.families()).into()),
        _ => {}
    }
    let metadata = written(said, wish);
    let print = Print { pages, metadata: &metadata, yaml: &to_yaml(sops) };
    let bytes =
        if wish.artefact == Artefact::Pdfa { pdfa::render(&print, fonts)? } else { pdf::render(&print, fonts)? };
    Ok(Made::Whole(bytes))
}
