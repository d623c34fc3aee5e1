//! Findings as JSON objects, one a line, for programs.

use super::{Checked, path_in_words};
use crate::diagnostic::{Diagnostic, Edit, Fix, Language, Related};
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
    sop: SopJson<'a>,
    path: &'a str,
    place: String,
    span: Option<SpanJson>,
    related: Vec<RelatedJson<'a>>,
    fix: Option<FixJson<'a>>,
}

/// Which SOP of the file, counted from 1.
#[derive(Serialize)]
struct SopJson<'a> {
    number: usize,
    title: Option<&'a str>,
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

/// `line` and `column` also stand where the place is in another file, of which no offsets are known.
#[derive(Serialize)]
struct RelatedJson<'a> {
    file: &'a str,
    path: &'a str,
    place: String,
    message: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    span: Option<SpanJson>,
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

/// The findings of one source, each an object on a line of its own, opened by a line break.
pub(super) fn elements(language: Language, checked: &Checked<'_>) -> Vec<String> {
    let element = |it| format!("\n{}", serde_json::to_string(&finding(language, checked, it)).unwrap_or_default());
    checked.findings.iter().map(element).collect()
}

/// The same, each line closed by a line break.
pub(super) fn lines(language: Language, checked: &Checked<'_>) -> String {
    let line = |it| format!("{}\n", serde_json::to_string(&finding(language, checked, it)).unwrap_or_default());
    checked.findings.iter().map(line).collect()
}

fn finding<'a>(language: Language, checked: &Checked<'a>, it: &'a Diagnostic) -> FindingJson<'a> {
    let source = checked.source;
    let title = checked.sops.get(it.sop).and_then(|sop| sop.identity.title.value());
    FindingJson {
        code: it.code,
        name: it.name,
        severity: it.severity.word(),
        message: it.message.in_language(language),
        help: it.help.as_ref().map(|help| help.in_language(language)),
        file: &source.name,
        sop: SopJson { number: it.sop + 1, title: title.map(String::as_str) },
        path: &it.path,
        place: path_in_words(&it.path, language),
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

fn related<'a>(language: Language, source: &'a Source, it: &'a Related) -> RelatedJson<'a> {
    let (file, line, column) = match &it.elsewhere {
        Some(other) => (other.file.as_str(), other.line, other.column),
        None => {
            let (line, column) = it.span.map(|at| source.line_column(at.start)).unzip();
            (source.name.as_str(), line, column)
        }
    };
    RelatedJson {
        file,
        path: &it.path,
        place: path_in_words(&it.path, language),
        message: it.message.in_language(language),
        line,
        column,
        span: it.span.filter(|_| it.elsewhere.is_none()).map(|at| span(source, at)),
    }
}

fn fix<'a>(language: Language, source: &Source, it: &'a Fix) -> FixJson<'a> {
    let edit = |edit: &'a Edit| EditJson { span: span(source, edit.span), text: &edit.text };
    FixJson { message: it.message.in_language(language), safe: it.safe, edits: it.edits.iter().map(edit).collect() }
}
