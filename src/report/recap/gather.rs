//! One checked file → its rows.

use crate::diagnostic::Diagnostic;
use crate::model::{Date, Field, Sop, Sourced, WorkingTime};
use crate::plain::plain;
use crate::report::evaluation::place;
use crate::report::{Checked, Report, Tally};
use crate::source::Position;
use crate::timing::{row_times, sum_of};

/// What one file adds.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Part {
    /// Its SOPs.
    pub documents: Vec<DocumentRow>,
    /// What was found in them.
    pub findings: Vec<FindingRow>,
}

/// A date as a cell has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Dated {
    /// Nothing is written.
    Blank,
    /// Year, month and day.
    Day(u16, u8, u8),
    /// What stands there is no whole date.
    Text(String),
}

/// One SOP.
#[derive(Debug, Clone, PartialEq)]
pub struct DocumentRow {
    /// Name of its file.
    pub file: String,
    /// Nama SOP; empty where it is not known, as all texts here.
    pub title: String,
    /// Nomor SOP.
    pub number: String,
    /// Instansi.
    pub agency: String,
    /// Unit kerja.
    pub unit: String,
    /// Tanggal pembuatan, revisi and efektif.
    pub dates: [Dated; 3],
    /// How many steps it has.
    pub steps: usize,
    /// Working time of all steps together in minutes, from and to; none where no step tells its time.
    pub minutes: Option<(f64, f64)>,
    /// Steps whose time could not be counted.
    pub uncounted: usize,
    /// How much was found.
    pub tally: Tally,
}

/// One finding.
#[derive(Debug, Clone, PartialEq)]
pub struct FindingRow {
    /// Name of the file.
    pub file: String,
    /// Line of a text, from 1.
    pub line: Option<usize>,
    /// Part of the form, with the place in an office file.
    pub place: String,
    /// Code of the rule.
    pub code: &'static str,
    /// How grave, in words.
    pub severity: &'static str,
    /// Nama SOP.
    pub title: String,
    /// What was found.
    pub message: String,
    /// What the rule is about.
    pub rule: &'static str,
    /// What to do.
    pub advice: String,
    /// The program can mend it.
    pub is_mended: bool,
}

impl Part {
    /// The rows of a file of an office with this working time.
    pub fn of(report: &Report<'_>, checked: &Checked<'_>, time: &WorkingTime) -> Self {
        let documents = checked.sops.iter().enumerate().map(|(at, sop)| document(checked, (at, sop), time));
        Self {
            documents: documents.collect(),
            findings: checked.findings.iter().map(|it| finding(report, checked, it)).collect(),
        }
    }
}

fn text<T: ToString>(field: &Field<Sourced<T>>) -> String {
    match field {
        Field::Known(value) => plain(&value.value.to_string()).into_owned(),
        Field::Unreadable(text) => plain(&text.value).into_owned(),
        Field::Dash(_) => "-".to_owned(),
        Field::Absent | Field::Blank(_) => String::new(),
    }
}

fn dated(field: &Field<Sourced<Date>>) -> Dated {
    match field.value().and_then(Date::as_ymd) {
        Some((year, month, day)) => Dated::Day(year, month, day),
        None => match text(field) {
            empty if empty.is_empty() => Dated::Blank,
            text => Dated::Text(text),
        },
    }
}

fn document(checked: &Checked<'_>, (at, sop): (usize, &Sop), time: &WorkingTime) -> DocumentRow {
    let identity = &sop.identity;
    let times = row_times(sop, time);
    let sum = sum_of(&times, 0..times.len());
    let minutes = |thousandths: u64| thousandths as f64 / 60_000.0;
    DocumentRow {
        file: checked.source.name.clone(),
        title: text(&identity.title),
        number: text(&identity.number),
        agency: text(&identity.agency),
        unit: text(&identity.unit),
        dates: [&identity.created, &identity.revised, &identity.effective].map(dated),
        steps: sop.steps.len(),
        minutes: (!sum.counted.is_empty()).then(|| (minutes(sum.effort.low), minutes(sum.effort.high))),
        uncounted: sum.left_out.len(),
        tally: Tally::count(checked.findings.iter().filter(|it| it.sop == at)),
    }
}

fn finding(report: &Report<'_>, checked: &Checked<'_>, it: &Diagnostic) -> FindingRow {
    let language = report.language;
    let advice = it.help.as_ref().or(it.fix.as_ref().map(|fix| &fix.message));
    let line = it.span.and_then(|span| match checked.source.position(span.start) {
        Position::Line { line, .. } => Some(line),
        Position::Spot(_) => None,
    });
    FindingRow {
        file: checked.source.name.clone(),
        line,
        place: place(checked, it, language),
        code: it.code,
        severity: it.severity.spoken(language),
        title: checked.title(it.sop).unwrap_or_default().into_owned(),
        message: it.message.in_language(language).to_owned(),
        rule: report.guide.card(it.code).map_or("", |card| card.summary_in(language)),
        advice: advice.map_or_else(String::new, |it| it.in_language(language).to_owned()),
        is_mended: it.fix.as_ref().is_some_and(|fix| !fix.edits.is_empty()),
    }
}
