//! `sop render`: one file → table, print or YAML.

use super::Verdict;
use super::args::{Artefact, Paper, PolicyArgs, RenderArgs};
use super::artefact::{Wish, artefact};
use super::batch::open;
use super::check::policy::Policies;
use super::input::gather;
use super::output::{deliver, extension, is_stdout};
use super::plan::Job;
use super::press::{Press, remark};
use super::speech::Speech;
use super::terminal;
use crate::layout::{Page, verify};
use crate::model::Sop;
use crate::plain::plain;
use crate::render::print::Moment;
use crate::render::terminal::Glyphs;
use anyhow::Result;
use clap::ValueEnum;
use std::io::{IsTerminal, stdout};
use std::path::Path;

/// Renders one file.
pub(super) fn run(args: &RenderArgs, speech: Speech) -> Result<Verdict> {
    let output = args.output.as_deref();
    let paper = args.print.paper.map_or_else(|| usual_paper(&args.input, speech), Ok)?;
    let press = Press::ready(&args.print, paper, speech)?;
    let wish = Wish {
        artefact: wanted(args, speech)?,
        press: &press,
        width: args.width.map_or_else(terminal::width, usize::from),
        glyphs: if args.ascii { Glyphs::Ascii } else { Glyphs::Unicode },
        moment: moment(speech)?,
    };
    if matches!(wish.artefact, Artefact::Pdf | Artefact::Pdfa) && is_stdout(output) && stdout().is_terminal() {
        return Err(speech.failure(
            "PDF tidak dapat ditampilkan di layar: tambahkan -o BERKAS.pdf",
            "a PDF cannot be shown on a terminal: add -o FILE.pdf",
        ));
    }
    let job = Job { input: single(&args.input, &args.stdin_name, speech)?, target: args.output.clone() };
    let mut analysis = open(&job.input, speech)?;
    if args.print.redact_nip {
        analysis.sops.iter_mut().for_each(Sop::mask_nips);
    }
    let printed =
        args.verify || matches!(wish.artefact, Artefact::Pdf | Artefact::Pdfa | Artefact::Svg | Artefact::Html);
    let books = if printed { press.print(&analysis.sops)? } else { Vec::new() };
    remark(&job.input.name, &books, speech);
    let verdict = if args.verify { report(&job.input.name, &analysis.sops, &books, speech) } else { Verdict::Clean };
    if args.verify && output.is_none() && args.to.is_none() {
        return Ok(verdict);
    }
    let bytes = artefact(&analysis.sops, &books, &wish)?;
    job.guard(speech)?;
    deliver(&bytes, output, args.force, speech)?;
    Ok(verdict)
}

/// Says on standard error what is wrong with the print, or that nothing is.
fn report(name: &str, sops: &[Sop], books: &[Vec<Page>], speech: Speech) -> Verdict {
    let (mut count, mut before) = (0, 0);
    for (sop, pages) in sops.iter().zip(books) {
        for fault in verify(sop, pages) {
            let words = speech.message(&fault.message);
            // A fault of no page is something that stands on none.
            let line = match fault.page {
                0 => format!("{name}: {words}"),
                page => speech.say(
                    format!("{name}: halaman {}: {words}", before + page),
                    format!("{name}: page {}: {words}", before + page),
                ),
            };
            eprintln!("{}", plain(&line));
            count += 1;
        }
        before += pages.len();
    }
    if count == 0 {
        eprintln!(
            "{}",
            plain(&speech.say(
                format!("{name}: cetakan bersih, {before} halaman"),
                format!("{name}: the print is clean, {before} pages")
            ))
        );
        return Verdict::Clean;
    }
    Verdict::Findings
}

/// The paper of the profile that holds for the document.
fn usual_paper(input: &Path, speech: Speech) -> Result<Paper> {
    let folder = input.parent().unwrap_or(Path::new(""));
    let policies = Policies::of_folders(&PolicyArgs::default(), std::iter::once(folder), speech)?;
    let profile = policies.policy_for(Some(input)).profile.value;
    Ok(Paper::from_str(profile.paper, true).unwrap_or(Paper::A4))
}

/// What to make: as asked, else by the name of the result, else a table.
fn wanted(args: &RenderArgs, speech: Speech) -> Result<Artefact> {
    let output = args.output.as_deref().filter(|path| !is_stdout(Some(path)));
    match (args.to, output.and_then(extension).as_deref()) {
        (Some(artefact), _) => Ok(artefact),
        (None, Some("pdf")) => Ok(Artefact::Pdf),
        (None, Some("svg")) => Ok(Artefact::Svg),
        (None, Some("html" | "htm")) => Ok(Artefact::Html),
        (None, Some("yaml" | "yml")) => Ok(Artefact::Yaml),
        (None, Some("txt")) => Ok(Artefact::Table),
        (None, _) if output.is_none() => Ok(Artefact::Table),
        _ => Err(speech.failure(
            "bentuk hasil tidak jelas dari nama berkasnya: tambahkan --to table|pdf|pdfa|svg|html|yaml",
            "the name of the result does not tell its format: add --to table|pdf|pdfa|svg|html|yaml",
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

fn single(name: &Path, stdin_name: &str, speech: Speech) -> Result<super::input::Input> {
    if name.is_dir() {
        let name = name.display();
        return Err(speech.failure(
            format!("{name}: ini folder; `sop render` mencetak satu berkas"),
            format!("{name}: this is a folder; `sop render` prints one file"),
        ));
    }
    let mut inputs = gather(&[name.to_owned()], stdin_name, speech).inputs;
    inputs.pop().ok_or_else(|| speech.failure("tidak ada masukan", "no input"))
}
