//! Numbers as people write them in a cell of Waktu, and the units after them.

use nom::Parser;
use nom::bytes::complete::take_while1;
use nom::character::complete::{char, digit1};
use nom::combinator::opt;
use nom::sequence::{delimited, preceded};

use super::lexis::{Parsed, begins_alike, blank, fail, phrase_of, strip_start, word};
use crate::model::{DayKind, Number, Unit};
use crate::vocabulary::numerals::{FRACTION_SIGNS, HALF, NUMERALS, Numeral, ONE_OF};
use crate::vocabulary::units::{DAY_KINDS, UNITS};

/// A number: `15`, `1,5`, `8.5`, `1.440`, `½`, `1 1/2`, `satu`, `1 (satu)`; of `sehari` the `se`.
pub(super) fn number(text: &str) -> Parsed<'_, Number> {
    let (rest, number) =
        if text.starts_with(char::is_alphabetic) { spoken_number(text)? } else { written_number(text)? };
    let (rest, spoken) = opt(preceded(blank, bracketed_number)).parse(rest)?;
    match spoken {
        Some(other) if other != number => fail(),
        _ => Ok((rest, number)),
    }
}

/// A unit of time and the kind of day, each perhaps after blanks.
pub(super) fn unit(text: &str) -> Parsed<'_, (Unit, Option<DayKind>)> {
    let (text, _) = blank(text)?;
    let (rest, (unit, kind)) = bare_unit(text)?;
    let rest = rest.strip_prefix('.').unwrap_or(rest);
    let (rest, day_kind) = opt(preceded(blank, day_kind)).parse(rest)?;
    Ok((rest, (unit, day_kind.or(kind))))
}

fn day_kind(text: &str) -> Parsed<'_, DayKind> {
    phrase_of(text, DAY_KINDS)
}

fn bare_unit(text: &str) -> Parsed<'_, (Unit, Option<DayKind>)> {
    for &(spelling, unit, kind) in UNITS.iter().filter(|row| begins_alike(text, row.0)) {
        if let Some(rest) = strip_start(text, spelling)
            && !rest.starts_with(char::is_alphabetic)
        {
            return Ok((rest, (unit, kind)));
        }
    }
    let (rest, _) = strip_start(text, "hari")
        .filter(|rest| rest.starts_with(['k', 'K']))
        .map_or_else(fail, |rest| Ok((rest, ())))?;
    let (rest, kind) = day_kind(rest)?;
    Ok((rest, (Unit::Day, Some(kind))))
}

fn written_number(text: &str) -> Parsed<'_, Number> {
    let (rest, whole) = match fraction(text) {
        Some((rest, thousandths)) => return Ok((rest, Number::from_thousandths(thousandths))),
        None => decimal(text)?,
    };
    let after = rest.trim_start();
    if whole % 1000 == 0
        && let Some((rest, part)) = fraction(after)
        && let Some(sum) = whole.checked_add(part)
    {
        return Ok((rest, Number::from_thousandths(sum)));
    }
    Ok((rest, Number::from_thousandths(whole)))
}

/// `½`, `1/2`, `3/4`, in thousandths.
fn fraction(text: &str) -> Option<(&str, u32)> {
    if text.as_bytes().first()?.is_ascii() {
        return written_fraction(text);
    }
    let &(sign, thousandths) = FRACTION_SIGNS.iter().find(|row| text.starts_with(row.0))?;
    Some((&text[sign.len_utf8()..], thousandths))
}

/// `1/2`, `3/4`, in thousandths; with the stroke of fractions as well, which the sign `½` is often copied as.
fn written_fraction(text: &str) -> Option<(&str, u32)> {
    let below = text.get(1..)?.strip_prefix(['/', '\u{2044}'])?;
    let parts = [("1", "2", 500), ("1", "4", 250), ("3", "4", 750)];
    let (rest, thousandths) = parts.into_iter().find_map(|(above, under, thousandths)| {
        let rest = below.strip_prefix(under).filter(|_| text.starts_with(above))?;
        Some((rest, thousandths))
    })?;
    (!rest.starts_with(|next: char| next.is_ascii_digit())).then_some((rest, thousandths))
}

/// Digits with a decimal comma, a decimal point, thousands points, or torn apart before a zero; in thousandths.
fn decimal(text: &str) -> Parsed<'_, u32> {
    let (rest, head) = digit1::<_, ()>(text)?;
    let whole = thousands(head, rest).or_else(|| torn(head, rest));
    let (rest, whole) = match whole {
        Some(found) => found,
        None => (rest, digits_value(head).ok_or(nom::Err::Error(()))?),
    };
    let (rest, part) = opt(decimals).parse(rest)?;
    let value = whole.checked_mul(1000).and_then(|value| value.checked_add(part.unwrap_or(0)));
    value.map_or_else(fail, |value| Ok((rest, value)))
}

/// After `1`: the `.440` of 1.440, perhaps several such groups.
fn thousands<'a>(head: &str, rest: &'a str) -> Option<(&'a str, u32)> {
    if head.len() > 3 || head.starts_with('0') {
        return None;
    }
    let mut value = digits_value(head)?;
    let (mut rest, mut found) = (rest, false);
    while let Some((after, group)) = point_group(rest) {
        value = value.checked_mul(1000)?.checked_add(group)?;
        (rest, found) = (after, true);
    }
    found.then_some((rest, value))
}

/// A point and exactly three digits.
fn point_group(text: &str) -> Option<(&str, u32)> {
    let (rest, digits) = preceded(char::<_, ()>('.'), digit1).parse(text).ok()?;
    if digits.len() == 3 { Some((rest, digits_value(digits)?)) } else { None }
}

/// `1 0`: a zero cannot begin a number, so it belongs to the digits before.
fn torn<'a>(head: &str, rest: &'a str) -> Option<(&'a str, u32)> {
    let (after, zeros) = preceded(blank, take_while1(|digit| digit == '0')).parse(rest).ok()?;
    let is_torn = rest.starts_with(char::is_whitespace)
        && !after.starts_with(|next: char| next.is_ascii_digit() || ",./".contains(next));
    if !is_torn || zeros.len() > 2 {
        return None;
    }
    let value = digits_value(head)?.checked_mul(10u32.pow(u32::try_from(zeros.len()).ok()?))?;
    Some((after, value))
}

/// One to three digits after a comma or point, in thousandths.
fn decimals(text: &str) -> Parsed<'_, u32> {
    let Some(after) = text.strip_prefix([',', '.']) else { return fail() };
    let (rest, digits) = digit1::<_, ()>(after)?;
    let scale = match digits.len() {
        1 => 100,
        2 => 10,
        3 => 1,
        _ => return fail(),
    };
    digits_value(digits).map_or_else(fail, |value| Ok((rest, value * scale)))
}

fn digits_value(digits: &str) -> Option<u32> {
    digits.parse().ok()
}

/// `(satu)`, `(1)`.
fn bracketed_number(text: &str) -> Parsed<'_, Number> {
    delimited((char('('), blank), inner_number, (blank, char(')'))).parse(text)
}

fn inner_number(text: &str) -> Parsed<'_, Number> {
    if text.starts_with(char::is_alphabetic) { spoken_number(text) } else { written_number(text) }
}

/// `satu`, `dua puluh lima`, `setengah`, `satu setengah`; of `sehari` the `se`.
fn spoken_number(text: &str) -> Parsed<'_, Number> {
    let (mut rest, mut total, mut group, mut found) = (text, 0u32, 0u32, false);
    while let Some((after, numeral)) = numeral(rest.trim_start()) {
        match numeral {
            Numeral::Value(value) => (total, group) = (total.saturating_add(group), value),
            Numeral::Teens => group = group.saturating_add(10),
            Numeral::Times(times) => group = group.saturating_mul(times),
        }
        (rest, found) = (after, true);
    }
    let half = strip_start(rest.trim_start(), HALF).filter(|after| !after.starts_with(char::is_alphabetic));
    let thousandths = total.saturating_add(group).saturating_mul(1000);
    match (half, found) {
        (Some(after), _) => Ok((after, Number::from_thousandths(thousandths.saturating_add(500)))),
        (None, true) => Ok((rest, Number::from_thousandths(thousandths))),
        (None, false) => one_of_unit(text),
    }
}

fn numeral(text: &str) -> Option<(&str, Numeral)> {
    let (rest, found) = word(text).ok()?;
    let row = NUMERALS.iter().find(|row| begins_alike(found, row.0) && found.eq_ignore_ascii_case(row.0))?;
    Some((rest, row.1))
}

/// The `se` of `sehari`, where a unit written in full follows.
fn one_of_unit(text: &str) -> Parsed<'_, Number> {
    let after = strip_start(text, ONE_OF).filter(|after| {
        let full = Unit::ALL.iter().find_map(|unit| strip_start(after, unit.word()));
        full.is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
    });
    after.map_or_else(fail, |rest| Ok((rest, Number::whole(1))))
}
