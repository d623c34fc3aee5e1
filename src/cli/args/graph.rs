//! What `sop graph` takes.

use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// `sop graph`
#[derive(Debug, Args)]
#[command(
    override_usage = "sop graph [PILIHAN] INPUT… [-o BERKAS]",
    next_help_heading = "Pilihan",
    after_long_help = "\
Kotak: SOP. Panah putus-putus: disebut di Keterkaitan; titik-titik: mungkin yang dimaksud; kotak merah: disebut, tetapi tidak \
ada. Panah penuh: output SOP yang satu menjadi kelengkapan langkah pertama SOP yang lain; kertas putus-putus: dokumen \
yang ditunggu dan tidak dibuat SOP mana pun.

Tanpa --to, bentuk diambil dari akhiran berkas hasil (.dot .mmd .json).

Contoh:
  sop graph sops/ | dot -Tsvg -o sops.svg
  sop graph sops/ --to mermaid
  sop graph sops/ -o sops.json"
)]
pub struct GraphArgs {
    /// Berkas atau folder yang digambarkan; - untuk masukan baku
    #[arg(required = true, value_name = "INPUT", help_heading = "Masukan")]
    pub inputs: Vec<PathBuf>,
    /// Bentuk: dot (bawaan, untuk Graphviz), mermaid, json
    #[arg(long, value_enum, value_name = "BENTUK", hide_possible_values = true)]
    pub to: Option<GraphFormat>,
    /// Berkas hasil; tanpa ini ke layar
    #[arg(short, long, value_name = "BERKAS")]
    pub output: Option<PathBuf>,
    /// Timpa berkas hasil yang sudah ada
    #[arg(long)]
    pub force: bool,
    /// Nama yang dipakai untuk masukan baku, misalnya sop.txt
    #[arg(long, value_name = "NAMA", default_value = "stdin", hide_default_value = true)]
    pub stdin_name: String,
}

/// What `sop graph` writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum GraphFormat {
    /// Graphviz.
    Dot,
    /// Mermaid.
    Mermaid,
    /// JSON.
    Json,
}
