//! Prose folded between words, so that no terminal breaks one.

use unicode_width::UnicodeWidthStr;

/// The narrowest column that prose is folded to.
const NARROWEST: usize = 30;

/// The text with line breaks in place of blanks, so that no line is wider than `width` columns where its words allow that. Line
/// breaks that it has are kept.
pub(super) fn folded(text: &str, width: usize) -> String {
    let width = width.max(NARROWEST);
    let mut out = String::with_capacity(text.len());
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            out.push('\n');
        }
        fold_line(&mut out, line, width);
    }
    out
}

fn fold_line(out: &mut String, line: &str, width: usize) {
    if columns_of(line) <= width {
        return out.push_str(line.trim_start_matches(' '));
    }
    let (start, mut used) = (out.len(), 0);
    for word in line.split(' ') {
        let columns = columns_of(word);
        if used > 0 && used + 1 + columns > width {
            out.push('\n');
            used = 0;
        } else if out.len() > start {
            out.push(' ');
            used += 1;
        }
        out.push_str(word);
        used += columns;
    }
}

/// Columns of a text without line breaks and tabs.
pub(super) fn columns_of(text: &str) -> usize {
    // Every byte is looked at, which is quicker than to stop at the first.
    let is_simple = text.bytes().fold(true, |is_simple, it| is_simple & matches!(it, b' '..=b'~'));
    if is_simple { text.len() } else { text.width() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_whole() {
        let text = "kelengkapan `Notulen` tidak berasal dari output";
        assert_eq!(folded(text, 30), "kelengkapan `Notulen` tidak\nberasal dari output");
        assert_eq!(folded(text, 100), text);
        assert_eq!(folded(&"x".repeat(40), 30), "x".repeat(40));
    }
}
