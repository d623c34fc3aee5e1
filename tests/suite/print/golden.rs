//! The drawing of two small flows, place by place: what moves without being meant to is seen here.

use super::{Paper, figures, models, printed};
use sop::layout::{Draw, Page, Point, Shape};
use sop::model::Sop;
use sop::read::yaml::read_yaml;
use std::fmt::Write;
use std::path::Path;

fn place(point: &Point) -> String {
    format!("{},{}", point.x, point.y)
}

/// Symbols with their areas, arrows with their corners, and a count of everything drawn.
fn account(page: &Page) -> String {
    let mut out = format!("{}: {} drawn, {} labels\n", page.bookmark, page.ops.len(), page.labels.len());
    for it in &page.shapes {
        let name = match it.shape {
            Shape::Pentagon(letter) => format!("pentagon {letter}"),
            other => format!("{other:?}").to_lowercase(),
        };
        let _ = writeln!(out, "{name} {},{} {}x{}", it.area.x, it.area.y, it.area.w, it.area.h);
    }
    for it in &page.connectors {
        let way: Vec<String> = it.points.iter().map(place).collect();
        let _ = writeln!(out, "{}-{} {}", it.ends.0, it.ends.1, way.join(" "));
    }
    out
}

/// What the texts of a page are and where they start.
fn texts(page: &Page) -> String {
    let line = |op: &Draw| match op {
        Draw::Text { at, size, text, .. } => Some(format!("{},{} {size} {text}\n", at.x, at.y)),
        _ => None,
    };
    page.ops.iter().filter_map(line).collect()
}

#[track_caller]
fn assert_golden(name: &str, sop: &Sop) {
    let pages = printed(sop, Paper::A4);
    let is: String = pages.iter().map(|page| account(page) + &texts(page)).collect();
    compare(name, &is);
}

#[track_caller]
fn compare(name: &str, is: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/data").join(name);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, is).expect("the drawing can be written");
    }
    let should = std::fs::read_to_string(&path).unwrap_or_default();
    let differs = is.lines().zip(should.lines()).find(|(is, should)| is != should);
    assert!(is == should, "{name}: {differs:?} (UPDATE=1 writes it)");
}

#[test]
fn two_small_flows_are_drawn_place_by_place_as_they_were() {
    assert_golden("drawn-returns.txt", &models::returns());
    assert_golden("drawn-several-cells.txt", &models::several_cells());
}

/// Symbols and arrows of a page in whole points: how it is drawn, whatever letters and heights come to.
fn outline(page: &Page) -> String {
    let round = |length: i32| (length + 50) / 100;
    let corner = |point: &Point| format!("{},{}", round(point.x), round(point.y));
    let mut out = format!("{}\n", page.bookmark);
    for it in &page.shapes {
        let name = match it.shape {
            Shape::Pentagon(letter) => format!("pentagon {letter}"),
            other => format!("{other:?}").to_lowercase(),
        };
        let _ = writeln!(out, "{name} {}", corner(&it.area.centre()));
    }
    for it in &page.connectors {
        let way: Vec<String> = it.points.iter().map(corner).collect();
        let _ = writeln!(out, "{}-{} {}", it.ends.0, it.ends.1, way.join(" "));
    }
    out
}

#[test]
fn drawings_of_every_kind_are_drawn_as_they_were() {
    for name in figures::names("tests/suite/data/drawings") {
        let pages = printed(&figures::drawing(&name), Paper::A4);
        let is: String = pages.iter().filter(|page| !page.strips.is_empty()).map(outline).collect();
        compare(&format!("drawings/{name}.txt"), &is);
    }
}

/// What the table says besides its flow: each text where it stands, in whole points.
fn written(page: &Page) -> String {
    let line = |op: &Draw| match op {
        Draw::Text { at, text, .. } => Some(format!("{},{} {text}\n", (at.x + 50) / 100, (at.y + 50) / 100)),
        _ => None,
    };
    page.ops.iter().filter_map(line).collect()
}

#[test]
fn forms_of_every_kind_are_written_and_drawn_as_they_were() {
    let names = figures::names("tests/suite/data/forms");
    assert_eq!(names.len(), 8);
    for name in names {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/suite/data/forms/{name}.yaml"));
        let sop = read_yaml(&std::fs::read_to_string(path).expect("a form")).expect("YAML").remove(0);
        let pages = printed(&sop, Paper::A4);
        let tables = pages.iter().filter(|page| !page.strips.is_empty());
        let is: String = tables.map(|page| outline(page) + &written(page)).collect();
        compare(&format!("forms/{name}.txt"), &is);
    }
}
