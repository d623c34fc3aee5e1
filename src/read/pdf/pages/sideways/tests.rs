//! Hand-made pages.

use super::*;
use crate::document::{Aside, Cell, Grid, Page, Text};
use crate::source::Spots;

/// Rows of cells from one height to the next, on a page of their own.
fn table(document: &mut Document, tops: &[f32], edges: &[f32], rows: &[&[&str]]) {
    let start = document.rows.len();
    for (index, texts) in rows.iter().enumerate() {
        let cell = |text: &&str| {
            let mut cell = Text::default();
            cell.push(text, Span::default());
            cell
        };
        let mut row = Row::positioned(texts.iter().map(cell).collect());
        row.extent = Some((tops[index], tops[index + 1]));
        row.page_start = index == 0;
        document.rows.push(row);
    }
    let end = document.rows.len();
    document.grids.push(Grid { rows: start..end, edges: edges.to_vec() });
    document.pages.push(Page { rows: start..end, size: Some((800.0, 600.0)), ..Page::default() });
}

/// Lines at their heights, on a page of their own; a tab parts cells.
fn lines(document: &mut Document, lines: &[(f32, &str)]) {
    let start = document.rows.len();
    for (top, line) in lines {
        let mut row = Row { extent: Some((*top, top + 8.0)), layout: Layout::Spaced, ..Row::default() };
        for part in line.split('\t') {
            let mut text = Text::default();
            text.push(part, Span::default());
            let column = row.cells.last().map_or(0, |last: &Cell| last.end_column + 4);
            row.cells.push(Cell { end_column: column + part.len(), text, column, rows_below: 0 });
        }
        document.rows.push(row);
    }
    let end = document.rows.len();
    document.pages.push(Page { rows: start..end, size: Some((800.0, 600.0)), ..Page::default() });
}

fn joined(mut document: Document) -> Document {
    join(&Source::new("x.pdf", ""), &mut document);
    let mut end = 0;
    for page in &document.pages {
        assert_eq!(page.rows.start, end);
        end = page.rows.end;
    }
    assert_eq!(end, document.rows.len());
    document
}

/// What stands in each row that is not blank, cells parted by a bar.
fn said(document: &Document) -> Vec<String> {
    let rows = document.rows.iter().filter(|row| !row.is_blank());
    rows.map(|row| row.cells.iter().map(|it| it.text.as_str()).collect::<Vec<_>>().join("|")).collect()
}

const TOPS: &[f32] = &[20.0, 40.0, 60.0, 100.0, 140.0];
const HEAD: &[&[&str]] =
    &[&["No", "Kegiatan", "Waktu"], &["", "", ""], &["1", "Menerima", "1 Jam"], &["2", "Memeriksa", "2 Jam"]];

#[test]
fn a_column_on_a_page_of_its_own_goes_beside_the_rows_at_its_heights() {
    let mut document = Document::default();
    table(&mut document, TOPS, &[20.0, 50.0, 200.0, 260.0], HEAD);
    table(&mut document, &[20.0, 60.0, 100.0, 140.0], &[20.0, 90.0], &[&["Keterangan"], &["Diwakilkan"], &[""]]);
    let document = joined(document);
    assert_eq!(said(&document), ["No|Kegiatan|Waktu|Keterangan", "1|Menerima|1 Jam|Diwakilkan", "2|Memeriksa|2 Jam|"]);
    assert_eq!(document.grids.len(), 1);
    assert_eq!(document.grids[0].edges, [20.0, 50.0, 200.0, 260.0, 330.0]);
    assert!(document.rows.iter().all(|row| row.cells.len() == 4));
    let note = &document.rows[0].cells[3];
    assert_eq!((note.column, note.end_column, note.rows_below), (3, 4, 1));
}

#[test]
fn pages_go_beside_one_another_in_their_order_whether_printed_down_or_over_first() {
    let note =
        |text: &'static str| -> Vec<Vec<&'static str>> { vec![vec!["Keterangan"], vec![""], vec![text], vec![""]] };
    for order in [[0, 2, 1, 3], [0, 1, 2, 3]] {
        let mut document = Document::default();
        for part in order {
            let rows = note(if part == 1 { "satu" } else { "dua" });
            let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
            match part {
                0 | 2 => table(&mut document, TOPS, &[20.0, 50.0, 200.0, 260.0], HEAD),
                _ => table(&mut document, TOPS, &[20.0, 90.0], &rows),
            }
        }
        let document = joined(document);
        assert_eq!(document.pages.len(), 2);
        let notes: Vec<&str> = [2, 6].iter().map(|row| document.rows[*row].cells[3].text.as_str()).collect();
        assert_eq!(notes, ["satu", "dua"]);
    }
}

#[test]
fn where_it_is_not_known_which_of_two_pages_lacks_its_part_none_gets_it() {
    let mut document = Document::default();
    table(&mut document, TOPS, &[20.0, 50.0, 200.0, 260.0], HEAD);
    table(&mut document, TOPS, &[20.0, 50.0, 200.0, 260.0], HEAD);
    table(&mut document, TOPS, &[20.0, 90.0], &[&["Keterangan"], &[""], &["satu"], &[""]]);
    assert_eq!(joined(document).pages.len(), 3);
}

#[test]
fn the_rest_of_a_table_stays_below_it() {
    let edges = &[20.0, 50.0, 200.0, 260.0];
    let rest: [(&[f32], &[&[&str]]); 4] = [
        (
            edges,
            &[&["3", "Mencatat", "1 Jam"], &["4", "Mengirim", "1 Jam"], &["5", "Menyimpan", "1 Jam"], &["", "", ""]],
        ),
        (edges, &[&["", "Mencatat", "1 Jam"], &["", "Mengirim", "1 Jam"], &["", "Menyimpan", ""], &["", "x", ""]]),
        (&[20.0, 90.0, 150.0], &[&["Waktu", "Ket"], &["", ""], &["Menerima", ""], &["Memeriksa", ""]]),
        (&[20.0, 90.0, 150.0], &[&["No", "Ket"], &["", ""], &["a", ""], &["b", ""]]),
    ];
    for (edges, rows) in rest {
        let mut document = Document::default();
        table(&mut document, TOPS, &[20.0, 50.0, 200.0, 260.0], HEAD);
        table(&mut document, TOPS, edges, rows);
        assert_eq!(joined(document).pages.len(), 2, "{rows:?}");
    }
}

#[test]
fn rows_at_other_heights_stay_apart() {
    let mut document = Document::default();
    table(&mut document, TOPS, &[20.0, 50.0, 200.0, 260.0], HEAD);
    table(&mut document, &[20.0, 45.0, 66.0, 109.0, 140.0], &[20.0, 90.0], &[&["Keterangan"], &["a"], &["b"], &["c"]]);
    assert_eq!(joined(document).pages.len(), 2);
}

#[test]
fn a_header_that_only_the_right_part_divides_divides_the_whole() {
    let mut document = Document::default();
    let left: &[&[&str]] =
        &[&["No", "Kegiatan"], &["1", "Menerima"], &["2", "Memeriksa"], &["3", "Mencatat"], &["4", "x"]];
    let right: &[&[&str]] =
        &[&["Mutu Baku", ""], &["Waktu", "Output"], &["1 Jam", "a"], &["2 Jam", "b"], &["3 Jam", "c"], &["", "d"]];
    table(&mut document, &[20.0, 60.0, 100.0, 140.0, 180.0, 220.0], &[20.0, 50.0, 200.0], left);
    table(&mut document, &[20.0, 40.0, 60.0, 100.0, 140.0, 180.0, 220.0], &[20.0, 90.0, 160.0], right);
    let document = joined(document);
    assert_eq!(said(&document)[..3], ["No|Kegiatan|Mutu Baku|", "||Waktu|Output", "1|Menerima|1 Jam|a"]);
    assert_eq!(document.rows[0].cells[0].rows_below, 1);
    assert_eq!(document.rows[0].extent, Some((20.0, 40.0)));
    assert_eq!(document.grids[0].rows, 0..6);
}

#[test]
fn values_go_behind_their_labels() {
    let mut document = Document::default();
    lines(
        &mut document,
        &[(20.0, "Nomor SOP :"), (40.0, "Dinas Arsip\tTanggal Revisi"), (60.0, "Disahkan Oleh"), (90.0, "Nama SOP")],
    );
    lines(&mut document, &[(20.0, "065/1"), (40.0, "-"), (65.0, "Kepala"), (90.0, "Peminjaman Arsip")]);
    let document = joined(document);
    let rows =
        ["Nomor SOP :|065/1", "Dinas Arsip|Tanggal Revisi|-", "Disahkan Oleh", "Kepala", "Nama SOP|Peminjaman Arsip"];
    assert_eq!(said(&document), rows);
    let column = |row: usize| document.rows[row].cells.last().map(|cell| cell.column);
    assert_eq!(column(0), column(2));
    assert_eq!(document.pages.len(), 1);
}

#[test]
fn lines_with_labels_of_their_own_stay_apart() {
    let mut document = Document::default();
    lines(&mut document, &[(20.0, "Nomor SOP :"), (40.0, "Tanggal Revisi :")]);
    lines(&mut document, &[(20.0, "Nomor SOP : 1"), (40.0, "Tanggal Revisi : -")]);
    assert_eq!(joined(document).pages.len(), 2);
    let mut document = Document::default();
    lines(&mut document, &[(20.0, "Nomor SOP :"), (40.0, "Pengantar")]);
    lines(&mut document, &[(20.0, "065/1"), (40.0, "kata")]);
    assert_eq!(joined(document).pages.len(), 2);
}

#[test]
fn a_text_cut_by_the_edge_is_no_aside_where_the_page_beside_says_it() {
    let mut spots = Spots::default();
    let frame = |left: f32, top: f32| Frame { left, top, right: left + 90.0, bottom: top + 8.0 };
    spots.push(0, Spot::Page { page: 1, frame: frame(700.0, 30.0) });
    spots.push(8, Spot::Page { page: 2, frame: frame(-60.0, 30.0) });
    spots.push(16, Spot::Page { page: 2, frame: frame(100.0, 90.0) });
    let source = Source::transcribed("x.pdf", "Catatan\nCatatan\nCatatan\n", spots);
    let text = |start: usize| {
        let mut text = Text::default();
        text.push("Catatan", Span::new(start, start + 7));
        text
    };
    let mut document = Document::default();
    document.rows.push(Row::line(text(0)));
    document.pages.push(Page { rows: 0..1, size: Some((800.0, 600.0)), ..Page::default() });
    document.pages.push(Page { rows: 1..1, size: Some((800.0, 600.0)), ..Page::default() });
    for start in [8, 16] {
        document.asides.push(Aside {
            kind: AsideKind::Hidden,
            text: text(start),
            span: Some(Span::new(start, start + 7)),
        });
    }
    join(&source, &mut document);
    let kept: Vec<Option<Span>> = document.asides.iter().map(|aside| aside.span).collect();
    assert_eq!(kept, [Some(Span::new(16, 23))]);
}
