//! Lines that belong to no label and no section → letterhead, title, signature block.

use super::draft::Draft;
use super::identity::{has_signatory, is_office, signatory};
use super::lines::{Free, is_place_and_date};
use crate::document::Text;
use crate::grammar::enumeration::{self, Opening, opening};
use crate::grammar::step_number::roman_number;
use crate::grammar::{citation, date, folded, offset_in, person};
use crate::model::{Date, Field, Identity, LeftoverKind, Path, Sourced};
use crate::vocabulary::fold;
use crate::vocabulary::form_words::NAMELESS;
use crate::vocabulary::noise::is_contents_entry;
use crate::vocabulary::office_names::REGION_WORDS;
use crate::vocabulary::offices::{self, Body};
use crate::vocabulary::sections::{BARE_TITLES, TITLE_PARTS, TITLE_WORDS, WITHIN};
use crate::vocabulary::signatories::{PREAMBLES, is_seal};

/// Gives the free lines that are left their places; what stays is left as unused text.
pub(super) fn fill(draft: &mut Draft, free: Vec<Free>) {
    let free = sign(draft, free);
    title(draft, &free);
}

/// A line of the letterhead: names a body, and is no sentence.
fn is_head(text: &str) -> bool {
    let short = text.split_whitespace().count() <= 14 && !text.trim_end().ends_with(['.', ';']);
    // A bullet or a picture is in no name.
    let is_sign =
        |it: char| !it.is_ascii() && !it.is_alphanumeric() && !matches!(it, '–' | '—' | '‘' | '’' | '“' | '”');
    let first = text.split('\n').next().unwrap_or(text).trim();
    // `Kabupaten` alone is a piece of an actor's name.
    let is_piece = REGION_WORDS.iter().any(|word| word.eq_ignore_ascii_case(first));
    short && !text.contains(is_sign) && !is_piece && offices::body(first).is_some()
}

/// The signature block that stands by itself: the lines up to the one with the NIP, from the office on.
fn sign(draft: &mut Draft, mut free: Vec<Free>) -> Vec<Free> {
    let signs = |line: &Free| {
        let text = line.text.as_str();
        let before = before_nip(text).trim_end();
        (person::nip(text).is_some() || text.contains("NRP") && person::has_rank(before))
            && (fold(text).starts_with("nip")
                || is_office(text)
                || person::has_rank(before)
                || person::is_titled(before))
    };
    let is_signed = has_signatory(&draft.sop.identity);
    let unnumbered = || if is_signed { None } else { unnumbered(&free) };
    let Some(nip) = free.iter().position(signs).or_else(unnumbered) else { return free };
    if is_signed && !is_of_signatory(&draft.sop.identity, free[nip].text.as_str()) {
        return free;
    }
    let alone = is_office(free[nip].text.as_str()).then_some(nip);
    let office = || (nip.saturating_sub(6)..nip).rev().find(|at| is_office(signed(free[*at].text.as_str())));
    let named = || nip.checked_sub(1).filter(|at| person::is_named(free[*at].text.as_str()));
    let Some(first) = alone.or_else(office).or_else(named) else { return free };
    let preamble = (0..first).rev().take_while(|at| is_preamble(free[*at].text.as_str(), &draft.sop.identity)).last();
    let preamble = preamble.unwrap_or(first);
    free.drain(preamble..first).for_each(|line| draft.take(&line.text));
    let (first, nip) = (preamble, nip - (first - preamble));
    let mut block = Text::default();
    for line in free.drain(first..=nip) {
        draft.take(&line.text);
        block.join('\n', &line.text.slice(signed(line.text.as_str())));
    }
    if is_signed {
        return free;
    }
    let span = block.whole();
    let before = std::mem::take(&mut draft.sop.identity.signatory);
    let mut found = signatory(draft, &block, span);
    if let (Field::Known(before), Field::Known(found)) = (before, &mut found) {
        // The label gave the office, the block below it the person.
        found.position = before.position.or(found.position.take());
    }
    draft.sop.identity.signatory = found;
    draft.repaired(Path::identity("disahkan_oleh"), "dari blok tanda tangan di luar kotak identitas", Some(span));
    free
}

/// The number is that of who signs in the identity block.
fn is_of_signatory(identity: &Identity, text: &str) -> bool {
    let Field::Known(known) = &identity.signatory else { return false };
    known.nip.as_ref().zip(person::nip(text)).is_some_and(|(known, (digits, ..))| known.value.0 == digits)
}

/// The name of who signs without a number, below place and date and the office.
fn unnumbered(free: &[Free]) -> Option<usize> {
    let office = free.windows(2).position(|pair| {
        is_place_and_date(pair[0].text.as_str()) && is_office(pair[1].text.as_str()) && pair[1].row <= pair[0].row + 2
    })? + 1;
    let far = free[office].row + FARTHEST_NAME;
    let mut below = (office + 1..free.len()).take_while(|at| free[*at].row <= far);
    below.find(|at| !is_seal(free[*at].text.as_str())).filter(|at| {
        let name = free[*at].text.as_str().trim_matches(['(', ')', ' ']);
        let named = person::is_named(name) || !name.contains(' ') && name.len() > 3 && is_capital(name);
        // `Kepala Desa` over `MULYONO`: the village may be called so.
        named && person::signatory(&format!("{}\n{name}", free[office].text.as_str())).name.is_some()
    })
}

/// So many rows below the office the name of who signs may stand.
const FARTHEST_NAME: usize = 6;

/// What stands before the label of the number in its line: `Pembina, IV/a NIP 19…`.
fn before_nip(text: &str) -> &str {
    ["NIP", "NRP"].iter().find_map(|label| text.find(label)).map_or("", |at| &text[..at])
}

/// `Ditetapkan di: Mawar Jingga`, `pada tanggal 4 Maret 2024`: where and when it was signed, as far as that says no more than the
/// dates above.
fn is_preamble(text: &str, identity: &Identity) -> bool {
    let text = text.trim();
    let opens = opens_preamble(text);
    let known = [&identity.created, &identity.revised, &identity.effective];
    let is_known = |date: &Date| known.iter().any(|it| it.value().is_some_and(|it| it.as_ymd() == date.as_ymd()));
    match date::find(text) {
        Some((date, _)) => opens && date.as_ymd().is_some() && is_known(&date),
        None => opens && text.len() <= LONGEST_PREAMBLE && !text.contains(|it: char| it.is_ascii_digit()),
    }
}

/// The line begins as one does that says where or when, or by whom, something was signed.
pub(super) fn opens_preamble(text: &str) -> bool {
    let first = text.trim_start().split(|it: char| !it.is_alphabetic()).next();
    first.is_some_and(|word| PREAMBLES.contains(&word.to_lowercase().as_str()))
}

/// `Tanda tangan Kepala Puskesmas`, `Ditetapkan Direktur`: without the words that only ask for the signature or say that it is one.
fn signed(text: &str) -> &str {
    let before_office = |word: &str| {
        let rest = text.get(word.len()..).unwrap_or("");
        text.get(..word.len()).is_some_and(|it| it.eq_ignore_ascii_case(word))
            && is_office(rest.trim_start_matches(','))
    };
    if let Some(word) = PREAMBLES.iter().find(|word| before_office(word)) {
        return text[word.len()..].trim_start_matches([',', ':', ' ']);
    }
    let word =
        offices::SIGNATURE.iter().find(|word| text.get(..word.len()).is_some_and(|it| it.eq_ignore_ascii_case(word)));
    text[word.map_or(0, |word| word.len())..].trim_start_matches([':', ' '])
}

/// Agency and unit from the lines above and beside the labels; a line that repeats them is understood. Returns the other lines.
pub(super) fn letterhead(draft: &mut Draft, free: Vec<Free>) -> Vec<Free> {
    let mut head = Head::default();
    let mut rest = Vec::new();
    let free: Vec<Free> = free.into_iter().flat_map(without_signatory).collect();
    let above_unit: Vec<bool> = (0..free.len()).map(|at| is_above_unit(&free, at)).collect();
    for (line, above_unit) in free.into_iter().zip(above_unit) {
        let is_other =
            head.ends_office(&line, rest.last()) || is_titled(&line, rest.last()) || ends_citation(&line, rest.last());
        if !is_other && head.takes(&line, above_unit) { draft.take(&line.text) } else { rest.push(line) }
    }
    if let Some((agency, _)) = head.agency.filter(|_| draft.sop.identity.agency.is_silent()) {
        draft.sop.identity.agency = name(draft, "instansi", &agency);
    }
    if let Some((unit, _)) = head.unit.filter(|_| draft.sop.identity.unit.is_silent()) {
        draft.sop.identity.unit = name(draft, "unit_kerja", &unit);
    }
    rest
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
        let is_name = name.trim_end().contains(' ') && offices::is_letterhead(name.trim_end());
        is_typed && is_name && (person::is_titled(beside) || person::has_rank(beside))
    });
    let parts = parted.map(|(name, beside)| (line.text.slice(name.trim_end()), line.text.slice(beside)));
    let beside = parts.map(|(name, beside)| {
        line.text = name;
        let Free { row, after_table, after_label, in_table, set_apart, .. } = line;
        Free { text: beside, row, after_table, after_label, after_blank: false, in_table, set_apart }
    });
    std::iter::once(line).chain(beside)
}

/// Right below `PROSEDUR` the name of one stands, and not the rest of the name beside it.
fn is_titled(line: &Free, above: Option<&Free>) -> bool {
    let says_title = |above: &Free| without_title_words(&folded(above.text.as_str())).is_empty();
    above.is_some_and(|above| above.row + 1 == line.row && says_title(above)) && !is_head(line.text.as_str())
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
    if !offices::begins_unit(text) && offices::unit_start(text).is_none() {
        return false;
    }
    let names_unit = |line: &Free| {
        let below = line.text.as_str();
        let actor = line.after_label && (offices::heads_unit(below) || offices::is_bare_team(below));
        let head = !line.in_table && !line.after_table && is_head(below) && !actor;
        head && offices::body(below) == Some(Body::Unit) && !repeats(text, below)
    };
    free[at + 1..].iter().take(FARTHEST_UNIT).any(names_unit)
}

/// The name of a body, digits among its capitals read as the letters they stand for.
fn name(draft: &mut Draft, key: &str, text: &Text) -> Field<Sourced<String>> {
    let written = folded(text.as_str());
    let digits = |it: &str| it.chars().any(|it| it.is_ascii_digit());
    let read = offices::without_misread(&written);
    let read = if digits(&written) && !digits(&read) { read.into_owned() } else { written.clone() };
    if read != written {
        draft.repaired(Path::identity(key), format!("angka dibaca sebagai huruf pada `{written}`"), Some(text.whole()));
    }
    Field::Known(Sourced::new(read, text.whole().into()))
}

/// The letterhead as far as it was read: names with the row of their last line.
#[derive(Default)]
struct Head {
    agency: Option<(Text, usize)>,
    unit: Option<(Text, usize)>,
}

impl Head {
    /// `KABUPATEN SERUNI` right below `KEPALA DINAS KESEHATAN` says whose head that is, and not the letterhead again.
    fn ends_office(&self, line: &Free, above: Option<&Free>) -> bool {
        let text = line.text.as_str();
        let says_part = |name: &Text| repeats(name.as_str(), text) && fold(name.as_str()) != fold(text);
        let is_below = |above: &Free| above.row + 1 == line.row && !line.after_blank && is_office(above.text.as_str());
        line.after_label && above.is_some_and(is_below) && self.agency.iter().any(|(name, _)| says_part(name))
    }

    /// Takes the line if it belongs to the letterhead, or says again what it said. Where a line below names its
    /// unit, this one is the agency whole.
    fn takes(&mut self, line: &Free, above_unit: bool) -> bool {
        let text = line.text.as_str();
        // What is left of a table names actors; the head of a unit is the unit only above the labels.
        if line.in_table || (line.after_label && (offices::heads_unit(text) || offices::is_bare_team(text))) {
            return false;
        }
        if !is_head(text) {
            return self.wraps(line);
        }
        // `Dinas` in a line of its own is a piece of an actor's name.
        let is_word = !text.contains(char::is_whitespace) && !is_capital(text);
        if line.after_label && is_word && !offices::is_whole_unit(text) {
            return false;
        }
        if self.agency.is_none()
            && self.unit.is_none()
            && !above_unit
            && let Some(at) = offices::unit_start(text)
        {
            self.agency = Some((line.text.slice(text[..at].trim_end_matches([' ', ',', '-'])), line.row));
            self.unit = Some((line.text.slice(&text[at..]), line.row));
            return true;
        }
        if self.agency.is_none()
            && self.unit.is_none()
            && !line.after_label
            && let Some(at) = offices::agency_start(text)
        {
            self.unit = Some((line.text.slice(text[..at].trim_end_matches([' ', ',', '-', '\n'])), line.row));
            self.agency = Some((line.text.slice(&text[at..]), line.row));
            return true;
        }
        // `UPTD PUSKESMAS SUKARAME` below `DINAS KESEHATAN`, however far: a print of ours sets it rows below.
        if let (Some((name, _)), None) = (&self.agency, &self.unit)
            && !above_unit
            && !line.after_table
            && (offices::begins_unit(text) || offices::is_bureau_of(name.as_str(), text))
            && offices::names_agency(name.as_str())
            && !repeats(name.as_str(), text)
        {
            self.unit = Some((line.text.clone(), line.row));
            return true;
        }
        match offices::body(text) {
            Some(Body::Unit) => match &self.unit {
                // Behind the table stands who signs.
                None if line.after_table && line.after_label => false,
                None => {
                    self.unit = Some((line.text.clone(), line.row));
                    true
                }
                Some((name, _)) => repeats(name.as_str(), text),
            },
            _ => match &mut self.agency {
                None => {
                    self.agency = Some((line.text.clone(), line.row));
                    true
                }
                Some((name, row)) if self.unit.is_none() && follows(name, *row, line) => {
                    name.join(' ', &line.text);
                    *row = line.row;
                    true
                }
                // On a later page it is named with its region.
                Some((name, row)) if offices::adds_region(name.as_str(), text) => {
                    (*name, *row) = (line.text.clone(), line.row);
                    true
                }
                Some((name, _)) => repeats(name.as_str(), text),
            },
        }
    }

    /// The rest of a name that did not fit its line: a word or two right below it.
    fn wraps(&mut self, line: &Free) -> bool {
        let text = line.text.as_str().trim();
        let last = self.agency.iter_mut().chain(&mut self.unit).max_by_key(|(_, row)| *row);
        let Some((name, row)) = last else { return false };
        // Beside the labels a line of theirs may stand between two of the name.
        let reach = if is_capital(text) && line.after_label { 2 } else { 1 };
        let is_near = line.row <= *row + reach && !line.after_blank && is_capital(text) == is_capital(name.as_str());
        let is_short =
            || text.split_whitespace().count() <= 3 && text.chars().all(|it| it.is_alphabetic() || it == ' ');
        let is_other = || enumeration::heads_document(text) || offices::begins_office(text);
        if is_near && is_short() && without_title_words(text).len() == text.len() && !is_other() {
            name.join(' ', &line.text);
            *row = line.row;
            return true;
        }
        false
    }
}

/// A line right below that goes on with the name: another level above it, or its region.
fn follows(name: &Text, row: usize, line: &Free) -> bool {
    let near = line.row <= row + 3;
    near && !repeats(name.as_str(), line.text.as_str())
}

/// The line says again what is known.
fn repeats(name: &str, line: &str) -> bool {
    let (name, line) = (fold(name), fold(line));
    name.contains(&line) || line.contains(&name)
}

/// The name of the SOP from a heading, where no label gave it; headings that say it again are understood.
fn title(draft: &mut Draft, rest: &[Free]) {
    let headings: Vec<Heading> = headings(rest);
    let is_labelled = !draft.sop.identity.title.is_silent() && !draft.is_noted(&Path::identity("nama"));
    if draft.sop.identity.title.is_silent() {
        let likely = |heading: &&Heading| likely_title(heading.bare());
        // `SOP Surat Masuk` of Keterkaitan is another SOP, and `SOP Dinas Pertanian` the foot of a page.
        let related: Vec<String> = draft.sop.related.items().iter().map(|it| fold(&it.value)).collect();
        let is_other =
            |heading: &Heading| offices::body(heading.bare()).is_some() || related.contains(&fold(&heading.folded));
        let marked = headings.iter().find(|heading| heading.marked && likely(heading) && !is_other(heading));
        let plain = || headings.iter().find(|heading| is_capital(heading.bare()) && likely(heading));
        // Of several that are counted the one right above the steps names them.
        let counted = || headings.iter().rfind(|heading| heading.counted && !heading.after_table && likely(heading));
        if let Some(heading) = marked.or_else(counted).or_else(plain) {
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
            if !same && !adds_body(&name, heading.bare()) {
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

/// `LEGALISASI SURAT KECAMATAN TAMAN`: the name, and behind it whose procedure it is.
fn adds_body(name: &str, heading: &str) -> bool {
    let (name, heading) = (without_title_words(name).to_lowercase(), heading.to_lowercase());
    let rest = heading.strip_prefix(&name).unwrap_or_default().trim_start();
    names_holder(rest)
}

/// `STANDAR OPERASIONAL PROSEDUR DI LINGKUNGAN DINAS KESEHATAN`, `SOP DINAS KESEHATAN`: whose procedures they are, not which one.
fn names_holder(bare: &str) -> bool {
    let first = bare.split_whitespace().next().unwrap_or_default();
    WITHIN.iter().any(|it| it.eq_ignore_ascii_case(first)) || offices::body(bare).is_some()
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
    /// Its author set it as a heading, above the identity block.
    set_apart: bool,
}

impl Heading {
    fn bare(&self) -> &str {
        let text = if self.counted { after_count(&self.folded).unwrap_or_default() } else { &self.folded };
        let folded = fold(text);
        // Our own Markdown says so of an SOP without a name.
        let is_none = TITLE_PARTS.contains(&folded.as_str()) || folded == fold(NAMELESS);
        if is_none { "" } else { without_title_words(text) }
    }
}

/// A line before the office that is longer is a sentence.
const LONGEST_PREAMBLE: usize = 60;

/// A title of this many bytes is whole.
const LONGEST_TITLE: usize = 600;

/// The lines as headings; one in capitals right below another that is not whole goes on with it.
fn headings(rest: &[Free]) -> Vec<Heading> {
    let mut out: Vec<(Heading, usize)> = Vec::new();
    for line in rest.iter().filter(|line| !line.in_table) {
        let folded = folded(line.text.as_str());
        // An entry of a list names no procedure.
        let is_entry = matches!(opening(&folded), Some((Opening::Bullet | Opening::Dash, _)));
        if is_entry || is_contents_entry(&folded) {
            continue;
        }
        let counted = after_count(&folded).is_some();
        let below = out.last().is_some_and(|(_, row)| line.row == row + 1);
        let (boilerplate, titled) = out.last().map_or((false, false), |(last, _)| {
            (below && last.bare().is_empty(), below && last.marked && !last.bare().is_empty())
        });
        let marked = boilerplate || marked_by_itself(&folded);
        if titled
            && is_capital(&folded)
            && !marked_by_itself(&folded)
            && !is_bare_title(&folded)
            && let Some((last, row)) =
                out.last_mut().filter(|(last, _)| last.folded.len() <= LONGEST_TITLE && is_capital(&last.folded))
        {
            last.text.join(' ', &line.text);
            last.folded = format!("{} {folded}", last.folded);
            *row = line.row;
            continue;
        }
        let after_table = line.after_table;
        let set_apart = line.set_apart && !line.after_label;
        out.push((Heading { text: line.text.clone(), folded, marked, counted, after_table, set_apart }, line.row));
    }
    out.into_iter().map(|(heading, _)| heading).collect()
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

fn is_capital(text: &str) -> bool {
    text.chars().filter(|it| it.is_alphabetic()).all(char::is_uppercase)
}

/// A heading without the words that only say that it is one, and without its Roman number.
fn without_title_words(text: &str) -> &str {
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
