//! What `sop lsp` takes.

use super::PolicyArgs;
use super::check::{POLICY, SETTINGS};
use super::english::Twin;
use clap::Args;

/// `sop lsp`
#[derive(Debug, Args)]
#[command(
    override_usage = "sop lsp [PILIHAN]",
    next_help_heading = "Pilihan",
    after_long_help = "\
Penyunting teks menjalankan perintah ini sendiri dan berbicara dengannya lewat masukan dan keluaran baku; README memuat \
pengaturannya untuk VS Code, Neovim, Helix, dan Zed. Yang dilayani: berkas YAML sop, dan draf SOP berupa teks atau Markdown (temuan \
dan penjelasannya). Tidak ada berkas yang ditulis: setiap perubahan diserahkan kepada penyunting teks.

Bahasa pesan mengikuti bahasa penyunting teks, kecuali disebut dengan --lang. Pengaturan dibaca dari sop.toml terdekat, seperti pada \
sop check."
)]
pub struct LspArgs {
    /// What applies.
    #[command(flatten)]
    pub policy: PolicyArgs,
    #[arg(long, hide = true)]
    stdio: bool,
}

/// The help in English.
pub(super) const ENGLISH: Twin = Twin {
    verb: "lsp",
    about: "Serve a text editor (LSP): findings, fixes and completion while you type",
    usage: "sop lsp [OPTIONS]",
    after: "\
A text editor starts this command itself and speaks with it through standard input and output; the README has the settings for \
VS Code, Neovim, Helix and Zed. It serves YAML files of sop, and drafts of SOPs in text or Markdown (findings and their pages). No \
file is ever written: every change is handed to the editor.

Messages are in the language of the editor, unless --lang names one. Settings are read from the nearest sop.toml, as with sop check.",
    arguments: &[POLICY, SETTINGS],
};
