//! Pages that a viewer wrote out as one line each, all ends of lines lost: cut again where a label, a heading, an item of a list,
//! the header of the table or a step begins.

mod front;
mod table;

use super::Line;
use crate::grammar::offset_in;
use crate::source::Span;
use front::Front;
use table::{header, steps};

/// A shorter line is one.
const SHORTEST: usize = 240;

/// Fewer labels and headings in a line are words of a sentence.
const FEWEST_NAMES: usize = 4;

/// The lines, those parted that hold a page each.
pub(super) fn part(text: &str, lines: Vec<Line>) -> Vec<Line> {
    if lines.iter().all(|line| line.span.len() < SHORTEST) {
        return lines;
    }
    let mut pages = 0;
    lines.into_iter().flat_map(|line| parts(text, line, &mut pages)).collect()
}

/// A line → its parts; `pages` counts those of lines that begin with the number of their page.
fn parts(text: &str, line: Line, pages: &mut u32) -> Vec<Line> {
    let raw = &text[line.span.start as usize..line.span.end as usize];
    let counts = |word: &str| word.parse() == Ok(*pages + 1);
    let numbered = raw.split_whitespace().next().is_some_and(counts);
    *pages += u32::from(numbered);
    if raw.len() < SHORTEST || raw.contains(['\t', '|', '<']) {
        return vec![line];
    }
    let words: Vec<&str> = raw.split_whitespace().collect();
    let Some(mut cuts) = cuts(&words) else { return vec![line] };
    // The number of the page is no line: it would be the number of a step.
    let first = usize::from(numbered);
    cuts.push(first);
    cuts.sort_unstable();
    cuts.dedup();
    cuts.retain(|cut| (first..words.len()).contains(cut));
    let offsets: Vec<usize> = cuts.iter().map(|cut| offset_in(raw, words[*cut])).chain([raw.len()]).collect();
    let start = line.span.start as usize;
    let part = |(at, pair): (usize, &[usize])| Line {
        span: Span::new(start + pair[0], start + pair[0] + raw[pair[0]..pair[1]].trim_end().len()),
        page_start: at == 0 && line.page_start,
        is_heading: false,
    };
    offsets.windows(2).enumerate().map(part).collect()
}

/// The words with which lines begin; `None` where these are not those of a page.
fn cuts(words: &[&str]) -> Option<Vec<usize>> {
    let header = header(words);
    let front = Front::of(&words[..header.map_or(words.len(), |it| it.0)]);
    if front.names < FEWEST_NAMES && header.is_none() {
        return None;
    }
    let mut cuts = front.cuts;
    if let Some((start, end)) = header {
        cuts.extend([start, end]);
        cuts.extend(steps(words, end));
    }
    Some(cuts)
}

/// Longest label or name of a column, in words.
const LONGEST_NAME: usize = 5;

/// `2.`: the number of an item.
fn item_number(word: &str) -> Option<u32> {
    let number = word.strip_suffix(['.', ')', ','])?;
    number.parse::<u32>().ok().filter(|value| (1..100).contains(value) && !number.starts_with(['0', '+']))
}

#[cfg(test)]
mod tests {
    use crate::read::text::cells;

    #[test]
    fn a_page_in_one_line_is_cut_where_something_begins() {
        let front = "1 DINAS PERTANIAN NOMOR SOP 065/12/2018 TGL. PEMBUATAN 3 Januari 2018 TGL. REVISI TGL. EFEKTIF 15 Januari 2018 \
                     NAMA SOP PENGELOLAAN SURAT DASAR HUKUM KUALIFIKASI PELAKSANA 1. Undang-Undang Nomor 43 Tahun 2009 \
                     2. Peraturan Bupati Nomor 17 Tahun 2016 1. Memahami tata naskah dinas PERINGATAN Surat dapat hilang";
        let expected = [
            "DINAS PERTANIAN",
            "NOMOR SOP 065/12/2018",
            "TGL. PEMBUATAN 3 Januari 2018",
            "TGL. REVISI",
            "TGL. EFEKTIF 15 Januari 2018",
            "NAMA SOP PENGELOLAAN SURAT",
            "DASAR HUKUM KUALIFIKASI PELAKSANA",
            "1. Undang-Undang Nomor 43 Tahun 2009",
            "2. Peraturan Bupati Nomor 17 Tahun 2016",
            "1. Memahami tata naskah dinas",
            "PERINGATAN",
            "Surat dapat hilang",
        ];
        assert_eq!(cells(front).concat(), expected);
    }

    #[test]
    fn a_long_line_without_labels_stays_whole() {
        let line = "Surat masuk dicatat oleh petugas. ".repeat(12);
        assert_eq!(cells(line.trim()).len(), 1);
    }
}
