//! Findings → what an editor underlines.

use super::Document;
use super::client::Client;
use super::document::Good;
use super::mentions::{root_of, value};
use crate::diagnostic::{Diagnostic, Severity};
use crate::read::yaml::tree::{Node, Shape};
use crate::source::Span;
use gen_lsp_types::{
    Code, Diagnostic as Shown, DiagnosticRelatedInformation, DiagnosticSeverity, Location, Message, Position, Range,
};
use serde_json::json;

/// Who says it.
const SOURCE: &str = "sop";

/// All that is to be underlined in a document.
pub(super) fn all(document: &Document, client: &Client) -> Vec<Shown> {
    if let Some(problem) = &document.problem {
        let span = problem.span.unwrap_or_default();
        let message = problem.message.in_language(client.language).to_owned();
        let range = document.range(in_one_line(document, span));
        return vec![shown(range, DiagnosticSeverity::Error, message)];
    }
    let Some(good) = document.current() else { return Vec::new() };
    let settings = good.examined.unusable_settings.iter();
    let settings = settings.map(|why| shown(Range::default(), DiagnosticSeverity::Warning, why.clone()));
    settings.chain(good.examined.findings.iter().filter_map(|it| finding(document, good, it, client))).collect()
}

fn shown(range: Range, severity: DiagnosticSeverity, message: String) -> Shown {
    Shown {
        range,
        severity: Some(severity),
        code: None,
        code_description: None,
        source: Some(SOURCE.to_owned()),
        message: Message::String(message),
        tags: None,
        related_information: None,
        data: None,
    }
}

/// One finding as an editor shows it.
pub(super) fn finding(document: &Document, good: &Good, it: &Diagnostic, client: &Client) -> Option<Shown> {
    let severity = match it.severity {
        Severity::Error => DiagnosticSeverity::Error,
        Severity::Warning => DiagnosticSeverity::Warning,
        Severity::Info => DiagnosticSeverity::Information,
        Severity::Note => DiagnosticSeverity::Hint,
    };
    let said = it.message.in_language(client.language);
    let help = it.help.as_ref().map(|help| format!("\n{}", help.in_language(client.language)));
    let related: Vec<DiagnosticRelatedInformation> = it
        .related
        .iter()
        .filter(|related| related.elsewhere.is_none())
        .filter_map(|related| {
            let location = Location { uri: document.uri.clone(), range: document.range_of_good(related.span?)? };
            Some(DiagnosticRelatedInformation {
                location,
                message: related.message.in_language(client.language).to_owned(),
            })
        })
        .collect();
    Some(Shown {
        code: Some(Code::String(it.code.to_owned())),
        related_information: (!related.is_empty()).then_some(related),
        data: Some(json!({ "aturan": it.name, "bidang": it.path })),
        ..shown(place(document, good, it)?, severity, format!("{said}{}", help.unwrap_or_default()))
    })
}

/// What is underlined of a finding: its own place within one line, or the key that comes nearest to it.
pub(super) fn place(document: &Document, good: &Good, it: &Diagnostic) -> Option<Range> {
    let span = it.span.or_else(|| nearest(good, it)).unwrap_or_default();
    let span = good.shift.forward(span)?;
    Some(document.range(in_one_line(document, span)))
}

fn in_one_line(document: &Document, span: Span) -> Span {
    let end = document.source.line_end(span.start);
    let is_whole = span.is_empty() || span.end > end;
    if is_whole { Span { start: span.start, end: end.max(span.start) } } else { span }
}

/// The last key on the way to the value that is there; of a draft, the beginning of the SOP.
fn nearest(good: &Good, it: &Diagnostic) -> Option<Span> {
    let sop = good.examined.sops.get(it.sop)?;
    let Some(root) = root_of(&good.trees, sop) else {
        return sop.place.span().map(|span| Span { start: span.start, end: span.start });
    };
    let mut node = root;
    let mut found = Span { start: root.span.start, end: root.span.start };
    for part in it.path.split('/') {
        let next = match &node.shape {
            Shape::Map(pairs) => pairs.iter().find(|(key, _)| key.text == part).map(|(key, node)| (key.span, node)),
            Shape::List(items) => item(items, part).map(|node| (node.span, node)),
            _ => None,
        };
        let Some((span, next)) = next else { break };
        (found, node) = (span, next);
    }
    Some(found)
}

/// A step by its number, anything else by its position from 1.
fn item<'t>(items: &'t [Node], part: &str) -> Option<&'t Node> {
    let bears =
        |item: &&Node| matches!(value(item, "nomor").map(|it| &it.shape), Some(Shape::Text(text)) if text == part);
    let at = part.parse::<usize>().ok().and_then(|it| it.checked_sub(1)).and_then(|at| items.get(at));
    // In a sound table a step stands where its number says.
    at.filter(bears).or_else(|| items.iter().find(bears)).or(at)
}

/// Two ranges touch.
pub(super) fn touch(one: Range, other: Range) -> bool {
    let (start, end): (Position, Position) = (one.start.max(other.start), one.end.min(other.end));
    start <= end
}
