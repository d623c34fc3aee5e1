//! Emblems → pictures of the file, each once, and their places in the text.

use super::xml::Xml;
use crate::layout::{Area, Picture};
use crate::render::drawingml::EMU;
use std::sync::Arc;

/// What pictures are written in.
const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";

/// The pictures of a file.
#[derive(Debug, Default)]
pub(super) struct Pictures(pub Vec<Arc<Picture>>);

impl Pictures {
    /// By which the text refers to a picture.
    pub fn name(&mut self, picture: &Arc<Picture>) -> String {
        let known = self.0.iter().position(|it| Arc::ptr_eq(it, picture) || it == picture);
        let at = known.unwrap_or_else(|| {
            self.0.push(Arc::clone(picture));
            self.0.len() - 1
        });
        format!("rIdGambar{}", at + 1)
    }
}

/// A picture in the middle of a line of its own, so far below what stands over it.
pub(super) fn inline(xml: &mut Xml, (name, told, id): (&str, &str, usize), (area, before): (Area, i32)) {
    let (cx, cy) = ((i64::from(area.w) * EMU).to_string(), (i64::from(area.h) * EMU).to_string());
    let before = super::styles::twips(before.max(0)).to_string();
    let id = id.to_string();
    xml.nest("w:p", &[], |xml| {
        xml.nest("w:pPr", &[], |xml| {
            let single = [("w:before", before.as_str()), ("w:after", "0"), ("w:line", "240"), ("w:lineRule", "auto")];
            xml.empty("w:spacing", &single);
            xml.val("w:jc", "center");
        });
        xml.nest("w:r", &[], |xml| {
            xml.nest("w:drawing", &[], |xml| {
                xml.nest("wp:inline", &[("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")], |xml| {
                    xml.empty("wp:extent", &[("cx", &cx), ("cy", &cy)]);
                    xml.empty("wp:docPr", &[("id", &id), ("name", "Logo"), ("descr", told)]);
                    xml.empty("wp:cNvGraphicFramePr", &[]);
                    xml.nest("a:graphic", &[], |xml| {
                        xml.nest("a:graphicData", &[("uri", PICTURE)], |xml| framed(xml, name, (&cx, &cy)));
                    });
                });
            });
        });
    });
}

fn framed(xml: &mut Xml, name: &str, (cx, cy): (&str, &str)) {
    xml.nest("pic:pic", &[], |xml| {
        xml.nest("pic:nvPicPr", &[], |xml| {
            xml.empty("pic:cNvPr", &[("id", "0"), ("name", "Logo")]);
            xml.empty("pic:cNvPicPr", &[]);
        });
        xml.nest("pic:blipFill", &[], |xml| {
            xml.empty("a:blip", &[("r:embed", name)]);
            xml.nest("a:stretch", &[], |xml| xml.empty("a:fillRect", &[]));
        });
        xml.nest("pic:spPr", &[], |xml| {
            xml.nest("a:xfrm", &[], |xml| {
                xml.empty("a:off", &[("x", "0"), ("y", "0")]);
                xml.empty("a:ext", &[("cx", cx), ("cy", cy)]);
            });
            xml.nest("a:prstGeom", &[("prst", "rect")], |xml| xml.empty("a:avLst", &[]));
        });
    });
}
