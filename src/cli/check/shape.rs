//! `--format` and `-o` → the shape of a report.

use crate::cli::args::CheckArgs;
use crate::cli::output::extension;
use crate::cli::speech::Speech;
use crate::report;
use anyhow::Result;
use clap::ValueEnum;

/// The shapes a report comes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Snippets.
    Full,
    /// Lines.
    Concise,
    /// A web page.
    Html,
    /// The reviewer's sheet, as Markdown.
    Catatan,
    /// The reviewer's sheet, for spreadsheets.
    CatatanCsv,
    /// A table for programs.
    Csv,
    /// Objects in an array.
    Json,
    /// Objects, one a line.
    Ndjson,
    /// SARIF 2.1.0.
    Sarif,
    /// Workflow commands of GitHub Actions.
    Github,
    /// Code quality report of GitLab.
    Gitlab,
    /// JUnit XML.
    Junit,
}

/// The shape that the command line asks for: by name, else by the extension of the file it goes to, else snippets.
///
/// # Errors
/// Statistics are asked for in a shape that has none.
pub(super) fn shape(args: &CheckArgs, speech: Speech) -> Result<report::Format> {
    let extension = args.output.as_deref().and_then(extension);
    let format = match (args.format, extension.as_deref()) {
        (Some(Format::Catatan), Some("csv")) => report::Format::EvaluationCsv,
        (Some(format), _) => named(format),
        (None, extension) => by_extension(extension),
    };
    let counts = [report::Format::Full, report::Format::Concise, report::Format::Json, report::Format::Csv];
    if args.statistics && !counts.contains(&format) {
        return Err(speech.failure(
            "--statistics hanya ada untuk --format full, concise, json, csv",
            "--statistics comes as --format full, concise, json, csv only",
        ));
    }
    Ok(format)
}

fn named(format: Format) -> report::Format {
    match format {
        Format::Full => report::Format::Full,
        Format::Concise => report::Format::Concise,
        Format::Html => report::Format::Html,
        Format::Catatan => report::Format::Evaluation,
        Format::CatatanCsv => report::Format::EvaluationCsv,
        Format::Csv => report::Format::Csv,
        Format::Json => report::Format::Json,
        Format::Ndjson => report::Format::Ndjson,
        Format::Sarif => report::Format::Sarif,
        Format::Github => report::Format::Github,
        Format::Gitlab => report::Format::Gitlab,
        Format::Junit => report::Format::Junit,
    }
}

fn by_extension(extension: Option<&str>) -> report::Format {
    match extension {
        Some("html" | "htm") => report::Format::Html,
        Some("md" | "markdown") => report::Format::Evaluation,
        Some("csv") => report::Format::Csv,
        Some("json") => report::Format::Json,
        Some("ndjson" | "jsonl") => report::Format::Ndjson,
        Some("sarif") => report::Format::Sarif,
        Some("xml") => report::Format::Junit,
        _ => report::Format::Full,
    }
}
