//! What stands in Waktu where it could not be read as a duration, and sums in words.

use super::{Word, words};
use crate::diagnostic::Message;
use crate::model::{Field, Sop, Step, Unit};
use crate::source::Place;
use crate::vocabulary::numerals::LETTERS_FOR_DIGITS;
use crate::vocabulary::promises::EVENTS;

/// Steps that are told one by one; of more the first and the last.
const MOST_STEPS: usize = 10;

/// Rows in words, by the numbers of their steps: `langkah 1, 2, 5`.
pub fn steps_in_words(sop: &Sop, rows: &[usize]) -> Message {
    let numbers: Vec<String> = rows.iter().map(|row| sop.steps[*row].number.to_string()).collect();
    let list = match numbers.as_slice() {
        [first @ .., last] if numbers.len() > MOST_STEPS => {
            format!("{}, …, {last}", first[..MOST_STEPS - 2].join(", "))
        }
        _ => numbers.join(", "),
    };
    let plural = if rows.len() == 1 { "" } else { "s" };
    Message::new(format!("langkah {list}"), format!("step{plural} {list}"))
}

/// What stands in Waktu without being a duration, and where.
pub fn duration_texts(step: &Step) -> Option<(String, Place)> {
    match &step.duration {
        Field::Unreadable(text) => Some((text.value.clone(), text.place)),
        _ => None,
    }
}

/// The text holds a digit.
pub fn has_digit(text: &str) -> bool {
    text.chars().any(|letter| letter.is_ascii_digit())
}

/// The text is a number, or a range of two, and no more; a letter that looks like a digit may stand for one.
pub fn is_bare_number(text: &str) -> bool {
    let is_digit = |letter: char| letter.is_ascii_digit() || LETTERS_FOR_DIGITS.iter().any(|(it, _)| *it == letter);
    has_digit(text) && text.chars().all(|letter| is_digit(letter) || " ,.-–±".contains(letter))
}

/// A number with a unit, and behind it the event from which it counts: `5 hari kerja terhitung sejak berkas lengkap`.
pub fn is_counted_from_an_event(text: &str) -> bool {
    let words = words(text);
    let is_unit = |word: &str| Unit::ALL.iter().any(|unit| unit.word() == word);
    let is_event = |word: &Word<'_>| EVENTS.contains(&word.as_lower());
    let begins = matches!(words.as_slice(), [number, unit, ..] if has_digit(number.text) && is_unit(&unit.lower));
    begins && words.iter().skip(2).take(2).any(is_event)
}

/// The text gives two durations that do not add up: numbers with units on both sides of `;`, `/`, `atau` or other words.
pub fn holds_two_durations(text: &str) -> bool {
    let words = words(text);
    let is_unit = |word: &str| Unit::ALL.iter().any(|unit| unit.word() == word);
    let durations = words.windows(2).filter(|pair| has_digit(pair[0].text) && is_unit(&pair[1].lower));
    durations.count() >= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_durations_are_two_numbers_with_units() {
        for (text, expected) in
            [("2 hari atau 3 jam", true), ("2 hari", false), ("1 berkas 2 map", false), ("hari jam hari", false)]
        {
            assert_eq!(holds_two_durations(text), expected, "{text}");
        }
    }

    #[test]
    fn more_than_ten_steps_are_told_by_the_first_and_the_last() {
        let steps = (1..=12).map(Step::new).collect();
        let sop = Sop { steps, ..Sop::default() };
        let said = |count: usize| steps_in_words(&sop, &(0..count).collect::<Vec<_>>());
        assert_eq!(said(1).en, "step 1");
        assert_eq!(said(10).id, "langkah 1, 2, 3, 4, 5, 6, 7, 8, 9, 10");
        assert_eq!(said(11).id, "langkah 1, 2, 3, 4, 5, 6, 7, 8, …, 11");
        assert_eq!(said(2).en, "steps 1, 2");
    }
}
