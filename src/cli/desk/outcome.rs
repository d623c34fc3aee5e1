//! Files made of a document: prints and tables, the reviewer's copy of a Word or Excel file, the report on the folder.

use super::stage::Stage;
use crate::analysis::analyze;
use crate::cli::args::{self, Arguments, Artefact, Paper, Verb};
use crate::cli::artefact::{Made, Wish, artefact};
use crate::cli::check;
use crate::cli::output::extension;
use crate::cli::render::ending;
use crate::cli::speech::Speech;
use crate::diagnostic::Language;
use crate::render::terminal::Glyphs;
use anyhow::Result;
use clap::{FromArgMatches, ValueEnum};
use serde::Serialize;
use std::ffi::OsString;
use std::fs;
use std::path::Path;

/// Columns of a table; none is made here.
const WIDTH: usize = 120;

/// Dots per inch of pictures; none are made here.
const DPI: u16 = 150;

/// Names of reports on the folder.
const REPORTS: [&str; 3] = ["rekap.xlsx", "rekap.html", "rekap.csv"];

/// A sort of file that a document can become.
#[derive(Serialize)]
pub(super) struct Export {
    /// What it is asked for by.
    to: String,
    /// The end of its name.
    ending: &'static str,
}

/// All that are one file, in the order of the command line.
pub(super) fn exports() -> Vec<Export> {
    let is_file = |it: &&Artefact| !matches!(it, Artefact::Table | Artefact::Png);
    let all = Artefact::value_variants().iter().filter(is_file);
    let export =
        |it: &Artefact| Some(Export { to: it.to_possible_value()?.get_name().to_owned(), ending: ending(*it) });
    all.filter_map(export).collect()
}

/// The names of the reports on the folder.
pub(super) fn reports() -> &'static [&'static str] {
    &REPORTS
}

/// The document as a file of that sort.
pub(super) fn export(
    doc: &str,
    to: &str,
    paper: Option<&str>,
    name: &str,
    stage: &Stage,
    speech: Speech,
) -> Result<Vec<u8>> {
    let unknown = || speech.failure("bentuk ini tidak dikenal", "this sort of file is not known");
    let wanted = Artefact::from_str(to, true).map_err(|_| unknown())?;
    let analysis = analyze(doc.as_bytes(), "sop.yaml");
    let sops = analysis.map_err(|error| anyhow::Error::msg(speech.message(&error.message()).to_owned()))?.sops;
    let (press, usual) = stage.press(name);
    let paper = paper.and_then(|it| Paper::from_str(it, true).ok()).unwrap_or(usual);
    let wish = Wish {
        artefact: wanted,
        press,
        paper,
        width: WIDTH,
        glyphs: Glyphs::Unicode,
        moment: None,
        dpi: DPI,
        per_page: false,
    };
    let books = if wish.is_print() { press.print(&sops, paper) } else { Vec::new() };
    match artefact(&sops, books, &wish)? {
        Made::Whole(bytes) => Ok(bytes),
        Made::Pages(_) => Err(unknown()),
    }
}

/// The file with a comment at each finding, as `sop check -o` writes it.
pub(super) fn annotated(bytes: &[u8], name: &str, stage: &Stage, speech: Speech) -> Result<Vec<u8>> {
    let kind = extension(Path::new(name)).unwrap_or_default();
    let folder = tempfile::tempdir()?;
    let (from, to) = (folder.path().join(format!("asal.{kind}")), folder.path().join(format!("salinan.{kind}")));
    if !matches!(kind.as_str(), "docx" | "docm" | "xlsx" | "xlsm") {
        return Err(speech.failure(
            "hanya berkas Word dan Excel dapat diberi komentar",
            "only Word and Excel files can be given comments",
        ));
    }
    fs::write(&from, bytes)?;
    let settings = stage.shelf.as_ref().map(|it| it.root().join(crate::config::FILE_NAME)).filter(|it| it.is_file());
    let mut line: Vec<OsString> = vec!["check".into(), from.into(), "-o".into(), to.clone().into()];
    match settings {
        Some(path) => line.extend(["--config".into(), path.into()]),
        None => line.push("--no-config".into()),
    }
    checked(line, speech)?;
    Ok(fs::read(&to)?)
}

/// A report on the whole folder.
pub(super) fn report(name: &str, stage: &Stage, speech: Speech) -> Result<Vec<u8>> {
    let nothing = || speech.failure("laporan ini tidak ada", "there is no such report");
    let shelf = stage.shelf.as_ref().filter(|_| REPORTS.contains(&name)).ok_or_else(nothing)?;
    let folder = tempfile::tempdir()?;
    let to = folder.path().join(name);
    checked(vec!["check".into(), shelf.root().into(), "-o".into(), to.clone().into()], speech)?;
    Ok(fs::read(&to)?)
}

/// Runs `sop check` as the command line does, so that what comes of it is the same.
fn checked(line: Vec<OsString>, speech: Speech) -> Result<()> {
    let line = std::iter::once(OsString::from("sop")).chain(line);
    let matches = args::command(Language::Indonesian).try_get_matches_from(line)?;
    if let Verb::Check(args) = Arguments::from_arg_matches(&matches)?.verb {
        check::run(&args, speech)?;
    }
    Ok(())
}
