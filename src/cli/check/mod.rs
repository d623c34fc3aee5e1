//! `sop check`: files and folders → findings and a verdict.
//!
//! The way of one file: `policy` says which rules look at it and under which settings, `examine` reads it and asks them,
//! and `sheet` writes what they found.

mod diff;
mod examine;
mod fixing;
mod policy;
mod sheet;
mod twin;

use super::args::{CheckArgs, Format};
use super::batch::{Progress, in_order, shielded};
use super::input::{Gathered, Input, gather};
use super::output::print;
use super::speech::Speech;
use super::{Verdict, complain, terminal};
use crate::report::{Report, Tally};
use anyhow::Result;
use examine::examine;
use fixing::{Fixing, Outcome, Summary};
use policy::Policy;
use sheet::Sheet;
use std::io::{BufWriter, IsTerminal, Write, stdout};
use twin::Twins;

/// What one file adds to the report, and what was mended in it; `None` for the converted twin of a text that is checked itself.
type Shown = Option<(String, Tally, Outcome)>;

/// Checks all inputs; what cannot be read is said on standard error and does not stop the rest.
pub(super) fn run(args: &CheckArgs, speech: Speech) -> Result<Verdict> {
    let policy = Policy::of(args, speech)?;
    let report = Report {
        format: args.format.into(),
        language: speech.0,
        colored: args.format == Format::Full && terminal::is_colored(args.color),
        width: terminal::width(),
    };
    let fixing = Fixing::of(args, speech)?;
    let Gathered { mut inputs, failures, .. } = gather(&args.inputs, &args.stdin_name, speech);
    let mut failed = !failures.is_empty();
    failures.iter().for_each(|failure| complain(failure, speech));

    inputs.retain(|input| fixing.is_none_or(|it| !it.leaves_out(input)));
    let twins = Twins::among(&inputs);
    let work = |input: &Input| -> Result<Shown> {
        shielded(&input.name, speech, || {
            let examined = examine(input, &policy, speech)?;
            if twins.is_twin(input, &examined.sops) {
                return Ok(None);
            }
            let (examined, outcome) = match fixing {
                Some(fixing) => fixing.apply(examined, input, &policy, speech)?,
                None => (examined, Outcome::default()),
            };
            Ok(Some((report.block(&examined.as_checked()), Tally::of(&examined.findings), outcome)))
        })
    };
    let progress = if stdout().is_terminal() { Progress::Hidden } else { Progress::Shown };
    let to: Box<dyn Write> = fixing.map_or_else(|| Box::new(stdout()) as Box<dyn Write>, |it| it.report_to(&inputs));
    let mut out = Sheet::open(BufWriter::new(to), report)?;
    let mut summary = Summary::default();
    in_order(&inputs, progress, work, |shown| match shown {
        Ok(Some((block, tally, outcome))) => {
            summary.add(&outcome, speech);
            print(&outcome.printed)?;
            out.add(&block, tally)
        }
        Ok(None) => Ok(()),
        Err(failure) => {
            failed = true;
            complain(&failure, speech);
            Ok(())
        }
    })?;
    let tally = out.close()?;
    if let Some(fixing) = fixing {
        eprintln!("{}", summary.in_words(fixing, tally.findings(), speech));
    }
    Ok(match (failed, tally.fails(args.strict)) {
        (true, _) => Verdict::Failure,
        (false, true) => Verdict::Findings,
        (false, false) => Verdict::Clean,
    })
}
