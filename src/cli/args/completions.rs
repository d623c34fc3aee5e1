//! What `sop completions` takes.

use super::english::Twin;
use clap::Args;

/// `sop completions`
#[derive(Debug, Args)]
#[command(
    override_usage = "sop completions SHELL",
    next_help_heading = "Pilihan",
    after_long_help = "\
Contoh:
  sop completions bash > ~/.local/share/bash-completion/completions/sop"
)]
pub struct CompletionsArgs {
    /// bash, zsh, fish, elvish, atau powershell
    #[arg(value_name = "SHELL", help_heading = "Masukan", hide_possible_values = true)]
    pub shell: clap_complete::Shell,
}

/// The help in English.
pub(super) const ENGLISH: Twin = Twin {
    verb: "completions",
    about: "Print the script that completes commands, for bash, zsh, fish, elvish or powershell",
    usage: "sop completions SHELL",
    after: "\
Examples:
  sop completions bash > ~/.local/share/bash-completion/completions/sop",
    arguments: &[&[("shell", "bash, zsh, fish, elvish or powershell")]],
};
