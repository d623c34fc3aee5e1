//! HTML: plain, or as a word processor saves it.

use super::{column_numbers, identity, rows, sections};
use crate::damage::fault::Fault;
use crate::damage::form::Form;
use crate::damage::grid::Grid;
use crate::damage::layout::Medium;
use crate::damage::list::List;
use crate::damage::plan::Plan;
use crate::damage::random::Random;

const WORD_HEAD: &str = "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:w=\"urn:schemas-microsoft-com:office:word\">\n\
    <head><meta http-equiv=Content-Type content=\"text/html; charset={}\"><meta name=Generator content=\"Microsoft Word 15 (filtered)\">\
    <title>DOKUMEN</title>\n<style><!-- /* Font Definitions */ @font-face {font-family:Wingdings;} p.MsoNormal{margin:0cm} --></style></head>\n\
    <body lang=IN><div class=WordSection1>";

/// A text of a cell with its signs escaped.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('±', "&plusmn;")
        .replace('–', "&ndash;")
        .replace('\n', "<br>")
}

fn tag(name: &str, span: (usize, usize), text: &str) -> String {
    let rows = if span.0 > 1 { format!(" rowspan=\"{}\"", span.0) } else { String::new() };
    let columns = if span.1 > 1 { format!(" colspan=\"{}\"", span.1) } else { String::new() };
    let word = name.split(' ').next().unwrap_or(name);
    format!("<{name}{rows}{columns}>{text}</{word}>")
}

/// A cell's inside, in paragraphs where the word processor makes them.
fn inside(form: &Form, text: &str) -> String {
    if form.medium != Medium::Word {
        return escape(text);
    }
    if text.is_empty() {
        return "<p class=MsoNormal>&nbsp;</p>".to_owned();
    }
    let lines =
        text.split('\n').map(|line| format!("<p class=MsoNormal><span lang=IN>{}</span><o:p></o:p></p>", escape(line)));
    lines.collect()
}

fn list(items: &[String], form: &Form) -> String {
    match items {
        [] => inside(form, ""),
        [item] => inside(form, item),
        items if form.medium == Medium::Word => word_list(items, form),
        items => {
            let items: Vec<String> = items.iter().map(|item| format!("<li>{}</li>", escape(item))).collect();
            format!("<ol>{}</ol>", items.concat())
        }
    }
}

/// List paragraphs whose numbers are text, and whose bullets are letters of a font of signs.
fn word_list(items: &[String], form: &Form) -> String {
    let sign = |at: usize| match form.list {
        List::Bulleted(_) => ("Wingdings", "§".to_owned()),
        List::Lettered => ("Arial", format!("{}.", char::from(b'a' + at as u8))),
        _ => ("Arial", format!("{}.", at + 1)),
    };
    let item = |(at, item): (usize, &String)| {
        let (font, sign) = sign(at);
        format!(
            "<p class=MsoListParagraph style='text-indent:-18.0pt'><span style='font-family:{font}'>{sign}\
             <span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span>{}</p>",
            escape(item)
        )
    };
    items.iter().enumerate().map(item).collect()
}

/// Identity and sections as HTML tables.
pub fn front(plan: &Plan, form: &Form, random: &mut Random) -> String {
    let mut out = vec![opening(plan, form)];
    out.push("<table border=\"1\">".to_owned());
    let agency: Vec<String> = identity::agency(plan, form).iter().map(|line| escape(line)).collect();
    for (at, (label, value)) in identity::pairs(plan, form, random).into_iter().enumerate() {
        let left = if at == 0 {
            tag("td", (6, 1), &agency.join(if form.has(Fault::AgencyCell) { " " } else { "<br>" }))
        } else {
            String::new()
        };
        let value = inside(form, &value.join(if form.has(Fault::BareSignatory) { " " } else { "\n" }));
        let value = if value.is_empty() { "&nbsp;".to_owned() } else { value };
        out.push(format!("<tr>{left}<td>{}</td><td>{value}</td></tr>", inside(form, &label)));
    }
    out.push("</table>\n<table border=\"1\">".to_owned());
    let across = if form.side_by_side { 2 } else { 1 };
    for row in sections::all(plan, form).chunks(across) {
        if form.has(Fault::LabelInCell) {
            let cell = |(label, items): &sections::Section| {
                tag("td", (1, 1), &format!("<p><strong>{}</strong></p>{}", escape(label), list(items, form)))
            };
            out.push(format!("<tr>{}</tr>", row.iter().map(cell).collect::<String>()));
            continue;
        }
        let labels =
            row.iter().map(|(label, _)| tag("td class=\"label\"", (1, 1), &format!("<b>{}</b>", escape(label))));
        out.push(format!("<tr>{}</tr>", labels.collect::<String>()));
        let cells = row.iter().map(|(_, items)| tag("td", (1, 1), &list(items, form)));
        out.push(format!("<tr>{}</tr>", cells.collect::<String>()));
    }
    out.push("</table>".to_owned());
    out.join("\n")
}

fn opening(plan: &Plan, form: &Form) -> String {
    if form.medium == Medium::Word {
        return WORD_HEAD.replacen("{}", if form.has(Fault::Windows1252) { "windows-1252" } else { "utf-8" }, 1);
    }
    if !form.has(Fault::SiteNoise) {
        return "<html><body>".to_owned();
    }
    format!(
        "<!DOCTYPE html><html><head><title>SOP {} - PORTAL KANTOR</title><style>td{{border:1px}}</style></head><body>\n\
         <nav><a href=\"/\">Beranda</a> <a href=\"/unduhan\">Unduhan</a></nav>\n<h1>SOP {}</h1>\n\
         <div><span>Layanan</span><span>⏳ 90 Menit</span></div><div><span>Informasi</span><span>⏳ 2 Hari</span></div>",
        escape(&plan.title),
        escape(&plan.title)
    )
}

/// The table with spans in its header.
pub fn table(grid: &Grid, form: &Form, random: &mut Random) -> String {
    let mut out = vec!["<table border=\"1\">\n<thead>".to_owned()];
    let times = if form.has(Fault::HeadTwice) { 2 } else { 1 };
    for _ in 0..times {
        for row in &grid.head {
            let cells = row.iter().map(|cell| tag("th", (cell.rows, cell.columns), &inside(form, &cell.text)));
            out.push(format!("<tr>{}</tr>", cells.collect::<String>()));
        }
    }
    out.push("</thead>\n<tbody>".to_owned());
    let mut body = rows::body(grid, form, random);
    if form.has(Fault::ColumnNumbers) {
        body.insert(0, column_numbers(grid.roles.len(), random));
    }
    for row in body {
        let cells = row.iter().map(|text| tag("td", (1, 1), &inside(form, text)));
        out.push(format!("<tr>{}</tr>", cells.collect::<String>()));
    }
    out.push("</tbody>\n</table>".to_owned());
    out.join("\n")
}
