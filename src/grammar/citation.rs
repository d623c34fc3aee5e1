//! Dasar hukum: kind, number, year, subject and issuer of the regulation that a text cites.

use super::lexis::{digit_of, offset_in, strip_phrase, strip_start};
use crate::model::{Citation, Regulation, RegulationKind};
use crate::vocabulary::regulation_kinds::{
    AGENCIES, AMENDMENT_OPENERS, CITING_WORDS, ISSUER_NOISE, IssuerForm, KINDS, MINISTRIES, NOT_A_SUBJECT,
    NUMBER_CLUES, SHORT_KINDS, SUBJECT_ENDS, is_near_label,
};
use crate::vocabulary::sections::OPEN_ENDS;

/// An issuer of more words is prose.
const LONGEST_ISSUER: usize = 14;

/// Words between a number and its subject that name an amendment.
const LONGEST_AMENDMENT: usize = 40;

/// So many characters after a short kind its number or year must stand.
const LONGEST_HEAD: usize = 80;

/// The text, unchanged, and what it cites as far as it can be made out.
pub fn parse(text: &str) -> Citation {
    Citation { text: text.to_owned(), regulation: regulation(after_list_number(text)) }
}

/// The text begins with a kind of regulation, so that a list of citations may be cut before it.
pub fn is_citation_start(text: &str) -> bool {
    let Some((rest, row)) = kind_of(after_list_number(text)) else { return false };
    if !SHORT_KINDS.contains(&row.spelling) {
        return true;
    }
    let end = rest.char_indices().nth(LONGEST_HEAD).map_or(rest.len(), |(at, _)| at);
    let head = Head::of(&rest[..end]);
    head.number.is_some() || head.year.is_some()
}

/// The line below cites another regulation than the one above, which is cited in full and wants none behind it: no `diubah dengan`,
/// no `tentang Pelaksanaan`.
pub fn begins_another(above: &str, below: &str) -> bool {
    let mut words = below.split_whitespace().take(LONGEST_ISSUER);
    let is_label = |word: &str| ["nomor", "no", "no."].iter().any(|label| word.eq_ignore_ascii_case(label));
    let is_numbered =
        words.any(is_label) && words.next().is_some_and(|word| word.starts_with(|it: char| it.is_ascii_digit()));
    is_numbered && is_citation_start(below) && is_cited_in_full(above)
}

fn is_cited_in_full(text: &str) -> bool {
    let Some(last) = text.split_whitespace().last() else { return false };
    let last = last.to_lowercase();
    let is_open = OPEN_ENDS.contains(&last.as_str()) || CITING_WORDS.contains(&last.as_str());
    !is_open
        && !last.ends_with(['-', '/', ',', ':', '('])
        && parse(text).regulation.is_some_and(|it| it.about.is_some())
}

/// One spelling of a kind, and the abbreviated issuer glued to it.
struct KindRow<'a> {
    spelling: &'static str,
    kind: RegulationKind,
    issuer: IssuerForm,
    glued: &'a str,
}

fn regulation(text: &str) -> Option<Regulation> {
    let (rest, row) = kind_of(text).or_else(|| kind_by_number(text))?;
    let head = Head::of(rest);
    let (number, number_year) = head.number.map_or((None, None), split_number);
    let issuer = issuer(&row, head.issuer);
    Some(Regulation {
        kind: row.kind,
        number: number.map(str::to_owned),
        year: head.year.or(number_year),
        about: subject(head.about, head.has_about_word).map(str::to_owned),
        has_about_word: head.has_about_word,
        issuer,
    })
}

/// Without blanks, quotes, and the number it has in a list.
fn after_list_number(text: &str) -> &str {
    let text = text.trim_start_matches(|letter: char| letter.is_whitespace() || "\"“'•-*–".contains(letter));
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &text[digits..];
    match rest.strip_prefix(['.', ')', ',']) {
        Some(rest) if (1..=2).contains(&digits) => rest.trim_start(),
        _ => text,
    }
}

/// For each first letter, bit `n`: some kind has the `n`th letter of the alphabet second.
static OPENINGS: [u32; 26] = {
    let mut table = [0; 26];
    let mut at = 0;
    while at < KINDS.len() {
        let spelling = KINDS[at].0.as_bytes();
        table[(spelling[0] - b'a') as usize] |= 1 << (spelling[1] - b'a');
        at += 1;
    }
    table
};

fn kind_of(text: &str) -> Option<(&str, KindRow<'_>)> {
    let start = text.as_bytes().first_chunk::<2>()?.map(|byte| byte.to_ascii_lowercase());
    let [first, second] = start.map(|letter| u32::from(letter.wrapping_sub(b'a')));
    // Two letters rule out most texts.
    if second >= u32::BITS || OPENINGS.get(first as usize)? & 1 << second == 0 {
        return None;
    }
    KINDS.iter().filter(|row| row.0.as_bytes().starts_with(&start)).find_map(|&(spelling, kind, issuer)| {
        let rest = strip_spelling(text, spelling)?;
        let end = if issuer == IssuerForm::Glued { glued_end(rest) } else { 0 };
        let row = KindRow { spelling, kind, issuer, glued: &rest[..end] };
        (!rest[end..].starts_with(char::is_alphabetic)).then_some((&rest[end..], row))
    })
}

/// The text after a spelling, whose blanks stand for blanks, hyphens, or nothing.
fn strip_spelling<'a>(text: &'a str, spelling: &str) -> Option<&'a str> {
    spelling.split(' ').try_fold(text, |rest, part| {
        let rest = rest.trim_start_matches(|letter: char| letter.is_whitespace() || "-–.".contains(letter));
        strip_start(rest, part)
    })
}

/// Letters, and hyphens between letters: `PAN-RB`.
fn glued_end(text: &str) -> usize {
    let end = text.find(|letter: char| !letter.is_alphabetic() && letter != '-').unwrap_or(text.len());
    text[..end].trim_end_matches('-').len()
}

/// `PER/21/M.PAN/11/2008` names its ministry without a kind before it.
fn kind_by_number(text: &str) -> Option<(&str, KindRow<'_>)> {
    let number = Head::of(text).number?;
    let lower = number.to_ascii_lowercase();
    let clue = NUMBER_CLUES.iter().find(|row| number.contains('/') && lower.contains(row.0))?;
    let kind = if lower.starts_with("kep") {
        RegulationKind::MinisterialDecree
    } else {
        RegulationKind::MinisterialRegulation
    };
    Some((text, KindRow { spelling: "", kind, issuer: IssuerForm::Fixed(clue.1), glued: "" }))
}

/// What follows the kind, cut into its parts.
#[derive(Default)]
struct Head<'a> {
    issuer: &'a str,
    number: Option<&'a str>,
    year: Option<u16>,
    about: &'a str,
    has_about_word: bool,
}

impl<'a> Head<'a> {
    fn of(text: &'a str) -> Self {
        let mut head = Self::default();
        let mut rest = text;
        let mut issuer_end = None;
        loop {
            rest = rest.trim_start_matches(|letter: char| letter.is_whitespace() || matches!(letter, ',' | ':'));
            let at = offset_in(text, rest);
            if let Some(about) = ["tentang", "tentang:", "ttg"].iter().find_map(|word| strip_phrase(rest, word)) {
                (head.about, head.has_about_word) = (about, true);
            } else if let Some(after) = head.take_number(rest).or_else(|| head.take_year(rest)) {
                issuer_end.get_or_insert(at);
                rest = after;
                continue;
            } else if let Some(about) = issuer_end.and_then(|_| behind_amendment(rest)) {
                (head.about, head.has_about_word) = (about, true);
            } else if issuer_end.is_some() {
                head.about = rest;
            } else if let Some(end) = word_end(rest) {
                rest = &rest[end..];
                continue;
            }
            head.issuer = text[..issuer_end.unwrap_or(at)].trim();
            return head;
        }
    }

    /// A labelled number, or a bare one where a number is still missing; the text after it.
    fn take_number(&mut self, text: &'a str) -> Option<&'a str> {
        if self.number.is_some() {
            return None;
        }
        let labelled = number_label(text);
        let start = labelled.or_else(|| (is_bare_number(text) && !is_of_a_name(text)).then_some(text))?;
        let start = start.trim_start_matches(|letter: char| letter.is_whitespace() || matches!(letter, '.' | ':'));
        let is_missing = year_label(start).is_some() || strip_phrase(start, "tentang").is_some();
        let end = if is_missing { 0 } else { number_end(start, labelled.is_some()) };
        let number = start[..end].trim_end_matches(['.', ',', ';', ':']);
        if labelled.is_none() && year_of(number).is_some() && number.len() == 4 {
            return None;
        }
        self.number = Some(number).filter(|number| number.contains(char::is_alphanumeric));
        (labelled.is_some() || self.number.is_some()).then(|| without_emergency(&start[end..]))
    }

    /// `Tahun 2014`, or a bare year; the text after it.
    fn take_year(&mut self, text: &'a str) -> Option<&'a str> {
        if self.year.is_some() {
            return None;
        }
        let labelled = year_label(text);
        let start = labelled
            .unwrap_or(text)
            .trim_start_matches(|letter: char| letter.is_whitespace() || matches!(letter, '.' | ':'));
        let end = start.find(|letter: char| !letter.is_alphanumeric() && letter != '}').unwrap_or(start.len());
        self.year = year_of(&start[..end]);
        match (labelled, self.year) {
            (_, Some(_)) => Some(&start[end..]),
            (Some(rest), None) => Some(rest),
            (None, None) => None,
        }
    }
}

/// Behind the number of an emergency law: `Nomor 12 Drt Tahun 1951`.
fn without_emergency(text: &str) -> &str {
    ["drt.", "drt", "darurat"].iter().find_map(|word| strip_phrase(text.trim_start(), word)).unwrap_or(text)
}

/// Digits, or a word of slashes and digits (`PER/21/M.PAN/11/2008`).
fn is_bare_number(text: &str) -> bool {
    let word = &text[..word_end(text).unwrap_or(0)];
    word.starts_with(|first: char| first.is_ascii_digit())
        || (word.contains('/') && word.contains(|digit: char| digit.is_ascii_digit()))
}

/// `3 Bukit Permai Nomor 421.3/011/2025`: a short number inside the name of an office, for a labelled one follows.
fn is_of_a_name(text: &str) -> bool {
    let mut words = text.split_whitespace().take(LONGEST_ISSUER);
    let is_short = words.next().is_some_and(|word| word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit()));
    let rest = |word: &str| &text[offset_in(text, word)..];
    let is_name = |word: &str| word.starts_with(char::is_uppercase) && year_label(rest(word)).is_none();
    let after = words.find(|word| !is_name(word) || number_label(rest(word)).is_some());
    is_short && after.is_some_and(|word| number_label(rest(word)).is_some())
}

fn number_label(text: &str) -> Option<&str> {
    ["nomor", "nomer", "no"]
        .iter()
        .find_map(|label| strip_start(text, label))
        .filter(|rest| !rest.starts_with(char::is_alphabetic))
        .or_else(|| misspelt_label(text, "nomor", 1))
}

/// The text after a label that is misspelt by a letter (`Tahum 2014`, `Nmor 5`), where so many digits follow as the label wants.
fn misspelt_label<'a>(text: &'a str, label: &str, digits: usize) -> Option<&'a str> {
    let end = text.find(|letter: char| !letter.is_ascii_alphabetic()).unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    if !is_near_label(word, label) {
        return None;
    }
    let number = rest.trim_start_matches([' ', '.', ':']);
    (number.len() < rest.len() && number.chars().take(digits).filter(char::is_ascii_digit).count() == digits)
        .then_some(rest)
}

fn year_label(text: &str) -> Option<&str> {
    let exact = ["tahun", "thn", "th"].iter().find_map(|label| strip_start(text, label)).filter(|rest| {
        let is_word = rest.starts_with(|next: char| next.is_alphabetic());
        !is_word || rest.chars().take(4).filter(char::is_ascii_digit).count() >= 2
    });
    exact.or_else(|| misspelt_label(text, "tahun", 4))
}

fn word_end(text: &str) -> Option<usize> {
    if text.is_empty() { None } else { Some(text.find(char::is_whitespace).unwrap_or(text.len())) }
}

/// Longest letters before the number of a ministry (`PM 19`, `HK 201`).
const LONGEST_CODE: usize = 4;

/// The text after `tentang` where an amendment stands between it and the number, `jo PP Nomor 12 Tahun 2002 tentang …`, or the number
/// of the other ministry that issued it jointly.
fn behind_amendment(text: &str) -> Option<&str> {
    let is_joint = || strip_phrase(text, "dan").is_some_and(|rest| number_label(rest.trim_start()).is_some());
    let is_amended = AMENDMENT_OPENERS.iter().any(|word| strip_phrase(text, word).is_some());
    if !is_amended && !is_joint() {
        return None;
    }
    let mut words = text.split_whitespace().take(LONGEST_AMENDMENT);
    let about = words.find(|word| word.eq_ignore_ascii_case("tentang"))?;
    Some(&text[offset_in(text, about) + about.len()..])
}

/// A number ends at a blank, unless a slash stands at either side of it, or before it only the letters of a ministry.
fn number_end(text: &str, is_labelled: bool) -> usize {
    let code = text.bytes().take_while(u8::is_ascii_uppercase).count();
    let numbered =
        |rest: &str| rest.strip_prefix([' ', '.']).is_some_and(|it| it.starts_with(|it: char| it.is_ascii_digit()));
    let coded = is_labelled && (1..=LONGEST_CODE).contains(&code) && numbered(&text[code..]);
    let mut end = if coded { code + 1 } else { 0 };
    loop {
        end += text[end..].find(char::is_whitespace).unwrap_or(text.len() - end);
        let after = text[end..].trim_start();
        if after.is_empty() || !(after.starts_with('/') || text[..end].ends_with('/')) {
            return end;
        }
        end = text.len() - after.len();
        // a slash alone would be found again at once
        end += after.chars().next().map_or(0, char::len_utf8);
    }
}

/// `25/2009` is number and year; of a longer number the last part gives the year.
fn split_number(number: &str) -> (Option<&str>, Option<u16>) {
    let Some((head, tail)) = number.rsplit_once('/') else { return (Some(number), None) };
    let year = year_of(tail.trim());
    let head = head.trim();
    let is_short = year.is_some() && !head.is_empty() && head.bytes().all(|byte| byte.is_ascii_digit());
    (Some(if is_short { head } else { number }), year)
}

/// Four digits that are a year, letters misread from digits among them.
fn year_of(text: &str) -> Option<u16> {
    if text.len() != 4 || text.bytes().filter(u8::is_ascii_digit).count() < 2 {
        return None;
    }
    let mut digits = text.chars().map(digit_of);
    let year = digits.try_fold(0u16, |year, digit| Some(year * 10 + u16::from(digit? - b'0')))?;
    (1945..=2100).contains(&year).then_some(year)
}

/// The subject, without the history and the marks after it.
fn subject(about: &str, has_word: bool) -> Option<&str> {
    let about = about.trim_start_matches(|letter: char| letter.is_whitespace() || matches!(letter, ':' | '"' | '“'));
    if !has_word && (about.starts_with('(') || NOT_A_SUBJECT.iter().any(|word| strip_phrase(about, word).is_some())) {
        return None;
    }
    let is_end = |at: usize| SUBJECT_ENDS.iter().any(|end| strip_start(&about[at..], end).is_some());
    let end = about.match_indices(['s', 'S', '(']).map(|(at, _)| at).find(|&at| is_end(at)).unwrap_or(about.len());
    let about = about[..end]
        .trim_end_matches(|letter: char| letter.is_whitespace() || matches!(letter, ';' | '.' | ',' | '"' | '”'));
    about.contains(char::is_alphanumeric).then_some(about)
}

fn issuer(row: &KindRow<'_>, words: &str) -> Option<String> {
    let office = match row.issuer {
        IssuerForm::None => return None,
        IssuerForm::Fixed(name) => return Some(name.to_owned()),
        IssuerForm::Office(office) => office,
        IssuerForm::Words | IssuerForm::Glued => row.glued,
    };
    let mut name = office.to_lowercase().replace('-', " ");
    let words = words.split(|letter: char| letter.is_whitespace() || matches!(letter, '-' | '.' | ','));
    for word in words.filter(|word| !word.is_empty()).take(LONGEST_ISSUER + 1) {
        if ISSUER_NOISE.iter().any(|noise| noise.eq_ignore_ascii_case(word)) {
            continue;
        }
        if !name.is_empty() {
            name.push(' ');
        }
        name.extend(word.chars().flat_map(char::to_lowercase));
    }
    if name.is_empty() || name.split(' ').count() > LONGEST_ISSUER {
        return None;
    }
    let is_ministry = matches!(row.kind, RegulationKind::MinisterialRegulation | RegulationKind::MinisterialDecree);
    let is_agency = matches!(row.kind, RegulationKind::AgencyRegulation | RegulationKind::AgencyDecree);
    if let Some(known) = AGENCIES.iter().find(|known| is_agency && known.0 == name) {
        return Some(known.1.to_owned());
    }
    let known = MINISTRIES
        .iter()
        .find(|known| is_ministry && (name == known.0 || (known.0.len() > 20 && name.starts_with(known.0))));
    Some(known.map_or(name, |known| known.1.to_owned()))
}

#[cfg(test)]
mod tests;
