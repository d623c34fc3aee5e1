//! What `sop man` takes.

use super::english::Twin;
use clap::Args;
use std::path::PathBuf;

/// `sop man`
#[derive(Debug, Args)]
#[command(
    override_usage = "sop man [-o FOLDER]",
    next_help_heading = "Pilihan",
    after_long_help = "\
Contoh:
  sop man | man -l -
  sop man -o ~/.local/share/man/man1"
)]
pub struct ManArgs {
    /// Folder untuk semua halaman: sop.1, sop-check.1, dan seterusnya; tanpa ini halaman sop.1 ke layar
    #[arg(short, long, value_name = "FOLDER")]
    pub output: Option<PathBuf>,
    /// Timpa halaman yang sudah ada
    #[arg(long)]
    pub force: bool,
}

/// The help in English.
pub(super) const ENGLISH: Twin = Twin {
    verb: "man",
    about: "Write the manual pages of the program and its commands",
    usage: "sop man [-o FOLDER]",
    after: "\
Examples:
  sop man | man -l -
  sop man -o ~/.local/share/man/man1",
    arguments: &[&[
        ("output", "Folder for all pages: sop.1, sop-check.1 and so on; without it the page sop.1 to the screen"),
        ("force", "Overwrite pages that exist"),
    ]],
};
