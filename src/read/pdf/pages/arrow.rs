//! An arrow drawn as one filled area → its middle line and where its heads are.
//!
//! Around such an area its corners come as one side of the shaft, a barb, the tip, the other barb, the other side of the shaft.
//! From a tip, or from the blunt end of a shaft without one, both sides are followed in pairs; the middles of the pairs are the line.

use super::traces::{Line, corners};
use crate::source::Point;

/// Widest shaft, in points.
const WIDEST: f32 = 14.0;

/// Most corners of such an area; a bent arrow has some 14.
const MOST_CORNERS: usize = 64;

/// The line that an area is the arrow of; `None` where it is no arrow.
pub(super) fn of_area(points: &[Point]) -> Option<Line> {
    let count = points.len();
    if !(4..=MOST_CORNERS).contains(&count) {
        return None;
    }
    let tips: Vec<usize> = (0..count).filter(|at| count >= 7 && is_tip(points, *at)).collect();
    let line = match tips.as_slice() {
        [] => from_end(points)?,
        [tip, ..] => from_tip(points, *tip)?,
    };
    let total: f32 = line.points.windows(2).map(|pair| pair[0].distance(pair[1])).sum();
    (line.points.len() >= 2 && total > 3.0).then_some(line)
}

fn at(points: &[Point], index: usize, step: isize) -> Point {
    let count = points.len() as isize;
    points[((index as isize + step) % count + count) as usize % points.len()]
}

fn middle(one: Point, other: Point) -> Point {
    Point { x: (one.x + other.x) / 2.0, y: (one.y + other.y) / 2.0 }
}

/// Barb, tip, barb: both sides of the tip are equally long, and right behind the barbs the shaft goes on between them.
fn is_tip(points: &[Point], tip: usize) -> bool {
    let (top, left, right) = (points[tip], at(points, tip, -1), at(points, tip, 1));
    let (neck, other_neck) = (at(points, tip, -2), at(points, tip, 2));
    let (one, other) = (top.distance(left), top.distance(right));
    let base = left.distance(right);
    let is_even = (one - other).abs() <= 0.2 * one.max(other) + 0.4;
    let shaft = neck.distance(other_neck);
    let is_sharp = base < 1.75 * one.min(other) && base > 1.2;
    let height = top.distance(middle(left, right));
    let is_behind = middle(neck, other_neck).distance(middle(left, right)) < 0.6 * height + 0.5;
    let narrows = shaft < base * 0.85 && shaft <= WIDEST;
    is_even && is_sharp && is_behind && narrows && one > 1.5
}

fn from_tip(points: &[Point], tip: usize) -> Option<Line> {
    let mut line = vec![points[tip]];
    let (rest, has_end_head) = follow(points, tip, tip, 2)?;
    line.extend(rest);
    Some(Line { points: straightened(line), heads: [true, has_end_head], is_dashed: false })
}

/// A shaft without heads: its shortest edge is an end.
fn from_end(points: &[Point]) -> Option<Line> {
    let length = |index: &usize| points[*index].distance(at(points, *index, 1));
    let shortest = (0..points.len()).min_by(|a, b| length(a).total_cmp(&length(b)))?;
    if length(&shortest) > WIDEST {
        return None;
    }
    let (line, _) = follow(points, shortest, (shortest + 1) % points.len(), 0)?;
    Some(Line { points: straightened(line), heads: [false; 2], is_dashed: false })
}

/// The middles of both sides from two corners on, the one walking backwards and the other forwards, and whether they end in
/// another tip.
fn follow(points: &[Point], back: usize, forth: usize, skip: isize) -> Option<(Vec<Point>, bool)> {
    let count = points.len() as isize;
    let gap = if back == forth { 0 } else { 1 };
    let (mut left, mut right) = (skip, skip);
    let mut line = Vec::new();
    // So many corners lie between both walkers.
    while left + right + gap < count {
        let (one, other) = (at(points, back, -left), at(points, forth, right));
        if one.distance(other) > WIDEST {
            return None;
        }
        line.push(middle(one, other));
        let between = count - (left + right + gap) - 1;
        if between == 3 && is_tip(points, (back as isize - left - 2).rem_euclid(count) as usize) {
            line.push(at(points, back, -left - 2));
            return Some((line, true));
        }
        let reach = |left: isize, right: isize| at(points, back, -left).distance(at(points, forth, right));
        let (both, one, other) = (reach(left + 1, right + 1), reach(left + 1, right), reach(left, right + 1));
        // Where a corner is cut off on one side only, that side walks alone.
        match () {
            () if between >= 2 && both <= 1.6 * one.min(other) + 1.0 => {
                left += 1;
                right += 1;
            }
            () if one <= other => left += 1,
            () => right += 1,
        }
        if between == 0 {
            break;
        }
    }
    Some((line, false))
}

/// Without the corners that walking alone leaves.
fn straightened(line: Vec<Point>) -> Vec<Point> {
    let mut kept: Vec<Point> = Vec::with_capacity(line.len());
    let last = line.len().saturating_sub(1);
    for (index, point) in line.into_iter().enumerate() {
        let is_near = kept.last().is_some_and(|it| it.distance(point) < 1.5);
        if is_near && index == last && kept.len() > 1 {
            kept.pop();
        } else if is_near {
            continue;
        }
        kept.push(point);
    }
    corners(&kept, false)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(list: &[(f32, f32)]) -> Vec<Point> {
        list.iter().map(|(x, y)| Point { x: *x, y: *y }).collect()
    }

    fn line(list: &[(f32, f32)]) -> (Vec<(i32, i32)>, [bool; 2]) {
        let line = of_area(&points(list)).expect("it is an arrow");
        let rounded = line.points.iter().map(|it| (it.x.round() as i32, it.y.round() as i32)).collect();
        (rounded, line.heads)
    }

    #[test]
    fn a_straight_arrow_of_seven_corners_is_a_line_with_a_head() {
        let down = [(49.5, 10.0), (50.5, 10.0), (50.5, 40.0), (53.0, 40.0), (50.0, 46.0), (47.0, 40.0), (49.5, 40.0)];
        assert_eq!(line(&down), (vec![(50, 46), (50, 10)], [true, false]));
    }

    #[test]
    fn a_bent_arrow_keeps_its_bends() {
        let bent = [
            (10.0, 9.5),
            (60.5, 9.5),
            (60.5, 40.0),
            (63.0, 40.0),
            (60.0, 46.0),
            (57.0, 40.0),
            (59.5, 40.0),
            (59.5, 10.5),
            (10.0, 10.5),
        ];
        assert_eq!(line(&bent), (vec![(60, 46), (60, 10), (10, 10)], [true, false]));
    }

    #[test]
    fn a_line_with_a_head_at_either_end_has_two() {
        let both = [
            (10.0, 50.0),
            (16.0, 47.0),
            (16.0, 49.5),
            (60.0, 49.5),
            (60.0, 47.0),
            (66.0, 50.0),
            (60.0, 53.0),
            (60.0, 50.5),
            (16.0, 50.5),
            (16.0, 53.0),
        ];
        assert_eq!(line(&both), (vec![(10, 50), (66, 50)], [true, true]));
    }

    #[test]
    fn a_shaft_without_head_is_a_line() {
        let shaft = [(10.0, 9.5), (60.5, 9.5), (60.5, 40.0), (59.5, 40.0), (59.5, 10.5), (10.0, 10.5)];
        let (points, heads) = line(&shaft);
        assert_eq!((points.len(), heads), (3, [false, false]));
    }

    #[test]
    fn a_box_is_no_arrow() {
        assert!(of_area(&points(&[(0.0, 0.0), (60.0, 0.0), (60.0, 30.0), (0.0, 30.0)])).is_none());
    }
}
