//! Waktu: a duration as the form says it. Units stay what they are; a working day has no length until a calendar is chosen.

use std::fmt;

/// A duration: a bound, one or more parts that add up, and what it is counted per.
///
/// [`Display`](fmt::Display) is the canonical spelling of the YAML: `10 menit`, `1-2 hari`, `2 jam 30 menit`,
/// `maks. 3 hari`, `± 15 menit`, `5 hari kalender`, `3x24 jam`, `2 menit/berkas`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duration {
    /// Exact, about, or at most.
    pub bound: Bound,
    /// The parts that add up (`2 jam 30 menit` has two); never empty.
    pub parts: Vec<Part>,
    /// Per: what it is counted for (`berkas`, `orang`, `150 siswa`), lower-cased, without slash.
    pub per: Option<String>,
    /// A remark in brackets, kept as written without the brackets (`2 Jam`, `tanggal 1-20`).
    pub remark: Option<String>,
}

/// How a duration is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Bound {
    /// As it stands.
    #[default]
    Exact,
    /// `±`, kurang lebih, sekitar.
    About,
    /// `maks.`, paling lama, paling lambat, `<`, `≤`.
    AtMost,
}

/// One part of a duration: a quantity, a range of two, or a multiple (`3x24 jam`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The number before an `x`: 3 in `3x24 jam`.
    pub times: Option<Number>,
    /// The quantity, or the lower end of a range.
    pub low: Quantity,
    /// The upper end of a range.
    pub high: Option<Quantity>,
}

/// A number of units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Quantity {
    /// How many.
    pub number: Number,
    /// Of what.
    pub unit: Unit,
    /// Kerja, kalender or efektif, where it is written.
    pub day_kind: Option<DayKind>,
}

/// A decimal number, exact to thousandths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number(u32);

impl Number {
    /// From thousandths: `Number::from_thousandths(1500)` is 1,5.
    pub fn from_thousandths(thousandths: u32) -> Self {
        Self(thousandths)
    }

    /// A whole number; above four million it is cut off there.
    pub fn whole(number: u32) -> Self {
        Self(number.saturating_mul(1000))
    }

    /// In thousandths.
    pub fn thousandths(self) -> u32 {
        self.0
    }

    /// As a float, for arithmetic.
    pub fn as_f64(self) -> f64 {
        f64::from(self.0) / 1000.0
    }
}

impl fmt::Display for Number {
    /// With a decimal comma, without trailing zeros.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.0 / 1000, self.0 % 1000);
        if rest == 0 {
            return write!(out, "{whole}");
        }
        let digits = format!("{rest:03}");
        write!(out, "{whole},{}", digits.trim_end_matches('0'))
    }
}

/// Satuan waktu.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Unit {
    /// Detik.
    Second,
    /// Menit.
    Minute,
    /// Jam.
    Hour,
    /// Hari.
    Day,
    /// Minggu.
    Week,
    /// Bulan.
    Month,
    /// Triwulan.
    Quarter,
    /// Semester.
    Semester,
    /// Tahun.
    Year,
}

impl Unit {
    /// All units, shortest first.
    pub const ALL: [Self; 9] = [
        Self::Second,
        Self::Minute,
        Self::Hour,
        Self::Day,
        Self::Week,
        Self::Month,
        Self::Quarter,
        Self::Semester,
        Self::Year,
    ];

    /// The word printed.
    pub fn word(self) -> &'static str {
        match self {
            Self::Second => "detik",
            Self::Minute => "menit",
            Self::Hour => "jam",
            Self::Day => "hari",
            Self::Week => "minggu",
            Self::Month => "bulan",
            Self::Quarter => "triwulan",
            Self::Semester => "semester",
            Self::Year => "tahun",
        }
    }
}

/// Which days count, where it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DayKind {
    /// Hari kerja.
    Working,
    /// Hari kalender.
    Calendar,
    /// Hari efektif.
    Effective,
}

impl DayKind {
    /// The word printed after the unit.
    pub fn word(self) -> &'static str {
        match self {
            Self::Working => "kerja",
            Self::Calendar => "kalender",
            Self::Effective => "efektif",
        }
    }
}

impl Quantity {
    /// The unit in words, with the kind of day.
    fn unit_words(self) -> String {
        match self.day_kind {
            Some(kind) => format!("{} {}", self.unit.word(), kind.word()),
            None => self.unit.word().to_owned(),
        }
    }
}

impl fmt::Display for Part {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(times) = self.times {
            write!(out, "{times}x")?;
        }
        match self.high {
            Some(high) if high.unit == self.low.unit && high.day_kind == self.low.day_kind => {
                write!(out, "{}-{} {}", self.low.number, high.number, high.unit_words())
            }
            Some(high) => {
                write!(out, "{} {}-{} {}", self.low.number, self.low.unit_words(), high.number, high.unit_words())
            }
            None => write!(out, "{} {}", self.low.number, self.low.unit_words()),
        }
    }
}

impl fmt::Display for Duration {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.bound {
            Bound::Exact => {}
            Bound::About => out.write_str("± ")?,
            Bound::AtMost => out.write_str("maks. ")?,
        }
        for (at, part) in self.parts.iter().enumerate() {
            if at > 0 {
                out.write_str(" ")?;
            }
            write!(out, "{part}")?;
        }
        if let Some(per) = &self.per {
            write!(out, "/{per}")?;
        }
        if let Some(remark) = &self.remark {
            write!(out, " ({remark})")?;
        }
        Ok(())
    }
}
