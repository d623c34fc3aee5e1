//! An identity block read from the right to the left, or from below: each value stands in the line above its label. The lines are put
//! in the order in which a form is written, label before value.

use crate::document::{Layout, Row};
use crate::grammar::{date, person};
use crate::vocabulary::labels::{self, Label};

/// Fewer labels with numbers and dates tell no order.
const FEWEST: usize = 3;

/// Most lines of one value.
const LONGEST: usize = 8;

/// Puts the labels of such blocks before their values.
pub(super) fn turn(rows: &mut [Row]) {
    let found: Vec<(usize, Label)> = rows.iter().enumerate().filter_map(|(at, row)| Some((at, label(row)?))).collect();
    for block in found.chunk_by(|(one, _), (other, _)| other - one <= LONGEST) {
        let Some((first, _)) = block.first().filter(|(at, _)| *at > 0 && is_reversed(rows, block)) else { continue };
        let mut start = first - 1;
        for (at, label) in block {
            if *label == Label::Title {
                // Above the name of the SOP ends the block of who signs.
                let signs = |row: &Row| row.texts().any(|text| person::nip(text).is_some());
                start += rows[start..*at].iter().rposition(signs).map_or(0, |last| last + 1);
            }
            rows[start..=*at].rotate_right(1);
            start = at + 1;
        }
    }
}

/// The label that is all a line says.
fn label(row: &Row) -> Option<Label> {
    row.single().filter(|_| row.layout == Layout::Plain).and_then(|cell| labels::whole(cell.text.as_str()))
}

/// Every label of a number or a date has its value above it, and not every one could have it below.
fn is_reversed(rows: &[Row], block: &[(usize, Label)]) -> bool {
    let typed: Vec<&(usize, Label)> = block.iter().filter(|(_, it)| is_typed(*it)).collect();
    let fits = |at: Option<usize>, label: Label| at.and_then(|at| rows.get(at)).is_some_and(|row| takes(label, row));
    let has_above = |at: usize, label: Label| fits(at.checked_sub(1), label);
    // A date left blank has the label before it above it.
    let is_blank = |at: usize, label: Label| {
        label.is_dated() && at.checked_sub(1).is_some_and(|above| self::label(&rows[above]).is_some())
    };
    let above = || typed.iter().all(|(at, label)| has_above(*at, *label) || is_blank(*at, *label));
    let found = || typed.iter().filter(|(at, label)| has_above(*at, *label)).count();
    typed.len() >= FEWEST
        && above()
        && found() + 1 >= FEWEST
        && !typed.iter().all(|(at, label)| fits(Some(at + 1), *label))
}

fn is_typed(label: Label) -> bool {
    label == Label::Number || label.is_dated()
}

/// The line may be the value of a label.
fn takes(of: Label, row: &Row) -> bool {
    let Some(cell) = row.single().filter(|_| label(row).is_none()) else { return false };
    let text = cell.text.as_str().trim();
    let dated = date::parse(text).is_some_and(|date| date.month.is_some());
    match of {
        Label::Number => !dated && text.contains(['/', '.', '-']) && text.bytes().any(|it| it.is_ascii_digit()),
        _ => dated || matches!(text, "-" | "–"),
    }
}
