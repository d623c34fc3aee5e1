//! The draw list of a page → drawing operators of a PDF, whose y runs upwards from the lower edge.

use super::font;
use super::picture;
use crate::layout::{Area, Colour, Draw, PT, Page, Picture, Point, Seg, Stroke};
use printpdf::{
    Actions, BorderArray, Color, Destination, Greyscale, Line, LinePoint, LinkAnnotation, Mm, Op, PaintMode,
    PdfFontHandle, PdfPage, Polygon, PolygonRing, Pt, Rect, Rgb, TextItem, TextMatrix, WindingOrder, XObjectTransform,
};

/// So much of the page is shown over the place that a link leads to.
const OVER: i32 = 40 * PT;

/// A page of `pages` written for the PDF.
pub(super) fn written(page: &Page, pages: &[Page]) -> PdfPage {
    let mut writer =
        Writer { height: page.height, ops: Vec::with_capacity(page.ops.len() * 5), fill: None, width: None };
    for op in &page.ops {
        match op {
            Draw::Path { segs, closed, fill, stroke } => writer.path(segs, *closed, *fill, *stroke),
            Draw::Text { .. } => writer.text(op),
            Draw::Image { area, picture } => writer.image(*area, picture),
            Draw::Link { area, page: target } => writer.link(*area, *target, (page, pages)),
        }
    }
    PdfPage::new(millimetres(page.width), millimetres(page.height), writer.ops)
}

fn millimetres(length: i32) -> Mm {
    Mm(length as f32 / 100.0 * 25.4 / 72.0)
}

fn points(length: i32) -> Pt {
    Pt(length as f32 / 100.0)
}

struct Writer {
    height: i32,
    ops: Vec<Op>,
    /// Colour and line width that hold at this point.
    fill: Option<Colour>,
    width: Option<i32>,
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
        let mut corners = Vec::with_capacity(segs.len());
        for seg in segs {
            let on = |point| LinePoint { p: self.place(point), bezier: false };
            let handle = |point| LinePoint { p: self.place(point), bezier: true };
            match *seg {
                Seg::Move(to) | Seg::Line(to) => corners.push(on(to)),
                Seg::Curve(first, second, to) => corners.extend([handle(first), handle(second), on(to)]),
            }
        }
        if let Some(colour) = fill {
            self.fill(colour);
        }
        if let Some(Stroke { width }) = stroke
            && self.width.replace(width) != Some(width)
        {
            self.ops.push(Op::SetOutlineThickness { pt: points(width) });
        }
        if !closed {
            return self.ops.push(Op::DrawLine { line: Line { points: corners, is_closed: false } });
        }
        let mode = match (fill, stroke) {
            (Some(_), Some(_)) => PaintMode::FillStroke,
            (Some(_), None) => PaintMode::Fill,
            (None, _) => PaintMode::Stroke,
        };
        let rings = vec![PolygonRing { points: corners }];
        self.ops.push(Op::DrawPolygon { polygon: Polygon { rings, mode, winding_order: WindingOrder::NonZero } });
    }

    fn text(&mut self, op: &Draw) {
        let Draw::Text { at, size, face, upwards, text, .. } = op else { return };
        self.fill(Colour::BLACK);
        let place = self.place(*at);
        let matrix = match upwards {
            true => TextMatrix::Raw([0.0, 1.0, -1.0, 0.0, place.x.0, place.y.0]),
            false => TextMatrix::Translate(place.x, place.y),
        };
        self.ops.extend([
            Op::StartTextSection,
            Op::SetTextMatrix { matrix },
            Op::SetFont { font: PdfFontHandle::External(font::id(*face)), size: points(*size) },
            Op::ShowText { items: vec![TextItem::Text(text.clone())] },
            Op::EndTextSection,
        ]);
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
