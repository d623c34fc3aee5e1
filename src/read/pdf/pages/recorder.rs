//! The interpreter's callbacks → [`Ink`]. No picture is decoded, no letter's outline is drawn; work is counted, and too much
//! of it ends the reading.

use super::TooMuch;
use super::ink::{Characters, Direction, Ink, Letter, Paint, Part, Path, Picture, frame_of};
use crate::source::{Frame, Point};
use hayro_interpret::font::Glyph;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::pattern::Pattern;
use hayro_interpret::{BlendMode, ClipPath, Device, GlyphDrawMode, Image, Paint as Colour, PathDrawMode, SoftMask};
use kurbo::{Affine, BezPath, PathEl, Shape};

/// Callbacks of one file that are answered; the fullest real pages take some tens of thousands.
const MOST_CALLS: u32 = 3_000_000;

/// Letters of one page that are kept.
const MOST_LETTERS: usize = 120_000;

/// Corners of all paths of one page that are kept.
const MOST_CORNERS: usize = 400_000;

/// How far a short line may lie off the curve that it stands for, in points.
const FLATNESS: f64 = 0.25;

/// Colours lighter than this are paper.
const WHITE: f32 = 0.97;

/// A page being recorded.
pub(super) struct Recorder<'c> {
    /// What was painted so far.
    pub ink: Ink,
    /// Callbacks of the whole file so far.
    calls: &'c mut u32,
    corners: usize,
    order: u32,
    clips: Vec<Frame>,
    /// Whether what is painted now lets through what is below.
    groups: Vec<bool>,
    is_masked: bool,
    is_blended: bool,
}

impl<'c> Recorder<'c> {
    /// Of a page of that size.
    pub fn new(size: (f32, f32), calls: &'c mut u32) -> Self {
        let page = Frame { left: 0.0, top: 0.0, right: size.0, bottom: size.1 };
        Self {
            ink: Ink { size, ..Ink::default() },
            calls,
            corners: 0,
            order: 0,
            clips: vec![page],
            groups: Vec::new(),
            is_masked: false,
            is_blended: false,
        }
    }

    /// The interpreter cannot be told to stop: unwinding through it, without a word of the panic hook, is the only way out of
    /// a file that calls its parts a billion times.
    fn count(&mut self) {
        self.count_as(1);
    }

    fn count_as(&mut self, calls: u32) {
        *self.calls = self.calls.saturating_add(calls);
        if *self.calls > MOST_CALLS {
            std::panic::resume_unwind(Box::new(TooMuch));
        }
    }

    fn next_order(&mut self) -> u32 {
        self.order += 1;
        self.order
    }

    fn clip(&self) -> Frame {
        self.clips.last().copied().unwrap_or_default()
    }

    fn shows_through(&self) -> bool {
        self.is_masked || self.is_blended || self.groups.contains(&true)
    }

    fn keep(&mut self, path: &BezPath, transform: Affine, paint: Paint, colour: &Colour) {
        let order = self.next_order();
        if path.elements().len() > MOST_CORNERS {
            std::panic::resume_unwind(Box::new(TooMuch));
        }
        let (is_white, is_opaque) = seen(colour);
        if !is_opaque && matches!(colour, Colour::Color(colour) if colour.to_rgba().components()[3] < 0.02) {
            return;
        }
        let room = MOST_CORNERS.saturating_sub(self.corners);
        let parts = parts(path, transform, room);
        self.corners += parts.iter().map(|part| part.points.len() + 1).sum::<usize>();
        let Some(frame) = frame_of(parts.iter().flat_map(|part| part.points.iter().copied())) else { return };
        let seen = within(frame, self.clip());
        if seen.width() < 0.0 || seen.height() < 0.0 {
            return;
        }
        let is_opaque = is_opaque && !self.shows_through();
        self.ink.paths.push(Path { parts, paint, is_white, is_opaque, seen, order });
    }
}

/// Whether a colour is white, and whether nothing shows through it.
fn seen(colour: &Colour) -> (bool, bool) {
    match colour {
        Colour::Color(colour) => {
            let [red, green, blue, alpha] = colour.to_rgba().components();
            (red.min(green).min(blue) >= WHITE, alpha > 0.95)
        }
        Colour::Pattern(pattern) => (false, matches!(**pattern, Pattern::Shading(_))),
    }
}

/// The parts of a path with curves as short lines, of no more corners than there is room for.
fn parts(path: &BezPath, transform: Affine, room: usize) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut left = room;
    let placed = transform * path;
    kurbo::flatten(placed.iter(), FLATNESS, |element| match element {
        PathEl::MoveTo(at) => parts.push(Part { points: vec![point(at)], is_closed: false }),
        PathEl::LineTo(at) if left > 0 => {
            left -= 1;
            if let Some(part) = parts.last_mut() {
                part.points.push(point(at));
            }
        }
        PathEl::ClosePath => {
            if let Some(part) = parts.last_mut() {
                part.is_closed = true;
            }
        }
        _ => {}
    });
    parts.retain(|part| part.points.len() > 1 && part.points.iter().all(|it| it.x.is_finite() && it.y.is_finite()));
    parts.iter_mut().for_each(tidy);
    parts
}

/// Drops corners that repeat the one before, and a last one that repeats the first.
fn tidy(part: &mut Part) {
    part.points.dedup_by(|next, last| next.distance(*last) < 0.05);
    if part.points.len() > 3 && part.points[0].distance(part.points[part.points.len() - 1]) < 0.3 {
        part.points.pop();
        part.is_closed = true;
    }
}

fn frame(bounds: kurbo::Rect) -> Frame {
    let [left, top, right, bottom] = [bounds.x0, bounds.y0, bounds.x1, bounds.y1].map(|it| it as f32);
    Frame { left, top, right, bottom }
}

/// What two boxes share; inside out where that is nothing.
fn within(one: Frame, other: Frame) -> Frame {
    Frame {
        left: one.left.max(other.left),
        top: one.top.max(other.top),
        right: one.right.min(other.right),
        bottom: one.bottom.min(other.bottom),
    }
}

fn point(at: kurbo::Point) -> Point {
    Point { x: at.x as f32, y: at.y as f32 }
}

impl<'a> Device<'a> for Recorder<'_> {
    fn set_soft_mask(&mut self, mask: Option<SoftMask<'a>>) {
        self.count();
        self.is_masked = mask.is_some();
    }

    fn set_blend_mode(&mut self, mode: BlendMode) {
        self.is_blended = mode != BlendMode::Normal;
    }

    fn draw_path(&mut self, path: &BezPath, transform: Affine, paint: &Colour<'a>, mode: &PathDrawMode) {
        self.count();
        let how = match mode {
            PathDrawMode::Fill(_) => Paint::Fill,
            PathDrawMode::Stroke(props) => {
                Paint::Stroke { is_dashed: props.dash_array.iter().any(|length| *length > 0.0) }
            }
        };
        self.keep(path, transform, how, paint);
    }

    fn push_clip_path(&mut self, clip: &ClipPath) {
        // Parts inside parts are found through all that they lie in.
        self.count_as(10 * self.clips.len() as u32);
        let bounds = clip.path.bounding_box();
        let frame = frame(bounds);
        self.clips.push(within(frame, self.clip()));
    }

    fn push_transparency_group(&mut self, opacity: f32, mask: Option<SoftMask<'a>>, mode: BlendMode) {
        self.count();
        self.groups.push(opacity < 0.95 || mask.is_some() || mode != BlendMode::Normal);
    }

    fn draw_glyph(
        &mut self,
        glyph: &Glyph<'a>,
        transform: Affine,
        glyph_transform: Affine,
        _: &Colour<'a>,
        mode: &GlyphDrawMode,
    ) {
        self.count();
        let order = self.next_order();
        let placed = transform * glyph_transform;
        let [a, b, c, d, x, y] = placed.as_coeffs().map(|it| it as f32);
        let at = Point { x, y };
        let size = c.hypot(d) * 1000.0;
        if !(x.is_finite() && y.is_finite() && size.is_finite() && size > 0.5) {
            return;
        }
        let advance = match glyph {
            Glyph::Outline(outline) => outline.advance_width().unwrap_or(500.0) * a.hypot(b),
            Glyph::Type3(_) => size * 0.5,
        };
        // A stroke over a fill repeats the letter.
        if let (GlyphDrawMode::Stroke(_), Some(last)) = (mode, self.ink.letters.last())
            && last.order + 1 == order
            && last.at == at
        {
            return;
        }
        let Some(text) = characters(glyph) else {
            self.ink.unmapped.push(at);
            return;
        };
        let Some(direction) = Direction::of(a, b) else {
            return;
        };
        let letter = Letter { text, at, advance: advance.max(0.0), size, direction, order };
        let list = match mode {
            _ if self.clip().distance(letter.centre()) >= 1.0 => &mut self.ink.unseen,
            GlyphDrawMode::Invisible => &mut self.ink.layer,
            _ => &mut self.ink.letters,
        };
        if list.len() < MOST_LETTERS {
            list.push(letter);
        } else {
            std::panic::resume_unwind(Box::new(TooMuch));
        }
    }

    fn draw_image(&mut self, image: Image<'a, '_>, transform: Affine) {
        self.count();
        let order = self.next_order();
        let unit = kurbo::Rect::new(0.0, 0.0, f64::from(image.width()), f64::from(image.height()));
        let bounds = transform.transform_rect_bbox(unit);
        let frame = within(frame(bounds), self.clip());
        let is_whole = match &image {
            Image::Raster(raster) => {
                let stream = raster.stream();
                !stream.dict().contains_key(b"SMask") && !stream.dict().contains_key(b"Mask")
            }
            Image::Stencil(_) => false,
        };
        if frame.width() > 0.0 && frame.height() > 0.0 {
            self.ink.pictures.push(Picture { frame, is_opaque: is_whole && !self.shows_through(), order });
        }
    }

    fn pop_clip_path(&mut self) {
        if self.clips.len() > 1 {
            self.clips.pop();
        }
    }

    fn pop_transparency_group(&mut self) {
        self.groups.pop();
    }
}

/// What a glyph says; `None` where its font does not tell, or tells what is no letter.
fn characters(glyph: &Glyph<'_>) -> Option<Characters> {
    let is_letter = |it: char| match it {
        '\u{f020}'..='\u{f0ff}' | '\t' => true,
        '\u{fffd}' | '\u{e000}'..='\u{f8ff}' | '\u{fff0}'..='\u{ffff}' | '\u{f0000}'.. => false,
        _ => !it.is_control(),
    };
    match glyph.as_unicode()? {
        BfString::Char(one) => is_letter(one).then_some(Characters::One(one)),
        BfString::String(more) => {
            (!more.is_empty() && more.chars().all(is_letter)).then(|| Characters::More(more.into_boxed_str()))
        }
    }
}
