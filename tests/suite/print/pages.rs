//! How pages are filled: block and table on one page where both fit, as few pages as letters of a good size allow, no page
//! nearly empty, names of actors level. Held for drawings of every kind and for random flows.

use super::{Paper, flows, fonts, models, printed, table, words};
use crate::damage::random::Random;
use models::{cell, sourced, step};
use sop::layout::{Draw, Face, Form, PT, Page, PrintOptions, lay_out, verify};
use sop::model::{ColumnRole, Field, Sop};
use sop::read::yaml::read_yaml;
use std::path::Path;

/// A made-up SOP of the print's own, by name.
fn drawing(name: &str) -> Sop {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/data/pages").join(format!("{name}.yaml"));
    let text = std::fs::read_to_string(path).expect("the drawing is there");
    read_yaml(&text).expect("it is sound").remove(0)
}

/// Its pages, that are clean.
#[track_caller]
fn pages(sop: &Sop) -> Vec<Page> {
    let pages = printed(sop, Paper::A4);
    let told: Vec<String> = verify(sop, &pages).iter().map(|fault| fault.message.en.clone().into_owned()).collect();
    assert_eq!(told, Vec::<String>::new());
    pages
}

/// How much of the height between the edges of a page its table takes, in hundredths.
fn filled(page: &Page) -> i32 {
    let bottom = page.strips.last().map_or(page.margin, |strip| strip.actors.bottom());
    (bottom - page.margin) * 100 / (page.height - 2 * page.margin)
}

/// Size, weight and place of a text.
fn text(page: &Page, wanted: &str) -> (i32, Face, i32) {
    let found = page.ops.iter().find_map(|op| match op {
        Draw::Text { at, size, face, text, .. } if text == wanted => Some((*size, *face, at.y)),
        _ => None,
    });
    found.unwrap_or_else(|| panic!("{wanted}"))
}

#[test]
fn block_and_table_share_a_page_where_both_fit() {
    for rows in 1..=6 {
        let sop = models::sop(3, (1..=rows).map(|number| step(number, vec![cell(number as usize % 3)])).collect());
        let [page] = &pages(&sop)[..] else { panic!("{rows} rows on one page") };
        let (office, name) = (text(page, "Kepala Dinas Contoh"), text(page, "Dr. Nama Rekaan, M.Si."));
        assert!(page.text_size >= 8 * PT && office.0 == page.text_size, "letters of one size");
        assert!(name.2 - office.2 >= 71 * PT, "25 mm for the signature");
        assert!(filled(page) > 60, "{rows} rows: {}", filled(page));
    }
    let sop = models::sop(3, (1..=9).map(|number| step(number, vec![cell(0)])).collect());
    assert_eq!(pages(&sop).len(), 2, "no letters under 8 points for it");
}

#[test]
fn a_long_block_takes_smaller_letters_before_a_second_page() {
    let pages = pages(&drawing("long-identity"));
    let tables: Vec<bool> = pages.iter().map(|page| !page.strips.is_empty()).collect();
    assert_eq!(tables, [false, true]);
    let sizes = pages[0].ops.iter().filter_map(|op| match op {
        Draw::Text { at, size, .. } if at.y < pages[0].height - pages[0].margin - 100 => Some(*size),
        _ => None,
    });
    assert!(sizes.min() >= Some(8 * PT));
}

#[test]
fn three_rows_do_not_spill_over() {
    let pages = pages(&drawing("rows-left"));
    assert_eq!(pages.len(), 2);
    assert!(pages[1].strips.len() == 15 && pages[1].text_size >= 8 * PT && filled(&pages[1]) > 90);
}

#[test]
fn names_of_actors_run_level_and_whole_while_other_columns_have_room() {
    for (name, longest) in [("narrow-names", "Pengadministrasi"), ("long-words", "Pengembangan")] {
        let sop = drawing(name);
        let all = pages(&sop);
        let page = table(&all);
        let upwards = page.ops.iter().filter(|op| matches!(op, Draw::Text { upwards: true, .. })).count();
        assert_eq!(upwards, 0, "{name}");
        let own = page.ops.iter().find_map(|op| match op {
            Draw::Text { size, text, face: Face::Bold, .. } if text.starts_with(longest) => Some(*size),
            _ => None,
        });
        assert!(own >= Some(7 * PT), "{name}: {own:?}");
    }
}

#[test]
fn rows_are_stretched_alike_until_the_page_is_full() {
    let sop = models::sop(3, (1..=11).map(|number| step(number, vec![cell(number as usize % 3)])).collect());
    let all = pages(&sop);
    let page = table(&all);
    let heights: Vec<i32> = page.strips.iter().map(|strip| strip.actors.h).collect();
    let uneven = heights.iter().max().zip(heights.iter().min()).map(|(most, least)| most - least);
    assert!(filled(page) > 95 && uneven < Some(4 * PT), "{heights:?}");
    assert!(page.text_size > 9 * PT, "{}", page.text_size);
    let mut few = models::sop(3, (1..=4).map(|number| step(number, vec![cell(0)])).collect());
    few.qualifications = Field::Known((1..=20).map(|number| sourced(format!("Kecakapan {number}"))).collect());
    let all = pages(&few);
    let page = table(&all);
    assert!(page.strips.iter().all(|strip| strip.actors.h <= 95 * PT), "rows are stretched to a bound");
}

/// Flows as offices have them, and larger ones.
fn random_flows() -> Vec<Sop> {
    let usual = (0..40).map(|seed| flows::of_size(&mut Random::new(seed), 5, 14, (20, 10)));
    usual.chain((0..40).map(|seed| flows::flow(seed, 60))).collect()
}

#[test]
fn random_flows_take_few_pages_and_leave_none_nearly_empty() {
    let (mut count, mut least) = ([0, 0], Vec::new());
    for (at, sop) in random_flows().iter().enumerate() {
        let all = printed(sop, Paper::A4);
        count[at / 40] += all.len();
        let tables: Vec<i32> = all.iter().filter(|page| !page.strips.is_empty()).map(filled).collect();
        if tables.len() > 1 {
            least.push((*tables.iter().min().expect("pages"), at));
        }
    }
    least.sort_unstable();
    println!("pages {count:?}, emptiest {:?}", &least[..5]);
    assert!(count[0] <= 96 && count[1] <= 194, "{count:?}");
    assert!(least[0].0 >= 80, "{:?}", &least[..5]);
}

#[test]
fn random_flows_are_cleanly_drawn_in_the_forms_of_offices() {
    let headings = [(ColumnRole::Requirements, "Persyaratan/ Perlengkapan"), (ColumnRole::Actor, "Pelaku")];
    let form = Form {
        headings: headings.map(|(role, words)| (role, words.to_owned())).into(),
        order: [ColumnRole::Note, ColumnRole::Duration, ColumnRole::Requirements, ColumnRole::Outputs],
        numbered: true,
        title_over_table: true,
        bold_title: true,
        frame: Some(PT),
        seal: true,
        foot: Some(["{nama} {halaman}".to_owned(), "{nomor}".to_owned()]),
        ..Form::default()
    };
    for sop in random_flows().iter().step_by(7) {
        let options = PrintOptions { form: form.clone(), ..PrintOptions::default() };
        let all = lay_out(sop, &options, &fonts());
        let told: Vec<String> = verify(sop, &all).iter().map(|fault| fault.message.en.clone().into_owned()).collect();
        assert_eq!(told, Vec::<String>::new());
        let text = words(&all);
        assert!(text.contains("Persyaratan/") && text.contains("QR/TTE") && !text.contains("Kelengkapan"));
    }
}

/// What the identity block of some offices has beyond the guideline stands on the page, in its place.
#[test]
fn revision_makers_and_purpose_are_printed_where_an_sop_has_them() {
    let text = String::from_utf8(crate::support::golden::content("tests/suite/data/print/blok-lengkap.yaml"));
    let sop = sop::read::yaml::read_yaml(&text.expect("UTF-8")).expect("our own YAML").remove(0);
    let pages = sop::layout::lay_out(&sop, &Default::default(), &super::fonts());
    assert_eq!(sop::layout::verify(&sop, &pages), []);
    let height = |wanted: &str| {
        let found = pages[0].ops.iter().find_map(|op| match op {
            sop::layout::Draw::Text { text, at, .. } if text == wanted => Some(at.y),
            _ => None,
        });
        found.unwrap_or_else(|| panic!("`{wanted}` is not on the page"))
    };
    let order = [
        "Nomor Revisi",
        "Tanggal Pembuatan",
        "Siti Contoh, S.E.",
        "Budi Contoh, M.Si.",
        "Drs. Contoh Nama, M.Si",
        "Nama SOP",
        "1. Surat masuk ditangani pada hari yang sama",
        "2. Setiap surat tercatat",
    ];
    let heights = order.map(height);
    assert!(heights.is_sorted(), "{heights:?}");
}
