//! Findings as JSON objects, one a line, for programs.

use crate::diagnostic::{Diagnostic, Edit, Elsewhere, Fix, Language, Related};
use crate::source::{Source, Span};
use serde::Serialize;

#[derive(Serialize)]
struct FindingJson<'a> {
    code: &'a str,
    name: &'a str,
    severity: &'a str,
    message: &'a str,
    help: Option<&'a str>,
    file: &'a str,
    path: &'a str,
    span: Option<SpanJson>,
    related: Vec<RelatedJson<'a>>,
    fix: Option<FixJson<'a>>,
}

/// Byte offsets, end exclusive; lines and columns from 1, columns in characters.
#[derive(Serialize)]
struct SpanJson {
    start: u32,
    end: u32,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

#[derive(Serialize)]
struct RelatedJson<'a> {
    path: &'a str,
    message: &'a str,
    span: Option<SpanJson>,
    elsewhere: Option<ElsewhereJson<'a>>,
}

/// A place in another file; line and column from 1, columns in characters.
#[derive(Serialize)]
struct ElsewhereJson<'a> {
    file: &'a str,
    line: Option<usize>,
    column: Option<usize>,
}

#[derive(Serialize)]
struct FixJson<'a> {
    message: &'a str,
    safe: bool,
    edits: Vec<EditJson<'a>>,
}

#[derive(Serialize)]
struct EditJson<'a> {
    span: SpanJson,
    text: &'a str,
}

/// The elements of the array that come from one source, parted by commas, each on a line of its own.
pub(super) fn block(language: Language, source: &Source, findings: &[Diagnostic]) -> String {
    let elements = findings.iter().map(|it| serde_json::to_string(&finding(language, source, it)).unwrap_or_default());
    elements.map(|element| format!("\n{element}")).collect::<Vec<String>>().join(",")
}

fn finding<'a>(language: Language, source: &'a Source, it: &'a Diagnostic) -> FindingJson<'a> {
    FindingJson {
        code: it.code,
        name: it.name,
        severity: it.severity.word(),
        message: it.message.in_language(language),
        help: it.help.as_ref().map(|help| help.in_language(language)),
        file: &source.name,
        path: &it.path,
        span: it.span.map(|at| span(source, at)),
        related: it.related.iter().map(|other| related(language, source, other)).collect(),
        fix: it.fix.as_ref().map(|mend| fix(language, source, mend)),
    }
}

fn span(source: &Source, at: Span) -> SpanJson {
    let (line, column) = source.line_column(at.start);
    let (end_line, end_column) = source.line_column(at.end);
    SpanJson { start: at.start, end: at.end, line, column, end_line, end_column }
}

fn related<'a>(language: Language, source: &Source, it: &'a Related) -> RelatedJson<'a> {
    let elsewhere = |it: &'a Elsewhere| ElsewhereJson { file: &it.file, line: it.line, column: it.column };
    RelatedJson {
        path: &it.path,
        message: it.message.in_language(language),
        span: it.span.map(|at| span(source, at)),
        elsewhere: it.elsewhere.as_ref().map(elsewhere),
    }
}

fn fix<'a>(language: Language, source: &Source, it: &'a Fix) -> FixJson<'a> {
    let edit = |edit: &'a Edit| EditJson { span: span(source, edit.span), text: &edit.text };
    FixJson { message: it.message.in_language(language), safe: it.safe, edits: it.edits.iter().map(edit).collect() }
}
