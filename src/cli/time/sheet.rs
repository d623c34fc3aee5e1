//! An account as text for the terminal: each number with the steps it is summed from.

use super::Timed;
use crate::cli::speech::Speech;
use crate::diagnostic::Message;
use crate::model::Sop;
use crate::plain::plain;
use crate::timing::{Effort, LeftOut, PromisedIn, RowTime, Sum, Way, effort_in_words};
use unicode_width::UnicodeWidthStr;

/// A blank at which no line ends; written as a plain one.
const UNBROKEN: &str = "\u{a0}";

/// The text being written.
pub(super) struct Sheet<'a> {
    timed: &'a Timed<'a>,
    speech: Speech,
    width: usize,
    out: String,
}

impl<'a> Sheet<'a> {
    /// An empty sheet for lines of that many columns.
    pub fn of(timed: &'a Timed<'a>, speech: Speech, width: usize) -> Self {
        Self { timed, speech, width, out: String::new() }
    }

    /// The whole text.
    pub fn written(mut self) -> String {
        self.heading();
        self.total();
        self.ways();
        self.actors();
        self.left_out();
        self.claims();
        self.out
    }

    fn sop(&self) -> &'a Sop {
        self.timed.sop
    }

    fn say(&self, id: impl Into<String>, en: impl Into<String>) -> String {
        self.speech.say(id, en)
    }

    fn effort(&self, effort: Effort) -> String {
        self.speech.message(&effort_in_words(effort, &self.timed.time)).to_owned()
    }

    fn heading(&mut self) {
        let title =
            self.sop().identity.title.value().map_or_else(|| self.say("(tanpa nama)", "(no name)"), Clone::clone);
        let position = self.timed.position.map(|at| format!(" ({at})")).unwrap_or_default();
        self.line(0, &format!("{}{position}: {title}", self.timed.file));
        let time = self.timed.time;
        let (day, week, month) = (time.minutes_a_day, time.days_a_week, time.days_a_month);
        let text = self.say(
            format!("waktu kerja: 1 hari = {day} menit, 1 minggu = {week} hari, 1 bulan = {month} hari"),
            format!("working time: 1 day = {day} minutes, 1 week = {week} days, 1 month = {month} days"),
        );
        self.line(0, &text);
        self.out.push('\n');
    }

    fn total(&mut self) {
        let label = self.say("Jumlah semua langkah", "All steps together");
        self.sum(&label, &self.timed.account.total);
    }

    /// A sum, and below it the steps with what each adds.
    fn sum(&mut self, label: &str, sum: &Sum) {
        self.line(0, &format!("{label}: {}", self.amount(sum)));
        if !sum.counted.is_empty() {
            let text = format!("{} {}", self.steps(&sum.counted), self.terms(&sum.counted));
            self.line(2, &text);
        }
    }

    /// The time of a sum, and how many steps it leaves out.
    fn amount(&self, sum: &Sum) -> String {
        let effort =
            if sum.counted.is_empty() { self.say("tidak diketahui", "unknown") } else { self.effort(sum.effort) };
        match sum.left_out.len() {
            0 => effort,
            1 => format!("{effort}{}", self.say(", belum termasuk 1 langkah", ", 1 step left out")),
            more => format!(
                "{effort}{}",
                self.say(format!(", belum termasuk {more} langkah"), format!(", {more} steps left out"))
            ),
        }
    }

    /// `1 (10 menit), 2 (1 hari)`
    fn terms(&self, rows: &[usize]) -> String {
        let term = |row: &usize| {
            let step = &self.sop().steps[*row];
            let written = match self.timed.account.times.get(*row) {
                Some(RowTime::Within(top)) => {
                    let top = self.sop().steps[*top].number;
                    self.say(format!(" (bersama {top})"), format!(" (within {top})"))
                }
                _ => step.duration.value().map(|it| format!(" ({it})")).unwrap_or_default(),
            };
            format!("{}{written}", step.number).replace(' ', UNBROKEN)
        };
        rows.iter().map(term).collect::<Vec<String>>().join(", ")
    }

    /// What stands before the numbers of these rows.
    fn steps(&self, rows: &[usize]) -> String {
        self.say("langkah", if rows.len() == 1 { "step" } else { "steps" })
    }

    fn numbers(&self, rows: &[usize], between: &str) -> String {
        let numbers = rows.iter().map(|row| self.sop().steps[*row].number.to_string());
        numbers.collect::<Vec<String>>().join(between)
    }

    fn ways(&mut self) {
        let Some(ways) = &self.timed.account.ways else {
            let text = self.say("Tidak ada jalan sampai selesai.", "No way leads to an end.");
            return self.line(0, &text);
        };
        if ways.fastest == ways.slowest {
            let label = self.say("Jalan tercepat dan terlama", "Fastest and slowest way");
            self.way(&label, &ways.slowest);
        } else {
            let label = self.say("Jalan tercepat", "Fastest way");
            self.way(&label, &ways.fastest);
            let label = self.say("Jalan terlama, tanpa mengulang", "Slowest way, without going back");
            self.way(&label, &ways.slowest);
        }
        if ways.returns.is_empty() {
            return;
        }
        let label = self.say("Jalan terlama, setiap panah balik sekali", "Slowest way, each return once");
        self.line(0, &format!("{label}: {}", self.effort(ways.with_returns())));
        for back in &ways.returns {
            let (from, to) = (self.sop().steps[back.from].number, self.sop().steps[back.to].number);
            let text = self.say(format!("langkah {from} kembali ke {to}"), format!("step {from} back to {to}"));
            self.line(2, &format!("{text}: + {}", self.effort(back.effort)));
        }
    }

    fn way(&mut self, label: &str, way: &Way) {
        self.line(0, &format!("{label}: {}", self.amount(&way.sum)));
        let text = format!("{} {}", self.steps(&way.rows), self.numbers(&way.rows, " → "));
        self.line(2, &text);
    }

    fn actors(&mut self) {
        let account = &self.timed.account;
        if account.actors.iter().all(|it| it.actor.is_none()) {
            return;
        }
        let label = self.say("Tiap pelaksana:", "Each actor:");
        self.line(0, &label);
        for it in &account.actors {
            let name = match &it.actor {
                Some(id) => self.sop().actor_name(id).to_owned(),
                None => self.say("(tidak disebut)", "(not said)"),
            };
            self.line(2, &format!("{name}: {}", self.amount(&it.sum)));
            let mut rows = [it.sum.counted.as_slice(), &it.sum.left_out].concat();
            rows.sort_unstable();
            let mut text = format!("{} {}", self.steps(&rows), self.numbers(&rows, ", "));
            if !it.shared.is_empty() {
                let shared = self.numbers(&it.shared, ", ");
                text.push_str(&self.say(
                    format!("; bersama pelaksana lain, dihitung penuh: {shared}"),
                    format!("; with others, counted in full: {shared}"),
                ));
            }
            self.line(4, &text);
        }
    }

    fn left_out(&mut self) {
        let times = &self.timed.account.times;
        let rows: Vec<(u32, Message)> = (times.iter().zip(&self.sop().steps))
            .filter_map(|(time, step)| match time {
                RowTime::Counted(_) => None,
                RowTime::LeftOut(reason) => Some((step.number, reason_in_words(reason))),
                RowTime::Within(top) if times[*top].counted().is_some() => None,
                RowTime::Within(top) => Some((step.number, within(self.sop().steps[*top].number))),
            })
            .collect();
        if rows.is_empty() {
            return;
        }
        let label = self.say("Tidak ikut dihitung:", "Left out:");
        self.line(0, &label);
        for (number, reason) in rows {
            let reason = self.speech.message(&reason).to_owned();
            let text = self.say(format!("langkah {number}: {reason}"), format!("step {number}: {reason}"));
            self.line(2, &text);
        }
    }

    /// What the document itself says about the whole time.
    fn claims(&mut self) {
        let account = &self.timed.account;
        for it in &account.promises {
            let place = match it.stands_in {
                PromisedIn::Title => self.say("Nama SOP", "the name of the SOP"),
                PromisedIn::Caution(at) => format!("Peringatan {at}"),
            };
            let verdict = match account.keeps(it) {
                Some(true) => self.say("cukup", "long enough"),
                Some(false) => self.say("terlampaui", "exceeded"),
                None => {
                    self.say("bukan tentang seluruh prosedur, tidak dibandingkan", "not of the whole, not compared")
                }
            };
            let label = self.say("Janji", "Promise");
            self.line(0, &format!("{label} ({place}): `{}`: {verdict}", it.words));
        }
        for it in &account.printed {
            let verdict = match it.differs_from(&account.times, &self.timed.time) {
                true => self.say("berbeda dari jumlah semua langkah", "differs from the sum of all steps"),
                false => self.say("sesuai", "agrees"),
            };
            let label = self.say("Baris jumlah", "Row of totals");
            self.line(0, &format!("{label}: `{}`: {verdict}", it.text));
        }
    }

    /// Writes a text, folded to the width, its further lines set in by two more.
    fn line(&mut self, indent: usize, text: &str) {
        let text = plain(text);
        let mut used = 0;
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            if used > 0 && used + 1 + word.width() > self.width {
                self.out.push('\n');
                used = 0;
                self.out.push_str(&" ".repeat(indent + 2));
                used += indent + 2;
            } else if used > 0 {
                self.out.push(' ');
                used += 1;
            } else {
                self.out.push_str(&" ".repeat(indent));
                used += indent;
            }
            self.out.push_str(&word.replace(UNBROKEN, " "));
            used += word.width();
        }
        self.out.push('\n');
    }
}

fn within(top: u32) -> Message {
    Message::new(format!("satu sel waktu dengan langkah {top}"), format!("shares its time cell with step {top}"))
}

fn reason_in_words(reason: &LeftOut) -> Message {
    match reason {
        LeftOut::Unwritten => Message::new("waktunya tidak ditulis", "its time is not written"),
        LeftOut::Dash => Message::new("waktunya `-`", "its time is `-`"),
        LeftOut::PerUnit(duration) => Message::new(
            format!("`{duration}` bergantung pada banyaknya"),
            format!("`{duration}` depends on how many there are"),
        ),
        LeftOut::Unreadable(text) => Message::new(
            format!("`{text}` tidak terbaca sebagai satu waktu"),
            format!("`{text}` cannot be read as one duration"),
        ),
    }
}
