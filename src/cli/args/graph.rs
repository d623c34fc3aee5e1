//! What `sop graph` takes.

use super::SearchArgs;
use super::english::Twin;
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
    /// Which files.
    #[command(flatten)]
    pub search: SearchArgs,
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

/// The help in English.
pub(super) const ENGLISH: Twin = Twin {
    verb: "graph",
    about: "Draw how the SOPs of a folder hang together: DOT, Mermaid or JSON",
    usage: "sop graph [OPTIONS] INPUT… [-o FILE]",
    after: "\
A box is an SOP. A dashed arrow: named under Keterkaitan; dotted: may be the one meant; a red box: named, but not there. A full arrow: \
the output of one SOP is what the first step of another needs; dashed paper: a document that is waited for and that no SOP makes.

Without --to the shape follows the extension of the file (.dot .mmd .json).

Examples:
  sop graph sops/ | dot -Tsvg -o sops.svg
  sop graph sops/ --to mermaid
  sop graph sops/ -o sops.json",
    arguments: &[&[
        ("inputs", "File or folder to draw; - for standard input"),
        ("to", "Shape: dot (for Graphviz, unless chosen otherwise), mermaid, json"),
    ]],
};
