//! A closed outline → what it is in the language of the form.

use super::traces::{double_area, is_upright_box};
use crate::document::drawing::ShapeKind;
use crate::source::{Frame, Point};

/// The kind of an outline with these corners, curves as short lines.
pub(super) fn kind(points: &[Point], frame: Frame) -> ShapeKind {
    let whole = frame.width() * frame.height();
    if points.len() < 3 || whole <= 0.0 {
        return ShapeKind::Other;
    }
    let part = double_area(points) / 2.0 / whole;
    match () {
        () if is_upright_box(points, frame) => ShapeKind::Process,
        () if is_diamond(points, frame) => ShapeKind::Decision,
        () if is_ellipse(points, frame) => {
            if frame.width() > 1.5 * frame.height() {
                ShapeKind::Terminator
            } else {
                ShapeKind::Junction
            }
        }
        () if points.len() == 5 && (0.55..0.97).contains(&part) => ShapeKind::OffPage,
        () if is_wavy(points, frame, part) => ShapeKind::Document,
        () if is_rounded(points, frame, part) => ShapeKind::Terminator,
        () => ShapeKind::Other,
    }
}

/// Each corner lies in the middle of a side of the box.
fn is_diamond(points: &[Point], frame: Frame) -> bool {
    let centre = frame.centre();
    let (wide, tall) = (frame.width() * 0.1, frame.height() * 0.1);
    let is_middle = |it: &Point| {
        let (x, y) = ((it.x - centre.x).abs() < wide, (it.y - centre.y).abs() < tall);
        x != y
    };
    points.len() == 4 && points.iter().all(is_middle)
}

/// All corners lie on the ellipse in the box, and there are enough of them.
fn is_ellipse(points: &[Point], frame: Frame) -> bool {
    let (centre, wide, tall) = (frame.centre(), frame.width() / 2.0, frame.height() / 2.0);
    let is_on = |it: &Point| {
        let (x, y) = ((it.x - centre.x) / wide, (it.y - centre.y) / tall);
        (0.88..=1.12).contains(&(x * x + y * y))
    };
    points.len() >= 8 && points.iter().all(is_on)
}

/// How far the corner of a box lies from the nearest corner of the outline, as a part of the shorter side.
fn cut(points: &[Point], frame: Frame, x: f32, y: f32) -> f32 {
    let nearest = points.iter().map(|it| it.distance(Point { x, y })).fold(f32::MAX, f32::min);
    nearest / frame.width().min(frame.height()).max(0.1)
}

/// Both upper corners are sharp, and the lower edge is not straight.
fn is_wavy(points: &[Point], frame: Frame, part: f32) -> bool {
    let sharp = |x: f32| cut(points, frame, x, frame.top) < 0.06;
    let low = points.iter().filter(|it| it.y > frame.top + frame.height() * 0.5).count();
    let is_above = |it: &Point| {
        let side = (it.x - frame.left).min(frame.right - it.x) < 0.6;
        side || it.y < frame.top + 0.6 || it.y > frame.top + frame.height() * 0.5
    };
    sharp(frame.left) && sharp(frame.right) && low >= 6 && points.iter().all(is_above) && (0.7..0.99).contains(&part)
}

/// All four corners are rounded off and there are straight edges between.
fn is_rounded(points: &[Point], frame: Frame, part: f32) -> bool {
    let round = |x: f32, y: f32| cut(points, frame, x, y) > 0.04;
    let is_round = round(frame.left, frame.top)
        && round(frame.right, frame.top)
        && round(frame.left, frame.bottom)
        && round(frame.right, frame.bottom);
    let straight = points
        .iter()
        .zip(points.iter().cycle().skip(1))
        .any(|(a, b)| (a.y - b.y).abs() < 0.3 && (a.x - b.x).abs() > 0.15 * frame.width());
    is_round && straight && points.len() >= 8 && (0.75..0.999).contains(&part)
}

#[cfg(test)]
mod tests {
    use super::super::ink::frame_of;
    use super::*;

    /// An outline of points given by a function of a part of the way round.
    fn round(steps: usize, at: impl Fn(f32) -> (f32, f32)) -> Vec<Point> {
        let point = |step: usize| at(step as f32 / steps as f32 * std::f32::consts::TAU);
        (0..steps).map(point).map(|(x, y)| Point { x, y }).collect()
    }

    fn named(points: &[Point]) -> ShapeKind {
        kind(points, frame_of(points.iter().copied()).unwrap())
    }

    fn points(list: &[(f32, f32)]) -> Vec<Point> {
        list.iter().map(|(x, y)| Point { x: *x, y: *y }).collect()
    }

    #[test]
    fn outlines_are_known_by_their_form() {
        assert_eq!(named(&points(&[(0.0, 0.0), (60.0, 0.0), (60.0, 30.0), (0.0, 30.0)])), ShapeKind::Process);
        assert_eq!(named(&points(&[(30.0, 0.0), (60.0, 15.0), (30.0, 30.0), (0.0, 15.0)])), ShapeKind::Decision);
        let pentagon = [(0.0, 0.0), (20.0, 0.0), (20.0, 12.0), (10.0, 20.0), (0.0, 12.0)];
        assert_eq!(named(&points(&pentagon)), ShapeKind::OffPage);
        assert_eq!(named(&round(24, |it| (10.0 * it.cos(), 10.0 * it.sin()))), ShapeKind::Junction);
        let capsule = round(40, |it| (30.0 * it.cos().signum() + 12.0 * it.cos(), 12.0 * it.sin()));
        assert_eq!(named(&capsule), ShapeKind::Terminator);
        let mut sheet = points(&[(60.0, 0.0), (0.0, 0.0)]);
        sheet.extend((0..=20).map(|it| {
            let x = it as f32 * 3.0;
            Point { x, y: 26.0 + 3.0 * (x / 60.0 * std::f32::consts::TAU).sin() }
        }));
        assert_eq!(named(&sheet), ShapeKind::Document);
    }
}
