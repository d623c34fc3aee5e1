//! A finding with its source snippet, both ends of a relation, and what to do; cropped to the width of the terminal. Notes on the
//! reading stand at the end, without pictures.

use super::folding::{columns_of, folded};
use super::picture::{Excerpt, Manner, Mark, Part, Picture, width, width_of};
use super::words::{elsewhere, place};
use super::{Checked, Report, path_in_words, reading};
use crate::diagnostic::{Diagnostic, Edit, Fix, Language, Message, Related};
use crate::plain::plain;
use crate::source::{Source, Span};
use std::borrow::Cow;
use std::ops::Range;

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
    // The places of an office file are named one by one, which needs no mark between.
    let is_parted = checked.source.spots.is_empty();
    let manner = Manner { colored: report.colored, width: report.width, is_parted };
    let name = plain(&checked.source.name);
    let words = Words { language: report.language, source: checked.source, width: report.width, name };
    let mut out = String::new();
    for about_one in checked.findings.chunk_by(|one, other| one.sop == other.sop) {
        let sop = about_one[0].sop;
        if let Some(which) = checked.which(sop) {
            out.push_str(&format!("══ {}, {which}\n\n", words.name));
        }
        for it in reading::faults(about_one) {
            words.picture(it).draw(&mut out, manner);
            out.push('\n');
        }
        out.push_str(&reading::block(report, checked, sop));
    }
    out
}

/// What every piece of a picture is told: the language, and the text it is cut from.
struct Words<'a> {
    language: Language,
    source: &'a Source,
    width: usize,
    /// What the file is called.
    name: Cow<'a, str>,
}

/// A place to be marked, and where it stands on the screen.
struct Place {
    mark: Mark,
    /// The lines of the text that it stands in.
    lines: Range<usize>,
    /// Its columns, counted from the beginning of these.
    columns: Range<usize>,
}

impl Place {
    /// The column behind its label, if that stands behind it.
    fn end(&self) -> usize {
        self.columns.end + self.mark.label.as_deref().map_or(0, columns_of)
    }
}

impl<'a> Words<'a> {
    fn say<'m>(&self, message: &'m Message) -> Cow<'m, str> {
        plain(message.in_language(self.language))
    }

    fn place(&self, path: &str) -> String {
        let words = path_in_words(path, self.language);
        match plain(&words) {
            Cow::Borrowed(_) => words,
            Cow::Owned(words) => words,
        }
    }

    fn pick(&self, id: &'static str, en: &'static str) -> &'static str {
        if self.language == Language::English { en } else { id }
    }

    /// The finding, ready to be drawn.
    fn picture<'p>(&'p self, it: &'p Diagnostic) -> Picture<'p> {
        let name = it.severity.spoken(self.language);
        // `galat[S502]: ` stands before it.
        let room = self.width.saturating_sub(columns_of(name) + columns_of(it.code) + 4);
        let title = folded(&self.say(&it.message), room);
        let mut parts = Vec::new();
        match it.span {
            Some(span) => self.show(&mut parts, it, span),
            None => {
                parts.push(Part::Place(self.name.to_string()));
                let place = format!("{}: {}", self.pick("tempat", "place"), self.place(&it.path));
                parts.push(Part::Remark("", place));
                self.note(&mut parts, it.related.iter());
            }
        }
        if let Some(help) = &it.help {
            parts.push(self.remark(self.pick("bantuan", "help"), &self.say(help)));
        }
        if let Some(fix) = &it.fix {
            parts.push(self.remark(self.pick("perbaikan", "fix"), &self.remedy(fix)));
        }
        Picture { severity: it.severity, name, code: it.code, title, parts }
    }

    /// A line of prose below the lines of the text, opened by a word.
    fn remark<'p>(&self, name: &'static str, text: &str) -> Part<'p> {
        let room = self.width.saturating_sub(columns_of(name) + MARGIN);
        Part::Remark(name, folded(text, room))
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

    /// One excerpt of the finding and all related places where they fit into one, else one of each; related places that stand in no
    /// text as notes.
    fn show<'p>(&'p self, parts: &mut Vec<Part<'p>>, it: &Diagnostic, span: Span) {
        let here = |other: &&Related| other.span.is_some() && other.elsewhere.is_none();
        let label = (!it.path.is_empty()).then(|| self.place(&it.path));
        let mut places = vec![self.find(true, span, label)];
        places.extend(it.related.iter().filter(here).map(|other| {
            let label = self.say(&other.message).into_owned();
            self.find(false, other.span.unwrap_or_default(), Some(label))
        }));
        let below = self.below(&mut places);
        if self.fits(&places) {
            parts.push(self.excerpt(places));
        } else {
            places.into_iter().for_each(|place| self.single(parts, place));
        }
        parts.extend(below.iter().map(|(name, label)| self.remark(name, label)));
        self.note(parts, it.related.iter().filter(|other| !here(other)));
    }

    /// Where a place stands.
    fn find(&self, is_own: bool, span: Span, label: Option<String>) -> Place {
        let range = self.clipped(span);
        let lines = self.lines(&range);
        let start = self.columns(lines.start..range.start);
        let columns = start..start + self.columns(range.clone());
        Place { mark: Mark { is_own, range, label }, lines, columns }
    }

    /// Takes the labels that would stand out beyond the width, which are cropped only where the line is so too.
    fn below(&self, places: &mut [Place]) -> Vec<(&'static str, String)> {
        let stands_out = |it: &Place| {
            it.end() + MARGIN > self.width
                && it.lines.len() <= LONGEST_LINE
                && self.columns(it.lines.clone()) + MARGIN <= self.width
        };
        let out = places.iter_mut().filter(|it| stands_out(it));
        let name = |is_own| if is_own { self.pick("tempat", "place") } else { self.pick("lihat", "see") };
        out.filter_map(|it| Some((name(it.mark.is_own), it.mark.label.take()?))).collect()
    }

    /// All places can stand in one excerpt: near enough to each other, up and down and from side to side.
    fn fits(&self, places: &[Place]) -> bool {
        // Each place of an office file is an excerpt with a heading of its own, for the lines between are seen by nobody.
        if places.iter().any(|it| self.source.spot(offset(it.mark.range.start)).is_some()) {
            return false;
        }
        let lines = self.lines(&extent(places));
        if places.len() == 1 && lines.len() <= LONGEST_LINE {
            return true;
        }
        let start = places.iter().map(|it| it.columns.start).min().unwrap_or(0);
        let end = places.iter().map(Place::end).max().unwrap_or(0);
        lines.len() <= LONGEST_PICTURE && end - start + MARGIN <= self.width
    }

    /// An excerpt around one place; of an endless line only what stands near it.
    fn single<'p>(&'p self, parts: &mut Vec<Part<'p>>, place: Place) {
        let at = offset(place.mark.range.start);
        let (heading, first) = match self.source.spot(at) {
            Some(spot) => {
                let words = spot.words(self.language == Language::English);
                (format!("{}: {}", self.name, plain(&words)), spot.number() as usize)
            }
            None if place.lines.len() <= LONGEST_LINE => return parts.push(self.excerpt(vec![place])),
            None => {
                let (line, column) = self.source.line_column(at);
                (format!("{}:{line}:{column}", self.name), line)
            }
        };
        let window = self.window(&place);
        parts.push(Part::Place(heading));
        parts.push(Part::Lines(Excerpt { name: None, ..self.cut(window, first, vec![place]) }));
    }

    /// The lines of the places, with the places marked.
    fn excerpt<'p>(&'p self, places: Vec<Place>) -> Part<'p> {
        let lines = self.lines(&extent(&places));
        let first = self.source.line(offset(lines.start));
        Part::Lines(self.cut(lines, first, places))
    }

    fn cut<'p>(&'p self, lines: Range<usize>, first: usize, places: Vec<Place>) -> Excerpt<'p> {
        let text = plain_source(self.source.text.get(lines.clone()).unwrap_or_default());
        let within =
            |range: Range<usize>| range.start.saturating_sub(lines.start)..range.end.saturating_sub(lines.start);
        let marks = places.into_iter().map(|it| Mark { range: within(it.mark.range), ..it.mark }).collect();
        Excerpt { text, first, name: Some(&self.name), marks }
    }

    /// Related places that no excerpt shows, each with where it stands.
    fn note<'r>(&self, parts: &mut Vec<Part<'_>>, related: impl Iterator<Item = &'r Related>) {
        for it in related {
            let words = self.place(&it.path);
            let place = match (&it.elsewhere, it.span) {
                (Some(other), _) => format!("{}, {words}", elsewhere(other, self.language)),
                (None, Some(span)) => format!("{}, {words}", place(self.source, span, self.language)),
                (None, None) => words,
            };
            let note = format!("{place}: {}", self.say(&it.message));
            parts.push(self.remark(self.pick("lihat", "see"), &note));
        }
    }

    /// As much of a span as is marked: of several lines the first, of a whole row its beginning.
    fn clipped(&self, span: Span) -> Range<usize> {
        let text = &self.source.text;
        let range = span.range();
        let start = text.floor_char_boundary(range.start);
        let end = text.floor_char_boundary(range.end).max(start);
        let within = text.get(start..end).unwrap_or_default();
        let line = within.split(['\n', '\r']).next().unwrap_or_default();
        // No letter takes up more than four columns a byte.
        if line.len() <= self.width / 8 {
            return start..start + line.len();
        }
        let mut columns = 0;
        let cut = line.char_indices().find(|(_, letter)| {
            columns += width_of(*letter);
            columns > self.width / 2
        });
        start..start + cut.map_or(line.len(), |(at, _)| at)
    }

    /// Columns that a stretch of one line takes up.
    fn columns(&self, range: Range<usize>) -> usize {
        width(self.source.text.get(range).unwrap_or_default())
    }

    /// The range widened to whole lines; in an office file to no more than the cells or paragraphs it stands in.
    fn lines(&self, range: &Range<usize>) -> Range<usize> {
        let line = self.whole_lines(range);
        let at = |at: usize| self.source.stretch(offset(at)).range();
        let (first, last) = (at(range.start), at(range.end.saturating_sub(1).max(range.start)));
        line.start.max(first.start)..line.end.min(last.end.max(range.end))
    }

    fn whole_lines(&self, range: &Range<usize>) -> Range<usize> {
        let text = &self.source.text;
        let start = text.get(..range.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
        let end = text.get(range.end..).and_then(|after| after.find('\n')).map_or(text.len(), |at| range.end + at);
        start..end
    }

    /// A place in an endless line with a little on either side.
    fn window(&self, place: &Place) -> Range<usize> {
        let (text, range, line) = (&self.source.text, &place.mark.range, &place.lines);
        let start = range.start.saturating_sub(WINDOW).max(line.start);
        let end = (range.end + WINDOW).min(line.end);
        text.floor_char_boundary(start)..text.floor_char_boundary(end)
    }
}

/// An offset as sources have it.
fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// The stretch that holds all places.
fn extent(places: &[Place]) -> Range<usize> {
    let start = places.iter().map(|it| it.mark.range.start).min().unwrap_or(0);
    start..places.iter().map(|it| it.mark.range.end).max().unwrap_or(start)
}

/// A stretch of source without C1 controls, every byte offset as it was; all other controls are seen to when it is drawn.
fn plain_source(text: &str) -> Cow<'_, str> {
    // They are two bytes long, and so is what stands in for them.
    if text.as_bytes().contains(&0xc2) && text.chars().any(is_c1) {
        Cow::Owned(text.chars().map(|it| if is_c1(it) { '¿' } else { it }).collect())
    } else {
        Cow::Borrowed(text)
    }
}

fn is_c1(it: char) -> bool {
    matches!(it, '\u{80}'..='\u{9f}')
}
