//! Step numbers, and rows that hold nothing but the numbers of columns.

/// The number of a step: `1`, `1.`, `1)`, `(1)`; at most three digits.
pub fn step_number(text: &str) -> Option<u32> {
    // Most cells begin with a word.
    if matches!(text.as_bytes().first(), Some(b'a'..=b'z' | b'A'..=b'Z')) {
        return misread(text);
    }
    let bare = text.trim().trim_start_matches('(').trim_end_matches(['.', ')', ',', ':', ' ']);
    let digits = !bare.is_empty() && bare.len() <= 3 && bare.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| bare.parse().ok()).flatten().filter(|number| *number > 0)
}

/// The number of a step that a text begins with, a blank before what follows: `1. Menerima surat`.
pub fn leading_number(text: &str) -> Option<u32> {
    text.split_whitespace().next().and_then(step_number)
}

/// The number that counts on from `last`, of any length: `1000.` behind 999. Alone a longer number is no step's, but a year.
pub fn next_number(text: &str, last: u32) -> Option<u32> {
    let bare = text.trim().trim_end_matches(['.', ')']);
    let number = if bare.len() > 3 && bare.bytes().all(|it| it.is_ascii_digit()) { bare.parse().ok() } else { None };
    number.filter(|number| last.checked_add(1) == Some(*number))
}

/// `l`, `l0`, `I2.`: a one that was read for a letter.
fn misread(text: &str) -> Option<u32> {
    let bare = text.trim_end_matches(['.', ')', ' ']);
    let ones = bare.len() - bare.trim_start_matches(['l', 'I']).len();
    let digits = bare[ones..].bytes().all(|it| it.is_ascii_digit() || it == b'O');
    let is_one = bare == "l" || (ones == 1 && bare.len() > 1 && bare.len() <= 2 && digits);
    is_one.then(|| bare.replace(['l', 'I'], "1").replace('O', "0").parse().ok()).flatten()
}

/// The number of a step in a table, or a list, that counts in Roman numbers: `I`, `IV.`, up to XXXIX.
pub fn roman_number(text: &str) -> Option<u32> {
    let bare = text.trim().trim_start_matches('(').trim_end_matches(['.', ')', ' ']);
    let tens = bare.len() - bare.trim_start_matches('X').len();
    let rest = match &bare[tens..] {
        // `IX` has its ten behind.
        "IX" => 9,
        rest => ROMAN_UNITS.iter().position(|it| *it == rest)?,
    };
    let number = tens as u32 * 10 + rest as u32;
    (tens <= 3 && number > 0).then_some(number)
}

/// Roman numbers below nine, by their value.
const ROMAN_UNITS: [&str; 9] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII"];

/// `1 2 3 … 11`: three or more cells, all of them small numbers that rise; in a row of many one may be wrong, or two. `A B C …`
/// are those of a spreadsheet.
pub fn is_column_numbers<'t>(cells: impl Iterator<Item = &'t str>) -> bool {
    let mut words = cells.flat_map(str::split_whitespace).peekable();
    if words.peek() == Some(&"A") {
        let mut letters = 'A'..='Z';
        let are_letters = words.by_ref().all(|word| letters.next().is_some_and(|letter| word.chars().eq([letter])));
        return are_letters && letters.count() <= LETTERS - FEWEST_LETTERS;
    }
    let (mut last, mut count, mut wrong) = (0, 0, 0);
    for word in words {
        match step_number(word) {
            Some(number) if number <= 30 => {
                wrong += u32::from(number <= last);
                last = number;
            }
            _ => return false,
        }
        count += 1;
    }
    count >= 3 && wrong <= count / 4
}

/// Fewer letters in a row may be names of stages.
const FEWEST_LETTERS: usize = 5;

/// Letters of the alphabet.
const LETTERS: usize = 26;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roman_numbers_are_told_from_letters() {
        for (text, number) in [("I", 1), ("IV.", 4), ("(IX)", 9), ("X", 10), ("XIV", 14), ("XXXIX", 39)] {
            assert_eq!(roman_number(text), Some(number), "{text}");
        }
        for text in ["", "A", "IIII", "i", "XXXX", "VX", "IXI"] {
            assert_eq!(roman_number(text), None, "{text}");
        }
    }

    #[test]
    fn a_number_of_four_digits_counts_on() {
        assert_eq!(next_number("1000.", 999), Some(1000));
        assert_eq!(next_number("2023", 12), None);
        assert_eq!(next_number("1000 surat", 999), None);
        assert_eq!(next_number("99999999999", 999), None);
    }

    #[test]
    fn a_number_leads_a_text_where_a_blank_follows() {
        assert_eq!(leading_number(" 2. Menerima surat"), Some(2));
        for text in ["", "Menerima 2 surat", "2.1 Menerima", "2021 adalah"] {
            assert_eq!(leading_number(text), None, "{text}");
        }
    }

    #[test]
    fn of_many_column_numbers_one_may_be_wrong() {
        let numbers = |text: &str| is_column_numbers(text.split('|'));
        assert!(numbers("1|2|3"));
        assert!(numbers("A|B|C|D|E|F") && !numbers("A|B|C") && !numbers("A|B|C|D|E|surat"));
        assert!(numbers("(1)|(2)|(3)|(4)|(5)|(8)|(7)|(8)"));
        assert!(!numbers("3|2|1"));
        assert!(!numbers("1|2"));
        assert!(!numbers("1|Menerima|3"));
    }

    #[test]
    fn numbers_come_with_dots_and_brackets() {
        for text in ["8", "8.", "8)", "(8)", " 8. "] {
            assert_eq!(step_number(text), Some(8), "{text}");
        }
        for (text, number) in [("l", 1), ("l.", 1), ("l0", 10), ("I2.", 12), ("lO", 10)] {
            assert_eq!(step_number(text), Some(number), "{text}");
        }
        for text in ["", "0", "8a", "2021", "8.1", "No", "I", "II", "I/a", "O", "ll"] {
            assert_eq!(step_number(text), None, "{text}");
        }
    }
}
