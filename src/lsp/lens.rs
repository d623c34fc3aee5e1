//! What stands above the text: how much was found, and how long the procedure takes.

use super::Document;
use super::client::Client;
use super::document::Good;
use super::mentions::root_of;
use crate::diagnostic::Severity;
use crate::model::Sop;
use crate::read::yaml::tree::Shape;
use crate::source::Span;
use crate::timing::{Account, effort_in_words};
use gen_lsp_types::{CodeLens, Command};

/// The lenses of a document: two for every SOP.
pub(super) fn lenses(document: &Document, client: &Client) -> Vec<CodeLens> {
    let Some(good) = &document.good else { return Vec::new() };
    let mut lenses = Vec::new();
    for (at, sop) in good.examined.sops.iter().enumerate() {
        let start = sop.place.span().unwrap_or_default().start;
        let start = Span { start, end: start };
        if document.problem.is_none() {
            lenses.extend(lens(document, start, found(good, at, client)));
        }
        if let Some(time) = time(good, sop, client) {
            lenses.extend(lens(document, table(good, sop).unwrap_or(start), time));
        }
    }
    lenses
}

fn lens(document: &Document, span: Span, title: String) -> Option<CodeLens> {
    let range = document.range_of_good(span)?;
    // A command without a name is only words.
    let command = Command { title, tooltip: None, command: String::new(), arguments: None };
    Some(CodeLens { range, command: Some(command), data: None })
}

/// How many findings of each severity.
fn found(good: &Good, sop: usize, client: &Client) -> String {
    let count = |severity: Severity| {
        good.examined.findings.iter().filter(|it| it.sop == sop && it.severity == severity).count()
    };
    let severities = [Severity::Error, Severity::Warning, Severity::Info];
    let words = severities.map(|it| format!("{} {}", count(it), it.spoken(client.language)));
    words.join(", ")
}

/// The sum of all rows, and the slowest way where it takes otherwise; nothing where no time is written.
fn time(good: &Good, sop: &Sop, client: &Client) -> Option<String> {
    let time = &good.examined.working_time;
    let account = Account::of(sop, time);
    let in_words = |effort| effort_in_words(effort, time).in_language(client.language).to_owned();
    let total = account.total.effort;
    if total.high == 0 {
        return None;
    }
    let mut words = format!("{} {}", client.say("Waktu", "Time"), in_words(total));
    let slowest = account.ways.as_ref().map(|ways| ways.slowest.sum.effort).filter(|it| *it != total);
    if let Some(slowest) = slowest {
        words.push_str(&format!("; {} {}", client.say("jalan terlama", "slowest way"), in_words(slowest)));
    }
    Some(words)
}

/// The key of the table.
fn table(good: &Good, sop: &Sop) -> Option<Span> {
    let Shape::Map(pairs) = &root_of(&good.trees, sop)?.shape else { return None };
    pairs.iter().find(|(key, _)| key.text == "kegiatan").map(|(key, _)| key.span)
}
