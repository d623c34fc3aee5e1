//! `sop config`: what holds for a file, and who says so.

use super::Verdict;
use super::args::{ConfigArgs, ConfigFormat};
use super::check::policy::{Loaded, Policies};
use super::output::print;
use super::speech::Speech;
use crate::check::Rule;
use crate::config::{Decided, Level, Policy, Ruling, TIMES, Voice};
use crate::model::Date;
use crate::plain::{plain, plain_json};
use crate::source::Span;
use anyhow::Result;
use serde_json::{Value, json};
use std::path::Path;
use unicode_width::UnicodeWidthStr;

/// Prints it; the file need not exist.
pub(super) fn run(args: &ConfigArgs, speech: Speech) -> Result<Verdict> {
    let folder = args.file.as_deref().and_then(Path::parent).unwrap_or(Path::new(""));
    let policies = Policies::of_folders(&args.policy, std::iter::once(folder), speech)?;
    let policy = policies.policy_for(args.file.as_deref());
    let sheet = Answer { policy: &policy, loaded: policies.file_for(folder), speech };
    let text = match args.format {
        ConfigFormat::Teks => sheet.text(),
        ConfigFormat::Json => plain_json(format!("{:#}\n", sheet.json())),
    };
    print(text.as_bytes())?;
    Ok(Verdict::Clean)
}

/// What holds for one file.
struct Answer<'a> {
    policy: &'a Policy,
    loaded: Option<&'a Loaded>,
    speech: Speech,
}

impl Answer<'_> {
    /// `sop.toml:3:1`, or the words for who else says so.
    fn voice(&self, voice: Voice) -> String {
        match voice {
            Voice::BuiltIn => self.speech.say("bawaan", "built in"),
            Voice::Profile => {
                let name = self.policy.profile.value.name;
                self.speech.say(format!("profil {name}"), format!("profile {name}"))
            }
            Voice::File(span) => self.loaded.map_or_else(String::new, |loaded| {
                let (line, column) = loaded.file.source.line_column(span.start);
                format!("{}:{line}:{column}", plain(&loaded.file.source.name))
            }),
            Voice::CommandLine(option) => {
                self.speech.say(format!("baris perintah, {option}"), format!("command line, {option}"))
            }
        }
    }

    fn text(&self) -> String {
        let Policy { profile, today, times, paper, rulings, .. } = self.policy;
        let file = self.loaded.map(|it| plain(&it.file.source.name).into_owned());
        let mut lines = vec![(
            self.speech.say("berkas pengaturan", "file of settings"),
            file.unwrap_or_else(|| self.speech.say("tidak ada", "none")),
            String::new(),
        )];
        let about = self.speech.say(profile.value.about, profile.value.about_en);
        lines.push(("profil".to_owned(), format!("{} ({about})", profile.value.name), self.voice(profile.by)));
        let voice = if profile.by == Voice::BuiltIn { Voice::BuiltIn } else { Voice::Profile };
        let words = [self.speech.say("kertas", "paper"), self.speech.say("contoh nomor SOP", "a number, for example")];
        let values = [(paper.value, paper.by), (profile.value.number, voice)];
        for (word, (value, voice)) in words.into_iter().zip(values) {
            lines.push((word, value.to_owned(), self.voice(voice)));
        }
        lines.push(("hari_ini".to_owned(), self.day(today), self.voice(today.by)));
        for ((name, _), time) in TIMES.iter().zip(times) {
            lines.push((format!("waktu_kerja.{name}"), time.value.to_string(), self.voice(time.by)));
        }
        for office in self.loaded.iter().flat_map(|it| &it.file.offices) {
            let (spelling, name) = &office.value;
            let voice = self.voice(Voice::File(office.span().unwrap_or_default()));
            lines.push((format!("jabatan.{}", plain(spelling)), plain(name).into_owned(), voice));
        }
        for (key, value, span) in self.print() {
            lines.push((format!("cetak.{key}"), plain(&value).into_owned(), self.voice(Voice::File(span))));
        }
        let changed: Vec<&Ruling> = rulings.iter().filter(|it| it.by != Voice::BuiltIn).collect();
        let asked = rulings.iter().filter(|it| it.level != Level::Off).count();
        let off = rulings.len() - asked;
        let mut out = aligned(&lines);
        out.push_str(&self.speech.say(
            format!("\n{asked} aturan berlaku, {off} mati; yang lain dari bawaan: {}\n", changed.len()),
            format!("\n{asked} rules hold, {off} are off; other than built in: {}\n", changed.len()),
        ));
        let rows: Vec<_> = changed.into_iter().map(|it| self.row(it)).collect();
        out.push_str(&aligned(&rows));
        out
    }

    /// What `[cetak]` says.
    fn print(&self) -> Vec<(&'static str, String, Span)> {
        self.loaded.map_or_else(Vec::new, |it| it.file.print.said())
    }

    fn row(&self, ruling: &Ruling) -> (String, String, String) {
        let Rule { code, name, .. } = ruling.rule;
        (format!("{code} {name}"), ruling.level.word().to_owned(), self.voice(ruling.by))
    }

    fn day(&self, today: &Decided<Option<Date>>) -> String {
        today.value.as_ref().map_or_else(|| self.speech.say("tidak ditetapkan", "not set"), Date::to_string)
    }

    fn json(&self) -> Value {
        let Policy { profile, today, times, paper, rulings, .. } = self.policy;
        let told = |value: Value, by: Voice| json!({"nilai": value, "asal": self.origin(by)});
        let times = TIMES.iter().zip(times);
        let times: serde_json::Map<String, Value> =
            times.map(|((name, _), time)| ((*name).to_owned(), told(time.value.into(), time.by))).collect();
        let offices = self.loaded.iter().flat_map(|it| &it.file.offices);
        let offices: serde_json::Map<String, Value> = offices
            .map(|it| {
                let by = Voice::File(it.span().unwrap_or_default());
                (it.value.0.clone(), told(it.value.1.clone().into(), by))
            })
            .collect();
        let print = self.print().into_iter();
        let print: serde_json::Map<String, Value> =
            print.map(|(key, value, span)| (key.to_owned(), told(value.into(), Voice::File(span)))).collect();
        let rules: Vec<Value> = rulings
            .iter()
            .map(|it| {
                let Rule { code, name, .. } = it.rule;
                json!({"kode": code, "nama": name, "tingkat": it.level.word(), "asal": self.origin(it.by)})
            })
            .collect();
        json!({
            "berkas": self.loaded.map(|it| it.file.source.name.as_str()),
            "profil": told(profile.value.name.into(), profile.by),
            "kertas": paper.value,
            "contoh_nomor": profile.value.number,
            "hari_ini": told(today.value.as_ref().map(Date::to_string).into(), today.by),
            "waktu_kerja": times,
            "jabatan": offices,
            "cetak": print,
            "aturan": rules,
        })
    }

    /// Who says so, for programs: `bawaan`, `profil`, `berkas` with its place, `perintah` with its option.
    fn origin(&self, voice: Voice) -> Value {
        match voice {
            Voice::BuiltIn => json!({"dari": "bawaan"}),
            Voice::Profile => json!({"dari": "profil"}),
            Voice::File(_) => json!({"dari": "berkas", "tempat": self.voice(voice)}),
            Voice::CommandLine(option) => json!({"dari": "perintah", "pilihan": option}),
        }
    }
}

/// Three columns, the first two as wide as they have to be; no blanks at the end of a line.
fn aligned(rows: &[(String, String, String)]) -> String {
    let width = |of: fn(&(String, String, String)) -> &String| {
        rows.iter().map(|row| UnicodeWidthStr::width(of(row).as_str())).max().unwrap_or(0)
    };
    let (first, second) = (width(|it| &it.0), width(|it| &it.1));
    let pad = |text: &str, wanted: usize| {
        let blanks = wanted.saturating_sub(UnicodeWidthStr::width(text));
        format!("{text}{}", " ".repeat(blanks))
    };
    rows.iter()
        .map(|(one, two, three)| {
            let line = format!("{}  {}  {three}", pad(one, first), pad(two, second));
            format!("{}\n", line.trim_end())
        })
        .collect()
}
