//! `w:tbl` → a table: each cell with the grid columns it takes up, omitted ones before a row left out of it.

use super::blocks::{Block, CellText, Merge, Table, TableCell, TableRow};
use super::story::{Story, Surroundings};
use super::word::{length, said, switch, val, whole};
use crate::document::AsideKind;
use crate::read::office::xml::Element;

/// Most grid columns of a table; Word has 63.
const MOST_COLUMNS: usize = 128;

/// Width of a column that nothing tells, in points.
const UNSAID_WIDTH: f32 = 60.0;

/// Space between the edge of a cell and its text, in points, where nothing tells it.
const UNSAID_PADDING: f32 = 5.4;

/// A row with what stands around its cells in the file.
struct RowMaker {
    row: TableRow,
    /// The next grid column.
    column: usize,
    /// Widths as the cells say them, by their columns.
    widths: Vec<(usize, usize, f32)>,
}

impl Story<'_> {
    /// Reads a table.
    pub fn table(&mut self, element: &Element<'_>, around: Surroundings) -> Table {
        let properties = element.child("tblPr");
        let style = properties.and_then(|it| said(it, "tblStyle")).and_then(|name| self.styles.named(&name));
        let mut table = Table {
            widths: grid(element),
            indent: properties.and_then(|it| it.child("tblInd")).and_then(|it| length(it, "w")).unwrap_or(0.0),
            alignment: match properties.and_then(|it| said(it, "jc")).as_deref() {
                Some("center") => 0.5,
                Some("right" | "end") => 1.0,
                _ => 0.0,
            },
            padding: padding(properties),
            rows: Vec::new(),
        };
        let around = Surroundings { table: style.unwrap_or_default().over(around.table), is_in_table: true, ..around };
        let mut widths = Vec::new();
        self.rows(element, around, &mut table, &mut widths);
        settle_widths(&mut table, &widths);
        settle_merges(&mut table);
        if !table.is_frame() {
            table.unnest();
        }
        table
    }

    fn rows(
        &mut self,
        parent: &Element<'_>,
        around: Surroundings,
        table: &mut Table,
        widths: &mut Vec<(usize, usize, f32)>,
    ) {
        for element in parent.chosen() {
            match element.name() {
                "tr" => {
                    let number = table.rows.last().map_or(1, |row| row.number + 1);
                    let made = self.row(element, around, number);
                    widths.extend(made.widths);
                    table.rows.push(made.row);
                }
                "sdt" | "sdtContent" | "customXml" | "smartTag" => self.rows(element, around, table, widths),
                "ins" | "moveTo" => {
                    self.rows(element, Surroundings { is_inserted: true, ..around }, table, widths);
                }
                _ => {}
            }
        }
    }

    fn row(&mut self, element: &Element<'_>, around: Surroundings, number: u32) -> RowMaker {
        let properties = element.child("trPr");
        let said = |name: &str| properties.and_then(|it| it.child(name));
        let count =
            |name: &str| said(name).and_then(|it| whole(it, "val")).unwrap_or(0).clamp(0, MOST_COLUMNS as i64) as usize;
        let height = said("trHeight")
            .and_then(|it| Some((length(it, "val")?, it.attribute("hRule").as_deref() == Some("exact"))));
        let row = TableRow { number, height: height.filter(|it| it.0 > 0.0), ..TableRow::default() };
        let mut made = RowMaker { row, column: count("gridBefore"), widths: Vec::new() };
        let gone = match () {
            () if said("del").is_some() => Some(AsideKind::Deleted),
            () if properties.and_then(|it| switch(it, "hidden")) == Some(true) => Some(AsideKind::Hidden),
            () => None,
        };
        let is_inserted = around.is_inserted || said("ins").is_some();
        let was_paused = self.numbering.is_paused;
        self.numbering.is_paused |= gone.is_some();
        self.cells(element, Surroundings { is_inserted, ..around }, &mut made);
        self.numbering.is_paused = was_paused;
        if let Some(kind) = gone {
            made.row.leave_out(kind);
        }
        made
    }

    fn cells(&mut self, parent: &Element<'_>, around: Surroundings, made: &mut RowMaker) {
        for element in parent.chosen() {
            match element.name() {
                "tc" => self.cell(element, around, made),
                "sdt" | "sdtContent" | "customXml" | "smartTag" => self.cells(element, around, made),
                _ => {}
            }
        }
    }

    fn cell(&mut self, element: &Element<'_>, around: Surroundings, made: &mut RowMaker) {
        let properties = element.child("tcPr");
        let said = |name: &str| properties.and_then(|it| it.child(name));
        let span = said("gridSpan").and_then(|it| whole(it, "val")).unwrap_or(1).clamp(1, MOST_COLUMNS as i64) as usize;
        let first = made.column.min(MOST_COLUMNS - 1);
        let columns = first..(first + span).min(MOST_COLUMNS);
        made.column = columns.end;
        let merge = match said("vMerge").map(|it| it.attribute("val")) {
            None => Merge::None,
            Some(Some(value)) if value == "restart" => Merge::Begins,
            Some(_) => Merge::GoesOn,
        };
        if let Some(width) =
            said("tcW").filter(|it| it.attribute("type").is_none_or(|it| it == "dxa")).and_then(|it| length(it, "w"))
            && width > 0.0
        {
            made.widths.push((columns.start, columns.end, width));
        }
        // What stands in a cell that another one covers is not printed, and its lists are not counted.
        let was_paused = self.numbering.is_paused;
        self.numbering.is_paused |= merge == Merge::GoesOn;
        let alignment = match said("vAlign").and_then(val).as_deref() {
            Some("center") => 0.5,
            Some("bottom") => 1.0,
            _ => 0.0,
        };
        let number = made.row.cells.len() as u32 + 1;
        let mut cell = TableCell { number, columns, merge, alignment, blocks: self.blocks(element, around) };
        self.numbering.is_paused = was_paused;
        if said("cellDel").is_some() {
            made.row.asides.extend(left_out(AsideKind::Deleted, &cell.blocks));
            cell.blocks.clear();
        }
        made.row.cells.push(cell);
    }
}

impl TableRow {
    /// Takes all text and drawings out; the cells stay, for others may reach over them.
    fn leave_out(&mut self, kind: AsideKind) {
        for cell in &mut self.cells {
            self.asides.extend(left_out(kind, &cell.blocks));
            cell.blocks.clear();
        }
        self.is_gone = true;
    }
}

fn left_out(kind: AsideKind, blocks: &[Block]) -> Option<(AsideKind, String)> {
    let text = CellText::of(blocks).text;
    (!text.trim().is_empty()).then_some((kind, text))
}

/// The widths of the grid columns as `w:tblGrid` gives them.
fn grid(element: &Element<'_>) -> Vec<f32> {
    let columns = element.child("tblGrid").map(|it| it.children.as_slice()).unwrap_or_default();
    let columns = columns.iter().filter(|it| it.name() == "gridCol").take(MOST_COLUMNS);
    columns.map(|it| length(it, "w").unwrap_or(0.0).max(0.0)).collect()
}

fn padding(properties: Option<&Element<'_>>) -> (f32, f32) {
    let margins = properties.and_then(|it| it.child("tblCellMar"));
    let side = |one: &str, other: &str| {
        let side = margins.and_then(|it| it.child(one).or_else(|| it.child(other)));
        side.and_then(|it| length(it, "w")).unwrap_or(UNSAID_PADDING)
    };
    (side("left", "start"), side("right", "end"))
}

/// Columns that the grid does not tell, or tells too few of, get the widths of the cells that are theirs alone.
fn settle_widths(table: &mut Table, said: &[(usize, usize, f32)]) {
    let count = table.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.columns.end).max().unwrap_or(0);
    table.widths.resize(count, 0.0);
    for (first, end, width) in said {
        if end - first == 1 && table.widths[*first] < 1.0 {
            table.widths[*first] = *width;
        }
    }
    for (first, end, width) in said {
        let inner = &mut table.widths[*first..*end];
        let open = inner.iter().filter(|it| **it < 1.0).count();
        let left = width - inner.iter().sum::<f32>();
        if open > 0 && left > 1.0 {
            inner.iter_mut().filter(|it| **it < 1.0).for_each(|it| *it = left / open as f32);
        }
    }
    let has_any = table.widths.iter().any(|it| *it >= 1.0);
    let unsaid = if has_any { 1.0 } else { UNSAID_WIDTH };
    table.widths.iter_mut().filter(|it| **it < 1.0).for_each(|it| *it = unsaid);
}

/// A cell that goes on below nothing that began stands alone.
fn settle_merges(table: &mut Table) {
    let mut open = vec![false; table.widths.len()];
    for row in &mut table.rows {
        let mut next = vec![false; open.len()];
        for cell in &mut row.cells {
            let at = cell.columns.start;
            if cell.merge == Merge::GoesOn && !open[at] {
                cell.merge = Merge::Begins;
            }
            next[at] = cell.merge != Merge::None;
        }
        open = next;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::office::docx::numbering::Numbering;
    use crate::read::office::docx::styles::Styles;
    use crate::read::office::xml::document;

    fn read(xml: &str) -> Table {
        let styles = Styles::default();
        let tree = document(xml).unwrap();
        Story::new(&styles, Numbering::default()).table(&tree, Surroundings::default())
    }

    #[test]
    fn omitted_columns_and_spans_keep_cells_in_their_columns() {
        let table = read(
            "<tbl><tblGrid><gridCol w='400'/><gridCol w='600'/><gridCol w='800'/></tblGrid>\
             <tr><trPr><gridBefore val='1'/></trPr><tc><p><r><t>b</t></r></p></tc><tc><p/></tc></tr>\
             <tr><tc><tcPr><gridSpan val='999999'/></tcPr><p/></tc></tr>\
             <sdt><sdtContent><tr><sdt><sdtContent><tc><p/></tc></sdtContent></sdt></tr></sdtContent></sdt></tbl>",
        );
        assert_eq!(table.rows[0].cells[0].columns, 1..2);
        assert_eq!(table.rows[1].cells[0].columns, 0..MOST_COLUMNS);
        assert_eq!((table.rows[2].number, table.rows[2].cells.len()), (3, 1));
        assert_eq!(&table.widths[..3], [20.0, 30.0, 40.0]);
    }

    #[test]
    fn a_cell_below_nothing_is_no_continuation() {
        let table =
            read("<tbl><tr><tc><tcPr><vMerge/></tcPr><p/></tc></tr><tr><tc><tcPr><vMerge/></tcPr><p/></tc></tr></tbl>");
        assert_eq!(table.rows[0].cells[0].merge, Merge::Begins);
        assert_eq!(table.rows[1].cells[0].merge, Merge::GoesOn);
    }
}
