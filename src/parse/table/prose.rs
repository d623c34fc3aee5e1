//! Steps written as a list of sentences (`1. Petugas memanggil pasien (5 menit)`), where there is no table → steps, each with
//! the actor that is its subject, or that stands behind `oleh`.

use super::Columns;
use super::row::RawStep;
use super::steps::{Lanes, step};
use crate::document::Text;
use crate::grammar::step_number::roman_number;
use crate::grammar::{duration, offset_in};
use crate::model::{Field, Path, Step, StepField};
use crate::parse::draft::Draft;
use crate::parse::lines::Line;
use crate::vocabulary::activity_verbs::is_active;
use crate::vocabulary::list_words::CLAUSE_WORDS;
use crate::vocabulary::prose_words::{BEFORE_VERBS, BY, TIME_WORDS};

/// Confidence that the subject of a sentence is its actor.
const SUBJECT: f64 = 0.9;
/// Most words of a subject.
const MOST_WORDS: usize = 6;

/// How the entries are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Count {
    Digits,
    Roman,
    Letters,
}

/// The text begins the first entry of such a list.
pub(in crate::parse) fn opens(text: &str) -> bool {
    marked(text).is_some_and(|(_, number, _)| number == 1)
}

/// `3. …`, `iii) …`, `c. …`: how it counts, the number, and what follows.
fn marked(text: &str) -> Option<(Count, u32, &str)> {
    let text = text.trim_start();
    let (mark, rest) = text.split_once(['.', ')'])?;
    let mark = mark.trim_start_matches('(');
    if mark.is_empty() || mark.len() > 6 || !rest.starts_with(char::is_whitespace) {
        return None;
    }
    let digits = || mark.parse().ok().filter(|_| mark.len() <= 2 && mark.bytes().all(|it| it.is_ascii_digit()));
    let letter = || match mark.as_bytes() {
        [it @ b'a'..=b'z'] => Some(u32::from(it - b'a') + 1),
        _ => None,
    };
    let found = digits().map(|number| (Count::Digits, number));
    let found = found.or_else(|| roman_number(mark).map(|number| (Count::Roman, number)));
    let (count, number) = found.or_else(|| letter().map(|number| (Count::Letters, number)))?;
    Some((count, number, rest.trim()))
}

/// Reads the steps into the draft; returns what stands for their actor columns.
pub(in crate::parse) fn fill(draft: &mut Draft, lines: Vec<Line>) -> (Columns, Vec<Lanes>) {
    let mut lanes = Vec::new();
    for raw in entries(draft, &lines) {
        let (number, span) = (raw.number.unwrap_or(1), raw.activity.whole());
        if !raw.actor_names.is_blank() {
            let path = Path::field(number, StepField::Actors);
            draft.inferred(path, SUBJECT, "disebut dalam kalimatnya sebagai yang mengerjakan", Some(span));
        }
        lanes.push(step(draft, raw));
        if let Some(step) = draft.sop.steps.last_mut() {
            without_columns(step);
        }
    }
    let actor_names = lanes.iter().any(|row| !row.names.is_blank()).then_some(0);
    (Columns { actor_names, ..Columns::default() }, lanes)
}

/// What no column asks for is not left blank: it is absent.
fn without_columns(step: &mut Step) {
    step.requirements = Field::Absent;
    step.outputs = Field::Absent;
    if matches!(step.duration, Field::Blank(_)) {
        step.duration = Field::Absent;
    }
}

/// The entries of the list: each new number of its own kind begins one, any other line goes on.
fn entries(draft: &mut Draft, lines: &[Line]) -> Vec<RawStep> {
    let mut kind = None;
    let mut found: Vec<(u32, Text)> = Vec::new();
    for line in lines {
        let whole = line.text.as_str();
        for text in whole.split('\n').flat_map(in_one_line) {
            let next = found.last().map_or(1, |(number, _)| number + 1);
            match marked(text) {
                Some((count, number, rest)) if *kind.get_or_insert(count) == count && number == next => {
                    draft.take_part(&line.text, text);
                    found.push((number, line.text.slice(rest)));
                }
                _ => {
                    if let Some((_, above)) = found.last_mut() {
                        above.join(' ', &line.text.slice(text));
                    }
                }
            }
        }
    }
    found.into_iter().map(|(number, text)| entry(number, &text)).collect()
}

/// `1. Cuci tangan 2. Siapkan alat`: the entries that stand in one line.
fn in_one_line(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some((Count::Digits, found, _)) = marked(rest) {
        let mark = format!(" {}. ", found + 1);
        let Some(at) = rest
            .match_indices(&mark)
            .map(|(at, _)| at)
            .find(|at| rest[at + mark.len()..].starts_with(char::is_uppercase))
        else {
            break;
        };
        out.push(&rest[..at]);
        rest = &rest[at + 1..];
    }
    out.push(rest);
    out
}

/// One sentence: its time in brackets at the end, its actor.
fn entry(number: u32, text: &Text) -> RawStep {
    let mut raw = RawStep { number: Some(number), activity: text.clone(), ..RawStep::default() };
    if let Some((activity, time)) = timed(text.as_str()) {
        raw.duration = text.slice(time);
        raw.activity = text.slice(activity);
    }
    let actor = subject(raw.activity.as_str()).or_else(|| agent(raw.activity.as_str()));
    raw.actor_names = actor.map_or(Text::default(), |actor| raw.activity.slice(actor));
    raw
}

/// `… (10 menit).`, `… (waktu: 1 hari)`
fn timed(text: &str) -> Option<(&str, &str)> {
    let inner = text.trim_end().trim_end_matches(['.', ';']).strip_suffix(')')?;
    let (activity, time) = inner.rsplit_once('(')?;
    let word = TIME_WORDS.iter().find(|word| time.get(..word.len()).is_some_and(|it| it.eq_ignore_ascii_case(word)));
    let time = time[word.map_or(0, |word| word.len())..].trim_matches([':', ' ']);
    (duration::looks_like(time) && !activity.trim().is_empty()).then(|| (activity.trim(), time))
}

/// What stands before the first active verb, if it can name somebody.
fn subject(text: &str) -> Option<&str> {
    let mut end = 0;
    for (count, word) in text.split_whitespace().enumerate() {
        let start = offset_in(text, word);
        if word.starts_with('m') && is_active(word) {
            let name = text[..end].trim();
            return (count > 0 && is_name(name)).then_some(name);
        }
        if count >= MOST_WORDS || word.ends_with([',', '.', ';', ':']) {
            return None;
        }
        if !BEFORE_VERBS.contains(&word) {
            end = start + word.len();
        }
    }
    None
}

/// `… oleh Kepala Seksi`: the words in capitals behind it.
fn agent(text: &str) -> Option<&str> {
    let mut words = text.split_whitespace().skip_while(|word| !BY.eq_ignore_ascii_case(word)).skip(1).peekable();
    let start = offset_in(text, words.peek()?);
    let mut end = start;
    for word in words.take(MOST_WORDS) {
        if !word.starts_with(char::is_uppercase) {
            break;
        }
        end = offset_in(text, word) + word.len();
        if word.ends_with([',', '.', ';']) {
            break;
        }
    }
    let name = text[start..end].trim_end_matches([',', '.', ';']);
    is_name(name).then_some(name)
}

/// Begins like a name, and holds no word of a clause but `dan`.
fn is_name(text: &str) -> bool {
    let lower = text.to_lowercase();
    let clause = lower.split_whitespace().any(|word| word != "dan" && CLAUSE_WORDS.contains(&word));
    text.starts_with(char::is_uppercase) && text.len() >= 3 && !clause && !text.contains(|it: char| it.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_subject_or_the_agent_is_the_actor() {
        assert_eq!(subject("Petugas memanggil pasien"), Some("Petugas"));
        assert_eq!(subject("Dosen Pembimbing Akademik akan menyetujui"), Some("Dosen Pembimbing Akademik"));
        assert_eq!(subject("Setelah lengkap, petugas mencatat"), None);
        assert_eq!(subject("Memanggil pasien"), None);
        assert_eq!(agent("Surat dicatat oleh Petugas Agenda dalam buku"), Some("Petugas Agenda"));
        assert_eq!(agent("Surat dicatat oleh yang bersangkutan"), None);
    }

    #[test]
    fn a_time_stands_in_brackets_at_the_end() {
        assert_eq!(timed("Menerima berkas (10 menit)."), Some(("Menerima berkas", "10 menit")));
        assert_eq!(timed("Menerima berkas (waktu: 1 hari)"), Some(("Menerima berkas", "1 hari")));
        assert_eq!(timed("Menerima berkas (lengkap)"), None);
    }
}
