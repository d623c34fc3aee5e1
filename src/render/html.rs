//! Sop and its pages → one self-contained HTML file: the pages as drawings, and the steps told in words beside them.

use super::svg::{Length, escape, render_pages};
use crate::layout::{Page, account};
use crate::model::Sop;
use crate::vocabulary::form_words::page_of;
use std::fmt::Write;

const STYLE: &str = "body{margin:0;background:#eee;font-family:Arial,Helvetica,sans-serif}\
figure{margin:1rem auto;max-width:75rem;background:#fff}figure svg{display:block;width:100%;height:auto}\
section{margin:1rem auto;max-width:60rem;padding:0 1rem}\
@page{margin:0}@media print{body{background:#fff}\
figure{margin:0;max-width:none;break-after:page}figure svg{max-height:99vh}section{padding:1.5cm}}";

/// One HTML file that needs no other: `pages` as laid out from `sop`, then its steps as text for those who do not see
/// the drawings.
pub fn render(sop: &Sop, pages: &[Page]) -> String {
    render_all(&[(sop, pages)])
}

/// The same for several SOPs, one after the other in one file, which goes by the name of the first.
pub fn render_all(documents: &[(&Sop, &[Page])]) -> String {
    let title = documents.first().and_then(|(sop, _)| sop.identity.title.value()).map_or("SOP", String::as_str);
    let mut out = String::new();
    let title = escape(title);
    let sheet = documents
        .first()
        .and_then(|(_, pages)| pages.first())
        .map_or(String::new(), |page| format!("@page{{size:{}pt {}pt}}", Length(page.width), Length(page.height)));
    let _ = write!(
        out,
        "<!DOCTYPE html>\n<html lang=\"id\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<style>{sheet}{STYLE}</style>\n</head>\n<body>\n<main>\n"
    );
    let mut before = 0;
    for (sop, pages) in documents {
        write_pages(&mut out, pages, before);
        write_account(&mut out, sop);
        before += pages.len();
    }
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

/// The pages of one SOP; `before` pages of the file stand before them.
fn write_pages(out: &mut String, pages: &[Page], before: usize) {
    for (at, (page, svg)) in pages.iter().zip(render_pages(pages)).enumerate() {
        let (number, id) = (at + 1, before + at + 1);
        let label = escape(&format!("{}, {}", page.bookmark, page_of(number, pages.len())));
        let _ = write!(out, "<figure id=\"halaman-{id}\" role=\"img\" aria-label=\"{label}\">\n{svg}</figure>\n");
    }
}

fn write_account(out: &mut String, sop: &Sop) {
    out.push_str("<section>\n<h1>Langkah-langkah</h1>\n<ul>\n");
    for (step, told) in sop.steps.iter().zip(account(sop)) {
        let activity = step.activity.value().map_or("", String::as_str);
        let _ = writeln!(out, "<li>{}<br>{}</li>", escape(&told), escape(activity));
    }
    out.push_str("</ul>\n</section>\n");
}
