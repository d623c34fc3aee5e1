//! Durations → working time, and working time in words.

use crate::diagnostic::Message;
use crate::model::{DayKind, Duration, Number, Part, Quantity, Unit, WorkingTime};
use std::ops::Add;

/// Working time in thousandths of a second: the lower and the upper end, equal where no range is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Effort {
    /// At least so much.
    pub low: u64,
    /// At most so much.
    pub high: u64,
}

/// Thousandths of a second in a minute.
const MINUTE: u64 = 60_000;

impl Effort {
    /// So many minutes of work.
    pub fn minutes(minutes: u64) -> Self {
        Self { low: minutes.saturating_mul(MINUTE), high: minutes.saturating_mul(MINUTE) }
    }

    /// Some time is common to both.
    pub fn overlaps(self, other: Self) -> bool {
        self.low <= other.high && other.low <= self.high
    }
}

impl Add for Effort {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { low: self.low.saturating_add(other.low), high: self.high.saturating_add(other.high) }
    }
}

impl std::iter::Sum for Effort {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), Add::add)
    }
}

/// A duration in working time; `None` for one that is counted per document, person or the like.
pub fn effort(duration: &Duration, time: &WorkingTime) -> Option<Effort> {
    let parts = duration.parts.iter().map(|part| part_effort(part, time));
    duration.per.is_none().then(|| parts.sum())
}

fn part_effort(part: &Part, time: &WorkingTime) -> Effort {
    let times = part.times.unwrap_or(Number::whole(1));
    let one = |quantity: Quantity| match (part.times, quantity.unit) {
        // `3x24 jam` are days and nights.
        (Some(_), Unit::Hour) if quantity.number == Number::whole(24) => {
            working(Quantity { number: times, unit: Unit::Day, day_kind: Some(DayKind::Calendar) }, time)
        }
        _ => scaled(working(quantity, time), times),
    };
    let (low, high) = (one(part.low), one(part.high.unwrap_or(part.low)));
    Effort { low: low.min(high), high: high.max(low) }
}

fn scaled(amount: u64, times: Number) -> u64 {
    to_u64(u128::from(amount) * u128::from(times.thousandths()) / 1000)
}

/// A quantity in thousandths of a second of work.
fn working(quantity: Quantity, time: &WorkingTime) -> u64 {
    let day = u128::from(time.minutes_a_day) * u128::from(MINUTE);
    let (week, month) = (u128::from(time.days_a_week), u128::from(time.days_a_month));
    let unit = match quantity.unit {
        Unit::Second => 1000,
        Unit::Minute => u128::from(MINUTE),
        Unit::Hour => 60 * u128::from(MINUTE),
        Unit::Day => day,
        Unit::Week => day * week,
        Unit::Month => day * month,
        Unit::Quarter => day * month * 3,
        Unit::Semester => day * month * 6,
        Unit::Year => day * month * 12,
    };
    let amount = unit * u128::from(quantity.number.thousandths()) / 1000;
    let is_calendar = quantity.unit == Unit::Day && quantity.day_kind == Some(DayKind::Calendar);
    to_u64(if is_calendar { amount * week / 7 } else { amount })
}

fn to_u64(amount: u128) -> u64 {
    u64::try_from(amount).unwrap_or(u64::MAX)
}

/// Working time in words: `2 hari 3 jam (= 1.080 menit kerja)`, of a range both ends.
pub fn effort_in_words(effort: Effort, time: &WorkingTime) -> Message {
    let (low, high) = (in_units(effort.low, time), in_units(effort.high, time));
    let (id, en) = if effort.low == effort.high {
        (low.id, low.en)
    } else {
        (format!("{} – {}", low.id, high.id).into(), format!("{} – {}", low.en, high.en).into())
    };
    // Up to an hour the minutes stand there already.
    if effort.high < 60 * MINUTE && effort.high < day_of(time) {
        return Message::new(id, en);
    }
    let minutes = |separators: (char, char)| {
        let (low, high) = (minutes_in_words(effort.low, separators), minutes_in_words(effort.high, separators));
        if low == high { low } else { format!("{low}–{high}") }
    };
    Message::new(
        format!("{id} (= {} menit kerja)", minutes(('.', ','))),
        format!("{en} (= {} working minutes)", minutes((',', '.'))),
    )
}

fn day_of(time: &WorkingTime) -> u64 {
    u64::from(time.minutes_a_day.max(1)) * MINUTE
}

/// Days, hours, minutes and seconds of work, those that are not zero.
fn in_units(amount: u64, time: &WorkingTime) -> Message {
    let day = day_of(time);
    let units = [
        (amount / day, "hari", "day"),
        (amount % day / (60 * MINUTE), "jam", "hour"),
        (amount % day % (60 * MINUTE) / MINUTE, "menit", "minute"),
        (amount % day % (60 * MINUTE) % MINUTE / 1000, "detik", "second"),
    ];
    let told = units.iter().filter(|(count, ..)| *count > 0);
    let id: Vec<String> = told.clone().map(|(count, id, _)| format!("{} {id}", grouped(*count, '.'))).collect();
    let plural = |count: u64| if count == 1 { "" } else { "s" };
    let en: Vec<String> =
        told.map(|(count, _, en)| format!("{} {en}{}", grouped(*count, ','), plural(*count))).collect();
    if id.is_empty() { Message::new("0 menit", "0 minutes") } else { Message::new(id.join(" "), en.join(" ")) }
}

/// Minutes with separators of thousands and of decimals.
fn minutes_in_words(amount: u64, (thousands, decimal): (char, char)) -> String {
    let whole = grouped(amount / MINUTE, thousands);
    let hundredths = amount % MINUTE * 100 / MINUTE;
    let digits = format!("{hundredths:02}");
    if hundredths == 0 { whole } else { format!("{whole}{decimal}{}", digits.trim_end_matches('0')) }
}

fn grouped(number: u64, separator: char) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}
