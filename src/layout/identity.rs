//! The identity page: the official grid of agency, data and six lists; lists that are too long go on over the page.

use super::PT;
use super::draw::{Area, Draw, Face, Ink, Page, Picture, Point, PrintOptions};
use super::gauge::Gauge;
use super::meaning::Role;
use super::pen::{Align, HEADING_TINT, PAD, Pen, THIN, corners};
use super::table::{HALF_POINT, body_bottom};
use super::typeset::{Style, Typesetter};
use super::words;
use crate::model::{Date, Field, SectionKind, Signatory, Sop, Sourced};
use crate::vocabulary::form_words::{CONTINUED, ELECTRONIC_SIGNATURE, IDENTITY, emblem_of};
use crate::vocabulary::labels::{Label, spellings};
use std::sync::Arc;

/// Room left for the agency's emblem above its name.
const EMBLEM: i32 = 64 * PT;
/// Room left for the signature and stamp: 25 mm, and what remains of it where the block fills its page otherwise.
const SIGNATURE: i32 = 71 * PT;
const TIGHT_SIGNATURE: i32 = 40 * PT;
/// What the signature takes first of height that is to spare.
const MORE_SIGNATURE: i32 = 29 * PT;
/// Side of the place for an electronic signature, at most.
const SEAL: i32 = 65 * PT;
/// Width of the labels beside the data, and space between the number and the text of a list item, in letters of the size
/// that they are given for.
const LABELS: i32 = 104 * PT;
const HANG: i32 = 15 * PT;
const GIVEN_FOR: i32 = 9 * PT;
/// Empty space under a list, at most.
const MOST_SPARE: i32 = 100 * PT;
/// Sizes of letters: largest, least as a rule, least before a second page.
const SIZES: [i32; 3] = [10 * PT, 8 * PT, 7 * PT];
/// What the left lists have of the width, in hundredths; halves as a rule.
const SHARES: [i32; 7] = [50, 55, 45, 60, 40, 65, 35];

/// The rows of the identity block over the name.
const BLOCK: [Label; 5] = [Label::Number, Label::Created, Label::Revised, Label::Effective, Label::Signatory];

/// How the block is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Setting {
    /// Size of its letters.
    size: i32,
    /// What the left lists have of the width, in hundredths.
    share: i32,
    /// Height left for the signature.
    signature: i32,
    /// What each pair of lists may take beyond its lines.
    spare: i32,
}

impl Setting {
    /// As it stands over a table, in letters of that size.
    pub fn with(size: i32) -> Self {
        Self { size, share: SHARES[0], signature: SIGNATURE, spare: 0 }
    }

    fn body(self) -> Style {
        Style::regular(self.size)
    }

    fn strong(self) -> Style {
        Style::bold(self.size)
    }

    fn agency(self) -> Style {
        Style::bold(self.size + 2 * PT)
    }

    fn labels(self) -> i32 {
        LABELS * self.size / GIVEN_FOR
    }

    fn hang(self) -> i32 {
        HANG * self.size / GIVEN_FOR
    }
}

/// What the block says, measured once for letters of every size.
pub(super) struct Identity<'a> {
    sop: &'a Sop,
    options: &'a PrintOptions,
    type_: &'a Typesetter<'a>,
    /// The values beside the labels but for who signs, and what stands over and under the signature.
    values: Vec<Gauge>,
    signed: Vec<Gauge>,
    /// The heading and the items of each list.
    lists: Vec<(Gauge, Vec<Gauge>)>,
}

impl<'a> Identity<'a> {
    pub fn of(sop: &'a Sop, options: &'a PrintOptions, type_: &'a Typesetter<'a>) -> Self {
        let gauge = |face: Face, text: &str| Gauge::of(type_, face, text);
        let signed = signed_texts(&sop.identity.signatory);
        let list = |kind: &SectionKind| {
            let items = words::section(sop, *kind);
            (gauge(Face::Bold, kind.heading()), items.iter().map(|item| gauge(Face::Regular, item)).collect())
        };
        let bold_title = if options.form.bold_title { Face::Bold } else { Face::Regular };
        let faces = [Face::Regular, Face::Regular, Face::Regular, Face::Regular, bold_title];
        Self {
            sop,
            options,
            type_,
            values: values(sop).iter().zip(faces).map(|(text, face)| gauge(face, text)).collect(),
            signed: signed.iter().zip(SIGNED_FACES).map(|(text, face)| gauge(face, text)).collect(),
            lists: SectionKind::ALL.iter().map(list).collect(),
        }
    }

    /// How high it is over a table, in letters of that size.
    pub fn height(&self, size: i32) -> i32 {
        self.height_of(Setting::with(size))
    }

    fn height_of(&self, setting: Setting) -> i32 {
        let (width, leading) = (self.width(), setting.body().leading());
        let room = width / 2 - setting.labels() - 4 * PAD;
        let lines = |text: &Gauge| text.lines(setting.size, room);
        let rows: i32 = self.values.iter().map(|text| row_height(setting, lines(text))).sum();
        let signed: i32 = self.signed.iter().map(lines).sum();
        let block = rows + signed * leading + setting.signature + 2 * PAD;
        let list = |at: usize, (heading, items): &(Gauge, Vec<Gauge>)| {
            let left = width * setting.share / 100;
            let own = if at.is_multiple_of(2) { left } else { width - left } - 2 * PAD;
            let lines = |item: &Gauge| item.lines(setting.size, own - setting.hang() - PAD);
            heading.lines(setting.size, own) + items.iter().map(lines).sum::<i32>()
        };
        let lists: Vec<i32> = self.lists.iter().enumerate().map(|(at, it)| list(at, it)).collect();
        let pairs = lists.chunks(2).map(|pair| pair.iter().copied().max().unwrap_or(0) * leading + 2 * PAD);
        block + pairs.sum::<i32>()
    }

    fn width(&self) -> i32 {
        self.options.paper.size().0 - 2 * self.options.margin
    }

    /// How it stands on pages of its own with so much room: on one, if letters or columns of any kind allow; what is to spare
    /// goes to the signature first.
    fn settled(&self, room: i32) -> Setting {
        let sizes = |most: i32, least: i32| (least..=most).rev().step_by(HALF_POINT as usize);
        let halves = sizes(SIZES[0], SIZES[1]).map(Setting::with);
        let shares = |size: i32| SHARES.into_iter().map(move |share| Setting { share, ..Setting::with(size) });
        let uneven = sizes(SIZES[0], SIZES[2]).flat_map(shares);
        let tight = || shares(SIZES[2]).map(|setting| Setting { signature: TIGHT_SIGNATURE, ..setting });
        let fits = |setting: &Setting| self.height_of(*setting) <= room;
        let Some(setting) = halves.chain(uneven).chain(tight()).find(fits) else { return Setting::with(SIZES[1]) };
        let spare = room - self.height_of(setting);
        let more = spare.clamp(0, MORE_SIGNATURE);
        let signature = setting.signature + more;
        Setting { signature, spare: ((spare - more) / 3).clamp(0, MOST_SPARE), ..setting }
    }

    /// The pages that identify the SOP and hold nothing else; at least one.
    pub fn pages(&self) -> Vec<Page> {
        let page = Page::blank(self.options, IDENTITY.to_owned());
        let setting = self.settled(body_bottom(&page) - page.margin);
        let (mut done, page, _) = self.drawn(page, setting);
        done.push(page);
        done
    }

    /// Draws it at the upper edge of a page; gives where it ends, unless it needs more than this page.
    pub fn draw_over_table(&self, page: Page, setting: Setting) -> Option<(Page, i32)> {
        let (done, page, bottom) = self.drawn(page, setting);
        done.is_empty().then_some((page, bottom))
    }

    /// The pages that are full, the last one, and where it ends there.
    fn drawn(&self, mut page: Page, setting: Setting) -> (Vec<Page>, Page, i32) {
        let y = self.draw_head(&mut Pen { page: &mut page, type_: self.type_ }, setting);
        let mut sheets = Sheets { own: self, setting, done: Vec::new(), top: page.margin, page, y };
        for pair in SectionKind::ALL.chunks(2) {
            sheets.draw_pair(pair);
        }
        sheets.draw_edge();
        (sheets.done, sheets.page, sheets.y)
    }
}

/// What stands beside the labels but for who signs, from top to bottom.
fn values(sop: &Sop) -> [String; 5] {
    let identity = &sop.identity;
    let [created, revised, effective] = [&identity.created, &identity.revised, &identity.effective].map(date);
    [words::number(sop), created, revised, effective, words::title(sop)]
}

fn row_height(setting: Setting, lines: i32) -> i32 {
    lines.max(1) * setting.body().leading() + 2 * PAD
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

/// Pages that are being filled.
struct Sheets<'a> {
    own: &'a Identity<'a>,
    setting: Setting,
    done: Vec<Page>,
    page: Page,
    /// Where the block begins on the page, and where it ends so far.
    top: i32,
    y: i32,
}

impl Sheets<'_> {
    /// Left edge and width of each of two lists side by side.
    fn columns(&self) -> [(i32, i32); 2] {
        let (margin, width) = (self.page.margin, self.page.width - 2 * self.page.margin);
        let left = width * self.setting.share / 100;
        [(margin, left), (margin + left, width - left)]
    }

    /// Two lists side by side, cut between items where the page ends.
    fn draw_pair(&mut self, kinds: &[SectionKind]) {
        let columns = self.columns();
        let lines = |(kind, (_, width)): (&SectionKind, (i32, i32))| {
            section_lines(self.own.sop, *kind, width - 2 * PAD, (self.setting, self.own.type_))
        };
        let mut cells: Vec<Vec<Line>> = kinds.iter().zip(columns).map(lines).collect();
        let leading = self.setting.body().leading();
        loop {
            let wanted = cells.iter().map(Vec::len).max().unwrap_or(0);
            let fitting = ((body_bottom(&self.page) - self.y - 2 * PAD) / leading).max(0) as usize;
            if fitting < wanted.min(3) {
                self.turn();
                continue;
            }
            self.draw_part(&mut cells, fitting, columns);
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
    fn draw_part(&mut self, cells: &mut [Vec<Line>], fitting: usize, columns: [(i32, i32); 2]) {
        let counts: Vec<usize> = cells.iter().map(|cell| cut(cell, fitting)).collect();
        let count = counts.iter().copied().max().unwrap_or(0);
        let height = count as i32 * self.setting.body().leading() + 2 * PAD + self.setting.spare;
        let mut pen = Pen { page: &mut self.page, type_: self.own.type_ };
        for ((cell, count), (x, w)) in cells.iter_mut().zip(counts).zip(columns) {
            let area = Area::new(x, self.y, w, height);
            pen.frame(area);
            let rest = cell.split_off(count);
            draw_lines(&mut pen, area, cell, self.setting);
            *cell = rest;
        }
        self.y += height;
    }

    fn turn(&mut self) {
        self.draw_edge();
        let next = Page::blank(self.own.options, format!("{IDENTITY} {CONTINUED}"));
        self.done.push(std::mem::replace(&mut self.page, next));
        self.top = self.page.margin;
        self.y = self.top;
    }

    /// The line around what stands on the page, where the office has a firmer one there.
    fn draw_edge(&mut self) {
        if let Some(width) = self.own.options.form.frame {
            let area = Area::new(self.page.margin, self.top, self.page.width - 2 * self.page.margin, self.y - self.top);
            Pen { page: &mut self.page, type_: self.own.type_ }.outline(&corners(area), None, width);
        }
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

fn section_lines(sop: &Sop, kind: SectionKind, room: i32, (setting, type_): (Setting, &Typesetter)) -> Vec<Line> {
    let mut lines: Vec<Line> = type_
        .wrap(setting.strong(), room, kind.heading())
        .into_iter()
        .map(|text| Line { text, mark: None, heading: true, part: Some((kind, None)) })
        .collect();
    let items = words::section(sop, kind);
    let numbered = items.len() > 1 || items.first().is_some_and(|item| item != "-");
    for (at, item) in items.iter().enumerate() {
        let mark = if numbered { format!("{}.", at + 1) } else { String::new() };
        for (piece, text) in type_.wrap(setting.body(), room - setting.hang() - PAD, item).into_iter().enumerate() {
            let mark = Some(if piece == 0 { mark.clone() } else { String::new() });
            lines.push(Line { text, mark, heading: false, part: Some((kind, Some(at))) });
        }
    }
    lines
}

fn draw_lines(pen: &mut Pen, area: Area, lines: &[Line], setting: Setting) {
    let (body, strong) = (setting.body(), setting.strong());
    let mut row = Area::new(area.x + PAD, area.y + PAD, area.w - 2 * PAD, body.leading());
    for line in lines {
        let style = if line.heading { strong } else { body };
        if let Some(mark) = &line.mark {
            let before = pen.page.ops.len();
            pen.lines(row, style, Align::Left, std::slice::from_ref(mark));
            if let Some((kind, Some(item))) = line.part {
                pen.page.mark(before, Role::ItemMark(kind, item));
            }
        }
        let indent = if line.mark.is_some() { setting.hang() } else { 0 };
        let before = pen.page.ops.len();
        pen.lines(Area { x: row.x + indent, ..row }, style, Align::Left, std::slice::from_ref(&line.text));
        match line.part {
            Some((kind, Some(item))) => pen.page.mark(before, Role::ItemText(kind, item)),
            Some((kind, None)) => pen.page.mark(before, Role::Heading(kind)),
            None => {}
        }
        row.y += body.leading();
    }
}

impl Identity<'_> {
    /// The upper half: agency on the left, data on the right. Gives where it ends.
    fn draw_head(&self, pen: &mut Pen, setting: Setting) -> i32 {
        let margin = pen.page.margin;
        let half = (pen.page.width - 2 * margin) / 2;
        let right = Area::new(margin + half, margin, half, 0);
        let y = self.draw_block(pen, right, setting);
        // The left is read first, but only the right says how high it is.
        let block = pen.page.take();
        let left = Area::new(margin, margin, half, y - margin);
        pen.frame(left);
        self.draw_agency(pen, left, setting);
        pen.page.put(block);
        y
    }

    /// The rows of data; gives where they end.
    fn draw_block(&self, pen: &mut Pen, right: Area, setting: Setting) -> i32 {
        let [number, created, revised, effective, title] = values(self.sop);
        let plain = setting.body();
        let named = if self.options.form.bold_title { setting.strong() } else { plain };
        let mut y = right.y;
        let data = [number, created, revised, effective];
        for (label, value) in BLOCK.into_iter().zip(data) {
            y = draw_row(pen, Area { y, ..right }, (label, &value, plain), setting);
        }
        y = self.draw_signature(pen, Area { y, ..right }, setting);
        draw_row(pen, Area { y, ..right }, (Label::Title, &title, named), setting)
    }

    fn draw_agency(&self, pen: &mut Pen, area: Area, setting: Setting) {
        let identity = &self.sop.identity;
        let room = area.w * 9 / 10;
        let mut lines = Vec::new();
        for field in [&identity.agency, &identity.unit] {
            lines.extend(pen.type_.wrap_evenly(setting.agency(), room, &words::field(field, String::clone)));
        }
        let emblem = EMBLEM.min(area.h / 2);
        if let Some(picture) = &self.options.logo {
            let agency = identity.agency.value().map_or("", String::as_str);
            draw_logo(pen, Area { h: emblem, ..area }, picture, emblem_of(agency));
        }
        let before = pen.page.ops.len();
        pen.middle(Area { y: area.y + emblem, h: area.h - emblem, ..area }, setting.agency(), &lines);
        pen.page.mark(before, Role::Agency);
    }

    /// Disahkan oleh: office, room to sign, name, rank and NIP; gives where it ends.
    fn draw_signature(&self, pen: &mut Pen, area: Area, setting: Setting) -> i32 {
        let (inner, leading) = (value_area(area, setting), setting.body().leading());
        let styles = SIGNED_FACES.map(|face| Style { face, size: setting.size });
        let texts = signed_texts(&self.sop.identity.signatory);
        let blocks: Vec<Vec<String>> =
            texts.iter().zip(styles).map(|(text, style)| pen.type_.wrap_evenly(style, inner.w, text)).collect();
        let count: i32 = blocks.iter().map(|lines| lines.len() as i32).sum();
        let height = count * leading + setting.signature + 2 * PAD;
        draw_frame(pen, Area { h: height, ..area }, setting);
        draw_label(pen, area, Label::Signatory, setting);
        let mut y = area.y + PAD;
        for (at, (lines, style)) in blocks.iter().zip(styles).enumerate() {
            let before = pen.page.ops.len();
            pen.lines(Area { y, ..inner }, style, Align::Centre, lines);
            pen.page.mark(before, value_role(Label::Signatory));
            y += lines.len() as i32 * leading;
            match at {
                0 => {
                    self.draw_seal(pen, Area { y, h: setting.signature, ..inner });
                    y += setting.signature;
                }
                1 => underline(pen, inner, y, (style, lines.last())),
                _ => {}
            }
        }
        area.y + height
    }

    /// The place for an electronic signature, where the office wants one.
    fn draw_seal(&self, pen: &mut Pen, area: Area) {
        if self.options.form.seal {
            let side = SEAL.min(area.h - 2 * PAD);
            let place = Area::around(area.centre(), side, side);
            pen.frame(place);
            pen.caption(place, Style::regular(6 * PT), ELECTRONIC_SIGNATURE);
        }
    }
}

fn date(field: &Field<Sourced<Date>>) -> String {
    words::field(field, words::date_words)
}

/// Letters of what stands around the signature.
const SIGNED_FACES: [Face; 4] = [Face::Regular, Face::Bold, Face::Regular, Face::Regular];

/// Who signs: the office over the signature; name, rank and NIP under it.
fn signed_texts(field: &Field<Signatory>) -> [String; 4] {
    let unknown = Signatory::default();
    let signatory = field.known().unwrap_or(&unknown);
    let text = |value: &Option<Sourced<String>>| value.as_ref().map_or(String::new(), |it| it.value.clone());
    let above = match field {
        Field::Unreadable(text) => text.value.clone(),
        Field::Dash(_) => "-".to_owned(),
        _ => text(&signatory.position),
    };
    let nip = signatory.nip.as_ref().map_or(String::new(), |nip| format!("NIP. {}", nip.value.grouped()));
    [above, text(&signatory.name), words::rank(signatory), nip]
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
fn draw_row(pen: &mut Pen, area: Area, (label, value, style): (Label, &str, Style), setting: Setting) -> i32 {
    let room = value_area(area, setting);
    let lines = pen.type_.wrap(style, room.w, value);
    let height = row_height(setting, lines.len() as i32);
    draw_frame(pen, Area { h: height, ..area }, setting);
    draw_label(pen, area, label, setting);
    let before = pen.page.ops.len();
    pen.lines(Area { y: area.y + PAD, ..room }, style, Align::Left, &lines);
    pen.page.mark(before, value_role(label));
    area.y + height
}

/// The frame around a label and its value.
fn draw_frame(pen: &mut Pen, area: Area, setting: Setting) {
    pen.frame(area);
    pen.tinted(Area { w: setting.labels(), ..area }, HEADING_TINT);
}

fn draw_label(pen: &mut Pen, area: Area, label: Label, setting: Setting) {
    let body = setting.body();
    let inner = Area { x: area.x + PAD, y: area.y + PAD, w: setting.labels() - 2 * PAD, h: body.leading() };
    let word = spellings(label).first().map(|word| (*word).to_owned());
    let before = pen.page.ops.len();
    // Wide letters of the office's own are set smaller here.
    let mut styles = (8..=body.size * 2 / PT).rev().map(|half_points| Style::regular(half_points * PT / 2));
    let fits = |style: &Style| word.iter().all(|word| pen.type_.width(*style, word) <= inner.w);
    let style = styles.find(fits).unwrap_or(body);
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

fn value_area(area: Area, setting: Setting) -> Area {
    Area { x: area.x + setting.labels() + 2 * PAD, w: area.w - setting.labels() - 4 * PAD, ..area }
}

fn underline(pen: &mut Pen, inner: Area, y: i32, (style, line): (Style, Option<&String>)) {
    if let Some(line) = line {
        let width = pen.type_.width(style, line);
        let x = inner.x + (inner.w - width) / 2;
        let level = y - PT;
        pen.line(Point::new(x, level), Point::new(x + width, level), THIN);
    }
}
