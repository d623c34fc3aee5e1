//! A table that was printed twice: the second says nothing that the first does not.

use super::Table;
use super::find::number_of;
use crate::document::Row;
use crate::vocabulary::fold;
use std::collections::HashSet;

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
    let known: HashSet<(u32, String)> = steps(rows, before).collect();
    let mut count = 0;
    steps(rows, table).inspect(|_| count += 1).all(|step| known.contains(&step)) && count > 0
}

/// Number and folded text of the numbered rows.
fn steps<'t>(rows: &'t [Row], table: &'t Table) -> impl Iterator<Item = (u32, String)> {
    table.body.iter().filter_map(|at| {
        let row = &rows[*at];
        let rest = row.texts().skip(1).map(fold).collect::<Vec<_>>().join(" ");
        Some((number_of(row)?, rest))
    })
}
