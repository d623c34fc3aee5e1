//! Text whose columns are held apart by runs of spaces, cells wrapped over several lines, as PDF extractors print it.

use super::{FOOTERS, identity, sections, wrap};
use crate::damage::fault::Fault;
use crate::damage::form::Form;
use crate::damage::grid::{Grid, Role};
use crate::damage::plan::Plan;
use crate::damage::random::Random;

/// A piece of text at a column of a line.
struct Sheet(Vec<String>);

impl Sheet {
    fn put(&mut self, line: usize, column: usize, text: &str) {
        while self.0.len() <= line {
            self.0.push(String::new());
        }
        let length = self.0[line].chars().count();
        let gap = column.saturating_sub(length);
        self.0[line].push_str(&" ".repeat(gap));
        self.0[line].push_str(text);
    }
}

/// Identity and sections.
pub fn front(plan: &Plan, form: &Form, random: &mut Random) -> String {
    let (label_at, value_at) = (44, 66);
    let mut right: Vec<(String, String)> = Vec::new();
    for (label, value) in identity::pairs(plan, form, random) {
        let lines: Vec<String> = value.iter().flat_map(|line| wrap(line, 44)).collect();
        let first = lines.first().cloned().unwrap_or_default();
        right.push((label, format!(": {first}")));
        right.extend(lines.into_iter().skip(1).map(|line| (String::new(), format!("  {line}"))));
    }
    let left: Vec<String> = identity::agency(plan, form).iter().flat_map(|line| wrap(line, 36)).collect();
    let mut sheet = Sheet(Vec::new());
    for line in 0..right.len().max(left.len()) {
        if let Some(text) = left.get(line) {
            sheet.put(line, 3, text);
        }
        if let Some((label, value)) = right.get(line) {
            if !label.is_empty() {
                sheet.put(line, label_at, label);
            }
            sheet.put(line, value_at, value.trim_end());
        }
    }
    let sections = sections(plan, form, random);
    format!("{}\n{}", sheet.0.join("\n"), sections.join("\n"))
}

fn sections(plan: &Plan, form: &Form, random: &mut Random) -> Vec<String> {
    let all = sections::all(plan, form);
    let mut sheet = Sheet(Vec::new());
    let (across, width) = if form.side_by_side { (2, 54) } else { (1, 96) };
    for row in all.chunks(across) {
        let top = sheet.0.len();
        for (at, (label, items)) in row.iter().enumerate() {
            let column = 2 + at * (width + 6);
            sheet.put(top, column, label);
            let mut line = top + 1;
            for item in sections::lines(items, form, random) {
                for (part, text) in wrap(&item, width - 3).into_iter().enumerate() {
                    let indent = if part > 0 && items.len() > 1 { 3 } else { 0 };
                    sheet.put(line, column + indent, &text);
                    line += 1;
                }
            }
        }
    }
    sheet.0
}

/// Where each column starts and how wide it is.
fn measures(grid: &Grid) -> Vec<(usize, usize)> {
    let mut start = 1;
    let mut out = Vec::new();
    let head = grid.head_cells();
    for (column, role) in grid.roles.iter().enumerate() {
        let usual = match role {
            Role::Number => 4,
            Role::Activity => 34,
            Role::Lane(_) => 11,
            Role::ActorName => 16,
            Role::Requirements | Role::Outputs => 20,
            Role::Time(Some(_)) => 6,
            Role::Time(None) => 11,
            Role::Note => 15,
        };
        let texts = grid.body.iter().map(|row| row[column].as_str());
        let texts = texts.chain(head.iter().map(|row| row[column].as_str()));
        let longest = texts.flat_map(str::split_whitespace).map(|word| word.chars().count()).max().unwrap_or(0);
        let width = usual.max(longest);
        out.push((start, width));
        start += width + 2;
    }
    out
}

/// The table.
pub fn table(grid: &Grid, form: &Form, random: &mut Random) -> String {
    let measures = measures(grid);
    let tight = form.has(Fault::TightRows);
    let (middle, gap) = *random.pick(&[(true, true), (true, true), (false, false), (false, true)]);
    let (middle, gap) = if tight { (true, false) } else { (middle, gap) };
    let mut lines = head(grid, &measures);
    if form.has(Fault::ColumnNumbers) {
        let numbers: Vec<String> = (1..=grid.roles.len()).map(|at| at.to_string()).collect();
        lines.extend(row_lines(&numbers, &measures, false));
    }
    let half = grid.body.len() / 2;
    for (at, row) in grid.body.iter().enumerate() {
        if at == half {
            lines.extend(page_end(grid, form, &measures, random));
        }
        if gap {
            lines.push(String::new());
        }
        lines.extend(row_lines(row, &measures, middle));
    }
    lines.join("\n")
}

fn page_end(grid: &Grid, form: &Form, measures: &[(usize, usize)], random: &mut Random) -> Vec<String> {
    let mut lines = Vec::new();
    if form.has(Fault::Footers) {
        lines.push(String::new());
        lines.push(format!("  {}", random.pick(FOOTERS)));
    }
    if form.has(Fault::PageBreak) {
        let header = if random.chance(70) { head(grid, measures) } else { Vec::new() };
        let page = if header.is_empty() { "\u{c}".to_owned() } else { format!("\u{c}{}", header[0]) };
        lines.push(page);
        lines.extend(header.into_iter().skip(1));
    }
    lines
}

fn row_lines(row: &[String], measures: &[(usize, usize)], middle: bool) -> Vec<String> {
    let cells: Vec<Vec<String>> = row.iter().zip(measures).map(|(text, (_, width))| wrap(text, *width)).collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or(0);
    let mut sheet = Sheet(vec![String::new(); height]);
    for (lines, (start, _)) in cells.iter().zip(measures) {
        let top = if middle { (height - lines.len()) / 2 } else { 0 };
        for (at, text) in lines.iter().enumerate() {
            sheet.put(top + at, *start, text);
        }
    }
    sheet.0
}

/// The header: groups centred over their columns, names wrapped.
fn head(grid: &Grid, measures: &[(usize, usize)]) -> Vec<String> {
    let mut placed: Vec<(usize, usize, String)> = Vec::new();
    let mut top = 0;
    let mut taken = vec![0usize; grid.roles.len()];
    for (row, cells) in grid.head.iter().enumerate() {
        let (mut column, mut height) = (0, 1);
        for cell in cells {
            while taken[column] > row {
                column += 1;
            }
            let (start, width) = measures[column];
            let (end, last) = measures[column + cell.columns - 1];
            let span = end + last - start;
            let lines = wrap(&cell.text, if cell.columns > 1 { span } else { width });
            let centre = if cell.columns > 1 { span.saturating_sub(cell.text.chars().count()) / 2 } else { 0 };
            if cell.rows == 1 {
                height = height.max(lines.len());
            }
            placed.extend(lines.into_iter().enumerate().map(|(at, line)| (top + at, start + centre, line)));
            taken[column..column + cell.columns].fill(row + cell.rows);
            column += cell.columns;
        }
        top += height;
    }
    placed.sort();
    let mut sheet = Sheet(Vec::new());
    for (line, column, text) in placed {
        sheet.put(line, column, &text);
    }
    sheet.0
}
