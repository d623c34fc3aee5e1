//! The identity page: the official grid of agency, data and six lists; lists that are too long go on over the page.

use super::PT;
use super::draw::{Area, Draw, Ink, Page, Picture, Point, PrintOptions};
use super::meaning::Role;
use super::pen::{Align, HEADING_TINT, PAD, Pen, THIN};
use super::table::body_bottom;
use super::typeset::{Style, Typesetter};
use super::words;
use crate::model::{Date, Field, SectionKind, Signatory, Sop, Sourced};
use crate::vocabulary::form_words::{CONTINUED, IDENTITY, emblem_of};
use crate::vocabulary::labels::{Label, spellings};
use std::sync::Arc;

const BODY: Style = Style { face: super::Face::Regular, size: 9 * PT };
const STRONG: Style = Style { face: super::Face::Bold, size: 9 * PT };
const AGENCY: Style = Style { face: super::Face::Bold, size: 11 * PT };
/// Room left for the agency's emblem above its name.
const EMBLEM: i32 = 64 * PT;
/// Room left for the signature and stamp.
const SIGNATURE: i32 = 40 * PT;
/// Width of the labels beside the data.
const LABELS: i32 = 104 * PT;
/// Empty space under a list, at most.
const MOST_SPARE: i32 = 100 * PT;
/// Space between the number and the text of a list item.
const HANG: i32 = 15 * PT;

/// The rows of the identity block over the name.
const BLOCK: [Label; 5] = [Label::Number, Label::Created, Label::Revised, Label::Effective, Label::Signatory];

/// The pages that identify the SOP; at least one.
pub(super) fn pages(sop: &Sop, options: &PrintOptions, type_: &Typesetter) -> Vec<Page> {
    let mut page = Page::blank(options, IDENTITY.to_owned());
    let top = draw_head(sop, options, &mut Pen { page: &mut page, type_ });
    let spare = spare_height(sop, &page, top, type_);
    let mut sheets = Sheets { options, type_, done: Vec::new(), page, y: top, spare };
    for pair in SectionKind::ALL.chunks(2) {
        sheets.draw_pair(sop, pair);
    }
    sheets.done.push(sheets.page);
    sheets.done
}

/// What each pair of lists may take beyond its lines, so that a form of one page is evenly filled.
fn spare_height(sop: &Sop, page: &Page, top: i32, type_: &Typesetter) -> i32 {
    let room = (page.width - 2 * page.margin) / 2 - 2 * PAD;
    let lines = |kind: &SectionKind| section_lines(sop, *kind, room, type_).len() as i32;
    let longest = |pair: &[SectionKind]| pair.iter().map(lines).max().unwrap_or(0);
    let needed: i32 = SectionKind::ALL.chunks(2).map(|pair| longest(pair) * BODY.leading() + 2 * PAD).sum();
    ((body_bottom(page) - top - needed) / 3).clamp(0, MOST_SPARE)
}

/// One line of a cell: its text, whether it is a heading, how far it is indented, and what it belongs to; an item starts
/// with its mark.
struct Line {
    text: String,
    mark: Option<String>,
    heading: bool,
    /// The list, and in it the item; none where it is only repeated.
    part: Option<(SectionKind, Option<usize>)>,
}

struct Sheets<'a> {
    options: &'a PrintOptions,
    type_: &'a Typesetter<'a>,
    done: Vec<Page>,
    page: Page,
    y: i32,
    spare: i32,
}

impl Sheets<'_> {
    /// Two lists side by side, cut between items where the page ends.
    fn draw_pair(&mut self, sop: &Sop, kinds: &[SectionKind]) {
        let half = (self.page.width - 2 * self.page.margin) / 2;
        let mut cells: Vec<Vec<Line>> =
            kinds.iter().map(|kind| section_lines(sop, *kind, half - 2 * PAD, self.type_)).collect();
        loop {
            let wanted = cells.iter().map(Vec::len).max().unwrap_or(0);
            let fitting = ((body_bottom(&self.page) - self.y - 2 * PAD) / BODY.leading()).max(0) as usize;
            if fitting < wanted.min(3) {
                self.turn();
                continue;
            }
            self.draw_part(&mut cells, fitting, half);
            if cells.iter().all(Vec::is_empty) {
                return;
            }
            self.turn();
            for (cell, kind) in cells.iter_mut().zip(kinds).filter(|(cell, _)| !cell.is_empty()) {
                let text = format!("{} {CONTINUED}", kind.heading());
                cell.insert(0, Line { text, mark: None, heading: true, part: None });
            }
        }
    }

    /// Draws as much of both as that many lines hold; what is left stays in the cells.
    fn draw_part(&mut self, cells: &mut [Vec<Line>], fitting: usize, half: i32) {
        let counts: Vec<usize> = cells.iter().map(|cell| cut(cell, fitting)).collect();
        let count = counts.iter().copied().max().unwrap_or(0);
        let height = count as i32 * BODY.leading() + 2 * PAD + self.spare;
        let mut pen = Pen { page: &mut self.page, type_: self.type_ };
        for (at, (cell, count)) in cells.iter_mut().zip(counts).enumerate() {
            let area = Area::new(pen.page.margin + at as i32 * half, self.y, half, height);
            pen.frame(area);
            let rest = cell.split_off(count);
            draw_lines(&mut pen, area, cell);
            *cell = rest;
        }
        self.y += height;
    }

    fn turn(&mut self) {
        let next = Page::blank(self.options, format!("{IDENTITY} {CONTINUED}"));
        self.done.push(std::mem::replace(&mut self.page, next));
        self.y = self.page.margin;
    }
}

/// How many of these lines stand on a page that holds so many: whole items, unless not even the first one has room.
fn cut(lines: &[Line], fitting: usize) -> usize {
    if lines.len() <= fitting {
        return lines.len();
    }
    let between = |at: &usize| lines[*at].part != lines[at - 1].part && !lines[at - 1].heading;
    (1..=fitting).rev().find(between).unwrap_or(fitting)
}

fn section_lines(sop: &Sop, kind: SectionKind, room: i32, type_: &Typesetter) -> Vec<Line> {
    let mut lines: Vec<Line> = type_
        .wrap(STRONG, room, kind.heading())
        .into_iter()
        .map(|text| Line { text, mark: None, heading: true, part: Some((kind, None)) })
        .collect();
    let items = words::section(sop, kind);
    let numbered = items.len() > 1 || items.first().is_some_and(|item| item != "-");
    for (at, item) in items.iter().enumerate() {
        let mark = if numbered { format!("{}.", at + 1) } else { String::new() };
        for (piece, text) in type_.wrap(BODY, room - HANG - PAD, item).into_iter().enumerate() {
            let mark = Some(if piece == 0 { mark.clone() } else { String::new() });
            lines.push(Line { text, mark, heading: false, part: Some((kind, Some(at))) });
        }
    }
    lines
}

fn draw_lines(pen: &mut Pen, area: Area, lines: &[Line]) {
    let mut row = Area::new(area.x + PAD, area.y + PAD, area.w - 2 * PAD, BODY.leading());
    for line in lines {
        let style = if line.heading { STRONG } else { BODY };
        if let Some(mark) = &line.mark {
            let before = pen.page.ops.len();
            pen.lines(row, style, Align::Left, std::slice::from_ref(mark));
            if let Some((kind, Some(item))) = line.part {
                pen.page.mark(before, Role::ItemMark(kind, item));
            }
        }
        let indent = if line.mark.is_some() { HANG } else { 0 };
        let before = pen.page.ops.len();
        pen.lines(Area { x: row.x + indent, ..row }, style, Align::Left, std::slice::from_ref(&line.text));
        match line.part {
            Some((kind, Some(item))) => pen.page.mark(before, Role::ItemText(kind, item)),
            Some((kind, None)) => pen.page.mark(before, Role::Heading(kind)),
            None => {}
        }
        row.y += BODY.leading();
    }
}

/// The upper half: agency on the left, data on the right. Gives where it ends.
fn draw_head(sop: &Sop, options: &PrintOptions, pen: &mut Pen) -> i32 {
    let margin = pen.page.margin;
    let half = (pen.page.width - 2 * margin) / 2;
    let right = Area::new(margin + half, margin, half, 0);
    let y = draw_block(sop, pen, right);
    // The left is read first, but only the right says how high it is.
    let block = pen.page.take();
    let left = Area::new(margin, margin, half, y - margin);
    pen.frame(left);
    draw_agency(pen, left, sop, options);
    pen.page.put(block);
    y
}

/// The rows of data; gives where they end.
fn draw_block(sop: &Sop, pen: &mut Pen, right: Area) -> i32 {
    let identity = &sop.identity;
    let mut y = right.y;
    y = draw_row(pen, Area { y, ..right }, Label::Number, &words::number(sop));
    y = draw_row(pen, Area { y, ..right }, Label::Created, &date(&identity.created));
    y = draw_row(pen, Area { y, ..right }, Label::Revised, &date(&identity.revised));
    y = draw_row(pen, Area { y, ..right }, Label::Effective, &date(&identity.effective));
    y = draw_signature(pen, Area { y, ..right }, &identity.signatory);
    draw_row(pen, Area { y, ..right }, Label::Title, &words::title(sop))
}

fn date(field: &Field<Sourced<Date>>) -> String {
    words::field(field, words::date_words)
}

fn draw_agency(pen: &mut Pen, area: Area, sop: &Sop, options: &PrintOptions) {
    let room = area.w * 9 / 10;
    let mut lines = Vec::new();
    for field in [&sop.identity.agency, &sop.identity.unit] {
        lines.extend(pen.type_.wrap_evenly(AGENCY, room, &words::field(field, String::clone)));
    }
    let emblem = EMBLEM.min(area.h / 2);
    if let Some(picture) = &options.logo {
        let agency = sop.identity.agency.value().map_or("", String::as_str);
        draw_logo(pen, Area { h: emblem, ..area }, picture, emblem_of(agency));
    }
    let before = pen.page.ops.len();
    pen.middle(Area { y: area.y + emblem, h: area.h - emblem, ..area }, AGENCY, &lines);
    pen.page.mark(before, Role::Agency);
}

/// The emblem as large as its place allows, in its own shape; `told` is said instead of it.
pub(super) fn draw_logo(pen: &mut Pen, place: Area, picture: &Arc<Picture>, told: String) {
    let (width, height) = (i64::from(picture.width.max(1)), i64::from(picture.height.max(1)));
    let (most_w, most_h) = (i64::from(place.w - 4 * PAD), i64::from(place.h - 2 * PAD));
    let (w, h) = if width * most_h <= height * most_w {
        ((width * most_h / height).max(1), most_h)
    } else {
        (most_w, (height * most_w / width).max(1))
    };
    let centre = Point::new(place.centre().x, place.y + PAD + most_h as i32 / 2);
    let area = Area::around(centre, w as i32, h as i32);
    let picture = match pen.page.ink {
        Ink::Mono => Arc::new(picture.greyed()),
        Ink::Colour => Arc::clone(picture),
    };
    let before = pen.page.ops.len();
    pen.page.ops.push(Draw::Image { area, picture });
    pen.page.mark(before, Role::Emblem(told));
}

/// A label and its value in one frame; gives where it ends.
fn draw_row(pen: &mut Pen, area: Area, label: Label, value: &str) -> i32 {
    let lines = pen.type_.wrap(BODY, area.w - LABELS - 4 * PAD, value);
    let height = (lines.len().max(1) as i32 * BODY.leading() + 2 * PAD).max(19 * PT);
    draw_frame(pen, Area { h: height, ..area });
    draw_label(pen, area, label);
    let value = value_area(area);
    let before = pen.page.ops.len();
    pen.lines(Area { y: area.y + PAD, ..value }, BODY, Align::Left, &lines);
    pen.page.mark(before, value_role(label));
    area.y + height
}

/// The frame around a label and its value.
fn draw_frame(pen: &mut Pen, area: Area) {
    pen.frame(area);
    pen.tinted(Area { w: LABELS, ..area }, HEADING_TINT);
}

fn draw_label(pen: &mut Pen, area: Area, label: Label) {
    let inner = Area { x: area.x + PAD, y: area.y + PAD, w: LABELS - 2 * PAD, h: BODY.leading() };
    let word = spellings(label).first().map(|word| (*word).to_owned());
    let before = pen.page.ops.len();
    // Wide letters of the office's own are set smaller here.
    let mut styles = (8..=BODY.size * 2 / PT).rev().map(|half_points| Style::regular(half_points * PT / 2));
    let fits = |style: &Style| word.iter().all(|word| pen.type_.width(*style, word) <= inner.w);
    let style = styles.find(fits).unwrap_or(BODY);
    pen.lines(inner, style, Align::Left, word.as_slice());
    let role = if label == Label::Title { Role::Title } else { Role::Label(block_row(label)) };
    pen.page.mark(before, role);
}

fn value_role(label: Label) -> Role {
    if label == Label::Title { Role::Title } else { Role::Value(block_row(label)) }
}

/// The row of the identity block that has this label.
fn block_row(label: Label) -> usize {
    BLOCK.iter().position(|other| *other == label).unwrap_or(BLOCK.len())
}

fn value_area(area: Area) -> Area {
    Area { x: area.x + LABELS + 2 * PAD, w: area.w - LABELS - 4 * PAD, ..area }
}

/// Disahkan oleh: office, room to sign, name, rank and NIP; gives where it ends.
fn draw_signature(pen: &mut Pen, area: Area, field: &Field<Signatory>) -> i32 {
    let unknown = Signatory::default();
    let signatory = field.known().unwrap_or(&unknown);
    let inner = value_area(area);
    let text = |value: &Option<Sourced<String>>| value.as_ref().map_or(String::new(), |it| it.value.clone());
    let above = match field {
        Field::Unreadable(text) => text.value.clone(),
        Field::Dash(_) => "-".to_owned(),
        _ => text(&signatory.position),
    };
    let nip = signatory.nip.as_ref().map_or(String::new(), |nip| format!("NIP. {}", nip.value.grouped()));
    let position = pen.type_.wrap_evenly(BODY, inner.w, &above);
    let name = pen.type_.wrap(STRONG, inner.w, &text(&signatory.name));
    let below: Vec<String> =
        [words::rank(signatory), nip].iter().flat_map(|line| pen.type_.wrap(BODY, inner.w, line)).collect();
    let count = |lines: &[String]| lines.len() as i32 * BODY.leading();
    let height = count(&position) + SIGNATURE + count(&name) + count(&below) + 2 * PAD;
    draw_frame(pen, Area { h: height, ..area });
    draw_label(pen, area, Label::Signatory);
    let mut y = area.y + PAD;
    let before = pen.page.ops.len();
    pen.lines(Area { y, ..inner }, BODY, Align::Centre, &position);
    pen.page.mark(before, value_role(Label::Signatory));
    y += count(&position) + SIGNATURE;
    let before = pen.page.ops.len();
    pen.lines(Area { y, ..inner }, STRONG, Align::Centre, &name);
    pen.page.mark(before, value_role(Label::Signatory));
    y += count(&name);
    underline(pen, inner, y, name.last());
    let before = pen.page.ops.len();
    pen.lines(Area { y, ..inner }, BODY, Align::Centre, &below);
    pen.page.mark(before, value_role(Label::Signatory));
    area.y + height
}

fn underline(pen: &mut Pen, inner: Area, y: i32, line: Option<&String>) {
    if let Some(line) = line {
        let width = pen.type_.width(STRONG, line);
        let x = inner.x + (inner.w - width) / 2;
        let level = y - PT;
        pen.line(Point::new(x, level), Point::new(x + width, level), THIN);
    }
}
