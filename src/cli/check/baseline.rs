//! `--baseline` and `--write-baseline`: findings accepted before are not reported again, those that are gone are called stale.
//!
//! The file is JSON, one finding a line, sorted: the document, the rule, the fingerprint, and the message for people. A
//! document goes by its path from the folder of the file, without its extension: a text and the YAML made of it are one; standard
//! input goes by the place that its name says.
//!
//! Notes on the reading are accepted too, so that an accepted document is silent, but as notes: what was only doubtful then and is
//! certain now is a new finding. A note that is gone is no news.

use super::policy::{Policies, real, with_slashes};
use crate::cli::args::CheckArgs;
use crate::cli::input::Input;
use crate::cli::output::{announce, save};
use crate::cli::speech::Speech;
use crate::diagnostic::{Diagnostic, Severity};
use crate::plain::plain;
use anyhow::Result;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// The version of the file that is written, and the only one that is read.
const VERSION: u64 = 1;

/// So many stale entries are named; the rest is counted.
const NAMED: usize = 20;

/// What becomes of findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mode {
    /// Those in the file are taken out of the report.
    Compare,
    /// All go into the file.
    Write,
}

/// One accepted finding; ordered as in the file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    /// Path of the document from the folder of the file, with `/`.
    file: String,
    code: String,
    fingerprint: String,
    message: String,
    /// It was a note on the reading.
    is_note: bool,
}

/// The accepted findings of a run.
#[derive(Debug)]
pub(super) struct Baseline {
    path: PathBuf,
    /// The folder of the file, without links.
    folder: PathBuf,
    mode: Mode,
    /// By document.
    known: BTreeMap<String, Vec<Entry>>,
}

/// What the baseline has to do with one file.
#[derive(Debug)]
pub(super) struct Sifted {
    document: String,
    path: PathBuf,
    found: Vec<Entry>,
}

impl Baseline {
    /// The one that the command line names, if it names one.
    pub fn open(args: &CheckArgs, speech: Speech) -> Result<Option<Self>> {
        let (path, mode) = match (&args.baseline, &args.write_baseline) {
            (Some(path), _) => (path, Mode::Compare),
            (None, Some(path)) => (path, Mode::Write),
            (None, None) => return Ok(None),
        };
        let folder = real(path.parent().unwrap_or(Path::new("")));
        let mut known: BTreeMap<String, Vec<Entry>> = BTreeMap::new();
        for entry in read(path, mode, speech)? {
            known.entry(document(&entry.file)).or_default().push(entry);
        }
        Ok(Some(Self { path: path.clone(), folder, mode, known }))
    }

    /// Takes the accepted findings out. Those left are in their order.
    pub fn sift(&self, input: &Input, findings: &mut Vec<Diagnostic>) -> Sifted {
        let file = self.place(input);
        let document = document(&file);
        let (mut faults, mut notes): (BTreeMap<&str, usize>, BTreeMap<&str, usize>) = Default::default();
        for entry in self.known.get(&document).into_iter().flatten() {
            let left = if entry.is_note { &mut notes } else { &mut faults };
            *left.entry(entry.fingerprint.as_str()).or_default() += 1;
        }
        let mut found = Vec::new();
        findings.retain(|it| {
            let is_note = it.severity == Severity::Note;
            let take = |left: &mut BTreeMap<&str, usize>| {
                let count = left.get_mut(it.fingerprint.as_str()).filter(|count| **count > 0);
                count.map(|count| *count -= 1).is_some()
            };
            // A fault that was accepted may be doubtful now; a doubt that was accepted accepts no fault.
            let is_known = is_note && take(&mut notes) || take(&mut faults);
            let is_accepted = self.mode == Mode::Write || is_known;
            if is_accepted {
                found.push(Entry {
                    file: file.clone(),
                    code: it.code.to_owned(),
                    fingerprint: it.fingerprint.clone(),
                    message: plain(&it.message.id).into_owned(),
                    is_note,
                });
            }
            !is_accepted
        });
        Sifted { document, path: input.place().to_owned(), found }
    }

    /// Says what is stale, or writes the file.
    pub fn close(&self, sifted: &[Sifted], policies: &Policies, speech: Speech) -> Result<()> {
        let stale = self.stale(sifted, policies);
        match self.mode {
            Mode::Compare => {
                let accepted: Vec<&Entry> = sifted.iter().flat_map(|it| &it.found).collect();
                let stale: Vec<&Entry> = stale.into_iter().filter(|it| !it.is_note).collect();
                tell(&self.path, &accepted, &stale, speech);
                Ok(())
            }
            Mode::Write => self.write(sifted, &stale, speech),
        }
    }

    /// The entries whose finding is gone: the document was checked, the rule asked, and nothing found; or the document is
    /// no more.
    fn stale(&self, sifted: &[Sifted], policies: &Policies) -> Vec<&Entry> {
        let mut checked: BTreeMap<&str, Vec<&Sifted>> = BTreeMap::new();
        for it in sifted {
            checked.entry(&it.document).or_default().push(it);
        }
        let mut stale = Vec::new();
        for (document, entries) in &self.known {
            match checked.get(document.as_str()) {
                Some(runs) => stale.extend(gone(entries, runs, policies)),
                None => stale.extend(entries.iter().filter(|it| !self.folder.join(&it.file).exists())),
            }
        }
        stale
    }

    /// What was found now takes the place of what was known, except where nobody looked.
    fn write(&self, sifted: &[Sifted], stale: &[&Entry], speech: Speech) -> Result<()> {
        let mut entries: Vec<&Entry> = sifted.iter().flat_map(|it| &it.found).collect();
        let found: BTreeSet<(String, &str)> =
            entries.iter().map(|it| (document(&it.file), it.fingerprint.as_str())).collect();
        let said = counted(&entries, "", speech);
        let is_known_only = |it: &&Entry| !found.contains(&(document(&it.file), it.fingerprint.as_str()));
        let stale: BTreeSet<&Entry> = stale.iter().copied().collect();
        let kept = self.known.values().flatten().filter(is_known_only).filter(|it| !stale.contains(it));
        entries.extend(kept);
        entries.sort();
        save(file_text(&entries).as_bytes(), &self.path, true, speech)?;
        let name = self.path.display();
        announce(speech.say(format!("{said} dicatat di {name}"), format!("{said} accepted in {name}")));
        Ok(())
    }

    /// The path of an input from the folder of the file.
    fn place(&self, input: &Input) -> String {
        let path = input.place();
        let real = real(path.parent().unwrap_or(Path::new(""))).join(path.file_name().unwrap_or_default());
        let shared = real.components().zip(self.folder.components()).take_while(|(one, other)| one == other).count();
        let up = self.folder.components().skip(shared).map(|_| Path::new(".."));
        let down = real.components().skip(shared).map(|it| Path::new(it.as_os_str()).to_owned());
        with_slashes(&up.map(Path::to_owned).chain(down).collect::<PathBuf>())
    }
}

/// Of the entries of one document those that were looked for and not found.
fn gone<'e>(entries: &'e [Entry], runs: &[&Sifted], policies: &Policies) -> Vec<&'e Entry> {
    let mut found: BTreeMap<&str, usize> = BTreeMap::new();
    for run in runs {
        let mut here: BTreeMap<&str, usize> = BTreeMap::new();
        for it in &run.found {
            *here.entry(&it.fingerprint).or_default() += 1;
        }
        // Two files of one document accept the same entries.
        here.into_iter().for_each(|(it, count)| {
            let most = found.entry(it).or_default();
            *most = count.max(*most);
        });
    }
    let asked: BTreeSet<&str> = runs.iter().flat_map(|run| codes(policies, &run.path)).collect();
    let is_known = |code: &str| crate::check::rules().any(|rule| rule.code == code);
    let is_gone = |entry: &&Entry| {
        if let Some(count) = found.get_mut(entry.fingerprint.as_str()).filter(|count| **count > 0) {
            *count -= 1;
            return false;
        }
        asked.contains(entry.code.as_str()) || !is_known(&entry.code)
    };
    entries.iter().filter(is_gone).collect()
}

fn codes(policies: &Policies, path: &Path) -> Vec<&'static str> {
    policies.policy_for(Some(path)).rules().map(|rule| rule.code).collect()
}

/// `3 temuan`, `3 temuan dan 2 catatan`, `2 catatan`; in English the word `kind` stands before the first of them.
fn counted(entries: &[&Entry], kind: &str, speech: Speech) -> String {
    let notes = entries.iter().filter(|it| it.is_note).count();
    let faults = entries.len() - notes;
    match (faults, notes) {
        (_, 0) => speech.say(format!("{faults} temuan"), format!("{faults} {kind}findings")),
        (0, _) => speech.say(format!("{notes} catatan"), format!("{notes} {kind}notes")),
        _ => speech
            .say(format!("{faults} temuan dan {notes} catatan"), format!("{faults} {kind}findings and {notes} notes")),
    }
}

/// What a document goes by: its path without extension.
fn document(file: &str) -> String {
    with_slashes(&Path::new(file).with_extension(""))
}

/// The count of what was accepted, and the stale entries, on standard error.
fn tell(path: &Path, accepted: &[&Entry], stale: &[&Entry], speech: Speech) {
    let name = path.display();
    if !accepted.is_empty() {
        let said = counted(accepted, "accepted ", speech);
        let id = format!("{said} lama tidak dilaporkan lagi ({name})");
        announce(speech.say(id, format!("{said} not reported ({name})")));
    }
    if stale.is_empty() {
        return;
    }
    let count = stale.len();
    let id = format!("{count} temuan di {name} sudah tidak ada; --write-baseline {name} membersihkannya:");
    announce(speech.say(id, format!("{count} findings in {name} are gone; --write-baseline {name} clears them:")));
    for entry in stale.iter().take(NAMED) {
        announce(format_args!("  {}: {} {}", plain(&entry.file), plain(&entry.code), plain(&entry.message)));
    }
    if let Some(more) = count.checked_sub(NAMED).filter(|more| *more > 0) {
        announce(format_args!("  {}", speech.say(format!("dan {more} lagi"), format!("and {more} more"))));
    }
}

/// The file: a line for each finding, so that a change of one is a change of one line.
fn file_text(entries: &[&Entry]) -> String {
    let line = |entry: &&Entry| {
        let text = |text: &str| Value::from(text).to_string();
        let Entry { file, code, fingerprint, message, is_note } = entry;
        let note = if *is_note { ", \"catatan\": true" } else { "" };
        format!(
            "    {{\"berkas\": {}, \"kode\": {}, \"sidik\": {}, \"pesan\": {}{note}}}",
            text(file),
            text(code),
            text(fingerprint),
            text(message)
        )
    };
    let lines: Vec<String> = entries.iter().map(line).collect();
    let separator = if lines.is_empty() { "" } else { "\n" };
    format!("{{\n  \"versi\": {VERSION},\n  \"temuan\": [{separator}{}{separator}  ]\n}}\n", lines.join(",\n"))
        .replace("[  ]", "[]")
}

fn read(path: &Path, mode: Mode, speech: Speech) -> Result<Vec<Entry>> {
    let bytes = match fs::read(path) {
        Err(error) if mode == Mode::Write && error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        other => other.map_err(|error| speech.refused(path, error))?,
    };
    let name = path.display();
    let value: Value = serde_json::from_slice(&bytes).map_err(|error| {
        let place = format!("{name}:{}:{}", error.line(), error.column());
        speech.failure(
            format!("{place}: bukan berkas temuan lama: susunan JSON-nya rusak; pindahkan berkas ini, lalu buat yang baru dengan --write-baseline"),
            format!("{place}: no file of accepted findings: broken JSON; move this file away, then write a new one with --write-baseline"),
        )
    })?;
    match value.get("versi").and_then(Value::as_u64) {
        Some(VERSION) => {}
        Some(other) => {
            return Err(speech.failure(
                format!("{name}: versi {other} dari berkas temuan lama tidak dikenal; perbarui `sop`"),
                format!("{name}: version {other} of the file of accepted findings is unknown; update `sop`"),
            ));
        }
        None => return Err(no_baseline(path, speech)),
    }
    let entries = value.get("temuan").and_then(Value::as_array).ok_or_else(|| no_baseline(path, speech))?;
    entries.iter().map(|it| entry(it).ok_or_else(|| no_baseline(path, speech))).collect()
}

fn entry(value: &Value) -> Option<Entry> {
    let text = |key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
    let is_note = value.get("catatan").and_then(Value::as_bool).unwrap_or_default();
    Some(Entry {
        file: text("berkas")?,
        code: text("kode")?,
        fingerprint: text("sidik")?,
        message: text("pesan")?,
        is_note,
    })
}

fn no_baseline(path: &Path, speech: Speech) -> anyhow::Error {
    let name = path.display();
    speech.failure(
        format!("{name}: bukan berkas temuan lama; pindahkan berkas ini, lalu buat yang baru dengan `sop check … --write-baseline BERKAS`"),
        format!("{name}: no file of accepted findings; move it away, then write a new one with `sop check … --write-baseline FILE`"),
    )
}
