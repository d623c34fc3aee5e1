//! The four voices heard together: which rules look at a file, how grave they are, under which settings, and who says so.

use super::file::{ConfigFile, PerFile};
use super::level::Level;
use super::selector::Selector;
use crate::check::{Rule, Settings, rules};
use crate::model::{Date, Sourced, WorkingTime};
use crate::source::Span;
use crate::vocabulary::profiles::{PROFILES, Profile};

/// Who decides something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// Nobody else: it is built in.
    BuiltIn,
    /// The profile.
    Profile,
    /// The file of settings, at this place.
    File(Span),
    /// The command line, by this option.
    CommandLine(&'static str),
}

/// A value, and who decides it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided<T> {
    /// The value.
    pub value: T,
    /// Who says so.
    pub by: Voice,
}

/// What the command line says.
#[derive(Debug, Clone, Default)]
pub struct Flags {
    /// `--profile`
    pub profile: Option<&'static Profile>,
    /// `--today`
    pub today: Option<Date>,
    /// `--select`
    pub select: Vec<Selector>,
    /// `--ignore`
    pub ignore: Vec<Selector>,
}

/// What becomes of one rule.
#[derive(Debug, Clone, Copy)]
pub struct Ruling {
    /// The rule.
    pub rule: &'static Rule,
    /// How grave it is here.
    pub level: Level,
    /// Who says so.
    pub by: Voice,
}

/// What holds for a file.
#[derive(Debug, Clone)]
pub struct Policy {
    /// The guideline followed.
    pub profile: Decided<&'static Profile>,
    /// The day that counts as today.
    pub today: Decided<Option<Date>>,
    /// Minutes a day, days a week, days a month.
    pub times: [Decided<u32>; 3],
    /// The paper of prints, as `sop.toml` calls it.
    pub paper: Decided<&'static str>,
    /// All rules, by code.
    pub rulings: Vec<Ruling>,
    /// What rules are asked under.
    pub settings: Settings,
}

impl Policy {
    /// The rules that look at the file, by code.
    pub fn rules(&self) -> impl Iterator<Item = &'static Rule> + '_ {
        self.rulings.iter().filter(|it| it.level != Level::Off).map(|it| it.rule)
    }
}

/// What the command line, the file of settings, the profile and the program decide together about the file at `place`, its
/// path below the folder of the file of settings with `/` between folders; `None` where it has none.
pub fn decide(file: Option<&ConfigFile>, flags: &Flags, place: Option<&str>) -> Policy {
    let of_file = file.and_then(|it| it.profile.as_ref());
    let profile = chosen(&PROFILES[0], None, of_file.cloned(), flags.profile.map(|it| (it, "--profile")));
    let told = |at: usize| file.and_then(|it| it.times[at].clone());
    let usual = WorkingTime::default();
    let usual = [usual.minutes_a_day, usual.days_a_week, usual.days_a_month];
    let own = profile.value.working_time;
    let own = [own.minutes_a_day, own.days_a_week, own.days_a_month];
    let times = [0, 1, 2].map(|at| {
        let by_profile = (own[at] != usual[at]).then_some(own[at]);
        chosen(usual[at], by_profile, told(at), None)
    });
    let of_file = file.and_then(|it| it.today.clone()).map(|it| it.map(Some));
    let today = chosen(None, None, of_file, flags.today.clone().map(|it| (Some(it), "--today")));
    let is_here = |it: &&PerFile| place.is_some_and(|place| it.value.0.matches(place));
    let here = file.map_or_else(Vec::new, |file| file.per_file.iter().filter(is_here).collect());
    let bench = Bench { profile: &profile, file, flags, here };
    let rulings: Vec<Ruling> = rules().map(|rule| rule_on(rule, &bench)).collect();
    let settings = Settings {
        working_time: WorkingTime {
            minutes_a_day: times[0].value,
            days_a_week: times[1].value,
            days_a_month: times[2].value,
        },
        today: today.value.clone(),
        severities: rulings.iter().filter_map(changed_severity).collect(),
        offices: file.map(|it| it.offices.iter().map(|it| it.value.clone()).collect()).unwrap_or_default(),
    };
    let paper = match file.and_then(|it| it.print.paper.clone()) {
        Some(told) => chosen("", None, Some(told), None),
        None => {
            let by = if profile.by == Voice::BuiltIn { Voice::BuiltIn } else { Voice::Profile };
            Decided { value: profile.value.paper, by }
        }
    };
    Policy { profile, today, times, paper, rulings, settings }
}

/// The loudest voice.
fn chosen<T>(built_in: T, profile: Option<T>, file: Option<Sourced<T>>, flag: Option<(T, &'static str)>) -> Decided<T> {
    match (flag, file, profile) {
        (Some((value, option)), ..) => Decided { value, by: Voice::CommandLine(option) },
        (_, Some(told), _) => Decided { by: Voice::File(told.span().unwrap_or_default()), value: told.value },
        (_, _, Some(value)) => Decided { value, by: Voice::Profile },
        _ => Decided { value: built_in, by: Voice::BuiltIn },
    }
}

fn changed_severity(ruling: &Ruling) -> Option<(&'static str, crate::diagnostic::Severity)> {
    match ruling.level {
        Level::On(severity) if severity != ruling.rule.severity => Some((ruling.rule.code, severity)),
        _ => None,
    }
}

/// All who have a say about a rule.
struct Bench<'a> {
    profile: &'a Decided<&'static Profile>,
    file: Option<&'a ConfigFile>,
    flags: &'a Flags,
    /// What the file of settings says of files such as this one.
    here: Vec<&'a PerFile>,
}

/// Later voices are above earlier ones. Whoever names a rule by its own code or name wants it asked, whatever the profile
/// says; the command line wants it whatever the file says.
fn rule_on(rule: &'static Rule, bench: &Bench<'_>) -> Ruling {
    let own = Level::On(rule.severity);
    let ruling = |level, by| Ruling { rule, level, by };
    let mut now = bench.of_profile(rule).unwrap_or(ruling(own, Voice::BuiltIn));
    if let Some(file) = bench.file {
        now = of_file(rule, file, &bench.here, now);
    }
    let Flags { select, ignore, .. } = bench.flags;
    // What the command line selects takes the place of what the file selects.
    let file_selects = bench.file.and_then(|it| it.select.as_ref()).filter(|_| select.is_empty());
    if let Some(selected) = file_selects.filter(|it| !any(&it.value, rule)) {
        now = ruling(Level::Off, Voice::File(selected.span().unwrap_or_default()));
    }
    if !select.is_empty() && !any(select, rule) {
        now = ruling(Level::Off, Voice::CommandLine("--select"));
    }
    if now.level == Level::Off && select.iter().any(|it| it.names(rule)) {
        now = ruling(own, Voice::CommandLine("--select"));
    }
    if any(ignore, rule) {
        now = ruling(Level::Off, Voice::CommandLine("--ignore"));
    }
    now
}

impl Bench<'_> {
    fn of_profile(&self, rule: &'static Rule) -> Option<Ruling> {
        let (_, word) = self.profile.value.levels.iter().find(|(code, _)| *code == rule.code)?;
        Some(Ruling { rule, level: Level::from_word(word)?, by: Voice::Profile })
    }
}

fn of_file(rule: &'static Rule, file: &ConfigFile, here: &[&PerFile], before: Ruling) -> Ruling {
    let ruling = |level, span: Option<Span>| Ruling { rule, level, by: Voice::File(span.unwrap_or_default()) };
    let mut now = before;
    let named = file.select.as_ref().filter(|it| it.value.iter().any(|it| it.names(rule)));
    if let Some(selected) = named.filter(|_| before.level == Level::Off) {
        now = ruling(Level::On(rule.severity), selected.span());
    }
    let told = file.levels.iter().filter(|it| it.value.0.matches(rule)).max_by_key(|it| it.value.0.precision());
    if let Some(told) = told {
        now = ruling(told.value.1, told.span());
    }
    if let Some(ignored) = file.ignore.as_ref().filter(|it| any(&it.value, rule)) {
        now = ruling(Level::Off, ignored.span());
    }
    match here.iter().find(|it| any(&it.value.1, rule)) {
        Some(told) => ruling(Level::Off, told.span()),
        None => now,
    }
}

fn any(selectors: &[Selector], rule: &Rule) -> bool {
    selectors.iter().any(|it| it.matches(rule))
}
