//! Tables drawn with `+---+` and `|`, or with the signs for boxes: cells over many lines, over columns and over rows.

use super::chopped::{Words, is_chopped_name};
use super::columns::{offsets, width};
use super::lines::{Line, first_sign};
use super::wrapped::Column;
use super::{Block, Cutter};
use crate::document::{Row, Text};
use crate::source::Span;
use std::collections::BTreeSet;
use std::ops::Range;
use std::rc::Rc;

/// Most columns of a drawn table.
const MOST_COLUMNS: usize = 64;

/// Rows in which column names stand.
const HEADER_BANDS: usize = 4;

/// Most lines of a column name.
const MOST_PIECES: usize = 12;

/// What a sign of a drawing stands for: `+`, `-`, `|`, or itself.
type Signs = fn(char) -> char;

/// One line of a drawn table, cut where the table has columns.
struct Cut {
    /// Bytes of the source at which the borders stand.
    borders: Vec<usize>,
    /// Something is drawn there.
    drawn: Vec<bool>,
    /// For each column, whether it is a rule here.
    ruled: Vec<bool>,
}

/// A drawn table.
struct Drawing {
    cuts: Vec<Cut>,
    /// The lines between two rules that have text.
    bands: Vec<Range<usize>>,
    merged: Vec<Merged>,
    /// How many letters each column has room for.
    room: Vec<usize>,
    /// The words of the text, where words in it are chopped.
    chopped: Option<Rc<Words>>,
}

/// One cell: its columns and its bands.
struct Merged {
    columns: Range<usize>,
    bands: Range<usize>,
}

impl Cutter<'_> {
    /// The drawn table that begins with this line.
    pub(super) fn drawn(&mut self, lines: &[Line], at: usize) -> Option<Block> {
        let line = |at: usize| self.source.slice(lines[at].span);
        let start = lines[at].span.start;
        let signs = signs_of(line(at));
        let begins = |at: usize| first_sign(line(at)).map(signs);
        if start < self.undrawn || begins(at) != Some('+') || !is_rule(line(at).trim()) {
            return None;
        }
        let belongs = |at: &usize| matches!(begins(*at), Some('+' | '|'));
        let end = (at..lines.len()).find(|at| !belongs(at)).unwrap_or(lines.len());
        let columns = borders((at..end).map(line), signs);
        let cut = |columns: &Vec<usize>| {
            (at..end).map(|at| cut(line(at), lines[at].span.start as usize, columns, signs)).collect::<Vec<_>>()
        };
        let cuts = columns.as_ref().map(cut).unwrap_or_default();
        let bands = bands(&cuts);
        let Some(columns) = columns.filter(|_| !bands.is_empty()) else {
            self.undrawn = lines[end - 1].span.end;
            return None;
        };
        let room = (0..columns.len() - 1).map(|column| self.column_room(&cuts, column)).collect();
        let chopped = self.is_chopped(&cuts, &bands).then(|| self.words());
        let drawing = Drawing { merged: merged(&cuts, &bands), cuts, bands, room, chopped };
        let mut rows = Vec::new();
        for (at, band) in drawing.bands.iter().enumerate() {
            let starts = self.starts(&drawing.cuts, band, drawing.bands.len());
            if starts.len() < 2 {
                rows.push(self.drawn_row(&drawing, at));
                continue;
            }
            let ends = starts.iter().skip(1).copied().chain([band.end]);
            let parts: Vec<Range<usize>> = starts.iter().zip(ends).map(|(start, end)| *start..end).collect();
            rows.extend(parts.into_iter().map(|part| self.plain_row(&drawing, part)));
        }
        Some((rows, end))
    }

    /// A column name in the first rows is chopped.
    fn is_chopped(&self, cuts: &[Cut], bands: &[Range<usize>]) -> bool {
        bands.iter().take(HEADER_BANDS).any(|band| {
            (0..cuts[0].ruled.len()).any(|column| {
                let inside = |cut: &Cut| self.source.slice(self.inside(cut, &(column..column + 1))).trim();
                let lines: Vec<&str> =
                    cuts[band.clone()].iter().map(inside).filter(|line| !line.is_empty()).take(MOST_PIECES).collect();
                is_chopped_name(&lines)
            })
        })
    }

    fn column_room(&self, cuts: &[Cut], column: usize) -> usize {
        let is_own = |cut: &&Cut| cut.drawn[column] && cut.drawn[column + 1] && !cut.ruled[column];
        self.room(cuts.iter().filter(is_own).map(|cut| self.inside(cut, &(column..column + 1))))
    }

    /// The lines of a band in which rows begin: where rules stand round the header and the whole only, each line is a row.
    fn starts(&self, cuts: &[Cut], band: &Range<usize>, bands: usize) -> Vec<usize> {
        let cell = |at: usize, column: usize| {
            let borders = &cuts[at].borders;
            let raw = self.source.slice(Span::new(borders[column], borders[column + 1].max(borders[column])));
            raw.trim_matches(|it: char| it.is_whitespace() || sign(it) == '|')
        };
        let filled = |at: &usize| (0..cuts[*at].ruled.len()).filter(|column| !cell(*at, *column).is_empty()).count();
        let starts: Vec<usize> = band
            .clone()
            .filter(|at| !cell(*at, 0).is_empty() && (filled(at) > 1 || cuts[*at].ruled.len() == 1))
            .collect();
        let number = |at: &usize| cell(*at, 0).trim_end_matches(['.', ')']).parse::<u32>().ok();
        let are_numbered = starts.iter().all(|at| number(at).is_some());
        if are_numbered || bands <= 2 { starts } else { Vec::new() }
    }

    /// A row of these lines, whose cells are not merged.
    fn plain_row(&mut self, drawing: &Drawing, lines: Range<usize>) -> Row {
        let cuts = &drawing.cuts[lines];
        let columns = 0..drawing.room.len();
        Row::positioned(columns.map(|column| self.drawn_cell(drawing, cuts, &(column..column + 1))).collect())
    }

    /// The row of the cells that begin in a band.
    fn drawn_row(&mut self, drawing: &Drawing, at: usize) -> Row {
        let mut row = Row::positioned(vec![Text::default(); drawing.room.len()]);
        let first = drawing.merged.partition_point(|cell| cell.bands.start < at);
        for cell in drawing.merged[first..].iter().take_while(|cell| cell.bands.start == at) {
            let lines = drawing.bands[at].start..drawing.bands[cell.bands.end - 1].end;
            let placed = &mut row.cells[cell.columns.start];
            placed.text = self.drawn_cell(drawing, &drawing.cuts[lines], &cell.columns);
            placed.end_column = cell.columns.end;
            placed.rows_below = cell.bands.len() - 1;
        }
        row
    }

    fn drawn_cell(&mut self, drawing: &Drawing, cuts: &[Cut], columns: &Range<usize>) -> Text {
        let spans: Vec<Span> = cuts.iter().map(|cut| self.words_inside(cut, columns)).collect();
        // Between two columns there is room for a border and a blank on each side.
        let room = drawing.room[columns.clone()].iter().sum::<usize>() + 3 * (columns.len() - 1);
        self.wrapped(&spans, Column { room, chopped: drawing.chopped.as_deref() })
    }

    /// The same without the arrows that lead through the cell.
    fn words_inside(&self, cut: &Cut, columns: &Range<usize>) -> Span {
        let span = self.inside(cut, columns);
        let text = self.source.slice(span);
        if !text.contains(is_thick) {
            return span;
        }
        let is_line = |it: char| it == ' ' || is_thick(it);
        let words = text.trim_matches(is_line);
        let start = span.start as usize + (text.len() - text.trim_start_matches(is_line).len()).min(text.len());
        Span::new(start, start + words.len())
    }

    /// What stands between the borders of these columns.
    fn inside(&self, cut: &Cut, columns: &Range<usize>) -> Span {
        let left = cut.borders[columns.start];
        let border = self.source.text[left..].chars().next().filter(|_| cut.drawn[columns.start]);
        let start = left + border.map_or(0, char::len_utf8);
        Span::new(start, cut.borders[columns.end].max(start))
    }
}

/// How the signs of a drawing that begins with this rule are meant: in a frame of thin lines, thick ones are arrows in its cells.
fn signs_of(rule: &str) -> Signs {
    if rule.is_ascii() || rule.contains(is_thick) { sign } else { thin_sign }
}

fn is_thick(letter: char) -> bool {
    matches!(
        letter,
        '━' | '┃'
            | '┅'
            | '┇'
            | '┉'
            | '┋'
            | '┏'
            | '┓'
            | '┗'
            | '┛'
            | '┣'
            | '┫'
            | '┳'
            | '┻'
            | '╋'
            | '╍'
            | '╏'
    )
}

/// The same where thick lines are no part of the frame, but may cross it.
fn thin_sign(letter: char) -> char {
    match letter {
        '┿' => '|',
        '╂' => '-',
        thick if is_thick(thick) => thick,
        other => sign(other),
    }
}

fn sign(letter: char) -> char {
    match letter {
        '─' | '━' | '═' | '┄' | '┅' | '┈' | '┉' | '╌' | '╍' | '=' => '-',
        '│' | '┃' | '║' | '┆' | '┇' | '┊' | '┋' | '╎' | '╏' => '|',
        '\u{250c}'..='\u{254b}' | '\u{2552}'..='\u{256c}' | '\u{256d}'..='\u{2570}' => '+',
        other => other,
    }
}

/// A rule from border to border: `+---+---+`.
fn is_rule(line: &str) -> bool {
    let mut signs = line.chars().map(sign);
    signs.next() == Some('+')
        && line.chars().next_back().map(sign) == Some('+')
        && line.contains("--") | line.contains("==") | !line.is_ascii()
        && line.chars().map(sign).all(|it| matches!(it, '+' | '-' | ':'))
}

/// The columns at which borders stand in the rules of a table; `None` where it has no two or is wider than any.
fn borders<'t>(lines: impl Iterator<Item = &'t str>, sign: Signs) -> Option<Vec<usize>> {
    let mut found = BTreeSet::new();
    for line in lines {
        let mut column = 0;
        let mut before = ' ';
        let mut joint = None;
        for letter in line.chars() {
            let here = sign(letter);
            if matches!(here, '-' | ':') && before == '+' {
                found.extend(joint);
            }
            if here == '+' && matches!(before, '-' | ':') {
                found.insert(column);
            }
            joint = (here == '+').then_some(column);
            before = here;
            column += width(letter);
            if found.len() > MOST_COLUMNS {
                return None;
            }
        }
    }
    (found.len() > 1).then(|| found.into_iter().collect())
}

fn cut(line: &str, base: usize, columns: &[usize], sign: Signs) -> Cut {
    let at = offsets(line, columns);
    let letter = |at: usize| line[at..].chars().next().map(sign);
    let is_drawn = |at: &usize| matches!(letter(*at), Some('|' | '+'));
    let is_ruled = |bounds: &[usize]| {
        let mut inner = line[bounds[0]..bounds[1].max(bounds[0])].chars().map(sign);
        let first = inner.next();
        let mut rest = inner.peekable();
        matches!(first, Some('+' | '|' | '-')) && rest.peek().is_some() && rest.all(|it| matches!(it, '-' | ':'))
    };
    Cut {
        drawn: at.iter().map(is_drawn).collect(),
        ruled: at.windows(2).map(is_ruled).collect(),
        borders: at.iter().map(|at| base + at).collect(),
    }
}

/// The lines between two rules that have text, band by band.
fn bands(cuts: &[Cut]) -> Vec<Range<usize>> {
    let rules = (0..cuts.len()).filter(|at| cuts[*at].ruled.iter().any(|it| *it)).chain([cuts.len()]);
    let mut bands = Vec::new();
    let mut start = 0;
    for rule in rules {
        if rule > start {
            bands.push(start..rule);
        }
        start = rule + 1;
    }
    bands
}

/// The cells of a table, each over the columns and bands that nothing parts.
fn merged(cuts: &[Cut], bands: &[Range<usize>]) -> Vec<Merged> {
    let columns = cuts[0].ruled.len();
    let mut taken = vec![0; columns];
    let mut cells = Vec::new();
    for (at, band) in bands.iter().enumerate() {
        let mut column = 0;
        while column < columns {
            if taken[column] > at {
                column += 1;
                continue;
            }
            let is_parted = |border: &usize| band.clone().any(|line| cuts[line].drawn[*border]) || taken[*border] > at;
            let right = (column + 1..columns).find(is_parted).unwrap_or(columns);
            let is_closed = |next: &usize| {
                let rule = &cuts[bands[*next].end].ruled;
                rule[column..right].iter().any(|it| *it)
            };
            let below = (at..bands.len() - 1).find(is_closed).unwrap_or(bands.len() - 1) + 1;
            taken[column..right].fill(below);
            cells.push(Merged { columns: column..right, bands: at..below });
            column = right;
        }
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::super::cells;

    #[test]
    fn cells_go_over_lines_columns_and_rows() {
        let text = "+----+-----------------+\n| No | Pelaksana       |\n|    +-------+---------+\n|    | Staf  | Kepala  |\n\
                    |    | umum  |         |\n+====+=======+=========+\n| 1  | ✓     | - surat |\n|    |       | - kartu |\n+----+-------+---------+";
        assert_eq!(
            cells(text),
            [["No", "Pelaksana", ""], ["", "Staf umum", "Kepala"], ["1", "✓", "- surat\n- kartu"],]
        );
    }

    #[test]
    fn without_rules_between_them_lines_are_rows() {
        let text = "┌────┬────────┐\n│ No │ Surat  │\n├────┼────────┤\n│ 1  │ satu   │\n│    │ dua    │\n│ 2  │ tiga   │\n└────┴────────┘";
        assert_eq!(cells(text), [["No", "Surat"], ["1", "satu dua"], ["2", "tiga"]]);
    }

    #[test]
    fn thick_lines_in_a_thin_frame_are_arrows_in_its_cells() {
        let text = "┌────┬─────┬─────┐\n│ No │ A   │ B   │\n╞════╪═════╪═════╡\n│ 1  │ (M) │     │\n│    │  ┗━━┿━━┓  │\n\
                    ├────┼─────┼──╂──┤\n│ 2  │     │  ▼  │\n│    │     │  □  │\n└────┴─────┴─────┘";
        assert_eq!(cells(text), [["No", "A", "B"], ["1", "(M)", ""], ["2", "", "▼\n□"]]);
    }

    #[test]
    fn what_looks_drawn_and_is_not_costs_little() {
        for unit in ["+-+\n", "+--+\n|\n", "+--+--+\n| a\n", "|\n+-", "+--+--+\n", "+--+\n|--|\n"] {
            cells(&unit.repeat(20_000));
        }
    }
}
