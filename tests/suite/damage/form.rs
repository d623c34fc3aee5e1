//! How a document is written down: its layout, its labels and headers, its marks, and the faults done to it.

use super::fault::Fault;
use super::labels::{Heads, JUDUL, Labels, PROCUREMENT, SHORT, UPPER};
use super::layout::{IdentityStyle, Layout, Medium};
use super::list::{CellList, IN_MARKUP, IN_TEXT, List};
use super::marks::Marks;
use super::plan::Visible;
use super::random::Random;
use sop::model::Unit;
use std::collections::BTreeSet;

/// The column of a table that holds durations.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum TimeColumns {
    One,
    /// Menit, Jam, Hari.
    Split,
    /// One column of bare numbers.
    Counted(Unit),
}

#[derive(Clone)]
pub struct Form {
    pub layout: Layout,
    pub medium: Medium,
    pub identity: IdentityStyle,
    pub labels: Labels,
    pub heads: Heads,
    pub marks: Marks,
    pub list: List,
    pub cell: CellList,
    pub time: TimeColumns,
    pub note: bool,
    pub note_under_quality: bool,
    pub side_by_side: bool,
    pub shout: bool,
    /// The colon after a section label.
    pub colon: &'static str,
    /// A heading above the table.
    pub heading: bool,
    /// A misspelt group of columns has run into the name of its middle column.
    pub melted: bool,
    /// What stands round a table in HTML is text with tabs, not Markdown.
    pub tabs_around: bool,
    /// What holds the cells of a sheet apart.
    pub separator: &'static str,
    pub faults: BTreeSet<Fault>,
}

impl Form {
    /// A form of that layout; what the layout leaves open is chosen.
    pub fn of(layout: Layout, random: &mut Random) -> Self {
        let medium = Medium::any(layout, random);
        Self::in_medium(layout, medium, random)
    }

    /// The same in one of the four media that change nothing.
    pub fn plain(layout: Layout, random: &mut Random) -> Self {
        let medium = Medium::plain(layout, random);
        Self::in_medium(layout, medium, random)
    }

    fn in_medium(layout: Layout, medium: Medium, random: &mut Random) -> Self {
        let mut form = Self::open(layout, medium, random);
        form.fix(random);
        if form.medium == Medium::Copied {
            (form.marks, form.time, form.side_by_side) = (Marks::Lost, TimeColumns::One, true);
            form.list = *random.pick(&[List::Numbered, List::Lettered]);
        }
        form
    }

    fn open(layout: Layout, medium: Medium, random: &mut Random) -> Self {
        use IdentityStyle::{Inline, LeadingTabColon, Tab, TabColonTab};
        Self {
            layout,
            medium,
            identity: *random.pick(&[LeadingTabColon, Tab, TabColonTab, Inline]),
            labels: Labels::any(random),
            heads: Heads::any(random),
            marks: Marks::any(random),
            list: *random.pick(&[
                List::Numbered,
                List::Numbered,
                List::NumberedSemicolon,
                List::Lettered,
                List::Bulleted("•"),
                List::Semicolon,
            ]),
            cell: *random.pick(match medium {
                Medium::Tabs | Medium::Columns | Medium::Copied | Medium::Pandoc => &IN_TEXT[..],
                _ => &IN_MARKUP[..],
            }),
            time: TimeColumns::One,
            note: true,
            note_under_quality: false,
            side_by_side: random.chance(50),
            shout: random.chance(50),
            colon: *random.pick(&["", " :", ":"]),
            heading: random.chance(40),
            melted: random.chance(50),
            tabs_around: medium == Medium::Mixed && random.chance(40),
            separator: *random.pick(&["\t", "\t", ",", ";"]),
            faults: BTreeSet::new(),
        }
    }

    /// Settles what belongs to the layout.
    fn fix(&mut self, random: &mut Random) {
        match self.layout {
            Layout::Banyumas => self.tabs(IdentityStyle::LeadingTabColon, true, Marks::Lost),
            Layout::Purwokerto => self.tabs(IdentityStyle::Tab, true, Marks::Lost),
            Layout::Lamandau => self.tabs(IdentityStyle::AgencyBeside, true, Marks::Lost),
            Layout::WayKanan => self.tabs(IdentityStyle::Apart, false, *random.pick(&[Marks::OnlyStart, Marks::Lost])),
            Layout::Balangan => self.tabs(
                IdentityStyle::TabColonTab,
                false,
                *random.pick(&[Marks::Arrows, Marks::Tick("✓"), Marks::Boxes("□", "◇")]),
            ),
            Layout::Markdown | Layout::Html | Layout::Columns => {}
            Layout::LabelLines => self.tabs(IdentityStyle::Lines, false, self.marks),
            Layout::LabelsFirst | Layout::ValuesLast => self.tabs(IdentityStyle::LabelsFirst, false, self.marks),
            Layout::Uppercase => self.labels = Labels::from(*random.pick(&[&UPPER, &SHORT])),
            Layout::JudulSop => self.labels = Labels::from(&JUDUL),
            Layout::Procurement => {
                (self.labels, self.heads.activity) = (Labels::from(&PROCUREMENT), "AKTIVITAS".to_owned())
            }
            Layout::ActorColumn => self.marks = Marks::Names,
            Layout::SplitUnits => self.time = TimeColumns::Split,
            Layout::HeaderUnit => self.time = TimeColumns::Counted(*random.pick(&[Unit::Minute, Unit::Day])),
            Layout::NoNote => (self.note, self.heads.requirements) = (false, "Persyaratan".to_owned()),
            Layout::NoteUnderQuality => self.note_under_quality = true,
            Layout::TableOnly => self.heading = true,
            Layout::Several => {}
        }
        if self.layout == Layout::WayKanan {
            (self.note, self.heads.requirements) = (false, "Persyaratan".to_owned());
        }
        if matches!(self.layout, Layout::Banyumas | Layout::Purwokerto | Layout::Lamandau)
            && self.list == List::Semicolon
        {
            self.list = List::Numbered;
        }
    }

    fn tabs(&mut self, identity: IdentityStyle, side_by_side: bool, marks: Marks) {
        if self.cell == CellList::Separated("\n") {
            self.cell = CellList::Separated(", ");
        }
        (self.medium, self.identity, self.side_by_side, self.marks) = (Medium::Tabs, identity, side_by_side, marks);
    }

    pub fn has(&self, fault: Fault) -> bool {
        self.faults.contains(&fault)
    }

    /// The group over Kelengkapan, Waktu and Output has run into the name of Waktu.
    pub fn melts(&self) -> bool {
        self.melted
            && self.has(Fault::GroupSpelling)
            && self.time == TimeColumns::One
            && !self.has(Fault::NoGroupHeader)
    }

    /// Of two sections beside each other only the words tell which is which.
    pub fn loses_places(&self) -> bool {
        self.medium == Medium::Copied || self.has(Fault::Interleaved) || self.has(Fault::TwoHeadings)
    }

    /// What a reader can see of the flow.
    pub fn visible(&self) -> Visible {
        let seen = self.marks.visible(self.note, self.layout != Layout::TableOnly);
        Visible { lines_only: self.medium == Medium::Copied, ..seen }
    }
}
