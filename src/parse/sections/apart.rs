//! Headings of sections printed together, and their lists behind the values of the identity block, as the content of some PDF files is
//! ordered: the lists go to the headings.

use super::marks::list_number;
use crate::grammar::citation::is_citation_start;
use crate::parse::lines::{Free, Line, Lines};

/// Fewer empty sections do not wait for their lists.
const FEWEST: usize = 4;

/// Gives the lists among the free lines to the headings that wait for them.
pub(in crate::parse) fn fill(lines: &mut Lines) {
    if lines.blocks.iter().any(|block| !block.is_bare()) {
        return;
    }
    let Some(block) = lines.blocks.last_mut().filter(|block| block.sections.len() >= FEWEST) else { return };
    let headed = block.sections.last().map_or(0, |section| section.heading.whole().end);
    let may_hold = |line: &Free| !line.after_table && !line.in_table && line.text.whole().start >= headed;
    let opens = |line: &Free| {
        let text = line.text.as_str();
        may_hold(line) && (list_number(text) == Some(1) || is_citation_start(text))
    };
    let Some(start) = lines.free.iter().position(opens) else { return };
    let end = start + lines.free[start..].iter().take_while(|line| may_hold(line)).count();
    for line in lines.free.drain(start..end) {
        block.loose(Line { text: line.text, after_blank: line.after_blank, column: 0 });
    }
}
