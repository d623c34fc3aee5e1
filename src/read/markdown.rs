//! Markdown → rows: plain text whose headings, quotes, lists, fences and marks within lines are understood.

use super::text::{Cutter, Line, lines};
use crate::document::{Aside, AsideKind, Document};
use crate::source::{Source, Span};

/// Languages of a fence that draw something.
const DRAWINGS: [&str; 5] = ["mermaid", "plantuml", "dot", "graphviz", "flow"];

/// Longest front matter, in lines.
const LONGEST_FRONT: usize = 200;

/// A text without the name of one has headings or fences of Markdown: `## DASAR HUKUM`, or a line of three backticks.
pub(super) fn is_marked_up(text: &str) -> bool {
    (text.contains('#') || text.contains('`')) && text.lines().any(|line| is_mark(line.trim_end()))
}

fn is_mark(line: &str) -> bool {
    let words = line.trim_start_matches('#');
    let signs = line.len() - words.len();
    let heads = (1..=6).contains(&signs) && words.starts_with(' ') && words.contains(char::is_alphabetic);
    let fence =
        || line.strip_prefix("```").is_some_and(|language| language.bytes().all(|it| it.is_ascii_alphanumeric()));
    heads || fence()
}

/// Cuts a Markdown text into rows.
pub fn read(source: &Source) -> Document {
    let mut cutter = Cutter::new(source, true);
    let lines = lines(&source.text);
    let mut kept = Vec::with_capacity(lines.len());
    let mut asides = Vec::new();
    let mut at = front(source, &lines);
    if at > 0 {
        asides.push(aside(&mut cutter, &lines[1..at - 1], AsideKind::Furniture));
    }
    while let Some(line) = lines.get(at) {
        let content = source.slice(line.span);
        if let Some(end) = drawing(source, &lines, at) {
            asides.push(aside(&mut cutter, &lines[at..end], AsideKind::Shape));
            kept.push(Line { span: Span::new(line.span.start as usize, line.span.start as usize), ..*line });
            at = end;
            continue;
        }
        let is_heading = content.starts_with('#');
        kept.push(Line { span: without_marks(content, line.span), is_heading, ..*line });
        at += 1;
    }
    cutter.lines(&kept);
    cutter.document.asides = asides;
    cutter.finish()
}

/// The first line behind the front matter, which stands between two rules at the very beginning; 0 where there is none.
fn front(source: &Source, lines: &[Line]) -> usize {
    let line = |line: &Line| source.slice(line.span).trim_end();
    if lines.first().is_none_or(|first| line(first) != "---") {
        return 0;
    }
    let is_entry = |text: &str| text.is_empty() || text.starts_with([' ', '-', '#']) || text.contains(':');
    let inner = lines.iter().skip(1).take(LONGEST_FRONT).take_while(|it| is_entry(line(it)));
    let end = inner
        .map(line)
        .position(|it| it == "---")
        .or_else(|| lines.iter().skip(1).take(LONGEST_FRONT).map(line).position(|it| it == "..."));
    end.map_or(0, |end| end + 2)
}

/// The first line behind the fence of a drawing that opens here.
fn drawing(source: &Source, lines: &[Line], at: usize) -> Option<usize> {
    let content = source.slice(lines[at].span).trim();
    let mark = content.get(..3).filter(|mark| matches!(*mark, "```" | "~~~"))?;
    let language = content.trim_start_matches(['`', '~', ' ', '{', '.']);
    if !DRAWINGS.iter().any(|it| language.starts_with(it)) {
        return None;
    }
    let closes = |line: &Line| source.slice(line.span).trim().starts_with(mark);
    lines[at + 1..].iter().position(closes).map(|end| at + 1 + end + 1)
}

/// What these lines say, as something that is no text of the document.
fn aside(cutter: &mut Cutter<'_>, lines: &[Line], kind: AsideKind) -> Aside {
    let (first, last) = (lines.first(), lines.last());
    let span = first.zip(last).map(|(first, last)| first.span.to(last.span));
    let text = span.map(|span| cutter.clean(span)).unwrap_or_default();
    Aside { kind, text, span }
}

/// The line without the signs of a heading or a quote; a heading also without pictures before its words. Fences are blank.
fn without_marks(content: &str, span: Span) -> Span {
    if content.trim_start().starts_with("```") || content.trim_start().starts_with("~~~") {
        return Span { start: span.start, end: span.start };
    }
    let is_heading = content.starts_with('#');
    if !is_heading && !content.starts_with('>') {
        return span;
    }
    let words = content.trim_start_matches(['#', '>', ' ']);
    let words = if is_heading { words.trim_start_matches(is_picture) } else { words };
    let end = if is_heading { heading_end(content) } else { content.len() };
    let start = (content.len() - words.len()).min(end);
    Span::new(span.start as usize + start, span.start as usize + end)
}

/// Emoji and the like, with the blanks behind them.
fn is_picture(letter: char) -> bool {
    letter == ' ' || matches!(letter, '\u{2600}'..='\u{27bf}' | '\u{fe0f}' | '\u{200d}' | '\u{1f000}'..='\u{1faff}')
}

/// Where the words of a heading end: before closing signs and attributes.
fn heading_end(content: &str) -> usize {
    let words = content.trim_end();
    let words = match words.rfind('{') {
        Some(at) if words.ends_with('}') && words[at + 1..].starts_with(['#', '.', '-']) => words[..at].trim_end(),
        _ => words,
    };
    words.trim_end_matches('#').trim_end_matches(is_picture).trim_end().len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Row;

    fn rows(text: &str) -> Vec<Vec<String>> {
        let document = read(&Source::new("x.md", text));
        let row = |row: &Row| row.cells.iter().map(|it| it.text.as_str().to_owned()).collect();
        document.rows.iter().map(row).collect()
    }

    #[test]
    fn headings_lists_and_front_matter_are_understood() {
        let text = "---\ntitle: x\n---\n# 📋 SOP *Surat* {#sop .unnumbered}\n***\n*   **Alat**: 1\\. meja\n> kutipan\n";
        assert_eq!(rows(text), [vec!["SOP Surat"], vec![], vec!["* Alat: 1. meja"], vec!["kutipan"]]);
    }

    #[test]
    fn a_text_that_is_set_in_as_a_whole_is_read_as_one_that_is_not() {
        let text = "# SOP Surat\n\n| No | Kegiatan |\n|---|---|\n| 1 | Menulis |\n";
        let set_in: String = text.lines().map(|line| format!("    {line}\n")).collect();
        assert_eq!(rows(&set_in), rows(text));
    }

    #[test]
    fn a_drawing_is_told_and_other_fences_are_text() {
        let source = Source::new("x.md", "```mermaid\ngraph TD\n```\n```\nNomor SOP  1\n```\n---\nisi\n");
        let document = read(&source);
        assert_eq!(document.asides.len(), 1);
        assert_eq!(document.rows.iter().filter(|row| !row.is_blank()).count(), 2);
    }
}
