//! The text of a `sop.toml` → what it says, every value with its place. Whatever is not known is an error, never ignored.

use super::error::{ConfigError, known_words};
use super::keys::{self, KEYS, TIMES};
use super::level::Level;
use super::pattern::Pattern;
use super::print::PrintKeys;
use super::selector::{Selector, nearest_rule};
use super::tree::{Node, Outcome, Reader, Spot};
use crate::grammar::date;
use crate::model::{Date, Sourced};
use crate::source::Source;
use crate::vocabulary::profiles::{PROFILES, Profile};
use toml::de::DeValue;

/// Files of that name, and the rules that do not look at them.
pub type PerFile = Sourced<(Pattern, Vec<Selector>)>;

/// What one file says. What it does not say is `None` or empty.
#[derive(Debug, Clone)]
pub struct ConfigFile {
    /// The file, as people know it.
    pub source: Source,
    /// `profil`
    pub profile: Option<Sourced<&'static Profile>>,
    /// `pilih`
    pub select: Option<Sourced<Vec<Selector>>>,
    /// `abaikan`
    pub ignore: Option<Sourced<Vec<Selector>>>,
    /// `lewati`
    pub pass_over: Vec<Pattern>,
    /// `hari_ini`
    pub today: Option<Sourced<Date>>,
    /// `tingkat`
    pub levels: Vec<Sourced<(Selector, Level)>>,
    /// `per_berkas`
    pub per_file: Vec<PerFile>,
    /// `waktu_kerja`: minutes a day, days a week, days a month.
    pub times: [Option<Sourced<u32>>; 3],
    /// `jabatan`: a spelling, and the name of the office.
    pub offices: Vec<Sourced<(String, String)>>,
    /// `cetak`
    pub print: PrintKeys,
}

/// Reads the text of a file of that name.
///
/// # Errors
///
/// What is no TOML, an unknown key, code, level, profile or a value of another kind; always with its place.
pub fn read_config(name: &str, text: &str) -> Result<ConfigFile, ConfigError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut file = ConfigFile {
        source: Source::new(name, text),
        profile: None,
        select: None,
        ignore: None,
        pass_over: Vec::new(),
        today: None,
        levels: Vec::new(),
        per_file: Vec::new(),
        times: Default::default(),
        offices: Vec::new(),
        print: PrintKeys::default(),
    };
    let source = file.source.clone();
    let reader = Reader { source: &source };
    let tree = reader.tree()?;
    for (key, value) in reader.entries(&tree) {
        file.take(&reader, key, value)?;
    }
    Ok(file)
}

impl ConfigFile {
    fn take(&mut self, reader: &Reader<'_>, key: Spot<'_, str>, value: Node<'_>) -> Outcome<()> {
        let example = KEYS.iter().find(|it| it.name == key.it).map_or("", |it| it.example);
        match key.it {
            keys::PROFILE => self.profile = Some(profile(reader, value, example)?),
            keys::SELECT => self.select = Some(Sourced::at(selectors(reader, value, example)?, key.span)),
            keys::IGNORE => self.ignore = Some(Sourced::at(selectors(reader, value, example)?, key.span)),
            keys::PASS_OVER => {
                let words = reader.texts(value, example)?.into_iter();
                self.pass_over = words.map(|word| pattern(reader, word)).collect::<Outcome<_>>()?;
            }
            keys::TODAY => self.today = Some(today(reader, value, example)?),
            keys::LEVELS => {
                for (key, value) in reader.table(value, example)? {
                    let rule = selector(reader, key)?;
                    self.levels.push(Sourced::at((rule, level(reader, value)?), key.span));
                }
            }
            keys::PER_FILE => {
                for (key, value) in reader.table(value, example)? {
                    let pattern = pattern(reader, key)?;
                    let rules = selectors(reader, value, "[\"S2\", \"S805\"]")?;
                    self.per_file.push(Sourced::at((pattern, rules), key.span));
                }
            }
            keys::WORKING_TIME => self.take_times(reader, reader.table(value, example)?)?,
            keys::OFFICES => {
                for (key, value) in reader.table(value, example)? {
                    self.offices.push(Sourced::at(office(reader, key, value)?, key.span));
                }
            }
            keys::PRINT => self.print.take(reader, reader.table(value, example)?)?,
            _ => return Err(unknown_key(reader, key, KEYS.iter().map(|it| it.name))),
        }
        Ok(())
    }

    fn take_times(&mut self, reader: &Reader<'_>, entries: Vec<(Spot<'_, str>, Node<'_>)>) -> Outcome<()> {
        for (key, value) in entries {
            let Some(at) = TIMES.iter().position(|(name, _)| *name == key.it) else {
                return Err(unknown_key(reader, key, TIMES.iter().map(|(name, _)| *name)));
            };
            self.times[at] = Some(Sourced::at(reader.number(value, TIMES[at].1)?, key.span));
        }
        Ok(())
    }
}

pub(super) fn unknown_key<'k>(
    reader: &Reader<'_>,
    key: Spot<'_, str>,
    known: impl Iterator<Item = &'k str> + Clone,
) -> ConfigError {
    let (id, en) = known_words(key.it, known);
    let key_name: String = key.it.chars().take(40).collect();
    reader.fault(
        key.span,
        format!("pengaturan `{key_name}` tidak dikenal{id}"),
        format!("unknown key `{key_name}`{en}"),
    )
}

fn profile(reader: &Reader<'_>, value: Node<'_>, example: &str) -> Outcome<Sourced<&'static Profile>> {
    let name = reader.text(value, example)?;
    match PROFILES.iter().find(|it| it.name == name) {
        Some(profile) => Ok(Sourced::at(profile, value.span)),
        None => {
            let (id, en) = known_words(name, PROFILES.iter().map(|it| it.name));
            let (id, en) = (format!("profil `{name}` tidak dikenal{id}"), format!("unknown profile `{name}`{en}"));
            Err(reader.fault(value.span, id, en))
        }
    }
}

fn selectors(reader: &Reader<'_>, value: Node<'_>, example: &str) -> Outcome<Vec<Selector>> {
    reader.texts(value, example)?.into_iter().map(|word| selector(reader, word)).collect()
}

fn selector(reader: &Reader<'_>, word: Spot<'_, str>) -> Outcome<Selector> {
    Selector::parse(word.it).ok_or_else(|| {
        let near = nearest_rule(word.it).map_or_else(String::new, |rule| format!("{} ({})", rule.code, rule.name));
        reader.fault(
            word.span,
            format!("aturan `{}` tidak dikenal; yang paling mirip: {near}", word.it),
            format!("no rule `{}`; the nearest is {near}", word.it),
        )
    })
}

fn level(reader: &Reader<'_>, value: Node<'_>) -> Outcome<Level> {
    let word = reader.text(value, "\"peringatan\"")?;
    Level::from_word(word).ok_or_else(|| {
        let (id, en) = known_words(word, Level::words());
        reader.fault(value.span, format!("tingkat `{word}` tidak dikenal{id}"), format!("unknown level `{word}`{en}"))
    })
}

fn pattern(reader: &Reader<'_>, key: Spot<'_, str>) -> Outcome<Pattern> {
    Pattern::parse(key.it).ok_or_else(|| {
        reader.fault(
            key.span,
            format!("`{}` bukan pola nama berkas; contoh: \"*.txt\", \"arsip/**\"", key.it),
            format!("`{}` is no pattern of file names, such as \"*.txt\" or \"arsip/**\"", key.it),
        )
    })
}

/// A date of TOML or a text that says one.
fn today(reader: &Reader<'_>, value: Node<'_>, example: &str) -> Outcome<Sourced<Date>> {
    let written = match value.it {
        DeValue::Datetime(it) => it.date.map(|date| date.to_string()),
        other => other.as_str().map(str::to_owned),
    };
    let date = written.and_then(|it| date::parse(&it)).filter(|it| it.as_ymd().is_some());
    date.map(|it| Sourced::at(it, value.span)).ok_or_else(|| {
        reader.fault(
            value.span,
            format!("harus berupa tanggal lengkap; contoh: {example}"),
            format!("has to be a whole date, such as {example}"),
        )
    })
}

fn office(reader: &Reader<'_>, key: Spot<'_, str>, value: Node<'_>) -> Outcome<(String, String)> {
    let name = reader.text(value, "\"Kepala Seksi\"")?;
    if key.it.trim().is_empty() || name.trim().is_empty() {
        return Err(reader.fault(key.span, "nama jabatan tidak boleh kosong", "the name of an office cannot be empty"));
    }
    Ok((key.it.to_owned(), name.to_owned()))
}
