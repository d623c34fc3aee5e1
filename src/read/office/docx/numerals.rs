//! The number of a list item → as its format prints it: `4`, `d`, `IV`.

/// How the numbers of one level of a list are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Format {
    /// 1, 2, 3; also of formats not known here.
    #[default]
    Decimal,
    /// 01, 02, 03.
    PaddedDecimal,
    /// a, b, … z, aa, bb.
    LowerLetter,
    /// The same in capitals.
    UpperLetter,
    /// i, ii, iii.
    LowerRoman,
    /// The same in capitals.
    UpperRoman,
    /// A sign that is the same for all.
    Bullet,
    /// Nothing.
    None,
}

impl Format {
    /// The format of that name in `w:numFmt`.
    pub fn of(name: &str) -> Self {
        match name {
            "decimalZero" => Self::PaddedDecimal,
            "lowerLetter" => Self::LowerLetter,
            "upperLetter" => Self::UpperLetter,
            "lowerRoman" => Self::LowerRoman,
            "upperRoman" => Self::UpperRoman,
            "bullet" => Self::Bullet,
            "none" => Self::None,
            _ => Self::Decimal,
        }
    }

    /// The number as it is printed; a number that the format has no spelling for stands in digits.
    pub fn print(self, number: u32) -> String {
        match self {
            Self::Decimal => number.to_string(),
            Self::PaddedDecimal => format!("{number:02}"),
            Self::LowerLetter => letters(number),
            Self::UpperLetter => letters(number).to_ascii_uppercase(),
            Self::LowerRoman => roman(number).to_ascii_lowercase(),
            Self::UpperRoman => roman(number),
            Self::Bullet | Self::None => String::new(),
        }
    }
}

/// After `z` the letter is doubled: `aa`, `bb`.
fn letters(number: u32) -> String {
    match number.checked_sub(1) {
        Some(index) if index < 26 * 10 => {
            let letter = char::from(b'a' + (index % 26) as u8);
            std::iter::repeat_n(letter, index as usize / 26 + 1).collect()
        }
        _ => number.to_string(),
    }
}

const ROMAN: [(u32, &str); 13] = [
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
];

fn roman(number: u32) -> String {
    if number == 0 || number > 3999 {
        return number.to_string();
    }
    let mut rest = number;
    let mut text = String::new();
    for (value, sign) in ROMAN {
        while rest >= value {
            text.push_str(sign);
            rest -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_printed_as_word_prints_them() {
        let cases = [
            (Format::Decimal, 12, "12"),
            (Format::PaddedDecimal, 7, "07"),
            (Format::LowerLetter, 1, "a"),
            (Format::LowerLetter, 26, "z"),
            (Format::LowerLetter, 28, "bb"),
            (Format::UpperLetter, 3, "C"),
            (Format::LowerLetter, 0, "0"),
            (Format::LowerLetter, u32::MAX, "4294967295"),
            (Format::UpperRoman, 1994, "MCMXCIV"),
            (Format::LowerRoman, 4, "iv"),
            (Format::UpperRoman, 5000, "5000"),
            (Format::Bullet, 3, ""),
        ];
        for (format, number, printed) in cases {
            assert_eq!(format.print(number), printed);
        }
    }
}
