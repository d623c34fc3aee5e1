//! What `sop check` takes, and the policy it shares with `sop config`.

use super::Color;
use super::SearchArgs;
use super::english::{Texts, Twin};
use crate::cli::check::Format;
use crate::vocabulary::profiles::PROFILES;
use clap::Args;
use clap::builder::PossibleValuesParser;
use std::path::PathBuf;

/// `sop check`
#[derive(Debug, Args)]
#[command(
    override_usage = "sop check [PILIHAN] INPUT…",
    next_help_heading = "Pilihan",
    after_long_help = "\
Folder diperiksa seluruhnya, menurut abjad: .xlsx .xlsm .docx .docm .pdf .bpmn .txt .tsv .md .html .htm .yaml .yml .json. Berkas \
*.schema.json dan *baseline.json dilewati, begitu pula berkas yang YAML-nya (konversi.sumber) ada di folder \
yang sama, sebab YAML itu yang diperiksa, dan PDF yang di sampingnya ada berkas senama (.xlsx .docx .yaml .txt …), supaya satu \
dokumen tidak dilaporkan dua kali; sebut berkas itu sendiri untuk memeriksanya. Berkas lain yang dilewati, atau bukan SOP, disebut pada akhirnya beserta alasannya.

Temuan pada berkas Excel, Word, atau PDF menyebut lembar dan sel, tabel, paragraf, atau halaman. Berkas itu sendiri tidak pernah \
diubah: --fix menulis YAML di sampingnya, atau dengan -o NAMA.docx perubahan terlacak di salinannya.

Dengan -o NAMA.docx, .xlsx, atau .pdf ditulis salinan berkas yang diperiksa: setiap temuan menjadi komentar, catatan sel, atau \
catatan halaman di tempatnya, selebihnya tidak berubah. Salinan itu dapat diperiksa lagi: komentar sop diganti; komentar orang tetap, \
dan temuan yang komentarnya dijawab, diubah, atau ditandai selesai tidak diulang. Dengan --fix kata yang salah di berkas Word \
diganti sebagai perubahan terlacak, untuk diterima atau ditolak; isi sel Excel dan tulisan PDF tidak diubah. Untuk folder atau beberapa berkas, -o NAMA.xlsx \
menulis rekap: lembar unit, dokumen, dan temuan, serta formulir monitoring dan evaluasi.

Pengaturan dibaca dari sop.toml terdekat: di folder berkas itu, lalu folder-folder di atasnya; `sop config` menampilkan \
yang berlaku. Berkas --baseline mencatat temuan lama menurut isinya, bukan barisnya; temuan itu tidak dilaporkan lagi.
Beberapa SOP yang diperiksa bersama juga dibandingkan satu sama lain (aturan S9 dan S114).

Catatan bacaan, pada akhir setiap dokumen, menyebut apa yang tidak dipahami program ini: bukan kesalahan dokumen, dan tidak pernah \
menggagalkan. Folder diakhiri ringkasannya: unit dan dokumen yang terburuk, temuan tersering, apa yang diperbaiki dahulu.

Kode keluar: 0 tidak ada galat, 1 ada galat (dengan --strict: atau peringatan), 2 ada yang tidak dapat dikerjakan.

Contoh:
  sop check surat-masuk.xlsx
  sop check sops/ --format concise
  sop check sops/ --select S5,S6 --ignore unused-output
  sop check sops/ --write-baseline baseline.json
  sop check sops/ --baseline baseline.json
  sop check surat-masuk.yaml --diff      lihat dahulu perbaikannya, lalu pakai --fix
  sop check sops/ -o laporan.html
  sop check sops/ -o rekap.xlsx
  sop check draf.docx -o draf.dicatat.docx
  sop check draf.docx --fix -o draf.dicatat.docx
  sop check surat-masuk.txt --format catatan -o catatan.md
  sop check sops/ --statistics
  sop check - --stdin-name sop.docx < sop.docx"
)]
pub struct CheckArgs {
    /// Berkas atau folder yang diperiksa; - untuk masukan baku
    #[arg(required = true, value_name = "INPUT", help_heading = "Masukan")]
    pub inputs: Vec<PathBuf>,
    /// Bentuk laporan: full (dengan cuplikan, bawaan), concise (satu baris per temuan), html (halaman web), catatan (lembar
    /// evaluasi), catatan-csv, csv, json, ndjson, sarif, github, gitlab, junit
    #[arg(long, value_enum, value_name = "BENTUK", hide_possible_values = true)]
    pub format: Option<Format>,
    /// Tulis laporan ke berkas; tanpa --format, bentuknya menurut akhirannya: .html .md .csv .json .ndjson .sarif .xml; atau .docx
    /// .xlsx .pdf: salinan berkas itu dengan komentar, atau dari folder rekapnya (.xlsx)
    #[arg(short, long, value_name = "BERKAS")]
    pub output: Option<PathBuf>,
    /// Timpa berkas laporan yang sudah ada
    #[arg(long, requires = "output")]
    pub force: bool,
    /// Jumlah temuan per aturan sebagai ganti temuannya; untuk --format full, concise, json, csv
    #[arg(long)]
    pub statistics: bool,
    /// Apa yang berlaku.
    #[command(flatten)]
    pub policy: PolicyArgs,
    /// Hanya laporkan temuan yang belum tercatat di BERKAS; yang tercatat tetapi sudah hilang disebut basi
    #[arg(long, value_name = "BERKAS")]
    pub baseline: Option<PathBuf>,
    /// Catat semua temuan sekarang di BERKAS sebagai temuan lama yang diterima
    #[arg(long, value_name = "BERKAS", conflicts_with = "baseline")]
    pub write_baseline: Option<PathBuf>,
    /// Perbaiki yang pasti benar, langsung di berkasnya; teks, Excel, Word, dan PDF diubah dahulu menjadi YAML di sampingnya. Dengan -o X.docx: sebagai perubahan terlacak di salinan itu
    #[arg(long)]
    pub fix: bool,
    /// Bersama --fix atau --diff: juga perbaikan yang perlu ditinjau orang
    #[arg(long)]
    pub unsafe_fixes: bool,
    /// Tampilkan saja apa yang akan diperbaiki (unified diff); tidak ada berkas yang ditulis
    #[arg(long)]
    pub diff: bool,
    /// Peringatan pun menggagalkan (kode keluar 1)
    #[arg(long)]
    pub strict: bool,
    /// Warna: auto (bawaan), always, never
    #[arg(long, value_enum, default_value = "auto", value_name = "KAPAN")]
    #[arg(hide_default_value = true, hide_possible_values = true)]
    pub color: Color,
    /// Which files.
    #[command(flatten)]
    pub search: SearchArgs,
}

/// What decides which rules look at a file, and under which settings; the same for `sop check` and `sop config`.
#[derive(Debug, Default, Args)]
pub struct PolicyArgs {
    /// Hanya aturan ini: kode (S502), awal kode (S5), atau nama (unused-output), dipisah koma
    #[arg(long, value_delimiter = ',', value_name = "KODE")]
    pub select: Vec<String>,
    /// Tanpa aturan ini: kode, awal kode, atau nama, dipisah koma
    #[arg(long, value_delimiter = ',', value_name = "KODE")]
    pub ignore: Vec<String>,
    /// Pedoman yang diikuti: permenpanrb-35-2012 (bawaan), permendagri-52-2011, puskesmas, peradilan, iso
    #[arg(long, value_name = "PROFIL", value_parser = profiles(), hide_possible_values = true)]
    pub profile: Option<String>,
    /// Tanggal yang dianggap hari ini, misalnya 2026-01-31; tanpa ini aturan yang memerlukannya diam
    #[arg(long, value_name = "TANGGAL")]
    pub today: Option<String>,
    /// Which file of settings.
    #[command(flatten)]
    pub settings: SettingsArgs,
}

/// Which file of settings holds, where it is not the nearest one.
#[derive(Debug, Clone, Default, Args)]
pub struct SettingsArgs {
    /// Pakai berkas pengaturan ini, bukan sop.toml terdekat di atas setiap berkas
    #[arg(long, value_name = "BERKAS", conflicts_with = "no_config")]
    pub config: Option<PathBuf>,
    /// Jangan pakai berkas pengaturan apa pun (juga --isolated)
    #[arg(long, alias = "isolated")]
    pub no_config: bool,
}

fn profiles() -> PossibleValuesParser {
    PossibleValuesParser::new(PROFILES.iter().map(|profile| profile.name))
}

/// What decides which rules look at a file, in English.
pub(super) const POLICY: Texts = &[
    ("select", "Only these rules: code (S502), beginning of a code (S5), or name (unused-output), parted by commas"),
    ("ignore", "Without these rules: code, beginning of a code, or name, parted by commas"),
    (
        "profile",
        "Guideline to follow: permenpanrb-35-2012 (unless set otherwise), permendagri-52-2011, puskesmas, peradilan, iso",
    ),
    ("today", "Date that counts as today, such as 2026-01-31; without it the rules that need it are silent"),
];

/// Which file of settings holds, in English.
pub(super) const SETTINGS: Texts = &[
    ("config", "Use this settings file, not the nearest sop.toml above each file"),
    ("no_config", "Use no settings file (also --isolated)"),
];

/// The help in English.
pub(super) const ENGLISH: Twin = Twin {
    verb: "check",
    about: "Check SOPs and report what is found",
    usage: "sop check [OPTIONS] INPUT…",
    after: "\
Of a folder everything is checked, in alphabetical order: .xlsx .xlsm .docx .docm .pdf .bpmn .txt .tsv .md .html .htm .yaml .yml .json. Files \
named *.schema.json and *baseline.json are passed over, and so are files whose YAML (konversi.sumber) is in the same folder, for that \
YAML is checked, and a PDF beside which there is a file of the same name (.xlsx .docx .yaml .txt …), lest one document be reported \
twice; name such a file itself to check it. Other files that are passed over, or are no SOP, are named at the end with the reason.

A finding in an Excel, Word or PDF file names the sheet and cell, the table, the paragraph, or the page. The file itself is never \
changed: --fix writes YAML beside it, or with -o NAME.docx tracked changes into its copy.

With -o NAME.docx, .xlsx or .pdf a copy of the checked file is written: each finding becomes a comment, or a note at a cell or on a page, at \
its place, and nothing else changes. The copy can be checked again: comments by sop are replaced; those of people stay, and a finding \
whose comment was answered, changed or marked as done is not raised anew. With --fix wrong words in a Word file are replaced as tracked \
changes, to accept or reject; no cell of Excel and no text of a PDF is changed. For a folder or several files, -o NAME.xlsx writes a recap: \
sheets of units, documents and findings, and the forms of monitoring and evaluation.

Settings are read from the nearest sop.toml: in the folder of the file, then in those above it; `sop config` shows which hold. A \
--baseline file records old findings by their content, not by their line; they are not reported again.
SOPs that are checked together are also compared with one another (rules S9 and S114).

Reading notes, at the end of every document, say what this program did not understand: they are no faults of the document, and never \
fail a run. A folder ends with its summary: the worst units and documents, the most frequent findings, what to mend first.

Exit code: 0 no error, 1 an error (with --strict: or a warning), 2 something could not be done.

Examples:
  sop check surat-masuk.xlsx
  sop check sops/ --format concise
  sop check sops/ --select S5,S6 --ignore unused-output
  sop check sops/ --write-baseline baseline.json
  sop check sops/ --baseline baseline.json
  sop check surat-masuk.yaml --diff      look at the fixes first, then use --fix
  sop check sops/ -o laporan.html
  sop check sops/ -o rekap.xlsx
  sop check draf.docx -o draf.dicatat.docx
  sop check draf.docx --fix -o draf.dicatat.docx
  sop check surat-masuk.txt --format catatan -o catatan.md
  sop check sops/ --statistics
  sop check - --stdin-name sop.docx < sop.docx",
    arguments: &[CHECK, POLICY, SETTINGS],
};

const CHECK: Texts = &[
    ("inputs", "File or folder to check; - for standard input"),
    (
        "format",
        "Shape of the report: full (with excerpts, unless chosen otherwise), concise (a line for each finding), html (web page), \
         catatan (sheet for the review), catatan-csv, csv, json, ndjson, sarif, github, gitlab, junit",
    ),
    (
        "output",
        "Write the report to a file; without --format its shape follows the extension: .html .md .csv .json .ndjson .sarif .xml; or \
         .docx .xlsx .pdf: a copy of that file with comments, or of a folder its recap (.xlsx)",
    ),
    ("force", "Overwrite the report if it exists"),
    ("statistics", "How many findings of each rule in place of the findings; for --format full, concise, json, csv"),
    ("baseline", "Report only findings that are not recorded in FILE; recorded ones that are gone are called stale"),
    ("write_baseline", "Record all findings of now in FILE as old ones that are accepted"),
    (
        "fix",
        "Mend what is certain, in the file itself; texts, Excel, Word and PDF become YAML beside them first. With -o X.docx: as tracked changes in that copy",
    ),
    ("unsafe_fixes", "With --fix or --diff: also fixes that a person has to review"),
    ("diff", "Only show what would be mended (unified diff); no file is written"),
    ("strict", "Warnings fail too (exit code 1)"),
    ("color", "Colours: auto (unless chosen otherwise), always, never"),
    ("stdin_name", "Name for standard input, such as sop.txt; sop.toml is looked for in the folder of that name"),
];
