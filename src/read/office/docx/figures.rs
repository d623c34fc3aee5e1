//! Drawn objects whose paragraphs have their places → shapes, connectors and labels of a page, each with the cell it lies in.

use super::drawn::{Base, Figure, Form, Line};
use super::estimate::{Anchor, Laid, LaidTable, Sheet, reach};
use super::write::{Writer, Written, WrittenTable};
use crate::document::drawing::{Connector, Drawing, End, Label, Shape, ShapeKind};
use crate::document::{Aside, AsideKind, EMPTY, Text};
use crate::source::{Frame, Point, Span, Spot};
use std::collections::BTreeMap;

/// Most figures of a sheet.
const MOST_FIGURES: usize = 5_000;

/// A figure whose middle lies so far beside the paper is parked there, in points.
const PARKED: f32 = 4.0;

/// A middle that lies so little outside the cell it is anchored in, in points, is within it.
const SLACK: f32 = 6.0;

/// A line that is glued to a shape ends no farther from it, in points: the names of copied shapes may be those of others.
const FARTHEST_GLUE: f32 = 60.0;

/// The names of shapes, within their objects and in the whole sheet; several of one name in the whole are none.
#[derive(Default)]
struct Names {
    within: BTreeMap<(usize, String), usize>,
    anywhere: BTreeMap<String, Option<usize>>,
}

/// A sheet being drawn.
struct Pad<'p> {
    sheet: &'p Sheet<'p>,
    written: &'p [Written],
    writer: &'p mut Writer,
    drawing: Drawing,
    names: Names,
    /// Lines with the object they are of, as they wait for the shapes they may be glued to.
    glue: Vec<(usize, [Option<String>; 2])>,
    count: usize,
    /// What is anchored in a cell counts from the cell, although it says that it does not.
    counts_from_cells: bool,
}

/// Draws what is anchored on a sheet.
pub(super) fn draw(sheet: &Sheet<'_>, written: &[Written], writer: &mut Writer) -> Drawing {
    let mut pad = Pad {
        sheet,
        written,
        writer,
        drawing: Drawing::default(),
        names: Names::default(),
        glue: Vec::new(),
        count: 0,
        counts_from_cells: counts_from_cells(&sheet.anchors),
    };
    for (object, anchor) in sheet.anchors.iter().enumerate() {
        let origin = pad.origin(anchor);
        for figure in &anchor.drawn.figures {
            pad.figure(object, anchor, figure, origin);
        }
    }
    pad.settle_glue();
    pad.drawing
}

/// Of the shapes that say that they do not move with their cell, nearly all would stand in the middle of it if they counted from
/// it: LibreOffice writes such files. Counted from the margin of the page nothing would come to stand there but by chance.
fn counts_from_cells(anchors: &[Anchor<'_>]) -> bool {
    let loose = anchors.iter().filter(|it| {
        let shape = |figure: &Figure| matches!(figure.form, Form::Shape(_));
        let drawn = it.drawn;
        let from_text = drawn.across.from == Base::Text && !drawn.is_in_cell && !drawn.is_inline;
        from_text && it.cell.is_some() && drawn.figures.iter().any(shape)
    });
    let (mut all, mut inside) = (0, 0);
    for anchor in loose {
        all += 1;
        let width = anchor.drawn.size.0;
        let middle = anchor.drawn.across.resolve(anchor.sides, width) + width / 2.0;
        inside += usize::from(within(middle, anchor.sides));
    }
    all > 0 && inside * 5 >= all * 4
}

impl Pad<'_> {
    fn table(&self, block: usize) -> Option<(&LaidTable<'_>, &WrittenTable)> {
        match (self.sheet.blocks.get(block)?, self.written.get(block)?) {
            (Laid::Table(laid), Written::Table(written)) => Some((laid, written)),
            _ => None,
        }
    }

    /// The left upper corner of an object.
    fn origin(&self, anchor: &Anchor<'_>) -> Point {
        let (drawn, section) = (anchor.drawn, &self.sheet.section);
        let (width, height) = drawn.size;
        if drawn.is_inline {
            let room = (anchor.sides.1 - anchor.sides.0 - width).max(0.0);
            return Point { x: anchor.sides.0 + room * anchor.alignment, y: anchor.top };
        }
        let text = if drawn.is_in_cell || self.counts_from_cells { anchor.sides } else { section.text_edges() };
        let paper = match drawn.across.from {
            Base::Text => None,
            Base::Margin => Some(section.text_edges()),
            Base::Page => Some((0.0, section.size.0)),
        };
        let in_text = drawn.across.resolve(text, width);
        let x = match paper {
            // What moves with its cell may count from the cell although it names the page.
            Some(_) if anchor.cell.is_some() && within(in_text + width / 2.0, text) => in_text,
            Some(edges) => drawn.across.resolve(edges, width),
            None => in_text,
        };
        let (top, bottom) = (anchor.page_top, anchor.page_top + section.size.1);
        let y = match drawn.down.from {
            Base::Text => drawn.down.resolve((anchor.top, anchor.top), 0.0),
            Base::Margin => drawn.down.resolve((top + section.margins.1, bottom - section.margins.3), height),
            Base::Page => drawn.down.resolve((top, bottom), height),
        };
        Point { x, y }
    }

    fn spot(&self, anchor: &Anchor<'_>) -> Spot {
        match (anchor.cell, &self.written[anchor.block]) {
            (Some((row, cell)), Written::Table(written)) => {
                let number = self.table(anchor.block).map_or(1, |(laid, _)| laid.table.rows[row].number);
                Spot::Table { table: written.number, row: number, cell: cell as u32 + 1 }
            }
            (_, Written::Paragraph(number)) => Spot::Paragraph((*number).max(1)),
            (None, Written::Table(written)) => Spot::Table { table: written.number, row: 1, cell: 1 },
        }
    }

    fn figure(&mut self, object: usize, anchor: &Anchor<'_>, figure: &Figure, origin: Point) {
        let spot = self.spot(anchor);
        self.writer.transcript.stand_at(anchor.element);
        let frame = shifted(figure.frame, origin);
        self.count += 1;
        if self.count > MOST_FIGURES || self.is_parked(frame) {
            if let Form::Shape(kind) = figure.form {
                self.left_out(kind, figure, spot);
            }
            return;
        }
        match &figure.form {
            Form::Shape(kind) => self.shape(*kind, frame, (object, figure), anchor, spot),
            Form::Label => {
                let (text, _) = self.entry(&figure.text, "", spot);
                let cell = self.cell_of(anchor, frame.centre());
                self.drawing.labels.push(Label { text, frame, cell });
            }
            Form::Line(line) => self.line(object, line, origin, spot),
        }
    }

    /// Tells of a shape that is no part of the drawing.
    fn left_out(&mut self, kind: ShapeKind, figure: &Figure, spot: Spot) {
        let (text, span) = self.entry(&figure.text, kind.sign(), spot);
        self.writer.document.asides.push(Aside { kind: AsideKind::Shape, text, span: Some(span) });
    }

    /// Writes the entry of a thing on a line of its own: its words, or a sign where it has none.
    fn entry(&mut self, words: &str, sign: &str, spot: Spot) -> (Text, Span) {
        let transcript = &mut self.writer.transcript;
        let (text, span) = match words.trim() {
            "" => (EMPTY.clone(), transcript.enter(sign, spot)),
            words => {
                let text = transcript.write(words, spot);
                let span = text.whole();
                (text, span)
            }
        };
        transcript.part('\n');
        (text, span)
    }

    /// It lies beside the paper.
    fn is_parked(&self, frame: Frame) -> bool {
        let centre = frame.centre();
        let right = self.sheet.section.size.0;
        centre.x < -PARKED || centre.x > right + PARKED || centre.y < -PARKED
    }

    fn shape(
        &mut self,
        kind: ShapeKind,
        frame: Frame,
        (object, figure): (usize, &Figure),
        anchor: &Anchor<'_>,
        spot: Spot,
    ) {
        let (text, span) = self.entry(&figure.text, kind.sign(), spot);
        let cell = self.cell_of(anchor, frame.centre());
        let index = self.drawing.shapes.len();
        for name in &figure.names {
            self.names.within.entry((object, name.clone())).or_insert(index);
            self.names.anywhere.entry(name.clone()).and_modify(|it| *it = None).or_insert(Some(index));
        }
        let told = figure.told.clone();
        self.drawing.shapes.push(Shape { kind, frame, text, cell, told, span });
    }

    fn line(&mut self, object: usize, line: &Line, origin: Point, spot: Spot) {
        let points: Vec<Point> =
            line.points.iter().map(|it| Point { x: it.x + origin.x, y: it.y + origin.y }).collect();
        let [from, bends @ .., to] = points.as_slice() else { return };
        let end = |at: Point, has_head: bool| End { at, glued: None, has_head, cell: self.cell_at(at) };
        let (from, to) = (end(*from, line.heads[0]), end(*to, line.heads[1]));
        let (bends, is_dashed) = (bends.to_vec(), line.is_dashed);
        let mut connector = Connector { from, to, bends, is_dashed, span: Span::default() };
        (_, connector.span) = self.entry("", connector.sign(), spot);
        self.drawing.connectors.push(connector);
        self.glue.push((object, line.glue.clone()));
    }

    fn settle_glue(&mut self) {
        let Self { drawing, names, glue, .. } = self;
        for (connector, (object, glue)) in drawing.connectors.iter_mut().zip(glue.iter()) {
            for (end, name) in [&mut connector.from, &mut connector.to].into_iter().zip(glue) {
                let Some(name) = name else { continue };
                let shape = names.within.get(&(*object, name.clone())).copied();
                let shape = shape.or_else(|| names.anywhere.get(name).copied().flatten());
                end.glued = shape.filter(|it| drawing.shapes[*it].frame.distance(end.at) <= FARTHEST_GLUE);
            }
        }
    }

    /// The cell a figure lies in: the one it is anchored in, unless its middle is clearly in another.
    fn cell_of(&self, anchor: &Anchor<'_>, centre: Point) -> Option<(usize, usize)> {
        let Some(((laid, written), (at, index))) = self.table(anchor.block).zip(anchor.cell) else {
            return self.cell_at(centre);
        };
        let cell = &laid.table.rows[at].cells[index];
        let end = at + reach(laid.table, at, cell);
        let (top, bottom) = (laid.tops[at], laid.tops[end]);
        let row = match () {
            () if centre.y < top - SLACK || centre.y > bottom + SLACK => return self.cell_at(centre),
            () if end - at == 1 => at,
            () => laid.row_at(centre.y.clamp(top, bottom)).clamp(at, end - 1),
        };
        let (left, right) = (laid.edges[cell.columns.start], laid.edges[cell.columns.end]);
        let slack = SLACK.min((right - left) / 10.0);
        let column = match () {
            () if within(centre.x, (left - slack, right + slack)) => {
                laid.column_at(centre.x).unwrap_or(cell.columns.start).clamp(cell.columns.start, cell.columns.end - 1)
            }
            () => laid.column_at(centre.x)?,
        };
        written.place(row, column)
    }

    /// The cell under a point.
    fn cell_at(&self, point: Point) -> Option<(usize, usize)> {
        (0..self.sheet.blocks.len()).filter_map(|block| self.table(block)).find_map(|(laid, written)| {
            let (top, bottom) = (*laid.tops.first()?, *laid.tops.last()?);
            let column = laid.column_at(point.x)?;
            within(point.y, (top, bottom)).then(|| written.place(laid.row_at(point.y), column))?
        })
    }
}

impl LaidTable<'_> {
    /// The row at this height.
    fn row_at(&self, y: f32) -> usize {
        let at = self.tops.partition_point(|top| *top <= y).saturating_sub(1);
        at.min(self.table.rows.len().saturating_sub(1))
    }

    /// The grid column there.
    fn column_at(&self, x: f32) -> Option<usize> {
        let at = self.edges.partition_point(|edge| *edge <= x).checked_sub(1)?;
        (at + 1 < self.edges.len()).then_some(at)
    }
}

impl WrittenTable {
    /// Row and position of the document for a row and grid column of the table.
    fn place(&self, row: usize, column: usize) -> Option<(usize, usize)> {
        let printed = *self.printed.get(row)?;
        let mut before = 0;
        let band = self.bands.iter().find(|band| {
            before += band.height;
            printed < before
        })?;
        Some((self.first + printed, band.position(column)?))
    }
}

fn within(value: f32, (low, high): (f32, f32)) -> bool {
    (low..=high).contains(&value)
}

fn shifted(frame: Frame, by: Point) -> Frame {
    Frame { left: frame.left + by.x, top: frame.top + by.y, right: frame.right + by.x, bottom: frame.bottom + by.y }
}
