//! Words that the edge of a narrow column tore in two, as programs print them: `Pengeluara n`, `pertanggungjawab an`.
//!
//! Such a word is known when it stands whole elsewhere in the document, and its pieces stand nowhere but as pieces of it; or when
//! what is left over is the ending of a verb, which is no word.

use crate::document::{Row, Text};
use crate::vocabulary::activity_verbs::is_active;
use crate::vocabulary::plain_words::is_common;
use std::borrow::Cow;
use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};

/// Fewest letters of a word that is torn.
const FEWEST_LETTERS: usize = 6;

/// Fewest letters of its first piece.
const FEWEST_BEFORE: usize = 3;

/// Most letters of its second.
const MOST_BEHIND: usize = 4;

/// Puts the pieces together.
pub(super) fn mend(rows: &mut [Row]) {
    let pieces = pieces(rows);
    for cell in rows.iter_mut().flat_map(|row| &mut row.cells) {
        if let Some(text) = mended(&cell.text, &pieces) {
            cell.text = text;
        }
    }
}

/// The words of a document that may be pieces, each with how often it stands there, and how often as a piece.
#[derive(Debug, Default)]
struct Seen {
    all: usize,
    before: usize,
    behind: usize,
}

/// The pairs of pieces, of words in small letters.
fn pieces(rows: &[Row]) -> Vec<(String, String)> {
    let texts = || rows.iter().flat_map(|row| &row.cells).map(|cell| cell.text.as_str());
    let are_odd = |(before, behind): &(&str, &str)| !is_common(&lowered(behind)) && !is_common(&lowered(before));
    let odd: Vec<(&str, &str)> = texts().flat_map(pairs).filter(are_odd).collect();
    let shapes = Shapes::of(&odd);
    let joined = LazyCell::new(|| odd.iter().map(|(before, behind)| joined(before, behind)).collect::<BTreeSet<_>>());
    let is_whole = |word: &str| shapes.hold(word) && joined.contains(&*lowered(word));
    if odd.is_empty() || !texts().flat_map(words).any(is_whole) {
        return Vec::new();
    }
    let mut seen: BTreeMap<Cow<str>, Seen> = BTreeMap::new();
    for word in texts().flat_map(words) {
        seen.entry(lowered(word)).or_default().all += 1;
    }
    let (mut found, mut whole): (Vec<(String, String)>, String) = (Vec::new(), String::new());
    for (before, behind) in odd {
        let (before, behind) = (lowered(before), lowered(behind));
        whole.clear();
        whole.extend([&*before, &*behind]);
        if !seen.contains_key(whole.as_str()) {
            continue;
        }
        if let Some(it) = seen.get_mut(&before) {
            it.before += 1;
        }
        if let Some(it) = seen.get_mut(&behind) {
            it.behind += 1;
        }
        found.push((before.into_owned(), behind.into_owned()));
    }
    found.sort_unstable();
    found.dedup();
    let only = |word: &str, count: fn(&Seen) -> usize| seen.get(word).is_some_and(|it| count(it) == it.all);
    found.retain(|(before, behind)| only(before, |it| it.before) && only(behind, |it| it.behind));
    found
}

/// The word that two pieces make, in small letters.
fn joined(before: &str, behind: &str) -> String {
    let mut whole = [before, behind].concat();
    whole.make_ascii_lowercase();
    whole
}

/// How long the words are that pieces make, by their first letters; few words of a document are of such a shape.
struct Shapes([u64; 32]);

impl Shapes {
    fn of(pieces: &[(&str, &str)]) -> Self {
        let mut shapes = [0; 32];
        for (before, behind) in pieces {
            shapes[Self::place(before)] |= Self::bit(before.len() + behind.len());
        }
        Self(shapes)
    }

    fn hold(&self, word: &str) -> bool {
        self.0[Self::place(word)] & Self::bit(word.len()) != 0
    }

    /// Capitals and small letters have the same place.
    fn place(word: &str) -> usize {
        word.bytes().next().map_or(0, |letter| usize::from(letter % 32))
    }

    fn bit(length: usize) -> u64 {
        1 << length.min(63)
    }
}

/// Endings of verbs, and what is left of them.
const ENDINGS: &[&str] = &["i", "n", "an", "kan", "ni"];

/// `Menandatangan` and `i`, `Pemberitahua` and `n`, with what follows: no sign that would make the letter the mark of a list.
fn is_ending(before: &str, behind: &str, rest: &str) -> bool {
    let is_verb = || ENDINGS.contains(&behind) && is_active(before) && !before.ends_with('i');
    let is_noun = || behind == "n" && before.len() >= FEWEST_LETTERS && before.ends_with('a');
    (is_verb() || is_noun()) && !rest.starts_with(['.', ')', '/', '-'])
}

/// The word in small letters.
fn lowered(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|it| it.is_ascii_lowercase()) { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let start = rest.bytes().position(|it| it.is_ascii_alphabetic())?;
        let length = rest[start..].bytes().position(|it| !it.is_ascii_alphabetic()).unwrap_or(rest.len() - start);
        let word = &rest[start..start + length];
        rest = &rest[start + length..];
        Some(word)
    })
}

/// Neighbours that a single blank parts, of which the second begins small.
fn pairs(text: &str) -> impl Iterator<Item = (&str, &str)> {
    memchr::memchr_iter(b' ', text.as_bytes()).filter_map(|at| pair(text, at))
}

/// The word before the blank and the one behind, where they may be the pieces of one: the edge of a column leaves few letters over.
fn pair(text: &str, at: usize) -> Option<(&str, &str)> {
    let (before, behind) = (&text[..at], &text[at + 1..]);
    let is_letter = |byte: &u8| byte.is_ascii_alphabetic();
    if !behind.as_bytes().first().is_some_and(u8::is_ascii_lowercase)
        || !before.as_bytes().last().is_some_and(is_letter)
    {
        return None;
    }
    let behind = &behind[..behind.bytes().take(MOST_BEHIND + 1).take_while(is_letter).count()];
    if behind.len() > MOST_BEHIND {
        return None;
    }
    let before = &before[before.len() - before.bytes().rev().take_while(is_letter).count()..];
    (before.len() >= FEWEST_BEFORE && before.len() + behind.len() >= FEWEST_LETTERS).then_some((before, behind))
}

/// The text without the blanks in torn words; `None` where it has none.
fn mended(text: &Text, pieces: &[(String, String)]) -> Option<Text> {
    let whole = text.as_str();
    let is_torn = |at: &usize| {
        pair(whole, *at).is_some_and(|(before, behind)| {
            if is_ending(before, behind, &whole[*at + 1 + behind.len()..]) {
                return true;
            }
            let pair = || (before.to_lowercase(), behind.to_lowercase());
            !pieces.is_empty() && pieces.binary_search(&pair()).is_ok()
        })
    };
    let blanks: Vec<usize> = memchr::memchr_iter(b' ', whole.as_bytes()).filter(is_torn).collect();
    let (first, rest) = blanks.split_first()?;
    let mut out = text.slice(&whole[..*first]);
    let ends = rest.iter().copied().chain([whole.len()]);
    for (from, to) in blanks.iter().zip(ends) {
        out.append(&text.slice(&whole[from + 1..to]));
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(texts: &[&str]) -> Vec<String> {
        let text = |text: &&str| {
            let mut out = Text::default();
            out.push(text, crate::source::Span::new(0, text.len()));
            Row::line(out)
        };
        let mut rows: Vec<Row> = texts.iter().map(text).collect();
        mend(&mut rows);
        rows.iter().flat_map(Row::texts).map(str::to_owned).collect()
    }

    #[test]
    fn a_word_that_stands_whole_elsewhere_is_put_together() {
        let found = after(&["Bendahara Pengeluara n", "Daftar pengeluaran riil"]);
        assert_eq!(found, ["Bendahara Pengeluaran", "Daftar pengeluaran riil"]);
    }

    #[test]
    fn the_ending_of_a_verb_is_no_word() {
        let texts = [
            "Menandatangan i surat tugas",
            "Memberitahuka n hasil",
            "Persetujua n Camat",
            "Menyerahkan i. surat",
            "Mengawasi i",
        ];
        assert_eq!(
            after(&texts),
            ["Menandatangani surat tugas", "Memberitahukan hasil", "Persetujuan Camat", texts[3], texts[4]]
        );
    }

    #[test]
    fn words_of_their_own_stay_apart() {
        let texts =
            ["surat di terima", "surat diterima", "tanda tangan Bupati", "menandatangani", "tandatangan", "tangan"];
        assert_eq!(after(&texts), texts);
    }
}
