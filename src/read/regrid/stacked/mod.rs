//! Tables of which every cell stands on a line of its own, as text is copied out of some readers → rows of cells.
//!
//! Nothing tells the columns but the order: number, activity, actor, Kelengkapan, Waktu, Output. The Waktu of a step parts what stands
//! before it from what it makes; steps without one keep their text as activity.

mod actors;
mod behind;
mod cells;
mod header;
mod steps;

use super::{Found, InVain, Table, letterhead};
use crate::document::{Cell, Row, Text};
use crate::vocabulary::columns::{self, Header};
use cells::Step;

/// The columns that every such table has: number, activity, and behind the actors Kelengkapan, Waktu, Output, Keterangan.
const COLUMNS: usize = 6;

/// The position of Keterangan, which may be empty.
const NOTE: usize = 5;

/// The table whose header begins in row `at`.
pub(super) fn at(rows: &[Row], at: usize) -> Found {
    let Some(head) = header::lines(rows, at) else { return Ok(None) };
    let mut stretches = steps::read(rows, head.end);
    let Some(last) = stretches.pop() else { return Ok(None) };
    let end = steps::last_end(rows, &stretches, &last);
    stretches.push(last.start..end);
    if stretches.len() < 2 || steps::are_apart(rows, &stretches) {
        return Err(InVain(end));
    }
    let names: Vec<Text> = (head.clone()).filter_map(|line| rows[line].single()).flat_map(header::names_in).collect();
    let acting = |name: &str| stretches.iter().any(|step| steps::begins_with(rows, step, name));
    let count = steps::column_numbers(rows, head.end).map(|(count, _)| count);
    let lanes = count.and_then(|count| header::counted(&names, count)).or_else(|| header::lanes(&names, acting));
    let named = |wanted: Header| names.iter().find(|name| columns::header(name.as_str()) == Some(wanted));

    let mut read: Vec<Step> = Vec::new();
    let mut others: Vec<&Cell> = Vec::new();
    let mut is_mixed = false;
    for mut step in stretches {
        if let Some(again) = header::again(rows, &step) {
            // The header of the next page; what it does not say again stays.
            let is_new = |cell: &&Cell| names.iter().all(|name| name.as_str() != cell.text.as_str());
            others.extend(rows[again..step.end].iter().filter_map(Row::single).filter(is_new));
            step.end = again;
        }
        if let Some(foreign) = letterhead(rows, &step) {
            others.extend(rows[foreign..step.end].iter().filter_map(Row::single));
            step.end = foreign;
            is_mixed = true;
        }
        if let Some((at, cell)) = steps::end_sign(rows, &step) {
            step.end = at;
            others.push(cell);
        }
        read.push(Step::of(rows, step));
    }
    if read.iter().filter(|step| step.is_timed()).count() * 2 < read.len() {
        // The times share their lines with other cells, so that the next numbers may as well.
        return Err(InVain(end));
    }
    let column = named(Header::Actors).filter(|_| lanes.as_ref().is_some_and(Vec::is_empty));
    let column = column.or_else(|| header::unnamed_actors(&names).filter(|_| named(Header::Actors).is_none()));
    let place = |wanted: Header| names.iter().position(|name| columns::header(name.as_str()) == Some(wanted));
    let leads = column.is_some() && place(Header::Actors).map(|at| at + 1) == place(Header::Activity);
    let column = column.filter(|_| if leads { actors::lead(&mut read) } else { actors::part(&mut read) });
    if leads && column.is_none() {
        return Err(InVain(end));
    }
    let lanes = lanes.or_else(|| column.map(|_| Vec::new()));
    let time = names.iter().position(|name| matches!(columns::header(name.as_str()), Some(Header::Duration(_))));
    if time < place(Header::Requirements) && place(Header::Requirements) < place(Header::Outputs) {
        behind::part(&mut read);
    }
    let strays = behind::strays(&mut read);
    let filled = cells::filled(read, named(Header::Note).is_some());

    let lanes_of_header = column.map_or(lanes.as_deref().unwrap_or_default(), std::slice::from_ref);
    let mut out = vec![header::row(&names, lanes_of_header)];
    let empty = vec![Text::default(); lanes_of_header.len()];
    out.extend(filled.into_iter().map(|(texts, actor)| {
        // A cell that is missing may stand elsewhere; then the others may be of other columns.
        let weighed = is_mixed || texts[1..NOTE].iter().any(Text::is_blank);
        let actor = column.map_or_else(|| empty.clone(), |_| vec![actor]);
        Row { weighed, ..cells(texts, &actor) }
    }));
    if lanes.is_none() {
        // Lines of the header that may be anything stay, and are found again as what nobody took: told as one, for a line of it
        // alone would look like the name of a body.
        let mut unknown = Text::default();
        names.iter().filter(|name| columns::header(name.as_str()).is_none()).for_each(|name| unknown.join(' ', name));
        out.push(Row { weighed: true, ..Row::line(unknown) });
    }
    out.extend(strays.into_iter().map(|text| Row { weighed: true, ..Row::line(text) }));
    out.extend(others.into_iter().map(|cell| Row { cells: vec![cell.clone()], ..Row::default() }));
    Ok(Some(Table { rows: out, start: at, end }))
}

/// The cells of a row, those of the actors between the activity and Kelengkapan.
fn cells(texts: Vec<Text>, lanes: &[Text]) -> Row {
    let (lead, rest) = texts.split_at(2);
    Row::positioned(lead.iter().chain(lanes).chain(rest).cloned().collect())
}
