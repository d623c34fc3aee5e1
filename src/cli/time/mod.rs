//! `sop time`: how long an SOP takes, each number with the steps it is summed from.

mod json;
mod sheet;

use super::args::{PolicyArgs, TimeArgs, TimeFormat};
use super::batch::{Progress, in_order, open, shielded};
use super::check::policy::Policies;
use super::input::{Gathered, Input, Meant, Search, gather};
use super::output::print;
use super::speech::Speech;
use super::twin::Twins;
use super::{Verdict, complain, terminal};
use crate::check::Settings;
use crate::model::{Sop, WorkingTime};
use crate::plain::plain_json;
use crate::timing::Account;
use anyhow::Result;
use serde_json::Value;
use sheet::Sheet;

/// Lines are no longer than this, however wide the terminal is.
const READABLE: usize = 100;

/// One SOP of an input and its account.
struct Timed<'a> {
    /// Name of the input.
    file: &'a str,
    /// Position in it, from 1, where it holds several.
    position: Option<usize>,
    sop: &'a Sop,
    account: Account,
    time: WorkingTime,
}

/// What one file adds to the answer.
enum Told {
    Text(String),
    Objects(Vec<Value>),
}

/// Prints the accounts of all inputs; what cannot be read is said on standard error and does not stop the rest.
pub(super) fn run(args: &TimeArgs, speech: Speech) -> Result<Verdict> {
    let Gathered { inputs, failures, left_out, .. } =
        gather(&args.inputs, &Search::of(&args.search, Meant::Model, speech)?);
    let mut failed = !failures.is_empty();
    failures.iter().for_each(|failure| complain(failure, speech));
    let policies = Policies::of(&PolicyArgs::default(), &inputs, speech)?;
    let inputs = policies.meant(inputs);
    let twins = Twins::among(&inputs);
    let work = |input: &Input| {
        shielded(&input.name, speech, || {
            let mut analysis = open(input, speech)?;
            if twins.is_twin(input, &analysis.sops) {
                analysis.sops.clear();
            }
            let settings = &policies.policy_for(Some(input.place())).settings;
            let timed = timed(&input.name, &analysis.sops, settings);
            Ok(match args.format {
                TimeFormat::Json => Told::Objects(timed.iter().map(json::object).collect()),
                TimeFormat::Text => Told::Text(text(&timed, speech)),
            })
        })
    };
    let mut objects = Vec::new();
    let mut is_first = true;
    in_order(&inputs, Progress::Hidden, work, |told| match told {
        Ok(Told::Objects(more)) => {
            objects.extend(more);
            Ok(())
        }
        Ok(Told::Text(text)) if text.is_empty() => Ok(()),
        Ok(Told::Text(text)) => {
            let gap = if std::mem::replace(&mut is_first, false) { "" } else { "\n" };
            print(format!("{gap}{text}").as_bytes())
        }
        Err(failure) => {
            failed = true;
            complain(&failure, speech);
            Ok(())
        }
    })?;
    if args.format == TimeFormat::Json {
        print(plain_json(format!("{:#}\n", Value::Array(objects))).as_bytes())?;
    }
    left_out.tell(speech);
    Ok(if failed { Verdict::Failure } else { Verdict::Clean })
}

fn timed<'a>(file: &'a str, sops: &'a [Sop], settings: &Settings) -> Vec<Timed<'a>> {
    let time = settings.working_time;
    let one = |(at, sop): (usize, &'a Sop)| Timed {
        file,
        position: (sops.len() > 1).then_some(at + 1),
        sop,
        account: Account::of(sop, &time),
        time,
    };
    sops.iter().enumerate().map(one).collect()
}

fn text(timed: &[Timed<'_>], speech: Speech) -> String {
    let width = terminal::width().min(READABLE);
    timed.iter().map(|it| Sheet::of(it, speech, width).written()).collect::<Vec<String>>().join("\n")
}
