//! Where the office ends and the name begins.

use crate::grammar::lexis::offset_in;
use crate::vocabulary::plain_words::is_common;
use crate::vocabulary::signatories::{
    DEGREES, FIRST_NAMES, NAMED_AS_OFFICES, NAMED_HOUSES, NAMED_PARTS, OFFICE_OPENERS, OFFICE_WORDS,
    PAIRED_FIRST_NAMES, PLACE_FIRST_WORDS, PLACE_LAST_WORDS, PLACE_OPENERS, PREAMBLES, RETIRED, SIGNED, TITLES,
};

/// A name of more words is none.
const LONGEST_NAME: usize = 6;

/// Office and name, and what is neither.
#[derive(Default)]
pub(super) struct Split<'a> {
    pub position: Option<&'a str>,
    pub name: Option<&'a str>,
    pub rest: &'a str,
}

impl<'a> Split<'a> {
    fn new(position: &'a str, name: &'a str) -> Self {
        let said = |text: &'a str| Some(edged(text)).filter(|text| !text.is_empty());
        Self { position: said(position), name: said(name), rest: "" }
    }

    fn unknown(rest: &'a str) -> Self {
        Self { rest, ..Self::default() }
    }
}

/// Takes the text before rank and number apart; `has_person` says that one of these follows.
pub(super) fn split<'a>(text: &'a str, has_person: bool, houses: &Houses) -> Split<'a> {
    let (preamble, text) = after_preamble(edged(text));
    let mut found = block(edged(text), has_person, houses);
    if found.rest.is_empty() {
        found.rest = preamble;
    }
    found
}

/// Lines such as `Ditetapkan di …` before the office, and the text after them.
fn after_preamble(text: &str) -> (&str, &str) {
    let mut start = 0;
    while let Some(end) = text[start..].find('\n') {
        if !text[start..].split_whitespace().next().is_some_and(|word| is_in(word, PREAMBLES)) {
            break;
        }
        start += end + 1;
    }
    text.split_at(start)
}

fn block<'a>(text: &'a str, has_person: bool, houses: &Houses) -> Split<'a> {
    if text.is_empty() {
        return Split::default();
    }
    if let Some((position, name)) = around_signature(text) {
        return Split::new(position, name);
    }
    if let Some((name, office)) = text.trim_end_matches(')').rsplit_once('(')
        && starts_office(office)
        && is_whole(name.trim_end())
    {
        return Split::new(office, name.trim_end());
    }
    if let Some(at) = name_line(text, houses) {
        return Split::new(&text[..at], &text[at..]);
    }
    let (degrees, end) = degrees(text);
    let mut found = line((&text[..degrees], &text[..end]), has_person || degrees < end, houses);
    if found.rest.is_empty() {
        found.rest = &text[end..];
    } else {
        found.rest = text;
    }
    found
}

/// The text is the name of a person, with titles and degrees or of two words or more.
pub(super) fn is_whole(text: &str) -> bool {
    whole(text).is_some_and(|(name, titled)| titled || name.contains(char::is_whitespace))
}

/// The text is the name of a person with titles or degrees.
pub(super) fn is_titled(text: &str) -> bool {
    whole(text).is_some_and(|(_, titled)| titled)
}

/// A title is its first word: `Drs. Bagus`.
pub(super) fn begins_with_title(text: &str) -> bool {
    title_start(edged(text)) == Some(0)
}

/// Fewest letters of a name that stands alone.
const SHORTEST_LONE: usize = 4;

/// The text is one word that may be a name, and is no word of the language.
pub(super) fn is_lone(text: &str) -> bool {
    let text = edged(text);
    let is_word = text.chars().count() >= SHORTEST_LONE && text.chars().all(char::is_alphabetic);
    is_word && whole(text).is_some() && !is_common(&text.to_lowercase())
}

/// The name that is all of the text, and whether titles or degrees stand with it.
fn whole(text: &str) -> Option<(&str, bool)> {
    let text = edged(text);
    let (end, rest) = degrees(text);
    let name = edged(&text[..end]);
    let titled = end < rest || title_start(name) == Some(0);
    (is_name(name) && text[rest..].trim().is_empty() && !names_body(name)).then_some((name, titled))
}

/// One of its words is of places or fields.
fn names_body(text: &str) -> bool {
    // Balinese names begin with `I`.
    let words = text.strip_prefix("I ").unwrap_or(text).split_whitespace();
    words.into_iter().any(|word| is_office(word) || is_in(word, PLACE_OPENERS) || is_in(word, PLACE_LAST_WORDS))
}

/// Without blanks, brackets and lines of dots around.
fn edged(text: &str) -> &str {
    text.trim_matches(|letter: char| {
        letter.is_whitespace() || matches!(letter, ',' | ';' | ':' | '(' | '_' | '…' | '*')
    })
    .trim_end_matches(')')
    .trim_end()
}

/// Office and name before and after `ttd`.
fn around_signature(text: &str) -> Option<(&str, &str)> {
    let (at, word) = words(text).find(|(_, word)| is_in(word, SIGNED))?;
    let (position, name) = (&text[..at], &text[at + word.len()..]);
    let (end, _) = degrees(name);
    (starts_office(position) && is_name(edged(&name[..end]))).then_some((position, name))
}

/// Where the last of several lines begins, if the lines before it are an office and it is a name; of a name over two lines, where
/// the first begins.
fn name_line(text: &str, houses: &Houses) -> Option<usize> {
    let mut at = text.rfind('\n')? + 1;
    if !starts_office(text) {
        return None;
    }
    let is_degrees = |line: &str| line.split([' ', ',']).filter(|word| !word.is_empty()).all(is_degree);
    if is_degrees(&text[at..]) {
        at = text[..at].trim_end().rfind('\n')? + 1;
    }
    let (end, rest) = degrees(&text[at..]);
    let name = edged(&text[at..at + end]);
    let opens_place = |word: &str| is_in(word, PLACE_OPENERS) && !is_sorted_in(word, OFFICE_OPENERS);
    let names_place = text[..at].split_whitespace().next_back().is_some_and(opens_place);
    if !is_name(name) || names_place && end == rest || houses.hold(name) {
        return None;
    }
    let above = text[..at].trim_end().rfind('\n').map_or(0, |at| at + 1);
    let first = edged(&text[above..at]);
    let ends_office =
        || known_end(text, houses).is_some_and(|end| text.get(end..at).is_some_and(|it| it.trim() == first));
    let begins = above > 0 && is_name(first) && (title_start(first) == Some(0) || ends_office());
    Some(if begins { above } else { at })
}

/// Where the degrees begin, with their comma, and where they end; both the end of the text where there are none.
fn degrees(text: &str) -> (usize, usize) {
    let mut start = None;
    let mut end = text.len();
    for word in text.split(|letter: char| letter.is_whitespace() || letter == ',').filter(|word| !word.is_empty()) {
        let at = offset_in(text, word);
        let is_after_comma = text[..at].trim_end().ends_with(',');
        let may_be_one = is_after_comma || start.is_some() || word.trim_end_matches('.').contains('.');
        // `S.Kep., Ns`: some titles are written behind the name as well.
        let is_last = start.is_some() && is_after_comma && !word.contains('.') && is_title(word);
        let is_last = is_last || start.is_some() && is_after_comma && is_certificate(word);
        // `Drs. Bagus, Apt.` ends there, though `Apt. Bagus` begins so.
        let ends_line = || text[at + word.len()..].trim_start_matches([' ', '.']).starts_with(['\n', ',']);
        let is_last = is_last || is_after_comma && is_degree(word) && is_title(word) && ends_line();
        let is_one = is_last || may_be_one && at > 0 && is_degree(word) && !is_title(word);
        match (is_one, start) {
            (true, None) => (start, end) = (Some(text[..at].trim_end_matches([',', ' ']).len()), at + word.len()),
            (true, Some(_)) => end = at + word.len(),
            (false, Some(_)) => break,
            (false, None) => {}
        }
    }
    start.map_or((text.len(), text.len()), |start| (start, end))
}

/// `CFrA`, `CGCAE`, `QIA`: behind degrees and a comma, a word of capitals that certifies an auditor or buyer.
fn is_certificate(word: &str) -> bool {
    let word = word.trim_end_matches('.');
    let capitals = word.chars().filter(|letter| letter.is_uppercase()).count();
    let is_short = (2..=6).contains(&word.len()) && word.chars().all(|letter| letter.is_ascii_alphabetic());
    is_short && capitals >= 2 && word.starts_with(['C', 'Q'])
}

/// `S.Sos`, `M.Si.`, `ST`.
fn is_degree(word: &str) -> bool {
    let letters = word.chars().filter(|letter| letter.is_alphabetic());
    if !word.starts_with(char::is_uppercase) || letters.clone().count() > 7 {
        return false;
    }
    let is_pointed = word.trim_end_matches('.').contains('.') && word.starts_with(['S', 'M', 'A', 'B']);
    let capitals = letters.flat_map(char::to_uppercase);
    let first = capitals.clone().next();
    let is_known = |known: &&str| known.chars().next() == first && known.chars().eq(capitals.clone());
    is_pointed || DEGREES.iter().any(is_known)
}

/// One line: `core` without degrees, `named` with them.
fn line<'a>((core, named): (&'a str, &'a str), has_person: bool, houses: &Houses) -> Split<'a> {
    if let Some(at) = title_start(core) {
        return Split::new(&named[..at], &named[at..]);
    }
    if !starts_office(core) {
        return if has_person && is_name(core) { Split::new("", named) } else { Split::unknown(named) };
    }
    if let Some(at) = after_comma(core) {
        return Split::new(&named[..at], &named[at..]);
    }
    if let Some(at) = known_end(core, houses)
        && may_name(core[at..].trim(), has_person, houses)
    {
        return Split::new(&named[..at], &named[at..]);
    }
    let at = office_end(core).max(case_change(core).unwrap_or(0));
    let remaining = core[at..].trim();
    let may_be_name = is_name(remaining) && remaining.contains(char::is_whitespace) && ends_with_place(core, at);
    if remaining.is_empty() || !(has_person || may_be_name) {
        return Split::new(named, "");
    }
    let is_undivided = core.len() == named.len() && case_change(core).is_none();
    if is_undivided && !remaining.contains(char::is_whitespace) {
        // One word more: the end of the name of the house, or of a person of one name.
        return if ends_house(core, remaining, houses) { Split::new(named, "") } else { Split::unknown(named) };
    }
    if has_person && is_name(remaining) && !has_place_inside(remaining) {
        Split::new(&named[..at], &named[at..])
    } else {
        Split::unknown(named)
    }
}

/// The last word of the office is initials, `Kepala BPSDM`, or ends the name of its house.
fn ends_house(office: &str, last: &str, houses: &Houses) -> bool {
    let is_capital = |text: &str| !text.contains(char::is_lowercase);
    let two = office[..office.len() - last.len()].split_whitespace().next_back();
    let known = two.is_some_and(|before| houses.hold(&office[offset_in(office, before)..]));
    known || is_capital(last) && !is_capital(office) && (2..=LONGEST_INITIALS).contains(&last.len())
}

/// Most letters of initials.
const LONGEST_INITIALS: usize = 8;

fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_whitespace().map(|word| (offset_in(text, word), word))
}

fn bare(word: &str) -> &str {
    word.trim_matches(|letter: char| !letter.is_alphabetic())
}

fn is_in(word: &str, table: &[&str]) -> bool {
    let word = bare(word);
    table.iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// As [`is_in`], for a table in order.
fn is_sorted_in(word: &str, table: &[&str]) -> bool {
    let word = bare(word);
    table.binary_search_by(|known| known.bytes().cmp(word.bytes().map(|byte| byte.to_ascii_lowercase()))).is_ok()
}

/// A word of offices, by the tables or by its form.
fn is_office(word: &str) -> bool {
    is_sorted_in(word, OFFICE_OPENERS) || is_sorted_in(word, OFFICE_WORDS) || is_field(word)
}

/// The text begins with a word that opens an office.
pub(super) fn starts_office(text: &str) -> bool {
    text.split_whitespace().next().is_some_and(|word| is_sorted_in(word, OFFICE_OPENERS))
}

/// Where the first title before a name stands, unless a house is named with it.
fn title_start(text: &str) -> Option<usize> {
    let mut before = "";
    for (at, word) in words(text) {
        let opens = || is_title(word) || is_in(word, FIRST_NAMES) && at > 0;
        let begins = is_paired(word, &text[at + word.len()..]) || !is_in(before, NAMED_HOUSES) && opens();
        if at + word.len() < text.len() && begins {
            return Some(at);
        }
        before = word;
    }
    None
}

/// `Ni Luh`, `Ida Bagus`: words that begin a name together.
fn is_paired(word: &str, behind: &str) -> bool {
    let next = behind.split_whitespace().next().unwrap_or_default();
    PAIRED_FIRST_NAMES.iter().any(|(first, second)| is_in(word, first) && is_in(next, second))
}

/// `Drs.`, `H.`; without point only where it is more than a letter.
fn is_title(word: &str) -> bool {
    let word = word.trim_start_matches('(');
    let head = word.split_once('.').map_or(word, |(head, _)| head);
    let is_written = word.contains('.') || head.len() >= 2;
    let is_capital = word.starts_with(char::is_uppercase) || word.ends_with('.');
    is_written && is_capital && TITLES.iter().any(|title| title.eq_ignore_ascii_case(head)) && head.is_ascii()
}

/// After a comma that closes the office: `Kepala Dinas, M. SYAIFUL`.
fn after_comma(text: &str) -> Option<usize> {
    let at = text.rfind(',')? + 1;
    is_name(text[at..].trim()).then_some(at)
}

/// Words of a name: capital first letters, no digits, none of an office.
fn is_name(text: &str) -> bool {
    let is_name_word = |word: &str| {
        word.starts_with(char::is_uppercase)
            && word.chars().all(|letter| letter.is_alphabetic() || ".,'’`-".contains(letter))
            && !is_office(word)
    };
    // Balinese names begin so.
    let begins = |word: &str| word == "I" && text.trim().len() > 1;
    let mut count = 0;
    text.split_whitespace().all(|word| {
        count += 1;
        let is_also_name = count > 1 && is_in(word, NAMED_AS_OFFICES);
        let retired = RETIRED.iter().any(|known| word.eq_ignore_ascii_case(known));
        count <= LONGEST_NAME
            && (is_also_name || is_name_word(word) || is_title(word) || retired || (count == 1 && begins(word)))
    }) && count > 0
}

/// `PERIKANAN`, `Kebersihan`: nouns that name what an office is about.
fn is_field(word: &str) -> bool {
    let word = bare(word);
    let is_end = |tail: &str| {
        word.len() >= 7 && word.get(word.len() - tail.len()..).is_some_and(|end| end.eq_ignore_ascii_case(tail))
    };
    let is_start = |head: &str| word.get(..head.len()).is_some_and(|start| start.eq_ignore_ascii_case(head));
    is_end("an") && (is_start("pe") || is_start("ke"))
}

/// Where the words of the office end: after the last place, or after the last word known of offices.
fn office_end(text: &str) -> usize {
    let words: Vec<(usize, &str)> = words(text).collect();
    let opener = words.iter().rposition(|(_, word)| is_in(word, PLACE_OPENERS));
    // Behind a house that is named after its place, two words at least must be left for the name.
    let named = || words.iter().rposition(|(_, word)| is_in(word, NAMED_HOUSES));
    // `Universitas Negeri Malang`: words of offices stand before the place.
    let behind = |house: usize| {
        let fields = words[house + 1..].iter().take_while(|(_, word)| is_office(word)).count();
        place_end(&words, house + 1 + fields)
    };
    let house = named().filter(|house| behind(*house) + 2 <= words.len());
    let place = if house > opener { house.map_or(0, behind) } else { opener.map_or(0, |at| place_end(&words, at + 1)) };
    let known = words[place..].iter().take_while(|(_, word)| is_office(word)).count();
    // `Kepala Bidang Mutasi`: a part of an office is called by a word more.
    let last = (place + known).checked_sub(1).and_then(|at| words.get(at));
    let named = usize::from(known > 0 && last.is_some_and(|(_, word)| is_in(word, NAMED_PARTS)));
    words.get(place + known + named).map_or(text.len(), |(at, _)| *at)
}

/// What the document calls its own agency and unit: they say where the office ends and the name begins.
#[derive(Debug, Clone, Copy, Default)]
pub struct Houses<'h> {
    /// Names of agency and unit.
    pub names: [&'h str; 2],
    /// The number of the SOP, which may hold the initials of the agency.
    pub number: &'h str,
}

/// Fewer initials are no name.
const LEAST_INITIALS: usize = 3;

impl Houses<'_> {
    /// The words of a text stand together in one of the names.
    fn hold(&self, text: &str) -> bool {
        let count = text.split_whitespace().count();
        self.names.iter().any(|name| run(name, &words(text).collect::<Vec<_>>()).0 == count)
    }

    /// The parts of the number that may be initials.
    fn initials(&self) -> impl Iterator<Item = &str> {
        let parts = self.number.split(|letter: char| !letter.is_ascii_alphabetic());
        parts.filter(|part| part.len() >= LEAST_INITIALS && part.bytes().all(|letter| letter.is_ascii_uppercase()))
    }
}

/// How many of the words, from the first, stand together in a name, and whether the name ends there, or goes on with its place
/// or with another house.
fn run(name: &str, words: &[(usize, &str)]) -> (usize, bool) {
    let known: Vec<&str> = name.split_whitespace().map(bare).collect();
    let common = |start: usize| {
        let (mut at, mut length) = (start, 0);
        while let Some((_, word)) = words.get(length) {
            at += match known.get(at) {
                Some(known) if !known.is_empty() && known.eq_ignore_ascii_case(bare(word)) => 1,
                _ if is_short_for(bare(word), &known[at.min(known.len())..]) => word.len(),
                _ => break,
            };
            length += 1;
        }
        let after = known.get(at);
        (length, after.is_none_or(|word| is_in(word, PLACE_OPENERS) || is_sorted_in(word, OFFICE_WORDS)))
    };
    (0..known.len()).map(common).max().unwrap_or((0, false))
}

/// Where the office ends, by the names of the houses or their initials.
fn known_end(text: &str, houses: &Houses) -> Option<usize> {
    let words: Vec<(usize, &str)> = words(text).collect();
    let first = words.iter().take_while(|(_, word)| is_sorted_in(word, OFFICE_OPENERS)).count();
    let count = by_place(&words, first, houses)
        .or_else(|| by_names(&words, first, houses))
        .or_else(|| houses.initials().find_map(|code| by_initials(&words, first, code)))?;
    words.get(count).map(|(at, _)| *at)
}

/// `RSUD` for `Rumah Sakit Umum Daerah`.
fn is_short_for(word: &str, names: &[&str]) -> bool {
    let capital = |letter: &u8| letter.is_ascii_uppercase();
    let spelt =
        |(letter, name): (u8, &&str)| name.as_bytes().first().is_some_and(|it| it.eq_ignore_ascii_case(&letter));
    word.len() >= LEAST_INITIALS
        && word.bytes().all(|it| capital(&it))
        && names.len() >= word.len()
        && word.bytes().zip(names).all(spelt)
}

/// `LURAH` before a name that is not of the place of the house.
fn by_place(words: &[(usize, &str)], first: usize, houses: &Houses) -> Option<usize> {
    let opener = words.get(first.checked_sub(1)?).filter(|(_, word)| is_in(word, PLACE_OPENERS))?;
    let placed = houses.names.iter().any(|name| name.split_whitespace().any(|word| is_in(word, PLACE_OPENERS)));
    let held = houses.names.iter().any(|name| run(name, &words[first..]).0 > 0);
    (placed && !held && !opener.1.is_empty()).then_some(first)
}

fn by_names(words: &[(usize, &str)], first: usize, houses: &Houses) -> Option<usize> {
    let (mut at, mut end) = (first, None);
    while at < words.len() {
        let (length, closes) = houses.names.iter().map(|name| run(name, &words[at..])).max().unwrap_or((0, false));
        // One word alone is no name of a house.
        if length >= 2 || (length == 1 && end.is_some()) {
            at += length;
            end = closes.then_some(at);
        } else if is_office(words[at].1) || is_in(words[at].1, PLACE_OPENERS) {
            at += 1;
            end = end.map(|_| at);
        } else {
            break;
        }
    }
    end
}

/// `BKNJ` in the number, and `Badan Kearsipan Provinsi Nusa Jaya` in the office.
fn by_initials(words: &[(usize, &str)], first: usize, code: &str) -> Option<usize> {
    let mut at = first;
    for letter in code.chars() {
        let is_next = |word: &str| word.starts_with(|first: char| first.eq_ignore_ascii_case(&letter));
        while words
            .get(at)
            .is_some_and(|(_, word)| !is_next(word) && (is_in(word, PLACE_OPENERS) || bare(word).len() <= 3))
        {
            at += 1;
        }
        words.get(at).filter(|(_, word)| is_next(word))?;
        at += 1;
    }
    Some(at)
}

/// What stands behind the name of a house is the name of a person: of two words, and no longer name of a place.
fn may_name(text: &str, has_person: bool, houses: &Houses) -> bool {
    let mut words = text.split_whitespace();
    let place = words.next().is_some_and(|word| is_in(word, PLACE_FIRST_WORDS))
        || words.next_back().is_some_and(|word| is_in(word, PLACE_LAST_WORDS));
    is_name(text) && !houses.hold(text) && (has_person || (text.contains(char::is_whitespace) && !place))
}

/// Before its last word the text has one that closes a place: the name of the place was longer than was seen.
fn has_place_inside(text: &str) -> bool {
    let mut words = text.split_whitespace();
    words.next_back();
    words.any(|word| is_in(word, PLACE_LAST_WORDS))
}

/// A place was named before `at`, and what follows does not read as a longer name of that place.
fn ends_with_place(text: &str, at: usize) -> bool {
    let has_place = text[..at].split_whitespace().any(|word| is_in(word, PLACE_OPENERS));
    has_place && !text[at..].split_whitespace().next_back().is_some_and(|word| is_in(word, PLACE_LAST_WORDS))
}

/// The word after the name of a place that begins at `at`: one word, with what it needs before and after it.
fn place_end(words: &[(usize, &str)], at: usize) -> usize {
    let word = |at: usize| words.get(at).map(|(_, word)| *word);
    let mut at = at;
    if word(at).is_none_or(|word| is_sorted_in(word, OFFICE_OPENERS)) {
        return at;
    }
    while word(at).is_some_and(|word| is_in(word, PLACE_FIRST_WORDS)) {
        at += 1;
    }
    at = (at + 1).min(words.len());
    while word(at).is_some_and(|word| is_in(word, PLACE_LAST_WORDS)) {
        at += 1;
    }
    at
}

/// Where words all in capitals begin after words that are not.
fn case_change(text: &str) -> Option<usize> {
    let is_capital = |word: &str| !word.contains(char::is_lowercase);
    let capitals = text.split_whitespace().rev().take_while(|word| is_capital(word)).last()?;
    let at = offset_in(text, capitals);
    let before = text[..at].split_whitespace().next_back()?;
    // `Dinas PUPR`, `Camat SUKAMAJU`: the capitals go on with the office
    let goes_on = is_sorted_in(before, OFFICE_OPENERS) || is_sorted_in(before, OFFICE_WORDS);
    (!goes_on).then_some(at)
}
