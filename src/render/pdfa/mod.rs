//! Pages → PDF for the archive: PDF/A-3a and PDF/UA-1 at once, tagged, with its YAML inside; krilla refuses to write what
//! would break either standard.

mod page;
mod tags;

use super::fonts::Fonts;
use super::print::{ATTACHMENT_TYPE, LANGUAGE, Metadata, Moment, Print};
use crate::layout::Page;
use crate::schema::carried::{NAME, seal, sealed_about};
use krilla::configure::{Accessibility, Archival, Configuration, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::embed::{AssociationKind, EmbeddedFile, MimeType};
use krilla::geom::Point;
use krilla::metadata::DateTime;
use krilla::outline::{Outline, OutlineNode};
use krilla::{Document, SerializeSettings};
use page::Writer;
use tags::Tags;

/// Letters of a title, name or number that go into the description of the file.
const LONGEST: usize = 1000;

/// What is said where neither the SOP nor the caller tells a day: the standard wants one, and nobody takes this for it.
const NO_DAY: (u16, u8, u8) = (1970, 1, 1);

/// The archival PDF could not be written.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveError {
    /// A font cannot be embedded.
    #[error("huruf tidak dapat dibawa ke dalam PDF")]
    Font,
    /// A sheet of no size.
    #[error("halaman tanpa ukuran")]
    Sheet,
    /// The standards ask for something that this document lacks.
    #[error("PDF arsip tidak dapat disusun: {0}")]
    Standard(String),
}

impl From<krilla::error::KrillaError> for ArchiveError {
    fn from(error: krilla::error::KrillaError) -> Self {
        match error {
            krilla::error::KrillaError::Validation(faults) => {
                Self::Standard(faults.iter().map(|(fault, _)| format!("{fault:?}")).collect::<Vec<_>>().join(", "))
            }
            other => Self::Standard(other.to_string()),
        }
    }
}

/// The whole file, its letters taken from the fonts that its pages were laid out with.
///
/// # Errors
/// Where a standard cannot be kept, such as for a font that may not be embedded.
pub fn render(print: &Print, fonts: &Fonts) -> Result<Vec<u8>, ArchiveError> {
    let settings = SerializeSettings { configuration: standards()?, ..SerializeSettings::default() };
    let mut document = Document::new_with(settings);
    let writer = Writer::new(fonts, print.pages)?;
    let mut tags = Tags::default();
    for at in 0..print.pages.len() {
        writer.write(&mut document, at, &mut tags)?;
    }
    document.set_outline(outline(print.pages));
    document.set_tag_tree(tags.into_tree());
    document.set_metadata(described(print));
    if !print.yaml.is_empty() {
        document.embed_file(attachment(print));
    }
    Ok(document.finish()?)
}

fn standards() -> Result<Configuration, ArchiveError> {
    ConfigurationBuilder::new()
        .with_archival_validator(Archival::A3_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| ArchiveError::Standard(format!("{error:?}")))
}

fn described(print: &Print) -> krilla::metadata::Metadata {
    let Metadata { title, author, subject, .. } = print.metadata;
    let title = match (title.is_empty(), print.pages.first()) {
        (true, Some(page)) => page.heading(),
        _ => title,
    };
    let cut = |text: &str| text.chars().take(LONGEST).map(described_character).collect::<String>();
    let authors = if author.is_empty() { Vec::new() } else { vec![cut(author)] };
    let seals = if print.yaml.is_empty() { Vec::new() } else { vec![seal(print.yaml.as_bytes())] };
    krilla::metadata::Metadata::new()
        .title(cut(title))
        .authors(authors)
        .description(cut(subject))
        .keywords(seals)
        .creator(concat!("sop ", env!("CARGO_PKG_VERSION")).to_owned())
        .language(LANGUAGE.to_owned())
        .creation_date(moment(print.metadata))
}

/// The description is XML, which has no place for some characters.
fn described_character(character: char) -> char {
    match character {
        '\u{FFFE}' | '\u{FFFF}' => char::REPLACEMENT_CHARACTER,
        control if control.is_control() => ' ',
        other => other,
    }
}

fn moment(metadata: &Metadata) -> DateTime {
    let Moment { day: (year, month, day), time } =
        metadata.created.or(metadata.modified).unwrap_or(Moment::day(NO_DAY));
    let date = DateTime::new(year).month(month).day(day);
    match time {
        Some((hour, minute, second)) => {
            date.hour(hour).minute(minute).second(second).utc_offset_hour(0).utc_offset_minute(0)
        }
        None => date,
    }
}

fn attachment(print: &Print) -> EmbeddedFile {
    EmbeddedFile {
        path: NAME.to_owned(),
        mime_type: MimeType::new(ATTACHMENT_TYPE),
        description: Some(sealed_about(print.yaml)),
        association_kind: AssociationKind::Source,
        data: print.yaml.as_bytes().to_vec().into(),
        modification_date: Some(moment(print.metadata)),
        compress: Some(true),
        location: None,
    }
}

/// A line for each page, under the names of the SOPs where there are several.
fn outline(pages: &[Page]) -> Outline {
    let several = pages.last().is_some_and(|page| page.sop > 0);
    let top = |at: usize| XyzDestination::new(at, Point::from_xy(0.0, 0.0));
    let mut outline = Outline::new();
    let mut at = 0;
    for book in pages.chunk_by(|one, other| one.sop == other.sop) {
        let lines =
            book.iter().enumerate().map(|(sheet, page)| OutlineNode::new(page.bookmark.clone(), top(at + sheet)));
        match book.first().filter(|_| several) {
            Some(first) => {
                let mut parent = OutlineNode::new(first.heading().to_owned(), top(at));
                lines.for_each(|line| parent.push_child(line));
                outline.push_child(parent);
            }
            None => lines.for_each(|line| outline.push_child(line)),
        }
        at += book.len();
    }
    outline
}
