//! The draw list of a page → drawing operators of a PDF, whose y runs upwards from the lower edge.

use super::font;
use super::picture;
use crate::layout::{Area, Colour, Draw, Face, PT, Page, Picture, Point, Seg, Stroke};
use crate::render::print::unbroken;
use printpdf::{
    Actions, BorderArray, Color, Destination, DictItem, Greyscale, Line, LinePoint, LinkAnnotation, Mm, Op, PaintMode,
    PdfFontHandle, PdfPage, Polygon, PolygonRing, Pt, Rect, Rgb, TextItem, TextMatrix, WindingOrder, XObjectTransform,
};
use std::collections::BTreeMap;

/// So much of the page is shown over the place that a link leads to.
const OVER: i32 = 40 * PT;

/// A page of `pages` written for the PDF.
pub(super) fn written(page: &Page, pages: &[Page]) -> PdfPage {
    let mut writer = Writer { height: page.height, ops: Vec::with_capacity(page.ops.len() * 3), ..Writer::default() };
    for ops in page.ops.chunk_by(|one, _| one.is_broken()) {
        let whole = unbroken(ops.iter());
        if let Some(word) = &whole {
            writer.begin_word(word);
        }
        for op in ops {
            match op {
                Draw::Path { segs, closed, fill, stroke } => writer.path(segs, *closed, *fill, *stroke),
                Draw::Text { .. } => writer.text(op),
                Draw::Image { area, picture } => writer.image(*area, picture),
                Draw::Link { area, page: target } => writer.link(*area, *target, (page, pages)),
            }
        }
        if whole.is_some() {
            writer.end_word();
        }
    }
    writer.end_text();
    PdfPage::new(millimetres(page.width), millimetres(page.height), writer.ops)
}

fn millimetres(length: i32) -> Mm {
    Mm(length as f32 / 100.0 * 25.4 / 72.0)
}

fn points(length: i32) -> Pt {
    Pt(length as f32 / 100.0)
}

/// The area that a path of four corners goes round, if it is one: most of a page is cells, and they take a third so.
fn rectangle(segs: &[Seg]) -> Option<Area> {
    let [Seg::Move(a), Seg::Line(b), Seg::Line(c), Seg::Line(d)] = *segs else { return None };
    let upright = (a.x, b.y, c.x, d.y) == (d.x, a.y, b.x, c.y);
    (upright && a.x < c.x && a.y < c.y).then(|| Area::new(a.x, a.y, c.x - a.x, c.y - a.y))
}

#[derive(Default)]
struct Writer {
    height: i32,
    ops: Vec<Op>,
    /// Colour, line width and letters that hold at this point.
    fill: Option<Colour>,
    width: Option<i32>,
    letters: Option<(Face, i32)>,
    /// Where the line of text before began, while its section of text is open.
    line: Option<Point>,
}

impl Writer {
    fn place(&self, point: Point) -> printpdf::Point {
        printpdf::Point { x: points(point.x), y: points(self.height - point.y) }
    }

    fn fill(&mut self, colour: Colour) {
        if self.fill.replace(colour) != Some(colour) {
            let share = |part: u8| f32::from(part) / 255.0;
            let col = match colour.grey() {
                Some(grey) => Color::Greyscale(Greyscale { percent: share(grey), icc_profile: None }),
                None => {
                    let Colour(r, g, b) = colour;
                    Color::Rgb(Rgb { r: share(r), g: share(g), b: share(b), icc_profile: None })
                }
            };
            self.ops.push(Op::SetFillColor { col });
        }
    }

    fn image(&mut self, area: Area, picture: &Picture) {
        self.end_text();
        let corner = self.place(Point::new(area.x, area.bottom()));
        let transform = XObjectTransform {
            translate_x: Some(corner.x),
            translate_y: Some(corner.y),
            scale_x: Some(area.w as f32 / 100.0),
            scale_y: Some(area.h as f32 / 100.0),
            // Of itself it is one point wide and high.
            no_auto_scale: true,
            ..XObjectTransform::default()
        };
        self.ops.push(Op::UseXobject { id: picture::id(picture), transform });
    }

    fn path(&mut self, segs: &[Seg], closed: bool, fill: Option<Colour>, stroke: Option<Stroke>) {
        self.end_text();
        if let Some(colour) = fill {
            self.fill(colour);
        }
        if let Some(Stroke { width }) = stroke
            && self.width.replace(width) != Some(width)
        {
            self.ops.push(Op::SetOutlineThickness { pt: points(width) });
        }
        let mode = match (fill, stroke) {
            (Some(_), Some(_)) => PaintMode::FillStroke,
            (Some(_), None) => PaintMode::Fill,
            (None, _) => PaintMode::Stroke,
        };
        self.ops.push(match rectangle(segs) {
            Some(area) if closed => Op::DrawRectangle { rectangle: self.rectangle(area, mode) },
            _ => self.outline(segs, closed.then_some(mode)),
        });
    }

    fn rectangle(&self, area: Area, mode: PaintMode) -> Rect {
        let corner = self.place(Point::new(area.x, area.bottom()));
        let rectangle = Rect::from_xywh(corner.x, corner.y, points(area.w), points(area.h));
        Rect { mode: Some(mode), winding_order: Some(WindingOrder::NonZero), ..rectangle }
    }

    /// The path as such; a closed one has a way of painting.
    fn outline(&self, segs: &[Seg], mode: Option<PaintMode>) -> Op {
        let mut corners = Vec::with_capacity(segs.len());
        for seg in segs {
            let on = |point| LinePoint { p: self.place(point), bezier: false };
            let handle = |point| LinePoint { p: self.place(point), bezier: true };
            match *seg {
                Seg::Move(to) | Seg::Line(to) => corners.push(on(to)),
                Seg::Curve(first, second, to) => corners.extend([handle(first), handle(second), on(to)]),
            }
        }
        let Some(mode) = mode else { return Op::DrawLine { line: Line { points: corners, is_closed: false } } };
        let rings = vec![PolygonRing { points: corners }];
        Op::DrawPolygon { polygon: Polygon { rings, mode, winding_order: WindingOrder::NonZero } }
    }

    /// Lines that follow each other share a section of text and say only what is new: that is half of what a page takes.
    fn text(&mut self, op: &Draw) {
        let Draw::Text { at, size, face, upwards, text, .. } = op else { return };
        if *upwards {
            self.end_text();
        }
        self.fill(Colour::BLACK);
        let before = self.line.replace(*at);
        if before.is_none() {
            self.ops.push(Op::StartTextSection);
        }
        self.set_letters(*face, *size);
        self.ops.push(match (upwards, before) {
            (true, _) => {
                let place = self.place(*at);
                Op::SetTextMatrix { matrix: TextMatrix::Raw([0.0, 1.0, -1.0, 0.0, place.x.0, place.y.0]) }
            }
            (false, None) => Op::SetTextCursor { pos: self.place(*at) },
            (false, Some(before)) => {
                Op::SetTextCursor { pos: printpdf::Point { x: points(at.x - before.x), y: points(before.y - at.y) } }
            }
        });
        self.ops.push(Op::ShowText { items: vec![TextItem::Text(text.clone())] });
        if *upwards {
            self.end_text();
        }
    }

    fn set_letters(&mut self, face: Face, size: i32) {
        if self.letters.replace((face, size)) != Some((face, size)) {
            self.ops.push(Op::SetFont { font: PdfFontHandle::External(font::id(face)), size: points(size) });
        }
    }

    fn end_text(&mut self) {
        if self.line.take().is_some() {
            self.ops.push(Op::EndTextSection);
        }
    }

    /// What follows is found and copied as this, however many lines it takes.
    fn begin_word(&mut self, word: &str) {
        self.end_text();
        let data = [0xFE, 0xFF].into_iter().chain(word.encode_utf16().flat_map(u16::to_be_bytes)).collect();
        let map = BTreeMap::from([("ActualText".to_owned(), DictItem::String { data, literal: false })]);
        let properties = DictItem::Dict { map };
        self.ops.push(Op::BeginMarkedContentWithProperties { tag: "Span".to_owned(), properties });
    }

    fn end_word(&mut self) {
        self.end_text();
        self.ops.push(Op::EndMarkedContent);
    }

    /// A link to the other half of a pentagon, a little above it; to the top of its page where that is not known.
    fn link(&mut self, area: Area, number: usize, (page, pages): (&Page, &[Page])) {
        let Some(target) = number.checked_sub(1).and_then(|at| pages.get(at)) else { return };
        let corner = self.place(Point::new(area.x, area.bottom()));
        let rect = Rect::from_xywh(corner.x, corner.y, points(area.w), points(area.h));
        let y = page.counterpart(area, target).map_or(0, |partner| (partner.y - OVER).max(0));
        let top = Some((target.height - y) as f32 / 100.0);
        let goal = Destination::Xyz { page: number, left: Some(0.0), top, zoom: None };
        let border = Some(BorderArray::Solid([0.0, 0.0, 0.0]));
        self.ops.push(Op::LinkAnnotation { link: LinkAnnotation::new(rect, Actions::go_to(goal), border, None, None) });
    }
}
