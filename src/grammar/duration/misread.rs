//! Durations with a letter in place of a digit, or a unit misspelt by one letter: `l5 menit`, `1O mennit`. Only beside a digit that is
//! one, or as ten, for a letter alone may be anything.

use super::parse;
use crate::grammar::lexis::digit_of;
use crate::model::{Duration, Unit};

/// Shorter units are too near to other words.
const SHORTEST: usize = 4;

/// The duration that the text means, and how it is meant to be spelt; `None` for what is understood as it is, or not even so.
pub fn misread(text: &str) -> Option<(Duration, String)> {
    let mut meant = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_word = |letter: char| letter.is_alphanumeric();
        let end = rest.find(|letter| is_word(letter) != is_word(first)).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        meant.push_str(&digits(run).or_else(|| unit(run)).unwrap_or_else(|| run.to_owned()));
        rest = after;
    }
    (meant != text).then_some(())?;
    Some((parse(&meant)?, meant))
}

/// The number that a run of digits and of letters that look like them stands for.
fn digits(run: &str) -> Option<String> {
    let real = run.bytes().filter(u8::is_ascii_digit).count();
    // `lO` is no word, while `II` is a Roman two.
    let is_ten = matches!(run, "lO" | "lo" | "IO" | "Io");
    if real == 0 && !is_ten || real == run.len() {
        return None;
    }
    run.chars().map(|letter| digit_of(letter).map(char::from)).collect()
}

/// The unit that a word is one letter away from; of a short one no letter is changed (`hari`, `hati`).
fn unit(run: &str) -> Option<String> {
    let lower = run.to_lowercase().replace("rn", "m");
    if Unit::ALL.iter().any(|unit| unit.word() == lower) && lower.len() < run.len() {
        return Some(lower);
    }
    let may_be_near = |word: &&str| {
        let begins_alike = word.as_bytes().first() == lower.as_bytes().first();
        begins_alike && word.len() >= SHORTEST && word.len().abs_diff(lower.chars().count()) <= 1
    };
    let is_near = |word: &&str| {
        let is_changed = lower.len() == word.len() && !swaps(&lower, word);
        strsim::osa_distance(&lower, word) == 1 && (!is_changed || word.len() > SHORTEST)
    };
    let mut near = Unit::ALL.iter().map(|unit| unit.word()).filter(may_be_near).filter(is_near);
    near.next().filter(|_| lower.len() >= SHORTEST).map(str::to_owned)
}

/// The same letters in another order.
fn swaps(one: &str, other: &str) -> bool {
    let count = |word: &str, letter: u8| word.bytes().filter(|it| *it == letter).count();
    one.len() == other.len() && one.bytes().all(|letter| count(one, letter) == count(other, letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, expected: Option<&str>) {
        assert_eq!(misread(text).map(|(_, meant)| meant).as_deref(), expected, "{text}");
    }

    #[test]
    fn a_letter_beside_digits_is_a_digit_and_a_unit_may_lack_a_letter() {
        case("l5 menit", Some("15 menit"));
        case("1O menit", Some("10 menit"));
        case("lO menit", Some("10 menit"));
        case("3O mnt", Some("30 mnt"));
        case("2 haari", Some("2 hari"));
        case("15 mennit", Some("15 menit"));
        case("15 rnenit", Some("15 menit"));
        case("1-2 hair kerja", Some("1-2 hari kerja"));
    }

    #[test]
    fn what_may_mean_anything_is_left_alone() {
        for text in ["l menit", "S menit", "II menit", "2 hati", "15 menit", "l0", "5 berkas", "3 map", "2 halaman"] {
            case(text, None);
        }
    }
}
