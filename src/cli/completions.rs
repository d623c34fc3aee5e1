//! `sop completions`: the script that completes commands in a shell.

use super::Verdict;
use super::args::{CompletionsArgs, command};
use super::output::print;
use super::speech::Speech;
use anyhow::Result;

/// Prints the script of one shell, its help in the language chosen.
pub(super) fn run(args: &CompletionsArgs, speech: Speech) -> Result<Verdict> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command(speech.0), "sop", &mut script);
    print(&script)?;
    Ok(Verdict::Clean)
}
