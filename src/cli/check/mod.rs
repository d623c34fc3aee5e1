//! `sop check`: files and folders → findings and a verdict.
//!
//! The way of one file: `policy` says which rules look at it and under which settings, `examine` reads it and asks them,
//! and `sheet` writes what they found, in the form that `shape` makes out.

mod examine;
mod policy;
mod shape;
mod sheet;
mod twin;

pub(super) use shape::Format;

use super::args::{CheckArgs, Color};
use super::batch::{Progress, in_order, shielded};
use super::input::{Gathered, Input, gather};
use super::output::{Draft, is_same_file, is_stdout};
use super::speech::Speech;
use super::{Verdict, complain, terminal};
use crate::check::rules;
use crate::report::{self, Checked, Guide, Overview, Report, RuleCard};
use anyhow::Result;
use examine::examine;
use policy::Policy;
use shape::shape;
use sheet::{Outlet, Sheet};
use std::io::{BufWriter, IsTerminal, stdout};
use twin::Twins;

/// What one file adds to the report; `None` for the converted twin of a text that is checked itself.
type Shown = Option<(String, Overview)>;

/// Checks all inputs; what cannot be read is said on standard error and does not stop the rest.
pub(super) fn run(args: &CheckArgs, speech: Speech) -> Result<Verdict> {
    let policy = Policy::of(args, speech)?;
    let guide = guide();
    let root = root();
    let report = Report {
        format: shape(args, speech)?,
        language: speech.0,
        colored: is_colored(args, shape(args, speech)?),
        width: terminal::width(),
        strict: args.strict,
        statistics: args.statistics,
        root: root.as_deref(),
        guide: &guide,
    };
    let Gathered { inputs, failures, .. } = gather(&args.inputs, &args.stdin_name, speech);
    let inputs = without_report(inputs, args, speech)?;
    let mut failed = !failures.is_empty();
    let twins = Twins::among(&inputs);
    let work = |(at, input): &(usize, &Input)| -> Result<Shown> {
        shielded(&input.name, speech, || {
            let examined = examine(input, &policy, speech)?;
            let checked = Checked { position: *at, ..examined.as_checked() };
            let shown = !twins.is_twin(input, &examined.sops);
            Ok(shown.then(|| (report.block(&checked), Overview::of(&report, &checked))))
        })
    };
    let (outlet, progress) = outlet(args, speech)?;
    let mut out = Sheet::open(outlet, report)?;
    for failure in &failures {
        complain(failure, speech);
        out.add_failure(&failure.to_string());
    }
    in_order(&inputs.iter().enumerate().collect::<Vec<_>>(), progress, work, |shown| match shown {
        Ok(Some((block, overview))) => out.add(&block, overview),
        Ok(None) => Ok(()),
        Err(failure) => {
            failed = true;
            complain(&failure, speech);
            out.add_failure(&failure.to_string());
            Ok(())
        }
    })?;
    let tally = out.close()?;
    Ok(match (failed, tally.fails(args.strict)) {
        (true, _) => Verdict::Failure,
        (false, true) => Verdict::Findings,
        (false, false) => Verdict::Clean,
    })
}

/// All rules, as a report speaks of them.
fn guide() -> Guide {
    Guide::new(rules().map(|rule| RuleCard {
        code: rule.code,
        name: rule.name,
        severity: rule.severity,
        summary: rule.summary,
        summary_en: rule.summary_en,
        page: rule.page,
    }))
}

/// The folder we stand in, with `/` between its parts.
fn root() -> Option<String> {
    let folder = std::env::current_dir().ok()?;
    let name = folder.to_str()?;
    Some(if cfg!(windows) { name.replace('\\', "/") } else { name.to_owned() })
}

/// Colours are for snippets on a terminal, or anywhere where they are asked for.
fn is_colored(args: &CheckArgs, format: report::Format) -> bool {
    let is_wanted = is_stdout(args.output.as_deref()) || args.color == Color::Always;
    format == report::Format::Full && is_wanted && terminal::is_colored(args.color)
}

/// The report of an earlier run is no SOP: where a folder holds it, it is left out.
///
/// # Errors
/// The report would overwrite an input that was named itself.
fn without_report(mut inputs: Vec<Input>, args: &CheckArgs, speech: Speech) -> Result<Vec<Input>> {
    let Some(output) = args.output.as_deref().filter(|_| !is_stdout(args.output.as_deref())) else { return Ok(inputs) };
    let is_report = |it: &Input| it.path.as_deref().is_some_and(|path| is_same_file(path, output));
    if inputs.iter().any(|it| !it.found && is_report(it)) {
        let name = output.display();
        return Err(speech.failure(
            format!("{name}: berkas ini sendiri yang diperiksa; beri nama lain untuk laporannya"),
            format!("{name}: this very file is being checked; give the report another name"),
        ));
    }
    inputs.retain(|it| !is_report(it));
    Ok(inputs)
}

/// Where the report goes; a progress bar must not run through one on the terminal.
fn outlet(args: &CheckArgs, speech: Speech) -> Result<(Outlet, Progress)> {
    match args.output.as_deref() {
        Some(path) if !is_stdout(args.output.as_deref()) => {
            Ok((Outlet::File(Draft::begin(path, args.force, speech)?), Progress::Shown))
        }
        _ => {
            let progress = if stdout().is_terminal() { Progress::Hidden } else { Progress::Shown };
            Ok((Outlet::Screen(BufWriter::new(stdout().lock())), progress))
        }
    }
}
