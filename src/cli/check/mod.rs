//! `sop check`: files and folders → findings and a verdict.
//!
//! The way of one file is in `desk`: `policy` says which rules look at it and under which settings, `examine` reads it and asks
//! them, `fixing` mends it where that was asked for, `baseline` takes out what was accepted before. `sheet` writes what is left,
//! in the form that `shape` makes out; `annotating` writes into a Word or Excel file of the author instead (`tracking` the fixes), `recap` a workbook about a folder. `folder` keeps a card of every SOP; when all files are done, the rules about a folder are
//! asked about the cards, and the files they find something about are read again to be shown.

mod annotating;
mod baseline;
mod desk;
mod diff;
pub(super) mod examine;
mod fixing;
pub(super) mod folder;
pub(super) mod policy;
mod recap;
mod shape;
mod sheet;
mod tracking;

pub(super) use shape::Format;

use super::args::{CheckArgs, Color};
use super::batch::{Progress, in_order};
use super::draft::Draft;
use super::input::{Gathered, Input, Meant, Search, gather};
use super::output::{announce, is_same_file, is_stdout, print, refuse_own};
use super::speech::Speech;
use super::twin::Twins;
use super::{Verdict, complain, terminal};
use crate::check::rules;
use crate::report::{self, Guide, Report, RuleCard, Tally};
use anyhow::Result;
use baseline::{Baseline, Sifted};
use desk::{Desk, Shown, Work};
use fixing::{Fixing, Summary};
use folder::{Folder, look_ahead};
use policy::Policies;
use shape::shape;
use sheet::{Outlet, Sheet};
use std::collections::BTreeMap;
use std::io::{BufWriter, IsTerminal, stdout};
use std::path::PathBuf;

/// Checks all inputs; what cannot be read is said on standard error and does not stop the rest.
pub(super) fn run(args: &CheckArgs, speech: Speech) -> Result<Verdict> {
    let (guide, root) = (guide(), root());
    let format = shape(args, speech)?;
    let folder = args.inputs.iter().find(|it| it.is_dir()).map(|_| named(&args.inputs));
    let report = Report {
        format,
        language: speech.0,
        colored: is_colored(args, format),
        width: terminal::width(),
        strict: args.strict,
        statistics: args.statistics,
        root: root.as_deref(),
        folder: folder.as_deref(),
        guide: &guide,
    };
    let fixing = Fixing::of(args, speech)?;
    let Gathered { inputs, failures, mut left_out, .. } =
        gather(&args.inputs, &Search::of(&args.search, Meant::Model, speech)?);
    let policies = Policies::of(&args.policy, &inputs, speech)?;
    let inputs = documents(policies.meant(inputs), args, fixing, speech)?;
    let baseline = Baseline::open(args, speech)?;
    let (twins, ahead) = (Twins::among(&inputs), BTreeMap::new());
    let baseline = baseline.as_ref();
    let desk = Desk { inputs: &inputs, policies: &policies, report, fixing, baseline, twins: &twins, ahead, speech };
    if let Some(target) = annotating::target(args, desk.inputs) {
        return annotating::write(&desk, target, args, &failures);
    }
    if let Some(target) = recap::target(args, desk.inputs) {
        let verdict = recap::write(desk, target, args, &failures)?;
        left_out.tell(speech);
        return Ok(verdict);
    }
    let (outlet, progress) = outlet(args, fixing, &inputs, (report.is_sorted(), speech))?;
    let done = write(desk, Sheet::open(outlet, report)?, &failures, progress)?;
    let Done { failed, tally, sifted, no_sops } = done;
    no_sops.iter().filter_map(|at| inputs[*at].path.as_deref()).for_each(|path| left_out.add_other(path));
    if let Some(baseline) = baseline {
        baseline.close(&sifted, &policies, speech)?;
    }
    left_out.tell(speech);
    Ok(match (failed, tally.fails(args.strict)) {
        (true, _) => Verdict::Failure,
        (false, true) => Verdict::Findings,
        (false, false) => Verdict::Clean,
    })
}

/// How a run ended.
struct Done {
    /// Something could not be read.
    failed: bool,
    tally: Tally,
    /// What the baseline has to do with each file.
    sifted: Vec<Sifted>,
    /// Files that are no SOPs, by position.
    no_sops: Vec<usize>,
}

/// Works on all files and writes the report, what the rules about a folder say last, or where a report shows each document once,
/// with the file.
fn write(mut desk: Desk<'_>, mut out: Sheet<'_>, failures: &[anyhow::Error], progress: Progress) -> Result<Done> {
    let speech = desk.speech;
    let mut failed = !failures.is_empty();
    for failure in failures {
        complain(failure, speech);
        out.add_failure(&failure.to_string());
    }
    let (mut folder, mut summary, mut sifted) = (Folder::default(), Summary::default(), Vec::new());
    let positions: Vec<usize> = (0..desk.inputs.len()).collect();
    let is_asked_ahead = desk.report.shows_documents() && desk.fixing.is_none();
    if is_asked_ahead {
        desk.ahead = look_ahead(&desk, &positions, progress)?;
    }
    let mut no_sops = Vec::new();
    let add = |work: Result<Work>| match work {
        Ok(Work::Shown(shown)) => {
            if !is_asked_ahead {
                folder.add(shown.position, shown.cards, shown.again);
            }
            summary.add(&shown.outcome, speech);
            print(&shown.outcome.printed)?;
            sifted.extend(shown.sifted);
            out.add(&shown.block, shown.overview)
        }
        Ok(Work::Twin) => Ok(()),
        Ok(Work::NoSop(position)) => {
            no_sops.push(position);
            Ok(())
        }
        Err(failure) => {
            failed = true;
            complain(&failure, speech);
            out.add_failure(&failure.to_string());
            Ok(())
        }
    };
    in_order(&positions, progress, |at| desk.work_on(*at), add)?;
    let add_again = |shown: Shown| {
        sifted.extend(shown.sifted);
        out.add(&shown.block, shown.overview)
    };
    in_order(&folder.findings(&desk).by_file(), progress, |found| desk.show_again(found), add_again)?;
    let tally = out.close()?;
    if let Some(fixing) = desk.fixing {
        announce(summary.in_words(fixing, tally.findings(), speech));
    }
    Ok(Done { failed, tally, sifted, no_sops })
}

/// What was named on the command line, as it is typed there.
fn named(inputs: &[PathBuf]) -> String {
    let word = |it: &PathBuf| {
        let name = it.display().to_string();
        if name.contains(char::is_whitespace) { format!("\"{name}\"") } else { name }
    };
    inputs.iter().map(word).collect::<Vec<String>>().join(" ")
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

/// The inputs without what is none: the report of an earlier run, a baseline, and a text whose YAML beside it is mended instead.
///
/// # Errors
/// The report would overwrite an input that was named itself.
fn documents(mut inputs: Vec<Input>, args: &CheckArgs, fixing: Option<Fixing>, speech: Speech) -> Result<Vec<Input>> {
    let is = |input: &Input, path: &std::path::Path| input.path.as_deref().is_some_and(|it| is_same_file(it, path));
    let named = inputs.iter().filter(|it| !it.found).filter_map(|it| it.path.as_deref());
    let settings = [&args.policy.settings.config, &args.baseline].into_iter().flatten().map(PathBuf::as_path);
    refuse_own(args.output.as_deref(), named.chain(settings), speech)?;
    if let Some(output) = args.output.as_deref().filter(|it| !is_stdout(Some(*it))) {
        inputs.retain(|it| !is(it, output));
    }
    if let Some(baseline) = args.baseline.as_ref().or(args.write_baseline.as_ref()) {
        inputs.retain(|it| !it.found || !is(it, baseline));
    }
    inputs.retain(|it| fixing.is_none_or(|fixing| !fixing.leaves_out(it)));
    Ok(inputs)
}

/// Where the report goes: not where mended text goes. A progress bar must not run through a report on the terminal.
fn outlet(
    args: &CheckArgs,
    fixing: Option<Fixing>,
    inputs: &[Input],
    (is_sorted, speech): (bool, Speech),
) -> Result<(Outlet, Progress)> {
    if let Some(path) = args.output.as_deref().filter(|it| !is_stdout(Some(*it))) {
        return Ok((Outlet::File(Draft::begin(path, args.force, speech)?), Progress::Shown));
    }
    let is_written_meanwhile = stdout().is_terminal() && !is_sorted;
    let progress = if is_written_meanwhile { Progress::Hidden } else { Progress::Shown };
    let outlet = match fixing {
        Some(fixing) => fixing.outlet(inputs),
        None => Outlet::Screen(BufWriter::new(stdout().lock())),
    };
    Ok((outlet, progress))
}
