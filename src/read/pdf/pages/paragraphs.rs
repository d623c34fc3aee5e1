//! Lines of one cell → its text: lines that only the width of the cell broke are joined, those that their author broke stay lines.

use super::lines::Line;
use crate::grammar::citation::begins_another;
use crate::grammar::enumeration::{Opening, begins_document, opening};
use crate::vocabulary::decision_wording::SENDING_BACK;
use crate::vocabulary::long_words::LONG_WORDS;
use crate::vocabulary::office_names::OFFICE_WORDS;
use crate::vocabulary::plain_words::SHORT_WORDS;
use crate::vocabulary::word_edges::{begins_in_word, ends_in_word};

/// What holds a line apart from the one above.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Break {
    /// The edge of the cell: one text goes on.
    Soft,
    /// The edge of a cell narrower than the word: it goes on.
    InWord,
    /// The author.
    Hard,
}

/// For each line after the first, what holds it apart from the one above; `width` is that of the cell, along the lines.
pub(super) fn breaks(lines: &[Line], width: f32) -> Vec<Break> {
    let pitch = pitch(lines);
    let margin = margin(lines, width);
    let mut open = text(&lines[..lines.len().min(1)]);
    let mut found = Vec::with_capacity(lines.len().saturating_sub(1));
    for pair in lines.windows(2) {
        let below = text(&pair[1..]);
        let edge = between(lines, found.len(), pitch, width - margin);
        let is_another = begins_document(&open, &below) || begins_another(&open, &below);
        let edge = if edge == Break::Soft && is_another { Break::Hard } else { edge };
        match edge {
            Break::Hard => open = below,
            Break::Soft | Break::InWord => open = format!("{open} {below}"),
        }
        found.push(edge);
    }
    found
}

fn text(lines: &[Line]) -> String {
    let words = lines.first().map_or(&[][..], |line| line.words.as_slice());
    words.iter().map(|word| word.text.as_str()).collect::<Vec<&str>>().join(" ")
}

/// The usual distance of base lines.
pub(super) fn pitch(lines: &[Line]) -> f32 {
    let mut steps: Vec<f32> = lines.windows(2).map(|pair| pair[1].base - pair[0].base).filter(|it| *it > 0.0).collect();
    steps.sort_by(f32::total_cmp);
    steps.get(steps.len() / 3).copied().unwrap_or(f32::MAX)
}

/// What a cell leaves free on both sides: what its widest line leaves, no more than programs set.
fn margin(lines: &[Line], width: f32) -> f32 {
    const USUAL: f32 = 11.0;
    let widest = lines.iter().map(|it| it.to() - it.from()).fold(0.0, f32::max);
    (width - widest).clamp(0.0, USUAL)
}

/// What holds the line behind `at` apart from that one.
fn between(lines: &[Line], at: usize, pitch: f32, room: f32) -> Break {
    let (above, below) = (&lines[at], &lines[at + 1]);
    let first = &below.words[0];
    let needed = above.to() - above.from() + above.size * 0.3 + first.to - first.from;
    let is_cut = above.is_cut() && first.text.starts_with(char::is_lowercase);
    match () {
        () if is_cut && !is_apart(above, below, pitch) => Break::InWord,
        () if is_apart(above, below, pitch) || needed < room * 0.97 => Break::Hard,
        () if is_in_word(lines, at) || is_torn(above, below, room) => Break::InWord,
        () => Break::Soft,
    }
}

/// A line that is no rest of the one above, however full that is: it stands far below, is turned, or begins an item.
pub(super) fn is_apart(above: &Line, below: &Line, pitch: f32) -> bool {
    let step = below.base - above.base;
    let is_far = step > pitch * 1.4 && step > above.size * 1.7;
    is_far || above.direction != below.direction || begins_item(below)
}

/// `PENGADMINISTRA`, `SI UMUM`; `dikemb`, `alikan`; `admi`, `nistra`, `si`: the only words of lines make a known word with the first
/// of the next, and none without it.
fn is_in_word(lines: &[Line], at: usize) -> bool {
    let is_known = |word: &str| [OFFICE_WORDS, LONG_WORDS, SENDING_BACK].iter().any(|words| words.contains(&word));
    (at.saturating_sub(MOST_PIECES - 2)..=at).any(|start| {
        let mut whole = String::new();
        for (offset, line) in lines[start..].iter().take(MOST_PIECES).enumerate() {
            whole.push_str(&line.words[0].text.to_lowercase());
            let is_whole = is_known(whole.trim_end_matches([',', '.', ';']));
            if is_whole || line.words.len() > 1 {
                return is_whole && start + offset > at;
            }
        }
        false
    })
}

/// Pieces of a word in lines of their own, at most.
const MOST_PIECES: usize = 4;

/// `Pemusta`, `ka`; `Dikembalik`, `an kepada`; `Peni`, `njau`; `pengg`, `anti`: the only word of a line fills it to the last letter,
/// and the next begins with letters that are no word, or that only the middle of a word has.
fn is_torn(above: &Line, below: &Line, room: f32) -> bool {
    let [head] = above.words.as_slice() else { return false };
    let rest = &below.words[0];
    let letters = rest.text.chars().count();
    let is_whole = |text: &str, is_letter: fn(char) -> bool| text.chars().all(is_letter);
    let is_small = is_whole(&rest.text, |it| it.is_ascii_lowercase());
    let is_rest = is_small && letters <= LONGEST_REST && !SHORT_WORDS.contains(&rest.text.as_str());
    let is_middle = || is_small && (begins_in_word(&rest.text) || ends_in_word(&head.text));
    let is_head = head.text.chars().count() >= SHORTEST_HEAD && is_whole(&head.text, char::is_alphabetic);
    let one_more = (rest.to - rest.from) / letters.max(1) as f32;
    is_head && head.to - head.from + one_more > room && (is_rest || is_middle())
}

/// Fewest letters of a word that is torn before the edge.
const SHORTEST_HEAD: usize = 3;

/// A longer rest may be a word.
const LONGEST_REST: usize = 3;

/// `1.`, `a)`, `-`, `•`: an item of a list begins.
fn begins_item(line: &Line) -> bool {
    let word = line.words[0].text.as_str();
    let is_mark = line.words.len() > 1 && Opening::of_word(word).is_some();
    is_mark || word.chars().nth(1).is_some() && matches!(opening(word), Some((Opening::Bullet, _)))
}

#[cfg(test)]
mod tests {
    use super::super::ink::Direction;
    use super::super::lines::Word;
    use super::*;

    #[test]
    fn another_regulation_begins_a_line_behind_one_that_is_cited_in_full() {
        let whole = "Peraturan Pemerintah Nomor 60 Tahun 2008 tentang Sistem Pengendalian Intern Pemerintah";
        let next = "Peraturan Pemerintah Nomor 12 Tahun 2017 tentang Pembinaan";
        let found = |above: &str| {
            let both = lines(&[above, next]);
            breaks(&both, both[0].to() + 5.0)
        };
        assert_eq!(found(whole), [Break::Hard]);
        for open in ["tentang Kas sebagaimana telah diubah dengan", "tentang Pelaksanaan", "tentang Perubahan Atas"] {
            let open = format!("Peraturan Pemerintah Nomor 60 Tahun 2008 {open}");
            assert_eq!(found(&open), [Break::Soft], "{open}");
        }
    }

    /// Lines of letters 5 points wide, 12 points apart.
    fn lines(texts: &[&str]) -> Vec<Line> {
        let line = |(index, text): (usize, &&str)| {
            let mut from = 0.0;
            let words = text.split(' ').map(|word| {
                let to = from + word.len() as f32 * 5.0;
                let found = Word { text: word.to_owned(), from, to };
                from = to + 3.0;
                found
            });
            Line { words: words.collect(), direction: Direction::Right, base: index as f32 * 12.0, size: 10.0 }
        };
        texts.iter().enumerate().map(line).collect()
    }

    #[test]
    fn a_line_that_had_room_for_the_next_word_was_ended_by_its_author() {
        let found = breaks(&lines(&["Menerima surat dan", "mencatat dalam buku", "agenda", "Surat"]), 108.0);
        assert_eq!(found, [Break::Soft, Break::Soft, Break::Hard]);
    }

    #[test]
    fn a_word_wider_than_its_cell_goes_on() {
        let found = breaks(&lines(&["lengkap", "dikemb", "alikan", "kepada", "calon"]), 36.0);
        assert_eq!(found, [Break::Soft, Break::InWord, Break::Soft, Break::Soft]);
        let found = breaks(&lines(&["Staf", "admi", "nistra", "si umum"]), 36.0);
        assert_eq!(found, [Break::Soft, Break::InWord, Break::InWord]);
    }

    #[test]
    fn letters_that_are_no_word_go_on_with_the_one_that_fills_its_line() {
        let found = breaks(&lines(&["Pemusta", "ka dan", "Petugas", "di", "Pe"]), 36.0);
        assert_eq!(found, [Break::InWord, Break::Soft, Break::Soft, Break::Hard]);
    }

    #[test]
    fn letters_that_only_the_middle_of_a_word_has_are_no_edge_of_one() {
        let found = breaks(&lines(&["Tim", "Peni", "njau"]), 22.0);
        assert_eq!(found, [Break::Soft, Break::InWord]);
        let found = breaks(&lines(&["Syahb", "andar", "kelas", "satu"]), 26.0);
        assert_eq!(found, [Break::InWord, Break::Soft, Break::Soft]);
    }

    #[test]
    fn items_of_lists_begin_lines() {
        let found = breaks(&lines(&["1. Surat masuk dari", "instansi lain", "2. Lembar disposisi"]), 100.0);
        assert_eq!(found, [Break::Soft, Break::Hard]);
    }

    #[test]
    fn another_document_begins_a_line_though_the_one_above_is_full() {
        let found = breaks(&lines(&["Surat pengantar desa", "Fotokopi KTP dan KK"]), 108.0);
        assert_eq!(found, [Break::Hard]);
    }
}
