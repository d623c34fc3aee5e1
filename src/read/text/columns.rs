//! Columns of a line as they are seen: wide letters take two, marks on letters none.

use unicode_width::UnicodeWidthChar;

/// The bytes of a line at which these columns begin, which rise; the end of the line where it is shorter.
pub(super) fn offsets(line: &str, columns: &[usize]) -> Vec<usize> {
    let mut found = Vec::with_capacity(columns.len());
    let mut column = 0;
    for (at, letter) in line.char_indices() {
        while columns.get(found.len()).is_some_and(|wanted| *wanted <= column) {
            found.push(at);
        }
        if found.len() == columns.len() {
            return found;
        }
        column += width(letter);
    }
    found.resize(columns.len(), line.len());
    found
}

/// How many columns a letter takes.
pub(super) fn width(letter: char) -> usize {
    if letter == '\t' { 1 } else { letter.width().unwrap_or(0) }
}
