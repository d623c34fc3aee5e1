//! An arrow over a page break goes into a pentagon and comes out of one with the same letter on the page of its target.

use super::super::draw::{Area, Draw, Page, Part, Shape};
use super::super::symbols::letter_word;
use super::pieces::{lies_in, text_area};
use super::{Book, Fault, Guarantee};
use crate::model::{CellAt, Edge};
use std::collections::BTreeMap;

pub(super) fn check(book: &Book) -> Vec<Fault> {
    let home = homes(book);
    let (leaving, entering) = (lettered(book, Part::Out), lettered(book, Part::In));
    let mut faults = letters(book);
    for edge in &book.chart.edges {
        let Some((from, to)) = home.get(&edge.from).zip(edge.to.and_then(|to| home.get(&to))) else { continue };
        let out = leaving.iter().find(|end| end.edge == *edge && end.page == *from);
        let back = entering.iter().find(|end| end.edge.to == edge.to && end.page == *to);
        let what = match (out, back) {
            _ if from == to => continue,
            (Some(out), Some(back)) if out.letter == back.letter => continue,
            (Some(_), Some(_)) => {
                ("berhuruf lain di halaman tujuannya", "has another letter on the page of its target")
            }
            (None, _) => ("tanpa segi lima di akhir halaman", "has no pentagon where it leaves its page"),
            (_, None) => ("tanpa segi lima di halaman tujuannya", "has no pentagon on the page of its target"),
        };
        faults.push(book.arrow_fault(Guarantee::Breaks, *from, edge, what));
    }
    faults
}

/// Where an arrow meets a pentagon.
struct End {
    page: usize,
    edge: Edge,
    letter: usize,
}

fn lettered(book: &Book, part: Part) -> Vec<End> {
    let mut ends = Vec::new();
    for (page, content) in book.numbered() {
        for connector in content.connectors.iter().filter(|connector| connector.part == part) {
            let at = if part == Part::In { connector.ends.0 } else { connector.ends.1 };
            if let Some(Shape::Pentagon(letter)) = content.shapes.get(at).map(|place| place.shape) {
                ends.push(End { page, edge: connector.edge, letter });
            }
        }
    }
    ends
}

/// The page of each symbol.
fn homes(book: &Book) -> BTreeMap<CellAt, usize> {
    let own =
        book.numbered().flat_map(|(number, page)| page.shapes.iter().map(move |place| (place.own_cell(), number)));
    own.filter_map(|(cell, number)| Some((cell?, number))).collect()
}

/// Letters that do not stand in their pentagon, that mean two places, or stand on one page only.
fn letters(book: &Book) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut meaning = BTreeMap::<usize, (Option<CellAt>, usize, usize)>::new();
    for (number, page) in book.numbered() {
        for place in &page.shapes {
            let Shape::Pentagon(letter) = place.shape else { continue };
            let mut fault = |id: &str, en: &str| {
                let word = letter_word(letter);
                let what = (format!("segi lima {word} {id}"), format!("pentagon {word} {en}"));
                faults.push(Fault::new(Guarantee::Breaks, number, place.area, (&what.0, &what.1)));
            };
            if !says(page, place.area, &letter_word(letter)) {
                fault("tidak memuat hurufnya", "does not show its letter");
            }
            let known = meaning.entry(letter).or_insert((place.cell, number, number));
            if known.0 != place.cell {
                fault("menunjuk dua tempat", "means two places");
            }
            known.2 = number;
        }
    }
    for (letter, (_, page, _)) in meaning.iter().filter(|(_, (_, first, last))| first == last) {
        let word = letter_word(*letter);
        let what = (format!("segi lima {word} tanpa pasangan"), format!("pentagon {word} has no partner"));
        faults.push(Fault::new(Guarantee::Breaks, *page, Area::default(), (&what.0, &what.1)));
    }
    faults
}

fn says(page: &Page, area: Area, word: &str) -> bool {
    let is_it = |op: &&Draw| matches!(op, Draw::Text { text, .. } if text == word);
    page.ops.iter().filter(is_it).filter_map(text_area).any(|text| lies_in(text, area))
}
