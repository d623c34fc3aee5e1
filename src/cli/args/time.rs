//! What `sop time` takes.

use super::SearchArgs;
use super::english::Twin;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// `sop time`
#[derive(Debug, Args)]
#[command(
    override_usage = "sop time [PILIHAN] INPUT…",
    next_help_heading = "Pilihan",
    after_long_help = "\
Setiap angka disertai langkah-langkah yang dijumlahkan. Langkah yang waktunya tidak terbaca, tidak ditulis, atau dihitung \
per berkas disebut dan tidak ikut dihitung. Dari rentang waktu kedua batasnya dihitung; `maks.` dan `±` dihitung sebesar \
angkanya; 7 hari kalender dihitung 5 hari kerja; `3x24 jam` adalah 3 hari kalender. Cabang paralel: yang terlama.

Contoh:
  sop time surat-masuk.yaml
  sop time sops/ --format json"
)]
pub struct TimeArgs {
    /// Berkas atau folder yang dihitung; - untuk masukan baku
    #[arg(required = true, value_name = "INPUT", help_heading = "Masukan")]
    pub inputs: Vec<PathBuf>,
    /// Bentuk hasil: text (bawaan) atau json
    #[arg(long, value_enum, default_value = "text", value_name = "BENTUK")]
    #[arg(hide_default_value = true, hide_possible_values = true)]
    pub format: TimeFormat,
    /// Which files.
    #[command(flatten)]
    pub search: SearchArgs,
}

/// The shapes an account of time comes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TimeFormat {
    /// Lines for people.
    Text,
    /// Objects.
    Json,
}

/// The help in English.
pub(super) const ENGLISH: Twin = Twin {
    verb: "time",
    about: "Add up the time of an SOP: all steps, the fastest and slowest way, each actor",
    usage: "sop time [OPTIONS] INPUT…",
    after: "\
Every number comes with the steps that were added up. Steps whose time could not be read, is not written, or counts for each file \
are named and left out. Of a range both limits count; `maks.` and `±` count as their number; 7 calendar days count as 5 working days; \
`3x24 jam` is 3 calendar days. Of parallel branches the longest counts.

Examples:
  sop time surat-masuk.yaml
  sop time sops/ --format json",
    arguments: &[&[
        ("inputs", "File or folder to add up; - for standard input"),
        ("format", "Shape: text (unless chosen otherwise) or json"),
    ]],
};
