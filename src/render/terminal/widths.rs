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
}

impl Widths {
    /// Measures a table; no group of columns gets narrower than its name.
    pub fn of(head: &[String], rows: &[Vec<String>], groups: &[Group]) -> Self {
        let texts = |at: usize| rows.iter().filter_map(move |row| row.get(at)).map(String::as_str);
        let widest = |parts: &mut dyn Iterator<Item = &str>| parts.map(UnicodeWidthStr::width).max().unwrap_or(0);
        let (mut least, mut most) = (Vec::new(), Vec::new());
        for (at, title) in head.iter().enumerate() {
            let words = widest(&mut texts(at).flat_map(str::split_whitespace)).min(LONGEST_WORD);
            let title_words = widest(&mut title.split_whitespace());
            least.push(words.max(title_words).max(1));
            most.push(widest(&mut texts(at).flat_map(str::lines)).max(title_words).max(least[at]));
        }
        let mut widths = Self { least, most };
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
    /// longest word goes, bit by bit, to the column whose longest line would be folded most often.
    pub fn share(&self, width: usize, padding: usize) -> Vec<usize> {
        let mut shares = self.least.clone();
        let room = self.room(width, padding);
        while shares.iter().sum::<usize>() > room {
            let widest = (0..shares.len()).max_by_key(|at| (shares[*at], usize::MAX - at));
            let Some(at) = widest.filter(|at| shares[*at] > NARROWEST) else { break };
            shares[at] -= 1;
        }
        let mut left = room.saturating_sub(shares.iter().sum());
        while left > 0 {
            let folds = |at: &usize| (self.most[*at] * 1000) / shares[*at];
            let open = (0..shares.len()).filter(|at| shares[*at] < self.most[*at]);
            let Some(at) = open.max_by_key(|at| (folds(at), usize::MAX - at)) else { break };
            shares[at] += 1;
            left -= 1;
        }
        shares
    }

    /// Columns of the terminal that are left for text.
    fn room(&self, width: usize, padding: usize) -> usize {
        let count = self.least.len();
        width.saturating_sub(count + 1 + 2 * padding * count)
    }
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
