//! Flow from a drawing: a table of three actors, made by hand, with shapes and lines over it.

use sop::document::drawing::{Connector, Drawing, End, Label, Shape, ShapeKind};
use sop::document::{Document, Grid, Page, Row, Text};
use sop::model::{LeftoverKind, Sop, Symbol, Target, TroubleKind, Way};
use sop::parse::parse;
use sop::source::{Frame, Point, Source, Span};

/// Width of a column and height of a row.
const SIDE: f32 = 60.0;

/// First actor column.
const LANES: usize = 2;

/// A sheet in the making: what is written on it, and what is drawn.
struct Sheet {
    text: String,
    document: Document,
}

impl Sheet {
    /// A page for each count of steps, numbered through; columns No, Kegiatan, A, B, C, Kelengkapan, Waktu, Output.
    fn new(pages: &[usize]) -> Self {
        let mut sheet = Self { text: String::new(), document: Document::default() };
        let mut number = 0;
        for (at, steps) in pages.iter().enumerate() {
            let start = sheet.document.rows.len();
            if at == 0 {
                sheet.row(0, &["No", "Kegiatan", "Pelaksana", "", "", "Kelengkapan", "Waktu", "Output"]);
                sheet.row(1, &["", "", "Arsiparis", "Bendahara", "Camat", "", "", ""]);
            }
            for _ in 0..*steps {
                number += 1;
                let top = sheet.document.rows.len() - start;
                let number = number.to_string();
                sheet.row(top, &[&number, "Mengolah berkas", "", "", "", "Berkas", "5 menit", "Berkas olahan"]);
            }
            let rows = start..sheet.document.rows.len();
            let edges = (0..=8).map(|at| at as f32 * SIDE).collect();
            sheet.document.grids.push(Grid { rows: rows.clone(), edges });
            sheet.document.pages.push(Page { rows, size: None, drawing: Drawing::default() });
        }
        sheet
    }

    fn row(&mut self, top: usize, cells: &[&str]) {
        let texts = cells.iter().map(|cell| self.write(cell)).collect();
        let extent = Some((top as f32 * SIDE, (top + 1) as f32 * SIDE));
        self.document.rows.push(Row { extent, ..Row::positioned(texts) });
    }

    fn write(&mut self, words: &str) -> Text {
        let start = self.text.len();
        self.text.push_str(words);
        let mut text = Text::default();
        text.push(words, Span::new(start, self.text.len()));
        self.text.push('\t');
        text
    }

    /// A symbol in the row of that position on a page, 0 the first below a header, in the column of that actor.
    fn shape(&mut self, page: usize, kind: ShapeKind, row: usize, lane: usize, words: &str) -> usize {
        let text = self.write(words);
        let (x, y) = (column(lane), row as f32 * SIDE + if page == 0 { 2.0 * SIDE } else { 0.0 });
        let frame = Frame { left: x + 15.0, top: y + 20.0, right: x + 45.0, bottom: y + 40.0 };
        let shapes = &mut self.document.pages[page].drawing.shapes;
        shapes.push(Shape { kind, frame, text: text.clone(), cell: None, told: String::new(), span: text.whole() });
        shapes.len() - 1
    }

    /// An arrow along these points; where `heads` says so it has a head at its start, and at its end.
    fn line(&mut self, page: usize, points: &[(f32, f32)], heads: (bool, bool)) {
        let span = self.write("garis").whole();
        let point = |it: &(f32, f32)| Point { x: it.0, y: it.1 };
        let end = |it, has_head| End { at: point(it), glued: None, has_head, cell: None };
        self.document.pages[page].drawing.connectors.push(Connector {
            from: end(&points[0], heads.0),
            to: end(&points[points.len() - 1], heads.1),
            bends: points[1..points.len() - 1].iter().map(point).collect(),
            is_dashed: false,
            span,
        });
    }

    /// An arrow glued from one shape to another.
    fn glued(&mut self, from: usize, to: usize) {
        self.line(0, &[(900.0, 900.0), (950.0, 950.0)], (false, true));
        let connector = self.document.pages[0].drawing.connectors.last_mut().unwrap();
        (connector.from.glued, connector.to.glued) = (Some(from), Some(to));
    }

    fn label(&mut self, words: &str, (x, y): (f32, f32)) {
        let text = self.write(words);
        let frame = Frame { left: x, top: y, right: x + 12.0, bottom: y + 8.0 };
        self.document.pages[0].drawing.labels.push(Label { text, frame, cell: None });
    }

    fn read(self) -> Sop {
        let source = Source::new("gambar.xlsx", self.text);
        parse(&self.document, &source).remove(0)
    }
}

/// Left edge of an actor's column.
fn column(lane: usize) -> f32 {
    (LANES + lane) as f32 * SIDE
}

/// Middle of an actor's column.
fn middle(lane: usize) -> f32 {
    column(lane) + SIDE / 2.0
}

/// Upper edge of a symbol of the first page.
fn top(row: usize) -> f32 {
    (row + 2) as f32 * SIDE + 20.0
}

/// Who acts in each step.
fn actors(sop: &Sop) -> Vec<Vec<&str>> {
    sop.steps.iter().map(|step| step.actors().map(|it| it.value.0.as_str()).collect()).collect()
}

fn reviews(sop: &Sop) -> Vec<&str> {
    // The sheets have a table and no identity block.
    let reviews = sop.conversion.as_ref().unwrap().reviews.iter();
    reviews.map(|it| it.path.as_str()).filter(|it| *it != "identitas").collect()
}

/// Down the columns: capsule, box, capsule.
fn three_in_a_row() -> (Sheet, [usize; 3]) {
    let mut sheet = Sheet::new(&[3]);
    let start = sheet.shape(0, ShapeKind::Terminator, 0, 0, "");
    let middle = sheet.shape(0, ShapeKind::Process, 1, 1, "");
    let end = sheet.shape(0, ShapeKind::Terminator, 2, 2, "");
    (sheet, [start, middle, end])
}

#[test]
fn glued_connectors_lead_from_symbol_to_symbol() {
    let (mut sheet, [start, work, end]) = three_in_a_row();
    sheet.glued(start, work);
    sheet.glued(work, end);
    let sop = sheet.read();
    assert_eq!(actors(&sop), [["arsiparis"], ["bendahara"], ["camat"]]);
    assert_eq!([0, 1, 2].map(|at| sop.symbol(at, 0)), [Symbol::Start, Symbol::Process, Symbol::End]);
    assert!(sop.steps.iter().all(|step| step.cells[0].next.is_empty()));
    assert!(reviews(&sop).is_empty(), "what is read is no guess");
}

#[test]
fn a_decision_leads_where_its_lines_lead_and_its_labels_stand() {
    let mut sheet = Sheet::new(&[3]);
    sheet.shape(0, ShapeKind::Terminator, 0, 0, "");
    sheet.shape(0, ShapeKind::Decision, 1, 1, "");
    sheet.shape(0, ShapeKind::Terminator, 2, 1, "");
    sheet.line(
        0,
        &[(middle(0), top(0) + 20.0), (middle(0), top(1) + 10.0), (column(1) + 15.0, top(1) + 10.0)],
        (false, true),
    );
    sheet.line(0, &[(middle(1), top(1) + 20.0), (middle(1), top(2) - 6.0)], (false, true));
    sheet.line(
        0,
        &[
            (column(1) + 45.0, top(1) + 10.0),
            (column(1) + 55.0, top(1) + 10.0),
            (column(1) + 55.0, top(0) + 10.0),
            (column(0) + 49.0, top(0) + 10.0),
        ],
        (false, true),
    );
    sheet.label("Ya", (middle(1) + 3.0, top(1) + 24.0));
    sheet.label("Tidak", (column(1) + 47.0, top(1) - 2.0));
    let sop = sheet.read();
    let cell = &sop.steps[1].cells[0];
    assert_eq!(cell.yes.as_ref().map(|it| &it.value), Some(&Target::Step(3)));
    assert_eq!(cell.no.as_ref().map(|it| &it.value), Some(&Target::Step(1)));
    assert!(reviews(&sop).is_empty(), "{:?}", reviews(&sop));
}

#[test]
fn without_labels_the_way_back_is_a_guess_and_says_so() {
    let mut sheet = Sheet::new(&[3]);
    let start = sheet.shape(0, ShapeKind::Terminator, 0, 0, "");
    let question = sheet.shape(0, ShapeKind::Decision, 1, 1, "");
    let end = sheet.shape(0, ShapeKind::Terminator, 2, 1, "");
    sheet.glued(start, question);
    sheet.glued(question, end);
    sheet.glued(question, start);
    let sop = sheet.read();
    assert_eq!(sop.steps[1].cells[0].no.as_ref().map(|it| &it.value), Some(&Target::Step(1)));
    assert_eq!(reviews(&sop), ["kegiatan/2/ya", "kegiatan/2/tidak"]);
}

#[test]
fn words_of_their_own_and_dashes_are_kept() {
    let mut sheet = Sheet::new(&[4]);
    let start = sheet.shape(0, ShapeKind::Terminator, 0, 0, "");
    let question = sheet.shape(0, ShapeKind::Decision, 1, 1, "");
    let work = sheet.shape(0, ShapeKind::Process, 2, 0, "");
    let end = sheet.shape(0, ShapeKind::Terminator, 3, 2, "");
    sheet.glued(start, question);
    sheet.glued(work, end);
    // To the left, to the right, and up again.
    for (words, to, points) in [
        ("Disetujui kepala", work, [(column(1) + 15.0, top(1) + 10.0), (middle(0), top(1) + 10.0)]),
        ("Diteruskan camat", end, [(column(1) + 45.0, top(1) + 10.0), (middle(2), top(1) + 10.0)]),
        ("Belum lengkap", start, [(middle(1), top(1)), (middle(1), top(0) + 10.0)]),
    ] {
        sheet.line(0, &points, (false, true));
        let connector = sheet.document.pages[0].drawing.connectors.last_mut().unwrap();
        (connector.from.glued, connector.to.glued) = (Some(question), Some(to));
        connector.is_dashed = to == end;
        let half = ((points[0].0 + points[1].0) / 2.0, (points[0].1 + points[1].1) / 2.0);
        sheet.label(words, half);
    }
    let sop = sheet.read();
    let cell = &sop.steps[1].cells[0];
    let told =
        |way: &Way| format!("{}: {}{}", way.words().unwrap_or("-"), way.value, if way.dashed { " putus" } else { "" });
    assert_eq!(cell.no.as_ref().map(told).as_deref(), Some("Belum lengkap: 1"));
    let cases: Vec<String> = cell.cases.iter().map(told).collect();
    assert_eq!(cases, ["Disetujui kepala: 3", "Diteruskan camat: 4 putus"]);
    assert!(cell.yes.is_none() && cell.next.is_empty());
    assert_eq!(sop.symbol(1, 0), Symbol::Decision);
}

#[test]
fn two_ways_forward_without_labels_are_not_dealt() {
    let mut sheet = Sheet::new(&[3]);
    let question = sheet.shape(0, ShapeKind::Decision, 0, 0, "");
    let work = sheet.shape(0, ShapeKind::Process, 1, 1, "");
    let end = sheet.shape(0, ShapeKind::Terminator, 2, 1, "");
    sheet.glued(question, work);
    sheet.glued(question, end);
    sheet.glued(work, end);
    let sop = sheet.read();
    let cell = &sop.steps[0].cells[0];
    assert!(cell.yes.is_none() && cell.no.is_none());
    assert_eq!(cell.next.iter().map(|it| it.value.to_string()).collect::<Vec<_>>(), ["2", "3"]);
    assert_eq!(reviews(&sop), ["kegiatan/1/ya"]);
}

#[test]
fn a_flow_goes_on_at_the_symbol_of_the_same_letter() {
    let mut sheet = Sheet::new(&[2, 2]);
    let start = sheet.shape(0, ShapeKind::Terminator, 0, 0, "");
    let leave = sheet.shape(0, ShapeKind::OffPage, 1, 0, "A");
    sheet.glued(start, leave);
    sheet.shape(1, ShapeKind::OffPage, 0, 2, "A");
    sheet.shape(1, ShapeKind::Terminator, 1, 2, "");
    sheet.line(1, &[(middle(2), 41.0), (middle(2), 79.0)], (false, true));
    let sop = sheet.read();
    assert_eq!(sop.steps[0].cells[0].next.iter().map(|it| &it.value).collect::<Vec<_>>(), [&Target::Step(4)]);
    assert_eq!(sop.symbol(3, 0), Symbol::End);
}

#[test]
fn lines_without_heads_join_who_acts_together() {
    let (mut sheet, [start, work, end]) = three_in_a_row();
    sheet.shape(0, ShapeKind::Process, 1, 2, "");
    sheet.glued(start, work);
    sheet.glued(work, end);
    sheet.line(0, &[(column(1) + 45.0, top(1) + 10.0), (column(2) + 15.0, top(1) + 10.0)], (false, false));
    let sop = sheet.read();
    assert_eq!(actors(&sop), [["arsiparis"], ["bendahara"], ["camat"]]);
    assert_eq!(sop.steps[1].joint.iter().map(|it| it.value.0.as_str()).collect::<Vec<_>>(), ["camat"]);
}

#[test]
fn work_parts_at_a_bar_and_lines_that_end_on_lines_join_them() {
    let mut sheet = Sheet::new(&[3]);
    sheet.shape(0, ShapeKind::Terminator, 0, 1, "");
    sheet.shape(0, ShapeKind::Process, 1, 0, "");
    sheet.shape(0, ShapeKind::Process, 1, 2, "");
    sheet.shape(0, ShapeKind::Terminator, 2, 1, "");
    let bar = top(0) + 30.0;
    sheet.line(0, &[(middle(1), top(0) + 20.0), (middle(1), bar)], (false, false));
    sheet.line(0, &[(middle(0), bar), (middle(2), bar)], (false, false));
    sheet.line(0, &[(middle(0), bar), (middle(0), top(1))], (false, true));
    sheet.line(0, &[(middle(2), bar), (middle(2), top(1))], (false, true));
    sheet.line(
        0,
        &[(middle(0), top(1) + 20.0), (middle(0), top(2) + 10.0), (column(1) + 15.0, top(2) + 10.0)],
        (false, true),
    );
    sheet.line(
        0,
        &[
            (middle(2), top(1) + 20.0),
            (middle(2), top(2) - 20.0),
            (column(1) - 20.0, top(2) - 20.0),
            (column(1) - 20.0, top(2) + 10.0),
        ],
        (false, true),
    );
    let sop = sheet.read();
    let next = |step: usize, cell: usize| {
        sop.steps[step].cells[cell].next.iter().map(|it| it.value.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(actors(&sop), [vec!["bendahara"], vec!["arsiparis", "camat"], vec!["bendahara"]]);
    assert_eq!(next(0, 0), ["2", "2.camat"]);
    assert_eq!((next(1, 0), next(1, 1)), (vec!["3".to_owned()], Vec::new()));
}

#[test]
fn what_is_not_understood_is_named() {
    let (mut sheet, [start, work, end]) = three_in_a_row();
    sheet.glued(start, work);
    sheet.glued(work, end);
    sheet.line(0, &[(column(0) + 5.0, top(2) + 30.0), (column(0) + 10.0, top(2) + 36.0)], (false, true));
    let text = sheet.write("Catatan");
    let frame = Frame { left: 420.0, top: top(1), right: 440.0, bottom: top(1) + 10.0 };
    let shape = Shape {
        kind: ShapeKind::Other,
        frame,
        text: text.clone(),
        cell: None,
        told: String::new(),
        span: text.whole(),
    };
    sheet.document.pages[0].drawing.shapes.push(shape);
    let sop = sheet.read();
    let unread = sop.troubles.iter().filter(|it| matches!(it.kind, TroubleKind::UnreadDrawing(..)));
    assert_eq!(unread.count(), 2, "{:?}", sop.troubles);
}

#[test]
fn the_drawing_holds_where_words_say_otherwise() {
    let (mut sheet, [start, work, end]) = three_in_a_row();
    sheet.glued(start, work);
    sheet.glued(work, end);
    let words = sheet.write("Camat memeriksa berkas");
    sheet.document.rows[3].cells[1].text = words;
    let sop = sheet.read();
    assert_eq!(actors(&sop)[1], ["bendahara"]);
    let differs = sop.troubles.iter().any(|it| matches!(&it.kind, TroubleKind::WordsAgainstDrawing { step: 2, .. }));
    assert!(differs, "{:?}", sop.troubles);
}

#[test]
fn a_single_column_on_a_later_page_is_no_part_of_the_last_step() {
    let mut sheet = Sheet::new(&[2]);
    let start = sheet.document.rows.len();
    for (top, text) in ["Keterangan", "Dapat diwakilkan", ""].iter().enumerate() {
        sheet.row(top, &[text]);
    }
    sheet.document.rows[start].page_start = true;
    let rows = start..sheet.document.rows.len();
    sheet.document.grids.push(Grid { rows: rows.clone(), edges: vec![0.0, SIDE] });
    sheet.document.pages.push(Page { rows, size: None, drawing: Drawing::default() });
    let sop = sheet.read();
    assert_eq!(sop.steps.len(), 2);
    assert!(!format!("{:?}", sop.steps).contains("diwakilkan"));
    assert!(sop.leftovers(LeftoverKind::Unknown).next().is_some(), "{:?}", sop.conversion);
}
