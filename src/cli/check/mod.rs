//! `sop check`: files and folders → findings and a verdict.
//!
//! The way of one file: `policy` says which rules look at it and under which settings, `examine` reads it and asks them,
//! `baseline` takes out what was accepted before, and `sheet` writes the rest.

mod baseline;
mod examine;
pub(super) mod policy;
mod sheet;
mod twin;

use super::args::{CheckArgs, Format};
use super::batch::{Progress, in_order, shielded};
use super::input::{Gathered, Input, gather};
use super::output::is_same_file;
use super::speech::Speech;
use super::{Verdict, complain, terminal};
use crate::report::{Report, Tally};
use anyhow::Result;
use baseline::{Baseline, Sifted};
use examine::examine;
use policy::Policies;
use sheet::Sheet;
use std::io::{BufWriter, IsTerminal, stdout};
use twin::Twins;

/// What one file adds to the report.
struct Shown {
    block: String,
    tally: Tally,
    sifted: Option<Sifted>,
}

/// Checks all inputs; what cannot be read is said on standard error and does not stop the rest.
pub(super) fn run(args: &CheckArgs, speech: Speech) -> Result<Verdict> {
    let report = Report {
        format: args.format.into(),
        language: speech.0,
        colored: args.format == Format::Full && terminal::is_colored(args.color),
        width: terminal::width(),
    };
    let Gathered { mut inputs, failures, .. } = gather(&args.inputs, &args.stdin_name, speech);
    leave_out_baseline(&mut inputs, args);
    let policies = Policies::of(&args.policy, &inputs, speech)?;
    let baseline = Baseline::open(args, speech)?;
    let mut failed = !failures.is_empty();
    failures.iter().for_each(|failure| complain(failure, speech));

    let twins = Twins::among(&inputs);
    // The converted twin of a text that is checked itself adds nothing.
    let work = |input: &Input| -> Result<Option<Shown>> {
        shielded(&input.name, speech, || {
            let mut examined = examine(input, &policies.policy_for(input.path.as_deref()), speech)?;
            if twins.is_twin(input, &examined.sops) {
                return Ok(None);
            }
            let sifted = baseline.as_ref().map(|it| it.sift(input, &mut examined.findings));
            let tally = Tally::of(&examined.findings);
            Ok(Some(Shown { block: report.block(&examined.as_checked()), tally, sifted }))
        })
    };
    let progress = if stdout().is_terminal() { Progress::Hidden } else { Progress::Shown };
    let mut out = Sheet::open(BufWriter::new(stdout().lock()), report)?;
    let mut sifted = Vec::new();
    in_order(&inputs, progress, work, |shown| match shown {
        Ok(Some(shown)) => {
            sifted.extend(shown.sifted);
            out.add(&shown.block, shown.tally)
        }
        Ok(None) => Ok(()),
        Err(failure) => {
            failed = true;
            complain(&failure, speech);
            Ok(())
        }
    })?;
    let tally = out.close()?;
    if let Some(baseline) = baseline {
        baseline.close(&sifted, &policies, speech)?;
    }
    Ok(match (failed, tally.fails(args.strict)) {
        (true, _) => Verdict::Failure,
        (false, true) => Verdict::Findings,
        (false, false) => Verdict::Clean,
    })
}

/// A baseline beside the documents is none of them, whatever its name.
fn leave_out_baseline(inputs: &mut Vec<Input>, args: &CheckArgs) {
    let Some(baseline) = args.baseline.as_ref().or(args.write_baseline.as_ref()) else { return };
    let is_it = |input: &Input| input.path.as_ref().is_some_and(|it| is_same_file(it, baseline));
    inputs.retain(|input| !input.found || !is_it(input));
}
