//! A text that a letter quotes, `> ` before each of its lines → its lines without the mark.

use super::Line;
use crate::source::Span;

/// Fewer marked lines quote nothing.
const FEWEST: usize = 8;

/// The lines, those of a quotation without their marks.
pub(super) fn unquote(text: &str, mut lines: Vec<Line>) -> Vec<Line> {
    let raw = |line: &Line| &text[line.span.start as usize..line.span.end as usize];
    if lines.iter().filter(|line| raw(line).starts_with('>')).count() < FEWEST {
        return lines;
    }
    for line in &mut lines {
        let marked = raw(line);
        let marks = marked.len() - marked.trim_start_matches(['>', ' ']).len();
        if marked.starts_with('>') {
            // Behind the marks stands one blank; more of them belong to the line.
            let end = marked[..marks].rfind('>').map_or(0, |last| last + 1);
            let blank = usize::from(marked[end..].starts_with(' '));
            line.span = Span::new(line.span.start as usize + end + blank, line.span.end as usize);
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use crate::read::text::cells;

    #[test]
    fn a_quoted_text_is_read_without_its_marks() {
        let lines: Vec<String> = (1..=8).map(|at| format!("> > {at}\tMencatat surat")).collect();
        assert_eq!(cells(&lines.join("\n"))[2], ["3", "Mencatat surat"]);
        assert_eq!(cells("> Surat masuk"), [["> Surat masuk"]]);
    }
}
