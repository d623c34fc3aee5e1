//! Pages, understood → the source and the document: rows in reading order, each text with its box on its page.

use super::bands::{self, Band};
use super::furniture::Furniture;
use super::letterhead;
use super::lines::Line;
use super::paragraphs::{Break, breaks};
use super::sheet::{Sheet, Table, parts};
use super::traces;
use crate::document::drawing::{Connector, Drawing, End, Label, Shape, ShapeKind};
use crate::document::{Aside, AsideKind, Cell, Document, Grid, Layout, Page, Row, Text};
use crate::read::regrid::regrid;
use crate::read::transcript::Transcript;
use crate::source::{Frame, Source, Span, Spot};

/// Columns of letters that a line can have; a damaged file writes far off its page.
const FURTHEST: f32 = 10_000.0;

/// A document in the making.
#[derive(Default)]
pub(super) struct Writing {
    transcript: Transcript,
    document: Document,
    /// Width of a letter of the lines on this page, on average.
    letter: f32,
    /// The page, counted from 1.
    number: u32,
    /// A procedure was begun.
    in_procedure: bool,
}

/// A table, or a line outside tables.
enum Block<'s> {
    Table(&'s Table),
    Line(&'s Line),
}

impl Writing {
    /// Adds a page.
    pub fn page(&mut self, sheet: &Sheet, furniture: &Furniture) {
        self.number += 1;
        self.letter = letter_width(&sheet.lines);
        let start = self.document.rows.len();
        let mut below: Option<f32> = None;
        for block in blocks(sheet) {
            match block {
                Block::Table(table) => {
                    self.table(table);
                    below = None;
                }
                Block::Line(line) => {
                    let place = line.frame();
                    if below.is_some_and(|bottom| place.top - bottom > line.size * 0.9) {
                        self.document.rows.push(Row::default());
                    }
                    below = Some(place.bottom);
                    self.line(line, furniture);
                }
            }
        }
        if let Some(row) = self.document.rows.get_mut(start) {
            row.page_start = true;
        }
        let drawing = self.drawing(sheet);
        let rows = start..self.document.rows.len();
        self.document.pages.push(Page { rows, size: Some(sheet.size), drawing });
        self.asides(sheet);
    }

    /// The finished source and document; lines that stand in columns without rules are put into cells.
    pub fn finish(mut self, name: &str) -> (Source, Document) {
        spread(&mut self.document);
        crate::read::broken_nip::join(&mut self.document.rows);
        crate::read::torn::mend(&mut self.document.rows);
        let (source, residue) = self.transcript.finish(name);
        self.document.broken = residue.first_broken.map(|first| (residue.broken, first));
        (source, self.document)
    }

    fn spot(&self, frame: Frame) -> Spot {
        Spot::Page { page: self.number, frame }
    }

    fn write(&mut self, line: &Line) -> Text {
        let spot = self.spot(line.frame());
        self.transcript.write(&line.text(), spot)
    }

    /// The text of lines that stand in a box of that width.
    fn text(&mut self, lines: &[Line], frame: Frame) -> Text {
        let width = |line: &Line| match line.direction {
            super::ink::Direction::Right | super::ink::Direction::Left => frame.width(),
            _ => frame.height(),
        };
        let breaks = lines.first().map(|first| breaks(lines, width(first))).unwrap_or_default();
        self.joined(lines, &breaks)
    }

    /// The text of lines with what holds each but the first apart from the one above.
    fn joined(&mut self, lines: &[Line], breaks: &[Break]) -> Text {
        let mut text = Text::default();
        for (index, line) in lines.iter().enumerate() {
            if index > 0 {
                self.transcript.part('\n');
            }
            let part = match breaks.get(index) {
                Some(Break::InWord) => self.write(&line.without_hyphen()),
                _ => self.write(line),
            };
            match index.checked_sub(1).map_or(Break::Soft, |before| breaks[before]) {
                Break::Soft => text.join(' ', &part),
                Break::InWord => text.append(&part),
                Break::Hard => text.join('\n', &part),
            }
        }
        text
    }

    fn table(&mut self, table: &Table) {
        for band in bands::of_table(table, &mut self.in_procedure) {
            let start = self.document.rows.len();
            for row in band.rows.clone() {
                self.row(table, &band, row);
            }
            let rows = start..self.document.rows.len();
            self.document.grids.push(Grid { rows, edges: band.edges(table) });
        }
    }

    /// One row of a band; cells that reach in from the row above leave their places empty.
    fn row(&mut self, table: &Table, band: &Band, row: usize) {
        let mut cells: Vec<Cell> =
            (0..band.columns.len()).map(|column| Cell { column, end_column: column + 1, ..Cell::default() }).collect();
        let first = table.lattice.cells.partition_point(|area| area.row < row);
        let mut is_first = true;
        for (index, area) in table.lattice.cells.iter().enumerate().skip(first).take_while(|(_, it)| it.row == row) {
            let place = band.place(*area);
            let lines = &table.texts[index];
            if lines.is_empty() && !band.columns.contains(&area.column) {
                continue;
            }
            if !is_first {
                self.transcript.part('\t');
            }
            is_first = false;
            let head = if band.has_lanes { None } else { letterhead::breaks(lines) };
            let text = match head {
                Some(breaks) => self.joined(lines, &breaks),
                None => self.text(lines, table.lattice.area(*area)),
            };
            if let Some(cell) = cells.get_mut(place.start) {
                let rows_below = (area.rows - 1).min(band.rows.end - 1 - row);
                *cell = Cell { text, column: place.start, end_column: place.end, rows_below };
            }
        }
        self.transcript.part('\n');
        let extent = Some((table.lattice.ys[row], table.lattice.ys[row + 1]));
        self.document.rows.push(Row { cells, layout: Layout::Cells, extent, ..Row::default() });
    }

    /// A line outside tables, cut at its wide gaps.
    fn line(&mut self, line: &Line, furniture: &Furniture) {
        let frame = line.frame();
        if furniture.holds(self.number, line) {
            let text = self.write(line);
            self.transcript.part('\n');
            self.document.asides.push(Aside { kind: AsideKind::Furniture, span: Some(text.whole()), text });
            return;
        }
        let mut cells: Vec<Cell> = Vec::new();
        for part in parts(line) {
            if !cells.is_empty() {
                self.transcript.part('\t');
            }
            let text = self.write(&part);
            let wanted = (part.from().max(0.0) / self.letter).min(FURTHEST) as usize;
            let column = cells.last().map_or(wanted, |last| wanted.max(last.end_column + 2));
            let end_column = column + text.as_str().chars().count().max(1);
            cells.push(Cell { text, column, end_column, rows_below: 0 });
        }
        self.transcript.part('\n');
        let layout = if cells.len() > 1 { Layout::Spaced } else { Layout::Plain };
        self.document.rows.push(Row { cells, layout, extent: Some((frame.top, frame.bottom)), ..Row::default() });
    }

    fn drawing(&mut self, sheet: &Sheet) -> Drawing {
        let mut drawing = Drawing::default();
        for shape in &sheet.shapes {
            let span = self.entry(sign(shape.kind), shape.frame);
            self.transcript.part(' ');
            let text = self.text(&shape.texts, shape.frame);
            self.transcript.part('\n');
            let span = if text.is_blank() { span } else { span.to(text.whole()) };
            drawing.shapes.push(Shape {
                kind: shape.kind,
                frame: shape.frame,
                text,
                cell: None,
                told: String::new(),
                span,
            });
        }
        for label in &sheet.labels {
            let text = self.write(label);
            self.transcript.part('\n');
            drawing.labels.push(Label { text, frame: label.frame(), cell: None });
        }
        for wire in &sheet.wires {
            let Some(frame) = super::ink::frame_of(wire.points.iter().copied()) else { continue };
            let span = self.entry(if wire.heads.contains(&true) { "→" } else { "—" }, frame);
            self.transcript.part('\n');
            drawing.connectors.push(connector(wire, span));
        }
        drawing
    }

    fn entry(&mut self, sign: &str, frame: Frame) -> Span {
        let spot = self.spot(frame);
        self.transcript.enter(sign, spot)
    }

    fn asides(&mut self, sheet: &Sheet) {
        let left_out = [
            (AsideKind::Covered, &sheet.covered),
            (AsideKind::Struck, &sheet.struck),
            (AsideKind::Hidden, &sheet.unseen),
        ];
        for (kind, lines) in left_out {
            for line in lines {
                let text = self.write(line);
                self.transcript.part('\n');
                self.document.asides.push(Aside { kind, span: Some(text.whole()), text });
            }
        }
        let whole = Frame { left: 0.0, top: 0.0, right: sheet.size.0, bottom: sheet.size.1 };
        if let Some(frame) = super::ink::frame_of(sheet.unmapped.iter().copied()) {
            let span = self.entry("□", frame);
            self.transcript.part('\n');
            self.document.asides.push(Aside { kind: AsideKind::Unmapped, text: Text::default(), span: Some(span) });
        }
        if sheet.is_scan || sheet.is_recognised {
            let span = self.entry("▦", whole);
            self.transcript.part('\n');
            let scan = if sheet.is_recognised { AsideKind::Recognised } else { AsideKind::Scanned };
            let kind = scan(self.number);
            self.document.asides.push(Aside { kind, text: Text::default(), span: Some(span) });
        }
    }
}

/// Tables and lines from the top.
fn blocks(sheet: &Sheet) -> Vec<Block<'_>> {
    let mut blocks: Vec<(f32, Block)> = Vec::new();
    blocks.extend(sheet.tables.iter().map(|it| (it.lattice.ys[0], Block::Table(it))));
    blocks.extend(sheet.lines.iter().map(|it| (it.frame().top, Block::Line(it))));
    blocks.sort_by(|a, b| a.0.total_cmp(&b.0));
    blocks.into_iter().map(|it| it.1).collect()
}

/// How wide a letter is, on average over some lines.
fn letter_width(lines: &[Line]) -> f32 {
    let words = lines.iter().flat_map(|line| &line.words);
    let (wide, count) =
        words.fold((0.0, 0), |(wide, count), word| (wide + word.to - word.from, count + word.text.chars().count()));
    if count == 0 { 5.0 } else { (wide / count as f32).clamp(2.0, 12.0) }
}

/// A sign for a shape where the source is shown to people.
fn sign(kind: ShapeKind) -> &'static str {
    match kind {
        ShapeKind::Terminator => "⬭",
        ShapeKind::Process => "▭",
        ShapeKind::Decision => "◇",
        ShapeKind::Document => "▱",
        ShapeKind::OffPage => "⬠",
        ShapeKind::Junction => "○",
        ShapeKind::Picture => "▦",
        ShapeKind::Other => "△",
    }
}

/// From its blunt end to its head, where only one has one.
fn connector(wire: &traces::Line, span: Span) -> Connector {
    let mut points = wire.points.clone();
    let mut heads = wire.heads;
    if heads == [true, false] {
        points.reverse();
        heads.reverse();
    }
    let end = |at: Option<&crate::source::Point>, has_head: bool| End {
        at: at.copied().unwrap_or_default(),
        glued: None,
        has_head,
        cell: None,
    };
    let bends = points.get(1..points.len().saturating_sub(1)).unwrap_or_default().to_vec();
    Connector {
        from: end(points.first(), heads[0]),
        to: end(points.last(), heads[1]),
        bends,
        is_dashed: wire.is_dashed,
        span,
    }
}

/// Puts tables without rules into cells, stretch by stretch between the ruled ones.
fn spread(document: &mut Document) {
    if !document.rows.iter().any(|row| row.layout == Layout::Spaced) {
        return;
    }
    let rows = std::mem::take(&mut document.rows);
    let mut ends: Vec<(usize, usize)> = document.grids.iter().map(|grid| (grid.rows.start, grid.rows.end)).collect();
    ends.push((rows.len(), rows.len()));
    let mut moved: Vec<usize> = Vec::with_capacity(rows.len() + 1);
    let mut at = 0;
    for (start, end) in ends {
        let stretch = &rows[at..start];
        let base = document.rows.len();
        match regrid(stretch) {
            Some(found) => {
                moved.extend(places(stretch, &found).map(|place| base + place));
                document.rows.extend(found);
            }
            None => {
                moved.extend((0..stretch.len()).map(|place| base + place));
                document.rows.extend_from_slice(stretch);
            }
        }
        moved.extend((0..end - start).map(|place| document.rows.len() + place));
        document.rows.extend_from_slice(&rows[start..end]);
        at = end;
    }
    moved.push(document.rows.len());
    for page in &mut document.pages {
        page.rows = moved[page.rows.start]..moved[page.rows.end];
    }
    for grid in &mut document.grids {
        grid.rows = moved[grid.rows.start]..moved[grid.rows.end];
    }
}

/// Where the rows of a stretch went, by the pages that begin in it: exact at the beginnings of pages, which is all that is asked.
fn places<'r>(before: &'r [Row], after: &'r [Row]) -> impl Iterator<Item = usize> + 'r {
    let starts: Vec<usize> = (0..after.len()).filter(|at| after[*at].page_start).collect();
    let mut page = 0;
    before.iter().enumerate().map(move |(index, row)| {
        if row.page_start {
            page += 1;
            return starts.get(page - 1).copied().unwrap_or(after.len().saturating_sub(1));
        }
        index.min(after.len())
    })
}
