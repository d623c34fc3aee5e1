//! SOPs → bytes of the format asked for.

use super::args::{Artefact, DataFormat};
use super::press::Press;
use crate::layout::Page;
use crate::model::Sop;
use crate::render::json::to_json;
use crate::render::pdf::Metadata;
use crate::render::terminal::{self, Glyphs};
use crate::render::yaml::to_yaml;
use crate::render::{html, pdf, svg};
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
}

/// One artefact of all SOPs of one file; `books` are the pages of each, needed only for prints.
pub(super) fn artefact(sops: &[Sop], books: &[Vec<Page>], wish: &Wish) -> Result<Vec<u8>> {
    match wish.artefact {
        Artefact::Table => {
            let tables = sops.iter().map(|sop| terminal::table(sop, wish.width, wish.glyphs));
            Ok(tables.collect::<Vec<String>>().join("\n").into_bytes())
        }
        Artefact::Yaml => Ok(data(sops, DataFormat::Yaml)),
        Artefact::Pdf => {
            let metadata = sops.first().map(Metadata::of).unwrap_or_default();
            Ok(pdf::render(&books.concat(), &metadata, &wish.press.fonts()?)?)
        }
        Artefact::Svg => Ok(svg::render(&books.concat()).into_bytes()),
        Artefact::Html => {
            let documents: Vec<(&Sop, &[Page])> = sops.iter().zip(books.iter().map(Vec::as_slice)).collect();
            Ok(html::render_all(&documents).into_bytes())
        }
    }
}
