//! Findings as the page shows them, and the cell of the form that each of them stands beside.

use crate::diagnostic::{Diagnostic, Language, path_in_words, sentence_case};
use crate::model::{Sop, Step};
use crate::source::Span;
use serde::Serialize;

/// One finding.
#[derive(Debug, Serialize)]
pub struct FindingView {
    code: &'static str,
    /// `error`, `warning`, `info`, `note`.
    severity: &'static str,
    /// The same for people.
    word: &'static str,
    message: String,
    help: Option<String>,
    /// Where it is, in words.
    place: String,
    /// The cell of the form, as [`key_of`] names it.
    key: String,
    /// By what it is known again.
    fingerprint: String,
    fix: Option<FixView>,
}

/// What mends it.
#[derive(Debug, Serialize)]
struct FixView {
    message: String,
    /// It may be made unseen.
    safe: bool,
}

impl FindingView {
    /// A finding about that SOP.
    pub fn of(sop: &Sop, finding: &Diagnostic, language: Language) -> Self {
        let said = |message: &crate::diagnostic::Message| message.in_language(language).to_owned();
        let fix = finding.fix.as_ref().filter(|fix| !fix.edits.is_empty());
        Self {
            code: finding.code,
            severity: finding.severity.word(),
            word: finding.severity.spoken(language),
            message: said(&finding.message),
            help: finding.help.as_ref().map(said),
            place: sentence_case(&path_in_words(&finding.path, language)),
            key: key_of(sop, &finding.path, finding.span),
            fingerprint: finding.fingerprint.clone(),
            fix: fix.map(|fix| FixView { message: said(&fix.message), safe: fix.safe }),
        }
    }
}

/// The cell of the form that a path means: the path itself, but that rows go by position, `r0/waktu`, since numbers may repeat; of
/// several rows of one number the one that holds the place.
pub fn key_of(sop: &Sop, path: &str, place: Option<Span>) -> String {
    let Some(rest) = path.strip_prefix("kegiatan/") else { return path.to_owned() };
    let (number, field) = rest.split_once('/').map_or((rest, ""), |(number, field)| (number, field));
    let Ok(number) = number.parse::<u32>() else { return path.to_owned() };
    let holds = |step: &Step| match (step.place.span(), place) {
        (Some(row), Some(place)) => row.start <= place.start && place.end <= row.end,
        _ => false,
    };
    let mut rows = sop.steps.iter().enumerate().filter(|(_, step)| step.number == number);
    let first = rows.clone().next();
    let row = rows.find(|(_, step)| holds(step)).or(first);
    match row {
        Some((at, _)) if field.is_empty() => format!("r{at}"),
        Some((at, _)) => format!("r{at}/{field}"),
        None => "kegiatan".to_owned(),
    }
}
