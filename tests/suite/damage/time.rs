//! Durations: what a row takes, its canonical spelling, and the many ways offices write it.

use super::random::Random;
use sop::model::{Bound, DayKind, Duration, Number, Part, Quantity, Unit};

/// The duration of a row.
#[derive(Clone)]
pub enum Time {
    /// A duration that can be understood.
    Known(Duration),
    /// Words that cannot, such as `sesuai kebutuhan`.
    Words(String),
}

const WORDS: &[&str] = &["Sesuai kebutuhan", "Sesuai jadwal", "Menyesuaikan", "Insidentil"];
const IN_LETTERS: &[&str] =
    &["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh"];

fn quantity(number: u32, unit: Unit, day_kind: Option<DayKind>) -> Quantity {
    Quantity { number: Number::whole(number), unit, day_kind }
}

fn part(low: Quantity) -> Part {
    Part { times: None, low, high: None }
}

fn known(bound: Bound, parts: Vec<Part>) -> Time {
    Time::Known(Duration { bound, parts, per: None, remark: None })
}

fn amount(random: &mut Random) -> (u32, Unit) {
    let choices: &[(&[u32], Unit)] = &[
        (&[5, 10, 15, 20, 30, 45, 60, 90, 120], Unit::Minute),
        (&[1, 2, 3, 4], Unit::Hour),
        (&[1, 2, 3, 5, 7, 14], Unit::Day),
        (&[1, 2, 3], Unit::Week),
        (&[1, 2], Unit::Month),
    ];
    let weights = [0, 0, 0, 0, 1, 1, 2, 2, 2, 3, 4];
    let (numbers, unit) = choices[*random.pick(&weights)];
    (*random.pick(numbers), unit)
}

impl Time {
    /// `5 menit`, `2 hari`: one number, one unit.
    pub fn simple(random: &mut Random) -> Self {
        let (number, unit) = amount(random);
        let day_kind = (unit == Unit::Day && random.chance(30)).then_some(DayKind::Working);
        known(Bound::Exact, vec![part(quantity(number, unit, day_kind))])
    }

    /// Whole numbers of that unit, for forms that print the unit in the header only.
    pub fn counted_in(unit: Unit, random: &mut Random) -> Self {
        let numbers: &[u32] = if unit == Unit::Minute { &[5, 10, 15, 30, 45, 60, 120] } else { &[1, 2, 3, 5, 7] };
        known(Bound::Exact, vec![part(quantity(*random.pick(numbers), unit, None))])
    }

    /// Any of the rarer forms: ranges, bounds, sums, multiples, per unit, words.
    pub fn rare(random: &mut Random) -> Self {
        let (number, unit) = amount(random);
        let low = quantity(number, unit, None);
        match random.between(0, 7) {
            0 | 1 => {
                let high = quantity(number + *random.pick(&[1, 2, 5]), unit, None);
                known(Bound::Exact, vec![Part { times: None, low, high: Some(high) }])
            }
            2 => known(Bound::AtMost, vec![part(low)]),
            3 => known(Bound::About, vec![part(low)]),
            4 => {
                let times = Some(Number::whole(*random.pick(&[1, 2, 3])));
                known(Bound::Exact, vec![Part { times, ..part(quantity(24, Unit::Hour, None)) }])
            }
            5 => {
                let minutes = quantity(*random.pick(&[15, 30, 45]), Unit::Minute, None);
                let hours = quantity(*random.pick(&[1, 2, 3]), Unit::Hour, None);
                known(Bound::Exact, vec![part(hours), part(minutes)])
            }
            6 => Time::Known(Duration {
                bound: Bound::Exact,
                parts: vec![part(quantity(*random.pick(&[2, 5, 10]), Unit::Minute, None))],
                per: Some((*random.pick(&["berkas", "orang", "surat"])).to_owned()),
                remark: None,
            }),
            _ => Time::Words((*random.pick(WORDS)).to_owned()),
        }
    }

    /// The spelling of the YAML.
    pub fn gold(&self) -> String {
        match self {
            Self::Known(duration) => duration.to_string(),
            Self::Words(words) => words.clone(),
        }
    }

    /// Number and unit, where it is one number of one unit.
    pub fn as_count(&self) -> Option<(String, Unit)> {
        match self {
            Self::Known(Duration { bound: Bound::Exact, parts, per: None, .. }) => match parts.as_slice() {
                [Part { times: None, low, high: None }] => Some((low.number.to_string(), low.unit)),
                _ => None,
            },
            _ => None,
        }
    }

    /// As most offices write it.
    pub fn plain(&self, random: &mut Random) -> String {
        let text = self.gold();
        if random.chance(50) { capitals(&text) } else { text }
    }

    /// As some offices write it: numbers glued to units, numbers in letters, other words for a bound, loose signs.
    pub fn odd(&self, random: &mut Random) -> String {
        let Self::Known(duration) = self else { return self.gold().to_lowercase() };
        let body = duration.parts.iter().map(|part| odd_part(part, random)).collect::<Vec<_>>();
        let body = body.join(*random.pick(&[" ", " + ", " dan "]));
        let bound = match duration.bound {
            Bound::Exact => "",
            Bound::About => *random.pick(&["± ", "kurang lebih ", "sekitar ", "±", "+/- "]),
            Bound::AtMost => *random.pick(&["maksimal ", "Maks ", "paling lama ", "paling lambat ", "maks.", "≤ "]),
        };
        let per = duration
            .per
            .as_ref()
            .map_or(String::new(), |per| random.pick(&["/{}", "/ {}", " / {}", " per {}"]).replace("{}", per));
        format!("{bound}{body}{per}")
    }
}

fn odd_part(part: &Part, random: &mut Random) -> String {
    let unit = odd_unit(&part.low, random);
    let number = part.low.number;
    if let Some(times) = part.times {
        return format!("{times}{}{number} {unit}", random.pick(&["x", " x ", "X", " X "]));
    }
    if let Some(high) = part.high {
        let dash = random.pick(&["-", " - ", " – ", " s.d ", " s/d ", " s.d. ", " sampai "]);
        return format!("{number}{dash}{} {unit}", high.number);
    }
    let letters = number.to_string().parse::<usize>().ok().and_then(|at| IN_LETTERS.get(at));
    match (random.between(0, 5), letters) {
        (0, Some(word)) => format!("{number} ({word}) {unit}"),
        (1, Some(word)) => format!("{} {unit}", capitals(word)),
        (2, _) => format!("{number}  {unit}"),
        _ => format!("{number}{unit}"),
    }
}

fn odd_unit(quantity: &Quantity, random: &mut Random) -> String {
    let word = match (quantity.unit, random.between(0, 3)) {
        (Unit::Minute, 0) => "mnt",
        (Unit::Month, 0) => "bln",
        (unit, _) => unit.word(),
    };
    let word = match random.between(0, 2) {
        0 => word.to_uppercase(),
        1 => capitals(word),
        _ => word.to_owned(),
    };
    match quantity.day_kind {
        Some(kind) => format!("{word} {}", kind.word()),
        None => word,
    }
}

/// Each word with a capital first letter.
pub fn capitals(text: &str) -> String {
    let words = text.split(' ').map(|word| {
        let mut letters = word.chars();
        letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
    });
    words.collect::<Vec<String>>().join(" ")
}
