//! SARIF 2.1.0 (OASIS): findings for code scanning, written result after result, the rules that found something at the end.

mod result;

use super::{Checked, Overview, Report, RuleCard};
use crate::diagnostic::{Language, Severity};
use serde::Serialize;
use serde_json::{Value, json};

/// Where the schema of the format is published.
const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// What stands before the first result.
pub(super) fn opening(language: Language) -> String {
    let tag = if language == Language::English { "en-US" } else { "id-ID" };
    format!(
        "{{\"$schema\":\"{SCHEMA}\",\"version\":\"2.1.0\",\"runs\":[{{\"columnKind\":\"unicodeCodePoints\",\
         \"language\":\"{tag}\",\"results\":["
    )
}

/// The results of one file, parted by commas, each on a line of its own.
pub(super) fn block(report: &Report<'_>, checked: &Checked<'_>) -> String {
    let results = result::results(report, checked);
    let results = results.iter().map(|it| format!("\n{it}"));
    results.collect::<Vec<String>>().join(",")
}

/// What the rules are, whether all files could be read, and the end.
pub(super) fn closing(report: &Report<'_>, overview: &Overview) -> String {
    let cards = overview.rules.keys().filter_map(|code| report.guide.card(code));
    let rules: Vec<Descriptor> = cards.map(|card| descriptor(card, report.language)).collect();
    let driver = json!({"name": "sop", "semanticVersion": env!("CARGO_PKG_VERSION"), "rules": rules});
    let notice = |why: &String| json!({"level": "error", "message": {"text": why}});
    let invocation = json!({
        "executionSuccessful": overview.failures.is_empty(),
        "toolExecutionNotifications": overview.failures.iter().map(notice).collect::<Vec<Value>>(),
    });
    format!("\n],\"invocations\":[{invocation}],\"tool\":{{\"driver\":{driver}}}}}]}}\n")
}

/// A rule; both summaries and the language of the page are among the properties.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Descriptor {
    id: &'static str,
    name: &'static str,
    short_description: Value,
    full_description: Value,
    help: Value,
    default_configuration: Value,
    properties: Value,
}

fn descriptor(card: &RuleCard, language: Language) -> Descriptor {
    let tag = if language == Language::English { "en" } else { "id" };
    let basis = card.basis(language).unwrap_or_default();
    Descriptor {
        id: card.code,
        name: card.name,
        short_description: json!({"text": card.summary_in(language)}),
        full_description: json!({"text": card.summary_in(language), "markdown": card.summary_in(language)}),
        help: json!({"text": card.explanation(language), "markdown": card.page_in(language)}),
        default_configuration: json!({"level": level(card.severity)}),
        properties: json!({"summary_id": card.summary, "summary_en": card.summary_en, "basis": basis, "help_language": tag}),
    }
}

/// The word of the format for a severity.
fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
        Severity::Note => "none",
    }
}
