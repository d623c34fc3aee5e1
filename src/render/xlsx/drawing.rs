//! What is drawn over the cells of a sheet → its part: symbols, arrows glued to them, loose words, the emblem.

use super::places::{Edges, Places};
use crate::layout::{Area, Face, Picture, Point};
use crate::package::escaped;
use crate::render::drawingml::{
    Arrow, Bent, Caption, Figures, Frame, Spot, Symbol, connector, freeform, line, preset, solid, xfrm,
};
use crate::render::logo;
use crate::vocabulary::form_words::{ARROW, EMBLEM, SYMBOL, WORDS};
use std::fmt::Write;

/// A drawing in the making.
#[derive(Debug, Default)]
pub(super) struct Drawing {
    things: String,
    picture: Option<Vec<u8>>,
    /// How many things have a number.
    count: usize,
}

/// Numbers of things begin here.
const FIRST: usize = 2;

impl Drawing {
    /// Nothing is drawn.
    pub fn is_empty(&self) -> bool {
        self.things.is_empty()
    }

    /// The picture that its part refers to as its only one, as PNG.
    pub fn picture(&self) -> Option<&[u8]> {
        self.picture.as_deref()
    }

    /// The part.
    pub fn part(&self) -> String {
        format!(
            "<xdr:wsDr xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\" \
             xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
             xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
             xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" \
             xmlns:a14=\"http://schemas.microsoft.com/office/drawing/2010/main\">{}</xdr:wsDr>",
            self.things
        )
    }

    /// Puts the emblem there.
    pub fn add_emblem(&mut self, picture: &Picture, told: &str, (area, places): (Area, &Places), edges: &Edges) {
        let frame = frame(area, places, edges);
        let (number, told) = (self.next(1), escaped(told));
        let inner = format!(
            "<xdr:pic><xdr:nvPicPr><xdr:cNvPr id=\"{number}\" name=\"{EMBLEM}\" descr=\"{told}\"/><xdr:cNvPicPr>\
             <a:picLocks noChangeAspect=\"1\"/></xdr:cNvPicPr></xdr:nvPicPr><xdr:blipFill><a:blip r:embed=\"rId1\"/>\
             <a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr>{}{}</xdr:spPr></xdr:pic>",
            xfrm(frame),
            preset("rect")
        );
        edges.write_anchored(&mut self.things, frame, &inner);
        self.picture = Some(logo::png(picture));
    }

    /// Puts a box with words in it there.
    pub fn add_box(&mut self, words: &Caption, (area, places): (Area, &Places), edges: &Edges) {
        let (number, frame) = (self.next(1), frame(area, places, edges));
        edges.write_anchored(&mut self.things, frame, &text_box(words, (number, &line(false, false)), frame));
    }

    /// Puts what is drawn over the table of a page where that page went; arrows lie under symbols.
    pub fn add(&mut self, figures: &Figures<'_>, places: &Places, edges: &Edges) {
        let first = self.next(figures.symbols.len());
        for arrow in &figures.arrows {
            let number = self.next(1);
            write_arrow(&mut self.things, arrow, (number, first), (places, edges));
        }
        for (at, symbol) in figures.symbols.iter().enumerate() {
            let frame = frame(symbol.area, places, edges);
            edges.write_anchored(&mut self.things, frame, &shape(symbol, first + at, frame));
        }
        for words in &figures.words {
            let (number, frame) = (self.next(1), frame(words.area, places, edges));
            edges.write_anchored(
                &mut self.things,
                frame,
                &text_box(words, (number, "<a:ln><a:noFill/></a:ln>"), frame),
            );
        }
    }

    /// The first of so many new numbers.
    fn next(&mut self, count: usize) -> usize {
        self.count += count;
        FIRST + self.count - count
    }
}

fn frame(area: Area, places: &Places, edges: &Edges) -> Frame {
    let corners = [Point::new(area.x, area.y), Point::new(area.right(), area.bottom())];
    Frame::around(&corners.map(|it| edges.spot(places, it)))
}

fn shape(symbol: &Symbol<'_>, number: usize, frame: Frame) -> String {
    format!(
        "<xdr:sp macro=\"\" textlink=\"\"><xdr:nvSpPr><xdr:cNvPr id=\"{number}\" name=\"{SYMBOL} {number}\" descr=\"{}\"/>\
         <xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr>{}{}{}{}</xdr:spPr>{}</xdr:sp>",
        escaped(symbol.told),
        xfrm(frame),
        preset(symbol.preset),
        solid(symbol.fill),
        line(false, false),
        symbol.caption.as_ref().map(body).unwrap_or_default()
    )
}

fn text_box(words: &Caption, (number, line): (usize, &str), frame: Frame) -> String {
    format!(
        "<xdr:sp macro=\"\" textlink=\"\"><xdr:nvSpPr><xdr:cNvPr id=\"{number}\" name=\"{WORDS} {number}\"/>\
         <xdr:cNvSpPr txBox=\"1\"/></xdr:nvSpPr><xdr:spPr>{}{}<a:noFill/>{line}</xdr:spPr>{}</xdr:sp>",
        xfrm(frame),
        preset("rect"),
        body(words)
    )
}

/// Words in the middle of their shape, which they may run over.
fn body(words: &Caption) -> String {
    let bold = u8::from(words.face == Face::Bold);
    let look = format!(
        "<a:rPr lang=\"id-ID\" sz=\"{}\" b=\"{bold}\"><a:solidFill><a:srgbClr val=\"000000\"/></a:solidFill>\
         <a:latin typeface=\"Arial\"/><a:cs typeface=\"Arial\"/></a:rPr>",
        words.size
    );
    let mut out = String::from(
        "<xdr:txBody><a:bodyPr vertOverflow=\"overflow\" horzOverflow=\"overflow\" wrap=\"none\" lIns=\"0\" tIns=\"0\" \
         rIns=\"0\" bIns=\"0\" rtlCol=\"0\" anchor=\"ctr\"><a:noAutofit/></a:bodyPr><a:lstStyle/>",
    );
    for text in &words.lines {
        // Writing to a String does not fail.
        let _ = write!(out, "<a:p><a:pPr algn=\"ctr\"/><a:r>{look}<a:t>{}</a:t></a:r></a:p>", escaped(text));
    }
    out.push_str("</xdr:txBody>");
    out
}

/// An arrow of that number, from and to symbols numbered from `first` on.
fn write_arrow(out: &mut String, arrow: &Arrow, (number, first): (usize, usize), (places, edges): (&Places, &Edges)) {
    let spots: Vec<Spot> = arrow.points.iter().map(|it| edges.spot(places, *it)).collect();
    let bent = Bent::through(&spots);
    let line = line(arrow.is_dashed, arrow.has_head);
    let [from, to] = arrow.ends.map(|it| (first + it.symbol, it.site));
    let named = format!("<xdr:cNvPr id=\"{number}\" name=\"{ARROW} {number}\"/>");
    let (geometry, own) = match &bent {
        Some(bent) => (connector(bent), bent.upright()),
        None => (freeform(&spots), Frame::around(&spots)),
    };
    let glued = format!(
        "<xdr:cxnSp macro=\"\"><xdr:nvCxnSpPr>{named}<xdr:cNvCxnSpPr><a:stCxn id=\"{}\" idx=\"{}\"/>\
         <a:endCxn id=\"{}\" idx=\"{}\"/></xdr:cNvCxnSpPr></xdr:nvCxnSpPr><xdr:spPr>{geometry}{line}</xdr:spPr></xdr:cxnSp>",
        from.0, from.1, to.0, to.1
    );
    if bent.is_some_and(|it| it.adjusts.is_empty() && spots.len() == 2) {
        edges.write_anchored(out, own, &glued);
        return;
    }
    let drawn = format!(
        "<xdr:sp macro=\"\" textlink=\"\"><xdr:nvSpPr>{named}<xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr>{}<a:noFill/>{line}\
         </xdr:spPr></xdr:sp>",
        freeform(&spots)
    );
    // LibreOffice lays bent connectors anew and does not know the first choice; Excel does.
    out.push_str("<mc:AlternateContent><mc:Choice Requires=\"a14\">");
    edges.write_anchored(out, own, &glued);
    out.push_str("</mc:Choice><mc:Fallback>");
    edges.write_anchored(out, Frame::around(&spots), &drawn);
    out.push_str("</mc:Fallback></mc:AlternateContent>");
}
