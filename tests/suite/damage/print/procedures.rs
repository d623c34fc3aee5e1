//! Tables beside the procedure, and more than one procedure: stages, titled procedures, registers, tables of classes.

use super::{sheet, table};
use crate::damage::fault::Fault;
use crate::damage::form::Form;
use crate::damage::grid::Grid;
use crate::damage::layout::Medium;
use crate::damage::plan::Plan;
use crate::damage::random::Random;
use crate::damage::topics::STAGES;

/// A heading of the medium.
pub fn heading(text: &str, form: &Form) -> String {
    match form.medium {
        Medium::Markdown | Medium::Pandoc | Medium::Mixed => format!("### {text}"),
        Medium::Html => format!("<h3>{text}</h3>"),
        Medium::Word => format!("<p class=MsoNormal><b>{text}</b></p>"),
        _ => text.to_owned(),
    }
}

/// Two or three stages, each with its table and with numbers from 1.
pub fn stages(grid: &Grid, plan: &Plan, form: &Form, random: &mut Random) -> String {
    let count = if grid.body.len() > 6 { random.between(2, 3) } else { 2 };
    let names = random.sample(STAGES, count);
    let mut parts = Vec::new();
    for (at, name) in names.iter().enumerate() {
        let (from, to) = (grid.body.len() * at / count, grid.body.len() * (at + 1) / count);
        let decisions = grid.decisions.iter().filter(|row| (from..to).contains(row)).map(|row| row - from).collect();
        let mut own = Grid { body: grid.body[from..to].to_vec(), decisions, ..grid.clone() };
        for (row, cells) in own.body.iter_mut().enumerate() {
            cells[0] = (row + 1).to_string();
        }
        let title =
            if form.melted { format!("TAHAP {}: {name}", at + 1) } else { format!("Tahap {} - {name}", at + 1) };
        parts.push(heading(&title, form));
        parts.push(table(&own, plan, form, random));
    }
    parts.join("\n\n")
}

/// The heading of a titled procedure.
pub fn titled(plan: &Plan, at: usize, form: &Form) -> String {
    let marked = matches!(form.medium, Medium::Markdown | Medium::Pandoc | Medium::Mixed | Medium::Html | Medium::Word);
    let title = if marked { plan.title.clone() } else { plan.title.to_uppercase() };
    heading(&format!("{}. {title}", char::from(b'A' + at as u8)), form)
}

const REGISTER: (&str, &[&[&str]]) = (
    "Buku register :",
    &[
        &["No", "Tanggal", "Nama", "Nomor Surat", "Paraf"],
        &["1", "03/02/2025", "Rina Contoh", "12/UM/2025", "(...)"],
        &["2", "04/02/2025", "Budi Contoh", "15/UM/2025", "(...)"],
    ],
);

const CLASSES: (&str, &[&[&str]]) = (
    "Klasifikasi berkas :",
    &[
        &["Kode", "Kelompok", "Contoh"],
        &["100", "Berkas biasa", "Undangan"],
        &["200", "Berkas penting", "Perjanjian"],
        &["300", "Berkas rahasia", "Penilaian"],
    ],
);

/// A table that is no procedure.
pub fn other_table(form: &Form, random: &mut Random) -> String {
    let (title, rows) = if random.chance(50) { REGISTER } else { CLASSES };
    let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(|text| (*text).to_owned()).collect()).collect();
    format!("{}\n\n{}", heading(title.trim_end_matches([' ', ':']), form), plain_table(&rows, form))
}

fn plain_table(rows: &[Vec<String>], form: &Form) -> String {
    let line = |row: &Vec<String>| match form.medium {
        Medium::Sheet => sheet::line(row, form),
        Medium::Columns => row.iter().map(|text| format!("{text:<18}")).collect::<String>().trim_end().to_owned(),
        Medium::Html | Medium::Word | Medium::Mixed => {
            format!("<tr>{}</tr>", row.iter().map(|text| format!("<td>{text}</td>")).collect::<String>())
        }
        Medium::Markdown | Medium::Pandoc => format!("| {} |", row.join(" | ")),
        _ => row.join("\t"),
    };
    let mut lines: Vec<String> = rows.iter().map(line).collect();
    match form.medium {
        Medium::Markdown | Medium::Pandoc => lines.insert(1, format!("|{}", "---|".repeat(rows[0].len()))),
        Medium::Html | Medium::Word | Medium::Mixed => {
            lines.insert(0, "<table>".to_owned());
            lines.push("</table>".to_owned());
        }
        _ => {}
    }
    lines.join("\n")
}

/// The procedure's table or tables.
pub fn all(grid: &Grid, plan: &Plan, form: &Form, random: &mut Random) -> String {
    let mut text =
        if form.has(Fault::Stages) { stages(grid, plan, form, random) } else { table(grid, plan, form, random) };
    if form.has(Fault::OtherTable) {
        text = format!("{text}\n\n{}", other_table(form, random));
    }
    text
}
