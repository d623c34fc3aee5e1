//! The columns and groups that the parts of a header name.

use super::{Column, Part};
use crate::document::Text;
use crate::vocabulary::columns::{Header, header};
use crate::vocabulary::fold;

/// The columns from left to right, and the groups with the column each begins over.
pub(super) fn of(mut parts: Vec<Part>) -> (Vec<Column>, Vec<(usize, Text)>) {
    // Of two `Pelaksana` the upper is the group; the lower belongs to a name (`Kepala Pelaksana`, `Pelaksana Perjalanan Dinas`).
    let first_actors = parts.iter().position(|part| part.kind == Some(Header::Actors));
    let group_line = first_actors.map_or(usize::MAX, |at| parts[at].line);
    let is_of_name = |part: &&mut Part| part.kind == Some(Header::Actors) && part.line > group_line;
    parts.iter_mut().filter(is_of_name).for_each(|part| part.kind = None);
    let is_group = |(at, part): &(usize, &Part)| match part.kind {
        Some(Header::Actors) => Some(*at) == first_actors,
        kind => kind == Some(Header::Quality),
    };
    let (groups, names): (Vec<_>, Vec<_>) = parts.iter().enumerate().partition(is_group);
    let mut columns: Vec<(Column, Vec<usize>)> = Vec::new();
    for (_, part) in names {
        stack(&mut columns, part);
    }
    columns.sort_by_key(|(column, _)| column.from + column.to);
    let columns = columns.into_iter().map(|(column, _)| column).collect();
    grouped(columns, groups.into_iter().map(|(_, part)| part))
}

/// The groups over the columns; a group name without names below it is the name of a column of its own.
fn grouped<'a>(mut columns: Vec<Column>, parts: impl Iterator<Item = &'a Part>) -> (Vec<Column>, Vec<(usize, Text)>) {
    let mut groups: Vec<(usize, Text)> = Vec::new();
    for part in parts {
        match first_under(&columns, part) {
            Some(first) if groups.iter().any(|(at, _)| *at == first) => {}
            Some(first) => groups.push((first, part.text.clone())),
            None => {
                let column = Column { kind: part.kind, name: part.text.clone(), from: part.from, to: part.to };
                let at = columns.partition_point(|it| it.from + it.to < part.from + part.to);
                columns.insert(at, column);
                groups.iter_mut().filter(|(first, _)| *first >= at).for_each(|(first, _)| *first += 1);
            }
        }
    }
    (columns, groups)
}

/// Of two names beside each other, lines of which reach below one another, less than this part of the narrower does.
const EDGE: usize = 4;

/// Adds a cell to the column whose name it goes on with, or opens another.
fn stack(columns: &mut Vec<(Column, Vec<usize>)>, part: &Part) {
    let shared = |column: &Column| {
        let both = column.to.min(part.to).saturating_sub(column.from.max(part.from));
        let narrower = (column.to - column.from).min(part.to - part.from);
        if both * EDGE < narrower { 0 } else { both }
    };
    let open = columns.iter_mut().filter(|(column, lines)| shared(column) > 0 && !lines.contains(&part.line));
    let above = open.max_by_key(|(column, _)| shared(column));
    let Some((column, lines)) = above else {
        let column = Column { kind: part.kind, name: part.text.clone(), from: part.from, to: part.to };
        columns.push((column, vec![part.line]));
        return;
    };
    lines.push(part.line);
    (column.from, column.to) = (column.from.min(part.from), column.to.max(part.to));
    let mut joined = column.name.clone();
    joined.join(' ', &part.text);
    let kind = header(joined.as_str());
    let again = fold(column.name.as_str()) == fold(part.text.as_str());
    match (column.kind, part.kind) {
        _ if again => {}
        (None, None) => (column.name, column.kind) = (joined, kind),
        _ if kind.is_some() => (column.name, column.kind) = (joined, kind),
        // `Durasi Waktu` over `(Menit)`
        (Some(Header::Duration(None)), _) if unit_below(part).is_some() => {
            (column.name, column.kind) = (joined, unit_below(part));
        }
        // A word more under a name that is known says nothing that the column is called by.
        (Some(_), _) => {}
        (None, Some(Header::Actors)) => column.name = joined,
        (None, Some(_)) => (column.name, column.kind) = (part.text.clone(), part.kind),
    }
}

/// The column of times whose unit stands in a line of its own.
fn unit_below(part: &Part) -> Option<Header> {
    header(&format!("Waktu {}", part.text.as_str())).filter(|kind| matches!(kind, Header::Duration(Some(_))))
}

/// The first column under a group: an actor right of the activity, or one of Mutu Baku.
fn first_under(columns: &[Column], group: &Part) -> Option<usize> {
    if group.kind == Some(Header::Actors) {
        let activity = columns.iter().position(|it| it.kind == Some(Header::Activity)).map_or(0, |at| at + 1);
        let lane = |column: &Column| matches!(column.kind, None | Some(Header::Actors));
        return (activity..columns.len()).find(|at| lane(&columns[*at]));
    }
    let quality = |column: &Column| {
        matches!(column.kind, Some(Header::Requirements | Header::Duration(_) | Header::Outputs | Header::Note))
    };
    columns.iter().position(quality)
}
