//! What `sop convert` takes.

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
    /// Nama yang dipakai untuk masukan baku, misalnya sop.txt
    #[arg(long, value_name = "NAMA", default_value = "stdin", hide_default_value = true)]
    pub stdin_name: String,
}

/// What `sop convert` writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DataFormat {
    /// YAML.
    Yaml,
    /// JSON.
    Json,
}
