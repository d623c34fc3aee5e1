//! Words that the edge of a narrow column tore in two, as programs print them: `Pengeluara n`, `pertanggungjawab an`.
//!
//! Such a word is known when it stands whole elsewhere in the document, and its pieces stand nowhere but as pieces of it.

use crate::document::{Row, Text};
use crate::vocabulary::plain_words::is_common;
use std::collections::BTreeMap;

/// Fewest letters of a word that is torn.
const FEWEST_LETTERS: usize = 6;

/// Fewest letters of its first piece.
const FEWEST_BEFORE: usize = 3;

/// Puts the pieces together.
pub(super) fn mend(rows: &mut [Row]) {
    let pieces = pieces(rows);
    if pieces.is_empty() {
        return;
    }
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
    let mut seen: BTreeMap<String, Seen> = BTreeMap::new();
    for word in texts().flat_map(words) {
        seen.entry(word.to_lowercase()).or_default().all += 1;
    }
    let mut found: Vec<(String, String)> = Vec::new();
    for (before, behind) in texts().flat_map(pairs) {
        let (before, behind) = (before.to_lowercase(), behind.to_lowercase());
        if !seen.contains_key(&format!("{before}{behind}")) {
            continue;
        }
        if let Some(it) = seen.get_mut(&before) {
            it.before += 1;
        }
        if let Some(it) = seen.get_mut(&behind) {
            it.behind += 1;
        }
        found.push((before, behind));
    }
    found.sort_unstable();
    found.dedup();
    let only = |word: &str, count: fn(&Seen) -> usize| seen.get(word).is_some_and(|it| count(it) == it.all);
    found.retain(|(before, behind)| {
        !is_common(before) && !is_common(behind) && only(before, |it| it.before) && only(behind, |it| it.behind)
    });
    found
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|it: char| !it.is_alphabetic()).filter(|word| !word.is_empty())
}

/// Neighbours that a single blank parts, of which the second begins small.
fn pairs(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.match_indices(' ').filter_map(|(at, _)| pair(text, at))
}

fn pair(text: &str, at: usize) -> Option<(&str, &str)> {
    let before = text[..at].rsplit(|it: char| !it.is_alphabetic()).next()?;
    let behind = text[at + 1..].split(|it: char| !it.is_alphabetic()).next()?;
    let letters = (before.chars().count(), behind.chars().count());
    let may_be =
        behind.starts_with(char::is_lowercase) && letters.0 >= FEWEST_BEFORE && letters.0 + letters.1 >= FEWEST_LETTERS;
    may_be.then_some((before, behind))
}

/// The text without the blanks in torn words; `None` where it has none.
fn mended(text: &Text, pieces: &[(String, String)]) -> Option<Text> {
    let whole = text.as_str();
    let is_torn = |at: &usize| {
        pair(whole, *at).is_some_and(|(before, behind)| {
            let pair = (before.to_lowercase(), behind.to_lowercase());
            pieces.binary_search(&pair).is_ok()
        })
    };
    let blanks: Vec<usize> = whole.match_indices(' ').map(|(at, _)| at).filter(is_torn).collect();
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
    fn words_of_their_own_stay_apart() {
        let texts =
            ["surat di terima", "surat diterima", "tanda tangan Bupati", "menandatangani", "tandatangan", "tangan"];
        assert_eq!(after(&texts), texts);
    }
}
