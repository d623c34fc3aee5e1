//! Findings as JSON objects, one a line, for programs.

use super::{Checked, path_in_words};
use crate::diagnostic::{Diagnostic, Edit, Fix, Language, Related};
use crate::plain::plain_json;
use crate::source::{Frame, Position, Source, Span, Spoken, Spot};
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
    #[serde(skip_serializing_if = "Option::is_none")]
    spot: Option<SpotJson>,
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

/// A place in an office file, in which lines and columns mean nothing.
#[derive(Serialize)]
struct SpotJson {
    /// For who looks it up: `SOP!D12`.
    name: String,
    /// In words: `lembar SOP, sel D12`.
    words: String,
    #[serde(flatten)]
    at: AtJson,
}

/// Everything is counted from 1, lengths are points from the left and upper edge of the page.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum AtJson {
    Sheet { sheet: String, cell: String, row: u32, column: u32 },
    Table { table: u32, row: u32, cell: u32 },
    Paragraph { paragraph: u32 },
    Page { page: u32, left: f32, top: f32, right: f32, bottom: f32 },
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
    #[serde(skip_serializing_if = "Option::is_none")]
    spot: Option<SpotJson>,
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
    let element = |it| format!("\n{}", one_line(language, checked, it));
    checked.findings.iter().map(element).collect()
}

/// The same, each line closed by a line break.
pub(super) fn lines(language: Language, checked: &Checked<'_>) -> String {
    let line = |it| format!("{}\n", one_line(language, checked, it));
    checked.findings.iter().map(line).collect()
}

fn one_line(language: Language, checked: &Checked<'_>, it: &Diagnostic) -> String {
    plain_json(serde_json::to_string(&finding(language, checked, it)).unwrap_or_default())
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
        span: it.span.and_then(|at| span(source, at)),
        spot: it.span.and_then(|at| spot_at(source, at, language)),
        related: it.related.iter().map(|other| related(language, source, other)).collect(),
        fix: it.fix.as_ref().map(|mend| fix(language, source, mend)),
    }
}

/// Of a text; an office file is known by spots only.
fn span(source: &Source, at: Span) -> Option<SpanJson> {
    match source.position(at.start) {
        Position::Line { line, column } => {
            let (end_line, end_column) = source.line_column(at.end);
            Some(SpanJson { start: at.start, end: at.end, line, column, end_line, end_column })
        }
        Position::Spot(_) => None,
    }
}

/// Of an office file.
fn spot_at(source: &Source, at: Span, language: Language) -> Option<SpotJson> {
    match source.position(at.start) {
        Position::Line { .. } => None,
        Position::Spot(it) => Some(spot(&it, language)),
    }
}

fn spot(it: &Spoken<'_>, language: Language) -> SpotJson {
    let at = match it.spot() {
        Spot::Sheet { row, column, .. } => {
            AtJson::Sheet { sheet: it.sheet().to_owned(), cell: it.cell().unwrap_or_default(), row, column }
        }
        Spot::Table { table, row, cell } => AtJson::Table { table, row, cell },
        Spot::Paragraph(paragraph) => AtJson::Paragraph { paragraph },
        Spot::Page { page, frame } => {
            let Frame { left, top, right, bottom } = frame;
            AtJson::Page { page, left, top, right, bottom }
        }
    };
    SpotJson { name: it.to_string(), words: it.words(language == Language::English), at }
}

fn related<'a>(language: Language, source: &'a Source, it: &'a Related) -> RelatedJson<'a> {
    let (file, line, column) = match &it.elsewhere {
        Some(other) => (&*other.file, other.line, other.column),
        None => {
            let numbers = it.span.and_then(|at| span(source, at)).map(|at| (at.line, at.column));
            let (line, column) = numbers.unzip();
            (source.name.as_str(), line, column)
        }
    };
    let spot = match &it.elsewhere {
        Some(other) => other.spot.as_ref().map(|it| spot(it, language)),
        None => it.span.and_then(|at| spot_at(source, at, language)),
    };
    RelatedJson {
        file,
        path: &it.path,
        place: path_in_words(&it.path, language),
        message: it.message.in_language(language),
        line,
        column,
        span: it.span.filter(|_| it.elsewhere.is_none()).and_then(|at| span(source, at)),
        spot,
    }
}

fn fix<'a>(language: Language, source: &Source, it: &'a Fix) -> FixJson<'a> {
    let edit = |edit: &'a Edit| Some(EditJson { span: span(source, edit.span)?, text: &edit.text });
    FixJson {
        message: it.message.in_language(language),
        safe: it.safe,
        edits: it.edits.iter().filter_map(edit).collect(),
    }
}
