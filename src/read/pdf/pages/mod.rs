//! Pages of a PDF → pages of placed things.
//!
//! [`recorder`] writes down what is painted, [`bullets`] writes those that are drawn, [`covers`] takes out what something was laid over, [`strikes`] what was struck out, [`traces`] says what paths are by
//! their form, [`boxes`], [`rules`] and [`lattice`] find the ruled tables, [`wires`] and [`form`] the drawing, [`sheet`] puts letters into
//! cells and shapes with [`overflow`] for cells too low for theirs, [`writing`] makes rows of it all, and [`sideways`] puts parts of one sheet beside one another.

mod arrow;
mod bands;
mod boxes;
mod bullets;
mod covers;
mod form;
mod furniture;
mod guard;
mod ink;
mod lattice;
mod letterhead;
mod lines;
mod overflow;
mod paragraphs;
mod recognised;
mod recorder;
mod rules;
mod sheet;
mod sideways;
mod strikes;
mod traces;
mod wires;
mod writing;

use super::PdfFault;
use crate::document::Document;
use crate::source::Source;
use furniture::Furniture;
pub use guard::check as within_bounds;
use hayro_interpret::font::FontData;
use hayro_interpret::{Context, InterpreterCache, InterpreterSettings, interpret_page};
use hayro_syntax::{LoadPdfError, Pdf};
use kurbo::{Affine, Rect};
use recorder::Recorder;
use sheet::Sheet;
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use writing::Writing;

/// Pages of one file that are read.
const MOST_PAGES: usize = 400;

/// Longest side of a page, in points: that of 5 metres.
const LARGEST_PAGE: f32 = 14_400.0;

/// A font without any letter: places of letters come from widths that the file itself gives, and outlines are never drawn.
const BLANK_FONT: &[u8] = include_bytes!("blank.ttf");

/// The file asks for more work than any document: what unwinds through the interpreter.
struct TooMuch;

/// Reads the pages of a PDF that carries no YAML of ours; `name` is shown to people.
///
/// # Errors
/// When it is damaged, locked, beyond all bounds, or without any text that can be read.
pub fn read(bytes: &[u8], name: &str) -> Result<(Source, Document), PdfFault> {
    guard::check(bytes)?;
    // The interpreter indexes what a damaged font or object promises; it may fail, and only its file with it.
    let sheets = catch_unwind(AssertUnwindSafe(|| sheets(bytes))).unwrap_or_else(|panic| Err(fault(&*panic)))?;
    let has_text = |sheet: &Sheet| {
        let in_table = sheet.tables.iter().any(|table| table.texts.iter().any(|lines| !lines.is_empty()));
        in_table || !sheet.lines.is_empty() || sheet.shapes.iter().any(|shape| !shape.texts.is_empty())
    };
    if !sheets.iter().any(has_text) {
        let pages = u32::try_from(sheets.len()).unwrap_or(u32::MAX);
        let is_written = sheets.iter().any(|it| !it.unmapped.is_empty());
        return Err(if is_written { PdfFault::Unnamed(pages) } else { PdfFault::Scanned(pages) });
    }
    let furniture = Furniture::of(&sheets);
    let mut writing = Writing::default();
    for sheet in &sheets {
        writing.page(sheet, &furniture);
    }
    let (source, mut document) = writing.finish(name);
    sideways::join(&source, &mut document);
    Ok((source, document))
}

fn fault(panic: &(dyn Any + Send)) -> PdfFault {
    if panic.is::<TooMuch>() { PdfFault::TooMuch } else { PdfFault::Damaged }
}

/// The pages of a file, each understood by itself.
fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, PdfFault> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(_) => PdfFault::Locked,
        LoadPdfError::Invalid => PdfFault::Damaged,
    })?;
    if pdf.pages().len() > MOST_PAGES {
        return Err(PdfFault::TooMuch);
    }
    let cache = InterpreterCache::new();
    let mut calls = 0;
    let mut sheets = Vec::new();
    for page in pdf.pages().iter() {
        let size = page.render_dimensions();
        if size.0.max(size.1) > LARGEST_PAGE {
            return Err(PdfFault::TooMuch);
        }
        let transform = Affine::new(page.initial_transform(true).as_coeffs());
        let bounds = Rect::new(0.0, 0.0, f64::from(size.0), f64::from(size.1));
        let mut context = Context::new(transform, bounds, &cache, pdf.xref(), settings());
        let mut recorder = Recorder::new(size, &mut calls);
        interpret_page(page, &mut context, &mut recorder);
        sheets.push(sheet::understand(recorder.ink));
    }
    if sheets.is_empty() { Err(PdfFault::Damaged) } else { Ok(sheets) }
}

fn settings() -> InterpreterSettings {
    let blank: FontData = Arc::new(BLANK_FONT);
    InterpreterSettings { font_resolver: Arc::new(move |_| Some((blank.clone(), 0))), ..InterpreterSettings::default() }
}
