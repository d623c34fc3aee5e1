//! Blocks of sections → the six sections; lists whose heading is lost find the section they belong to.

mod apart;
mod bare;
mod block;
mod deal;
mod ground;
mod heap;
mod items;
mod marks;
mod numbers;
mod says;
mod unheaded;
mod wrapped;

pub(super) use apart::fill as fill_apart;
pub(super) use block::Block;
pub(super) use says::is_worded;
pub(super) use unheaded::head as head_lost;

use super::draft::Draft;
use super::lines::{Line, Sectioned};
use crate::grammar::citation;
use crate::model::{Citation, Field, LeftoverKind, Path, SectionKind, Sourced};
use crate::source::{Place, Span};
use crate::vocabulary::sections as headings;
use items::{Items, runs};

/// Fills the six sections.
pub(super) fn fill(draft: &mut Draft, blocks: Vec<Block>) {
    let mut widths = [0; 2];
    let sections: Vec<Sectioned> = match heap::cut(blocks) {
        Ok(cut) => {
            cut.numbers.iter().for_each(|number| draft.take(number));
            cut.sections
        }
        Err(blocks) => {
            let line_by_line = blocks.iter().any(Block::is_line_by_line);
            blocks.into_iter().flat_map(|block| deal::deal(block, &mut widths, line_by_line)).collect()
        }
    };
    let mut lists: Vec<List> = Vec::new();
    let last = sections.len();
    let found = Order::of(sections.iter().filter_map(|section| section.kind));
    for (at, section) in sections.into_iter().enumerate() {
        let Some(kind) = section.kind else {
            if headings::is_purpose(section.heading.as_str()) {
                purpose(draft, section);
                continue;
            }
            let heading = &section.heading;
            draft.leftover(LeftoverKind::OtherForm, heading.as_str().trim().to_owned(), heading.whole());
            if !found.has(SectionKind::LegalBasis) && headings::is_ground(heading.as_str()) {
                grounds(draft, section);
            }
            continue;
        };
        draft.take(&section.heading);
        if let (Some(reason), Some(first)) = (section.dealt, section.lines.first()) {
            draft.repaired(Path::section(kind), reason, Some(first.text.whole()));
        }
        if section.doubtful {
            let reason = "isinya mungkin tersalin di antara isi bagian di sampingnya".to_owned();
            draft.unreadable(Path::section(kind), Some(reason), Some(section.heading.whole()));
        }
        let next = found.after(kind).filter(|_| at + 1 < last);
        let heading: Place = section.heading.whole().into();
        let mut runs = runs(section.lines);
        let mut own = if runs.is_empty() { Vec::new() } else { runs.remove(0) };
        let homes = homeless(kind, next, &found, &runs);
        if homes.len() != runs.len() {
            own.extend(runs.drain(..).flatten());
        }
        lists.push(List { kind, place: heading, lines: without_other_lists(kind, own), headless: false });
        for (kind, lines) in homes.into_iter().zip(runs) {
            lists.push(List { kind, place: heading, lines, headless: true });
        }
    }
    for list in lists {
        fill_list(draft, list);
    }
}

/// Without the lists that other headings have lost to Dasar Hukum: behind the last citation one starts over at 1.
fn without_other_lists(kind: SectionKind, mut lines: Vec<Line>) -> Vec<Line> {
    let starts_over = |line: &Line| marks::list_number(line.text.as_str()) == Some(1);
    if kind != SectionKind::LegalBasis || !lines.iter().skip(1).any(starts_over) {
        return lines;
    }
    let cites = |line: &Line| citation::parse(line.text.as_str()).regulation.is_some();
    let behind = lines.iter().rposition(cites).map_or(lines.len(), |last| last + 1);
    if let Some(other) = lines[behind..].iter().position(starts_over) {
        lines.truncate(behind + other);
    }
    lines
}

/// Maksud dan tujuan, which this form has room for though not a box.
fn purpose(draft: &mut Draft, section: Sectioned) {
    draft.take(&section.heading);
    // Like a warning it is sentences.
    let items = items::items(draft, SectionKind::Cautions, section.lines);
    add(&mut draft.sop.identity.purpose, items, section.heading.whole().into());
}

/// Kebijakan or Referensi of another form: its legal basis, where most of what it holds are regulations.
fn grounds(draft: &mut Draft, mut section: Sectioned) {
    // What heads the next part of the text may be no heading that is known as one.
    let next = section.lines.iter().position(|line| headings::heads_part(line.text.as_str()));
    section.lines.truncate(next.unwrap_or(section.lines.len()));
    let mut trial = Draft::default();
    let copies = section.lines.iter().map(|line| line.part(line.text.as_str())).collect();
    let cites = |item: &Sourced<String>| citation::parse(&item.value).regulation.is_some();
    let Items::Known(items) = items::items(&mut trial, SectionKind::LegalBasis, copies) else { return };
    let cited = items.iter().filter(|item| cites(item)).count();
    let Some(first) = section.lines.first().filter(|_| cited * 2 >= items.len()) else { return };
    let reason = format!("dari bagian `{}`, sebab Dasar Hukum tidak ada", section.heading.as_str().trim());
    draft.repaired(Path::section(SectionKind::LegalBasis), reason, Some(first.text.whole()));
    draft.take(&section.heading);
    let place = section.heading.whole().into();
    fill_list(draft, List { kind: SectionKind::LegalBasis, place, lines: section.lines, headless: false });
}

/// The kinds of sections that have a heading, each with the one behind its first.
struct Order(Vec<(SectionKind, Option<SectionKind>)>);

impl Order {
    fn of(kinds: impl Iterator<Item = SectionKind>) -> Self {
        let mut order = Self(Vec::new());
        let mut before = None;
        for kind in kinds {
            if let Some((_, next @ None)) = before.and_then(|at: usize| order.0.get_mut(at)) {
                *next = Some(kind);
            }
            before = (!order.has(kind)).then_some(order.0.len());
            if before.is_some() {
                order.0.push((kind, None));
            }
        }
        order
    }

    fn has(&self, kind: SectionKind) -> bool {
        self.0.iter().any(|(known, _)| *known == kind)
    }

    fn after(&self, kind: SectionKind) -> Option<SectionKind> {
        self.0.iter().find(|(known, _)| *known == kind).and_then(|(_, next)| *next)
    }
}

/// The lines of one section.
struct List {
    kind: SectionKind,
    place: Place,
    lines: Vec<Line>,
    /// Its heading is lost.
    headless: bool,
}

/// The sections that lists without heading belong to: those of the form between the heading before and the heading after,
/// if there are just as many, none of them has a heading elsewhere, and SOP titles stand under Keterkaitan.
fn homeless(before: SectionKind, after: Option<SectionKind>, found: &Order, runs: &[Vec<Line>]) -> Vec<SectionKind> {
    let between = SectionKind::ALL
        .into_iter()
        .filter(|kind| *kind > before && after.is_none_or(|after| *kind < after) && !found.has(*kind));
    let between: Vec<SectionKind> = between.collect();
    if between.len() == runs.len() { between } else { Vec::new() }
}

fn fill_list(draft: &mut Draft, list: List) {
    let path = Path::section(list.kind);
    if list.headless {
        let whole = list.lines.iter().map(|line| line.text.whole()).reduce(Span::to);
        draft.repaired(path.clone(), "judul bagian hilang; menurut urutan bagian pada formulir", whole);
    }
    let mut items = items::items(draft, list.kind, list.lines);
    if list.kind == SectionKind::Cautions {
        items = without_purpose(draft, items, list.place);
    }
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

/// `Maksud dan tujuan : …` written as an item of the warnings is the purpose.
fn without_purpose(draft: &mut Draft, items: Items<String>, heading: Place) -> Items<String> {
    let Items::Known(items) = items else { return items };
    let told = |item: &Sourced<String>| item.value.split_once(':').is_some_and(|(name, _)| headings::is_purpose(name));
    let (purpose, rest): (Vec<_>, Vec<_>) = items.into_iter().partition(told);
    if !purpose.is_empty() {
        let behind = |item: Sourced<String>| {
            item.map(|text| text.split_once(':').map_or_else(String::new, |(_, said)| said.trim().to_owned()))
        };
        let said: Vec<_> = purpose.into_iter().map(behind).filter(|item| !item.value.is_empty()).collect();
        add(&mut draft.sop.identity.purpose, Items::Known(said), heading);
    }
    if rest.is_empty() { Items::Blank } else { Items::Known(rest) }
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
