//! What a screen reader hears of a book and of the emblem, and of words that do not fit their line.

use super::heard::heard;
use super::tagged::{opened, tree};
use super::{fonts, models};
use sop::layout::{Draw, Page, Picture, PrintOptions, Role, bind, bind_book, lay_out};
use sop::model::Sop;
use sop::render::print::{Metadata, Print};
use sop::render::{pdf, pdfa, svg};
use std::sync::Arc;

fn with_emblem() -> PrintOptions {
    let rgb = [[200, 30, 30], [30, 200, 30]].concat();
    PrintOptions { logo: Some(Arc::new(Picture { width: 2, height: 1, rgb })), ..PrintOptions::default() }
}

fn book(sops: &[Sop], options: &PrintOptions) -> Vec<Page> {
    let fonts = fonts();
    let all: Vec<&Sop> = sops.iter().collect();
    bind_book(&all, sops.iter().map(|sop| lay_out(sop, options, &fonts)).collect(), options, &fonts).0
}

fn archived(pages: &[Page]) -> Vec<u8> {
    let print = Print { pages, metadata: &Metadata::default(), yaml: "" };
    pdfa::render(&print, &fonts()).expect("krilla finds it in keeping with PDF/A and PDF/UA")
}

fn images(page: &Page) -> usize {
    page.ops.iter().filter(|op| matches!(op, Draw::Image { .. })).count()
}

#[test]
fn a_book_is_heard_from_its_cover_through_its_contents() {
    let sops = [models::returns(), models::several_cells()];
    let pages = book(&sops, &with_emblem());
    let tree = tree(&archived(&pages));
    let kinds: Vec<&str> = tree.iter().map(|(_, kind, _)| kind.as_str()).collect();
    let front = kinds.iter().position(|kind| *kind == "Sect").expect("a section");
    let line = ["TOCI", "Lbl", "Reference", "Link"];
    let expected = [&["Sect", "H1", "Figure", "P", "P", "H2", "TOC"][..], &line, &line, &["Sect", "H1"]].concat();
    assert_eq!(kinds[front..front + expected.len()], expected);
    let heard = heard(&archived(&pages)).join("");
    let mut rest = heard.as_str();
    let titles = sops.each_ref().map(|sop| sop.identity.title.value().expect("a name").as_str());
    for words in
        ["STANDAR OPERASIONAL PROSEDUR", "Dinas Contoh", "Daftar Isi", "1.", titles[0], "3", "2.", titles[1], "6"]
    {
        let found = rest.find(words).unwrap_or_else(|| panic!("{words} comes too early in {heard:.400}"));
        rest = &rest[found + words.len()..];
    }
}

#[test]
fn a_line_of_the_contents_is_a_link_that_says_where_it_leads() {
    let pages = book(&[models::returns(), models::several_cells()], &PrintOptions::default());
    let links = pages[1].marks.iter().filter_map(|mark| match &mark.role {
        Role::Entry { told, .. } if pages[1].ops[mark.ops.clone()].iter().any(is_link) => Some(told.as_str()),
        _ => None,
    });
    let links: Vec<&str> = links.collect();
    assert!(links.len() == 2 && links[0].ends_with(", halaman 3"), "{links:?}");
    let document = opened(&archived(&pages));
    let said = |text: &str| {
        document.objects.values().filter_map(|it| it.as_dict().ok()).any(|it| {
            it.has_type(b"Annot") && it.get(b"Contents").and_then(lopdf::decode_text_string).is_ok_and(|it| it == text)
        })
    };
    assert!(links.iter().all(|text| said(text)), "{links:?}");
}

fn is_link(op: &Draw) -> bool {
    matches!(op, Draw::Link { .. })
}

#[test]
fn the_emblem_has_a_name_wherever_it_stands() {
    let sops = [models::returns()];
    let pages = book(&sops, &with_emblem());
    assert_eq!((images(&pages[0]), images(&pages[1]), images(&pages[2])), (1, 0, 1));
    let agency = sops[0].identity.agency.value().expect("an agency");
    let name = format!("Lambang {agency}");
    let figures: Vec<String> =
        tree(&archived(&pages)).into_iter().filter(|(.., told)| told.starts_with("Lambang")).map(|it| it.2).collect();
    assert_eq!(figures, [name.clone(), name.clone()]);
    assert_eq!(svg::render(&pages, "Arial").matches(&format!("<title>{name}</title></image>")).count(), 2);
    let nameless = lay_out(&Sop::default(), &with_emblem(), &fonts());
    assert!(svg::render(&nameless, "Arial").contains("<title>Lambang</title></image>"));
}

/// What the pages say that their drawings are to be copied as.
fn copied_as(bytes: &[u8]) -> Vec<String> {
    let document = opened(bytes);
    let said = |operation: lopdf::content::Operation| {
        let properties = operation.operands.get(1)?.as_dict().ok()?;
        lopdf::decode_text_string(properties.get(b"ActualText").ok()?).ok()
    };
    let pages = document.get_pages().into_values();
    let operations = pages.flat_map(|page| document.get_and_decode_page_content(page).unwrap().operations);
    operations.filter(|it| it.operator == "BDC").filter_map(said).collect()
}

#[test]
fn a_word_that_was_broken_is_heard_whole() {
    let word = "Pertanggungjawabankeuangandaerah".repeat(8);
    let mut sop = models::returns();
    let text = format!("Menyusun {word} tahunan");
    sop.steps[0].activity = models::known(text.clone());
    sop.identity.title = models::known(text.clone());
    let pages = bind(vec![lay_out(&sop, &PrintOptions::default(), &fonts())]);
    assert!(
        !pages
            .iter()
            .flat_map(|page| &page.ops)
            .any(|op| matches!(op, Draw::Text { text, .. } if text.contains(&word)))
    );
    let bytes = archived(&pages);
    let print = Print { pages: &pages, metadata: &Metadata::default(), yaml: "" };
    for bytes in [&bytes, &pdf::render(&print, &fonts()).unwrap()] {
        let found = copied_as(bytes);
        assert!(
            found.iter().filter(|it| it.contains(&word)).count() >= 2,
            "who copies it finds it in pieces: {found:?}"
        );
    }
    let heard = heard(&bytes);
    assert!(heard.iter().filter(|it| it.contains(&format!("{word} tahunan "))).count() >= 2, "{heard:?}");
}

#[test]
fn a_table_without_steps_has_no_head_without_body() {
    let tree = tree(&archived(&lay_out(&models::sop(2, Vec::new()), &PrintOptions::default(), &fonts())));
    let count = |kind: &str| tree.iter().filter(|(_, it, _)| it == kind).count();
    assert_eq!((count("THead"), count("TBody"), count("Table")), (0, 0, 2), "{tree:?}");
}
