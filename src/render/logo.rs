//! A PNG or SVG file → the emblem as dots on white, as many as a print can use.

mod effort;

use crate::layout::Picture;
use resvg::tiny_skia::{Color, FilterQuality, Pixmap, PixmapPaint, Transform};
use resvg::usvg;

/// Dots of the longer side, at most: 64 pt at 600 dots per inch.
const MOST: u32 = 560;
/// Bytes of the file, at most.
const LARGEST: usize = 20 << 20;
/// Dots of a PNG, at most.
const MOST_DOTS: u64 = 40_000_000;
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// A file cannot be the emblem.
#[derive(Debug, thiserror::Error)]
pub enum LogoError {
    /// Neither PNG nor SVG.
    #[error("logo harus berkas PNG atau SVG; simpan gambar lain sebagai PNG dahulu")]
    Kind,
    /// Too many bytes or dots.
    #[error("logo terlalu besar; perkecil dahulu, {MOST} titik per sisi sudah cukup")]
    Large,
    /// A PNG that is damaged.
    #[error("PNG ini tidak utuh atau tidak dapat dibaca; simpan ulang, lalu coba lagi")]
    Png,
    /// An SVG whose drawing would be endless work.
    #[error("SVG ini terlalu rumit untuk sebuah logo ({0}); simpan sebagai PNG")]
    Work(&'static str, &'static str),
    /// An SVG that is damaged.
    #[error("SVG ini tidak dapat dibaca ({0}); simpan ulang, atau simpan sebagai PNG")]
    Svg(#[from] usvg::Error),
}

/// The emblem from the bytes of its file, its colours kept, what is see-through made white.
///
/// # Errors
/// Where the file is too large, of another kind, or damaged. Letters in an SVG are not drawn: they belong into paths.
pub fn picture(bytes: &[u8]) -> Result<Picture, LogoError> {
    if bytes.len() > LARGEST {
        return Err(LogoError::Large);
    }
    let dots = if bytes.starts_with(PNG) { from_png(bytes)? } else { from_svg(bytes)? };
    Ok(on_white(&dots))
}

fn from_png(bytes: &[u8]) -> Result<Pixmap, LogoError> {
    // Width and height stand at a fixed place, so that no room is made for dots that are only claimed.
    let side = |at: usize| bytes.get(at..at + 4).and_then(|it| it.try_into().ok()).map(u32::from_be_bytes);
    let (Some(width), Some(height)) = (side(16), side(20)) else { return Err(LogoError::Png) };
    if u64::from(width) * u64::from(height) > MOST_DOTS {
        return Err(LogoError::Large);
    }
    let mut dots = Pixmap::decode_png(bytes).map_err(|_| LogoError::Png)?;
    while dots.width().max(dots.height()) > MOST {
        dots = halved(&dots).ok_or(LogoError::Png)?;
    }
    Ok(dots)
}

/// Half as wide and high: every dot the mean of four.
pub(super) fn halved(dots: &Pixmap) -> Option<Pixmap> {
    let mut half = Pixmap::new(dots.width().div_ceil(2), dots.height().div_ceil(2))?;
    let paint = PixmapPaint { quality: FilterQuality::Bilinear, ..PixmapPaint::default() };
    half.draw_pixmap(0, 0, dots.as_ref(), &paint, Transform::from_scale(0.5, 0.5), None);
    Some(half)
}

fn from_svg(bytes: &[u8]) -> Result<Pixmap, LogoError> {
    let begins = bytes.iter().find(|byte| !byte.is_ascii_whitespace() && !matches!(byte, 0xef | 0xbb | 0xbf));
    if begins != Some(&b'<') {
        return Err(LogoError::Kind);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| usvg::Error::NotAnUtf8Str)?;
    let tree = effort::tree(text)?;
    let size = tree.size();
    let scale = MOST as f32 / size.width().max(size.height());
    let side = |length: f32| ((length * scale).round() as u32).clamp(1, MOST);
    let mut dots = Pixmap::new(side(size.width()), side(size.height())).ok_or(LogoError::Large)?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut dots.as_mut());
    Ok(dots)
}

fn on_white(dots: &Pixmap) -> Picture {
    let (width, height) = (dots.width(), dots.height());
    // Colours are kept multiplied by how solid they are: white shines through with the rest.
    let rgb = dots.pixels().iter().flat_map(|dot| {
        let white = 255 - dot.alpha();
        [dot.red() + white, dot.green() + white, dot.blue() + white]
    });
    Picture { width, height, rgb: rgb.collect() }
}

/// The picture as a PNG file; empty where it holds other than it says.
pub fn png(picture: &Picture) -> Vec<u8> {
    dots(picture).and_then(|dots| dots.encode_png().ok()).unwrap_or_default()
}

/// The picture as dots to draw with.
pub(super) fn dots(picture: &Picture) -> Option<Pixmap> {
    let mut dots = Pixmap::new(picture.width, picture.height)?;
    for (dot, rgb) in dots.pixels_mut().iter_mut().zip(picture.rgb.chunks_exact(3)) {
        *dot = Color::from_rgba8(rgb[0], rgb[1], rgb[2], 255).premultiply().to_color_u8();
    }
    Some(dots)
}
