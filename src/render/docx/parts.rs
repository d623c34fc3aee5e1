//! The parts around the text: what a package holds and says of itself, and what stands over and under every page.

use super::styles::{FOOT_SIZE, Kind, line, twips};
use super::xml::Xml;
use crate::layout::{Draw, FootPiece, PT, Page};
use crate::render::print::LANGUAGE;
use crate::vocabulary::form_words::{DRAFT, DRAFT_OPEN};

/// What text documents are written in.
pub(super) const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// What the layout has of its white edge for the mark of a draft, in hundredths, and its letters at most.
const MARK: (i32, i32) = (50, 12 * PT);

/// `word/settings.xml`: a file as of Word 2013.
pub(super) fn settings() -> Vec<u8> {
    let mut xml = Xml::piece();
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

/// What stands under every page of an SOP; `total` is how many it has, `is_part` where the file has other SOPs as well.
pub(super) fn footer(page: &Page, total: usize, is_part: bool) -> Vec<u8> {
    let mut xml = Xml::piece();
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
    let mut xml = Xml::piece();
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
