//! One input → its result, written or to be printed, and what the print's own check says of it.

use super::Again;
use crate::cli::Verdict;
use crate::cli::args::RenderArgs;
use crate::cli::artefact::{Made, Wish, artefact};
use crate::cli::batch::open;
use crate::cli::draft::Draft;
use crate::cli::input::Input;
use crate::cli::memory::refuse_too_large_print;
use crate::cli::output::save;
use crate::cli::plan::Job;
use crate::cli::press::remarks;
use crate::cli::speech::Speech;
use crate::diagnostic::{Language, path_in_words, sentence_case};
use crate::layout::{Fault, Page, verify};
use crate::model::{Cause, Sop};
use anyhow::Result;
use std::collections::BTreeSet;
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
    let name = &job.input.name;
    let sops = sops(&job.input, args, speech)?;
    let books = if args.verify || wish.is_print() { wish.press.print(&sops, wish.paper) } else { Vec::new() };
    let mut rendered =
        Rendered { verdict: Verdict::Clean, said: remarks(name, &books, speech), printed: None, written: Vec::new() };
    if args.verify {
        let faults = faults(&sops, &books);
        let senseless = senseless(name, &sops, speech);
        let is_clean = faults.is_empty() && senseless.is_empty();
        rendered.verdict = if is_clean { Verdict::Clean } else { Verdict::Findings };
        if !faults.is_empty() || senseless.is_empty() {
            rendered.said.extend(report(name, (&faults, books.iter().map(Vec::len).sum()), speech));
        }
        rendered.said.extend(senseless);
        if args.output.is_none() && args.to.is_none() {
            return Ok(rendered);
        }
    }
    job.guard(speech)?;
    match artefact(&sops, books, wish)? {
        Made::Whole(bytes) if job.target.is_none() => rendered.printed = Some(bytes),
        made => rendered.written = write(made, job, args.force, again, speech)?,
    }
    Ok(rendered)
}

/// Who asks for a final print gets none of an SOP whose values are not certain.
fn refuse_drafts(name: &str, sops: &[Sop], speech: Speech) -> Result<()> {
    let doubts: BTreeSet<_> =
        sops.iter().enumerate().flat_map(|(at, sop)| sop.doubts().into_iter().map(move |it| (at, it.path))).collect();
    let Some((_, first)) = doubts.first() else { return Ok(()) };
    let (count, place) = (doubts.len(), |language| path_in_words(first.as_str(), language));
    Err(speech.failure(
        format!(
            "{name}: belum final: {count} isian belum pasti, misalnya {}; tinjau dahulu, atau cetak tanpa --final sebagai konsep",
            place(Language::Indonesian)
        ),
        format!(
            "{name}: not final: {count} values are not certain, such as {}; review them first, or print a draft without --final",
            place(Language::English)
        ),
    ))
}

/// What the print cannot show because the SOP does not say it: steps without a symbol, branches without a target.
pub(super) fn senseless(name: &str, sops: &[Sop], speech: Speech) -> Vec<String> {
    let doubts = sops.iter().flat_map(Sop::doubts).filter(|it| it.cause != Cause::Unreviewed);
    let told = doubts.map(|it| {
        let (id, en) = match it.cause {
            Cause::NoActor => {
                ("langkah ini tidak bersimbol, sebab pelaksananya tidak diketahui", "no symbol: nobody is known to act")
            }
            Cause::LostTarget => ("panahnya tidak punya tujuan", "its arrow has no target"),
            _ => ("uraiannya kosong", "nothing is said to be done"),
        };
        let place = sentence_case(&path_in_words(it.path.as_str(), speech.0));
        format!("{name}: {place}: {}", speech.say(id, en))
    });
    told.collect()
}

/// The SOPs of an input, masked where asked; refused where a final print is asked of a draft.
pub(super) fn sops(input: &Input, args: &RenderArgs, speech: Speech) -> Result<Vec<Sop>> {
    let analysis = open(input, speech)?;
    refuse_too_large_print(analysis.source.text.len(), &input.name, speech)?;
    let mut sops = analysis.sops;
    if args.is_final {
        refuse_drafts(&input.name, &sops, speech)?;
    }
    if args.print.redact_nip {
        sops.iter_mut().for_each(Sop::mask_nips);
    }
    Ok(sops)
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

/// The faults of the prints of one file, as pages of all of them.
fn faults(sops: &[Sop], books: &[Vec<Page>]) -> Vec<Fault> {
    let (mut faults, mut before) = (Vec::new(), 0);
    for (sop, pages) in sops.iter().zip(books) {
        // A fault of no page is something that stands on none.
        let numbered = |fault: Fault| Fault { page: if fault.page == 0 { 0 } else { before + fault.page }, ..fault };
        faults.extend(verify(sop, pages).into_iter().map(numbered));
        before += pages.len();
    }
    faults
}

/// What is wrong with a print of so many pages, a line for each fault; or that it is clean.
pub(super) fn report(name: &str, (faults, pages): (&[Fault], usize), speech: Speech) -> Vec<String> {
    if faults.is_empty() {
        return vec![speech.say(
            format!("{name}: cetakan bersih, {pages} halaman"),
            format!("{name}: the print is clean, {pages} pages"),
        )];
    }
    let line = |fault: &Fault| {
        let words = speech.message(&fault.message);
        match fault.page {
            0 => format!("{name}: {words}"),
            page => speech.say(format!("{name}: halaman {page}: {words}"), format!("{name}: page {page}: {words}")),
        }
    };
    faults.iter().map(line).collect()
}
