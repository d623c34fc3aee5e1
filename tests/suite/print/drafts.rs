//! A print says where it is no fact yet: on every page, at every value in doubt, and to whoever prints it.

use crate::support::golden::content;
use crate::support::sandbox::Sandbox;
use sop::layout::{Draw, Page, PrintOptions, Shape, lay_out, verify};
use sop::model::Sop;
use sop::read::yaml::read_yaml;
use sop::render::fonts::Fonts;

fn read(name: &str) -> Sop {
    let text = String::from_utf8(content(&format!("tests/suite/data/{name}"))).expect("UTF-8");
    read_yaml(&text).expect("our own YAML").remove(0)
}

fn printed(sop: &Sop) -> Vec<Page> {
    lay_out(sop, &PrintOptions::default(), &Fonts::load().expect("fonts"))
}

fn texts(page: &Page) -> Vec<&str> {
    page.ops.iter().filter_map(text).collect()
}

fn text(op: &Draw) -> Option<&str> {
    match op {
        Draw::Text { text, .. } => Some(text),
        _ => None,
    }
}

#[test]
fn every_page_of_a_draft_says_so_and_no_arrow_passes_an_unknown_actor() {
    let sop = read("print/missing-actor.yaml");
    let pages = printed(&sop);
    for page in &pages {
        assert!(texts(page).contains(&"KONSEP") && page.doubts == 4, "{:?}", texts(page));
    }
    assert_eq!(verify(&sop, &pages), []);
    // Steps 3, 4 and 6 are unknown: no arrow enters a symbol behind them.
    let arrows: Vec<_> =
        pages.iter().flat_map(|page| &page.connectors).map(|it| (it.edge.from.0, it.edge.to.map(|to| to.0))).collect();
    assert_eq!(arrows, [(0, Some(1)), (1, Some(2)), (4, Some(5))]);
    let open = pages.iter().flat_map(|page| &page.shapes).filter(|it| matches!(it.shape, Shape::Reference(_)));
    assert_eq!(open.count(), 2);
    // A mark in each lane of the three rows, in both open ends, and in the symbol that was inferred.
    let marks = pages.iter().flat_map(texts).filter(|text| *text == "?").count();
    assert_eq!(marks, 3 * 3 + 2 + 1);
}

#[test]
fn what_was_reviewed_bears_no_mark() {
    let mut sop = read("surat-masuk-ditinjau.yaml");
    sop.conversion = None;
    for page in printed(&sop) {
        assert!(page.doubts == 0 && !texts(&page).iter().any(|text| text.contains("KONSEP") || *text == "?"));
    }
}

#[test]
fn a_value_in_doubt_is_marked_where_it_stands() {
    let plain = read("surat-masuk.yaml");
    let before: usize = {
        let mut sop = plain.clone();
        sop.conversion = None;
        printed(&sop).iter().map(|page| page.ops.len()).sum()
    };
    for path in [
        "identitas/nomor",
        "identitas/nama",
        "identitas/disahkan_oleh/nip",
        "dasar_hukum/1",
        "kegiatan/2/waktu",
        "kegiatan/2/output/1",
        "pelaksana/2",
    ] {
        let mut sop = plain.clone();
        let mut conversion = sop.conversion.clone().expect("a conversion");
        conversion.reviews.truncate(1);
        conversion.reviews[0].path = path.to_owned();
        sop.conversion = Some(conversion);
        let pages = printed(&sop);
        assert_eq!(verify(&sop, &pages), [], "{path}");
        let more = pages.iter().map(|page| page.ops.len()).sum::<usize>() - before;
        // The stamp is a frame and two texts; what is more are the dashes under the value.
        assert!(more > 3 * pages.len() + 1, "{path}: {more}");
    }
}

#[test]
fn whoever_prints_a_draft_is_told_and_a_final_print_is_refused() {
    let sandbox = Sandbox::new().file("a.yaml", content("tests/suite/data/print/missing-actor.yaml"));
    let run = sandbox.run(&["render", "a.yaml", "-o", "a.pdf"]);
    assert!(run.code == 0 && run.err.contains("dicetak sebagai KONSEP: 4 isian belum pasti"), "{run:?}");
    let last = sandbox.run(&["render", "a.yaml", "-o", "b.pdf", "--final"]);
    assert!(last.code == 2 && last.err.contains("belum final: 4 isian belum pasti"), "{last:?}");
    assert_eq!(sandbox.names(), ["a.pdf", "a.yaml"]);
    let verified = sandbox.run(&["render", "a.yaml", "--verify"]);
    assert!(
        verified.code == 1 && verified.err.contains("Langkah 3, Pelaksana: langkah ini tidak bersimbol"),
        "{verified:?}"
    );
    let mistyped = "versi: 1\npelaksana: [Petugas Loket, Lurah]\nkegiatan:\n\
                    - {nomor: 1, uraian: Memeriksa, pelaksana: Petugas loket, ya: 2, tidak: 9}\n\
                    - {nomor: 2, uraian: '', pelaksana: Lurah}\n";
    let broken = Sandbox::new().file("b.yaml", mistyped).run(&["render", "b.yaml", "--verify"]);
    assert_eq!(broken.code, 1, "{broken:?}");
    for told in [
        "Langkah 1, Pelaksana: langkah ini tidak bersimbol",
        "Langkah 1, cabang Tidak: panahnya tidak punya tujuan",
        "Langkah 2, Kegiatan: uraiannya kosong",
    ] {
        assert!(broken.err.contains(told), "{told}: {}", broken.err);
    }
}
