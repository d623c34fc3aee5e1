//! Labels whose colon and value stand in lines of their own, `Nomor SOP`, `:`, `065/2020`, as a PDF library writes the cells of an
//! identity block → lines of label, colon and value.

use super::lines::Line;
use super::{Block, Cutter};
use crate::document::{Row, Text};
use crate::vocabulary::{labels, sections};

/// Lines before and behind a colon in which others are counted.
const WINDOW: usize = 24;

/// Fewer such labels with a value right below are no such block: of labels printed first only the last has one.
const FEWEST: usize = 3;

impl Cutter<'_> {
    /// The label, colon and value that begin with this line.
    pub(super) fn coloned(&mut self, lines: &[Line], at: usize) -> Option<Block> {
        let source = self.source;
        let line = |at: usize| lines.get(at).map_or("", |line| source.slice(line.span).trim());
        let opens = |at: usize| line(at + 1) == ":" && labels::whole(line(at)).is_some();
        let has_value = |at: usize| {
            let value = line(at + 2);
            let is_name = || labels::whole(value).is_some() || sections::whole(value.trim_end_matches(':')).is_some();
            !value.is_empty() && value != ":" && !is_name()
        };
        if !opens(at) {
            return None;
        }
        let around = at.saturating_sub(WINDOW)..(at + WINDOW).min(lines.len());
        if around.filter(|at| opens(*at) && has_value(*at)).count() < FEWEST {
            return None;
        }
        let end = at + if has_value(at) { 3 } else { 2 };
        let mut whole = Text::default();
        for line in &lines[at..end] {
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
