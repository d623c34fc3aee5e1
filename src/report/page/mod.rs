//! The web page: one file that needs no other, no network and no script. The form itself, its cells shaded after how they
//! are known, the findings beside the cells they speak of, for readers who never saw a terminal.
//!
//! What is written is well-formed XML as well, so that a test can read it.

mod desk;
mod form;
mod keys;
mod notes;
mod shade;
mod table;

use super::escaping::Xml;
use super::overview::Entry;
use super::{Checked, Overview, Report, Tally, reading};
use crate::diagnostic::{Language, Severity, sentence_case};
use crate::model::Sop;
use desk::{Desk, prefix, severity_class};
use keys::Band;
use shade::Shade;
use std::fmt::Write;

const STYLE: &str = include_str!("style.css");

/// By what a page is known as a report, and not as a form.
const GENERATOR: &str = "<meta name=\"generator\" content=\"sop check\"/>";

/// The text begins as a page of this sort.
pub(super) fn is_page(text: &str) -> bool {
    let is_html = text.trim_start().starts_with('<');
    is_html && text.split_once("<title>").is_some_and(|(head, _)| head.contains(GENERATOR))
}

/// The page up to the first SOP: what was checked, in plain words, how to read the page, and where to find what.
pub(super) fn opening(report: &Report<'_>, overview: &Overview) -> String {
    let pick = |id: &'static str, en: &'static str| if report.language == Language::English { en } else { id };
    let heading = match overview.contents.as_slice() {
        [only] => only.title.clone().unwrap_or_else(|| only.name.clone()),
        _ => pick("Hasil pemeriksaan SOP", "Findings on SOPs").to_owned(),
    };
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\"/>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n{GENERATOR}\n\
         <title>{}: {}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<header>\n",
        pick("id", "en"),
        pick("Pemeriksaan", "Check"),
        Xml(&heading)
    );
    let _ = writeln!(out, "<p class=\"kicker\">{}</p>", pick("Hasil pemeriksaan SOP", "Findings on an SOP"));
    let _ = writeln!(out, "<h1>{}</h1>\n<p class=\"lead\">{}</p>", Xml(&heading), in_words(report, overview));
    write_tiles(&mut out, report, &overview.tally);
    write_failures(&mut out, report, overview);
    write_legend(&mut out, report);
    if overview.contents.len() > 1 {
        write_contents(&mut out, report, &overview.contents);
    }
    out.push_str("</header>\n<main>\n");
    out
}

/// What was looked at, and what that means.
fn in_words(report: &Report<'_>, overview: &Overview) -> String {
    let (sops, files, tally) = (overview.contents.len(), overview.tally.files, &overview.tally);
    if report.language == Language::English {
        let s = |count: usize| if count == 1 { "" } else { "s" };
        let verdict = match (tally.errors, tally.findings()) {
            (_, 0) => "Nothing was found.",
            (0, _) => "Nothing stands in the way of signing it; some things could be better.",
            _ => "What must be mended stands in the way of signing it or carrying it out as written.",
        };
        return format!("{sops} SOP{} in {files} file{} checked. {verdict}", s(sops), s(files));
    }
    let verdict = match (tally.errors, tally.findings()) {
        (_, 0) => "Tidak ada temuan.",
        (0, _) => "Tidak ada yang menghalangi pengesahannya, tetapi ada yang dapat dibuat lebih baik.",
        _ => "Yang harus diperbaiki menghalangi pengesahan atau pelaksanaannya sebagaimana tertulis.",
    };
    format!("{sops} SOP dalam {files} berkas diperiksa. {verdict}")
}

fn write_tiles(out: &mut String, report: &Report<'_>, tally: &Tally) {
    let pick = |id: &'static str, en: &'static str| if report.language == Language::English { en } else { id };
    let tiles = [
        (Severity::Error, tally.errors, pick("harus diperbaiki", "must be mended")),
        (Severity::Warning, tally.warnings, pick("sebaiknya diperbaiki", "should be mended")),
        (Severity::Info, tally.infos, pick("saran", "suggestions")),
        (Severity::Note, tally.notes, pick("catatan bacaan", "reading notes")),
    ];
    out.push_str("<ul class=\"tiles\">\n");
    for (severity, count, words) in tiles {
        let class = severity_class(severity);
        let _ = writeln!(out, "<li class=\"{class}\"><strong>{count}</strong> {words}</li>");
    }
    out.push_str("</ul>\n");
}

fn write_failures(out: &mut String, report: &Report<'_>, overview: &Overview) {
    if overview.failures.is_empty() {
        return;
    }
    let heading = match report.language {
        Language::Indonesian => "Berkas yang tidak dapat dibaca",
        Language::English => "Files that could not be read",
    };
    let _ = writeln!(out, "<section class=\"failures\">\n<h2>{heading}</h2>\n<ul>");
    for why in &overview.failures {
        let _ = writeln!(out, "<li>{}</li>", Xml(why));
    }
    out.push_str("</ul>\n</section>\n");
}

fn write_legend(out: &mut String, report: &Report<'_>) {
    let (heading, marks) = match report.language {
        Language::Indonesian => (
            "Cara membaca halaman ini",
            "Angka bulat di formulir menunjuk ke catatan di samping atau di bawahnya; tekan angkanya untuk berpindah, \
             dan tekan angka pada catatan untuk kembali. Warna latar menunjukkan bagaimana isi sebuah kotak diperoleh:",
        ),
        Language::English => (
            "How to read this page",
            "Round numbers in the form point to the notes beside or below; press one to go there, and press the number of \
             the note to come back. The background shows how what stands in a box was obtained:",
        ),
    };
    let _ = writeln!(out, "<section class=\"legend\">\n<h2>{heading}</h2>\n<p>{marks}</p>\n<ul>");
    for shade in Shade::ALL {
        let (class, word, meaning) = (shade.class(), shade.word(report.language), shade.meaning(report.language));
        let _ = writeln!(out, "<li><span class=\"s {class}\">{word}</span> {meaning}</li>");
    }
    out.push_str("</ul>\n</section>\n");
}

fn write_contents(out: &mut String, report: &Report<'_>, entries: &[Entry]) {
    let heading = if report.language == Language::English { "Contents" } else { "Daftar isi" };
    let _ = writeln!(out, "<nav aria-label=\"{heading}\">\n<h2>{heading}</h2>\n<ol>");
    for it in entries {
        let title = it.title.clone().unwrap_or_else(|| unnamed(report).to_owned());
        let (id, tally) = (prefix(it.file, it.sop), counts(&it.tally));
        let _ = writeln!(
            out,
            "<li><a href=\"#{id}\">{}</a> <span class=\"file\">{}</span> {tally}</li>",
            Xml(&title),
            Xml(&it.name)
        );
    }
    out.push_str("</ol>\n</nav>\n");
}

fn unnamed(report: &Report<'_>) -> &'static str {
    if report.language == Language::English { "(unnamed)" } else { "(tanpa nama)" }
}

/// Small coloured counts.
fn counts(tally: &Tally) -> String {
    let counts = [(Severity::Error, tally.errors), (Severity::Warning, tally.warnings), (Severity::Info, tally.infos)];
    let counts = counts.into_iter().filter(|(_, count)| *count > 0);
    counts
        .map(|(severity, count)| format!("<span class=\"count {}\">{count}</span>", severity_class(severity)))
        .collect()
}

/// All SOPs of one file.
pub(super) fn block(report: &Report<'_>, checked: &Checked<'_>) -> String {
    checked.sops.iter().enumerate().map(|(at, sop)| article(report, checked, at, sop)).collect()
}

fn article(report: &Report<'_>, checked: &Checked<'_>, at: usize, sop: &Sop) -> String {
    let desk = Desk::of(report, checked, at, sop);
    let title = checked.title(at).unwrap_or_else(|| unnamed(report).into());
    let tally = Tally::count(desk.notes.iter().map(|it| it.finding));
    let mut out = format!("<article id=\"{}\">\n<h2 lang=\"id\">{}</h2>\n", desk.prefix, Xml(&title));
    let file = desk.pick("Berkas", "File");
    let _ = writeln!(out, "<p class=\"file\">{file}: {} {}</p>", Xml(&checked.source.name), counts(&tally));
    let whole = notes::list(&desk, Band::Whole);
    if !whole.is_empty() {
        let heading = desk.pick("Tentang dokumen ini", "About this document");
        let (id, marks) = (desk.anchor(""), desk.marks(""));
        let _ = writeln!(out, "<section class=\"whole\" id=\"{id}\">\n<h3>{heading}{marks}</h3>\n{whole}</section>");
    }
    form::write(&mut out, &desk);
    write_reading(&mut out, &desk, at);
    write_ledger(&mut out, &desk);
    out.push_str("</article>\n");
    out
}

/// What the program did not understand.
fn write_reading(out: &mut String, desk: &Desk<'_>, at: usize) {
    let language = desk.report.language;
    let notes = reading::gathered(language, desk.report.guide, desk.checked, at);
    if notes.is_empty() {
        return;
    }
    let heading = sentence_case(reading::heading(language));
    let _ = writeln!(out, "<section class=\"reading\">\n<h3>{}</h3>\n<ul>", Xml(&heading));
    for it in notes {
        let advice = it.advice.map_or_else(String::new, |it| format!(" {}", notes::sentence_of(it)));
        let _ = writeln!(
            out,
            "<li>{}{advice} <span class=\"rule\">{}</span></li>",
            notes::sentence_of(&it.sentence),
            it.first.code
        );
    }
    out.push_str("</ul>\n</section>\n");
}

/// What was not simply read, with the reasons.
fn write_ledger(out: &mut String, desk: &Desk<'_>) {
    let Some(conversion) = desk.sop.conversion.as_ref().filter(|it| !it.reviews.is_empty()) else { return };
    let heading = desk.pick("Isi yang perlu dicocokkan dengan aslinya", "What to compare with the original");
    let count = conversion.reviews.len();
    let _ = writeln!(out, "<details class=\"ledger\">\n<summary>{heading} ({count})</summary>\n<ul>");
    for it in &conversion.reviews {
        let shade = Shade::from(it.how);
        let place = super::path_in_words(&it.path, desk.report.language);
        let why = shade::told(it, desk.report.language);
        let colon = if why.is_empty() { "" } else { ": " };
        let _ = writeln!(
            out,
            "<li>{} <span class=\"s {}\">{}</span>{colon}{}</li>",
            Xml(&place),
            shade.class(),
            shade.word(desk.report.language),
            Xml(&why)
        );
    }
    out.push_str("</ul>\n</details>\n");
}

/// The end of the page.
pub(super) fn closing(report: &Report<'_>, _: &Overview) -> String {
    let words = match report.language {
        Language::Indonesian => "Dibuat oleh program sop. Dokumen yang diperiksa tidak diubah.",
        Language::English => "Made by the program sop. The documents checked were not changed.",
    };
    format!("</main>\n<footer>{words}</footer>\n</body>\n</html>\n")
}
