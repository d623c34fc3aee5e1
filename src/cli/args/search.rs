//! What every verb that searches folders takes.

use clap::Args;

/// What is searched for.
#[derive(Debug, Clone, Default, Args)]
pub struct SearchArgs {
    /// Lewati berkas di folder yang cocok dengan pola ini, misalnya arsip/ atau *.lama.txt; boleh beberapa kali, atau dipisah koma
    #[arg(long, value_name = "POLA", value_delimiter = ',')]
    pub exclude: Vec<String>,
    /// Nama yang dipakai untuk masukan baku, misalnya sop.txt
    #[arg(long, value_name = "NAMA", default_value = "stdin", hide_default_value = true)]
    pub stdin_name: String,
}
