//! Letters → lines of words: by base lines, by gaps, letters painted twice taken once.

use super::ink::{Direction, Letter};
use crate::source::Frame;

/// A gap wider than this part of the size of the letters parts two words.
const WORD_GAP: f32 = 0.19;

/// Letters of one word lie closer than this part of their size, words of two cells beside each other hardly.
const LETTER_GAP: f32 = 0.06;

/// What programs end a line with where they cut a word; people type another.
const WRAP_HYPHEN: char = '\u{2010}';

/// Letters whose base lines lie closer than this part of their size stand in one line.
const LINE_GAP: f32 = 0.45;

/// A line of words.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// From left to right, never empty.
    pub words: Vec<Word>,
    /// Which way it is read.
    pub direction: Direction,
    /// Where its base line runs, across the way it is read.
    pub base: f32,
    /// Size of its largest letters.
    pub size: f32,
}

/// A word.
#[derive(Debug, Clone)]
pub(super) struct Word {
    /// Its letters.
    pub text: String,
    /// Where it begins along the line.
    pub from: f32,
    /// Where it ends.
    pub to: f32,
}

impl Line {
    /// The words with single blanks between them.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for word in &self.words {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(&word.text);
        }
        if self.is_cut() {
            text.pop();
            text.push('-');
        }
        text
    }

    /// It ends inside a word, with the hyphen of the program that wrapped it.
    pub fn is_cut(&self) -> bool {
        self.words.last().is_some_and(|word| word.text.ends_with(WRAP_HYPHEN))
    }

    /// The line without that hyphen.
    pub fn without_hyphen(&self) -> Self {
        let mut line = self.clone();
        if let Some(word) = line.words.last_mut().filter(|word| word.text.ends_with(WRAP_HYPHEN)) {
            word.text.pop();
        }
        line
    }

    /// Where it begins along itself.
    pub fn from(&self) -> f32 {
        self.words.first().map_or(0.0, |word| word.from)
    }

    /// Where it ends.
    pub fn to(&self) -> f32 {
        self.words.last().map_or(0.0, |word| word.to)
    }

    /// Its box on the page.
    pub fn frame(&self) -> Frame {
        let across = (self.base - self.size * 0.8, self.base + self.size * 0.25);
        self.direction.frame((self.from(), self.to()), across)
    }

    /// The words of a part of it as a line of its own.
    pub fn part(&self, words: std::ops::Range<usize>) -> Self {
        Self { words: self.words[words].to_vec(), ..*self }
    }
}

/// The lines that these letters make, upright ones first, then from above.
pub(super) fn of_letters(mut letters: Vec<Letter>) -> Vec<Line> {
    let key = |letter: &Letter| letter.direction.turned(letter.at);
    letters.sort_by(|a, b| a.direction.cmp(&b.direction).then(key(a).1.total_cmp(&key(b).1)));
    let mut lines = Vec::new();
    let mut start = 0;
    while start < letters.len() {
        let end = line_end(&letters, start);
        let row = &mut letters[start..end];
        row.sort_by(|a, b| key(a).0.total_cmp(&key(b).0).then(a.order.cmp(&b.order)));
        lines.extend(line(row));
        start = end;
    }
    lines
}

/// Where the word ends that begins with this letter, in the order of painting.
pub(super) fn word_end(letters: &[Letter], start: usize) -> usize {
    let follows = |pair: &[Letter]| {
        let (one, next) = (&pair[0], &pair[1]);
        let ((from, base), (at, next_base)) = (one.direction.turned(one.at), next.direction.turned(next.at));
        let gap = at - from - one.advance;
        one.direction == next.direction
            && !one.text.is_blank()
            && !next.text.is_blank()
            && (base - next_base).abs() < 0.1 * one.size
            && !(one.text.is_case(char::is_lowercase) && next.text.is_case(char::is_uppercase))
            && (-0.3 * one.size..LETTER_GAP * one.size).contains(&gap)
    };
    start + 1 + letters[start..].windows(2).take_while(|pair| follows(pair)).count()
}

/// Where the line ends that begins with this letter; they are sorted by base lines.
fn line_end(letters: &[Letter], start: usize) -> usize {
    let first = &letters[start];
    let mut base = first.direction.turned(first.at).1;
    let mut size = first.size;
    let mut end = start + 1;
    while let Some(next) = letters.get(end) {
        let at = next.direction.turned(next.at).1;
        if next.direction != first.direction || at - base > LINE_GAP * size.max(next.size) {
            break;
        }
        // A small raised letter does not carry the line away with it.
        if next.size >= size * 0.8 && at - base < 0.15 * size {
            base = at;
            size = size.max(next.size);
        }
        end += 1;
    }
    end
}

/// One line of letters from left to right.
fn line(letters: &[Letter]) -> Option<Line> {
    let direction = letters.first()?.direction;
    let mut words: Vec<Word> = Vec::new();
    let mut is_open = false;
    let mut last: Option<(&Letter, f32)> = None;
    for letter in letters {
        let (from, _) = direction.turned(letter.at);
        if letter.text.is_blank() {
            is_open = false;
            continue;
        }
        if last.is_some_and(|(before, at)| before.text == letter.text && (from - at).abs() < 0.15 * letter.size) {
            continue;
        }
        last = Some((letter, from));
        let to = from + letter.advance;
        let gap = WORD_GAP * letter.size;
        match words.last_mut().filter(|word| is_open && from - word.to <= gap) {
            Some(word) => {
                letter.text.push_to(&mut word.text);
                word.to = word.to.max(to);
            }
            None => {
                let mut text = String::new();
                letter.text.push_to(&mut text);
                words.push(Word { text, from, to });
            }
        }
        is_open = true;
    }
    if let Some(word) = words.last_mut()
        && word.text.ends_with('\u{ad}')
    {
        word.text.pop();
        word.text.push(WRAP_HYPHEN);
    }
    let mut bases: Vec<f32> = letters.iter().map(|it| direction.turned(it.at).1).collect();
    bases.sort_by(f32::total_cmp);
    let size = letters.iter().filter(|it| !it.text.is_blank()).map(|it| it.size).fold(0.0, f32::max);
    (!words.is_empty()).then(|| Line { words, direction, base: bases[bases.len() / 2], size })
}

#[cfg(test)]
mod tests {
    use super::super::ink::Characters;
    use super::*;
    use crate::source::Point;

    fn letters(text: &str, direction: Direction, at: Point) -> Vec<Letter> {
        let letter = |(index, it): (usize, char)| {
            let step = index as f32 * 5.0;
            let at = match direction {
                Direction::Right => Point { x: at.x + step, ..at },
                Direction::Left => Point { x: at.x - step, ..at },
                Direction::Up => Point { y: at.y - step, ..at },
                Direction::Down => Point { y: at.y + step, ..at },
            };
            Letter { text: Characters::One(it), at, advance: 5.0, size: 10.0, direction, order: index as u32 }
        };
        text.chars().enumerate().map(letter).collect()
    }

    #[test]
    fn turned_letters_stand_in_the_order_in_which_they_are_read() {
        for direction in [Direction::Right, Direction::Up, Direction::Down, Direction::Left] {
            let mut all = letters("Kepala Seksi", direction, Point { x: 100.0, y: 100.0 });
            all.reverse();
            let lines = of_letters(all);
            assert_eq!(lines.len(), 1, "{direction:?}");
            assert_eq!(lines[0].text(), "Kepala Seksi", "{direction:?}");
            assert!(lines[0].frame().contains(Point { x: 100.0, y: 100.0 }), "{direction:?}");
        }
    }

    #[test]
    fn letters_painted_twice_for_boldness_are_read_once() {
        let mut all = letters("Surat", Direction::Right, Point { x: 10.0, y: 20.0 });
        all.extend(letters("Surat", Direction::Right, Point { x: 10.3, y: 20.0 }));
        assert_eq!(of_letters(all)[0].text(), "Surat");
    }
}
