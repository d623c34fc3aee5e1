//! Lines of a section → its items.

use super::marks::{leading, list_number, lone_number, starts_item};
use super::numbers;
use super::says::{cites_on, goes_on, is_closed, names_sop};
use crate::document::Text;
use crate::grammar::enumeration::Names;
use crate::grammar::{citation, enumeration, folded};
use crate::model::{SectionKind, Sourced};
use crate::parse::draft::Draft;
use crate::parse::lines::Line;
use crate::parse::table::is_dash;
use crate::source::Place;
use crate::vocabulary::list_words::{DASHES, ITEM_BULLET, item_sign};

/// What the lines of a section hold.
pub(super) enum Items<T> {
    Blank,
    Dash(Place),
    Known(Vec<Sourced<T>>),
}

impl<T> Items<T> {
    pub fn map_known<U>(self, change: impl Fn(T) -> U) -> Items<U> {
        match self {
            Self::Blank => Items::Blank,
            Self::Dash(place) => Items::Dash(place),
            Self::Known(items) => Items::Known(items.into_iter().map(|item| item.map(&change)).collect()),
        }
    }
}

/// The items of a section; all its text has found its place.
pub(super) fn items(draft: &mut Draft, kind: SectionKind, lines: Vec<Line>) -> Items<String> {
    let lines = unquoted(lines).into_iter().map(bulleted).collect();
    let lines = numbers::in_order(kind, without_lone_numbers(draft, lines));
    let texts = joined(kind, &lines);
    texts.iter().for_each(|text| draft.take(text));
    let blank = |text: &Text| text.as_str().chars().all(|it| matches!(it, '.' | '…' | '_') || it.is_whitespace());
    if texts.iter().all(blank) {
        return Items::Blank;
    }
    if let [text] = &texts[..]
        && is_dash(text.as_str().trim())
    {
        return Items::Dash(text.place(text.as_str().trim()));
    }
    let found: Vec<Sourced<String>> = texts.iter().flat_map(|text| of_text(kind, text, &draft.names)).collect();
    if found.is_empty() { Items::Blank } else { Items::Known(found) }
}

/// Without the quotes that Excel puts round a cell with lines of its own.
fn unquoted(mut lines: Vec<Line>) -> Vec<Line> {
    let opens = lines.first().is_some_and(|line| line.text.as_str().trim_start().starts_with('"'));
    let closes = lines.last().is_some_and(|line| line.text.as_str().trim_end().ends_with('"'));
    if opens && closes && lines.len() > 1 {
        let last = lines.len() - 1;
        let (first, end) = (lines[0].text.as_str().trim_start(), lines[last].text.as_str().trim_end());
        let (first, end) = (lines[0].part(&first[1..]), lines[last].part(&end[..end.len() - 1]));
        (lines[0], lines[last]) = (first, end);
    }
    lines
}

/// `→ Buku agenda`, `- [x] Komputer`: a sign that is a symbol in a table begins an item here.
fn bulleted(mut line: Line) -> Line {
    let whole = &line.text;
    if !whole.as_str().lines().any(|text| sign_and_item(text).is_some()) {
        return line;
    }
    let mut items = Text::default();
    for text in whole.as_str().lines() {
        let Some((sign, item)) = sign_and_item(text) else {
            items.join('\n', &whole.slice(text));
            continue;
        };
        let mut bullet = Text::default();
        bullet.push(ITEM_BULLET, whole.slice(sign).whole());
        bullet.append(&whole.slice(item));
        items.join('\n', &bullet);
    }
    line.text = items;
    line
}

/// The sign at the start of a line, with the dash before it, and what follows.
fn sign_and_item(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_start();
    let own = line.strip_prefix(DASHES).filter(|rest| rest.starts_with(' ')).map_or(line, str::trim_start);
    let item = item_sign(own).map(|sign| &own[sign.len()..])?;
    Some((&line[..line.len() - item.len()], item))
}

fn of_text(kind: SectionKind, text: &Text, names: &Names) -> Vec<Sourced<String>> {
    let slices = match kind {
        SectionKind::Equipment => enumeration::documents(text.as_str(), names),
        _ => enumeration::items(text.as_str()),
    };
    let slices_one = slices.len() == 1;
    let whole = slices_one && kind == SectionKind::Cautions;
    let item = |slice: &str| {
        let slice = without_and(slice);
        // Only a section has no names such as `A. Yani`.
        let slice = if slices_one { slice.trim_start().strip_prefix("A. ").unwrap_or(slice) } else { slice };
        let folded = folded(slice);
        Sourced::new(if whole { folded.trim().to_owned() } else { folded }, text.place(slice))
    };
    let named = |slice: &&str| slice.chars().any(char::is_alphanumeric);
    slices.into_iter().filter(named).map(item).collect()
}

/// An item of a sentence that goes on with the next: `…; dan`.
fn without_and(item: &str) -> &str {
    let Some((before, last)) = item.trim_end().rsplit_once(char::is_whitespace) else { return item };
    let links = ["dan", "atau", "serta"].contains(&last);
    if links && before.trim_end().ends_with([';', ',']) { before.trim_end().trim_end_matches([';', ',']) } else { item }
}

/// `1.` and `2.` printed above the texts they number: two or more such lines together say no more than that there are items.
fn without_lone_numbers(draft: &mut Draft, lines: Vec<Line>) -> Vec<Line> {
    let is_lone = |line: &Line| lone_number(line.text.as_str()).is_some();
    let alone: Vec<bool> = lines.iter().map(is_lone).collect();
    let beside = |at: usize| alone.get(at).copied().unwrap_or(false);
    let drops = |at: usize| alone[at] && (beside(at + 1) || at.checked_sub(1).is_some_and(beside));
    let mut at = 0;
    let mut lines = lines;
    lines.retain(|line| {
        let drop = drops(at);
        at += 1;
        if drop {
            draft.take(&line.text);
        }
        !drop
    });
    lines
}

/// The lines as texts: a line that goes on from the one above is joined by a blank, a new one by a line break, and one that
/// begins an item of a numbered list without its number begins a text.
fn joined(kind: SectionKind, lines: &[Line]) -> Vec<Text> {
    let numbered = lines.iter().any(|line| starts_item(line.text.as_str()));
    let margin = lines.iter().map(|line| line.column).min().unwrap_or(0);
    // Where every item begins alike, a line that begins otherwise goes on.
    let cites = kind == SectionKind::LegalBasis
        && lines.first().is_some_and(|line| citation::is_citation_start(line.text.as_str()));
    let names = kind == SectionKind::Related && lines.first().is_some_and(|line| names_sop(line.text.as_str()));
    let opens = |text: &str| (!cites || citation::is_citation_start(text)) && (!names || names_sop(text));
    let mut texts = vec![Text::default()];
    for line in lines {
        let this = line.text.as_str();
        let above = texts.last().map_or("", Text::as_str);
        let indented = line.column > margin + 1;
        let lost = numbered
            && kind == SectionKind::LegalBasis
            && leading(this).is_none()
            && citation::is_citation_start(this)
            && is_closed(above);
        let wraps = if numbered {
            !starts_item(this)
        } else {
            (indented && !is_closed(above)) || goes_on(above, this) || !opens(this) || (cites && cites_on(above))
        };
        if lost {
            texts.push(line.text.clone());
        } else if let Some(text) = texts.last_mut() {
            text.join(if wraps && !text.is_blank() { ' ' } else { '\n' }, &line.text);
        }
    }
    texts
}

/// The lines cut where, after a blank line, the numbering starts again at 1.
pub(super) fn runs(lines: Vec<Line>) -> Vec<Vec<Line>> {
    let mut runs: Vec<Vec<Line>> = Vec::new();
    let mut highest = 0;
    for line in lines {
        let number = list_number(line.text.as_str());
        let again = line.after_blank && number == Some(1) && highest >= 1;
        if again || runs.is_empty() {
            runs.push(Vec::new());
            highest = 0;
        }
        highest = highest.max(number.unwrap_or(0));
        if let Some(run) = runs.last_mut() {
            run.push(line);
        }
    }
    runs
}
