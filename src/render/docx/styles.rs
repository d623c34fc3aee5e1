//! The named styles of the paragraphs: what the parts of the form are called, in the letters in which each stands first.

use super::xml::Xml;
use crate::layout::{Head, PT, Role};
use crate::render::print::LANGUAGE;
use std::collections::BTreeMap;

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Agency,
    Label,
    Value,
    Title,
    Heading,
    Item,
    ColumnHead,
    Actor,
    Subhead,
    Cell,
    Symbol,
    Foot,
    Draft,
}

impl Kind {
    const ALL: [Self; 13] = [
        Self::Agency,
        Self::Label,
        Self::Value,
        Self::Title,
        Self::Heading,
        Self::Item,
        Self::ColumnHead,
        Self::Actor,
        Self::Subhead,
        Self::Cell,
        Self::Symbol,
        Self::Foot,
        Self::Draft,
    ];

    /// Of text with this role.
    pub fn of(role: Option<&Role>) -> Self {
        match role {
            Some(Role::Agency) => Self::Agency,
            Some(Role::Label(_)) => Self::Label,
            Some(Role::Title) => Self::Title,
            Some(Role::Value(_)) => Self::Value,
            Some(Role::Heading(_)) => Self::Heading,
            Some(Role::ItemMark(..) | Role::ItemText(..)) => Self::Item,
            Some(Role::Head(Head { row: 1, rows: 1, .. })) => Self::Actor,
            Some(Role::Head(_)) => Self::ColumnHead,
            Some(Role::Subhead { .. }) => Self::Subhead,
            _ => Self::Cell,
        }
    }

    /// By which the text names the style.
    pub fn id(self) -> &'static str {
        match self {
            Self::Agency => "SOPInstansi",
            Self::Label => "SOPLabel",
            Self::Value => "SOPIsian",
            Self::Title => "SOPNama",
            Self::Heading => "SOPJudulBagian",
            Self::Item => "SOPButir",
            Self::ColumnHead => "SOPJudulKolom",
            Self::Actor => "SOPPelaksana",
            Self::Subhead => "SOPSubjudul",
            Self::Cell => "SOPSel",
            Self::Symbol => "SOPSimbol",
            Self::Foot => "SOPKaki",
            Self::Draft => "SOPKonsep",
        }
    }

    /// By which people know it.
    fn name(self) -> &'static str {
        match self {
            Self::Agency => "SOP Instansi",
            Self::Label => "SOP Label",
            Self::Value => "SOP Isian",
            Self::Title => "SOP Nama",
            Self::Heading => "SOP Judul Bagian",
            Self::Item => "SOP Butir",
            Self::ColumnHead => "SOP Judul Kolom",
            Self::Actor => "SOP Pelaksana",
            Self::Subhead => "SOP Subjudul",
            Self::Cell => "SOP Sel",
            Self::Symbol => "SOP Simbol",
            Self::Foot => "SOP Kaki",
            Self::Draft => "SOP Konsep",
        }
    }
}

/// Size of the letters of the foot.
pub(super) const FOOT_SIZE: i32 = 7 * PT;

/// Letters of a style: their size and weight.
type Letters = (i32, bool);

/// The letters that each style has in the file.
#[derive(Debug, Default)]
pub(super) struct Styles(BTreeMap<Kind, Letters>);

impl Styles {
    /// The letters that the style gives to paragraphs of that kind; those of the first of them.
    pub fn letters(&mut self, kind: Kind, own: Letters) -> Letters {
        *self.0.entry(kind).or_insert(own)
    }

    /// `word/styles.xml`, in letters of that family.
    pub fn part(&self, family: &str) -> Vec<u8> {
        let mut xml = Xml::piece();
        xml.nest("w:styles", &[("xmlns:w", super::parts::WORD)], |xml| {
            xml.nest("w:docDefaults", &[], |xml| {
                xml.nest("w:rPrDefault", &[], |xml| xml.nest("w:rPr", &[], |xml| usual(xml, family)));
                xml.nest("w:pPrDefault", &[], |xml| {
                    xml.nest("w:pPr", &[], |xml| xml.empty("w:spacing", &[("w:before", "0"), ("w:after", "0")]));
                });
            });
            xml.nest("w:style", &[("w:type", "paragraph"), ("w:default", "1"), ("w:styleId", "Normal")], |xml| {
                xml.val("w:name", "Normal");
                xml.empty("w:qFormat", &[]);
            });
            xml.nest("w:style", &[("w:type", "table"), ("w:default", "1"), ("w:styleId", "TabelBiasa")], |xml| {
                xml.val("w:name", "Normal Table");
                xml.val("w:uiPriority", "99");
                xml.empty("w:semiHidden", &[]);
            });
            Kind::ALL.into_iter().for_each(|kind| self.style(xml, kind));
        });
        xml.into_bytes()
    }

    fn style(&self, xml: &mut Xml, kind: Kind) {
        let attributes = [("w:type", "paragraph"), ("w:customStyle", "1"), ("w:styleId", kind.id())];
        xml.nest("w:style", &attributes, |xml| {
            xml.val("w:name", kind.name());
            xml.val("w:basedOn", "Normal");
            xml.empty("w:qFormat", &[]);
            let unmet = (if kind == Kind::Foot { FOOT_SIZE } else { 8 * PT }, false);
            let (size, bold) = self.0.get(&kind).copied().unwrap_or(unmet);
            xml.nest("w:pPr", &[], |xml| line(xml, size, 0));
            xml.nest("w:rPr", &[], |xml| letters(xml, (size, bold), bold));
        });
    }
}

fn usual(xml: &mut Xml, family: &str) {
    xml.empty("w:rFonts", &[("w:ascii", family), ("w:hAnsi", family), ("w:eastAsia", family), ("w:cs", family)]);
    xml.val("w:sz", "16");
    xml.val("w:szCs", "16");
    xml.empty("w:lang", &[("w:val", LANGUAGE), ("w:eastAsia", LANGUAGE), ("w:bidi", "ar-SA")]);
}

/// The distance of lines in letters of that size, as the layout has it, and the space over the first one.
pub(super) fn line(xml: &mut Xml, size: i32, before: i32) {
    let (before, line) = (twips(before).to_string(), twips(size * 6 / 5).to_string());
    xml.empty("w:spacing", &[("w:before", &before), ("w:after", "0"), ("w:line", &line), ("w:lineRule", "exact")]);
}

/// Letters of that size and weight; the weight is only said where it is to be.
pub(super) fn letters(xml: &mut Xml, (size, bold): Letters, says_weight: bool) {
    if says_weight {
        let attributes: &[(&str, &str)] = if bold { &[] } else { &[("w:val", "0")] };
        xml.empty("w:b", attributes);
        xml.empty("w:bCs", attributes);
    }
    let half_points = (size * 2 / PT).to_string();
    xml.val("w:sz", &half_points);
    xml.val("w:szCs", &half_points);
}

/// A length of the layout in twentieths of a point.
pub(super) fn twips(length: i32) -> i32 {
    (length * 20 + PT / 2).div_euclid(PT)
}
