//! Headings printed together, and the rows below them → pieces of lines, each with the sections it may belong to.

use super::ground::Ground;
use super::{bare, marks};
use crate::document::{Cell, Layout, Row, Text};
use crate::grammar::step_number::step_number;
use crate::parse::lines::{Line, Sectioned};
use crate::parse::table::is_dash;
use crate::vocabulary::list_words::{BULLETS, DASHES};

/// Sections whose headings stand together: side by side, or one below the other before the contents of all.
#[derive(Debug, Default)]
pub(in crate::parse) struct Block {
    pub sections: Vec<Sectioned>,
    /// Where the heading of each section stands.
    places: Vec<HeadingPlace>,
    rows: Vec<Printed>,
    /// Text stands behind a heading.
    has_behind: bool,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct HeadingPlace {
    pub row: usize,
    pub column: usize,
    pub layout: Layout,
}

/// A row of contents.
#[derive(Debug)]
pub(super) struct Printed {
    pub cells: Vec<(usize, usize, Text)>,
    pub layout: Layout,
    pub after_blank: bool,
    /// The section is known: the text stands behind its heading.
    pub home: Option<usize>,
    /// The row shows empty cells, or more than one filled: the place of a cell counts.
    pub is_placed: bool,
    /// Its only text has its mark in a cell of its own: in a grid the place of the two counts.
    pub is_marked: bool,
    /// With this row the list of the left column ends and that of the right one begins.
    pub is_last_of_left: bool,
}

impl Printed {
    /// A row of a grid: a mark in a cell of its own tells the place of its item.
    fn stay(&mut self) {
        self.is_placed |= self.is_marked;
        self.is_last_of_left = false;
    }
}

/// A piece of a line.
#[derive(Debug)]
pub(super) struct Placed {
    pub line: Line,
    /// Its section, where the page tells it.
    pub home: Option<usize>,
    /// The sections it may belong to.
    pub among: Vec<usize>,
}

/// Most sections whose headings are taken together.
const MOST_SECTIONS: usize = 16;

/// Fewer rows with texts for both columns may be cells whose lines stand below them.
const FEWEST_BOTH: usize = 2;

impl Block {
    /// Another heading of the block, from this row of the document.
    pub fn head(&mut self, section: Sectioned, (row, column): (usize, usize), layout: Layout) -> usize {
        self.sections.push(section);
        self.places.push(HeadingPlace { row, column, layout });
        self.sections.len() - 1
    }

    /// No page has more headings together; what follows is another block.
    pub fn is_full(&self) -> bool {
        self.sections.len() >= MOST_SECTIONS
    }

    /// Its last headings stand side by side.
    pub fn is_beside(&self) -> bool {
        self.places.last_chunk::<2>().is_some_and(|[one, other]| one.row == other.row && one.column != other.column)
    }

    /// Nothing stands below the headings so far.
    pub fn is_bare(&self) -> bool {
        self.rows.is_empty()
    }

    /// Text behind the heading of a section.
    pub fn behind(&mut self, section: usize, column: usize, text: Text) {
        self.has_behind = true;
        self.line(Line { text, after_blank: false, column }, Some(section));
    }

    /// A line of the only section.
    pub fn item(&mut self, line: Line) {
        self.line(line, Some(0));
    }

    /// A line of one of the sections.
    pub fn loose(&mut self, line: Line) {
        self.line(line, None);
    }

    fn line(&mut self, Line { text, after_blank, column }: Line, home: Option<usize>) {
        let cells = vec![(column, column + text.as_str().chars().count(), text)];
        let layout = Layout::Plain;
        self.rows.push(Printed {
            cells,
            layout,
            after_blank,
            home,
            is_placed: false,
            is_marked: false,
            is_last_of_left: false,
        });
    }

    /// A row, or some cells of one, below the headings.
    pub fn row<'t>(&mut self, row: &Row, cells: impl Iterator<Item = (&'t Cell, Text)>, after_blank: bool) {
        let mut given = 0;
        let cells = numbered(row.layout, cells.inspect(|_| given += 1));
        let is_placed = cells.len() > 1 || row.cells.len() > row.filled().count();
        let is_marked = given > cells.len();
        self.rows.push(Printed {
            cells,
            layout: row.layout,
            after_blank,
            home: None,
            is_placed,
            is_marked,
            is_last_of_left: false,
        });
    }

    /// Line by line its rows have a text for each of the headings that stand side by side, so that one without is of the left one.
    pub(super) fn is_line_by_line(&self) -> bool {
        let says = |(.., text): &&(usize, usize, Text)| !is_dash(text.as_str().trim());
        let is_both = |row: &&Printed| row.layout == Layout::Cells && row.cells.iter().filter(says).count() > 1;
        let is_torn = |row: &&Printed| row.cells.iter().any(|(.., text)| text.as_str().contains('\n'));
        self.rows.iter().filter(is_both).count() >= FEWEST_BOTH && !self.rows.iter().any(|row| is_torn(&row))
    }

    /// The texts of its rows, where nothing tells of any which heading it stands below.
    pub(super) fn plain(&self) -> Option<impl Iterator<Item = &Text>> {
        let is_loose = |row: &Printed| row.cells.len() == 1 && !row.is_placed && row.layout != Layout::Cells;
        let is_plain = !self.has_behind && self.rows.iter().all(is_loose);
        is_plain.then(|| self.rows.iter().flat_map(|row| row.cells.iter().map(|(.., text)| text)))
    }

    /// Nothing stands below its headings but numbers.
    pub(super) fn is_counted(&self) -> bool {
        let mut texts = self.rows.iter().flat_map(|row| &row.cells);
        texts.all(|(.., text)| marks::lone_number(text.as_str()).is_some())
    }

    /// The sections and the lines, whichever they belong to.
    pub(super) fn taken_apart(self) -> (Vec<Sectioned>, impl Iterator<Item = Line>) {
        (self.sections, self.rows.into_iter().map(|row| single(row).line))
    }

    /// The sections, whether their headings share one line of a text without columns, and the pieces of the rows in order.
    ///
    /// `line_by_line`: the rows of the document have a text for each of the columns.
    pub(super) fn placed(self, line_by_line: bool) -> (Vec<Sectioned>, bool, Vec<Placed>) {
        let Self { sections, places, mut rows, .. } = self;
        bare::unnest(rows.iter_mut().flat_map(|row| &mut row.cells).map(|(.., text)| text));
        bare::correct_ones(rows.iter_mut().flat_map(|row| &mut row.cells).map(|(.., text)| text));
        bare::point(rows.iter_mut().flat_map(|row| &mut row.cells).map(|(.., text)| text));
        if sections.len() == 1 {
            return (sections, false, rows.into_iter().map(single).collect());
        }
        join_dashes(&mut rows);
        if line_by_line {
            rows.iter_mut().for_each(Printed::stay);
        }
        let ground = Ground::of(&places, &rows);
        ground.settle_lists(&mut rows);
        if line_by_line {
            ground.settle_short(&mut rows);
        }
        let in_one_line = places.windows(2).all(|pair| pair[0].row == pair[1].row);
        let beside = in_one_line && ground.columns.is_empty();
        let mut placed = Vec::new();
        for row in rows {
            ground.place(row, sections.len(), &mut placed);
        }
        (sections, beside, if ground.columns.is_empty() { glued(placed) } else { placed })
    }
}

/// A number in a line of its own is put before the line below it; numbers one below the other tell nothing of the lines.
fn glued(placed: Vec<Placed>) -> Vec<Placed> {
    let mut out: Vec<Placed> = Vec::with_capacity(placed.len());
    let mut lone = 0;
    for piece in placed {
        let text = piece.line.text.as_str();
        let is_lone = piece.home.is_none() && marks::lone_number(text).is_some();
        match out.last_mut() {
            Some(number) if lone == 1 && piece.home.is_none() && !marks::starts_item(text) => {
                number.line.text.join(' ', &piece.line.text);
            }
            _ => out.push(piece),
        }
        lone = if is_lone { lone + 1 } else { 0 };
    }
    out
}

/// Two blanks inside a sentence part no cells where there is one column only.
fn single(row: Printed) -> Placed {
    let separator = if row.layout == Layout::Cells { '\n' } else { ' ' };
    let column = row.cells.first().map_or(0, |cell| cell.0);
    let mut text = Text::default();
    row.cells.iter().for_each(|(.., cell)| text.join(separator, cell));
    Placed { line: Line { text, after_blank: row.after_blank, column }, home: Some(0), among: Vec::new() }
}

/// The cells of a row with their columns; a list mark in a cell of its own is put before its item.
fn numbered<'t>(layout: Layout, cells: impl Iterator<Item = (&'t Cell, Text)>) -> Vec<(usize, usize, Text)> {
    let mut out: Vec<(usize, usize, Text)> = Vec::new();
    let mut open: Option<(usize, usize, Text)> = None;
    for (cell, text) in cells {
        let is_mark = stands_for_item(layout, text.as_str().trim());
        match open.take() {
            Some((column, end, mut mark))
                if !is_mark && (layout == Layout::Cells || cell.column <= end + FARTHEST_ITEM) =>
            {
                let is_nested = marks::nested_number(mark.as_str()).is_some();
                if !is_nested
                    && !mark.as_str().trim_end().ends_with(['.', ')', ','])
                    && !is_bullet(mark.as_str().trim())
                {
                    mark.push_separator('.');
                }
                mark.join(' ', &text);
                out.push((column, cell.end_column, mark));
            }
            before => {
                out.extend(before);
                let piece = (cell.column, cell.end_column, text);
                if is_mark { open = Some(piece) } else { out.push(piece) }
            }
        }
    }
    if let Some((column, end, mut mark)) = open {
        // The text of the item stands in a line below, in the middle of its cell.
        if !out.is_empty() && marks::bare_number(mark.as_str()).is_some() {
            mark.push_separator('.');
        }
        out.push((column, end, mark));
    }
    out
}

/// So many blanks are between a mark and its item at most.
const FARTHEST_ITEM: usize = 12;

fn stands_for_item(layout: Layout, bare: &str) -> bool {
    if marks::is_lone_letter(bare) {
        return true;
    }
    match layout {
        // A dash in a cell of its own says that there is nothing.
        Layout::Cells => {
            (bare.len() <= 3 && step_number(bare).is_some())
                || marks::nested_number(bare).is_some()
                || (is_bullet(bare) && !is_dash(bare))
        }
        _ => marks::bare_number(bare).is_some() || is_lone_mark(bare),
    }
}

pub(super) fn is_lone_mark(text: &str) -> bool {
    marks::lone_number(text).is_some() || is_bullet(text.trim())
}

fn is_bullet(bare: &str) -> bool {
    let mut letters = bare.chars();
    letters.next().is_some_and(|it| BULLETS.contains(&it) || DASHES.contains(&it)) && letters.next().is_none()
}

/// Dashes in cells of their own are marks where one row has them before two texts; else they say that there is nothing.
fn join_dashes(rows: &mut [Printed]) {
    let is_lone = |cell: &(usize, usize, Text)| is_dash(cell.2.as_str().trim());
    let in_pairs = |row: &Printed| {
        row.layout == Layout::Cells
            && row.cells.len().is_multiple_of(2)
            && row.cells.chunks(2).all(|pair| is_lone(&pair[0]) && !is_lone(&pair[1]))
    };
    if !rows.iter().any(|row| row.cells.len() >= 4 && in_pairs(row)) {
        return;
    }
    for row in rows.iter_mut().filter(|row| !row.cells.is_empty() && in_pairs(row)) {
        let pairs = row.cells.chunks(2).map(|pair| {
            let mut text = pair[0].2.clone();
            text.join(' ', &pair[1].2);
            (pair[0].0, pair[1].1, text)
        });
        row.cells = pairs.collect();
        row.is_placed = row.cells.len() > 1;
        row.is_marked = true;
    }
    let Some(both) = rows.iter().position(|row| row.is_placed) else { return };
    if rows.iter().filter(|row| row.is_placed).count() > 1 {
        return;
    }
    rows[both].is_last_of_left = true;
}
