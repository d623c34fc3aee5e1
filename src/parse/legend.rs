//! `KS = Kepala Sekolah` below the table: the names that the initials over the actor columns stand for.

use super::draft::Draft;
use super::lines::Free;
use super::table::Columns;
use crate::vocabulary::fold;

/// Longest initials, in bytes.
const LONGEST: usize = 8;

/// Gives the columns whose initials a line explains their names; such lines are taken out of `free`.
pub(super) fn apply(draft: &mut Draft, columns: &mut Columns, free: &mut Vec<Free>) {
    if !columns.lanes.iter().any(|(_, name)| is_short(name.as_str())) {
        return;
    }
    let mut first = None;
    free.retain(|line| {
        let Some((short, long)) = explained(line.text.as_str()) else { return true };
        let same = |name: &str| is_short(name) && fold(name) == fold(short);
        let Some(lane) = columns.lanes.iter().position(|(_, name)| same(name.as_str())) else { return true };
        let name = &mut columns.lanes[lane].1;
        draft.take(name);
        draft.initials.push((lane, short.to_owned()));
        *name = line.text.slice(long);
        draft.take(&line.text);
        first.get_or_insert(line.row);
        false
    });
    let heads = |line: &Free| {
        let above = first.is_some_and(|first| (line.row..=line.row + 2).contains(&first));
        above && HEADINGS.contains(&fold(line.text.as_str()).as_str())
    };
    free.retain(|line| {
        if heads(line) {
            draft.take(&line.text);
        }
        !heads(line)
    });
}

/// Folded headings of such lines.
const HEADINGS: &[&str] = &["keterangan", "ket", "legenda", "singkatan", "daftarsingkatan", "catatan"];

fn is_short(name: &str) -> bool {
    let name = name.trim();
    name.len() <= LONGEST && !name.contains(char::is_whitespace)
}

/// Initials and the longer name behind `=` or `:`.
fn explained(line: &str) -> Option<(&str, &str)> {
    let (short, long) = line.split_once(['=', ':'])?;
    let (short, long) = (short.trim(), long.trim().trim_end_matches([';', '.', ',']));
    let named = long.len() > short.len() && long.len() <= 80 && long.starts_with(char::is_alphabetic);
    (is_short(short) && !short.is_empty() && named).then_some((short, long))
}
