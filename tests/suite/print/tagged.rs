//! What a screen reader hears of the archival print, and what both kinds of PDF say of themselves.

use super::carried::prints;
use super::{fonts, models, printed};
use crate::support::golden::{assert_golden, content};
use lopdf::{Dictionary, Document, Object};
use sop::layout::{Draw, Paper, Role, bind};
use sop::model::{Field, Sop};
use sop::read::yaml::read_yaml;
use sop::render::pdf;
use sop::render::print::{Metadata, Moment, Print};
use sop::render::yaml::to_yaml;
use std::collections::BTreeMap;

pub fn opened(bytes: &[u8]) -> Document {
    Document::load_mem(bytes).expect("it opens")
}

pub fn dictionary<'a>(document: &'a Document, value: &'a Object) -> Option<&'a Dictionary> {
    document.dereference(value).ok()?.1.as_dict().ok()
}

/// The tags below `node` in the order they are read, each with its depth and what is said instead of it.
fn tags(document: &Document, node: &Dictionary, depth: usize, out: &mut Vec<(usize, String, String)>) {
    let text = |key: &[u8]| {
        let value = node.get(key).and_then(lopdf::decode_text_string).unwrap_or_default();
        value.trim_start_matches('\u{feff}').to_owned()
    };
    if let Ok(kind) = node.get(b"S").and_then(Object::as_name) {
        out.push((depth, String::from_utf8_lossy(kind).into_owned(), text(b"Alt")));
    }
    let Ok((_, kids)) = node.get(b"K").and_then(|kids| document.dereference(kids)) else { return };
    let kids = match kids {
        Object::Array(kids) => kids.iter().collect(),
        one => vec![one],
    };
    for kid in kids.into_iter().filter_map(|kid| dictionary(document, kid)) {
        tags(document, kid, depth + 1, out);
    }
}

pub fn tree(bytes: &[u8]) -> Vec<(usize, String, String)> {
    let document = opened(bytes);
    let root = document.catalog().unwrap().get(b"StructTreeRoot").unwrap();
    let mut out = Vec::new();
    tags(&document, dictionary(&document, root).unwrap(), 0, &mut out);
    out
}

fn count(tree: &[(usize, String, String)], kind: &str) -> usize {
    tree.iter().filter(|(_, it, _)| it == kind).count()
}

#[test]
fn the_flow_is_heard_symbol_by_symbol() {
    let [_, archival] = prints(&[models::returns()]);
    let tree = tree(&archival);
    let told: Vec<&str> = tree.iter().filter(|(_, kind, _)| kind == "Figure").map(|(.., told)| told.as_str()).collect();
    assert!(told.contains(&"langkah 4, Kepala Dinas, keputusan; ya ke 5, tidak ke 2"), "{told:?}");
    assert!(told.iter().all(|words| !words.is_empty()));
    let links: Vec<_> = tree.iter().filter(|(_, kind, _)| kind == "Link").map(|(.., told)| told.as_str()).collect();
    assert!(links.iter().any(|words| words.starts_with("lanjut ke ")), "{links:?}");
    assert!(links.iter().any(|words| words.starts_with("dari ")), "{links:?}");
}

#[test]
fn the_table_has_heads_and_a_cell_for_every_column_of_every_step() {
    let sop = models::returns();
    let [_, archival] = prints(std::slice::from_ref(&sop));
    let tree = tree(&archival);
    assert_eq!((count(&tree, "H1"), count(&tree, "H2"), count(&tree, "Table"), count(&tree, "THead")), (1, 6, 2, 1));
    let columns = sop.actors.len() + 6;
    let begin = tree.iter().position(|(_, kind, _)| kind == "TBody").expect("a body");
    let depth = tree[begin].0;
    let rows: Vec<usize> = tree[begin + 1..]
        .iter()
        .take_while(|(at, ..)| *at > depth)
        .filter(|(at, ..)| *at <= depth + 2)
        .fold(Vec::new(), |mut rows, (_, kind, _)| {
            if kind == "TR" {
                rows.push(0)
            } else if let Some(cells) = rows.last_mut() {
                *cells += 1
            }
            rows
        });
    assert_eq!(rows, vec![columns; sop.steps.len()]);
}

/// The tags of an example, as they are read out.
#[test]
fn an_example_is_read_out_as_before() {
    let source = String::from_utf8(content("examples/surat-masuk.yaml")).expect("UTF-8");
    let [_, archival] = prints(&read_yaml(&source).expect("an SOP"));
    let line = |(depth, kind, told): &(usize, String, String)| {
        let told = if told.is_empty() { String::new() } else { format!(": {told}") };
        format!("{}{kind}{told}\n", "  ".repeat(depth.saturating_sub(1)))
    };
    let lines: String = tree(&archival).iter().map(line).collect();
    assert_golden("tests/suite/data/surat-masuk.tags", lines.as_bytes());
}

#[test]
fn several_sops_are_a_section_each() {
    let [plain, archival] = prints(&[models::returns(), models::several_cells()]);
    let tree = tree(&archival);
    assert_eq!((count(&tree, "Sect"), count(&tree, "H1"), count(&tree, "THead")), (2, 2, 2));
    for bytes in [plain, archival] {
        let document = opened(&bytes);
        let outlines = dictionary(&document, document.catalog().unwrap().get(b"Outlines").unwrap()).unwrap();
        let first = dictionary(&document, outlines.get(b"First").unwrap()).unwrap();
        assert!(first.has(b"First") && first.has(b"Next"), "{first:?}");
    }
}

#[test]
fn everything_written_has_a_role_or_is_furniture_once() {
    for sop in [models::returns(), models::several_cells(), models::unknown_actors(), Sop::default()] {
        for page in printed(&sop, Paper::A4) {
            let mut owner = BTreeMap::new();
            for mark in &page.marks {
                for op in mark.ops.clone() {
                    assert!(owner.insert(op, &mark.role).is_none(), "drawing {op} has two roles");
                }
            }
            let texts = page.ops.iter().enumerate().filter_map(|(at, op)| match op {
                Draw::Text { text, .. } if !owner.contains_key(&at) => Some(text.as_str()),
                _ => None,
            });
            let texts: Vec<&str> = texts.collect();
            // Of a draft the mark is heard with its name, and question marks repeat what is said of their symbols.
            let furniture = ["halaman ", "(lanjutan)", " – ", "KONSEP", "belum pasti"];
            let is_furniture = |text: &&str| *text == "?" || furniture.iter().any(|it| text.contains(it));
            assert!(texts.iter().filter(|text| !is_furniture(text)).count() <= 1, "{texts:?}");
        }
    }
}

#[test]
fn links_count_the_pages_of_the_whole_print() {
    let (first, second) = (printed(&models::returns(), Paper::A4), printed(&models::returns(), Paper::A4));
    let before = first.len();
    let pages = bind(vec![first, second]);
    let targets = |sop: usize| {
        let pages = pages.iter().filter(move |page| page.sop == sop);
        pages.flat_map(|page| &page.ops).filter_map(|op| match op {
            Draw::Link { page, .. } => Some(*page),
            _ => None,
        })
    };
    assert!(targets(0).next().is_some());
    assert!(targets(0).map(|page| page + before).eq(targets(1)));
    assert!(pages.iter().flat_map(|page| &page.marks).any(|mark| matches!(mark.role, Role::Title)));
}

fn dates(sop: &Sop, moment: Option<Moment>) -> Vec<Option<String>> {
    let said = Metadata::of(sop);
    let metadata = moment.map_or(said.clone(), |moment| said.clone().written(moment));
    let pages = printed(sop, Paper::A4);
    let yaml = to_yaml(std::slice::from_ref(sop));
    let bytes = pdf::render(&Print { pages: &pages, metadata: &metadata, yaml: &yaml }, &fonts()).unwrap();
    let document = opened(&bytes);
    let info = dictionary(&document, document.trailer.get(b"Info").unwrap()).unwrap();
    let date =
        |key: &[u8]| info.get(key).and_then(Object::as_str).ok().map(|it| String::from_utf8_lossy(it).into_owned());
    vec![date(b"CreationDate"), date(b"ModDate")]
}

#[test]
fn dates_come_from_the_document_or_from_who_asks() {
    let mut sop = models::returns();
    assert_eq!(dates(&sop, None)[0].as_deref(), Some("D:20230701"));
    let moment = Moment::of_epoch(1_709_251_199);
    assert_eq!(dates(&sop, Some(moment)), vec![Some("D:20240229235959Z".to_owned()); 2]);
    sop.identity.created = Field::Absent;
    sop.identity.effective = Field::Absent;
    sop.identity.revised = Field::Absent;
    assert_eq!(dates(&sop, None), vec![None, None]);
}

#[test]
fn the_same_model_gives_the_same_bytes() {
    let sops = [models::returns(), models::several_cells()];
    assert!(prints(&sops) == prints(&sops));
}

#[test]
fn text_is_written_in_the_order_it_is_read() {
    let [plain, _] = prints(&[models::returns()]);
    let document = opened(&plain);
    let pages: [&[&str]; 2] = [
        &[
            "Dinas Contoh Kabupaten Sukamaju",
            "Nomor SOP",
            "065/012/SOP/2023",
            "Disahkan Oleh",
            "Nama Rekaan",
            "Nama SOP",
        ],
        &["No", "Kegiatan", "Pelaksana", "Mutu Baku", "Keterangan", "Sekretaris", "Kelengkapan", "Waktu", "Output"],
    ];
    for (at, words) in pages.into_iter().enumerate() {
        let text = document.extract_text(&[at as u32 + 1]).expect("its text can be read").replace('\n', " ");
        let mut rest = text.as_str();
        for word in words {
            let found = rest.find(word).unwrap_or_else(|| panic!("{word} comes too early in {text}"));
            rest = &rest[found + word.len()..];
        }
    }
}

#[test]
fn what_the_archive_says_of_itself_is_sound_xml_whatever_the_name() {
    let mut sop = models::returns();
    sop.identity.title = models::known("Surat \u{fffe}\u{1} & <Arsip>".to_owned());
    let [_, archival] = prints(&[sop]);
    let document = opened(&archival);
    let stream = document.catalog().unwrap().get(b"Metadata").unwrap();
    let (_, stream) = document.dereference(stream).unwrap();
    let said = String::from_utf8(stream.as_stream().unwrap().content.clone()).expect("UTF-8");
    assert!(said.contains("&lt;Arsip&gt;"), "{said}");
    assert!(!said.contains(['\u{fffe}', '\u{1}']));
    roxmltree::Document::parse(said.trim_start_matches('\u{feff}')).expect("XML");
}
