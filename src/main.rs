//! The program `sop`: hands the command line to [`sop::cli::run`] and its verdict to the shell.

use std::process::ExitCode;

fn main() -> ExitCode {
    sop::cli::run(std::env::args_os().collect())
}
