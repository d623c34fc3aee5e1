//! A page without a header on which the columns of the actors have moved: which marks still tell whose they are.
//!
//! `pdftotext -layout` leaves out what no line of a page needs, so three empty columns and one look alike there. Between the
//! activity and what follows the actors a page keeps its width, or the places of its marks tell their order only.

use super::fit::{Band, Bands, Expected, is_mark, pitch};
use super::heading::Column;
use super::lines::Line;
use crate::vocabulary::columns::Header;

/// Whose the marks of a stretch are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Lanes {
    /// Of the columns that they are in.
    Told,
    /// As many places as actors: in their order.
    Ordered(Vec<Band>),
    /// Nothing tells.
    Lost,
}

/// How far of the distance between two actors a page may be out of step.
const OUT_OF_STEP: f32 = 0.5;

/// What became of the actors' columns since the page before, which had them where they are `expected`.
pub(super) fn lanes(lines: &[Line], bands: &Bands, columns: &[Column], expected: &[Option<Expected>]) -> Lanes {
    let is_lane = |at: &usize| matches!(columns[*at].kind, None | Some(Header::Actors));
    let all: Vec<usize> = (0..columns.len()).filter(is_lane).collect();
    let (Some(first), Some(last)) = (all.first(), all.last()) else { return Lanes::Told };
    let nearest = all.iter().map(|at| pitch(columns, expected)[*at]).fold(f32::INFINITY, f32::min);
    let left = bands.0.iter().rev().find(|band| band.column < *first);
    let right = bands.0.iter().find(|band| band.column > *last);
    let (Some(left), Some(right)) = (left, right) else { return Lanes::Told };
    let shift = |band: &Band| expected[band.column].map(|it| band.start as f32 - it.from as f32);
    let (Some(from), Some(to)) = (shift(left), shift(right)) else { return Lanes::Told };
    if (to - from).abs() <= nearest * OUT_OF_STEP {
        return Lanes::Told;
    }
    let places = places(lines, left.start..right.start);
    if places.len() != all.len() {
        return Lanes::Lost;
    }
    Lanes::Ordered(places.into_iter().zip(all).map(|(start, column)| Band { start, column }).collect())
}

/// Where marks begin between these columns of the page; neighbours by one letter are one place.
fn places(lines: &[Line], within: std::ops::Range<usize>) -> Vec<usize> {
    let cells = lines.iter().filter(|line| line.is_body()).flat_map(|line| &line.cells);
    let marks = cells.filter(|cell| within.contains(&cell.column) && is_mark(cell));
    let mut starts: Vec<usize> = marks.map(|cell| cell.column).collect();
    starts.sort_unstable();
    starts.dedup_by(|next, before| *next - *before <= 1);
    starts
}
