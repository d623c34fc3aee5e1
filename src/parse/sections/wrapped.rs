//! A line in which two columns go on, read across: where the right one's words begin, by how long a line of each can be.
//!
//! The program that broke a column's lines would not have broken before a word for which there was room: no line of it is longer than
//! the one above and the word that begins this one.

use super::says::ends_within;
use crate::grammar::offset_in;

/// The letters of a font are not all as wide: a line may be so much longer, in hundredths.
const UNEVEN: usize = 105;

/// Where the words of the right column begin in a line below these lines of both; `None` where all of it may be of one column.
pub(super) fn right_start(text: &str, left: &str, right: &str) -> Option<usize> {
    let text = text.trim_end();
    if !is_too_long(text, left) || !is_too_long(text, right) {
        return None;
    }
    let starts = text.match_indices(' ').map(|(at, _)| at + 1).filter(|at| text[*at..].starts_with(char::is_lowercase));
    let fits = |at: &usize| {
        let own = text[..*at].trim_end();
        !is_too_long(own, left) && !is_too_long(&text[*at..], right) && !ends_within(own)
    };
    starts.rev().find(fits)
}

/// Where in a citation words stand that are none of its own: behind `Tahun` and `Nomor` comes a number.
pub(super) fn behind_citation(text: &str) -> Option<usize> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_cut = |pair: &&[&str]| {
        let wants_number = ["tahun", "nomor", "no", "no."].iter().any(|word| word.eq_ignore_ascii_case(pair[0]));
        wants_number && pair[1].len() > 3 && pair[1].chars().all(|it| it.is_ascii_lowercase() || it == ',')
    };
    words.windows(2).find(is_cut).map(|pair| offset_in(text, pair[1]))
}

/// The line cannot go on with the one above it.
fn is_too_long(line: &str, above: &str) -> bool {
    let letters = |text: &str| text.chars().count();
    let room = letters(above.trim()) + line.split_whitespace().next().map_or(0, letters);
    letters(line.trim()) * 100 > room * UNEVEN
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_long_for_one_column_is_cut() {
        let left = "1. Undang-Undang Nomor 1 Tahun";
        let right = "1. Memahami administrasi";
        let cut = |text: &'static str| right_start(text, left, right).map(|at| &text[at..]);
        assert_eq!(cut("1974 tentang Perkawinan kependudukan"), Some("kependudukan"));
        let citation = "2. Peraturan Menteri Nomor 2361 Tahun pelatihan";
        assert_eq!(behind_citation(citation).map(|at| &citation[at..]), Some("pelatihan"));
        assert_eq!(behind_citation("Peraturan Menteri Nomor 5 Tahun 2011 tentang pelatihan"), None);
        assert_eq!(cut("1974 tentang Perkawinan"), None);
        assert_eq!(cut("1974 tentang Perkawinan Nasional Indonesia"), None);
    }
}
