//! Labels behind the first words of a line.

use super::{Piece, by_words};
use crate::grammar::{date, person};
use crate::parse::identity::{is_office, takes};
use crate::vocabulary::labels::{self, Label};

/// Where, behind the first word, a label of two or more words begins.
fn inner_label(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 1;
    while at < bytes.len() {
        let opens =
            matches!(bytes[at], b'N' | b'T' | b'D' | b'J' | b'K' | b'B' | b'b' | b'n' | b't' | b'd' | b'j' | b'k');
        if opens
            && !bytes[at - 1].is_ascii_graphic()
            && text[..at].ends_with(char::is_whitespace)
            && (matches!(by_words(&text[at..]), Some((Piece::Label(label, _), rest)) if !label.is_extra() || has_colon(text, rest))
                || signs(&text[at..]))
            && !is_of_sentence(&text[..at], bytes[at])
        {
            return Some(at);
        }
        at += 1;
    }
    None
}

/// A colon ends the label before `rest`, which ends the text, or begins it.
fn has_colon(text: &str, rest: &str) -> bool {
    rest.trim_start().starts_with(':') || text[..text.len() - rest.len()].trim_end().ends_with(':')
}

/// Where, behind the first words, a label begins, and the stops that part it from what stands before it.
pub(super) fn first_label(text: &str) -> Option<(usize, &'static [char])> {
    let (of_words, behind_stop) = (inner_label(text), label_behind_stop(text));
    match (of_words, behind_stop) {
        (Some(at), Some(stop)) if at <= stop => Some((at, &[])),
        (_, Some(stop)) => Some((stop, STOPS)),
        (at, None) => at.map(|at| (at, &[][..])),
    }
}

/// What parts the labels of a line that has several.
const STOPS: &[char] = &['.', ';', ',', '|'];

/// `SOP Surat Masuk. Nomor: 12/SOP/2021. Berlaku: 10 Mei 2021`: where, behind a stop, one word is a label with its colon and value.
fn label_behind_stop(text: &str) -> Option<usize> {
    let labelled = |at: usize| {
        if dated_word(&text[at..]).is_some() {
            return Some(at);
        }
        let (word, value) = text[at..].split_once(':')?;
        let value = value.trim_start();
        let first = value.split_whitespace().next()?.trim_end_matches(STOPS);
        let label = labels::short(word).or_else(|| labels::coloned(word));
        let is_number = label == Some(Label::Number) && takes(Label::Number, first);
        let signs = label == Some(Label::Signatory) && is_office(value);
        (is_number || signs || labels::dated(word).is_some() && begins_date(value)).then_some(at)
    };
    // A date or a number stands behind each of these labels, or an office behind a colon.
    if !text.bytes().any(|it| it == b':' || it.is_ascii_digit()) {
        return None;
    }
    let stops = text.match_indices(' ').filter(|(at, _)| text[..*at].ends_with(STOPS)).map(|(at, _)| at + 1);
    let may_open = |at: &usize| text[*at..].starts_with(char::is_alphabetic) && labels::may_open_word(&text[*at..]);
    stops.filter(may_open).find_map(labelled)
}

/// `dibuat 4 Februari 2019`: a word that is a label right before a whole date.
pub(super) fn dated_word(text: &str) -> Option<(Label, &str, &str)> {
    let (word, value) = text.split_once(' ')?;
    let label = labels::dated(word)?;
    let (date, found) = date::find(value)?;
    let behind = value.strip_prefix(found)?.trim_start();
    // `Diterbitkan 12 Mei 2023 oleh Admin` goes on with the sentence.
    let ends = behind.is_empty() || behind.starts_with(STOPS) || behind.starts_with(')');
    (ends && date.as_ymd().is_some()).then_some((label, word, value))
}

/// `Ditetapkan Kepala UPT Puskesmas … NIP. …`, `Ditetapkan, Direktur dr. …, Sp.A`: the short label, an office and a person behind it.
pub(super) fn signs(text: &str) -> bool {
    if !text.starts_with(['D', 'd', 'P', 'p']) {
        return false;
    }
    let Some((word, rest)) = text.split_once([' ', ':', ',']) else { return false };
    let rest = rest.trim_start_matches([' ', ':', ',']);
    let says_who = || {
        let parts = person::signatory(rest);
        word.starts_with(char::is_uppercase)
            && parts.position.is_some()
            && person::is_titled(parts.name.unwrap_or_default())
    };
    labels::short(word) == Some(Label::Signatory) && is_office(rest) && (person::nip(rest).is_some() || says_who())
}

/// `berlaku sejak tanggal ditetapkan` has no label.
fn is_of_sentence(lead: &str, initial: u8) -> bool {
    let before = lead.split_whitespace().next_back().unwrap_or("");
    // `Keputusan ini berlaku sejak …`; `direvisi tanggal -, berlaku tanggal …` lists dates.
    if initial == b'b' {
        return !before.ends_with(STOPS);
    }
    initial.is_ascii_lowercase() && labels::BEFORE_A_DATE.iter().any(|word| word.eq_ignore_ascii_case(before))
}

/// A date stands at the start.
pub(super) fn begins_date(text: &str) -> bool {
    date::find(text).is_some_and(|(_, found)| text.starts_with(found))
}
