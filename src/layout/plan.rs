//! How an SOP is set: block and table on one page where letters that are easily read allow, else on as few pages as can be,
//! in letters as large as these pages hold. Heights are reckoned, not drawn: ways of arrows are looked for only afterwards.

use super::PT;
use super::cut::{Pace, pages_for};
use super::draw::{Page, PrintOptions};
use super::identity::{Identity, Setting};
use super::procedure::Procedure;
use super::table::TEXT_SIZE;
use super::typeset::Typesetter;
use crate::model::Sop;
use crate::vocabulary::form_words::IDENTITY_AND_PROCEDURE;

/// Space between the block and the table under it.
const BETWEEN: i32 = 8 * PT;
/// Letters smaller than usual are taken down to this, where a last page would hold less than a third otherwise.
const SPARING: i32 = 7 * PT;
/// So much of a page is reckoned to be filled, in hundredths, in one plan after the other: rows are not cut, and arrows over
/// the edge of a page take room.
const SURE: [i32; 3] = [100, 97, 93];

/// The pages of an SOP but for their feet.
pub(super) fn pages(sop: &Sop, options: &PrintOptions, type_: &Typesetter) -> Vec<Page> {
    let identity = Identity::of(sop, options, type_);
    let mut procedure = Procedure::of(sop, options, type_);
    if let Some(page) = together(&identity, &mut procedure, options) {
        return vec![page];
    }
    let mut pages = identity.pages();
    let tables = alone(&mut procedure, pages.len());
    pages.extend(tables);
    pages
}

/// The table on pages of its own; what its arrows turn out to need changes the plan.
fn alone(procedure: &mut Procedure, before: usize) -> Vec<Page> {
    for sure in SURE {
        let plan = pace(procedure, sure);
        if let Some(pages) = procedure.evenly(plan, before) {
            return pages;
        }
    }
    let plan = pace(procedure, SURE[SURE.len() - 1]);
    let more = Pace { pages: plan.pages + 1, ..plan };
    procedure.evenly(more, before).unwrap_or_else(|| procedure.fully(plan, before))
}

/// Block and table on one page, in the largest letters that they have room in.
fn together(identity: &Identity, procedure: &mut Procedure, options: &PrintOptions) -> Option<Page> {
    let room = procedure.room() - BETWEEN;
    let sizes: Vec<i32> = procedure.sizes().iter().copied().filter(|size| *size >= TEXT_SIZE).collect();
    for low in [false, true] {
        let mut fits = |size: &i32| {
            let block = identity.height(*size);
            if block + procedure.least_height() > room {
                return false;
            }
            let (header, rows) = procedure.heights(*size, low);
            block + header + rows.iter().sum::<i32>() <= room
        };
        // Where the smallest have no room none have.
        if !sizes.last().is_some_and(&mut fits) {
            continue;
        }
        let Some(size) = sizes.iter().copied().find(|size| fits(size)) else { continue };
        let page = Page::blank(options, IDENTITY_AND_PROCEDURE.to_owned());
        let (page, bottom) = identity.draw_over_table(page, Setting::with(size))?;
        if let Some(page) = procedure.under(page, bottom + BETWEEN, (size, low)) {
            return Some(page);
        }
    }
    None
}

/// In which letters and on how many pages of its own the table stands: on as few as letters of usual size allow, the symbols
/// lower where that saves a page, in letters as large as these pages hold.
fn pace(procedure: &mut Procedure, sure: i32) -> Pace {
    let all = procedure.sizes().to_vec();
    let largest = all.first().copied().unwrap_or(TEXT_SIZE);
    let usual: Vec<i32> = all.iter().copied().filter(|size| *size >= TEXT_SIZE.min(largest)).collect();
    let smallest = usual.last().copied().unwrap_or(largest);
    let mut count = |size: i32, low: bool| {
        let (header, rows) = procedure.heights(size, low);
        let room = procedure.room() - header;
        let (pages, last) = pages_for(&rows, room * sure / 100);
        (pages, last, room)
    };
    let (roomy, _, _) = count(smallest, false);
    let (pages, last, room) = if roomy > 1 { count(smallest, true) } else { (roomy, 0, 0) };
    if pages > 1 && last < room / 3 {
        let sparing = all.iter().copied().filter(|size| (SPARING..smallest).contains(size));
        let mut paces = sparing.map(|size| Pace { size, low: true, pages: count(size, true).0 });
        if let Some(pace) = paces.find(|pace| pace.pages < pages) {
            return pace;
        }
    }
    let low = pages < roomy;
    let size = usual.iter().copied().find(|size| *size <= smallest || count(*size, low).0 <= pages).unwrap_or(smallest);
    Pace { size, low, pages }
}
