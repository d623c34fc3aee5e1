//! Places as editors count them: lines from 0, and columns from 0 in UTF-16 code units.

use super::{Source, Span, offset};

impl Source {
    /// Line and column of a byte offset; of one inside a letter, those of the letter.
    pub fn utf16(&self, at: u32) -> (u32, u32) {
        let line = self.line(at) - 1;
        let start = self.lines[line] as usize;
        let mut end = (at as usize).min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        let before = self.counts.within(&self.text, start.min(end)..end);
        (offset(line), offset(before.letters + before.wide))
    }

    /// The byte offset of a line and column; of a column beyond the end of its line, the end of the line, and of a line beyond
    /// the end of the text, the end of the text.
    pub fn at_utf16(&self, line: u32, column: u32) -> u32 {
        let Some(start) = self.lines.get(line as usize).copied() else { return offset(self.text.len()) };
        let mut left = column as usize;
        let mut at = start as usize;
        let text = self.slice(self.line_span(line as usize + 1)).trim_end_matches(['\n', '\r']);
        for letter in text.chars() {
            let Some(rest) = left.checked_sub(letter.len_utf16()) else { break };
            (left, at) = (rest, at + letter.len_utf8());
        }
        offset(at)
    }

    /// The end of the line that the offset stands in, without its break.
    pub fn line_end(&self, at: u32) -> u32 {
        let span: Span = self.line_span(self.line(at));
        span.start + offset(self.slice(span).trim_end_matches(['\n', '\r']).len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_beyond_the_basic_plane_count_twice() {
        let source = Source::new("x", "a😀b\r\né\n");
        assert_eq!(source.utf16(5), (0, 3));
        assert_eq!(source.utf16(3), (0, 1), "inside a letter");
        assert_eq!(source.at_utf16(0, 3), 5);
        assert_eq!(source.at_utf16(0, 2), 1, "inside a letter");
        assert_eq!(source.at_utf16(0, 99), 6, "before the break");
        assert_eq!(source.at_utf16(1, 1), 10);
        assert_eq!(source.at_utf16(9, 0), 11);
        assert_eq!(source.line_end(0), 6);
    }
}
