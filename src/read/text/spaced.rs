//! A line whose cells are held apart by runs of blanks.

use super::wrapped::numbered;
use super::{Cutter, melted};
use crate::document::{Cell, Layout, Row};
use crate::source::Span;

impl Cutter<'_> {
    /// A line whose cells are held apart by two or more blanks; with one cell it is prose. Two blanks behind a colon part no cell:
    /// many who type a label put a second one before its value.
    pub(super) fn spaced(&mut self, line: Span) -> Row {
        let raw = self.source.slice(line);
        let mut cells = Vec::new();
        let mut start: Option<(usize, usize)> = None;
        let mut blanks = 0;
        let mut last = (0, 0);
        let (mut end, mut columns) = (0, 0);
        while let Some(character) = raw[end..].chars().next() {
            let (at, column) = (end, columns);
            end += character.len_utf8();
            columns += 1;
            if matches!(character, ' ' | '\u{a0}' | '\u{3000}') {
                let more = raw.as_bytes()[end..].iter().take_while(|it| **it == b' ').count();
                blanks += 1 + more;
                end += more;
                columns += more;
            } else {
                let spelt =
                    || start.is_some_and(|(from, _)| is_spelt_out(&raw[from..last.0]) && is_spelt_out(&raw[at..]));
                let of_label = || blanks == 2 && raw[..last.0].ends_with(':');
                if let Some((from, from_column)) =
                    start.filter(|_| blanks >= 2 && !(blanks <= 3 && spelt()) && !of_label())
                {
                    cells.push(self.cell(line, (from, last.0), (from_column, last.1)));
                    start = None;
                }
                start.get_or_insert((at, column));
                blanks = 0;
                // The rest of the word.
                while end < raw.len() && matches!(raw.as_bytes()[end], b'!'..=b'~') {
                    end += 1;
                    columns += 1;
                }
                last = (end, columns);
            }
        }
        if let Some((from, from_column)) = start {
            cells.push(self.cell(line, (from, last.0), (from_column, last.1)));
        }
        cells.retain(|cell| !cell.text.is_blank());
        let cells = melted::part(cells);
        let layout = if cells.len() > 1 { Layout::Spaced } else { Layout::Plain };
        Row { cells, layout, ..Row::default() }
    }

    fn cell(&mut self, line: Span, bytes: (usize, usize), columns: (usize, usize)) -> Cell {
        let span = Span { start: line.start + bytes.0 as u32, end: line.start + bytes.1 as u32 };
        Cell { text: numbered(self.clean(span)), column: columns.0, end_column: columns.1, rows_below: 0 }
    }
}

/// `N o m o r`: letters with blanks between them, at the start of a text; two blanks then part words, not cells.
fn is_spelt_out(text: &str) -> bool {
    let mut letters = text.split(' ').filter(|it| !it.is_empty()).take(3);
    letters.clone().count() == 3 && letters.all(|it| it.chars().count() == 1 && it.chars().all(char::is_alphabetic))
}
