//! Properties of the small languages: total on any text, parts are slices of it, what is printed reads back.

use proptest::prelude::*;
use sop::grammar::{citation, date, duration, enumeration, number, person};
use sop::model::{Bound, Date, DayKind, Duration, Number, Part, Quantity, Unit};

/// Pieces that the languages are made of, so that random texts come near to real ones.
const PIECES: &[&str] = &[
    "1",
    "2",
    "0",
    "15",
    "2021",
    "1.440",
    "1,5",
    "½",
    " ",
    "  ",
    "\n",
    "\t",
    "\u{a0}",
    ".",
    ",",
    ";",
    ":",
    "/",
    "-",
    "–",
    "(",
    ")",
    "±",
    "+",
    "x",
    "menit",
    "Hari",
    "hari kerja",
    "jam",
    "bulan",
    "s.d.",
    "maks.",
    "satu",
    "setengah",
    "se",
    "per",
    "berkas",
    "Maret",
    "30 NOVEMBER",
    "Nopember",
    "2Ol4",
    "Senin",
    "1. ",
    "2. ",
    "a. ",
    "b) ",
    "•",
    "\u{f0b7}",
    "- ",
    "SOP ",
    "dan ",
    "yang ",
    "Undang-Undang",
    "UU",
    "Permen",
    "PAN-RB",
    "Nomor ",
    "No. ",
    "Tahun ",
    "tentang ",
    "PER/21/M.PAN/11/2008",
    "Perbup",
    "Kepala Dinas",
    "CAMAT",
    "KABUPATEN",
    "BUDI",
    "Drs.",
    "S.Sos",
    "M.Si",
    "Pembina Tk. I",
    "(IV/b)",
    "NIP. ",
    "19671229 199002 1 002",
    "O",
    "l",
    "É",
    "ß",
    "İ",
    "漢",
    "\u{301}",
    "H-14",
    "setiap",
    "kondisional",
    "<p>",
    "\u{0}",
];

fn near_texts() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..14).prop_map(|pieces| pieces.concat())
}

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![3 => near_texts(), 1 => any::<String>()]
}

fn is_slice(text: &str, part: &str) -> bool {
    let bounds = text.as_bytes().as_ptr_range();
    let inner = part.as_bytes().as_ptr_range();
    bounds.start <= inner.start && inner.end <= bounds.end
}

fn numbers() -> impl Strategy<Value = Number> {
    prop_oneof![(0u32..100).prop_map(Number::whole), (0u32..2_000_000).prop_map(Number::from_thousandths)]
}

fn day_kinds() -> impl Strategy<Value = Option<DayKind>> {
    prop::option::of(prop::sample::select(&[DayKind::Working, DayKind::Calendar, DayKind::Effective][..]))
}

/// One part in a given unit, perhaps a range, perhaps a multiple.
fn parts_in(unit: Unit) -> impl Strategy<Value = Part> {
    (prop::option::of((1u32..9).prop_map(Number::whole)), numbers(), prop::option::of(numbers()), day_kinds()).prop_map(
        move |(times, low, high, day_kind)| {
            let quantity = |number| Quantity { number, unit, day_kind };
            Part { times, low: quantity(low), high: high.map(quantity) }
        },
    )
}

/// Canonical durations: parts in ever smaller units.
fn durations() -> impl Strategy<Value = Duration> {
    let bounds = prop::sample::select(&[Bound::Exact, Bound::About, Bound::AtMost][..]);
    let units = prop::sample::subsequence(Unit::ALL.to_vec(), 1..3);
    let parts = units.prop_flat_map(|units| units.into_iter().rev().map(parts_in).collect::<Vec<_>>());
    let per = prop::option::of(prop::sample::select(&["berkas", "150 siswa", "orang"][..]));
    let remark = prop::option::of(prop::sample::select(&["2 Jam", "tanggal 1-20", "5 + 5", "a (b) c"][..]));
    (bounds, parts, per, remark).prop_map(|(bound, parts, per, remark)| Duration {
        bound,
        parts,
        per: per.map(str::to_owned),
        remark: remark.map(str::to_owned),
    })
}

/// Texts that make a careless parser look at its whole rest again and again.
const HOSTILE: &[&str] = &[
    "1 ",
    "1. ",
    "a. ",
    "• ",
    "A, ",
    "SOP a b ",
    "(",
    "(IV/",
    "No 1 ",
    "2 UU ",
    "NIP ",
    "\n   ",
    "....1",
    "Penata ",
    "KOTA ",
    "1/",
    "Tahun ",
    "20 ",
    "Drs. ",
    ", S.Sos",
    "PER/ 1 / ",
    ";",
    "s(",
    "A dan ",
    "1 Mei 1,, ",
    "- ",
    "tentang s",
    "\n1 UU ",
    "Maret ",
];

/// Every parser ends on 200 kB of each of these, and hands out nothing but parts of the text. A step that looks at its whole
/// rest again and again would take minutes here, not milliseconds.
#[test]
fn hostile_texts_of_any_length_are_read_to_their_end() {
    for piece in HOSTILE {
        let text = piece.repeat(200_000 / piece.len());
        assert!(enumeration::items(&text).iter().all(|item| is_slice(&text, item)), "{piece}");
        assert!(
            enumeration::documents(&text, &enumeration::Names::default()).iter().all(|item| is_slice(&text, item)),
            "{piece}"
        );
        assert!(date::find(&text).is_none_or(|(_, slice)| is_slice(&text, slice)), "{piece}");
        assert!(person::nip(&text).is_none_or(|(_, slice, _)| is_slice(&text, slice)), "{piece}");
        assert!(person::signatory(&text).position.is_none_or(|slice| is_slice(&text, slice)), "{piece}");
        assert_eq!(citation::parse(&text).text, text, "{piece}");
        duration::looks_like(&text);
        date::parse(&text);
        number::sop_number(&text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn durations_are_total_and_read_back(text in texts()) {
        if let Some(found) = duration::parse(&text) {
            let printed = found.to_string();
            prop_assert_eq!(duration::parse(&printed), Some(found), "{}", printed);
            prop_assert!(duration::looks_like(&text));
        }
        if let Some(found) = duration::parse_with_unit(&text, Unit::Minute) {
            prop_assert_eq!(duration::parse(&found.to_string()), Some(found));
        }
    }

    #[test]
    fn canonical_durations_read_back(duration in durations()) {
        prop_assert_eq!(duration::parse(&duration.to_string()), Some(duration));
    }

    #[test]
    fn dates_are_total_and_read_back(text in texts()) {
        if let Some(found) = date::parse(&text) {
            let printed = found.to_string();
            prop_assert_eq!(date::parse(&printed), Some(found), "{}", printed);
        }
        if let Some((_, slice)) = date::find(&text) {
            prop_assert!(is_slice(&text, slice));
        }
    }

    #[test]
    fn whole_dates_read_back(year in 1900u16..2199, month in 1u8..=12, day in 1u8..=28) {
        let date = Date::full(year, month, day);
        prop_assert_eq!(date::parse(&date.to_string()), Some(date));
    }

    #[test]
    fn citations_keep_their_text(text in texts()) {
        prop_assert_eq!(citation::parse(&text).text, text.clone());
        citation::is_citation_start(&text);
    }

    #[test]
    fn entries_are_slices_in_order(text in texts()) {
        for entries in [enumeration::items(&text), enumeration::documents(&text, &enumeration::Names::default())] {
            let mut end = text.as_ptr();
            for entry in entries {
                prop_assert!(is_slice(&text, entry) && !entry.is_empty());
                prop_assert!(entry.as_ptr() >= end);
                end = entry.as_bytes().as_ptr_range().end;
            }
        }
    }

    #[test]
    fn signature_blocks_are_cut_into_slices(text in texts()) {
        let parts = person::signatory(&text);
        let all = [parts.position, parts.name, parts.rank, parts.grade, parts.nip];
        for part in all.into_iter().flatten().chain(parts.rest) {
            prop_assert!(is_slice(&text, part));
        }
        if let Some((digits, slice, _)) = person::nip(&text) {
            prop_assert!(is_slice(&text, slice) && digits.bytes().all(|byte| byte.is_ascii_digit()));
        }
    }

    #[test]
    fn folding_a_number_twice_changes_nothing(text in texts()) {
        let once = number::sop_number(&text);
        prop_assert_eq!(number::sop_number(&once.0), once);
    }
}
