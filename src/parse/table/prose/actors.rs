//! Headings in a list of steps that say who does those below: `Bagian Keuangan`.

use super::{MOST_WORDS, is_name};
use crate::vocabulary::activity_verbs::is_active;
use crate::vocabulary::bodies;
use crate::vocabulary::offices::{begins_actor, is_person};
use crate::vocabulary::stages::ORDINALS;

/// The name, where the line is no more than that of an office, a role or a unit, perhaps behind its letter.
pub(in crate::parse) fn heading(text: &str) -> Option<&str> {
    let bare = text.trim().trim_end_matches([' ', ':']);
    let name = match bare.split_once(['.', ')']) {
        Some((mark, name)) if mark.len() == 1 && mark.bytes().all(|it| it.is_ascii_uppercase()) => name.trim(),
        Some(_) => return None,
        None => bare,
    };
    let mut words = name.split_whitespace();
    let first = words.next()?;
    let second = words.next();
    // `Bagian A` and `Bagian Pertama` count parts of the text.
    let counts = |word: &str| word.len() <= 3 && word.chars().all(char::is_uppercase) || is_ordinal(word);
    let is_part = bodies::begins_unit(first) && second.is_none_or(counts);
    let named = begins_actor(name) || bodies::begins_unit(name) || name.split_whitespace().any(is_person);
    let plain = !name.contains([',', ':', ';', '(']) && !name.split_whitespace().any(is_active);
    (named && plain && !is_part && is_name(name) && name.split_whitespace().count() <= MOST_WORDS).then_some(name)
}

fn is_ordinal(word: &str) -> bool {
    ORDINALS.iter().any(|ordinal| ordinal.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_or_an_office_alone_heads_what_it_does() {
        assert_eq!(heading("Bagian Keuangan"), Some("Bagian Keuangan"));
        assert_eq!(heading("B. Petugas Loket :"), Some("Petugas Loket"));
        assert_eq!(heading("Bagian A"), None);
        assert_eq!(heading("Bagian Kedua"), None);
        assert_eq!(heading("Tahap Persiapan"), None);
        assert_eq!(heading("Petugas memeriksa berkas"), None);
    }
}
