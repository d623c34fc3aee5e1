//! Sop and its pages → one self-contained HTML file: the pages as drawings, and the whole SOP told in words under them;
//! it carries its YAML.

mod words;

use super::svg::{Length, escape, render_pages};
use super::yaml::to_yaml;
use crate::layout::Page;
use crate::model::Sop;
use crate::schema::carried;
use crate::vocabulary::form_words::{BOOK, NAMELESS, page_of};
use std::fmt::Write;

const STYLE: &str = include_str!("html/style.css");

/// One HTML file that needs no other: `pages` as laid out from `sop`, then the SOP as text for those who do not see
/// the drawings, or see them too small. The drawings name these font families, see [`svg`](super::svg::render).
pub fn render(sop: &Sop, pages: &[Page], families: &str) -> String {
    render_all(&[sop], pages, families)
}

/// The same for several SOPs, one after the other in one file, which goes by the name of the first; `pages` as
/// [`bind`](crate::layout::bind) gives them.
pub fn render_all(sops: &[&Sop], pages: &[Page], families: &str) -> String {
    let title = sops.first().map_or(NAMELESS, |sop| name(sop));
    written(title, sops, (&[], pages), families)
}

/// A book: the first `front` pages are cover and contents, the others as [`bind_book`](crate::layout::bind_book) gives them.
pub fn render_book(sops: &[&Sop], pages: &[Page], front: usize, families: &str) -> String {
    written(BOOK, sops, pages.split_at(front.min(pages.len())), families)
}

/// Nama SOP, or that it has none.
fn name(sop: &Sop) -> &str {
    sop.identity.title.value().map_or(NAMELESS, String::as_str)
}

fn written(title: &str, sops: &[&Sop], (front, pages): (&[Page], &[Page]), families: &str) -> String {
    let mut out = String::new();
    let sheet = pages
        .first()
        .map_or(String::new(), |page| format!("@page{{size:{}pt {}pt}}", Length(page.width), Length(page.height)));
    let _ = write!(
        out,
        "<!DOCTYPE html>\n<html lang=\"id\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{}</title>\n<style>\n{sheet}\n{STYLE}</style>\n</head>\n<body>\n",
        escape(title)
    );
    write_links(&mut out, sops);
    out.push_str("<main>\n");
    write_pages(&mut out, front, 0, families);
    let first = pages.first().map_or(0, |page| page.sop);
    let (mut before, mut rest) = (front.len(), pages);
    for (at, sop) in sops.iter().enumerate() {
        // Pages stand in the order of their SOPs.
        let (own, others) = rest.split_at(rest.partition_point(|page| page.sop <= at + first));
        rest = others;
        write_pages(&mut out, own, before, families);
        words::write(&mut out, sop, at + 1);
        before += own.len();
    }
    out.push_str("</main>\n");
    let head = out.len();
    out.push_str("</body>\n</html>\n");
    out.insert_str(head, &carried(&out, sops));
    out
}

/// The data of the page, which no browser shows, with a seal of data and page: whoever changes the page breaks it.
fn carried(page: &str, sops: &[&Sop]) -> String {
    let yaml = to_yaml(&sops.iter().map(|sop| (*sop).clone()).collect::<Vec<Sop>>());
    let seal = carried::seal_of_page(page, &yaml);
    let lines: Vec<String> = yaml.lines().map(escape).collect();
    format!("{}{seal}\">{}\n{}\n", carried::TEMPLATE, lines.join("\n"), carried::TEMPLATE_END)
}

/// The way to the text, for those who cannot use the drawings.
fn write_links(out: &mut String, sops: &[&Sop]) {
    out.push_str("<nav aria-label=\"Isi dalam kata-kata\">\n");
    for (at, sop) in sops.iter().enumerate() {
        let _ = writeln!(out, "<a href=\"#kata-{}\">{} dalam kata-kata</a>", at + 1, escape(name(sop)));
    }
    out.push_str("</nav>\n");
}

/// The pages of one SOP; `before` pages of the file stand before them.
fn write_pages(out: &mut String, pages: &[Page], before: usize, families: &str) {
    for (at, (page, svg)) in pages.iter().zip(render_pages(pages, families)).enumerate() {
        let (number, id) = (at + 1, before + at + 1);
        let label = escape(&format!("{}, {}", page.bookmark, page_of(number, pages.len())));
        let _ = write!(out, "<figure id=\"halaman-{id}\" aria-label=\"{label}\" tabindex=\"0\">\n{svg}</figure>\n");
    }
}
