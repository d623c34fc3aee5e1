//! How wide each column of a table is drawn: words stay whole where they can, and the longest cells get the most.

use super::header::Group;
use unicode_width::UnicodeWidthStr;

/// A word longer than this may be broken.
const LONGEST_WORD: usize = 20;

/// No column gets narrower than this, whatever the width of the terminal.
const NARROWEST: usize = 3;

/// A column of text is comfortable from here on.
const COMFORTABLE: usize = 14;

/// What the columns want.
pub(super) struct Widths {
    /// The longest word of each column.
    least: Vec<usize>,
    /// The longest line of each column.
    most: Vec<usize>,
    /// The first rows, each with the lines of its cells, as the widths of their words.
    rows: Vec<Vec<Vec<Vec<usize>>>>,
}

/// Rows that are looked at to see what a wider column saves; the others are much alike.
const LOOKED_AT: usize = 60;

/// A column is tried so much wider at most, for one more line of text to fall away.
const FARTHEST: usize = 16;

impl Widths {
    /// Measures a table; no group of columns gets narrower than its name.
    pub fn of(head: &[String], rows: &[Vec<String>], groups: &[Group]) -> Self {
        let texts = |at: usize| rows.iter().filter_map(move |row| row.get(at)).map(String::as_str);
        let widest = |parts: &mut dyn Iterator<Item = &str>| parts.map(UnicodeWidthStr::width).max().unwrap_or(0);
        let (mut least, mut most) = (Vec::new(), Vec::new());
        for (at, title) in head.iter().enumerate() {
            let words = widest(&mut texts(at).flat_map(|text| text.split([' ', '\n']))).min(LONGEST_WORD);
            let title_words = widest(&mut title.split_whitespace());
            least.push(words.max(title_words).max(1));
            most.push(widest(&mut texts(at).flat_map(str::lines)).max(title_words).max(least[at]));
        }
        let words = |line: &str| line.split(' ').map(UnicodeWidthStr::width).collect();
        let cell = |text: &String| text.lines().map(words).collect();
        let looked_at = rows.iter().take(LOOKED_AT).map(|row| row.iter().map(cell).collect()).collect();
        let mut widths = Self { least, most, rows: looked_at };
        groups.iter().for_each(|group| widths.widen(group));
        widths
    }

    fn widen(&mut self, group: &Group) {
        let columns = group.columns();
        while self.least[columns.clone()].iter().sum::<usize>() + columns.len() - 1 < group.name.width() {
            for at in columns.clone() {
                self.least[at] += 1;
                self.most[at] = self.most[at].max(self.least[at]);
            }
        }
    }

    /// All words stay whole in a table of that width, and no column of text is cramped.
    pub fn is_comfortable(&self, width: usize, padding: usize) -> bool {
        let wanted = self.least.iter().zip(&self.most).map(|(least, most)| (*least).max(COMFORTABLE.min(*most)));
        wanted.sum::<usize>() <= self.room(width, padding)
    }

    /// No word has to be broken in a table of that width.
    pub fn has_whole_words(&self, width: usize) -> bool {
        self.least.iter().sum::<usize>() <= self.room(width, 0)
    }

    /// The columns' own widths, without padding, in a table of `width`.
    ///
    /// Where not even the longest words fit, the widest columns give way. What is left over when every column has its
    /// longest word goes to the columns that make the table lowest, then, bit by bit, to the column whose longest line would
    /// be folded most often.
    pub fn share(&self, width: usize, padding: usize) -> Vec<usize> {
        let mut shares = self.least.clone();
        let room = self.room(width, padding);
        while shares.iter().sum::<usize>() > room {
            let widest = (0..shares.len()).max_by_key(|at| (shares[*at], usize::MAX - at));
            let Some(at) = widest.filter(|at| shares[*at] > NARROWEST) else { break };
            shares[at] -= 1;
        }
        let mut left = room.saturating_sub(shares.iter().sum());
        self.lower(&mut shares, &mut left);
        while left > 0 {
            let folds = |at: &usize| (self.most[*at] * 1000) / shares[*at];
            let open = (0..shares.len()).filter(|at| shares[*at] < self.most[*at]);
            let Some(at) = open.max_by_key(|at| (folds(at), usize::MAX - at)) else { break };
            shares[at] += 1;
            left -= 1;
        }
        shares
    }

    /// Widens the columns that save most lines of the table for what they take, as long as there is room and any saves one.
    fn lower(&self, shares: &mut [usize], left: &mut usize) {
        let mut heights: Vec<Vec<usize>> = self.rows.iter().map(|row| heights(row, shares)).collect();
        while *left > 0 {
            let best =
                (0..shares.len()).filter_map(|at| self.saving(at, shares[at], *left, &heights)).max_by(|one, other| {
                    // Lines saved for each column of the terminal; among equals the first.
                    (one.1 * other.2).cmp(&(other.1 * one.2)).then(other.0.cmp(&one.0))
                });
            let Some((at, _, more)) = best else { break };
            shares[at] += more;
            *left -= more;
            for (row, heights) in self.rows.iter().zip(&mut heights) {
                if let (Some(cell), Some(height)) = (row.get(at), heights.get_mut(at)) {
                    *height = height_of(cell, shares[at]);
                }
            }
        }
    }

    /// The least that this column has to be wider for lines of the table to fall away: the column, how many lines, how much.
    fn saving(&self, at: usize, share: usize, left: usize, heights: &[Vec<usize>]) -> Option<(usize, usize, usize)> {
        let most = FARTHEST.min(left).min(self.most[at].saturating_sub(share));
        // Only rows that this column alone makes as high as they are can become lower.
        let tall = |heights: &Vec<usize>| {
            let own = *heights.get(at)?;
            let others = heights.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, it)| *it).max()?;
            (own > others).then_some((own, others))
        };
        let rows: Vec<_> =
            self.rows.iter().zip(heights).filter_map(|(row, heights)| Some((row.get(at)?, tall(heights)?))).collect();
        (1..=most).find_map(|more| {
            let saved =
                rows.iter().map(|(cell, (own, others))| own - height_of(cell, share + more).max(*others).min(*own));
            Some((at, saved.sum::<usize>(), more)).filter(|(_, saved, _)| *saved > 0)
        })
    }

    /// Columns of the terminal that are left for text.
    fn room(&self, width: usize, padding: usize) -> usize {
        let count = self.least.len();
        width.saturating_sub(count + 1 + 2 * padding * count)
    }
}

fn heights(row: &[Vec<Vec<usize>>], shares: &[usize]) -> Vec<usize> {
    row.iter().zip(shares).map(|(cell, width)| height_of(cell, *width)).collect()
}

/// Lines that a cell takes in a column of that width.
fn height_of(cell: &[Vec<usize>], width: usize) -> usize {
    let lines = |words: &Vec<usize>| {
        let (mut lines, mut used) = (1, 0);
        for word in words {
            let wanted = if used == 0 { *word } else { used + 1 + word };
            if wanted <= width {
                used = wanted;
            } else {
                lines += usize::from(used > 0) + word.saturating_sub(1) / width.max(1);
                used = word % width.max(1);
            }
        }
        lines
    };
    cell.iter().map(lines).sum()
}

/// The words of a text on lines of at most `width` columns, all but the first indented.
pub(super) fn fold(text: &str, width: usize, indent: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split(' ') {
        if !line.trim().is_empty() && line.width() + 1 + word.width() > width {
            lines.push(std::mem::replace(&mut line, " ".repeat(indent)));
        } else if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines.push(line);
    lines
}
