//! The command line: the only floor that meets files, standard output, the environment and exit codes.
//!
//! One verb, one file. Results go to standard output or to files; everything said about the work goes to standard error.

// What cannot be heard must not stop the work.
#![deny(clippy::print_stderr)]

mod args;
mod artefact;
mod batch;
mod check;
mod completions;
mod config;
mod convert;
mod desk;
mod draft;
mod explain;
mod figures;
mod graph;
mod input;
mod left_out;
mod lsp;
mod man;
mod memory;
mod mending;
mod new;
mod output;
mod plan;
mod press;
mod render;
mod schema;
mod selection;
mod sop_file;
mod speech;
mod terminal;
mod time;
mod twin;
mod usage;

use crate::diagnostic::Language;
use crate::plain::plain;
use args::{Arguments, Verb};
use clap::FromArgMatches;
use clap::error::{Error, ErrorKind};
use output::announce;
use speech::Speech;
use std::ffi::OsString;
use std::io;
use std::process::ExitCode;

/// How a run ended; its number is the exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Verdict {
    /// Done; nothing at or above the level that fails.
    Clean = 0,
    /// Done; findings that fail.
    Findings = 1,
    /// Something could not be done.
    Failure = 2,
}

/// Runs the program with these arguments, the first of which is its own name.
///
/// Exit code: 0 clean, 1 findings, 2 something could not be done. A reader that closes the pipe early is no failure.
pub fn run(arguments: Vec<OsString>) -> ExitCode {
    // Help is answered while the command line is read, so that its language has to be known before.
    let asked = usage::language_asked(&arguments);
    let parsed = args::command(asked).try_get_matches_from(&arguments).and_then(|it| Arguments::from_arg_matches(&it));
    let arguments = match parsed {
        Ok(parsed) => parsed,
        Err(error) => return refuse(&error, asked),
    };
    let speech = Speech(arguments.language().unwrap_or(asked));
    let verdict = perform(&arguments, speech).unwrap_or_else(|error| {
        if is_closed_pipe(&error) {
            return Verdict::Clean;
        }
        complain(&error, speech);
        Verdict::Failure
    });
    ExitCode::from(verdict as u8)
}

fn perform(arguments: &Arguments, speech: Speech) -> anyhow::Result<Verdict> {
    match &arguments.verb {
        Verb::Check(args) => check::run(args, speech),
        Verb::Convert(args) => convert::run(args, speech),
        Verb::Render(args) => render::run(args, speech),
        Verb::Time(args) => time::run(args, speech),
        Verb::Graph(args) => graph::run(args, speech),
        Verb::Explain(args) => explain::run(args, speech),
        Verb::Config(args) => config::run(args, speech),
        Verb::New(args) => new::run(args, speech),
        Verb::Lsp(args) => lsp::run(args, arguments.language(), speech),
        Verb::Desk(args) => desk::run(args, speech),
        Verb::Schema => schema::run(),
        Verb::Completions(args) => completions::run(args, speech),
        Verb::Man(args) => man::run(args, speech),
    }
}

/// Help and version were asked for, or the command line makes no sense.
fn refuse(error: &Error, language: Language) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            // Nobody is left to hear that the reader of the help has gone.
            let _ = error.print();
            ExitCode::SUCCESS
        }
        _ => {
            announce(usage::explain(error, language).trim_end_matches('\n'));
            ExitCode::from(Verdict::Failure as u8)
        }
    }
}

/// Says on standard error what could not be done.
fn complain(error: &anyhow::Error, speech: Speech) {
    announce(format_args!("{}: {}", speech.say("galat", "error"), plain(&error.to_string())));
}

fn is_closed_pipe(error: &anyhow::Error) -> bool {
    let is_closed = |it: &io::Error| it.kind() == io::ErrorKind::BrokenPipe;
    error.chain().any(|cause| cause.downcast_ref::<io::Error>().is_some_and(is_closed))
}
