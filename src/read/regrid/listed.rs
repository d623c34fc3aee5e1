//! Lines of Kelengkapan and Output without list marks: which go on with the document above, and which name another.

use super::gather::Placed;
use super::heading::Column;
use crate::grammar::enumeration::{begins_document, heads_document};
use crate::vocabulary::columns::Header;

/// Letters are not equally wide: of so much of its room a line may be sure.
const SURE: f32 = 0.8;

/// How many letters the longest line of each column has; 0 where no documents stand.
#[derive(Debug)]
pub(super) struct Rooms(Vec<usize>);

impl Rooms {
    /// Of the lines of a stretch.
    pub fn of(columns: &[Column], lines: &[Placed]) -> Self {
        let mut rooms = vec![0; columns.len()];
        for (column, text) in lines.iter().flat_map(|line| &line.texts) {
            if matches!(columns[*column].kind, Some(Header::Requirements | Header::Outputs)) {
                rooms[*column] = rooms[*column].max(letters(text.as_str()));
            }
        }
        Self(rooms)
    }

    /// The line below names another document: its first word would have had room in the line `above`, which ends the cell `so_far`.
    pub fn parts(&self, column: usize, (so_far, above): (&str, usize), below: &str) -> bool {
        let room = self.0[column];
        if room == 0 || !below.starts_with(char::is_uppercase) {
            return false;
        }
        let word = below.split_whitespace().next().map_or(0, letters);
        let had_room = (above + 1 + word) as f32 <= room as f32 * SURE;
        let last = so_far.lines().next_back().unwrap_or_default();
        // `Data`, `Anjab`: a word alone may be broken by hand from the rest of its name.
        let are_names = heads_document(below) || is_several(last) && is_several(below);
        had_room && are_names || begins_document(last, below)
    }
}

fn is_several(line: &str) -> bool {
    line.trim().contains(char::is_whitespace)
}

/// How many letters a line has.
pub(super) fn letters(line: &str) -> usize {
    line.chars().count()
}
