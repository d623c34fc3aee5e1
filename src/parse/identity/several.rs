//! Values that several labels share: as many in one cell, or as many lines below them.

use super::{key, takes, without_colon};
use crate::document::Text;
use crate::model::Path;
use crate::parse::draft::Draft;
use crate::parse::lines::{Free, Labelled, Lines};

/// What parts the values of a cell.
const BETWEEN: &str = " / ";

/// Fewer lines with colons may be anything.
const FEWEST_LINES: usize = 3;

/// `Nomor SOP / Tanggal Pembuatan` beside `470/12/2020 / 13 Januari 2020`: each label gets its part.
pub(super) fn fill(labels: &mut [Labelled]) {
    for at in 0..labels.len() {
        let row = labels[at].row;
        let open = labels[at + 1..].iter().take_while(|it| it.row == row && it.value.is_blank()).count();
        let value = without_colon(&labels[at].value);
        if open == 0 || !value.as_str().contains(BETWEEN) {
            continue;
        }
        let parts: Vec<Text> = value.as_str().split(BETWEEN).map(|part| value.slice(part.trim())).collect();
        let sharing = &mut labels[at..=at + open];
        let fits = |(label, part): (&Labelled, &Text)| takes(label.label, part.as_str());
        if parts.len() == sharing.len() && sharing.iter().zip(&parts).all(fits) {
            sharing.iter_mut().zip(parts).for_each(|(label, part)| label.value = part);
        }
    }
}

/// Labels one below the other, and below them just as many lines that begin with a colon: the first is of the first, and an empty
/// one says that its label has no value.
pub(super) fn fill_aligned(draft: &mut Draft, lines: &mut Lines) {
    let Some(run) = colons(&lines.free) else { return };
    let first = lines.free[run.start].row;
    let above = lines.labels.iter().take_while(|label| label.row < first).count();
    let Some(from) = above.checked_sub(run.len()) else { return };
    let waiting = &lines.labels[from..above];
    let before = from.checked_sub(1).is_some_and(|at| lines.labels[at].value.is_blank());
    let values: Vec<Text> = lines.free[run.clone()].iter().map(|line| without_colon(&line.text)).collect();
    let fits = |(label, value): (&Labelled, &Text)| {
        label.value.is_blank() && (value.is_blank() || takes(label.label, value.as_str()))
    };
    if before || !waiting.iter().zip(&values).all(fits) {
        return;
    }
    for (label, value) in lines.labels[from..above].iter_mut().zip(values) {
        let reason = format!("nilai terpisah dari labelnya `{}`", label.spelling.as_str().trim());
        if let Some(key) = key(label.label).filter(|_| !value.is_blank()) {
            draft.repaired(Path::identity(key), reason, Some(value.whole()));
        }
        label.value = value;
    }
    lines.free.drain(run).for_each(|line| draft.take(&line.text));
}

/// The first lines that begin with a colon, one right below the other.
fn colons(free: &[Free]) -> Option<std::ops::Range<usize>> {
    let begins = |line: &Free| line.after_label && line.text.as_str().trim_start().starts_with(':');
    let start = free.iter().position(begins)?;
    let rest = free[start + 1..].iter().zip(&free[start..]);
    let end = start + 1 + rest.take_while(|(line, above)| begins(line) && line.row == above.row + 1).count();
    (end - start >= FEWEST_LINES).then_some(start..end)
}
