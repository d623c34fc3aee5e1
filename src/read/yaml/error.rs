//! Why a file of our own format cannot be read, in the user's words: what stands where, and what to do about it.

use super::keys::{self, Home, STEPS};
use super::syntax::{Reason, reason};
use crate::model::{IdentityField, StepField};
use crate::schema::Fault;
use crate::source::{Source, Span};
use serde::de::{self, Expected, Unexpected};
use serde_yaml::granit_parser::{ErrorKind, ScanError};
use std::fmt;

/// A sentence in both languages and the place it speaks of.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{line}:{column}: {id}")]
pub struct YamlError {
    /// Indonesian.
    pub id: String,
    /// English.
    pub en: String,
    /// Where; empty where the fault is of the file as a whole.
    pub span: Span,
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, in characters.
    pub column: usize,
    /// The word that is likely meant by the one that stands there.
    pub instead: Option<String>,
}

/// An error before its line is known.
#[derive(Debug)]
pub struct Problem(Box<Parts>);

#[derive(Debug)]
struct Parts {
    kind: Kind,
    span: Option<Span>,
    key: Option<String>,
}

/// What is wrong.
#[derive(Debug)]
pub enum Kind {
    /// No document in the file.
    NothingInside,
    /// A scalar where an SOP should stand.
    NoSop,
    /// `versi` is missing.
    NoVersion,
    /// What follows a line that ends a document, without the version of a document of its own.
    CutOff,
    /// `versi` is not ours.
    OtherVersion(String),
    /// A collection that never ends.
    Unclosed,
    /// More nodes than the size of the text explains.
    TooMuch,
    /// Too deeply nested.
    TooDeep,
    /// An anchor or alias.
    Alias,
    /// A tag.
    Tag,
    /// A list, map, anchor or alias as a key.
    OddKey,
    /// A key that stands twice.
    TwiceTheKey(String),
    /// A key that the map does not know, and those that it knows.
    UnknownKey(String, &'static [&'static str]),
    /// A key that has to be there.
    MissingKey(&'static str),
    /// A word that is none of those known.
    UnknownWord(String, &'static [&'static str]),
    /// Something of another kind than wanted: wanted, found.
    Other(String, Found),
    /// Not `true` or `false`.
    NoBoolean,
    /// Not a whole number.
    NoWholeNumber,
    /// Not a number.
    NoNumber,
    /// Both sentences, ready made.
    Sentences(String, String),
}

/// What stands where something else is wanted.
#[derive(Debug, Clone, Copy)]
pub enum Found {
    /// A scalar.
    Text,
    /// Nothing.
    Nothing,
    /// A list.
    List,
    /// A map.
    Map,
}

impl Problem {
    /// A problem at a place.
    pub fn new(kind: Kind, span: Span) -> Self {
        Self(Box::new(Parts { kind, span: Some(span), key: None }))
    }

    fn nowhere(kind: Kind) -> Self {
        Self(Box::new(Parts { kind, span: None, key: None }))
    }

    /// The place, unless a closer one is known.
    pub fn at(mut self, span: Span) -> Self {
        self.0.span.get_or_insert(span);
        self
    }

    /// The key whose value it is about, unless a closer one is known.
    pub fn under(mut self, key: &str) -> Self {
        self.0.key.get_or_insert_with(|| key.to_owned());
        self
    }

    /// It is the version of the format that is missing.
    pub fn lacks_version(&self) -> bool {
        matches!(self.0.kind, Kind::NoVersion)
    }

    /// What the YAML parser says.
    pub fn syntax(error: &ScanError, text: &str) -> Self {
        let at = error.marker().byte_offset().unwrap_or(text.len()).min(text.len());
        match error.kind() {
            ErrorKind::RecursionLimitExceeded => Self::new(Kind::TooDeep, Span::new(at, at)),
            ErrorKind::UnknownAnchor => Self::new(Kind::Alias, Span::new(at, at)),
            _ => {
                let Reason { id, en, span } = reason(error, text);
                Self::new(Kind::Sentences(id, en), span)
            }
        }
    }

    /// What the JSON parser says about a part of the text that begins at byte `offset`.
    pub fn json(error: &serde_json::Error, text: &str, offset: usize) -> Self {
        let line = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum::<usize>();
        let at = offset + (line + error.column().saturating_sub(1)).min(text.len());
        let reason = error.to_string();
        let reason = reason.split(" at line ").next().unwrap_or_default();
        let id = "susunan JSON tidak dapat dibaca di sini: periksa tanda kurung, koma dan tanda petik".to_owned();
        Self::new(Kind::Sentences(id, format!("not valid JSON here: {reason}")), Span::new(at, at))
    }

    /// What the schema found wrong with a value.
    pub fn fault(fault: Fault, document: Span) -> Self {
        Self::new(Kind::Sentences(fault.id, fault.en), fault.place.span().unwrap_or(document))
    }

    /// The same problem, its place as another text has it.
    pub fn moved(mut self, place: impl FnOnce(Span) -> Span) -> Self {
        self.0.span = self.0.span.map(place);
        self
    }

    /// The one of two problems that stands further down.
    pub fn later(self, other: Self) -> Self {
        if other.0.span.is_some_and(|it| self.0.span.is_none_or(|own| it.start > own.start)) { other } else { self }
    }

    /// The error, located in the text it is about.
    pub fn in_text(self, text: &str) -> YamlError {
        let Parts { kind, span, key } = *self.0;
        let span = span.unwrap_or_default();
        let (id, en) = sentences(&kind, key.as_deref());
        let (line, column) = Source::new("", text).line_column(span.start);
        YamlError { id, en, span, line, column, instead: likely(&kind).map(str::to_owned) }
    }
}

fn pair(id: impl Into<String>, en: impl Into<String>) -> (String, String) {
    (id.into(), en.into())
}

/// Both sentences, Indonesian first.
fn sentences(kind: &Kind, key: Option<&str>) -> (String, String) {
    let of = key.map(|key| format!("`{key}` ")).unwrap_or_default();
    match kind {
        Kind::OtherVersion(version) => pair(
            format!("versi `{}` tidak dikenal: perbarui `sop`, atau ubah menjadi `versi: 1`", cut(version)),
            format!("version `{}` is unknown: update `sop`, or change it to `versi: 1`", cut(version)),
        ),
        Kind::TwiceTheKey(key) => pair(
            format!(
                "`{}` tertulis dua kali di bagian yang sama: satukan isinya, atau awali dengan `- ` bila di sini mulai butir atau langkah baru",
                cut(key)
            ),
            format!(
                "`{}` stands twice in the same part: make one of both, or begin the line with `- ` if a new item or step begins here",
                cut(key)
            ),
        ),
        Kind::UnknownKey(key, known) => unknown_key(&cut(key), known),
        Kind::UnknownWord(word, known) => unknown_word(&of, &cut(word), known),
        Kind::MissingKey(key) => pair(
            format!("`{key}` tidak tertulis, padahal wajib ada"),
            format!("`{key}` is missing and has to be there"),
        ),
        Kind::Other(_, Found::Text) if key == Some(STEPS) => pair(
            "setiap langkah di `kegiatan` ditulis sebagai `- nomor: 1`, lalu `uraian: …` dan isian lainnya di bawahnya",
            "each step of `kegiatan` is written as `- nomor: 1`, with `uraian: …` and its other keys below",
        ),
        Kind::Other(wanted, found) => {
            let (cure, cure_en) = found.as_text(wanted);
            let (wanted, wanted_en) = kind_words(wanted);
            let (found, found_en) = found.words();
            pair(
                format!("{of}harus berupa {wanted}, bukan {found}{cure}"),
                format!("{of}has to be {wanted_en}, not {found_en}{cure_en}"),
            )
        }
        Kind::Sentences(id, en) => pair(id, en),
        other => {
            let (id, en) = fixed(other);
            pair(format!("{of}{id}"), format!("{of}{en}"))
        }
    }
}

/// What is said in the same words about every value.
fn fixed(kind: &Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::NothingInside => (
            "berkas tidak berisi SOP: isi dahulu, atau buat kerangka dengan `sop new`",
            "the file holds no SOP: fill it in, or make one to start from with `sop new`",
        ),
        Kind::NoVersion => (
            "versi format tidak tertulis: tambahkan baris `versi: 1`",
            "the version of the format is missing: add the line `versi: 1`",
        ),
        Kind::CutOff => (
            "baris `---` atau `...` di atas ini mengakhiri SOP: hapus baris itu bila ini lanjutannya, atau tambahkan `versi: 1` bila ini SOP lain",
            "the line `---` or `...` above ends an SOP: remove it if this goes on with that SOP, or add `versi: 1` if it is another",
        ),
        Kind::Unclosed => ("bagian ini tidak selesai", "this part does not end"),
        Kind::TooMuch => ("terlalu banyak isi untuk satu SOP", "far more entries than an SOP has"),
        Kind::TooDeep => ("terlalu banyak tingkat di dalam tingkat", "nested too deeply"),
        Kind::Alias => (
            "jangkar (`&`) dan alias (`*`) tidak dipakai: tulis nilainya, atau apit dengan tanda petik",
            "anchors (`&`) and aliases (`*`) are not used: write the value, or put it in quotes",
        ),
        Kind::Tag => (
            "tanda jenis (`!`) tidak dipakai: hapus, atau apit nilainya dengan tanda petik",
            "tags (`!`) are not used: remove it, or put the value in quotes",
        ),
        Kind::OddKey => ("nama isian harus berupa teks", "a key has to be text"),
        Kind::NoBoolean => ("hanya boleh `true` atau `false`", "can be only `true` or `false`"),
        Kind::NoWholeNumber => ("harus berupa bilangan bulat, misalnya `3`", "has to be a whole number such as `3`"),
        Kind::NoNumber => ("harus berupa angka, misalnya `0.9`", "has to be a number such as `0.9`"),
        _ => (
            "ini bukan SOP: berkas dimulai dengan `versi: 1`, lalu `identitas:` dan `kegiatan:`",
            "this is no SOP: a file begins with `versi: 1`, then `identitas:` and `kegiatan:`",
        ),
    }
}

/// What is likely meant by what is unknown.
fn likely(kind: &Kind) -> Option<&'static str> {
    match kind {
        Kind::UnknownKey(word, known) | Kind::UnknownWord(word, known) => keys::meant(word, known),
        _ => None,
    }
}

/// What is likely meant by the key, or where it belongs; else all the keys that are known.
fn unknown_key(key: &str, known: &[&'static str]) -> (String, String) {
    if let Some(meant) = keys::meant(key, known) {
        return pair(
            format!("isian `{key}` tidak dikenal; mungkin maksudnya `{meant}`"),
            format!("unknown key `{key}`; perhaps `{meant}` is meant"),
        );
    }
    if let Some(symbol) = keys::symbol_named(key).filter(|_| known.contains(&StepField::Symbol.key())) {
        return pair(
            format!("isian `{key}` tidak dikenal; lambang langkah ditulis `simbol: {symbol}`"),
            format!("unknown key `{key}`; the symbol of a step is written `simbol: {symbol}`"),
        );
    }
    if keys::is_quality(key) && known.contains(&StepField::Duration.key()) {
        return pair(
            format!(
                "`{key}` hanya judul kolom: tulis `kelengkapan`, `waktu` dan `output` langsung di langkahnya, sejajar dengan `uraian`"
            ),
            format!(
                "`{key}` is but a heading: write `kelengkapan`, `waktu` and `output` in the step itself, beside `uraian`"
            ),
        );
    }
    match keys::home(key) {
        Some(Home::Top) => pair(
            format!("isian `{key}` bukan milik bagian ini: tulis tanpa spasi di awal barisnya"),
            format!("the key `{key}` is none of this part: write it without blanks before it"),
        ),
        Some(Home::Below(part)) => pair(
            format!(
                "isian `{key}` bukan milik bagian ini, melainkan milik `{part}`: tulis di bawah `{part}:`, sejajar dengan isian lain di sana"
            ),
            format!("the key `{key}` belongs below `{part}`: write it there, indented like its other keys"),
        ),
        None => unknown_everywhere(key, known),
    }
}

fn unknown_everywhere(key: &str, known: &[&'static str]) -> (String, String) {
    match keys::of_identity(key).map(IdentityField::key) {
        Some(field) => pair(
            format!("isian `{key}` tidak dikenal; mungkin maksudnya `{field}`, di bawah `identitas:`"),
            format!("unknown key `{key}`; perhaps `{field}` below `identitas:` is meant"),
        ),
        None => pair(
            format!("isian `{key}` tidak dikenal; yang dikenal di sini: {}", quoted(known)),
            format!("unknown key `{key}`; known here: {}", quoted(known)),
        ),
    }
}

fn unknown_word(of: &str, word: &str, known: &[&'static str]) -> (String, String) {
    match keys::meant(word, known) {
        Some(meant) => pair(
            format!("{of}tidak mengenal `{word}`; mungkin maksudnya `{meant}`"),
            format!("{of}does not know `{word}`; perhaps `{meant}` is meant"),
        ),
        None => pair(
            format!("{of}tidak mengenal `{word}`; yang dikenal: {}", quoted(known)),
            format!("{of}does not know `{word}`; known are {}", quoted(known)),
        ),
    }
}

fn quoted(words: &[&str]) -> String {
    words.iter().map(|it| format!("`{it}`")).collect::<Vec<_>>().join(", ")
}

/// At most forty characters, for a message.
fn cut(text: &str) -> String {
    text.chars().take(40).collect()
}

/// The kinds that the twins ask for, with articles.
fn kind_words(wanted: &str) -> (&str, &str) {
    match wanted {
        "peta" => ("bagian berisi `nama: isi`", "a map (`key: value`)"),
        "daftar" => ("daftar (`- butir`)", "a list (`- item`)"),
        "teks atau peta" => ("teks, atau bagian berisi `nama: isi`", "text or a map (`key: value`)"),
        _ => ("teks", "text"),
    }
}

impl Found {
    /// How it becomes a text, where one is wanted.
    fn as_text(self, wanted: &str) -> (&'static str, &'static str) {
        match self {
            Self::List if wanted == "teks" => (
                ": tulis sebagai satu kalimat, tanpa `- ` dan tanpa kurung `[ ]`",
                ": write it as one sentence, without `- ` and without brackets",
            ),
            Self::Map if wanted == "teks" => {
                (": apit isinya dengan tanda petik bila memuat `: `", ": put it in quotes if it holds `: `")
            }
            _ => ("", ""),
        }
    }

    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Text => ("teks", "text"),
            Self::Nothing => ("kosong", "empty"),
            Self::List => ("daftar", "a list"),
            Self::Map => ("bagian berisi `nama: isi`", "a map"),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&sentences(&self.0.kind, self.0.key.as_deref()).0)
    }
}

impl std::error::Error for Problem {}

impl de::Error for Problem {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::nowhere(Kind::Sentences(message.to_string(), message.to_string()))
    }

    fn invalid_type(found: Unexpected<'_>, wanted: &dyn Expected) -> Self {
        let found = match found {
            Unexpected::Unit => Found::Nothing,
            Unexpected::Seq => Found::List,
            Unexpected::Map => Found::Map,
            _ => Found::Text,
        };
        Self::nowhere(Kind::Other(wanted.to_string(), found))
    }

    fn unknown_variant(word: &str, known: &'static [&'static str]) -> Self {
        Self::nowhere(Kind::UnknownWord(word.to_owned(), known))
    }

    fn unknown_field(key: &str, known: &'static [&'static str]) -> Self {
        Self::nowhere(Kind::UnknownKey(key.to_owned(), known))
    }

    fn missing_field(key: &'static str) -> Self {
        Self::nowhere(Kind::MissingKey(key))
    }
}
