//! Answers to what is asked of short texts again and again: of the cells of a document by one part of the program after
//! another, and of the same words in document after document.

use super::index::hash;
use std::cell::RefCell;

/// Longest text whose answer is kept, in bytes.
const LONGEST: usize = 46;

/// How many answers are kept at most; of two texts that want the same place the later one has it.
const PLACES: usize = 256;

/// The answers to one question that depends on nothing but the letters of a text. One a thread.
#[derive(Debug)]
pub struct Asked<A> {
    /// Empty until the first question.
    places: RefCell<Vec<Place<A>>>,
}

#[derive(Debug, Clone, Copy)]
struct Place<A> {
    text: [u8; LONGEST],
    length: u8,
    /// `None` where nothing was asked.
    answer: Option<A>,
}

impl<A: Copy> Asked<A> {
    /// Of which nothing was asked.
    pub const fn nothing() -> Self {
        Self { places: RefCell::new(Vec::new()) }
    }

    /// What is known of the text, else what `answer` says, which is kept.
    pub fn answer(&self, text: &str, answer: impl FnOnce() -> A) -> A {
        let letters = text.as_bytes();
        if letters.len() > LONGEST {
            return answer();
        }
        let at = hash(letters) % PLACES;
        if let Some(known) = self.known(at, letters) {
            return known;
        }
        let found = answer();
        let mut places = self.places.borrow_mut();
        if places.is_empty() {
            places.resize(PLACES, Place { text: [0; LONGEST], length: 0, answer: None });
        }
        let place = &mut places[at];
        place.text[..letters.len()].copy_from_slice(letters);
        (place.length, place.answer) = (letters.len() as u8, Some(found));
        found
    }

    fn known(&self, at: usize, letters: &[u8]) -> Option<A> {
        let places = self.places.borrow();
        let place = places.get(at)?;
        if place.text[..usize::from(place.length)] == *letters { place.answer } else { None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_has_its_own_answer_however_many_are_asked() {
        let asked = Asked::nothing();
        let long = "panjang".repeat(20);
        let texts: Vec<String> = (0..3 * PLACES).map(|it| format!("sel {it}")).chain([String::new(), long]).collect();
        for text in texts.iter().chain(&texts) {
            assert_eq!(asked.answer(text, || (text.len(), text.bytes().last())), (text.len(), text.bytes().last()));
        }
    }

    #[test]
    fn what_was_asked_is_not_asked_again() {
        let asked = Asked::nothing();
        assert!(asked.answer("Kegiatan", || true));
        assert!(asked.answer("Kegiatan", || unreachable!()));
    }
}
