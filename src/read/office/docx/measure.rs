//! How high text stands: lines by the widths of letters, paragraphs by their lines and the space around them. Estimates, for a
//! text document is not laid out.

use super::blocks::{Block, Paragraph, Table};
use super::styles::{Face, Line};

/// Width of a letter of Arial against its size.
fn letter_width(letter: char) -> f32 {
    match letter {
        'i' | 'j' | 'l' | '\'' | '|' => 0.22,
        ' ' | 'f' | 't' | '!' | '.' | ',' | ':' | ';' | '/' | 'I' => 0.28,
        'r' | '(' | ')' | '-' => 0.33,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' | 'J' => 0.5,
        'F' | 'L' | 'T' | 'Z' => 0.6,
        'w' => 0.72,
        'm' | 'M' => 0.83,
        'W' => 0.94,
        'A'..='Z' => 0.7,
        _ => 0.556,
    }
}

/// The lines that a text takes up in a column so wide, `size` being that of its letters in points.
fn lines(text: &str, width: f32, size: f32) -> usize {
    let room = (width / size).max(1.0);
    let mut count = 0;
    for line in text.split('\n') {
        count += 1;
        let mut used = 0.0;
        for word in line.split_inclusive([' ', '-']) {
            let length: f32 = word.chars().map(letter_width).sum();
            if used > 0.0 && used + length > room + letter_width(' ') {
                count += 1;
                used = 0.0;
            }
            // A word that is too long is broken.
            let turns = (length / room).floor();
            count += turns as usize;
            used += length - turns * room;
        }
    }
    count
}

/// The font of text whose font is not told.
const UNSAID: Face = Face { symbols: None, width: 0.9, line: 1.2 };

impl Paragraph {
    /// Its height in a column so wide, without the space around it.
    pub fn height(&self, width: f32) -> f32 {
        let face = self.face.unwrap_or(UNSAID);
        let indents =
            (self.look.indents.0.unwrap_or(0.0) + self.look.indents.1.unwrap_or(0.0)).clamp(0.0, 0.8 * width.max(0.0));
        let count = lines(&self.text, width - indents, self.size * face.width) as f32;
        let natural = (self.size * face.line).max(self.inline_height / count.max(1.0));
        let line = match self.look.line {
            Some(Line::Exactly(points)) if points > 0.0 => points,
            Some(Line::AtLeast(points)) => natural.max(points),
            Some(Line::Times(times)) => natural * times.clamp(0.2, 10.0),
            _ => natural,
        };
        line * count
    }
}

/// Blocks one below the other.
pub(super) struct Stack {
    /// The upper edge of the first line of each block, from the top of all.
    pub tops: Vec<f32>,
    /// The height of all.
    pub height: f32,
}

impl Stack {
    /// Of these blocks in a column so wide.
    pub fn of(blocks: &[Block], width: f32) -> Self {
        let mut stack = Self { tops: Vec::with_capacity(blocks.len()), height: 0.0 };
        let mut before: Option<&Paragraph> = None;
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) => {
                    stack.height += space(before, paragraph);
                    stack.tops.push(stack.height);
                    stack.height += paragraph.height(width);
                    before = Some(paragraph);
                }
                Block::Table(table) => {
                    stack.height += before.take().map_or(0.0, |it| it.look.after.unwrap_or(0.0));
                    stack.tops.push(stack.height);
                    stack.height += table_height(table, width);
                }
                Block::SectionEnd(_) => stack.tops.push(stack.height),
            }
        }
        stack.height += before.map_or(0.0, |it| it.look.after.unwrap_or(0.0));
        stack
    }
}

/// The space between two paragraphs: the larger of both wishes, none between two of one style that ask for it.
pub(super) fn space(above: Option<&Paragraph>, below: &Paragraph) -> f32 {
    let wish = below.look.before.unwrap_or(0.0);
    match above {
        Some(above) if above.look.is_tight == Some(true) && above.style == below.style => 0.0,
        Some(above) => wish.max(above.look.after.unwrap_or(0.0)),
        None => wish,
    }
}

/// The height of a table within a cell.
fn table_height(table: &Table, width: f32) -> f32 {
    let all: f32 = table.widths.iter().sum::<f32>().max(1.0);
    let share = (width / all).min(1.0);
    let row_height = |row: &super::blocks::TableRow| {
        let cell_height = |cell: &super::blocks::TableCell| {
            let inner: f32 = table.widths.get(cell.columns.clone()).map_or(width, |it| it.iter().sum::<f32>() * share);
            Stack::of(&cell.blocks, inner - table.padding.0 - table.padding.1).height
        };
        let text = row.cells.iter().map(cell_height).fold(0.0, f32::max);
        row.height.map_or(text, |(height, is_exact)| if is_exact { height } else { height.max(text) })
    };
    table.rows.iter().filter(|row| !row.is_gone).map(row_height).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_wrapped_at_words() {
        assert_eq!(lines("", 100.0, 10.0), 1);
        assert_eq!(lines("satu dua tiga", 1000.0, 10.0), 1);
        assert_eq!(lines("satu dua tiga", 30.0, 10.0), 3);
        assert_eq!(lines("a\nb", 100.0, 10.0), 2);
        assert_eq!(lines(&"m".repeat(45), 100.0, 10.0), 4);
    }
}
