//! GitLab's code quality report: a JSON array in the manner of Code Climate.

use super::addresses::relative;
use super::fingerprints::Fingerprints;
use super::words::spot;
use super::{Checked, Report, path_in_words};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plain::plain;
use crate::plain::plain_json;
use crate::source::Position;
use serde::Serialize;

#[derive(Serialize)]
struct Issue<'a> {
    description: String,
    check_name: String,
    fingerprint: String,
    severity: &'a str,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

/// The elements of the array that come from one file, parted by commas, each on a line of its own.
pub(super) fn block(report: &Report<'_>, checked: &Checked<'_>) -> String {
    let mut prints = Fingerprints::default();
    let path = relative(&checked.source.name, report.root);
    let elements = checked.findings.iter().map(|it| {
        let issue = issue(report, checked, it, &path, prints.of(&path, it));
        format!("\n{}", plain_json(serde_json::to_string(&issue).unwrap_or_default()))
    });
    elements.collect::<Vec<String>>().join(",")
}

fn issue<'a>(
    report: &Report<'_>,
    checked: &Checked<'_>,
    it: &Diagnostic,
    path: &'a str,
    fingerprint: String,
) -> Issue<'a> {
    let severity = match it.severity {
        Severity::Error => "critical",
        Severity::Warning => "minor",
        Severity::Info | Severity::Note => "info",
    };
    // Every issue needs a line; what stands nowhere is shown at the top.
    let (begin, end) = match it.span.map(|span| (span, checked.source.position(span.start))) {
        Some((span, Position::Line { line, .. })) => (line, checked.source.line(span.end)),
        Some((_, Position::Spot(_))) | None => (1, 1),
    };
    let spot = spot(checked.source, it.span, report.language).map_or_else(String::new, |spot| format!(" ({spot})"));
    let which = checked.which(it.sop).map_or_else(String::new, |which| format!("{which}; "));
    let place = path_in_words(&it.path, report.language);
    let description = format!("{} {which}{place}{spot}: {}", it.code, it.message.in_language(report.language));
    Issue {
        description: plain(&description).into_owned(),
        check_name: format!("{} {}", it.code, it.name),
        fingerprint,
        severity,
        location: Location { path, lines: Lines { begin, end } },
    }
}
