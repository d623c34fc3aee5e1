//! What ends a section: the values of the identity block, the title or the table of the procedure, a signature.

use super::{LONGEST_PREAMBLE, Labelled, Reader, begins_list, is_place_and_date};
use crate::document::{Cell, Row};
use crate::grammar::enumeration::opening;
use crate::grammar::person;
use crate::grammar::step_number::step_number;
use crate::model::SectionKind;
use crate::parse::sections::{Block, is_worded};
use crate::parse::table::prose;
use crate::parse::{heading, identity};
use crate::vocabulary::columns::{self, Header};
use crate::vocabulary::labels::Label;
use crate::vocabulary::{bodies, fold, sections};

/// Fewer labels without values may be blank.
const LEAST_WAITING: usize = 3;

/// Of more labels only the last are looked at.
const MOST_WAITING: usize = 32;

/// Most lines that say something in which the header of a table goes on.
const MOST_APART: usize = 16;

/// Longest heading that is not known, in words.
const MOST_HEADING_WORDS: usize = 4;

/// Fewest columns that such a header names.
const FEWEST_APART: usize = 3;

/// The header of a table, printed apart, begins with this row: it names columns and nothing else, and with the rows below it the
/// activity or `Mutu Baku` and others. `Pelaksana` beside `Mutu Baku` is enough.
pub(super) fn heads_table<'r>(first: &'r Row, below: impl Iterator<Item = &'r Row>) -> bool {
    let name = |cell: &Cell| columns::exact(cell.text.as_str());
    if first.is_blank() || !first.filled().all(|cell| name(cell).is_some()) {
        return false;
    }
    let below = below.filter(|row| !row.is_blank()).take(MOST_APART);
    let mut named: Vec<Header> = Vec::new();
    for header in std::iter::once(first).chain(below).flat_map(Row::filled).filter_map(name) {
        if !named.contains(&header) {
            named.push(header);
        }
    }
    let groups = [Header::Actors, Header::Quality];
    let are_groups = first.filled().count() == groups.len()
        && groups.iter().all(|it| first.filled().filter_map(name).any(|own| own == *it));
    let tells = |it: &Header| matches!(it, Header::Activity | Header::Quality);
    are_groups || named.len() >= FEWEST_APART && named.iter().any(tells)
}

/// Fewer numbers one below the other may be those of a list.
const FEWEST_NUMBERS: u32 = 5;

/// The row is `1`, and the next are `2`, `3` and so on, with nothing else.
pub(super) fn counts_rows<'r>(first: &Row, below: impl Iterator<Item = &'r Row>) -> bool {
    let number = |row: &Row| row.single().and_then(|cell| step_number(cell.text.as_str()));
    if number(first) != Some(1) {
        return false;
    }
    let mut below = below.filter(|row| !row.is_blank()).map(number);
    (2..=FEWEST_NUMBERS).all(|wanted| below.next().flatten() == Some(wanted))
}

impl Reader {
    /// The procedure stands behind the last section: the header of a table that could not be read, or its title, a line after a
    /// blank one that begins like one.
    pub(super) fn closes_section(&self, text: &str, block: &Block) -> bool {
        if columns::heads_table(text) {
            return true;
        }
        let is_foreign = block.sections.last().is_some_and(|section| section.kind.is_none());
        let says_when = || text.len() <= LONGEST_PREAMBLE && heading::opens_preamble(text);
        let is_signed = text.trim_end().ends_with(',') || self.blank && self.signature_follows;
        if is_foreign && is_signed && identity::is_office(text) {
            return true;
        }
        if self.blank && (is_place_and_date(text) || is_foreign && (bodies::is_letterhead(text) || says_when())) {
            return true;
        }
        // The identity block may come last, and begins with its letterhead.
        if self.lines.labels.is_empty() && !block.is_bare() && bodies::is_letterhead(text) {
            return true;
        }
        let cites = block.sections.last().is_some_and(|section| section.kind == Some(SectionKind::LegalBasis));
        // `Pelaksana : Kasi Trantib` below the laws of a short form is of all the procedure.
        let is_of_column =
            |(name, _): (&str, &str)| matches!(columns::exact(name), Some(Header::Actors | Header::Duration(_)));
        if cites && !block.is_bare() && text.split_once(':').is_some_and(is_of_column) {
            return true;
        }
        if (!cites || block.is_bare()) && (self.begins_values(text) || block.is_bare() && self.begins_title(text)) {
            return true;
        }
        if !self.blank && !self.new_page {
            return false;
        }
        if self.heads_unknown(text, block) {
            return true;
        }
        let may_be_titled = text.len() <= LONGEST_PREAMBLE && text.contains([',', '.']);
        if may_be_titled && opening(text.trim_start()).is_none() && person::is_titled(text) {
            return true;
        }
        let folded = fold(text);
        let heads_parties = !block.is_bare() && sections::PARTIES.contains(&folded.as_str());
        let heads_legend = columns::OWN_LEGEND_HEADINGS.contains(&folded.as_str());
        if heads_parties || heads_legend || prose::tells_procedure(text) {
            return true;
        }
        // In capitals, and no more than that, it heads the table of the same page.
        let is_title = || !block.is_bare() && !text.contains(char::is_lowercase) && self.is_title(&folded);
        if self.new_page && self.says_title(&folded) || is_title() {
            return true;
        }
        if sections::BARE_TITLES.iter().any(|it| folded == *it || (it.len() > 20 && folded.starts_with(it))) {
            return true;
        }
        let related = block.sections.last().is_some_and(|section| section.kind == Some(SectionKind::Related));
        let letters = || text.chars().filter(|it| it.is_alphabetic());
        let capitals = letters().all(char::is_uppercase);
        let titled = text.to_lowercase();
        let opens = sections::TITLE_OPENINGS.iter().any(|word| titled.starts_with(word));
        if opens && !related && self.steps_follow {
            return true;
        }
        opens && (capitals || (!related && text.contains(':')))
    }

    /// `Sarana:` behind a section that has its items, which are worded otherwise: the heading of one that this form does not have.
    fn heads_unknown(&self, text: &str, block: &Block) -> bool {
        let Some(name) = text.trim().strip_suffix(':').filter(|_| self.blank && !block.is_bare()) else { return false };
        let is_name = name.starts_with(char::is_uppercase) && name.split_whitespace().count() <= MOST_HEADING_WORDS;
        let kind = block.sections.last().and_then(|section| section.kind);
        is_name && kind.is_none_or(|kind| kind != SectionKind::Equipment && !is_worded(kind, name))
    }

    /// The label of the name has its value.
    pub(super) fn is_named(&self) -> bool {
        self.lines.labels.iter().any(|it| it.label == Label::Title && !it.value.is_blank())
    }

    /// `Nama SOP` stands in the row above, without its value.
    pub(super) fn waits_for_title(&self, at: usize) -> bool {
        let last = self.lines.labels.last().filter(|it| it.label == Label::Title && it.value.is_blank());
        last.is_some() && at == self.label_row + 1 && self.below.is_empty()
    }

    /// The last labels are without their values, the number or dates among them.
    pub(super) fn waits_for_values(&self) -> bool {
        let last = self.lines.labels.iter().rev().take(MOST_WAITING).filter(|it| it.value.is_blank());
        last.filter(|it| it.label == Label::Number || it.label.is_dated()).count() >= LEAST_WAITING
    }

    /// Labels stood first, without their values, and here the values come: the letterhead, the number or a date in a line of its own.
    pub(super) fn begins_values(&self, text: &str) -> bool {
        let last = || self.lines.labels.iter().rev().take(MOST_WAITING).filter(|it| it.value.is_blank());
        let typed = |it: &&Labelled| it.label == Label::Number || it.label.is_dated();
        let waiting = last().filter(typed).count();
        let is_unsigned = || last().any(|it| it.label == Label::Signatory);
        waiting >= LEAST_WAITING && identity::is_typed(text)
            || bodies::is_letterhead(text) && (waiting >= LEAST_WAITING || is_unsigned())
    }

    /// The colon behind `Nama SOP`, which stood without a value.
    pub(super) fn begins_title(&self, text: &str) -> bool {
        let mut last = self.lines.labels.iter().rev().take(MOST_WAITING);
        text.trim_start().starts_with(':') && last.any(|it| it.label == Label::Title && it.value.is_blank())
    }

    /// Takes the line below that colon as the name; it may go on in the next.
    pub(super) fn titles(&mut self, row: &Row) -> bool {
        let Some(cell) = row.single().filter(|cell| !begins_list(cell.text.as_str()) && !self.heads_table) else {
            return false;
        };
        let Some(label) = self.lines.labels.last_mut().filter(|it| it.label == Label::Title) else { return false };
        if self.blank && !label.value.is_blank() {
            return false;
        }
        label.value.join(' ', &cell.text);
        self.title_waits = true;
        true
    }

    /// The line says the name of the SOP again, with no more than the words before it that say that it is a title.
    pub(super) fn says_title(&self, folded: &str) -> bool {
        self.names().any(|name| folded.ends_with(&name))
    }

    /// The text is the name of the SOP as its label has it.
    fn is_title(&self, folded: &str) -> bool {
        self.names().any(|name| folded == name)
    }

    /// The folded names that labels gave.
    fn names(&self) -> impl Iterator<Item = String> {
        let titles = self.lines.labels.iter().filter(|label| label.label == Label::Title);
        titles.map(|label| fold(label.value.as_str())).filter(|name| name.len() >= 8)
    }
}
