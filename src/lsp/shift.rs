//! A text and a later state of it: what stands before and behind all that was typed since, and where it stands now.

use crate::source::Span;

/// Offsets of the earlier text ↔ offsets of the later one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shift {
    /// So many bytes at the beginning are the same.
    same: u32,
    /// Where, in the earlier text, what is the same at the end begins.
    old_rest: u32,
    /// The same of the later text.
    new_rest: u32,
}

impl Shift {
    /// From one text to the other.
    pub fn between(old: &str, new: &str) -> Self {
        let (old, new) = (old.as_bytes(), new.as_bytes());
        let same = old.iter().zip(new).take_while(|(one, other)| one == other).count();
        let rest = old[same..].iter().rev().zip(new[same..].iter().rev()).take_while(|(one, other)| one == other);
        let rest = rest.count();
        let Span { start: same, end: old_rest } = Span::new(same, old.len() - rest);
        Self { same, old_rest, new_rest: Span::new(0, new.len() - rest).end }
    }

    /// Where a stretch of the earlier text stands in the later one; `None` where it was typed into at its edge.
    pub fn forward(self, span: Span) -> Option<Span> {
        let moved = |at: u32| at - self.old_rest + self.new_rest;
        if span.end <= self.same {
            Some(span)
        } else if span.start >= self.old_rest {
            Some(Span { start: moved(span.start), end: moved(span.end) })
        } else if span.start <= self.same && span.end >= self.old_rest {
            Some(Span { start: span.start, end: moved(span.end) })
        } else {
            None
        }
    }

    /// Where an offset of the later text stood in the earlier one; of what was typed since, where it was typed.
    pub fn back(self, at: u32) -> u32 {
        match at {
            _ if at <= self.same => at,
            _ if at >= self.new_rest => at - self.new_rest + self.old_rest,
            _ => self.same,
        }
    }

    /// What is replaced of the earlier text, and by which stretch of the later one.
    pub fn replaced(self) -> (Span, Span) {
        (Span { start: self.same, end: self.old_rest }, Span { start: self.same, end: self.new_rest })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(start: u32, end: u32) -> Span {
        Span { start, end }
    }

    #[test]
    fn places_move_past_what_was_typed() {
        let shift = Shift::between("abc def ghi", "abc dXXef ghi");
        assert_eq!(shift.forward(span(0, 3)), Some(span(0, 3)));
        assert_eq!(shift.forward(span(8, 11)), Some(span(10, 13)));
        assert_eq!(shift.forward(span(4, 7)), Some(span(4, 9)), "typed inside of it");
        assert_eq!((shift.back(2), shift.back(6), shift.back(11)), (2, 5, 9));
        assert_eq!(shift.replaced(), (span(5, 5), span(5, 7)));
        assert_eq!(Shift::between("abcdef", "abXf").forward(span(1, 4)), None);
        let same = Shift::between("abc", "abc");
        assert_eq!(same.forward(span(1, 3)), Some(span(1, 3)));
    }
}
