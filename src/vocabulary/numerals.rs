//! Bilangan: number words.

/// What a number word does to the number read so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numeral {
    /// Stands for itself.
    Value(u32),
    /// `belas`: ten more than the word before.
    Teens,
    /// `puluh`, `ratus`: so many times the word before.
    Times(u32),
}

/// Number words, lower case.
pub static NUMERALS: &[(&str, Numeral)] = &[
    ("satu", Numeral::Value(1)),
    ("dua", Numeral::Value(2)),
    ("tiga", Numeral::Value(3)),
    ("empat", Numeral::Value(4)),
    ("lima", Numeral::Value(5)),
    ("enam", Numeral::Value(6)),
    ("tujuh", Numeral::Value(7)),
    ("delapan", Numeral::Value(8)),
    ("sembilan", Numeral::Value(9)),
    ("sepuluh", Numeral::Value(10)),
    ("sebelas", Numeral::Value(11)),
    ("seratus", Numeral::Value(100)),
    ("belas", Numeral::Teens),
    ("puluh", Numeral::Times(10)),
    ("ratus", Numeral::Times(100)),
];

/// Half, as a number or after one (`satu setengah`).
pub const HALF: &str = "setengah";

/// Before a unit written in full: one of it (`sehari`).
pub const ONE_OF: &str = "se";

/// Fraction signs and their thousandths.
pub static FRACTION_SIGNS: &[(char, u32)] = &[('½', 500), ('¼', 250), ('¾', 750)];

/// Letters that a scanner or a hand writes for a digit, where only digits can stand.
pub const LETTERS_FOR_DIGITS: &[(char, char)] =
    &[('O', '0'), ('o', '0'), ('l', '1'), ('I', '1'), ('i', '1'), ('|', '1'), ('S', '5'), ('s', '5'), ('B', '8')];
