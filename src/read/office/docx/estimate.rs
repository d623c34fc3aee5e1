//! Blocks → where they stand, one below the other: upper edges of rows, edges of columns, and the place of each drawn object.

use super::blocks::{Block, Merge, Paragraph, Table, TableCell};
use super::drawn::{Base, Drawn, Form};
use super::measure::{Stack, space};
use super::page::Section;
use super::running::Running;
use crate::source::Frame;

/// A height that is told is believed where the text needs no more than so many times as much.
const BELIEVED: f32 = 1.25;

/// A symbol whose middle lies so far below its row still belongs to it, in points and as a share of the row's height: rows are
/// higher than estimated more often than symbols are set below them.
const BELOW: (f32, f32) = (14.0, 0.35);

/// How far below the upper edge of the paper a running head begins, in points.
const HEAD_TOP: f32 = 36.0;

/// The whole text, with where it stands. A section that begins a page begins a sheet.
#[derive(Debug, Default)]
pub(super) struct Sheet<'b> {
    /// Its paper.
    pub section: Section,
    /// Its blocks, in order, those of its running head first.
    pub blocks: Vec<Laid<'b>>,
    /// How many of them are of the running head.
    pub in_head: usize,
    /// What is drawn on it.
    pub anchors: Vec<Anchor<'b>>,
}

/// A block with its place.
#[derive(Debug)]
pub(super) enum Laid<'b> {
    /// Upper and lower edge of a paragraph.
    Paragraph(&'b Paragraph, (f32, f32)),
    /// A table.
    Table(LaidTable<'b>),
}

/// A table with its place.
#[derive(Debug)]
pub(super) struct LaidTable<'b> {
    /// The table.
    pub table: &'b Table,
    /// Left edge of each grid column, and the right edge of the last.
    pub edges: Vec<f32>,
    /// Upper edge of each row, and the lower edge of the last.
    pub tops: Vec<f32>,
}

/// A drawn object with the place of its paragraph.
#[derive(Debug)]
pub(super) struct Anchor<'b> {
    /// The object.
    pub drawn: &'b Drawn,
    /// Position of its block on the sheet.
    pub block: usize,
    /// Row and cell of the table that the block is, by position.
    pub cell: Option<(usize, usize)>,
    /// Where its paragraph begins in the file's part.
    pub element: Option<u32>,
    /// Upper edge of its paragraph.
    pub top: f32,
    /// Left and right edge of the text around it.
    pub sides: (f32, f32),
    /// Upper edge of its page.
    pub page_top: f32,
    /// Where the paragraph's lines stand between the edges.
    pub alignment: f32,
}

/// The place on a sheet up to which it is filled.
struct Pen<'b> {
    sheet: Sheet<'b>,
    y: f32,
    page_top: f32,
    above: Option<&'b Paragraph>,
    /// The file tells where pages begin.
    has_breaks: bool,
}

/// Lays out the blocks of a text, each section on its paper with its running head; `has_breaks` where the file tells where pages
/// begin.
pub(super) fn lay_out<'b>(blocks: &[&'b Block], heads: &[Option<&'b Running>], has_breaks: bool) -> Vec<Sheet<'b>> {
    let mut sections =
        blocks.iter().filter_map(|it| if let Block::SectionEnd(section) = it { Some(*section) } else { None });
    let mut shown = "";
    // A head that says what the one before said repeats it.
    let mut head = |section: Section| {
        let head = section.head.and_then(|it| *heads.get(it)?).filter(|it| it.text != shown);
        shown = head.map_or(shown, |it| it.text.as_str());
        head.map(|it| it.blocks.as_slice()).unwrap_or_default()
    };
    let first = sections.next().unwrap_or_default();
    let mut pen = Pen::on(first, has_breaks);
    pen.head(head(first));
    let mut sheets = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => pen.paragraph(paragraph),
            Block::Table(table) => pen.table(table),
            Block::SectionEnd(_) => match sections.next() {
                Some(next) if next.is_continuous && next.size == pen.sheet.section.size => pen.sheet.section = next,
                Some(next) => {
                    sheets.push(std::mem::replace(&mut pen, Pen::on(next, has_breaks)).sheet);
                    pen.head(head(next));
                }
                None => {}
            },
        }
    }
    sheets.push(pen.sheet);
    sheets
}

impl<'b> Pen<'b> {
    fn on(section: Section, has_breaks: bool) -> Self {
        let sheet = Sheet { section, ..Sheet::default() };
        Self { sheet, y: section.margins.1, page_top: 0.0, above: None, has_breaks }
    }

    /// The running head stands in the upper margin, and pushes the text down where it is higher.
    fn head(&mut self, blocks: &'b [Block]) {
        let top = self.y;
        self.y = top.min(HEAD_TOP);
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) => self.paragraph(paragraph),
                Block::Table(table) => self.table(table),
                Block::SectionEnd(_) => {}
            }
        }
        self.y = self.y.max(top);
        self.above = None;
        self.sheet.in_head = self.sheet.blocks.len();
    }

    /// A page begins here.
    fn start_page(&mut self) {
        self.page_top = self.y - self.sheet.section.margins.1;
    }

    /// A page begins here where a thing so high does not fit on the one before.
    fn fit(&mut self, height: f32) {
        let section = self.sheet.section;
        let bottom = self.page_top + section.size.1 - section.margins.3;
        let room = section.size.1 - section.margins.1 - section.margins.3;
        if !self.has_breaks && self.y + height > bottom && height < room {
            self.start_page();
        }
    }

    fn paragraph(&mut self, paragraph: &'b Paragraph) {
        let sides = self.sheet.section.text_edges();
        let height = paragraph.height(sides.1 - sides.0);
        self.y += space(self.above, paragraph);
        if paragraph.starts_page {
            self.start_page();
        }
        self.fit(height);
        let top = self.y;
        self.y += height;
        self.above = Some(paragraph);
        let block = self.sheet.blocks.len();
        let page_top = self.page_top;
        let alignment = paragraph.look.alignment.unwrap_or(0.0);
        let element = paragraph.element;
        let anchor = |drawn| Anchor { drawn, block, cell: None, element, top, sides, page_top, alignment };
        self.sheet.anchors.extend(paragraph.drawn.iter().map(anchor));
        self.sheet.blocks.push(Laid::Paragraph(paragraph, (top, self.y)));
        if paragraph.ends_page {
            self.start_page();
        }
    }

    fn table(&mut self, table: &'b Table) {
        self.y += self.above.take().and_then(|it| it.look.after).unwrap_or(0.0);
        let edges = edges(table, self.sheet.section.text_edges());
        let rows: Vec<Vec<Stack>> =
            table.rows.iter().map(|row| row.cells.iter().map(|cell| stack(table, cell, &edges)).collect()).collect();
        let heights = heights(table, &rows);
        let mut tops = vec![self.y];
        let mut pages = Vec::with_capacity(rows.len());
        for (row, height) in table.rows.iter().zip(&heights) {
            if row.starts_page() {
                self.start_page();
            }
            self.fit(*height);
            pages.push(self.page_top);
            self.y += height;
            tops.push(self.y);
        }
        let block = self.sheet.blocks.len();
        for (at, row) in table.rows.iter().enumerate() {
            for (index, cell) in row.cells.iter().enumerate().filter(|(_, it)| it.merge != Merge::GoesOn) {
                let stack = &rows[at][index];
                let bottom = tops[(at + reach(table, at, cell)).min(tops.len() - 1)];
                let top = tops[at] + ((bottom - tops[at] - stack.height) * cell.alignment).max(0.0);
                let sides = (edges[cell.columns.start] + table.padding.0, edges[cell.columns.end] - table.padding.1);
                let place = Anchored { block, cell: (at, index), sides, page_top: pages[at] };
                place.collect(&cell.blocks, &stack.tops, top, &mut self.sheet.anchors);
            }
        }
        self.sheet.blocks.push(Laid::Table(LaidTable { table, edges, tops }));
    }
}

/// The place that the objects of one cell share.
struct Anchored {
    block: usize,
    cell: (usize, usize),
    sides: (f32, f32),
    page_top: f32,
}

impl Anchored {
    fn collect<'b>(&self, blocks: &'b [Block], tops: &[f32], top: f32, anchors: &mut Vec<Anchor<'b>>) {
        for (at, block) in blocks.iter().enumerate() {
            let top = top + tops.get(at).copied().unwrap_or(0.0);
            match block {
                Block::Paragraph(paragraph) => {
                    let alignment = paragraph.look.alignment.unwrap_or(0.0);
                    anchors.extend(paragraph.drawn.iter().map(|drawn| Anchor {
                        drawn,
                        block: self.block,
                        cell: Some(self.cell),
                        element: paragraph.element,
                        top,
                        sides: self.sides,
                        page_top: self.page_top,
                        alignment,
                    }));
                }
                Block::Table(table) => {
                    let cells = table.rows.iter().flat_map(|row| &row.cells);
                    cells.for_each(|cell| self.collect(&cell.blocks, &[], top, anchors));
                }
                Block::SectionEnd(_) => {}
            }
        }
    }
}

/// How many rows a cell takes up, its own included.
pub(super) fn reach(table: &Table, row: usize, cell: &TableCell) -> usize {
    if cell.merge != Merge::Begins {
        return 1;
    }
    let goes_on = |it: &TableCell| it.merge == Merge::GoesOn && it.columns.start == cell.columns.start;
    1 + table.rows[row + 1..].iter().take_while(|row| row.cells.iter().any(goes_on)).count()
}

fn edges(table: &Table, (left, right): (f32, f32)) -> Vec<f32> {
    let width: f32 = table.widths.iter().sum();
    let start = match table.alignment {
        0.0 => left + table.indent - table.padding.0,
        share => left + (right - left - width) * share,
    };
    let mut edges = vec![start];
    edges.extend(table.widths.iter().scan(start, |edge, width| {
        *edge += width;
        Some(*edge)
    }));
    edges
}

fn stack(table: &Table, cell: &TableCell, edges: &[f32]) -> Stack {
    let width = edges[cell.columns.end] - edges[cell.columns.start];
    if cell.merge == Merge::GoesOn {
        return Stack { tops: Vec::new(), height: 0.0 };
    }
    Stack::of(&cell.blocks, width - table.padding.0 - table.padding.1)
}

fn heights(table: &Table, stacks: &[Vec<Stack>]) -> Vec<f32> {
    let mut heights: Vec<f32> = Vec::with_capacity(stacks.len());
    for (row, stacks) in table.rows.iter().zip(stacks) {
        let cells = || row.cells.iter().zip(stacks).filter(|(cell, _)| cell.merge == Merge::None);
        let text = cells().map(|(_, stack)| stack.height).fold(0.0, f32::max);
        let (height, is_believed) = match row.height {
            Some((height, true)) => (height, true),
            Some((height, false)) => (height.max(text), text <= height * BELIEVED),
            None => (text, false),
        };
        let grown = cells().map(|(cell, stack)| grown(cell, stack, height, is_believed)).fold(height, f32::max);
        heights.push(if row.is_gone { 0.0 } else { grown.max(1.0) });
    }
    for (at, row) in table.rows.iter().enumerate() {
        for (cell, stack) in row.cells.iter().zip(&stacks[at]).filter(|(cell, _)| cell.merge == Merge::Begins) {
            let end = (at + reach(table, at, cell)).min(heights.len());
            let lack = stack.height - heights[at..end].iter().sum::<f32>();
            let is_exact = table.rows[end - 1].height.is_some_and(|it| it.1);
            if lack > 0.0 && !is_exact {
                heights[end - 1] += lack;
            }
        }
    }
    heights
}

/// The height of a row so high, grown where a symbol in this cell shows that it must be higher.
fn grown(cell: &TableCell, stack: &Stack, height: f32, is_believed: bool) -> f32 {
    let mut grown = height;
    let shift = ((height - stack.height) * cell.alignment).max(0.0);
    for (block, top) in cell.blocks.iter().zip(&stack.tops) {
        let Block::Paragraph(paragraph) = block else { continue };
        let objects = paragraph.drawn.iter().filter(|it| it.down.from == Base::Text && !it.is_inline);
        for drawn in objects {
            let start = shift + top + drawn.down.resolve((0.0, 0.0), 0.0);
            let shapes = drawn.figures.iter().filter(|it| matches!(it.form, Form::Shape(_)));
            for Frame { top, bottom, .. } in shapes.map(|it| it.frame) {
                let (centre, bottom) = (start + (top + bottom) / 2.0, start + bottom);
                if !is_believed && centre <= height + BELOW.0.max(BELOW.1 * height) {
                    grown = grown.max(bottom);
                }
            }
        }
    }
    grown
}

#[cfg(test)]
mod tests {
    use super::super::blocks::TableRow;
    use super::super::drawn::{Along, Figure, Place};
    use super::*;
    use crate::document::drawing::ShapeKind;

    /// A symbol 20 points high whose upper edge lies so far below its paragraph.
    fn symbol(offset: f32) -> Drawn {
        let frame = Frame { left: 0.0, top: 0.0, right: 40.0, bottom: 20.0 };
        let form = Form::Shape(ShapeKind::Process);
        Drawn {
            across: Along::START,
            down: Along { from: Base::Text, place: Place::Offset(offset) },
            size: (40.0, 20.0),
            is_in_cell: true,
            is_inline: false,
            figures: vec![Figure { names: Vec::new(), told: String::new(), frame, form, text: String::new() }],
        }
    }

    /// A row of one cell with a line of text 12 points high.
    fn row(height: Option<(f32, bool)>, merge: Merge, drawn: Vec<Drawn>) -> TableRow {
        let paragraph = Paragraph { text: "teks".to_owned(), size: 10.0, drawn, ..Paragraph::default() };
        let cell =
            TableCell { columns: 0..1, merge, blocks: vec![Block::Paragraph(paragraph)], ..TableCell::default() };
        TableRow { height, cells: vec![cell], ..TableRow::default() }
    }

    fn heights_of(rows: Vec<TableRow>) -> Vec<f32> {
        let table = Block::Table(Table { widths: vec![100.0], rows, ..Table::default() });
        let sheets = lay_out(&[&table], &[], false);
        let Laid::Table(laid) = &sheets[0].blocks[0] else { panic!() };
        laid.tops.windows(2).map(|pair| pair[1] - pair[0]).map(f32::round).collect()
    }

    #[test]
    fn rows_are_as_high_as_told_as_their_text_and_as_their_symbols_show() {
        let none = Merge::None;
        let rows = vec![
            row(None, none, vec![]),
            row(Some((60.0, false)), none, vec![symbol(100.0)]),
            row(Some((6.0, true)), none, vec![]),
            row(None, none, vec![symbol(10.0)]),
            row(None, none, vec![symbol(300.0)]),
        ];
        assert_eq!(heights_of(rows), [12.0, 60.0, 6.0, 30.0, 12.0]);
    }

    #[test]
    fn a_cell_over_several_rows_stretches_the_last() {
        let mut rows = vec![row(None, Merge::Begins, vec![]), row(Some((5.0, false)), Merge::GoesOn, vec![])];
        let Block::Paragraph(paragraph) = &mut rows[0].cells[0].blocks[0] else { panic!() };
        paragraph.text = "a\nb\nc".to_owned();
        assert_eq!(heights_of(rows), [1.0, 35.0]);
    }
}
