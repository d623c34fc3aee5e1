//! Makes up an SOP: an office, its people and papers, and a procedure whose flow is consistent.

use super::plan::{Day, Decision, DecisionKind, Plan, Signatory, Step};
use super::random::Random;
use super::time::Time;
use super::topics::{ABBREVIATIONS, ACTS, CLOSINGS, CONDITIONS, DECISIONS, EXTRAS, HANDOVERS, PROCESSES, TOPICS};
use super::words::{self, OFFICES, Office};
use sop::model::Unit;

/// What the form needs the procedure to be like.
#[derive(Clone)]
pub struct Wish {
    /// Percent of rows whose activity names its actor.
    pub subjects: usize,
    /// Percent of rows with two symbols.
    pub seconds: usize,
    pub decisions: Vec<DecisionKind>,
    /// Durations are bare numbers of this unit.
    pub unit: Option<Unit>,
    /// Durations are one number of minutes, hours or days.
    pub columns: bool,
    /// Percent of rows with a remark.
    pub notes: usize,
    /// The line of the government stands above the agency.
    pub government: bool,
    /// Whose procedure it is, where that is settled.
    pub office: Option<&'static Office>,
    /// Each row needs one paper and makes one, and its activity names nobody.
    pub plain: bool,
}

impl Default for Wish {
    fn default() -> Self {
        Self {
            subjects: 0,
            seconds: 0,
            decisions: vec![DecisionKind::Wording, DecisionKind::ReturnNote],
            unit: None,
            columns: false,
            notes: 25,
            government: false,
            office: None,
            plain: false,
        }
    }
}

const MONTHS: [&str; 12] = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];
const ROMAN: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

/// An SOP made up for that wish.
pub fn invent(random: &mut Random, wish: &Wish) -> Plan {
    let office = wish.office.unwrap_or_else(|| random.pick(OFFICES));
    let place = *random.pick(words::PLACES);
    let local = matches!(office.head, "Camat" | "Lurah");
    let agency = if local { format!("{} {place}", office.name) } else { format!("{} Kabupaten {place}", office.name) };
    let full =
        if local { format!("{} {place}", office.head) } else { format!("{} {}", office.head, rest(office, &agency)) };
    let position = if random.chance(25) { office.head.to_owned() } else { full.clone() };
    let (year, month) = (random.between(2015, 2025), random.between(1, 12));
    let (topic, paper) = *random.pick(TOPICS);
    let title = format!("{} {topic}", random.pick(PROCESSES));
    let actors = actors(random, office);
    let steps = Steps { random, wish, actors: &actors, paper }.invent();
    Plan {
        office,
        agency,
        unit: random.chance(45).then(|| (*random.pick(office.units)).to_owned()),
        government: wish.government.then(|| format!("Pemerintah Kabupaten {place}")),
        number: number(random, year, month),
        title,
        created: day(random, year, month),
        revised: if random.chance(35) {
            Day { written: "-".to_owned(), gold: Some("-".to_owned()) }
        } else {
            day(random, year + 1, month)
        },
        effective: day(random, year, month),
        signatory: signatory(random, position, full),
        sections: sections(random, place),
        actors,
        steps,
    }
}

/// What follows the head's title: `Sosial Kabupaten X` after `Kepala Dinas`, so that no word stands twice.
fn rest(office: &Office, agency: &str) -> String {
    let kind = office.head.split(' ').next_back().unwrap_or_default();
    let after = |whole: &str| agency.strip_prefix(whole).map(|rest| rest.trim_start().to_owned());
    if office.name.ends_with(kind) { after(office.name) } else { after(kind) }.unwrap_or_else(|| agency.to_owned())
}

fn actors(random: &mut Random, office: &Office) -> Vec<String> {
    let count = random.between(3, office.actors.len().min(6));
    let mut kept = random.sample(&(0..office.actors.len()).collect::<Vec<_>>(), count);
    kept.sort_unstable();
    kept.into_iter().map(|at| office.actors[at].to_owned()).collect()
}

fn number(random: &mut Random, year: usize, month: usize) -> String {
    let running = random.between(1, 399);
    let roman = ROMAN[month - 1];
    match random.between(0, 6) {
        0 => format!("{running:03}/SOP/SEKR/{roman}/{year}"),
        1 => format!("{}/{running}/{year}", random.pick(&["800", "900", "460", "503"])),
        2 => format!("SOP-{running}/{}/{year}", random.pick(&["17000", "33000", "52010"])),
        3 => format!("{running}/OT.0{}/{year}", random.between(1, 9)),
        4 => format!("W{}.U2/{running}/PM-SOP/HK/{year}", random.between(2, 30)),
        5 => format!("000.8.3.3/{running}/{year}"),
        _ => format!("{running:02}/SOP/{}/{year}", random.pick(&["BPBD", "DINSOS", "KEC", "UMUM"])),
    }
}

/// A date in one of the spellings of the trade.
pub fn day(random: &mut Random, year: usize, month: usize) -> Day {
    let day = random.between(1, 28);
    let name = MONTHS[month - 1];
    let whole = Some(format!("{year:04}-{month:02}-{day:02}"));
    let (written, gold) = match random.between(0, 11) {
        0 => (format!("{day:02}/{month:02}/{year}"), whole),
        1 => (format!("{day:02}-{month:02}-{year}"), whole),
        2 => (format!("{day:02} {} {year}", name.to_uppercase()), whole),
        3 => (format!("{name} {year}"), Some(format!("{year:04}-{month:02}"))),
        4 => (format!("{day} {} {year}", old_name(name)), whole),
        _ => (format!("{day} {name} {year}"), whole),
    };
    Day { written, gold }
}

fn old_name(name: &str) -> &str {
    match name {
        "November" => "Nopember",
        "Februari" => "Pebruari",
        "Agustus" => "Agt",
        "September" => "Sept",
        name => name,
    }
}

fn signatory(random: &mut Random, position: String, full: String) -> Signatory {
    let (before, after) = *random.pick(words::DEGREES);
    let name = format!("{before}{} {}{after}", random.pick(words::GIVEN), random.pick(words::FAMILY));
    let (rank, grade) = *random.pick(words::RANKS);
    let born = random.between(1964, 1985);
    let joined = born + random.between(22, 30);
    let nip = format!(
        "{born}{:02}{:02}{joined}{:02}{}{:03}",
        random.between(1, 12),
        random.between(1, 28),
        random.between(1, 12),
        random.between(1, 2),
        random.between(1, 15)
    );
    let grade = random.chance(50).then(|| grade.to_owned());
    let rank = random.chance(70).then(|| (rank.to_owned(), grade));
    Signatory { position, name, rank, nip: Some(nip), full }
}

fn sections(random: &mut Random, place: &str) -> [Vec<String>; 6] {
    let count = random.between(1, 5);
    let laws = random.sample(words::LAWS, count).into_iter().map(|law| {
        let numbered = law.replace("{n}", &random.between(1, 120).to_string());
        let dated = numbered.replace("{y}", &random.between(2003, 2023).to_string()).replace("{p}", place);
        format!("{dated} {}", random.pick(words::SUBJECTS))
    });
    let laws: Vec<String> = laws.collect();
    let related = random.between(1, 3);
    let related = (0..related).map(|_| format!("SOP {} {}", random.pick(PROCESSES), random.pick(TOPICS).0)).collect();
    let mut some = |from: &[&str], most: usize| -> Vec<String> {
        let count = random.between(1, most);
        random.sample(from, count).into_iter().map(str::to_owned).collect()
    };
    let (skills, tools) = (some(words::QUALIFICATIONS, 4), some(words::EQUIPMENT, 5));
    let (cautions, records) = (some(words::CAUTIONS, 2), some(words::RECORDS, 2));
    [laws, skills, related, tools, cautions, records]
}

/// The rows as they are made up one after another.
struct Steps<'a> {
    random: &'a mut Random,
    wish: &'a Wish,
    actors: &'a [String],
    paper: &'a str,
}

impl Steps<'_> {
    fn invent(&mut self) -> Vec<Step> {
        let count = self.random.between(4, 11);
        let walk = self.walk(count);
        let acts = self.random.sample(ACTS, count);
        let mut steps: Vec<Step> = Vec::new();
        let mut told = false;
        for at in 0..count {
            let act = if at + 1 == count { *self.random.pick(CLOSINGS) } else { acts[at % acts.len()] };
            let mut step = self.bare(at, &walk, act, steps.last());
            let handed = !self.wish.plain && self.hand_over(at, &walk, &mut step);
            if !self.wish.plain {
                self.name_subject(&mut step);
                self.own_output(&mut step);
            }
            step.evident |= told;
            told = handed;
            if !handed && self.wish.seconds > 0 && self.random.chance(self.wish.seconds) && step.decision.is_none() {
                step.second = Some((step.actor + 1) % self.actors.len());
            }
            steps.push(step);
        }
        steps
    }

    /// Who acts in which row: often another than before.
    fn walk(&mut self, count: usize) -> Vec<usize> {
        let last = self.actors.len() - 1;
        let mut walk = vec![self.random.between(0, last)];
        while walk.len() < count {
            let here = walk[walk.len() - 1];
            let other = if self.random.chance(25) { here } else { self.random.between(0, last) };
            walk.push(other);
        }
        walk
    }

    fn bare(&mut self, at: usize, walk: &[usize], act: (&str, &str), before: Option<&Step>) -> Step {
        let mut requirements = before.map_or_else(|| vec![initial(self.paper)], |before| before.outputs.clone());
        if !self.wish.plain && self.random.chance(25) {
            let extra = (*self.random.pick(EXTRAS)).to_owned();
            if !requirements.contains(&extra) {
                requirements.push(extra);
            }
        }
        let mut outputs = vec![initial(&act.1.replace("{}", self.paper))];
        if !self.wish.plain && self.random.chance(15) {
            outputs.push((*self.random.pick(EXTRAS)).to_owned());
        }
        Step {
            number: at as u32 + 1,
            activity: act.0.replace("{}", self.paper),
            actor: walk[at],
            second: None,
            requirements,
            time: self.time(),
            outputs,
            note: self.random.chance(self.wish.notes).then(|| (*self.random.pick(words::NOTES)).to_owned()),
            decision: None,
            evident: false,
            loose: None,
        }
    }

    fn time(&mut self) -> Time {
        match self.wish.unit {
            Some(unit) => Time::counted_in(unit, self.random),
            None if self.wish.columns => {
                let unit = *self.random.pick(&[Unit::Minute, Unit::Minute, Unit::Hour, Unit::Day]);
                Time::counted_in(unit, self.random)
            }
            None if self.random.chance(15) => Time::rare(self.random),
            None => Time::simple(self.random),
        }
    }

    /// Lets the row decide or hand on its paper; true where the text names who comes next.
    fn hand_over(&mut self, at: usize, walk: &[usize], step: &mut Step) -> bool {
        let Some(&next) = walk.get(at + 1) else { return false };
        let back = (0..at).rev().find(|row| walk[*row] != step.actor);
        if let Some(back) = back.filter(|row| next != step.actor && next != walk[*row] && self.random.chance(35)) {
            return self.decide(step, [at, next, back, walk[back]]);
        }
        if next == step.actor || !self.random.chance(50) {
            return false;
        }
        let purpose = *self.random.pick(&["", "", "", " untuk ditindaklanjuti", " untuk diproses"]);
        let next = self.spoken(next);
        step.activity = format!("{} dan {} {next}{purpose}", step.activity, self.random.pick(HANDOVERS));
        true
    }

    fn decide(&mut self, step: &mut Step, [at, next, back, back_actor]: [usize; 4]) -> bool {
        if self.wish.decisions.is_empty() {
            return false;
        }
        let kind = *self.random.pick(&self.wish.decisions);
        step.decision = Some(Decision { kind, yes: at + 1, no: back });
        step.activity = self.random.pick(DECISIONS).replace("{}", self.paper);
        match kind {
            DecisionKind::Wording => {
                let (met, not) = *self.random.pick(CONDITIONS);
                let (next, back) = (self.spoken(next), self.spoken(back_actor));
                let start = *self.random.pick(&["Jika", "Apabila", "Bila"]);
                let stop = *self.random.pick(&[". ", ", "]);
                let other = if stop == ". " { start.to_owned() } else { start.to_lowercase() };
                step.activity +=
                    &format!(". {start} {met} meneruskan kepada {next}{stop}{other} {not} mengembalikan kepada {back}");
                true
            }
            DecisionKind::ReturnNote => {
                step.note = Some(format!("Panah balikan menandakan {} perlu perbaikan", self.paper));
                false
            }
            DecisionKind::Symbol => false,
        }
    }

    /// How a sentence names an actor: as the column does, or with the abbreviation written out.
    fn spoken(&mut self, actor: usize) -> String {
        let name = &self.actors[actor];
        let (short, rest) = name.split_once(' ').map_or((name.as_str(), ""), |(short, rest)| (short, rest));
        match ABBREVIATIONS.iter().find(|(known, _)| *known == short).filter(|_| self.random.chance(20)) {
            Some((_, long)) if rest.is_empty() => (*long).to_owned(),
            Some((_, long)) => format!("{long} {rest}"),
            None => name.clone(),
        }
    }

    fn name_subject(&mut self, step: &mut Step) {
        if self.wish.subjects > 0 && self.random.chance(self.wish.subjects) {
            step.activity = format!("{} {}", self.spoken(step.actor), lower_first(&step.activity));
            step.evident = true;
        }
    }

    fn own_output(&mut self, step: &mut Step) {
        if step.decision.is_none() && self.random.chance(12) {
            step.outputs = vec![format!("Disposisi {}", self.actors[step.actor])];
            step.evident = true;
        }
    }
}

fn initial(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_lowercase().chain(letters).collect())
}
