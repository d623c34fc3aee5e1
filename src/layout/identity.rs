//! The identity page: the official grid of agency, data and six lists; lists that are too long go on over the page.

use super::PT;
use super::draw::{Area, Face, Page, PrintOptions};
use super::gauge::Gauge;
use super::identity_block::SIGNED_FACES;
use super::identity_rows::{after_signature, before_signature, signed_texts, value};
use super::meaning::Role;
use super::pen::{Align, PAD, Pen, corners};
use super::table::{HALF_POINT, body_bottom};
use super::typeset::{Style, Typesetter};
use super::words;
use crate::model::{IdentityField, SectionKind, Sop};
use crate::vocabulary::form_words::{CONTINUED, IDENTITY};
use std::collections::VecDeque;

/// Room left for the signature and stamp: 25 mm, and what remains of it where the block fills its page otherwise.
const SIGNATURE: i32 = 71 * PT;
const TIGHT_SIGNATURE: i32 = 40 * PT;
/// What the signature takes first of height that is to spare.
const MORE_SIGNATURE: i32 = 29 * PT;
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

/// How the block is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Setting {
    /// Size of its letters.
    pub(super) size: i32,
    /// What the left lists have of the width, in hundredths.
    share: i32,
    /// Height left for the signature.
    pub(super) signature: i32,
    /// What each pair of lists may take beyond its lines.
    spare: i32,
}

impl Setting {
    /// As it stands over a table, in letters of that size.
    pub fn with(size: i32) -> Self {
        Self { size, share: SHARES[0], signature: SIGNATURE, spare: 0 }
    }

    pub(super) fn body(self) -> Style {
        Style::regular(self.size)
    }

    pub(super) fn strong(self) -> Style {
        Style::bold(self.size)
    }

    pub(super) fn agency(self) -> Style {
        Style::bold(self.size + 2 * PT)
    }

    pub(super) fn labels(self) -> i32 {
        LABELS * self.size / GIVEN_FOR
    }

    fn hang(self) -> i32 {
        HANG * self.size / GIVEN_FOR
    }
}

/// What the block says, measured once for letters of every size.
pub(super) struct Identity<'a> {
    pub(super) sop: &'a Sop,
    pub(super) options: &'a PrintOptions,
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
        let is_bold = |row: IdentityField| row == IdentityField::Title && options.form.bold_title;
        let face = |row: IdentityField| if is_bold(row) { Face::Bold } else { Face::Regular };
        let rows = before_signature(sop).chain(after_signature(sop));
        Self {
            sop,
            options,
            type_,
            values: rows.map(|row| gauge(face(row), &value(sop, row))).collect(),
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

pub(super) fn row_height(setting: Setting, lines: i32) -> i32 {
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
        let mut cells: Vec<VecDeque<Line>> = kinds.iter().zip(columns).map(lines).map(VecDeque::from).collect();
        let leading = self.setting.body().leading();
        loop {
            let wanted = cells.iter().map(VecDeque::len).max().unwrap_or(0);
            let fitting = ((body_bottom(&self.page) - self.y - 2 * PAD) / leading).max(0) as usize;
            if fitting < wanted.min(3) {
                self.turn();
                continue;
            }
            self.draw_part(&mut cells, fitting, columns);
            if cells.iter().all(VecDeque::is_empty) {
                return;
            }
            self.turn();
            for (cell, kind) in cells.iter_mut().zip(kinds).filter(|(cell, _)| !cell.is_empty()) {
                let text = format!("{} {CONTINUED}", kind.heading());
                cell.push_front(Line { text, mark: None, heading: true, part: None });
            }
        }
    }

    /// Draws as much of both as that many lines hold; what is left stays in the cells.
    fn draw_part(&mut self, cells: &mut [VecDeque<Line>], fitting: usize, columns: [(i32, i32); 2]) {
        let counts: Vec<usize> = cells.iter().map(|cell| cut(cell, fitting)).collect();
        let count = counts.iter().copied().max().unwrap_or(0);
        let height = count as i32 * self.setting.body().leading() + 2 * PAD + self.setting.spare;
        let mut pen = Pen { page: &mut self.page, type_: self.own.type_ };
        for ((cell, count), (x, w)) in cells.iter_mut().zip(counts).zip(columns) {
            let area = Area::new(x, self.y, w, height);
            pen.frame(area);
            draw_lines(&mut pen, area, cell.drain(..count), self.setting);
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
fn cut(lines: &VecDeque<Line>, fitting: usize) -> usize {
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

fn draw_lines(pen: &mut Pen, area: Area, lines: impl Iterator<Item = Line>, setting: Setting) {
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
