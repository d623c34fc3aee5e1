//! Pages → PNG: the draw list as dots, in greys or colours, with the outlines of the print's own fonts.

use super::fonts::Fonts;
use super::logo::{dots, halved};
use crate::layout::{Area, Colour, DASHES, Draw, Ink, Page, Picture, Point, Seg};
use png::{BitDepth, ColorType, Encoder, EncodingError, PixelDimensions, Unit};
use tiny_skia::{
    Color, FillRule, FilterQuality, Paint, Path, PathBuilder, Pixmap, PixmapPaint, Stroke, StrokeDash, Transform,
};
use ttf_parser::OutlineBuilder;

/// Dots per inch that can be asked for.
pub const DPI: std::ops::RangeInclusive<u16> = 30..=600;

/// A page could not be drawn as dots.
#[derive(Debug, thiserror::Error)]
pub enum PngError {
    /// The page has no size, or one beyond all measure.
    #[error("halaman tidak dapat digambar sebesar itu")]
    Size,
    /// The file could not be put together.
    #[error("berkas PNG tidak dapat disusun: {0}")]
    Encoding(#[from] EncodingError),
}

/// One file for each page, at so many dots per inch, brought into [`DPI`]. The same pages give the same bytes.
pub fn render(pages: &[Page], fonts: &Fonts, dpi: u16) -> Result<Vec<Vec<u8>>, PngError> {
    let dpi = dpi.clamp(*DPI.start(), *DPI.end());
    pages.iter().map(|page| encoded(&drawn(page, dpi, fonts)?, page.ink, dpi)).collect()
}

fn drawn(page: &Page, dpi: u16, fonts: &Fonts) -> Result<Pixmap, PngError> {
    // Hundredths of a point to dots.
    let scale = f32::from(dpi) / 7200.0;
    let dots = |length: i32| (length as f32 * scale).ceil().max(0.0) as u32;
    let mut map = Pixmap::new(dots(page.width), dots(page.height)).ok_or(PngError::Size)?;
    map.fill(Color::WHITE);
    let mut canvas = Canvas { map, scale, fonts };
    page.ops.iter().for_each(|op| canvas.draw(op));
    Ok(canvas.map)
}

struct Canvas<'a> {
    map: Pixmap,
    scale: f32,
    fonts: &'a Fonts<'a>,
}

impl Canvas<'_> {
    fn draw(&mut self, op: &Draw) {
        match op {
            Draw::Path { segs, closed, fill, stroke } => {
                let Some(path) = outline(segs, *closed) else { return };
                if let Some(colour) = fill {
                    self.fill(&path, *colour, Transform::from_scale(self.scale, self.scale));
                }
                if let Some(line) = stroke {
                    let stroke = Stroke { width: line.width as f32, dash: dashes(line.dashed), ..Stroke::default() };
                    let transform = Transform::from_scale(self.scale, self.scale);
                    self.map.stroke_path(&path, &paint(Colour::BLACK), &stroke, transform, None);
                }
            }
            Draw::Text { .. } => self.write(op),
            Draw::Image { area, picture } => self.show(*area, picture),
            Draw::Link { .. } => {}
        }
    }

    /// A picture, made smaller by halves as far as it goes, so that every dot of it counts.
    fn show(&mut self, area: Area, picture: &Picture) {
        let Some(mut map) = dots(picture) else { return };
        let (width, height) = (area.w as f32 * self.scale, area.h as f32 * self.scale);
        while map.width() as f32 >= 2.0 * width && map.height() as f32 >= 2.0 * height {
            let Some(half) = halved(&map).filter(|half| half.width() < map.width()) else { break };
            map = half;
        }
        let transform = Transform::from_scale(width / map.width() as f32, height / map.height() as f32)
            .post_translate(area.x as f32 * self.scale, area.y as f32 * self.scale);
        let paint = PixmapPaint { quality: FilterQuality::Bilinear, ..PixmapPaint::default() };
        self.map.draw_pixmap(0, 0, map.as_ref(), &paint, transform, None);
    }

    fn fill(&mut self, path: &Path, colour: Colour, transform: Transform) {
        self.map.fill_path(path, &paint(colour), FillRule::Winding, transform, None);
    }

    fn write(&mut self, op: &Draw) {
        let Draw::Text { at, size, face, upwards, text, .. } = op else { return };
        let font = self.fonts.font(*face);
        let em = *size as f32 / f32::from(font.face.units_per_em().max(1));
        let mut letters = Letters { path: PathBuilder::new(), pen: 0.0 };
        for character in text.chars() {
            if let Some(glyph) = font.face.glyph_index(character) {
                font.face.outline_glyph(glyph, &mut letters);
            }
            letters.pen += f32::from(font.advance(character).unwrap_or(0));
        }
        let Some(path) = letters.path.finish() else { return };
        // Fonts count upwards, pages downwards.
        let turned = if *upwards { Transform::from_rotate(-90.0) } else { Transform::identity() };
        let transform = Transform::from_scale(em, -em)
            .post_concat(turned)
            .post_translate(at.x as f32, at.y as f32)
            .post_scale(self.scale, self.scale);
        self.fill(&path, Colour::BLACK, transform);
    }
}

fn paint(Colour(red, green, blue): Colour) -> Paint<'static> {
    let mut paint = Paint::default();
    paint.set_color_rgba8(red, green, blue, 255);
    paint
}

fn dashes(dashed: bool) -> Option<StrokeDash> {
    dashed.then(|| StrokeDash::new(vec![DASHES.0 as f32, DASHES.1 as f32], 0.0))?
}

fn outline(segs: &[Seg], closed: bool) -> Option<Path> {
    let mut path = PathBuilder::new();
    let pair = |point: Point| (point.x as f32, point.y as f32);
    for seg in segs {
        match *seg {
            Seg::Move(to) => path.move_to(pair(to).0, pair(to).1),
            Seg::Line(to) => path.line_to(pair(to).0, pair(to).1),
            Seg::Curve(first, second, to) => {
                let ((ax, ay), (bx, by), (x, y)) = (pair(first), pair(second), pair(to));
                path.cubic_to(ax, ay, bx, by, x, y);
            }
        }
    }
    if closed {
        path.close();
    }
    path.finish()
}

/// The outlines of a line of text, in font units from the start of its baseline.
struct Letters {
    path: PathBuilder,
    pen: f32,
}

impl OutlineBuilder for Letters {
    fn move_to(&mut self, x: f32, y: f32) {
        self.path.move_to(self.pen + x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.path.line_to(self.pen + x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.path.quad_to(self.pen + x1, y1, self.pen + x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.path.cubic_to(self.pen + x1, y1, self.pen + x2, y2, self.pen + x, y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}

/// Eight-bit greys, or colours where the page has them; the resolution is told, so that the picture prints in the size of its paper.
fn encoded(map: &Pixmap, ink: Ink, dpi: u16) -> Result<Vec<u8>, PngError> {
    // Every dot is opaque; of a grey one of its colours says it all.
    let (kind, parts) = match ink {
        Ink::Mono => (ColorType::Grayscale, 1),
        Ink::Colour => (ColorType::Rgb, 3),
    };
    let data: Vec<u8> = map.data().chunks_exact(4).flat_map(|dot| &dot[..parts]).copied().collect();
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, map.width(), map.height());
    encoder.set_color(kind);
    encoder.set_depth(BitDepth::Eight);
    let per_metre = (u32::from(dpi) * 10_000 + 127) / 254;
    encoder.set_pixel_dims(Some(PixelDimensions { xppu: per_metre, yppu: per_metre, unit: Unit::Meter }));
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&data)?;
    writer.finish()?;
    Ok(bytes)
}
