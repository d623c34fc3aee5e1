//! The letterhead: agency and unit from the lines above and beside the labels.

use super::is_capital;
use super::title::{title_inside, without_title_words};
use super::wrapped::{goes_on, may_go_on};
use crate::document::Text;
use crate::grammar::{citation, folded, offset_in, person};
use crate::model::{Field, Path, Sourced};
use crate::parse::draft::Draft;
use crate::parse::identity::is_office;
use crate::parse::lines::{Free, Labelled, Stretch};
use crate::vocabulary::bodies::{self, Body};
use crate::vocabulary::fold;
use crate::vocabulary::labels::Label;
use crate::vocabulary::office_names::is_region_word;
use crate::vocabulary::signatories::TITLES;

/// Agency and unit from the lines above and beside the labels; a line that repeats them is understood. Returns the other lines.
/// The labels say what the SOP is called.
pub(in crate::parse) fn letterhead(draft: &mut Draft, free: Vec<Free>, labels: &[Labelled]) -> Vec<Free> {
    let mut head = Head::default();
    let mut rest = Vec::new();
    let free: Vec<Free> = free.into_iter().flat_map(without_title).flat_map(without_signatory).collect();
    let above_unit: Vec<bool> = (0..free.len()).map(|at| is_above_unit(&free, at)).collect();
    let title = labels.iter().find(|it| it.label == Label::Title).map(|it| fold(it.value.as_str())).unwrap_or_default();
    for (line, above_unit) in free.into_iter().zip(above_unit) {
        let is_other = head.ends_office(&line, rest.last())
            || is_titled(&line, rest.last())
            || ends_citation(&line, rest.last())
            || says_title(&line, &title);
        if !is_other && head.takes(&line, above_unit, rest.last()) { draft.take(&line.text) } else { rest.push(line) }
    }
    if let Some(agency) = head.agency.filter(|_| draft.sop.identity.agency.is_silent()) {
        draft.sop.identity.agency = name(draft, "instansi", &agency.text);
    }
    if let Some(unit) = head.unit.filter(|_| draft.sop.identity.unit.is_silent()) {
        draft.sop.identity.unit = name(draft, "unit_kerja", &unit.text);
    }
    rest
}

/// `UNIVERSITAS CONTOH STANDAR OPERASIONAL PROSEDUR PEMINJAMAN ALAT`: the lines of a cell run together, as two.
fn without_title(mut line: Free) -> impl Iterator<Item = Free> {
    let text = line.text.as_str();
    let parted = title_inside(text).map(|at| (text[..at].trim_end(), &text[at..]));
    let parts = parted.filter(|(name, _)| is_capital(name) && bodies::is_letterhead(name));
    let parts = parts.map(|(name, title)| (line.text.slice(name), line.text.slice(title)));
    let behind = parts.map(|(name, title)| {
        line.text = name;
        Free { text: title, after_blank: true, ..line.clone() }
    });
    std::iter::once(line).chain(behind)
}

/// `BIDANG PERBENDAHARAAN Yusran Halim, S.E.`: a line of the letterhead in capitals, read across into the name or the rank of who signs
/// beside it, as two lines.
fn without_signatory(mut line: Free) -> impl Iterator<Item = Free> {
    let text = line.text.as_str();
    let mut words = text.split_whitespace().map(|word| (offset_in(text, word), word));
    let small = words.find(|(_, word)| word.contains(char::is_lowercase)).map(|(at, _)| text.split_at(at));
    let parted = small.filter(|(name, beside)| {
        // `RSUD dr. SOEROSO` is named after a person.
        let is_typed = beside.split_whitespace().any(|word| word.starts_with(char::is_uppercase) && !is_capital(word));
        let is_name = name.trim_end().contains(' ') && bodies::is_letterhead(name.trim_end());
        is_typed && is_name && (person::is_titled(beside) || person::has_rank(beside))
    });
    let parts = parted.map(|(name, beside)| (line.text.slice(name.trim_end()), line.text.slice(beside)));
    let beside = parts.map(|(name, beside)| {
        line.text = name;
        Free { text: beside, after_blank: false, ..line.clone() }
    });
    std::iter::once(line).chain(beside)
}

/// `PELAYANAN IMUNISASI` below `DINAS KESEHATAN`, where Nama SOP begins so: the title once more, and no part of the agency.
fn says_title(line: &Free, title: &str) -> bool {
    let text = line.text.as_str();
    text.split_whitespace().nth(1).is_some() && !is_head(text) && title.starts_with(&fold(text))
}

/// Right below `PROSEDUR` the name of one stands, and not the rest of the name beside it.
fn is_titled(line: &Free, above: Option<&Free>) -> bool {
    let says_title = |above: &Free| without_title_words(&folded(above.text.as_str())).is_empty();
    // The lines of a cell have one row.
    let is_right_below = |above: &Free| above.row + 1 == line.row || above.row == line.row && !line.after_blank;
    above.is_some_and(|above| is_right_below(above) && above.is_in_line_with(line) && says_title(above))
        && !is_head(line.text.as_str())
}

/// `Pusat Statistik Provinsi` right below `3. Peraturan Badan Pusat Statistik ... Tata Kerja Badan`: the subject of a law goes on.
fn ends_citation(line: &Free, above: Option<&Free>) -> bool {
    let is_below = |above: &Free| above.row + 1 == line.row && !line.after_blank;
    let cites = above.is_some_and(|above| is_below(above) && citation::is_citation_start(above.text.as_str()));
    cites && line.text.as_str().contains(char::is_lowercase)
}

/// The unit of an agency stands at most so many lines below it.
const FARTHEST_UNIT: usize = 16;

/// `SEKSI PENYELENGGARAAN` follows in the letterhead: what could be the unit is part of the agency.
fn is_above_unit(free: &[Free], at: usize) -> bool {
    let text = free[at].text.as_str();
    if !bodies::begins_unit(text) && bodies::unit_start(text).is_none() {
        return false;
    }
    let names_unit = |line: &Free| {
        let below = line.text.as_str();
        let actor = line.after_label && (bodies::heads_unit(below) || bodies::is_bare_team(below));
        let head = !line.in_table && !line.after_table && is_head(below) && !actor;
        head && bodies::body(below) == Some(Body::Unit) && !repeats(text, below)
    };
    free[at + 1..].iter().take(FARTHEST_UNIT).any(names_unit)
}

/// The name of a body, digits among its capitals read as the letters they stand for.
fn name(draft: &mut Draft, key: &str, text: &Text) -> Field<Sourced<String>> {
    let written = folded(text.as_str());
    let digits = |it: &str| it.chars().any(|it| it.is_ascii_digit());
    let read = bodies::without_misread(&written);
    let read = if digits(&written) && !digits(&read) { read.into_owned() } else { written.clone() };
    if read != written {
        draft.repaired(Path::identity(key), format!("angka dibaca sebagai huruf pada `{written}`"), Some(text.whole()));
    }
    Field::Known(Sourced::new(read, text.whole().into()))
}

/// The letterhead as far as it was read.
#[derive(Default)]
struct Head {
    agency: Option<Name>,
    unit: Option<Name>,
}

/// A name, and where its last line stands.
struct Name {
    text: Text,
    row: usize,
    /// First byte of the last line in the text.
    last: usize,
    /// Where that line stands.
    stretch: Option<Stretch>,
}

impl Name {
    fn new(text: Text, line: &Free) -> Self {
        Self { text, row: line.row, last: 0, stretch: line.stretch }
    }

    fn join(&mut self, line: &Free) {
        self.last = self.text.as_str().len() + 1;
        self.text.join(' ', &line.text);
        (self.row, self.stretch) = (line.row, line.stretch);
    }

    fn last_line(&self) -> &str {
        self.text.as_str().get(self.last..).unwrap_or_default()
    }
}

impl Head {
    /// `KABUPATEN SERUNI` right below `KEPALA DINAS KESEHATAN` says whose head that is, and not the letterhead again.
    fn ends_office(&self, line: &Free, above: Option<&Free>) -> bool {
        let text = line.text.as_str();
        let says_part = |name: &Text| repeats(name.as_str(), text) && fold(name.as_str()) != fold(text);
        let is_below = |above: &Free| above.row + 1 == line.row && !line.after_blank && is_office(above.text.as_str());
        line.after_label && above.is_some_and(is_below) && self.agency.iter().any(|name| says_part(&name.text))
    }

    /// Takes the line if it belongs to the letterhead, or says again what it said. Where a line below names its
    /// unit, this one is the agency whole. The line before it that belongs to nothing is `left`.
    fn takes(&mut self, line: &Free, above_unit: bool, left: Option<&Free>) -> bool {
        let text = line.text.as_str();
        // What is left of a table names actors; the head of a unit is the unit only above the labels.
        if line.in_table || (line.after_label && (bodies::heads_unit(text) || bodies::is_bare_team(text))) {
            return false;
        }
        if !is_head(text) {
            return self.wraps(line);
        }
        // `Dinas` in a line of its own is a piece of an actor's name.
        let is_word = !text.contains(char::is_whitespace) && !is_capital(text);
        if line.after_label && is_word && !bodies::is_whole_unit(text) {
            return false;
        }
        if self.agency.is_none()
            && self.unit.is_none()
            && !above_unit
            && let Some(at) = bodies::unit_start(text)
        {
            self.agency = Some(Name::new(line.text.slice(text[..at].trim_end_matches([' ', ',', '-'])), line));
            self.unit = Some(Name::new(line.text.slice(&text[at..]), line));
            return true;
        }
        if self.agency.is_none()
            && self.unit.is_none()
            && !line.after_label
            && let Some(at) = bodies::agency_start(text)
        {
            self.unit = Some(Name::new(line.text.slice(text[..at].trim_end_matches([' ', ',', '-', '\n'])), line));
            self.agency = Some(Name::new(line.text.slice(&text[at..]), line));
            return true;
        }
        // `UPTD PUSKESMAS SUKARAME` below `DINAS KESEHATAN`, however far: a print of ours sets it rows below.
        if let (Some(Name { text: name, .. }), None) = (&self.agency, &self.unit)
            && !above_unit
            && !line.after_table
            && (bodies::begins_unit(text) || bodies::is_bureau_of(name.as_str(), text))
            && bodies::names_agency(name.as_str())
            && !repeats(name.as_str(), text)
        {
            self.unit = Some(Name::new(line.text.clone(), line));
            return true;
        }
        match bodies::body(text) {
            Some(Body::Unit) => match &self.unit {
                // Behind the table stands who signs.
                None if line.after_table && line.after_label => false,
                None => {
                    self.unit = Some(Name::new(line.text.clone(), line));
                    true
                }
                Some(name) => repeats(name.text.as_str(), text),
            },
            _ => match &mut self.agency {
                None => {
                    self.agency = Some(Name::new(line.text.clone(), line));
                    true
                }
                Some(name) if self.unit.is_none() && follows(name, line, left) => {
                    name.join(line);
                    true
                }
                // On a later page it is named with its region.
                Some(name) if bodies::adds_region(name.text.as_str(), text) => {
                    *name = Name::new(line.text.clone(), line);
                    true
                }
                Some(name) => repeats(name.text.as_str(), text),
            },
        }
    }

    /// The rest of a name that did not fit its line, right below it.
    fn wraps(&mut self, line: &Free) -> bool {
        let text = line.text.as_str().trim();
        let last = self.agency.iter_mut().chain(&mut self.unit).max_by_key(|name| name.row);
        let Some(name) = last else { return false };
        // Beside the labels a line of theirs may stand between two of the name.
        let reach = if is_capital(text) && line.after_label { 2 } else { 1 };
        let is_near =
            line.row <= name.row + reach && !line.after_blank && Stretch::are_in_line(name.stretch, line.stretch);
        let goes_on = is_near && goes_on((name.text.as_str(), name.last_line()), text, line.after_label);
        if goes_on {
            name.join(line);
        }
        goes_on
    }
}

/// A line right below that goes on with the name: another level above it, or its region; unless a line of the name before it was
/// left as not understood.
fn follows(name: &Name, line: &Free, left: Option<&Free>) -> bool {
    let is_near = line.row <= name.row + 3;
    let is_torn = left.is_some_and(|left| left.row > name.row && may_go_on(name.text.as_str(), left.text.as_str()));
    is_near && !is_torn && !repeats(name.text.as_str(), line.text.as_str())
}

/// The line says again what is known.
fn repeats(name: &str, line: &str) -> bool {
    let (name, line) = (fold(name), fold(line));
    name.contains(&line) || line.contains(&name)
}

fn ends_in_title(text: &str) -> bool {
    let last = text.split_whitespace().next_back().and_then(|word| word.strip_suffix('.'));
    last.is_some_and(|word| TITLES.iter().any(|title| title.eq_ignore_ascii_case(word)))
}

/// A line of the letterhead: names a body, and is no sentence.
fn is_head(text: &str) -> bool {
    // `RUMAH SAKIT UMUM DAERAH dr.` goes on with the name of a person.
    let is_sentence = || text.trim_end().ends_with(['.', ';']) && !ends_in_title(text);
    let short = text.split_whitespace().count() <= 14 && !is_sentence();
    // A bullet or a picture is in no name.
    let is_sign =
        |it: char| !it.is_ascii() && !it.is_alphanumeric() && !matches!(it, '–' | '—' | '‘' | '’' | '“' | '”');
    let first = text.split('\n').next().unwrap_or(text).trim();
    // `Kabupaten` alone is a piece of an actor's name.
    short && !text.contains(is_sign) && !is_region_word(first) && bodies::body(first).is_some()
}
