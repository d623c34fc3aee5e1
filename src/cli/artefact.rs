//! SOPs → bytes of the format asked for.

use super::args::{Artefact, DataFormat, Paper};
use crate::model::Sop;
use crate::render::json::to_json;
use crate::render::terminal::{self, Glyphs};
use crate::render::yaml::to_yaml;
use anyhow::{Result, bail};

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
        Artefact::Pdf | Artefact::Svg | Artefact::Html => bail!("belum tersedia: {:?}", wish.paper),
    }
}
