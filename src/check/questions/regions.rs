//! The regency, town or province that a text names.

use super::{Word, words};
use crate::vocabulary::region_words::{ENDS, ISSUERS, MANY_NAMES, NUMBERED};
use std::fmt;

/// The name of a region has at most so many words.
const MOST_WORDS: usize = 4;

/// A regency, town or province.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Region {
    /// `kabupaten`, `kota` or `provinsi`.
    pub kind: &'static str,
    /// Its name, lower-cased; of regencies and towns at most two words.
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

/// All regions that the words name: `Kecamatan Kota Baru Kabupaten X` is in the second.
pub fn regions_among(words: &[Word<'_>]) -> impl Iterator<Item = Region> {
    let opens = |word: &Word<'_>| matches!(word.as_lower(), "kabupaten" | "kota" | "kabupetan");
    let places = words.iter().enumerate().filter(move |(_, word)| opens(word)).map(|(at, _)| at);
    places.filter_map(|at| region_among(&words[at..]))
}

/// The region whose head issued a regulation, by the words before its title: `Peraturan Bupati X Nomor 3 Tahun 2020`.
pub fn issuing_region(head: &str) -> Option<Region> {
    let words = words(head);
    region_among(&words).or_else(|| headed(&words))
}

fn headed(words: &[Word<'_>]) -> Option<Region> {
    let kind_of = |word: &Word<'_>| ISSUERS.iter().find(|(head, _)| word.lower == *head).map(|(_, kind)| *kind);
    let (at, kind) = words.iter().enumerate().find_map(|(at, word)| Some((at, kind_of(word)?)))?;
    let behind = words.get(at + 1..)?;
    let end = behind.iter().take(MOST_WORDS + 1).position(|word| NUMBERED.contains(&word.as_lower()))?;
    let is_name = |word: &Word<'_>| {
        word.text.len() > 2 && word.text.starts_with(char::is_uppercase) && word.text.chars().all(char::is_alphabetic)
    };
    let name = &behind[..end];
    let named = !name.is_empty() && name.iter().all(is_name);
    named.then(|| Region { kind, name: name.iter().map(|word| word.as_lower().to_owned()).collect() })
}

/// The province that a text names, as `Provinsi X Y` with capital letters.
pub fn province_among(words: &[Word<'_>]) -> Option<Region> {
    let at = words.iter().position(|word| matches!(word.as_lower(), "provinsi" | "propinsi"))?;
    let is_name = |word: &&Word<'_>| word.text.starts_with(char::is_uppercase) && !ENDS.contains(&word.as_lower());
    let name = words[at + 1..].iter().take(MOST_WORDS).take_while(is_name);
    let name: Vec<String> = name.map(|word| word.as_lower().to_owned()).collect();
    (!name.is_empty()).then_some(Region { kind: "provinsi", name })
}

/// Whether the regulation is surely of another region than the SOP: a name that may be short for the other tells nothing.
pub fn is_elsewhere(issuer: &Region, home: &Region) -> bool {
    if issuer.kind == "provinsi" || home.kind == "provinsi" {
        let both = || issuer.name.iter().chain(&home.name);
        let within = |one: &Region, other: &Region| one.name.iter().all(|word| other.name.contains(word));
        return issuer.kind == home.kind
            && issuer.name.len() > 1
            && home.name.len() > 1
            && !both().any(|word| MANY_NAMES.contains(&word.as_str()))
            && !within(issuer, home)
            && !within(home, issuer);
    }
    let initial = |region: &Region| region.name.first().and_then(|word| word.chars().next());
    let may_be_short = issuer.name.len() == 1 && home.name.len() > 1 && initial(issuer) == initial(home);
    !may_be_short && !issuer.is(home)
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

    #[test]
    fn a_regulation_is_of_the_region_of_its_issuer() {
        for (head, expected) in [
            ("Peraturan Bupati Sukamaju Nomor 3 Tahun 2020 t", Some("Kabupaten Sukamaju")),
            ("Peraturan Walikota Tirta Asri No. 3 Tahun 2020 t", Some("Kota Tirta Asri")),
            ("Peraturan Wali Kota Tirta Asri Nomor 3 t", Some("Kota Tirta Asri")),
            ("Peraturan Gubernur Laut Timur Nomor 3 t", Some("Provinsi Laut Timur")),
            ("Perbup Sukamaju No. 3 Tahun 2020 t", Some("Kabupaten Sukamaju")),
            ("Perwali Tirta Asri Nomor 3 Tahun 2020 t", Some("Kota Tirta Asri")),
            ("Pergub Nomor 3 Tahun 2020 t", None),
            ("Peraturan Bupati Nomor 3 Tahun 2020 t", None),
            ("Peraturan Bupati Tugas dan Fungsi Dinas", None),
        ] {
            assert_eq!(issuing_region(head).map(|it| it.to_string()).as_deref(), expected, "{head}");
        }
    }

    #[test]
    fn what_may_be_one_region_is_not_elsewhere() {
        let region = |kind, name: &str| Region { kind, name: name.split(' ').map(str::to_owned).collect() };
        for (issuer, home, expected) in [
            (region("kabupaten", "sukamaju"), region("kabupaten", "contoh"), true),
            (region("kabupaten", "kukar"), region("kabupaten", "kutai kartanegara"), false),
            (region("provinsi", "laut timur"), region("provinsi", "laut barat"), true),
            (region("provinsi", "bangka belitung"), region("provinsi", "kepulauan bangka belitung"), false),
            (region("provinsi", "jateng"), region("provinsi", "jawa tengah"), false),
            (region("provinsi", "laut timur"), region("kabupaten", "contoh"), false),
        ] {
            assert_eq!(is_elsewhere(&issuer, &home), expected, "{issuer} {home}");
        }
    }
}
