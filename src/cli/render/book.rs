//! All inputs → one book.

use super::job::{report, senseless, sops, write};
use super::presses::Presses;
use super::{Again, Done};
use crate::cli::args::RenderArgs;
use crate::cli::artefact::{Made, Wish, book, bound};
use crate::cli::batch::{Progress, in_order, shielded};
use crate::cli::input::{Gathered, Input};
use crate::cli::output::{announce, is_stdout, print};
use crate::cli::plan::Job;
use crate::cli::press::remarks;
use crate::cli::speech::Speech;
use crate::cli::{Verdict, complain};
use crate::layout::{Page, verify_book};
use crate::model::Sop;
use crate::plain::plain;
use crate::vocabulary::form_words::BOOK;
use anyhow::Result;

/// Binds what was gathered. A book that lacks an SOP would be taken for whole: where one fails, none is written.
pub(super) fn bind(
    gathered: Gathered,
    args: &RenderArgs,
    (wish, presses): (&Wish, &Presses<'_>),
    again: &Again,
    speech: Speech,
) -> Result<Done> {
    let Gathered { inputs, failures, .. } = gathered;
    // A book has one kind of sheets and letters: those of its first SOP.
    let look = inputs.first().map_or((wish.press, wish.paper), |input| (presses.of(input), presses.paper(input)));
    let wish = Wish { press: look.0, paper: look.1, ..*wish };
    let mut failed = failures.len();
    failures.iter().for_each(|failure| complain(failure, speech));
    let (mut all, mut books): (Vec<Sop>, Vec<Vec<Page>>) = (Vec::new(), Vec::new());
    let work = |input: &Input| {
        shielded(&input.name, speech, || {
            let sops = sops(input, args, speech)?;
            let pages = presses.of(input).print_alike(&sops, (wish.press, wish.paper));
            let said = remarks(&input.name, &pages, speech);
            Ok((sops, pages, said))
        })
    };
    in_order(&inputs, Progress::Shown, work, |result| {
        match result {
            Ok((own, pages, said)) => {
                said.iter().for_each(|line| announce(plain(line)));
                all.extend(own);
                books.extend(pages);
            }
            Err(failure) => {
                failed += 1;
                complain(&failure, speech);
            }
        }
        Ok(())
    })?;
    if failed > 0 {
        return Err(speech.failure(
            format!("buku tidak ditulis: {failed} masukan gagal"),
            format!("the book is not written: {failed} inputs failed"),
        ));
    }
    let target = args.output.clone().filter(|path| !is_stdout(Some(path)));
    let jobs: Vec<Job> = inputs.into_iter().map(|input| Job { input, target: target.clone() }).collect();
    jobs.iter().try_for_each(|job| job.guard(speech))?;
    let refs: Vec<&Sop> = all.iter().collect();
    let (pages, front) = bound(&refs, books, &wish);
    let mut verdict = Verdict::Clean;
    if args.verify {
        let name = target.as_ref().map_or(BOOK.to_owned(), |path| path.display().to_string());
        let faults = verify_book(&refs, &pages, front);
        let senseless = senseless(&name, &all, speech);
        if !faults.is_empty() || !senseless.is_empty() {
            verdict = Verdict::Findings;
        }
        let said = report(&name, (&faults, pages.len()), speech);
        said.iter().chain(&senseless).for_each(|line| announce(plain(line)));
        if args.output.is_none() && args.to.is_none() {
            return Ok(Done { verdict, written: Vec::new() });
        }
    }
    let made = book(&all, (&pages, front), &wish)?;
    let written = match (made, jobs.first()) {
        (Made::Whole(bytes), _) if target.is_none() => {
            print(&bytes)?;
            Vec::new()
        }
        (made, Some(job)) => write(made, job, args.force, again, speech)?,
        (_, None) => Vec::new(),
    };
    let count = all.len();
    announce(speech.say(format!("{count} SOP dijilid"), format!("{count} SOPs bound")));
    Ok(Done { verdict, written })
}
