//! Rows across the table that head those below them, which the table crate does not draw: put between its finished lines.

use super::Glyphs;
use super::widths;
use unicode_width::UnicodeWidthStr;

/// The lines with these headings, one list for each row of the body, above the rows they head. Where `apart`, their words
/// keep to the first two columns, for arrows run in the others.
pub(super) fn insert(lines: Vec<String>, headings: &[Vec<String>], apart: bool, glyphs: Glyphs) -> Vec<String> {
    if headings.iter().all(Vec::is_empty) {
        return lines;
    }
    let joints = super::flow::borders(lines.first().map_or("", String::as_str));
    let right = joints.last().copied().unwrap_or(0);
    let end = if apart { joints.get(2).copied().unwrap_or(right) } else { right };
    let rows = super::flow::rows(&lines);
    let mut out = Vec::with_capacity(lines.len());
    let mut done = 0;
    for (row, headings) in rows.iter().zip(headings).filter(|(_, headings)| !headings.is_empty()) {
        out.extend_from_slice(&lines[done..row.start]);
        done = row.start;
        let rule: Vec<char> = lines[row.start - 1].chars().collect();
        if let Some(above) = out.last_mut() {
            *above = joined(&rule, &joints, Joint::Above, glyphs);
        }
        for (at, heading) in headings.iter().enumerate() {
            if at > 0 {
                out.push(joined(&light(&rule, glyphs), &joints, Joint::Between, glyphs));
            }
            let words = widths::fold(heading, end.saturating_sub(3), 0);
            out.extend(words.iter().map(|words| line(words.trim_end(), &rule, &joints, glyphs)));
        }
        out.push(joined(&light(&rule, glyphs), &joints, Joint::Below, glyphs));
    }
    out.extend_from_slice(&lines[done..]);
    out
}

/// Where a ruling stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    Above,
    Between,
    Below,
}

/// A ruling of the header as one between rows.
fn light(rule: &[char], glyphs: Glyphs) -> Vec<char> {
    let light = |it: &char| match (glyphs, it) {
        (Glyphs::Ascii, '=') => '-',
        (_, '═') => '─',
        (_, '╪') => '┼',
        (_, '╞') => '├',
        (_, '╡') => '┤',
        _ => *it,
    };
    rule.iter().map(light).collect()
}

/// A ruling whose inner columns end above it, begin below it, or neither.
fn joined(rule: &[char], joints: &[usize], joint: Joint, glyphs: Glyphs) -> String {
    let inner = joints.get(1..joints.len().saturating_sub(1)).unwrap_or_default();
    let shown = |(at, it): (usize, &char)| match (joint, it) {
        _ if glyphs == Glyphs::Ascii || !inner.contains(&at) => *it,
        (Joint::Above, '┼') => '┴',
        (Joint::Above, '╪') => '╧',
        (Joint::Between, '┼') => '─',
        (Joint::Below, '┼') => '┬',
        _ => *it,
    };
    rule.iter().enumerate().map(shown).collect()
}

/// The words of a heading between the outer borders, and what the ruling above shows to run down through them.
fn line(words: &str, rule: &[char], joints: &[usize], glyphs: Glyphs) -> String {
    let bar = glyphs.pick("│", "|");
    let down = glyphs.pick("┃", "|");
    let crossed = |it: char| matches!((glyphs, it), (Glyphs::Unicode, '╂') | (Glyphs::Ascii, '|'));
    let mut out = format!("{bar} {words}");
    for (at, it) in rule.iter().enumerate().skip(2 + words.width()) {
        out.push_str(match at {
            _ if at + 1 == rule.len() => bar,
            _ if crossed(*it) && !joints.contains(&at) => down,
            _ => " ",
        });
    }
    out
}
