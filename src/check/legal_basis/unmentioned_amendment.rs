//! S303 `unmentioned-amendment`: a regulation that had been amended is cited without saying so.

use crate::check::questions::{Word, mentions_amendment, moment, names_regulation};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, SectionKind};
use crate::vocabulary::amendments::AMENDMENTS;
use std::collections::BTreeSet;

pub(super) static RULE: Rule = Rule {
    code: "S303",
    name: "unmentioned-amendment",
    severity: Severity::Info,
    summary: "perubahan peraturan tidak disebut",
    summary_en: "a citation does not mention that the regulation was amended",
    page: include_str!("unmentioned_amendment.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let Some((made, dated_by)) = moment(sop) else { return };
    let mut amended_here = None;
    for ((at, cited), words) in sop.legal_basis.items().iter().enumerate().zip(sop.texts().citations()) {
        let Some(regulation) = &cited.value.regulation else { continue };
        let known = AMENDMENTS.iter().find(|it| names_regulation((it.kind, it.number, it.year, it.issuer), regulation));
        let Some(amended) = known.filter(|it| it.since < made.year && !mentions_amendment(words)) else {
            continue;
        };
        if amended_here
            .get_or_insert_with(|| amended_in(sop.texts().citations()))
            .contains(&(amended.number, amended.year))
        {
            continue;
        }
        let name = cited.value.short_name();
        let message = Message::new(
            format!("`{name}` sudah diubah oleh {}, tetapi disebut tanpa perubahannya", amended.by),
            format!(
                "`{name}` was amended by {}, which the citation does not say",
                amended.by.replace(" dan ", " and ")
            ),
        );
        let path = Path::section(SectionKind::LegalBasis).item(at + 1);
        findings.report(path, cited.place, message).rests_on(&dated_by).help(Message::new(
            format!("tambahkan `sebagaimana telah diubah … dengan {}`; periksa di JDIH mana yang terakhir", amended.by),
            format!("add `sebagaimana telah diubah … dengan {}`; ask the JDIH which is the latest", amended.by),
        ));
    }
}

/// Number and year of what entries of their own amend: `… tentang Perubahan atas Undang-Undang Nomor 23 Tahun 2014`.
fn amended_in<'w>(citations: &'w [Vec<Word<'_>>]) -> BTreeSet<(&'w str, u16)> {
    let amending = citations.iter().filter_map(|words| {
        let at = words.iter().position(|word| word.lower == AMENDMENT)?;
        Some(&words[at..])
    });
    let year = |word: &Word<'_>| word.text.parse().ok().filter(|year| YEARS.contains(year));
    // `16/2018` and `16 Tahun 2018`.
    let near = amending.flat_map(|words| words.windows(2).chain(words.windows(3)));
    near.filter_map(|words| Some((words.first()?.as_lower(), year(words.last()?)?))).collect()
}

/// What an amending regulation calls itself.
const AMENDMENT: &str = "perubahan";

/// Years that regulations have.
const YEARS: std::ops::RangeInclusive<u16> = 1945..=2100;
