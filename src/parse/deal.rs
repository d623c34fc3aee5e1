//! Values of one row → the labels of that row, in order, by what each label takes.

use super::lines::Labelled;
use crate::document::Text;
use crate::grammar::{date, offset_in};
use crate::vocabulary::bodies;
use crate::vocabulary::labels::Label;

fn takes_date(label: &Labelled) -> bool {
    label.label.is_dated()
}

/// The label has its date, to the year: nothing of it can stand below.
pub(super) fn is_dated(label: &Labelled) -> bool {
    takes_date(label) && date::find(label.value.as_str()).is_some_and(|(found, _)| found.year.is_some())
}

/// The label has its number or date, and the text is the name of a body.
pub(super) fn is_whole(label: &Labelled, text: &str) -> bool {
    (label.label == Label::Number || takes_date(label)) && !label.value.is_blank() && bodies::body(text).is_some()
}

/// `Tanggal Efektif Disahkan oleh` with both values in one cell: the date in front belongs to the first.
fn split_fused(dated: &mut Labelled, other: &mut Labelled, value: &Text) -> bool {
    if !takes_date(dated) || !dated.value.is_blank() {
        return false;
    }
    let text = value.as_str();
    let Some((_, found)) = date::find(text) else { return false };
    let start = offset_in(text, found);
    let rest = text[start + found.len()..].trim();
    if start > 2 || !rest.chars().any(char::is_alphabetic) {
        return false;
    }
    dated.value = value.slice(found);
    other.value = value.slice(rest);
    true
}

/// Text right behind the last of these labels, in the cell of all: the values of several in a row, or that of the last.
pub(super) fn direct(labels: &mut [Labelled], text: &Text) -> bool {
    let blank = labels.iter().rev().take_while(|label| label.value.is_blank()).count();
    let from = labels.len() - blank;
    let Some(last) = labels.len().checked_sub(1).filter(|_| blank > 0) else { return false };
    let found = (from..last).find_map(|from| Some((from, tiled(&labels[from..], text.as_str())?)));
    if let Some((from, values)) = found {
        labels[from..].iter_mut().zip(values).for_each(|(label, value)| label.value = text.slice(value));
        return true;
    }
    let is_code = || labels[last].label == Label::Number && super::identity::is_code(text.as_str().trim());
    let fits = super::identity::takes(labels[last].label, text.as_str()) || is_code();
    if fits {
        labels[last].value = text.clone();
    }
    fits
}

/// A line right below labels that stand in one line and all wait: a value for each.
pub(super) fn below_all(labels: &mut [Labelled], text: &Text) -> bool {
    let Some(row) = labels.last().map(|label| label.row) else { return false };
    let waiting = labels.iter().rev().take_while(|label| label.row == row && label.value.is_blank()).count();
    let from = labels.len() - waiting;
    let values = (waiting > 1).then(|| tiled(&labels[from..], text.as_str())).flatten();
    let Some(values) = values else { return false };
    labels[from..].iter_mut().zip(values).for_each(|(label, value)| label.value = text.slice(value));
    true
}

/// Labels of one cell, one below the other, that all wait for their values.
pub(super) fn are_stacked(labels: &[Labelled]) -> bool {
    labels.len() > 1 && labels.iter().all(|label| label.value.is_blank())
}

/// The lines of one cell beside labels that stand one below the other: one each, and what is left for the last.
pub(super) fn line_by_line(labels: &mut [Labelled], text: &Text) -> bool {
    let mut lines = text.as_str().splitn(labels.len(), '\n');
    let values: Vec<&str> = lines.by_ref().map(str::trim).collect();
    let fits = |(label, value): (&Labelled, &&str)| super::identity::takes(label.label, value);
    if values.len() != labels.len() || !labels.iter().zip(&values).all(fits) {
        return false;
    }
    labels.iter_mut().zip(values).for_each(|(label, value)| label.value = text.slice(value));
    true
}

/// A value for each of several labels, one behind the other; `None` where the text does not hold so many.
fn tiled<'t>(labels: &[Labelled], text: &'t str) -> Option<Vec<&'t str>> {
    let mut rest = text.trim();
    let mut values = Vec::new();
    for (at, label) in labels.iter().enumerate() {
        let end = match label.label {
            _ if at + 1 == labels.len() => rest.len(),
            _ if rest.starts_with(['-', '–']) => rest.find(char::is_whitespace)?,
            _ if takes_date(label) => {
                let (_, found) = date::find(rest)?;
                (offset_in(rest, found) == 0).then_some(found.len())?
            }
            Label::Number => rest.find(char::is_whitespace)?,
            _ => return None,
        };
        let value = rest[..end].trim();
        if value.is_empty() || !super::identity::takes(label.label, value) {
            return None;
        }
        values.push(value);
        rest = rest[end..].trim_start();
    }
    Some(values)
}

/// Labels of one row that values are dealt to, the last ones; no form has half as many in all.
const MOST_LABELS: usize = 32;

/// Gives loose values to the labels of a row: in order, by what each label takes.
pub(super) fn deal(labels: &mut [Labelled], loose: &mut Vec<Text>, last: bool) {
    if loose.is_empty() {
        return;
    }
    let labels = {
        let from = labels.len().saturating_sub(MOST_LABELS);
        &mut labels[from..]
    };
    let empty = labels.iter().filter(|it| it.value.is_blank()).count();
    if empty > 1 && !last {
        return;
    }
    if let ([date_label, .., other], [value]) = (&mut *labels, &loose[..])
        && matches!(other.label, Label::Signatory | Label::Title)
        && split_fused(date_label, other, value)
    {
        loose.clear();
        return;
    }
    for value in loose.drain(..) {
        let fits = |label: &Labelled| label.value.is_blank() && super::identity::takes(label.label, value.as_str());
        let at = labels.iter().position(fits).or_else(|| labels.len().checked_sub(1));
        if let Some(label) = at.map(|at| &mut labels[at]) {
            label.value.join('\n', &value);
        }
    }
}
