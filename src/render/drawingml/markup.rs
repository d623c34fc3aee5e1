//! The properties of shapes (`xdr:spPr`, `wps:spPr`) as DrawingML writes them.

use super::bent::Bent;
use super::space::{Frame, Spot};
use crate::layout::{Colour, Shape};
use std::fmt::Write;

/// Width of outlines and arrows: a point.
const FIRM: i64 = 12_700;

/// The preset of pentagons.
pub(super) const ELSEWHERE: &str = "flowChartOffpageConnector";

/// The preset that a symbol of the form is.
pub(super) fn presets(shape: Shape) -> &'static str {
    match shape {
        Shape::Capsule => "flowChartTerminator",
        Shape::Box => "flowChartProcess",
        Shape::Diamond => "flowChartDecision",
        Shape::Sheet => "flowChartDocument",
        Shape::Pentagon(_) | Shape::Reference(_) => ELSEWHERE,
    }
}

/// `a:xfrm` of a box that is not turned.
pub fn xfrm(frame: Frame) -> String {
    format!("<a:xfrm>{}</a:xfrm>", place(frame))
}

fn place(Frame { at, w, h }: Frame) -> String {
    format!("<a:off x=\"{}\" y=\"{}\"/><a:ext cx=\"{w}\" cy=\"{h}\"/>", at.x, at.y)
}

/// `a:prstGeom` of that name.
pub fn preset(name: &str) -> String {
    format!("<a:prstGeom prst=\"{name}\"><a:avLst/></a:prstGeom>")
}

/// `a:xfrm` and geometry of a connector.
pub fn connector(bent: &Bent) -> String {
    let mut out = String::from("<a:xfrm");
    for (is_so, name) in
        [(bent.is_turned, "rot=\"5400000\""), (bent.mirrored[0], "flipH=\"1\""), (bent.mirrored[1], "flipV=\"1\"")]
    {
        if is_so {
            out.push(' ');
            out.push_str(name);
        }
    }
    // Writing to a String does not fail.
    let _ = write!(out, ">{}</a:xfrm><a:prstGeom prst=\"{}\"><a:avLst>", place(bent.frame), bent.preset);
    for (at, share) in bent.adjusts.iter().enumerate() {
        let _ = write!(out, "<a:gd name=\"adj{}\" fmla=\"val {share}\"/>", at + 1);
    }
    out.push_str("</a:avLst></a:prstGeom>");
    out
}

/// `a:xfrm` and geometry of a line through these corners that a program draws as it is.
pub fn freeform(corners: &[Spot]) -> String {
    let frame = Frame::around(corners);
    let mut out = xfrm(frame);
    let _ = write!(
        out,
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l=\"0\" t=\"0\" r=\"r\" b=\"b\"/><a:pathLst>\
         <a:path w=\"{}\" h=\"{}\" fill=\"none\">",
        frame.w, frame.h
    );
    for (at, corner) in corners.iter().enumerate() {
        let name = if at == 0 { "moveTo" } else { "lnTo" };
        let (x, y) = (corner.x - frame.at.x, corner.y - frame.at.y);
        let _ = write!(out, "<a:{name}><a:pt x=\"{x}\" y=\"{y}\"/></a:{name}>");
    }
    out.push_str("</a:path></a:pathLst></a:custGeom>");
    out
}

/// `a:solidFill` in that colour.
pub fn solid(Colour(r, g, b): Colour) -> String {
    format!("<a:solidFill><a:srgbClr val=\"{r:02X}{g:02X}{b:02X}\"/></a:solidFill>")
}

/// `a:ln`, black and a point wide, of symbols and arrows.
pub fn line(is_dashed: bool, has_head: bool) -> String {
    let dashes = if is_dashed { "<a:prstDash val=\"dash\"/>" } else { "" };
    let head = if has_head { "<a:tailEnd type=\"triangle\" w=\"sm\" len=\"med\"/>" } else { "" };
    format!("<a:ln w=\"{FIRM}\">{}{dashes}<a:miter lim=\"800000\"/>{head}</a:ln>", solid(Colour::BLACK))
}
