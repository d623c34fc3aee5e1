//! Disahkan oleh: the office, name, rank, grade and number of the official in a signature block.

mod name;
mod nip;
mod rank;

pub use name::Houses;
pub use nip::{WHOLE as WHOLE_NIP, nip};

use super::lexis::offset_in;
use crate::vocabulary::fold;
use crate::vocabulary::signatories::{self, RANK_LABELS};

/// What a signature block says; every part is a slice of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SignatoryParts<'a> {
    /// Jabatan.
    pub position: Option<&'a str>,
    /// Nama, with titles and degrees.
    pub name: Option<&'a str>,
    /// Pangkat.
    pub rank: Option<&'a str>,
    /// Golongan ruang, without its brackets.
    pub grade: Option<&'a str>,
    /// The digits of the NIP as written, without its label; [`nip()`] reads them.
    pub nip: Option<&'a str>,
    /// What could not be placed.
    pub rest: Vec<&'a str>,
}

/// Takes a signature block apart, whether it stands on one line or several. Where office and name cannot be told apart,
/// neither is given, and the text is in `rest`.
pub fn signatory(text: &str) -> SignatoryParts<'_> {
    signatory_of(text, &Houses::default())
}

/// As [`signatory`], where the names of agency and unit are known: they say how many words the office has
/// (`Kepala Badan Kearsipan KABUPATEN BATU AMPAR JAYA`).
pub fn signatory_of<'a>(text: &'a str, houses: &Houses) -> SignatoryParts<'a> {
    let mut parts = SignatoryParts::default();
    let mut head = text;
    if let Some((label, digits)) = nip::labelled_or_whole(text) {
        parts.nip = Some(digits);
        let start = offset_in(text, label);
        head = &text[..start];
        parts.keep(&text[offset_in(text, digits) + digits.len()..]);
    }
    if parts.nip.is_none() {
        head = without_empty_nip(head);
    }
    if let Some(found) = rank::rank(head) {
        (parts.rank, parts.grade) = (found.rank, found.grade);
        parts.keep(found.after);
        head = without_label(found.before);
    }
    if let Some((before, last)) = head.trim_end().rsplit_once('\n')
        && signatories::ACADEMIC.contains(&fold(last).as_str())
    {
        parts.keep(last);
        head = before;
    }
    let has_person = parts.nip.is_some() || parts.rank.is_some();
    let split = name::split(head, has_person, houses);
    (parts.position, parts.name) = (split.position, split.name);
    parts.keep(split.rest);
    if parts.position.is_none() && parts.name.is_some() {
        // the office under the name
        let office = parts.rest.iter().position(|rest| name::starts_office(rest));
        parts.position = office.map(|at| parts.rest.remove(at));
    }
    parts
}

/// `NIP.`: the label of a number that stands elsewhere, and no more.
pub fn is_label_of_nip(text: &str) -> bool {
    let bare = text.trim().trim_end_matches(|it: char| it.is_whitespace() || matches!(it, '.' | ':'));
    bare.eq_ignore_ascii_case("nip")
}

/// Without the label of a number that nobody filled in: `Pembina Tingkat I NIP.`
fn without_empty_nip(text: &str) -> &str {
    let bare = text.trim_end_matches(|it: char| it.is_whitespace() || matches!(it, '.' | ':' | '-' | '…' | '_'));
    match bare.rsplit_once(char::is_whitespace) {
        Some((before, last)) if last.eq_ignore_ascii_case("nip") => before.trim_end(),
        _ => text,
    }
}

/// The line names a person and nothing else: two words or more, titles and degrees included.
pub fn is_named(line: &str) -> bool {
    name::is_whole(line)
}

/// The same, of a name with titles or degrees.
pub fn is_titled(line: &str) -> bool {
    name::is_titled(line)
}

/// A title is the first word of the name: `Drs. Bagus`.
pub fn begins_with_title(name: &str) -> bool {
    name::begins_with_title(name)
}

/// The line is one word that names a person, as many have one name only.
pub fn is_lone(line: &str) -> bool {
    name::is_lone(line)
}

/// The line holds a rank, or a grade in brackets.
pub fn has_rank(line: &str) -> bool {
    rank::rank(line).is_some()
}

impl<'a> SignatoryParts<'a> {
    /// Keeps what could not be placed, if it says anything.
    fn keep(&mut self, text: &'a str) {
        let text = text.trim_matches(|letter: char| letter.is_whitespace() || matches!(letter, ',' | ';' | '.'));
        if text.contains(char::is_alphanumeric) {
            self.rest.push(text);
        }
    }
}

/// Without a closing `Pangkat/Gol. :`.
fn without_label(text: &str) -> &str {
    let mut text = text;
    loop {
        let bare = text.trim_end_matches(|letter: char| !letter.is_alphanumeric() && letter != ')');
        let start = bare.rfind(|letter: char| !letter.is_alphabetic()).map_or(0, |at| at + 1);
        match bare.get(start..) {
            Some(word) if RANK_LABELS.iter().any(|label| label.eq_ignore_ascii_case(word)) => text = &bare[..start],
            _ => return text,
        }
    }
}

#[cfg(test)]
mod tests;
