//! The procedure table in tab-separated text, with what happens to its rows and cells there.

use super::pages::{self, Next};
use super::{column_numbers, furniture, rows};
use crate::damage::fault::Fault;
use crate::damage::form::Form;
use crate::damage::grid::{Grid, Role};
use crate::damage::layout::Layout;
use crate::damage::marks::Marks;
use crate::damage::plan::Plan;
use crate::damage::random::Random;

/// How many empty cells stand behind each column: a table cut off a page has them where another row's line went through.
struct Fill(Vec<usize>);

impl Fill {
    fn none(grid: &Grid) -> Self {
        Self(vec![0; grid.roles.len()])
    }

    /// One to three columns that are two on this page, none of them before `from`.
    fn any(grid: &Grid, from: usize, random: &mut Random) -> Self {
        let mut fill = Self::none(grid);
        for _ in 0..random.between(1, 3) {
            fill.0[random.between(from, grid.roles.len() - 2)] = 1;
        }
        fill
    }

    fn spread(&self, row: &[String]) -> String {
        let cells = row.iter().enumerate().flat_map(|(at, text)| {
            let empty = self.0.get(at).copied().unwrap_or(0);
            std::iter::once(text.clone()).chain(std::iter::repeat_n(String::new(), empty))
        });
        cells.collect::<Vec<_>>().join("\t")
    }
}

/// The table, line by line.
pub fn table(grid: &Grid, plan: &Plan, form: &Form, random: &mut Random) -> String {
    let mut lines = printed(grid, plan, form, random);
    if form.has(Fault::TableTwice) {
        lines.push(String::new());
        lines.extend(torn_caution(grid, plan, form));
        let from = first_free(grid, form.marks != Marks::Lost);
        let fill = Fill::any(grid, from, random);
        lines.extend(head(grid, form).iter().map(|row| fill.spread(row)));
        for row in &grid.body {
            if form.melted {
                lines.push(String::new());
            }
            lines.push(fill.spread(row));
        }
    }
    lines.join("\n")
}

/// The end of the page before, taken into the second reading of the table: a caution in the table's first cells.
fn torn_caution(grid: &Grid, plan: &Plan, form: &Form) -> Vec<String> {
    let caution = plan.sections[4].last().filter(|_| form.melted && form.layout != Layout::TableOnly);
    let lines = caution.map(|caution| super::wrap(caution, 40)).unwrap_or_default();
    lines.into_iter().map(|line| format!("{line}{}", "\t".repeat(grid.roles.len()))).collect()
}

fn printed(grid: &Grid, plan: &Plan, form: &Form, random: &mut Random) -> Vec<String> {
    let mut fill = Fill::none(grid);
    let aside = if form.has(Fault::HeadAside) { Fill::any(grid, 1, random) } else { Fill::none(grid) };
    let mut lines: Vec<String> = Vec::new();
    for _ in 0..Next::first(form).heads() {
        lines.extend(head(grid, form).iter().map(|row| aside.spread(row)));
    }
    if form.has(Fault::ColumnNumbers) {
        lines.push(column_numbers(grid.roles.len(), random).join("\t"));
    }
    let body = rows::body(grid, form, random);
    let mut rest = None;
    for (page, range) in
        pages::split(body.len(), form, |row| !body[row - 1][0].is_empty(), random).into_iter().enumerate()
    {
        if page > 0 {
            let next = Next::any(form, random);
            if form.has(Fault::PageGrids) {
                // Without a header only what stands behind the lanes can tell where it belongs.
                fill = Fill::any(grid, first_free(grid, next == Next::Bare && form.marks != Marks::Lost), random);
            }
            let cells = if random.chance(40) { "\t".repeat(grid.roles.len() - 1) } else { String::new() };
            let foot = furniture::between(page + 1, plan, form, random);
            lines.extend(foot.into_iter().map(|line| if line.is_empty() { line } else { line + &cells }));
            for _ in 0..next.heads() {
                lines.extend(repeated_head(grid, form).iter().map(|row| fill.spread(row)));
            }
        }
        let mut page_rows = body[range.clone()].to_vec();
        page_rows.splice(0..0, rest.take());
        if let (true, Some(last)) = (form.has(Fault::CutRow) && range.end < body.len(), page_rows.last_mut()) {
            rest = rows::cut(last, |_, cell| super::wrap(cell, 24));
        }
        lines.extend(page_rows.iter().map(|row| fill.spread(row)));
    }
    lines
}

/// The first column that may be followed by an empty one.
fn first_free(grid: &Grid, behind_lanes: bool) -> usize {
    let last = grid.roles.iter().rposition(|role| matches!(role, Role::Lane(_) | Role::ActorName));
    last.filter(|_| behind_lanes).unwrap_or(1)
}

fn head(grid: &Grid, form: &Form) -> Vec<Vec<String>> {
    let mut rows = grid.head_cells();
    if form.has(Fault::HeaderLacksColumns) {
        lose_columns(grid, form, &mut rows);
    }
    if form.has(Fault::StackedLanes) {
        stack_lanes(grid, &mut rows);
    }
    rows
}

/// Requirements and time lose their headers; Output slides to the left.
fn lose_columns(grid: &Grid, form: &Form, rows: &mut [Vec<String>]) {
    let lost = [grid.column(Role::Requirements), grid.column(Role::Time(None))];
    let group = rows[0][lost[0].unwrap_or_default()].clone();
    let depth = rows.len();
    for row in rows.iter_mut() {
        if let (Some(time), true) = (lost[1], depth > 1) {
            let output = row[time + 1].clone();
            row.remove(time + 1);
            row[time] = output;
        }
        if let Some(first) = lost[0] {
            row[first] = String::new();
        }
    }
    if let (Some(first), true) = (lost[0], depth > 1) {
        rows[0][first] = group;
        rows[0][first + 1] = form.heads.outputs.clone();
        rows[1][first + 1] = String::new();
    }
}

/// Each word of a lane on a row of its own; every other lane one row lower, as the middle of a cell would have it.
fn stack_lanes(grid: &Grid, rows: &mut Vec<Vec<String>>) {
    let last = rows.len() - 1;
    let lanes: Vec<usize> = (0..grid.roles.len()).filter(|at| matches!(grid.roles[*at], Role::Lane(_))).collect();
    for (turn, column) in lanes.into_iter().enumerate() {
        let name = std::mem::take(&mut rows[last][column]);
        for (at, word) in name.split(' ').enumerate() {
            let row = last + at + usize::from(at > 0 && turn % 2 == 1);
            while rows.len() <= row {
                rows.push(vec![String::new(); grid.roles.len()]);
            }
            rows[row][column] = word.to_owned();
        }
    }
    rows.retain(|row| row.iter().any(|text| !text.is_empty()));
}

/// The header on the next page; in the Balangan layout its column numbers have melted into the names.
fn repeated_head(grid: &Grid, form: &Form) -> Vec<Vec<String>> {
    if form.layout != Layout::Balangan {
        return head(grid, form);
    }
    let mut rows = grid.head_cells();
    for column in 0..grid.roles.len() {
        let lowest = rows.iter_mut().map(|row| &mut row[column]).rfind(|text| !text.is_empty());
        if let Some(text) = lowest {
            *text = format!("{text} {}", column + 1);
        }
    }
    rows
}
