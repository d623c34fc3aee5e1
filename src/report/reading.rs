//! Notes on the reading, gathered: what the program did not understand is told once for each sort, with its places and words, after
//! what is wrong with the document.

use super::folding::folded;
use super::guide::Guide;
use super::words::spot;
use super::{Checked, Report};
use crate::diagnostic::{Diagnostic, Language, Severity, path_in_words, sentence_case};
use crate::plain::plain;
use crate::source::Span;
use std::collections::BTreeMap;

/// So many places that are no steps are named.
const MOST_PLACES: usize = 6;

/// So many stretches of text are quoted.
const MOST_QUOTES: usize = 3;

/// Characters of each.
const LONGEST_QUOTE: usize = 60;

/// All notes of one sort about one SOP.
pub(super) struct Gathered<'a> {
    /// The first of them, in document order.
    pub first: &'a Diagnostic,
    /// What they say together: a sentence without full stop.
    pub sentence: String,
    /// What to do.
    pub advice: Option<&'a str>,
}

/// The heading of the notes.
pub(super) fn heading(language: Language) -> &'static str {
    match language {
        Language::Indonesian => "catatan bacaan: yang tidak dipahami program ini, bukan kesalahan dokumen",
        Language::English => "reading notes: what this program did not understand, no faults of the document",
    }
}

/// What is wrong with the document, without the notes.
pub(super) fn faults(findings: &[Diagnostic]) -> impl Iterator<Item = &Diagnostic> {
    findings.iter().filter(|it| it.severity != Severity::Note)
}

/// The notes about one SOP of the file, by code.
pub(super) fn gathered<'a>(language: Language, guide: &Guide, checked: &Checked<'a>, sop: usize) -> Vec<Gathered<'a>> {
    let mut sorts: BTreeMap<&str, Vec<&'a Diagnostic>> = BTreeMap::new();
    for it in checked.about(sop).iter().filter(|it| it.severity == Severity::Note) {
        sorts.entry(it.code).or_default().push(it);
    }
    let gather = |notes: Vec<&'a Diagnostic>| {
        let first = *notes.first()?;
        let sentence = sentence(language, guide, checked, &notes);
        Some(Gathered { first, sentence, advice: first.help.as_ref().map(|it| it.in_language(language)) })
    };
    sorts.into_values().filter_map(gather).collect()
}

/// The notes as a block of text, folded to the width; empty where there are none.
pub(super) fn block(report: &Report<'_>, checked: &Checked<'_>, sop: usize) -> String {
    let (language, width) = (report.language, report.width);
    let notes = gathered(language, report.guide, checked, sop);
    if notes.is_empty() {
        return String::new();
    }
    let mut out = format!("{}\n", folded(&format!("{}: {}", plain(&checked.source.name), heading(language)), width));
    for it in notes {
        let said = folded(&plain(&sentence_case(&it.sentence)), width.saturating_sub(7));
        out.push_str(&format!("  {} {}\n", it.first.code, said.replace('\n', "\n       ")));
        if let Some(advice) = it.advice {
            let said = folded(&plain(advice), width.saturating_sub(9));
            out.push_str(&format!("       → {}\n", said.replace('\n', "\n         ")));
        }
    }
    out.push('\n');
    out
}

fn sentence(language: Language, guide: &Guide, checked: &Checked<'_>, notes: &[&Diagnostic]) -> String {
    let first = notes[0];
    if let [only] = notes {
        let said = only.message.in_language(language);
        let others = only.related.iter().map(|it| (it.path.as_str(), it.span));
        let spots = std::iter::once((only.path.as_str(), only.span)).chain(others);
        let places = places(language, checked, spots.filter(|(path, _)| path.is_empty()));
        return if places.is_empty() { said.to_owned() } else { format!("{said} ({places})") };
    }
    let quotes = quotes(language, notes);
    let quotes = if quotes.is_empty() { quotes } else { format!(": {quotes}") };
    let card = guide.card(first.code);
    let summary = card.map_or_else(|| first.message.in_language(language), |card| card.summary_in(language));
    // A rule about what is missing is no rule about reading: here it is not certain of what it says.
    let is_doubt = card.is_some_and(|card| card.severity != Severity::Note) && first.message.id.contains("belum pasti");
    let doubt = match (is_doubt, language) {
        (false, _) => String::new(),
        (true, Language::Indonesian) => format!("{summary}, tetapi belum pasti"),
        (true, Language::English) => format!("{summary}, but that is not certain"),
    };
    let said = if doubt.is_empty() { summary.to_owned() } else { doubt };
    let spots = notes.iter().map(|it| (it.path.as_str(), it.span));
    let (count, places) = (notes.len(), places(language, checked, spots));
    // `pelaksana langkah tidak terbaca` takes up the numbers itself.
    if let (Some((before, after)), true) = (said.split_once("langkah "), is_steps_only(notes)) {
        return format!("{before}{places} {after}{quotes}");
    }
    format!("{said} ({count}×): {places}{quotes}")
}

fn is_steps_only(notes: &[&Diagnostic]) -> bool {
    notes.iter().all(|it| it.path.starts_with("kegiatan/"))
}

/// `langkah 1–5, 7`, parts of the form, and lines of what belongs to none.
fn places<'p>(
    language: Language,
    checked: &Checked<'_>,
    spots: impl Iterator<Item = (&'p str, Option<Span>)>,
) -> String {
    let pick = |id: &'static str, en: &'static str| if language == Language::English { en } else { id };
    let (mut steps, mut lines, mut others) = (Vec::new(), Vec::new(), Vec::new());
    for (path, span) in spots {
        let number = path.strip_prefix("kegiatan/").and_then(|rest| rest.split('/').next()?.parse::<usize>().ok());
        match (number, span) {
            (Some(number), _) => steps.push(number),
            (None, Some(at)) if path.is_empty() => match spot(checked.source, span, language) {
                Some(spot) => others.push(spot),
                None => lines.push(checked.source.line(at.start)),
            },
            (None, None) if path.is_empty() => {}
            (None, _) => others.push(path_in_words(path, language)),
        }
    }
    others.dedup();
    let more = others.len().saturating_sub(MOST_PLACES);
    others.truncate(MOST_PLACES);
    if more > 0 {
        others.push(format!("{} {more} {}", pick("dan", "and"), pick("lagi", "more")));
    }
    let steps = ranges(steps).map(|it| format!("{} {it}", pick("langkah", "step")));
    let lines = ranges(lines).map(|it| format!("{} {it}", pick("baris", "line")));
    steps.into_iter().chain(others).chain(lines).collect::<Vec<String>>().join(", ")
}

/// `1–5, 7`; nothing of nothing.
pub(super) fn ranges(mut numbers: Vec<usize>) -> Option<String> {
    numbers.sort_unstable();
    numbers.dedup();
    let runs: Vec<String> = numbers
        .chunk_by(|one, next| one + 1 == *next)
        .map(|run| match run {
            [only] => only.to_string(),
            [one, two] => format!("{one}, {two}"),
            [first, .., last] => format!("{first}–{last}"),
            [] => String::new(),
        })
        .collect();
    (!runs.is_empty()).then(|| runs.join(", "))
}

/// The words that notes about no part of the form quote.
fn quotes(language: Language, notes: &[&Diagnostic]) -> String {
    let all: Vec<String> =
        notes.iter().filter(|it| it.path.is_empty()).filter_map(|it| quote(it.message.in_language(language))).collect();
    let more = if all.len() > MOST_QUOTES { ", …" } else { "" };
    format!("{}{more}", all.iter().take(MOST_QUOTES).cloned().collect::<Vec<String>>().join(", "))
}

/// The first words in backticks, shortened.
fn quote(message: &str) -> Option<String> {
    let words = message.split('`').nth(1).filter(|it| !it.is_empty())?;
    let words = words.trim_end_matches('…');
    let short: String = words.chars().take(LONGEST_QUOTE).collect();
    let more = if short.len() < words.len() { "…" } else { "" };
    Some(format!("`{short}{more}`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_told_in_runs() {
        assert_eq!(ranges(vec![7, 1, 2, 3, 5, 4, 2]).as_deref(), Some("1–5, 7"));
        assert_eq!(ranges(vec![3, 4, 9]).as_deref(), Some("3, 4, 9"));
        assert_eq!(ranges(Vec::new()), None);
    }
}
