//! `sop check`: files and folders → findings and a verdict.
//!
//! The way of one file: `policy` says which rules look at it and under which settings, `examine` reads it and asks them,
//! and `sheet` writes what they found. `folder` keeps a card of every SOP; when all files are done, the rules about a folder are
//! asked about the cards, and the files they find something about are read again to be shown.

mod examine;
mod folder;
mod policy;
mod sheet;

use super::args::{CheckArgs, Format};
use super::batch::{Progress, in_order, shielded};
use super::input::{Gathered, Input, gather};
use super::speech::Speech;
use super::twin::Twins;
use super::{Verdict, complain, terminal};
use crate::check::Card;
use crate::report::{Report, Tally};
use anyhow::Result;
use examine::examine;
use folder::{Fingerprint, Folder, Found};
use policy::Policy;
use sheet::Sheet;
use std::io::{BufWriter, IsTerminal, stdout};

/// What one file adds to the run; `None` for the converted twin of a text that is checked itself.
type Shown = Option<(String, Tally, Noted)>;

/// What the rules about a folder will ask of a file: its position, a card of every SOP, and by what it is known again.
type Noted = (usize, Vec<Card>, Fingerprint);

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
    let work = |(at, input): &(usize, &Input)| -> Result<Shown> {
        shielded(&input.name, speech, || {
            let (examined, mut cards) = examine(input, &policy, speech)?;
            if twins.is_twin(input, &examined.sops) {
                return Ok(None);
            }
            if twins.is_conversion(input, &examined.sops) {
                cards.clear();
            }
            let noted = (*at, cards, Fingerprint::of(&examined.source));
            Ok(Some((report.block(&examined.as_checked()), Tally::of(&examined.findings), noted)))
        })
    };
    let progress = if stdout().is_terminal() { Progress::Hidden } else { Progress::Shown };
    let mut out = Sheet::open(BufWriter::new(stdout().lock()), report)?;
    let mut folder = Folder::default();
    let numbered: Vec<(usize, &Input)> = inputs.iter().enumerate().collect();
    in_order(&numbered, progress, work, |shown| match shown {
        Ok(Some((block, tally, (at, cards, text)))) => {
            folder.add(at, cards, text);
            out.add(&block, tally)
        }
        Ok(None) => Ok(()),
        Err(failure) => {
            failed = true;
            complain(&failure, speech);
            Ok(())
        }
    })?;
    let again = |found: &Found| {
        let examined = found.shown(&inputs[found.input], speech);
        (report.block(&examined.as_checked()), Tally { files: 0, ..Tally::of(&examined.findings) })
    };
    in_order(&folder.findings(&policy.rules), progress, again, |(block, tally)| out.add(&block, tally))?;
    let tally = out.close()?;
    Ok(match (failed, tally.fails(args.strict)) {
        (true, _) => Verdict::Failure,
        (false, true) => Verdict::Findings,
        (false, false) => Verdict::Clean,
    })
}
