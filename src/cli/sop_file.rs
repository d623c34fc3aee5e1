//! What a file found in a folder is: an SOP of ours, a report on SOPs, or something else that only looks like either by its name.

use super::input::{USUAL, is_model};
use crate::model::SectionKind;
use crate::report;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// The keys of our own format beside the sections, at the beginning of a line or in quotes.
const KEYS: [&str; 6] = ["versi", "identitas", "pelaksana", "kegiatan", "konversi", "abaikan"];

/// So much of a file tells whether it is a report of ours.
const OPENING: u64 = 2 * 1024;

/// So much of it tells what it is, where it begins with blanks or its keys are looked for.
const HEAD: u64 = 64 * 1024;

/// The file may hold an SOP: something stands in it, it is no report of ours, and YAML or JSON has a key of our format. One that cannot be read counts as an
/// SOP, so that reading it says why.
pub(super) fn may_hold_sop(path: &Path) -> bool {
    let Ok(head) = head_of(path) else { return true };
    if head.trim_ascii().is_empty() {
        return false;
    }
    // Office files, and texts in other encodings, have zeros among their bytes.
    head.contains(&0) || begins_like_sop(&String::from_utf8_lossy(&head), path)
}

fn head_of(path: &Path) -> io::Result<Vec<u8>> {
    let mut file = File::open(path)?;
    let mut head = Vec::with_capacity(if is_model(path) { USUAL } else { OPENING as usize });
    file.by_ref().take(OPENING).read_to_end(&mut head)?;
    if is_model(path) || head.trim_ascii().is_empty() {
        file.take(HEAD - OPENING).read_to_end(&mut head)?;
    }
    Ok(head)
}

/// The same, told from the beginning of its text; the path only tells the format.
pub(super) fn begins_like_sop(head: &str, path: &Path) -> bool {
    // Other encodings have a zero in every other byte.
    let is_text = !head.contains('\0');
    !is_text || !report::is_report(head) && (!is_model(path) || has_key(head))
}

fn has_key(text: &str) -> bool {
    let sections = SectionKind::ALL.into_iter().map(SectionKind::key);
    let keys: Vec<&str> = KEYS.into_iter().chain(sections).collect();
    let names_key =
        |rest: &str| keys.iter().any(|key| rest.strip_prefix(key).is_some_and(|rest| rest.starts_with(':')));
    let in_yaml = |line: &str| names_key(line.trim_start_matches(['\u{feff}', '-', ' ', '{']));
    let in_json = |key: &&str| {
        let quoted = format!("\"{key}\"");
        text.match_indices(&quoted).any(|(at, _)| text[at + quoted.len()..].trim_start().starts_with(':'))
    };
    text.lines().any(in_yaml) || keys.iter().any(in_json)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_tell_our_format_from_others() {
        for text in
            ["versi: 1\n", "\u{feff}identitas:\n  nama: A", "- kegiatan: []", "[{\"versi\" : 1}]", "{kegiatan: []}"]
        {
            assert!(has_key(text), "{text}");
        }
        for text in
            ["site_name: Dokumen\nnav:\n", "{\"name\": \"situs\", \"version\": \"1\"}", "[{\"path\":\"kegiatan/3\"}]"]
        {
            assert!(!has_key(text), "{text}");
        }
    }
}
