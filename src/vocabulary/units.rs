//! Satuan waktu: units, bounds, range words, and what people write where no time can be measured.

use super::numerals::{HALF, NUMERALS, ONE_OF};
use crate::model::{Bound, DayKind, Unit};
use std::sync::LazyLock;

/// Spellings of units, lower case; a unit that says its kind of day carries it.
pub static UNITS: &[(&str, Unit, Option<DayKind>)] = &[
    ("menit", Unit::Minute, None),
    ("hari", Unit::Day, None),
    ("jam", Unit::Hour, None),
    ("minggu", Unit::Week, None),
    ("bulan", Unit::Month, None),
    ("tahun", Unit::Year, None),
    ("detik", Unit::Second, None),
    ("triwulan", Unit::Quarter, None),
    ("semester", Unit::Semester, None),
    ("mnt", Unit::Minute, None),
    ("mnit", Unit::Minute, None),
    ("menti", Unit::Minute, None),
    ("mneit", Unit::Minute, None),
    ("min", Unit::Minute, None),
    ("mins", Unit::Minute, None),
    ("minutes", Unit::Minute, None),
    ("m'", Unit::Minute, None),
    ("m", Unit::Minute, None),
    ("'", Unit::Minute, None),
    ("′", Unit::Minute, None),
    ("’", Unit::Minute, None),
    ("j", Unit::Hour, None),
    ("hr", Unit::Day, None),
    ("hri", Unit::Day, None),
    ("hk", Unit::Day, Some(DayKind::Working)),
    ("h.k", Unit::Day, Some(DayKind::Working)),
    ("harikerja", Unit::Day, Some(DayKind::Working)),
    ("h", Unit::Day, None),
    ("mgg", Unit::Week, None),
    ("mg", Unit::Week, None),
    ("mingu", Unit::Week, None),
    ("pekan", Unit::Week, None),
    ("bln", Unit::Month, None),
    ("tw", Unit::Quarter, None),
    ("triwulanan", Unit::Quarter, None),
    ("kuartal", Unit::Quarter, None),
    ("smt", Unit::Semester, None),
    ("thn", Unit::Year, None),
    ("th", Unit::Year, None),
    ("dtk", Unit::Second, None),
];

/// The word spells a unit.
pub fn is_unit(word: &str) -> bool {
    UNITS.iter().any(|(unit, ..)| unit.eq_ignore_ascii_case(word))
}

/// Words after a unit that say which days count.
pub static DAY_KINDS: &[(&str, DayKind)] = &[
    ("kerja", DayKind::Working),
    ("kalender", DayKind::Calendar),
    ("kalendar", DayKind::Calendar),
    ("efektif", DayKind::Effective),
    ("krj", DayKind::Working),
];

/// Words and signs before a duration; the longer of two that begin alike stands first.
pub static BOUNDS: &[(&str, Bound)] = &[
    ("±", Bound::About),
    ("+/-", Bound::About),
    ("+-", Bound::About),
    ("-/+", Bound::About),
    ("+", Bound::About),
    ("~", Bound::About),
    ("≈", Bound::About),
    ("kurang lebih", Bound::About),
    ("lebih kurang", Bound::About),
    ("sekitar", Bound::About),
    ("kira-kira", Bound::About),
    ("kl.", Bound::About),
    ("maks.", Bound::AtMost),
    ("maks", Bound::AtMost),
    ("max.", Bound::AtMost),
    ("max", Bound::AtMost),
    ("maksimal", Bound::AtMost),
    ("maksimum", Bound::AtMost),
    ("paling lambat", Bound::AtMost),
    ("paling lama", Bound::AtMost),
    ("selambat-lambatnya", Bound::AtMost),
    ("selama-lamanya", Bound::AtMost),
    ("s.d.", Bound::AtMost),
    ("s.d", Bound::AtMost),
    ("s/d", Bound::AtMost),
    ("sampai dengan", Bound::AtMost),
    ("≤", Bound::AtMost),
    ("<=", Bound::AtMost),
    ("<", Bound::AtMost),
];

/// Words before a duration that change nothing.
pub static FILLERS: &[(&str, ())] = &[("dalam waktu", ()), ("selama", ()), ("dalam", ()), ("waktu", ())];

/// Between the ends of a range.
pub static RANGE_WORDS: &[(&str, ())] = &[
    ("-", ()),
    ("–", ()),
    ("—", ()),
    ("−", ()),
    ("s.d.", ()),
    ("s.d", ()),
    ("s/d", ()),
    ("sd", ()),
    ("sampai dengan", ()),
    ("sampai", ()),
    ("hingga", ()),
];

/// A cell of Waktu that begins so says no measurable time.
pub static UNMEASURABLE: &[(&str, ())] = &[
    ("kondisional", ()),
    ("menyesuaikan", ()),
    ("disesuaikan", ()),
    ("sesuai kebutuhan", ()),
    ("sesuai jadwal", ()),
    ("sesuai jenis", ()),
    ("sesuai kondisi", ()),
    ("sesuai agenda", ()),
    ("sesuai beban", ()),
    ("fleksibel", ()),
    ("insidentil", ()),
    ("insidental", ()),
    ("tentatif", ()),
    ("otomatis", ()),
    ("seharian", ()),
    ("secukupnya", ()),
    ("sepanjang tahun", ()),
    ("sepanjang hari", ()),
    ("sewaktu-waktu", ()),
    ("setiap saat", ()),
    ("saat itu juga", ()),
    ("secepatnya", ()),
    ("seketika", ()),
    ("tergantung", ()),
    ("tidak terbatas", ()),
];

/// Before a unit: how often, not how long (`setiap hari`).
pub static EVERY: &[(&str, ())] = &[("setiap", ()), ("tiap-tiap", ()), ("tiap", ())];

/// Before a duration: the cell speaks of time, though not of an upper bound (`minimal 2 hari`).
pub static AT_LEAST: &[(&str, ())] =
    &[("minimal", ()), ("minimum", ()), ("paling cepat", ()), ("paling sedikit", ()), (">", ()), ("≥", ())];

/// Before a time of day.
pub static CLOCK_WORDS: &[(&str, ())] = &[("pukul", ()), ("jam", ())];

/// After a time of day.
pub static TIME_ZONES: &[(&str, ())] = &[("wib", ()), ("wita", ()), ("wit", ())];

/// After a duration: the cell still speaks of time, though more than a length (`2 bulan sebelum`).
pub static TIME_RELATIONS: &[(&str, ())] = &[
    ("sebelum", ()),
    ("setelah", ()),
    ("sesudah", ()),
    ("sejak", ()),
    ("terakhir setiap", ()),
    ("dengan", ()),
    ("atau", ()),
    ("anggaran", ()),
    ("berjalan", ()),
    ("berikutnya", ()),
    ("pelajaran", ()),
];

/// Before the number of a day in the month: `tanggal 10`.
pub const ON_DAY: &str = "tanggal";

/// Before the days that are counted towards something: `H-14`.
pub const COUNTDOWN: &str = "h";

/// Longest word that a phrase of time begins with.
const LONGEST_OPENING: usize = 16;

/// The words that phrases of time begin with, in the order of the alphabet.
static OPENINGS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let plain = [CLOCK_WORDS, AT_LEAST, FILLERS, UNMEASURABLE, EVERY].into_iter().flatten().map(|row| row.0);
    let numerals = NUMERALS.iter().map(|row| row.0).chain([HALF, ON_DAY, COUNTDOWN]);
    let phrases = plain.chain(BOUNDS.iter().map(|row| row.0)).chain(numerals).map(str::to_owned);
    let ones = Unit::ALL.iter().map(|unit| format!("{ONE_OF}{}", unit.word()));
    let first = |phrase: String| phrase.split(|it: char| !it.is_ascii_alphabetic()).next().map(str::to_owned);
    let mut words: Vec<String> = phrases.chain(ones).filter_map(first).collect();
    words.sort_unstable();
    words.dedup();
    words
});

/// The text begins with a word for the bound of a duration, in small letters: `maks.`.
pub fn begins_bound(text: &str) -> bool {
    let is_word = |word: &str| word.len() >= SHORTEST_BOUND && word.bytes().all(|it| it.is_ascii_lowercase());
    BOUNDS.iter().any(|(word, _)| is_word(word) && text.starts_with(word))
}

/// Shorter words stand inside others.
const SHORTEST_BOUND: usize = 4;

/// Cheap: a phrase of time may begin with this word, which is all letters from a to z.
pub fn opens_time(word: &str) -> bool {
    let mut room = [0; LONGEST_OPENING];
    let Some(lower) = room.get_mut(..word.len()) else { return false };
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    OPENINGS.binary_search_by(|known| known.as_bytes().cmp(lower)).is_ok()
}
