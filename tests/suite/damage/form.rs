//! How a document is written down: its layout, its labels and headers, its marks, and the faults done to it.

use super::fault::Fault;
use super::labels::{Heads, JUDUL, Labels, PROCUREMENT, SHORT, UPPER};
use super::plan::{DecisionKind, Visible};
use super::random::Random;
use sop::model::Unit;
use std::collections::BTreeSet;

/// The layouts that are counted apart.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Layout {
    /// Labels behind a tab, values behind a colon, two sections side by side.
    Banyumas,
    /// HTML left inside cells.
    Purwokerto,
    /// The agency left of the labels, two labels in one cell, a header without Kelengkapan and Waktu, rows slid left.
    Lamandau,
    /// The table first, labels apart from their values.
    WayKanan,
    /// A page header repeated with melted numbers, the signature at the end.
    Balangan,
    Markdown,
    Html,
    /// Columns held apart by runs of spaces.
    Columns,
    /// Each label on a line, its value on the next.
    LabelLines,
    /// All labels, then all values.
    LabelsFirst,
    Uppercase,
    JudulSop,
    Procurement,
    /// One Pelaksana column that holds names.
    ActorColumn,
    /// Waktu in columns Menit, Jam, Hari.
    SplitUnits,
    /// The unit stands in the header only.
    HeaderUnit,
    /// Persyaratan, and no Keterangan.
    NoNote,
    NoteUnderQuality,
    /// More than one SOP in the file.
    Several,
    /// A heading and the table, no identity block.
    TableOnly,
    /// The labels first, their values after everything else.
    ValuesLast,
}

impl Layout {
    pub const ALL: [Self; 21] = [
        Self::Banyumas,
        Self::Purwokerto,
        Self::Lamandau,
        Self::WayKanan,
        Self::Balangan,
        Self::Markdown,
        Self::Html,
        Self::Columns,
        Self::LabelLines,
        Self::LabelsFirst,
        Self::Uppercase,
        Self::JudulSop,
        Self::Procurement,
        Self::ActorColumn,
        Self::SplitUnits,
        Self::HeaderUnit,
        Self::NoNote,
        Self::NoteUnderQuality,
        Self::Several,
        Self::TableOnly,
        Self::ValuesLast,
    ];

    /// The layout whose turn it is: those that come in all media have two turns in a round.
    pub fn at_turn(seed: u64) -> Self {
        const ONCE: [Layout; 8] = [
            Layout::Banyumas,
            Layout::Purwokerto,
            Layout::Lamandau,
            Layout::WayKanan,
            Layout::Balangan,
            Layout::LabelLines,
            Layout::LabelsFirst,
            Layout::ValuesLast,
        ];
        let round = Self::ALL.len() * 2 - ONCE.len();
        let turn = seed as usize % round;
        let again = Self::ALL.into_iter().filter(|layout| !ONCE.contains(layout));
        Self::ALL.into_iter().chain(again).nth(turn).unwrap_or(Self::Columns)
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Medium {
    /// Cells held apart by tabs, as a table pasted from a word processor.
    Tabs,
    /// What a spreadsheet saves: cells of several lines in quotes, between tabs, commas or semicolons.
    Sheet,
    /// Columns held apart by runs of blanks, as `pdftotext -layout` prints them.
    Columns,
    /// The lines of a page as a viewer copies them: one blank between all words.
    Copied,
    Markdown,
    /// Grid tables and multiline tables between rules of hyphens.
    Pandoc,
    Html,
    /// HTML as a word processor saves it.
    Word,
    /// Markdown with the table in HTML.
    Mixed,
}

impl Medium {
    pub const ALL: [Self; 9] = [
        Self::Tabs,
        Self::Sheet,
        Self::Columns,
        Self::Copied,
        Self::Markdown,
        Self::Pandoc,
        Self::Html,
        Self::Word,
        Self::Mixed,
    ];

    /// Tags hold the cells apart.
    pub fn is_html(self) -> bool {
        matches!(self, Self::Html | Self::Word)
    }

    /// A cell can hold lines of its own.
    pub fn is_markup(self) -> bool {
        matches!(self, Self::Markdown | Self::Html | Self::Word | Self::Mixed)
    }

    /// One of those that undamaged documents come in.
    fn plain(layout: Layout, random: &mut Random) -> Self {
        match (layout, random.between(0, 9)) {
            (Layout::Markdown, _) => Self::Markdown,
            (Layout::Html, _) => Self::Html,
            (Layout::Columns, _) => Self::Columns,
            (_, 0..=5) => Self::Tabs,
            (_, 6 | 7) => Self::Columns,
            (_, 8) => Self::Markdown,
            _ => Self::Html,
        }
    }

    fn any(layout: Layout, random: &mut Random) -> Self {
        match (layout, random.between(0, 19)) {
            (Layout::Markdown, 0..=10) => Self::Markdown,
            (Layout::Markdown, 11..=15) => Self::Pandoc,
            (Layout::Markdown, _) => Self::Mixed,
            (Layout::Html, 0..=10) => Self::Html,
            (Layout::Html, _) => Self::Word,
            (Layout::Columns, _) => Self::Columns,
            (_, 0..=3) => Self::Tabs,
            (_, 4..=9) => Self::Columns,
            (_, 10 | 11) => Self::Sheet,
            (Layout::TableOnly, 12..=14) => Self::Columns,
            (_, 12..=14) => Self::Copied,
            (_, 15) => Self::Markdown,
            (_, 16) => Self::Pandoc,
            (_, 17) => Self::Html,
            (_, 18) => Self::Word,
            _ => Self::Mixed,
        }
    }
}

/// How the identity block is set in [`Medium::Tabs`].
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum IdentityStyle {
    LeadingTabColon,
    Tab,
    TabColonTab,
    AgencyBeside,
    Apart,
    Lines,
    LabelsFirst,
    Inline,
}

/// What stands in the actor columns.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Marks {
    /// Nothing: the shapes were lost.
    Lost,
    /// Only the first capsule kept its word.
    OnlyStart,
    Words,
    /// Box, diamond, capsule.
    Boxes(&'static str, &'static str),
    Tick(&'static str),
    /// A box between arrows, arrows in the lane the line crosses.
    Arrows,
    /// Boxes with `Ya` and `Tidak` loose in the lanes.
    LooseWords,
    /// `MULAI` and `SELESAI` in words, boxes between.
    Capsules,
    /// Names in one column instead of lanes.
    Names,
}

impl Marks {
    /// What can be read off them.
    pub fn visible(self, notes: bool, front: bool) -> Visible {
        let actors = !matches!(self, Self::Lost | Self::OnlyStart);
        let decisions = matches!(self, Self::Words | Self::Boxes(..) | Self::LooseWords);
        let branch_words = self == Self::LooseWords;
        Visible { actors, first: self == Self::OnlyStart, decisions, branch_words, notes, front, lines_only: false }
    }

    fn any(random: &mut Random) -> Self {
        match random.between(0, 12) {
            0 => Self::OnlyStart,
            1 => Self::Words,
            2 => Self::Boxes("□", "◇"),
            3 => Self::Boxes("■", "◆"),
            4 => Self::Boxes("▭", "◇"),
            5 => Self::Tick("✓"),
            6 => Self::Tick(["√", "v", "V", "x", "X"][random.between(0, 4)]),
            7 => Self::Arrows,
            8 => Self::LooseWords,
            9 => Self::Capsules,
            _ => Self::Lost,
        }
    }

    /// The kinds of decision that can be told from these marks.
    pub fn decisions(self) -> Vec<DecisionKind> {
        let mut kinds = vec![DecisionKind::Wording, DecisionKind::ReturnNote];
        if self.visible(true, true).decisions {
            kinds.push(DecisionKind::Symbol);
        }
        kinds
    }
}

/// How a list is written in the sections.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum List {
    /// `1. A 2. B`
    Numbered,
    /// `1. A; 2. B.`
    NumberedSemicolon,
    /// `a. A b. B`
    Lettered,
    /// `• A • B`
    Bulleted(&'static str),
    /// `A; B`
    Semicolon,
}

/// How a list is written in a cell of the table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CellList {
    /// `A, B`, `A; B`; a line break is printed as the medium prints it.
    Separated(&'static str),
    /// `1. A 2. B`
    Numbered,
    /// `- A - B`
    Dashes,
}

const IN_TEXT: [CellList; 6] = [
    CellList::Separated(", "),
    CellList::Separated(", "),
    CellList::Separated(", "),
    CellList::Separated("; "),
    CellList::Numbered,
    CellList::Dashes,
];
const IN_MARKUP: [CellList; 5] = [
    CellList::Separated(", "),
    CellList::Separated("; "),
    CellList::Separated("\n"),
    CellList::Separated("\n"),
    CellList::Numbered,
];

impl CellList {
    /// The items as one text.
    pub fn join(self, items: &[String]) -> String {
        let numbered = || items.iter().enumerate().map(|(at, item)| format!("{}. {item}", at + 1)).collect::<Vec<_>>();
        match self {
            _ if items.len() < 2 => items.concat(),
            Self::Separated(between) => items.join(between),
            Self::Numbered => numbered().join(" "),
            Self::Dashes => format!("- {}", items.join(" - ")),
        }
    }
}

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

    /// What a reader can see of the flow.
    pub fn visible(&self) -> Visible {
        let seen = self.marks.visible(self.note, self.layout != Layout::TableOnly);
        Visible { lines_only: self.medium == Medium::Copied, ..seen }
    }
}
