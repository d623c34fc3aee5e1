//! What the contents of a PDF draw, replayed operator by operator: the draw list, shape by shape and line by line.

use super::models;
use super::tagged::opened;
use super::{flows, fonts};
use crate::damage::random::Random;
use lopdf::content::{Content, Operation};
use lopdf::{Document, Object, ObjectId};
use sop::layout::{Draw, Face, Ink, Page, Picture, PrintOptions, Seg, lay_out};
use sop::render::pdf;
use sop::render::print::{Metadata, Print};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A place in hundredths of a point from the lower left corner.
type Place = (i32, i32);

#[derive(Debug, Clone, PartialEq)]
enum Drawn {
    Path { corners: Vec<Place>, closed: bool, fill: Option<[u8; 3]>, width: Option<i32> },
    Text { at: Place, size: i32, bold: bool, upwards: bool, text: String },
    Picture { at: Place, size: Place },
}

/// What the draw list asks for.
fn asked(page: &Page) -> Vec<Drawn> {
    let place = |point: sop::layout::Point| (point.x, page.height - point.y);
    let drawn = |op: &Draw| match op {
        Draw::Path { segs, closed, fill, stroke } => {
            let corners = segs.iter().flat_map(|seg| match *seg {
                Seg::Move(to) | Seg::Line(to) => vec![place(to)],
                Seg::Curve(one, two, to) => vec![place(one), place(two), place(to)],
            });
            let fill = fill.map(|colour| [colour.0, colour.1, colour.2]);
            let width = stroke.map(|stroke| stroke.width);
            Some(Drawn::Path { corners: corners.collect(), closed: *closed, fill, width })
        }
        Draw::Text { at, size, face, upwards, text, .. } => {
            let (at, bold) = (place(*at), *face == Face::Bold);
            Some(Drawn::Text { at, size: *size, bold, upwards: *upwards, text: text.clone() })
        }
        Draw::Image { area, .. } => {
            Some(Drawn::Picture { at: (area.x, page.height - area.bottom()), size: (area.w, area.h) })
        }
        Draw::Link { .. } => None,
    };
    page.ops.iter().filter_map(drawn).collect()
}

/// A viewer, as far as a print needs one.
#[derive(Default)]
struct Viewer {
    drawn: Vec<Drawn>,
    corners: Vec<Place>,
    fill: [u8; 3],
    width: i32,
    font: (String, i32),
    line: Place,
    upwards: bool,
    matrix: Vec<i32>,
}

impl Viewer {
    fn paint(&mut self, closed: bool, fill: bool, stroke: bool) {
        let corners = std::mem::take(&mut self.corners);
        let (fill, width) = (fill.then_some(self.fill), stroke.then_some(self.width));
        self.drawn.push(Drawn::Path { corners, closed, fill, width });
    }

    fn follow(&mut self, it: &Operation, encodings: &BTreeMap<Vec<u8>, lopdf::Encoding>) {
        let numbers: Vec<f32> = it.operands.iter().filter_map(|operand| operand.as_float().ok()).collect();
        let all: Vec<i32> = numbers.iter().map(|number| (number * 100.0).round() as i32).collect();
        let tint = |share: f32| (share * 255.0).round() as u8;
        match it.operator.as_str() {
            "w" => self.width = all[0],
            "g" => self.fill = [tint(numbers[0]); 3],
            "rg" => self.fill = [tint(numbers[0]), tint(numbers[1]), tint(numbers[2])],
            "re" => {
                let (x, y, w, h) = (all[0], all[1], all[2], all[3]);
                self.corners = vec![(x, y + h), (x + w, y + h), (x + w, y), (x, y)];
            }
            "m" | "l" => self.corners.push((all[0], all[1])),
            "c" => self.corners.extend(all.chunks(2).map(|pair| (pair[0], pair[1]))),
            "S" => self.paint(false, false, true),
            "s" => self.paint(true, false, true),
            "f" => self.paint(true, true, false),
            "b" => self.paint(true, true, true),
            "BT" => (self.line, self.upwards) = ((0, 0), false),
            "Tf" => self.font = (String::from_utf8_lossy(it.operands[0].as_name().unwrap()).into_owned(), all[0]),
            "Td" => self.line = (self.line.0 + all[0], self.line.1 + all[1]),
            "Tm" => {
                assert_eq!(all[..4], [0, 100, -100, 0], "turned upwards");
                (self.line, self.upwards) = ((all[4], all[5]), true);
            }
            "Tj" => {
                let Object::String(bytes, _) = &it.operands[0] else { panic!("{it:?}") };
                let text = Document::decode_text(&encodings[self.font.0.as_bytes()], bytes).unwrap();
                let (at, size, upwards) = (self.line, self.font.1, self.upwards);
                self.drawn.push(Drawn::Text { at, size, bold: self.font.0 == "F2", upwards, text });
            }
            "cm" => self.matrix = all,
            "Do" => {
                let [w, 0, 0, h, x, y] = self.matrix[..] else { panic!("{:?}", self.matrix) };
                self.drawn.push(Drawn::Picture { at: (x, y), size: (w, h) });
            }
            "q" | "Q" | "ET" | "BDC" | "EMC" => {}
            other => panic!("{other} is no operator of ours"),
        }
    }
}

fn drawn(document: &Document, page: ObjectId) -> Vec<Drawn> {
    let fonts = document.get_page_fonts(page).unwrap();
    let encodings = fonts.into_iter().map(|(name, font)| (name, font.get_font_encoding(document).unwrap())).collect();
    let mut viewer = Viewer::default();
    let operations = Content::decode(&document.get_page_content(page)).unwrap().operations;
    operations.iter().for_each(|it| viewer.follow(it, &encodings));
    viewer.drawn
}

#[test]
fn a_pdf_draws_what_the_layout_decided() {
    let rgb = [[200, 30, 30], [30, 200, 30]].concat();
    let logo = Some(Arc::new(Picture { width: 2, height: 1, rgb }));
    let coloured = PrintOptions { ink: Ink::Colour, logo, ..PrintOptions::default() };
    // Fifteen names have room only upwards.
    let crowded = flows::of_size(&mut Random::new(3), 15, 12, (30, 20));
    let mut kinds = (0, 0, 0);
    for (sop, options) in
        [(models::returns(), PrintOptions::default()), (models::several_cells(), coloured.clone()), (crowded, coloured)]
    {
        let (fonts, metadata) = (fonts(), Metadata::default());
        let pages = lay_out(&sop, &options, &fonts);
        let document = opened(&pdf::render(&Print { pages: &pages, metadata: &metadata, yaml: "" }, &fonts).unwrap());
        assert_eq!(document.get_pages().len(), pages.len());
        for (page, id) in pages.iter().zip(document.get_pages().into_values()) {
            let (asked, drawn) = (asked(page), drawn(&document, id));
            for (one, other) in asked.iter().zip(&drawn) {
                assert_eq!(one, other);
            }
            assert_eq!(asked.len(), drawn.len());
            kinds.0 += drawn.iter().filter(|it| matches!(it, Drawn::Picture { .. })).count();
            kinds.1 += drawn.iter().filter(|it| matches!(it, Drawn::Text { upwards: true, .. })).count();
            kinds.2 += drawn.iter().filter(|it| matches!(it, Drawn::Path { fill: Some([1..=254, _, _]), .. })).count();
        }
    }
    assert!(kinds.0 > 0 && kinds.1 > 0 && kinds.2 > 0, "{kinds:?}");
}
