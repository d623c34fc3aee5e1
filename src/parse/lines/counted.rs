//! Headings counted by letters or Roman numbers: the mark before a heading, and what counts on from it.

use crate::document::{Row, Text};
use crate::grammar::step_number::roman_number;

/// A text has no more chapters, and `C` is none of them.
const MOST_CHAPTERS: u32 = 20;

/// Longest title behind such a mark, in bytes.
const LONGEST: usize = 60;

/// What a mark may stand for: `C.` is the third letter, and a hundred of nothing here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Count {
    letter: Option<u32>,
    roman: Option<u32>,
}

impl Count {
    /// The count that a whole text is: `B.`, `IV)`.
    pub fn of(text: &str) -> Option<Self> {
        let bare = text.trim().strip_suffix(['.', ')'])?;
        let letter = match bare.as_bytes() {
            [letter @ b'A'..=b'Z'] => Some(u32::from(letter - b'A') + 1),
            _ => None,
        };
        let count = Self { letter, roman: roman_number(bare) };
        (count.letter.is_some() || count.roman.is_some()).then_some(count)
    }

    /// The count before the words of a line.
    pub fn before(text: &str) -> Option<Self> {
        let (mark, rest) = text.trim().split_once(char::is_whitespace)?;
        Self::of(mark).filter(|_| !rest.trim().is_empty())
    }

    /// It is Roman: `II`, and no letter that is none.
    pub fn is_roman(self) -> bool {
        self.roman.is_some_and(|number| number <= MOST_CHAPTERS)
    }

    pub fn follows(self, before: Self) -> bool {
        let next = |now: Option<u32>, before: Option<u32>| now.is_some() && now == before.map(|it| it + 1);
        next(self.letter, before.letter) || next(self.roman, before.roman)
    }
}

/// `II. PELAKSANAAN`: a row that is a chapter of a text, of a few words in capitals.
pub(super) fn chapter(row: &Row) -> Option<(Count, Text)> {
    let cell = row.single()?;
    let text = cell.text.as_str().trim();
    let count = Count::before(text).filter(|count| count.is_roman())?;
    let title = text.split_once(char::is_whitespace)?.1.trim();
    let is_title = |it: char| it.is_uppercase() || matches!(it, ' ' | '-' | '/' | ',' | '&');
    let titled = title.chars().all(is_title) && title.split_whitespace().count() <= LONGEST_CHAPTER;
    titled.then(|| (count, cell.text.slice(title)))
}

/// Longest name of a chapter, in words.
const LONGEST_CHAPTER: usize = 5;

/// The row is the heading that comes next behind the one of this count: its count and its title.
pub(super) fn next(row: &Row, before: Option<Count>) -> Option<(Count, Text)> {
    let before = before?;
    let mut cells = row.filled();
    let (first, second, third) = (cells.next()?, cells.next(), cells.next());
    let text = first.text.as_str().trim();
    let (count, title) = match (second, third) {
        (None, None) => (Count::before(text)?, first.text.slice(text.split_once(char::is_whitespace)?.1.trim())),
        (Some(title), None) => (Count::of(text)?, title.text.clone()),
        _ => return None,
    };
    let words = title.as_str().trim();
    let titled = words.len() <= LONGEST && words.starts_with(char::is_uppercase) && !words.ends_with(['.', ';', ',']);
    (titled && count.follows(before)).then_some((count, title))
}
