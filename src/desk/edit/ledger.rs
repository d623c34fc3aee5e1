//! The ledger of the conversion, kept true: an entry moves with its row or column, and goes when a person has spoken.

use super::Refusal;
use crate::model::{Path, Sop};
use serde_json::Value;
use std::collections::BTreeMap;

/// A value that was in doubt is right; also all that lies inside it.
pub(super) fn confirm(sop: &mut Sop, path: &str) -> Result<(), Refusal> {
    let conversion = sop.conversion.as_mut().ok_or_else(Refusal::gone)?;
    let before = conversion.reviews.len();
    conversion.reviews.retain(|it| it.path != path);
    if conversion.reviews.len() < before { Ok(()) } else { Err(Refusal::gone()) }
}

/// A text without a place was looked at.
pub(super) fn dismiss(sop: &mut Sop, at: usize) -> Result<(), Refusal> {
    let conversion = sop.conversion.as_mut().filter(|it| at < it.leftovers.len()).ok_or_else(Refusal::gone)?;
    conversion.leftovers.remove(at);
    Ok(())
}

/// A person has written what stands at that path. Of a list, items that stayed as they were stay in doubt.
pub(super) fn overwrite(sop: &mut Sop, path: &str, after: Option<&[Value]>, before: Option<&Value>) {
    let old = before.and_then(Value::as_array);
    let new_position = |item: usize| {
        let text = old?.get(item.checked_sub(1)?)?;
        Some(after?.iter().position(|it| it == text)? + 1)
    };
    let Some(conversion) = &mut sop.conversion else { return };
    let whole = Path(path.to_owned());
    conversion.reviews.retain_mut(|review| {
        if !Path(review.path.clone()).is_within(&whole) {
            return true;
        }
        let item = review.path.get(path.len() + 1..).and_then(|it| it.parse().ok());
        match item.and_then(new_position) {
            Some(position) => review.path = format!("{path}/{position}"),
            None => return false,
        }
        true
    });
}

/// Entries about what lies below `kind`, such as `kegiatan/3`: each number becomes another, or the entry goes.
pub(super) fn renumber(sop: &mut Sop, kind: &str, numbers: &BTreeMap<u32, Option<u32>>) {
    let Some(conversion) = &mut sop.conversion else { return };
    let moved = |path: &str| -> Option<String> {
        let Some(rest) = path.strip_prefix(kind).and_then(|it| it.strip_prefix('/')) else {
            return Some(path.to_owned());
        };
        let (number, below) = rest.split_once('/').map_or((rest, None), |(number, below)| (number, Some(below)));
        let Some(new) = number.parse().ok().and_then(|it: u32| numbers.get(&it)) else { return Some(path.to_owned()) };
        let new = (*new)?;
        Some(below.map_or_else(|| format!("{kind}/{new}"), |below| format!("{kind}/{new}/{below}")))
    };
    conversion.reviews.retain_mut(|review| match moved(&review.path) {
        Some(path) => {
            review.path = path;
            true
        }
        None => false,
    });
    for leftover in &mut conversion.leftovers {
        leftover.near = leftover.near.iter().filter_map(|path| moved(path.as_str())).map(Path).collect();
    }
}

/// A person has decided about that part of a row, given by its number.
pub(super) fn settle(sop: &mut Sop, number: u32, parts: &[&str]) {
    let Some(conversion) = &mut sop.conversion else { return };
    let paths: Vec<Path> = parts.iter().map(|part| Path(format!("kegiatan/{number}/{part}"))).collect();
    conversion.reviews.retain(|review| !paths.iter().any(|path| Path(review.path.clone()).is_within(path)));
}
