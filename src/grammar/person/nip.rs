//! NIP: 18 digits in groups, with the letters that scanners read for digits.

use crate::grammar::lexis::{digit_of, strip_phrase};
use crate::vocabulary::signatories::NUMBER_LABELS;

/// How many digits a whole NIP has.
pub const WHOLE: usize = 18;

/// So few digits after a label are no number of an official.
const LEAST: usize = 5;

/// So many separators may stand between two groups of digits.
const WIDEST_GAP: usize = 4;

/// The number of a civil servant: its digits, the slice they were read from, and whether a letter was taken for a digit.
/// After a label of any length; without label only where 18 digits begin with the year of a birth.
pub fn nip(text: &str) -> Option<(String, &str, bool)> {
    let (_, digits) = labelled_or_whole(text)?;
    let run = Run::of(digits);
    Some((run.digits, &digits[..run.end], run.is_repaired))
}

/// The slice that begins with the label (with the digits where there is none), and the slice of the digits.
pub(super) fn labelled_or_whole(text: &str) -> Option<(&str, &str)> {
    if !text.as_bytes().iter().any(u8::is_ascii_digit) {
        return None;
    }
    labelled(text).or_else(|| whole(text))
}

fn labelled(text: &str) -> Option<(&str, &str)> {
    let bytes = text.as_bytes();
    let starts = (0..bytes.len()).filter(|at| matches!(bytes[*at], b'n' | b'N'));
    let mut labels = starts.filter(|&at| !text[..at].ends_with(char::is_alphanumeric)).filter_map(|at| {
        let rest = NUMBER_LABELS.iter().find_map(|label| strip_phrase(&text[at..], label))?;
        let digits =
            rest.trim_start_matches(|letter: char| letter.is_whitespace() || matches!(letter, '.' | ':' | '_' | '-'));
        let run = Run::of(digits);
        (run.digits.len() >= LEAST).then(|| (&text[at..], &digits[..run.end]))
    });
    labels.next()
}

fn whole(text: &str) -> Option<(&str, &str)> {
    let starts = text.match_indices(['1', '2']).map(|(at, _)| at);
    let mut runs = starts.filter(|&at| !text[..at].ends_with(char::is_alphanumeric)).filter_map(|at| {
        let rest = &text[at..];
        if !rest.starts_with("19") && !rest.starts_with("20") {
            return None;
        }
        let run = Run::of(rest);
        (run.digits.len() == WHOLE).then(|| (rest, &rest[..run.end]))
    });
    runs.next()
}

/// Groups of digits at the start of a text.
struct Run {
    digits: String,
    /// Where the last group ends, in bytes.
    end: usize,
    is_repaired: bool,
}

impl Run {
    fn of(text: &str) -> Self {
        let mut run = Self { digits: String::with_capacity(WHOLE), end: 0, is_repaired: false };
        let mut at = 0;
        while run.digits.len() < WHOLE {
            let group = &text[at..at + group_length(&text[at..])];
            if group.is_empty() || !run.take(group) {
                break;
            }
            run.end = at + group.len();
            at = run.end + gap_length(&text[run.end..]);
        }
        run
    }

    /// Adds a group whose every letter stands for a digit.
    fn take(&mut self, group: &str) -> bool {
        let has_digit = group.contains(|letter: char| letter.is_ascii_digit());
        // a lone letter can only be the digit that tells men from women, between longer groups
        let is_lone = group.len() == 1 && self.digits.len() == 14;
        if !(has_digit || is_lone) || group.chars().any(|letter| digit_of(letter).is_none()) {
            return false;
        }
        self.is_repaired |= !group.bytes().all(|byte| byte.is_ascii_digit());
        self.digits.extend(group.chars().filter_map(digit_of).map(char::from));
        true
    }
}

fn group_length(text: &str) -> usize {
    text.find(|letter: char| !letter.is_alphanumeric() && letter != '|').unwrap_or(text.len()).min(text.len())
}

fn gap_length(text: &str) -> usize {
    text.char_indices()
        .take(WIDEST_GAP)
        .take_while(|(_, letter)| letter.is_whitespace() || matches!(letter, '.' | '-'))
        .map(|(at, letter)| at + letter.len_utf8())
        .last()
        .unwrap_or(0)
}
