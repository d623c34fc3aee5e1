//! JUnit XML: a test suite for each file, a test case for each finding. What fails the run is a failure, any other finding
//! a case that passes and tells of itself in its output; a file without findings is one case that passes.

use super::addresses::relative;
use super::escaping::Xml;
use super::words::spot_in_words;
use super::{Checked, Overview, Report, path_in_words};
use crate::diagnostic::{Diagnostic, Language, Severity};
use crate::source::Position;
use std::fmt::Write;

/// What stands before the first suite.
pub(super) const OPENING: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"sop\">\n";

/// The suite of one file.
pub(super) fn block(report: &Report<'_>, checked: &Checked<'_>) -> String {
    let name = relative(&checked.source.name, report.root);
    let failures = checked.findings.iter().filter(|it| fails(report, it)).count();
    let tests = checked.findings.len().max(1);
    let mut out = format!(
        "  <testsuite name=\"{}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" skipped=\"0\">\n",
        Xml(&name)
    );
    if checked.findings.is_empty() {
        let clean = if report.language == Language::English { "no findings" } else { "tanpa temuan" };
        let _ = writeln!(out, "    <testcase name=\"{clean}\" classname=\"{}\"/>", Xml(&name));
    }
    for it in checked.findings {
        write_case(&mut out, report, checked, it);
    }
    out.push_str("  </testsuite>\n");
    out
}

/// Files that could not be read, as a suite of their own, and the end.
pub(super) fn closing(overview: &Overview) -> String {
    let mut out = String::new();
    if !overview.failures.is_empty() {
        let count = overview.failures.len();
        let _ = writeln!(
            out,
            "  <testsuite name=\"sop\" tests=\"{count}\" failures=\"0\" errors=\"{count}\" skipped=\"0\">"
        );
        for why in &overview.failures {
            let name = why.split(": ").next().unwrap_or_default();
            let _ = write!(out, "    <testcase name=\"{}\" classname=\"sop\">\n      ", Xml(name));
            let _ = writeln!(out, "<error message=\"{}\" type=\"unreadable\"/>\n    </testcase>", Xml(why));
        }
        out.push_str("  </testsuite>\n");
    }
    out.push_str("</testsuites>\n");
    out
}

fn fails(report: &Report<'_>, it: &Diagnostic) -> bool {
    it.severity == Severity::Error || report.strict && it.severity == Severity::Warning
}

fn write_case(out: &mut String, report: &Report<'_>, checked: &Checked<'_>, it: &Diagnostic) {
    let language = report.language;
    let name = relative(&checked.source.name, report.root);
    let message = it.message.in_language(language);
    let place = match checked.which(it.sop) {
        Some(which) => format!("{which}; {}", path_in_words(&it.path, language)),
        None => path_in_words(&it.path, language),
    };
    let line = match it.span.map(|span| checked.source.position(span.start)) {
        Some(Position::Line { line, .. }) => format!(":{line}"),
        Some(Position::Spot(spot)) => format!(": {}", spot_in_words(&spot, language)),
        None => String::new(),
    };
    let _ =
        writeln!(out, "    <testcase name=\"{} {}: {}\" classname=\"{}\">", it.code, it.name, Xml(&place), Xml(&name));
    let (open, close) = if fails(report, it) {
        let kind = it.severity.word();
        (format!("<failure message=\"{}\" type=\"{kind}\">", Xml(message)), "</failure>")
    } else {
        ("<system-out>".to_owned(), "</system-out>")
    };
    let _ = write!(out, "      {open}{}{}: {}: {}", Xml(&name), Xml(&line), it.severity.word(), Xml(message));
    if let Some(help) = &it.help {
        let _ = write!(out, "\n{}", Xml(help.in_language(language)));
    }
    let _ = writeln!(out, "{close}\n    </testcase>");
}
