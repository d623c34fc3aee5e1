//! The print as a Word file: what it says is read back from what stands on its pages.

use super::{flows, fonts, models};
use crate::support::golden::{content, stems};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use sop::analysis::analyze;
use sop::layout::{Draw, Form, Head, PrintOptions, Role, bind, lay_out, said};
use sop::model::{ActorId, Cell, EdgeKind, SectionKind, Sop, Sourced, Symbol, Target};
use sop::render::docx::{Text, render};
use sop::render::print::Metadata;

/// Models of the property tests: as many as the variable says, few where it says nothing.
fn cases() -> u32 {
    std::env::var("SOP_PRINTS").ok().and_then(|count| count.parse().ok()).unwrap_or(12)
}

/// These SOPs as a Word file.
pub fn word(sops: &[Sop]) -> Vec<u8> {
    let (fonts, options) = (fonts(), PrintOptions::default());
    let pages = bind(sops.iter().map(|sop| lay_out(sop, &options, &fonts)).collect());
    let metadata = sops.first().map(Metadata::of).unwrap_or_default();
    let text = Text { pages: &pages, sops, metadata: &metadata, form: &options.form, family: "Arial" };
    render(&text).expect("it can be packed")
}

/// Everything that the form says, a line for each fact.
pub fn facts(sop: &Sop) -> Vec<String> {
    let form = Form::default();
    let one = |role: Role| said(sop, &form, &role).join(" | ").split_whitespace().collect::<Vec<_>>().join(" ");
    let mut facts = vec![format!("nama: {}", one(Role::Title)), format!("instansi: {}", one(Role::Agency))];
    facts.extend((0..9).map(|number| format!("isian {number}: {}", one(Role::Value(number)))));
    for kind in SectionKind::ALL {
        let items = (0..).map(|item| one(Role::ItemText(kind, item))).take_while(|text| !text.is_empty());
        facts.extend(items.map(|item| format!("{}: {item}", kind.key())));
    }
    let actors = sop.actors.len();
    facts.extend(
        (0..actors)
            .map(|at| format!("pelaksana: {}", one(Role::Head(Head { row: 1, column: at + 2, columns: 1, rows: 1 })))),
    );
    for (row, step) in sop.steps.iter().enumerate() {
        facts.extend(step.headings.iter().map(|it| format!("{}: judul {}", step.number, it.value)));
        let columns = [0, 1].into_iter().chain(2 + actors.max(1)..6 + actors.max(1));
        facts.extend(
            columns
                .map(|column| format!("{} {column}: {}", step.number, one(Role::Cell { step: row, column, rows: 1 }))),
        );
        for (at, cell) in step.cells.iter().enumerate() {
            if let Some(actor) = &cell.actor {
                let symbol = sop.symbol(row, at);
                facts.push(format!("{}: {} {symbol:?}", step.number, sop.actor_name(&actor.value)));
            }
        }
        let mut joint: Vec<&str> = step.joint.iter().map(|it| sop.actor_name(&it.value)).collect();
        joint.sort_unstable();
        joint.dedup();
        joint.iter().for_each(|name| facts.push(format!("{}: bersama {name}", step.number)));
    }
    facts.extend(edges(sop));
    facts
}

fn edges(sop: &Sop) -> Vec<String> {
    let place = |(row, at): (usize, usize)| {
        let actor = sop.steps[row].cells[at].actor.as_ref().map_or("?", |it| sop.actor_name(&it.value));
        format!("{} {actor}", sop.steps[row].number)
    };
    let mut lines: Vec<String> = sop
        .edges()
        .iter()
        .map(|edge| {
            let kind = match edge.kind {
                EdgeKind::Yes => "ya",
                EdgeKind::No => "tidak",
                EdgeKind::Next | EdgeKind::Case(_) => "lanjut",
            };
            let to = edge.to.map_or("selesai".to_owned(), place);
            let label = sop.label(edge).unwrap_or_default();
            format!("{} {kind} [{label}] {to} {}", place(edge.from), edge.dashed)
        })
        .collect();
    lines.sort();
    lines
}

/// What the file says otherwise than the SOP.
fn differences(sop: &Sop, bytes: &[u8]) -> Vec<String> {
    let read = analyze(bytes, "x.docx").expect("it is a Word file").sops;
    let (own, back) = (facts(sop), read.iter().flat_map(facts).collect::<Vec<_>>());
    let lost = own.iter().filter(|it| !back.contains(it)).map(|it| format!("- {it}"));
    lost.chain(back.iter().filter(|it| !own.contains(it)).map(|it| format!("+ {it}"))).collect()
}

/// The SOP without what no print draws: who hands work to himself, or acts along with himself; and without what is drawn as
/// something else: an end that its own actor comes to in one row is a capsule beside his symbol, as an end of the flow is.
fn drawable(mut sop: Sop) -> Sop {
    for step in &mut sop.steps {
        for cell in &mut step.cells {
            cell.next.retain(|way| way.value != Target::End);
            // Words that say no are read so.
            cell.yes
                .iter_mut()
                .for_each(|way| way.label = way.label.take().filter(|it| !it.value.starts_with("Belum")));
        }
        let ends = |cell: &Cell| cell.symbol.as_ref().is_some_and(|it| it.value == Symbol::End);
        let hangs = |cell: &Cell| cell.symbol.as_ref().is_some_and(|it| it.value == Symbol::Document);
        if step.cells.len() > 1 && step.cells.iter().any(|it| ends(it) || hangs(it)) {
            step.cells.truncate(1);
        }
    }
    if let Some(last) = sop.steps.last_mut() {
        last.cells.truncate(1);
    }
    while let Some(edge) = sop.edges().into_iter().find(|edge| edge.to == Some(edge.from)) {
        let cell = &mut sop.steps[edge.from.0].cells[edge.from.1];
        match edge.kind {
            EdgeKind::Yes => cell.yes.as_mut().expect("it is there").value = Target::End,
            EdgeKind::No => cell.no.as_mut().expect("it is there").value = Target::End,
            _ => cell.next.clear(),
        }
    }
    for step in &mut sop.steps {
        let acting: Vec<ActorId> = step.actors().map(|it| it.value.clone()).collect();
        step.joint.retain(|it| !acting.contains(&it.value));
    }
    sop
}

/// The SOP without own words of branches that the print has no room for: it draws their letters there.
fn as_worded(mut sop: Sop) -> Sop {
    let pages = lay_out(&sop, &PrintOptions::default(), &fonts());
    let texts = pages.iter().flat_map(|page| &page.ops).filter_map(|op| match op {
        Draw::Text { text, .. } => Some(text.clone()),
        _ => None,
    });
    let texts: Vec<String> = texts.collect();
    let is_drawn = |it: &Sourced<String>| texts.iter().filter(|text| **text == it.value).count();
    let ways = sop.steps.iter().flat_map(|step| &step.cells).flat_map(|cell| cell.yes.iter().chain(&cell.no));
    let labels: Vec<Sourced<String>> = ways.filter_map(|way| way.label.clone()).collect();
    let has_all = labels.iter().all(|it| is_drawn(it) >= labels.iter().filter(|other| other.value == it.value).count());
    if !has_all {
        for cell in sop.steps.iter_mut().flat_map(|step| &mut step.cells) {
            cell.yes.iter_mut().chain(&mut cell.no).for_each(|way| way.label = None);
        }
    }
    sop
}

fn example(name: &str) -> Sop {
    analyze(&content(&format!("examples/{name}.yaml")), name).expect("an example").sops.remove(0)
}

#[test]
fn examples_are_read_back_from_their_word_files() {
    for name in stems("examples", ".yaml") {
        let sop = example(&name);
        let differences = differences(&sop, &word(std::slice::from_ref(&sop)));
        assert!(differences.is_empty(), "{name}:\n{}", differences.join("\n"));
    }
}

#[test]
fn flows_are_read_back_from_word_files() {
    for seed in 0..u64::from(cases()) {
        let sop = drawable(flows::flow(seed, 30));
        if !sop.doubts().is_empty() {
            continue;
        }
        let bytes = word(std::slice::from_ref(&sop));
        // For `tests/office/word.py`, which has other programs save them anew.
        if let Some(folder) = std::env::var_os("SOP_WORD_FILES") {
            std::fs::write(std::path::Path::new(&folder).join(format!("{seed}.docx")), &bytes).expect("a folder");
        }
        let differences = differences(&sop, &bytes);
        assert!(differences.is_empty(), "{seed}:\n{}", differences.join("\n"));
    }
}

#[test]
fn any_flow_without_doubts_is_read_back_from_its_word_file() {
    let mut runner = TestRunner::deterministic();
    let mut bad = 0;
    for at in 0..cases() {
        let models::Any(sop) = models::any_sop().new_tree(&mut runner).expect("a model").current();
        let sop = as_worded(drawable(sop));
        if sop.doubts().is_empty() {
            let differences = differences(&sop, &word(std::slice::from_ref(&sop)));
            if !differences.is_empty() {
                bad += 1;
                eprintln!("{at}:\n{}", differences.join("\n"));
            }
        }
    }
    assert_eq!(bad, 0);
}

#[test]
fn files_that_libreoffice_saved_say_the_same() {
    for name in ["izin-reklame", "rencana-kerja"] {
        let saved = content(&format!("tests/suite/data/office/{name}-disimpan-libreoffice.docx"));
        let differences = differences(&example(name), &saved);
        assert!(differences.is_empty(), "{name}:\n{}", differences.join("\n"));
    }
}

/// The text of a part of the file.
fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("an archive");
    let mut text = String::new();
    std::io::Read::read_to_string(&mut archive.by_name(name).expect("the part"), &mut text).expect("UTF-8");
    text
}

/// A name of several lines that runs upwards has the height of its row, not the width of its column.
#[test]
fn names_that_run_upwards_have_room_for_their_lines() {
    let mut sop = models::many_actors();
    sop.actors[3].name.value = "Kepala Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu".to_owned();
    let pages = lay_out(&sop, &PrintOptions::default(), &fonts());
    let is_own = |role: &Role| said(&sop, &Form::default(), role).concat() == sop.actors[3].name.value;
    let page = pages.iter().find(|page| page.marks.iter().any(|mark| is_own(&mark.role))).expect("a table");
    let mark = page.marks.iter().find(|mark| is_own(&mark.role)).expect("its name");
    let widths: Vec<i32> = page.ops[mark.ops.clone()]
        .iter()
        .filter_map(|op| match op {
            Draw::Text { width, upwards: true, .. } => Some(*width),
            _ => None,
        })
        .collect();
    assert!(widths.len() > 1, "the case has several lines");
    let text = part(&word(std::slice::from_ref(&sop)), "word/document.xml");
    let before = &text[..text.find(&sop.actors[3].name.value).expect("its name")];
    let number = |key: &str| {
        let at = before.rfind(key).expect("it is said") + key.len();
        before[at..].split('"').next().and_then(|it| it.parse::<i32>().ok()).expect("a number")
    };
    let room = number("<w:trHeight w:val=\"") - number("<w:ind w:left=\"") - number(" w:right=\"");
    let widest = widths.iter().max().copied().unwrap_or(0) * 20 / sop::layout::PT;
    assert!((widest..widest + 60).contains(&room), "{widest} in {room}");
}

#[test]
fn whatever_a_document_says_stays_text() {
    let mut sop = example("surat-masuk");
    let nasty = "</w:t></w:p>&\u{202e}terbalik\u{1}\u{fffe} ]]> \u{2028}";
    sop.identity.title = models::known(nasty.to_owned());
    sop.steps[1].activity = models::known(format!("{nasty}\n{nasty}"));
    let bytes = word(std::slice::from_ref(&sop));
    for name in ["word/document.xml", "word/footer1.xml", "docProps/core.xml"] {
        let text = part(&bytes, name);
        assert!(!text.contains(['\u{202e}', '\u{1}', '\u{fffe}']), "{name}");
        let mut reader = quick_xml::Reader::from_str(&text);
        let mut depth = 0;
        loop {
            match reader.read_event().expect("well-formed") {
                quick_xml::events::Event::Start(_) => depth += 1,
                quick_xml::events::Event::End(_) => depth -= 1,
                quick_xml::events::Event::Eof => break,
                _ => {}
            }
        }
        assert_eq!(depth, 0, "{name}");
    }
    let read = analyze(&bytes, "x.docx").expect("it is a Word file").sops;
    assert!(read[0].steps[1].activity.value().is_some_and(|it| it.starts_with("</w:t></w:p>&")));
}

#[test]
fn the_same_sops_give_the_same_bytes_each_with_its_own_pages() {
    let sops = [example("surat-masuk"), example("upacara")];
    let bytes = word(&sops);
    assert!(bytes == word(&sops));
    let text = part(&bytes, "word/document.xml");
    assert_eq!(text.matches("<w:sectPr>").count(), 2);
    assert_eq!(text.matches("<w:pgNumType w:start=\"1\"/>").count(), 2);
    assert!(part(&bytes, "word/footer2.xml").contains("SECTIONPAGES"));
    let titles: Vec<_> = analyze(&bytes, "x.docx").expect("it is a Word file").sops;
    let titles: Vec<_> = titles.iter().map(|sop| sop.identity.title.value().cloned()).collect();
    assert_eq!(titles, sops.each_ref().map(|sop| sop.identity.title.value().cloned()));
}

#[test]
fn a_word_file_is_made_of_what_offices_work_with() {
    let sop = example("izin-reklame");
    let bytes = word(std::slice::from_ref(&sop));
    let text = part(&bytes, "word/document.xml");
    // Two rows of headings on each page of the table, and no row is split.
    let pages = text.matches("<w:pageBreakBefore/>").count();
    assert_eq!(text.matches("<w:tblHeader/>").count(), 2 * pages);
    assert_eq!(text.matches("<w:cantSplit/>").count(), text.matches("<w:tr>").count());
    assert!(text.contains("w:orient=\"landscape\""));
    assert!(text.contains("descr=\"langkah 1, "), "symbols are told to those who do not see them");
    let symbols = text.matches("layoutInCell=\"1\"").count();
    assert!(symbols > 2 * sop.steps.len(), "{symbols}");
    assert!(part(&bytes, "word/numbering.xml").contains("w:numFmt w:val=\"decimal\""));
    assert!(part(&bytes, "word/styles.xml").contains("w:lang w:val=\"id-ID\""));
    assert!(
        part(&bytes, "docProps/core.xml").contains("<dcterms:created xsi:type=\"dcterms:W3CDTF\">2024-09-02T00:00:00Z")
    );
}
