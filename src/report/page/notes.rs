//! The notes: what was found, what to do, what it rests on, in words for people who know the form.

use super::desk::{Desk, Note, severity_class};
use super::keys::Band;
use crate::diagnostic::{Fix, Related, Severity, path_in_words, sentence_case};
use crate::report::escaping::Xml;
use crate::report::words::{spot, spot_in_words};
use crate::source::Position;
use std::fmt::Write;

/// Characters of the source that are quoted where a finding has no cell of its own.
const LONGEST_QUOTE: usize = 200;

/// The notes of one part of the page as a list; nothing where there are none.
pub(super) fn list(desk: &Desk<'_>, band: Band) -> String {
    let notes: String = desk.notes_in(band).map(|(number, note)| one(desk, number, note)).collect();
    if notes.is_empty() { notes } else { format!("<ul class=\"notes\">\n{notes}</ul>\n") }
}

fn one(desk: &Desk<'_>, number: usize, note: &Note<'_>) -> String {
    let it = note.finding;
    let (language, prefix) = (desk.report.language, &desk.prefix);
    let class = severity_class(it.severity);
    let back = desk.pick("kembali ke formulir", "back to the form");
    let mut out = format!("<li class=\"note {class}\" id=\"{prefix}-n{number}\">");
    let place = path_in_words(&it.path, language);
    // Where the form has no cell for it the quotation says where it stands.
    let place = match spot(desk.checked.source, it.span, language).filter(|_| !note.key.is_empty()) {
        Some(spot) => format!("{place} ({spot})"),
        None => place,
    };
    let _ = write!(
        out,
        "<p class=\"head\"><a class=\"mark {class}\" href=\"#{prefix}-m{number}\" aria-label=\"{number}, {back}\">{number}</a>\
         <strong>{}</strong> <span class=\"place\">{}</span></p>",
        verdict(desk, it.severity),
        Xml(&place)
    );
    let _ = write!(out, "<p>{}</p>", sentence_of(it.message.in_language(language)));
    out.push_str(&quote(desk, note));
    out.extend(it.related.iter().map(|other| related(desk, other)));
    if let Some(help) = &it.help {
        let label = desk.pick("Yang dapat dilakukan:", "What to do:");
        let _ = write!(out, "<p><b>{label}</b> {}</p>", sentence_of(help.in_language(language)));
    }
    out.extend(it.fix.iter().map(|fix| remedy(desk, fix)));
    let card = desk.report.guide.card(it.code);
    let basis = card.and_then(|card| card.basis(language));
    let basis = basis.map_or_else(String::new, |it| format!("{} {}. ", desk.pick("Dasar:", "Basis:"), Xml(it)));
    let _ = writeln!(out, "<p class=\"rule\">{basis}{} {} {}</p></li>", desk.pick("Aturan", "Rule"), it.code, it.name);
    out
}

/// What a severity asks of the reader.
pub(super) fn verdict(desk: &Desk<'_>, severity: Severity) -> &'static str {
    match severity {
        Severity::Error => desk.pick("Harus diperbaiki", "Must be mended"),
        Severity::Warning => desk.pick("Sebaiknya diperbaiki", "Should be mended"),
        Severity::Info => desk.pick("Saran", "Suggestion"),
        Severity::Note => desk.pick("Catatan bacaan", "Reading note"),
    }
}

/// A message as a whole sentence.
fn sentence(text: &str) -> String {
    let stop = if text.ends_with(['.', '?', '!']) { "" } else { "." };
    format!("{}{stop}", sentence_case(text))
}

/// A message as a whole sentence, with the author's words set apart.
pub(super) fn sentence_of(text: &str) -> String {
    quoted(&sentence(text))
}

/// The author's words, in backticks in a message, set apart.
fn quoted(text: &str) -> String {
    let parts: Vec<&str> = text.split('`').collect();
    // An odd backtick is the author's own.
    if parts.len().is_multiple_of(2) {
        return Xml(text).to_string();
    }
    let part = |(at, it): (usize, &&str)| if at % 2 == 1 { format!("<q>{}</q>", Xml(it)) } else { Xml(it).to_string() };
    parts.iter().enumerate().map(part).collect()
}

/// The words of the source, where the form shows them nowhere.
fn quote(desk: &Desk<'_>, note: &Note<'_>) -> String {
    let Some(span) = note.finding.span.filter(|_| note.key.is_empty()) else { return String::new() };
    let source = desk.checked.source;
    let place = match source.position(span.start) {
        Position::Line { line, .. } => format!("{} {line}", desk.pick("Baris", "Line")),
        Position::Spot(spot) => sentence_case(&spot_in_words(&spot, desk.report.language)),
    };
    let text = source.slice(span).split_whitespace().collect::<Vec<&str>>().join(" ");
    let short: String = text.chars().take(LONGEST_QUOTE).collect();
    let more = if short.len() < text.len() { " …" } else { "" };
    let words = if short.is_empty() { String::new() } else { format!(": <q lang=\"id\">{}</q>{more}", Xml(&short)) };
    format!("<p class=\"source\">{}{words}</p>", Xml(&place))
}

/// The other place a finding speaks of, with a link where it is on this page.
fn related(desk: &Desk<'_>, it: &Related) -> String {
    let words = path_in_words(&it.path, desk.report.language);
    let message = quoted(it.message.in_language(desk.report.language));
    let place = match &it.elsewhere {
        Some(other) => {
            let at = match (&other.spot, other.line) {
                (Some(spot), _) => format!(": {}", spot_in_words(spot, desk.report.language)),
                (None, Some(line)) => format!(":{line}"),
                (None, None) => String::new(),
            };
            format!("{}{}, {}", Xml(&other.file), Xml(&at), Xml(&words))
        }
        None => {
            let key = desk.keys.of_path(desk.sop, &it.path, it.span.map(|span| span.start));
            format!("<a href=\"#{}\">{}</a>", Xml(&desk.anchor(&key)), Xml(&words))
        }
    };
    format!("<p class=\"related\">{} {place}: {message}</p>", desk.pick("Lihat", "See"))
}

fn remedy(desk: &Desk<'_>, fix: &Fix) -> String {
    let kind = match fix.safe {
        true => desk.pick("Dapat diperbaiki otomatis:", "Can be mended automatically:"),
        false => desk.pick("Usul perbaikan, perlu ditinjau:", "Proposed, needs review:"),
    };
    format!("<p><b>{kind}</b> {}</p>", sentence_of(fix.message.in_language(desk.report.language)))
}
