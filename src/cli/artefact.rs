//! SOPs → bytes of the format asked for.

use super::args::{Artefact, DataFormat};
use super::press::Press;
use crate::layout::{Page, bind};
use crate::model::Sop;
use crate::render::json::to_json;
use crate::render::print::{Metadata, Moment, Print};
use crate::render::terminal::{self, Glyphs};
use crate::render::yaml::to_yaml;
use crate::render::{html, pdf, pdfa, svg};
use anyhow::Result;

/// YAML or JSON of all SOPs of one file.
pub(super) fn data(sops: &[Sop], format: DataFormat) -> Vec<u8> {
    match format {
        DataFormat::Yaml => to_yaml(sops).into_bytes(),
        DataFormat::Json => to_json(sops).into_bytes(),
    }
}

/// How a print or table is wanted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wish<'a> {
    /// What.
    pub artefact: Artefact,
    /// On what, with which letters.
    pub press: &'a Press,
    /// Columns of a table.
    pub width: usize,
    /// Symbols of a table.
    pub glyphs: Glyphs,
    /// When a print is said to be written; none for the dates of the SOP.
    pub moment: Option<Moment>,
}

/// One artefact of all SOPs of one file; `books` are the pages of each, needed only for prints.
pub(super) fn artefact(sops: &[Sop], books: &[Vec<Page>], wish: &Wish) -> Result<Vec<u8>> {
    match wish.artefact {
        Artefact::Table => {
            let tables = sops.iter().map(|sop| terminal::table(sop, wish.width, wish.glyphs));
            Ok(tables.collect::<Vec<String>>().join("\n").into_bytes())
        }
        Artefact::Yaml => Ok(data(sops, DataFormat::Yaml)),
        Artefact::Pdf | Artefact::Pdfa => print(sops, books, wish),
        Artefact::Svg => Ok(svg::render(&bind(books.to_vec())).into_bytes()),
        Artefact::Html => {
            let pages = bind(books.to_vec());
            let books = pages.chunk_by(|one, other| one.sop == other.sop);
            let documents: Vec<(&Sop, &[Page])> = sops.iter().zip(books).collect();
            Ok(html::render_all(&documents).into_bytes())
        }
    }
}

/// The PDF of all SOPs, with their YAML inside.
fn print(sops: &[Sop], books: &[Vec<Page>], wish: &Wish) -> Result<Vec<u8>> {
    let fonts = wish.press.fonts()?;
    let pages = bind(books.to_vec());
    let said = sops.first().map(Metadata::of).unwrap_or_default();
    let metadata = wish.moment.map_or(said.clone(), |moment| said.clone().written(moment));
    let print = Print { pages: &pages, metadata: &metadata, yaml: &to_yaml(sops) };
    Ok(if wish.artefact == Artefact::Pdfa { pdfa::render(&print, &fonts)? } else { pdf::render(&print, &fonts)? })
}
