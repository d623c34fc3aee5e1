//! `sop check`: files and folders → findings and a verdict.
//!
//! The way of one file: `policy` says which rules look at it and under which settings, `examine` reads it and asks them,
//! and `sheet` writes what they found.

mod examine;
mod policy;
mod sheet;
mod twin;

use super::args::{CheckArgs, Format};
use super::batch::{Progress, in_order, shielded};
use super::input::{Gathered, Input, gather};
use super::speech::Speech;
use super::{Verdict, complain, terminal};
use crate::report::{Report, Tally};
use anyhow::Result;
use examine::examine;
use policy::Policy;
use sheet::Sheet;
use std::io::{BufWriter, IsTerminal, stdout};
use twin::Twins;

/// What one file adds to the report; `None` for the converted twin of a text that is checked itself.
type Shown = Option<(String, Tally)>;

/// Checks all inputs; what cannot be read is said on standard error and does not stop the rest.
pub(super) fn run(args: &CheckArgs, speech: Speech) -> Result<Verdict> {
    let policy = Policy::of(args, speech)?;
    let report = Report {
        format: args.format.into(),
        language: speech.0,
        colored: args.format == Format::Full && terminal::is_colored(args.color),
        width: terminal::width(),
    };
    let Gathered { inputs, failures, .. } = gather(&args.inputs, &args.stdin_name, speech);
    let mut failed = !failures.is_empty();
    failures.iter().for_each(|failure| complain(failure, speech));

    let twins = Twins::among(&inputs);
    let work = |input: &Input| -> Result<Shown> {
        shielded(&input.name, speech, || {
            let examined = examine(input, &policy, speech)?;
            let shown = !twins.is_twin(input, &examined.sops);
            Ok(shown.then(|| (report.block(&examined.as_checked()), Tally::of(&examined.findings))))
        })
    };
    let progress = if stdout().is_terminal() { Progress::Hidden } else { Progress::Shown };
    let mut out = Sheet::open(BufWriter::new(stdout().lock()), report)?;
    in_order(&inputs, progress, work, |shown| match shown {
        Ok(Some((block, tally))) => out.add(&block, tally),
        Ok(None) => Ok(()),
        Err(failure) => {
            failed = true;
            complain(&failure, speech);
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
