//! Offices named in texts and columns, whatever their spelling.

use super::{FirstWord, Kind, Passage, Word, each_word, words};
use crate::check::Subject;
use crate::model::{Actor, Sop};
use crate::vocabulary::activity_verbs::ARRIVING;
use crate::vocabulary::bodies::{Body, body};
use crate::vocabulary::office_names::{
    COMMON_AFTER_ADDRESS, DEGREES, FORMS_OF_ADDRESS, HEAD_WORDS, OFFICE_WORDS, OFFICES, UNNAMED_HEADS, VOCATIONAL,
};
use crate::vocabulary::phrases::{Phrases, count};

static SPELLINGS: Phrases<{ count(OFFICES) }, 128> = Phrases::of(OFFICES);

/// An office found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Office {
    /// The usual short form: `kasubbag`.
    pub short: &'static str,
    /// First byte of its spelling in the text.
    pub at: usize,
    /// Byte after its spelling.
    pub end: usize,
    /// Position of its first word among the words of the text.
    pub word: usize,
}

/// The office that these words begin with, by its usual short form, and how many of them it takes.
fn office_at(words: &[Word<'_>]) -> Option<(&'static str, usize)> {
    words.first().filter(|it| it.is(Kind::OpensOffice))?;
    SPELLINGS.longest(words.len(), |at| words[at].as_lower())
}

/// The offices a text names, in order.
pub fn offices_in(text: &str) -> Vec<Office> {
    offices_among(&words(text))
}

/// The offices that these words of a text name, in order.
pub fn offices_among(words: &[Word<'_>]) -> Vec<Office> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(first) = words.get(at) {
        match office_at(&words[at..]) {
            Some((short, taken)) => {
                found.push(Office { short, at: first.at, end: words[at + taken - 1].end(), word: at });
                at += taken;
            }
            None => at += 1,
        }
    }
    found
}

/// The name of a column holds this office, given by its short form.
pub fn names_office(name: &str, short: &str) -> bool {
    offices_in(name).iter().any(|office| may_be(short, office.short))
}

/// One office by their short forms; a bare `sekretaris` may be the one of this agency.
fn may_be(short: &str, other: &str) -> bool {
    let secretary = |it: &str| it.starts_with("sek");
    short == other || (short == "sekretaris" && secretary(other)) || (other == "sekretaris" && secretary(short))
}

/// The office to which an activity passes its work on: the first one behind `kepada` or `ke`, after a verb of passing on.
pub fn handed_to<'s>(activity: &'s Passage<'_>) -> Option<&'s Office> {
    let words = &activity.words;
    let verb = words.iter().position(|word| word.is(Kind::PassingOn))?;
    // Under a condition work goes to several offices; which one follows is a matter of its branches.
    if words.iter().any(|word| word.is(Kind::Condition)) {
        return None;
    }
    let directed =
        |office: &&Office| office.word > verb + 1 && matches!(words[office.word - 1].as_lower(), "kepada" | "ke");
    activity.offices().iter().find(directed)
}

/// `pimpinan` or `atasan` behind `kepada` or `ke`, after a verb of passing on: where it stands.
pub fn unnamed_head(words: &[Word<'_>]) -> Option<(usize, usize)> {
    let verb = words.iter().position(|word| word.is(Kind::PassingOn))?;
    let is_receiver = |pair: &&[Word<'_>]| {
        matches!(pair[0].as_lower(), "kepada" | "ke") && UNNAMED_HEADS.contains(&pair[1].as_lower())
    };
    words[verb..].windows(2).find(is_receiver).map(|pair| (pair[1].at, pair[1].end()))
}

/// The column is of somebody who leads, whatever is led.
pub fn is_head(name: &str) -> bool {
    let leads = |word: &str| HEAD_WORDS.contains(&word) || UNNAMED_HEADS.contains(&word);
    each_word(name).any(|(_, word)| leads(&word.to_lowercase())) || offices_in(name).iter().any(|it| leads(it.short))
}

/// The actor to whom an activity passes its work on, named as its column is or by its office: who, and where the name
/// stands in the text.
pub fn handed_to_actor<'s>(subject: &'s Subject<'_>, activity: &Passage<'_>) -> Option<(&'s Actor, usize, usize)> {
    let words = &activity.words;
    let verb = words.iter().position(|word| word.is(Kind::PassingOn))?;
    if words.iter().any(|word| word.is(Kind::Condition)) {
        return None;
    }
    let to = (verb + 1..words.len()).find(|at| matches!(words[*at].as_lower(), "kepada" | "ke"))?;
    let actors = || subject.sop().actors.iter().zip(subject.texts().actors());
    let named = actors().filter_map(|(actor, name)| Some((actor, leading(&words[to + 1..], &name.words)?)));
    if let Some((actor, taken)) = named.max_by_key(|(actor, _)| actor.name.value.len()) {
        return Some((actor, words[to + 1].at, words[to + taken].end()));
    }
    let office = handed_to(activity)?;
    let mut holders = actors().filter(|(_, name)| name.offices().iter().any(|it| may_be(office.short, it.short)));
    let (only, _) = holders.next().filter(|_| holders.next().is_none())?;
    Some((only, office.at, office.end))
}

/// Where an activity begins with an actor of the SOP or another office and a verb follows: the end of the subject, and
/// where the verb begins.
pub fn subject_of(subject: &Subject<'_>, activity: &Passage<'_>) -> Option<(usize, usize)> {
    let words = activity.act();
    let taken = subject.texts().actors().iter().filter_map(|name| leading(words, &name.words)).max();
    let taken = taken.max(office_at(words).map(|(_, count)| count));
    let taken =
        taken.or_else(|| subject.texts().actors().iter().filter_map(|name| called(words, &name.words)).max())?;
    let verb = words[taken..].iter().take(5).position(|word| word.opens() == FirstWord::Active)? + taken;
    // `Pemohon datang membawa KTP`: who comes is no longer name.
    let comes = verb > taken && ARRIVING.contains(&words[verb - 1].as_lower());
    let verb = verb - usize::from(comes);
    Some((words[verb - 1].end(), words[verb].at))
}

/// How many words of the name the text begins with, if an active verb follows them: `Panitia menilai …` of the column
/// `Panitia Penilai`.
fn called(words: &[Word<'_>], name: &[Word<'_>]) -> Option<usize> {
    let taken = words.iter().zip(name).take_while(|(one, other)| one.lower == other.lower).count();
    let acts = words.get(taken).is_some_and(|word| word.opens() == FirstWord::Active);
    (taken > 0 && acts && words[0].opens() == FirstWord::Other).then_some(taken)
}

/// How many words of the name the text begins with, if it begins with all of them.
fn leading(words: &[Word<'_>], name: &[Word<'_>]) -> Option<usize> {
    let begins = words.len() >= name.len() && words.iter().zip(name).all(|(one, other)| one.lower == other.lower);
    (begins && !name.is_empty()).then_some(name.len())
}

/// The first word of the agency's own name, lower-cased: `dinas`, `kecamatan`.
pub fn agency_kind(sop: &Sop) -> Option<String> {
    let unit = sop.identity.unit.value().map_or("", String::as_str);
    let agency = own_name(sop.identity.agency.value()?, unit);
    each_word(agency).next().map(|(_, word)| word.to_lowercase())
}

/// The agency behind the government that it belongs to: `Kecamatan Taman` of `Pemerintah Kota Contoh Kecamatan Taman`. Where the
/// line names the government alone, the unit may be the agency.
pub fn own_name<'t>(agency: &'t str, unit: &'t str) -> &'t str {
    if body(agency) != Some(Body::Government) {
        return agency;
    }
    let behind = each_word(agency).skip(1).take(FARTHEST_AGENCY).map(|(at, _)| &agency[at..]);
    let in_unit = || (body(unit) == Some(Body::Agency)).then_some(unit);
    let found = behind.into_iter().find(|rest| body(rest) == Some(Body::Agency));
    found.map(lowest_in).or_else(in_unit).unwrap_or(agency)
}

/// `Kelurahan Melati` of `Kecamatan Taman Kelurahan Melati`: a letterhead names the higher one first.
fn lowest_in(agency: &str) -> &str {
    let mut words = each_word(agency);
    if !words.next().is_some_and(|(_, word)| word.eq_ignore_ascii_case("kecamatan")) {
        return agency;
    }
    let mut inner = words.take(FARTHEST_AGENCY).skip(1);
    let is_inner = |word: &str| word.eq_ignore_ascii_case("kelurahan") || word.eq_ignore_ascii_case("desa");
    inner.find(|(_, word)| is_inner(word)).map_or(agency, |(at, _)| &agency[at..])
}

/// Words of a government among which the agency begins: `Pemerintah Kabupaten Ogan Komering Ulu Selatan`.
const FARTHEST_AGENCY: usize = 8;

/// The text names a person: a form of address in front, a NIP, or a degree behind a comma.
pub fn is_person(text: &Passage<'_>) -> bool {
    let words = &text.words;
    let addressed = words.first().is_some_and(|word| FORMS_OF_ADDRESS.contains(&word.as_lower()));
    // `Ibu kota` and `Ibu Hamil` are no names.
    // Nor is an office that is addressed: `Pak RT`.
    let is_common = |word: &str| COMMON_AFTER_ADDRESS.contains(&word) || OFFICE_WORDS.contains(&word);
    let named = words.get(1).is_some_and(|word| !is_common(word.as_lower()));
    (addressed && named) || words.iter().any(|word| word.lower == "nip") || ends_in_degree(text.text)
}

/// A degree stands behind a comma: `Ahmad, S.Sos`.
pub fn ends_in_degree(text: &str) -> bool {
    let behind = text.split(',').skip(1);
    behind.into_iter().any(|it| {
        let bare: String = it.chars().filter(|letter| letter.is_alphanumeric()).collect();
        let written = it.trim();
        let capital = written.starts_with(char::is_uppercase);
        // `A.Md.RMIK`, `S.Tr.Keb.`: the field behind such a degree is in no list.
        let is_of_a_field = VOCATIONAL.iter().any(|degree| written.starts_with(degree)) && !written.contains(' ');
        is_of_a_field && is_like_a_name(text)
            || capital && DEGREES.iter().any(|(degree, _)| *degree == bare.to_lowercase())
    })
}

/// Up to four words before the comma, of letters alone, each with a capital: `Tenaga farmasi lulusan D3` is none.
fn is_like_a_name(text: &str) -> bool {
    let name = text.split(',').next().unwrap_or_default();
    let is_word = |word: &str| {
        word.starts_with(char::is_uppercase) && word.chars().all(|it| it.is_alphabetic() || matches!(it, '.' | '\''))
    };
    name.split_whitespace().count() <= 4 && name.split_whitespace().all(is_word)
}

/// A degree behind the name that lacks its points, as it is written, and as it should be.
pub fn unpointed_degree(name: &str) -> Option<(&str, &'static str)> {
    let behind = name.split(',').skip(1).map(str::trim);
    behind.chain(uncommaed_degree(name)).find_map(|written| {
        let bare: String = written.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>().to_lowercase();
        let (_, right) = DEGREES.iter().find(|(degree, _)| *degree == bare)?;
        // `M.Si` without its last point is too common to be called wrong.
        let inner = right.trim_end_matches('.').matches('.').count();
        (written.trim_end_matches('.').matches('.').count() < inner).then_some((written, *right))
    })
}

/// `Bambang Wirawan SH`: the last word of a name without comma, in more capitals than the others; of `BAMBANG SH` it may be a name.
fn uncommaed_degree(name: &str) -> Option<&str> {
    let capitals = |word: &str| word.chars().filter(|it| it.is_uppercase()).count();
    let (before, last) = name.trim().rsplit_once(' ').filter(|_| !name.contains(','))?;
    let is_name = |word: &str| word.contains(char::is_lowercase) && capitals(word) == 1;
    let are_names = before.split_whitespace().filter(|word| is_name(word)).count() > 1;
    (capitals(last) > 1 && are_names).then_some(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bare_secretary_may_be_any_of_them() {
        for (name, short, expected) in [
            ("Sekretaris", "sekcam", true),
            ("Sekcam", "sekretaris", true),
            ("Sekcam", "sekda", false),
            ("Sekretaris", "camat", false),
            ("Camat", "sekretaris", false),
        ] {
            assert_eq!(names_office(name, short), expected, "{name} / {short}");
        }
    }
}
