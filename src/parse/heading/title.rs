//! The name of an SOP from the headings above its table.

use super::is_capital;
use crate::document::Text;
use crate::grammar::enumeration::{Opening, opening};
use crate::grammar::step_number::roman_number;
use crate::grammar::{folded, offset_in, person};
use crate::model::{Field, LeftoverKind, Path, Sourced};
use crate::parse::draft::Draft;
use crate::parse::lines::{Free, Stretch};
use crate::vocabulary::bodies;
use crate::vocabulary::fold;
use crate::vocabulary::form_words::NAMELESS;
use crate::vocabulary::noise::is_contents_entry;
use crate::vocabulary::sections::{BARE_TITLES, OTHER_DOCUMENTS, OTHER_FORM, TITLE_PARTS, TITLE_WORDS, WITHIN};
use crate::vocabulary::title_words::opens_name;

/// The name of the SOP from a heading, where no label gave it; headings that say it again are understood.
pub(super) fn title(draft: &mut Draft, rest: &[Free]) {
    let headings: Vec<Heading> = headings(rest);
    let is_labelled = !draft.sop.identity.title.is_silent() && !draft.is_noted(&Path::identity("nama"));
    if draft.sop.identity.title.is_silent() {
        let likely = |heading: &&Heading| likely_title(heading.bare());
        // `SOP Surat Masuk` of Keterkaitan is another SOP, and `SOP Dinas Pertanian` the foot of a page.
        let related: Vec<String> = draft.sop.related.items().iter().map(|it| fold(&it.value)).collect();
        let is_other =
            |heading: &Heading| bodies::body(heading.bare()).is_some() || related.contains(&fold(&heading.folded));
        let mut titles = headings.iter().filter(|heading| heading.marked && likely(heading) && !is_other(heading));
        // A cover says of whom the procedure is, and of which year; the title below it does not.
        let marked = titles.next().map(|first| titles.find(|it| names_whole(it, first)).unwrap_or(first));
        let is_foreign = |heading: &Heading| {
            let lower = heading.bare().to_lowercase();
            OTHER_DOCUMENTS.iter().any(|words| lower.starts_with(words))
        };
        let plain =
            || headings.iter().find(|heading| is_capital(heading.bare()) && likely(heading) && !is_foreign(heading));
        // Of several that are counted the one right above the steps names them.
        let counted = || headings.iter().rfind(|heading| heading.counted && !heading.after_table && likely(heading));
        // `# Pengelolaan Pengaduan` above all else.
        let top = || {
            headings
                .first()
                .filter(|it| it.set_apart && likely(it) && !is_other(it) && !is_foreign(it) && names_act(it))
        };
        if let Some(heading) = marked.or_else(counted).or_else(plain).or_else(top) {
            let span = heading.text.whole();
            draft.sop.identity.title = Field::Known(Sourced::at(heading.bare().to_owned(), span));
            draft.repaired(Path::identity("nama"), "dari judul, sebab label Nama SOP tidak ada", Some(span));
        }
    }
    let Some(name) = draft.sop.identity.title.value().cloned() else { return };
    for heading in headings {
        if heading.bare().is_empty() || is_bare_title(&heading.folded) {
            draft.take(&heading.text);
        } else if let Some(same) =
            says(&name, heading.bare()).filter(|same| *same || heading.marked || is_capital(heading.bare()))
        {
            draft.take(&heading.text);
            if !same && !adds_body(&name, heading.bare()) && !enacts(&name, heading.bare()) {
                draft.leftover(LeftoverKind::OtherHeading, heading.folded.clone(), heading.text.whole());
            }
        } else if heading.marked
            && (is_labelled && heading.set_apart || is_capital(heading.bare()))
            && likely_title(heading.bare())
        {
            draft.take(&heading.text);
            if !names_holder(heading.bare()) {
                draft.leftover(LeftoverKind::OtherHeading, heading.folded.clone(), heading.text.whole());
            }
        }
    }
}

/// `PENETAPAN STANDAR OPERASIONAL PROSEDUR PENYUSUTAN ARSIP`: the title of the decree that the SOP came with.
fn enacts(name: &str, heading: &str) -> bool {
    title_inside(heading).is_some_and(|at| fold(without_title_words(&heading[at..])) == fold(without_title_words(name)))
}

/// The first title says this name and then in whose office.
fn names_whole(heading: &Heading, first: &Heading) -> bool {
    let (name, whole) = (fold(heading.bare()), first.bare());
    let mut words = whole.split_whitespace();
    let behind = words.find(|word| WITHIN.iter().any(|it| it.eq_ignore_ascii_case(word)));
    let said = behind.map(|word| fold(&whole[..offset_in(whole, word)]));
    said.is_some_and(|said| !said.is_empty() && said == name)
}

/// `LEGALISASI SURAT KECAMATAN TAMAN`: the name, and behind it whose procedure it is.
fn adds_body(name: &str, heading: &str) -> bool {
    let (name, heading) = (without_title_words(name).to_lowercase(), heading.to_lowercase());
    let rest = heading.strip_prefix(&name).unwrap_or_default().trim_start();
    names_holder(rest)
}

/// `STANDAR OPERASIONAL PROSEDUR DI LINGKUNGAN DINAS KESEHATAN`, `SOP DINAS KESEHATAN`: whose procedures they are, not which one.
fn names_holder(bare: &str) -> bool {
    let first = bare.split_whitespace().next().unwrap_or_default();
    WITHIN.iter().any(|it| it.eq_ignore_ascii_case(first)) || bodies::body(bare).is_some()
}

/// A line that may be a heading.
struct Heading {
    text: Text,
    folded: String,
    /// A title word stands before it or right above it.
    marked: bool,
    /// A letter or Roman number stands before it: `B. PENERBITAN KARTU`.
    counted: bool,
    /// It stands behind the procedure table.
    after_table: bool,
    /// It stands behind a label.
    after_label: bool,
    /// Its author set it as a heading, above the identity block.
    set_apart: bool,
    /// Where it stands in its line.
    stretch: Option<Stretch>,
}

impl Heading {
    fn bare(&self) -> &str {
        let text = if self.counted { after_count(&self.folded).unwrap_or_default() } else { &self.folded };
        let folded = fold(text);
        // Our own Markdown says so of an SOP without a name.
        let is_none = folded == OTHER_FORM || TITLE_PARTS.contains(&folded.as_str()) || folded == fold(NAMELESS);
        if is_none { "" } else { without_title_words(text) }
    }
}

/// Cells of the line above that are looked at.
const MOST_BESIDE: usize = 4;

/// A title of this many bytes is whole.
const LONGEST_TITLE: usize = 600;

/// `H. SUWITO HADI`: a person with a title before or behind the name, and no procedure.
fn names_person(folded: &str) -> bool {
    folded.len() <= LONGEST_PERSON && folded.contains(['.', ',']) && person::is_titled(folded)
}

/// Longest line that names a person, in bytes.
const LONGEST_PERSON: usize = 80;

/// The lines as headings; one in capitals right below another that is not whole goes on with it.
fn headings(rest: &[Free]) -> Vec<Heading> {
    let mut out: Vec<(Heading, usize)> = Vec::new();
    let lines: Vec<&Free> = rest.iter().filter(|line| !line.in_table).collect();
    for (at, line) in lines.iter().enumerate() {
        let mut folded = folded(line.text.as_str());
        let listed = |beside: Option<&&Free>| beside.is_some_and(|it| numbered_title(it.text.as_str()).is_some());
        let alone = || !listed(lines.get(at + 1)) && !listed(at.checked_sub(1).and_then(|above| lines.get(above)));
        if let Some(title) = numbered_title(&folded).filter(|title| is_capital(title) && alone()) {
            folded = title.to_owned();
        }
        // An entry of a list names no procedure.
        let is_entry = matches!(opening(&folded), Some((Opening::Bullet | Opening::Dash, _)));
        if is_entry || is_contents_entry(&folded) || bodies::is_address(&folded) || names_person(&folded) {
            continue;
        }
        let counted = after_count(&folded).is_some();
        // The number may stand between the two.
        let below = |(last, row): &(Heading, usize)| {
            let is_behind_label = line.row == row + 2 && !line.after_blank && line.after_label && !last.after_label;
            let is_in_cell = line.row == *row && !line.after_blank && line.stretch.is_none();
            line.row == row + 1 || (is_in_cell || is_behind_label) && last.bare().is_empty()
        };
        // Beside the letterhead the line above is not the one before.
        let in_line = |(last, _): &(Heading, usize)| Stretch::are_in_line(last.stretch, line.stretch);
        let near = out.len().saturating_sub(MOST_BESIDE)..out.len();
        let above = near.rev().find(|at| in_line(&out[*at]) && below(&out[*at]));
        let boilerplate = above.is_some_and(|at| out[at].0.bare().is_empty());
        let titled = above.is_some_and(|at| out[at].0.marked && !out[at].0.bare().is_empty());
        let marked = boilerplate || marked_by_itself(&folded);
        if titled
            && is_capital(&folded)
            && !marked_by_itself(&folded)
            && !is_bare_title(&folded)
            && let Some((last, row)) = above
                .and_then(|at| out.get_mut(at))
                .filter(|(last, _)| last.folded.len() <= LONGEST_TITLE && is_capital(&last.folded))
        {
            last.text.join(' ', &line.text);
            last.folded = format!("{} {folded}", last.folded);
            *row = line.row;
            continue;
        }
        let (after_table, after_label) = (line.after_table, line.after_label);
        let set_apart = line.set_apart && !line.after_label;
        let (text, stretch) = (line.text.clone(), line.stretch);
        out.push((Heading { text, folded, marked, counted, after_table, after_label, set_apart, stretch }, line.row));
    }
    out.into_iter().map(|(heading, _)| heading).collect()
}

/// `2. SOP LEGALISASI SURAT TANAH`: the title behind its number in a book.
fn numbered_title(text: &str) -> Option<&str> {
    let (mark, title) = text.trim().split_once(['.', ')'])?;
    let title = title.strip_prefix(' ')?.trim_start();
    let counts = !mark.is_empty() && mark.len() <= 2 && mark.bytes().all(|it| it.is_ascii_digit());
    (counts && marked_by_itself(title)).then_some(title)
}

/// It begins with the noun of an act, and says of what.
fn names_act(heading: &Heading) -> bool {
    let mut words = heading.bare().split_whitespace();
    words.next().is_some_and(opens_name) && words.next().is_some()
}

/// What stands behind `B. ` or `IV. `.
fn after_count(text: &str) -> Option<&str> {
    let (mark, rest) = text.split_once('.')?;
    let letter = mark.len() == 1 && mark.bytes().all(|it| it.is_ascii_uppercase());
    let rest = rest.strip_prefix(' ')?.trim_start();
    ((letter || roman_number(mark).is_some()) && rest.starts_with(char::is_uppercase)).then_some(rest)
}

/// `1. PROSEDUR`, `C. Alur Prosedur`: a heading of the form, with its mark.
fn is_bare_title(text: &str) -> bool {
    let is_mark = |it: &str| it.len() <= 4 && it.chars().all(char::is_alphanumeric);
    let name = text.split_once(['.', ')']).filter(|(mark, _)| is_mark(mark)).map_or(text, |(_, name)| name);
    BARE_TITLES.contains(&fold(name).as_str())
}

/// It begins with a word that says that it is a title; quotes round it (`"UNTUK KEADILAN"`) do not.
fn marked_by_itself(folded: &str) -> bool {
    without_title_words(folded).len() < without_signs(folded).len()
}

fn likely_title(text: &str) -> bool {
    let words = text.split_whitespace().count();
    (1..=24).contains(&words)
        && text.chars().filter(|it| it.is_alphabetic()).count() > 4
        && !text.trim_end().ends_with([';', ','])
        && !is_code(text)
}

/// `SOP-PA.TS/KP/07` in a running head: a number, not a name.
fn is_code(text: &str) -> bool {
    !text.contains(' ') && text.contains(['/', '-']) && text.contains(|it: char| it.is_ascii_digit())
}

/// A heading without the words that only say that it is one, and without its Roman number.
pub(super) fn without_title_words(text: &str) -> &str {
    let mut rest = text;
    loop {
        let trimmed = before_signs(rest);
        let lower = trimmed.to_lowercase();
        let word = TITLE_WORDS.iter().find(|word| {
            lower
                .strip_prefix(**word)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', ':', '(', ')', '.', '/', '-', '"']))
        });
        match word {
            Some(word) if trimmed.is_char_boundary(word.len()) => rest = &trimmed[word.len()..],
            _ => return without_signs(trimmed),
        }
    }
}

/// Shorter title words are words of names too.
const LEAST_INSIDE: usize = 20;

/// Where, behind other words in capitals, the words of a title begin.
pub(super) fn title_inside(text: &str) -> Option<usize> {
    if text.len() <= LEAST_INSIDE {
        return None;
    }
    let long = TITLE_WORDS.iter().filter(|words| words.len() >= LEAST_INSIDE);
    let found = long.filter_map(|words| text.find(&format!(" {} ", words.to_uppercase())));
    found.min().map(|at| at + 1)
}

fn before_signs(text: &str) -> &str {
    text.trim_start_matches(|it: char| {
        it.is_whitespace() || matches!(it, ':' | '(' | ')' | '-' | '–' | '.' | '"' | '“')
    })
}

/// Without the signs round a heading.
fn without_signs(text: &str) -> &str {
    before_signs(text).trim_end_matches(|it: char| it.is_whitespace() || matches!(it, '"' | '”'))
}

/// `Some(true)`: the heading says the name, or some words of it; `Some(false)`: it says more than the name.
fn says(name: &str, heading: &str) -> Option<bool> {
    let several = heading.trim().contains(char::is_whitespace);
    let (name, heading) = (fold(without_title_words(name)), fold(heading));
    if name == heading || (several && heading.len() >= 8 && name.contains(&heading)) {
        Some(true)
    } else {
        (name.len() >= 8 && heading.contains(&name)).then_some(false)
    }
}
