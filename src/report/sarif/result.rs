//! One finding as a SARIF result: where, what else it speaks of, and the edits that mend it.

use super::level;
use crate::diagnostic::{Diagnostic, Fix, Language, Related, Severity, parts_in_words};
use crate::plain::plain_json;
use crate::report::addresses::{relative, uri};
use crate::report::fingerprints::Fingerprints;
use crate::report::words::spot_in_words;
use crate::report::{Checked, Report};
use crate::source::{Position, Source, Span, Spoken};
use serde::Serialize;
use serde_json::{Value, json};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifResult<'a> {
    rule_id: &'a str,
    /// What no document is to blame for is `informational`, which has no level.
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<&'a str>,
    level: &'a str,
    message: Value,
    locations: [Value; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Value>,
    partial_fingerprints: Value,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<Value>,
    properties: Value,
}

/// The results of one file, each as one line of JSON.
pub(super) fn results(report: &Report<'_>, checked: &Checked<'_>) -> Vec<String> {
    let writer =
        Writer { language: report.language, root: report.root, checked, uri: uri(&checked.source.name, report.root) };
    let name = relative(&checked.source.name, report.root);
    let mut prints = Fingerprints::default();
    let result = |it| plain_json(serde_json::to_string(&writer.result(it, &prints.of(&name, it))).unwrap_or_default());
    checked.findings.iter().map(result).collect()
}

struct Writer<'a> {
    language: Language,
    root: Option<&'a str>,
    checked: &'a Checked<'a>,
    uri: String,
}

impl<'a> Writer<'a> {
    fn result(&self, it: &'a Diagnostic, fingerprint: &str) -> SarifResult<'a> {
        let help = it.help.as_ref().map(|help| help.in_language(self.language));
        let title = self.checked.title(it.sop);
        let related = it.related.iter().enumerate().map(|(at, other)| self.related(at, other, it.sop));
        SarifResult {
            rule_id: it.code,
            kind: (it.severity == Severity::Note).then_some("informational"),
            level: level(it.severity),
            message: json!({"text": it.message.in_language(self.language)}),
            locations: [json!({
                "physicalLocation": self.physical(it.span),
                "logicalLocations": self.logicals(&it.path, it.sop, it.span),
            })],
            related_locations: related.collect(),
            partial_fingerprints: json!({"sopFinding/v1": fingerprint}),
            fixes: it.fix.iter().map(|fix| self.fix(fix)).collect(),
            properties: json!({"path": it.path, "sop": it.sop + 1, "title": title, "help": help, "severity": it.severity.word()}),
        }
    }

    fn physical(&self, span: Option<Span>) -> Value {
        let artifact = json!({"uri": self.uri});
        let region = span.and_then(|span| region(self.checked.source, span));
        match region {
            Some(region) => json!({"artifactLocation": artifact, "region": region}),
            None => json!({"artifactLocation": artifact}),
        }
    }

    /// The part of the form, and where an office file has no regions the spot in it.
    fn logicals(&self, path: &str, sop: usize, span: Option<Span>) -> Vec<Value> {
        let source = self.checked.source;
        let spot = match span.map(|span| source.position(span.start)) {
            Some(Position::Spot(spot)) => Some(self.spot(&spot)),
            Some(Position::Line { .. }) | None => None,
        };
        std::iter::once(self.logical(path, sop)).chain(spot).collect()
    }

    /// `SOP!D12`.
    fn spot(&self, it: &Spoken<'_>) -> Value {
        json!({"name": spot_in_words(it, self.language), "fullyQualifiedName": it.to_string(), "kind": "element"})
    }

    /// `langkah 6/Output`, below the name of the SOP where the file holds several.
    fn logical(&self, path: &str, sop: usize) -> Value {
        let parts = parts_in_words(path, self.language);
        let name = parts.last().cloned().unwrap_or_default();
        let which = self.checked.which(sop);
        let full: Vec<String> = which.into_iter().chain(parts).collect();
        json!({"name": name, "fullyQualifiedName": full.join("/"), "kind": "element"})
    }

    fn related(&self, at: usize, it: &Related, sop: usize) -> Value {
        let (physical, logicals) = match &it.elsewhere {
            Some(other) => {
                let artifact = json!({"uri": uri(&other.file, self.root)});
                let physical = match (other.line, other.column) {
                    (Some(line), Some(column)) => {
                        json!({"artifactLocation": artifact, "region": {"startLine": line, "startColumn": column}})
                    }
                    (Some(line), None) => json!({"artifactLocation": artifact, "region": {"startLine": line}}),
                    (None, _) => json!({"artifactLocation": artifact}),
                };
                let parts = parts_in_words(&it.path, self.language);
                let logical = json!({"fullyQualifiedName": parts.join("/"), "kind": "element"});
                let spot = other.spot.as_ref().map(|spot| self.spot(spot));
                (physical, std::iter::once(logical).chain(spot).collect())
            }
            None => (self.physical(it.span), self.logicals(&it.path, sop, it.span)),
        };
        json!({
            "id": at,
            "physicalLocation": physical,
            "logicalLocations": logicals,
            "message": {"text": it.message.in_language(self.language)},
        })
    }

    fn fix(&self, it: &Fix) -> Value {
        let replacement = |edit: &crate::diagnostic::Edit| json!({"deletedRegion": region(self.checked.source, edit.span), "insertedContent": {"text": edit.text}});
        json!({
            "description": {"text": it.message.in_language(self.language)},
            "artifactChanges": [{
                "artifactLocation": {"uri": self.uri},
                "replacements": it.edits.iter().map(replacement).collect::<Vec<Value>>(),
            }],
            "properties": {"safe": it.safe},
        })
    }
}

/// Lines and columns from 1, columns in characters, the end one beyond; an office file has none.
fn region(source: &Source, span: Span) -> Option<Value> {
    match source.position(span.start) {
        Position::Line { line, column } => {
            let (end_line, end_column) = source.line_column(span.end);
            Some(json!({"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}))
        }
        Position::Spot(_) => None,
    }
}
