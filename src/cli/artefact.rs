//! SOPs → bytes of the format asked for.

use super::args::{Artefact, DataFormat, Paper};
use crate::layout::{self, Page, PrintOptions, lay_out};
use crate::model::Sop;
use crate::render::fonts::Fonts;
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
pub(super) struct Wish {
    /// What.
    pub artefact: Artefact,
    /// On which paper.
    pub paper: Paper,
    /// Columns of a table.
    pub width: usize,
    /// Symbols of a table.
    pub glyphs: Glyphs,
}

/// One artefact of all SOPs of one file.
pub(super) fn artefact(sops: &[Sop], wish: &Wish) -> Result<Vec<u8>> {
    match wish.artefact {
        Artefact::Table => {
            let tables = sops.iter().map(|sop| terminal::table(sop, wish.width, wish.glyphs));
            Ok(tables.collect::<Vec<String>>().join("\n").into_bytes())
        }
        Artefact::Yaml => Ok(data(sops, DataFormat::Yaml)),
        Artefact::Pdf => {
            let metadata = sops.first().map(Metadata::of).unwrap_or_default();
            Ok(pdf::render(&pages(sops, wish.paper)?.concat(), &metadata)?)
        }
        Artefact::Svg => Ok(svg::render(&pages(sops, wish.paper)?.concat()).into_bytes()),
        Artefact::Html => {
            let pages = pages(sops, wish.paper)?;
            let documents: Vec<(&Sop, &[Page])> = sops.iter().zip(pages.iter().map(Vec::as_slice)).collect();
            Ok(html::render_all(&documents).into_bytes())
        }
    }
}

/// The print pages of each SOP.
pub(super) fn pages(sops: &[Sop], paper: Paper) -> Result<Vec<Vec<Page>>> {
    let fonts = Fonts::load()?;
    let options = PrintOptions { paper: paper.into() };
    Ok(sops.iter().map(|sop| lay_out(sop, &options, &fonts)).collect())
}

impl From<Paper> for layout::Paper {
    fn from(paper: Paper) -> Self {
        match paper {
            Paper::A4 => Self::A4,
            Paper::F4 => Self::F4,
        }
    }
}
