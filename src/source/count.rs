//! Letters of a stretch of text, counted once: a column far into a long line costs no more than one at its beginning.

use std::ops::Range;
use std::sync::OnceLock;

/// Bytes between the places up to which letters are counted beforehand.
const STEP: usize = 4096;

/// How many letters a stretch has.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Count {
    /// Characters.
    pub letters: usize,
    /// Those of them that take two UTF-16 code units.
    pub wide: usize,
}

impl Count {
    fn of(bytes: &[u8]) -> Self {
        // A letter has one byte that continues none, and one of four bytes begins with its length.
        let letters = bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count();
        Self { letters, wide: bytes.iter().filter(|byte| **byte >= 0xF0).count() }
    }

    fn and(self, other: Self) -> Self {
        Self { letters: self.letters + other.letters, wide: self.wide + other.wide }
    }
}

/// The letters of a text up to every so many bytes, counted when they are first asked for.
#[derive(Debug, Clone, Default)]
pub(super) struct Counts(OnceLock<Vec<Count>>);

impl Counts {
    /// The letters of that stretch of the text, which begins and ends between letters.
    pub fn within(&self, text: &str, stretch: Range<usize>) -> Count {
        let bytes = text.as_bytes();
        if stretch.len() <= STEP {
            return Count::of(&bytes[stretch]);
        }
        let steps = self.0.get_or_init(|| {
            let mut before = Count::default();
            let step = |part| {
                let so_far = before;
                before = so_far.and(Count::of(part));
                so_far
            };
            bytes.chunks(STEP).map(step).collect()
        });
        let until = |at: usize| match steps.get(at / STEP) {
            Some(before) => before.and(Count::of(&bytes[at / STEP * STEP..at])),
            None => Count::of(bytes),
        };
        let (start, end) = (until(stretch.start), until(stretch.end));
        Count { letters: end.letters - start.letters, wide: end.wide - start.wide }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_a_long_line_are_those_of_its_parts() {
        let text = "aé😀".repeat(STEP);
        let counts = Counts::default();
        for end in [7, STEP * 7 / 2 / 7 * 7, text.len() - 7, text.len()] {
            for start in [0, 7, 700] {
                let Some(part) = text.get(start..end.max(start)) else { continue };
                let count = counts.within(&text, start..start + part.len());
                assert_eq!(count.letters, part.chars().count(), "{start}..{end}");
                assert_eq!(count.letters + count.wide, part.encode_utf16().count(), "{start}..{end}");
            }
        }
    }
}
