//! Catatan evaluasi: the sheet that goes back to the office, its findings in the order that reviewers speak in.

use super::escaping::{MarkdownCell, sheet_row};
use super::words::spot;
use super::{Checked, Overview, Report, path_in_words, reading};
use crate::diagnostic::{Diagnostic, Language, Severity, sentence_case};
use crate::plain::plain;
use std::fmt::Write;

/// The parts of a review, in the order that reviewers take them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Topic {
    Form,
    Identity,
    LegalBasis,
    Actors,
    Standards,
    Flow,
    Wording,
    Relations,
    Reading,
}

impl Topic {
    /// What a finding is about: by the chapter of its rule, except that chapters on words and dates speak of one part or another.
    pub(super) fn of(it: &Diagnostic) -> Self {
        if it.severity == Severity::Note {
            return Self::Reading;
        }
        if it.path == "keterkaitan" || it.path.starts_with("keterkaitan/") {
            return Self::Relations;
        }
        match it.code.as_bytes().get(1) {
            Some(b'1' | b'2') => Self::Identity,
            Some(b'3') => Self::LegalBasis,
            Some(b'4') => Self::Actors,
            Some(b'5' | b'6') => Self::Standards,
            Some(b'7') => Self::Flow,
            Some(b'8') => Self::Wording,
            Some(b'9') => Self::Relations,
            _ => Self::Form,
        }
    }

    /// What reviewers call it.
    pub(super) fn name(self, language: Language) -> &'static str {
        let (id, en) = match self {
            Self::Form => ("Bentuk dokumen", "Form"),
            Self::Identity => ("Identitas", "Identity"),
            Self::LegalBasis => ("Dasar hukum", "Legal basis"),
            Self::Actors => ("Pelaksana", "Actors"),
            Self::Standards => ("Mutu baku", "Standards"),
            Self::Flow => ("Alur", "Flow"),
            Self::Wording => ("Bahasa", "Wording"),
            Self::Relations => ("Keterkaitan", "Related procedures"),
            Self::Reading => ("Catatan bacaan", "Reading notes"),
        };
        if language == Language::English { en } else { id }
    }
}

/// What is said of one finding, column by column.
struct Line<'a> {
    topic: Topic,
    place: String,
    severity: &'static str,
    code: &'a str,
    finding: &'a str,
    advice: &'a str,
    basis: &'a str,
}

fn pick(language: Language, id: &'static str, en: &'static str) -> &'static str {
    if language == Language::English { en } else { id }
}

/// What is said of one finding.
fn line<'a>(report: &Report<'a>, checked: &Checked<'a>, it: &'a Diagnostic) -> Line<'a> {
    let language = report.language;
    let advice = it.help.as_ref().or(it.fix.as_ref().map(|fix| &fix.message));
    Line {
        topic: Topic::of(it),
        place: place(checked, it, language),
        severity: it.severity.spoken(language),
        code: it.code,
        finding: it.message.in_language(language),
        advice: advice.map_or("", |it| it.in_language(language)),
        basis: report.guide.card(it.code).and_then(|card| card.basis(language)).unwrap_or_default(),
    }
}

/// The lines about one SOP, in the order of the review, within a part in that of the document; without the notes.
fn lines<'a>(report: &Report<'a>, checked: &Checked<'a>, sop: usize) -> Vec<Line<'a>> {
    let faults = reading::faults(checked.about(sop));
    let mut lines: Vec<Line<'a>> = faults.map(|it| line(report, checked, it)).collect();
    lines.sort_by_key(|it| it.topic);
    lines
}

/// The part of the form, or the line of the text where the finding speaks of no part; of an office file its own place as well.
pub(super) fn place(checked: &Checked<'_>, it: &Diagnostic, language: Language) -> String {
    let part = || path_in_words(&it.path, language);
    match (spot(checked.source, it.span, language), it.span) {
        (Some(spot), _) if it.path.is_empty() => spot,
        (Some(spot), _) => format!("{} ({spot})", part()),
        (None, Some(span)) if it.path.is_empty() => {
            format!("{} {}", pick(language, "baris", "line"), checked.source.line(span.start))
        }
        (None, _) => part(),
    }
}

/// What stands at the top of the sheet.
pub(super) fn markdown_opening(language: Language) -> String {
    format!("# {}\n", pick(language, "Catatan evaluasi SOP", "Evaluation notes"))
}

/// The sheet of each SOP of one file: a table for each part that has findings.
pub(super) fn markdown(report: &Report<'_>, checked: &Checked<'_>) -> String {
    (0..checked.sops.len()).map(|sop| sheet(report, checked, sop)).collect()
}

fn sheet(report: &Report<'_>, checked: &Checked<'_>, sop: usize) -> String {
    let language = report.language;
    let title = checked.title(sop).unwrap_or_else(|| pick(language, "(tanpa nama)", "(unnamed)").into());
    let mut out = format!("\n## {}\n\n", MarkdownCell(&title));
    let number = checked.sops.get(sop).and_then(|it| it.identity.number.value()).map(|it| plain(&it.0));
    if let Some(number) = number {
        let _ = writeln!(out, "- {}: {}", pick(language, "Nomor SOP", "Number"), MarkdownCell(&number));
    }
    let _ = writeln!(out, "- {}: {}", pick(language, "Berkas", "File"), MarkdownCell(&checked.source.name));
    let lines = lines(report, checked, sop);
    if lines.is_empty() {
        let _ = writeln!(out, "\n{}", pick(language, "Tidak ada temuan.", "No findings."));
    }
    for part in lines.chunk_by(|one, other| one.topic == other.topic) {
        let topic = part.first().map_or("", |it| it.topic.name(language));
        let head =
            pick(language, "| No | Bagian | Temuan | Saran | Dasar |", "| No | Part | Finding | Advice | Basis |");
        let _ = write!(out, "\n### {topic}\n\n{head}\n|---|---|---|---|---|\n");
        for (at, it) in part.iter().enumerate() {
            let (place, finding) = (MarkdownCell(&it.place), MarkdownCell(it.finding));
            let (advice, basis) = (MarkdownCell(it.advice), MarkdownCell(it.basis));
            let note = format!("({}, {})", it.severity, it.code);
            let _ = writeln!(out, "| {} | {place} | {finding} {note} | {advice} | {basis} |", at + 1);
        }
    }
    write_reading(&mut out, report, checked, sop);
    out
}

/// What the program did not understand, as a list.
fn write_reading(out: &mut String, report: &Report<'_>, checked: &Checked<'_>, sop: usize) {
    let notes = reading::gathered(report.language, report.guide, checked, sop);
    if notes.is_empty() {
        return;
    }
    let _ = write!(out, "\n### {}\n\n", sentence_case(reading::heading(report.language)));
    for it in notes {
        let advice = it.advice.map_or_else(String::new, |it| format!("; {}", MarkdownCell(it)));
        let _ = writeln!(out, "- {} ({}){advice}", MarkdownCell(&sentence_case(&it.sentence)), it.first.code);
    }
}

/// What stands at the end of the sheet.
pub(super) fn markdown_closing(language: Language, overview: &Overview) -> String {
    if overview.tally.files == 0 {
        return String::new();
    }
    format!("\n{}: {}.\n", pick(language, "Jumlah", "In all"), overview.tally.in_words(language))
}

/// The names of the columns, behind the mark by which spreadsheets know UTF-8. The line `sep=;` would say what parts the fields,
/// but Excel then overlooks the mark.
pub(super) fn csv_header(language: Language) -> String {
    let heads = match language {
        Language::Indonesian => ["Berkas", "SOP", "Kelompok", "Bagian", "Tingkat", "Temuan", "Saran", "Dasar", "Kode"],
        Language::English => ["File", "SOP", "Group", "Part", "Severity", "Finding", "Advice", "Basis", "Code"],
    };
    format!("\u{feff}{}", sheet_row(separator(language), &heads))
}

/// What parts the fields where a spreadsheet speaks that language.
fn separator(language: Language) -> &'static str {
    pick(language, ";", ",")
}

/// The rows of one file, SOP after SOP, the notes on its reading last.
pub(super) fn csv(report: &Report<'_>, checked: &Checked<'_>) -> String {
    let mut out = String::new();
    for sop in 0..checked.sops.len() {
        let (name, title) = (&checked.source.name, checked.title(sop).unwrap_or_default());
        let mut row = |it: &Line<'_>| {
            let topic = it.topic.name(report.language);
            let fields =
                [name.as_str(), &title, topic, &it.place, it.severity, it.finding, it.advice, it.basis, it.code];
            out.push_str(&sheet_row(separator(report.language), &fields));
        };
        lines(report, checked, sop).iter().for_each(&mut row);
        for note in reading::gathered(report.language, report.guide, checked, sop) {
            let place = place(checked, note.first, report.language);
            row(&Line { place, finding: &note.sentence, ..line(report, checked, note.first) });
        }
    }
    out
}
