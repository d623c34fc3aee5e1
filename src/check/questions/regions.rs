//! The regency or town that a text names.

use super::{Word, words};
use std::fmt;

/// Words that follow the name of a region in a citation or letterhead.
const ENDS: &[&str] = &["nomor", "no", "tahun", "tentang", "provinsi", "dinas", "badan"];

/// A regency or town.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Region {
    /// `kabupaten` or `kota`.
    pub kind: &'static str,
    /// Its name, lower-cased, at most two words.
    pub name: Vec<String>,
}

impl Region {
    /// One of the names begins with the other: `banyumas` and `banyumas nomor` are one region.
    pub fn is(&self, other: &Self) -> bool {
        self.name.first() == other.name.first()
    }
}

impl fmt::Display for Region {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let capital = |word: &str| {
            word.chars().next().map_or(String::new(), |it| it.to_uppercase().chain(word.chars().skip(1)).collect())
        };
        let words = std::iter::once(self.kind).chain(self.name.iter().map(String::as_str)).map(capital);
        out.write_str(&words.collect::<Vec<_>>().join(" "))
    }
}

/// The first region a text names, as `Kabupaten X` or `Kota X` with capital letters.
pub fn region_of(text: &str) -> Option<Region> {
    region_among(&words(text))
}

/// The same, from the words of a text.
pub fn region_among(words: &[Word<'_>]) -> Option<Region> {
    let at = words.iter().position(|word| matches!(word.as_lower(), "kabupaten" | "kota" | "kabupetan"))?;
    let capital = |text: &str| text.starts_with(char::is_uppercase);
    let name: Vec<_> = words[at + 1..]
        .iter()
        .take(2)
        .take_while(|word| capital(word.text) && !ENDS.contains(&word.as_lower()))
        .collect();
    let named = capital(words[at].text) && !name.is_empty();
    let kind = if words[at].lower == "kota" { "kota" } else { "kabupaten" };
    named.then(|| Region { kind, name: name.into_iter().map(|word| word.as_lower().to_owned()).collect() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_has_capitals_and_a_name() {
        assert_eq!(region_of("Dinas Sosial Kota Contoh").map(|it| it.to_string()).as_deref(), Some("Kota Contoh"));
        for text in ["di kota Contoh", "Kota", "Kabupaten dan desa"] {
            assert_eq!(region_of(text), None, "{text}");
        }
    }
}
