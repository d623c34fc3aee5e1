//! Findings as remarks to be written into the author's own file, and how remarks of an earlier run are known again there.
//!
//! The last line of a remark names its rule and ends with its mark: the fingerprint of the finding, and a sum over all letters of the
//! remark, which no longer fits once a person has written into it.

use super::words::{elsewhere, spot};
use super::{Checked, Report, reading};
use crate::diagnostic::{Diagnostic, Edit, Language, Related, Severity, path_in_words, sentence_case};
use crate::fnv;
use crate::plain::plain;

/// So many other places are named.
const MOST_RELATED: usize = 5;

/// Most lines of a remark that is looked for in what others may have written.
const LONGEST: usize = 60;

/// Digits of a fingerprint.
const FINGERPRINT: usize = 16;

/// Digits of the sum.
const SUM: usize = 8;

/// What a remark says beside words that it has changed itself, in both languages.
const OFFERS: [&str; 2] = [
    "Kata-katanya sudah diganti sebagai perubahan terlacak: terima atau tolak",
    "The words are changed as a tracked change: accept or reject it",
];

/// The rule about changes that nobody has accepted.
const TRACKED: &str = "tracked-change";

/// One remark.
#[derive(Debug, Clone)]
pub struct Remark {
    /// Byte of the source's text that it speaks of; `None` where it speaks of the document as a whole.
    pub at: Option<u32>,
    /// What it is known by from one run to the next.
    pub fingerprint: String,
    /// The value that it speaks of, in words; `None` where it speaks of all.
    pub place: Option<String>,
    /// It is said in English.
    pub is_english: bool,
    /// The words of the source that mend it; none where it is only to be said.
    pub edits: Vec<Edit>,
    /// It speaks of a change that is tracked and neither accepted nor rejected.
    pub is_about_change: bool,
    /// What it says, a line each.
    lines: Vec<String>,
    /// The rule that says it.
    rule: String,
}

impl Remark {
    /// The whole text, a line each. `about` is said first where the remark cannot stand at its place.
    pub fn text(&self, about: Option<&str>) -> String {
        self.marked(about.into_iter().chain(self.lines.iter().map(String::as_str)))
    }

    /// The whole text, where the words are changed already.
    pub fn text_beside_change(&self) -> String {
        let offer = OFFERS[usize::from(self.is_english)];
        self.marked(self.lines.iter().map(String::as_str).chain([offer]))
    }

    fn marked<'r>(&'r self, lines: impl Iterator<Item = &'r str>) -> String {
        let body: String = lines.chain([self.rule.as_str()]).collect::<Vec<&str>>().join("\n");
        let sum = sum(&[&body]);
        format!("{body} #{}-{sum}", self.fingerprint)
    }
}

/// The text of a comment says that the words beside it are changed already.
pub fn offers_change(text: &str) -> bool {
    text.lines().any(|line| OFFERS.contains(&line.trim()))
}

/// A stretch of what stands in a comment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage<'t> {
    /// Its text.
    pub text: &'t str,
    /// The fingerprint of the remark that it is; `None` of what a person wrote.
    pub fingerprint: Option<&'t str>,
    /// A person has written into the remark.
    pub is_changed: bool,
}

/// The remarks in the text of a comment, and what people wrote between them.
pub fn passages(text: &str) -> Vec<Passage<'_>> {
    let mut found = Vec::new();
    // Lines since the last remark.
    let mut open: Vec<&str> = Vec::new();
    for line in text.split('\n') {
        open.push(line);
        let Some((before, fingerprint, told)) = marked(line) else { continue };
        let lines: Vec<&str> = open[..open.len() - 1].iter().copied().chain([before]).collect();
        let start = (0..lines.len()).rev().take(LONGEST).find(|start| sum(&lines[*start..]) == told);
        let (people, own) = open.split_at(start.unwrap_or(0));
        found.extend(people_wrote(stretch(text, people)));
        let remark = Passage { text: stretch(text, own), fingerprint: Some(fingerprint), is_changed: start.is_none() };
        found.push(remark);
        open.clear();
    }
    found.extend(people_wrote(stretch(text, &open)));
    found
}

fn people_wrote(text: &str) -> Option<Passage<'_>> {
    (!text.is_empty()).then_some(Passage { text, fingerprint: None, is_changed: false })
}

/// The text from the first of these lines of it to the last, without blank lines around.
fn stretch<'t>(text: &'t str, lines: &[&'t str]) -> &'t str {
    let at = |line: &str| line.as_ptr() as usize - text.as_ptr() as usize;
    let ends = lines.first().zip(lines.last());
    let within = ends.and_then(|(first, last)| text.get(at(first)..at(last) + last.len()));
    within.unwrap_or_default().trim()
}

/// What a line says before its mark, and the mark: fingerprint and sum.
fn marked(line: &str) -> Option<(&str, &str, &str)> {
    let (before, mark) = line.trim_end().rsplit_once('#')?;
    let (fingerprint, sum) = mark.split_once('-')?;
    let is_hex = |text: &str, digits: usize| text.len() == digits && text.bytes().all(|it| it.is_ascii_hexdigit());
    (is_hex(fingerprint, FINGERPRINT) && is_hex(sum, SUM)).then_some((before, fingerprint, sum))
}

/// The sum over all letters of these lines: programs change blanks and line breaks.
fn sum(lines: &[&str]) -> String {
    let letters = lines.iter().flat_map(|line| line.chars()).filter(|it| !it.is_whitespace());
    let hash = letters.fold(fnv::BASIS, |hash, it| fnv::fold(hash, it.encode_utf8(&mut [0; 4]).bytes()));
    format!("{:08x}", (hash ^ (hash >> 32)) as u32)
}

/// What is found in a file as remarks: in the order of its text, then what stands nowhere, then the notes on the reading of each SOP.
pub fn remarks(report: &Report<'_>, checked: &Checked<'_>) -> Vec<Remark> {
    let mut all: Vec<Remark> = reading::faults(checked.findings).map(|it| remark(report, checked, it)).collect();
    all.sort_by_key(|it| (it.at.is_none(), it.at));
    all.extend((0..checked.sops.len()).filter_map(|sop| notes(report, checked, sop)));
    all
}

fn pick(language: Language, id: &'static str, en: &'static str) -> &'static str {
    if language == Language::English { en } else { id }
}

fn remark(report: &Report<'_>, checked: &Checked<'_>, it: &Diagnostic) -> Remark {
    let language = report.language;
    let at = it.span.map(|span| span.start);
    let severity = sentence_case(it.severity.spoken(language));
    // At its place it is clear of which SOP it speaks.
    let which = checked.which(it.sop).filter(|_| at.is_none()).map(|it| format!(" ({it})")).unwrap_or_default();
    let mut lines = vec![format!("{severity}{which}: {}", it.message.in_language(language))];
    lines.extend(it.related.iter().take(MOST_RELATED).map(|it| other_place(checked, it, language)));
    let cure = it.help.as_ref().or(it.fix.as_ref().map(|fix| &fix.message));
    lines.extend(cure.map(|it| format!("{}: {}", pick(language, "Perbaikan", "Cure"), it.in_language(language))));
    let basis = report.guide.card(it.code).and_then(|card| card.basis(language));
    lines.extend(basis.map(|it| format!("{}: {it}", pick(language, "Dasar", "Basis"))));
    let lines = lines.iter().map(|it| said(it)).collect();
    Remark {
        at,
        fingerprint: it.fingerprint.clone(),
        place: (!it.path.is_empty()).then(|| about(&path_in_words(&it.path, language), language)),
        is_english: language == Language::English,
        edits: it.fix.as_ref().map(|fix| fix.edits.clone()).unwrap_or_default(),
        is_about_change: it.name == TRACKED,
        lines,
        rule: format!("{} {}", it.code, it.name),
    }
}

fn about(place: &str, language: Language) -> String {
    format!("{} {place}", pick(language, "Tentang", "About"))
}

fn other_place(checked: &Checked<'_>, it: &Related, language: Language) -> String {
    let place = match &it.elsewhere {
        Some(other) => elsewhere(other, language),
        None => spot(checked.source, it.span, language).unwrap_or_else(|| path_in_words(&it.path, language)),
    };
    format!("{} {place}: {}", pick(language, "Lihat", "See"), it.message.in_language(language))
}

/// All notes on the reading of an SOP as one remark, if there are any.
fn notes(report: &Report<'_>, checked: &Checked<'_>, sop: usize) -> Option<Remark> {
    let all = checked.about(sop).iter().filter(|it| it.severity == Severity::Note);
    let hash = all.fold(fnv::BASIS, |hash, it| fnv::fold(hash, it.fingerprint.bytes()));
    let gathered = reading::gathered(report.language, report.guide, checked, sop);
    let which = checked.which(sop).map(|it| format!(" ({it})")).unwrap_or_default();
    let mut lines = vec![said(&format!("{}{which}", sentence_case(reading::heading(report.language))))];
    for it in &gathered {
        lines.push(said(&format!("{} {}", it.first.code, sentence_case(&it.sentence))));
        lines.extend(it.advice.map(|advice| said(&format!("→ {advice}"))));
    }
    let rule = pick(report.language, "catatan-bacaan", "reading-notes").to_owned();
    let (fingerprint, is_english) = (format!("{hash:016x}"), report.language == Language::English);
    let (edits, is_about_change) = (Vec::new(), false);
    let remark = Remark { at: None, place: None, fingerprint, is_english, edits, is_about_change, lines, rule };
    (!gathered.is_empty()).then_some(remark)
}

/// One line, the author's words in the quotation marks of print.
fn said(text: &str) -> String {
    let mut is_open = false;
    let quoted = |it: char| match it {
        '`' => {
            is_open = !is_open;
            if is_open { '“' } else { '”' }
        }
        it => it,
    };
    plain(text).chars().map(quoted).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn remark(fingerprint: &str, line: &str) -> Remark {
        let lines = vec![line.to_owned(), "Perbaikan: tulis namanya".to_owned()];
        Remark {
            at: None,
            place: None,
            fingerprint: fingerprint.to_owned(),
            is_english: false,
            edits: Vec::new(),
            is_about_change: false,
            lines,
            rule: "S502 unused-output".to_owned(),
        }
    }

    #[test]
    fn remarks_are_told_from_what_people_wrote() {
        let (one, two) =
            (remark("0123456789abcdef", "Galat: satu").text(None), remark("fedcba9876543210", "dua").text(None));
        let text = format!("{one}\r\n\nSudah kami lampirkan.\nLihat lampiran 2\n\n{two}");
        let found = passages(&text);
        let prints: Vec<_> = found.iter().map(|it| (it.fingerprint, it.is_changed)).collect();
        assert_eq!(prints, [(Some("0123456789abcdef"), false), (None, false), (Some("fedcba9876543210"), false)]);
        assert_eq!(found[1].text, "Sudah kami lampirkan.\nLihat lampiran 2");
        assert_eq!(found[2].text, two);
    }

    #[test]
    fn a_remark_with_other_words_in_it_is_a_persons() {
        let text = remark("0123456789abcdef", "Galat: satu").text(Some("Tentang sel D4"));
        assert!(!passages(&text)[0].is_changed);
        let changed = text.replace("namanya", "namanya (sudah)");
        assert!(passages(&changed)[0].is_changed);
    }
}
