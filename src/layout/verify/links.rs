//! Every pentagon leads to the page of its partner, every line of the contents to the first page of its SOP.

use super::super::draw::{Area, Draw, Page, Part, Shape};
use super::super::symbols::letter_word;
use super::pieces::lies_in;
use super::{Book, Fault, Guarantee};

pub(super) fn check(book: &Book) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (number, page) in book.numbered() {
        for (at, place) in page.shapes.iter().enumerate() {
            let Shape::Pentagon(letter) = place.shape else { continue };
            let mut targets = links(page).filter(|(area, _)| *area == place.area).map(|(_, target)| target);
            let partner =
                |target: usize| target != book.before + number && has_partner(book, page, (at, letter), target);
            if targets.next().is_none_or(|target| !partner(target)) || targets.next().is_some() {
                let word = letter_word(letter);
                let what = (
                    format!("segi lima {word} tidak bertaut ke halaman pasangannya"),
                    format!("pentagon {word} does not lead to the page of its partner"),
                );
                faults.push(Fault::new(Guarantee::Links, number, place.area, (&what.0, &what.1)));
            }
        }
        let pentagons = || page.shapes.iter().filter(|place| matches!(place.shape, Shape::Pentagon(_)));
        for (area, _) in links(page).filter(|(area, _)| !pentagons().any(|place| place.area == *area)) {
            let what = ("ada tautan di luar segi lima", "a link stands at no pentagon");
            faults.push(Fault::new(Guarantee::Links, number, area, what));
        }
    }
    faults
}

/// The lines of the contents on the `front` first pages of a book of so many SOPs, in the order of these.
pub(super) fn check_contents(pages: &[Page], front: usize, sops: usize) -> Vec<Fault> {
    let mut faults = Vec::new();
    let lines =
        pages.iter().take(front).enumerate().flat_map(|(at, page)| links(page).map(move |it| (at + 1, page, it)));
    let mut count = 0;
    for (sop, (number, page, (area, target))) in lines.enumerate() {
        count += 1;
        let first = pages.iter().position(|page| page.sop == sop + 1).map(|at| at + 1);
        let what = match () {
            () if first != Some(target) || target <= front => {
                ("daftar isi bertaut ke halaman lain", "a line of the contents leads to another page")
            }
            () if !says(page, area, &target.to_string()) => {
                ("daftar isi menyebut halaman lain", "a line of the contents names another page")
            }
            () => continue,
        };
        faults.push(Fault::new(Guarantee::Links, number, area, what));
    }
    if count != sops {
        let what = ("daftar isi tidak memuat setiap SOP tepat satu kali", "the contents do not list every SOP once");
        faults.push(Fault::new(Guarantee::Links, 0, Area::default(), what));
    }
    faults
}

fn links(page: &Page) -> impl Iterator<Item = (Area, usize)> {
    page.ops.iter().filter_map(|op| match op {
        Draw::Link { area, page } => Some((*area, *page)),
        _ => None,
    })
}

/// On the target page an arrow comes out of the pentagon of this letter, if here one goes in; or the other way round.
fn has_partner(book: &Book, page: &Page, (at, letter): (usize, usize), target: usize) -> bool {
    let Some(there) = target.checked_sub(book.before + 1).and_then(|at| book.pages.get(at)) else { return false };
    let enters = page.connectors.iter().any(|it| it.part == Part::Out && it.ends.1 == at);
    there.connectors.iter().any(|it| {
        let end = match (it.part, enters) {
            (Part::In, true) => it.ends.0,
            (Part::Out, false) => it.ends.1,
            _ => return false,
        };
        there.shapes.get(end).is_some_and(|place| place.shape == Shape::Pentagon(letter))
    })
}

fn says(page: &Page, area: Area, word: &str) -> bool {
    page.ops.iter().any(|op| match op {
        Draw::Text { text, at, .. } => text == word && lies_in(Area::new(at.x, at.y, 0, 0), area),
        _ => false,
    })
}
