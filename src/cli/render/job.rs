//! One input → its result, written or to be printed, and what the print's own check says of it.

use super::Again;
use crate::cli::Verdict;
use crate::cli::args::RenderArgs;
use crate::cli::artefact::{Made, Wish, artefact, pages};
use crate::cli::batch::open;
use crate::cli::output::{Draft, save};
use crate::cli::plan::Job;
use crate::cli::speech::Speech;
use crate::layout::verify;
use crate::model::Sop;
use anyhow::Result;
use std::io::Write;
use std::path::{Path, PathBuf};

/// What became of one file.
pub(super) struct Rendered {
    pub verdict: Verdict,
    /// What is to be said of the print.
    pub said: Vec<String>,
    /// The result, where it goes to standard output.
    pub printed: Option<Vec<u8>>,
    pub written: Vec<PathBuf>,
}

/// Reads, verifies where asked, and writes one file.
pub(super) fn render(job: &Job, args: &RenderArgs, wish: &Wish, again: &Again, speech: Speech) -> Result<Rendered> {
    let analysis = open(&job.input, speech)?;
    let mut rendered = Rendered { verdict: Verdict::Clean, said: Vec::new(), printed: None, written: Vec::new() };
    if args.verify {
        rendered.said = report(&job.input.name, &analysis.sops, wish, speech)?;
        rendered.verdict = if rendered.said.is_empty() { Verdict::Clean } else { Verdict::Findings };
        if rendered.said.is_empty() {
            rendered.said.push(praise(&job.input.name, &analysis.sops, wish, speech)?);
        }
        if args.output.is_none() && args.to.is_none() {
            return Ok(rendered);
        }
    }
    job.guard(speech)?;
    match artefact(&analysis.sops, wish)? {
        Made::Whole(bytes) if job.target.is_none() => rendered.printed = Some(bytes),
        made => rendered.written = write(made, job, args.force, again, speech)?,
    }
    Ok(rendered)
}

/// Writes a result where it belongs; all pages of one, or none. Gives the names of the files.
pub(super) fn write(made: Made, job: &Job, force: bool, again: &Again, speech: Speech) -> Result<Vec<PathBuf>> {
    let may = |path: &Path| force || again.own.contains(path);
    match made {
        Made::Whole(bytes) => {
            let Some(target) = &job.target else { return Ok(Vec::new()) };
            save(&bytes, target, may(target), speech)?;
            Ok(vec![target.clone()])
        }
        Made::Pages(pages) => {
            let targets = job.page_targets(pages.len());
            let mut drafts = Vec::with_capacity(pages.len());
            for (bytes, target) in pages.iter().zip(&targets) {
                let mut draft = Draft::begin(target, may(target), speech)?;
                draft.write_all(bytes).map_err(|error| speech.refused(target, error))?;
                drafts.push(draft);
            }
            drafts.into_iter().try_for_each(Draft::place)?;
            Ok(targets)
        }
    }
}

/// What is wrong with the print, a line for each fault.
fn report(name: &str, sops: &[Sop], wish: &Wish, speech: Speech) -> Result<Vec<String>> {
    let (mut lines, mut before) = (Vec::new(), 0);
    for (sop, pages) in sops.iter().zip(pages(sops, wish)?) {
        for fault in verify(sop, &pages) {
            let words = speech.message(&fault.message);
            // A fault of no page is something that stands on none.
            lines.push(match fault.page {
                0 => format!("{name}: {words}"),
                page => speech.say(
                    format!("{name}: halaman {}: {words}", before + page),
                    format!("{name}: page {}: {words}", before + page),
                ),
            });
        }
        before += pages.len();
    }
    Ok(lines)
}

fn praise(name: &str, sops: &[Sop], wish: &Wish, speech: Speech) -> Result<String> {
    let count: usize = pages(sops, wish)?.iter().map(Vec::len).sum();
    Ok(speech
        .say(format!("{name}: cetakan bersih, {count} halaman"), format!("{name}: the print is clean, {count} pages")))
}
