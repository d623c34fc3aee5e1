//! Plan and form → the text of the document.

mod columns;
mod identity;
mod markup;
mod sections;
mod tabs;

use super::fault::Fault;
use super::form::{Form, Layout, Medium};
use super::grid::Grid;
use super::plan::Plan;
use super::random::Random;

const AFTER: &[&str] = &[
    "Catatan : waktu dihitung pada hari kerja.",
    "Keterangan simbol : Mulai/Selesai Ya/Tidak Lanjutan Kegiatan Alur",
    "Isi dari dokumen ini tidak diperkenankan untuk digandakan",
];

const FOOTERS: &[&str] = &[
    "* Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik yang diterbitkan oleh BSrE",
    "- 2 -",
    "Halaman 2 dari 4",
];

/// The text of one SOP.
pub fn document(plan: &Plan, form: &Form, random: &mut Random) -> String {
    let grid = Grid::of(plan, form, random);
    let (front, table) = match form.medium {
        Medium::Tabs => (
            [identity::block(plan, form, random), sections::block(plan, form, random)].join("\n"),
            tabs::table(&grid, form, random),
        ),
        Medium::Columns => (columns::front(plan, form, random), columns::table(&grid, form, random)),
        Medium::Markdown => (markup::markdown_front(plan, form, random), markup::markdown_table(&grid, form, random)),
        Medium::Html => (markup::html_front(plan, form, random), markup::html_table(&grid, form, random)),
    };
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
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n")
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
