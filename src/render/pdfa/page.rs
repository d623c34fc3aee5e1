//! The draw list of a page → the marked contents of a page of the archival PDF: what has a meaning goes to the tags, the
//! rest is an artifact.

use super::ArchiveError;
use super::tags::{Leaf, Tags};
use crate::layout::{Area, Colour, DASHES, Draw, Face, PT, Page, Picture, Point, Role, Seg};
use crate::render::fonts::Fonts;
use crate::render::print::unbroken;
use krilla::Document;
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::{luma, rgb};
use krilla::destination::{Destination, XyzDestination};
use krilla::geom::{PathBuilder, Rect, Size, Transform};
use krilla::image::Image;
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use std::ops::Range;

/// What is written in place of a character that no archive may hold: nobody can say what it stands for.
const UNKNOWN: char = '\u{FFFD}';

/// Writes the pages of one print.
pub(super) struct Writer<'a> {
    fonts: &'a Fonts<'a>,
    pages: &'a [Page],
    regular: Font,
    bold: Font,
}

/// Drawings of a page that belong together.
type Stretch<'a> = (Range<usize>, Option<&'a Role>);

impl<'a> Writer<'a> {
    pub fn new(fonts: &'a Fonts<'a>, pages: &'a [Page]) -> Result<Self, ArchiveError> {
        let font = |face| Font::new(fonts.font(face).bytes.to_vec().into(), 0).ok_or(ArchiveError::Font);
        Ok(Self { fonts, pages, regular: font(Face::Regular)?, bold: font(Face::Bold)? })
    }

    /// Writes the page at that position and hands what it means to `tags`.
    pub fn write(&self, document: &mut Document, at: usize, tags: &mut Tags) -> Result<(), ArchiveError> {
        let page = &self.pages[at];
        let settings = PageSettings::from_wh(points(page.width), points(page.height)).ok_or(ArchiveError::Sheet)?;
        let mut sheet = document.start_page_with(settings);
        let mut surface = sheet.surface();
        tags.turn_to(at, page);
        for (ops, role) in stretches(page) {
            match role.filter(|role| !tags.is_repeated(role)) {
                Some(role) => self.meant(&mut surface, &page.ops[ops], role, tags),
                None => self.furniture(&mut surface, &page.ops[ops], role),
            }
        }
        surface.finish();
        for (ops, role) in stretches(page) {
            for op in &page.ops[ops] {
                if let (Draw::Link { area, page: target }, Some(role)) = (op, role)
                    && let Some(annotation) = self.link(page, *area, *target, role)
                {
                    tags.add(role, Leaf::Link(sheet.add_tagged_annotation(annotation)));
                }
            }
        }
        sheet.finish();
        Ok(())
    }

    /// Texts line by line, a symbol as a whole.
    fn meant(&self, surface: &mut Surface, ops: &[Draw], role: &Role, tags: &mut Tags) {
        let is_drawn = |op: &&Draw| !matches!(op, Draw::Link { .. });
        if !ops.iter().any(|op| is_drawn(&op)) {
            return;
        }
        if let Role::Symbol { .. } | Role::Emblem(_) = role {
            let id = surface.start_tagged(ContentTag::Other);
            ops.iter().for_each(|op| self.op(surface, op));
            surface.end_tagged();
            let pictures = ops.iter().filter_map(|op| match op {
                Draw::Image { area, .. } => Some(*area),
                _ => None,
            });
            pictures.for_each(|area| tags.frame(role, area));
            return tags.add(role, Leaf::Content(id));
        }
        let drawn: Vec<&Draw> = ops.iter().filter(is_drawn).collect();
        for lines in drawn.chunk_by(|one, _| one.is_broken()) {
            let whole: Option<String> = unbroken(lines.iter().copied()).map(|it| it.chars().map(archived).collect());
            let id = surface.start_tagged(ContentTag::Span(SpanTag::empty().with_actual_text(whole.as_deref())));
            lines.iter().for_each(|op| self.op(surface, op));
            surface.end_tagged();
            tags.add(role, Leaf::Content(id));
        }
    }

    fn furniture(&self, surface: &mut Surface, ops: &[Draw], role: Option<&Role>) {
        let is_text = |op: &Draw| matches!(op, Draw::Text { .. });
        for alike in ops.chunk_by(|one, other| is_text(one) == is_text(other)) {
            let kind = match (role, is_text(&alike[0])) {
                (Some(_), _) => ArtifactType::Header,
                (None, true) => ArtifactType::PaginationOther,
                (None, false) => ArtifactType::Layout,
            };
            surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
            alike.iter().for_each(|op| self.op(surface, op));
            surface.end_tagged();
        }
    }

    fn op(&self, surface: &mut Surface, op: &Draw) {
        match op {
            Draw::Path { segs, closed, fill, stroke } => {
                surface.set_fill(fill.map(filled));
                surface.set_stroke(stroke.map(|stroke| {
                    Stroke {
                        paint: luma::Color::black().into(),
                        width: points(stroke.width),
                        dash: stroke
                            .dashed
                            .then(|| StrokeDash { array: vec![points(DASHES.0), points(DASHES.1)], offset: 0.0 }),
                        ..Stroke::default()
                    }
                }));
                if let Some(path) = outline(segs, *closed) {
                    surface.draw_path(&path);
                }
            }
            Draw::Text { at, size, face, upwards, text, broken, .. } => {
                surface.set_fill(Some(filled(Colour::BLACK)));
                surface.set_stroke(None);
                let (x, y) = (points(at.x), points(at.y));
                let turn = if *upwards { (0.0, -1.0, 1.0, 0.0) } else { (1.0, 0.0, 0.0, 1.0) };
                surface.push_transform(&Transform::from_row(turn.0, turn.1, turn.2, turn.3, x, y));
                let end = if *broken { None } else { Some(' ') };
                self.line(surface, (*face, *size), text, end);
                surface.pop();
            }
            Draw::Image { area, picture } => draw_picture(surface, *area, picture),
            Draw::Link { .. } => {}
        }
    }

    /// One line of text at the origin. A blank ends it, so that no two lines run into one word when they are read out.
    fn line(&self, surface: &mut Surface, (face, size): (Face, i32), text: &str, end: Option<char>) {
        let font = self.fonts.font(face);
        let scale = f32::from(font.face.units_per_em().max(1));
        let (mut glyphs, mut said) = (Vec::with_capacity(text.len() + 1), String::with_capacity(text.len() + 1));
        for character in text.chars().chain(end) {
            let Some(id) = font.glyph(character) else { continue };
            let start = said.len();
            said.push(archived(character));
            let advance = f32::from(font.advance(character).unwrap_or(0)) / scale;
            let id = GlyphId::new(u32::from(id));
            glyphs.push(KrillaGlyph::new(id, advance, 0.0, 0.0, 0.0, start..said.len(), None));
        }
        let font = if face == Face::Bold { &self.bold } else { &self.regular };
        surface.draw_glyphs(krilla::geom::Point::from_xy(0.0, 0.0), &glyphs, font.clone(), &said, points(size), false);
    }

    fn link(&self, page: &Page, area: Area, number: usize, role: &Role) -> Option<Annotation> {
        let (Role::Symbol { told, .. } | Role::Entry { told, .. }) = role else { return None };
        let at = number.checked_sub(1)?;
        let target = self.pages.get(at)?;
        let goal = XyzDestination::new(at, point(Point::new(0, page.goal(area, target))));
        let rect = Rect::from_xywh(points(area.x), points(area.y), points(area.w), points(area.h))?;
        let link = LinkAnnotation::new(rect, Target::Destination(Destination::Xyz(goal)));
        Some(Annotation::new_link(link, Some(told.clone())))
    }
}

/// The whole page cut into stretches with and without a role, in the order they are drawn.
fn stretches(page: &Page) -> Vec<Stretch<'_>> {
    let mut marks: Vec<_> = page.marks.iter().collect();
    marks.sort_by_key(|mark| mark.ops.start);
    let mut cut: Vec<Stretch> = Vec::with_capacity(marks.len() * 2 + 1);
    let mut next = 0;
    for mark in marks {
        if next < mark.ops.start {
            cut.push((next..mark.ops.start, None));
        }
        let start = mark.ops.start.max(next);
        let end = mark.ops.end.min(page.ops.len());
        if start >= end {
            continue;
        }
        match cut.last_mut() {
            // The lines of a list item come one by one, and a word may go on from one to the next.
            Some((ops, Some(role))) if ops.end == start && *role == &mark.role => ops.end = end,
            _ => cut.push((start..end, Some(&mark.role))),
        }
        next = end;
    }
    if next < page.ops.len() {
        cut.push((next..page.ops.len(), None));
    }
    cut
}

/// The standards forbid characters of private use and marks of byte order, which fonts draw all the same.
fn archived(character: char) -> char {
    match character {
        '\0' | '\u{FEFF}' | '\u{FFFE}' | '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}' => UNKNOWN,
        other => other,
    }
}

fn points(length: i32) -> f32 {
    length as f32 / PT as f32
}

fn point(point: Point) -> krilla::geom::Point {
    krilla::geom::Point::from_xy(points(point.x), points(point.y))
}

fn draw_picture(surface: &mut Surface, area: Area, picture: &Picture) {
    let Some(size) = Size::from_wh(points(area.w), points(area.h)) else { return };
    let rgba = picture.rgb.chunks_exact(3).flat_map(|dot| [dot[0], dot[1], dot[2], 255]).collect();
    let image = Image::from_rgba8(rgba, picture.width, picture.height);
    surface.push_transform(&Transform::from_translate(points(area.x), points(area.y)));
    surface.draw_image(image, size);
    surface.pop();
}

fn filled(colour: Colour) -> Fill {
    let paint = match colour.grey() {
        Some(level) => luma::Color::new(level).into(),
        None => rgb::Color::new(colour.0, colour.1, colour.2).into(),
    };
    Fill { paint, opacity: NormalizedF32::ONE, rule: Default::default() }
}

fn outline(segs: &[Seg], closed: bool) -> Option<krilla::geom::Path> {
    let mut builder = PathBuilder::new();
    for seg in segs {
        match *seg {
            Seg::Move(to) => builder.move_to(points(to.x), points(to.y)),
            Seg::Line(to) => builder.line_to(points(to.x), points(to.y)),
            Seg::Curve(one, two, to) => {
                let [one, two, to] = [one, two, to].map(point);
                builder.cubic_to(one.x, one.y, two.x, two.y, to.x, to.y);
            }
        }
    }
    if closed {
        builder.close();
    }
    builder.finish()
}
