//! What stands in Waktu where it could not be read as a duration, and sums in words.

use super::words;
use crate::diagnostic::Message;
use crate::model::{Field, Sop, Step, Unit};
use crate::source::Place;

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

/// The text is a number, or a range of two, and no more.
pub fn is_bare_number(text: &str) -> bool {
    has_digit(text) && text.chars().all(|letter| letter.is_ascii_digit() || " ,.-–±".contains(letter))
}

/// The text gives two durations that do not add up: numbers with units on both sides of `;`, `/`, `atau` or other words.
pub fn holds_two_durations(text: &str) -> bool {
    let words = words(text);
    let is_unit = |word: &str| Unit::ALL.iter().any(|unit| unit.word() == word);
    let durations = words.windows(2).filter(|pair| has_digit(pair[0].text) && is_unit(&pair[1].lower));
    durations.count() >= 2
}
