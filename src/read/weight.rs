//! How much memory reading and checking an input may take, told from its bytes before anything is read: where memory is
//! short, what does not fit is refused in words instead of ending the whole run.
//!
//! Measured over documents of 300 to 9,000 steps, and rounded up.

use super::office;
use super::pdf::looks_like_pdf;

/// A text and all that is made of it: 69 times its size.
const TEXT: u64 = 100;
/// The XML inside a Word or Excel file: 10 times.
const XML: u64 = 12;
/// A PDF, packed as it is: 35 times, and whatever it is what its letters and pages are drawn with.
const PDF: u64 = 50;
const PDF_ITSELF: u64 = 32 << 20;

/// So many bytes of memory at most, about.
pub fn weight(bytes: &[u8]) -> u64 {
    let size = bytes.len() as u64;
    if looks_like_pdf(bytes) {
        return PDF_ITSELF + size * PDF;
    }
    match office::unpacked(bytes) {
        Some(xml) => size + xml * XML,
        None => size * TEXT,
    }
}
