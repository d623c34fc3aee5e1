//! The lists of the text: one of strokes for cells, and one of numbers for each section.

use super::parts::WORD;
use super::text::List;
use super::xml::Xml;
use crate::layout::MARK;
use std::collections::BTreeMap;

/// The lists met in the text, with the number that each goes by.
#[derive(Debug, Default)]
pub(super) struct Numbering(BTreeMap<List, usize>);

/// The two ways in which items are marked.
const STROKES: &str = "0";
const NUMBERS: &str = "1";

impl Numbering {
    /// The number of a list.
    pub fn number(&mut self, list: List) -> usize {
        let next = self.0.len() + 1;
        *self.0.entry(list).or_insert(next)
    }

    /// `word/numbering.xml`.
    pub fn part(&self) -> Vec<u8> {
        let mut xml = Xml::piece();
        xml.nest("w:numbering", &[("xmlns:w", WORD)], |xml| {
            way(xml, STROKES, "bullet", MARK.trim_end());
            way(xml, NUMBERS, "decimal", "%1.");
            let mut lists: Vec<(usize, List)> = self.0.iter().map(|(list, number)| (*number, *list)).collect();
            lists.sort_unstable();
            lists.iter().for_each(|(number, list)| entry(xml, *number, *list));
        });
        xml.into_bytes()
    }
}

fn way(xml: &mut Xml, id: &str, format: &str, text: &str) {
    xml.nest("w:abstractNum", &[("w:abstractNumId", id)], |xml| {
        xml.val("w:multiLevelType", "singleLevel");
        xml.nest("w:lvl", &[("w:ilvl", "0")], |xml| {
            xml.val("w:start", "1");
            xml.val("w:numFmt", format);
            xml.val("w:lvlText", text);
            xml.val("w:lvlJc", "left");
            xml.nest("w:pPr", &[], |xml| xml.empty("w:ind", &[("w:left", "360"), ("w:hanging", "300")]));
        });
    });
}

fn entry(xml: &mut Xml, number: usize, list: List) {
    xml.nest("w:num", &[("w:numId", &number.to_string())], |xml| {
        xml.val("w:abstractNumId", if list == List::Strokes { STROKES } else { NUMBERS });
        if list != List::Strokes {
            xml.nest("w:lvlOverride", &[("w:ilvl", "0")], |xml| xml.val("w:startOverride", "1"));
        }
    });
}
