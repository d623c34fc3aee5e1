//! The names in the one column Pelaksana of a copied table: each ends the activity of its row.

use super::steps::Step;
use crate::document::Text;
use crate::grammar::offset_in;
use crate::read::regrid::is_column_of_names;
use crate::vocabulary::activity_verbs::is_active;
use crate::vocabulary::flow_words::{AND, leads_on};
use crate::vocabulary::offices::begins_actor;
use rustc_hash::FxHashMap;

/// The activity of each step with the name behind it, where one is known.
pub(super) type Parted = Vec<Option<(Text, Text)>>;

/// The activities, each parted from the name behind it; nothing where fewer than most end with a name, which then is part of the work.
/// An activity that does not end so among others that do is left out: what of it names the actor is not certain. `again` says that
/// names were found that are the subjects of their sentences.
pub(super) fn parted<'t>(activities: impl Iterator<Item = &'t Text>, again: bool) -> Option<Parted> {
    let activities: Vec<&Text> = activities.collect();
    let known = activities.iter().filter(|text| !text.is_blank()).count();
    let mut ends: FxHashMap<&str, usize> = FxHashMap::default();
    for text in &activities {
        let whole = text.as_str();
        *ends.entry(&whole[run_start(whole)..]).or_default() += 1;
    }
    let comes_again = |name: &str| ends.get(name).is_some_and(|count| *count > 1);
    let parted: Parted = activities
        .iter()
        .map(|text| Some(*text).filter(|_| again).and_then(part_subject).or_else(|| part(text, comes_again)))
        .collect();
    let count = parted.iter().flatten().count();
    is_column_of_names(count, known).then_some(parted)
}

/// Most words of a subject that is said again as the name of who acts.
const LONGEST_SUBJECT: usize = 4;

/// Marks where the names stand that their sentences begin with, `Kasir menerima setoran Kasir Bukti setor`, where a name can hardly be
/// longer: behind most of them stands what the step before made, or the time. Tells whether it did.
pub(super) fn mark(steps: &mut [Step], lacks_requirements: bool) -> bool {
    let ends: Vec<Option<usize>> = steps.iter().map(|step| end_of_subject(step, lacks_requirements)).collect();
    let takes_up = |at: usize, end: usize| {
        let next = steps[at].lines[0].words.get(end).map(|word| word.said);
        next.is_some_and(|next| {
            steps[at - 1].lines.iter().any(|line| line.words[line.after(0)..].iter().any(|it| it.said == next))
        })
    };
    let behind_first = ends.iter().enumerate().skip(1).filter_map(|(at, end)| Some((at, (*end)?)));
    let count = behind_first.clone().count();
    let proven = behind_first.filter(|(at, end)| lacks_requirements || takes_up(*at, *end)).count();
    if count == 0 || proven * 2 < count {
        return false;
    }
    for (step, end) in steps.iter_mut().zip(ends) {
        if let Some(line) = step.lines.first_mut().filter(|line| line.marked.is_none()) {
            line.marked = end;
        }
    }
    true
}

/// How many words of the first line stand before the end of the name that is its subject said again.
fn end_of_subject(step: &Step, lacks_requirements: bool) -> Option<usize> {
    let line = step.lines.first()?;
    let words: Vec<&str> = line.words.iter().map(|word| word.text).collect();
    let end = line.time.as_ref().map_or(words.len(), |time| time.start);
    // The name fills its cell: the time is next, or the next cell, which begins with a capital.
    let is_whole = |to: &usize| *to == end || !lacks_requirements && line.words[*to].capital;
    (1..end).rev().find_map(|from| {
        let ends = (from + 1..=end.min(from + LONGEST_SUBJECT)).rev();
        ends.filter(is_whole).find(|to| is_subject(&words, from, *to))
    })
}

/// The words from one to another are those that the sentence begins with before its verb, its first word left out or not.
fn is_subject(words: &[&str], from: usize, to: usize) -> bool {
    let is_small = |word: &&str| word.starts_with(char::is_lowercase);
    let subject = words[..from].iter().position(is_small).filter(|_| !is_active(words[0])).unwrap_or(0);
    let name = &words[from..to];
    let named = name.iter().all(|word| word.starts_with(char::is_uppercase)) && name[0].len() > 2;
    let is_said = |skip: usize| {
        let known = words[..subject].iter().skip(skip).take(name.len());
        known.len() == name.len() && known.zip(name).all(|(known, word)| first_name(known) == *word)
    };
    named && (0..2).any(is_said)
}

/// `Penggugat/kuasanya`: the first of two.
fn first_name(word: &str) -> &str {
    word.split('/').next().unwrap_or(word)
}

/// The activity, and its subject said again behind it.
fn part_subject(text: &Text) -> Option<(Text, Text)> {
    let whole = text.as_str();
    let words: Vec<&str> = whole.split_whitespace().collect();
    let mut starts = (1..words.len()).rev().take(LONGEST_SUBJECT).collect::<Vec<_>>().into_iter().rev();
    let from = starts.find(|from| is_subject(&words, *from, words.len()))?;
    let start = offset_in(whole, words[from]);
    Some((text.slice(whole[..start].trim_end()), text.slice(&whole[start..])))
}

/// Where the words with capitals begin that end the text.
fn run_start(whole: &str) -> usize {
    let words: Vec<&str> = whole.split_whitespace().collect();
    let is_name = |word: &&&str| word.starts_with(char::is_uppercase) || AND.contains(*word);
    let run = words.iter().rev().take_while(is_name).count();
    words.get(words.len() - run).map_or(whole.len(), |first| offset_in(whole, first))
}

/// The activity, and the name that ends it: an office, or words with capitals that end another activity as well.
pub(super) fn part(text: &Text, comes_again: impl Fn(&str) -> bool) -> Option<(Text, Text)> {
    let whole = text.as_str();
    let from = run_start(whole);
    let mut offsets = whole[from..].split_whitespace().map(|word| offset_in(whole, word));
    let office = offsets.find(|at| *at > 0 && begins_actor(&whole[*at..]));
    let again = |at: &usize| whole[*at..].starts_with(char::is_uppercase) && comes_again(&whole[*at..]);
    let start = office.or_else(|| Some(from).filter(|at| *at > 0 && again(at)))?;
    let before = whole[..start].split_whitespace().last()?;
    (!leads_on(before)).then(|| (text.slice(whole[..start].trim_end()), text.slice(&whole[start..])))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    fn told(activities: &[&str], again: bool) -> Option<Vec<Option<String>>> {
        let texts: Vec<Text> = activities
            .iter()
            .map(|it| {
                let mut text = Text::default();
                text.push(it, Span::new(0, it.len()));
                text
            })
            .collect();
        let parted = parted(texts.iter(), again)?;
        Some(
            parted
                .into_iter()
                .map(|it| {
                    it.map(|(activity, name)| {
                        format!("{activity}|{name}", activity = activity.as_str(), name = name.as_str())
                    })
                })
                .collect(),
        )
    }

    #[test]
    fn a_name_ends_each_activity() {
        let found = told(&["Memeriksa daftar Kasubbid Mutasi", "Mencetak surat Kepala Badan"], false).expect("names");
        assert_eq!(found[0].as_deref(), Some("Memeriksa daftar|Kasubbid Mutasi"));
        assert_eq!(found[1].as_deref(), Some("Mencetak surat|Kepala Badan"));
    }

    #[test]
    fn the_subject_is_said_again() {
        let found = told(
            &["Penggugat/kuasanya mengajukan gugatan Penggugat", "Petugas Meja II mencatat perkara Meja II"],
            true,
        );
        let found = found.expect("names");
        assert_eq!(found[0].as_deref(), Some("Penggugat/kuasanya mengajukan gugatan|Penggugat"));
        assert_eq!(found[1].as_deref(), Some("Petugas Meja II mencatat perkara|Meja II"));
    }

    #[test]
    fn words_that_end_two_activities_name_who_acts() {
        let found = told(
            &["Menyiapkan karcis Juru Pungut", "Menagih retribusi Juru Pungut", "Menyetor ke bank Bendahara"],
            false,
        );
        assert_eq!(found.expect("names")[1].as_deref(), Some("Menagih retribusi|Juru Pungut"));
    }

    #[test]
    fn who_receives_is_no_actor() {
        assert_eq!(told(&["Mengirim surat kepada Kepala Badan", "Mencetak surat Kepala Badan"], false), None);
        assert_eq!(told(&["Memeriksa daftar", "Mencetak surat"], false), None);
    }
}
