//! Running heads and feet: lines that come again at the same height of another page, and page numbers at the edge.

use super::lines::Line;
use super::sheet::{Sheet, parts};
use crate::vocabulary::noise;
use std::collections::{BTreeMap, BTreeSet};

/// So much of the height of a page, above and below, is where heads and feet run.
const EDGE: f32 = 0.11;

/// On so many pages a line that comes on every one runs, and does not only stand twice.
const EVERY: usize = 3;

/// What comes again, and where.
#[derive(Debug, Default)]
pub(super) struct Furniture {
    /// By words and height: the page on which a line stands first, and the number of pages.
    again: BTreeMap<(String, i32), (u32, usize)>,
    /// Those that begin with what another line of their first page says: nothing is lost with them.
    echoes: BTreeSet<(String, i32)>,
    /// Height of each page.
    heights: Vec<f32>,
}

impl Furniture {
    /// Of all pages of a file.
    pub fn of(sheets: &[Sheet]) -> Self {
        let mut furniture = Self { heights: sheets.iter().map(|it| it.size.1).collect(), ..Self::default() };
        for (at, sheet) in sheets.iter().enumerate() {
            let height = sheet.size.1;
            let keys: BTreeSet<_> =
                sheet.lines.iter().filter(|line| is_at_edge(line, height)).map(|line| key(line, height)).collect();
            for key in keys {
                furniture.again.entry(key).or_insert((at as u32 + 1, 0)).1 += 1;
            }
        }
        furniture.echoes = furniture.echoes(sheets).collect();
        furniture
    }

    /// What comes again and repeats a line of the page on which it stands first.
    fn echoes<'s>(&'s self, sheets: &'s [Sheet]) -> impl Iterator<Item = (String, i32)> + 's {
        let runs = self.again.iter().filter(|(_, (_, count))| *count > 1);
        runs.filter_map(|(key, (first, _))| {
            let sheet = sheets.get(*first as usize - 1)?;
            let is_own = |line: &&Line| self::key(line, sheet.size.1) == *key;
            let said = parts(sheet.lines.iter().find(is_own)?).first()?.text();
            let in_tables = sheet.tables.iter().flat_map(|table| table.texts.iter().flatten());
            let mut others = sheet.lines.iter().filter(|line| !is_own(line)).chain(in_tables);
            others.any(|line| line.text() == said).then(|| key.clone())
        })
    }

    /// The line is a page number at the edge, was read on a page before, or is a running foot.
    pub fn holds(&self, page: u32, line: &Line) -> bool {
        let height = self.heights.get(page as usize - 1).copied().unwrap_or_default();
        if !is_at_edge(line, height) {
            return false;
        }
        let text = line.text();
        let (first, count) = self.again.get(&key(line, height)).copied().unwrap_or((page, 1));
        page > first
            || self.echoes.contains(&key(line, height))
            || noise::is_page_count(&text)
            || (noise::is_noise(&text) && text.bytes().any(|it| it.is_ascii_digit()) && text.len() < 24)
            || is_foot(line, height) && (is_counted(line) || count >= EVERY && count == self.heights.len())
            || count > 1 && is_counted(line)
    }
}

fn is_at_edge(line: &Line, height: f32) -> bool {
    line.frame().bottom < height * EDGE || is_foot(line, height)
}

fn is_foot(line: &Line, height: f32) -> bool {
    line.frame().top > height * (1.0 - EDGE)
}

/// `Nama SOP – Nomor`, and far beside it `halaman 1 dari 3`.
fn is_counted(line: &Line) -> bool {
    let parts = parts(line);
    let ends = [parts.first(), parts.last()];
    ends.iter().flatten().any(|part| noise::is_page_count(&part.text()))
}

/// The words without their figures, and how far from the edge they stand, which lies below for a foot.
fn key(line: &Line, height: f32) -> (String, i32) {
    let text = line.text().chars().filter(|it| !it.is_ascii_digit()).collect();
    let base = if is_foot(line, height) { line.base - height } else { line.base };
    (text, (base / 4.0).round() as i32)
}

#[cfg(test)]
mod tests {
    use super::super::ink::Direction;
    use super::super::lines::Word;
    use super::*;

    /// A page 600 points high with these lines, each with its base line; ` | ` is a wide gap.
    fn sheet(lines: &[(&str, f32)]) -> Sheet {
        let line = |(text, base): &(&str, f32)| {
            let mut from = 0.0;
            let words = text.split(' ').filter_map(|text| {
                let to = from + text.len() as f32 * 5.0;
                let word = Word { text: text.to_owned(), from, to };
                from = to + 3.0;
                (text != "|").then_some(word)
            });
            Line { words: words.collect(), direction: Direction::Right, base: *base, size: 6.0 }
        };
        Sheet { size: (800.0, 600.0), lines: lines.iter().map(line).collect(), ..Sheet::default() }
    }

    /// The lines that are left of each page.
    fn left(pages: &[&[(&str, f32)]]) -> Vec<Vec<String>> {
        let sheets: Vec<Sheet> = pages.iter().map(|page| sheet(page)).collect();
        let furniture = Furniture::of(&sheets);
        let kept = |(at, sheet): (usize, &Sheet)| {
            let kept = sheet.lines.iter().filter(|line| !furniture.holds(at as u32 + 1, line));
            kept.map(Line::text).collect()
        };
        sheets.iter().enumerate().map(kept).collect()
    }

    #[test]
    fn a_foot_that_counts_the_pages_is_furniture_on_the_first_too() {
        let one: &[(&str, f32)] =
            &[("2. Buku register", 420.0), ("Surat Masuk – 12/SOP/2024 | | halaman 1 dari 2", 580.0)];
        let two: &[(&str, f32)] = &[("Surat Masuk – 12/SOP/2024 | | halaman 2 dari 2", 580.0)];
        assert_eq!(left(&[one, two]), [vec!["2. Buku register".to_owned()], vec![]]);
        assert_eq!(left(&[one]), [["2. Buku register"]]);
    }

    #[test]
    fn what_stands_at_the_foot_of_one_page_is_text() {
        let sign: &[(&str, f32)] = &[("Melati Kusumadewi", 570.0), ("NIP. 19711109 199609 2 008", 580.0)];
        assert_eq!(left(&[&[("Surat Masuk", 30.0)], sign])[1].len(), 2);
        let halls: &[(&str, f32)] = &[("Surat Masuk, halaman 1 dari 2", 400.0)];
        assert_eq!(left(&[halls])[0].len(), 1);
    }

    #[test]
    fn a_head_that_the_page_says_itself_is_never_read() {
        let one: &[(&str, f32)] = &[
            ("DINAS SOSIAL | | SOP Surat Masuk", 30.0),
            ("PEMERINTAH KABUPATEN CONTOH", 80.0),
            ("DINAS SOSIAL", 95.0),
        ];
        let two: &[(&str, f32)] = &[("DINAS SOSIAL | | SOP Surat Masuk", 30.0)];
        assert_eq!(left(&[one, two])[0], ["PEMERINTAH KABUPATEN CONTOH", "DINAS SOSIAL"]);
    }

    #[test]
    fn a_head_is_read_once_and_a_foot_of_every_page_never() {
        let page: &[(&str, f32)] = &[("DINAS SOSIAL", 30.0), ("SOP Dinas Sosial", 580.0)];
        assert_eq!(left(&[page, page, page]), [vec!["DINAS SOSIAL".to_owned()], vec![], vec![]]);
    }
}
