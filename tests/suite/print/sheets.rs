//! Workbooks: what they show is read back as what the SOP says.

use super::{flows, fonts, models, printed};
use crate::support::golden::content;
use sop::analysis::analyze;
use sop::layout::{Form, Page, Paper, PrintOptions, account, lay_out};
use sop::model::{Addresses, Sop, Sourced, Symbol, Target, Way};
use sop::render::print::Metadata;
use sop::render::{svg, xlsx};
use sop::source::Place;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Flows to try: as `SOP_FLOWS` says, else few.
fn cases() -> u32 {
    std::env::var("SOP_FLOWS").ok().and_then(|it| it.parse().ok()).unwrap_or(20)
}

fn book(sop: &Sop, pages: &[Page]) -> Vec<u8> {
    xlsx::render(&[(sop, pages)], &Form::default(), &Metadata::of(sop)).expect("it can be packed")
}

/// The SOP that a workbook shows, without the account of how it was read.
fn back(book: &[u8]) -> Result<Sop, String> {
    let mut sops = analyze(book, "x.xlsx").map_err(|error| error.to_string())?.sops;
    if sops.len() != 1 {
        return Err(format!("{} SOPs", sops.len()));
    }
    Ok(Sop { conversion: None, ..sops.remove(0) })
}

/// Everything that a print says, in one text.
fn shown(sop: &Sop) -> String {
    svg::render(&lay_out(sop, &PrintOptions::default(), &fonts()), "Arial")
}

/// As much of an SOP as paper can say: no arrow without a target, of who acts along with others not the order in which they
/// were written.
fn sayable(sop: &Sop) -> Sop {
    let mut sop = Sop { conversion: None, ..sop.clone() };
    for at in 0..sop.actors.len() {
        let name = sop.actors[at].name.value.clone();
        if sop.actors[..at].iter().any(|it| it.name.value == name) {
            sop.actors[at].name.value = format!("{name} Cabang");
        }
    }
    // A symbol that nothing of its row leads to has no place in the row's order on paper.
    let (edges, rows) = (sop.edges(), sop.steps.len());
    let ends = sop.steps.last().is_some_and(|step| sop.symbol(rows - 1, step.cells.len() - 1) == Symbol::End);
    for (row, step) in sop.steps.iter_mut().enumerate() {
        let is_led = |at: &usize| edges.iter().any(|edge| edge.from == (row, at - 1) && edge.to == Some((row, *at)));
        let led = (1..step.cells.len()).take_while(is_led).count();
        step.cells.truncate(led + 1);
        // A capsule behind another symbol is the end and not one more act, of another actor at least while rows follow.
        if let [.., before, last] = &step.cells[..]
            && (before.actor == last.actor || row + 1 < rows)
            && last.symbol.as_ref().map(|it| it.value).or((ends && row + 1 == rows).then_some(Symbol::End))
                == Some(Symbol::End)
        {
            step.cells.pop();
            if let Some(cell) = step.cells.last_mut().filter(|cell| !cell.branches()) {
                cell.next = vec![Sourced::new(Target::End, Place::NOWHERE).into()];
            }
        }
    }
    let lost = sop.clone();
    let order: Vec<_> = sop.actors.iter().map(|actor| actor.id.clone()).collect();
    for (row, step) in sop.steps.iter_mut().enumerate() {
        for (at, cell) in step.cells.iter_mut().enumerate() {
            let is_lost = |way: &Way| Addresses::of(&lost).resolve_from((row, at), &way.value).is_none();
            for way in [&mut cell.yes, &mut cell.no] {
                if way.as_ref().is_some_and(is_lost) {
                    *way = Some(Sourced::new(Target::Step(row as u32 + 1), Place::NOWHERE).into());
                }
            }
        }
        let acting: Vec<_> = step.actors().map(|it| it.value.clone()).collect();
        step.joint.retain(|it| !acting.contains(&it.value));
        step.joint.sort_by_key(|it| order.iter().position(|id| *id == it.value));
        step.joint.dedup();
    }
    sop
}

/// What the workbook of an SOP says otherwise than the SOP.
fn changed(sop: &Sop) -> Option<String> {
    let sop = &sayable(sop);
    difference(sop, &book(sop, &printed(sop, Paper::A4)))
}

/// What a workbook says otherwise than the SOP.
fn difference(sop: &Sop, book: &[u8]) -> Option<String> {
    let back = match back(book) {
        Ok(back) => back,
        Err(error) => return Some(error),
    };
    if shown(sop) == shown(&back) {
        return None;
    }
    let (before, after) = (account(sop), account(&back));
    let flow =
        before.iter().zip(&after).filter(|(one, other)| one != other).map(|(one, other)| format!("{one}\n    {other}"));
    let flow: Vec<String> = flow.collect();
    if flow.is_empty() {
        let (one, other) = (shown(sop), shown(&back));
        let line = one.lines().zip(other.lines()).find(|(one, other)| one != other);
        return Some(format!("{} {} {line:?}", before.len(), after.len()));
    }
    Some(flow.join("\n"))
}

#[test]
fn generated_flows_come_back() {
    let faults: Vec<(u64, String)> =
        (0..u64::from(cases())).filter_map(|seed| Some((seed, changed(&flows::flow(seed, 30))?))).collect();
    for (seed, fault) in &faults {
        eprintln!("== {seed}\n{fault}");
    }
    assert!(faults.is_empty(), "{} of {}", faults.len(), cases());
}

#[test]
fn made_up_documents_come_back() {
    for sop in
        [models::returns(), models::several_cells(), models::many_actors(), models::long_texts(), models::tall_row(4)]
    {
        assert_eq!(changed(&sop), None);
    }
}

/// The parts of a workbook, by name.
fn parts(book: &[u8]) -> BTreeMap<String, String> {
    let mut archive = ZipArchive::new(Cursor::new(book)).expect("an archive");
    let mut parts = BTreeMap::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let mut text = String::new();
        let name = part.name().unwrap().into_owned();
        if part.read_to_string(&mut text).is_ok() {
            parts.insert(name, text);
        }
    }
    parts
}

/// The values of an attribute, wherever it stands.
fn values(part: &str, element: &str, attribute: &str) -> Vec<String> {
    let tree = roxmltree::Document::parse(part).expect("well-formed XML");
    let found = tree.descendants().filter(|it| it.tag_name().name() == element);
    found.filter_map(|it| it.attribute(attribute)).map(str::to_owned).collect()
}

#[test]
fn arrows_are_glued_to_symbols_that_are_there() {
    let sop = models::several_cells();
    let pages = printed(&sop, Paper::A4);
    let parts = parts(&book(&sop, &pages));
    let drawing = &parts["xl/drawings/drawing2.xml"];
    let symbols: usize = pages.iter().map(|page| page.shapes.len()).sum();
    let arrows: usize = pages.iter().map(|page| page.connectors.len() + page.joins.0.len()).sum();
    let ends = [values(drawing, "stCxn", "id"), values(drawing, "endCxn", "id")];
    assert_eq!(ends.each_ref().map(Vec::len), [arrows, arrows]);
    let tree = roxmltree::Document::parse(drawing).unwrap();
    let named = |name: &str| {
        let all = tree.descendants().filter(|it| it.tag_name().name() == "cNvPr");
        let own = all.filter(|it| it.attribute("name").is_some_and(|it| it.starts_with(name)));
        own.filter_map(|it| it.attribute("id")).collect::<BTreeSet<&str>>()
    };
    let shapes = named("Simbol ");
    assert_eq!((shapes.len(), named("Panah ").len()), (symbols, arrows));
    assert!(shapes.is_disjoint(&named("Panah ")) && ends.iter().flatten().all(|id| shapes.contains(id.as_str())));
    assert!(values(drawing, "twoCellAnchor", "editAs").iter().all(|it| it == "twoCell"));
    assert!(values(drawing, "stCxn", "idx").iter().all(|it| ["0", "1", "2", "3"].contains(&it.as_str())));
    let told: Vec<String> = values(drawing, "cNvPr", "descr");
    assert_eq!(told.len(), symbols);
    assert!(
        told.contains(&"langkah 5, Pengadministrasi Umum, keputusan; ya ke 6 (Sekretaris), tidak selesai".to_owned())
    );
}

#[test]
fn sheets_are_printed_as_the_form_is() {
    let sop = models::returns();
    let parts = parts(&book(&sop, &printed(&sop, Paper::F4)));
    let sheet = &parts["xl/worksheets/sheet2.xml"];
    assert!(
        sheet.contains("<pageSetup paperSize=\"14\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/>")
    );
    assert_eq!(values(sheet, "brk", "id").len(), printed(&sop, Paper::F4).len() - 2);
    assert!(parts["xl/workbook.xml"].contains("'Prosedur'!$1:$2</definedName>"));
    assert!(values(sheet, "row", "customHeight").iter().all(|it| it == "1"));
    assert_eq!(book(&sop, &printed(&sop, Paper::A4)), book(&sop, &printed(&sop, Paper::A4)));
}

#[test]
fn hostile_texts_stay_texts() {
    let mut sop = models::returns();
    for (at, text) in
        ["=1+1", "@SUM(A1)", "_x0041_", "a\u{1}b\u{ffff}", "<&>\"", &"\u{1f600}".repeat(20_000)].iter().enumerate()
    {
        sop.steps[at].activity = models::known((*text).to_owned());
    }
    sop.identity.title = models::known("&P &\"Arial\" [x]:*?/".to_owned());
    let book = book(&sop, &printed(&sop, Paper::A4));
    let parts = parts(&book);
    let sheet = &parts["xl/worksheets/sheet2.xml"];
    assert!(!sheet.contains("<f>") && sheet.contains("<t xml:space=\"preserve\">=1+1</t>"));
    assert!(sheet.contains("_x005F_x0041_") && sheet.contains("a\u{fffd}b\u{fffd}"));
    let longest = values_of(sheet).into_iter().map(|it| it.encode_utf16().count()).max();
    assert!(longest.is_some_and(|it| it <= 32_767));
    assert!(sheet.contains("&amp;&amp;P &amp;&amp;&quot;Arial&amp;&amp;&quot;") || sheet.contains("&amp;&amp;P"));
    assert!(
        parts.iter().filter(|(name, _)| name.ends_with(".xml")).all(|(_, it)| roxmltree::Document::parse(it).is_ok())
    );
    let back = back(&book).unwrap();
    assert_eq!(back.steps[0].activity.value().map(String::as_str), Some("=1+1"));
    assert_eq!(back.steps[2].activity.value().map(String::as_str), Some("_x0041_"));
}

fn values_of(sheet: &str) -> Vec<String> {
    let tree = roxmltree::Document::parse(sheet).expect("well-formed XML");
    tree.descendants().filter(|it| it.tag_name().name() == "t").filter_map(|it| it.text()).map(str::to_owned).collect()
}

/// The examples, as LibreOffice 7.4 saved their workbooks: without glue, with new numbers, with other sizes of columns.
#[test]
fn what_libreoffice_saved_still_says_the_same() {
    for name in ["izin-reklame", "rencana-kerja"] {
        let yaml = content(&format!("examples/{name}.yaml"));
        let sop = sayable(&analyze(&yaml, "x.yaml").unwrap().sops.remove(0));
        let saved = content(&format!("tests/suite/data/office/xlsx/saved/{name}.xlsx"));
        assert_eq!(difference(&sop, &saved), None, "{name}");
        assert_eq!(changed(&sop), None, "{name}");
    }
}

#[test]
fn cells_over_several_rows_come_back() {
    let sop = analyze(&content("tests/suite/data/model/merged-cells.yaml"), "x.yaml").unwrap().sops.remove(0);
    assert!(sop.steps.iter().any(|step| !step.merged.is_empty()));
    assert_eq!(changed(&sop), None);
}
