//! Finds the procedure tables of a document: header, rows, end.

use super::Columns;
use super::copies::without_copies;
use super::header::{self, is_step, numbers_columns};
use super::row::split_number;
use super::steps::is_heading;
use super::titles::Titles;
use crate::document::{Layout, Row};
use crate::grammar::step_number::{roman_number, step_number};
use crate::grammar::{date, duration, person};
use crate::parse::heading::opens_preamble;
use crate::parse::lines::is_place_and_date;
use crate::vocabulary::columns::{Header, is_of_register};
use crate::vocabulary::sections::Heading;
use crate::vocabulary::{labels, marks, noise, prose_words, sections};
use std::ops::Range;

/// One procedure table.
#[derive(Debug, Default)]
pub(in crate::parse) struct Table {
    /// All rows of the table, header first.
    pub rows: Range<usize>,
    /// Rows of the header, repeated ones and rows of column numbers included.
    pub structure: Vec<usize>,
    /// Rows that hold steps or continue them.
    pub body: Vec<usize>,
    /// Rows among them that are part of no step: feet and heads of pages.
    pub strays: Vec<usize>,
    /// Rows that say once more what the table says, those of their header included.
    pub copies: Vec<usize>,
    /// The row above that names it as a stage of the procedure.
    pub stage: Option<usize>,
    /// What the columns hold.
    pub columns: Columns,
    /// Other columns, each from a row on: those of pages that have a grid of their own.
    pub later: Vec<(usize, Columns)>,
    /// Rows whose cells were put right by what they hold.
    pub shifted: Vec<usize>,
}

impl Table {
    /// What the columns hold in this row.
    pub fn columns_at(&self, row: usize) -> &Columns {
        let after = self.later.partition_point(|(from, _)| *from <= row);
        after.checked_sub(1).map_or(&self.columns, |at| &self.later[at].1)
    }

    /// Every row that belongs to it.
    pub fn all_rows(&self) -> impl Iterator<Item = usize> {
        [&self.structure, &self.body, &self.strays, &self.copies].into_iter().flatten().copied()
    }
}

/// The tables of a document, in order.
#[derive(Default)]
pub(in crate::parse) struct Found {
    pub tables: Vec<Table>,
    /// Tables that are no procedure: registers, lists of samples.
    pub registers: Vec<Range<usize>>,
    /// Tables whose rows are the sections of the form.
    pub components: Vec<Range<usize>>,
}

/// The tables of a document, in order.
pub(in crate::parse) fn find(rows: &[Row]) -> Found {
    let mut found = Found::default();
    let titles = Titles::default();
    let mut at = 0;
    while at < rows.len() {
        if let Some(length) = header::length(rows, at, &titles) {
            let header: Vec<&Row> = rows[at..at + length].iter().collect();
            let mut table = Table {
                rows: at..at + length,
                structure: (at..at + length).collect(),
                columns: Columns::of(&header, &rows[at + length..], &titles),
                ..Table::default()
            };
            extend(rows, &mut table, &titles);
            table.columns.roman = counts_in_roman(rows, &table);
            at = table.rows.end;
            found.tables.push(table);
        } else if let Some(register) = register(rows, at, &titles) {
            at = register.end;
            if holds_sections(&rows[register.clone()]) {
                found.components.push(register);
            } else {
                found.registers.push(register);
            }
        } else {
            at += 1;
        }
    }
    if found.tables.is_empty() {
        found.tables.extend(headless(rows, &titles));
    }
    found.tables = without_copies(rows, join_pages(rows, found.tables));
    found
}

/// A table with numbered rows whose header names no procedure: it begins with `No` or another word of registers.
fn register<'t>(rows: &'t [Row], at: usize, titles: &Titles<'t>) -> Option<Range<usize>> {
    let head = &rows[at];
    let below = rows.get(at + 1).filter(|row| row.layout == Layout::Cells && is_step(row))?;
    if head.layout != Layout::Cells || head.filled().count() < 3 || below.filled().count() < 2 || is_step(head) {
        return None;
    }
    let first = head.filled().next()?.text.as_str();
    let numbered = || titles.title(first).header == Some(Header::Number);
    let named = head.texts().skip(1).all(|text| text.len() <= 48 && text.chars().any(char::is_alphabetic));
    if !named || !(is_of_register(first) || numbered()) {
        return None;
    }
    Some(at..at + length_of(&rows[at..]))
}

/// `Lampiran: Formulir Permintaan`: the heading of an attachment, behind which the steps do not go on.
fn begins_annex(rows: &[Row], at: usize, table: &Table) -> bool {
    let heads = |text: &str| text.split(|it: char| !it.is_alphabetic()).next().is_some_and(prose_words::heads_annex);
    if !rows[at].single().is_some_and(|cell| heads(cell.text.as_str())) {
        return false;
    }
    let next = rows[at + 1..].iter().take(MOST_ROWS_TO_STEP).find_map(number_of);
    last_number(rows, table).is_some_and(|last| next != Some(last + 1))
}

/// The head of a form to be filled in, `No | Nama Barang | Jumlah`, below which the numbers begin anew: an attachment.
fn begins_blank_form<'t>(rows: &'t [Row], at: usize, titles: &Titles<'t>) -> bool {
    let head = &rows[at];
    let numbered = || head.texts().next().is_some_and(|first| titles.title(first).header == Some(Header::Number));
    let below = || rows[at + 1..].iter().take(MOST_ROWS_TO_STEP).find(|row| !row.is_blank());
    head.filled().count() >= 3 && numbered() && below().is_some_and(|row| number_of(row) == Some(1))
}

/// A sheet or page on which no numbered row goes on ends the register.
fn length_of(rows: &[Row]) -> usize {
    let goes_on = |at: usize, row: &Row| at == 0 || !row.page_start || is_step(row);
    let rows = rows.iter().enumerate();
    rows.take_while(|(at, row)| row.layout == Layout::Cells && !row.is_blank() && goes_on(*at, row)).count()
}

/// Fewer sections are an accident.
const FEWEST_SECTIONS: usize = 2;

/// The rows of a register, its header left out, are sections of the form: number, heading, contents (`NO | KOMPONEN | URAIAN`).
fn holds_sections(rows: &[Row]) -> bool {
    let heads = |row: &&Row| {
        let mut cells = row.texts();
        let numbered = cells.next().is_some_and(|text| step_number(text).is_some());
        numbered && cells.next().is_some_and(|text| sections::whole(text).is_some()) && cells.count() == 1
    };
    rows.iter().filter(heads).count() >= FEWEST_SECTIONS
}

/// Takes the rows below a header into the table, up to its end.
fn extend<'t>(rows: &'t [Row], table: &mut Table, titles: &Titles<'t>) {
    let mut at = table.rows.end;
    let mut on_later_page = false;
    while at < rows.len() {
        let row = &rows[at];
        on_later_page |= row.page_start;
        if row.is_blank() {
            at += 1;
            continue;
        }
        if row.layout != Layout::Cells {
            if ends_table(row) || !resumes(rows, at, table, titles) {
                break;
            }
            at += 1;
            continue;
        }
        if on_later_page && is_strip(row, &table.columns) {
            at += 1;
            continue;
        }
        // Steps are by far the most of all rows, and none of what is looked for below.
        if is_step(row) {
            if counts_section(row) {
                break;
            }
            let taken = if is_foot(rows, at, table) { &mut table.strays } else { &mut table.body };
            taken.push(at);
            at += 1;
            table.rows.end = at;
            continue;
        }
        if let Some(length) = header::length(rows, at, titles) {
            let header: Vec<&Row> = rows[at..at + length].iter().collect();
            let again = Columns::of(&header, &rows[at + length..], titles);
            give_back_page_head(rows, table, at);
            if !repeats(&again, &table.columns) || starts_again(rows, table, at + length) {
                break;
            }
            table.later.push((at, table.columns.at_repeat(again)));
            table.structure.extend(at..at + length);
            at += length;
        } else if numbers_columns(row) && row.filled().count() >= 3 {
            table.structure.push(at);
            at += 1;
        } else if ends_table(row)
            || explains_symbols(row)
            || begins_signature(rows, at)
            || begins_page_of_identity(rows, at, titles)
            || heads_identity(rows, at)
            || register(rows, at, titles).is_some()
            || begins_blank_form(rows, at, titles)
            || begins_annex(rows, at, table)
        {
            break;
        } else if is_foot(rows, at, table) {
            table.strays.push(at);
            at += 1;
        } else {
            table.body.push(at);
            at += 1;
        }
        table.rows.end = at;
    }
}

/// The foot of a page in the first cell of a row: a note of the signing system, or the number of the page. Where the numbers have
/// a column, what else fills it alone is no part of a step either.
fn is_foot(rows: &[Row], at: usize, table: &Table) -> bool {
    let Some(cell) = rows[at].single() else { return false };
    let text = cell.text.as_str();
    if !is_step(&rows[at]) {
        let in_number = || table.columns.number == Some(cell.column) && split_number(text).is_none();
        let numbered = || table.body.last().is_some_and(|at| is_step(&rows[*at]));
        return noise::is_noise(text) || (in_number() && numbered() && !is_heading(&rows[at], true));
    }
    // The number of a page, where the steps count otherwise.
    let next = rows[at + 1..].iter().take(MOST_ROWS_TO_STEP).find_map(number_of);
    let before = table.body.iter().rev().take(MOST_ROWS_TO_STEP).find_map(|at| number_of(&rows[*at]));
    next.is_some() && next <= number_of(&rows[at]) && before.map(|it| it + 1) == next
}

/// Behind this header the steps are counted from 1 once more.
fn starts_again(rows: &[Row], table: &Table, from: usize) -> bool {
    let next = rows[from..].iter().take(MOST_ROWS_TO_STEP).find_map(number_of);
    next == Some(1) && table.body.iter().any(|at| number_of(&rows[*at]).is_some())
}

/// Rows up to the next step, or back to the last, at most.
const MOST_ROWS_TO_STEP: usize = 16;

/// A row of a drawn grid with one column only, where the table has many: which of them it belongs to is not known.
fn is_strip(row: &Row, columns: &Columns) -> bool {
    row.cells.len() == 1 && row.extent.is_some() && columns.width >= 4
}

/// Most rows that head a page above a header that is printed again.
const LONGEST_PAGE_HEAD: usize = 8;

/// The rows right above a header that was printed again, none of them a step: behind a blank one they are the head of the page,
/// and what fills only the number column is no part of the step above.
fn give_back_page_head(rows: &[Row], table: &mut Table, header: usize) {
    let above = |at: usize| header.checked_sub(at + 1).map(|at| &rows[at]);
    let skipped = (0..LONGEST_PAGE_HEAD).take_while(|at| above(*at).is_some_and(Row::is_blank)).count();
    let head =
        (skipped..LONGEST_PAGE_HEAD).take_while(|at| above(*at).is_some_and(|row| !row.is_blank() && !is_step(row)));
    let start = header - skipped - head.count();
    let apart = start.checked_sub(1).is_some_and(|at| rows[at].is_blank());
    let starts_step =
        |row: &Row| table.columns.number.is_none() && row.filled().next().is_some_and(|it| it.column == 0);
    if apart && !rows[start..header].iter().any(starts_step) {
        table.body.retain(|at| *at < start);
    }
    let in_number = |row: &Row| row.single().is_some_and(|cell| table.columns.number == Some(cell.column));
    while let Some(last) = table.body.pop_if(|at| in_number(&rows[*at]) && !is_step(&rows[*at])) {
        table.strays.push(last);
    }
}

/// The number column counts I, II, III, and never 1, 2, 3: beside those, Roman numbers head groups of steps.
fn counts_in_roman(rows: &[Row], table: &Table) -> bool {
    let Some(column) = table.columns.number else { return false };
    let numbers: Vec<&str> = table
        .body
        .iter()
        .filter_map(|at| rows[*at].cells.get(column))
        .filter(|cell| !cell.text.is_blank())
        .map(|cell| cell.text.as_str())
        .collect();
    let roman: Vec<u32> = numbers.iter().filter_map(|text| roman_number(text)).collect();
    roman.len() >= 2 && roman[..2] == [1, 2] && !numbers.iter().any(|text| step_number(text).is_some())
}

/// A repeated header names the same columns, or names of the actors wander through it.
fn repeats(again: &Columns, columns: &Columns) -> bool {
    let folded = |columns: &Columns| -> Vec<String> {
        columns.lanes.iter().map(|(_, name)| crate::vocabulary::fold(name.as_str())).collect()
    };
    let (before, now) = (folded(columns), folded(again));
    now.is_empty() || now.iter().filter(|name| before.contains(name)).count() * 2 >= now.len()
}

/// `6 | Riwayat Perubahan`: the number is that of a section of another form, which comes next.
fn counts_section(row: &Row) -> bool {
    let mut cells = row.filled().skip(1);
    let (title, none) = (cells.next(), cells.next());
    none.is_none() && title.is_some_and(|cell| sections::whole(cell.text.as_str()) == Some(Heading::Foreign))
}

/// A line of prose, or a label of the next identity block: no row of a table.
fn ends_table(row: &Row) -> bool {
    let Some(first) = row.filled().next() else { return false };
    let text = first.text.as_str();
    (!is_step(row) && labels_identity(row)) || (row.filled().count() <= 2 && sections::whole(text).is_some())
}

/// The page, or sheet, begins with the letterhead of an identity block.
fn begins_page_of_identity<'t>(rows: &'t [Row], at: usize, titles: &Titles<'t>) -> bool {
    let below = (at..rows.len()).filter(|at| !rows[*at].is_blank()).take(LONGEST_PAGE_HEAD);
    let mut head = below.take_while(|at| !is_step(&rows[*at]) && header::length(rows, *at, titles).is_none());
    rows[at].page_start && head.any(|at| ends_table(&rows[at]))
}

/// A line between a blank one and the labels of the next identity block: `SOP-02`.
fn heads_identity(rows: &[Row], at: usize) -> bool {
    let is_apart = at.checked_sub(1).is_some_and(|above| rows[above].is_blank());
    let below = || rows[at + 1..].iter().find(|row| !row.is_blank());
    is_apart && rows[at].single().is_some() && below().is_some_and(|row| !is_step(row) && labels_identity(row))
}

fn labels_identity(row: &Row) -> bool {
    row.filled().take(3).any(|cell| labels::begins_identity(cell.text.as_str()))
}

/// Fewer names of symbols in a row may be what was drawn there.
const FEWEST_SYMBOLS: usize = 3;

/// `Mulai/Selesai`, `Proses`, `Keputusan`, `Alur`: nothing but what the symbols mean, from the left edge on.
fn explains_symbols(row: &Row) -> bool {
    row.filled().count() >= FEWEST_SYMBOLS
        && row.filled().next().is_some_and(|cell| cell.column == 0)
        && row.texts().all(marks::names_symbol)
}

/// Most lines of a signature block.
const LONGEST_SIGNATURE: usize = 12;

/// Below a blank row, lines of one cell each down to the number of who signs, or below the day they did; or cells side by side that
/// hold such lines.
fn begins_signature(rows: &[Row], at: usize) -> bool {
    let apart = at.checked_sub(1).is_some_and(|above| rows[above].is_blank());
    if !apart {
        return false;
    }
    let lines = rows[at..].iter().filter(|row| !row.is_blank()).take(LONGEST_SIGNATURE);
    let lines: Vec<&str> = lines.map_while(|row| row.single()).map(|cell| cell.text.as_str()).collect();
    let is_signed = |text: &str| text.split('\n').any(is_number_of_official);
    lines.iter().any(|line| is_signed(line))
        || is_dated_block(&lines.join("\n"))
        || rows[at].texts().any(|text| is_signed(text) || is_dated_block(text))
}

/// `NIP. 19…`
fn is_number_of_official(line: &str) -> bool {
    let line = line.trim_start();
    line.get(..3).is_some_and(|it| it.eq_ignore_ascii_case("nip")) && person::nip(line).is_some()
}

/// An office and who holds it below the day they signed: `Sukamaju, 2 Maret 2021`, `Kepala Desa`, `SUKIRMAN`.
fn is_dated_block(text: &str) -> bool {
    let lines: Vec<&str> = text.split('\n').map(str::trim).filter(|line| !line.is_empty()).collect();
    let above = lines.iter().take_while(|line| opens_preamble(line) || is_place_and_date(line)).count();
    lines.len() >= above + 2 && lines[..above].iter().any(|line| date::find(line).is_some())
}

/// After a line of prose the table goes on: a step, or a repeated header, comes within a few lines. A row whose words stand in the
/// column of the numbers belongs to another table, unless the next step follows.
fn resumes<'t>(rows: &'t [Row], at: usize, table: &Table, titles: &Titles<'t>) -> bool {
    let in_number = |row: &Row| row.filled().next().is_some_and(|it| table.columns.number == Some(it.column));
    let last = last_number(rows, table);
    let (mut prose, mut other) = (0, false);
    for (offset, row) in rows[at..].iter().enumerate() {
        if row.is_blank() {
            continue;
        }
        if row.layout == Layout::Cells && !ends_table(row) {
            let follows = || !other || last.zip(number_of(row)).is_some_and(|(last, next)| next == last + 1);
            if header::length(rows, at + offset, titles).is_some() || is_step(row) && follows() {
                return true;
            }
            other |= row.filled().count() >= 2 && in_number(row);
            if row.filled().count() >= 2 && !in_number(row) {
                return register(rows, at + offset, titles).is_none();
            }
        }
        if ends_table(row) {
            return false;
        }
        prose += usize::from(!row.filled().all(|cell| noise::is_noise(cell.text.as_str())));
        if prose > 6 {
            return false;
        }
    }
    false
}

/// A table without header: three or more numbered rows with a duration in the same column.
fn headless<'t>(rows: &'t [Row], titles: &Titles<'t>) -> Option<Table> {
    let steps: Vec<usize> = (0..rows.len()).filter(|at| is_headless_step(&rows[*at])).collect();
    let first = *steps.first().filter(|_| steps.len() >= 3)?;
    let mut columns =
        Columns { number: Some(0), activity: Some(1), named_number: true, named_durations: true, ..Columns::default() };
    columns.width = steps.iter().map(|at| rows[*at].cells.len()).max().unwrap_or(0);
    let duration_at = |row: &Row| row.cells.iter().rposition(|cell| duration::looks_like(cell.text.as_str()));
    let positions: Vec<usize> = steps.iter().filter_map(|at| duration_at(&rows[*at])).collect();
    let common = *positions.iter().max_by_key(|at| positions.iter().filter(|it| it == at).count())?;
    columns.durations = vec![(common, None)];
    columns.requirements = common.checked_sub(1).filter(|at| *at > 1);
    columns.outputs = Some(common + 1);
    columns.note = Some(common + 2).filter(|at| *at < columns.width);
    // What is left of the header may be its row of numbers.
    let above = rows[..first].iter().rposition(|row| !row.is_blank());
    let numbers = above.filter(|at| rows[*at].layout == Layout::Cells && numbers_columns(&rows[*at]));
    let structure = numbers.into_iter().collect();
    let mut table = Table { rows: numbers.unwrap_or(first)..first, structure, columns, ..Table::default() };
    extend(rows, &mut table, titles);
    Some(table)
}

fn is_headless_step(row: &Row) -> bool {
    row.layout == Layout::Cells
        && is_step(row)
        && row.filled().count() >= 4
        && row.cells.iter().any(|cell| duration::looks_like(cell.text.as_str()))
}

/// A table that goes on with the next number after another header is the same table.
fn join_pages(rows: &[Row], tables: Vec<Table>) -> Vec<Table> {
    let mut joined: Vec<Table> = Vec::new();
    for table in tables {
        let continues = joined.last().is_some_and(|last| {
            let end = last_number(rows, last);
            let start = first_number(rows, &table);
            let between = &rows[last.rows.end..table.rows.start.max(last.rows.end)];
            let same_lanes = table.columns.lanes.len() == last.columns.lanes.len() || table.columns.lanes.is_empty();
            same_lanes && !between.iter().any(ends_table) && end.zip(start).is_some_and(|(end, start)| start > end)
        });
        match joined.last_mut() {
            Some(last) if continues => {
                last.later.push((table.rows.start, table.columns));
                last.later.extend(table.later);
                last.structure.extend(table.structure);
                last.body.extend(table.body);
                last.strays.extend(table.strays);
                last.rows.end = table.rows.end;
            }
            _ => joined.push(table),
        }
    }
    joined
}

/// The number of the step that the row begins with.
pub(in crate::parse) fn number_of(row: &Row) -> Option<u32> {
    row.filled().next().and_then(|cell| step_number(cell.text.as_str()))
}

fn first_number(rows: &[Row], table: &Table) -> Option<u32> {
    table.body.iter().find_map(|at| number_of(&rows[*at]))
}

fn last_number(rows: &[Row], table: &Table) -> Option<u32> {
    table.body.iter().rev().find_map(|at| number_of(&rows[*at]))
}
