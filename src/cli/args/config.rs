//! What `sop config` takes.

use super::PolicyArgs;
use super::check::{POLICY, SETTINGS};
use super::english::Twin;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// `sop config`
#[derive(Debug, Args)]
#[command(
    override_usage = "sop config [PILIHAN] [BERKAS]",
    next_help_heading = "Pilihan",
    after_long_help = "\
Menampilkan pengaturan yang berlaku untuk satu berkas SOP (tanpa BERKAS: untuk folder ini) dan dari mana asalnya: bawaan, \
profil, sop.toml beserta barisnya, atau baris perintah.

Contoh:
  sop config
  sop config sops/surat-masuk.txt
  sop config --profile puskesmas --format json"
)]
pub struct ConfigArgs {
    /// Berkas SOP yang ditanyakan; tidak perlu ada
    #[arg(value_name = "BERKAS", help_heading = "Masukan")]
    pub file: Option<PathBuf>,
    /// Bentuk: teks (bawaan) atau json
    #[arg(long, value_enum, default_value = "teks", value_name = "BENTUK")]
    #[arg(hide_default_value = true, hide_possible_values = true)]
    pub format: ConfigFormat,
    /// Apa yang berlaku.
    #[command(flatten)]
    pub policy: PolicyArgs,
}

/// The shapes `sop config` answers in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ConfigFormat {
    /// For people.
    Teks,
    /// For programs.
    Json,
}

/// The help in English.
pub(super) const ENGLISH: Twin = Twin {
    verb: "config",
    about: "Show the settings that hold, and where they come from",
    usage: "sop config [OPTIONS] [FILE]",
    after: "\
Shows the settings that hold for one file (without FILE: for this folder) and where they come from: built in, the profile, \
sop.toml with its line, or the command line.

Examples:
  sop config
  sop config sops/surat-masuk.txt
  sop config --profile puskesmas --format json",
    arguments: &[
        &[
            ("file", "The SOP file that is asked about; it need not exist"),
            ("format", "Shape: teks (for people, unless chosen otherwise) or json"),
        ],
        POLICY,
        SETTINGS,
    ],
};
