//! Pages → a Word file in which the form can be worked on: tables, lists, named styles, and the flow as shapes anchored in the
//! cells they stand in. Where everything stands is the layout's; the same pages give the same bytes.
//!
//! [`grid`](super::grid) finds tables and cells in what is drawn, [`text`] the paragraphs in them, [`figures`] anchors symbols and arrows, [`story`]
//! writes the text, [`parts`] what stands around it. Rows have at least the height of the layout, so that nothing moves until
//! somebody writes more than fits; then the row grows, and what is drawn in it moves with it.

mod figures;
mod numbering;
mod parts;
mod picture;
mod story;
mod styles;
mod text;
mod xml;

use super::logo::png;
use super::print::Metadata;
use super::properties::core;
use crate::layout::{Form, Page, Picture};
use crate::model::Sop;
use crate::package::{PackError, Package, ROLES, Relation, TYPES};
use parts::WORD;
use story::Story;
use styles::twips;
use text::Words;
use xml::Xml;

/// A Word file to be written.
#[derive(Debug, Clone, Copy)]
pub struct Text<'a> {
    /// Its pages, as [`bind`](crate::layout::bind) gives them.
    pub pages: &'a [Page],
    /// The SOPs that they are the pages of.
    pub sops: &'a [Sop],
    /// What it says of itself.
    pub metadata: &'a Metadata,
    /// The form that the pages were laid out in.
    pub form: &'a Form,
    /// The family of its letters.
    pub family: &'a str,
}

/// The whole file.
///
/// # Errors
/// Where its parts cannot be packed.
pub fn render(text: &Text<'_>) -> Result<Vec<u8>, PackError> {
    let mut story = Story::new();
    let mut parts = Parts::default();
    let numbers: std::collections::BTreeSet<usize> = text.pages.iter().map(|page| page.sop).collect();
    let (last, is_several) = (numbers.last().copied(), numbers.len() > 1);
    let unknown = Sop::default();
    for number in numbers {
        let pages: Vec<&Page> = text.pages.iter().filter(|page| page.sop == number).collect();
        let Some(first) = pages.first().copied() else { continue };
        let sop = text.sops.get(number).unwrap_or(&unknown);
        let mut words = Words::of((number, sop), text.form, &pages);
        for (at, page) in pages.iter().enumerate() {
            story.page(page, &mut words, at == 0);
        }
        let ids = [format!("rIdKepala{}", number + 1), format!("rIdKaki{}", number + 1)];
        let bytes = [parts::header(first), parts::footer(first, pages.len(), is_several)];
        for ((id, bytes), role) in ids.iter().zip(bytes).zip(["header", "footer"]) {
            parts.add(id, role, &format!("{role}{}.xml", number + 1), bytes);
        }
        if Some(number) == last {
            story.end(|_| {});
            section(&mut story.xml, first, &ids);
        } else {
            story.end(|xml| section(xml, first, &ids));
        }
    }
    for (at, picture) in story.pictures.0.iter().enumerate() {
        parts.picture(&format!("rIdGambar{}", at + 1), &format!("media/gambar{}.png", at + 1), png(picture));
    }
    let dot = Picture { width: 1, height: 1, rgb: vec![255; 3] };
    parts.picture(figures::DOT, "media/titik.png", png(&dot));
    parts.add("rIdGaya", "styles", "styles.xml", story.styles.part(text.family));
    parts.add("rIdDaftar", "numbering", "numbering.xml", story.numbering.part());
    parts.add("rIdSetelan", "settings", "settings.xml", parts::settings());
    parts.packed(document(&story.xml), text.metadata)
}

/// The parts of the file beside the text, and what they are to it.
#[derive(Default)]
struct Parts {
    package: Package,
    relations: Vec<Relation>,
}

impl Parts {
    fn add(&mut self, id: &str, role: &str, name: &str, xml: Vec<u8>) {
        self.package.add(&format!("word/{name}"), &format!("{TYPES}.wordprocessingml.{role}+xml"), xml);
        self.relations.push(Relation { id: id.to_owned(), role: role.to_owned(), target: name.to_owned() });
    }

    fn picture(&mut self, id: &str, name: &str, png: Vec<u8>) {
        self.package.picture(&format!("word/{name}"), png);
        self.relations.push(Relation { id: id.to_owned(), role: "image".to_owned(), target: name.to_owned() });
    }

    fn packed(mut self, document: Vec<u8>, said: &Metadata) -> Result<Vec<u8>, PackError> {
        let main = "word/document.xml";
        self.package.add(main, &format!("{TYPES}.wordprocessingml.document.main+xml"), document);
        self.package.relate("word/_rels/document.xml.rels", &self.relations);
        self.package.begin(main, Some(&core(said)));
        self.package.packed()
    }
}

/// `word/document.xml`.
fn document(body: &Xml) -> Vec<u8> {
    let mut xml = Xml::piece();
    let spaces = [
        ("xmlns:w", WORD),
        ("xmlns:r", ROLES),
        ("xmlns:mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
        ("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
        ("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
        ("xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"),
        ("xmlns:wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"),
    ];
    xml.nest("w:document", &spaces, |xml| xml.nest("w:body", &[], |xml| xml.put(body)));
    xml.into_bytes()
}

/// The paper of an SOP, and what stands over and under its pages.
fn section(xml: &mut Xml, page: &Page, [header, footer]: &[String; 2]) {
    xml.nest("w:sectPr", &[], |xml| {
        xml.empty("w:headerReference", &[("w:type", "default"), ("r:id", header)]);
        xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", footer)]);
        let (width, height) = (twips(page.width).to_string(), twips(page.height).to_string());
        xml.empty("w:pgSz", &[("w:w", &width), ("w:h", &height), ("w:orient", "landscape")]);
        let margin = twips(page.margin).to_string();
        let bottom = twips(page.margin + FOOT_ABOVE).to_string();
        let (over, under) =
            (twips(parts::header_distance(page)).to_string(), twips(page.margin - FOOT_BELOW).to_string());
        xml.empty(
            "w:pgMar",
            &[
                ("w:top", &margin),
                ("w:right", &margin),
                ("w:bottom", &bottom),
                ("w:left", &margin),
                ("w:header", &over),
                ("w:footer", &under),
                ("w:gutter", "0"),
            ],
        );
        xml.empty("w:pgNumType", &[("w:start", "1")]);
    });
}

/// How far the foot reaches over the white edge, and how far into it.
const FOOT_ABOVE: i32 = 5 * crate::layout::PT;
const FOOT_BELOW: i32 = 4 * crate::layout::PT;
