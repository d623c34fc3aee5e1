//! What `sop completions` takes.

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
