//! Findings as a table for programs: CSV after RFC 4180, a row for each finding.

use super::escaping::csv_row;
use super::{Checked, path_in_words};
use crate::diagnostic::Language;
use crate::source::{Position, Source, Span};

/// The names of the columns, the same in every language.
pub(super) fn header(_: Language) -> String {
    csv_row(&[
        "file",
        "line",
        "column",
        "end_line",
        "end_column",
        "severity",
        "code",
        "name",
        "sop",
        "title",
        "place",
        "path",
        "message",
        "help",
        "spot",
    ])
}

/// The rows of one file. Lines and columns are empty where a finding stands in no text; in an office file the spot stands for them.
pub(super) fn block(language: Language, checked: &Checked<'_>) -> String {
    let row = |it: &crate::diagnostic::Diagnostic| {
        let ([line, column, end_line, end_column], spot) = match it.span {
            Some(span) => position(checked.source, span),
            None => Default::default(),
        };
        csv_row(&[
            &checked.source.name,
            &line,
            &column,
            &end_line,
            &end_column,
            it.severity.word(),
            it.code,
            it.name,
            &(it.sop + 1).to_string(),
            &checked.title(it.sop).unwrap_or_default(),
            &path_in_words(&it.path, language),
            &it.path,
            it.message.in_language(language),
            it.help.as_ref().map_or("", |help| help.in_language(language)),
            &spot,
        ])
    };
    checked.findings.iter().map(row).collect()
}

/// Lines and columns of the beginning and the end, or the spot.
fn position(source: &Source, span: Span) -> ([String; 4], String) {
    match source.position(span.start) {
        Position::Line { line, column } => {
            let (end_line, end_column) = source.line_column(span.end);
            ([line, column, end_line, end_column].map(|it| it.to_string()), String::new())
        }
        Position::Spot(spot) => (Default::default(), spot.to_string()),
    }
}
