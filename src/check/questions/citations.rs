//! How regulations are cited: which one is meant, in what style, under what title.

use super::{Kind, Word, holds_phrase, look_up, spelt_words};
use crate::check::Subject;
use crate::model::{Citation, Regulation, RegulationKind};
use crate::vocabulary::regulation_kinds::{AMENDMENT_WORDS, GUIDELINE_TITLES, SHORT_OPENERS, SHORT_STEMS};
use std::borrow::Cow;

/// The citation names this regulation, given by kind, number, year and ministry (empty where the kind has none).
pub fn names_regulation(wanted: (RegulationKind, &str, u16, &str), cited: &Regulation) -> bool {
    let (kind, number, year, issuer) = wanted;
    cited.kind == kind
        && cited.year == Some(year)
        && cited.number.as_deref().is_some_and(|it| is_same_number(it, number))
        && (issuer.is_empty() || cited.issuer.as_deref() == Some(issuer))
}

/// What one regulation is told from all others by.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct RegulationKey<'r> {
    kind: RegulationKind,
    year: Option<u16>,
    number: String,
    issuer: Option<&'r str>,
}

/// The key of a regulation; `None` where its number is not told.
pub fn regulation_key(it: &Regulation) -> Option<RegulationKey<'_>> {
    let number = bare_number(it.number.as_deref()?).collect();
    Some(RegulationKey { kind: it.kind, year: it.year, number, issuer: it.issuer.as_deref() })
}

/// The numbers are equal but for blanks, points, case and leading zeros: `PER/21/M.Pan/11/2008`, `per/21/mpan/11/2008`.
fn is_same_number(one: &str, other: &str) -> bool {
    bare_number(one).eq(bare_number(other))
}

fn bare_number(number: &str) -> impl Iterator<Item = char> {
    let bare = number.chars().filter(|it| !it.is_whitespace() && *it != '.');
    bare.skip_while(|it| *it == '0').flat_map(char::to_lowercase)
}

/// The citation says that the regulation was amended.
pub fn mentions_amendment(words: &[Word<'_>]) -> bool {
    words.iter().any(|word| AMENDMENT_WORDS.contains(&word.as_lower()))
}

/// Every citation is of the guidelines on writing SOPs; there is at least one.
pub fn only_guidelines(subject: &Subject<'_>) -> bool {
    let cited = subject.texts().citations();
    let on_sops = |words: &Vec<Word<'_>>| GUIDELINE_TITLES.iter().any(|phrase| holds_phrase(words, phrase));
    !cited.is_empty() && cited.iter().all(on_sops)
}

/// How the kind of a regulation, and the word before its number, are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CitationStyle {
    /// `UU`, `Permendagri`, not `Undang-Undang`.
    short_kind: bool,
    /// `No.`, not `Nomor`.
    short_number: bool,
}

/// The style of a citation whose regulation is known and that has a number behind one of the two words.
pub fn style_of(citation: &Citation, words: &[Word<'_>]) -> Option<CitationStyle> {
    citation.regulation.as_ref()?;
    let first = words.first()?.as_lower();
    let short_kind = SHORT_OPENERS.contains(&first) || SHORT_STEMS.iter().any(|stem| first.starts_with(stem));
    let number = words.iter().find(|word| matches!(word.as_lower(), "nomor" | "no"))?;
    Some(CitationStyle { short_kind, short_number: number.lower == "no" })
}

/// At least half of the telling words of the right title are not in the cited one, neither in full nor by their first letter:
/// `ASN` for `Aparatur Sipil Negara`.
pub fn lacks_title(cited: &str, right: &str) -> bool {
    let (cited, right) = (telling_words(cited), telling_words(right));
    let mut named: Vec<bool> = right.iter().map(|word| cited.contains(word)).collect();
    for short in cited.iter().filter(|word| (2..=LONGEST_INITIALS).contains(&word.chars().count())) {
        let initials = |words: &[Cow<'_, str>]| short.chars().eq(words.iter().filter_map(|word| word.chars().next()));
        let length = short.chars().count();
        if let Some(at) = right.windows(length).position(initials) {
            named[at..at + length].fill(true);
        }
    }
    2 * named.iter().filter(|it| !**it).count() >= right.len()
}

/// No abbreviation of initials in a title is longer.
const LONGEST_INITIALS: usize = 8;

fn telling_words(text: &str) -> Vec<Cow<'_, str>> {
    let mut words = spelt_words(text);
    words.retain(|word| !look_up(word).is(Kind::Joining));
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_one_whatever_their_points_blanks_and_zeros() {
        for (one, other, expected) in [
            ("PER/21/M.Pan/11/2008", "per/21/mpan/11/2008", true),
            ("005", "5", true),
            ("2 5", "25", true),
            ("50", "5", false),
        ] {
            assert_eq!(is_same_number(one, other), expected, "{one} / {other}");
        }
    }
}
