//! Waktu: `15 menit`, `1-2 hari kerja`, `± 3x24 jam`, `2 menit/berkas`, `8.5 Jam (510 Menit)`.

use nom::Parser;
use nom::bytes::complete::take_while1;
use nom::combinator::opt;
use nom::sequence::{preceded, terminated};

use super::lexis::{Parsed, blank, fail, folded, phrase_of, strip_phrase, strip_start};
use super::quantity::{number, unit};
use crate::model::{Bound, Duration, Number, Part, Quantity, Unit};
use crate::vocabulary::numerals::FRACTION_SIGNS;
use crate::vocabulary::units::{BOUNDS, EVERY, FILLERS, RANGE_WORDS, TIME_RELATIONS, UNMEASURABLE};

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
    let text = trimmed(text);
    if text.is_empty() || text.len() > LONGEST {
        return false;
    }
    if !may_begin(text) {
        return is_unmeasurable(text) || is_frequency(text) || is_countdown(text);
    }
    match duration(text) {
        Ok((rest, _)) => rest.is_empty() || is_more_time(rest.trim_start()),
        Err(_) => is_unmeasurable(text),
    }
}

fn trimmed(text: &str) -> &str {
    text.trim().trim_end_matches(['.', ';', ',']).trim_end()
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

fn begins_with_word(text: &str) -> bool {
    phrase_of(text, BOUNDS).is_ok() || phrase_of(text, FILLERS).is_ok() || number(text).is_ok()
}

fn duration(text: &str) -> Parsed<'_, Duration> {
    let (rest, bound) = bound(text)?;
    let (rest, parts) = parts(rest)?;
    let (rest, per) = opt(per).parse(rest)?;
    let (rest, remark) = opt(remark).parse(rest)?;
    Ok((rest, Duration { bound, parts, per, remark: remark.flatten() }))
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
fn broken_unit(text: &str) -> Parsed<'_, (Unit, Option<crate::model::DayKind>)> {
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
    strip_phrase(text, "tanggal").is_some_and(|rest| numbers(rest.trim_start()).is_ok_and(|(rest, _)| rest.is_empty()))
}

/// `H-14`, `H+3`, `H-14 s.d H-7`.
fn is_countdown(text: &str) -> bool {
    let Some((rest, ())) = countdown(text) else { return false };
    rest.is_empty()
        || range_sign(rest).is_ok_and(|(rest, ())| countdown(rest).is_some_and(|(rest, ())| rest.is_empty()))
}

fn countdown(text: &str) -> Option<(&str, ())> {
    let rest = strip_start(text, "h")?.trim_start().strip_prefix(['-', '+', '–'])?.trim_start();
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
mod tests {
    use super::*;

    /// A text and the canonical spelling of what it says.
    const READ: &[(&str, &str)] = &[
        ("15 menit", "15 menit"),
        ("15Menit", "15 menit"),
        ("1HARI", "1 hari"),
        ("30menit", "30 menit"),
        ("3hari", "3 hari"),
        ("15 Mnt", "15 menit"),
        ("15 mnt.", "15 menit"),
        ("15'", "15 menit"),
        ("15 m'", "15 menit"),
        ("30 m", "30 menit"),
        ("2 h", "2 hari"),
        ("2 j", "2 jam"),
        ("30 detik", "30 detik"),
        ("1 hr", "1 hari"),
        ("5 HK", "5 hari kerja"),
        ("5 h.k.", "5 hari kerja"),
        ("5 harikerja", "5 hari kerja"),
        ("5 Hari Kerja", "5 hari kerja"),
        ("5 hari kalender", "5 hari kalender"),
        ("2 hari efektif", "2 hari efektif"),
        ("1 Bulan Kalender", "1 bulan kalender"),
        ("2 mgg", "2 minggu"),
        ("2 pekan", "2 minggu"),
        ("3 bln", "3 bulan"),
        ("1 TW", "1 triwulan"),
        ("1 triwulan", "1 triwulan"),
        ("1 semester", "1 semester"),
        ("1 thn", "1 tahun"),
        ("1 th", "1 tahun"),
        ("1-2 hari", "1-2 hari"),
        ("1 – 2 hari", "1-2 hari"),
        ("1 – 20 Hari Kerja", "1-20 hari kerja"),
        ("1 s.d. 2 hari", "1-2 hari"),
        ("2 s.d 3 bulan", "2-3 bulan"),
        ("1 s/d 2 hari", "1-2 hari"),
        ("1 sampai 2 hari", "1-2 hari"),
        ("1 sampai dengan 2 hari", "1-2 hari"),
        ("30 menit - 3 Jam", "30 menit-3 jam"),
        ("2 - 30 hari", "2-30 hari"),
        ("± 15 menit", "± 15 menit"),
        ("±15 menit", "± 15 menit"),
        ("± 5 - 10 Menit", "± 5-10 menit"),
        ("+ 1 jam", "± 1 jam"),
        ("+/- 30 menit", "± 30 menit"),
        ("kurang lebih 1 jam", "± 1 jam"),
        ("Sekitar 2 hari", "± 2 hari"),
        ("maks. 3 hari", "maks. 3 hari"),
        ("Maksimal 3 hari", "maks. 3 hari"),
        ("paling lambat 3 hari", "maks. 3 hari"),
        ("paling lama 1 minggu", "maks. 1 minggu"),
        ("< 1 jam", "maks. 1 jam"),
        ("≤ 5 menit", "maks. 5 menit"),
        ("selama 2 hari", "2 hari"),
        ("3x24 jam", "3x24 jam"),
        ("2 x 24 jam", "2x24 jam"),
        ("1 x 24 Jam", "1x24 jam"),
        ("1 x 60 menit", "1x60 menit"),
        ("1,5 jam", "1,5 jam"),
        ("1.5 jam", "1,5 jam"),
        ("8.5 Jam (510 Menit)", "8,5 jam (510 Menit)"),
        ("470 Menit (7.8 Jam)", "470 menit (7.8 Jam)"),
        ("1.440 menit", "1440 menit"),
        ("½ jam", "0,5 jam"),
        ("1½ jam", "1,5 jam"),
        ("1 1/2 hari", "1,5 hari"),
        ("1/2 jam", "0,5 jam"),
        ("setengah jam", "0,5 jam"),
        ("satu setengah jam", "1,5 jam"),
        ("satu hari", "1 hari"),
        ("dua puluh lima menit", "25 menit"),
        ("Sehari", "1 hari"),
        ("1 (satu) hari", "1 hari"),
        ("14 (empat belas) hari kerja", "14 hari kerja"),
        ("1 jam 30 menit", "1 jam 30 menit"),
        ("2 hari 4 jam", "2 hari 4 jam"),
        ("1 Hari Kerja 1 Jam", "1 hari kerja 1 jam"),
        ("1 Hari + 8 Jam 5 Mins", "1 hari 8 jam 5 menit"),
        ("1 - 3 Hari + 2 Jam", "1-3 hari 2 jam"),
        ("1 Bulan + 2 Hari Kerja", "1 bulan 2 hari kerja"),
        ("4 Hari Kerja + 60 Menit", "4 hari kerja 60 menit"),
        ("2 menit/berkas", "2 menit/berkas"),
        ("15 menit/ berkas", "15 menit/berkas"),
        ("5 menit per surat", "5 menit/surat"),
        ("1 Hari Kerja/ 150 Siswa", "1 hari kerja/150 siswa"),
        ("10 menit/orang", "10 menit/orang"),
        ("1 bulan (tanggal 1- 20)", "1 bulan (tanggal 1- 20)"),
        ("7 hari (Des t-1 / Jan t)", "7 hari (Des t-1 / Jan t)"),
        ("1 bulan (Jan–Feb)", "1 bulan (Jan–Feb)"),
        ("15 Menit (5 + 5 + 5)", "15 menit (5 + 5 + 5)"),
        ("10 / Menit", "10 menit"),
        ("10\nMenit", "10 menit"),
        ("5 \nMenit", "5 menit"),
        ("1 0 Hari Kerja", "10 hari kerja"),
        ("1 Hari.", "1 hari"),
        ("168 Jam", "168 jam"),
        ("0 menit", "0 menit"),
    ];

    /// Texts that stay as written.
    const UNREAD: &[&str] = &[
        "",
        "-",
        "5",
        "menit",
        "Proses pengajuan 2 bulan",
        "1 tujuan surat maksimal 10 menit",
        "2 bulan 1 minggu; 5 hari kerja; 1 hari",
        "2 bulan; 5 hari kerja; 1 hari",
        "7 hari dengan bupati; 2 hari dengan Kadin",
        "120 Menit / 3 Hari",
        "14 hari kerja dengan persyaratan lengkap dan benar",
        "1 hari + 3 bulan untuk",
        "15 menit 15 menit",
        "2 bulan sebelum",
        "1,5 bulan sebelum",
        "7 hari terakhir setiap bulan",
        "Sebelum periode revisi bulan berjalan",
        "kondisional",
        "Sesuai kebutuhan",
        "Otomatis",
        "Seharian",
        "H-14",
        "H-14 s.d H-7",
        "Setiap hari",
        "Sepanjang tahun",
        "tanggal 10",
        "08.00–15.00 WIB",
        "3 (dua) hari",
        "1/3 hari",
        "99999999999 hari",
        "2 Lembar surat",
        "Laporan 3 bulan terakhir",
    ];

    #[test]
    fn every_form_is_read_and_its_canonical_spelling_says_the_same() {
        for (text, canonical) in READ {
            let duration = parse(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(duration.to_string(), *canonical, "{text}");
            assert_eq!(parse(canonical).as_ref(), Some(&duration), "{text}");
            assert!(looks_like(text), "{text}");
        }
    }

    #[test]
    fn what_is_no_duration_stays_as_written() {
        for text in UNREAD {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_header_gives_the_unit_of_bare_numbers() {
        let spelt = |text| parse_with_unit(text, Unit::Minute).map(|duration| duration.to_string());
        assert_eq!(spelt("5"), Some("5 menit".to_owned()));
        assert_eq!(spelt("± 5 - 10"), Some("± 5-10 menit".to_owned()));
        assert_eq!(spelt("1,5"), Some("1,5 menit".to_owned()));
        assert_eq!(spelt("2 hari"), Some("2 hari".to_owned()));
        assert_eq!(spelt("5 orang"), None);
        assert_eq!(spelt("-"), None);
    }

    #[test]
    fn cells_that_speak_of_time_are_told_from_documents() {
        let time = [
            "kondisional",
            "Menyesuaikan",
            "disesuaikan",
            "sesuai kebutuhan",
            "Sesuai jadwal",
            "fleksibel",
            "insidentil",
            "Otomatis",
            "Seharian",
            "Sepanjang tahun",
            "Setiap hari",
            "tiap triwulan",
            "H-14",
            "H-14 s.d H-7",
            "tanggal 10",
            "2 bulan sebelum",
            "3 bulan sebelum PPDB",
            "1,5 bulan sebelum",
            "7 hari terakhir setiap bulan",
            "120 Menit / 3 Hari",
            "2 bulan 1 minggu; 5 hari kerja; 1 hari",
            "7 hari dengan bupati; 2 hari dengan Kadin",
            "14 hari kerja dengan persyaratan lengkap dan benar",
        ];
        for text in time {
            assert!(looks_like(text), "{text}");
        }
        let other = [
            "",
            "-",
            "5",
            "12",
            "1 2 3",
            "2 Lembar surat",
            "Laporan 3 bulan terakhir",
            "Surat Bupati",
            "Mulai",
            "Hari",
            "1. Surat",
            "Setiap SKPD",
            "3 bulan terakhir",
            "Disposisi",
            "Sekretaris 3",
            "1 berkas",
            "Satu berkas",
            "10 hasil",
        ];
        for text in other {
            assert!(!looks_like(text), "{text}");
        }
    }
}
