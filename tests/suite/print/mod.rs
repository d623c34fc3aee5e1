//! The print: every arrow once, nothing over anything else, files that open and stay the same.

mod books;
mod carried;
mod drafts;
mod figures;
mod flows;
mod furniture;
mod golden;
mod heard;
mod hostile;
mod merged;
mod models;
mod own_words;
mod pages;
mod screen;
mod sheets;
mod spoiled;
mod spoiled_pages;
mod tagged;
mod word;
mod written;

use crate::damage::random::Random;
use models::{cell, decision, step};
use proptest::prelude::*;
use sop::layout::{
    Draw, Face, Ink, Measure, PT, Page, Paper, Part, PrintOptions, REPLACEMENT, Shape, bind, lay_out, verify,
};
use sop::model::{Cell, Date, Field, Sop, Target};
use sop::render::fonts::Fonts;
use sop::render::print::{Metadata, Print};
use sop::render::yaml::to_yaml;
use sop::render::{html, pdf, svg};
use std::collections::BTreeMap;

const PAPERS: [Paper; 3] = [Paper::A4, Paper::F4, Paper::Legal];

fn fonts() -> Fonts<'static> {
    Fonts::load().expect("the fonts carried along are sound")
}

fn printed(sop: &Sop, paper: Paper) -> Vec<Page> {
    lay_out(sop, &PrintOptions { paper, ..PrintOptions::default() }, &fonts())
}

fn pdf_of(sop: &Sop) -> Vec<u8> {
    let (pages, metadata, yaml) = (printed(sop, Paper::A4), Metadata::of(sop), to_yaml(std::slice::from_ref(sop)));
    pdf::render(&Print { pages: &pages, metadata: &metadata, yaml: &yaml }, &fonts()).expect("the pages can be written")
}

/// The first page that shows some of the table.
fn table(pages: &[Page]) -> &Page {
    pages.iter().find(|page| page.text_size > 0).expect("a page of the table")
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
    let faults = verify(sop, &printed(sop, paper));
    let told: Vec<String> =
        faults.iter().map(|it| format!("page {} {:?}: {}", it.page, it.at, it.message.en)).collect();
    assert!(told.is_empty(), "{paper:?}: {}", told.join("\n"));
}

#[test]
fn made_up_documents_are_cleanly_drawn() {
    for sop in [models::returns(), models::several_cells(), models::unknown_actors(), models::many_actors()] {
        PAPERS.into_iter().for_each(|paper| assert_clean(&sop, paper));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, max_shrink_iters: 2000, ..ProptestConfig::default() })]

    #[test]
    fn any_document_is_cleanly_drawn(models::Any(sop) in models::any_sop()) {
        PAPERS.into_iter().for_each(|paper| assert_clean(&sop, paper));
    }
}

/// How many flows to try: as `SOP_FLOWS` says, else few enough for every day.
fn flows_to_try() -> u64 {
    std::env::var("SOP_FLOWS").ok().and_then(|it| it.parse().ok()).unwrap_or(150)
}

#[test]
fn random_flows_are_cleanly_drawn_on_every_paper() {
    for seed in 0..flows_to_try() {
        let sop = flows::flow(seed, 60);
        for paper in PAPERS {
            let faults = verify(&sop, &printed(&sop, paper));
            let told: Vec<&str> = faults.iter().map(|it| &*it.message.en).collect();
            assert!(told.is_empty(), "flow {seed} on {paper:?}: {told:?}\n{:?}", models::Any(sop));
        }
    }
}

/// Letters a third wider than those of the fonts carried along, as an office's own may be.
struct Wide(Fonts<'static>);

impl Measure for Wide {
    fn width(&self, face: Face, size: i32, text: &str) -> i32 {
        self.0.width(face, size, text) * 4 / 3
    }

    fn covers(&self, face: Face, character: char) -> bool {
        self.0.covers(face, character)
    }
}

#[test]
fn random_flows_are_cleanly_drawn_with_colours_wide_edges_wide_letters_and_fifteen_actors() {
    let (usual, wide) = (fonts(), Wide(fonts()));
    for seed in 0..flows_to_try().div_ceil(10) {
        let sop = flows::of_size(&mut Random::new(seed), 15, 5 + seed as usize % 56, (30, 30));
        let edges = 30 * PT * 720 / 254;
        let plain = PrintOptions { paper: PAPERS[seed as usize % 3], ..PrintOptions::default() };
        let prints: [(PrintOptions, &dyn Measure); 3] = [
            (PrintOptions { ink: Ink::Colour, ..plain.clone() }, &usual),
            (PrintOptions { margin: edges, ..plain.clone() }, &usual),
            (plain, &wide),
        ];
        for (at, (options, measure)) in prints.into_iter().enumerate() {
            let faults = verify(&sop, &lay_out(&sop, &options, measure));
            let told: Vec<&str> = faults.iter().map(|it| &*it.message.en).collect();
            assert!(told.is_empty(), "flow {seed}, print {at}: {told:?}\n{:?}", models::Any(sop));
        }
    }
}

#[test]
fn returns_over_a_page_break_go_through_lettered_pentagons() {
    let pages = printed(&models::returns(), Paper::A4);
    assert_eq!(pages.len(), 3);
    assert!(verify(&models::returns(), &pages).is_empty());
    let outs = pages.iter().flat_map(|page| &page.connectors).filter(|it| it.part == Part::Out).count();
    assert!(outs > 0);
}

#[test]
fn no_arrow_runs_on_past_a_step_that_does_not_say_who_acts() {
    let pages = printed(&models::unknown_actors(), Paper::A4);
    let connectors = pages.iter().flat_map(|page| &page.connectors);
    let mut ends: Vec<_> = connectors.map(|it| (it.edge.from.0, it.edge.to.map(|to| to.0))).collect();
    ends.sort_unstable();
    assert_eq!(ends, [(1, Some(2)), (3, Some(0)), (3, Some(4))]);
    let shapes: Vec<_> = pages.iter().flat_map(|page| &page.shapes).map(|place| place.shape).collect();
    let open = [Shape::Reference(3), Shape::Reference(5), Shape::Reference(1)];
    assert_eq!(shapes, [&[Shape::Box, Shape::Diamond, Shape::Capsule], &open[..]].concat());
    let told: Vec<&str> = pages.iter().flat_map(|page| &page.told).map(String::as_str).collect();
    assert!(told.contains(&"sambungan: langkah 1"), "where work goes back to is said: {told:?}");
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
fn no_words_of_a_pentagon_stand_on_what_joins_those_who_act_together() {
    let mut rows: Vec<_> = (1..=30).map(|number| step(number, vec![cell(0)])).collect();
    let mut last = cell(4);
    last.next = [7, 9].map(|number| models::sourced(Target::Step(number)).into()).to_vec();
    rows[26].cells = vec![cell(8), decision(2, Target::Step(3), Target::Step(5)), last];
    rows[26].joint = vec![models::sourced(models::id(1)), models::sourced(models::id(3))];
    PAPERS.into_iter().for_each(|paper| assert_clean(&models::sop(9, rows.clone()), paper));
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
    assert!(!text.contains("Agustus") && text.ends_with("halaman 1 dari 1"));
}

#[test]
fn nothing_of_long_texts_is_lost() {
    let sop = models::long_texts();
    let pages = printed(&sop, Paper::F4);
    let text = words(&pages).split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(text.matches("Menyusun,").count(), 70);
    assert!((1..40).all(|number| text.contains(&format!("Nomor {number} Tahun"))));
    let parts = pages.iter().flat_map(|page| &page.strips).filter(|strip| strip.row == 2).count();
    assert!(parts > 1, "a row is longer than a page");
    assert_eq!(text.matches(" 3 (lanjutan) ").count(), parts - 1, "the row that goes on over pages says so");
    assert_eq!(verify(&sop, &pages), []);
    for page in &pages {
        let low = page.ops.iter().any(|op| matches!(op, Draw::Text { at, .. } if at.y > page.height || at.y < 0));
        assert!(!low, "text off the sheet");
    }
}

#[test]
fn a_row_of_many_symbols_is_split_only_where_no_page_can_hold_it() {
    for (symbols, parts) in [(4, 1), (9, 1), (30, 3)] {
        let sop = models::tall_row(symbols);
        let pages = printed(&sop, Paper::A4);
        assert_eq!(verify(&sop, &pages), []);
        let strips = pages.iter().flat_map(|page| &page.strips).filter(|strip| strip.row == 1).count();
        assert_eq!((symbols, strips), (symbols, parts));
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
        assert_eq!(printed(&sop, Paper::A4).len(), 1);
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
    assert_eq!(info.get(b"ModDate").and_then(|it| it.as_str()).ok(), Some(&b"D:20230817"[..]));
    assert!(!info.has(b"GTS_PDFXVersion"));
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
    let joined = svg::render(&pages, "Arial");
    assert_eq!(joined.matches("<g id=\"halaman-").count(), 3);
    assert!(joined.contains("Sarana &amp; &lt;Prasarana&gt;") && !joined.contains("<Prasarana>"));
    assert_eq!(svg::render_pages(&pages, "Arial").len(), 3);
    let html = html::render(&sop, &pages, "Arial");
    assert!(html.starts_with("<!DOCTYPE html>\n<html lang=\"id\">"));
    assert!(html.contains("langkah 4, Kepala Dinas, keputusan; ya ke 5, tidak ke 2"));
    assert!(
        !html.contains("http://")
            || html.matches("http://").count() == html.matches("http://www.w3.org/2000/svg").count()
    );
}

/// How many arrows have no bend, one, two, three, and more.
fn bends(pages: &[Page]) -> [usize; 5] {
    let mut counts = [0; 5];
    for connector in pages.iter().flat_map(|page| &page.connectors) {
        counts[(connector.points.len() - 2).min(4)] += 1;
    }
    counts
}

#[test]
fn hardly_any_arrow_of_a_long_flow_has_more_than_three_bends() {
    let mut counts = [0; 5];
    for seed in 0..flows_to_try() {
        let own = bends(&printed(&flows::flow(seed, 60), Paper::A4));
        counts.iter_mut().zip(own).for_each(|(count, own)| *count += own);
    }
    println!("arrows of no, one, two, three, and four bends: {counts:?}");
    assert!(counts[4] * 20 < counts.iter().sum(), "{counts:?}");
}

#[test]
fn hardly_any_arrows_of_a_flow_cross() {
    let (mut judged, mut crossings) = (0, 0);
    for seed in 0..flows_to_try().max(300) {
        for page in printed(&flows::flow(seed, 12), Paper::A4) {
            judged += page.connectors.len();
            crossings += figures::crossings(&page);
        }
    }
    println!("{judged} arrows, {crossings} crossings");
    assert!(crossings * 80 < judged, "{crossings} crossings of {judged} arrows");
}

/// A page carries its data; where somebody changed its words they are not passed over: then the words are read, without the flow.
#[test]
fn a_page_is_read_back_as_long_as_it_is_unchanged() {
    let sops = [models::returns(), models::several_cells()];
    let pages = bind(sops.iter().map(|sop| printed(sop, Paper::A4)).collect());
    let page = html::render_all(&sops.iter().collect::<Vec<_>>(), &pages, "Arial");
    let read = |page: &str| sop::analysis::analyze(page.as_bytes(), "a.html").expect("a page").sops;
    let written = to_yaml(&sops);
    assert_eq!(to_yaml(&read(&page)), written);
    assert_eq!(to_yaml(&read(&page.replace('\n', "\r\n"))), written);
    let changed = page.replacen("<h1>", "<h1>Perubahan ", 1);
    let steps = |sops: &[Sop]| -> Vec<_> { sops.iter().flat_map(|sop| sop.steps.clone()).collect() };
    let (before, after) = (steps(&sops), steps(&read(&changed)));
    assert_eq!(before.len(), after.len());
    for (before, after) in before.iter().zip(&after) {
        assert_eq!(before.activity.value(), after.activity.value());
        assert_eq!(before.duration.value(), after.duration.value());
    }
}
