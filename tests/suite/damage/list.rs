//! How lists are written, in the sections and in the cells of the table.

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

pub const IN_TEXT: [CellList; 6] = [
    CellList::Separated(", "),
    CellList::Separated(", "),
    CellList::Separated(", "),
    CellList::Separated("; "),
    CellList::Numbered,
    CellList::Dashes,
];
pub const IN_MARKUP: [CellList; 5] = [
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
