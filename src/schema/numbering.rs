//! The numbers of the rows: as written, from `3a` its number, and for a row without one the number that its place gives it.

use super::Located;
use super::to_model::Fault;
use super::values::RowNumber;
use crate::model::{Trouble, TroubleKind};
use crate::source::Place;
use std::collections::HashSet;

/// The number of each row, and what had to be taken otherwise than it is written.
///
/// # Errors
/// When something that is no number stands there.
pub(super) fn numbers(rows: &[(Option<&Located<RowNumber<'_>>>, Place)]) -> Result<(Vec<u32>, Vec<Trouble>), Fault> {
    let mut read = Vec::with_capacity(rows.len());
    for (number, _) in rows {
        read.push(number.map(understood).transpose()?);
    }
    let written: HashSet<u32> = read.iter().flatten().map(|(number, _)| *number).collect();
    let mut numbers = Vec::with_capacity(rows.len());
    let mut troubles = Vec::new();
    for ((number, place), read) in rows.iter().zip(read) {
        let last: u32 = numbers.last().copied().unwrap_or_default();
        let next = last.saturating_add(1);
        let given = match read {
            Some((number, _)) => number,
            // A row put between two others that kept their numbers shares the one before, for no number is free.
            None if last > 0 && written.contains(&next) => last,
            None => next,
        };
        numbers.push(given);
        let (kind, place) = match (number, read) {
            (_, Some((_, true))) => continue,
            (Some(number), _) => {
                (TroubleKind::OddNumber { written: Some(number.value.text()), read: given }, number.place)
            }
            (None, _) => (TroubleKind::OddNumber { written: None, read: given }, *place),
        };
        troubles.push(Trouble { kind, span: place.span() });
    }
    Ok((numbers, troubles))
}

/// The number, and whether it is written as one.
fn understood(number: &Located<RowNumber<'_>>) -> Result<(u32, bool), Fault> {
    let text = number.value.text();
    let plain = text.trim();
    if let Ok(whole) = plain.parse() {
        return Ok((whole, true));
    }
    let inner = plain.trim_start_matches('(');
    let digits = inner.len() - inner.trim_start_matches(|it: char| it.is_ascii_digit()).len();
    let (digits, rest) = inner.split_at(digits);
    let rest = rest.trim_start_matches(['.', ' ']).trim_end_matches(['.', ')']);
    let is_letter = rest.len() <= 1 && rest.bytes().all(|it| it.is_ascii_alphabetic());
    match digits.parse() {
        Ok(number) if is_letter => Ok((number, rest.is_empty())),
        _ => Err(Fault {
            id: format!("`nomor` harus berupa bilangan bulat, misalnya `3`, bukan `{}`", cut(plain)),
            en: format!("`nomor` has to be a whole number such as `3`, not `{}`", cut(plain)),
            place: number.place,
        }),
    }
}

fn cut(text: &str) -> String {
    text.chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::borrow::Cow;

    fn read(written: &[&str]) -> Option<(Vec<u32>, usize)> {
        let own =
            |text: &&str| (!text.is_empty()).then(|| Located::nowhere(RowNumber::Text(Cow::Owned((*text).into()))));
        let rows: Vec<_> = written.iter().map(own).collect();
        let rows: Vec<_> = rows.iter().map(|row| (row.as_ref(), Place::NOWHERE)).collect();
        numbers(&rows).ok().map(|(numbers, troubles)| (numbers, troubles.len()))
    }

    #[test]
    fn a_row_without_a_number_takes_the_free_one_or_shares_the_one_before() {
        assert_eq!(read(&["1", "2", ""]), Some((vec![1, 2, 3], 1)));
        assert_eq!(read(&["1", "", "2"]), Some((vec![1, 1, 2], 1)));
        assert_eq!(read(&["", "1"]), Some((vec![1, 1], 1)));
    }

    #[test]
    fn signs_around_a_number_say_nothing_and_a_letter_is_told() {
        assert_eq!(read(&["1.", "(2)", "3a", "3.b"]), Some((vec![1, 2, 3, 3], 2)));
        assert_eq!(read(&["satu"]), None);
        assert_eq!(read(&["-1"]), None);
        assert_eq!(read(&["99999999999"]), None);
    }
}
