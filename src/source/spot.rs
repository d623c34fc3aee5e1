//! Where a thing stands in the file that its author has open: sheet and cell, table row and cell, paragraph, page and box.

use super::Frame;
use std::borrow::Cow;
use std::fmt;

/// One such place. Everything is counted from 1, as the program of its author counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Spot {
    /// A cell of a sheet.
    Sheet {
        /// Position of the sheet in [`Spots::sheets`], from 0.
        sheet: u16,
        /// Row.
        row: u32,
        /// Column; 1 is `A`.
        column: u32,
    },
    /// A cell of a table in a text document.
    Table {
        /// Which table of the file.
        table: u32,
        /// Which row of it.
        row: u32,
        /// Which cell of the row, as the row itself counts them.
        cell: u32,
    },
    /// A paragraph outside tables.
    Paragraph(u32),
    /// A box on a page.
    Page {
        /// Which page of the file.
        page: u32,
        /// The box.
        frame: Frame,
    },
}

/// The places of a source that was taken out of an office file, by where their text begins.
#[derive(Debug, Clone, Default)]
pub struct Spots {
    /// Names of the sheets.
    pub sheets: Vec<String>,
    /// Offsets in rising order; each place reaches to the next.
    list: Vec<(u32, Spot)>,
    /// The same of the elements that hold text in a text document, by where each begins in its part.
    elements: Vec<(u32, u32)>,
}

/// A place with the name of its sheet, ready to be said.
#[derive(Debug, Clone, PartialEq)]
pub struct Spoken<'a> {
    spot: Spot,
    sheet: Cow<'a, str>,
}

impl Spots {
    /// None yet, on sheets of these names.
    pub fn on_sheets(sheets: Vec<String>) -> Self {
        Self { sheets, ..Self::default() }
    }

    /// From here on the text stands there. Offsets come in rising order; of two at one offset the later holds.
    pub fn push(&mut self, at: usize, spot: Spot) {
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        match self.list.last_mut() {
            Some(last) if last.0 == at => last.1 = spot,
            _ => self.list.push((at, spot)),
        }
    }

    /// From here on the text is held by the element that begins at that byte of its part. Offsets come in rising order.
    pub fn hold(&mut self, at: usize, element: u32) {
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        match self.elements.last_mut() {
            Some(last) if last.0 == at => last.1 = element,
            _ => self.elements.push((at, element)),
        }
    }

    /// Where the element begins, in its part of the file, that holds the text at this offset: a paragraph of a text document.
    pub fn element(&self, offset: u32) -> Option<u32> {
        let (start, _) = self.reach(offset);
        let before = self.elements.partition_point(|(at, _)| *at <= offset).checked_sub(1)?;
        self.elements.get(before).filter(|(at, _)| *at >= start).map(|(_, element)| *element)
    }

    /// The element of [`Self::element`], and from where up to where the text is held by it; the end is `None` where nothing follows.
    pub fn held(&self, offset: u32) -> Option<(u32, u32, Option<u32>)> {
        let (start, next) = self.reach(offset);
        let before = self.elements.partition_point(|(at, _)| *at <= offset).checked_sub(1)?;
        let (from, element) = self.elements.get(before).copied().filter(|(at, _)| *at >= start)?;
        let other = self.elements.get(before + 1).map(|(at, _)| *at);
        Some((element, from, next.into_iter().chain(other).min()))
    }

    /// All places, in the order of the text, each with the offset it begins at.
    pub fn all(&self) -> impl Iterator<Item = (u32, Spot)> {
        self.list.iter().copied()
    }

    /// There is none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The place of the text at this offset; what stands before the first place belongs to it.
    pub fn at(&self, offset: u32) -> Option<Spoken<'_>> {
        let spot = self.list.get(self.index(offset))?.1;
        let sheet = match spot {
            Spot::Sheet { sheet, .. } => self.sheets.get(usize::from(sheet)).map_or("", String::as_str),
            _ => "",
        };
        Some(Spoken { spot, sheet: Cow::Borrowed(sheet) })
    }

    /// Where the place of this offset begins, and where the next does, if there is one.
    pub(super) fn reach(&self, offset: u32) -> (u32, Option<u32>) {
        let index = self.index(offset);
        let start = |index: usize| self.list.get(index).map(|(at, _)| *at);
        (start(index).filter(|start| *start <= offset).unwrap_or(0), start(index + 1))
    }

    fn index(&self, offset: u32) -> usize {
        self.list.partition_point(|(at, _)| *at <= offset).saturating_sub(1)
    }
}

impl Spoken<'_> {
    /// The place itself.
    pub fn spot(&self) -> Spot {
        self.spot
    }

    /// The same, for as long as one likes.
    pub fn into_owned(self) -> Spoken<'static> {
        Spoken { spot: self.spot, sheet: Cow::Owned(self.sheet.into_owned()) }
    }

    /// The name of its sheet; empty where it stands on none.
    pub fn sheet(&self) -> &str {
        &self.sheet
    }

    /// The cell as its program names it, `D12`; `None` of what is no cell of a sheet.
    pub fn cell(&self) -> Option<String> {
        match self.spot {
            Spot::Sheet { row, column, .. } => Some(format!("{}{row}", Letters(column))),
            _ => None,
        }
    }

    /// The number beside which it stands: row, paragraph or page.
    pub fn number(&self) -> u32 {
        match self.spot {
            Spot::Sheet { row, .. } | Spot::Table { row, .. } => row,
            Spot::Paragraph(number) => number,
            Spot::Page { page, .. } => page,
        }
    }

    /// In words for a person: `lembar SOP, sel D12`; `english` says it in English.
    pub fn words(&self, english: bool) -> String {
        let pick = |id: &str, en: &str| if english { en.to_owned() } else { id.to_owned() };
        match self.spot {
            Spot::Sheet { row, column, .. } => {
                let (sheet, cell) = (pick("lembar", "sheet"), pick("sel", "cell"));
                format!("{sheet} {}, {cell} {}{row}", self.sheet, Letters(column))
            }
            Spot::Table { table, row, cell } if english => format!("table {table}, row {row}, cell {cell}"),
            Spot::Table { table, row, cell } => format!("tabel {table}, baris {row}, sel {cell}"),
            Spot::Paragraph(number) => format!("{} {number}", pick("paragraf", "paragraph")),
            Spot::Page { page, .. } => format!("{} {page}", pick("halaman", "page")),
        }
    }
}

impl fmt::Display for Spoken<'_> {
    /// For machines and for who looks it up: `SOP!D12`, `tabel2:r3:s1`, `par:4`, `hal:2@72,90,200,110`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.spot {
            Spot::Sheet { row, column, .. } => write!(out, "{}!{}{row}", self.sheet, Letters(column)),
            Spot::Table { table, row, cell } => write!(out, "tabel{table}:r{row}:s{cell}"),
            Spot::Paragraph(number) => write!(out, "par:{number}"),
            Spot::Page { page, frame } => {
                let Frame { left, top, right, bottom } = frame;
                write!(out, "hal:{page}@{left:.0},{top:.0},{right:.0},{bottom:.0}")
            }
        }
    }
}

/// The name of a column of a sheet: 1 is `A`, 27 is `AA`.
struct Letters(u32);

impl fmt::Display for Letters {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut letters = Vec::new();
        let mut rest = self.0;
        while rest > 0 {
            rest -= 1;
            letters.push(char::from(b'A' + (rest % 26) as u8));
            rest /= 26;
        }
        letters.iter().rev().try_for_each(|letter| write!(out, "{letter}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_reaches_to_the_next_and_is_said_as_its_program_says_it() {
        let mut spots = Spots::on_sheets(vec!["SOP".to_owned()]);
        spots.push(0, Spot::Sheet { sheet: 0, row: 12, column: 4 });
        spots.push(10, Spot::Sheet { sheet: 0, row: 12, column: 28 });
        assert_eq!(spots.at(9).unwrap().words(false), "lembar SOP, sel D12");
        assert_eq!(spots.at(10).unwrap().to_string(), "SOP!AB12");
        spots.push(20, Spot::Table { table: 2, row: 3, cell: 1 });
        assert_eq!(spots.at(25).unwrap().words(true), "table 2, row 3, cell 1");
    }
}
