//! A finding with its source snippet, both ends of a relation, and what to do; cropped to the width of the terminal. Notes on the
//! reading stand at the end, without pictures.

use super::folding::folded;
use super::remedy::{Shown, shown};
use super::words::{elsewhere, place};
use super::{Checked, Report, path_in_words, reading};
use crate::diagnostic::{Diagnostic, Fix, Language, Message, Related, Severity};
use crate::plain::plain;
use crate::source::{Position, Source, Span};
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};
use std::borrow::Cow;
use std::ops::Range;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The longest stretch of source, in bytes, that is shown with both ends of a relation in one picture.
const LONGEST_PICTURE: usize = 64 * 1024;

/// The longest line, in bytes, that is left to the renderer to crop.
const LONGEST_LINE: usize = 16 * 1024;

/// How much is shown, in bytes, on either side of a place in a line longer than that.
const WINDOW: usize = 512;

/// The most edits of a fix that are shown one by one.
const MOST_EDITS: usize = 3;

/// Joins two signs into one where a terminal knows how; the renderer leaves it out of headings.
const JOINER: char = '\u{200d}';

/// Columns that line numbers and frame take up.
const MARGIN: usize = 10;

/// All findings about one source, parted by blank lines.
///
/// Where the file holds several SOPs, a line before the findings of each says which they are about.
pub(super) fn block(report: &Report<'_>, checked: &Checked<'_>) -> String {
    let renderer = if report.colored { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Unicode).term_width(report.width);
    let words =
        Words { language: report.language, source: checked.source, width: report.width, is_colored: report.colored };
    let mut out = String::new();
    for about_one in checked.findings.chunk_by(|one, other| one.sop == other.sop) {
        let sop = about_one[0].sop;
        if let Some(which) = checked.which(sop) {
            out.push_str(&format!("══ {}, {which}\n\n", words.name()));
        }
        reading::faults(about_one).for_each(|it| words.write(&mut out, &renderer, it));
        out.push_str(&reading::block(report, checked, sop));
    }
    out
}

/// The mark that the renderer puts between a heading of ours and the picture below it, and that says nothing.
fn is_gap(line: &str) -> bool {
    line.split_once('⸬').is_some_and(|(before, after)| {
        let after = after.trim().trim_end_matches("\u{1b}[0m");
        !before.contains('│') && after.trim().is_empty()
    })
}

/// What every piece of a picture is told: the language, and the text it is cut from.
struct Words<'a> {
    language: Language,
    source: &'a Source,
    width: usize,
    is_colored: bool,
}

impl<'a> Words<'a> {
    /// One finding, and a blank line.
    fn write(&self, out: &mut String, renderer: &Renderer, it: &Diagnostic) {
        let Drawing { group, heading, remarks } = self.drawing(it);
        let rendered = renderer.render(&[group]);
        let mut lines = rendered.split('\n');
        heading.lines().zip(lines.by_ref()).for_each(|(said, frame)| out.extend([frame, said, "\n"]));
        let pictures = lines.clone().count().saturating_sub(remarks.lines().count());
        for line in lines.by_ref().take(pictures).filter(|line| self.source.spots.is_empty() || !is_gap(line)) {
            out.extend([line, "\n"]);
        }
        lines.zip(remarks.lines()).for_each(|(frame, remark)| out.extend([frame, remark, "\n"]));
        out.push('\n');
    }

    fn say<'m>(&self, message: &'m Message) -> Cow<'m, str> {
        plain(message.in_language(self.language))
    }

    fn place(&self, path: &str) -> String {
        plain(&path_in_words(path, self.language)).into_owned()
    }

    fn pick(&self, id: &'static str, en: &'static str) -> &'static str {
        if self.language == Language::English { en } else { id }
    }

    fn drawing(&self, it: &Diagnostic) -> Drawing<'a> {
        let (level, name) = self.level(it.severity);
        // `galat[S502]: ` stands before it.
        let room = self.width.saturating_sub(name.width() + it.code.width() + 4);
        let said = folded(&self.say(&it.message), room);
        // In colours the words of a heading are one stretch with what opens it.
        let (title, heading) = match self.is_colored {
            true => (said, String::new()),
            false => (breaks(&said), said.replace(JOINER, "")),
        };
        let title = level.with_name(name).primary_title(title).id(it.code);
        let drawing = Drawing { group: Group::with_title(title), heading, remarks: String::new() };
        let mut drawing = match it.span {
            Some(span) => self.picture(drawing, it, span),
            None => {
                let drawing = drawing.element(Origin::path(self.name()));
                let place = format!("{}: {}", self.pick("tempat", "place"), self.place(&it.path));
                self.notes(drawing.element(Level::NOTE.no_name().message(place)), &it.related)
            }
        };
        if let Some(help) = &it.help {
            drawing = self.remark(drawing, Level::HELP, self.pick("bantuan", "help"), &self.say(help));
        }
        if let Some(fix) = &it.fix {
            drawing = self.remark(drawing, Level::HELP, self.pick("perbaikan", "fix"), &self.remedy(fix));
        }
        drawing
    }

    /// A line of prose below the picture, opened by a word. The renderer is given as many empty lines to draw the frame for.
    fn remark(&self, mut drawing: Drawing<'a>, level: Level<'static>, name: &'static str, text: &str) -> Drawing<'a> {
        let room = self.width.saturating_sub(name.width() + MARGIN);
        let text = folded(text, room);
        drawing.remarks.extend([&text, "\n"]);
        drawing.element(level.with_name(name).message(breaks(&text)))
    }

    /// What a fix does, with its edits where they are few, and whether it is safe.
    fn remedy(&self, fix: &Fix) -> String {
        let kind = match fix.safe {
            true => self.pick("aman", "safe"),
            false => self.pick("perlu ditinjau", "needs review"),
        };
        let mut text = format!("{} ({kind})", self.say(&fix.message));
        if fix.edits.len() <= MOST_EDITS {
            for Shown { before, after } in shown(&fix.edits, &self.source.text).unwrap_or_default() {
                let after = after.map_or_else(|| self.pick("dihapus", "removed").to_owned(), |it| format!("`{it}`"));
                text.push_str(&format!("\n`{before}` → {after}"));
            }
        }
        text
    }

    fn level(&self, severity: Severity) -> (Level<'static>, &'static str) {
        let level = match severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Info => Level::INFO,
            Severity::Note => Level::NOTE,
        };
        (level, severity.spoken(self.language))
    }

    /// One picture of the finding and all related places where they fit into one, else a picture of each; related places
    /// that stand in no text as notes.
    fn picture(&self, drawing: Drawing<'a>, it: &Diagnostic, span: Span) -> Drawing<'a> {
        let is_here = |other: &&Related| other.span.is_some() && other.elsewhere.is_none();
        let (shown, said): (Vec<&Related>, Vec<&Related>) = it.related.iter().partition(is_here);
        let label = (!it.path.is_empty()).then(|| self.place(&it.path));
        let mut marks = Vec::with_capacity(1 + shown.len());
        marks.push(self.mark(AnnotationKind::Primary, span, label));
        marks.extend(shown.into_iter().map(|other| {
            let label = self.say(&other.message).into_owned();
            self.mark(AnnotationKind::Context, other.span.unwrap_or_default(), Some(label))
        }));
        let below = self.below(&mut marks);
        let drawing = match self.lines_of_all(&marks) {
            Some(lines) => drawing.element(self.snippet(marks, lines)),
            None => marks.into_iter().fold(drawing, |drawing, mark| self.single(drawing, mark)),
        };
        let note = |drawing, (name, label): &(&'static str, String)| self.remark(drawing, Level::NOTE, name, label);
        self.notes(below.iter().fold(drawing, note), said)
    }

    fn mark(&self, kind: AnnotationKind, span: Span, label: Option<String>) -> Mark {
        let range = self.clipped(span);
        let line = self.lines(&range);
        // Of an endless line nobody asks for the column, and to count up to it for each finding would take for ever.
        let start = if line.len() <= LONGEST_PICTURE { self.columns(line.start..range.start) } else { 0 };
        let end = start + self.columns(range.clone());
        Mark { kind, range, label, line, columns: start..end }
    }

    /// Takes the labels that would stand out beyond the width, which the renderer crops only where the line does so too.
    fn below(&self, marks: &mut [Mark]) -> Vec<(&'static str, String)> {
        let stands_out = |mark: &Mark| {
            let line = || self.columns(mark.line.clone());
            mark.end() + MARGIN > self.width && mark.line.len() <= LONGEST_LINE && line() + MARGIN <= self.width
        };
        let name = |kind| match kind {
            AnnotationKind::Primary => self.pick("tempat", "place"),
            _ => self.pick("lihat", "see"),
        };
        let out = marks.iter_mut().filter(|mark| stands_out(mark));
        out.filter_map(|mark| Some((name(mark.kind), mark.label.take()?))).collect()
    }

    /// The lines of all marks, where they can stand in one picture: near enough to each other, up and down and from side to side.
    fn lines_of_all(&self, marks: &[Mark]) -> Option<Range<usize>> {
        // Each place of an office file is a picture with a heading of its own, for the lines between are seen by nobody.
        if marks.iter().any(|mark| self.source.spot(offset(mark.range.start)).is_some()) {
            return None;
        }
        if let [only] = marks {
            return (only.line.len() <= LONGEST_LINE).then(|| only.line.clone());
        }
        let lines = self.lines(&extent(marks));
        let start = marks.iter().map(|mark| mark.columns.start).min().unwrap_or(0);
        let end = marks.iter().map(Mark::end).max().unwrap_or(0);
        (lines.len() <= LONGEST_PICTURE && end - start + MARGIN <= self.width).then_some(lines)
    }

    /// A picture of one mark; of an endless line only what stands around it.
    fn single(&self, drawing: Drawing<'a>, mark: Mark) -> Drawing<'a> {
        let position = self.position(&mark);
        let (origin, number) = match &position {
            Position::Spot(spot) => {
                let words = spot.words(self.language == Language::English);
                (Origin::path(format!("{}: {}", self.name(), plain(&words))), spot.number() as usize)
            }
            Position::Line { .. } if mark.line.len() <= LONGEST_LINE => {
                let line = mark.line.clone();
                return drawing.element(self.snippet(vec![mark], line));
            }
            Position::Line { line, column } => (Origin::path(self.name()).line(*line).char_column(*column), *line),
        };
        let window = self.window(&mark);
        let text = self.source.text.get(window.clone()).unwrap_or_default();
        let snippet = Snippet::source(plain_source(text)).line_start(number).annotation(mark.annotation(window.start));
        drawing.element(origin).element(snippet)
    }

    /// The lines of the marks, with the marks.
    fn snippet(&self, marks: Vec<Mark>, lines: Range<usize>) -> Snippet<'a, Annotation<'a>> {
        let lines = lines.start..self.last_seen(&marks).unwrap_or(lines.end);
        let text = self.source.text.get(lines.clone()).unwrap_or_default();
        let first = self.source.line(offset(lines.start));
        let snippet = Snippet::source(plain_source(text)).line_start(first).path(self.name());
        snippet.annotations(marks.into_iter().map(|mark| mark.annotation(lines.start)))
    }

    /// How much of the last line the renderer has to be given, where it crops the line and much of it would never be seen.
    fn last_seen(&self, marks: &[Mark]) -> Option<usize> {
        let last = marks.iter().max_by_key(|mark| mark.range.end)?;
        let columns = marks.iter().map(Mark::end).max()?.saturating_sub(last.columns.end);
        let end = last.range.end + columns + self.width + MARGIN * 2;
        let (seen, text) = (self.source.text.get(last.range.end..end)?, self.source.text.get(last.range.start..end)?);
        // A letter of one byte takes a column at least. Blanks alone have no beginning that the renderer could crop to.
        (end < last.line.end && seen.is_ascii() && !text.trim_start().is_empty()).then_some(end)
    }

    fn position(&self, mark: &Mark) -> Position<'a> {
        self.source.position(offset(mark.range.start))
    }

    fn name(&self) -> Cow<'a, str> {
        plain(&self.source.name)
    }

    /// Related places that no picture shows, each with where it stands.
    fn notes<'r>(&self, mut drawing: Drawing<'a>, related: impl IntoIterator<Item = &'r Related>) -> Drawing<'a> {
        for it in related {
            let words = self.place(&it.path);
            let place = match (&it.elsewhere, it.span) {
                (Some(other), _) => format!("{}, {words}", elsewhere(other, self.language)),
                (None, Some(span)) => format!("{}, {words}", place(self.source, span, self.language)),
                (None, None) => words,
            };
            let note = format!("{place}: {}", self.say(&it.message));
            drawing = self.remark(drawing, Level::NOTE, self.pick("lihat", "see"), &note);
        }
        drawing
    }

    /// As much of a span as is marked: of several lines the first, of a whole row its beginning.
    fn clipped(&self, span: Span) -> Range<usize> {
        let text = &self.source.text;
        let range = span.range();
        let start = text.floor_char_boundary(range.start);
        let end = text.floor_char_boundary(range.end).max(start);
        let within = text.get(start..end).unwrap_or_default();
        let line = within.split(['\n', '\r']).next().unwrap_or_default();
        let mut columns = 0;
        let cut = line.char_indices().find(|(_, letter)| {
            columns += width_of(*letter);
            columns > self.width / 2
        });
        start..start + cut.map_or(line.len(), |(at, _)| at)
    }

    /// Columns that a stretch of one line takes up.
    fn columns(&self, range: Range<usize>) -> usize {
        let text = self.source.text.get(range).unwrap_or_default();
        if text.is_ascii() {
            return text.len() + 3 * text.bytes().filter(|byte| *byte == b'\t').count();
        }
        text.chars().map(width_of).sum()
    }

    /// The range widened to whole lines; in an office file to no more than the cells or paragraphs it stands in.
    fn lines(&self, range: &Range<usize>) -> Range<usize> {
        let line = self.whole_lines(range);
        let at = |at: usize| self.source.stretch(offset(at)).range();
        let (first, last) = (at(range.start), at(range.end.saturating_sub(1).max(range.start)));
        line.start.max(first.start)..line.end.min(last.end.max(range.end))
    }

    fn whole_lines(&self, range: &Range<usize>) -> Range<usize> {
        let line = |at: usize| self.source.line_span(self.source.line(offset(at))).range();
        let last = line(range.end);
        let text = self.source.text.get(last.clone()).unwrap_or_default();
        line(range.start).start..last.start + text.trim_end_matches('\n').len()
    }

    /// A place in an endless line with a little on either side.
    fn window(&self, mark: &Mark) -> Range<usize> {
        let (text, line) = (&self.source.text, &mark.line);
        let start = mark.range.start.saturating_sub(WINDOW).max(line.start);
        let end = (mark.range.end + WINDOW).min(line.end);
        text.floor_char_boundary(start)..text.floor_char_boundary(end)
    }
}

/// One finding as the renderer gets it: pictures, above them what opens the heading, and below them the frame for remarks. Their
/// prose is only put into it.
struct Drawing<'a> {
    group: Group<'a>,
    /// The prose of the heading, line by line; empty where the renderer has it.
    heading: String,
    /// That of the remarks.
    remarks: String,
}

impl<'a> Drawing<'a> {
    fn element(self, element: impl Into<Element<'a>>) -> Self {
        Self { group: self.group.element(element), ..self }
    }
}

/// The line breaks of a text alone.
fn breaks(text: &str) -> String {
    text.matches('\n').collect()
}

/// A place to be marked in a picture.
struct Mark {
    kind: AnnotationKind,
    range: Range<usize>,
    label: Option<String>,
    /// The whole lines it stands in.
    line: Range<usize>,
    /// Where it stands in the first of them.
    columns: Range<usize>,
}

impl Mark {
    /// The column in which its label ends.
    fn end(&self) -> usize {
        self.columns.end + self.label.as_deref().map_or(0, UnicodeWidthStr::width)
    }

    /// The mark in a text that begins at `start`.
    fn annotation<'a>(self, start: usize) -> Annotation<'a> {
        let range = self.range.start.saturating_sub(start)..self.range.end.saturating_sub(start);
        self.kind.span(range).label(self.label)
    }
}

/// A byte of the source as its places have it.
fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// The stretch that holds all marks.
fn extent(marks: &[Mark]) -> Range<usize> {
    let start = marks.iter().map(|mark| mark.range.start).min().unwrap_or(0);
    start..marks.iter().map(|mark| mark.range.end).max().unwrap_or(start)
}

/// Columns of one letter; the renderer draws a tab as four blanks.
fn width_of(letter: char) -> usize {
    if letter == '\t' { 4 } else { letter.width().unwrap_or(1) }
}

/// A stretch of source without C1 controls, every byte offset as it was; the renderer sees to all other controls.
fn plain_source(text: &str) -> Cow<'_, str> {
    // They are two bytes long, and so is what stands in for them; the first of the two tells that there may be one.
    if text.as_bytes().contains(&0xc2) && text.chars().any(is_c1) {
        Cow::Owned(text.chars().map(|it| if is_c1(it) { '¿' } else { it }).collect())
    } else {
        Cow::Borrowed(text)
    }
}

fn is_c1(it: char) -> bool {
    matches!(it, '\u{80}'..='\u{9f}')
}
