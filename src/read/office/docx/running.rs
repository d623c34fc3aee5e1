//! Running heads and feet. A head that is more than a line is read where its section begins: many forms hold their letterhead, number
//! and title there. All others are furniture.

use super::blocks::{Block, CellText};
use super::numbering::Numbering;
use super::story::{Story, Surroundings};
use super::styles::Styles;
use crate::read::office::relations::Relations;
use crate::read::office::xml::document;
use crate::read::office::{OfficeFault, Package};

/// Most running heads and feet that are read.
const MOST: usize = 24;

/// A head of so many paragraphs is a letterhead.
const LETTERHEAD: usize = 3;

/// A running head or foot.
#[derive(Debug)]
pub(super) struct Running {
    /// By which name sections refer to it.
    id: String,
    /// What stands in it.
    pub blocks: Vec<Block>,
    /// Its text.
    pub text: String,
    /// It is a head.
    is_head: bool,
}

impl Running {
    /// It is more than a line that runs along.
    fn is_of_text(&self) -> bool {
        let is_written = |it: &&Block| matches!(it, Block::Paragraph(it) if !it.text.trim().is_empty());
        let has_table = self.blocks.iter().any(|it| matches!(it, Block::Table(_)));
        self.is_head && (has_table || self.blocks.iter().filter(is_written).count() >= LETTERHEAD)
    }
}

/// All that say something.
///
/// # Errors
/// When one is damaged.
pub(super) fn all(package: &mut Package<'_>, styles: &Styles) -> Result<Vec<Running>, OfficeFault> {
    let relations = Relations::of(package, "word/document.xml")?;
    let runs_along = relations.all().filter(|it| matches!(it.role.as_str(), "header" | "footer"));
    let mut found: Vec<Running> = Vec::new();
    for relation in runs_along.take(MOST) {
        let Some(part) = package.member(&relation.member)? else { continue };
        let blocks = Story::new(styles, Numbering::default()).blocks(&document(&part)?, Surroundings::default());
        let text = CellText::of(&blocks).text;
        if !text.trim().is_empty() {
            let is_head = relation.role == "header";
            found.push(Running { id: relation.id.clone(), blocks, text, is_head });
        }
    }
    Ok(found)
}

/// The heads of the text by the names that its sections use, and the texts of all else that runs along, each once.
pub(super) fn sort<'r>(running: &'r [Running], names: &[String]) -> (Vec<Option<&'r Running>>, Vec<&'r str>) {
    let heads = names.iter().map(|name| running.iter().find(|it| it.id == *name && it.is_of_text())).collect();
    let mut furniture: Vec<&str> = Vec::new();
    for it in running.iter().filter(|it| !it.is_of_text() || !names.contains(&it.id)) {
        if !furniture.contains(&it.text.as_str()) {
            furniture.push(&it.text);
        }
    }
    (heads, furniture)
}
