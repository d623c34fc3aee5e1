//! The draw list of a page → its content stream, whose y runs upwards from the lower edge.
//!
//! printpdf could write it from operators of its own; that took as long as all the rest of a print.

use super::font::{self, Letters};
use super::picture;
use crate::layout::{Area, Colour, DASHES, Draw, Face, Page, Picture, Point, Seg, Stroke};
use crate::render::print::unbroken;
use std::fmt::Display;
use std::io::Write;

const HEX: &[u8; 16] = b"0123456789ABCDEF";

/// What is drawn on a page, in operators of PDF; `letters` are those of the whole print.
pub(super) fn stream(page: &Page, letters: &[Letters]) -> Vec<u8> {
    let bytes = Vec::with_capacity(page.ops.len() * 48);
    let mut writer = Writer { height: page.height, letters, bytes, colour: None, width: None, font: None, line: None };
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
                Draw::Link { .. } => {}
            }
        }
        if whole.is_some() {
            writer.end_word();
        }
    }
    writer.end_text();
    writer.bytes
}

/// The area that a path of four corners goes round, if it is one: most of a page is cells, and they take a third so.
fn rectangle(segs: &[Seg]) -> Option<Area> {
    let [Seg::Move(a), Seg::Line(b), Seg::Line(c), Seg::Line(d)] = *segs else { return None };
    let upright = (a.x, b.y, c.x, d.y) == (d.x, a.y, b.x, c.y);
    (upright && a.x < c.x && a.y < c.y).then(|| Area::new(a.x, a.y, c.x - a.x, c.y - a.y))
}

struct Writer<'a> {
    height: i32,
    letters: &'a [Letters],
    bytes: Vec<u8>,
    /// Colour, line width and font that hold at this point.
    colour: Option<Colour>,
    width: Option<i32>,
    font: Option<(Face, i32)>,
    /// Where the line of text before began, while its section of text is open.
    line: Option<Point>,
}

impl Writer<'_> {
    fn word(&mut self, word: impl Display) {
        // A vector takes whatever is written.
        let _ = write!(self.bytes, "{word} ");
    }

    fn operator(&mut self, name: &str) {
        self.bytes.extend_from_slice(name.as_bytes());
        self.bytes.push(b'\n');
    }

    /// A length in points.
    fn length(&mut self, hundredths: i32) {
        let (whole, rest) = (hundredths.abs() / 100, hundredths.abs() % 100);
        let sign = if hundredths < 0 { "-" } else { "" };
        match (rest, rest % 10) {
            (0, _) => self.word(format_args!("{sign}{whole}")),
            (_, 0) => self.word(format_args!("{sign}{whole}.{}", rest / 10)),
            _ => self.word(format_args!("{sign}{whole}.{rest:02}")),
        }
    }

    fn lengths(&mut self, all: &[i32]) {
        all.iter().for_each(|hundredths| self.length(*hundredths));
    }

    fn point(&mut self, point: Point) {
        self.lengths(&[point.x, self.height - point.y]);
    }

    fn fill(&mut self, colour: Colour) {
        if self.colour.replace(colour) == Some(colour) {
            return;
        }
        let share = |part: u8| f32::from(part) / 255.0;
        match colour.grey() {
            Some(grey) => {
                self.word(share(grey));
                self.operator("g");
            }
            None => {
                [colour.0, colour.1, colour.2].map(share).into_iter().for_each(|it| self.word(it));
                self.operator("rg");
            }
        }
    }

    fn image(&mut self, area: Area, picture: &Picture) {
        self.end_text();
        self.operator("q");
        // Of itself it is one point wide and high.
        self.lengths(&[area.w, 0, 0, area.h, area.x, self.height - area.bottom()]);
        self.operator("cm");
        self.word(format_args!("/{}", picture::id(picture).0));
        self.operator("Do");
        self.operator("Q");
    }

    fn path(&mut self, segs: &[Seg], closed: bool, fill: Option<Colour>, stroke: Option<Stroke>) {
        self.end_text();
        if let Some(colour) = fill {
            self.fill(colour);
        }
        let dashed = stroke.is_some_and(|stroke| stroke.dashed);
        if dashed {
            self.dashes(&[DASHES.0, DASHES.1]);
        }
        if let Some(Stroke { width, .. }) = stroke
            && self.width.replace(width) != Some(width)
        {
            self.length(width);
            self.operator("w");
        }
        match rectangle(segs) {
            Some(area) if closed => {
                self.lengths(&[area.x, self.height - area.bottom(), area.w, area.h]);
                self.operator("re");
            }
            _ => segs.iter().for_each(|seg| self.seg(seg)),
        }
        self.operator(match (closed, fill, stroke) {
            (false, _, _) => "S",
            (true, Some(_), Some(_)) => "b",
            (true, Some(_), None) => "f",
            (true, None, _) => "s",
        });
        if dashed {
            self.dashes(&[]);
        }
    }

    fn dashes(&mut self, lengths: &[i32]) {
        self.bytes.push(b'[');
        self.lengths(lengths);
        self.bytes.extend_from_slice(b"] 0 ");
        self.operator("d");
    }

    fn seg(&mut self, seg: &Seg) {
        match *seg {
            Seg::Move(to) => {
                self.point(to);
                self.operator("m");
            }
            Seg::Line(to) => {
                self.point(to);
                self.operator("l");
            }
            Seg::Curve(first, second, to) => {
                [first, second, to].into_iter().for_each(|point| self.point(point));
                self.operator("c");
            }
        }
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
            self.operator("BT");
        }
        self.set_font(*face, *size);
        if *upwards {
            self.bytes.extend_from_slice(b"0 1 -1 0 ");
            self.point(*at);
            self.operator("Tm");
        } else {
            match before {
                None => self.point(*at),
                Some(before) => self.lengths(&[at.x - before.x, before.y - at.y]),
            }
            self.operator("Td");
        }
        self.show(*face, text);
        if *upwards {
            self.end_text();
        }
    }

    fn set_font(&mut self, face: Face, size: i32) {
        if self.font.replace((face, size)) != Some((face, size)) {
            self.word(format_args!("/{}", font::id(face).0));
            self.length(size);
            self.operator("Tf");
        }
    }

    fn show(&mut self, face: Face, text: &str) {
        let codes = self.letters.iter().filter(|letters| letters.face == face).map(|letters| &letters.codes).next();
        // The layout has already replaced what the font lacks.
        let of = |character| codes.and_then(|codes| codes.get(&u32::from(character))).copied();
        self.hex(text.chars().filter_map(of));
        self.operator("Tj");
    }

    /// Numbers of two bytes as a string.
    fn hex(&mut self, units: impl Iterator<Item = u16>) {
        self.bytes.push(b'<');
        for unit in units {
            let digit = |at: u32| HEX[usize::from(unit >> (4 * at) & 15)];
            self.bytes.extend_from_slice(&[digit(3), digit(2), digit(1), digit(0)]);
        }
        self.bytes.extend_from_slice(b"> ");
    }

    fn end_text(&mut self) {
        if self.line.take().is_some() {
            self.operator("ET");
        }
    }

    /// What follows is found and copied as this, however many lines it takes.
    fn begin_word(&mut self, word: &str) {
        self.end_text();
        self.bytes.extend_from_slice(b"/Span <</ActualText ");
        self.hex([0xFEFF].into_iter().chain(word.encode_utf16()));
        self.operator(">> BDC");
    }

    fn end_word(&mut self) {
        self.end_text();
        self.operator("EMC");
    }
}
