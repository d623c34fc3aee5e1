//! Letters that a program recognised in a scan and laid over it unseen, made ready to be read like those of a print.
//!
//! The width of a word is that of its box in the picture, shared out among its letters and the blank behind it. Rules of tables are
//! taken for signs: `|Mencatat`, `(10 menit`, and bullets for letters: `e Komputer`.

use super::ink::{Characters, Letter};
use super::lines::word_end;

/// A letter that a rule of a table is taken for, and nothing else.
const RULES: [char; 2] = ['|', '¦'];

/// Behind this word of a rank such a sign is the number one.
const COUNTED_BY: &str = "Tingkat";

/// Brackets that a rule is taken for where they stay open.
const OPEN: [(char, char); 3] = [('(', ')'), ('[', ']'), ('{', '}')];

/// Letters that a bullet is taken for; none of them is a word.
const BULLETS: [char; 7] = ['e', 'o', '«', '¢', '©', '°', '*'];

/// So far behind its bullet an item begins, and so far before it nothing stands, in sizes of its letters.
const BESIDE: f32 = 3.0;

/// So many letters behind a bracket the other is looked for.
const LONGEST_BRACKET: usize = 120;

/// The letters, words as wide as they are in the picture, without those that were rules.
pub(super) fn letters(mut layer: Vec<Letter>) -> Vec<Letter> {
    widen(&mut layer);
    let mut is_rule = vec![false; layer.len()];
    let mut start = 0;
    while start < layer.len() {
        let end = word_end(&layer, start);
        let is_drawn = |letter: &Letter| matches!(letter.text, Characters::One(one) if RULES.contains(&one));
        if end == start + 1 && is_drawn(&layer[start]) && counts(&layer[..start]) {
            layer[start].text = Characters::One('I');
        }
        for at in start..end {
            is_rule[at] = is_drawn(&layer[at]);
        }
        let first = (start..end).find(|at| !is_rule[*at]).unwrap_or(start);
        is_rule[first] |= stays_open(&layer, first);
        if end == start + 1 && is_bullet(&layer, start) {
            layer[start].text = Characters::One('•');
        }
        start = end;
    }
    let mut is_rule = is_rule.into_iter();
    layer.retain(|_| !is_rule.next().unwrap_or(false));
    layer
}

/// Gives each word the blank behind it.
fn widen(layer: &mut [Letter]) {
    for at in 1..layer.len() {
        let (before, blank) = (&layer[at - 1], &layer[at]);
        let end = before.at.x + before.advance;
        if blank.text.is_blank() && !before.text.is_blank() && (blank.at.x - end).abs() < 0.2 * before.size {
            layer[at - 1].advance += blank.advance;
        }
    }
}

/// The word before is one behind which a Roman number stands: `Pembina Tingkat I`.
fn counts(before: &[Letter]) -> bool {
    let letters = before.iter().rev().skip_while(|it| it.text.is_blank()).take_while(|it| !it.text.is_blank());
    let word: Vec<&Characters> = letters.take(COUNTED_BY.len() + 1).map(|it| &it.text).collect();
    word.len() == COUNTED_BY.len()
        && word.iter().rev().zip(COUNTED_BY.chars()).all(|(it, letter)| **it == Characters::One(letter))
}

/// A word of one letter that begins a line, with the item right behind it.
fn is_bullet(layer: &[Letter], at: usize) -> bool {
    let own = &layer[at];
    let reach = BESIDE * own.size;
    let is_level = |it: &&Letter| !it.text.is_blank() && (it.at.y - own.at.y).abs() < 0.5 * own.size;
    let before = layer[..at].iter().rev().find(|it| !it.text.is_blank()).filter(is_level);
    let behind = layer[at + 1..].iter().find(|it| !it.text.is_blank()).filter(is_level);
    let is_sign = matches!(own.text, Characters::One(one) if BULLETS.contains(&one));
    let begins = before.is_none_or(|it| own.at.x - it.at.x - it.advance > reach || it.at.x > own.at.x);
    is_sign && begins && behind.is_some_and(|it| (0.0..reach).contains(&(it.at.x - own.at.x)))
}

/// A bracket that nothing closes soon.
fn stays_open(layer: &[Letter], at: usize) -> bool {
    let Characters::One(sign) = layer[at].text else { return false };
    let Some((open, close)) = OPEN.iter().find(|(open, _)| *open == sign) else { return false };
    let behind = layer[at + 1..].iter().take(LONGEST_BRACKET);
    let next = behind.map(|it| &it.text).find(|it| matches!(it, Characters::One(one) if one == open || one == close));
    next.is_none_or(|it| *it == Characters::One(*open))
}

#[cfg(test)]
mod tests {
    use super::super::ink::Direction;
    use super::*;
    use crate::source::Point;

    /// What is left of letters 5 points wide each, one behind the other.
    fn left(text: &str) -> Vec<Letter> {
        let letter = |(at, it): (usize, char)| {
            let at = Point { x: at as f32 * 5.0, y: 100.0 };
            Letter { text: Characters::One(it), at, advance: 5.0, size: 10.0, direction: Direction::Right, order: 0 }
        };
        letters(text.chars().enumerate().map(letter).collect())
    }

    fn said(text: &str) -> String {
        let mut said = String::new();
        left(text).iter().for_each(|it| it.text.push_to(&mut said));
        said
    }

    #[test]
    fn rules_of_tables_are_no_letters_and_brackets_that_close_are() {
        assert_eq!(said("|Mencatat surat"), "Mencatat surat");
        assert_eq!(said("(10 menit"), "10 menit");
        assert_eq!(said("Surat | (dua lembar)"), "Surat  (dua lembar)");
        assert_eq!(said("(Kepala (Plt.)"), "Kepala (Plt.)");
        assert_eq!(said("Pembina Tingkat |"), "Pembina Tingkat I");
    }

    #[test]
    fn a_lone_letter_that_begins_a_line_is_a_bullet() {
        assert_eq!(said("e Komputer"), "• Komputer");
        assert_eq!(said("Alat e Komputer"), "Alat e Komputer");
        assert_eq!(said("ekor"), "ekor");
    }

    #[test]
    fn a_word_reaches_as_far_as_the_blank_behind_it() {
        assert_eq!(left("No Kegiatan")[1].advance, 10.0);
    }
}
