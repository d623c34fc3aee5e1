//! Texts measured once → how wide they are and how many lines they take, in letters of any size and columns of any width,
//! without being set.

use super::PT;
use super::draw::Face;
use super::typeset::{Style, Typesetter};

/// The size that words are measured in, so large that rounding does not count.
const FINE: i32 = 1000 * PT;

/// The words of a text, line by line, in letters of the size [`FINE`].
#[derive(Debug, Clone, Default)]
pub(super) struct Gauge {
    lines: Vec<Vec<i64>>,
    blank: i64,
}

impl Gauge {
    /// Measures a text in letters of that weight.
    pub fn of(type_: &Typesetter, face: Face, text: &str) -> Self {
        let style = Style { face, size: FINE };
        let width = |word: &str| i64::from(type_.width(style, word));
        let words = |line: &str| {
            let shown = type_.shown(face, line);
            shown.split(' ').filter(|word| !word.is_empty()).map(width).collect()
        };
        Self { lines: text.lines().map(words).collect(), blank: width(" ") }
    }

    /// Measures a mark that stands before a text, with the blank that ends it.
    pub fn of_mark(type_: &Typesetter, face: Face, mark: &str) -> Self {
        let width = i64::from(type_.width(Style { face, size: FINE }, mark));
        Self { lines: vec![vec![width]], blank: 0 }
    }

    /// The longest word.
    pub fn word(&self, size: i32) -> i32 {
        scaled(self.lines.iter().flatten().copied().max().unwrap_or(0), size)
    }

    /// The longest line.
    pub fn line(&self, size: i32) -> i32 {
        scaled(self.lines.iter().map(|words| self.together(words)).max().unwrap_or(0), size)
    }

    /// All lines one behind the other.
    pub fn whole(&self, size: i32) -> i32 {
        scaled(self.lines.iter().map(|words| self.together(words)).sum(), size)
    }

    fn together(&self, words: &[i64]) -> i64 {
        words.iter().sum::<i64>() + self.blank * (words.len() as i64 - 1).max(0)
    }

    /// How many lines it takes in letters of that size where they may be so wide; words too wide for one are cut.
    pub fn lines(&self, size: i32, room: i32) -> i32 {
        let room = (i64::from(room.max(1)) * i64::from(FINE) / i64::from(size.max(1))).max(1);
        let mut count = 0;
        for words in self.lines.iter().filter(|words| !words.is_empty()) {
            let mut used = 0;
            count += 1;
            for word in words {
                let joined = if used == 0 { *word } else { used + self.blank + word };
                if joined <= room {
                    used = joined;
                    continue;
                }
                count += i64::from(used > 0) + (word - 1) / room;
                used = word - (word - 1) / room * room;
            }
        }
        i32::try_from(count).unwrap_or(i32::MAX)
    }
}

fn scaled(width: i64, size: i32) -> i32 {
    let scaled = (width * i64::from(size)).div_euclid(i64::from(FINE)) + 1;
    i32::try_from(if width == 0 { 0 } else { scaled }).unwrap_or(i32::MAX)
}
