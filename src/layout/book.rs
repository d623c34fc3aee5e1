//! The pages of many SOPs → one book: cover, table of contents, and page numbers that run through all of it.

use super::PT;
use super::draw::{Area, Draw, Page, Point, PrintOptions};
use super::identity_block::draw_logo;
use super::meaning::{Piece, Role, bind};
use super::pen::{PAD, Pen};
use super::table::body_bottom;
use super::typeset::{BROKEN, Measure, Style, Typesetter};
use super::words;
use crate::model::{Field, Sop, Sourced};
use crate::vocabulary::form_words::{BOOK, CONTENTS, CONTINUED, COVER, NAMELESS, emblem_of, page_word};
use std::collections::BTreeSet;

const ENTRY: Style = Style { face: super::Face::Regular, size: 10 * PT };
const HEADING: Style = Style { face: super::Face::Bold, size: 14 * PT };
const TITLE: Style = Style { face: super::Face::Bold, size: 30 * PT };
const OFFICE: Style = Style { face: super::Face::Bold, size: 16 * PT };
const PAGE_NUMBER: Style = Style { face: super::Face::Regular, size: 8 * PT };
/// Columns of the contents left and right of the name.
const ORDINAL: i32 = 28 * PT;
const NUMBER: i32 = 190 * PT;
const PAGE: i32 = 40 * PT;
/// More agencies than this are not named on a cover.
const MOST_OFFICES: usize = 6;

fn shift_links(page: &mut Page, by: usize) {
    for op in &mut page.ops {
        if let Draw::Link { page, .. } = op {
            *page += by;
        }
    }
}

/// A book: cover and contents, how many pages these are, and behind them the pages of the SOPs as `lay_out` gives them,
/// each with its number in the book under its own foot; its SOPs count from 1, for the front is 0. Nothing on the cover is invented: the agencies, units and years
/// are those of the documents.
pub fn bind_book(
    sops: &[&Sop],
    books: Vec<Vec<Page>>,
    options: &PrintOptions,
    measure: &dyn Measure,
) -> (Vec<Page>, usize) {
    let type_ = Typesetter::new(measure);
    let mut starts = Vec::with_capacity(books.len());
    let mut before = 0;
    for book in &books {
        starts.push(before);
        before += book.len();
    }
    let mut pages = vec![cover(sops, options, &type_)];
    pages.extend(contents(sops, &starts, options, &type_));
    let front = pages.len();
    for mut page in bind(books) {
        shift_links(&mut page, front);
        page.sop += 1;
        pages.push(page);
    }
    pages[..front].iter_mut().for_each(|page| page.title = BOOK.to_owned());
    for (at, page) in pages.iter_mut().enumerate().skip(1) {
        add_number(page, at + 1, &type_);
    }
    (pages, front)
}

fn named(title: String) -> String {
    if title.is_empty() { NAMELESS.to_owned() } else { title }
}

/// The number of the page in the book, in the middle under the foot of its SOP.
fn add_number(page: &mut Page, number: usize, type_: &Typesetter) {
    // Narrow edges leave less room under the foot.
    let (width, y) = (page.width, page.height - page.margin + (page.margin / 2).clamp(9 * PT, 14 * PT));
    let text = format!("– {number} –");
    let x = (width - type_.width(PAGE_NUMBER, &text)) / 2;
    Pen { page, type_ }.text(Point::new(x, y), PAGE_NUMBER, &text);
}

fn cover(sops: &[&Sop], options: &PrintOptions, type_: &Typesetter) -> Page {
    let mut page = Page::blank(options, COVER.to_owned());
    let margin = options.margin;
    let room = page.width - 4 * margin;
    let lines = |style, texts: &[String]| -> Vec<String> {
        texts.iter().flat_map(|text| type_.wrap_evenly(style, room, text)).collect()
    };
    let agencies = offices(sops, |sop| &sop.identity.agency);
    let agency = if agencies.len() == 1 { agencies[0].clone() } else { String::new() };
    let mut units = offices(sops, |sop| &sop.identity.unit);
    // A unit says where only one agency has only that one.
    if agencies.len() != 1 || units.len() != 1 {
        units.clear();
    }
    let office = lines(OFFICE, &[agencies, units].concat());
    let title = lines(TITLE, &[BOOK.to_uppercase()]);
    let years = lines(OFFICE, years(sops).as_slice());
    let (width, height) = (page.width, page.height);
    let mut pen = Pen { page: &mut page, type_ };
    let band =
        |top: i32, share: i32| Area::new(2 * margin, height * top / 100, width - 4 * margin, height * share / 100);
    pen.frame(Area::new(margin, margin, width - 2 * margin, height - 2 * margin));
    let mut top = 10;
    if let Some(picture) = &options.logo {
        draw_logo(&mut pen, band(10, 18), picture, emblem_of(&agency));
        top = 28;
    }
    for (area, style, text, role) in [
        (band(top, 45 - top), OFFICE, &office, Role::Agency),
        (band(45, 20), TITLE, &title, Role::Title),
        (band(70, 20), OFFICE, &years, Role::Years),
    ] {
        let before = pen.page.ops.len();
        pen.middle(area, style, text);
        pen.page.mark(before, role);
    }
    page
}

/// What the documents call an office, each spelling once, in their order; nothing where that would fill the cover.
fn offices(sops: &[&Sop], field: fn(&Sop) -> &Field<Sourced<String>>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in sops.iter().filter_map(|sop| field(sop).value()) {
        if !names.contains(name) {
            names.push(name.clone());
        }
    }
    if names.len() > MOST_OFFICES { Vec::new() } else { names }
}

/// The years in which the SOPs took effect, or were made where that is not said: `2024`, `2021–2024`.
fn years(sops: &[&Sop]) -> Option<String> {
    let year = |sop: &&Sop| {
        let dates = [&sop.identity.effective, &sop.identity.created];
        dates.iter().find_map(|date| date.value().and_then(|date| date.year))
    };
    let years: BTreeSet<_> = sops.iter().filter_map(year).collect();
    match (years.first(), years.last()) {
        (Some(first), Some(last)) if first != last => Some(format!("{first}–{last}")),
        (Some(only), _) => Some(only.to_string()),
        _ => None,
    }
}

/// One line of the contents, which takes several where its name is long.
struct Entry {
    name: Vec<String>,
    number: Vec<String>,
}

impl Entry {
    fn height(&self) -> i32 {
        self.name.len().max(self.number.len()).max(1) as i32 * ENTRY.leading() + PAD
    }
}

/// `starts` are the positions of the first pages among those of the SOPs.
fn contents(sops: &[&Sop], starts: &[usize], options: &PrintOptions, type_: &Typesetter) -> Vec<Page> {
    let blank = |first: bool| {
        let name = if first { CONTENTS.to_owned() } else { format!("{CONTENTS} {CONTINUED}") };
        Page::blank(options, name)
    };
    let margin = options.margin;
    let room = blank(true).width - 2 * margin - ORDINAL - NUMBER - PAGE - 3 * PAD;
    let entry = |sop: &&Sop| Entry {
        name: type_.wrap(ENTRY, room, &named(words::title(sop))),
        number: type_.wrap(ENTRY, NUMBER - PAD, &words::number(sop)),
    };
    let entries: Vec<Entry> = sops.iter().map(entry).collect();
    let top = margin + HEADING.leading() + 3 * PAD;
    let mut sheets: Vec<Vec<usize>> = vec![Vec::new()];
    let mut y = top;
    for (at, entry) in entries.iter().enumerate() {
        if y + entry.height() > body_bottom(&blank(true)) && y > top {
            sheets.push(Vec::new());
            y = top;
        }
        y += entry.height();
        if let Some(sheet) = sheets.last_mut() {
            sheet.push(at);
        }
    }
    let front = 1 + sheets.len();
    let draw = |(sheet, own): (usize, &Vec<usize>)| {
        let mut page = blank(sheet == 0);
        let name = page.bookmark.clone();
        let mut pen = Pen { page: &mut page, type_ };
        pen.text(Point::new(margin, margin + HEADING.size), HEADING, &name);
        if sheet == 0 {
            pen.page.mark(0, Role::Contents);
        }
        let mut y = top;
        for at in own {
            let area = Area::new(margin, y, pen.page.width - 2 * margin, entries[*at].height());
            draw_entry(&mut pen, area, (*at + 1, front + starts[*at] + 1), &entries[*at]);
            y += area.h;
        }
        page
    };
    sheets.iter().enumerate().map(draw).collect()
}

/// Ordinal, name, number, page and dots; the whole line leads there.
fn draw_entry(pen: &mut Pen, area: Area, (ordinal, page): (usize, usize), entry: &Entry) {
    let baseline = area.y + ENTRY.size;
    let number_of_page = page.to_string();
    let x = area.right() - pen.type_.width(ENTRY, &number_of_page);
    let told = || format!("{}, {}", joined(&entry.name), page_word(page));
    let mut piece = |piece, x: i32, lines: &[String]| {
        let (before, mut end) = (pen.page.ops.len(), x);
        for (at, line) in lines.iter().enumerate() {
            end = x + pen.text(Point::new(x, baseline + at as i32 * ENTRY.leading()), ENTRY, line);
        }
        if piece == Piece::Page {
            pen.page.ops.push(Draw::Link { area, page });
        }
        pen.page.mark(before, Role::Entry { line: ordinal - 1, piece, told: told() });
        end
    };
    let (name, number) = (area.x + ORDINAL, area.right() - PAGE - NUMBER);
    piece(Piece::Ordinal, area.x, &[format!("{ordinal}.")]);
    let name_end = piece(Piece::Name, name, &entry.name);
    let number_end = piece(Piece::Number, number, &entry.number);
    piece(Piece::Page, x, &[number_of_page]);
    let last = |lines: &[String]| baseline + (lines.len().max(1) as i32 - 1) * ENTRY.leading();
    let gap = if entry.number.is_empty() { 0 } else { PAD };
    add_dots(pen, (name_end + PAD, number - PAD), last(&entry.name));
    add_dots(pen, (number_end + gap, x - PAD), last(&entry.number));
}

/// Lines of a text as the one line that they were.
fn joined(lines: &[String]) -> String {
    lines.join(" ").replace(&format!("{BROKEN} "), "")
}

/// Dots on a line, from one place to another.
fn add_dots(pen: &mut Pen, (from, to): (i32, i32), y: i32) {
    let dot = pen.type_.width(ENTRY, ".").max(1);
    let count = ((to - from) / dot).max(0);
    if count > 2 {
        let text = ".".repeat(count as usize);
        let width = pen.type_.width(ENTRY, &text);
        pen.text(Point::new(to - width, y), ENTRY, &text);
    }
}
