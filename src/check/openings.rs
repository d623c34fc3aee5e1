//! What the reading left open. A rule that speaks of what is missing is held against it: what may stand in the document, unread,
//! is not missing, and the finding becomes a note on the reading.

use crate::diagnostic::{Diagnostic, Language, Message, Related, Severity, path_in_words, sentence_case};
use crate::model::{
    ColumnRole, Conversion, DocumentName, Field, How, Review, SectionKind, Sop, Sourced, Step, StepField, Trouble,
    TroubleKind,
};
use crate::source::Span;
use crate::vocabulary::units::UNITS;
use rustc_hash::{FxHashMap, FxHashSet};
use std::cell::OnceCell;

/// So many bytes around a row or the identity block still belong to it.
const NEAR: u32 = 200;

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
    fn new(id: impl Into<String>, en: impl Into<String>) -> Self {
        Self { why: Message::new(id, en), span: None }
    }

    /// The text of another column.
    fn elsewhere(text: &str) -> Self {
        let text = shortened(text);
        let id = format!("isinya tampaknya di kolom lain, `{text}`");
        Self::new(id, format!("it seems to stand in another column, `{text}`"))
    }

    fn unused((span, text): &(Span, &str)) -> Self {
        let text = shortened(text);
        let why = Message::new(
            format!("teks `{text}` di dekatnya tidak dikenali"),
            format!("the text `{text}` near it was not understood"),
        );
        Self { why, span: Some(*span) }
    }
}

/// What the reading of one SOP left open.
pub(super) struct Openings<'a> {
    sop: &'a Sop,
    /// Text that found no place, with what it says, in document order.
    unused: Vec<(Span, &'a str)>,
    /// The identity block with its sections.
    front: Option<Span>,
    /// The first row of each number.
    numbers: FxHashMap<u32, usize>,
    /// Where the rows begin, in document order.
    starts: Vec<(u32, usize)>,
    /// Numbers of rows that lost their columns.
    shifted: FxHashSet<u32>,
    /// Columns that the header lacks.
    lost: Vec<ColumnRole>,
    /// Pages and letters that nobody but the eye can read.
    unread: Option<Opening>,
    /// What makes the whole flow doubtful; worked out when it is first asked for.
    flow: OnceCell<Option<Opening>>,
}

impl<'a> Openings<'a> {
    pub(super) fn of(sop: &'a Sop) -> Self {
        let text = |it: &'a Trouble| match &it.kind {
            TroubleKind::UnusedText(text) => Some((it.span?, text.as_str())),
            _ => None,
        };
        let mut unused: Vec<(Span, &str)> = sop.troubles.iter().filter_map(text).collect();
        unused.sort_unstable_by_key(|(it, _)| (it.start, it.end));
        let mut numbers = FxHashMap::default();
        let rows = || sop.steps.iter().enumerate();
        rows().rev().for_each(|(at, step)| {
            numbers.insert(step.number, at);
        });
        let mut starts: Vec<(u32, usize)> =
            rows().filter_map(|(at, step)| Some((step.place.span()?.start, at))).collect();
        starts.sort_unstable();
        let (mut shifted, mut lost, mut unread) = (FxHashSet::default(), Vec::new(), None);
        for it in &sop.troubles {
            match it.kind {
                TroubleKind::ShiftedRow(number) => _ = shifted.insert(number),
                TroubleKind::MissingColumn(role) => lost.push(role),
                _ => unread = unread.or_else(|| unread_page(&it.kind)),
            }
        }
        let front = front(sop);
        Self { sop, unused, front, flow: OnceCell::new(), numbers, starts, shifted, lost, unread }
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
            ["kegiatan"] => self.unread.clone().or_else(|| self.table()),
            ["kegiatan", number, key] if is_standard(key) => self.standard(number.parse().ok()?, key, finding.span),
            ["kegiatan", number, ..] if speaks_of_rows(finding.code) => self.order(number.parse().ok()?, finding.span),
            ["kegiatan" | "alur" | "pelaksana", ..] => self.unread.clone().or_else(|| self.flow()),
            ["identitas", key, ..] => self.unread.clone().or_else(|| self.front(Wanted::of_identity(key))),
            _ => self.unread.clone().or_else(|| self.front(Wanted::Words)),
        }
    }

    /// A whole part was not found. Where neither was, nothing says that this is an SOP at all, and that is certain.
    fn whole(&self) -> Option<Opening> {
        self.unused
            .iter()
            .find(|(_, text)| Wanted::Words.may_be(text))
            .filter(|_| !self.sop.is_void())
            .map(Opening::unused)
    }

    /// A column: text around or between the rows may be what it holds.
    fn table(&self) -> Option<Opening> {
        let rows = self.sop.steps.iter().filter_map(|step| step.place.span());
        let table = rows.reduce(Span::to)?;
        self.unused_in(table.start.saturating_sub(NEAR), table.end.saturating_add(NEAR), Wanted::Anything)
    }

    /// A value of the mutu baku of one row.
    fn standard(&self, number: u32, key: &str, span: Option<Span>) -> Option<Opening> {
        if self.lost.iter().any(|role| role.heading().to_lowercase() == key) {
            return Some(Opening::new("kolomnya tidak ada di judul tabel", "the header of the table lacks its column"));
        }
        let wanted = if key == StepField::Duration.key() { Wanted::Number } else { Wanted::Anything };
        self.row(number, span, wanted).or_else(|| {
            let at = self.position(number, span)?;
            self.sop.steps[at..].first().and_then(|step| self.beside(step, self.sop.steps.get(at + 1), key))
        })
    }

    /// Another column of the row holds what is missing in this one.
    fn beside(&self, step: &Step, next: Option<&Step>, key: &str) -> Option<Opening> {
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

    /// A row: it lost its columns, or text in it or beside it found no place.
    fn row(&self, number: u32, span: Option<Span>, wanted: Wanted) -> Option<Opening> {
        if self.shifted.contains(&number) {
            return Some(out_of_columns());
        }
        let at = self.position(number, span)?;
        let place = |step: &Step| step.place.span();
        let own = place(&self.sop.steps[at])?;
        let before = at.checked_sub(1).and_then(|at| place(&self.sop.steps[at])).map_or(0, |it| it.end);
        let after = self.sop.steps.get(at + 1).and_then(place).map_or(u32::MAX, |it| it.start);
        // Rows of a second table may stand before those of the first.
        let from = own.start.saturating_sub(NEAR).max(before.min(own.start));
        let to = own.end.saturating_add(NEAR).min(after.max(own.end));
        self.unused_in(from, to, wanted)
    }

    /// The numbers of rows: one may have been lost between this row and the one before.
    fn order(&self, number: u32, span: Option<Span>) -> Option<Opening> {
        let at = self.position(number, span)?;
        let (own, before) = (self.sop.steps[at].place.span()?, self.sop.steps[at.checked_sub(1)?].place.span()?);
        self.unused_in(before.end.min(own.start), own.end, Wanted::Words)
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
        if self.sop.troubles.iter().any(|it| matches!(it.kind, TroubleKind::UnreadDrawing(..))) {
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

    /// The identity block and its sections.
    fn front(&self, wanted: Wanted) -> Option<Opening> {
        let front = self.front?;
        self.unused_in(front.start.saturating_sub(NEAR), front.end.saturating_add(NEAR), wanted)
    }

    fn unused_in(&self, from: u32, to: u32, wanted: Wanted) -> Option<Opening> {
        let at = self.unused.partition_point(|(it, _)| it.end <= from);
        let near = self.unused[at..].iter().take_while(|(it, _)| it.start < to);
        near.filter(|(_, text)| wanted.may_be(text)).map(Opening::unused).next()
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

fn unread_page(kind: &TroubleKind) -> Option<Opening> {
    match kind {
        TroubleKind::PageWithoutText(page) => {
            Some(Opening::new(format!("halaman {page} tanpa teks"), format!("page {page} has no text")))
        }
        TroubleKind::UnmappedLetters => {
            Some(Opening::new("sebagian huruf berkas ini tidak terbaca", "some letters of this file could not be read"))
        }
        _ => None,
    }
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

/// From the first to the last value of the identity block and its sections.
fn front(sop: &Sop) -> Option<Span> {
    let identity = &sop.identity;
    let texts = [
        identity.agency.place(),
        identity.unit.place(),
        identity.title.place(),
        identity.number.place(),
        identity.created.place(),
        identity.revised.place(),
        identity.effective.place(),
    ];
    let sections = SectionKind::ALL.into_iter().filter_map(|kind| sop.section(kind));
    let items = sections.flat_map(|section| section.items().iter().map(|it| it.place).chain([section.place()]));
    let laws = sop.legal_basis.items().iter().map(|it| it.place).chain([sop.legal_basis.place()]);
    texts.into_iter().chain(items).chain(laws).filter_map(|place| place.span()).reduce(Span::to)
}
