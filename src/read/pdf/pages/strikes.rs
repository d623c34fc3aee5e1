//! Words that a level stroke runs through from their first letter to their last: their author struck them out, or a program prints
//! so what was deleted under tracked changes.

use super::ink::{Direction, Letter};
use super::traces::Stroke;

/// Where a stroke runs through letters, above their base line, as parts of their size.
const HEIGHTS: std::ops::Range<f32> = 0.12..0.45;

/// A stroke ends so near to the words that it strikes out, as part of their size: a rule runs on.
const NEAR: f32 = 0.3;

/// A wider gap parts the words of two cells.
const WIDEST_GAP: f32 = 1.0;

/// Takes out the letters that are struck out, and the strokes through them; gives the letters back.
pub(super) fn lift(letters: &mut Vec<Letter>, strokes: &mut Vec<Stroke>) -> Vec<Letter> {
    let mut order: Vec<usize> = (0..letters.len()).filter(|at| letters[*at].direction == Direction::Right).collect();
    order.sort_by(|one, other| letters[*one].at.y.total_cmp(&letters[*other].at.y));
    let mut is_struck = vec![false; letters.len()];
    strokes.retain(|stroke| {
        let under = under(stroke, letters, &order);
        under.iter().for_each(|at| is_struck[*at] = true);
        under.is_empty()
    });
    if !is_struck.contains(&true) {
        return Vec::new();
    }
    let (mut kept, mut struck) = (Vec::with_capacity(letters.len()), Vec::new());
    for (letter, is_struck) in std::mem::take(letters).into_iter().zip(is_struck) {
        if is_struck { struck.push(letter) } else { kept.push(letter) }
    }
    *letters = kept;
    struck
}

/// The letters, by position, that the stroke strikes out; none where it is something else. `order` has them by their base lines.
fn under(stroke: &Stroke, letters: &[Letter], order: &[usize]) -> Vec<usize> {
    /// Size of the largest letters that are struck out.
    const LARGEST: f32 = 40.0;
    if !stroke.is_level || stroke.is_dashed || !stroke.is_seen {
        return Vec::new();
    }
    let first = order.partition_point(|at| letters[*at].at.y < stroke.at);
    let near = order[first..].iter().copied().take_while(|at| letters[*at].at.y < stroke.at + LARGEST * HEIGHTS.end);
    let is_through = |at: &usize| {
        let letter = &letters[*at];
        let middle = letter.at.x + letter.advance / 2.0;
        HEIGHTS.contains(&((letter.at.y - stroke.at) / letter.size)) && (stroke.from..stroke.to).contains(&middle)
    };
    let mut under: Vec<usize> = near.filter(is_through).collect();
    under.sort_by(|one, other| letters[*one].at.x.total_cmp(&letters[*other].at.x));
    let written = || under.iter().map(|at| &letters[*at]).filter(|it| !it.text.is_blank());
    let (Some(left), Some(right)) = (written().next(), written().next_back()) else { return Vec::new() };
    let size = left.size;
    let end = |letter: &Letter| letter.at.x + letter.advance;
    // The blank behind the last word may be struck out with it.
    let ends = |letter: &Letter| (end(letter) - stroke.to).abs() <= NEAR * size;
    let is_ended = ends(right) || under.last().is_some_and(|last| ends(&letters[*last]));
    let fits = (left.at.x - stroke.from).abs() <= NEAR * size && is_ended;
    let mut gaps = written().zip(written().skip(1)).map(|(one, next)| next.at.x - end(one));
    let is_one = gaps.all(|gap| gap <= WIDEST_GAP * size);
    if fits && is_one { under } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::super::ink::Characters;
    use super::*;
    use crate::source::Point;

    /// Letters 5 points wide from the left edge on, their base line at 100 points.
    fn letters(text: &str) -> Vec<Letter> {
        let letter = |(index, it): (usize, char)| {
            let at = Point { x: index as f32 * 5.0, y: 100.0 };
            let text = Characters::One(it);
            Letter { text, at, advance: 5.0, size: 10.0, direction: Direction::Right, order: index as u32 }
        };
        text.chars().enumerate().map(letter).collect()
    }

    fn left(text: &str, at: f32, from: f32, to: f32) -> (usize, usize) {
        let (mut letters, stroke) =
            (letters(text), Stroke { is_level: true, at, from, to, is_dashed: false, is_seen: true });
        let mut strokes = vec![stroke];
        lift(&mut letters, &mut strokes);
        (letters.len(), strokes.len())
    }

    #[test]
    fn a_stroke_through_words_strikes_them_out() {
        assert_eq!(left("linen kotor dari gudang", 97.0, 60.0, 115.5), (12, 0));
        assert_eq!(left("linen kotor  ", 97.0, 0.0, 65.0), (0, 0));
    }

    #[test]
    fn underlines_and_rules_strike_nothing_out() {
        assert_eq!(left("linen kotor", 101.0, 0.0, 55.0), (11, 1));
        assert_eq!(left("linen kotor", 97.0, 0.0, 90.0), (11, 1));
        assert_eq!(left("linen kotor", 97.0, -20.0, 55.0), (11, 1));
    }
}
