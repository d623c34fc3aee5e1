//! `langkah 2, 5: a = Disetujui, b = Ditolak; langkah 7: Y = Sesuai`: what the letters at branches stand for.

use crate::vocabulary::flow_words;

/// No page has a line of letters as long as this, in bytes.
const LONGEST: usize = 4_000;

/// What the letters at the branches of some steps stand for.
#[derive(Debug, PartialEq, Eq)]
pub struct Lettered<'t> {
    /// The numbers of the steps.
    pub steps: Vec<u32>,
    /// Each letter with its words.
    pub pairs: Vec<(char, &'t str)>,
}

/// All that a line of letters says, in its order; none where it is no such line.
pub fn letters(text: &str) -> Option<Vec<Lettered<'_>>> {
    let mut found = Vec::new();
    let mut rest = text.trim();
    if rest.len() > LONGEST {
        return None;
    }
    while !rest.is_empty() {
        let (head, behind) = rest.split_once(':')?;
        let (steps, mut pairs) = (steps(head)?, Vec::new());
        rest = behind;
        while !rest.is_empty() && !rest.starts_with(';') {
            let (letter, words) = rest.split_once('=')?;
            let (words, behind) = words.split_at(pair_end(words));
            let letter = letter.trim().parse().ok().filter(char::is_ascii_alphabetic)?;
            pairs.push((letter, Some(words.trim()).filter(|words| !words.is_empty())?));
            rest = behind.strip_prefix(',').unwrap_or(behind);
        }
        found.push(Lettered { steps, pairs });
        rest = rest.trim_start_matches(';').trim_start();
    }
    let is_said = |it: &Lettered| !it.pairs.is_empty();
    (!found.is_empty() && found.iter().all(is_said)).then_some(found)
}

/// `langkah 2, 5`
fn steps(head: &str) -> Option<Vec<u32>> {
    let (word, numbers) = head.trim().split_once(' ')?;
    let is_step = flow_words::STEP.iter().any(|known| known.eq_ignore_ascii_case(word));
    is_step.then(|| numbers.split(',').map(|it| it.trim().parse().ok()).collect()).flatten()
}

/// Where the words of a letter end: before a comma and the next letter, before a semicolon and the next step, or with the line.
fn pair_end(words: &str) -> usize {
    let is_letter = |text: &str| {
        let mut text = text.trim_start().chars();
        text.next().is_some_and(|it| it.is_ascii_alphabetic()) && text.as_str().trim_start().starts_with('=')
    };
    let is_step = |text: &str| text.split_once(':').is_some_and(|(head, _)| steps(head).is_some());
    let ends = |(at, mark): &(usize, char)| match mark {
        ',' => is_letter(&words[at + 1..]),
        ';' => words[at + 1..].trim().is_empty() || is_step(&words[at + 1..]),
        _ => false,
    };
    words.char_indices().find(ends).map_or(words.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_letter_has_its_words() {
        let said =
            letters("langkah 2, 5: a = Disetujui, tanpa syarat, b = Ditolak; langkah 7: Y = Sesuai").expect("letters");
        let first = Lettered { steps: vec![2, 5], pairs: vec![('a', "Disetujui, tanpa syarat"), ('b', "Ditolak")] };
        assert_eq!(said, [first, Lettered { steps: vec![7], pairs: vec![('Y', "Sesuai")] }]);
    }

    #[test]
    fn other_lines_say_nothing_of_letters() {
        for text in [
            "",
            "langkah 2",
            "langkah 2: a",
            "KS = Kepala Sekolah",
            "langkah 2: a = ",
            "Catatan: a = b",
            "langkah dua: a = b",
        ] {
            assert_eq!(letters(text), None, "{text}");
        }
    }
}
