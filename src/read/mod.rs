//! Bytes → [`Reading`]: a source with a document, or with the SOPs of our own YAML or JSON.
//!
//! A new format is a new file here and a row in [`FORMATS`].

mod bands;
mod bpmn;
mod broken_nip;
mod clean;
mod encoding;
mod foreign;
mod furniture;
mod glyphs;
mod html;
mod markdown;
pub mod office;
mod pdf;
mod regrid;
mod text;
mod torn;
mod transcript;
mod weight;
pub mod yaml;

pub use encoding::decode;
pub use foreign::Foreign;
pub use office::OfficeFault;
pub use pdf::PdfFault;
pub(crate) use pdf::{looks_like_pdf, within_bounds};
pub use weight::weight;

use crate::diagnostic::Message;
use crate::document::Document;
use crate::model::{Sop, Trouble, TroubleKind};
use crate::source::Source;
use std::borrow::Cow;

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

impl Reading {
    fn of(source: Source, read: impl FnOnce(&Source) -> Result<Content, ReadError>) -> Result<Self, ReadError> {
        let content = read(&source)?;
        Ok(Self { source, content })
    }

    fn document(source: Source, read: impl FnOnce(&Source) -> Document) -> Result<Self, ReadError> {
        let plain = match encoding::plain(&source.text) {
            Cow::Borrowed(_) => None,
            Cow::Owned(text) => Some(Source::new(source.name.as_str(), text)),
        };
        let source = plain.unwrap_or(source);
        Self::of(source, |source| Ok(Content::Document(read(source))))
    }
}

/// A legacy text, or our own format.
#[derive(Debug)]
pub enum Content {
    /// A document to be parsed.
    Document(Document),
    /// SOPs as our YAML or JSON says them.
    Model(Vec<Sop>),
    /// SOPs as the YAML says them that a print carries, or as a process is drawn.
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
    /// A sort of file that is not read.
    #[error("{}", .0.message().en)]
    Foreign(Foreign),
    /// A PDF that cannot be read; its name, and why.
    #[error("{0}: this PDF cannot be read ({1:?})")]
    Pdf(String, PdfFault),
    /// A Word or Excel file that cannot be read.
    #[error("this Word or Excel file cannot be read ({0:?})")]
    Office(OfficeFault),
    /// A BPMN file that cannot be read.
    #[error("this BPMN file cannot be read ({0:?})")]
    Bpmn(OfficeFault),
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
            Self::Office(fault) => office::message(*fault),
            Self::Bpmn(fault) => bpmn::message(*fault),
            Self::Model(error) => Message::new(error.id.clone(), error.en.clone()),
            Self::Foreign(foreign) => foreign.message(),
        }
    }
}

/// One input format.
struct Format {
    /// File name extensions, lower case.
    extensions: &'static [&'static str],
    /// Says from the first letters of the text that it is this format, whatever the name.
    sniff: fn(&str) -> bool,
    read: fn(Source) -> Result<Reading, ReadError>,
}

/// The formats, most telling first; plain text takes whatever is left.
const FORMATS: &[Format] = &[
    Format {
        extensions: &["yaml", "yml"],
        sniff: yaml::looks_like_yaml,
        read: |source| Reading::of(source, |source| Ok(Content::Model(yaml::read_yaml(&source.text)?))),
    },
    Format {
        extensions: &["json"],
        sniff: yaml::looks_like_json,
        read: |source| Reading::of(source, |source| Ok(Content::Model(yaml::read_json(&source.text)?))),
    },
    Format { extensions: &["bpmn"], sniff: bpmn::looks_like, read: bpmn::read },
    Format {
        extensions: &["html", "htm"],
        sniff: html::looks_like,
        read: |source| match html::carried_yaml(&source.text) {
            Some(yaml) => {
                let source = Source::new(&source.name, yaml);
                Reading::of(source, |source| Ok(Content::Carried(yaml::read_yaml(&source.text)?)))
            }
            None => Reading::document(source, html::read),
        },
    },
    Format {
        extensions: &["md", "markdown"],
        sniff: |_| false,
        read: |source| Reading::document(source, markdown::read),
    },
    Format {
        extensions: &["csv", "tsv"],
        sniff: |_| false,
        read: |source| Reading::document(source, text::read_values),
    },
    Format { extensions: &["txt"], sniff: |_| true, read: |source| Reading::document(source, text::read) },
];

/// Reads bytes of any known format; `name` is shown to people, and its extension tells the format where the text does not.
///
/// # Errors
/// When nothing can be read at all: empty, too large, damaged, locked, of a sort that is not read, or YAML that is not an SOP.
pub fn read(bytes: &[u8], name: &str) -> Result<Reading, ReadError> {
    if bytes.len() > LARGEST_INPUT {
        return Err(ReadError::TooLarge);
    }
    if pdf::looks_like_pdf(bytes) {
        return print_or_pages(bytes, name);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        let (source, document) = office::read(bytes, name).map_err(ReadError::Office)?;
        return Ok(Reading { source, content: Content::Document(document) });
    }
    let text = encoding::decode(bytes)?;
    if text.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    let source = Source::new(name, text);
    let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase()).unwrap_or_default();
    let by_name = FORMATS.iter().find(|format| format.extensions.contains(&extension.as_str()));
    let by_look = FORMATS.iter().find(|format| (format.sniff)(&source.text));
    match by_name.filter(|format| !format.extensions.contains(&"txt")).or(by_look).or(by_name) {
        Some(format) => (format.read)(source),
        None => Reading::document(source, text::read),
    }
}

/// A print of ours gives its YAML back exactly; any other PDF is read from its pages.
fn print_or_pages(bytes: &[u8], name: &str) -> Result<Reading, ReadError> {
    match pdf::attached_yaml(bytes) {
        Ok(attached) => {
            let source = Source::new(name, attached.text);
            let mut sops = yaml::read_yaml(&source.text)?;
            if let Some(first) = sops.first_mut().filter(|_| attached.is_exchanged) {
                first.troubles.push(Trouble { kind: TroubleKind::ExchangedData, span: None });
            }
            Ok(Reading { source, content: Content::Carried(sops) })
        }
        Err(PdfFault::NothingAttached) => {
            let (source, document) = pdf::read(bytes, name).map_err(|fault| ReadError::Pdf(name.to_owned(), fault))?;
            Ok(Reading { source, content: Content::Document(document) })
        }
        Err(fault) => Err(ReadError::Pdf(name.to_owned(), fault)),
    }
}
