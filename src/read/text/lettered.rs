//! A letter that marks an item or a heading, in a line of its own above its words, as programs that give the text of a PDF away line
//! by line print it: `A.` above `Dasar Hukum`.

use crate::document::{Layout, Row};

/// Puts such letters before the line below them.
pub(super) fn join(rows: &mut Vec<Row>) {
    let is_line = |row: &Row| row.layout == Layout::Plain && !row.is_blank() && row.single().is_some();
    let begins = |pair: &[Row]| {
        let lines = pair.iter().all(is_line);
        lines && pair[0].texts().all(is_letter) && pair[1].texts().all(|it| !is_mark(it)) && !pair[1].page_start
    };
    let places: Vec<usize> = (1..rows.len()).filter(|at| begins(&rows[at - 1..=*at])).collect();
    if places.is_empty() {
        return;
    }
    let mut places = places.into_iter().peekable();
    let mut joined: Vec<Row> = Vec::with_capacity(rows.len());
    for (at, row) in std::mem::take(rows).into_iter().enumerate() {
        match joined.last_mut().filter(|_| places.next_if_eq(&at).is_some()) {
            Some(mark) => {
                let words = row.cells.into_iter().find(|cell| !cell.text.is_blank());
                let own = mark.cells.iter_mut().find(|cell| !cell.text.is_blank());
                if let (Some(own), Some(words)) = (own, words) {
                    own.text.join(' ', &words.text);
                    own.end_column = own.column + own.text.as_str().chars().count();
                }
            }
            None => joined.push(row),
        }
    }
    *rows = joined;
}

/// `A.`, `b)`
fn is_letter(text: &str) -> bool {
    matches!(text.trim().as_bytes(), [letter, b'.' | b')'] if letter.is_ascii_alphabetic())
}

/// No words, but the mark of others.
fn is_mark(text: &str) -> bool {
    text.chars().filter(|it| it.is_alphanumeric()).count() < 3
}

#[cfg(test)]
mod tests {
    use super::super::cells;

    #[test]
    fn a_letter_of_its_own_goes_before_the_line_below() {
        let rows = cells("A.\nDasar Hukum\n1.\nUndang-Undang\na.\nb.\nBuku agenda\n");
        let lines: Vec<&str> = rows.iter().map(|row| row[0].as_str()).collect();
        assert_eq!(lines, ["A. Dasar Hukum", "1.", "Undang-Undang", "a.", "b. Buku agenda"]);
    }
}
