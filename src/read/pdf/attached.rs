//! A PDF that `sop` printed → the YAML attached to it. What is on the pages is not read: a drawing tells less than its data.
//!
//! The attached file is looked for in the bytes themselves, not through the tables of the document: its stream is never
//! packed into another, it is found also where a signature or a repair has rewritten the tables, and no table that lies
//! can send the search in circles.

use super::seals::Seals;
use crate::diagnostic::Message;
use crate::read::LARGEST_INPUT;
use crate::schema::carried::{ABOUT, NAME};
use flate2::read::ZlibDecoder;
use std::collections::BTreeMap;
use std::io::Read;

/// What the stream of an attached file says it is.
const TYPE: &[u8] = b"/EmbeddedFile";
/// So far from the type, forwards and backwards, its dictionary reaches at most.
const HEADER: usize = 4096;
/// So many attached files are looked at.
const MOST_FILES: usize = 40;

/// The YAML that a print carries.
#[derive(Debug)]
pub struct Attached {
    /// Of several attachments all that are YAML of ours, one after the other.
    pub text: String,
    /// The print says that it was made with another.
    pub is_exchanged: bool,
}

/// Why a PDF gives no YAML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PdfFault {
    /// Sound perhaps, but without our YAML.
    NothingAttached,
    /// Cut off or damaged.
    Damaged,
    /// Locked by a password.
    Locked,
    /// More work than any document asks for.
    TooMuch,
    /// So many pages, all pictures without any text.
    Scanned(u32),
    /// So many pages, whose fonts do not tell which letters they show.
    Unnamed(u32),
}

/// The bytes are a PDF, or the beginning of one; something else may stand before it.
pub fn looks_like_pdf(bytes: &[u8]) -> bool {
    find(&bytes[..bytes.len().min(1024)], b"%PDF-").is_some_and(|at| at == 0 || find(bytes, b"endobj").is_some())
}

/// The attached YAML.
///
/// # Errors
/// When there is none, or it is damaged or locked.
pub fn attached_yaml(bytes: &[u8]) -> Result<Attached, PdfFault> {
    // A later object of the same number replaces an earlier one.
    let mut texts = BTreeMap::new();
    let mut is_damaged = find(bytes, b"startxref").is_none();
    for at in places(bytes, TYPE).take(MOST_FILES) {
        match file_at(bytes, at) {
            Some((object, Some(content))) => {
                texts.extend(
                    String::from_utf8(content)
                        .ok()
                        .filter(|it| crate::read::yaml::looks_like_yaml(it))
                        .map(|it| (object, it)),
                );
            }
            Some((_, None)) => is_damaged = true,
            None => {}
        }
    }
    let texts: Vec<String> = texts.into_values().collect();
    match (texts.is_empty(), is_damaged) {
        (false, _) => {
            let is_exchanged = Seals::of(bytes).are_broken(texts.iter());
            Ok(Attached { text: texts.join("\n---\n"), is_exchanged })
        }
        // Who reads the pages knows whether they open without a password.
        (true, _) if find(bytes, b"/Encrypt").is_some() => Err(PdfFault::NothingAttached),
        (true, true) => Err(PdfFault::Damaged),
        // A print of ours that lost its data: what is on its pages is less than it promises.
        (true, false) if is_ours(bytes) => Err(PdfFault::Damaged),
        (true, false) => Err(PdfFault::NothingAttached),
    }
}

/// It says that it carries the YAML of its pages.
fn is_ours(bytes: &[u8]) -> bool {
    find(bytes, format!("({NAME})").as_bytes()).is_some() || find(bytes, ABOUT.as_bytes()).is_some()
}

/// What happened and what to do, in both languages.
pub(in crate::read) fn message(name: &str, fault: PdfFault) -> Message {
    // The name of a file may hold anything, and standard input has none that could be opened.
    let is_plain = |character: char| character.is_alphanumeric() || "/._-".contains(character);
    let is_file = name.contains('.') && !name.starts_with('-') && name.chars().all(is_plain);
    let name = if is_file { name } else { "BERKAS.pdf" };
    let text = name.rsplit(['/', '\\']).next().unwrap_or(name).trim_end_matches(".pdf");
    let way = format!("pdftotext -layout {name} - | sop convert - --stdin-name {text}.txt");
    match fault {
        PdfFault::NothingAttached => Message::new(
            format!("PDF ini tidak membawa data SOP (bukan cetakan `sop`); ambil tulisannya: `{way}`"),
            format!("this PDF carries no SOP data (`sop` did not print it); take out its text: `{way}`"),
        ),
        PdfFault::Damaged => Message::new(
            format!("PDF ini terpotong atau rusak; ambil salinan yang utuh, atau tulisannya: `{way}`"),
            format!("this PDF is cut off or damaged; get a sound copy, or its text: `{way}`"),
        ),
        PdfFault::Locked => Message::new(
            "PDF ini terkunci kata sandi; buka dan simpan tanpa kata sandi dahulu",
            "this PDF is locked by a password; save it without one first",
        ),
        PdfFault::TooMuch => Message::new(
            "isi PDF ini jauh lebih besar dari dokumen mana pun; simpan hanya halaman SOP-nya",
            "what this PDF holds is larger than any document; save only the pages of the SOP",
        ),
        PdfFault::Scanned(pages) => Message::new(
            format!(
                "semua halaman hasil pindai, tanpa teks ({pages} halaman); minta berkas aslinya (.docx atau .xlsx) dari pembuatnya"
            ),
            format!(
                "all pages are scans without text ({pages} in all); ask its author for the original file (.docx or .xlsx)"
            ),
        ),
        PdfFault::Unnamed(pages) => Message::new(
            format!(
                "tulisan PDF ini tampak tetapi hurufnya tidak dikenali program, dan tidak dapat disalin ({pages} halaman); minta berkas aslinya (.docx atau .xlsx) dari pembuatnya"
            ),
            format!(
                "the text of this PDF is seen, but its fonts do not tell which letters they show ({pages} pages); ask its author for the original file (.docx or .xlsx)"
            ),
        ),
    }
}

/// Where a name stands that does not go on after this.
pub(super) fn places<'a>(bytes: &'a [u8], name: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    let ends = |at: usize| !bytes.get(at + name.len()).is_some_and(u8::is_ascii_alphanumeric);
    let mut from = 0;
    std::iter::from_fn(move || {
        let at = from + find(bytes.get(from..)?, name)?;
        from = at + name.len();
        Some(at)
    })
    .filter(move |at| ends(*at))
}

/// Where these bytes stand first.
pub(super) fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    let first = *wanted.first()?;
    let mut from = 0;
    loop {
        let at = from + bytes.get(from..)?.iter().position(|byte| *byte == first)?;
        if bytes[at..].starts_with(wanted) {
            return Some(at);
        }
        from = at + 1;
    }
}

/// Where they stand last.
pub(super) fn find_last(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).rposition(|window| window == wanted)
}

/// The number of the object around this place and the content of its stream, none where that is damaged; nothing where it
/// is no stream.
pub(super) fn file_at(bytes: &[u8], at: usize) -> Option<(u32, Option<Vec<u8>>)> {
    let low = at.saturating_sub(HEADER);
    let head = low + find_last(&bytes[low..at], b"obj")?;
    let number = object_number(&bytes[low..head])?;
    let tail = &bytes[at..(at + HEADER).min(bytes.len())];
    let keyword = at + find(tail, b"stream")?;
    let dictionary = &bytes[head..keyword];
    let start = match &bytes[keyword + b"stream".len()..] {
        [b'\r', b'\n', ..] => keyword + 8,
        _ => keyword + 7,
    };
    let content = content(dictionary, bytes.get(start..).unwrap_or_default());
    Some((number, content))
}

/// The first of the two numbers that end these bytes: `… 12 0 `.
fn object_number(bytes: &[u8]) -> Option<u32> {
    let mut words = bytes.rsplit(|byte| !byte.is_ascii_digit()).filter(|word| !word.is_empty());
    let _generation = words.next()?;
    std::str::from_utf8(words.next()?).ok()?.parse().ok()
}

/// What the stream of this dictionary holds; none where it is cut off, of another filter, or not as long as promised.
fn content(dictionary: &[u8], rest: &[u8]) -> Option<Vec<u8>> {
    let is_end = |at: &usize| {
        let after = rest.get(*at..).unwrap_or_default();
        after.trim_ascii_start().starts_with(b"endstream")
    };
    let end = number(dictionary, b"/Length").filter(is_end).or_else(|| find(rest, b"endstream"))?;
    let raw = rest.get(..end)?;
    let content = match (find(dictionary, b"/FlateDecode"), find(dictionary, b"/Filter")) {
        (Some(_), _) => inflated(raw)?,
        (None, Some(_)) => return None,
        (None, None) => raw.to_vec(),
    };
    // What is damaged may still unpack in part.
    number(dictionary, b"/Size").is_none_or(|size| size == content.len()).then_some(content)
}

/// What was deflated, held against its own checksum; none where it is damaged or too large.
fn inflated(raw: &[u8]) -> Option<Vec<u8>> {
    let mut content = Vec::new();
    ZlibDecoder::new(raw).take(LARGEST_INPUT as u64 + 1).read_to_end(&mut content).ok()?;
    (content.len() <= LARGEST_INPUT).then_some(content)
}

/// The whole number after a key.
fn number(dictionary: &[u8], key: &[u8]) -> Option<usize> {
    let at = places(dictionary, key).next()?;
    let rest = dictionary.get(at + key.len()..)?.trim_ascii_start();
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    // `7 0 R` says where the number stands instead.
    let is_reference = rest[digits..].trim_ascii_start().first().is_some_and(u8::is_ascii_digit);
    (!is_reference).then(|| std::str::from_utf8(&rest[..digits]).ok()?.parse().ok())?
}
