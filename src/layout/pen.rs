//! Strokes that the pages are drawn with: boxes, lines, outlines, and text placed in areas.

use super::PT;
use super::draw::{Area, Colour, Draw, Ink, Page, Point, Seg, Stroke};
use super::typeset::{BROKEN, Style, Typesetter};

/// Space between a cell's edge and its text.
pub(super) const PAD: i32 = 3 * PT;
/// Lines of tables.
pub(super) const THIN: i32 = PT * 4 / 10;
/// Outlines of symbols and arrows: more than twice a line of the table, so that a copy of a copy still tells them apart.
pub(super) const FIRM: i32 = PT;

/// The ground of headings and labels.
pub(super) const HEADING_TINT: Colour = Colour(222, 232, 243);

/// Share of the size that capitals rise above the baseline, in thousandths.
const CAPITALS: i32 = 716;

/// Where text stands across its area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Align {
    Left,
    Centre,
}

/// Draws on one page.
pub(super) struct Pen<'a> {
    pub page: &'a mut Page,
    pub type_: &'a Typesetter<'a>,
}

impl Pen<'_> {
    pub fn frame(&mut self, area: Area) {
        self.outline(&corners(area), None, THIN);
    }

    /// A cell on a tint, where the page has colours.
    pub fn tinted(&mut self, area: Area, tint: Colour) {
        let fill = (self.page.ink == Ink::Colour).then_some(tint);
        self.outline(&corners(area), fill, THIN);
    }

    /// What a symbol is filled with: the tint, where the page has colours, else white.
    pub fn ground(&self, tint: Colour) -> Option<Colour> {
        Some(if self.page.ink == Ink::Colour { tint } else { Colour::WHITE })
    }

    pub fn line(&mut self, from: Point, to: Point, width: i32) {
        self.open(&[from, to], width);
    }

    /// A closed outline through corners.
    pub fn outline(&mut self, points: &[Point], fill: Option<Colour>, width: i32) {
        let segs = straight(points);
        self.page.ops.push(Draw::Path { segs, closed: true, fill, stroke: Some(Stroke { width, dashed: false }) });
    }

    /// An open line through corners.
    pub fn open(&mut self, points: &[Point], width: i32) {
        let segs = straight(points);
        self.page.ops.push(Draw::Path {
            segs,
            closed: false,
            fill: None,
            stroke: Some(Stroke { width, dashed: false }),
        });
    }

    /// An open line of dashes through corners.
    pub fn dashed(&mut self, points: &[Point], width: i32) {
        let segs = straight(points);
        self.page.ops.push(Draw::Path {
            segs,
            closed: false,
            fill: None,
            stroke: Some(Stroke { width, dashed: true }),
        });
    }

    /// A black shape without a line.
    pub fn solid(&mut self, points: &[Point]) {
        let segs = straight(points);
        self.page.ops.push(Draw::Path { segs, closed: true, fill: Some(Colour::BLACK), stroke: None });
    }

    /// Text that starts there, cleaned; gives its width.
    pub fn text(&mut self, at: Point, style: Style, text: &str) -> i32 {
        let broken = text.ends_with(BROKEN);
        let text = self.type_.shown(style.face, text);
        let width = self.type_.width(style, &text);
        if !text.is_empty() {
            let (size, face) = (style.size, style.face);
            self.page.ops.push(Draw::Text { at, size, face, width, upwards: false, broken, text });
        }
        width
    }

    /// Lines from the top of an area; they must fit.
    pub fn lines(&mut self, area: Area, style: Style, align: Align, lines: &[String]) {
        let mut y = area.y + style.leading() - (style.leading() - style.size * CAPITALS / 1000) / 2;
        for line in lines {
            let x = match align {
                Align::Left => area.x,
                Align::Centre => area.x + (area.w - self.type_.width(style, line)) / 2,
            };
            self.text(Point::new(x, y), style, line);
            y += style.leading();
        }
    }

    /// Lines in the middle of an area.
    pub fn middle(&mut self, area: Area, style: Style, lines: &[String]) {
        let height = lines.len() as i32 * style.leading();
        let inner = Area { y: area.y + (area.h - height) / 2, h: height, ..area };
        self.lines(inner, style, Align::Centre, lines);
    }

    /// Lines that run upwards, in the middle of an area.
    pub fn upwards(&mut self, area: Area, style: Style, lines: &[String]) {
        let across = lines.len() as i32 * style.leading();
        let mut x = area.x + (area.w - across) / 2;
        for text in lines {
            let width = self.type_.width(style, text);
            let baseline = x + style.leading() - (style.leading() - style.size * CAPITALS / 1000) / 2;
            let at = Point::new(baseline, area.bottom() - (area.h - width) / 2);
            let (size, face, broken) = (style.size, style.face, text.ends_with(BROKEN));
            let text = text.trim_end_matches(BROKEN).to_owned();
            self.page.ops.push(Draw::Text { at, size, face, width, upwards: true, broken, text });
            x += style.leading();
        }
    }

    /// One line of text with its capitals in the middle of an area; left out where it is too wide or nothing.
    pub fn caption(&mut self, area: Area, style: Style, text: &str) {
        let width = self.type_.width(style, text);
        if width <= area.w {
            let rise = style.size * CAPITALS / 1000;
            let at = Point::new(area.x + (area.w - width) / 2, area.y + (area.h + rise) / 2);
            self.text(at, style, text);
        }
    }
}

/// The corners of an area, clockwise.
pub(super) fn corners(area: Area) -> [Point; 4] {
    let (left, top, right, bottom) = (area.x, area.y, area.right(), area.bottom());
    [Point::new(left, top), Point::new(right, top), Point::new(right, bottom), Point::new(left, bottom)]
}

fn straight(points: &[Point]) -> Vec<Seg> {
    points.iter().enumerate().map(|(at, point)| if at == 0 { Seg::Move(*point) } else { Seg::Line(*point) }).collect()
}
