//! Steps written as a list of sentences (`1. Petugas memanggil pasien (5 menit)`), where there is no table → steps, each with
//! the actor that is its subject, or that stands behind `oleh`.

use super::Columns;
use super::row::RawStep;
use super::steps::{Lanes, step};
use crate::document::Text;
use crate::grammar::enumeration::{Opening, opening};
use crate::grammar::step_number::roman_number;
use crate::grammar::{duration, offset_in};
use crate::model::{Field, Path, Step, StepField};
use crate::parse::draft::Draft;
use crate::parse::lines::Told;
use crate::vocabulary::activity_verbs::{is_active, opens_activity};
use crate::vocabulary::columns::{self, Header};
use crate::vocabulary::fold::fold;
use crate::vocabulary::list_words::CLAUSE_WORDS;
use crate::vocabulary::prose_words::{ARROWS, BEFORE_VERBS, BOXES, BY, COMING, STEP, TIME_WORDS};
use crate::vocabulary::sections;
use crate::vocabulary::stages::{STAGE_NAMES, STAGES};

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
    /// Digits behind the number of the chapter.
    Within(u32),
    /// Not at all: each begins with the same sign.
    Bullets,
}

/// The text begins the first entry of such a list, or is all of one between arrows.
pub(in crate::parse) fn opens(text: &str) -> bool {
    marked(text).is_some_and(|(_, number, _)| number == 1) || between_arrows(text).is_some()
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
        Some(_) => return false,
        None => text,
    };
    let first = name.split(|it: char| !it.is_alphabetic()).next().unwrap_or("");
    let says = STAGES.iter().any(|word| word.eq_ignore_ascii_case(first));
    let named = name.len() < text.len() && STAGE_NAMES.contains(&fold(name).as_str());
    (says || named) && name.split_whitespace().count() <= LONGEST_STAGE && name.starts_with(char::is_uppercase)
}

/// The number, in digits, that the text begins with as a step of such a list does.
pub(in crate::parse) fn number(text: &str) -> Option<u32> {
    marked(text).filter(|(count, ..)| matches!(count, Count::Digits | Count::Within(_))).map(|(_, number, _)| number)
}

/// `3. …`, `iii) …`, `c. …`: how it counts, the number, and what follows.
fn marked(text: &str) -> Option<(Count, u32, &str)> {
    // A box to be ticked stands before the number.
    let text = text.trim_start_matches(|it: char| it.is_whitespace() || BOXES.contains(&it));
    if let Some(found) = worded(text).or_else(|| within(text)) {
        return Some(found);
    }
    if let Some((Opening::Bullet | Opening::Dash, rest)) = opening(text) {
        return acts(rest).then_some((Count::Bullets, 1, rest.trim()));
    }
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

/// Somebody does something.
fn acts(text: &str) -> bool {
    subject(text).is_some() || opens_activity(text)
}

/// `Langkah 3 – …`, `Langkah 3: …`
fn worded(text: &str) -> Option<(Count, u32, &str)> {
    let (word, rest) = text.split_once(' ').filter(|(word, _)| word.eq_ignore_ascii_case(STEP))?;
    let (number, rest) = rest.split_once(|it: char| !it.is_ascii_digit()).filter(|_| word.len() == STEP.len())?;
    let number = number.parse().ok().filter(|_| number.len() <= 2)?;
    let rest = rest.trim_start();
    let rest = rest.strip_prefix([':', '–', '-', '—', '.', ')'])?;
    Some((Count::Digits, number, rest.trim()))
}

/// `4.1. …`, `4.1 …`: a number within that of a chapter.
fn within(text: &str) -> Option<(Count, u32, &str)> {
    let (mark, rest) = text.split_once(char::is_whitespace)?;
    let (chapter, number) = mark.strip_suffix('.').unwrap_or(mark).split_once('.')?;
    let parsed = |digits: &str| digits.parse::<u32>().ok().filter(|_| digits.len() <= 2);
    Some((Count::Within(parsed(chapter)?), parsed(number)?, rest.trim()))
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

/// The entries of the list: each new number of its own kind begins one, any other line goes on. Each stage may count from 1.
fn entries(draft: &mut Draft, lines: &[Told]) -> Vec<RawStep> {
    let mut kind = None;
    let mut next = 1;
    let mut found: Vec<(u32, Vec<Text>)> = Vec::new();
    // Paragraphs behind a step that has ended: of it, if another one follows.
    let mut loose: Vec<Text> = Vec::new();
    for line in lines {
        let whole = line.text.as_str();
        if let Some(parts) = between_arrows(whole).filter(|_| found.is_empty()) {
            draft.take(&line.text);
            return (1..).zip(parts).map(|(number, part)| entry(number, &[line.text.slice(part)])).collect();
        }
        for text in whole.split('\n').flat_map(in_one_line) {
            match marked(text) {
                // The next chapter.
                Some((Count::Digits, number, rest))
                    if kind.is_some_and(|kind| kind == Count::Within(number.wrapping_sub(1)))
                        || matches!(kind, Some(Count::Letters | Count::Roman)) && is_heading(rest) =>
                {
                    return found.iter().map(|(number, lines)| entry(*number, lines)).collect();
                }
                Some((count, number, rest))
                    if *kind.get_or_insert(count) == count
                        && (number == next || count == Count::Bullets || number == 1 && line.begins_stage) =>
                {
                    draft.take_part(&line.text, text);
                    if let Some((_, above)) = found.last_mut() {
                        above.append(&mut loose);
                    }
                    found.push((found.last().map_or(number, |(last, _)| last + 1), vec![line.text.slice(rest)]));
                    next = number + 1;
                }
                other => {
                    if let Some((_, above)) = found.last_mut() {
                        let has_ended = above.last().is_some_and(|it| it.as_str().trim_end().ends_with('.'));
                        let apart =
                            line.after_blank && has_ended && other.is_none() && text.starts_with(char::is_uppercase);
                        let of = if apart || !loose.is_empty() { &mut loose } else { above };
                        of.push(line.text.slice(text));
                    }
                }
            }
        }
    }
    found.iter().map(|(number, lines)| entry(*number, lines)).collect()
}

/// `Pelaksana`, `Waktu penyelesaian : 30 hari`: what a chapter of its own tells.
fn is_heading(text: &str) -> bool {
    let name = text.split_once(':').map_or(text, |(name, _)| name).trim();
    columns::exact(name).is_some() || sections::whole(name).is_some()
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

/// One sentence: its time in brackets at the end, its actor; or the actor in a line of its own above it, and what it takes and makes
/// behind the names of columns.
fn entry(number: u32, lines: &[Text]) -> RawStep {
    let mut raw = RawStep { number: Some(number), ..RawStep::default() };
    let (actor, lines) = headed(lines);
    let (mut text, mut starts) = (Text::default(), Vec::with_capacity(lines.len()));
    let mut drawn = None;
    for line in lines.iter().filter(|line| !line.is_blank()) {
        if let Some(name) = drawn_actor(line.as_str()) {
            drawn = Some(line.slice(name));
            continue;
        }
        text.join(' ', line);
        starts.push(text.as_str().len().saturating_sub(line.as_str().len()));
    }
    raw.activity = text.clone();
    if let Some((activity, time)) = timed(text.as_str()) {
        raw.duration = text.slice(time);
        raw.activity = text.slice(activity);
    }
    label_parts(&mut raw, &starts);
    if let Some(actor) = drawn.or_else(|| actor.cloned()) {
        raw.actor_names = actor;
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

/// `…. Waktu: 5 menit. Output: surat perintah kerja.`: values behind the names of their columns, the time among them. A name stands
/// behind a stop or where one of the lines begins, `starts`.
fn label_parts(raw: &mut RawStep, starts: &[usize]) {
    let text = raw.activity.clone();
    let whole = text.as_str();
    let mut labels: Vec<(usize, usize, Header)> = Vec::new();
    for (colon, _) in whole.match_indices(':').take(MOST_PARTS) {
        let before = whole[..colon].trim_end();
        let start = before.rfind(char::is_whitespace).map_or(0, |at| at + 1);
        let ends = before[..start].trim_end();
        let opens = ends.is_empty() || ends.ends_with(['.', ';', ',', '(', ')']) || starts.contains(&start);
        if let Some(header) = columns::exact(&before[start..]).filter(|_| opens) {
            labels.push((start, colon + 1, header));
        }
    }
    let ends = labels.iter().skip(1).map(|(start, ..)| *start).chain([whole.len()]);
    let is_edge = |it: char| it.is_whitespace() || matches!(it, '.' | ';' | ',');
    let parts: Vec<(Header, &str)> =
        labels.iter().zip(ends).map(|(label, end)| (label.2, whole[label.1..end].trim_matches(is_edge))).collect();
    let is_timed =
        |(header, part): &(Header, &str)| matches!(header, Header::Duration(_)) && duration::looks_like(part);
    let (Some((first, ..)), true) = (labels.first(), parts.iter().any(is_timed)) else { return };
    for part in &parts {
        match part.0 {
            Header::Duration(_) if is_timed(part) => raw.duration = text.slice(part.1),
            Header::Requirements => raw.requirements = text.slice(part.1),
            Header::Outputs => raw.outputs = text.slice(part.1),
            Header::Note => raw.note = text.slice(part.1),
            _ => return,
        }
    }
    raw.activity = text.slice(whole[..*first].trim_end());
}

/// Colons of a sentence that are looked at.
const MOST_PARTS: usize = 8;

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
        if opens_activity(word) {
            return None;
        }
        if word.starts_with('m') && is_active(word) || COMING.contains(&word) {
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
    text.starts_with(char::is_uppercase) && text.len() >= 3 && !clause && !text.split_whitespace().any(counts)
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
    fn a_name_may_stand_before_what_is_done() {
        assert_eq!(prefixed("[Humas] Menerima permintaan"), Some(("Humas", "Menerima permintaan")));
        assert_eq!(prefixed("Petugas Loket: memeriksa berkas"), Some(("Petugas Loket", "memeriksa berkas")));
        assert_eq!(prefixed("Menerima berkas: mencatat nomor"), None);
        assert_eq!(prefixed("Petugas memeriksa: menghitung berkas"), None);
        assert_eq!(prefixed("Syarat: fotokopi KTP"), None);
    }

    #[test]
    fn a_time_stands_in_brackets_at_the_end() {
        assert_eq!(timed("Menerima berkas (10 menit)."), Some(("Menerima berkas", "10 menit")));
        assert_eq!(timed("Menerima berkas (waktu: 1 hari)"), Some(("Menerima berkas", "1 hari")));
        assert_eq!(timed("Menerima berkas (lengkap)"), None);
    }
}
