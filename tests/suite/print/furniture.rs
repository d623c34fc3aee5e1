//! The options of a print: papers, edges, emblem, colours, letters; and how text sits in its cells.

use super::models::{self, cell, sourced, step};
use super::{PAPERS, flows, fonts, table, words};
use crate::damage::random::Random;
use sop::layout::{
    Area, Colour, Draw, Face, Ink, PT, Page, Paper, Picture, PrintOptions, Seg, TEXT_SIZE, lay_out, verify,
};
use sop::model::{DocumentName, Field, Sop, Step};
use sop::render::fonts::{FontError, Fonts};
use sop::render::logo::{self, LogoError};
use std::sync::Arc;

const REGULAR: &[u8] = include_bytes!("../../../src/render/fonts/LiberationSans-Regular.ttf");

fn with(sop: &Sop, options: &PrintOptions) -> Vec<Page> {
    let pages = lay_out(sop, options, &fonts());
    let faults: Vec<String> = verify(sop, &pages).iter().map(|fault| fault.message.en.clone().into_owned()).collect();
    assert_eq!(faults, Vec::<String>::new(), "{options:?}");
    pages
}

fn texts(page: &Page) -> impl Iterator<Item = (&str, i32, i32)> {
    page.ops.iter().filter_map(|op| match op {
        Draw::Text { text, at, width, upwards: false, .. } => Some((text.as_str(), at.x, *width)),
        _ => None,
    })
}

fn images(pages: &[Page]) -> Vec<(Area, Arc<Picture>)> {
    let image = |op: &Draw| match op {
        Draw::Image { area, picture } => Some((*area, Arc::clone(picture))),
        _ => None,
    };
    pages.iter().flat_map(|page| &page.ops).filter_map(image).collect()
}

/// Two rows of four dots: red above, blue below.
pub(super) fn emblem() -> Picture {
    Picture { width: 4, height: 2, rgb: [[255, 0, 0].repeat(4), [0, 0, 255].repeat(4)].concat() }
}

#[test]
fn every_number_of_actors_fits_every_paper_in_letters_as_large_as_can_be() {
    for (paper, usual) in PAPERS.into_iter().zip([11, 14, 15]) {
        for actors in 2..=15 {
            let sop = flows::of_size(&mut Random::new(actors as u64), actors, 20, (20, 20));
            let pages = with(&sop, &PrintOptions { paper, ..PrintOptions::default() });
            let size = table(&pages).text_size;
            // Letters of 7 points only where they save a page.
            let sizes = if actors <= usual { 7 * PT..=10 * PT } else { 6 * PT..=TEXT_SIZE - 1 };
            assert!(sizes.contains(&size), "{actors} actors on {paper:?}: {size}");
        }
    }
}

#[test]
fn nothing_is_drawn_on_the_white_edge() {
    for millimetres in [5, 12, 25, 40] {
        let margin = millimetres * PT * 720 / 254;
        let pages = with(&models::returns(), &PrintOptions { margin, ..PrintOptions::default() });
        for (page, (_, x, width)) in pages.iter().flat_map(|page| texts(page).map(move |text| (page, text))) {
            assert!(x >= margin && x + width <= page.width - margin, "{millimetres} mm: text from {x}, {width} wide");
        }
        let left = table(&pages).strips[0].cells[0].0.x;
        assert_eq!(left, margin, "the table begins at the edge");
    }
}

#[test]
fn sheets_lie_on_their_long_side() {
    for (paper, size) in PAPERS.into_iter().zip([(84_189, 59_528), (93_543, 60_945), (100_800, 61_200)]) {
        let pages = with(&models::several_cells(), &PrintOptions { paper, ..PrintOptions::default() });
        assert!(pages.iter().all(|page| (page.width, page.height) == size), "{paper:?}");
    }
}

#[test]
fn the_emblem_stands_in_its_place_and_keeps_its_shape() {
    let bare = with(&models::returns(), &PrintOptions::default());
    assert_eq!(images(&bare), []);
    let logo = Some(Arc::new(emblem()));
    let coloured = with(&models::returns(), &PrintOptions { logo, ink: Ink::Colour, ..PrintOptions::default() });
    let [(area, picture)] = &images(&coloured)[..] else { panic!("one emblem") };
    assert_eq!(**picture, emblem());
    assert!((area.w - 2 * area.h).abs() <= 2, "{area:?}");
    assert_eq!(
        (area.centre().x - 34 * PT).abs() / PT,
        (bare[0].width - 68 * PT) / 4 / PT,
        "in the middle of the left half"
    );
    let places = |page: &Page| texts(page).map(|(text, x, _)| (text.to_owned(), x)).collect::<Vec<_>>();
    assert_eq!(places(&coloured[0]), places(&bare[0]), "an empty place is as large");
}

#[test]
fn without_colours_everything_is_black_white_or_grey() {
    let grey = |fill: &Colour| fill.grey().is_some();
    let fills = |pages: &[Page]| -> Vec<Colour> {
        let fill = |op: &Draw| if let Draw::Path { fill, .. } = op { *fill } else { None };
        pages.iter().flat_map(|page| &page.ops).filter_map(fill).collect()
    };
    let logo = Some(Arc::new(emblem()));
    let mono = with(&models::returns(), &PrintOptions { logo: logo.clone(), ..PrintOptions::default() });
    assert!(fills(&mono).iter().all(grey));
    assert!(images(&mono)[0].1.rgb.chunks(3).all(|dot| dot[0] == dot[1] && dot[1] == dot[2]));
    let coloured = with(&models::returns(), &PrintOptions { logo, ink: Ink::Colour, ..PrintOptions::default() });
    assert!(fills(&coloured).iter().filter(|fill| !grey(fill)).count() > 10);
}

#[test]
fn no_tint_lies_over_text() {
    let pages = with(&models::returns(), &PrintOptions { ink: Ink::Colour, ..PrintOptions::default() });
    for page in &pages {
        for (index, op) in page.ops.iter().enumerate() {
            let Draw::Text { at: start, text, .. } = op else { continue };
            let over = page.ops[index..].iter().any(|later| match later {
                Draw::Path { segs, fill: Some(_), .. } => {
                    let corners = segs.iter().map(|seg| match seg {
                        Seg::Move(it) | Seg::Line(it) | Seg::Curve(.., it) => *it,
                    });
                    let (xs, ys): (Vec<i32>, Vec<i32>) = corners.map(|it| (it.x, it.y)).unzip();
                    let within = |of: &[i32], it: i32| of.iter().min() < Some(&it) && Some(&it) < of.iter().max();
                    within(&xs, start.x) && within(&ys, start.y)
                }
                _ => false,
            });
            assert!(!over, "`{text}` is covered");
        }
    }
}

#[test]
fn items_of_a_cell_hang_and_durations_stay_whole() {
    let mut sop = models::sop(4, vec![step(1, vec![cell(0)]), step(2, vec![cell(1)])]);
    let long =
        "Berita acara pemeriksaan lapangan yang sudah ditandatangani oleh semua anggota tim pemeriksa ".repeat(3);
    let items = ["Surat tugas", long.trim()].map(|it| sourced(DocumentName(it.to_owned())));
    sop.steps[0].requirements = Field::Known(items.to_vec());
    let pages = with(&sop, &PrintOptions::default());
    let page = table(&pages);
    let strip = &page.strips[0];
    let lines: Vec<(String, i32)> = page.ops[strip.cells[2].1.clone()]
        .iter()
        .filter_map(|op| if let Draw::Text { text, at, .. } = op { Some((text.clone(), at.x)) } else { None })
        .collect();
    assert!(lines[0].0 == "- Surat tugas" && lines[1].0.starts_with("- Berita"), "{lines:?}");
    assert!(lines.len() > 2 && lines[2..].iter().all(|line| line.1 > lines[1].1 && line.1 == lines[2].1), "{lines:?}");
    assert!(words(&pages).lines().any(|line| line == sop.steps[0].duration.value().expect("a time").to_string()));
}

#[test]
fn columns_are_as_wide_as_their_texts_ask() {
    let width = |sop: &Sop, at: usize| table(&with(sop, &PrintOptions::default())).strips[0].cells[at].0.w;
    let note = 5;
    let mut sop = models::sop(4, vec![step(1, vec![cell(0)])]);
    sop.steps[0].note = Field::Absent;
    let empty = width(&sop, note);
    sop.steps[0].note = Field::Known(sourced("Dilampiri salinan dokumen yang disahkan pejabat berwenang ".repeat(4)));
    assert!(width(&sop, note) > empty + 20 * PT, "{empty}");
}

#[test]
fn overlong_words_are_broken_without_hyphens_and_leave_no_scrap() {
    let word = "Pertanggungjawabanpenyelenggaraanpemerintahandaerahkabupatendankota";
    let mut sop = models::sop(15, vec![step(1, vec![cell(0)])]);
    sop.steps[0].activity = Field::Known(sourced(word.to_owned()));
    let pages = with(&sop, &PrintOptions::default());
    let lines: Vec<String> = table(&pages).ops[table(&pages).strips[0].cells[1].1.clone()]
        .iter()
        .filter_map(|op| if let Draw::Text { text, .. } = op { Some(text.clone()) } else { None })
        .collect();
    assert_eq!(lines.concat(), word);
    assert!(lines.len() > 1 && lines.iter().all(|line| line.len() >= 3), "{lines:?}");
}

#[test]
fn a_font_of_the_user_is_measured_or_refused() {
    let own = Fonts::of(REGULAR, None).expect("a sound font");
    assert_eq!(own.font(Face::Bold).name, "LiberationSans");
    let pages = lay_out(&models::returns(), &PrintOptions::default(), &own);
    assert!(verify(&models::returns(), &pages).is_empty());
    assert!(matches!(Fonts::of(&REGULAR[..900], None), Err(FontError::Foreign)));
    assert!(matches!(Fonts::of(b"bukan huruf", None), Err(FontError::Unreadable(_))));
    let bare = subsetter::subset(REGULAR, 0, &subsetter::GlyphRemapper::new()).expect("a font of one glyph");
    assert!(matches!(Fonts::of(REGULAR, Some(&bare)), Err(FontError::Foreign)));
    let mut guarded = REGULAR.to_vec();
    let entry = guarded.windows(4).position(|tag| tag == b"OS/2").expect("the table");
    let at = u32::from_be_bytes(guarded[entry + 8..entry + 12].try_into().expect("four bytes")) as usize;
    guarded[at + 9] = 2;
    assert!(matches!(Fonts::of(&guarded, None), Err(FontError::Restricted)));
}

#[test]
fn png_and_svg_become_dots_on_white_and_other_files_are_refused() {
    let png = logo::png(&emblem());
    assert_eq!(logo::picture(&png).expect("a PNG"), emblem());
    let large = Picture { width: 2400, height: 1200, rgb: [10, 20, 30].repeat(2400 * 1200) };
    let smaller = logo::picture(&logo::png(&large)).expect("a PNG");
    assert_eq!((smaller.width, smaller.height), (300, 150));
    assert!(smaller.rgb.chunks(3).all(|dot| dot == [10, 20, 30]));
    let svg =
        br##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><path d="M0 0H10V10H0Z" fill="#0a0"/></svg>"##;
    let drawn = logo::picture(svg).expect("an SVG");
    assert_eq!((drawn.width, drawn.height), (560, 280));
    assert_eq!((&drawn.rgb[..3], &drawn.rgb[559 * 3..560 * 3]), (&[0, 170, 0][..], &[255, 255, 255][..]));
    let refused = |bytes: &[u8]| logo::picture(bytes).expect_err("no emblem");
    assert!(matches!(refused(b""), LogoError::Kind));
    assert!(matches!(refused(b"\xff\xd8\xff\xe0 JFIF"), LogoError::Kind));
    assert!(matches!(refused(&png[..40]), LogoError::Png));
    assert!(matches!(refused(b"<svg"), LogoError::Svg(_)));
    let mut claimed = png;
    claimed[16..24].copy_from_slice(&[0, 1, 0, 0, 0, 1, 0, 0]);
    assert!(matches!(refused(&claimed), LogoError::Large));
}

#[test]
fn no_last_page_holds_one_row_alone() {
    for rows in 8..40 {
        let steps = (1..=rows).map(|number| step(number, vec![cell(number as usize % 3)])).collect();
        let pages = with(&models::sop(3, steps), &PrintOptions::default());
        let counts: Vec<usize> = pages[1..].iter().map(|page| page.strips.len()).collect();
        assert!(counts.last() >= Some(&3), "{rows} rows: {counts:?}");
    }
}

#[test]
fn papers_differ_but_say_the_same() {
    let said = |paper| {
        let text = words(&with(&models::several_cells(), &PrintOptions { paper, ..PrintOptions::default() }));
        let mut all: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
        all.sort();
        all
    };
    assert_eq!(said(Paper::A4), said(Paper::Legal));
}

#[test]
fn long_words_stay_whole_beside_many_actors() {
    const WORD: &str = "pertanggungjawaban";
    let documents = || Field::Known(vec![sourced(DocumentName(format!("Laporan {WORD} anggaran")))]);
    for paper in PAPERS {
        for actors in [5, 7, 9, 10, 12, 13, 15] {
            let row = |number: u32| Step {
                activity: Field::Known(sourced(format!("Mengoordinasikan {WORD} keuangan"))),
                requirements: documents(),
                outputs: documents(),
                note: Field::Known(sourced("Berkas dikembalikan".to_owned())),
                ..step(number, vec![cell(number as usize % actors)])
            };
            let pages = with(
                &models::sop(actors, (1..=6).map(row).collect()),
                &PrintOptions { paper, ..PrintOptions::default() },
            );
            let whole = pages.iter().flat_map(texts).filter(|(text, ..)| text.contains(WORD)).count();
            assert_eq!(whole, 18, "{actors} actors on {paper:?}");
        }
    }
}

#[test]
fn lists_go_on_over_the_page_between_items_under_their_heading() {
    let mut sop = models::returns();
    let item = |at: usize| {
        sourced(format!("Ketentuan {at} {}", "yang panjang sekali sehingga memerlukan dua baris ".repeat(3)))
    };
    sop.qualifications = Field::Known((1..=70).map(item).collect());
    let pages = with(&sop, &PrintOptions::default());
    let lists: Vec<&Page> = pages.iter().filter(|page| page.strips.is_empty()).collect();
    assert!(lists.len() > 3, "{}", lists.len());
    for page in &lists[1..] {
        let own: Vec<&str> = texts(page).map(|(text, ..)| text).collect();
        let heading =
            own.iter().position(|text| *text == "Kualifikasi Pelaksana (lanjutan)").expect("the list goes on");
        assert!(own[heading + 1].ends_with('.') && own[heading + 2].starts_with("Ketentuan "), "{own:?}");
    }
}
