//! Pipe tables, with pipes round them or without; a cell may go on over lines where a program left its line breaks in.

use super::lines::Line;
use super::wrapped::without_break;
use super::{Block, Cutter};
use crate::document::{Row, Text};
use crate::source::Span;
use crate::vocabulary::columns::exact;
use crate::vocabulary::labels;
use crate::vocabulary::sections::{self, Heading};

/// Most lines of one row that goes on.
const MOST_LINES: usize = 40;

/// Named columns that make a line with pipes the header of a table.
const ENOUGH_NAMES: usize = 3;

/// How many cells of a line are looked at for names.
const MOST_NAMES: usize = 32;

/// Longest label of a pair, in bytes.
const LONGEST_LABEL: usize = 40;

/// What programs write in a cell without value.
const NO_VALUES: [&str; 2] = ["NaN", "NaT"];

/// `|---|:---:|` and box-drawing rules: structure, not text.
pub(super) fn is_rule(line: &str) -> bool {
    line.len() > 2
        && line.starts_with(['|', '+', '-', ':'])
        && (line.contains("--") || line.contains("|-") || line.contains("-|"))
        && line.chars().all(|it| matches!(it, '|' | '-' | ':' | '+' | ' ' | '=' | '\t'))
        && line.contains(['|', '+'])
}

impl Cutter<'_> {
    /// The row of a pipe table that begins with this line, or the whole of a table without pipes round it.
    pub(super) fn piped(&mut self, lines: &[Line], at: usize) -> Option<Block> {
        let line = self.source.slice(lines[at].span);
        if !line.contains('|') {
            return None;
        }
        let trimmed = line.trim();
        if is_rule(trimmed) {
            return None;
        }
        let next = if trimmed.starts_with('|') { self.row_end(lines, at) } else { at };
        if next > at + 1 || trimmed.starts_with('|') && trimmed[1..].contains('|') {
            let span = Span { start: lines[at].span.start, end: lines[next - 1].span.end };
            let row = self.cells(span);
            return Some((if row.is_blank() { Vec::new() } else { vec![row] }, next));
        }
        self.labelled(lines[at].span).map(|rows| (rows, at + 1)).or_else(|| self.bare(lines, at))
    }

    /// `Nomor: 01/SOP | Tanggal: 10 Juli 2023`: labels of the identity block in one line, each with its value.
    fn labelled(&mut self, line: Span) -> Option<Vec<Row>> {
        let source = self.source;
        let parts = source.slice(line).split('|');
        let is_known = |label: &str| labels::whole(label).or_else(|| labels::short(label)).is_some();
        let first = before_colon(parts.clone().next()?).is_some_and(is_known);
        if !first || !parts.clone().all(|part| before_colon(part).is_some()) {
            return None;
        }
        let mut start = line.start as usize;
        let mut rows = Vec::new();
        for part in parts {
            rows.push(Row::line(self.clean(Span::new(start, start + part.len()))));
            start += part.len() + 1;
        }
        Some(rows)
    }

    /// Where the row ends that begins with this line: without a pipe at its end, and with fewer cells than the table has, it goes
    /// on up to the line that has the rest.
    fn row_end(&self, lines: &[Line], at: usize) -> usize {
        let line = |at: usize| self.source.slice(lines[at].span).trim();
        if line(at).ends_with('|') {
            return at + 1;
        }
        let Some(wanted) = self.width(lines, at) else { return at + 1 };
        let mut cells = pipes(line(at));
        for next in at + 1..lines.len().min(at + MOST_LINES) {
            if cells > wanted || is_rule(line(next)) || pipes(line(next)) > wanted {
                break;
            }
            cells += pipes(line(next));
            if cells == wanted + 1 && line(next).ends_with('|') {
                return next + 1;
            }
        }
        at + 1
    }

    /// How many cells a row of this table has: as the ruling line has, or the row before; a header that goes on over lines as the
    /// ruling line below.
    fn width(&self, lines: &[Line], at: usize) -> Option<usize> {
        let line = |line: &Line| self.source.slice(line.span).trim();
        let below = || {
            let mut lines = lines[at + 1..].iter().take(MOST_LINES).map(line).take_while(|it| !it.is_empty());
            lines.find(|it| it.starts_with('|') && is_rule(it)).map(|it| pipes(it) - 1)
        };
        let above = lines[..at].iter().rev().take(MOST_LINES).map(|line| self.source.slice(line.span).trim());
        let is_whole = |line: &&str| line.len() > 1 && line.starts_with('|') && line.ends_with('|');
        above.take_while(|line| !line.is_empty()).find(is_whole).map(|line| pipes(line) - 1).or_else(below)
    }

    /// A table without pipes round it: a line with pipes over a ruling line with as many, or one that names columns or a label.
    fn bare(&mut self, lines: &[Line], at: usize) -> Option<Block> {
        let line = |at: usize| lines.get(at).map_or("", |line| self.source.slice(line.span).trim());
        let count = pipes(line(at));
        if count == 0 {
            return None;
        }
        let rule = line(at + 1);
        let joints = |rule: &str| rule.trim_matches(['|', '+']).matches(['|', '+']).count();
        let is_ruled = is_rule(rule) && joints(rule) == count;
        if !is_ruled && !is_named(line(at)) {
            return None;
        }
        let first = at + 1 + usize::from(is_ruled);
        let belongs = |at: &usize| pipes(line(*at)) > 0 && !is_rule(line(*at));
        let end = (first..lines.len()).find(|at| !belongs(at)).unwrap_or(lines.len());
        let rows = (at..end).filter(|row| *row == at || *row >= first);
        // Without pipes round it the first cell of a row may be empty.
        let rows = rows.map(|row| match pipes(line(row)) == count && line(row).starts_with('|') {
            true => self.open_cells(lines[row].span),
            false => self.cells(lines[row].span),
        });
        Some((rows.collect(), end))
    }

    /// A row of a pipe table: `\|` is a pipe inside a cell.
    fn cells(&mut self, line: Span) -> Row {
        let raw = self.source.slice(line);
        let trimmed = raw.trim();
        let lead = raw.len() - raw.trim_start().len();
        let inner = trimmed.strip_prefix('|').unwrap_or(trimmed);
        let start = line.start as usize + lead + trimmed.len() - inner.len();
        let inner = if is_escaped(inner, inner.len().saturating_sub(1)) {
            inner
        } else {
            inner.strip_suffix('|').unwrap_or(inner)
        };
        Row { is_heading: is_bold_alone(inner), ..self.parted(inner, start) }
    }

    /// A row of a table without pipes round it.
    fn open_cells(&mut self, line: Span) -> Row {
        self.parted(self.source.slice(line), line.start as usize)
    }

    fn parted(&mut self, inner: &str, start: usize) -> Row {
        let mut texts = Vec::new();
        let mut from = 0;
        let ends = inner.match_indices('|').map(|(at, _)| at).filter(|at| !is_escaped(inner, *at));
        for end in ends.chain([inner.len()]) {
            texts.push(self.piped_cell(Span::new(start + from, start + end)));
            from = end + 1;
        }
        Row::positioned(texts)
    }

    fn piped_cell(&mut self, span: Span) -> Text {
        let text = self.clean_cell(span);
        if NO_VALUES.contains(&text.as_str()) {
            return Text::default();
        }
        without_break(without_escaped_pipes(text))
    }
}

/// The words before a colon, as far as they are few.
fn before_colon(part: &str) -> Option<&str> {
    let (label, _) = part.split_once(':')?;
    Some(label.trim_matches(|it: char| it == '*' || it.is_whitespace())).filter(|it| it.len() <= LONGEST_LABEL)
}

/// All that the row says is one cell in bold.
fn is_bold_alone(inner: &str) -> bool {
    let mut filled = inner.split('|').map(str::trim).filter(|cell| !cell.is_empty());
    let is_bold = |cell: &str| cell.len() > 4 && cell.starts_with("**") && cell.ends_with("**");
    filled.next().is_some_and(is_bold) && filled.next().is_none()
}

/// `\|` is a pipe.
fn without_escaped_pipes(text: Text) -> Text {
    if !text.as_str().contains("\\|") {
        return text;
    }
    let mut out = Text::default();
    for part in text.as_str().split_inclusive("\\|") {
        let pipe = part.strip_suffix("\\|");
        out.append(&text.slice(pipe.unwrap_or(part)));
        if pipe.is_some() {
            out.append(&text.slice(&part[part.len() - 1..]));
        }
    }
    out
}

/// The sign at this offset has a backslash before it.
fn is_escaped(text: &str, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| text.as_bytes()[before] == b'\\')
}

/// The cells of a line name columns, or sections, or the first a label of the identity block.
fn is_named(line: &str) -> bool {
    let mut cells = line.split('|').map(str::trim);
    let is_label = cells.clone().next().is_some_and(|first| labels::whole(first).is_some());
    let is_heading =
        |cell: &str| matches!(sections::whole(cell.trim_end_matches([' ', ':'])), Some(Heading::Section(_)));
    if cells.clone().all(is_heading) {
        return true;
    }
    is_label || cells.by_ref().take(MOST_NAMES).filter(|cell| exact(cell).is_some()).count() >= ENOUGH_NAMES
}

/// How many pipes a line has that part cells.
fn pipes(line: &str) -> usize {
    line.match_indices('|').filter(|(at, _)| !is_escaped(line, *at)).count()
}
