//! A finding with its source snippet, both ends of a relation, and what to do; cropped to the width of the terminal.

use super::{Report, path_in_words};
use crate::diagnostic::{Diagnostic, Language, Message, Related, Severity};
use crate::plain::plain;
use crate::source::{Source, Span};
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use std::borrow::Cow;
use std::ops::Range;

/// The longest stretch of source, in bytes, that is shown with both ends of a relation in one picture.
const LONGEST_PICTURE: usize = 64 * 1024;

/// How much is shown, in bytes, on either side of a place in a stretch longer than that.
const WINDOW: usize = 512;

/// All findings about one source, parted by blank lines.
pub(super) fn block(report: &Report, source: &Source, findings: &[Diagnostic]) -> String {
    let renderer = if report.colored { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Unicode).term_width(report.width);
    let words = Words { language: report.language, source };
    let mut out = String::new();
    for it in findings {
        out.push_str(&renderer.render(&[words.group(it)]));
        out.push_str("\n\n");
    }
    out
}

/// What every piece of a picture is told: the language, and the text it is cut from.
struct Words<'a> {
    language: Language,
    source: &'a Source,
}

impl<'a> Words<'a> {
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
        let level = self.level(it.severity);
        let title = level.primary_title(self.say(&it.message)).id(it.code);
        let mut group = match it.span {
            Some(span) => self.picture(Group::with_title(title), it, span),
            None => {
                let group = Group::with_title(title).element(Origin::path(plain(&self.source.name).into_owned()));
                let place = format!("{}: {}", self.pick("tempat", "place"), self.place(&it.path));
                self.notes(group.element(Level::NOTE.no_name().message(place)), &it.related)
            }
        };
        if let Some(help) = &it.help {
            group = group.element(Level::HELP.with_name(self.pick("bantuan", "help")).message(self.say(help)));
        }
        group
    }

    fn level(&self, severity: Severity) -> Level<'static> {
        match severity {
            Severity::Error => Level::ERROR.with_name(self.pick("galat", "error")),
            Severity::Warning => Level::WARNING.with_name(self.pick("peringatan", "warning")),
            Severity::Info => Level::INFO.with_name(self.pick("saran", "suggestion")),
        }
    }

    /// The snippet with the finding and all related places that stand near enough; the rest as notes.
    fn picture(&self, group: Group<'a>, it: &Diagnostic, span: Span) -> Group<'a> {
        let primary = self.first_line(span);
        let spans = it.related.iter().filter_map(|other| other.span).map(|other| self.first_line(other));
        let all = spans.fold(primary.clone(), |one, other| one.start.min(other.start)..one.end.max(other.end));
        let whole = self.lines(&all);
        if whole.len() > LONGEST_PICTURE {
            let (line, column) = self.source.line_column(span.start);
            let origin = Origin::path(plain(&self.source.name).into_owned()).line(line).char_column(column);
            let window = self.window(&primary);
            let snippet = self.snippet(&window).annotation(self.primary(it, &primary, window.start));
            return self.notes(group.element(origin).element(snippet), &it.related);
        }
        let (shown, said): (Vec<&Related>, Vec<&Related>) = it.related.iter().partition(|other| other.span.is_some());
        let mut snippet = self.snippet(&whole).path(plain(&self.source.name).into_owned());
        snippet = snippet.annotation(self.primary(it, &primary, whole.start));
        for other in shown {
            let span = self.first_line(other.span.unwrap_or_default());
            let kind = AnnotationKind::Context.span(shift(&span, whole.start));
            snippet = snippet.annotation(kind.label(self.say(&other.message)));
        }
        self.notes(group.element(snippet), said)
    }

    fn primary(&self, it: &Diagnostic, span: &Range<usize>, start: usize) -> Annotation<'a> {
        let annotation = AnnotationKind::Primary.span(shift(span, start));
        if it.path.is_empty() { annotation } else { annotation.label(self.place(&it.path)) }
    }

    fn snippet(&self, range: &Range<usize>) -> Snippet<'a, Annotation<'a>> {
        let text = self.source.text.get(range.clone()).unwrap_or_default();
        let line = self.source.line(u32::try_from(range.start).unwrap_or(u32::MAX));
        Snippet::source(plain_source(text)).line_start(line)
    }

    /// Related places that no picture shows, each with where it stands.
    fn notes<'r>(&self, mut group: Group<'a>, related: impl IntoIterator<Item = &'r Related>) -> Group<'a> {
        for it in related {
            let place = match it.span {
                Some(span) => {
                    let (line, column) = self.source.line_column(span.start);
                    format!("{}:{line}:{column}, {}", plain(&self.source.name), self.place(&it.path))
                }
                None => self.place(&it.path),
            };
            let note = format!("{place}: {}", self.say(&it.message));
            group = group.element(Level::NOTE.with_name(self.pick("lihat", "see")).message(note));
        }
        group
    }

    /// The part of a span that stands on its first line: a finding about a whole table points at where it begins.
    fn first_line(&self, span: Span) -> Range<usize> {
        let text = &self.source.text;
        let range = span.range();
        let start = range.start.min(text.len());
        let end = range.end.clamp(start, text.len());
        let within = text.get(start..end).unwrap_or_default();
        let length = within.find(['\n', '\r']).unwrap_or(within.len());
        start..start + length
    }

    /// The range widened to whole lines.
    fn lines(&self, range: &Range<usize>) -> Range<usize> {
        let text = &self.source.text;
        let start = text.get(..range.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
        let end = text.get(range.end..).and_then(|after| after.find('\n')).map_or(text.len(), |at| range.end + at);
        start..end
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

fn shift(range: &Range<usize>, start: usize) -> Range<usize> {
    range.start.saturating_sub(start)..range.end.saturating_sub(start)
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
