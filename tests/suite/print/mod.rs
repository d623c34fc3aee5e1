//! The print: every arrow once, nothing over anything else, files that open and stay the same.

mod clean;
mod models;

use models::{cell, step};
use proptest::prelude::*;
use sop::layout::{Draw, Page, Paper, Part, PrintOptions, REPLACEMENT, Shape, lay_out};
use sop::model::{Cell, Date, Field, Sop};
use sop::render::fonts::Fonts;
use sop::render::{html, pdf, svg};
use std::collections::{BTreeMap, BTreeSet};

fn fonts() -> Fonts {
    Fonts::load().expect("the fonts carried along are sound")
}

fn printed(sop: &Sop, paper: Paper) -> Vec<Page> {
    lay_out(sop, &PrintOptions { paper }, &fonts())
}

fn pdf_of(sop: &Sop) -> Vec<u8> {
    pdf::render(&printed(sop, Paper::A4), &pdf::Metadata::of(sop)).expect("the pages can be written")
}

fn words(pages: &[Page]) -> String {
    let text = |op: &Draw| match op {
        Draw::Text { text, .. } => Some(text.clone()),
        _ => None,
    };
    pages.iter().flat_map(|page| &page.ops).filter_map(text).collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn assert_clean(sop: &Sop, paper: Paper) {
    let pages = printed(sop, paper);
    for (at, page) in pages.iter().enumerate() {
        let faults = clean::faults(page);
        assert!(faults.is_empty(), "page {}: {}", at + 1, faults.join("\n"));
    }
    let drawn = clean::drawn(&pages);
    let once: BTreeSet<_> = drawn.iter().collect();
    assert_eq!(once.len(), drawn.len(), "an arrow is drawn twice: {drawn:?}");
    for edge in clean::expected(sop) {
        assert!(once.contains(&edge), "{edge:?} is not drawn");
    }
}

#[test]
fn made_up_documents_are_cleanly_drawn() {
    for sop in [models::returns(), models::several_cells(), models::unknown_actors(), models::many_actors()] {
        assert_clean(&sop, Paper::A4);
        assert_clean(&sop, Paper::F4);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, max_shrink_iters: 2000, ..ProptestConfig::default() })]

    #[test]
    fn any_document_is_cleanly_drawn(models::Any(sop) in models::any_sop()) {
        assert_clean(&sop, Paper::A4);
        assert_pentagons_meet(&printed(&sop, Paper::F4));
    }
}

/// Every letter stands on at least two pages, and is entered on exactly one.
#[track_caller]
fn assert_pentagons_meet(pages: &[Page]) {
    let mut seen = BTreeMap::<usize, (BTreeSet<usize>, usize)>::new();
    for (number, page) in pages.iter().enumerate() {
        for connector in &page.connectors {
            let end = match connector.part {
                Part::Whole => continue,
                Part::Out => connector.ends.1,
                Part::In => connector.ends.0,
            };
            let Shape::Pentagon(letter) = page.shapes[end].shape else {
                panic!("an arrow leaves the page without letter")
            };
            let entry = seen.entry(letter).or_default();
            entry.0.insert(number);
            entry.1 += usize::from(connector.part == Part::In);
        }
    }
    for (letter, (pages, entered)) in seen {
        assert!(pages.len() > 1 && entered == 1, "letter {letter} on pages {pages:?}, entered {entered} times");
    }
}

#[test]
fn returns_over_a_page_break_go_through_lettered_pentagons() {
    let pages = printed(&models::returns(), Paper::A4);
    assert_eq!(pages.len(), 3);
    assert_pentagons_meet(&pages);
    let outs = pages.iter().flat_map(|page| &page.connectors).filter(|it| it.part == Part::Out).count();
    assert!(outs > 0);
}

#[test]
fn an_arrow_passes_by_steps_that_do_not_say_who_acts() {
    let pages = printed(&models::unknown_actors(), Paper::A4);
    let ends: Vec<_> = clean::drawn(&pages).iter().map(|edge| (edge.from.0, edge.to.map(|to| to.0))).collect();
    assert_eq!(ends, [(1, Some(3)), (3, Some(1)), (3, Some(5))]);
    let shapes: Vec<_> = pages.iter().flat_map(|page| &page.shapes).map(|place| place.shape).collect();
    assert_eq!(shapes, [Shape::Box, Shape::Diamond, Shape::Capsule]);
}

#[test]
fn who_acts_together_stands_on_one_line() {
    let pages = printed(&models::several_cells(), Paper::A4);
    let boxes: Vec<_> = pages[1].shapes.iter().filter(|place| place.shape == Shape::Box).collect();
    let rows = boxes.iter().fold(BTreeMap::<i32, usize>::new(), |mut rows, place| {
        *rows.entry(place.area.centre().y).or_default() += 1;
        rows
    });
    assert!(rows.values().any(|count| *count == 3), "{rows:?}");
}

#[test]
fn identity_is_printed_as_the_form_wants_it_and_silence_stays_blank() {
    let mut sop = models::sop(1, vec![step(1, vec![cell(0)])]);
    let date = Date { day: None, ..Date::full(2023, 7, 1) };
    sop.identity.created = Field::Known(models::sourced(date));
    sop.identity.effective = Field::Absent;
    let pages = printed(&sop, Paper::A4);
    let text = words(&pages[..1]);
    for expected in ["065/012/SOP/2023", "Juli 2023", "-", "Pembina Tingkat I (IV/b)", "NIP. 19700101 199503 1 001"] {
        assert!(text.lines().any(|line| line == expected), "{expected} in {text}");
    }
    assert!(!text.contains("Agustus") && text.ends_with("halaman 1 dari 2"));
}

#[test]
fn nothing_of_long_texts_is_lost() {
    let sop = models::long_texts();
    let pages = printed(&sop, Paper::F4);
    let text = words(&pages).split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(text.matches("Menyusun,").count(), 70);
    assert!((1..40).all(|number| text.contains(&format!("Nomor {number} Tahun"))));
    assert_eq!(text.matches(" 3 (lanjutan) ").count(), 2, "the row that goes on over three pages says so");
    for page in &pages {
        let low = page.ops.iter().any(|op| matches!(op, Draw::Text { at, .. } if at.y > page.height || at.y < 0));
        assert!(!low, "text off the sheet");
        assert!(clean::faults(page).is_empty());
    }
}

#[test]
fn what_the_font_lacks_is_seen_and_told() {
    let mut sop = models::sop(1, vec![step(1, vec![cell(0)])]);
    sop.identity.title = Field::Known(models::sourced("Tanda ✓ dan \u{200b}teks".to_owned()));
    let pages = printed(&sop, Paper::A4);
    assert!(words(&pages).contains(&format!("Tanda {REPLACEMENT} dan")));
    assert!(pages[0].replaced.contains(&'✓'));
    assert!(printed(&models::returns(), Paper::A4)[0].replaced.is_empty());
}

#[test]
fn a_document_without_actors_or_steps_still_prints() {
    for sop in [Sop::default(), models::sop(0, vec![step(1, vec![Cell::default()])]), models::sop(3, Vec::new())] {
        assert_eq!(printed(&sop, Paper::A4).len(), 2);
        assert!(!pdf_of(&sop).is_empty());
    }
}

#[test]
fn the_pdf_opens_and_says_what_it_is() {
    let sop = models::returns();
    let document = lopdf::Document::load_mem(&pdf_of(&sop)).expect("it opens");
    assert_eq!((document.version.as_str(), document.get_pages().len()), ("1.7", 3));
    let catalogue = document.catalog().expect("it has a catalogue");
    assert_eq!(catalogue.get(b"Lang").and_then(|it| it.as_str()).ok(), Some(&b"id-ID"[..]));
    assert_eq!(catalogue.get(b"PageMode").and_then(|it| it.as_name()).ok(), Some(&b"UseOutlines"[..]));
    let info = document.trailer.get(b"Info").and_then(|it| it.as_reference()).expect("it has information");
    let info = document.get_object(info).and_then(|it| it.as_dict()).expect("it is a dictionary");
    assert_eq!(info.get(b"CreationDate").and_then(|it| it.as_str()).ok(), Some(&b"D:20230701"[..]));
    assert!(!info.has(b"GTS_PDFXVersion") && !info.has(b"ModDate"));
    let text = document.extract_text(&[2]).expect("its text can be read");
    assert!(text.contains("Kepala Dinas") && text.contains("Mulai"), "{text}");
}

#[test]
fn the_same_document_gives_the_same_bytes_in_any_company() {
    let sop = models::returns();
    let first = pdf_of(&sop);
    let threads: Vec<_> = (0..3).map(|_| std::thread::spawn(|| pdf_of(&models::several_cells()))).collect();
    assert_eq!(first, pdf_of(&sop));
    let others: Vec<_> = threads.into_iter().map(|thread| thread.join().expect("it writes")).collect();
    assert!(others.iter().all(|other| *other == others[0] && *other != first));
}

#[test]
fn svg_and_html_hold_every_page_and_escape_text() {
    let mut sop = models::returns();
    sop.identity.title = Field::Known(models::sourced("Sarana & <Prasarana>".to_owned()));
    let pages = printed(&sop, Paper::A4);
    let joined = svg::render(&pages);
    assert_eq!(joined.matches("<g id=\"halaman-").count(), 3);
    assert!(joined.contains("Sarana &amp; &lt;Prasarana&gt;") && !joined.contains("<Prasarana>"));
    assert_eq!(svg::render_pages(&pages).len(), 3);
    let html = html::render(&sop, &pages);
    assert!(html.starts_with("<!DOCTYPE html>\n<html lang=\"id\">"));
    assert!(html.contains("langkah 4, Kepala Dinas, keputusan; ya ke 5, tidak ke 2"));
    assert!(
        !html.contains("http://")
            || html.matches("http://").count() == html.matches("http://www.w3.org/2000/svg").count()
    );
}
