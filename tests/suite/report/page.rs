//! The web page: one file, safe to open, every note linked with its cell.

use super::{NAME, hostile, two};
use crate::support::golden::content;
use crate::support::sandbox::Sandbox;
use roxmltree::{Document, Node, ParsingOptions};
use std::collections::BTreeSet;

fn seed(name: &str, options: &[&str]) -> String {
    let sandbox = Sandbox::new().file("a.txt", content(&format!("sops/{name}.txt")));
    sandbox.run(&[&["check", "a.txt", "--format", "html"], options].concat()).out
}

/// The page read as the XML that it is too.
fn with_page<R>(page: &str, look: impl FnOnce(Node<'_, '_>) -> R) -> R {
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let document = Document::parse_with_options(page, options).unwrap_or_else(|error| panic!("{error}: {page}"));
    look(document.root_element())
}

fn ids(page: Node<'_, '_>) -> Vec<String> {
    page.descendants().filter_map(|it| it.attribute("id")).map(str::to_owned).collect()
}

/// All text below a node.
fn text(node: Node<'_, '_>) -> String {
    node.descendants().filter(Node::is_text).filter_map(|it| it.text()).collect()
}

/// The element of that id.
fn by_id<'a, 'i>(page: Node<'a, 'i>, id: &str) -> Node<'a, 'i> {
    page.descendants().find(|it| it.attribute("id") == Some(id)).unwrap_or_else(|| panic!("no {id}"))
}

#[test]
fn the_page_needs_nothing_and_runs_nothing() {
    for page in [hostile("html"), seed("banyumas-perkim-monev", &[]), two("html")] {
        with_page(&page, |root| {
            for it in root.descendants().filter(Node::is_element) {
                assert!(!["script", "link", "img", "iframe"].contains(&it.tag_name().name()), "{it:?}");
                for attribute in it.attributes() {
                    assert!(!attribute.name().starts_with("on"), "{attribute:?}");
                    let is_inside = attribute.name() != "href" || attribute.value().starts_with('#');
                    assert!(is_inside && attribute.name() != "src", "{attribute:?}");
                }
            }
        });
        assert!(!page.contains("http://") || page.contains("HYPERLINK(&quot;http://"), "an address in the page");
        assert!(!page.contains("@import") && !page.contains("url("));
    }
}

#[test]
fn every_link_leads_to_one_place_of_the_page() {
    for page in [hostile("html"), seed("lamandau-sosial-monev", &[]), seed("way-kanan-kominfo-monev", &[]), two("html")]
    {
        with_page(&page, |root| {
            let ids = ids(root);
            let unique: BTreeSet<&String> = ids.iter().collect();
            assert_eq!(unique.len(), ids.len(), "an id twice");
            let links = root.descendants().filter_map(|it| it.attribute("href"));
            let lost: Vec<&str> = links.filter(|it| !unique.contains(&it[1..].to_owned())).collect();
            assert!(lost.is_empty(), "{lost:?}");
        });
    }
}

#[test]
fn each_finding_is_a_note_linked_with_the_cell_it_speaks_of() {
    let page = seed("way-kanan-kominfo-monev", &["--select", "S502,S201"]);
    with_page(&page, |root| {
        let note = root.descendants().find(|it| it.has_tag_name("li") && text(*it).contains("broken-chain"));
        let note = note.unwrap_or_else(|| panic!("no note: {page}"));
        let mark = note.descendants().find_map(|it| it.attribute("href")).expect("a way back");
        let cell = by_id(root, &mark[1..]).parent().expect("a cell");
        assert!(text(cell).contains("Data Laporan Kinerja Triwulan"), "{}", text(cell));
        assert!(text(note).contains("Lihat langkah 6, Output, butir 1"), "{}", text(note));
        let back = by_id(root, &mark[1..]).attribute("href").expect("a way there");
        assert_eq!(Some(&back[1..]), note.attribute("id"));
    });
}

#[test]
fn what_is_missing_is_marked_where_it_should_stand() {
    let page = seed("lamandau-sosial-monev", &["--select", "S101"]);
    with_page(&page, |root| {
        let cell = by_id(root, "b1s1-identitas-tanggal_efektif");
        assert_eq!(text(cell), "1", "nothing but the mark");
    });
}

#[test]
fn cells_are_shaded_after_how_they_are_known_and_say_so() {
    let shade = |name: &str, id: &str| {
        let page = seed(name, &[]);
        with_page(&page, |root| {
            let cell = by_id(root, id);
            let shade = cell.descendants().find(|it| it.attribute("class").is_some_and(|it| it.starts_with("s ")));
            shade.map(|it| (it.attribute("class").unwrap_or_default().to_owned(), text(it)))
        })
    };
    let (class, words) = shade("lamandau-sosial-monev", "b1s1-identitas-tanggal_pembuatan").expect("a shade");
    assert_eq!((class.as_str(), words.as_str()), ("s tak-terbaca", "30 NOVEMBER (tidak terbaca)"));
    let (class, words) = shade("banyumas-perkim-monev", "b1s1-r0-k0").expect("a shade");
    assert_eq!((class.as_str(), words.as_str()), ("s disimpulkan", "mulai (disimpulkan)"));
    let (class, _) = shade("balangan-dispersip-monev", "b1s1-keterkaitan-1").expect("a shade");
    assert_eq!(class, "s diperbaiki");
    assert_eq!(shade("lamandau-sosial-monev", "b1s1-identitas-nomor"), None, "what was read is white");
}

#[test]
fn the_page_begins_with_what_was_found_in_plain_words() {
    let page = two("html");
    with_page(&page, |root| {
        assert_eq!(root.attribute("lang"), Some("id"));
        let lead = root.descendants().find(|it| it.attribute("class") == Some("lead")).expect("a lead");
        assert!(text(lead).starts_with("2 SOP dalam 1 berkas diperiksa. Yang harus diperbaiki"), "{}", text(lead));
        let tiles = root.descendants().find(|it| it.attribute("class") == Some("tiles")).expect("counts");
        assert!(text(tiles).contains("2 harus diperbaiki"), "{}", text(tiles));
        let contents = root.descendants().find(|it| it.has_tag_name("nav")).expect("a table of contents");
        let links: Vec<String> = contents.descendants().filter(|it| it.has_tag_name("a")).map(text).collect();
        assert_eq!(links, ["Surat Masuk", "Surat Keluar"]);
    });
    let english = Sandbox::new().file("a.yaml", super::TWO).run(&["check", "a.yaml", "--format=html", "--lang=en"]).out;
    assert!(english.contains("<html lang=\"en\">") && english.contains("How to read this page"), "{english}");
}

#[test]
fn of_two_rows_of_one_number_each_has_its_own_notes() {
    let text_of = "versi: 1\nkegiatan:\n  - {nomor: 1, uraian: Menerima surat, waktu: 1 jam}\n  - {nomor: 1, uraian: Mengirim surat, waktu: 15}\n";
    let page = Sandbox::new().file("a.yaml", text_of).run(&["check", "a.yaml", "--select=S602", "--format=html"]).out;
    with_page(&page, |root| assert_eq!(text(by_id(root, "b1s1-r1-waktu")), "15 (tidak terbaca)1"));
}

#[test]
fn hostile_text_is_shown_as_text() {
    let page = hostile("html");
    with_page(&page, |root| {
        let heading = root.descendants().find(|it| it.has_tag_name("h1")).expect("a heading");
        assert!(text(heading).starts_with("]]> </title><script>alert(1)</script> ␁␛[31m"), "{}", text(heading));
        let files: Vec<String> =
            root.descendants().filter(|it| it.attribute("class") == Some("file")).map(text).collect();
        assert!(files.iter().any(|it| it.contains(NAME)), "{files:?}");
    });
}

#[test]
fn files_that_could_not_be_read_are_named_on_the_page() {
    let run = Sandbox::new().file("a.yaml", super::TWO).run(&["check", "a.yaml", "tiada.txt", "--format", "html"]);
    assert_eq!(run.code, 2);
    assert!(run.out.contains("<li>tiada.txt: tidak ditemukan</li>"), "{}", run.out);
}

#[test]
fn rows_that_not_every_form_has_stand_in_the_block_of_those_that_have_them() {
    let page = |yaml: &str| Sandbox::new().file("a.yaml", yaml).run(&["check", "a.yaml", "--format", "html"]).out;
    let full = page(include_str!("../data/print/blok-lengkap.yaml"));
    with_page(&full, |root| {
        let block = by_id(root, "b1s1-identitas");
        let labels: Vec<String> = block.descendants().filter(|it| it.tag_name().name() == "dt").map(text).collect();
        assert_eq!(
            labels[2..],
            [
                "Nomor SOP",
                "Nomor Revisi",
                "Tanggal Pembuatan",
                "Tanggal Revisi",
                "Tanggal Efektif",
                "Dibuat oleh",
                "Diperiksa oleh",
                "Disahkan oleh",
                "Nama SOP",
                "Maksud dan Tujuan"
            ]
        );
        assert_eq!(text(by_id(root, "b1s1-identitas-nomor_revisi")), "02");
        assert_eq!(text(by_id(root, "b1s1-identitas-dibuat_oleh-nama")), "Siti Contoh, S.E.");
        assert_eq!(text(by_id(root, "b1s1-identitas-maksud_tujuan-2")), "Setiap surat tercatat");
    });
    assert!(!page("versi: 1\nidentitas:\n  nama: Uji\n").contains("Diperiksa oleh"));
}

#[test]
fn a_cell_over_several_rows_is_one_and_told_where_rows_stand_alone() {
    let sandbox = Sandbox::new().file("a.yaml", include_str!("../data/model/merged-cells.yaml"));
    let page = sandbox.run(&["check", "a.yaml", "--format", "html"]).out;
    with_page(&page, |root| {
        let cells = || root.descendants().filter(|it| it.tag_name().name() == "td");
        let spans: Vec<(String, String)> =
            cells().filter_map(|it| Some((it.attribute("rowspan")?.to_owned(), text(it)))).collect();
        assert_eq!(spans.iter().map(|it| it.0.as_str()).collect::<Vec<_>>(), ["2", "3", "2", "2"], "{spans:?}");
        assert!(spans[1].1.contains("2 jam"));
        let shared: Vec<String> = cells().filter(|it| it.attribute("class") == Some("shared")).map(text).collect();
        assert_eq!(shared.iter().filter(|text| text.contains("satu dengan langkah 1")).count(), 4, "{shared:?}");
    });
}
