//! The procedure pages: the table in letters of one size, cut into pages, each page routed and drawn.

use super::band::{Band, LEAST, Rows};
use super::chart::Chart;
use super::cut::{Cloth, Cutter, Pace};
use super::draw::{Page, PrintOptions};
use super::geometry::usual_height;
use super::sheets::{Sheet, Sheets};
use super::subheads::Subheads;
use super::table::{Frame, body_bottom, sizes};
use super::typeset::Typesetter;
use super::widths::Texts;
use crate::model::Sop;
use crate::vocabulary::form_words::procedure_sheet;
use std::collections::BTreeMap;

/// The table of an SOP, before it is known in which letters and on how many pages it stands.
pub(super) struct Procedure<'a> {
    pub sop: &'a Sop,
    pub options: &'a PrintOptions,
    pub type_: &'a Typesetter<'a>,
    blank: Page,
    pub chart: Chart,
    pub texts: Texts,
    /// What the symbols of each row need: as a rule, until it is known; and what they need where they are low.
    usual: [Vec<i32>; 2],
    cutter: Cutter,
    sizes: Vec<i32>,
    /// Columns and heights of the texts in letters of each size tried.
    frames: BTreeMap<i32, (Frame, Vec<i32>)>,
}

impl<'a> Procedure<'a> {
    pub fn of(sop: &'a Sop, options: &'a PrintOptions, type_: &'a Typesetter<'a>) -> Self {
        let chart = Chart::of(sop);
        let usual = [false, true].map(|low| {
            let mut usual = vec![0; sop.steps.len()];
            chart.levels.iter().for_each(|level| usual[level.row] += usual_height(level, low));
            usual
        });
        let texts = Texts::of(sop, &options.form, type_);
        let blank = Page::blank(options, String::new());
        let sizes = sizes(&texts, &blank);
        let (cutter, frames) = (Cutter::default(), BTreeMap::new());
        Self { sop, options, type_, blank, chart, texts, usual, cutter, sizes, frames }
    }

    /// The sizes that its letters can have, the largest first.
    pub fn sizes(&self) -> &[i32] {
        &self.sizes
    }

    /// Its columns in letters of that size.
    pub fn frame(&mut self, size: i32) -> &Frame {
        &self.set(size).0
    }

    /// About how high the header and all rows are in letters of that size, with symbols that are low or not.
    pub fn heights(&mut self, size: i32, low: bool) -> (i32, Vec<i32>) {
        let symbols = self.usual[usize::from(low)].clone();
        let (sop, type_) = (self.sop, self.type_);
        let (frame, texts) = self.set(size);
        let heads = sop.steps.iter().map(|step| Subheads::of(step, frame, type_).height());
        let own = texts.iter().zip(&symbols).map(|(text, symbols)| (*text).max(*symbols).max(LEAST));
        (frame.header.height(), own.zip(heads).map(|(row, head)| row + head).collect())
    }

    /// The least that all symbols together need, whatever the texts do.
    pub fn least_height(&self) -> i32 {
        self.usual[1].iter().copied().fold(0, i32::saturating_add)
    }

    /// Columns and heights of the texts in letters of that size.
    fn set(&mut self, size: i32) -> &(Frame, Vec<i32>) {
        let Self { texts, options, blank, frames, .. } = self;
        frames.entry(size).or_insert_with(|| {
            let frame = Frame::of(texts, &options.form, blank, size);
            let heights = frame.text_heights(texts);
            (frame, heights)
        })
    }

    /// Height of a page of its own.
    pub fn room(&self) -> i32 {
        body_bottom(&self.blank) - self.blank.margin
    }

    /// All of the table on one page under what stands there already, from `top` down; nothing where it has no room.
    pub fn under(&mut self, page: Page, top: i32, (size, low): (i32, bool)) -> Option<Page> {
        let frame = self.frame(size).clone();
        let room = body_bottom(&page) - top - frame.header.height();
        let bands = self.bands(&frame, room, low);
        let cloth = Cloth { chart: &self.chart, bands: &bands, blank: &self.blank, room, low };
        let sheet = self.cutter.sheet(cloth, 0..bands.len(), room).ok();
        let Some(sheet) = sheet.filter(|_| bands.len() == self.sop.steps.len()) else {
            self.learn();
            return None;
        };
        let all = Sheets::of(self, frame, std::slice::from_ref(&sheet), (&bands, 0));
        Some(all.draw(page, &sheet, &bands, (top, self.type_)))
    }

    /// Pages of its own as planned; nothing where its arrows need more room than was reckoned, which is learned from.
    /// `before` pages come before them.
    pub fn evenly(&mut self, pace: Pace, before: usize) -> Option<Vec<Page>> {
        let (frame, bands, room) = self.laid(pace);
        let cloth = Cloth { chart: &self.chart, bands: &bands, blank: &self.blank, room, low: pace.low };
        let Some(sheets) = self.cutter.even(cloth, pace.pages) else {
            self.learn();
            return None;
        };
        Some(self.drawn(frame, &sheets, (&bands, before)))
    }

    /// As many pages of its own as it takes, each as full as it gets; at least one.
    pub fn fully(&mut self, pace: Pace, before: usize) -> Vec<Page> {
        let (frame, bands, room) = self.laid(pace);
        let sheets =
            self.cutter.full(Cloth { chart: &self.chart, bands: &bands, blank: &self.blank, room, low: pace.low });
        self.drawn(frame, &sheets, (&bands, before))
    }

    /// Columns, rows and the room for them on pages of its own.
    fn laid(&mut self, pace: Pace) -> (Frame, Vec<Band>, i32) {
        let frame = self.frame(pace.size).clone();
        let room = self.room() - frame.header.height();
        let bands = self.bands(&frame, room, pace.low);
        (frame, bands, room)
    }

    /// Takes the heights that rows had on the pages tried so far for what they need.
    fn learn(&mut self) {
        for low in [false, true] {
            for (row, height) in self.cutter.learned(low) {
                self.usual[usize::from(low)][row] = height;
            }
        }
    }

    fn drawn(&self, frame: Frame, sheets: &[Sheet], (bands, before): (&[Band], usize)) -> Vec<Page> {
        let all = Sheets::of(self, frame, sheets, (bands, before));
        let draw = |(at, sheet): (usize, &Sheet)| {
            let page = Page::blank(self.options, procedure_sheet(at + 1));
            let top = page.margin;
            all.draw(page, sheet, bands, (top, self.type_))
        };
        sheets.iter().enumerate().map(draw).collect()
    }

    /// The rows as pages with this room can hold them.
    fn bands(&self, frame: &Frame, room: i32, low: bool) -> Vec<Band> {
        let Self { sop, type_, chart, texts, .. } = self;
        let usual = &self.usual[usize::from(low)];
        Rows { sop, chart, spans: &texts.spans, frame, type_, room, low, usual }.bands()
    }
}
