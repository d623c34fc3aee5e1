//! Bytes → [`Reading`]: a source with a document, or with the SOPs of our own YAML or JSON.
//!
//! A new format is a new file here and a row in [`FORMATS`].

mod clean;
mod encoding;
mod html;
mod markdown;
mod pdf;
mod text;
pub mod yaml;

pub use pdf::PdfFault;

use crate::diagnostic::Message;
use crate::document::Document;
use crate::model::Sop;
use crate::source::Source;

/// Largest input that is read, in bytes: far above any real document, low enough that nothing is exhausted.
pub const LARGEST_INPUT: usize = 16 << 20;

/// What was read of one input.
#[derive(Debug)]
pub struct Reading {
    /// The decoded text.
    pub source: Source,
    /// What it holds.
    pub content: Content,
}

/// A legacy text, or our own format.
#[derive(Debug)]
pub enum Content {
    /// A text to be parsed.
    Text(Document),
    /// SOPs as our YAML or JSON says them.
    Model(Vec<Sop>),
    /// SOPs as the YAML says them that a print carries.
    Carried(Vec<Sop>),
}

/// Why an input cannot be read at all.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// No byte, or nothing but white space.
    #[error("the file is empty")]
    Empty,
    /// Larger than [`LARGEST_INPUT`].
    #[error("the file is larger than {} MB", LARGEST_INPUT >> 20)]
    TooLarge,
    /// Not a text; what it looks like.
    #[error("this is not a text but {0}")]
    Binary(&'static str),
    /// A PDF that gives no YAML of ours; its name, and why.
    #[error("{0}: this PDF holds no SOP that can be read back ({1:?})")]
    Pdf(String, PdfFault),
    /// YAML or JSON that is not an SOP of ours; says where and why.
    #[error(transparent)]
    Model(#[from] yaml::YamlError),
}

impl ReadError {
    /// What happened and what to do, in both languages.
    pub fn message(&self) -> Message {
        match self {
            Self::Empty => Message::new(
                "berkas kosong; isi dahulu, atau buat kerangka dengan `sop new`",
                "the file is empty; fill it first, or start one with `sop new`",
            ),
            Self::TooLarge => Message::new(
                format!("berkas lebih besar dari {} MB; pecah menjadi beberapa berkas", LARGEST_INPUT >> 20),
                format!("the file is larger than {} MB; split it", LARGEST_INPUT >> 20),
            ),
            Self::Pdf(name, fault) => pdf::message(name, *fault),
            Self::Model(error) => Message::new(error.id.clone(), error.en.clone()),
            Self::Binary(what) => Message::new(
                format!("berkas ini bukan teks melainkan {what}; simpan dahulu sebagai teks (.txt)"),
                format!("this file is no text but {what}; save it as text (.txt) first"),
            ),
        }
    }
}

/// One input format.
struct Format {
    /// File name extensions, lower case.
    extensions: &'static [&'static str],
    /// Says from the first letters of the text that it is this format, whatever the name.
    sniff: fn(&str) -> bool,
    read: fn(&Source) -> Result<Content, ReadError>,
}

/// The formats, most telling first; plain text takes whatever is left.
const FORMATS: &[Format] = &[
    Format {
        extensions: &["yaml", "yml"],
        sniff: yaml::looks_like_yaml,
        read: |source| Ok(Content::Model(yaml::read_yaml(&source.text)?)),
    },
    Format {
        extensions: &["json"],
        sniff: yaml::looks_like_json,
        read: |source| Ok(Content::Model(yaml::read_json(&source.text)?)),
    },
    Format {
        extensions: &["html", "htm"],
        sniff: html::looks_like,
        read: |source| Ok(Content::Text(html::read(source))),
    },
    Format {
        extensions: &["md", "markdown"],
        sniff: |_| false,
        read: |source| Ok(Content::Text(markdown::read(source))),
    },
    Format { extensions: &["txt", "tsv"], sniff: |_| true, read: |source| Ok(Content::Text(text::read(source))) },
];

/// Reads bytes of any known format; `name` is shown to people, and its extension tells the format where the text does not.
///
/// # Errors
/// When nothing can be read at all: empty, too large, not a text, a PDF without our YAML, or YAML that is not an SOP.
pub fn read(bytes: &[u8], name: &str) -> Result<Reading, ReadError> {
    if bytes.len() > LARGEST_INPUT {
        return Err(ReadError::TooLarge);
    }
    let is_print = pdf::looks_like_pdf(bytes);
    let text = match is_print {
        true => pdf::attached_yaml(bytes).map_err(|fault| ReadError::Pdf(name.to_owned(), fault))?,
        false => encoding::decode(bytes)?,
    };
    if text.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    let source = Source::new(name, text);
    if is_print {
        let content = Content::Carried(yaml::read_yaml(&source.text)?);
        return Ok(Reading { source, content });
    }
    let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase()).unwrap_or_default();
    let by_name = FORMATS.iter().find(|format| format.extensions.contains(&extension.as_str()));
    let by_look = FORMATS.iter().find(|format| (format.sniff)(&source.text));
    let content = match by_name.filter(|format| !format.extensions.contains(&"txt")).or(by_look).or(by_name) {
        Some(format) => (format.read)(&source)?,
        None => Content::Text(text::read(&source)),
    };
    Ok(Reading { source, content })
}
