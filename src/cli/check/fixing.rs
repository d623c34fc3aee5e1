//! `--fix` and `--diff`: one examined file → the same file mended, and where the result goes.
//!
//! Our own YAML and JSON is edited in its place. A legacy text is never edited: it is converted, the YAML is mended, and stands
//! beside the text afterwards, if none stood there before.

use super::diff::unified;
use super::examine::{Examined, ask};
use super::sheet::Outlet;
use crate::analysis::analyze;
use crate::cli::args::CheckArgs;
use crate::cli::draft::replace;
use crate::cli::input::Input;
use crate::cli::mending::{Wanted, mended};
use crate::cli::output::{announce, save};
use crate::cli::speech::Speech;
use crate::config::Policy;
use crate::diagnostic::{Diagnostic, Severity};
use crate::render::yaml::to_yaml;
use anyhow::Result;
use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};

/// What is to be mended, and whether it is written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fixing {
    wanted: Wanted,
    only_shown: bool,
}

/// What became of one file.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    /// Findings mended.
    pub mended: usize,
    /// Fixes left out because they would have done harm.
    pub refused: usize,
    /// Fixes that only `--unsafe-fixes` applies.
    pub offered: usize,
    /// For standard output: a difference, or the result of standard input.
    pub printed: Vec<u8>,
    /// A file that was made.
    pub made: Option<PathBuf>,
}

impl Fixing {
    /// What the command line asks for, if anything.
    pub fn of(args: &CheckArgs, speech: Speech) -> Result<Option<Self>> {
        let wanted = Wanted::of(args.fix || args.diff, args.unsafe_fixes, speech)?;
        Ok(wanted.map(|wanted| Self { wanted, only_shown: args.diff }))
    }

    /// Nothing is to be written, only shown.
    pub fn is_only_shown(self) -> bool {
        self.only_shown
    }

    /// The finding is to be mended.
    pub fn takes(self, finding: &Diagnostic) -> bool {
        self.wanted.takes(finding)
    }

    /// Where the report goes: not where results go.
    pub fn outlet(self, inputs: &[Input]) -> Outlet {
        match self.only_shown {
            true => Outlet::Nowhere,
            false if inputs.iter().any(|it| it.path.is_none()) => Outlet::Errors(io::stderr()),
            false => Outlet::Screen(BufWriter::new(io::stdout().lock())),
        }
    }

    /// A text found in a folder beside its YAML, which is mended instead of it.
    pub fn leaves_out(self, input: &Input) -> bool {
        let has_twin = |path: &Path| !crate::cli::input::is_model(path) && twin_of(path).exists();
        input.found && input.path.as_deref().is_some_and(has_twin)
    }

    /// Mends what was examined, and gives what is found in the result.
    pub fn apply(self, old: Examined, input: &Input, policy: &Policy, speech: Speech) -> Result<(Examined, Outcome)> {
        let name =
            if old.is_model { old.source.name.clone() } else { twin_of(Path::new(&input.name)).display().to_string() };
        let before = if old.is_model { old.source.text.clone() } else { to_yaml(&old.sops) };
        let is_selected = |it: &Diagnostic| policy.rules().any(|rule| rule.code == it.code);
        let is_wanted = |it: &Diagnostic| is_selected(it) && self.wanted.takes(it);
        let result = mended(&before, &name, &policy.settings, &is_wanted);
        let Some(result) = result else { return Ok((old, Outcome::default())) };
        let offered = result.findings.iter().filter(|it| is_selected(it) && self.offers(it)).count();
        let (mended, refused) = (result.applied.len(), result.refused.len());
        let mut outcome = Outcome { mended, refused, offered, ..Outcome::default() };
        if mended == 0 && !old.is_model {
            return Ok((old, outcome));
        }
        self.deliver(
            &mut outcome,
            Versions { name: &name, before: &before, after: &result.text, old: &old },
            input,
            speech,
        )?;
        let new = match analyze(result.text.as_bytes(), &name) {
            Ok(analysis) if outcome.mended > 0 => ask(analysis, policy),
            _ => old,
        };
        Ok((new, outcome))
    }

    fn offers(self, finding: &Diagnostic) -> bool {
        let is_fault = finding.severity != Severity::Note;
        is_fault && !self.wanted.takes(finding) && finding.fix.as_ref().is_some_and(|fix| !fix.edits.is_empty())
    }

    /// Puts the result where it belongs.
    fn deliver(self, outcome: &mut Outcome, it: Versions<'_>, input: &Input, speech: Speech) -> Result<()> {
        let twin = input.path.as_deref().filter(|_| !it.old.is_model).map(twin_of);
        if let Some(twin) = twin.as_deref().filter(|twin| twin.exists()) {
            return Err(refusal(twin, speech));
        }
        match (&input.path, twin) {
            _ if self.only_shown => outcome.printed = unified(it.name, it.before, it.after).into_bytes(),
            (None, _) => outcome.printed = it.after.as_bytes().to_vec(),
            (Some(_), Some(twin)) => {
                save(it.after.as_bytes(), &twin, false, speech)?;
                outcome.made = Some(twin);
            }
            (Some(path), None) if it.after != it.before => {
                let bytes = input.read(speech)?;
                let mark = byte_order_mark(&bytes, it.before);
                let mark = mark.ok_or_else(|| not_as_read(&input.name, speech))?;
                replace(&[mark, it.after.as_bytes()].concat(), path, speech)?;
            }
            _ => {}
        }
        Ok(())
    }
}

/// A text before and after.
struct Versions<'v> {
    name: &'v str,
    before: &'v str,
    after: &'v str,
    old: &'v Examined,
}

/// The YAML that stands beside a text.
fn twin_of(path: &Path) -> PathBuf {
    path.with_extension("yaml")
}

/// The bytes before the text in its file; `None` where the file does not hold this very text.
fn byte_order_mark<'b>(bytes: &'b [u8], text: &str) -> Option<&'b [u8]> {
    let mark = bytes.strip_suffix(text.as_bytes())?;
    matches!(mark, b"" | b"\xEF\xBB\xBF").then_some(mark)
}

fn refusal(twin: &Path, speech: Speech) -> anyhow::Error {
    let name = twin.display();
    speech.failure(
        format!("{name}: sudah ada di samping teksnya; perbaiki berkas itu: sop check --fix {name}"),
        format!("{name}: stands beside the text already; mend that file: sop check --fix {name}"),
    )
}

fn not_as_read(name: &str, speech: Speech) -> anyhow::Error {
    speech.failure(
        format!(
            "{name}: tidak diperbaiki, karena bukan UTF-8 atau baru saja berubah; simpan sebagai UTF-8 lalu ulangi"
        ),
        format!("{name}: not mended, since it is not UTF-8 or has just changed; save it as UTF-8 and try again"),
    )
}

/// The sums of a run.
#[derive(Debug, Default)]
pub(super) struct Summary {
    mended: usize,
    files: usize,
    refused: usize,
    offered: usize,
}

impl Summary {
    /// Adds what became of one file; says which file was made.
    pub fn add(&mut self, outcome: &Outcome, speech: Speech) {
        self.mended += outcome.mended;
        self.files += usize::from(outcome.mended > 0);
        self.refused += outcome.refused;
        self.offered += outcome.offered;
        if let Some(made) = &outcome.made {
            let name = made.display();
            announce(speech.say(format!("{name}: dibuat dari teksnya"), format!("{name}: made of its text")));
        }
    }

    /// The sums in words.
    pub fn in_words(&self, fixing: Fixing, remaining: usize, speech: Speech) -> String {
        let Self { mended, files, refused, offered } = self;
        let (would_id, would_en) =
            if fixing.only_shown { ("dapat diperbaiki", "can be mended") } else { ("diperbaiki", "mended") };
        let mut id = format!("{mended} temuan {would_id} di {files} berkas, {remaining} tersisa");
        let mut en = format!("{mended} findings {would_en} in {files} files, {remaining} remain");
        if *offered > 0 {
            id.push_str(&format!("; {offered} lagi dengan --unsafe-fixes, tinjau hasilnya"));
            en.push_str(&format!("; {offered} more with --unsafe-fixes, look at the result"));
        }
        if *refused > 0 {
            id.push_str(&format!("; {refused} perbaikan dilewati karena menimbulkan temuan lain"));
            en.push_str(&format!("; {refused} fixes left out since they would add other findings"));
        }
        speech.say(id, en)
    }
}
