//! What later pictures and areas were laid over: an old table under the picture of a new one is not the document.

use super::ink::{Ink, Letter, Paint, Path};
use crate::source::{Frame, Point};

/// Squares along each side of a page.
const SIDE: usize = 16;

/// Covers that are kept for one square.
const MOST_COVERS: usize = 256;

/// Areas thinner or lower than this cover nothing.
const SMALLEST: f32 = 5.0;

/// The opaque things of a page, by squares of it.
struct Covers<'i> {
    size: (f32, f32),
    squares: Vec<Vec<(u32, Frame, Option<&'i Path>)>>,
}

impl<'i> Covers<'i> {
    fn of(ink: &'i Ink) -> Self {
        let mut covers = Self { size: ink.size, squares: vec![Vec::new(); SIDE * SIDE] };
        for picture in ink.pictures.iter().filter(|it| it.is_opaque) {
            covers.lay(picture.order, picture.frame, None);
        }
        for path in ink.paths.iter().filter(|it| it.paint == Paint::Fill && it.is_opaque) {
            covers.lay(path.order, path.seen, Some(path));
        }
        covers
    }

    fn lay(&mut self, order: u32, frame: Frame, path: Option<&'i Path>) {
        if frame.width() < SMALLEST || frame.height() < SMALLEST {
            return;
        }
        let (left, top) = self.square(Point { x: frame.left, y: frame.top });
        let (right, bottom) = self.square(Point { x: frame.right, y: frame.bottom });
        for row in top..=bottom {
            for column in left..=right {
                let square = &mut self.squares[row * SIDE + column];
                if square.len() < MOST_COVERS {
                    square.push((order, frame, path));
                }
            }
        }
    }

    fn square(&self, at: Point) -> (usize, usize) {
        let place = |at: f32, size: f32| ((at / size.max(1.0) * SIDE as f32).max(0.0) as usize).min(SIDE - 1);
        (place(at.x, self.size.0), place(at.y, self.size.1))
    }

    /// Something painted after that order lies over this point.
    fn hides(&self, at: Point, order: u32) -> bool {
        let (column, row) = self.square(at);
        let mut over = self.squares[row * SIDE + column].iter().filter(|it| it.0 > order && it.1.contains(at));
        over.any(|(.., path)| path.is_none_or(|path| path.parts.iter().any(|part| holds(&part.points, at))))
    }
}

/// The point lies inside these corners.
pub(super) fn holds(corners: &[Point], at: Point) -> bool {
    let mut inside = false;
    let mut last = corners.len().wrapping_sub(1);
    for index in 0..corners.len() {
        let (one, other) = (corners[index], corners[last]);
        if (one.y > at.y) != (other.y > at.y) && at.x < (other.x - one.x) * (at.y - one.y) / (other.y - one.y) + one.x {
            inside = !inside;
        }
        last = index;
    }
    inside
}

/// Takes out what cannot be seen for what lies over it, and gives back the letters among it.
pub(super) fn lift(ink: &mut Ink) -> Vec<Letter> {
    let covers = Covers::of(ink);
    if covers.squares.iter().all(Vec::is_empty) {
        return Vec::new();
    }
    let is_hidden: Vec<bool> = ink.letters.iter().map(|it| covers.hides(it.centre(), it.order)).collect();
    let is_buried: Vec<bool> = ink.paths.iter().map(|it| is_buried(it, &covers)).collect();
    let mut at = 0;
    let mut hidden = Vec::new();
    ink.letters.retain(|letter| {
        at += 1;
        if is_hidden[at - 1] {
            hidden.push(letter.clone());
        }
        !is_hidden[at - 1]
    });
    let mut at = 0;
    ink.paths.retain(|_| {
        at += 1;
        !is_buried[at - 1]
    });
    hidden
}

/// Corners and middle of a path lie under something. An area under its own outline, or a white box laid exactly over another,
/// shows its edge.
fn is_buried(path: &Path, covers: &Covers) -> bool {
    let frame = path.seen;
    let inset = |low: f32, high: f32| {
        let by = ((high - low) * 0.1).min(1.0);
        (low + by, high - by)
    };
    let ((left, right), (top, bottom)) = (inset(frame.left, frame.right), inset(frame.top, frame.bottom));
    let places = [
        frame.centre(),
        Point { x: left, y: top },
        Point { x: right, y: top },
        Point { x: left, y: bottom },
        Point { x: right, y: bottom },
    ];
    places.iter().all(|at| covers.hides(*at, path.order)) && !is_lining(path, covers)
}

/// What lies over it has about its own box: the filling of a box that is drawn after its line.
fn is_lining(path: &Path, covers: &Covers) -> bool {
    let (column, row) = covers.square(path.seen.centre());
    let frame = path.seen;
    covers.squares[row * SIDE + column]
        .iter()
        .any(|(order, over, _)| *order > path.order && super::traces::same(*over, frame, 3.0))
}

/// How much of the page its pictures take up, as a part of it.
pub(super) fn pictured(ink: &Ink) -> f32 {
    let page = (ink.size.0 * ink.size.1).max(1.0);
    let sum: f32 = ink.pictures.iter().map(|it| it.frame.width() * it.frame.height()).sum();
    sum / page
}

#[cfg(test)]
mod tests {
    use super::super::ink::{Characters, Direction, Part};
    use super::*;

    /// A filled path that is seen as one box.
    fn area(frame: Frame, order: u32) -> Path {
        let corner = |x: f32, y: f32| Point { x, y };
        let points = vec![
            corner(frame.left, frame.top),
            corner(frame.right, frame.top),
            corner(frame.right, frame.bottom),
            corner(frame.left, frame.bottom),
        ];
        let parts = vec![Part { points, is_closed: true }];
        Path { parts, paint: Paint::Fill, is_white: true, is_opaque: true, seen: frame, order }
    }

    #[test]
    fn only_what_is_painted_later_covers() {
        let letter = |order: u32| Letter {
            text: Characters::One('a'),
            at: Point { x: 50.0, y: 50.0 },
            advance: 5.0,
            size: 10.0,
            direction: Direction::Right,
            order,
        };
        let frame = Frame { left: 40.0, top: 30.0, right: 80.0, bottom: 70.0 };
        let mut ink = Ink { size: (200.0, 200.0), ..Ink::default() };
        ink.letters = vec![letter(1), letter(3)];
        ink.paths = vec![area(frame, 2)];
        let hidden = lift(&mut ink);
        assert_eq!((hidden.len(), hidden[0].order), (1, 1));
        assert_eq!((ink.letters.len(), ink.letters[0].order), (1, 3));
        assert_eq!(ink.paths.len(), 1);
    }
}
