//! Steps written as a list of sentences (`1. Petugas memanggil pasien (5 menit)`), where there is no table → steps, each with
//! the actor that is its subject, or that stands behind `oleh`.

mod actors;
mod count;
mod parts;
mod sentences;
mod unheaded;
mod within;

pub(in crate::parse) use sentences::{follow as sentences_follow, opens_prose, tells_procedure};
pub(in crate::parse) use unheaded::unheaded;

use super::Columns;
use super::row::RawStep;
use super::steps::{Lanes, step};
use crate::document::Text;
use crate::grammar::offset_in;
use crate::grammar::step_number::roman_number;
use crate::model::{Field, Path, Step, StepField};
use crate::parse::draft::Draft;
use crate::parse::lines::Told;
use crate::vocabulary::activity_verbs::{is_active, opens_activity};
use crate::vocabulary::columns;
use crate::vocabulary::flow_words::TO;
use crate::vocabulary::fold::fold;
use crate::vocabulary::labels;
use crate::vocabulary::list_words::CLAUSE_WORDS;
use crate::vocabulary::offices::{begins_actor, numbered};
use crate::vocabulary::prose_words::{ARROWS, BEFORE_VERBS, BEHIND_LISTS, BY, COMING, SERVICE_PARTS, STEP, TIME_WORDS};
use crate::vocabulary::sections::{self, OPEN_ENDS};
use crate::vocabulary::stages::{STAGE_NAMES, STAGES};
use count::{Count, marked};

/// Confidence that the subject of a sentence is its actor.
const SUBJECT: f64 = 0.9;
/// Most words of a subject.
const MOST_WORDS: usize = 6;

/// The text begins the first entry of such a list, or is all of one between arrows.
pub(in crate::parse) fn opens(text: &str) -> bool {
    let is_first = |text: &str| marked(text).is_some_and(|(_, number, _)| number == 1);
    is_first(text) || between_arrows(text).is_some() || within::opens_stage(text)
}

/// Fewer parts between arrows are no list.
const FEWEST_PARTS: usize = 3;

/// `Siswa mengisi formulir -> Wali kelas menyetujui -> …`: the steps, each with somebody who does something.
fn between_arrows(text: &str) -> Option<Vec<&str>> {
    let arrow = ARROWS.iter().find(|arrow| text.contains(**arrow))?;
    let parts: Vec<&str> = text.split(arrow).map(str::trim).filter(|part| !part.is_empty()).collect();
    let acts = |part: &&str| part.split_whitespace().any(is_active) && part.contains(' ');
    (parts.len() >= FEWEST_PARTS && parts.iter().all(acts)).then_some(parts)
}

/// A longer line, in bytes, is no heading of a stage.
const LONGEST_LINE: usize = 80;

/// Longest heading of a stage, in words.
const LONGEST_STAGE: usize = 6;

/// `A. Tahap Persiapan`, `Tahap Pelaporan`: the heading of a stage of the list.
pub(in crate::parse) fn is_stage(text: &str) -> bool {
    let text = text.trim().trim_end_matches([' ', ':']);
    if text.len() > LONGEST_LINE || !text.starts_with(char::is_uppercase) {
        return false;
    }
    let name = match text.split_once(['.', ')']) {
        Some((mark, name)) if mark.len() <= 4 && mark.bytes().all(|it| it.is_ascii_uppercase()) => name.trim(),
        // `Bagian A. Persiapan`
        Some((mark, name)) if is_counted_part(mark) => return name.trim().starts_with(char::is_uppercase),
        Some(_) => return false,
        None => text,
    };
    let first = name.split(|it: char| !it.is_alphabetic()).next().unwrap_or("");
    let says = STAGES.iter().any(|word| word.eq_ignore_ascii_case(first));
    let named = name.len() < text.len() && STAGE_NAMES.contains(&fold(name).as_str());
    (says || named) && name.split_whitespace().count() <= LONGEST_STAGE && name.starts_with(char::is_uppercase)
}

/// `B. Pemrosesan Berkas`, `II. PELAKSANAAN`: a few words behind a capital letter or Roman number, which tell no step.
pub(in crate::parse) fn is_lettered_stage(text: &str) -> bool {
    let text = text.trim().trim_end_matches([' ', ':']);
    let Some((mark, name)) = text.split_once(". ").filter(|_| text.len() <= LONGEST_LINE) else { return false };
    let name = name.trim();
    let is_mark = mark.len() <= 4 && (mark.len() == 1 || roman_number(mark).is_some());
    is_mark
        && mark.bytes().all(|it| it.is_ascii_uppercase())
        && name.starts_with(char::is_uppercase)
        && name.split_whitespace().count() <= LONGEST_STAGE
        && !is_heading(name)
        && !name.contains(['.', ',', ';', ':', '('])
        && !name.split_whitespace().any(is_active)
}

/// `Bagian A`, `Tahap 2`: a word for a stage and what counts it.
fn is_counted_part(text: &str) -> bool {
    let Some((word, count)) = text.trim().split_once(' ') else { return false };
    let counts = count.len() <= 4 && count.chars().all(|it| it.is_ascii_uppercase() || it.is_ascii_digit());
    counts && STAGES.iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// The heading of what one actor does.
pub(in crate::parse) fn names_actor(text: &str) -> bool {
    actors::heading(text).is_some()
}

/// The number, in digits, that the text begins with as a step of such a list does.
pub(in crate::parse) fn number(text: &str) -> Option<u32> {
    marked(text).filter(|(count, ..)| matches!(count, Count::Digits | Count::Within(_))).map(|(_, number, _)| number)
}

/// The entry with this number, which says who in an office, or who comes to one, does what.
pub(in crate::parse) fn is_step(text: &str, number: u32) -> bool {
    marked(text).is_some_and(|(count, own, rest)| {
        count == Count::Digits && own == number && subject(rest).is_some_and(begins_actor)
    })
}

/// `Pemohon: menyerahkan berkas`: who acts, at the start of a line that tells what is done.
fn speaker(text: &str) -> Option<&str> {
    let (name, _) = prefixed(text).filter(|_| !text.starts_with('['))?;
    let asks = labels::whole(name).is_some() || labels::short(name).is_some() || labels::coloned(name).is_some();
    let closes = BEHIND_LISTS.iter().any(|word| word.eq_ignore_ascii_case(name));
    (!asks && !is_heading(name) && !closes).then_some(name)
}

/// Somebody does something.
fn acts(text: &str) -> bool {
    subject(text).is_some() || opens_activity(text) || prefixed(text).is_some()
}

/// Reads the steps into the draft; returns what stands for their actor columns.
pub(in crate::parse) fn fill(draft: &mut Draft, lines: Vec<Told>) -> (Columns, Vec<Lanes>) {
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
    if step.requirements.is_silent() {
        step.requirements = Field::Absent;
    }
    if step.outputs.is_silent() {
        step.outputs = Field::Absent;
    }
    if matches!(step.duration, Field::Blank(_)) {
        step.duration = Field::Absent;
    }
}

/// An entry of the list.
struct Entry {
    number: u32,
    lines: Vec<Text>,
    /// Who acts, from the heading above it.
    actor: Option<Text>,
    /// How long it takes, from a column of its own.
    time: Option<Text>,
}

/// The entries of the list: each new number of its own kind begins one, any other line goes on. Each stage may count from 1.
fn entries(draft: &mut Draft, lines: &[Told]) -> Vec<RawStep> {
    if let Some(found) = sentences::entries(draft, lines) {
        return found;
    }
    let mut kind = None;
    let mut next = 1;
    let mut found: Vec<Entry> = Vec::new();
    let mut actor: Option<Text> = None;
    let mut restarts = false;
    // Paragraphs behind a step that has ended: of it, if another one follows.
    let mut loose: Vec<Text> = Vec::new();
    for line in lines {
        let whole = line.text.as_str();
        if let Some(parts) = between_arrows(whole).filter(|_| found.is_empty()) {
            draft.take(&line.text);
            return (1..).zip(parts).map(|(number, part)| entry(number, &[line.text.slice(part)])).collect();
        }
        let goes_on = || found.last().and_then(|above| above.lines.last()).is_some_and(|it| is_open(it.as_str()));
        let stands_apart = line.begins_stage || line.after_blank || found.is_empty() || actor.is_some() && !goes_on();
        if let Some(name) = actors::heading(whole).filter(|_| stands_apart) {
            draft.take(&line.text);
            (actor, restarts) = (Some(line.text.slice(name)), true);
            continue;
        }
        let pieces: Vec<&str> = whole.split('\n').flat_map(within::in_one_line).collect();
        for (at, text) in pieces.iter().copied().enumerate() {
            if within::heads_stage(text, pieces.get(at + 1).copied(), next) {
                draft.take_part(&line.text, text);
                restarts = true;
                continue;
            }
            match marked(text) {
                // The next chapter.
                Some((Count::Digits, number, rest))
                    if kind.is_some_and(|kind| kind == Count::Within(number.wrapping_sub(1)))
                        || matches!(kind, Some(Count::Letters | Count::Roman)) && is_heading(rest) =>
                {
                    return written(draft, found);
                }
                Some((count, number, rest))
                    if is_of_kind(*kind.get_or_insert(count), count, line)
                        && (follows(count, number, next, line) || restarts && number == 1) =>
                {
                    restarts = false;
                    kind = Some(count);
                    draft.take_part(&line.text, text);
                    if let Some(above) = found.last_mut() {
                        above.lines.append(&mut loose);
                    }
                    let own = found.last().map_or(number, |last| last.number + 1);
                    found.push(Entry {
                        number: own,
                        lines: vec![line.text.slice(rest)],
                        actor: actor.clone(),
                        time: None,
                    });
                    next = number + 1;
                }
                other => {
                    if let Some(above) = found.last_mut() {
                        let has_ended = above.lines.last().is_some_and(|it| it.as_str().trim_end().ends_with('.'));
                        let apart =
                            line.after_blank && has_ended && other.is_none() && text.starts_with(char::is_uppercase);
                        let of = if apart || !loose.is_empty() { &mut loose } else { &mut above.lines };
                        of.push(line.text.slice(text));
                    }
                }
            }
        }
        if let (Some(time), Some(above)) = (&line.time, found.last_mut()) {
            draft.take(time);
            above.time = Some(time.clone());
        }
    }
    written(draft, found)
}

/// The line ends with a word behind which the sentence goes on: `… kepada`.
fn is_open(line: &str) -> bool {
    let last = line.split_whitespace().next_back().unwrap_or("").to_lowercase();
    OPEN_ENDS.contains(&last.as_str()) || TO.contains(&last.as_str()) || line.ends_with(',')
}

/// It counts as the entries before it do; each stage may count within its own letter or number.
fn is_of_kind(kind: Count, count: Count, line: &Told) -> bool {
    let are_within = matches!((kind, count), (Count::Within(_), Count::Within(_)));
    kind == count || are_within && line.begins_stage
}

/// An entry with this number comes next.
fn follows(count: Count, number: u32, next: u32, line: &Told) -> bool {
    number == next || matches!(count, Count::Bullets | Count::Names) || number == 1 && line.begins_stage
}

/// The entries as steps. `Biaya : gratis`, `Produk : …` below the last sentence, with the time above them, are of all the service.
fn written(draft: &mut Draft, mut found: Vec<Entry>) -> Vec<RawStep> {
    if let Some(Entry { lines, .. }) = found.last_mut() {
        let name = |line: &Text| line.as_str().split_once(':').map(|(name, _)| fold(name));
        let is_of_service = |line: &Text| name(line).is_some_and(|name| SERVICE_PARTS.contains(&name.as_str()));
        let is_time = |line: &Text| name(line).is_some_and(|name| TIME_WORDS.contains(&name.as_str()));
        if let Some(first) = lines.iter().skip(1).position(is_of_service) {
            let behind = lines[1..=first].iter().rposition(|line| !is_time(line)).map_or(1, |at| at + 2);
            lines.truncate(behind);
        }
    }
    // The names of columns in a sentence are understood with their values.
    let lines = found.iter().flat_map(|entry| &entry.lines);
    lines.filter(|line| drawn_actor(line.as_str()).is_none()).for_each(|line| draft.take(line));
    let bracketed =
        found.iter().filter(|entry| entry.lines.last().is_some_and(|line| parts::brackets_actor(line.as_str())));
    let are_bracketed = bracketed.count() * 2 > found.len();
    let step = |found: Entry| {
        let mut raw = entry(found.number, &found.lines);
        if are_bracketed {
            parts::take_actor(&mut raw);
        }
        if raw.actor_names.is_blank() {
            raw.actor_names = found.actor.unwrap_or_default();
        }
        if raw.duration.is_blank() {
            raw.duration = found.time.unwrap_or_default();
        }
        raw
    };
    let mut steps: Vec<RawStep> = found.into_iter().map(step).collect();
    parts::take_dashed(draft, &mut steps);
    steps
}

/// `Pelaksana`, `Waktu penyelesaian : 30 hari`: what a chapter of its own tells.
fn is_heading(text: &str) -> bool {
    let name = text.split_once(':').map_or(text, |(name, _)| name).trim();
    columns::exact(name).is_some() || sections::whole(name).is_some()
}

/// One sentence: its time in brackets at the end, its actor; or the actor in a line of its own above it, and what it takes and makes
/// behind the names of columns.
fn entry(number: u32, lines: &[Text]) -> RawStep {
    let mut raw = RawStep { number: Some(number), ..RawStep::default() };
    let (actor, lines) = headed(lines);
    let (mut text, mut starts) = (Text::default(), Vec::with_capacity(lines.len()));
    let mut drawn = None;
    let bracketed = parts::only_bracketed(lines);
    for line in lines.iter().filter(|line| !line.is_blank()) {
        if let Some(name) = drawn_actor(line.as_str()) {
            drawn = Some(line.slice(name));
            continue;
        }
        let line = match &bracketed {
            Some(own) if std::ptr::eq(*own, line) => &parts::take_line(&mut raw, line),
            _ => line,
        };
        text.join(' ', line);
        starts.push(text.as_str().len().saturating_sub(line.as_str().len()));
    }
    raw.activity = text.clone();
    parts::take_brackets(&mut raw);
    parts::take_labelled(&mut raw, &starts);
    if let Some(actor) = drawn.or_else(|| actor.cloned()) {
        raw.actor_names = actor;
    }
    if !raw.actor_names.is_blank() {
        return raw;
    }
    if let Some((actor, activity)) = prefixed(raw.activity.as_str()) {
        raw.actor_names = raw.activity.slice(actor);
        raw.activity = raw.activity.slice(activity);
        return raw;
    }
    let actor = subject(raw.activity.as_str()).or_else(|| agent(raw.activity.as_str()));
    raw.actor_names = actor.map_or(Text::default(), |actor| raw.activity.slice(actor));
    raw
}

/// `langkah 3, Petugas Loket, proses; lanjut ke 4`: the words in which a print of ours tells a symbol to who cannot see it. Who acts is
/// read; where the work goes next is left for people, since somebody has changed the page.
fn drawn_actor(line: &str) -> Option<&str> {
    let rest = line.strip_prefix(STEP).and_then(|rest| rest.strip_prefix(' '))?;
    let (number, rest) = rest.split_once(", ")?;
    let (name, _) = rest.split_once(',')?;
    (number.parse::<u32>().is_ok() && is_name(name)).then_some(name)
}

/// `[Petugas] Memanggil pasien`, `Petugas: memanggil pasien`: the name before what is done.
fn prefixed(text: &str) -> Option<(&str, &str)> {
    let bracketed = || text.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    let (name, activity) = bracketed().or_else(|| text.split_once(':'))?;
    let (name, activity) = (name.trim(), activity.trim_start_matches([':', '-', '–', ' ']));
    let acts = activity.split_whitespace().next().is_some_and(is_active);
    let named =
        is_name(name) && name.split_whitespace().count() <= MOST_WORDS && !name.split_whitespace().any(is_active);
    (acts && named).then_some((name, activity))
}

/// The actor, where the first line is no more than a name and the next begins with what is done.
fn headed(lines: &[Text]) -> (Option<&Text>, &[Text]) {
    if let [name, below, ..] = lines {
        let words = name.as_str().split_whitespace().count();
        if opens_activity(below.as_str())
            && words <= MOST_WORDS
            && is_name(name.as_str())
            && !name.as_str().split_whitespace().any(is_active)
        {
            return (Some(name), &lines[1..]);
        }
    }
    (None, lines)
}

/// What stands before the first active verb, if it can name somebody.
fn subject(text: &str) -> Option<&str> {
    let mut end = 0;
    let is_capital = !text.contains(char::is_lowercase);
    for (count, word) in text.split_whitespace().enumerate() {
        let start = offset_in(text, word);
        if opens_activity(word) && !(is_capital && count > 0) {
            return None;
        }
        if is_active(word) && (is_capital || word.starts_with('m')) || COMING.contains(&word) {
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
    // `Petugas P2U` is a name, `Pasal 3` is none.
    let counts = |word: &str| word.contains(|it: char| it.is_ascii_digit()) && !word.starts_with(char::is_uppercase);
    // `Kepala Seksi 2` is a name as well.
    let own = numbered(text).map(|(name, _)| name).filter(|name| begins_actor(name)).unwrap_or(text);
    text.starts_with(char::is_uppercase) && text.len() >= 3 && !clause && !own.split_whitespace().any(counts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_subject_or_the_agent_is_the_actor() {
        assert_eq!(subject("Petugas memanggil pasien"), Some("Petugas"));
        assert_eq!(subject("Dosen Pembimbing Akademik akan menyetujui"), Some("Dosen Pembimbing Akademik"));
        assert_eq!(subject("Kepala Seksi 2 memeriksa surat"), Some("Kepala Seksi 2"));
        assert_eq!(subject("Setelah lengkap, petugas mencatat"), None);
        assert_eq!(subject("Memanggil pasien"), None);
        assert_eq!(subject("PETUGAS LOKET MEMERIKSA BERKAS"), Some("PETUGAS LOKET"));
        assert_eq!(subject("MEMERIKSA BERKAS"), None);
        assert_eq!(agent("Surat dicatat oleh Petugas Agenda dalam buku"), Some("Petugas Agenda"));
        assert_eq!(agent("Surat dicatat oleh yang bersangkutan"), None);
    }

    #[test]
    fn a_name_may_stand_before_what_is_done() {
        assert_eq!(prefixed("[Humas] Menerima permintaan"), Some(("Humas", "Menerima permintaan")));
        assert_eq!(prefixed("Petugas Loket: memeriksa berkas"), Some(("Petugas Loket", "memeriksa berkas")));
        assert_eq!(prefixed("Menerima berkas: mencatat nomor"), None);
        assert_eq!(prefixed("Petugas memeriksa: menghitung berkas"), None);
        assert_eq!(prefixed("Syarat: fotokopi KTP"), None);
    }
}
