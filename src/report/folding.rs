//! Prose folded between words, so that no terminal breaks one.

use unicode_width::UnicodeWidthStr;

/// The narrowest column that prose is folded to.
const NARROWEST: usize = 30;

/// The text with line breaks in place of blanks, so that no line is wider than `width` columns where its words allow that. Line
/// breaks that it has are kept.
pub(super) fn folded(text: &str, width: usize) -> String {
    let width = width.max(NARROWEST);
    text.split('\n').map(|line| fold_line(line, width)).collect::<Vec<String>>().join("\n")
}

fn fold_line(line: &str, width: usize) -> String {
    let mut out = String::new();
    let mut used = 0;
    for word in line.split(' ') {
        let columns = word.width();
        if used > 0 && used + 1 + columns > width {
            out.push('\n');
            used = 0;
        } else if !out.is_empty() {
            out.push(' ');
            used += 1;
        }
        out.push_str(word);
        used += columns;
    }
    out
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
