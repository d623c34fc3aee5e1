//! What `sop convert` takes.

use super::SearchArgs;
use super::english::Twin;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// `sop convert`
#[derive(Debug, Args)]
#[command(
    override_usage = "sop convert [PILIHAN] INPUT… [-o BERKAS|FOLDER]",
    next_help_heading = "Pilihan",
    after_long_help = "\
Tanpa -o, satu masukan ditulis ke layar. Beberapa masukan atau satu folder memerlukan -o FOLDER; susunan subfolder \
dipertahankan. Dari sebuah folder diambil semua berkas Excel, Word, PDF, dan teks; YAML dan JSON hanya bila diubah ke bentuk \
yang lain.

Yang tidak terbaca atau disimpulkan dicatat di `konversi.tinjau` untuk ditinjau orang, dengan tempatnya di berkas asal: baris, atau \
lembar dan sel. Baris yang tidak dipahami dihitung di ringkasan; `sop check` menyebut satu per satu. Masukan tidak pernah ditimpa.

Kode keluar: 0 selesai, 1 ada berkas tanpa identitas dan tanpa tabel prosedur (hanya dengan --strict), 2 ada yang tidak dapat dikerjakan.

Contoh:
  sop convert surat-masuk.xlsx
  sop convert surat-masuk.txt -o surat-masuk.yaml
  sop convert sops/ -o yaml/"
)]
pub struct ConvertArgs {
    /// Berkas atau folder yang diubah; - untuk masukan baku
    #[arg(required = true, value_name = "INPUT", help_heading = "Masukan")]
    pub inputs: Vec<PathBuf>,
    /// Berkas atau folder hasil
    #[arg(short, long, value_name = "BERKAS|FOLDER")]
    pub output: Option<PathBuf>,
    /// Bentuk hasil: yaml (bawaan) atau json
    #[arg(long, value_enum, value_name = "BENTUK", hide_possible_values = true)]
    pub to: Option<DataFormat>,
    /// Perbaiki hasilnya sekalian, yang pasti benar saja
    #[arg(long)]
    pub fix: bool,
    /// Bersama --fix: juga perbaikan yang perlu ditinjau orang
    #[arg(long)]
    pub unsafe_fixes: bool,
    /// Berkas tanpa identitas dan tanpa tabel prosedur menggagalkan (kode keluar 1)
    #[arg(long)]
    pub strict: bool,
    /// Timpa berkas hasil yang sudah ada
    #[arg(long)]
    pub force: bool,
    /// Which files.
    #[command(flatten)]
    pub search: SearchArgs,
}

/// What `sop convert` writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DataFormat {
    /// YAML.
    Yaml,
    /// JSON.
    Json,
}

/// The help in English.
pub(super) const ENGLISH: Twin = Twin {
    verb: "convert",
    about: "Turn Excel, Word, PDF or text into tidy YAML (or JSON)",
    usage: "sop convert [OPTIONS] INPUT… [-o FILE|FOLDER]",
    after: "\
Without -o one input is written to the screen. Several inputs, or a folder, need -o FOLDER; its subfolders are kept. Of a folder all \
Excel, Word, PDF and text files are taken; YAML and JSON only where they become the other.

What could not be read, or was inferred, is recorded in `konversi.tinjau` for a person to review, with its place in the original: line, \
or sheet and cell. Lines that were not understood are counted in the summary; `sop check` names them one by one. An input is never overwritten.

Exit code: 0 done, 1 a file without identity page and procedure table (with --strict only), 2 something could not be done.

Examples:
  sop convert surat-masuk.xlsx
  sop convert surat-masuk.txt -o surat-masuk.yaml
  sop convert sops/ -o yaml/",
    arguments: &[&[
        ("inputs", "File or folder to convert; - for standard input"),
        ("output", "File or folder to write"),
        ("to", "Shape of the result: yaml (unless chosen otherwise) or json"),
        ("fix", "Mend the result at once, only what is certain"),
        ("unsafe_fixes", "With --fix: also fixes that a person has to review"),
        ("strict", "A file without identity page and procedure table fails (exit code 1)"),
    ]],
};
