//! Lines of a cell without list marks: which only the edge of the column broke, and which name another document.

use crate::vocabulary::list_words::DOCUMENT_HEADS;
use crate::vocabulary::sections::OPEN_ENDS;

/// Most words of a name written in small letters.
const MOST_WORDS: usize = 10;

/// Longest word in capitals that is an abbreviation.
const LONGEST_ABBREVIATION: usize = 6;

/// `Surat pengantar desa`, `Fotokopi KTP`: the line below names another document, for it begins with a capital and a word that
/// names documents, and what stands above is a whole name written in small letters.
pub fn begins_document(above: &str, below: &str) -> bool {
    heads_document(below) && is_whole_name(above)
}

/// A capital and a word that names documents begin the line.
pub fn heads_document(line: &str) -> bool {
    line.split_whitespace().next().is_some_and(|word| {
        let mut letters = word.chars();
        let is_capital = letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase);
        is_capital && DOCUMENT_HEADS.contains(&word.to_lowercase().as_str())
    })
}

/// A name whose words but the first are small or abbreviations, and of which none wants another.
pub fn is_whole_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let [first, rest @ ..] = words.as_slice() else { return false };
    let Some(last) = rest.last() else { return false };
    let is_abbreviation = |word: &str| word.len() <= LONGEST_ABBREVIATION && !word.contains(char::is_lowercase);
    let is_verb = |word: &str| word.get(..2).is_some_and(|head| head.eq_ignore_ascii_case("me"));
    let is_open = OPEN_ENDS.contains(last) || last.ends_with(['-', '/', ',', ':', '(']);
    words.len() <= MOST_WORDS
        && first.starts_with(char::is_uppercase)
        && rest.iter().all(|word| !word.starts_with(char::is_uppercase) || is_abbreviation(word))
        && rest.iter().any(|word| word.starts_with(char::is_lowercase))
        && !words.iter().any(|word| is_verb(word))
        && !is_open
}

#[cfg(test)]
mod tests {
    use super::begins_document;

    #[test]
    fn a_document_begins_below_a_whole_name_in_small_letters() {
        let pairs = [("Surat pengantar desa", "Fotokopi KTP dan KK"), ("BRS yang disetujui", "Bahan paparan")];
        for (above, below) in pairs {
            assert!(begins_document(above, below), "{above} / {below}");
        }
        let pairs = [
            ("Konsep", "Surat keputusan"),
            ("Konsep surat dan", "Lembar disposisi"),
            ("Konsep Surat", "Rekomendasi Bupati"),
            ("Memeriksa dan meneruskan", "Surat tugas"),
            ("Surat keterangan", "domisili usaha"),
            ("Surat keterangan", "Kepala Desa"),
        ];
        for (above, below) in pairs {
            assert!(!begins_document(above, below), "{above} / {below}");
        }
    }
}
