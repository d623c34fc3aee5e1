//! Workflow commands of GitHub Actions: each finding becomes an annotation beside its line.

use super::addresses::relative;
use super::words::spot;
use super::{Checked, Report, path_in_words};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plain::plain;
use crate::source::Position;

/// The commands of one file, one a line.
pub(super) fn block(report: &Report<'_>, checked: &Checked<'_>) -> String {
    checked.findings.iter().map(|it| command(report, checked, it)).collect()
}

fn command(report: &Report<'_>, checked: &Checked<'_>, it: &Diagnostic) -> String {
    let kind = match it.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info | Severity::Note => "notice",
    };
    let mut properties = format!("file={}", property(&relative(&checked.source.name, report.root)));
    let position = it.span.map(|span| (span, checked.source.position(span.start)));
    if let Some((span, Position::Line { line, column })) = position {
        let (end_line, end_column) = checked.source.line_column(span.end);
        properties.push_str(&format!(",line={line},endLine={end_line}"));
        // Columns of several lines are refused.
        if line == end_line {
            properties.push_str(&format!(",col={column},endColumn={end_column}"));
        }
    }
    let title = property(&format!("{} {}", it.code, it.name));
    let spot = spot(checked.source, it.span, report.language).map_or_else(String::new, |spot| format!(" ({spot})"));
    let place = path_in_words(&it.path, report.language);
    let mut text = format!("{place}{spot}: {}", it.message.in_language(report.language));
    if let Some(which) = checked.which(it.sop) {
        text = format!("{which}; {text}");
    }
    if let Some(help) = &it.help {
        text.push_str(&format!(" ({})", help.in_language(report.language)));
    }
    format!("::{kind} {properties},title={title}::{}\n", data(&plain(&text)))
}

/// What follows the second pair of colons.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_cannot_end_early() {
        assert_eq!(property("a%b:c,d\n"), "a%25b%3Ac%2Cd%0A");
    }
}
