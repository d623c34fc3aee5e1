//! All inputs → one book.

use super::job::write;
use super::{Again, Done, Papers};
use crate::cli::args::RenderArgs;
use crate::cli::artefact::{Made, Wish, book, pages};
use crate::cli::batch::{Progress, in_order, open, shielded};
use crate::cli::input::{Gathered, Input};
use crate::cli::output::{is_stdout, print};
use crate::cli::plan::Job;
use crate::cli::speech::Speech;
use crate::cli::{Verdict, complain};
use crate::layout::Page;
use crate::model::Sop;
use anyhow::Result;

/// Binds what was gathered. A book that lacks an SOP would be taken for whole: where one fails, none is written.
pub(super) fn bind(gathered: Gathered, args: &RenderArgs, wish: &Wish, again: &Again, speech: Speech) -> Result<Done> {
    let Gathered { inputs, failures, .. } = gathered;
    let papers = Papers::of(args, &inputs, speech)?;
    let wish = Wish { paper: inputs.first().map_or(wish.paper, |input| papers.paper(input)), ..*wish };
    let mut failed = failures.len();
    failures.iter().for_each(|failure| complain(failure, speech));
    let (mut sops, mut books): (Vec<Sop>, Vec<Vec<Page>>) = (Vec::new(), Vec::new());
    let work = |input: &Input| {
        shielded(&input.name, speech, || {
            let sops = open(input, speech)?.sops;
            let pages = pages(&sops, &wish)?;
            Ok((sops, pages))
        })
    };
    in_order(&inputs, Progress::Shown, work, |result| {
        match result {
            Ok((own, pages)) => {
                sops.extend(own);
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
    let made = book(&sops, books, &wish)?;
    let written = match (made, jobs.first()) {
        (Made::Whole(bytes), _) if target.is_none() => {
            print(&bytes)?;
            Vec::new()
        }
        (made, Some(job)) => write(made, job, args.force, again, speech)?,
        (_, None) => Vec::new(),
    };
    let count = sops.len();
    eprintln!("{}", speech.say(format!("{count} SOP dijilid"), format!("{count} SOPs bound")));
    Ok(Done { verdict: Verdict::Clean, written })
}
