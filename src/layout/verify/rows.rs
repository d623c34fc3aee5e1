//! Every row of the table stands in its place; only a row taller than a page is split, and what goes on says so.

use super::super::draw::{Area, Draw, Page, Strip};
use super::super::table::body_bottom;
use super::{Book, Fault, Guarantee};
use crate::vocabulary::form_words::CONTINUED;

pub(super) fn check(book: &Book) -> Vec<Fault> {
    let mut faults = Vec::new();
    let parts: Vec<(usize, &Page, &Strip)> =
        book.numbered().flat_map(|(number, page)| page.strips.iter().map(move |strip| (number, page, strip))).collect();
    let mut fault = |page: usize, strip: &Strip, id: &str, en: &str| {
        let step = book.sop.steps.get(strip.row).map_or(0, |step| step.number);
        let what = (format!("baris langkah {step} {id}"), format!("the row of step {step} {en}"));
        faults.push(Fault::new(Guarantee::Rows, page, strip.actors, (&what.0, &what.1)));
    };
    for (number, page, strip) in &parts {
        if strip.actors.bottom() > body_bottom(page) {
            fault(*number, strip, "melewati batas bawah halaman", "passes the lower end of the page");
        }
    }
    for pair in parts.windows(2) {
        let ((before, _, above), (after, page, below)) = (&pair[0], &pair[1]);
        if before == after && above.actors.bottom() != below.actors.y - below.head {
            fault(*after, below, "tidak menyambung baris di atasnya", "does not join the row above it");
        }
        if below.row == above.row && !goes_on(page, below) {
            fault(*after, below, "terpotong tanpa tulisan (lanjutan)", "is split without saying (lanjutan)");
        }
        if below.row != above.row && below.row != above.row + 1 {
            fault(*after, below, "tidak pada urutannya", "is out of order");
        }
    }
    for row in 0..book.sop.steps.len() {
        let own: Vec<_> = parts.iter().filter(|(.., strip)| strip.row == row).collect();
        let height: i32 = own.iter().map(|(.., strip)| strip.actors.h).sum();
        if let [(number, page, strip), _, ..] = own[..]
            && height <= room(page)
        {
            fault(*number, strip, "terpotong padahal muat di satu halaman", "is split although a page can hold it");
        }
    }
    faults.extend(
        (0..book.sop.steps.len())
            .filter(|row| !parts.iter().any(|(.., strip)| strip.row == *row))
            .map(|row| missing(book, row)),
    );
    faults
}

fn missing(book: &Book, row: usize) -> Fault {
    let step = book.sop.steps[row].number;
    let what = (format!("baris langkah {step} tidak ada"), format!("the row of step {step} is missing"));
    Fault::new(Guarantee::Rows, 0, Area::default(), (&what.0, &what.1))
}

/// Height that a page has for rows.
fn room(page: &Page) -> i32 {
    page.strips.first().map_or(0, |strip| body_bottom(page) - strip.actors.y + strip.head)
}

/// The second text cell begins with the words for what goes on.
fn goes_on(page: &Page, strip: &Strip) -> bool {
    let lines = strip.cells.get(1).and_then(|(_, lines)| page.ops.get(lines.clone()));
    matches!(lines.and_then(|lines| lines.first()), Some(Draw::Text { text, .. }) if text.starts_with(CONTINUED))
}
