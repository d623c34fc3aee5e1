//! `-o NAME.xlsx` for a folder or several files: a workbook of units, documents and findings, with the forms of monitoring and evaluation.

use super::desk::Desk;
use super::folder::look_ahead;
use crate::cli::Verdict;
use crate::cli::args::CheckArgs;
use crate::cli::batch::{Progress, in_order};
use crate::cli::complain;
use crate::cli::input::Input;
use crate::cli::output::{announce, extension, save};
use crate::cli::speech::Speech;
use crate::report::Tally;
use crate::report::recap::Recap;
use anyhow::Result;
use std::path::Path;

/// The workbook that is to be written, where one is: not for a single file, whose copy it is then.
pub(super) fn target<'a>(args: &'a CheckArgs, inputs: &[Input]) -> Option<&'a Path> {
    let target = args.output.as_deref().filter(|_| args.format.is_none())?;
    let is_folder = args.inputs.len() > 1 || !matches!(inputs, [one] if !one.found) && !inputs.is_empty();
    (is_folder && extension(target).as_deref() == Some("xlsx")).then_some(target)
}

/// Checks all files and writes the workbook.
pub(super) fn write(
    mut desk: Desk<'_>,
    target: &Path,
    args: &CheckArgs,
    failures: &[anyhow::Error],
) -> Result<Verdict> {
    let speech = desk.speech;
    if desk.fixing.is_some() || args.statistics {
        return Err(not_with(target, speech));
    }
    let mut recap = Recap::default();
    let fail = |recap: &mut Recap, failure: &anyhow::Error| {
        complain(failure, speech);
        recap.failures.push(failure.to_string());
    };
    failures.iter().for_each(|failure| fail(&mut recap, failure));
    let positions: Vec<usize> = (0..desk.inputs.len()).collect();
    desk.ahead = look_ahead(&desk, &positions, Progress::Shown)?;
    let (mut tally, mut sifted) = (Tally::default(), Vec::new());
    let add = |done: Result<Option<super::desk::Recapped>>| {
        match done {
            Ok(Some(done)) => {
                tally.add(done.tally);
                sifted.extend(done.sifted);
                recap.parts.push(done.part);
            }
            Ok(None) => {}
            Err(failure) => fail(&mut recap, &failure),
        }
        Ok(())
    };
    in_order(&positions, Progress::Shown, |at| desk.recap(*at), add)?;
    let bytes = recap.workbook(speech.0).map_err(|error| too_large(target, &error.to_string(), speech))?;
    save(&bytes, target, args.force, speech)?;
    announce(format_args!("{}: {}", target.display(), tally.in_words(speech.0)));
    if let Some(baseline) = desk.baseline {
        baseline.close(&sifted, desk.policies, speech)?;
    }
    Ok(match (recap.failures.is_empty(), tally.fails(args.strict)) {
        (false, _) => Verdict::Failure,
        (true, true) => Verdict::Findings,
        (true, false) => Verdict::Clean,
    })
}

fn not_with(target: &Path, speech: Speech) -> anyhow::Error {
    let name = target.display();
    speech.failure(
        format!("{name}: rekap ditulis tanpa --fix, --diff, --statistics"),
        format!("{name}: a recap is written without --fix, --diff, --statistics"),
    )
}

fn too_large(target: &Path, why: &str, speech: Speech) -> anyhow::Error {
    let name = target.display();
    speech.failure(
        format!(
            "{name}: rekap ini lebih besar daripada yang dapat dimuat satu berkas Excel ({why}); periksa per subfolder"
        ),
        format!("{name}: this recap is larger than a workbook can be ({why}); check one subfolder at a time"),
    )
}
