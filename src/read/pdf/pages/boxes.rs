//! Boxes that are cells or frames of tables, and the rules that they stand for.

use super::rules::{LEVEL, REACH, merged};
use super::traces::{Outline, Stroke, is_upright_box};
use crate::source::Frame;

/// Cells with borders of their own lie so far apart at most: the spacing that pages of the web have where none is said, and more.
const SPACING: f32 = 5.0;

/// Boxes beside one that are looked at: as many as a page has rows.
const MOST_BESIDE: usize = 400;

/// Cells of a page that are looked for within a frame.
const MOST_CELLS: usize = 2_000;

/// A frame around fewer cells may be a symbol.
const FEWEST_FRAMED: usize = 3;

/// The four edges of boxes that are cells or frames of tables; the other outlines stay. Coloured areas without a line around them
/// are cells where they stand beside one another at a table that has rules: its head.
pub(super) fn take(outlines: &mut Vec<Outline>, strokes: &mut Vec<Stroke>) {
    let is_box = |it: &Outline| (it.is_ringed || it.is_coloured) && is_upright_box(&it.points, it.frame);
    let boxes: Vec<usize> = (0..outlines.len()).filter(|at| is_box(&outlines[*at])).collect();
    let whole = merged(strokes);
    let mut edges: Vec<(Stroke, Option<usize>)> = whole.iter().map(|it| (*it, None)).collect();
    for at in &boxes {
        edges.extend(box_edges(outlines[*at].frame).map(|edge| (edge, Some(*at))));
    }
    edges.sort_by(|(a, _), (b, _)| a.is_level.cmp(&b.is_level).then(a.at.total_cmp(&b.at)));
    let mut shared = vec![0_usize; outlines.len()];
    let mut is_beside = vec![false; outlines.len()];
    for (index, (edge, owner)) in edges.iter().enumerate() {
        if let Some(owner) = owner
            && is_shared(&edges, index, edge, *owner, |_| true)
        {
            shared[*owner] += 1;
            is_beside[*owner] |= !edge.is_level;
        }
    }
    let coloured: Vec<bool> =
        (0..outlines.len()).map(|at| !outlines[at].is_ringed && shared[at] >= 2 && is_beside[at]).collect();
    let at_rules = at_rules(&edges, &coloured);
    let mut is_table = vec![false; outlines.len()];
    let spaced = Spaced::of(outlines, &boxes);
    for at in boxes {
        let Outline { frame, is_ringed, .. } = outlines[at];
        let is_cell = at_rules[at] || is_ringed && (shared[at] >= 2 || is_divided(frame, &whole));
        let cell = if is_cell { Some(frame) } else { spaced.cell(at, frame) };
        is_table[at] = cell.is_some() || is_ringed && spaced.is_frame(frame);
        strokes.extend(cell.into_iter().flat_map(box_edges));
    }
    let mut index = 0;
    outlines.retain(|_| {
        index += 1;
        !is_table[index - 1]
    });
}

/// The edges of a box.
fn box_edges(frame: Frame) -> [Stroke; 4] {
    let edge = |is_level: bool, at: f32, from: f32, to: f32| Stroke {
        is_level,
        at,
        from,
        to,
        is_dashed: false,
        is_seen: true,
    };
    [
        edge(true, frame.top, frame.left, frame.right),
        edge(true, frame.bottom, frame.left, frame.right),
        edge(false, frame.left, frame.top, frame.bottom),
        edge(false, frame.right, frame.top, frame.bottom),
    ]
}

/// Rows of a head that are coloured above one another.
const MOST_HEAD_ROWS: usize = 6;

/// Which of the coloured areas adjoin something that is none, or another that does.
fn at_rules(edges: &[(Stroke, Option<usize>)], coloured: &[bool]) -> Vec<bool> {
    let mut found = vec![false; coloured.len()];
    for _ in 0..MOST_HEAD_ROWS {
        let known = found.clone();
        for (index, (edge, owner)) in edges.iter().enumerate() {
            let Some(owner) = owner.filter(|owner| coloured[*owner] && !known[*owner]) else { continue };
            let counts = |other: Option<usize>| other.is_none_or(|other| !coloured[other] || known[other]);
            found[owner] |= edge.is_level && is_shared(edges, index, edge, owner, counts);
        }
        if found == known {
            break;
        }
    }
    found
}

/// Most of the edge is the edge of another box that counts, or runs along a stroke, which has no owner.
fn is_shared(
    edges: &[(Stroke, Option<usize>)],
    index: usize,
    edge: &Stroke,
    owner: usize,
    counts: impl Fn(Option<usize>) -> bool,
) -> bool {
    /// Neighbours in the order of edges that are looked at: as many as a page has columns or rows.
    const NEAR: usize = 80;
    let along = |(other, of): &&(Stroke, Option<usize>)| {
        let overlap = edge.to.min(other.to) - edge.from.max(other.from);
        let is_most =
            overlap >= 0.6 * (edge.to - edge.from) || of.is_some() && overlap >= 0.9 * (other.to - other.from);
        *of != Some(owner) && counts(*of) && other.is_level == edge.is_level && is_most
    };
    let is_near = |it: &&(Stroke, Option<usize>)| (it.0.at - edge.at).abs() <= LEVEL;
    let after = edges[index + 1..].iter().take(NEAR).take_while(is_near).any(|it| along(&it));
    after || edges[..index].iter().rev().take(NEAR).take_while(is_near).any(|it| along(&it))
}

/// A large box that a stroke crosses from edge to edge: the frame of a table.
fn is_divided(frame: Frame, strokes: &[Stroke]) -> bool {
    if frame.width() < 150.0 && frame.height() < 100.0 {
        return false;
    }
    let inside = |value: f32, low: f32, high: f32| low + 4.0 < value && value < high - 4.0;
    let near = |one: f32, other: f32| (one - other).abs() <= REACH;
    strokes.iter().any(|it| {
        let (across, along) = ((frame.top, frame.bottom), (frame.left, frame.right));
        let (across, along) = if it.is_level { (across, along) } else { (along, across) };
        inside(it.at, across.0, across.1) && near(it.from, along.0) && near(it.to, along.1)
    })
}

/// The cells of tables each of which has a border of its own, apart from those around it.
struct Spaced {
    /// For each outline how far it is from the one beside it and the one above or below; a cell has both.
    gaps: Vec<[Option<f32>; 2]>,
    /// The cells.
    frames: Vec<Frame>,
}

impl Spaced {
    fn of(outlines: &[Outline], boxes: &[usize]) -> Self {
        let mut gaps = vec![[None; 2]; outlines.len()];
        let ringed: Vec<(usize, Frame)> =
            boxes.iter().filter(|at| outlines[**at].is_ringed).map(|at| (*at, outlines[*at].frame)).collect();
        let across: Sides = |frame| (frame.left, frame.right, frame.top, frame.bottom);
        let down: Sides = |frame| (frame.top, frame.bottom, frame.left, frame.right);
        for (way, sides) in [across, down].into_iter().enumerate() {
            for (one, other, gap) in facing(&ringed, sides) {
                gaps[one][way] = Some(gap);
                gaps[other][way] = Some(gap);
            }
        }
        let is_cell = |(at, _): &&(usize, Frame)| matches!(gaps[*at], [Some(_), Some(_)]);
        let frames = ringed.iter().filter(is_cell).map(|(_, frame)| *frame).take(MOST_CELLS).collect();
        Self { gaps, frames }
    }

    /// The cell with its half of the spaces around it.
    fn cell(&self, at: usize, frame: Frame) -> Option<Frame> {
        let [Some(across), Some(down)] = self.gaps[at] else { return None };
        let (across, down) = (across / 2.0, down / 2.0);
        Some(Frame {
            left: frame.left - across,
            top: frame.top - down,
            right: frame.right + across,
            bottom: frame.bottom + down,
        })
    }

    /// It runs around such cells.
    fn is_frame(&self, frame: Frame) -> bool {
        self.frames
            .iter()
            .filter(|cell| frame.contains(cell.centre()) && frame.width() > cell.width())
            .take(FEWEST_FRAMED)
            .count()
            == FEWEST_FRAMED
    }
}

/// Of a box the side that faces back, the one that faces on, and where both begin and end.
type Sides = fn(Frame) -> (f32, f32, f32, f32);

/// The pairs of boxes of which one begins a little behind the end of the other, with most of their sides facing, and how far.
fn facing(boxes: &[(usize, Frame)], sides: Sides) -> Vec<(usize, usize, f32)> {
    let mut starts: Vec<(f32, f32, f32, usize)> = boxes
        .iter()
        .map(|(at, frame)| {
            let (start, _, from, to) = sides(*frame);
            (start, from, to, *at)
        })
        .collect();
    starts.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let mut pairs = Vec::new();
    for (at, frame) in boxes {
        let (_, end, from, to) = sides(*frame);
        let first = starts.partition_point(|it| it.0 <= end + LEVEL);
        let behind = starts[first..].iter().take(MOST_BESIDE).take_while(|it| it.0 <= end + SPACING);
        let faces = |it: &&(f32, f32, f32, usize)| to.min(it.2) - from.max(it.1) >= 0.6 * (to - from).min(it.2 - it.1);
        pairs.extend(behind.filter(faces).map(|it| (*at, it.3, it.0 - end)));
    }
    pairs
}
