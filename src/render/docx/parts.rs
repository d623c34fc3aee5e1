//! The parts around the text: what a package holds and says of itself, and what stands over and under every page.

use super::styles::{FOOT_SIZE, Kind, line, twips};
use super::xml::Xml;
use crate::layout::{Draw, FootPiece, PT, Page};
use crate::render::print::{LANGUAGE, Metadata, Moment};
use crate::vocabulary::form_words::{DRAFT, DRAFT_OPEN};

/// What text documents are written in.
pub(super) const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const ROLES: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD_TYPES: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
/// What the layout has of its white edge for the mark of a draft, in hundredths, and its letters at most.
const MARK: (i32, i32) = (50, 12 * PT);

/// A part that the text refers to.
#[derive(Debug, Clone)]
pub(super) struct Part {
    /// By which the text refers to it.
    pub id: String,
    /// Its name below `word/`.
    pub name: String,
    /// What it is to the text: the end of the role, `header`.
    pub role: &'static str,
    /// The end of its type; none of a picture.
    pub kind: Option<&'static str>,
}

/// `[Content_Types].xml`.
pub(super) fn types(parts: &[Part]) -> Vec<u8> {
    let mut xml = Xml::part();
    let namespace = "http://schemas.openxmlformats.org/package/2006/content-types";
    xml.nest("Types", &[("xmlns", namespace)], |xml| {
        let relations = "application/vnd.openxmlformats-package.relationships+xml";
        for (extension, kind) in [("rels", relations), ("xml", "application/xml"), ("png", "image/png")] {
            xml.empty("Default", &[("Extension", extension), ("ContentType", kind)]);
        }
        let mut of = |name: &str, kind: &str| xml.empty("Override", &[("PartName", name), ("ContentType", kind)]);
        of("/word/document.xml", &format!("{WORD_TYPES}.document.main+xml"));
        for part in parts {
            if let Some(kind) = part.kind {
                of(&format!("/word/{}", part.name), &format!("{WORD_TYPES}.{kind}+xml"));
            }
        }
        of("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
        of("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml");
    });
    xml.into_bytes()
}

/// `_rels/.rels`.
pub(super) fn package_relations() -> Vec<u8> {
    let core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    relations(&[
        ("rId1", &format!("{ROLES}/officeDocument"), "word/document.xml"),
        ("rId2", core, "docProps/core.xml"),
        ("rId3", &format!("{ROLES}/extended-properties"), "docProps/app.xml"),
    ])
}

/// `word/_rels/document.xml.rels`.
pub(super) fn text_relations(parts: &[Part]) -> Vec<u8> {
    let roles: Vec<String> = parts.iter().map(|part| format!("{ROLES}/{}", part.role)).collect();
    let all = parts.iter().zip(&roles).map(|(part, role)| (part.id.as_str(), role.as_str(), part.name.as_str()));
    relations(&all.collect::<Vec<_>>())
}

fn relations(all: &[(&str, &str, &str)]) -> Vec<u8> {
    let mut xml = Xml::part();
    xml.nest("Relationships", &[("xmlns", RELATIONS)], |xml| {
        for (id, role, target) in all {
            xml.empty("Relationship", &[("Id", id), ("Type", role), ("Target", target)]);
        }
    });
    xml.into_bytes()
}

/// `word/settings.xml`: a file as of Word 2013.
pub(super) fn settings() -> Vec<u8> {
    let mut xml = Xml::part();
    xml.nest("w:settings", &[("xmlns:w", WORD)], |xml| {
        xml.val("w:zoom", "100");
        xml.val("w:defaultTabStop", "720");
        xml.nest("w:compat", &[], |xml| {
            let uri = "http://schemas.microsoft.com/office/word";
            xml.empty("w:compatSetting", &[("w:name", "compatibilityMode"), ("w:uri", uri), ("w:val", "15")]);
        });
        xml.empty("w:themeFontLang", &[("w:val", LANGUAGE)]);
    });
    xml.into_bytes()
}

/// `docProps/core.xml`.
pub(super) fn core(said: &Metadata) -> Vec<u8> {
    let mut xml = Xml::part();
    let spaces = [
        ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];
    xml.nest("cp:coreProperties", &spaces, |xml| {
        for (name, text) in [("dc:title", &said.title), ("dc:subject", &said.subject), ("dc:creator", &said.author)] {
            if !text.is_empty() {
                xml.text(name, &[], text);
            }
        }
        xml.text("dc:language", &[], LANGUAGE);
        for (name, moment) in [("dcterms:created", said.created), ("dcterms:modified", said.modified)] {
            if let Some(moment) = moment {
                xml.text(name, &[("xsi:type", "dcterms:W3CDTF")], &written(moment));
            }
        }
    });
    xml.into_bytes()
}

/// `2024-02-29T00:00:00Z`.
fn written(moment: Moment) -> String {
    let ((year, month, day), (hour, minute, second)) = (moment.day, moment.time.unwrap_or_default());
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

/// `docProps/app.xml`.
pub(super) fn app() -> Vec<u8> {
    let mut xml = Xml::part();
    let namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    xml.nest("Properties", &[("xmlns", namespace)], |xml| xml.text("Application", &[], "sop"));
    xml.into_bytes()
}

/// What stands under every page of an SOP; `total` is how many it has, `is_part` where the file has other SOPs as well.
pub(super) fn footer(page: &Page, total: usize, is_part: bool) -> Vec<u8> {
    let mut xml = Xml::part();
    xml.nest("w:ftr", &[("xmlns:w", WORD)], |xml| {
        paragraph(
            xml,
            Kind::Foot,
            FOOT_SIZE,
            |xml| {
                let width = twips(page.width - 2 * page.margin).to_string();
                xml.nest("w:tabs", &[], |xml| xml.empty("w:tab", &[("w:val", "right"), ("w:pos", &width)]));
            },
            |xml| {
                let [left, right] = &page.foot.sides;
                match shortened(page) {
                    Some(text) if left.iter().all(|it| matches!(it, FootPiece::Text(_))) => run(xml, text),
                    _ => left.iter().for_each(|it| piece(xml, it, total, is_part)),
                }
                xml.nest("w:r", &[], |xml| xml.empty("w:tab", &[]));
                right.iter().for_each(|it| piece(xml, it, total, is_part));
            },
        );
    });
    xml.into_bytes()
}

/// The left side as drawn, where it has no room for all.
fn shortened(page: &Page) -> Option<&str> {
    match page.ops.get(page.foot.from) {
        Some(Draw::Text { text, .. }) => Some(text.as_str()).filter(|text| text.ends_with('…')),
        _ => None,
    }
}

fn piece(xml: &mut Xml, piece: &FootPiece, total: usize, is_part: bool) {
    let total = total.to_string();
    let (field, shown) = match piece {
        FootPiece::Text(text) => return run(xml, text),
        FootPiece::Number => ("PAGE", "1"),
        FootPiece::Total if is_part => ("SECTIONPAGES", total.as_str()),
        FootPiece::Total => ("NUMPAGES", total.as_str()),
    };
    xml.nest("w:fldSimple", &[("w:instr", field)], |xml| run(xml, shown));
}

/// What stands over every page of an SOP: nothing, unless it is a draft.
pub(super) fn header(page: &Page) -> Vec<u8> {
    let mut xml = Xml::part();
    let size = MARK.1.min(page.margin * MARK.0 / 100) / PT * PT;
    xml.nest("w:hdr", &[("xmlns:w", WORD)], |xml| {
        paragraph(
            xml,
            Kind::Draft,
            size.max(PT),
            |xml| xml.val("w:jc", "right"),
            |xml| {
                if page.doubts > 0 {
                    let open = format!("{} {DRAFT_OPEN}  ", page.doubts);
                    let small = (size * 2 / 3 * 2 / PT).to_string();
                    xml.nest("w:r", &[], |xml| {
                        xml.nest("w:rPr", &[], |xml| xml.val("w:sz", &small));
                        xml.text("w:t", &[("xml:space", "preserve")], &open);
                    });
                    xml.nest("w:r", &[], |xml| {
                        let edge = [("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", "auto")];
                        xml.nest("w:rPr", &[], |xml| {
                            xml.empty("w:b", &[]);
                            xml.val("w:sz", &(size * 2 / PT).to_string());
                            xml.empty("w:bdr", &edge);
                        });
                        xml.text("w:t", &[("xml:space", "preserve")], &format!(" {DRAFT} "));
                    });
                }
            },
        );
    });
    xml.into_bytes()
}

/// How far the header of a page stands from the upper edge of the paper.
pub(super) fn header_distance(page: &Page) -> i32 {
    let size = MARK.1.min(page.margin * MARK.0 / 100);
    page.margin - size * 18 / 10
}

fn paragraph(xml: &mut Xml, kind: Kind, size: i32, more: impl FnOnce(&mut Xml), inner: impl FnOnce(&mut Xml)) {
    xml.nest("w:p", &[], |xml| {
        xml.nest("w:pPr", &[], |xml| {
            xml.val("w:pStyle", kind.id());
            // The order of properties is fixed: tabs stand before the distance of lines, where the text stands behind it.
            if kind == Kind::Foot {
                more(xml);
                line(xml, size, 0);
            } else {
                line(xml, size, 0);
                more(xml);
            }
        });
        inner(xml);
    });
}

fn run(xml: &mut Xml, text: &str) {
    xml.nest("w:r", &[], |xml| xml.text("w:t", &[("xml:space", "preserve")], text));
}
