//! Lines of a page with texts at columns, and the two ways a program turns them into text.

/// Texts placed on lines; those of a line are kept in the order of their columns.
#[derive(Default)]
pub struct Canvas(Vec<Vec<(usize, String)>>);

impl Canvas {
    /// Puts a text on a line, counted from 0, at a column.
    pub fn put(&mut self, line: usize, column: usize, text: &str) {
        while self.0.len() <= line {
            self.0.push(Vec::new());
        }
        if text.is_empty() {
            return;
        }
        let at = self.0[line].partition_point(|(other, _)| *other <= column);
        self.0[line].insert(at, (column, text.to_owned()));
    }

    /// How many lines there are.
    pub fn height(&self) -> usize {
        self.0.len()
    }

    /// The lines with every text at its column; where the one before reaches too far, one blank stands between.
    pub fn spaced(&self) -> Vec<String> {
        self.0.iter().map(|line| spaced(line)).collect()
    }

    /// The lines with one blank between texts, as a viewer copies them; empty ones are left out.
    pub fn copied(&self) -> Vec<String> {
        let texts = self.0.iter().filter(|line| !line.is_empty());
        texts.map(|line| line.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join(" ")).collect()
    }
}

fn spaced(line: &[(usize, String)]) -> String {
    let mut out = String::new();
    let mut length = 0;
    for (column, text) in line {
        let gap = column.saturating_sub(length).max(usize::from(length > 0));
        out.push_str(&" ".repeat(gap));
        out.push_str(text);
        length += gap + text.chars().count();
    }
    out
}
