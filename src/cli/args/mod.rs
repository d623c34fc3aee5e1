//! The command line as types: verbs, their options, and the help texts a clerk reads.

mod check;
mod completions;
mod config;
mod convert;
mod desk;
mod english;
mod explain;
mod graph;
mod lsp;
mod man;
mod new;
mod render;
mod search;
mod time;

pub use check::{CheckArgs, PolicyArgs, SettingsArgs};
pub use completions::CompletionsArgs;
pub use config::{ConfigArgs, ConfigFormat};
pub use convert::{ConvertArgs, DataFormat};
pub use desk::DeskArgs;
pub use explain::ExplainArgs;
pub use graph::{GraphArgs, GraphFormat};
pub use lsp::LspArgs;
pub use man::ManArgs;
pub use new::NewArgs;
pub use render::{Artefact, Paper, PrintArgs, RenderArgs};
pub use search::SearchArgs;
pub use time::{TimeArgs, TimeFormat};

use crate::diagnostic::Language;
use clap::builder::PossibleValuesParser;
use clap::{ArgAction, Command, CommandFactory, Parser, Subcommand, ValueEnum};
use english::{Twin, Whole, in_english};

const EXAMPLES: &str = "\
Contoh:
  sop check surat-masuk.xlsx             periksa satu SOP: Excel, Word, PDF, teks, atau YAML
  sop check sops/ --strict               periksa satu folder; peringatan pun menggagalkan
  sop convert sops/ -o yaml/             ubah berkas satu folder menjadi YAML
  sop render surat-masuk.yaml            tampilkan tabelnya di layar
  sop render surat-masuk.yaml -o a.pdf   cetak diagram alirnya
  sop time surat-masuk.yaml              hitung waktunya
  sop explain S502                       jelaskan satu aturan";

/// The verbs in English.
const VERBS: &[&Twin] = &[
    &check::ENGLISH,
    &convert::ENGLISH,
    &render::ENGLISH,
    &time::ENGLISH,
    &graph::ENGLISH,
    &explain::ENGLISH,
    &config::ENGLISH,
    &new::ENGLISH,
    &lsp::ENGLISH,
    &desk::ENGLISH,
    &SCHEMA,
    &completions::ENGLISH,
    &man::ENGLISH,
];

const SCHEMA: Twin = Twin {
    verb: "schema",
    about: "Print the JSON Schema of the YAML, for your editor",
    usage: "sop schema > sop.schema.json",
    after: "",
    arguments: &[],
};

/// The program itself in English.
const ENGLISH: Whole = Whole {
    about: "Reads, checks and prints the SOPs of Indonesian government offices (PermenPANRB 35/2012)",
    long_about: "Reads the SOPs of Indonesian government offices (SOP AP, PermenPANRB 35/2012) from Excel, Word or PDF files with the flow \
                 drawn in them, from text, or from YAML, checks what they say, and prints them as table, flowchart or YAML.",
    usage: "sop COMMAND [OPTIONS]",
    after: "\
Examples:
  sop check surat-masuk.xlsx             check one SOP: Excel, Word, PDF, text or YAML
  sop check sops/ --strict               check a folder; warnings fail too
  sop convert sops/ -o yaml/             turn the files of a folder into YAML
  sop render surat-masuk.yaml            show its table on the screen
  sop render surat-masuk.yaml -o a.pdf   print its flowchart
  sop time surat-masuk.yaml              add up its time
  sop explain S502                       explain a rule",
    verbs: VERBS,
};

/// Everything on the command line.
#[derive(Debug, Parser)]
#[command(
    name = "sop",
    version,
    about = "Membaca, memeriksa, dan mencetak SOP administrasi pemerintahan (PermenPANRB 35/2012)",
    long_about = "Membaca SOP administrasi pemerintahan (SOP AP, PermenPANRB 35/2012) dari berkas Excel, Word, atau PDF beserta \
                  gambar alurnya, dari teks, atau dari YAML, memeriksa isinya, dan mencetaknya sebagai tabel, diagram alir, atau YAML.",
    after_long_help = EXAMPLES,
    override_usage = "sop PERINTAH [PILIHAN]",
    subcommand_help_heading = "Perintah",
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    next_help_heading = "Pilihan umum"
)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub verb: Verb,
    /// Bahasa pesan: id (Indonesia) atau en (Inggris); bawaan: en bila LC_ALL, LC_MESSAGES, atau LANG berawal en, selain itu id
    #[arg(long, global = true, value_name = "id|en", value_parser = language(), hide_possible_values = true)]
    pub lang: Option<String>,
    /// Tampilkan bantuan singkat (-h) atau lengkap (--help)
    #[arg(short = 'h', long = "help", global = true, action = ArgAction::Help)]
    help: Option<bool>,
    /// Tampilkan versi program
    #[arg(short = 'V', long = "version", action = ArgAction::Version)]
    version: Option<bool>,
}

fn language() -> PossibleValuesParser {
    PossibleValuesParser::new(["id", "en"])
}

impl Arguments {
    /// The language people are addressed in, where the command line says so.
    pub fn language(&self) -> Option<Language> {
        self.lang.as_deref().map(|it| if it == "en" { Language::English } else { Language::Indonesian })
    }
}

/// The command line as clap knows it, in that language: every help page in the house's layout, with its own words around what clap
/// fills in.
pub fn command(language: Language) -> Command {
    let command = Arguments::command();
    let (command, usage) = match language {
        Language::Indonesian => (command, "Pemakaian"),
        Language::English => (in_english(command, &ENGLISH), "Usage"),
    };
    let page = format!("{{about-with-newline}}\n{usage}: {{usage}}\n\n{{all-args}}{{after-help}}");
    command.help_template(page.clone()).mut_subcommands(|verb| verb.help_template(page.clone()))
}

/// One verb, one file of this folder.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Periksa SOP dan laporkan temuannya
    Check(CheckArgs),
    /// Ubah berkas Excel, Word, PDF, atau teks menjadi YAML (atau JSON) yang rapi
    Convert(ConvertArgs),
    /// Cetak SOP sebagai tabel, PDF, Word, Excel, SVG, HTML, Markdown, PNG, YAML, BPMN, atau Mermaid
    Render(RenderArgs),
    /// Hitung waktu SOP: jumlah, jalan tercepat dan terlama, tiap pelaksana
    Time(TimeArgs),
    /// Gambarkan hubungan antar-SOP satu folder: DOT, Mermaid, atau JSON
    Graph(GraphArgs),
    /// Jelaskan aturan pemeriksaan; tanpa KODE: daftar semua aturan
    Explain(ExplainArgs),
    /// Tampilkan pengaturan yang berlaku dan dari mana asalnya
    Config(ConfigArgs),
    /// Buat berkas YAML baru yang tinggal diisi
    New(NewArgs),
    /// Layani penyunting teks (LSP): temuan, perbaikan, dan isian selagi mengetik
    Lsp(LspArgs),
    /// Buka halaman di peramban untuk memeriksa, memperbaiki, dan mencetak SOP
    #[command(visible_alias = "meja")]
    Desk(DeskArgs),
    /// Cetak JSON Schema dari berkas YAML, untuk penyunting teks
    #[command(override_usage = "sop schema > sop.schema.json")]
    Schema,
    /// Cetak skrip pelengkap perintah untuk bash, zsh, fish, elvish, atau powershell
    Completions(CompletionsArgs),
    /// Tulis halaman manual program dan perintahnya
    Man(ManArgs),
}

/// When colours are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal, unless `NO_COLOR` is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}
