//! `sop render`: files and folders → tables, prints, Markdown or YAML; or all of them as one book.

mod book;
mod job;
pub(super) mod presses;
mod watch;

use super::args::{Artefact, Paper, RenderArgs};
use super::artefact::Wish;
use super::batch::{Progress, in_order, shielded};
use super::input::{Gathered, Meant, Search, gather, is_model};
use super::output::{announce, extension, is_same_file, is_stdout, print, refuse_own};
use super::plan::{Job, plan};
use super::press::Press;
use super::speech::Speech;
use super::{Verdict, complain, terminal};
use crate::plain::plain;
use crate::render::print::Moment;
use crate::render::terminal::Glyphs;
use anyhow::Result;
use job::{Rendered, render};
use presses::Wardrobe;
use std::collections::BTreeSet;
use std::io::{IsTerminal, stdout};
use std::path::{Path, PathBuf};

/// Renders what was named, once or again and again.
pub(super) fn run(args: &RenderArgs, speech: Speech) -> Result<Verdict> {
    if args.watch {
        // What cannot be used is refused before anything is watched.
        Wardrobe::of((&args.print, &args.settings), &[], speech)?.presses(speech)?;
        return watch::run(args, speech);
    }
    Ok(once(args, &Again::default(), speech)?.verdict)
}

/// What a run that is not the first knows of those before.
#[derive(Debug, Default)]
struct Again {
    /// Files of ours, which may be overwritten.
    own: BTreeSet<PathBuf>,
    /// Only these inputs have changed.
    changed: Option<BTreeSet<PathBuf>>,
}

/// How a run ended.
#[derive(Debug)]
struct Done {
    verdict: Verdict,
    written: Vec<PathBuf>,
}

fn once(args: &RenderArgs, again: &Again, speech: Speech) -> Result<Done> {
    let output = args.output.as_deref();
    let mut gathered = gather(&args.inputs, &Search::of(&args.search, Meant::Model, speech)?);
    leave_out(&mut gathered, output);
    let is_several = gathered.has_folder || gathered.inputs.len() > 1;
    let wardrobe = Wardrobe::of((&args.print, &args.settings), &gathered.inputs, speech)?;
    gathered.inputs = wardrobe.meant(gathered.inputs);
    let presses = wardrobe.presses(speech)?;
    let wish = &wish(args, presses.bare(), speech)?;
    refuse_unclear(args, wish, is_several, speech)?;
    let read = args.print.logo.iter().chain(&args.print.font).chain(&args.settings.config);
    refuse_own(output, read.map(PathBuf::as_path), speech)?;
    // Who watches was told at the beginning.
    if again.changed.is_none() {
        gathered.left_out.tell(speech);
    }
    if args.book {
        return book::bind(gathered, args, (wish, &presses), again, speech);
    }
    let planned = plan(gathered.inputs, output.filter(|_| !is_stdout(output)), is_several, ending(wish.artefact));
    let mut outcome = Outcome { speech, verdict: Verdict::Clean, done: 0, failed: 0, written: Vec::new() };
    gathered.failures.iter().for_each(|it| outcome.fail(it));
    planned.clashes.iter().for_each(|it| outcome.fail(&it.failure(speech)));
    let is_due = |job: &Job| match (&again.changed, &job.input.path) {
        (Some(changed), Some(path)) => changed.contains(path),
        _ => true,
    };
    let jobs: Vec<Job> = planned.jobs.into_iter().filter(is_due).collect();
    let work = |job: &Job| {
        let wish = Wish { press: presses.of(&job.input), paper: presses.paper(&job.input), ..*wish };
        shielded(&job.input.name, speech, || render(job, args, &wish, again, speech))
    };
    in_order(&jobs, Progress::Shown, work, |result| outcome.add(result))?;
    if is_several && !(outcome.done == 0 && outcome.failed == 0) {
        outcome.tell();
    }
    Ok(Done { verdict: outcome.verdict, written: outcome.written })
}

/// What is asked for, the paper still that of the command line.
fn wish<'a>(args: &RenderArgs, press: &'a Press<'a>, speech: Speech) -> Result<Wish<'a>> {
    Ok(Wish {
        artefact: wanted(args, speech)?,
        press,
        paper: args.print.paper.unwrap_or(Paper::A4),
        width: args.width.map_or_else(terminal::width, usize::from),
        glyphs: if args.ascii { Glyphs::Ascii } else { Glyphs::Unicode },
        moment: moment(speech)?,
        dpi: args.dpi,
        per_page: args.per_page,
    })
}

/// What to make: as asked, else by the name of the result, else prints for a folder or a book and a table for a file.
fn wanted(args: &RenderArgs, speech: Speech) -> Result<Artefact> {
    let output = args.output.as_deref().filter(|path| !is_stdout(Some(path)));
    if let Some(artefact) = args.to {
        return Ok(artefact);
    }
    let by_name = match output.and_then(extension).as_deref() {
        Some("pdf") => Some(Artefact::Pdf),
        Some("docx") => Some(Artefact::Docx),
        Some("svg") => Some(Artefact::Svg),
        Some("xlsx") => Some(Artefact::Xlsx),
        Some("html" | "htm") => Some(Artefact::Html),
        Some("md" | "markdown") => Some(Artefact::Markdown),
        Some("png") => Some(Artefact::Png),
        Some("yaml" | "yml") => Some(Artefact::Yaml),
        Some("txt") => Some(Artefact::Table),
        Some("bpmn") => Some(Artefact::Bpmn),
        Some("mmd" | "mermaid") => Some(Artefact::Mermaid),
        _ => None,
    };
    let is_several = args.inputs.len() > 1 || args.inputs.iter().any(|path| path.is_dir());
    match by_name {
        Some(artefact) => Ok(artefact),
        None if args.book || (is_several && output.is_some()) => Ok(Artefact::Pdf),
        None if output.is_none() => Ok(Artefact::Table),
        None => Err(speech.failure(
            "bentuk hasil tidak jelas dari nama berkasnya: tambahkan --to table|pdf|pdfa|docx|xlsx|svg|html|md|png|yaml|bpmn|mermaid",
            "the name of the result does not tell its format: add --to table|pdf|pdfa|docx|xlsx|svg|html|md|png|yaml|bpmn|mermaid",
        )),
    }
}

/// The moment that builds which must repeat are told to write, in seconds since 1970.
fn moment(speech: Speech) -> Result<Option<Moment>> {
    const NAME: &str = "SOURCE_DATE_EPOCH";
    let Some(value) = std::env::var_os(NAME).filter(|value| !value.is_empty()) else { return Ok(None) };
    match value.to_str().and_then(|text| text.parse().ok()) {
        Some(seconds) => Ok(Some(Moment::of_epoch(seconds))),
        None => Err(speech.failure(
            format!("{NAME} harus berupa bilangan detik sejak 1970, misalnya 1719792000"),
            format!("{NAME} must be a number of seconds since 1970, such as 1719792000"),
        )),
    }
}

/// The extension of such a result.
pub(super) fn ending(artefact: Artefact) -> &'static str {
    match artefact {
        Artefact::Table => "txt",
        Artefact::Pdf | Artefact::Pdfa => "pdf",
        Artefact::Docx => "docx",
        Artefact::Xlsx => "xlsx",
        Artefact::Svg => "svg",
        Artefact::Html => "html",
        Artefact::Markdown => "md",
        Artefact::Png => "png",
        Artefact::Yaml => "yaml",
        Artefact::Bpmn => "bpmn",
        Artefact::Mermaid => "mmd",
    }
}

/// Refuses what has no place to go.
fn refuse_unclear(args: &RenderArgs, wish: &Wish, is_several: bool, speech: Speech) -> Result<()> {
    let output = args.output.as_deref();
    if is_stdout(output) {
        let only_verifies = args.verify && output.is_none() && args.to.is_none();
        if is_several && !args.book && !only_verifies {
            return Err(speech.failure(
                "beberapa masukan memerlukan tempat hasil: tambahkan -o FOLDER",
                "several inputs need a place for the results: add -o FOLDER",
            ));
        }
        if wish.is_paged() {
            return Err(speech.failure(
                "satu berkas per halaman memerlukan nama: tambahkan -o BERKAS",
                "one file for each page needs a name: add -o FILE",
            ));
        }
        let is_binary = matches!(wish.artefact, Artefact::Pdf | Artefact::Pdfa | Artefact::Docx | Artefact::Xlsx);
        if is_binary && stdout().is_terminal() {
            let end = ending(wish.artefact);
            let kind = end.to_uppercase();
            return Err(speech.failure(
                format!("{kind} tidak dapat ditampilkan di layar: tambahkan -o BERKAS.{end}"),
                format!("{kind} cannot be shown on a terminal: add -o FILE.{end}"),
            ));
        }
    }
    let is_file =
        output.is_some_and(|path| !path.is_dir() && extension(path).as_deref() == Some(ending(wish.artefact)));
    if is_several && is_file && !args.book && !is_stdout(output) {
        return Err(speech.failure(
            "beberapa masukan tidak menjadi satu berkas: sebut sebuah folder (-o FOLDER/), atau jilid dengan --book",
            "several inputs do not become one file: name a folder (-o FOLDER/), or bind them with --book",
        ));
    }
    let is_bound = wish.is_print() && !matches!(wish.artefact, Artefact::Docx | Artefact::Xlsx);
    if args.book && !is_bound {
        return Err(speech.failure("--book membuat pdf, html, svg, atau png", "--book makes pdf, html, svg or png"));
    }
    Ok(())
}

/// Of what was found in folders, leaves out texts and office files whose YAML stands beside them, JSON beside YAML, and earlier
/// results.
fn leave_out(gathered: &mut Gathered, output: Option<&Path>) {
    let results = output.and_then(|path| path.canonicalize().ok()).filter(|path| path.is_dir());
    let is_result = |path: &Path, relative: &Path| {
        let Some(results) = &results else { return false };
        let inside = path.canonicalize().is_ok_and(|path| path.starts_with(results));
        // The folder itself may be the place of its results.
        inside && relative.parent() != Some(Path::new("")) && !results.join(relative).exists()
    };
    let has = |path: &Path, kinds: &[&str]| kinds.iter().any(|kind| path.with_extension(kind).is_file());
    gathered.inputs.retain(|input| {
        let Some(path) = input.path.as_deref().filter(|_| input.found) else { return true };
        let is_second = match extension(path).as_deref() {
            Some("yaml") => false,
            Some("yml") => has(path, &["yaml"]),
            Some("json") => has(path, &["yaml", "yml"]),
            _ => !is_model(path) && has(path, &["yaml", "yml", "json"]),
        };
        let is_output = output.is_some_and(|output| output.is_file() && is_same_file(output, path));
        !is_second && !is_output && !is_result(path, &input.relative)
    });
}

/// The run so far.
struct Outcome {
    speech: Speech,
    verdict: Verdict,
    done: usize,
    failed: usize,
    written: Vec<PathBuf>,
}

impl Outcome {
    fn add(&mut self, result: Result<Rendered>) -> Result<()> {
        match result {
            Ok(rendered) => {
                self.done += 1;
                self.verdict = self.verdict.max(rendered.verdict);
                self.written.extend(rendered.written);
                rendered.said.iter().for_each(|line| announce(plain(line)));
                rendered.printed.map_or(Ok(()), |bytes| print(&bytes))
            }
            Err(failure) => {
                self.fail(&failure);
                Ok(())
            }
        }
    }

    fn fail(&mut self, failure: &anyhow::Error) {
        self.failed += 1;
        self.verdict = Verdict::Failure;
        complain(failure, self.speech);
    }

    /// The summary, on standard error.
    fn tell(&self) {
        let Self { speech, done, failed, .. } = self;
        let failures = match failed {
            0 => String::new(),
            _ => speech.say(format!(", {failed} gagal"), format!(", {failed} failed")),
        };
        let plural = if *done == 1 { "" } else { "s" };
        let files = match self.written.is_empty() && *failed == 0 {
            true => speech.say(format!("{done} berkas diperiksa"), format!("{done} file{plural} examined")),
            false => speech.say(format!("{done} berkas dicetak"), format!("{done} file{plural} rendered")),
        };
        announce(format_args!("{files}{failures}"));
    }
}
