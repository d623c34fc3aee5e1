//! Pages → PNG: the draw list as dots, in greys, with the outlines of the print's own fonts.

use super::fonts::{FontError, Fonts};
use crate::layout::{Draw, Page, Point, Seg};
use png::{BitDepth, ColorType, Encoder, EncodingError, PixelDimensions, Unit};
use tiny_skia::{Color, FillRule, Paint, Path, PathBuilder, Pixmap, Stroke, Transform};
use ttf_parser::OutlineBuilder;

/// Dots per inch that can be asked for.
pub const DPI: std::ops::RangeInclusive<u16> = 30..=600;

/// A page could not be drawn as dots.
#[derive(Debug, thiserror::Error)]
pub enum PngError {
    /// The fonts carried in the program are damaged.
    #[error(transparent)]
    Font(#[from] FontError),
    /// The page has no size, or one beyond all measure.
    #[error("halaman tidak dapat digambar sebesar itu")]
    Size,
    /// The file could not be put together.
    #[error("berkas PNG tidak dapat disusun: {0}")]
    Encoding(#[from] EncodingError),
}

/// One file for each page, at so many dots per inch, brought into [`DPI`]. The same pages give the same bytes.
pub fn render(pages: &[Page], dpi: u16) -> Result<Vec<Vec<u8>>, PngError> {
    let fonts = Fonts::load()?;
    let dpi = dpi.clamp(*DPI.start(), *DPI.end());
    pages.iter().map(|page| encoded(&drawn(page, dpi, &fonts)?, dpi)).collect()
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
    fonts: &'a Fonts,
}

impl Canvas<'_> {
    fn draw(&mut self, op: &Draw) {
        match op {
            Draw::Path { segs, closed, fill, stroke } => {
                let Some(path) = outline(segs, *closed) else { return };
                if let Some(grey) = fill {
                    self.fill(&path, *grey, Transform::from_scale(self.scale, self.scale));
                }
                if let Some(line) = stroke {
                    let stroke = Stroke { width: line.width as f32, ..Stroke::default() };
                    let transform = Transform::from_scale(self.scale, self.scale);
                    self.map.stroke_path(&path, &paint(0), &stroke, transform, None);
                }
            }
            Draw::Text { .. } => self.write(op),
            Draw::Link { .. } => {}
        }
    }

    fn fill(&mut self, path: &Path, grey: u8, transform: Transform) {
        self.map.fill_path(path, &paint(grey), FillRule::Winding, transform, None);
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
        self.fill(&path, 0, transform);
    }
}

fn paint(grey: u8) -> Paint<'static> {
    let mut paint = Paint::default();
    paint.set_color_rgba8(grey, grey, grey, 255);
    paint
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

/// Eight-bit greys; the resolution is told, so that the picture prints in the size of its paper.
fn encoded(map: &Pixmap, dpi: u16) -> Result<Vec<u8>, PngError> {
    // Every dot is opaque and grey: one of its colours says it all.
    let greys: Vec<u8> = map.data().iter().step_by(4).copied().collect();
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, map.width(), map.height());
    encoder.set_color(ColorType::Grayscale);
    encoder.set_depth(BitDepth::Eight);
    let per_metre = (u32::from(dpi) * 10_000 + 127) / 254;
    encoder.set_pixel_dims(Some(PixelDimensions { xppu: per_metre, yppu: per_metre, unit: Unit::Meter }));
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&greys)?;
    writer.finish()?;
    Ok(bytes)
}
