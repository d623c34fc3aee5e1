//! Running heads and feet: lines that come again at the same height of another page, and page numbers at the edge.

use super::lines::Line;
use super::sheet::Sheet;
use crate::vocabulary::noise;
use std::collections::BTreeMap;

/// So much of the height of a page, above and below, is where heads and feet run.
const EDGE: f32 = 0.11;

/// What comes again, with the page on which it stands first.
#[derive(Debug, Default)]
pub(super) struct Furniture {
    first: BTreeMap<(String, i32), (u32, u32)>,
    /// Height of each page.
    heights: Vec<f32>,
}

impl Furniture {
    /// Of all pages of a file.
    pub fn of(sheets: &[Sheet]) -> Self {
        let mut furniture = Self { heights: sheets.iter().map(|it| it.size.1).collect(), ..Self::default() };
        for (at, sheet) in sheets.iter().enumerate() {
            let number = at as u32 + 1;
            for line in sheet.lines.iter().filter(|line| is_at_edge(line, sheet.size.1)) {
                let entry = furniture.first.entry(key(line)).or_insert((number, number));
                entry.1 = number;
            }
        }
        furniture
    }

    /// The line is a page number at the edge, or was read on a page before.
    pub fn holds(&self, page: u32, line: &Line) -> bool {
        let height = self.heights.get(page as usize - 1).copied().unwrap_or_default();
        if !is_at_edge(line, height) {
            return false;
        }
        let text = line.text();
        let again = self.first.get(&key(line)).is_some_and(|(first, last)| first < last && page > *first);
        again
            || noise::is_page_count(&text)
            || (noise::is_noise(&text) && text.bytes().any(|it| it.is_ascii_digit()) && text.len() < 24)
    }
}

fn is_at_edge(line: &Line, height: f32) -> bool {
    let frame = line.frame();
    frame.bottom < height * EDGE || frame.top > height * (1.0 - EDGE)
}

/// The words without their figures, and the height.
fn key(line: &Line) -> (String, i32) {
    let text = line.text().chars().filter(|it| !it.is_ascii_digit()).collect();
    (text, (line.base / 4.0).round() as i32)
}
