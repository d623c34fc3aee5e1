//! What was understood although it is written in a way of its own: dates, NIP and durations, each with its usual spelling.
//! The model keeps values, not spellings; these troubles are all that is left of them.

use crate::grammar::{date, duration, person::nip};
use crate::model::{Date, Field, Nip, Path, Sop, Sourced, StepField, Trouble, TroubleKind, Unit};
use crate::source::{Source, Span};
use crate::vocabulary::months::name_of;
use crate::vocabulary::units::UNITS;

/// The oddly written values of an SOP, in the order of the form.
pub(super) fn find(sop: &Sop, source: &Source) -> Vec<Trouble> {
    let mut found = Vec::new();
    for (key, field) in sop.identity.dates() {
        found.extend(field.known().and_then(|it| odd_date(it, Path::identity(key), source)));
    }
    if let Field::Known(signatory) = &sop.identity.signatory {
        let span = signatory.nip.as_ref().and_then(Sourced::span);
        found.extend(span.and_then(|span| odd_nip(span, source)));
    }
    for step in &sop.steps {
        let Some(known) = step.duration.known() else { continue };
        let Some(span) = known.span() else { continue };
        let written = source.slice(span);
        if is_usual(written) {
            continue;
        }
        let is_misread =
            || may_be_misread(written) && duration::misread(written).is_some_and(|(it, _)| it == known.value);
        // Where the cell was mended or split, the slice is not the whole of the value, and nothing is said of it.
        let is_odd = || is_odd_duration(written) && duration::parse(written).as_ref() == Some(&known.value);
        if is_odd() || is_misread() {
            let path = Path::field(step.number, StepField::Duration);
            found.push(trouble(path, span, source, known.value.to_string()));
        }
    }
    found
}

fn trouble(path: Path, span: Span, source: &Source, usual: String) -> Trouble {
    let written = source.slice(span).to_owned();
    Trouble { kind: TroubleKind::Respelled { path, written, usual }, span: Some(span) }
}

fn odd_date(known: &Sourced<Date>, path: Path, source: &Source) -> Option<Trouble> {
    let whole = known.span()?;
    let (value, slice) = date::find(source.slice(whole))?;
    let (Some(year), Some(day), true) = (value.year, value.day, value == known.value && value.exists()) else {
        return None;
    };
    let usual = format!("{day} {} {year}", name_of(value.month?)?);
    let start = whole.start as usize + source.slice(whole).find(slice)?;
    (!reads_like(slice, &usual)).then(|| trouble(path, Span::new(start, start + slice.len()), source, usual))
}

/// The same words, whatever their case and the blanks between them.
fn reads_like(written: &str, usual: &str) -> bool {
    let (mut one, mut other) = (written.split_whitespace(), usual.split_whitespace());
    let is_same =
        |one: &str, other: &str| one.eq_ignore_ascii_case(other) || one.to_lowercase() == other.to_lowercase();
    loop {
        match (one.next(), other.next()) {
            (None, None) => return true,
            (Some(one), Some(other)) if is_same(one, other) => {}
            _ => return false,
        }
    }
}

/// Eighteen digits in other groups than the official ones; without any separator they are common and said of nobody.
fn odd_nip(span: Span, source: &Source) -> Option<Trouble> {
    let text = source.slice(span);
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (digits, slice, repaired) = nip(text)?;
    let usual = Nip(digits.clone()).grouped();
    let bare = slice.bytes().all(|byte| byte.is_ascii_digit());
    if repaired || bare || digits.len() != 18 || reads_like(slice, &usual) {
        return None;
    }
    let start = span.start as usize + text.find(slice)?;
    Some(trouble(Path::identity("disahkan_oleh/nip"), Span::new(start, start + slice.len()), source, usual))
}

/// Cheap: `15 menit`, as most are written.
fn is_usual(text: &str) -> bool {
    let is_unit = |word: &str| Unit::ALL.iter().any(|unit| unit.word().eq_ignore_ascii_case(word));
    let is_number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    text.split_once(' ').is_some_and(|(number, unit)| is_number(number) && is_unit(unit))
}

/// Cheap: a word is neither a number nor sure to be no misspelt unit.
fn may_be_misread(text: &str) -> bool {
    let is_near = |unit: &str, word: &str| {
        let alike =
            unit.len().abs_diff(word.len()) <= 1 && unit.as_bytes()[0] == word.as_bytes()[0].to_ascii_lowercase();
        alike && !unit.eq_ignore_ascii_case(word)
    };
    let is_sound = |word: &str| {
        let digits = word.bytes().filter(u8::is_ascii_digit).count();
        let is_other = || word.len() < 4 || !Unit::ALL.iter().any(|unit| is_near(unit.word(), word));
        digits == word.len() || (digits == 0 && word.is_ascii() && is_other())
    };
    !text.split(|letter: char| !letter.is_alphanumeric()).all(is_sound)
}

/// A number glued to its unit, or a unit abbreviated or misspelt: `30menit`, `15 mnt`. Case and signs are a matter of taste.
fn is_odd_duration(text: &str) -> bool {
    let glued = text.as_bytes().windows(2).any(|pair| pair[0].is_ascii_digit() && is_unit_letter(pair[1]));
    glued || text.split(|letter: char| !letter.is_alphabetic()).any(is_odd_unit)
}

/// `3x24 jam` is written so on purpose.
fn is_unit_letter(byte: u8) -> bool {
    byte.is_ascii_alphabetic() && !byte.eq_ignore_ascii_case(&b'x')
}

fn is_odd_unit(word: &str) -> bool {
    let row = || UNITS.iter().find(|(spelling, ..)| spelling.eq_ignore_ascii_case(word));
    (1..6).contains(&word.len())
        && row().is_some_and(|(spelling, unit, _)| unit.word() != *spelling && *spelling != "pekan")
}
