//! Tables whose columns are ruled by runs of dashes or equals signs over or under them, as pandoc and reStructuredText write them.

use super::columns::offsets;
use super::lines::{Line, first_sign};
use super::wrapped::Column;
use super::{Block, Cutter};
use crate::document::Row;
use crate::source::Span;

/// Shortest rule across a whole table.
const SHORTEST_RULE: usize = 10;

/// Most lines of a header.
const MOST_HEADER: usize = 16;

/// What a line is to a table of rules.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Kind {
    Blank,
    Text,
    /// One rule across the table.
    Rule,
    /// A run for each column, where it begins.
    Columns(Vec<usize>),
}

/// A table: where its columns begin, and what its lines are.
struct Table {
    starts: Vec<usize>,
    /// The lines of the header, which make one row.
    header: std::ops::Range<usize>,
    body: std::ops::Range<usize>,
    /// The first line behind the table.
    end: usize,
}

/// Blanks before a line.
fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

impl Cutter<'_> {
    /// The table of rules that begins with this line.
    pub(super) fn ruled(&mut self, lines: &[Line], at: usize) -> Option<Block> {
        let table = self.rules(lines, at)?;
        if table.body.is_empty() || !self.fits(lines, &table) {
            return None;
        }
        let is_blank = |at: usize| self.kind(lines, at) == Kind::Blank;
        let inner = table.body.clone().skip_while(|at| is_blank(*at));
        let is_parted =
            inner.clone().any(is_blank) && inner.last().is_some_and(|last| !is_blank(last) || table.end > last + 1);
        let continues = self.source.slice(lines[at].span).contains('=');
        // A rule under the names of some columns parts these from the names below them.
        let named: Vec<usize> = table.header.clone().collect();
        let parts = named.split(|at| self.kind(lines, *at) != Kind::Text);
        let mut groups: Vec<Vec<usize>> = parts.map(<[usize]>::to_vec).collect();
        let mut open = false;
        for at in table.body.clone() {
            if is_blank(at) {
                open = false;
                continue;
            }
            let goes_on =
                if is_parted { open } else { continues && open && self.begins_blank(lines[at].span, &table.starts) };
            match groups.last_mut().filter(|_| goes_on) {
                Some(group) => group.push(at),
                None => groups.push(vec![at]),
            }
            open = true;
        }
        groups.retain(|group| !group.is_empty());
        let rows: Vec<Vec<Vec<Span>>> =
            groups.iter().map(|group| self.ruled_cells(lines, group, &table.starts)).collect();
        Some((self.ruled_rows(&rows, table.starts.len()), table.end))
    }

    fn kind(&self, lines: &[Line], at: usize) -> Kind {
        let Some(line) = lines.get(at) else { return Kind::Blank };
        let raw = self.source.slice(line.span);
        let sign = match first_sign(raw) {
            None => return Kind::Blank,
            Some(sign @ ('-' | '=')) => sign,
            Some(_) => return Kind::Text,
        };
        let trimmed = raw.trim();
        if !trimmed.chars().all(|it| it == sign || it == ' ') {
            return Kind::Text;
        }
        let runs = trimmed.split(' ').filter(|run| !run.is_empty());
        if runs.clone().any(|run| run.len() < 2) {
            return Kind::Text;
        }
        if runs.count() == 1 {
            return if trimmed.len() >= SHORTEST_RULE { Kind::Rule } else { Kind::Text };
        }
        let bytes = raw.as_bytes();
        let is_start = |at: &usize| bytes[*at] == sign as u8 && (*at == 0 || bytes[at - 1] != sign as u8);
        Kind::Columns((0..bytes.len()).filter(is_start).collect())
    }

    /// Finds the rules of the table that begins with this line.
    fn rules(&self, lines: &[Line], at: usize) -> Option<Table> {
        match self.kind(lines, at) {
            Kind::Blank => None,
            Kind::Text => {
                let Kind::Columns(starts) = self.kind(lines, at + 1) else { return None };
                let end = self.until(lines, at + 2);
                Some(Table { starts, header: at..at + 1, body: at + 2..end, end: self.behind_rule(lines, end) })
            }
            Kind::Rule => {
                let first = |at: usize| lines.get(at).map(|line| indent(self.source.slice(line.span)));
                let is_partial = |row: &usize| {
                    matches!(self.kind(lines, *row), Kind::Columns(_)) && first(*row) > first(at).map(|it| it + 1)
                };
                let ends = |row: &usize| self.kind(lines, *row) != Kind::Text && !is_partial(row);
                let rule = (at + 2..=at + MOST_HEADER).find(ends)?;
                let Kind::Columns(starts) = self.kind(lines, rule) else { return None };
                let end = self.closed(lines, rule + 1)?;
                Some(Table { starts, header: at + 1..rule, body: rule + 1..end, end: end + 1 })
            }
            Kind::Columns(starts) => {
                let first = self.closed(lines, at + 1)?;
                let again =
                    matches!(self.kind(lines, first), Kind::Columns(_)) && self.kind(lines, first + 1) == Kind::Text;
                let second = if again { self.closed(lines, first + 1) } else { None };
                Some(match second {
                    Some(end) => Table { starts, header: at + 1..first, body: first + 1..end, end: end + 1 },
                    None => Table { starts, header: at + 1..at + 1, body: at + 1..first, end: first + 1 },
                })
            }
        }
    }

    /// The next rule.
    fn closed(&self, lines: &[Line], from: usize) -> Option<usize> {
        let is_rule = |at: &usize| matches!(self.kind(lines, *at), Kind::Rule | Kind::Columns(_));
        (from..lines.len()).find(is_rule)
    }

    /// The next line that is no text.
    fn until(&self, lines: &[Line], from: usize) -> usize {
        (from..lines.len()).find(|at| self.kind(lines, *at) != Kind::Text).unwrap_or(lines.len())
    }

    fn behind_rule(&self, lines: &[Line], at: usize) -> usize {
        if matches!(self.kind(lines, at), Kind::Rule | Kind::Columns(_)) { at + 1 } else { at }
    }

    /// Nearly no line has a letter right before a column, where a blank stands between two.
    fn fits(&self, lines: &[Line], table: &Table) -> bool {
        let (mut all, mut torn) = (0, 0);
        for at in table.header.clone().chain(table.body.clone()) {
            let raw = self.source.slice(lines[at].span);
            for start in offsets(raw, &table.starts).into_iter().filter(|it| *it > 0 && *it < raw.len()) {
                all += 1;
                torn += usize::from(!raw[..start].ends_with([' ', '\t', '\u{a0}']));
            }
        }
        torn * 10 <= all
    }

    /// The first column of a line is empty.
    fn begins_blank(&self, line: Span, starts: &[usize]) -> bool {
        let raw = self.source.slice(line);
        let end = offsets(raw, starts).get(1).copied().unwrap_or(raw.len());
        raw[..end].trim().is_empty()
    }

    /// The cells of a row of these lines, each with its lines.
    fn ruled_cells(&self, lines: &[Line], group: &[usize], starts: &[usize]) -> Vec<Vec<Span>> {
        let mut cells: Vec<Vec<Span>> = vec![Vec::with_capacity(group.len()); starts.len()];
        for at in group {
            let span = lines[*at].span;
            let raw = self.source.slice(span);
            let mut offsets = offsets(raw, starts);
            offsets[0] = 0;
            offsets.push(raw.len());
            for (cell, bounds) in cells.iter_mut().zip(offsets.windows(2)) {
                cell.push(Span::new(span.start as usize + bounds[0], span.start as usize + bounds[1]));
            }
        }
        cells
    }

    /// The rows of a table, and how much room each of its columns has.
    fn ruled_rows(&mut self, rows: &[Vec<Vec<Span>>], columns: usize) -> Vec<Row> {
        let room: Vec<usize> =
            (0..columns).map(|column| self.room(rows.iter().flat_map(|row| row[column].iter().copied()))).collect();
        let texts = |row: &Vec<Vec<Span>>| {
            row.iter()
                .zip(&room)
                .map(|(cell, room)| self.wrapped(cell, Column { room: *room, chopped: None }))
                .collect()
        };
        rows.iter().map(texts).map(Row::positioned).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::cells;

    #[test]
    fn rows_of_several_lines_are_parted_by_blank_lines() {
        let text = "  --------------------\n  No  Surat   Waktu\n      masuk\n  --- ------- ------\n  1   Satu    1 jam\n      dua\n\n  2   Tiga    10\n              menit\n  --------------------\nakhir";
        assert_eq!(
            cells(text),
            [
                vec!["No", "Surat masuk", "Waktu"],
                vec!["1", "Satu dua", "1 jam"],
                vec!["2", "Tiga", "10 menit"],
                vec!["akhir"],
            ]
        );
    }

    #[test]
    fn rows_of_one_line_end_at_a_blank_one() {
        let text = "No  Surat\n--- -----\n1   Satu\n    dua\n\nNomor SOP\n";
        assert_eq!(cells(text)[..3], [["No", "Surat"], ["1", "Satu"], ["", "dua"]]);
        let text = "===  =====\nNo   Surat\n===  =====\n1    Satu\n     dua\n2    Tiga\n===  =====\n";
        assert_eq!(cells(text), [["No", "Surat"], ["1", "Satu dua"], ["2", "Tiga"]]);
    }

    #[test]
    fn a_rule_alone_is_no_table() {
        assert_eq!(cells("Kepala Dinas\n--------------------\nNama\n"), [["Kepala Dinas"], ["Nama"]]);
        assert_eq!(cells("Panjang sekali barisnya\n---- ----\nTanpa kolom di sini\n").len(), 3);
    }
}
