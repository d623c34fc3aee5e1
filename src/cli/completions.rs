//! `sop completions`: the script that completes commands in a shell.

use super::Verdict;
use super::args::{CompletionsArgs, command};
use super::output::print;
use anyhow::Result;

/// Prints the script of one shell.
pub(super) fn run(args: &CompletionsArgs) -> Result<Verdict> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command(), "sop", &mut script);
    print(&script)?;
    Ok(Verdict::Clean)
}
