//! What the reading left open. A rule that speaks of what is missing is held against it: what may stand in the document, unread,
//! is not missing, and the finding becomes a note on the reading.

use crate::diagnostic::{Diagnostic, Language, Message, Related, Severity, path_in_words, sentence_case};
use crate::model::{
    Conversion, DocumentName, Field, How, Ledger, Leftover, LeftoverKind, Path, Review, Sop, Sourced, Step, StepField,
};
use crate::source::Span;
use crate::vocabulary::units::UNITS;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::cell::OnceCell;

/// Characters of a text that are quoted.
const LONGEST_QUOTE: usize = 60;

/// Why something may stand in the document although it was not found there.
#[derive(Debug, Clone)]
struct Opening {
    why: Message,
    /// The text it rests on, if it is one stretch.
    span: Option<Span>,
}

impl Opening {
    fn new(id: impl Into<Cow<'static, str>>, en: impl Into<Cow<'static, str>>) -> Self {
        Self { why: Message::new(id, en), span: None }
    }

    /// The text of another column.
    fn elsewhere(text: &str) -> Self {
        let text = shortened(text);
        let id = format!("isinya tampaknya di kolom lain, `{text}`");
        Self::new(id, format!("it seems to stand in another column, `{text}`"))
    }

    fn unused(leftover: &Leftover) -> Self {
        let text = shortened(&leftover.text);
        let why = Message::new(
            format!("teks `{text}` di dekatnya tidak dikenali"),
            format!("the text `{text}` near it was not understood"),
        );
        Self { why, span: leftover.place.span() }
    }
}

/// The first of the texts that found no place beside one part of the SOP, by what they may be.
#[derive(Debug, Default, Clone, Copy)]
struct Beside<'a> {
    any: Option<&'a Leftover>,
    with_number: Option<&'a Leftover>,
    with_words: Option<&'a Leftover>,
}

impl<'a> Beside<'a> {
    fn add(&mut self, leftover: &'a Leftover) {
        for wanted in [Wanted::Anything, Wanted::Number, Wanted::Words] {
            let slot = match wanted {
                Wanted::Anything => &mut self.any,
                Wanted::Number => &mut self.with_number,
                Wanted::Words => &mut self.with_words,
            };
            *slot = slot.or(Some(leftover).filter(|it| wanted.may_be(&it.text)));
        }
    }

    fn get(&self, wanted: Wanted) -> Option<Opening> {
        let found = match wanted {
            Wanted::Anything => self.any,
            Wanted::Number => self.with_number,
            Wanted::Words => self.with_words,
        };
        found.map(Opening::unused)
    }
}

/// What the reading of one SOP left open. All of it stands in the ledger, so that the YAML made of a text is judged like the text.
pub(super) struct Openings<'a> {
    sop: &'a Sop,
    ledger: &'a Ledger<'a>,
    /// Of all the text that found no place.
    whole: Beside<'a>,
    /// Of that beside any row.
    table: Beside<'a>,
    /// Of that beside one row or the identity block, by its path.
    beside: FxHashMap<&'a str, Beside<'a>>,
    /// Of that between one row and the row before it, by its path.
    before: FxHashMap<&'a str, Beside<'a>>,
    /// The first row of each number.
    numbers: FxHashMap<u32, usize>,
    /// Where the rows begin, in document order.
    starts: Vec<(u32, usize)>,
    /// Pages and letters that nobody but the eye can read.
    unread: Option<Opening>,
    /// What makes the whole flow doubtful; worked out when it is first asked for.
    flow: OnceCell<Option<Opening>>,
}

impl<'a> Openings<'a> {
    pub(super) fn of(sop: &'a Sop, ledger: &'a Ledger<'a>) -> Self {
        let mut numbers = FxHashMap::default();
        let rows = || sop.steps.iter().enumerate();
        rows().rev().for_each(|(at, step)| {
            numbers.insert(step.number, at);
        });
        let mut starts: Vec<(u32, usize)> =
            rows().filter_map(|(at, step)| Some((step.place.span()?.start, at))).collect();
        starts.sort_unstable();
        let mut openings = Self {
            sop,
            ledger,
            whole: Beside::default(),
            table: Beside::default(),
            beside: FxHashMap::default(),
            before: FxHashMap::default(),
            numbers,
            starts,
            unread: unreadable(sop, &Path::whole()).map(unread_part),
            flow: OnceCell::new(),
        };
        sop.leftovers(LeftoverKind::Unknown).for_each(|it| openings.add(it));
        openings
    }

    fn add(&mut self, leftover: &'a Leftover) {
        self.whole.add(leftover);
        let rows = leftover.near.iter().map(Path::as_str).filter(|it| it.starts_with("kegiatan/"));
        let rows: Vec<&str> = rows.collect();
        if !rows.is_empty() {
            self.table.add(leftover);
        }
        // Of several rows it stands behind the first.
        let before = &rows[usize::from(rows.len() > 1)..];
        before.iter().for_each(|it| self.before.entry(it).or_default().add(leftover));
        leftover.near.iter().for_each(|it| self.beside.entry(it.as_str()).or_default().add(leftover));
    }

    /// Makes a note of a finding about something missing, where that may stand in the document unread.
    pub(super) fn weigh(&self, finding: &mut Diagnostic, summary: &Message) {
        let Some(opening) = self.at(finding) else { return };
        let place = |language| sentence_case(&path_in_words(&finding.path, language));
        let (id, en) = (place(Language::Indonesian), place(Language::English));
        let why = &opening.why;
        finding.severity = Severity::Note;
        finding.message = Message::new(
            format!("{id}: {}, tetapi belum pasti; {}", summary.id, why.id),
            format!("{en}: {}, but that is not certain; {}", summary.en, why.en),
        );
        finding.help = Some(self.advice());
        finding.fix = None;
        if let Some(span) = opening.span {
            let message = Message::new("teks yang tidak dikenali", "text that was not understood");
            finding.related.push(Related { path: String::new(), span: Some(span), message, elsewhere: None });
        }
    }

    fn advice(&self) -> Message {
        match self.sop.conversion.as_ref().is_none_or(Conversion::is_of_text) {
            true => Message::new(
                "bandingkan dengan dokumen aslinya; bila di sana terisi, pakai berkas aslinya (.xlsx, .docx, .pdf)",
                "compare it with the original; if it is filled in there, use the original file (.xlsx, .docx, .pdf)",
            ),
            false => Message::new(
                "bandingkan dengan berkasnya; bila di sana terisi, lengkapi hasil konversinya",
                "compare it with the file; if it is filled in there, complete the converted file",
            ),
        }
    }

    fn at(&self, finding: &Diagnostic) -> Option<Opening> {
        let parts: Vec<&str> = finding.path.split('/').collect();
        match parts.as_slice() {
            [""] => self.unread.clone().or_else(|| self.whole()),
            ["kegiatan"] => self.unread.clone().or_else(|| self.table.get(Wanted::Anything)),
            ["kegiatan", number, key] if is_standard(key) => self.standard(number.parse().ok()?, key, finding.span),
            ["kegiatan", number, ..] if speaks_of_rows(finding.code) => self.order(number.parse().ok()?),
            ["kegiatan" | "alur" | "pelaksana", ..] => self.unread.clone().or_else(|| self.flow()),
            ["identitas", key, ..] => {
                self.unread.clone().or_else(|| self.beside("identitas", Wanted::of_identity(key)))
            }
            _ => {
                let own = || self.ledger.unread(&finding.path).map(unread_part);
                self.unread.clone().or_else(own).or_else(|| self.beside("identitas", Wanted::Words))
            }
        }
    }

    /// A whole part was not found. Where neither was, nothing says that this is an SOP at all, and that is certain.
    fn whole(&self) -> Option<Opening> {
        self.whole.get(Wanted::Words).filter(|_| !self.sop.is_void())
    }

    fn beside(&self, path: &str, wanted: Wanted) -> Option<Opening> {
        self.beside.get(path)?.get(wanted)
    }

    /// A value of the mutu baku of one row.
    fn standard(&self, number: u32, key: &str, span: Option<Span>) -> Option<Opening> {
        let path = Path::step(number).key(key);
        let position = self.position(number, span);
        let is_unread = self.ledger.unread(path.as_str()).is_some();
        if let Some(step) = position.map(|at| &self.sop.steps[at]).filter(|_| is_unread) {
            if is_silent(step, key) {
                return Some(Opening::new(
                    "kolomnya tidak ada di judul tabel",
                    "the header of the table lacks its column",
                ));
            }
            if let Field::Unreadable(text) = &step.duration
                && holds_duration(&text.value)
            {
                let said = "yang tertulis di sana memuat waktu dan teks lain, mungkin dari kolom lain";
                return Some(Opening::new(said, "a duration and other text stand there, perhaps of another column"));
            }
        }
        let wanted = if key == StepField::Duration.key() { Wanted::Number } else { Wanted::Anything };
        self.row(number, wanted).or_else(|| {
            let at = position?;
            moved(&self.sop.steps[at], self.sop.steps.get(at + 1), key)
        })
    }

    /// A row: it lost its columns, or text in it or beside it found no place.
    fn row(&self, number: u32, wanted: Wanted) -> Option<Opening> {
        if self.ledger.is_moved(number) {
            return Some(out_of_columns());
        }
        self.beside(Path::step(number).as_str(), wanted)
    }

    /// The numbers of rows: one may have been lost between this row and the one before.
    fn order(&self, number: u32) -> Option<Opening> {
        self.before.get(Path::step(number).as_str())?.get(Wanted::Words)
    }

    /// Which row has that number: of several the one around the place.
    fn position(&self, number: u32, span: Option<Span>) -> Option<usize> {
        let around = || {
            let span = span?;
            let before = self.starts.partition_point(|(start, _)| *start <= span.start);
            let (_, at) = *self.starts.get(before.checked_sub(1)?)?;
            (self.sop.steps[at].number == number).then_some(at)
        };
        around().or_else(|| self.numbers.get(&number).copied())
    }

    /// The flow: an actor, a branch or a symbol that was not read may be the one that is missed.
    fn flow(&self) -> Option<Opening> {
        self.flow.get_or_init(|| self.doubtful_flow()).clone()
    }

    fn doubtful_flow(&self) -> Option<Opening> {
        if unreadable(self.sop, &Path::flow()).is_some() {
            return Some(Opening::new("gambar alurnya tidak seluruhnya terbaca", "not all of the drawing was read"));
        }
        let conversion = self.sop.conversion.as_ref()?;
        let is_arrow =
            |path: &str| ["pelaksana", "ya", "tidak", "lanjut", "simbol"].iter().any(|it| path.ends_with(it));
        let is_doubtful = |it: &&Review| it.how == How::Unreadable && it.path.starts_with("kegiatan/");
        let review = conversion.reviews.iter().filter(is_doubtful).find(|it| is_arrow(&it.path));
        let step = self.sop.steps.iter().find(|step| step.actors().next().is_none() && step.joint.is_empty());
        let number = review.and_then(|it| it.path.split('/').nth(1)?.parse().ok()).or(step.map(|it| it.number))?;
        Some(Opening::new(
            format!("pelaksana atau cabang langkah {number} tidak terbaca"),
            format!("who does step {number}, or where it branches to, could not be read"),
        ))
    }
}

/// Another column of the row holds what is missing in this one.
fn moved(step: &Step, next: Option<&Step>, key: &str) -> Option<Opening> {
    let is_of = |field: StepField| field.key() == key;
    let note = step.note.value().map(String::as_str);
    if is_of(StepField::Duration) && step.duration.is_silent() {
        let documents = step.requirements.items().iter().chain(step.outputs.items());
        let moved = documents.map(|it| it.value.0.as_str()).chain(note).find(|text| holds_duration(text))?;
        return Some(Opening::elsewhere(moved));
    }
    if matches!(step.duration, Field::Unreadable(_)) && !is_of(StepField::Duration) {
        let said = "isi Waktu di baris itu bukan waktu";
        return Some(Opening::new(said, "what stands under Waktu of the row is no time"));
    }
    let (note, next) = (note.filter(|_| is_of(StepField::Outputs))?, next?);
    let lower = note.to_lowercase();
    let handed_on = |it: &Sourced<DocumentName>| lower.contains(&it.value.0.to_lowercase());
    next.requirements.items().iter().any(handed_on).then(|| Opening::elsewhere(note))
}

fn is_silent(step: &Step, key: &str) -> bool {
    match key {
        _ if key == StepField::Duration.key() => step.duration.is_silent(),
        _ if key == StepField::Outputs.key() => step.outputs.is_silent(),
        _ => step.requirements.is_silent(),
    }
}

/// What a text must have to be what is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Anything,
    /// A date, a duration or a number of an SOP.
    Number,
    /// A name or a section.
    Words,
}

impl Wanted {
    fn of_identity(key: &str) -> Self {
        if key == "nomor" || key.starts_with("tanggal_") { Self::Number } else { Self::Words }
    }

    fn may_be(self, text: &str) -> bool {
        match self {
            Self::Anything => true,
            Self::Number => text.bytes().any(|it| it.is_ascii_digit()),
            Self::Words => text.split(|it: char| !it.is_alphabetic()).filter(|word| word.len() > 2).nth(1).is_some(),
        }
    }
}

fn shortened(text: &str) -> String {
    let short: String = text.chars().take(LONGEST_QUOTE).collect();
    let more = if short.len() < text.len() { "…" } else { "" };
    format!("{short}{more}")
}

/// A number with a unit of time stands in the text.
fn holds_duration(text: &str) -> bool {
    let words: Vec<String> = text.split(|it: char| !it.is_alphanumeric()).map(str::to_lowercase).collect();
    let is_number = |word: &str| word.starts_with(|it: char| it.is_ascii_digit());
    words.windows(2).any(|pair| is_number(&pair[0]) && UNITS.iter().any(|(unit, ..)| *unit == pair[1]))
}

/// The first entry of the ledger that says that what stands at this very path was not understood.
fn unreadable<'a>(sop: &'a Sop, path: &Path) -> Option<&'a Review> {
    let reviews = sop.conversion.iter().flat_map(|it| &it.reviews);
    reviews.into_iter().find(|it| it.how == How::Unreadable && it.path == path.as_str())
}

fn unread_part(review: &Review) -> Opening {
    let said = review.reason.clone().map(Cow::from);
    let why = said.unwrap_or(Cow::Borrowed("sebagian dokumen tidak terbaca"));
    Opening::new(why, "a part of the document could not be read")
}

fn out_of_columns() -> Opening {
    Opening::new("isi baris bergeser dari kolomnya", "cells of the row are out of their columns")
}

fn is_standard(key: &str) -> bool {
    [StepField::Requirements, StepField::Duration, StepField::Outputs].iter().any(|field| field.key() == key)
}

/// Rules about the numbers of rows, not about where arrows go.
fn speaks_of_rows(code: &str) -> bool {
    code.starts_with("S0")
}
