//! The procedure table, page by page.

use super::super::canvas::Canvas;
use super::super::furniture;
use super::super::pages::{self, Next};
use super::super::{column_numbers, rows, wrap};
use super::head::head;
use super::ruler::Ruler;
use super::text;
use crate::damage::fault::Fault;
use crate::damage::form::Form;
use crate::damage::grid::{Grid, Role};
use crate::damage::layout::Medium;
use crate::damage::plan::Plan;
use crate::damage::random::Random;

/// How the cells of a row stand to each other.
#[derive(Clone, Copy)]
struct Setting {
    /// All cells stand in the middle of the row.
    middle: bool,
    /// The number stands in the middle of the row.
    number_middle: bool,
    /// A blank line between rows.
    gap: bool,
    /// Numbers, marks and durations in the middle of their columns.
    centred: bool,
    /// So do the papers.
    papers_centred: bool,
}

impl Setting {
    fn any(form: &Form, random: &mut Random) -> Self {
        let centred = form.has(Fault::CentredHeads) && random.chance(50);
        if form.has(Fault::TightRows) {
            return Self { middle: true, number_middle: true, gap: false, centred, papers_centred: false };
        }
        let (middle, gap) = *random.pick(&[(true, true), (true, true), (false, false), (false, true)]);
        let middle = middle && !form.has(Fault::CutRow);
        let (middle, gap) = if form.medium == Medium::Copied { (false, false) } else { (middle, gap) };
        let number_middle = form.has(Fault::NumberMiddle);
        let papers_centred = centred && !form.has(Fault::OneBlank) && random.chance(30);
        Self { middle, number_middle, gap: gap || number_middle, centred, papers_centred }
    }
}

/// The table.
pub fn table(grid: &Grid, plan: &Plan, form: &Form, random: &mut Random) -> String {
    let setting = Setting::any(form, random);
    let mut lines = printed(grid, plan, form, setting, random);
    if form.has(Fault::TableTwice) {
        lines.push(String::new());
        lines.extend(printed(grid, plan, form, setting, random));
    }
    lines.join("\n")
}

fn printed(grid: &Grid, plan: &Plan, form: &Form, setting: Setting, random: &mut Random) -> Vec<String> {
    let mut lines = Vec::new();
    let mut ruler = Ruler::of(grid, form, random);
    let mut rest = None;
    for (page, range) in pages::split(grid.body.len(), form, |_| true, random).into_iter().enumerate() {
        let next = if page == 0 { Next::first(form) } else { Next::any(form, random) };
        if page > 0 {
            lines.extend(furniture::between(page + 1, plan, form, random));
            if form.has(Fault::PageGrids) {
                ruler = Ruler::of(grid, form, random);
            }
        }
        let mut canvas = Canvas::default();
        for _ in 0..next.heads() {
            head(grid, &ruler, form, &mut canvas);
        }
        if page == 0 && form.has(Fault::ColumnNumbers) {
            let numbers = column_numbers(grid.roles.len(), random);
            let line = canvas.height();
            for (text, (start, width)) in numbers.iter().zip(&ruler.0) {
                let indent = if form.has(Fault::CentredHeads) { width.saturating_sub(text.len()) / 2 } else { 0 };
                canvas.put(line, start + indent, text);
            }
        }
        let mut page_rows = grid.body[range.clone()].to_vec();
        page_rows.splice(0..0, rest.take());
        if let (true, Some(last)) = (form.has(Fault::CutRow) && range.end < grid.body.len(), page_rows.last_mut()) {
            rest = rows::cut(last, |column, cell| wrap(cell, ruler.0[column].1));
        }
        for row in &page_rows {
            if setting.gap {
                canvas.put(canvas.height(), 0, "");
            }
            put_row(row, grid, &ruler, setting, &mut canvas);
        }
        lines.extend(text(&canvas, form));
    }
    lines
}

fn put_row(row: &[String], grid: &Grid, ruler: &Ruler, setting: Setting, canvas: &mut Canvas) {
    let cells: Vec<Vec<String>> = row.iter().zip(&ruler.0).map(|(text, (_, width))| wrap(text, *width)).collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or(0);
    let first = canvas.height();
    for ((lines, (start, width)), role) in cells.iter().zip(&ruler.0).zip(&grid.roles) {
        let middle = setting.middle || setting.number_middle && *role == Role::Number;
        let top = if middle { (height - lines.len()) / 2 } else { 0 };
        let centred = match role {
            Role::Number | Role::Time(_) | Role::Lane(_) => setting.centred,
            Role::Requirements | Role::Outputs => setting.papers_centred,
            Role::Activity | Role::ActorName | Role::Note => false,
        };
        for (at, text) in lines.iter().enumerate() {
            let indent = if centred { width.saturating_sub(text.chars().count()) / 2 } else { 0 };
            canvas.put(first + top + at, start + indent, text);
        }
    }
}
