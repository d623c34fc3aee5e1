//! A list of regulations above all headings: Dasar Hukum, whose own heading is lost; lists behind it belong to the sections between
//! it and the first heading.

use super::Block;
use super::marks::list_number;
use crate::document::{Layout, Text};
use crate::grammar::citation::is_citation_start;
use crate::model::{Path, SectionKind};
use crate::parse::draft::Draft;
use crate::parse::lines::{Free, Line, Lines, Sectioned};
use crate::source::Span;

/// Takes the list out of the free lines into a block of its own before the others.
pub(in crate::parse) fn head(draft: &mut Draft, lines: &mut Lines) {
    let kinds = || lines.blocks.iter().flat_map(|block| &block.sections).filter_map(|section| section.kind);
    if kinds().any(|kind| kind == SectionKind::LegalBasis) {
        return;
    }
    let first = lines.blocks.iter().flat_map(|block| &block.sections).next();
    let Some((heading, kind)) = first.and_then(|first| Some((first.heading.whole().start, first.kind?))) else {
        return;
    };
    let is_above = |line: &Free| line.after_label && !line.after_table && line.text.whole().start < heading;
    let begins = |line: &Free| is_above(line) && number(line) == Some(1) && is_citation_start(line.text.as_str());
    let Some(start) = lines.free.iter().position(begins) else { return };
    let end = start + lines.free[start..].iter().take_while(|line| is_above(line)).count();
    let starts: Vec<usize> = (start..end).filter(|at| number(&lines.free[*at]) == Some(1)).collect();
    let own_end = starts.get(1).copied().unwrap_or(end);
    let cites = |line: &Free| number(line).is_none() || is_citation_start(line.text.as_str());
    if !lines.free[start..own_end].iter().all(cites) {
        return;
    }
    let between = |it: &SectionKind| *it > SectionKind::LegalBasis && *it < kind && !kinds().any(|known| known == *it);
    let lost = SectionKind::ALL.iter().filter(|it| between(it)).count();
    let end = if starts.len() == lost + 1 { end } else { own_end };
    let taken: Vec<Free> = lines.free.drain(start..end).collect();
    let whole = taken[..own_end - start].iter().map(|line| line.text.whole()).reduce(Span::to);
    draft.repaired(Path::section(SectionKind::LegalBasis), "judul bagian hilang; butir-butirnya peraturan", whole);
    let mut block = Block::default();
    let section = Sectioned {
        kind: Some(SectionKind::LegalBasis),
        heading: Text::default(),
        lines: Vec::new(),
        dealt: None,
        doubtful: false,
    };
    block.head(section, (taken.first().map_or(0, |line| line.row), 0), Layout::Plain);
    for (at, line) in taken.into_iter().enumerate() {
        let after_blank = line.after_blank || starts.contains(&(start + at));
        block.item(Line { text: line.text, after_blank, column: 0 });
    }
    lines.blocks.insert(0, block);
}

fn number(line: &Free) -> Option<u32> {
    list_number(line.text.as_str())
}
