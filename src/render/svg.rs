//! Pages → SVG: the draw list written out; nothing is decided here.

use super::fonts::FAMILIES;
use super::logo;
use crate::layout::{Area, Colour, Draw, Face, Page, Picture, Point, Seg};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::fmt::Write;

/// Space between pages that stand under each other, in hundredths of a point.
const GAP: i32 = 2000;

/// One SVG with all pages under each other.
pub fn render(pages: &[Page]) -> String {
    let width = pages.iter().map(|page| page.width).max().unwrap_or(0);
    let height = pages.iter().map(|page| page.height + GAP).sum::<i32>() - if pages.is_empty() { 0 } else { GAP };
    let mut out = String::new();
    open(&mut out, width, height, "SOP");
    let mut y = 0;
    for (at, page) in pages.iter().enumerate() {
        let _ = writeln!(out, "<g id=\"halaman-{}\" transform=\"translate(0 {})\">", at + 1, Length(y));
        write_page(&mut out, page);
        out.push_str("</g>\n");
        y += page.height + GAP;
    }
    out.push_str("</svg>\n");
    out
}

/// One SVG for each page.
pub fn render_pages(pages: &[Page]) -> Vec<String> {
    let single = |(at, page): (usize, &Page)| {
        let mut out = String::new();
        open(&mut out, page.width, page.height, &format!("{}, halaman {}", page.bookmark, at + 1));
        write_page(&mut out, page);
        out.push_str("</svg>\n");
        out
    };
    pages.iter().enumerate().map(single).collect()
}

fn open(out: &mut String, width: i32, height: i32, title: &str) {
    let (width, height) = (Length(width), Length(height));
    let _ = writeln!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" lang=\"id\" width=\"{width}pt\" height=\"{height}pt\" \
         viewBox=\"0 0 {width} {height}\" font-family=\"{FAMILIES}\">\n<title>{}</title>",
        escape(title)
    );
}

fn write_page(out: &mut String, page: &Page) {
    let _ = writeln!(out, "<rect width=\"{}\" height=\"{}\" fill=\"#fff\"/>", Length(page.width), Length(page.height));
    for op in &page.ops {
        write_op(out, op);
    }
}

fn write_op(out: &mut String, op: &Draw) {
    // Writing to a String does not fail.
    let _ = match op {
        Draw::Path { segs, closed, fill, stroke } => {
            out.push_str("<path d=\"");
            segs.iter().for_each(|seg| write_seg(out, *seg));
            let end = if *closed { "Z" } else { "" };
            let fill = fill.map_or("none".to_owned(), |Colour(r, g, b)| format!("#{r:02x}{g:02x}{b:02x}"));
            let line =
                stroke.map_or(String::new(), |it| format!(" stroke=\"#000\" stroke-width=\"{}\"", Length(it.width)));
            writeln!(out, "{end}\" fill=\"{fill}\"{line}/>")
        }
        Draw::Text { at, size, face, width, upwards, text } => {
            let place = if *upwards {
                format!("transform=\"translate({}) rotate(-90)\"", Pair(*at, ' '))
            } else {
                format!("x=\"{}\" y=\"{}\"", Length(at.x), Length(at.y))
            };
            let weight = if *face == Face::Bold { " font-weight=\"bold\"" } else { "" };
            let (size, width, text) = (Length(*size), Length(*width), escape(text));
            writeln!(out, "<text {place} font-size=\"{size}\"{weight} textLength=\"{width}\">{text}</text>")
        }
        Draw::Image { area, picture } => write_image(out, *area, picture),
        Draw::Link { area, page } => writeln!(
            out,
            "<a href=\"#halaman-{page}\"><rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill-opacity=\"0\"/></a>",
            Length(area.x),
            Length(area.y),
            Length(area.w),
            Length(area.h)
        ),
    };
}

fn write_image(out: &mut String, area: Area, picture: &Picture) -> std::fmt::Result {
    let (x, y, width, height) = (Length(area.x), Length(area.y), Length(area.w), Length(area.h));
    let data = STANDARD.encode(logo::png(picture));
    writeln!(
        out,
        "<image x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" href=\"data:image/png;base64,{data}\"/>"
    )
}

fn write_seg(out: &mut String, seg: Seg) {
    let _ = match seg {
        Seg::Move(to) => write!(out, "M{}", Pair(to, ' ')),
        Seg::Line(to) => write!(out, "L{}", Pair(to, ' ')),
        Seg::Curve(first, second, to) => {
            write!(out, "C{} {} {}", Pair(first, ' '), Pair(second, ' '), Pair(to, ' '))
        }
    };
}

/// A length in points, with as many decimals as it needs.
pub(super) struct Length(pub i32);

impl std::fmt::Display for Length {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, rest) = (self.0.abs() / 100, self.0.abs() % 100);
        match (rest, rest % 10) {
            (0, _) => write!(out, "{sign}{whole}"),
            (_, 0) => write!(out, "{sign}{whole}.{}", rest / 10),
            _ => write!(out, "{sign}{whole}.{rest:02}"),
        }
    }
}

struct Pair(Point, char);

impl std::fmt::Display for Pair {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}{}{}", Length(self.0.x), self.1, Length(self.0.y))
    }
}

/// Text as it may stand in XML and HTML.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other if other.is_control() => out.push('\u{FFFD}'),
            other => out.push(other),
        }
    }
    out
}
