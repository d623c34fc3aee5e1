//! Lines of a section → its items; lists whose heading is lost find the section they belong to.

use super::draft::Draft;
use super::lines::{Line, Lines, Sectioned};
use super::table::is_dash;
use crate::document::Text;
use crate::grammar::{citation, enumeration, folded};
use crate::model::{Citation, Field, Path, SectionKind, Sourced, TroubleKind};
use crate::source::Place;
use crate::vocabulary::flow_words;
use crate::vocabulary::sections::{OPEN_ENDS, SOP_NAMES};

/// Fills the six sections.
pub(super) fn fill(draft: &mut Draft, lines: Lines) {
    let mut lists: Vec<List> = Vec::new();
    let mut lines = lines;
    for at in 1..lines.sections.len() {
        let (before, after) = lines.sections.split_at_mut(at);
        share(&mut before[at - 1], &mut after[0]);
    }
    let last = lines.sections.len();
    let found: Vec<SectionKind> = lines.sections.iter().filter_map(|section| section.kind).collect();
    for (at, section) in lines.sections.into_iter().enumerate() {
        let Some(kind) = section.kind else {
            draft.trouble(
                TroubleKind::OtherForm(section.heading.as_str().trim().to_owned()),
                Some(section.heading.whole()),
            );
            continue;
        };
        draft.take(&section.heading);
        let next = (at + 1 < last)
            .then(|| found.get(found.iter().position(|it| *it == kind).map_or(0, |it| it + 1)))
            .flatten();
        let heading: Place = section.heading.whole().into();
        let mut runs = runs(section.lines);
        let own = if runs.is_empty() { Vec::new() } else { runs.remove(0) };
        let homes = homeless(kind, next.copied(), &found, &runs);
        let mut own = own;
        if homes.len() != runs.len() {
            own.extend(runs.drain(..).flatten());
        }
        lists.push(List { kind, place: heading, lines: own, headless: false });
        for (kind, lines) in homes.into_iter().zip(runs) {
            lists.push(List { kind, place: heading, lines, headless: true });
        }
    }
    for mut list in lists {
        drop_lone_numbers(draft, &mut list.lines);
        fill_list(draft, list);
    }
}

/// Two headings that stand side by side on the form, printed one below the other before the contents of both: the first list is
/// the first one's.
fn share(left: &mut Sectioned, right: &mut Sectioned) {
    let (Some(kind), Some(beside)) = (left.kind, right.kind) else { return };
    let pair = SectionKind::ALL.chunks(2).any(|pair| pair == [kind, beside]);
    if !pair || !left.lines.is_empty() || right.lines.len() < 2 {
        return;
    }
    let numbers: Vec<Option<u32>> = right.lines.iter().map(|line| list_number(line.text.as_str())).collect();
    let restart = (1..numbers.len()).find(|at| numbers[*at] == Some(1));
    let single = numbers.iter().all(Option::is_none) && right.lines.len() == 2 && kind == SectionKind::Cautions;
    let warns = single && warns(right.lines[0].text.as_str()) && !warns(right.lines[1].text.as_str());
    if let Some(cut) = restart.or(warns.then_some(1)) {
        let rest = right.lines.split_off(cut);
        left.lines = std::mem::replace(&mut right.lines, rest);
    }
}

/// `Jika ... maka ...`
fn warns(text: &str) -> bool {
    let lower = text.to_lowercase();
    flow_words::WARNING.iter().any(|word| lower.contains(word))
}

/// The lines of one section.
struct List {
    kind: SectionKind,
    place: Place,
    lines: Vec<Line>,
    /// Its heading is lost.
    headless: bool,
}

/// The lines cut where, after a blank line, the numbering starts again at 1.
fn runs(lines: Vec<Line>) -> Vec<Vec<Line>> {
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

/// `3. ...` → 3.
fn list_number(text: &str) -> Option<u32> {
    let text = text.trim_start();
    let digits = text.len() - text.trim_start_matches(|it: char| it.is_ascii_digit()).len();
    let marked = text[digits..].starts_with(['.', ')', ',']);
    if digits == 0 || digits > 2 || !marked { None } else { text[..digits].parse().ok() }
}

/// `1.` and `2.` printed above the texts they number: two or more such lines in front say no more than that there are items.
fn drop_lone_numbers(draft: &mut Draft, lines: &mut Vec<Line>) {
    let is_lone = |line: &Line| {
        let text = line.text.as_str().trim();
        list_number(text).is_some() && text.trim_end_matches(['.', ')', ',']).bytes().all(|it| it.is_ascii_digit())
    };
    let lone = lines.iter().take_while(|line| is_lone(line)).count();
    if lone >= 2 && lines.len() > lone && !lines[lone..].iter().any(|line| starts_item(line.text.as_str())) {
        lines.drain(..lone).for_each(|line| draft.take(&line.text));
    }
}

/// The sections that lists without heading belong to: those of the form between the heading before and the heading after,
/// if there are just as many, none of them has a heading elsewhere, and SOP titles stand under Keterkaitan.
fn homeless(
    before: SectionKind,
    after: Option<SectionKind>,
    found: &[SectionKind],
    runs: &[Vec<Line>],
) -> Vec<SectionKind> {
    let between = SectionKind::ALL
        .into_iter()
        .filter(|kind| *kind > before && after.is_none_or(|after| *kind < after) && !found.contains(kind));
    let between: Vec<SectionKind> = between.collect();
    if between.len() == runs.len() { between } else { Vec::new() }
}

fn fill_list(draft: &mut Draft, list: List) {
    let path = Path::section(list.kind);
    let text = joined(list.kind, &list.lines);
    draft.take(&text);
    if list.headless {
        draft.repaired(path.clone(), "judul bagian hilang; menurut urutan bagian pada formulir", Some(text.whole()));
    }
    let items = items(list.kind, &text);
    if list.kind == SectionKind::LegalBasis {
        let citations = items.map_known(|text| Citation { regulation: citation::parse(&text).regulation, text });
        add(&mut draft.sop.legal_basis, citations, list.place);
        return;
    }
    let sop = &mut draft.sop;
    let slot = match list.kind {
        SectionKind::Qualifications => &mut sop.qualifications,
        SectionKind::Related => &mut sop.related,
        SectionKind::Equipment => &mut sop.equipment,
        SectionKind::Cautions => &mut sop.cautions,
        SectionKind::Records | SectionKind::LegalBasis => &mut sop.records,
    };
    add(slot, items, list.place);
}

/// A heading that comes again adds to its section.
fn add<T>(slot: &mut Field<Vec<Sourced<T>>>, more: Items<T>, heading: Place) {
    let more = match more {
        Items::Blank => Field::Blank(heading),
        Items::Dash(place) => Field::Dash(place),
        Items::Known(items) => Field::Known(items),
    };
    match (slot, more) {
        (Field::Known(items), Field::Known(more)) => items.extend(more),
        (slot, more) if slot.is_silent() => *slot = more,
        _ => {}
    }
}

/// What the lines of a section hold.
enum Items<T> {
    Blank,
    Dash(Place),
    Known(Vec<Sourced<T>>),
}

impl<T> Items<T> {
    fn map_known<U>(self, change: impl Fn(T) -> U) -> Items<U> {
        match self {
            Self::Blank => Items::Blank,
            Self::Dash(place) => Items::Dash(place),
            Self::Known(items) => Items::Known(items.into_iter().map(|item| item.map(&change)).collect()),
        }
    }
}

fn items(kind: SectionKind, text: &Text) -> Items<String> {
    let trimmed = text.as_str().trim();
    if trimmed.is_empty() || trimmed.chars().all(|it| matches!(it, '.' | '…' | '_' | ' ')) {
        return Items::Blank;
    }
    if is_dash(trimmed) {
        return Items::Dash(text.place(trimmed));
    }
    let slices = match kind {
        SectionKind::Equipment => enumeration::documents(text.as_str()),
        _ => enumeration::items(text.as_str()),
    };
    let whole = slices.len() == 1 && kind == SectionKind::Cautions;
    let item = |slice: &str| {
        let folded = folded(slice);
        Sourced::new(if whole { folded.trim().to_owned() } else { folded }, text.place(slice))
    };
    let named = |slice: &&str| slice.chars().any(char::is_alphanumeric);
    let items: Vec<Sourced<String>> = slices.into_iter().filter(named).map(item).collect();
    if items.is_empty() { Items::Blank } else { Items::Known(items) }
}

/// The lines as one text: a line that goes on from the one above is joined by a blank, a new one by a line break.
fn joined(kind: SectionKind, lines: &[Line]) -> Text {
    let numbered = lines.iter().filter(|line| starts_item(line.text.as_str())).count() > 0;
    let mut text = Text::default();
    let margin = lines.iter().map(|line| line.column).min().unwrap_or(0);
    // Where every item begins alike, a line that begins otherwise goes on.
    let cites = kind == SectionKind::LegalBasis
        && lines.first().is_some_and(|line| citation::is_citation_start(line.text.as_str()));
    let names = kind == SectionKind::Related && lines.first().is_some_and(|line| names_sop(line.text.as_str()));
    let opens = |text: &str| (!cites || citation::is_citation_start(text)) && (!names || names_sop(text));
    for line in lines {
        let this = line.text.as_str();
        let indented = line.column > margin + 1;
        let wraps =
            if numbered { !starts_item(this) } else { indented || goes_on(text.as_str(), this) || !opens(this) };
        text.join(if wraps && !text.is_blank() { ' ' } else { '\n' }, &line.text);
    }
    text
}

/// `SOP ...`, `POS ...`
fn names_sop(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or("");
    SOP_NAMES.contains(&first.to_uppercase().as_str())
}

/// A list mark stands before it.
fn starts_item(text: &str) -> bool {
    let text = text.trim_start();
    list_number(text).is_some()
        || text.starts_with(['•', '\u{f0b7}', '\u{f0a7}', '\u{f0d8}', '▪', '➢', '✓', '*'])
        || ["- ", "– ", "— "].iter().any(|mark| text.starts_with(mark))
        || is_lettered(text)
}

/// `a. ...`, `b) ...`
fn is_lettered(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() > 3 && bytes[0].is_ascii_lowercase() && matches!(bytes[1], b'.' | b')') && bytes[2] == b' '
}

/// The line below goes on with the sentence: it begins small, or the one above ends open.
fn goes_on(above: &str, line: &str) -> bool {
    let first = line.trim_start().chars().next();
    let small = first.is_some_and(|it| it.is_lowercase() || matches!(it, '(' | ')' | ',' | '/'));
    let last = above.trim_end().rsplit(char::is_whitespace).next().unwrap_or("");
    let open = above.trim_end().ends_with([',', '/', '-']) || OPEN_ENDS.contains(&last.to_lowercase().as_str());
    small || open
}
