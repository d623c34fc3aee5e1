//! What a sentence of a list of steps says beside the activity: in brackets at its end, and behind the names of columns.

use crate::document::Text;
use crate::grammar::duration;
use crate::model::{Path, StepField};
use crate::parse::draft::Draft;
use crate::parse::table::row::RawStep;
use crate::vocabulary::activity_verbs::is_active;
use crate::vocabulary::columns::{self, Header};
use crate::vocabulary::fold::fold;
use crate::vocabulary::list_words::CLAUSE_WORDS;
use crate::vocabulary::offices;
use crate::vocabulary::prose_words::{ACTOR_WORDS, TIME_WORDS};

/// Colons of a sentence, or parts in brackets, that are looked at.
const MOST_PARTS: usize = 8;

/// A part of a sentence and the column whose cell it would stand in.
type Part<'t> = (Header, &'t str);

/// `…. Waktu: 5 menit. Output: surat perintah kerja.`: values behind the names of their columns, the time among them. A name stands
/// behind a stop or where one of the lines begins, `starts`.
pub(super) fn take_labelled(raw: &mut RawStep, starts: &[usize]) {
    let text = raw.activity.clone();
    let whole = text.as_str();
    let mut labels: Vec<(usize, usize, Header)> = Vec::new();
    for (colon, _) in whole.match_indices(':').take(MOST_PARTS) {
        let before = whole[..colon].trim_end();
        let start = before.rfind(char::is_whitespace).map_or(0, |at| at + 1);
        let ends = before[..start].trim_end();
        let is_behind = labels.last().is_none_or(|(_, end, _)| *end <= start);
        let opens = ends.is_empty() || ends.ends_with(['.', ';', ',', '(', ')']) || starts.contains(&start);
        let names_actor = || {
            let is_word = ACTOR_WORDS.iter().any(|word| word.eq_ignore_ascii_case(&before[start..]));
            let leads = starts.contains(&start) && offices::begins_actor(whole[colon + 1..].trim_start());
            (is_word && leads).then_some(Header::Actors)
        };
        if let Some(header) = columns::exact(&before[start..]).or_else(names_actor).filter(|_| opens && is_behind) {
            labels.push((start, colon + 1, header));
        }
    }
    let ends = labels.iter().skip(1).map(|(start, ..)| *start).chain([whole.len()]);
    let is_edge = |it: char| it.is_whitespace() || matches!(it, '.' | ';' | ',');
    let parts: Vec<Part> =
        labels.iter().zip(ends).map(|(label, end)| (label.2, whole[label.1..end].trim_matches(is_edge))).collect();
    let (Some((first, ..)), true) = (labels.first(), parts.iter().any(is_timed)) else { return };
    if parts.iter().all(is_told) {
        parts.iter().for_each(|(header, part)| tell(raw, *header, text.slice(part)));
        raw.activity = text.slice(whole[..*first].trim_end());
    }
}

fn is_timed((header, part): &Part) -> bool {
    matches!(header, Header::Duration(_)) && duration::looks_like(part)
}

fn is_told(part: &Part) -> bool {
    is_timed(part) || matches!(part.0, Header::Actors | Header::Requirements | Header::Outputs | Header::Note)
}

/// Gives a step what the name of a column says of it.
fn tell(raw: &mut RawStep, header: Header, value: Text) {
    match header {
        Header::Actors => raw.actor_names = value,
        Header::Duration(_) => raw.duration = value,
        Header::Requirements => raw.requirements = value,
        Header::Outputs => raw.outputs = value,
        Header::Note => raw.note = value,
        _ => {}
    }
}

/// `… (10 menit).`, `… (5 menit; keluaran: kode billing)`: what the brackets at the end of the sentence say, the time among it.
pub(super) fn take_brackets(raw: &mut RawStep) {
    let text = raw.activity.clone();
    if let Some((activity, parts)) = bracketed(text.as_str()) {
        parts.iter().for_each(|(header, part)| tell(raw, *header, text.slice(part)));
        raw.activity = text.slice(activity);
    }
}

/// The only one of the lines of a step, and not the last, that ends in such brackets: what follows goes on with the sentence.
pub(super) fn only_bracketed(lines: &[Text]) -> Option<&Text> {
    let mut ended = lines.iter().filter(|line| bracketed(line.as_str()).is_some());
    let first = ended.next().filter(|_| ended.next().is_none())?;
    (!std::ptr::eq(first, lines.last()?)).then_some(first)
}

/// Takes what the brackets at the end of a line say; the line without them.
pub(super) fn take_line(raw: &mut RawStep, line: &Text) -> Text {
    raw.activity = line.clone();
    take_brackets(raw);
    std::mem::take(&mut raw.activity)
}

/// The brackets at the end of the sentence say who acts, perhaps with a time.
pub(super) fn brackets_actor(text: &str) -> bool {
    let says = |(_, parts): (&str, Vec<Part>)| parts.iter().any(|(header, _)| *header == Header::Actors);
    acted(unstopped(text)).is_some() || bracketed(text).is_some_and(says)
}

/// `Mengisi formulir (Pemohon)`: who acts, in a list whose sentences mostly end so.
pub(super) fn take_actor(raw: &mut RawStep) {
    let text = raw.activity.clone();
    if let Some((activity, name)) = acted(unstopped(text.as_str())) {
        raw.actor_names = text.slice(name);
        raw.activity = text.slice(activity);
    }
}

/// Fewer steps may each have an aside behind a dash.
const FEWEST_DASHED: usize = 3;

/// Confidence that what stands behind the dash of each sentence is its output.
const DASHED: f64 = 0.8;

/// `Memeriksa sisa cuti – catatan sisa cuti`: what each step makes, where all sentences of a list end in a few words behind a dash and
/// most of those are words of the list itself.
pub(super) fn take_dashed(draft: &mut Draft, steps: &mut [RawStep]) {
    let parts: Option<Vec<(&str, &str)>> = steps.iter().map(|step| made(step.activity.as_str())).collect();
    let Some(parts) = parts.filter(|parts| parts.len() >= FEWEST_DASHED) else { return };
    let known = |at: usize| {
        let near =
            parts[at].0.split_whitespace().chain(parts.get(at + 1).into_iter().flat_map(|it| it.0.split_whitespace()));
        let near = near.chain(parts[..at].last().into_iter().flat_map(|it| it.1.split_whitespace()));
        let near: Vec<String> = near.map(fold).collect();
        parts[at].1.split_whitespace().map(fold).any(|word| word.len() >= SHORTEST_NOUN && near.contains(&word))
    };
    if (0..parts.len()).filter(|at| known(*at)).count() * 2 <= parts.len() {
        return;
    }
    let cut: Vec<(Text, Text)> = steps
        .iter()
        .zip(&parts)
        .map(|(step, part)| (step.activity.slice(part.0), step.activity.slice(part.1)))
        .collect();
    for ((step, (activity, output)), number) in steps.iter_mut().zip(cut).zip(1..) {
        let path = Path::field(step.number.unwrap_or(number), StepField::Outputs);
        draft.inferred(
            path,
            DASHED,
            "berdiri di belakang tanda hubung, seperti pada setiap langkah",
            Some(output.whole()),
        );
        (step.activity, step.outputs) = (activity, output);
    }
}

/// A shorter word says nothing of what a document is.
const SHORTEST_NOUN: usize = 4;

/// Most words of what a step makes.
const MOST_MADE: usize = 6;

/// The sentence, and a few words behind its only dash that are no sentence.
fn made(text: &str) -> Option<(&str, &str)> {
    let text = unstopped(text);
    let (activity, part) = DASHES.iter().find_map(|dash| text.split_once(dash))?;
    let is_told = |word: &str| is_active(word) || CLAUSE_WORDS.contains(&word);
    let plain = !DASHES.iter().any(|dash| part.contains(dash))
        && part.split_whitespace().count() <= MOST_MADE
        && part.starts_with(char::is_alphabetic)
        && !part.to_lowercase().split_whitespace().any(|word| word != "dan" && is_told(word))
        && !offices::begins_actor(part);
    (plain && activity.contains(' ')).then_some((activity.trim_end(), part.trim()))
}

fn unstopped(text: &str) -> &str {
    text.trim_end().trim_end_matches(['.', ';'])
}

/// The sentence without the brackets at its end, and what they say; `…. Waktu 5 menit.` says the same without them.
fn bracketed(text: &str) -> Option<(&str, Vec<Part<'_>>)> {
    let bare = unstopped(text);
    if let Some((activity, last)) = bare.rsplit_once(". ")
        && timed(last).len() < last.len()
        && duration::looks_like(timed(last))
    {
        return Some((activity, vec![(Header::Duration(None), timed(last))]));
    }
    if let Some((before, time)) = dashed(bare) {
        let (activity, actor) = acted(before).map_or((before, None), |(activity, name)| (activity, Some(name)));
        let actor = actor.map(|name| (Header::Actors, name));
        return Some((activity, actor.into_iter().chain([(Header::Duration(None), time)]).collect()));
    }
    let (inner, open) = match bare.strip_suffix(')') {
        Some(inner) => (inner, '('),
        None => (bare.strip_suffix(']')?, '['),
    };
    let (activity, inner) = inner.rsplit_once(open).filter(|(activity, _)| !activity.trim().is_empty())?;
    let parts: Option<Vec<Part>> = match duration::looks_like(timed(inner)) {
        true => Some(vec![(Header::Duration(None), timed(inner))]),
        false => inner.split(if inner.contains(';') { ';' } else { ',' }).take(MOST_PARTS).map(part).collect(),
    };
    let parts = parts.filter(|parts| parts.iter().any(is_timed))?;
    // `… [Kasir] (5 menit)`
    match acted(activity.trim()).filter(|_| parts.len() == 1) {
        Some((activity, name)) => Some((activity, vec![(Header::Actors, name), parts[0]])),
        None => Some((activity.trim(), parts)),
    }
}

/// `Mencetak kartu – 5 menit`: the sentence, and the time behind the dash.
fn dashed(text: &str) -> Option<(&str, &str)> {
    let parted = DASHES.iter().filter_map(|dash| text.rsplit_once(dash)).chain(led(text));
    let (before, time) = parted.max_by_key(|(before, _)| before.len())?;
    let is_time = duration::parse(time).is_some() && time.contains(char::is_numeric);
    (is_time && before.contains(' ') && !before.ends_with(|it: char| it.is_ascii_digit()))
        .then(|| (before.trim_end(), time.trim()))
}

/// `Mencetak kartu .......... 5 menit`: the sentence, and what the dots lead to.
fn led(text: &str) -> Option<(&str, &str)> {
    let (before, behind) = text.rsplit_once(LEADER)?;
    Some((before.trim_end_matches(['.', ' ']), behind.trim_start()))
}

/// Fewer dots lead to nothing.
const LEADER: &str = "....";

/// Between a sentence and its time.
const DASHES: [&str; 3] = [" – ", " — ", " - "];

/// `Mencetak kartu (Petugas Loket)`: the sentence, and who acts.
fn acted(text: &str) -> Option<(&str, &str)> {
    let square = || text.strip_suffix(']')?.rsplit_once('[');
    let (activity, name) = text.strip_suffix(')').and_then(|inner| inner.rsplit_once('(')).or_else(square)?;
    matches!(part(name), Some((Header::Actors, _))).then(|| (activity.trim_end(), name.trim()))
}

/// A part in brackets: a time, who acts, or a value behind the name of its column.
fn part(text: &str) -> Option<Part<'_>> {
    let text = text.trim();
    if duration::looks_like(timed(text)) {
        return Some((Header::Duration(None), timed(text)));
    }
    if let Some((name, value)) = text.split_once(':') {
        return columns::exact(name).map(|header| (header, value.trim())).filter(is_told);
    }
    (text.starts_with(char::is_uppercase) && offices::begins_actor(text)).then_some((Header::Actors, text))
}

/// `waktu: 1 hari`: what stands behind the word for a time.
fn timed(text: &str) -> &str {
    let word = TIME_WORDS.iter().find(|word| text.get(..word.len()).is_some_and(|it| it.eq_ignore_ascii_case(word)));
    text[word.map_or(0, |word| word.len())..].trim_matches([':', ' '])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_at_the_end_say_how_long_who_and_what() {
        let time = |text| (Header::Duration(None), text);
        let said = |text| bracketed(text).unwrap_or_default();
        assert_eq!(said("Menerima berkas (10 menit)."), ("Menerima berkas", vec![time("10 menit")]));
        assert_eq!(said("Menerima berkas (waktu: 1 hari)"), ("Menerima berkas", vec![time("1 hari")]));
        assert_eq!(
            said("Mencetak tagihan (5 menit; keluaran: kode bayar)"),
            ("Mencetak tagihan", vec![time("5 menit"), (Header::Outputs, "kode bayar")])
        );
        assert_eq!(
            said("Memaraf surat (Kepala Seksi, 5 menit)"),
            ("Memaraf surat", vec![(Header::Actors, "Kepala Seksi"), time("5 menit")])
        );
        assert_eq!(
            said("Memaraf surat [Kasubbag] (5 menit)"),
            ("Memaraf surat", vec![(Header::Actors, "Kasubbag"), time("5 menit")])
        );
        assert_eq!(said("Memaraf surat. [5 menit]"), ("Memaraf surat.", vec![time("5 menit")]));
        assert_eq!(said("Memaraf surat. Waktu 5 menit."), ("Memaraf surat", vec![time("5 menit")]));
        assert_eq!(said("Mencetak kartu – 5 menit."), ("Mencetak kartu", vec![time("5 menit")]));
        assert_eq!(
            said("Mencetak kartu (Petugas Loket) - 1 hari"),
            ("Mencetak kartu", vec![(Header::Actors, "Petugas Loket"), time("1 hari")])
        );
        assert_eq!(bracketed("Menunggu selama 1 - 2 hari"), None);
        assert_eq!(bracketed("Menerima berkas (lengkap)"), None);
        assert_eq!(bracketed("Menerima berkas (KTP, 5 menit)"), None);
    }
}
