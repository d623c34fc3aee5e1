//! Waktu: `15 menit`, `1-2 hari kerja`, `± 3x24 jam`, `2 menit/berkas`, `8.5 Jam (510 Menit)`.

mod misread;

pub use misread::misread;

use nom::Parser;
use nom::bytes::complete::{take_while_m_n, take_while1};
use nom::character::complete::one_of;
use nom::combinator::opt;
use nom::sequence::{preceded, terminated};

use super::lexis::{Parsed, blank, fail, folded, phrase_of, strip_phrase, strip_start};
use super::quantity::{number, unit};
use crate::model::{Bound, DayKind, Duration, Number, Part, Quantity, Unit};
use crate::vocabulary::asked::Asked;
use crate::vocabulary::numerals::FRACTION_SIGNS;
use crate::vocabulary::units::{
    AT_LEAST, BOUNDS, CLOCK_WORDS, COUNTDOWN, EVERY, FILLERS, ON_DAY, RANGE_WORDS, TIME_RELATIONS, TIME_ZONES, UNITS,
    UNMEASURABLE, opens_time,
};

/// Longer texts, in bytes, are prose and not durations.
const LONGEST: usize = 160;

/// The text as a duration; `None` where any of it is left over, so that the cell stays as written.
pub fn parse(text: &str) -> Option<Duration> {
    let text = trimmed(text);
    if !may_begin(text) {
        return None;
    }
    let (rest, duration) = duration(text).ok()?;
    rest.is_empty().then_some(duration)
}

/// The duration that a text begins with, and what follows it.
pub fn leading(text: &str) -> Option<(Duration, &str)> {
    duration(text).ok().map(|(rest, duration)| (duration, rest))
}

/// As [`parse`], for a column whose header gives the unit: bare numbers and ranges count in that unit.
pub fn parse_with_unit(text: &str, unit: Unit) -> Option<Duration> {
    parse(text).or_else(|| {
        let text = trimmed(text);
        if !may_begin(text) {
            return None;
        }
        let (rest, (bound, (low, high))) = (bound, numbers).parse(text).ok()?;
        let quantity = |number| Quantity { number, unit, day_kind: None };
        let part = Part { times: None, low: quantity(low), high: high.map(quantity) };
        rest.is_empty().then(|| Duration { bound, parts: vec![part], per: None, remark: None })
    })
}

/// The whole cell speaks of time: a duration, several of them, a moment before or after something (`H-14`,
/// `2 bulan sebelum`), or one of the phrases written where no time can be measured.
pub fn looks_like(text: &str) -> bool {
    LOOKS.with(|asked| asked.answer(text, || speaks_of_time(text)))
}

thread_local! {
    static LOOKS: Asked<bool> = const { Asked::nothing() };
}

fn speaks_of_time(text: &str) -> bool {
    let text = trimmed(text);
    if text.is_empty() || text.len() > LONGEST || !may_speak_of_time(text) {
        return false;
    }
    if is_clock(text) {
        return true;
    }
    let text = phrase_of(text, AT_LEAST).map_or(text, |(rest, ())| rest.trim_start());
    if !may_begin(text) {
        return is_unmeasurable(text) || is_frequency(text) || is_countdown(text);
    }
    match duration(text) {
        Ok((rest, _)) => rest.is_empty() || is_more_time(rest.trim_start()),
        Err(_) => is_unmeasurable(text),
    }
}

fn trimmed(text: &str) -> &str {
    text.trim().trim_end_matches(['.', ';', ',', '*']).trim_end()
}

/// Cheap: whether a duration can begin so at all.
fn may_begin(text: &str) -> bool {
    let Some(first) = text.chars().next().filter(|_| text.len() <= LONGEST) else { return false };
    match first {
        '0'..='9' | '±' | '+' | '-' | '<' | '≤' | '~' | '≈' => true,
        'a'..='z' | 'A'..='Z' => begins_with_word(text),
        _ => FRACTION_SIGNS.iter().any(|row| row.0 == first),
    }
}

/// Cheap: the text begins with no word, or with one that a phrase of time begins with.
fn may_speak_of_time(text: &str) -> bool {
    let length = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    length == 0 || opens_time(&text[..length])
}

fn begins_with_word(text: &str) -> bool {
    if !may_speak_of_time(text) {
        return false;
    }
    phrase_of(text, BOUNDS).is_ok() || phrase_of(text, FILLERS).is_ok() || number(text).is_ok()
}

fn duration(text: &str) -> Parsed<'_, Duration> {
    if let Some(part) = plain_part(text) {
        let duration = Duration { bound: Bound::default(), parts: vec![part], per: None, remark: None };
        return Ok((&text[text.len()..], duration));
    }
    let (rest, bound) = bound(text)?;
    let (rest, parts) = parts(rest)?;
    let (rest, per) = opt(per).parse(rest)?;
    let (rest, remark) = opt(remark).parse(rest)?;
    Ok((rest, Duration { bound, parts, per, remark: remark.flatten() }))
}

/// Most digits of a number that is read at once.
const FEW_DIGITS: usize = 5;

/// `15 menit`, as most are written: nothing but a whole number and a unit.
fn plain_part(text: &str) -> Option<Part> {
    let (digits, word) = text.split_once(' ')?;
    let is_whole = digits.len() <= FEW_DIGITS && digits.bytes().all(|it| it.is_ascii_digit());
    if !is_whole || !word.bytes().all(|it| it.is_ascii_alphabetic()) {
        return None;
    }
    let number = Number::from_thousandths(digits.parse::<u32>().ok()? * 1000);
    let (_, unit, day_kind) = UNITS.iter().find(|(spelling, ..)| spelling.eq_ignore_ascii_case(word))?;
    Some(Part { times: None, low: Quantity { number, unit: *unit, day_kind: *day_kind }, high: None })
}

fn bound(text: &str) -> Parsed<'_, Bound> {
    let (rest, _) = opt(terminated(filler, blank)).parse(text)?;
    let (rest, bound) = opt(terminated(bound_word, blank)).parse(rest)?;
    Ok((rest, bound.unwrap_or_default()))
}

fn filler(text: &str) -> Parsed<'_, ()> {
    phrase_of(text, FILLERS)
}

fn bound_word(text: &str) -> Parsed<'_, Bound> {
    phrase_of(text, BOUNDS)
}

/// Parts that add up, each in a smaller unit than the one before: `15 menit 15 menit` is two cells run together.
fn parts(text: &str) -> Parsed<'_, Vec<Part>> {
    let (mut rest, first) = part(text)?;
    let mut parts = vec![first];
    while let Ok((after, next)) = preceded(plus, part).parse(rest) {
        if smallest(&next) >= smallest(&parts[parts.len() - 1]) {
            break;
        }
        parts.push(next);
        rest = after;
    }
    Ok((rest, parts))
}

fn smallest(part: &Part) -> Unit {
    part.high.map_or(part.low.unit, |high| high.unit.min(part.low.unit))
}

fn plus(text: &str) -> Parsed<'_, ()> {
    let (rest, _) = blank(text)?;
    let rest = ["+", ",", "&", "dan"].iter().find_map(|sign| strip_phrase(rest, sign)).unwrap_or(rest);
    blank(rest).map(|(rest, _)| (rest, ()))
}

fn part(text: &str) -> Parsed<'_, Part> {
    let (rest, times) = opt(terminated(number, times_sign)).parse(text)?;
    let (rest, low) = number(rest)?;
    let (rest, low_unit) = opt(broken_unit).parse(rest)?;
    let (rest, high) = opt(preceded(range_sign, number)).parse(rest)?;
    let quantity = |number, (unit, day_kind)| Quantity { number, unit, day_kind };
    match (low_unit, high) {
        (Some(low_unit), None) => Ok((rest, Part { times, low: quantity(low, low_unit), high: None })),
        (None, None) => fail(),
        (low_unit, Some(high)) => {
            let (rest, high_unit) = broken_unit(rest)?;
            let low = quantity(low, low_unit.unwrap_or(high_unit));
            Ok((rest, Part { times, low, high: Some(quantity(high, high_unit)) }))
        }
    }
}

/// A number or a range of two, without unit.
fn numbers(text: &str) -> Parsed<'_, (Number, Option<Number>)> {
    (number, opt(preceded(range_sign, number))).parse(text)
}

/// A unit, perhaps after the slash that stands for a line's end: `10 / Menit`.
fn broken_unit(text: &str) -> Parsed<'_, (Unit, Option<DayKind>)> {
    let (rest, _) = blank(text)?;
    unit(rest.strip_prefix('/').unwrap_or(rest))
}

fn times_sign(text: &str) -> Parsed<'_, ()> {
    let (rest, _) = blank(text)?;
    match rest.strip_prefix(['x', 'X', '×', '*']) {
        Some(rest) => blank(rest).map(|(rest, _)| (rest, ())),
        None => fail(),
    }
}

fn range_sign(text: &str) -> Parsed<'_, ()> {
    let (rest, _) = blank(text)?;
    let (rest, ()) = phrase_of(rest, RANGE_WORDS)?;
    blank(rest).map(|(rest, _)| (rest, ()))
}

/// `/berkas`, `per surat`, `/ 150 Siswa`; not `/ 3 Hari`, which is another duration.
fn per(text: &str) -> Parsed<'_, String> {
    let (rest, _) = blank(text)?;
    let rest = match rest.strip_prefix('/') {
        Some(rest) => rest,
        None => strip_phrase(rest, "per").map_or_else(fail, |rest| Ok((rest, ())))?.0,
    };
    let (rest, words) =
        take_while1(|next: char| next.is_ascii_alphanumeric() || next == '-' || next.is_whitespace()).parse(rest)?;
    let counted = folded(words).to_ascii_lowercase();
    let is_count = counted.starts_with(|first: char| first.is_ascii_alphanumeric())
        && counted.contains(|letter: char| letter.is_ascii_alphabetic())
        && counted.split(' ').count() <= 5
        && part(&counted).is_err();
    if is_count { Ok((rest, counted)) } else { fail() }
}

/// The brackets that end the cell; `None` inside where they are empty.
fn remark(text: &str) -> Parsed<'_, Option<String>> {
    let (rest, _) = blank(text)?;
    let Some(inner) = rest.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) else { return fail() };
    if !is_balanced(inner) {
        return fail();
    }
    let remark = folded(inner);
    Ok(("", Some(remark).filter(|remark| !remark.is_empty())))
}

/// No bracket closes that was not opened inside.
fn is_balanced(text: &str) -> bool {
    let mut depth = 0u32;
    for byte in text.bytes() {
        match byte {
            b'(' => depth += 1,
            b')' if depth == 0 => return false,
            b')' => depth -= 1,
            _ => {}
        }
    }
    depth == 0
}

fn is_unmeasurable(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic()) && phrase_of(text, UNMEASURABLE).is_ok()
}

/// `setiap hari`, `tiap triwulan`, `tanggal 10`.
fn is_frequency(text: &str) -> bool {
    if let Ok((rest, ())) = phrase_of(text, EVERY) {
        return unit(rest).is_ok_and(|(rest, _)| rest.is_empty());
    }
    strip_phrase(text, ON_DAY).is_some_and(|rest| numbers(rest.trim_start()).is_ok_and(|(rest, _)| rest.is_empty()))
}

/// `H-14`, `H+3`, `H-14 s.d H-7`.
fn is_countdown(text: &str) -> bool {
    let Some((rest, ())) = countdown(text) else { return false };
    rest.is_empty()
        || range_sign(rest).is_ok_and(|(rest, ())| countdown(rest).is_some_and(|(rest, ())| rest.is_empty()))
}

/// `08.00–15.00 WIB`, `pukul 08:00`; a time of day needs one of its words.
fn is_clock(text: &str) -> bool {
    let (rest, has_word) = phrase_of(text, CLOCK_WORDS).map_or((text, false), |(rest, ())| (rest.trim_start(), true));
    let Ok((rest, _)) = (clock_time, opt(preceded(range_sign, clock_time))).parse(rest) else { return false };
    let rest = rest.trim_start();
    (has_word && rest.is_empty()) || phrase_of(rest, TIME_ZONES).is_ok_and(|(rest, ())| rest.is_empty())
}

/// Hours and minutes.
fn clock_time(text: &str) -> Parsed<'_, ()> {
    let is_digit = |digit: char| digit.is_ascii_digit();
    let (rest, _) = (take_while_m_n(1, 2, is_digit), one_of(".:"), take_while_m_n(2, 2, is_digit)).parse(text)?;
    Ok((rest, ()))
}

fn countdown(text: &str) -> Option<(&str, ())> {
    let rest = strip_start(text, COUNTDOWN)?.trim_start().strip_prefix(['-', '+', '–'])?.trim_start();
    let (rest, _) = nom::character::complete::digit1::<_, ()>(rest).ok()?;
    Some((rest, ()))
}

/// What follows a duration still speaks of time: another duration, or what it is before or after.
fn is_more_time(rest: &str) -> bool {
    if phrase_of(rest, TIME_RELATIONS).is_ok() || rest.starts_with('(') {
        return true;
    }
    rest.strip_prefix([';', '/', '+', ',']).is_some_and(|rest| part(rest.trim_start()).is_ok())
}

#[cfg(test)]
mod tests;
