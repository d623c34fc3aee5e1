//! A finding with its source snippet, both ends of a relation, and what to do; cropped to the width of the terminal. Notes on the
//! reading stand at the end, without pictures.

use super::folding::folded;
use super::words::{elsewhere, place};
use super::{Checked, Report, path_in_words, reading};
use crate::diagnostic::{Diagnostic, Edit, Fix, Language, Message, Related, Severity};
use crate::plain::plain;
use crate::source::{Position, Source, Span};
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};
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

/// The longest edit, in bytes, that is shown.
const LONGEST_EDIT: usize = 60;

/// Columns that line numbers and frame take up.
const MARGIN: usize = 10;

/// All findings about one source, parted by blank lines.
///
/// Where the file holds several SOPs, a line before the findings of each says which they are about.
pub(super) fn block(report: &Report<'_>, checked: &Checked<'_>) -> String {
    let renderer = if report.colored { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Unicode).term_width(report.width);
    let words = Words { language: report.language, source: checked.source, width: report.width };
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
}

impl<'a> Words<'a> {
    /// One finding, and a blank line.
    fn write(&self, out: &mut String, renderer: &Renderer, it: &Diagnostic) {
        let rendered = renderer.render(&[self.group(it)]);
        rendered.split_inclusive('\n').filter(|line| !is_gap(line)).for_each(|line| out.push_str(line));
        out.push_str("\n\n");
    }

    fn say(&self, message: &Message) -> String {
        plain(message.in_language(self.language)).into_owned()
    }

    fn place(&self, path: &str) -> String {
        plain(&path_in_words(path, self.language)).into_owned()
    }

    fn pick(&self, id: &'static str, en: &'static str) -> &'static str {
        if self.language == Language::English { en } else { id }
    }

    fn group(&self, it: &Diagnostic) -> Group<'a> {
        let (level, name) = self.level(it.severity);
        // `galat[S502]: ` stands before it.
        let room = self.width.saturating_sub(name.width() + it.code.width() + 4);
        let title = level.with_name(name).primary_title(folded(&self.say(&it.message), room)).id(it.code);
        let mut group = match it.span {
            Some(span) => self.picture(Group::with_title(title), it, span),
            None => {
                let group = Group::with_title(title).element(Origin::path(self.name()));
                let place = format!("{}: {}", self.pick("tempat", "place"), self.place(&it.path));
                self.notes(group.element(Level::NOTE.no_name().message(place)), &it.related)
            }
        };
        if let Some(help) = &it.help {
            group = self.remark(group, Level::HELP, self.pick("bantuan", "help"), &self.say(help));
        }
        if let Some(fix) = &it.fix {
            group = self.remark(group, Level::HELP, self.pick("perbaikan", "fix"), &self.remedy(fix));
        }
        group
    }

    /// A line of prose below the picture, opened by a word.
    fn remark(&self, group: Group<'a>, level: Level<'static>, name: &'static str, text: &str) -> Group<'a> {
        let room = self.width.saturating_sub(name.width() + MARGIN);
        group.element(level.with_name(name).message(folded(text, room)))
    }

    /// What a fix does, with its edits where they are few and short, and whether it is safe.
    fn remedy(&self, fix: &Fix) -> String {
        let kind = match fix.safe {
            true => self.pick("aman", "safe"),
            false => self.pick("perlu ditinjau", "needs review"),
        };
        let mut text = format!("{} ({kind})", self.say(&fix.message));
        let is_short = |edit: &Edit| edit.text.len().max(edit.span.len()) <= LONGEST_EDIT;
        if fix.edits.len() <= MOST_EDITS && fix.edits.iter().all(is_short) {
            for edit in &fix.edits {
                let (old, new) = (plain(self.source.slice(edit.span)), plain(&edit.text));
                text.push_str(&format!("\n`{old}` → `{new}`"));
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
    fn picture(&self, group: Group<'a>, it: &Diagnostic, span: Span) -> Group<'a> {
        let is_here = |other: &&Related| other.span.is_some() && other.elsewhere.is_none();
        let (shown, said): (Vec<&Related>, Vec<&Related>) = it.related.iter().partition(is_here);
        let label = (!it.path.is_empty()).then(|| self.place(&it.path));
        let mut marks = vec![Mark { kind: AnnotationKind::Primary, range: self.clipped(span), label }];
        marks.extend(shown.into_iter().map(|other| Mark {
            kind: AnnotationKind::Context,
            range: self.clipped(other.span.unwrap_or_default()),
            label: Some(self.say(&other.message)),
        }));
        let below = self.below(&mut marks);
        let group = if self.fits(&marks) {
            group.element(self.snippet(marks))
        } else {
            marks.into_iter().fold(group, |group, mark| self.single(group, mark))
        };
        let group = below.iter().fold(group, |group, (name, label)| self.remark(group, Level::NOTE, name, label));
        self.notes(group, said)
    }

    /// Takes the labels that would stand out beyond the width, which the renderer crops only where the line does so too.
    fn below(&self, marks: &mut [Mark]) -> Vec<(&'static str, String)> {
        let stands_out = |mark: &Mark| {
            let line = self.lines(&mark.range);
            line.len() <= LONGEST_LINE
                && self.columns(line.clone()) + MARGIN <= self.width
                && self.reach(mark, line.start).end + MARGIN > self.width
        };
        let name = |kind| match kind {
            AnnotationKind::Primary => self.pick("tempat", "place"),
            _ => self.pick("lihat", "see"),
        };
        let out = marks.iter_mut().filter(|mark| stands_out(mark));
        out.filter_map(|mark| Some((name(mark.kind), mark.label.take()?))).collect()
    }

    /// All marks can stand in one picture: near enough to each other, up and down and from side to side.
    fn fits(&self, marks: &[Mark]) -> bool {
        // Each place of an office file is a picture with a heading of its own, for the lines between are seen by nobody.
        if marks.iter().any(|mark| matches!(self.position(mark), Position::Spot(_))) {
            return false;
        }
        let length = self.lines(&extent(marks)).len();
        if marks.len() == 1 || length > LONGEST_PICTURE {
            return marks.len() == 1 && length <= LONGEST_LINE;
        }
        let reaches = || marks.iter().map(|mark| self.reach(mark, self.lines(&mark.range).start));
        let start = reaches().map(|it| it.start).min().unwrap_or(0);
        let end = reaches().map(|it| it.end).max().unwrap_or(0);
        end - start + MARGIN <= self.width
    }

    /// The columns that a mark and its label take up in a line that begins at `start`.
    fn reach(&self, mark: &Mark, start: usize) -> Range<usize> {
        let first = self.columns(start..mark.range.start);
        let label = mark.label.as_deref().map_or(0, UnicodeWidthStr::width);
        first..first + self.columns(mark.range.clone()) + label
    }

    /// A picture of one mark; of an endless line only what stands around it.
    fn single(&self, group: Group<'a>, mark: Mark) -> Group<'a> {
        let position = self.position(&mark);
        let (origin, number) = match &position {
            Position::Spot(spot) => {
                let words = spot.words(self.language == Language::English);
                (Origin::path(format!("{}: {}", self.name(), plain(&words))), spot.number() as usize)
            }
            Position::Line { .. } if self.lines(&mark.range).len() <= LONGEST_LINE => {
                return group.element(self.snippet(vec![mark]));
            }
            Position::Line { line, column } => (Origin::path(self.name()).line(*line).char_column(*column), *line),
        };
        let window = self.window(&mark.range);
        let text = self.source.text.get(window.clone()).unwrap_or_default();
        let snippet = Snippet::source(plain_source(text)).line_start(number).annotation(mark.annotation(window.start));
        group.element(origin).element(snippet)
    }

    /// The lines of the marks, with the marks.
    fn snippet(&self, marks: Vec<Mark>) -> Snippet<'a, Annotation<'a>> {
        let lines = self.lines(&extent(&marks));
        let text = self.source.text.get(lines.clone()).unwrap_or_default();
        let first = self.source.line(u32::try_from(lines.start).unwrap_or(u32::MAX));
        let snippet = Snippet::source(plain_source(text)).line_start(first).path(self.name());
        snippet.annotations(marks.into_iter().map(|mark| mark.annotation(lines.start)))
    }

    fn position(&self, mark: &Mark) -> Position<'a> {
        self.source.position(u32::try_from(mark.range.start).unwrap_or(u32::MAX))
    }

    fn name(&self) -> String {
        plain(&self.source.name).into_owned()
    }

    /// Related places that no picture shows, each with where it stands.
    fn notes<'r>(&self, mut group: Group<'a>, related: impl IntoIterator<Item = &'r Related>) -> Group<'a> {
        for it in related {
            let words = self.place(&it.path);
            let place = match (&it.elsewhere, it.span) {
                (Some(other), _) => format!("{}, {words}", elsewhere(other, self.language)),
                (None, Some(span)) => format!("{}, {words}", place(self.source, span, self.language)),
                (None, None) => words,
            };
            let note = format!("{place}: {}", self.say(&it.message));
            group = self.remark(group, Level::NOTE, self.pick("lihat", "see"), &note);
        }
        group
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
        self.source.text.get(range).unwrap_or_default().chars().map(width_of).sum()
    }

    /// The range widened to whole lines; in an office file to no more than the cells or paragraphs it stands in.
    fn lines(&self, range: &Range<usize>) -> Range<usize> {
        let line = self.whole_lines(range);
        let at = |offset: usize| self.source.stretch(u32::try_from(offset).unwrap_or(u32::MAX)).range();
        let (first, last) = (at(range.start), at(range.end.saturating_sub(1).max(range.start)));
        line.start.max(first.start)..line.end.min(last.end.max(range.end))
    }

    fn whole_lines(&self, range: &Range<usize>) -> Range<usize> {
        let line = |at: usize| self.source.line_span(self.source.line(u32::try_from(at).unwrap_or(u32::MAX))).range();
        let last = line(range.end);
        let text = self.source.text.get(last.clone()).unwrap_or_default();
        line(range.start).start..last.start + text.trim_end_matches('\n').len()
    }

    /// A place in an endless line with a little on either side.
    fn window(&self, range: &Range<usize>) -> Range<usize> {
        let text = &self.source.text;
        let line = self.lines(range);
        let start = range.start.saturating_sub(WINDOW).max(line.start);
        let end = (range.end + WINDOW).min(line.end);
        text.floor_char_boundary(start)..text.floor_char_boundary(end)
    }
}

/// A place to be marked in a picture.
struct Mark {
    kind: AnnotationKind,
    range: Range<usize>,
    label: Option<String>,
}

impl Mark {
    /// The mark in a text that begins at `start`.
    fn annotation<'a>(self, start: usize) -> Annotation<'a> {
        let range = self.range.start.saturating_sub(start)..self.range.end.saturating_sub(start);
        self.kind.span(range).label(self.label)
    }
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
    // They are two bytes long, and so is what stands in for them.
    if text.chars().any(is_c1) {
        Cow::Owned(text.chars().map(|it| if is_c1(it) { '¿' } else { it }).collect())
    } else {
        Cow::Borrowed(text)
    }
}

fn is_c1(it: char) -> bool {
    matches!(it, '\u{80}'..='\u{9f}')
}
