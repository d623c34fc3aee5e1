//! A folder at a glance: where the faults are, which come again and again, and what to mend first.

use super::overview::{Document, RuleCount};
use super::{Overview, Report, Tally};
use crate::diagnostic::{Language, Severity};
use crate::plain::plain;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// So many rows of each table are shown.
const MOST_ROWS: usize = 10;

/// So many kinds of faults are named.
const MOST_FAULTS: usize = 5;

/// The tables are no wider than this, however wide the terminal is.
const WIDEST: usize = 120;

/// The columns of counts: how wide each is.
const COUNT: usize = 12;

/// What is said at the end about a folder of documents; empty of a single one. `with_faults` names the most frequent faults, which
/// statistics have named already.
pub(super) fn closing(report: &Report<'_>, overview: &Overview, with_faults: bool) -> String {
    let Some(folder) = report.folder.filter(|_| overview.documents.len() > 1) else { return String::new() };
    let glance = Glance { report, overview, width: report.width.min(WIDEST) };
    let mut out = glance.units();
    if with_faults {
        out.push_str(&glance.faults());
    }
    out.push_str(&glance.documents());
    out.push_str(&glance.first(folder));
    out
}

struct Glance<'a> {
    report: &'a Report<'a>,
    overview: &'a Overview,
    width: usize,
}

impl Glance<'_> {
    fn pick(&self, id: &'static str, en: &'static str) -> &'static str {
        if self.report.language == Language::English { en } else { id }
    }

    /// Subfolders, or the units that the documents name where all lie in one folder.
    fn units(&self) -> String {
        let documents = || self.overview.documents.iter().map(|(_, it)| it);
        let mut folders = documents().map(|it| folder_of(&it.name));
        let first = folders.next().unwrap_or_default();
        let is_parted = folders.any(|it| it != first);
        let unnamed = self.pick("(tanpa nama unit)", "(no unit named)");
        let unit = |it: &Document| match is_parted {
            true => folder_of(&it.name).to_owned(),
            false => it.unit.clone().unwrap_or_else(|| unnamed.to_owned()),
        };
        let mut units: BTreeMap<String, Tally> = BTreeMap::new();
        documents().for_each(|it| units.entry(unit(it)).or_default().add(it.tally));
        if units.len() < 2 {
            return String::new();
        }
        let head = if is_parted { self.pick("Folder", "Folder") } else { self.pick("Unit kerja", "Unit") };
        let rows: Vec<(String, Tally)> = units.into_iter().collect();
        self.table(head, rows, true)
    }

    /// The rules that find something in most documents.
    fn faults(&self) -> String {
        let rows: Vec<(&str, &RuleCount)> = self.most_frequent().take(MOST_FAULTS).collect();
        if rows.is_empty() {
            return String::new();
        }
        let heads = [self.pick("dokumen", "documents"), self.pick("temuan", "findings")];
        let head = self.pick("Temuan tersering", "Most frequent findings");
        let mut out = self.row(head, &heads.map(str::to_owned));
        for (code, it) in rows {
            let severity = it.severity.spoken(self.report.language);
            let what = format!("{code} {} ({severity})", self.summary(code, it));
            out.push_str(&self.row(&what, &[it.files.to_string(), it.findings.to_string()]));
        }
        out.push('\n');
        out
    }

    fn documents(&self) -> String {
        let documents = self.overview.documents.iter().map(|(_, it)| it);
        let rows = documents.filter(|it| it.tally.findings() > 0).map(|it| (it.name.clone(), it.tally)).collect();
        self.table(self.pick("Dokumen, terburuk dahulu", "Documents, worst first"), rows, false)
    }

    /// What to mend first, and how to see it.
    fn first(&self, folder: &str) -> String {
        let is_error = |it: &&(&str, &RuleCount)| it.1.severity == Severity::Error;
        let mut rules = self.most_frequent();
        let frequent: Vec<(&str, &RuleCount)> = rules.by_ref().collect();
        let Some((code, it)) = frequent.iter().find(is_error).or(frequent.first()) else { return String::new() };
        let (summary, files, folder) = (self.summary(code, it), it.files, plain(folder));
        let head = self.pick("Perbaiki dahulu", "Mend first");
        let documents = self.pick("dokumen", "documents");
        let mut out = format!("{head}: {code} {summary} ({files} {documents})\n  sop check {folder} --select {code}\n");
        let fixes = self.overview.fixes;
        if fixes > 0 {
            let words = match self.report.language {
                Language::Indonesian => format!("{fixes} perbaikan otomatis yang pasti benar; terapkan dengan --fix"),
                Language::English => format!("{fixes} safe fixes; apply them with --fix"),
            };
            out.push_str(&format!("  sop check {folder} --diff\n    {words}\n"));
        }
        out.push('\n');
        out
    }

    /// The rules that found faults, those found in most documents first, of equally many the gravest.
    fn most_frequent(&self) -> impl Iterator<Item = (&str, &RuleCount)> {
        let rules = self.overview.rules.iter().filter(|(_, it)| it.severity != Severity::Note);
        let mut rules: Vec<(&str, &RuleCount)> = rules.map(|(code, it)| (*code, it)).collect();
        rules.sort_by_key(|(_, it)| Reverse((it.files, it.severity, it.findings)));
        rules.into_iter()
    }

    fn summary<'s>(&'s self, code: &str, it: &'s RuleCount) -> &'s str {
        self.report.guide.card(code).map_or(it.name, |card| card.summary_in(self.report.language))
    }

    /// Rows by their counts, the worst first.
    fn table(&self, head: &str, mut rows: Vec<(String, Tally)>, with_files: bool) -> String {
        rows.sort_by_key(|(_, it)| Reverse(it.weight()));
        if rows.is_empty() {
            return String::new();
        }
        let counts =
            [self.pick("galat", "errors"), self.pick("peringatan", "warnings"), self.pick("saran", "suggestions")];
        let files = with_files.then(|| self.pick("dokumen", "documents"));
        let heads: Vec<String> = files.into_iter().chain(counts).map(str::to_owned).collect();
        let mut out = self.row(head, &heads);
        for (name, it) in rows.iter().take(MOST_ROWS) {
            let files = with_files.then_some(it.files);
            let counts = files.into_iter().chain([it.errors, it.warnings, it.infos]);
            out.push_str(&self.row(name, &counts.map(|it| it.to_string()).collect::<Vec<String>>()));
        }
        if let Some(more) = rows.len().checked_sub(MOST_ROWS).filter(|it| *it > 0) {
            out.push_str(&format!("{} {more} {}\n", self.pick("dan", "and"), self.pick("lagi", "more")));
        }
        out.push('\n');
        out
    }

    fn row(&self, name: &str, counts: &[String]) -> String {
        let room = self.width.saturating_sub(COUNT * counts.len()).max(COUNT);
        let name = cut(&plain(name), room);
        let blanks = " ".repeat(room.saturating_sub(name.width()));
        let counts: String = counts.iter().map(|it| format!("{it:>COUNT$}")).collect();
        format!("{name}{blanks}{counts}\n")
    }
}

/// The folder of a file by its name.
fn folder_of(name: &str) -> &str {
    name.rsplit_once(['/', '\\']).map_or("", |(folder, _)| folder)
}

/// The text in so many columns: of a name the end tells more than the beginning, of a sentence the beginning.
fn cut(text: &str, room: usize) -> String {
    if text.width() <= room {
        return text.to_owned();
    }
    let is_path = text.contains(['/', '\\']) && !text.contains(' ');
    let mut left = room.saturating_sub(1);
    let mut fits = |it: &char| {
        let columns = it.width().unwrap_or(0);
        let is_room = columns <= left;
        left = left.saturating_sub(columns);
        is_room
    };
    if is_path {
        let kept: Vec<char> = text.chars().rev().take_while(&mut fits).collect();
        return std::iter::once('…').chain(kept.into_iter().rev()).collect();
    }
    text.chars().take_while(fits).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_cut_where_they_tell_least() {
        assert_eq!(cut("dinas/umum/surat.txt", 10), "…surat.txt");
        assert_eq!(cut("unsur wajib kosong", 8), "unsur w…");
        assert_eq!(cut("pendek", 8), "pendek");
    }
}
