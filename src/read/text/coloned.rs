//! Labels whose colon and value stand in lines of their own, `Nomor SOP`, `:`, `065/2020`, as a PDF library writes the cells of an
//! identity block → lines of label, colon and value.

use super::lines::Line;
use super::{Block, Cutter};
use crate::document::{Row, Text};
use crate::vocabulary::{labels, sections};

/// Lines before and behind a colon in which others are counted.
const WINDOW: usize = 32;

/// A colon and a value stand at most so many lines below.
const FARTHEST: usize = 3;

/// Fewer such labels with a value right below are no such block: of labels printed first only the last has one.
const FEWEST: usize = 3;

impl Cutter<'_> {
    /// The label, colon and value that begin with this line.
    pub(super) fn coloned(&mut self, lines: &[Line], at: usize) -> Option<Block> {
        let source = self.source;
        let line = |at: usize| lines.get(at).map_or("", |line| source.slice(line.span).trim());
        // Paragraphs may be set off by blank lines.
        let below = |at: usize| (at + 1..at + 1 + FARTHEST).find(|at| !line(*at).is_empty());
        let colon = |at: usize| below(at).filter(|below| line(*below) == ":" && labels::whole(line(at)).is_some());
        let value = |colon: usize| {
            below(colon).filter(|at| {
                let value = line(*at);
                let heading = || sections::whole(value.trim_end_matches(':'));
                value != ":" && labels::whole(value).is_none() && heading().is_none()
            })
        };
        let colon_here = colon(at)?;
        let around = at.saturating_sub(WINDOW)..(at + WINDOW).min(lines.len());
        if around.filter(|at| colon(*at).and_then(value).is_some()).count() < FEWEST {
            return None;
        }
        let end = value(colon_here).unwrap_or(colon_here) + 1;
        let mut whole = Text::default();
        for line in lines[at..end].iter().filter(|it| !source.slice(it.span).trim().is_empty()) {
            let text = self.clean(line.span);
            whole.join(' ', &text);
        }
        Some((vec![Row::line(whole)], end))
    }
}

#[cfg(test)]
mod tests {
    use super::super::cells;

    #[test]
    fn a_colon_in_a_line_of_its_own_parts_label_and_value() {
        let text =
            "Nomor SOP\n:\n7/A\nTanggal Pembuatan\n:\n1 Mei 2020\nTanggal Revisi\n:\nTanggal Efektif\n:\n4 Mei 2020\n";
        let wanted =
            ["Nomor SOP : 7/A", "Tanggal Pembuatan : 1 Mei 2020", "Tanggal Revisi :", "Tanggal Efektif : 4 Mei 2020"];
        assert_eq!(cells(text), wanted.map(|line| [line]));
    }

    #[test]
    fn labels_printed_first_take_no_value_of_another() {
        let text = "Nomor SOP\n:\nTanggal Revisi\n:\nNama SOP\n:\n7/A\n";
        assert_eq!(cells(text).len(), 7);
    }
}
