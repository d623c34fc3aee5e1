//! A wide sheet printed over several pages side by side → one page again: the right part of its rows stands on a page of its
//! own, at the same heights.
//!
//! What lies beside what is told by the tops of rows and by words that only one of two parts can have; where that does not
//! settle it, pages stay apart.

mod leaf;
mod seam;

use crate::document::{AsideKind, Document, Layout, Row};
use crate::grammar::step_number::step_number;
use crate::source::{Frame, Source, Span, Spot};
use crate::vocabulary::columns::{Header, header};
use crate::vocabulary::{labels, sections};
use leaf::{Head, Leaf};
use seam::{NEAR, Pair, pairs};
use std::collections::BTreeMap;

/// So many pages before it may the left part of a page stand.
const LOOK_BACK: usize = 40;
/// Fewest rows of a table that tell that it lies beside another.
const FEWEST_ROWS: usize = 3;
/// A part may have so many rows more or fewer: where one merges rows of the header, the other need not.
const MOST_UNEVEN: usize = 2;
/// Rows that a header may take up.
const HEADER_ROWS: usize = 4;
/// Copies of one text on two pages stand no further apart in height: with other texts in its line a copy may be some lower.
const SAME_LINE: f32 = 3.0;
/// Texts at one height that are looked at.
const MOST_BESIDE: usize = 64;
/// A gap of more than this share of its height parts words.
const BLANK: f32 = 0.12;
/// Edges of columns that are the same differ by no more.
const SAME_EDGE: f32 = 3.0;

/// Puts pages back beside those whose right part they are, and takes out the asides that are text of the page beside.
pub(super) fn join(source: &Source, document: &mut Document) {
    if document.pages.len() < 2 {
        return;
    }
    let Some(mut leaves) = leaf::cut(document) else { return };
    find_heads(source, document, &mut leaves);
    for (at, left) in places(&leaves).into_iter().enumerate() {
        let Some(left) = left else { continue };
        let Some(right) = leaves[at].take() else { continue };
        match &mut leaves[left] {
            Some(left) if right.grids.is_empty() => seam::join_lines(left, right),
            Some(left) => seam::join_grids(left, right),
            None => leaves[at] = Some(right),
        }
    }
    leaf::bind(document, leaves);
    drop_told_beside(source, document);
}

/// The page whose right part each page is.
fn places(leaves: &[Option<Leaf>]) -> Vec<Option<usize>> {
    let mut uses = vec![0_usize; leaves.len()];
    let mut found: Vec<Option<(usize, Vec<usize>)>> = Vec::with_capacity(leaves.len());
    for (at, leaf) in leaves.iter().enumerate() {
        let is_part = |right: &&Leaf| is_grid_part(right) || is_line_part(right) || has_rests(right);
        let place = leaf.as_ref().filter(is_part).and_then(|right| {
            let fits = |left: &usize| {
                let part = leaves[*left].as_ref().filter(|_| found[*left].is_none());
                part.is_some_and(|left| grid_fits(left, right) || lines_fit(left, right))
            };
            let fitting: Vec<usize> = (at.saturating_sub(LOOK_BACK)..at).filter(fits).collect();
            let least = *fitting.iter().min_by_key(|left| uses[**left])?;
            uses[least] += 1;
            Some((least, fitting))
        });
        found.push(place);
    }
    // Of pages that look alike each must have got as much as the others; else it is not known which one lacks its part.
    let is_sure = |left: usize, fitting: &[usize]| fitting.iter().all(|other| uses[*other] == uses[left]);
    found
        .iter()
        .map(|it| it.as_ref().filter(|(left, fitting)| is_sure(*left, fitting)).map(|(left, _)| *left))
        .collect()
}

/// One table that begins with neither numbers nor work.
fn is_grid_part(leaf: &Leaf) -> bool {
    let [grid] = leaf.grids.as_slice() else { return false };
    if grid.rows.len() != leaf.rows.len() || leaf.rows.len() < FEWEST_ROWS || grid.edges.len() < 2 {
        return false;
    }
    let head = || leaf.rows.iter().take(HEADER_ROWS);
    let begins = |row: &Row| row.texts().any(|text| matches!(header(text), Some(Header::Number | Header::Activity)));
    let first = |row: &Row| row.cells.first().map_or("", |cell| cell.text.as_str()).to_owned();
    let is_named = head().any(|row| header(&first(row)).is_some());
    let is_counted = !is_named && leaf.rows.iter().any(|row| step_number(&first(row)).is_some());
    leaf.rows.iter().all(|row| row.extent.is_some()) && !head().any(begins) && !is_counted
}

/// The rows of a table stand at the heights of the rows of tables on the other page, and say something else.
fn grid_fits(left: &Leaf, right: &Leaf) -> bool {
    let [grid] = right.grids.as_slice() else { return false };
    let count: usize = left.grids.iter().map(|grid| grid.rows.len()).sum();
    if count.abs_diff(right.rows.len()) > MOST_UNEVEN || !left.is_as_large_as(right) {
        return false;
    }
    let is_named = right.rows[0].texts().any(|text| header(text).is_some());
    if left.grids.iter().any(|it| has_edges_of(&it.edges, &grid.edges, is_named)) {
        return false;
    }
    let (mut matched, mut filled, mut repeated) = (0, 0, 0);
    let mut above: Option<usize> = None;
    for Pair { left: one, right: other } in pairs(&left.rows, &right.rows) {
        match (one, other) {
            (Some(one), Some(other)) if left.grid_of(one).is_some() => {
                let row = &right.rows[other];
                matched += 1;
                if let Some(first) = row.texts().next() {
                    filled += 1;
                    repeated += usize::from(left.rows[one].texts().any(|text| text == first));
                }
            }
            (Some(_), Some(_)) => return false,
            (None, Some(other)) => {
                let within = above.filter(|it| left.grid_of(*it).is_some()).and_then(|it| left.rows[it].extent);
                let top = right.rows[other].extent.map(|it| it.0);
                if !within.zip(top).is_some_and(|(within, top)| top < within.1 - NEAR) {
                    return false;
                }
            }
            _ => {}
        }
        above = one.or(above);
    }
    let rows = right.rows.len();
    let is_enough = if is_named { matched * 5 >= rows * 4 } else { matched == rows };
    is_enough && rows - matched <= MOST_UNEVEN && filled > 0 && repeated * 2 < filled
}

/// The same columns again: the rest of a table, no part beside it. Without a header the borders of the whole tell as much.
fn has_edges_of(one: &[f32], other: &[f32], is_named: bool) -> bool {
    let near = |(one, other): (&f32, &f32)| (one - other).abs() <= SAME_EDGE;
    let is_same = one.len() == other.len() && one.iter().zip(other).all(near);
    let ends = one.first().zip(other.first()).is_some_and(near) && one.last().zip(other.last()).is_some_and(near);
    is_same || (ends && !is_named)
}

/// Lines without any label or heading.
fn is_line_part(leaf: &Leaf) -> bool {
    let is_plain = |row: &Row| row.layout != Layout::Cells && row.extent.is_some();
    let mut rows = leaf.rows.iter().filter(|row| !row.is_blank()).peekable();
    leaf.grids.is_empty() && rows.peek().is_some() && rows.all(|row| is_plain(row) && !row.texts().any(is_labelled))
}

/// Two or more labels that end their rows have their values at the same heights of the other page.
fn lines_fit(left: &Leaf, right: &Leaf) -> bool {
    let is_line = |row: &Row| row.is_blank() || (row.layout != Layout::Cells && row.extent.is_some());
    if !left.grids.is_empty()
        || !right.grids.is_empty()
        || !left.is_as_large_as(right)
        || !left.rows.iter().all(is_line)
    {
        return false;
    }
    let ends_bare = |row: &Row| row.filled().last().is_some_and(|cell| is_bare(cell.text.as_str()));
    let both = |pair: Pair| pair.left.zip(pair.right);
    let answers = |(one, other): &(usize, usize)| !right.rows[*other].is_blank() && ends_bare(&left.rows[*one]);
    let goes_on = |(one, other): &(usize, usize)| {
        let head = right.heads.get(*other).and_then(Option::as_ref);
        let texts = left.rows[*one].texts().last().zip(right.rows[*other].texts().next());
        head.zip(texts).is_some_and(|(head, (text, rest))| head.goes_on(text, rest).is_some())
    };
    let level: Vec<(usize, usize)> = pairs(&left.rows, &right.rows).into_iter().filter_map(both).collect();
    let answered = || level.iter().filter(|it| answers(it)).count() >= 2 && is_line_part(right);
    answered() || level.iter().filter(|it| goes_on(it)).count() >= FEWEST_RESTS
}

/// Fewer lines that go on from lines of another page may do so by chance.
const FEWEST_RESTS: usize = 2;

/// A page of lines of which some are the rests of lines that the edge of another page cuts.
fn has_rests(leaf: &Leaf) -> bool {
    leaf.grids.is_empty() && leaf.heads.iter().flatten().count() >= FEWEST_RESTS
}

/// A label of the identity block without a value.
fn is_bare(text: &str) -> bool {
    labels::whole(text.trim_end_matches([':', ' '])).is_some()
}

/// A label or a heading, with or without what belongs to it.
fn is_labelled(text: &str) -> bool {
    let head = text.split(':').next().unwrap_or(text);
    labels::whole(head).is_some() || sections::whole(head).is_some()
}

/// Gives each row the text that its first one goes on: the hidden one that ends where it begins.
fn find_heads(source: &Source, document: &Document, leaves: &mut [Option<Leaf>]) {
    let mut hidden: BTreeMap<u32, Vec<(Frame, &str)>> = BTreeMap::new();
    for span in document.asides.iter().filter(|it| it.kind == AsideKind::Hidden).filter_map(|it| it.span) {
        if let Some((page, frame)) = box_of(source, span) {
            hidden.entry(page).or_default().push((frame, source.slice(source.stretch(span.start))));
        }
    }
    for (page, mut texts) in hidden {
        texts.sort_by(|one, other| one.0.top.total_cmp(&other.0.top));
        let Some(Some(leaf)) = leaves.get_mut((page as usize).wrapping_sub(1)) else { continue };
        let head = |row: &Row| {
            let (_, own) = box_of(source, row.filled().next()?.text.whole())?;
            let first = texts.partition_point(|(frame, _)| frame.top < own.top - NEAR);
            let mut beside =
                texts[first..].iter().take(MOST_BESIDE).take_while(|(frame, _)| frame.top <= own.top + NEAR);
            let touches = |frame: &Frame| (-NEAR..own.height()).contains(&(own.left - frame.right));
            let (frame, text) = beside.find(|(frame, _)| touches(frame))?;
            let is_apart = own.left - frame.right > own.height() * BLANK;
            Some(Head { text: (*text).to_owned(), is_apart })
        };
        leaf.heads = leaf.rows.iter().map(head).collect();
    }
}

/// A text that is cut by the edge of a page is drawn on the page beside as well, where the rest of it is: it is no aside.
fn drop_told_beside(source: &Source, document: &mut Document) {
    if !document.asides.iter().any(|aside| aside.kind == AsideKind::Hidden) {
        return;
    }
    let mut seen: BTreeMap<&str, Vec<(f32, u32)>> = BTreeMap::new();
    for span in document.rows.iter().flat_map(Row::filled).flat_map(|cell| cell.text.stretches()) {
        if let Some((page, frame)) = box_of(source, span) {
            seen.entry(source.slice(source.stretch(span.start))).or_default().push((frame.top, page));
        }
    }
    seen.values_mut().for_each(|places| places.sort_by(|one, other| one.0.total_cmp(&other.0)));
    document.asides.retain(|aside| {
        let Some((span, (page, frame))) = aside.span.and_then(|span| Some((span, box_of(source, span)?))) else {
            return true;
        };
        let places = seen.get(source.slice(source.stretch(span.start))).map_or(&[][..], Vec::as_slice);
        let first = places.partition_point(|(top, _)| *top < frame.top - SAME_LINE);
        let mut level = places[first..].iter().take(MOST_BESIDE).take_while(|(top, _)| *top <= frame.top + SAME_LINE);
        aside.kind != AsideKind::Hidden || !level.any(|(_, other)| *other != page)
    });
}

fn box_of(source: &Source, span: Span) -> Option<(u32, Frame)> {
    match source.spot(span.start)?.spot() {
        Spot::Page { page, frame } => Some((page, frame)),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
