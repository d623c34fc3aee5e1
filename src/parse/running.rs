//! Running heads and feet that only repeat what the SOP says of itself, count its pages or call it a draft: every print of ours
//! has one, and nothing is lost with it.

use crate::model::Sop;
use crate::vocabulary::form_words::{DRAFT, DRAFT_OPEN, DRAFT_SHORT};
use crate::vocabulary::noise::is_page_word;

/// Fewest letters of a text that was cut to the room there was.
const FEWEST: usize = 4;

/// Every word of the text is one of these.
pub(super) fn only_repeats(text: &str, sop: &Sop) -> bool {
    let identity = &sop.identity;
    let number = identity.number.value().map(ToString::to_string);
    let known = [identity.title.value(), identity.agency.value(), identity.unit.value(), number.as_ref()];
    let mut known: Vec<String> =
        known.into_iter().flatten().map(|it| squeezed(it)).filter(|it| !it.is_empty()).collect();
    known.extend([DRAFT_OPEN, DRAFT_SHORT, DRAFT].map(str::to_owned));
    // The longest first: one may be part of another.
    known.sort_by_key(|it| std::cmp::Reverse(it.len()));
    let mut rest = squeezed(text);
    for it in &known {
        rest = rest.replace(it.as_str(), " ");
    }
    if let Some((before, after)) = rest.split_once('…') {
        let before = without_beginning(before.trim_end(), &known);
        rest = format!("{before} {after}");
    }
    let mut words = rest.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty());
    words.all(|word| word.bytes().all(|it| it.is_ascii_digit()) || is_page_word(word))
}

/// The text without the beginning of something known at its end.
fn without_beginning<'t>(text: &'t str, known: &[String]) -> &'t str {
    let mut starts = text.char_indices().map(|(at, _)| at);
    let begins =
        |at: &usize| text[*at..].chars().count() >= FEWEST && known.iter().any(|it| it.starts_with(&text[*at..]));
    starts.find(begins).map_or(text, |at| &text[..at])
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<&str>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::only_repeats;
    use crate::model::{Field, Sop, Sourced};
    use crate::source::Place;

    #[test]
    fn what_the_sop_says_elsewhere_is_no_loss() {
        let mut sop = Sop::default();
        let field = |text: &str| Field::Known(Sourced::new(text.to_owned(), Place::NOWHERE));
        sop.identity.title = field("Pengelolaan  Surat Masuk");
        sop.identity.agency = field("Kecamatan Contoh");
        for text in [
            "Pengelolaan Surat Masuk – Kecamatan Contoh halaman 1 dari 2",
            "Pengelolaan Surat Masuk halaman dari",
            "Pengelolaan Sur… Hal. 3/9",
            "KONSEP: 4 isian belum pasti",
        ] {
            assert!(only_repeats(text, &sop), "{text}");
        }
        for text in ["Pengelolaan Surat Masuk, terkendali", "Surat Keluar halaman 1", "Peng Masuk… 1"] {
            assert!(!only_repeats(text, &sop), "{text}");
        }
    }
}
