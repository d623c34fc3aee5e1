//! A table that was printed twice: the second says nothing that the first does not.

use super::Table;
use super::find::number_of;
use crate::document::Row;
use crate::vocabulary::fold;
use std::collections::HashMap;

/// The tables without those of which every step stands in the one before; their rows are kept as copies.
pub(super) fn without_copies(rows: &[Row], tables: Vec<Table>) -> Vec<Table> {
    let mut kept: Vec<Table> = Vec::new();
    for table in tables {
        match kept.last_mut() {
            Some(before) if says_again(rows, before, &table) => {
                before.copies.extend(table.all_rows());
                before.rows.end = table.rows.end;
            }
            _ => kept.push(table),
        }
    }
    kept
}

fn says_again(rows: &[Row], before: &Table, table: &Table) -> bool {
    let known: HashMap<u32, String> = steps(rows, before).collect();
    let (mut same, mut alike) = (0, 0);
    for (number, activity) in steps(rows, table) {
        match known.get(&number) {
            Some(known) if *known == activity => same += 1,
            // One of the two was cut by the edge of a page.
            Some(known) if is_cut(known, &activity) || is_cut(&activity, known) => alike += 1,
            _ => return false,
        }
    }
    same > 0 && alike <= same
}

fn is_cut(text: &str, piece: &str) -> bool {
    !piece.is_empty() && (text.starts_with(piece) || text.ends_with(piece))
}

/// Number and folded text of the numbered rows.
fn steps<'t>(rows: &'t [Row], table: &'t Table) -> impl Iterator<Item = (u32, String)> {
    table.body.iter().filter_map(|at| {
        let row = &rows[*at];
        Some((number_of(row)?, row.texts().nth(1).map(fold).unwrap_or_default()))
    })
}
