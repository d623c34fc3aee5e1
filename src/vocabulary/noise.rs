//! Lines that belong to the page, the web site or the signing system, not to the SOP.

use super::fold::fold;
use super::openings::Openings;
use super::signatories::is_seal;

/// Beginnings of such lines, folded.
const BEGINNINGS: &[&str] = &[
    "dokumeninitelahditandatanganisecaraelektronik",
    "dokumeninitelahditandatangani",
    "dokumeniniditandatangani",
    "dokumeniniditandatanganisecaraelektronik",
    "balaibesarsertifikasielektronik",
    "pindaikodeqr",
    "pindaiqrcode",
    "scanqrcode",
    "informasielektronikdanatau",
    "balaisertifikasielektronik",
    "bsrebssn",
    "bssn",
    "badansiberdansandinegara",
    "elektronikbsre",
    "sertifikasielektronikbsre",
    "uuitenomor",
    "uuitenotahun",
    "dokumeninitelahdisetujui",
    "sertifikatelektronikyangditerbitkan",
    "catatanuuitenomor",
    "isidaridokumeninitidakdiperkenankan",
    "dokumeninimilik",
    "dilarangmenggandakan",
    "dilarangmemperbanyak",
    "andadihalaman",
    "andamungkinjugamenyukai",
    "citationpreview",
    "ukuranpx",
    "mulaipenontonandenganhalaman",
    "savethispdfas",
    "unduhsebagai",
    "formattersedia",
    "belumadaperingkat",
    "apakahmenurutanda",
    "bagikandokumenini",
    "laporkandokumenini",
    "transkripsi",
    "emailprotected",
    "dokumeninidicetak",
    "bagikanke",
    "beranda",
    "hakcipta",
    "copyright",
    "allrightsreserved",
];

/// The words of such a button.
const DOWNLOADS: &[&str] = &["download", "unduh"];

/// Whole lines, folded.
const WHOLE: &[&str] =
    &["logo", "lambang", "halaman", "copied", "paraf", "ttd", "capdinas", "cap", "tandatangan", "lanjutan", "bagikan"];

/// A page number, footer or site remnant.
pub fn is_noise(line: &str) -> bool {
    let line = line.trim();
    if line.is_empty() {
        return false;
    }
    is_page_number(line)
        || is_print_stamp(line)
        || is_bracketed_seal(line)
        || is_download(line)
        || may_be_known(line) && {
            let folded = fold(line);
            // `1. Cap dinas` is an entry of a list.
            let is_listed = line.starts_with(|it: char| it.is_ascii_digit());
            BEGINNINGS.iter().any(|it| folded.starts_with(it)) || !is_listed && WHOLE.contains(&folded.as_str())
        }
}

/// The heading of notes, where such stand below it.
pub fn heads_notes(line: &str) -> bool {
    matches!(fold(line).as_str(), "catatan" | "keterangan")
}

/// `11/30/26, 4:00 PM SOP Surat`, `file:///C:/sop.html 1/4`: what a browser prints at the edges of its pages.
fn is_print_stamp(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let digits = |word: &str, signs: &[char]| {
        word.bytes().any(|it| it.is_ascii_digit()) && word.chars().all(|it| it.is_ascii_digit() || signs.contains(&it))
    };
    let is_day = first.ends_with(',') && first.matches('/').count() == 2 && digits(first, &['/', ',']);
    if is_day && second.len() >= 4 && digits(second, &[':', '.']) {
        return true;
    }
    let is_address = first.contains("://");
    is_address && second.contains('/') && digits(second, &['/']) && words.next().is_none()
}

/// How a line begins that says when or from where a copy was made, folded.
const COPY_BEGINNINGS: &[&str] = &[
    "dicetak",
    "diunduh",
    "diakses",
    "tanggalcetak",
    "tglcetak",
    "waktucetak",
    "printed",
    "downloaded",
    "accessed",
    "tanggalunduh",
];

/// `Dicetak dari SIMONA pada 12/03/2024 10:15`, `Diunduh dari https://…`: when or from where this copy was made.
fn is_copy_stamp(line: &str) -> bool {
    // The first two letters of those words.
    let opens = matches!(
        line.get(..2),
        Some("Di" | "DI" | "di" | "Ta" | "TA" | "ta" | "Tg" | "TG" | "Wa" | "WA" | "Pr" | "PR" | "Do" | "DO" | "Ac")
    );
    let is_year = |it: &str| it.len() == 4 && (it.starts_with("19") || it.starts_with("20"));
    let tells = || {
        let mut numbers = line.split(|it: char| !it.is_ascii_digit());
        line.contains("://") || line.contains("www.") || numbers.any(is_year)
    };
    opens && line.len() <= LONGEST_STAMP && tells() && {
        let folded = fold(line);
        COPY_BEGINNINGS.iter().any(|it| folded.starts_with(it))
    }
}

/// A longer line is a sentence.
const LONGEST_STAMP: usize = 120;

/// `Download "NAMA SOP"`: the button of a site above the document.
fn is_download(line: &str) -> bool {
    let (word, title) = line.split_once(' ').unwrap_or_default();
    DOWNLOADS.iter().any(|it| it.eq_ignore_ascii_case(word)) && title.trim_start().starts_with(['"', '“'])
}

/// `[ttd]`, `(tanda tangan dan stempel)`, `<signature>`
pub fn is_bracketed_seal(line: &str) -> bool {
    let inner = line.strip_prefix(['[', '(', '<', '{']).and_then(|it| it.strip_suffix([']', ')', '>', '}']));
    inner.is_some_and(is_seal)
}

/// `2. SOP Surat Keluar ........ 3`: an entry of a table of contents.
pub fn is_contents_entry(line: &str) -> bool {
    let bare = line.trim_end();
    let number = bare.trim_end_matches(|it: char| it.is_ascii_digit() || matches!(it, 'i' | 'v' | 'x'));
    let leader = number.trim_end().trim_end_matches(['.', '…', '_', ' ']);
    let dots = number.len() - leader.len();
    bare.len() - number.len() <= 4
        && number.len() < bare.len()
        && dots >= SHORTEST_LEADER
        && leader.contains(char::is_alphabetic)
}

/// Fewer dots lead to no page.
const SHORTEST_LEADER: usize = 5;

/// A note of the signing system or the web site: a line that says so in its first words.
pub fn is_note(line: &str) -> bool {
    let line = line.trim();
    if ends_note(line) || is_copy_stamp(line) {
        return true;
    }
    line.len() >= 12 && may_be_known(line) && {
        let folded = fold(line);
        BEGINNINGS.iter().any(|it| it.len() >= 12 && folded.starts_with(it))
    }
}

/// What the note of the signing system ends with: `Sertifikasi Elektronik (BSrE), BSSN`, where it went on over the line.
fn ends_note(line: &str) -> bool {
    let bare = line.trim_end_matches(['.', ' ']);
    ["(BSrE), BSSN", "(BSrE) BSSN", "(BSrE)"].iter().any(|end| bare.ends_with(end))
}

/// How known lines begin.
static OPENINGS: [Openings; 2] = [Openings::of(BEGINNINGS), Openings::of(WHOLE)];

/// Cheap: some known line begins with the first three letters of this one.
fn may_be_known(line: &str) -> bool {
    let mut letters = line.chars().filter(|it| it.is_alphanumeric());
    let opening = [letters.next(), letters.next(), letters.next()];
    let [Some(first), Some(second), Some(third)] = opening.map(|it| it.filter(char::is_ascii_alphabetic)) else {
        // A digit may stand for a letter.
        return opening[0].is_some();
    };
    let opening = [first, second, third].map(|letter| letter.to_ascii_lowercase() as u8);
    let is_ruled_out = OPENINGS.iter().all(|openings| openings.hold(&opening) == Some(false));
    !is_ruled_out && BEGINNINGS.iter().chain(WHOLE).any(|known| known.as_bytes().starts_with(&opening))
}

/// Words before the number of a page, longer ones before what they begin with.
const PAGE_NAMES: &[&str] = &["halaman", "hal.", "hal", "page", SHEET];

/// `Lembar 2/9` counts pages; `Lembar 2` may be of anything.
const SHEET: &str = "lembar";

/// The word for a page that a text begins with, and what stands behind it.
fn page_name(text: &str) -> Option<(&'static str, &str)> {
    let is_begun = |name: &&&str| text.get(..name.len()).is_some_and(|head| head.eq_ignore_ascii_case(name));
    PAGE_NAMES.iter().find(is_begun).map(|name| (*name, &text[name.len()..]))
}

/// `TAHUN 2024`, as covers end.
pub fn is_year_of_cover(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    let [label, year] = words.as_slice() else { return false };
    label.eq_ignore_ascii_case("tahun") && year.len() == 4 && year.bytes().all(|it| it.is_ascii_digit())
}

/// `Halaman 2 dari 9`, `Hal. 2/9`, `- 2 -`: the end of a running foot.
pub fn is_page_count(text: &str) -> bool {
    let text = text.trim();
    let named = page_name(text).is_some();
    let dashed = text.starts_with(['-', '–']) && text.ends_with(['-', '–']);
    (named || dashed) && text.contains(|it: char| it.is_ascii_digit()) && is_page_number(text)
}

/// A line of the page and not of the text, wherever it stands: a note of the signing system or web site, or a count of pages.
pub fn is_of_page(line: &str) -> bool {
    is_note(line) || counts_pages(line)
}

/// `Halaman 2 dari 9`, `Hal. 2/9`: a line that tells the page and how many there are.
fn counts_pages(line: &str) -> bool {
    let line = line.trim();
    let numbers = |rest: &str| rest.split(|it: char| !it.is_ascii_digit()).filter(|it| !it.is_empty()).count();
    page_name(line).is_some_and(|(_, rest)| numbers(rest) == 2) && is_page_number(line)
}

/// Where behind other words a count of pages begins: `SOP/12/2023 Halaman 2 dari 3`.
pub fn page_count(text: &str) -> Option<usize> {
    let from = text.len().saturating_sub(LONGEST_COUNT);
    let blanks = text.char_indices().filter(|(at, it)| *at >= from && it.is_whitespace());
    blanks.map(|(at, it)| at + it.len_utf8()).find(|at| *at > 1 && is_page_count(&text[*at..]))
}

/// `Halaman 100 dari 100` and some blanks.
const LONGEST_COUNT: usize = 32;

/// `halaman`, `dari`: what stands around the numbers of pages.
pub fn is_page_word(word: &str) -> bool {
    ["halaman", "hal", "page", "dari", "of"].iter().any(|it| it.eq_ignore_ascii_case(word))
}

/// `- 2 -`, `2`, `Halaman 2 dari 9`, `Hal. 2`, `2/9`.
fn is_page_number(line: &str) -> bool {
    if line.len() > 32 || !line.as_bytes().iter().any(u8::is_ascii_digit) {
        return false;
    }
    let bare = line.trim_matches(['-', '–', '—', ' ', '[', ']']);
    // A year ends a sentence; no book of procedures has as many pages.
    if bare.len() == 4 && (bare.starts_with("19") || bare.starts_with("20")) {
        return false;
    }
    let name = page_name(bare);
    let rest = name.map_or(bare, |(_, rest)| rest).trim_matches([' ', ':', '.']);
    let mut parts = rest.split(|it: char| !it.is_ascii_digit()).filter(|it| !it.is_empty());
    let words = rest.split(|it: char| !it.is_alphabetic()).filter(|it| !it.is_empty());
    let numbers = parts.by_ref().count();
    let only_of = words.into_iter().all(|word| ["dari", "of"].contains(&word.to_lowercase().as_str()));
    let counted =
        || numbers == 2 && rest.contains(char::is_alphabetic) && rest.starts_with(|it: char| it.is_ascii_digit());
    let named = name.is_some_and(|(word, _)| word != SHEET || numbers == 2);
    let marked = named || line.starts_with(['-', '–', '—']) || bare.bytes().all(|it| it.is_ascii_digit()) || counted();
    only_of && (1..=2).contains(&numbers) && marked && rest.len() <= 16
}

#[cfg(test)]
mod tests {
    use super::is_noise;

    #[test]
    fn page_furniture_is_told_from_text() {
        for line in [
            "- 2 -",
            "Halaman 2 dari 9",
            "Lembar 2/9",
            "11/30/26, 4:00 PM SOP Surat Masuk",
            "file:///C:/sop.html 1/4",
            "Lembar 2 dari 9",
            "1 dari 2",
            "7",
            "* Dokumen ini telah ditandatangani secara elektronik oleh BSrE",
        ] {
            assert!(is_noise(line), "{line}");
        }
        for line in [
            "1. Komputer",
            "Maret 2021",
            ": 830/ /IV.16-WK/2021",
            "Surat masuk",
            "12/03/2020",
            "2010",
            "Lembar 2",
            "2 lembar",
            "1. Cap dinas",
            "https://sop.go.id",
            "12/03/2020, 13/03/2020",
        ] {
            assert!(!is_noise(line), "{line}");
        }
    }
}
