//! The edits of a fix → what a person reads of them: whole words before and after, where the edit itself has only the letters that
//! change.

use crate::diagnostic::Edit;
use crate::plain::plain;
use std::ops::Range;

/// The most letters of a text that are shown; of longer ones the middle is left out.
const LONGEST: usize = 60;

/// How far around an edit, in bytes, words are looked for.
const WINDOW: usize = 120;

/// A word or number of fewer letters says too little alone: the word before it is shown with it.
const SHORTEST: usize = 3;

/// A stretch of one line before and after the edits in it; nothing after where whole lines go.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Shown {
    pub before: String,
    pub after: Option<String>,
}

/// What the edits change, each once; none where they change the lines themselves.
pub(super) fn shown(edits: &[Edit], text: &str) -> Option<Vec<Shown>> {
    let mut sorted: Vec<&Edit> = edits.iter().collect();
    sorted.sort_by_key(|edit| edit.span);
    let mut stretches: Vec<(Range<usize>, Vec<&Edit>)> = Vec::new();
    for edit in sorted {
        let range = widened(text, edit);
        match stretches.last_mut() {
            Some((last, edits)) if range.start < last.end => {
                last.end = last.end.max(range.end);
                edits.push(edit);
            }
            _ => stretches.push((range, vec![edit])),
        }
    }
    let mut all = Vec::new();
    for (range, edits) in stretches {
        let it = of_stretch(text, range, &edits)?;
        if !all.contains(&it) {
            all.push(it);
        }
    }
    Some(all)
}

fn of_stretch(text: &str, range: Range<usize>, edits: &[&Edit]) -> Option<Shown> {
    let before = text.get(range.clone())?;
    let mut after = String::new();
    let mut at = range.start;
    for edit in edits {
        let own = edit.span.range();
        after.push_str(text.get(at..own.start)?);
        after.push_str(&edit.text);
        at = own.end;
    }
    after.push_str(text.get(at..range.end)?);
    let is_of_lines = |text: &str| text.trim().contains('\n');
    if is_of_lines(before) || is_of_lines(&after) {
        return None;
    }
    let after = Some(cut(&after)).filter(|it| !it.is_empty());
    Some(Shown { before: cut(before), after })
}

/// The edit with the rest of the words it begins and ends in. Where it says little of itself, with the words beside it.
fn widened(text: &str, edit: &Edit) -> Range<usize> {
    let Range { start, end } = edit.span.range();
    let (Some(old), Some(above), Some(below)) = (text.get(start..end), text.get(..start), text.get(end..)) else {
        return start..end;
    };
    let left = &above[above.floor_char_boundary(above.len().saturating_sub(WINDOW))..];
    let left = left.rsplit('\n').next().unwrap_or_default();
    let right = &below[..below.floor_char_boundary(WINDOW)];
    let right = right.split('\n').next().unwrap_or_default();
    let is_whole_line = left.trim().is_empty() && (old.ends_with('\n') || right.trim().is_empty());
    if is_whole_line && edit.text.trim().is_empty() {
        return start..end;
    }
    let is_little = |text: &str| text.chars().filter(|it| it.is_alphanumeric()).count() < SHORTEST;
    let is_bare = old.trim().is_empty() || edit.text.trim().is_empty();
    let is_cut = |inner: Option<char>| inner.is_none_or(char::is_alphanumeric);
    let first = [old, &edit.text].map(|it| it.chars().next());
    let last = [old, &edit.text].map(|it| it.chars().next_back());
    let mut from = if first.into_iter().any(is_cut) { word_start(left, left.len()) } else { left.len() };
    let mut to = if last.into_iter().any(is_cut) { word_end(right, 0) } else { 0 };
    let is_short = |inner: &str| is_little(&[&left[from..], inner, &right[..to]].concat());
    let (is_start, is_end) = (from == left.len(), to == 0);
    if is_start && (is_bare || is_short(old) || is_short(&edit.text)) {
        from = word_before(left, from);
    }
    if is_end && is_bare {
        to = word_after(right);
    }
    start - (left.len() - from)..end + to
}

/// Where the word begins that ends there.
fn word_start(text: &str, end: usize) -> usize {
    text[..end].trim_end_matches(char::is_alphanumeric).len()
}

/// Where the word ends that goes on there.
fn word_end(text: &str, start: usize) -> usize {
    text.len() - text[start..].trim_start_matches(char::is_alphanumeric).len()
}

/// Where the last whole word before there begins; there itself where no word stands before.
fn word_before(text: &str, end: usize) -> usize {
    let said = text[..end].trim_end_matches(|it: char| !it.is_alphanumeric());
    if said.is_empty() { end } else { word_start(said, said.len()) }
}

/// Where the first word ends; at the start where there is none.
fn word_after(text: &str) -> usize {
    let start = text.len() - text.trim_start_matches(|it: char| !it.is_alphanumeric()).len();
    if start == text.len() { 0 } else { word_end(text, start) }
}

/// In one line; of what is too long the first and the last words.
fn cut(text: &str) -> String {
    let text = plain(text.trim());
    let letters: Vec<char> = text.chars().collect();
    if letters.len() <= LONGEST {
        return text.into_owned();
    }
    let half = LONGEST / 2;
    let head: String = letters[..half].iter().collect();
    let tail: String = letters[letters.len() - half..].iter().collect();
    let head = head.rsplit_once(' ').map_or(head.as_str(), |(words, _)| words);
    let tail = tail.split_once(' ').map_or(tail.as_str(), |(_, words)| words);
    format!("{head} … {tail}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    /// Edits are written as `[old>new]` in the text.
    #[track_caller]
    fn case(marked: &str, expected: &[(&str, &str)]) {
        let (mut text, mut edits) = (String::new(), Vec::new());
        for part in marked.split('[') {
            let Some((edit, rest)) = part.split_once(']') else {
                text.push_str(part);
                continue;
            };
            let (old, new) = edit.split_once('>').unwrap();
            let start = text.len();
            text.push_str(old);
            let (start, end) = (u32::try_from(start).unwrap(), u32::try_from(text.len()).unwrap());
            edits.push(Edit { span: Span { start, end }, text: new.to_owned() });
            text.push_str(rest);
        }
        let all = shown(&edits, &text).unwrap_or_default();
        let all: Vec<(&str, &str)> =
            all.iter().map(|it| (it.before.as_str(), it.after.as_deref().unwrap_or("✗"))).collect();
        assert_eq!(all, expected);
    }

    #[test]
    fn whole_words_are_shown() {
        case("nama: P[rosedur p>]enyelenggaraan monitoring", &[("Prosedur penyelenggaraan", "Penyelenggaraan")]);
        case("nip: \"1970[O>0]1011995031001\"", &[("1970O1011995031001", "197001011995031001")]);
        case("uraian: [Surat dicat>Mencatat sur]at di buku", &[("Surat dicatat", "Mencatat surat")]);
        case("output: [Konsep>Draft] MONEV", &[("Konsep", "Draft")]);
        case("pelaksana: sekc[>a]m", &[("sekcm", "sekcam")]);
    }

    #[test]
    fn what_says_little_is_shown_with_its_neighbours() {
        case("surat dan[ dan>] berkas", &[("dan dan berkas", "dan berkas")]);
        case("Tahun 2014 [>tentang ]Pemerintahan Daerah", &[("2014 Pemerintahan", "2014 tentang Pemerintahan")]);
        case("  - nomor: [2>3]\n", &[("nomor: 2", "nomor: 3")]);
        case("[2>3]", &[("2", "3")]);
    }

    #[test]
    fn edits_that_touch_are_shown_as_one_and_the_same_once() {
        case("Pe[nyusun>laksana]an Mo[>n]ev", &[("Penyusunan", "Pelaksanaan"), ("Moev", "Monev")]);
        case("dra[b>f]a[d>t]a", &[("drabada", "drafata")]);
        case("Draf[t>] lama\nDraf[t>] lama", &[("Draft lama", "Draf lama")]);
    }

    #[test]
    fn lines_go_and_long_ones_are_cut_in_the_middle() {
        case("a\n[  - {id: camat, nama: Camat}\n>]b", &[("- {id: camat, nama: Camat}", "✗")]);
        let long = "kata ".repeat(20);
        case(&format!("[{long}>Baru]"), &[("kata kata kata kata kata kata … kata kata kata kata kata kata", "Baru")]);
    }
}
