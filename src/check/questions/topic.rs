//! What an SOP is about, by the telling words of its name.

use super::abbreviations::counted_out;
use super::{Kind, Word, holds_phrase, look_up, spelt, spelt_words};
use crate::vocabulary::document_synonyms::{SYNONYMS, TITLE_WORDS};
use std::borrow::Cow;

/// So many letters in common make two words alike: `izin` and `izinnya`, `perpustakaan` and `perpustakawanan`.
const COMMON_LETTERS: usize = 4;

/// A word so long tells by itself what an SOP is about: not `masuk`, but `evaluasi`.
const TELLING_LETTERS: usize = 7;

/// The telling words of a name, and the letters they would be abbreviated to.
#[derive(Debug, Clone)]
pub struct Topic {
    words: Vec<String>,
    /// Its abbreviations that are too short to be told by their letters, but known: `KTP`.
    abbreviations: Vec<String>,
    /// What else means one of them: all names of a document or office in whose names it stands.
    others: Vec<&'static str>,
    initials: String,
    /// One word at least is no noun of doing.
    is_definite: bool,
}

impl Topic {
    /// The topic of a name: its words without those of the form and of joining, and without the noun of doing (`Penyusunan`)
    /// that it begins with.
    pub fn of(name: &str) -> Self {
        let spelt = spelt_words(name);
        let initials = spelt.iter().filter_map(|word| word.chars().next()).collect();
        let is_said = |word: &String| look_up(word).is(Kind::Joining) || TITLE_WORDS.contains(&word.as_str());
        let told = spelt.into_iter().map(Cow::into_owned).filter(|word| !is_said(word));
        let (mut words, mut abbreviations): (Vec<String>, Vec<String>) =
            told.partition(|word| word.len() >= COMMON_LETTERS);
        abbreviations.retain(|word| look_up(word).is(Kind::Abbreviation));
        let is_definite = words.iter().any(|word| !is_doing(word));
        if words.first().is_some_and(|word| is_doing(word)) {
            words.remove(0);
        }
        let others = others(&words);
        Self { words, abbreviations, others, initials, is_definite }
    }

    /// The same without words that stand in every SOP (`kinerja`, `laporan`), where another word is left that tells more.
    pub fn without_common(mut self) -> Self {
        let tells = |word: &String| !look_up(word).is(Kind::Common);
        if self.words.iter().any(|word| tells(word) && word.len() >= TELLING_LETTERS) {
            self.words.retain(tells);
            self.others = others(&self.words);
        }
        self
    }

    /// The name says nothing that could be looked for.
    pub fn is_empty(&self) -> bool {
        !self.is_definite || self.words.is_empty()
    }

    /// The text holds one of the words, one made of it, one that means the same, or an abbreviation of the name.
    pub fn is_in(&self, text: &[Word<'_>]) -> bool {
        text.iter().map(spelt).any(|(word, _)| {
            self.words.iter().any(|telling| alike(telling, word))
                || self.abbreviations.iter().any(|abbreviation| abbreviation == word)
                || (word.len() > 1 && self.initials.contains(counted_out(word).as_ref()))
                || is_clipped(word, &self.words)
        }) || self.others.iter().any(|phrase| holds_phrase(text, phrase))
    }
}

/// Letters of the longest clipped word; each word lends it two or more.
const LONGEST_CLIPPED: usize = 12;

/// `anjab` of `analisis jabatan`: the first letters of words that follow one another.
fn is_clipped(word: &str, names: &[String]) -> bool {
    let fits =
        (2 * CLIPPED_FROM..=LONGEST_CLIPPED).contains(&word.len()) && word.bytes().all(|it| it.is_ascii_lowercase());
    fits && (0..names.len()).any(|from| clips(word, &names[from..], 0))
}

/// So many letters a word lends at least, and so many words lend them.
const CLIPPED_FROM: usize = 2;

fn clips(rest: &str, names: &[String], count: usize) -> bool {
    let Some(name) = names.first().filter(|_| !rest.is_empty()) else {
        return rest.is_empty() && count >= CLIPPED_FROM;
    };
    let common = name.bytes().zip(rest.bytes()).take_while(|(one, other)| one == other).count();
    (CLIPPED_FROM..=common).any(|taken| clips(&rest[taken..], &names[1..], count + 1))
}

/// `Pengelolaan`, `Penyusunan`, `Pelayanan`: what is done, not what it is done to.
fn is_doing(word: &str) -> bool {
    word.starts_with("pe") && word.ends_with("an")
}

fn alike(telling: &str, word: &str) -> bool {
    let common = telling.chars().zip(word.chars()).take_while(|(one, other)| one == other).count();
    // Behind a prefix the first letter changes: `pinjam`, `peminjaman`.
    let stem = telling.char_indices().nth(1).map_or(telling, |(at, _)| &telling[at..]);
    common >= COMMON_LETTERS
        || (stem.len() >= COMMON_LETTERS && word.contains(stem))
        || word.contains(telling)
        || (word.len() >= COMMON_LETTERS && telling.contains(word))
}

/// The names in the rows of synonyms that hold one of the words.
fn others(words: &[String]) -> Vec<&'static str> {
    let is_telling = |part: &str| words.iter().any(|word| word == part);
    let rows = SYNONYMS.iter().filter(|row| row.iter().any(|phrase| phrase.split(' ').any(is_telling)));
    rows.flat_map(|row| row.iter().copied()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::words;
    use super::*;

    #[track_caller]
    fn case(name: &str, text: &str, expected: bool) {
        assert_eq!(Topic::of(name).is_in(&words(text)), expected, "{name} / {text}");
    }

    #[test]
    fn a_topic_is_known_by_word_stem_synonym_and_abbreviation() {
        case("Pengelolaan Surat Masuk", "Menerima surat", true);
        case("Penerbitan Kartu Tanda Penduduk Elektronik", "Memeriksa berkas KTP", true);
        case("Penerbitan KTP Elektronik", "KTP-el", true);
        case("Penerbitan KTP Elektronik", "Blangko", false);
        case("Evaluasi Kinerja", "Pelaksanaan Monev akan terkendala", true);
        case("Penerbitan Surat Perintah Pencairan Dana", "Draf SP2D", true);
        case("Penerbitan Surat Perintah Membayar", "Draf SP2D", false);
        case("Penerbitan Izin", "Memproses perizinan", true);
        case("Evaluasi Kinerja", "Pengarsipan surat", false);
        case("Pelaksanaan Pengaduan Masyarakat", "Mencatat surat pengaduan", true);
        case("Pembuatan Daftar Hadir", "Rekap kehadiran", true);
        case("Pelayanan Pinjam Pakai Kendaraan", "Surat peminjaman", true);
        case("Penyusunan Rapat", "Penyusunan surat", false);
        case("Penerbitan Kartu", "Peta kartografi", true);
        case("Jasa Kirim Barang", "Pengiriman", true);
        case("Penyusunan Analisis Jabatan", "Dokumen Anjab", true);
        case("Retribusi Perizinan", "Memproses izin", true);
        case("Retribusi Perizinan", "Ini izi", false);
        case("Penerbitan Kartu Keluarga", "Kolom K", false);
        case("Standar Arsip", "Menyusun standar", false);
        case("Kas Desa", "Buku kas", false);
        let topic = |name| Topic::of(name).without_common();
        assert!(
            !topic("Evaluasi Kinerja").is_in(&words("Data kinerja"))
                && topic("Evaluasi Kinerja").is_in(&words("Hasil evaluasi"))
        );
        assert!(topic("Pengelolaan Surat Masuk").is_in(&words("Menerima surat")));
        assert!(!Topic::of("Laporan Bulanan").is_empty());
        assert!(Topic::of("SOP Penyusunan").is_empty());
        assert!(Topic::of("Pengelolaan Pengaduan").is_empty());
    }
}
