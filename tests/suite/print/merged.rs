//! Cells of text that go on over several rows: one cell in every print, on every page that has some of its rows.

use super::tagged::{dictionary, opened};
use super::{PAPERS, Print, assert_clean, fonts, printed, words};
use lopdf::Object;
use sop::analysis::analyze;
use sop::layout::{Area, Draw, Page, Paper, Point, Seg};
use sop::model::{Sop, StepField};
use sop::read::yaml::read_yaml;
use sop::render::markdown::to_markdown;
use sop::render::print::Metadata;
use sop::render::terminal::{Glyphs, table};
use sop::render::yaml::to_yaml;
use sop::render::{html, pdfa};
use std::fmt::Write;

const SHORT: &str = include_str!("../data/model/merged-cells.yaml");

fn sop(yaml: &str) -> Sop {
    read_yaml(yaml).unwrap().remove(0)
}

/// Thirty steps on several pages: one time for all of them, papers for all of them that no single page can list, and a long
/// remark over a few.
fn long() -> Sop {
    let papers: Vec<String> = (1..=60).map(|at| format!("Berkas nomor {at}")).collect();
    let remark = "Catatan yang berlaku bagi banyak langkah sekaligus. ".repeat(8);
    let mut yaml = "versi: 1\nidentitas:\n  nama: Uji\npelaksana:\n  - {id: a, nama: Staf}\nkegiatan:\n".to_owned();
    for at in 1..=30 {
        let _ = writeln!(yaml, "  - nomor: {at}\n    uraian: Mengerjakan bagian {at}\n    pelaksana: a");
        let mut merged = vec!["kelengkapan", "waktu"];
        match at {
            1 => {
                let _ = writeln!(yaml, "    waktu: 5 hari\n    kelengkapan: [{}]", papers.join(", "));
                merged.clear();
            }
            4 => {
                let _ = writeln!(yaml, "    keterangan: {remark}");
            }
            5..=7 => merged.push("keterangan"),
            _ => {}
        }
        if !merged.is_empty() {
            let _ = writeln!(yaml, "    gabung_atas: [{}]", merged.join(", "));
        }
    }
    sop(&yaml)
}

/// The texts in an area.
fn texts(page: &Page, area: Area) -> Vec<&str> {
    let inside = |at: &Point| (area.x..area.right()).contains(&at.x) && (area.y..area.bottom()).contains(&at.y);
    page.ops
        .iter()
        .filter_map(|op| match op {
            Draw::Text { at, text, .. } if inside(at) => Some(text.as_str()),
            _ => None,
        })
        .collect()
}

#[test]
fn one_cell_is_drawn_over_its_rows() {
    let sop = sop(SHORT);
    PAPERS.into_iter().for_each(|paper| assert_clean(&sop, paper));
    let pages = printed(&sop, Paper::A4);
    let page = pages.iter().find(|page| !page.strips.is_empty()).unwrap();
    let cell = |row: usize, at: usize| page.strips[row].cells[at].0;
    let (time, output) = (cell(0, 3), cell(2, 4));
    assert_eq!((cell(1, 3), cell(2, 3)), (time, time));
    assert_eq!((time.y, time.bottom()), (page.strips[0].actors.y, page.strips[2].actors.bottom()));
    assert_eq!(texts(page, time), ["2 jam"]);
    assert_eq!((cell(3, 4), output.bottom()), (output, page.strips[3].actors.bottom()));
    let middle = page.ops.iter().find_map(|op| match op {
        Draw::Text { at, text, size, .. } if text == "2 jam" => Some(at.y - size / 3),
        _ => None,
    });
    assert!(middle.unwrap().abs_diff(time.centre().y) < 300, "{middle:?} {time:?}");
}

#[test]
fn no_line_runs_through_a_cell_of_several_rows() {
    let sop = sop(SHORT);
    for page in printed(&sop, Paper::F4) {
        let tall: Vec<Area> = page.strips.iter().flat_map(|strip| strip.cells.iter().map(|it| it.0)).collect();
        let frames = page.ops.iter().filter_map(|op| match op {
            Draw::Path { segs, closed: true, .. } => Some(segs),
            _ => None,
        });
        let corner = |seg: &Seg| match seg {
            Seg::Move(at) | Seg::Line(at) | Seg::Curve(_, _, at) => *at,
        };
        for at in frames.flatten().map(corner) {
            let inside = |area: &&Area| area.x < at.x && at.x < area.right() && area.y < at.y && at.y < area.bottom();
            assert_eq!(tall.iter().find(inside), None, "{at:?}");
        }
    }
}

#[test]
fn on_each_page_the_cell_says_what_it_says_or_goes_on() {
    let sop = long();
    PAPERS.into_iter().for_each(|paper| assert_clean(&sop, paper));
    let pages = printed(&sop, Paper::A4);
    let tables: Vec<&Page> = pages.iter().filter(|page| !page.strips.is_empty()).collect();
    assert!(tables.len() > 1);
    for page in &tables {
        assert_eq!(texts(page, page.strips[0].cells[3].0), ["5 hari"]);
    }
    let said = words(&pages);
    for at in 1..=60 {
        assert_eq!(said.lines().filter(|line| *line == format!("- Berkas nomor {at}")).count(), 1, "{at}");
    }
}

#[test]
fn every_other_print_tells_it_and_markdown_is_read_back() {
    let sop = sop(SHORT);
    assert_eq!(to_yaml(std::slice::from_ref(&sop)).split_once("kegiatan:").unwrap().1.trim(), {
        let canonical = SHORT.replace("[waktu, kelengkapan, keterangan]", "[kelengkapan, waktu, keterangan]");
        canonical.split_once("kegiatan:").unwrap().1.trim().to_owned()
    });
    let markdown = to_markdown(std::slice::from_ref(&sop));
    assert!(markdown.contains("| ↑ | ↑ | Surat terperiksa | ↑ |"), "{markdown}");
    let again = analyze(markdown.as_bytes(), "a.md").unwrap().sops.remove(0);
    let merged = |sop: &Sop| sop.steps.iter().map(|step| step.merged.clone()).collect::<Vec<Vec<StepField>>>();
    assert_eq!(merged(&again), merged(&sop));
    assert!(again.steps.iter().all(|step| step.duration.known().is_some() || step.duration.is_silent()));
    for (glyphs, mark) in [(Glyphs::Unicode, "│↑"), (Glyphs::Ascii, "|^")] {
        let drawn = table(&sop, 100, glyphs);
        assert_eq!(drawn.matches(mark).count(), 5, "{drawn}");
    }
    let pages = printed(&sop, Paper::A4);
    let page = html::render(&sop, &pages, "");
    assert_eq!(page.matches("<p>Waktu: satu dengan langkah 1</p>").count(), 2, "{page}");
}

/// Row spans of the cells of the table, in the order they are read.
#[test]
fn it_is_heard_once_with_its_rows() {
    let sop = sop(SHORT);
    let (pages, metadata, yaml) = (printed(&sop, Paper::A4), Metadata::of(&sop), to_yaml(std::slice::from_ref(&sop)));
    let print = Print { pages: &pages, metadata: &metadata, yaml: &yaml };
    let document = opened(&pdfa::render(&print, &fonts()).unwrap());
    let spans = document.objects.values().filter_map(|it| dictionary(&document, it)).filter_map(|tag| {
        (tag.get(b"S").and_then(Object::as_name).ok()? == b"TD").then_some(())?;
        let attributes = tag.get(b"A").ok()?;
        let of = |it: &Object| dictionary(&document, it)?.get(b"RowSpan").and_then(Object::as_i64).ok();
        match document.dereference(attributes).ok()?.1 {
            Object::Array(list) => list.iter().find_map(of),
            one => of(one),
        }
    });
    let mut spans: Vec<i64> = spans.collect();
    spans.sort_unstable();
    assert_eq!(spans, [2, 2, 2, 3]);
}
