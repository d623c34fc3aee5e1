//! Bullets that a program draws instead of writing them: small circles and squares before the first letter of a line.

use super::ink::{Characters, Direction, Ink, Letter, Paint, Path, frame_of};
use crate::source::{Frame, Point};
use std::ops::Range;

/// Sides of a bullet, in points.
const SIDES: Range<f32> = 1.0..7.0;

/// A bullet is no larger than this part of the size of its letters.
const LARGEST: f32 = 0.6;

/// So far behind the bullet its line begins, in sizes of its letters.
const BEFORE: Range<f32> = 0.1..3.0;

/// Nothing stands so near before a bullet, in sizes of its letters.
const ALONE: f32 = 2.0;

/// Base lines further below a bullet are not looked at, in points: those of letters too large for it.
const FARTHEST_BELOW: f32 = SIDES.end / LARGEST * 4.0;

/// Bullets of one page.
const MOST: usize = 2_000;

/// The sign that stands for one.
const BULLET: char = '•';

/// Takes bullets out of the paths of a page and puts them among its letters.
pub(super) fn write(ink: &mut Ink) {
    let may_be: Vec<usize> = (0..ink.paths.len()).filter(|at| shape(&ink.paths[*at]).is_some()).take(MOST).collect();
    if may_be.is_empty() {
        return;
    }
    let mut level: Vec<&Letter> =
        ink.letters.iter().filter(|it| it.direction == Direction::Right && !it.text.is_blank()).collect();
    level.sort_by(|a, b| a.at.y.total_cmp(&b.at.y));
    let found: Vec<(usize, Letter)> = may_be
        .into_iter()
        .filter_map(|at| {
            let frame = shape(&ink.paths[at])?;
            let first = first_letter(&level, frame)?;
            let letter = Letter {
                text: Characters::One(BULLET),
                at: Point { x: frame.left, y: first.at.y },
                advance: frame.width(),
                size: first.size,
                direction: Direction::Right,
                order: ink.paths[at].order,
            };
            Some((at, letter))
        })
        .collect();
    let mut drawn = found.iter().map(|(at, _)| *at).peekable();
    let mut index = 0;
    ink.paths.retain(|_| {
        index += 1;
        drawn.next_if_eq(&(index - 1)).is_none()
    });
    ink.letters.extend(found.into_iter().map(|(_, letter)| letter));
}

/// The box of a path that may be a bullet by its form.
fn shape(path: &Path) -> Option<Frame> {
    let [part] = path.parts.as_slice() else { return None };
    let frame = frame_of(part.points.iter().copied())?;
    let (width, height) = (frame.width(), frame.height());
    let is_round = part.points.len() > 4;
    let is_square = part.points.len() == 4 && path.paint == Paint::Fill;
    let is_sized = SIDES.contains(&width) && SIDES.contains(&height) && (width - height).abs() < 0.15 * width;
    (is_sized && (is_round || is_square) && !path.is_white).then_some(frame)
}

/// The first letter of the line that a bullet in this box begins; the letters are sorted by their base lines.
fn first_letter<'l>(level: &[&'l Letter], frame: Frame) -> Option<&'l Letter> {
    let middle = frame.centre().y;
    let from = level.partition_point(|it| it.at.y < middle);
    let beside = || {
        let near = level[from..].iter().take_while(|it| it.at.y < middle + FARTHEST_BELOW);
        near.filter(|it| it.at.y - middle < 0.7 * it.size && frame.height() < LARGEST * it.size)
    };
    let behind = beside().filter(|it| BEFORE.contains(&((it.at.x - frame.right) / it.size)));
    let first = behind.min_by(|a, b| a.at.x.total_cmp(&b.at.x))?;
    let is_before = |it: &&Letter| {
        let end = it.at.x + it.advance;
        it.at.x < frame.right && end > frame.left - ALONE * first.size
    };
    (!beside().any(is_before)).then_some(*first)
}
