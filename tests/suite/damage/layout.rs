//! The layouts of the trade, and the media that they are written down in.

use super::random::Random;

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
    /// Markdown, or text with tabs, with the table in HTML.
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
    pub fn plain(layout: Layout, random: &mut Random) -> Self {
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

    pub fn any(layout: Layout, random: &mut Random) -> Self {
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
