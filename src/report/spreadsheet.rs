//! Findings as a table for programs: CSV after RFC 4180, a row for each finding.

use super::escaping::csv_row;
use super::{Checked, path_in_words};
use crate::diagnostic::Language;

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
    ])
}

/// The rows of one file. Lines and columns are empty where a finding stands in no text.
pub(super) fn block(language: Language, checked: &Checked<'_>) -> String {
    let row = |it: &crate::diagnostic::Diagnostic| {
        let numbers = it.span.map(|span| {
            let (line, column) = checked.source.line_column(span.start);
            let (end_line, end_column) = checked.source.line_column(span.end);
            [line, column, end_line, end_column].map(|it| it.to_string())
        });
        let [line, column, end_line, end_column] = numbers.unwrap_or_default();
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
        ])
    };
    checked.findings.iter().map(row).collect()
}
