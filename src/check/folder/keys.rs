//! Names reduced to what is compared: numbers without zeros and blanks, agencies and texts as hashes, words as tokens.

use crate::check::questions::{Word, mentions_amendment, naming_words, spelt, words};
use crate::fnv;
use crate::model::Regulation;
use crate::vocabulary::document_synonyms::JOINING_WORDS;
use crate::vocabulary::title_words::{AGENCY_FILLERS, FILLERS};
use std::sync::Arc;

/// The words of a name as hashes, sorted, none twice.
pub type Tokens = Arc<[u64]>;

/// One word or text as a hash.
pub fn hash(text: &str) -> u64 {
    fnv::fold(fnv::BASIS, text.bytes())
}

/// One hash of several.
pub fn hash_all(parts: impl IntoIterator<Item = u64>) -> u64 {
    let mix = |hash: u64, part: u64| (hash.rotate_left(23) ^ part).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    parts.into_iter().fold(0x51, mix)
}

/// The words of a document name, synonyms made one.
pub fn tokens_of<'w>(words: impl Iterator<Item = &'w str>) -> Tokens {
    sorted(words.map(hash))
}

fn sorted(tokens: impl Iterator<Item = u64>) -> Tokens {
    let mut tokens: Vec<u64> = tokens.collect();
    tokens.sort_unstable();
    tokens.dedup();
    tokens.into()
}

/// The words that tell the name of an SOP from others, parted by blanks, sorted; empty where it has none.
pub fn title_key(name: &str) -> Box<str> {
    let named = naming_words(name);
    let mut words: Vec<&str> = named.iter().map(|word| &**word).filter(|word| !FILLERS.contains(word)).collect();
    words.sort_unstable();
    words.dedup();
    words.join(" ").into()
}

/// The tokens of a title key.
pub fn title_tokens(key: &str) -> Tokens {
    sorted(key.split(' ').filter(|word| !word.is_empty()).map(hash))
}

/// A number without blanks, case and leading zeros; `None` where a part of it was left open, so that it numbers nothing yet.
pub fn number_key(number: &str) -> Option<Box<str>> {
    let is_open = |part: &str| !part.chars().any(char::is_alphanumeric) || part.contains("..") || part.contains('…');
    let parts: Vec<String> = number.split('/').map(|part| part.split_whitespace().collect::<String>()).collect();
    if parts.iter().any(|part| is_open(part)) || !number.chars().any(|it| it.is_ascii_digit()) {
        return None;
    }
    let bare = |part: &String| part.trim_start_matches('0').trim_end_matches(['.', ',']).to_lowercase();
    Some(parts.iter().map(bare).collect::<Vec<_>>().join("/").into())
}

/// The number speaks for itself, whoever wrote it: a code of letters, and digits in two parts at least.
pub fn is_telling_number(key: &str) -> bool {
    let parts: Vec<&str> = key.split('/').collect();
    let with = |wanted: fn(char) -> bool| parts.iter().filter(|part| part.chars().any(wanted)).count();
    with(|it| it.is_ascii_digit()) >= 2 && with(char::is_alphabetic) >= 2
}

/// An agency or unit, whatever the order of its words: `Dinas Perikanan Kabupaten Contoh` is
/// `PEMERINTAH KABUPATEN CONTOH DINAS PERIKANAN`. `None` where no word tells it from another.
pub fn agency_key(words: &[Word<'_>]) -> Option<u64> {
    let tells = |word: &&str| !AGENCY_FILLERS.contains(word) && !JOINING_WORDS.contains(word);
    let tokens = sorted(words.iter().map(|word| spelt(word).0).filter(tells).map(hash));
    (!tokens.is_empty()).then(|| hash_all(tokens.iter().copied()))
}

/// The kind, the issuer and the subject of a regulation, years and numbers aside; `None` where its subject has less than
/// `least` telling words, or where it amends another, which then stays in force beside it.
pub fn subject_key(regulation: &Regulation, least: usize) -> Option<u64> {
    let about = regulation.about.as_deref()?;
    let telling = |word: &str| !JOINING_WORDS.contains(&word) && !word.bytes().any(|byte| byte.is_ascii_digit());
    let words = words(about);
    let telling: Vec<&str> = words.iter().map(|word| spelt(word).0).filter(|word| telling(word)).collect();
    if telling.len() < least || mentions_amendment(&words) {
        return None;
    }
    let issuer = regulation.issuer.as_deref().unwrap_or_default();
    let tokens = sorted(telling.into_iter().map(hash));
    Some(hash_all(tokens.iter().copied().chain([hash(issuer), regulation.kind as u64])))
}

/// A text by its letters and digits alone; `None` where it has less than `least` words.
pub fn sentence_key(words: &[Word<'_>], least: usize) -> Option<u64> {
    (words.len() >= least).then(|| hash_all(words.iter().map(|word| hash(&word.lower))))
}

/// Letters from which on a word is long enough to be taken for a misspelling of another.
const LONG_WORD: usize = 6;

/// Two words that differ in one letter lost, added or changed share one of these; of a short word nothing.
pub fn near_spellings(word: &str) -> Vec<u64> {
    let length = word.chars().count();
    if length < LONG_WORD || word.chars().any(|it| !it.is_alphabetic()) {
        return Vec::new();
    }
    let mut found = Vec::with_capacity(length + 1);
    let mut before = fnv::BASIS;
    for (at, letter) in word.char_indices() {
        let (own, behind) = word[at..].split_at(letter.len_utf8());
        found.push(fnv::fold(before, behind.bytes()));
        before = fnv::fold(before, own.bytes());
    }
    found.push(before);
    found
}

/// Both are long words, one of which may be the other misspelt: a letter lost, added or changed.
pub fn is_near(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (few, many) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    if few.len() < LONG_WORD || many.len() - few.len() > 1 || few == many {
        return false;
    }
    let at = few.iter().zip(many).take_while(|(one, other)| one == other).count();
    let behind = if few.len() == many.len() { at + 1 } else { at };
    few[behind.min(few.len())..] == many[(at + 1).min(many.len())..]
}

/// Two names, lower-cased words parted by blanks, that are alike but for one letter of one long word.
pub fn same_but_for_one_letter(one: &str, other: &str) -> bool {
    let (one, other): (Vec<&str>, Vec<&str>) = (one.split(' ').collect(), other.split(' ').collect());
    let mut unlike = one.iter().zip(&other).filter(|(one, other)| one != other);
    let first = unlike.next();
    one.len() == other.len() && unlike.next().is_none() && first.is_some_and(|(one, other)| is_near(one, other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_compared_without_zeros_and_blanks_and_only_when_whole() {
        assert_eq!(number_key("02/SOP/ DISPERSIP/2023"), number_key("2/sop/dispersip/2023"));
        for open in ["/Dinperkim/2021", "830/ /IV.16-WK/2021", "…/SOP/2023", "..../SOP/2023", "SOP/UMUM", "-"] {
            assert_eq!(number_key(open), None, "{open}");
        }
        assert!(is_telling_number("12/sop/kec-sm/2024") && !is_telling_number("1/2024") && !is_telling_number("sop-1"));
        assert!(!is_telling_number("sop/umum/2024"));
    }

    #[test]
    fn an_agency_is_one_whatever_the_order_of_its_words() {
        let key = |name| agency_key(&words(name));
        assert_eq!(key("Dinas Perikanan Kabupaten Contoh"), key("PEMERINTAH KABUPATEN CONTOH DINAS PERIKANAN"));
        assert_ne!(key("Dinas Perikanan Kabupaten Contoh"), key("Dinas Perikanan Kabupaten Lain"));
        assert_eq!(key("Pemerintah Daerah"), None);
    }

    #[test]
    fn the_name_of_an_sop_is_what_remains_without_the_word_sop() {
        assert_eq!(title_key("SOP Pengelolaan Surat Keluar."), title_key("Prosedur pengelolaan surat-keluar"));
        assert_eq!(title_key("SOP Penyusunan Renja"), title_key("Penyusunan Rencana Kerja"));
        assert_eq!(&*title_key("Standar Operasional Prosedur"), "");
    }

    #[test]
    fn one_letter_is_what_a_misspelling_is() {
        for (one, other) in [("keuangan", "keungan"), ("monitoring", "monitorinng"), ("sekretaris", "sekretarys")] {
            assert!(is_near(one, other) && is_near(other, one), "{one}");
            let shared = near_spellings(one);
            assert!(near_spellings(other).iter().any(|it| shared.contains(it)), "{one}");
        }
        assert!(!is_near("keuangan", "keuangan") && !is_near("kasub", "kasubb") && !is_near("keuangan", "kungan"));
        assert!(!is_near("perencana", "perencanaan"));
        assert!(near_spellings("kasub").is_empty() && near_spellings("bidang1").is_empty());
        assert!(same_but_for_one_letter("staf keuangan", "staf keungan"));
        assert!(!same_but_for_one_letter("staf keuangan", "star keungan"));
        assert!(!same_but_for_one_letter("staf keuangan", "staf"));
    }

    #[test]
    fn bounds_of_sentences_and_long_words() {
        assert!(sentence_key(&words("satu dua tiga"), 3).is_some() && sentence_key(&words("satu dua"), 3).is_none());
        assert!(!near_spellings("berkas").is_empty() && near_spellings("surat").is_empty());
        assert!(is_near("berkas", "berkaz") && !is_near("surat", "murat") && !is_near("berkas", "berkas"));
        assert!(same_but_for_one_letter("kepala perizinan", "kepala perizinam"));
        assert!(!same_but_for_one_letter("kepala perizinan", "kepala perizinam satu"));
        assert!(!same_but_for_one_letter("bidang perizinan", "bidong perizinam"));
    }
}
