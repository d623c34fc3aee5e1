//! S304 `incomplete-citation`: a citation lacks the kind, number or year of the regulation, or the word tentang.

use crate::check::questions::Word;
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Change, Fix, Message, Severity};
use crate::model::{Citation, Path, RegulationKind, SectionKind, Sourced};

pub(super) static RULE: Rule = Rule {
    code: "S304",
    name: "incomplete-citation",
    severity: Severity::Warning,
    summary: "penyebutan peraturan tidak lengkap",
    summary_en: "a citation is incomplete",
    page: include_str!("incomplete_citation.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    for (at, cited) in sop.legal_basis.items().iter().enumerate() {
        let mut missing = missing(&cited.value);
        if lacks_kind(sop, at) {
            missing.push(("jenisnya", "its kind"));
        }
        if missing.is_empty() {
            continue;
        }
        let list = |say: fn(&(&'static str, &'static str)) -> &'static str| {
            missing.iter().map(say).collect::<Vec<_>>().join(", ")
        };
        let (id, en) = (list(|part| part.0), list(|part| part.1));
        let message = Message::new(
            format!("`{}` disebut tanpa {id}", cited.value.short_name()),
            format!("`{}` is cited without {en}", cited.value.short_name()),
        );
        findings
            .report(Path::section(SectionKind::LegalBasis).item(at + 1), cited.place, message)
            .help(Message::new(
                "tulis lengkap: `Peraturan … Nomor … Tahun … tentang …`",
                "write it in full: `Peraturan … Nomor … Tahun … tentang …`",
            ))
            .fix(with_about_word(cited, missing.len()));
    }
}

/// `No. 82 Tahun 2001 tentang …` begins with its number, and is not the rest of the entry before it.
fn lacks_kind(sop: &Subject<'_>, at: usize) -> bool {
    let items = sop.legal_basis.items();
    let Some([number, digits, year, ..]) = sop.texts().citations().get(at).map(Vec::as_slice) else { return false };
    let is_number = |word: &Word<'_>| word.text.bytes().all(|it| it.is_ascii_digit());
    let begins = matches!(number.as_lower(), "no" | "nomor") && is_number(digits) && year.lower == "tahun";
    let has_number = |it: &Citation| it.regulation.as_ref().is_some_and(|it| it.number.is_some());
    let stands_alone = at.checked_sub(1).is_none_or(|before| has_number(&items[before].value));
    begins && stands_alone && items[at].value.regulation.is_none()
}

fn missing(citation: &Citation) -> Vec<(&'static str, &'static str)> {
    let Some(regulation) = &citation.regulation else { return Vec::new() };
    // The constitution and circulars are cited without number; decrees by a number that holds their year.
    let exact = regulation.kind < RegulationKind::Circular && regulation.kind > RegulationKind::AssemblyDecree;
    if !exact {
        return Vec::new();
    }
    let parts = [
        (("nomor", "its number"), regulation.number.is_some()),
        (("tahun", "its year"), regulation.year.is_some()),
        (("kata `tentang`", "the word `tentang`"), regulation.has_about_word),
    ];
    parts.iter().filter(|(_, there)| !there).map(|(part, _)| *part).collect()
}

/// Puts `tentang` before the subject, where nothing else is missing.
fn with_about_word(cited: &Sourced<Citation>, missing: usize) -> Option<Fix> {
    let regulation = cited.value.regulation.as_ref().filter(|it| missing == 1 && !it.has_about_word)?;
    let at = cited.value.text.rfind(regulation.about.as_deref()?)?;
    let change = Change::Replace { value: cited.span()?, part: at..at, text: "tentang ".to_owned() };
    Some(Fix::safe(Message::new("sisipkan kata `tentang`", "put in the word `tentang`"), vec![change]))
}
