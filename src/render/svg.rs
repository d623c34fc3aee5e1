//! Pages → SVG: the draw list written out; nothing is decided here.

use super::logo;
use crate::layout::{Area, Colour, DASHES, Draw, Face, Page, Picture, Point, Role, Seg, Shape, Stroke};
use crate::plain::is_unsafe;
use crate::vocabulary::form_words::page_word;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::fmt::Write;

/// Space between pages that stand under each other, in hundredths of a point.
const GAP: i32 = 2000;

/// One SVG with all pages under each other, in letters of these families, as [`Fonts::families`](super::fonts::Fonts::families)
/// names them. Nothing is embedded: a viewer that lacks the first family takes the next and spaces its letters so that every
/// line keeps its width.
pub fn render(pages: &[Page], families: &str) -> String {
    let width = pages.iter().map(|page| page.width).max().unwrap_or(0);
    let height = pages.iter().map(|page| page.height + GAP).sum::<i32>() - if pages.is_empty() { 0 } else { GAP };
    let mut out = String::new();
    open(&mut out, (width, height), families, "SOP");
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

/// One SVG for each page, in letters of these families.
pub fn render_pages(pages: &[Page], families: &str) -> Vec<String> {
    let single = |(at, page): (usize, &Page)| {
        let mut out = String::new();
        let title = format!("{}, halaman {}", page.bookmark, at + 1);
        open(&mut out, (page.width, page.height), families, &title);
        write_page(&mut out, page);
        out.push_str("</svg>\n");
        out
    };
    pages.iter().enumerate().map(single).collect()
}

fn open(out: &mut String, (width, height): (i32, i32), families: &str, title: &str) {
    let (width, height) = (Length(width), Length(height));
    let _ = writeln!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" lang=\"id\" width=\"{width}pt\" height=\"{height}pt\" \
         viewBox=\"0 0 {width} {height}\" role=\"group\" font-family=\"{}\">\n<title>{}</title>",
        escape(families),
        escape(title)
    );
}

fn write_page(out: &mut String, page: &Page) {
    let _ = writeln!(out, "<rect width=\"{}\" height=\"{}\" fill=\"#fff\"/>", Length(page.width), Length(page.height));
    for (at, op) in page.ops.iter().enumerate() {
        match op {
            Draw::Image { area, picture } => write_image(out, *area, picture, emblem(page, at)),
            op => write_op(out, op, page),
        }
    }
    for (place, told) in page.shapes.iter().zip(&page.told) {
        let is_link = matches!(place.shape, Shape::Pentagon(_)) && linked(page, place.area);
        if !told.is_empty() && !is_link {
            let _ = writeln!(
                out,
                "<rect role=\"img\" {} fill-opacity=\"0\"><title>{}</title></rect>",
                Edges(place.area),
                escape(told)
            );
        }
    }
}

fn linked(page: &Page, wanted: Area) -> bool {
    page.ops.iter().any(|op| matches!(op, Draw::Link { area, .. } if *area == wanted))
}

/// What a link to another page says: the symbol it lies on, else only where it goes.
fn link_words(page: &Page, wanted: Area, target: usize) -> String {
    let told = page.shapes.iter().zip(&page.told).find(|(place, _)| place.area == wanted).map(|(_, told)| told);
    told.map_or_else(|| page_word(target), |told| format!("{told}, {}", page_word(target)))
}

fn write_op(out: &mut String, op: &Draw, page: &Page) {
    // Writing to a String does not fail.
    let _ = match op {
        Draw::Path { segs, closed, fill, stroke } => {
            out.push_str("<path d=\"");
            segs.iter().for_each(|seg| write_seg(out, *seg));
            let end = if *closed { "Z" } else { "" };
            let fill = fill.map_or("none".to_owned(), |Colour(r, g, b)| format!("#{r:02x}{g:02x}{b:02x}"));
            let dashes = |it: Stroke| match it.dashed {
                true => format!(" stroke-dasharray=\"{} {}\"", Length(DASHES.0), Length(DASHES.1)),
                false => String::new(),
            };
            let line = |it: Stroke| format!(" stroke=\"#000\" stroke-width=\"{}\"{}", Length(it.width), dashes(it));
            let line = stroke.map(line).unwrap_or_default();
            writeln!(out, "{end}\" fill=\"{fill}\"{line}/>")
        }
        Draw::Text { at, size, face, width, upwards, text, .. } => {
            let place = if *upwards {
                format!("transform=\"translate({}) rotate(-90)\"", Pair(*at, ' '))
            } else {
                format!("x=\"{}\" y=\"{}\"", Length(at.x), Length(at.y))
            };
            let weight = if *face == Face::Bold { " font-weight=\"bold\"" } else { "" };
            let (size, width, text) = (Length(*size), Length(*width), escape(text));
            writeln!(out, "<text {place} font-size=\"{size}\"{weight} textLength=\"{width}\">{text}</text>")
        }
        Draw::Image { .. } => Ok(()),
        Draw::Link { area, page: target } => writeln!(
            out,
            "<a href=\"#halaman-{target}\"><rect {} fill-opacity=\"0\"/><title>{}</title></a>",
            Edges(*area),
            escape(&link_words(page, *area, *target))
        ),
    };
}

/// What is said instead of the emblem that is this drawing of the page.
fn emblem(page: &Page, at: usize) -> &str {
    let told = page.marks.iter().filter(|mark| mark.ops.contains(&at)).find_map(|mark| match &mark.role {
        Role::Emblem(told) => Some(told.as_str()),
        _ => None,
    });
    told.unwrap_or_default()
}

fn write_image(out: &mut String, area: Area, picture: &Picture, told: &str) {
    let data = STANDARD.encode(logo::png(picture));
    let _ = writeln!(
        out,
        "<image role=\"img\" {} href=\"data:image/png;base64,{data}\"><title>{}</title></image>",
        Edges(area),
        escape(told)
    );
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

/// The place of an upright rectangle as attributes.
struct Edges(Area);

impl std::fmt::Display for Edges {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Area { x, y, w, h } = self.0;
        write!(out, "x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"", Length(x), Length(y), Length(w), Length(h))
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
            '\n' | '\r' | '\t' => out.push(' '),
            other if is_unsafe(other) => out.push('\u{FFFD}'),
            other => out.push(other),
        }
    }
    out
}
