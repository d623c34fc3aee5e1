//! How many findings of each rule, the most frequent first, with their share of all.

use super::escaping::csv_row;
use super::overview::RuleCount;
use super::{Format, Overview, Report, glance};
use crate::diagnostic::Language;
use crate::plain::plain_json;
use serde::Serialize;

/// The statistics in the report's shape: JSON, CSV, or a table for reading.
pub(super) fn closing(report: &Report<'_>, overview: &Overview) -> String {
    let mut rows: Vec<(&'static str, &RuleCount)> = overview.rules.iter().map(|(code, count)| (*code, count)).collect();
    // Of equally many, by code: the order they come in.
    rows.sort_by_key(|(_, count)| std::cmp::Reverse(count.findings));
    let all = overview.tally.all();
    match report.format {
        Format::Json => json(&rows, all),
        Format::Csv => csv(&rows, all),
        _ => table(report, &rows, overview),
    }
}

#[derive(Serialize)]
struct Row<'a> {
    code: &'a str,
    name: &'a str,
    severity: &'a str,
    findings: usize,
    /// Of all findings, between 0 and 1, in thousandths.
    share: f64,
    files: usize,
}

fn json(rows: &[(&str, &RuleCount)], all: usize) -> String {
    let row = |(code, it): &(&str, &RuleCount)| {
        let share = f64::from(u32::try_from(per_mille(it.findings, all)).unwrap_or(0)) / 1000.0;
        let severity = it.severity.word();
        let row = Row { code, name: it.name, severity, findings: it.findings, share, files: it.files };
        format!("\n{}", plain_json(serde_json::to_string(&row).unwrap_or_default()))
    };
    let rows: Vec<String> = rows.iter().map(row).collect();
    if rows.is_empty() { "[]\n".to_owned() } else { format!("[{}\n]\n", rows.join(",")) }
}

fn csv(rows: &[(&str, &RuleCount)], all: usize) -> String {
    let mut out = csv_row(&["code", "name", "severity", "findings", "share", "files"]);
    for (code, it) in rows {
        let share = per_mille(it.findings, all);
        let share = format!("{}.{:03}", share / 1000, share % 1000);
        let (findings, files) = (it.findings.to_string(), it.files.to_string());
        out.push_str(&csv_row(&[code, it.name, it.severity.word(), &findings, &share, &files]));
    }
    out
}

fn table(report: &Report<'_>, rows: &[(&str, &RuleCount)], overview: &Overview) -> String {
    let pick = |id: &'static str, en: &'static str| if report.language == Language::English { en } else { id };
    let all = overview.tally.all();
    let heads = [pick("jumlah", "count"), pick("porsi", "share"), pick("berkas", "files"), pick("tingkat", "severity")];
    let mut out = String::new();
    let name_width = rows.iter().map(|(_, it)| it.name.len()).max().unwrap_or(0);
    if !rows.is_empty() {
        out =
            format!("{:>7}  {:>7}  {:>7}  {:10}  {}\n", heads[0], heads[1], heads[2], heads[3], pick("aturan", "rule"));
    }
    for (code, it) in rows {
        let severity = it.severity.spoken(report.language);
        let share = per_mille(it.findings, all);
        let mark = pick(",", ".");
        let share = format!("{}{mark}{} %", share / 10, share % 10);
        let summary = report.guide.card(code).map_or("", |card| card.summary_in(report.language));
        let name = it.name;
        out.push_str(&format!("{:>7}  {share:>7}  {:>7}  {severity:10}  {code} ", it.findings, it.files));
        out.push_str(&format!("{name:name_width$}  {summary}\n"));
    }
    if overview.tally.files > 0 {
        let gap = if rows.is_empty() { "" } else { "\n" };
        let glance = glance::closing(report, overview, false);
        out.push_str(&format!("{gap}{glance}{}\n", overview.tally.in_words(report.language)));
    }
    out
}

/// A share in thousandths, rounded; 0 of nothing.
fn per_mille(part: usize, all: usize) -> usize {
    (part * 1000 + all / 2).checked_div(all).unwrap_or(0)
}
