//! `sop convert`: texts → YAML or JSON, file by file, whole folders in parallel.

use super::args::{ConvertArgs, DataFormat, PolicyArgs};
use super::artefact;
use super::batch::{Progress, in_order, open, shielded};
use super::check::policy::Policies;
use super::figures::Figures;
use super::input::{Gathered, Input, Meant, Search, gather};
use super::mending::{Wanted, mended};
use super::output::{announce, extension, is_stdout, print, save};
use super::plan::{Job, plan};
use super::speech::Speech;
use super::{Verdict, complain};
use crate::check::Settings;
use crate::diagnostic::Diagnostic;
use crate::model::{Sop, TroubleKind};
use crate::plain::plain;
use crate::read::yaml::read_yaml;
use crate::render::yaml::to_yaml;
use anyhow::Result;
use std::path::Path;

/// What became of one file.
struct Converted {
    name: String,
    figures: Figures,
    /// Neither an identity block nor a procedure was found in it.
    is_void: bool,
    /// It is a print whose attachment is not what it was printed with.
    is_exchanged: bool,
    /// The result, where it goes to standard output.
    printed: Option<Vec<u8>>,
}

/// Converts all inputs; what fails is said on standard error and does not stop the rest.
pub(super) fn run(args: &ConvertArgs, speech: Speech) -> Result<Verdict> {
    let format = args.to.unwrap_or_else(|| format_of(args.output.as_deref()));
    let mut gathered = gather(&args.inputs, &Search::of(&args.search, Meant::Original, speech)?);
    leave_out_results(&mut gathered, format);
    let Gathered { inputs, failures, has_folder, left_out } = gathered;
    let inputs = Policies::of(&PolicyArgs::default(), &inputs, speech)?.meant(inputs);
    if is_stdout(args.output.as_deref()) && (has_folder || inputs.len() > 1) {
        return Err(speech.failure(
            "beberapa masukan memerlukan tempat hasil: tambahkan -o FOLDER",
            "several inputs need a place for the results: add -o FOLDER",
        ));
    }
    let is_several = has_folder || inputs.len() > 1;
    let output = args.output.as_deref().filter(|_| !is_stdout(args.output.as_deref()));
    let extension = if format == DataFormat::Json { "json" } else { "yaml" };
    let mut planned = plan(inputs, output, is_several, extension);
    // What people may have mended since is not made anew, and no reason to fail.
    let is_there = |job: &Job| job.input.found && !args.force && job.target.as_ref().is_some_and(|it| it.is_file());
    let before = planned.jobs.len();
    planned.jobs.retain(|job| !is_there(job));
    let there = before - planned.jobs.len();
    let mut outcome = Outcome { speech, done: 0, there, failed: 0, void: 0, figures: Figures::default() };
    failures.iter().for_each(|it| outcome.fail(it));
    planned.clashes.iter().for_each(|it| outcome.fail(&it.failure(speech)));

    let manner = Manner { format, force: args.force, mending: Wanted::of(args.fix, args.unsafe_fixes, speech)? };
    let work = |job: &Job| shielded(&job.input.name, speech, || convert(job, &manner, speech));
    in_order(&planned.jobs, Progress::Shown, work, |result| outcome.add(result))?;
    outcome.tell();
    left_out.tell(speech);
    Ok(match outcome {
        Outcome { failed: 1.., .. } => Verdict::Failure,
        Outcome { void: 1.., .. } if args.strict => Verdict::Findings,
        _ => Verdict::Clean,
    })
}

fn format_of(output: Option<&Path>) -> DataFormat {
    match output.and_then(extension).as_deref() {
        Some("json") => DataFormat::Json,
        _ => DataFormat::Yaml,
    }
}

/// Of what was found in folders, leaves out what is in the target format already, and what stands beside the text or office
/// file it was converted from.
fn leave_out_results(gathered: &mut Gathered, format: DataFormat) {
    let has_original = |input: &Input| input.path.as_deref().is_some_and(super::input::has_original);
    gathered.inputs.retain(|input| {
        let kind = input.path.as_deref().and_then(extension);
        match (input.found, kind.as_deref()) {
            (true, Some("yaml" | "yml")) => format == DataFormat::Json && !has_original(input),
            (true, Some("json")) => format == DataFormat::Yaml && !has_original(input),
            _ => true,
        }
    });
}

/// How files are converted.
struct Manner {
    format: DataFormat,
    force: bool,
    mending: Option<Wanted>,
}

fn convert(job: &Job, manner: &Manner, speech: Speech) -> Result<Converted> {
    let analysis = open(&job.input, speech)?;
    let figures = Figures::of_all(&analysis.sops, &analysis.source);
    let (name, is_void) = (job.input.name.clone(), analysis.sops.iter().all(Sop::is_void));
    let is_exchanged = {
        let mut troubles = analysis.sops.iter().flat_map(|sop| &sop.troubles);
        troubles.any(|it| it.kind == TroubleKind::ExchangedData)
    };
    let bytes = artefact::data(&manner.mended(analysis.sops), manner.format);
    match &job.target {
        Some(target) => {
            job.guard(speech)?;
            save(&bytes, target, manner.force, speech)?;
            Ok(Converted { name, figures, is_void, is_exchanged, printed: None })
        }
        None => Ok(Converted { name, figures, is_void, is_exchanged, printed: Some(bytes) }),
    }
}

impl Manner {
    /// The SOPs with what is wanted mended, as their YAML is mended and read back.
    fn mended(&self, sops: Vec<Sop>) -> Vec<Sop> {
        let Some(wanted) = self.mending else { return sops };
        let is_wanted = |it: &Diagnostic| wanted.takes(it);
        let text = mended(&to_yaml(&sops), "sop.yaml", &Settings::default(), &is_wanted).map(|it| it.text);
        text.and_then(|text| read_yaml(&text).ok()).unwrap_or(sops)
    }
}

/// The run so far.
struct Outcome {
    speech: Speech,
    done: usize,
    /// Files whose results are there already.
    there: usize,
    failed: usize,
    /// Files in which no SOP was found.
    void: usize,
    figures: Figures,
}

impl Outcome {
    fn add(&mut self, result: Result<Converted>) -> Result<()> {
        match result {
            Ok(converted) => {
                self.done += 1;
                self.warn(&converted);
                self.figures = self.figures + converted.figures;
                converted.printed.map_or(Ok(()), |bytes| print(&bytes))
            }
            Err(failure) => {
                self.fail(&failure);
                Ok(())
            }
        }
    }

    fn warn(&mut self, converted: &Converted) {
        if converted.is_void {
            self.void += 1;
            self.warn_of(
                &converted.name,
                "tidak ada bagian identitas maupun tabel prosedur yang dikenali",
                "neither an identity block nor a procedure table was found",
            );
        }
        if converted.is_exchanged {
            self.warn_of(
                &converted.name,
                "lampiran `sop.yaml` di dalamnya bukan data yang dicetak; bandingkan hasilnya dengan halaman PDF-nya",
                "its attachment `sop.yaml` is not the data it was printed with; compare the result with its pages",
            );
        }
    }

    fn warn_of(&self, name: &str, id: &str, en: &str) {
        let name = plain(name);
        announce(self.speech.say(format!("peringatan: {name}: {id}"), format!("warning: {name}: {en}")));
    }

    fn fail(&mut self, failure: &anyhow::Error) {
        self.failed += 1;
        complain(failure, self.speech);
    }

    /// The summary, on standard error.
    fn tell(&self) {
        let Self { speech, done, there, failed, figures, .. } = self;
        let mut failures = match there {
            0 => String::new(),
            _ => speech.say(
                format!(", {there} sudah ada hasilnya dan dilewati (--force membuatnya lagi)"),
                format!(", {there} passed over, their results are there (--force makes them anew)"),
            ),
        };
        if *failed > 0 {
            failures.push_str(&speech.say(format!(", {failed} gagal"), format!(", {failed} failed")));
        }
        let plural = if *done == 1 { "" } else { "s" };
        let files = speech.say(format!("{done} berkas diubah"), format!("{done} file{plural} converted"));
        match done {
            0 => announce(format_args!("{files}{failures}")),
            _ => announce(format_args!("{files}{failures}: {}", figures.in_words(*speech))),
        }
    }
}
