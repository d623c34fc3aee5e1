//! Spelling → what is compared: lower-case letters only.

use std::borrow::Cow;
use strsim::osa_distance;

/// Room for the letters of a short text, so that looking one up asks for no memory.
pub type Room = [u8; 64];

/// As [`fold`], for texts that are looked up and not kept.
pub fn fold_in<'r>(text: &str, room: &'r mut Room) -> Cow<'r, str> {
    match room.get_mut(..text.len()).and_then(|room| keep_letters(text, room)) {
        Some(end) => Cow::Borrowed(str::from_utf8(&room[..end]).unwrap_or_default()),
        None => Cow::Owned(fold(text)),
    }
}

/// A byte that is dropped and parts words.
const BLANK: u8 = 1;

/// A byte that may stand for a letter.
const DIGIT: u8 = 2;

/// A byte of a character that needs a closer look.
const FOREIGN: u8 = 3;

/// For each byte its letter in lower case, or one of the above; any other is dropped.
static FOLDED: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte: u8 = 0;
    loop {
        table[byte as usize] = match byte {
            b'a'..=b'z' => byte,
            b'A'..=b'Z' => byte.to_ascii_lowercase(),
            b'0' | b'1' => DIGIT,
            b' ' | 9..=13 => BLANK,
            0x80.. => FOREIGN,
            _ => 0,
        };
        if byte == u8::MAX {
            break table;
        }
        byte += 1;
    }
};

/// Writes the folded letters of a text where there is room for all of it, and says how many; `None` where a character needs a
/// closer look.
fn keep_letters(text: &str, to: &mut [u8]) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mut at, mut end) = (0, 0);
    // Whether the word has letters, asked once for a word with such a digit.
    let mut lettered = None;
    while at < bytes.len() {
        let letter = FOLDED[bytes[at] as usize];
        if letter >= b'a' {
            to[end] = letter;
            end += 1;
        } else if letter == BLANK {
            lettered = None;
        } else if letter == DIGIT && *lettered.get_or_insert_with(|| is_in_lettered_word(text, at)) {
            to[end] = if bytes[at] == b'0' { b'o' } else { b'l' };
            end += 1;
        } else if letter == FOREIGN {
            return None;
        }
        at += 1;
    }
    Some(end)
}

/// The letters of a text, lower-cased; a `0` or `1` inside a word counts as `o` or `l`; everything else is dropped.
pub fn fold(text: &str) -> String {
    let mut out = vec![0; text.len()];
    let Some(end) = keep_letters(text, &mut out) else { return fold_letters(text) };
    out.truncate(end);
    String::from_utf8(out).unwrap_or_default()
}

fn fold_letters(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // Whether the word has letters, asked once for a word with such a digit.
    let mut lettered = None;
    for (at, character) in text.char_indices() {
        match character {
            'a'..='z' => out.push(character),
            'A'..='Z' => out.push(character.to_ascii_lowercase()),
            '0' | '1' if *lettered.get_or_insert_with(|| is_in_lettered_word(text, at)) => {
                out.push(if character == '0' { 'o' } else { 'l' });
            }
            _ if character.is_whitespace() => lettered = None,
            _ if character.is_alphabetic() => out.extend(character.to_lowercase()),
            _ => {}
        }
    }
    out
}

/// The word around byte `at` has letters.
fn is_in_lettered_word(text: &str, at: usize) -> bool {
    let (before, behind) = text.split_at(at);
    let letter = |it: char| it.is_ascii_alphabetic();
    let until_blank = |it: &char| !it.is_whitespace();
    before.chars().rev().take_while(until_blank).any(letter) || behind.chars().take_while(until_blank).any(letter)
}

/// A word of the text is a value that folding would drop or cut: a number, a dash, dots.
pub fn has_value_without_letters(text: &str) -> bool {
    // Most texts are plain words.
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest
        && !matches!(first, b'0'..=b'9' | b'-' | b'.' | b'_' | 0x80..)
    {
        rest = tail;
    }
    if rest.is_empty() {
        return false;
    }
    let value = |word: &str| {
        let lettered = word.starts_with(|it: char| it.is_ascii_alphabetic());
        !lettered && is_value(word)
    };
    text.split_whitespace().any(value)
}

fn is_value(word: &str) -> bool {
    word.trim_start_matches(['(', '/', ':']).starts_with(|it: char| it.is_ascii_digit())
        || word.chars().all(|it| matches!(it, '-' | '–' | '—' | '…' | '_'))
        || word.starts_with("...")
}

/// The folded letters of a text that may be a label or a heading: no longer than one, and without a value beside it.
pub fn spelling<'r>(text: &str, room: &'r mut Room) -> Option<Cow<'r, str>> {
    let plain = text.len() <= 64 && !has_value_without_letters(text) && !has_value_behind_colon(text);
    plain.then(|| fold_in(text, room))
}

/// Something stands behind a colon: label and value, of which only the label may be compared.
pub fn has_value_behind_colon(text: &str) -> bool {
    text.split_once(':').is_some_and(|(_, value)| value.chars().any(char::is_alphanumeric))
}

/// How many letters have to be added, left out, changed or exchanged with the next to make one text of the other; capitals and
/// blanks around them do not count.
pub fn distance(one: &str, other: &str) -> usize {
    osa_distance(&one.trim().to_lowercase(), &other.trim().to_lowercase())
}

/// Words of a text as compared: lower case, split at anything that is no letter or digit.
pub fn words(text: &str) -> Vec<String> {
    text.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty()).map(str::to_lowercase).collect()
}

/// A table from folded spellings to what they mean, with tolerance for misspelling.
#[derive(Debug)]
pub struct Spellings<T> {
    exact: Table<T>,
    look_alike: Table<T>,
    /// By length, for the lengths of the others can never be near.
    fuzzy: Vec<Vec<Spelling<T>>>,
    /// The folded spellings in the order of the alphabet.
    sorted: Vec<String>,
    /// For each first letter, bit `n`: some spelling has the `n`th letter of the alphabet second.
    openings: [u32; 26],
}

#[derive(Debug)]
struct Spelling<T> {
    /// Position in the table: of two equally near the first counts.
    rank: usize,
    folded: String,
    letters: Letters,
    meaning: T,
}

impl<T: Copy> Spellings<T> {
    /// From rows of spellings with their meaning.
    pub fn new(rows: &[(&[&str], T)]) -> Self {
        let all = rows.iter().flat_map(|(spellings, meaning)| spellings.iter().map(|it| (fold(it), *meaning)));
        let all = all.filter(|(folded, _)| !folded.is_empty());
        let all: Vec<(String, T)> = all.collect();
        let exact = Table::new(all.iter().cloned());
        let look_alike = Table::new(all.iter().map(|(folded, meaning)| (look_alike(folded).collect(), *meaning)));
        let mut sorted: Vec<String> = all.iter().map(|(folded, _)| folded.clone()).collect();
        sorted.sort_unstable();
        let mut openings = [0; 26];
        for [first, second] in sorted.iter().filter_map(|it| opening(it)) {
            openings[first] |= 1 << second;
        }
        let longest = all.iter().map(|(folded, _)| folded.len()).max().unwrap_or(0);
        let mut fuzzy: Vec<Vec<Spelling<T>>> = Vec::new();
        fuzzy.resize_with(longest + 1, Vec::new);
        for (rank, (folded, meaning)) in all.into_iter().enumerate() {
            fuzzy[folded.len()].push(Spelling { rank, letters: Letters::of(&folded), folded, meaning });
        }
        Self { exact, look_alike, fuzzy, sorted, openings }
    }

    /// What this folded text means exactly.
    pub fn exact(&self, folded: &str) -> Option<T> {
        self.exact.get(folded)
    }

    /// Some spelling begins with this folded text.
    pub fn begins(&self, folded: &str) -> bool {
        // Two letters rule out nearly all.
        if opening(folded).is_some_and(|[first, second]| self.openings[first] & 1 << second == 0) {
            return false;
        }
        let at = self.sorted.partition_point(|it| it.as_str() < folded);
        self.sorted.get(at).is_some_and(|it| it.starts_with(folded))
    }

    /// What it means with up to two letters wrong, one in words of less than ten letters, none in words of less than five.
    pub fn near(&self, folded: &str) -> Option<T> {
        if let Some(meaning) = self.exact(folded) {
            return Some(meaning);
        }
        let allowed = match folded.len() {
            0..=4 => return None,
            5..=9 => 1,
            _ => 2,
        };
        if let Some(meaning) = self.look_alike.get_look_alike(folded) {
            return Some(meaning);
        }
        let shortest = (folded.len() - allowed).max(5);
        let longest = (folded.len() + allowed + 1).min(self.fuzzy.len());
        let letters = Letters::of(folded);
        let mut best: Option<(usize, &Spelling<T>)> = None;
        for of_length in self.fuzzy.get(shortest..longest)? {
            for known in of_length {
                if !letters.may_be_near(&known.letters, allowed) {
                    continue;
                }
                let Some(distance) = distance_within(&known.folded, folded, allowed) else { continue };
                if best.is_none_or(|(least, first)| (distance, known.rank) < (least, first.rank)) {
                    best = Some((distance, known));
                }
            }
        }
        best.map(|(_, known)| known.meaning)
    }
}

/// The distance of two folded texts, where it is no more than what is allowed: one, or two.
fn distance_within(one: &str, other: &str, allowed: usize) -> Option<usize> {
    let within = |(one, other)| Some(osa_distance(one, other)).filter(|distance| *distance <= allowed);
    if !one.is_ascii() || !other.is_ascii() {
        return within((one, other));
    }
    let (one, other) = unlike(one, other);
    // Of two texts with one edit between them a letter is left, or two that changed places.
    let longest = one.len().max(other.len());
    let may_be = if allowed == 1 { longest <= 2 } else { one.len() <= 5 || has_same_middle(one, other) };
    if may_be { within((one, other)) } else { None }
}

/// Both texts, which are ASCII, without what they begin and end with alike: no edit is needed for that.
fn unlike<'t>(one: &'t str, other: &'t str) -> (&'t str, &'t str) {
    let alike = |(one, other): &(u8, u8)| one == other;
    let head = one.bytes().zip(other.bytes()).take_while(alike).count();
    let (one, other) = (&one[head..], &other[head..]);
    let tail = one.bytes().rev().zip(other.bytes().rev()).take_while(alike).count();
    (&one[..one.len() - tail], &other[..other.len() - tail])
}

/// Cheap: of two texts that begin and end otherwise, and have two edits between them, one edit is at the beginning and one at the
/// end, so that what is between stands in both, a letter further at most.
fn has_same_middle(one: &str, other: &str) -> bool {
    let (middle, other) = (&one.as_bytes()[2..one.len() - 2], other.as_bytes());
    (1..=3).any(|at| other.get(at..at + middle.len()) == Some(middle))
}

/// The places in the alphabet of the first two letters.
fn opening(folded: &str) -> Option<[usize; 2]> {
    let place = |letter: &u8| letter.is_ascii_lowercase().then(|| usize::from(letter - b'a'));
    let [first, second, ..] = folded.as_bytes() else { return None };
    Some([place(first)?, place(second)?])
}

/// Folded spellings by their length: so few have the same that comparing them is quicker than hashing.
#[derive(Debug)]
struct Table<T> {
    by_length: Vec<Vec<(String, T)>>,
}

impl<T: Copy> Table<T> {
    /// Of two meanings of one spelling the later counts.
    fn new(rows: impl Iterator<Item = (String, T)>) -> Self {
        let mut by_length: Vec<Vec<(String, T)>> = Vec::new();
        for (spelling, meaning) in rows {
            if by_length.len() <= spelling.len() {
                by_length.resize_with(spelling.len() + 1, Vec::new);
            }
            let same = &mut by_length[spelling.len()];
            same.retain(|(known, _)| *known != spelling);
            same.push((spelling, meaning));
        }
        Self { by_length }
    }

    fn get(&self, folded: &str) -> Option<T> {
        let first = *folded.as_bytes().first()?;
        for (known, meaning) in self.by_length.get(folded.len())? {
            if known.as_bytes()[0] == first && known == folded {
                return Some(*meaning);
            }
        }
        None
    }

    /// In a table of look-alikes the meaning of what this text looks like.
    fn get_look_alike(&self, folded: &str) -> Option<T> {
        let bytes = folded.as_bytes();
        let mut taken_together = 0;
        let mut at = 1;
        while at < bytes.len() {
            if bytes[at] == b'n' && bytes[at - 1] == b'r' {
                taken_together += 1;
            }
            at += 1;
        }
        let first = look_alike(folded).next()?;
        let same = |(known, _): &&(String, T)| known.starts_with(first) && look_alike(folded).eq(known.chars());
        self.by_length.get(folded.len() - taken_together)?.iter().find(same).map(|(_, meaning)| *meaning)
    }
}

/// The letters of a folded text; those other than a to z share a place.
#[derive(Debug)]
struct Letters {
    /// How often each occurs.
    counts: [u8; 32],
    /// Bit `n`: the letter in place `n` occurs.
    present: u32,
}

impl Letters {
    fn of(folded: &str) -> Self {
        let mut letters = Self { counts: [0; 32], present: 0 };
        for letter in folded.as_bytes() {
            let at = match letter {
                b'a'..=b'z' => (letter - b'a') as usize,
                // The first byte of each letter stands for it.
                0x80..0xC0 => continue,
                _ => 26,
            };
            letters.counts[at] = letters.counts[at].saturating_add(1);
            letters.present |= 1 << at;
        }
        letters
    }

    /// No more letters than allowed are sure to be wrong between texts of these letters: one edit brings in, takes out or
    /// changes one letter.
    fn may_be_near(&self, other: &Self, allowed: usize) -> bool {
        // Which letters occur tells most apart, and is quicker to compare than how often.
        if (self.present ^ other.present).count_ones() as usize > 2 * allowed {
            return false;
        }
        let (mut lacking, mut over) = (0, 0);
        let mut at = 0;
        while at < self.counts.len() {
            let (one, other) = (self.counts[at] as usize, other.counts[at] as usize);
            if one < other {
                lacking += other - one;
            } else {
                over += one - other;
            }
            at += 1;
        }
        lacking <= allowed && over <= allowed
    }
}

/// The letters with those made one that scanners take for one another: `rn` and `m`, `i` and `l`.
fn look_alike(folded: &str) -> impl Iterator<Item = char> {
    let mut rest = folded.chars().peekable();
    std::iter::from_fn(move || {
        Some(match rest.next()? {
            'r' if rest.next_if_eq(&'n').is_some() => 'm',
            'i' => 'l',
            letter => letter,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_are_near_are_never_passed_over() {
        let letters =
            ["kegiatan", "kegiatankegiatan", "ababab", "pencatatandanpendataan"].map(|it| it.as_bytes().to_vec());
        let mut seed = 7u32;
        let mut next = |below: usize| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 16) as usize % below
        };
        for round in 0..4_000 {
            let one = letters[round % 4].clone();
            let mut other = one.clone();
            for _ in 0..=next(3) {
                let at = next(other.len() - 1);
                match next(4) {
                    0 => drop(other.remove(at)),
                    1 => other.insert(at, b"abkn"[next(4)]),
                    2 => other[at] = b"abkn"[next(4)],
                    _ => other.swap(at, at + 1),
                }
            }
            let (one, other) = (String::from_utf8_lossy(&one), String::from_utf8_lossy(&other));
            let distance = osa_distance(&one, &other);
            for allowed in [1, 2] {
                let told = (distance <= allowed).then_some(distance);
                assert_eq!(distance_within(&one, &other, allowed), told, "{one} {other}");
            }
        }
    }

    #[test]
    fn blanks_case_and_look_alikes_do_not_matter() {
        assert_eq!(fold("N o m 0 r  S.O.P :"), "nomrsop");
        assert_eq!(fold("Nom0r SOP"), "nomorsop");
        assert_eq!(fold("NO 1"), "no");
        let table = Spellings::new(&[(&["Pencatatan dan Pendataan"], 1), (&["Nomor"], 2)]);
        assert_eq!(table.near(&fold("Penncatatatn dan Pendataan")), Some(1));
        assert_eq!(table.near("nomer"), Some(2));
        assert_eq!(table.near("not"), None);
    }
}
