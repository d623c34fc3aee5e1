//! What `sop new` takes.

use super::english::Twin;
use clap::Args;
use std::path::PathBuf;

/// `sop new`
#[derive(Debug, Args)]
#[command(
    override_usage = "sop new NAMA [-o BERKAS]",
    next_help_heading = "Pilihan",
    after_long_help = "\
Contoh:
  sop new \"Pengelolaan Surat Masuk\"
  sop new \"Pengelolaan Surat Masuk\" -o surat-masuk.yaml"
)]
pub struct NewArgs {
    /// Nama SOP, misalnya "Pengelolaan Surat Masuk"
    #[arg(value_name = "NAMA", help_heading = "Masukan")]
    pub name: String,
    /// Berkas hasil; tanpa ini dinamai menurut nama SOP; - untuk ke layar
    #[arg(short, long, value_name = "BERKAS")]
    pub output: Option<PathBuf>,
    /// Timpa berkas hasil yang sudah ada
    #[arg(long)]
    pub force: bool,
}

/// The help in English.
pub(super) const ENGLISH: Twin = Twin {
    verb: "new",
    about: "Make a new YAML file to be filled in",
    usage: "sop new NAME [-o FILE]",
    after: "\
Examples:
  sop new \"Pengelolaan Surat Masuk\"
  sop new \"Pengelolaan Surat Masuk\" -o surat-masuk.yaml",
    arguments: &[&[
        ("name", "Name of the SOP, such as \"Pengelolaan Surat Masuk\""),
        ("output", "File to write; without it named after the SOP; - for the screen"),
    ]],
};
