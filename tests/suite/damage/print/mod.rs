//! Plan and form → the text of the document.

mod canvas;
mod columns;
mod furniture;
mod html;
mod identity;
mod markdown;
mod pages;
mod pandoc;
mod procedures;
mod rows;
mod sections;
mod sheet;
mod tabs;

use super::fault::Fault;
use super::form::Form;
use super::grid::Grid;
use super::layout::{Layout, Medium};
use super::plan::Plan;
use super::random::Random;

const AFTER: &[&str] = &[
    "Catatan : waktu dihitung pada hari kerja.",
    "Keterangan simbol : Mulai/Selesai Ya/Tidak Lanjutan Kegiatan Alur",
    "Isi dari dokumen ini tidak diperkenankan untuk digandakan",
];

/// The text of one SOP.
pub fn document(plan: &Plan, form: &Form, random: &mut Random) -> String {
    let grid = Grid::of(plan, form, random);
    let front = front(plan, form, random);
    let table = procedures::all(&grid, plan, form, random);
    let heading = heading(plan, form, random);
    let mut parts = match form.layout {
        Layout::WayKanan => vec![heading, table, front],
        Layout::TableOnly => vec![heading, table],
        _ => vec![front, heading, table],
    };
    if form.layout == Layout::ValuesLast {
        parts.push(identity::values(&identity::pairs(plan, form, random)).join("\n"));
    }
    if form.has(Fault::SignatureLast) {
        parts.push(identity::signature(plan, form, random).join("\n"));
    }
    if form.has(Fault::TextAfter) {
        parts.push((*random.pick(AFTER)).to_owned());
    }
    finished(parts, plan, form)
}

/// The text of several procedures under one identity.
pub fn procedures(plans: &[Plan], form: &Form, random: &mut Random) -> String {
    let mut parts = vec![front(&plans[0], form, random)];
    for (at, plan) in plans.iter().enumerate() {
        parts.push(procedures::titled(plan, at, form));
        parts.push(table(&Grid::of(plan, form, random), plan, form, random));
    }
    finished(parts, &plans[0], form)
}

/// The parts one below the other, between the head of the first page and the foot of the last.
fn finished(mut parts: Vec<String>, plan: &Plan, form: &Form) -> String {
    let running = furniture::running_head(plan, form);
    let foot = furniture::foot(4, plan, form);
    parts.insert(0, running.join("\n"));
    if form.has(Fault::TallFooters) {
        parts.push(foot.join("\n"));
    }
    parts.retain(|part| !part.is_empty());
    let text = parts.join("\n\n");
    if form.medium.is_html() { format!("{text}\n</body></html>") } else { text }
}

fn front(plan: &Plan, form: &Form, random: &mut Random) -> String {
    let once = match form.medium {
        Medium::Mixed if form.tabs_around => {
            [identity::block(plan, form, random), sections::block(plan, form, random)].join("\n")
        }
        Medium::Tabs => [identity::block(plan, form, random), sections::block(plan, form, random)].join("\n"),
        Medium::Sheet => sheet::front(plan, form, random),
        Medium::Columns | Medium::Copied => columns::front(plan, form, random),
        Medium::Markdown | Medium::Mixed => markdown::front(plan, form, random),
        Medium::Pandoc => pandoc::front(plan, form, random),
        Medium::Html | Medium::Word => html::front(plan, form, random),
    };
    let foot = if form.has(Fault::TallFooters) { furniture::foot(1, plan, form).join("\n") } else { String::new() };
    let page = if form.medium == Medium::Columns { "\n\u{c}" } else { "\n\n" };
    let mut parts = vec![once.clone()];
    if !foot.is_empty() {
        parts.push(foot);
    }
    let whole = parts.join("\n\n");
    if form.has(Fault::RepeatedFront) { format!("{whole}{page}{whole}") } else { whole }
}

fn table(grid: &Grid, plan: &Plan, form: &Form, random: &mut Random) -> String {
    match form.medium {
        Medium::Tabs => tabs::table(grid, plan, form, random),
        Medium::Sheet => sheet::table(grid, form, random),
        Medium::Columns | Medium::Copied => columns::table(grid, plan, form, random),
        Medium::Markdown => markdown::table(grid, form, random),
        Medium::Pandoc => pandoc::table(grid, form, random),
        Medium::Html | Medium::Word | Medium::Mixed => html::table(grid, form, random),
    }
}

fn heading(plan: &Plan, form: &Form, random: &mut Random) -> String {
    if !form.heading {
        return String::new();
    }
    let title = plan.title.to_uppercase();
    match random.between(0, 2) {
        0 => format!("PROSEDUR : {title}"),
        1 => format!("SOP {title}"),
        _ => format!("PROSEDUR {title}"),
    }
}

/// The row of column numbers; some are wrong, as where a column was put in later.
fn column_numbers(columns: usize, random: &mut Random) -> Vec<String> {
    let brackets = random.chance(40);
    let wrong = if random.chance(40) { random.between(2, columns - 1) } else { columns };
    let number = |at: usize| if at >= wrong { at + 2 } else { at + 1 };
    (0..columns).map(|at| if brackets { format!("({})", number(at)) } else { number(at).to_string() }).collect()
}

/// Breaks text into lines of at most `width` characters; a longer word stands alone.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
