//! The command line as types: verbs, their options, and the help texts a clerk reads.

use super::check::Format;
use crate::diagnostic::Language;
use crate::render::png::DPI;
use crate::vocabulary::profiles::PROFILES;
use clap::builder::{PossibleValuesParser, RangedI64ValueParser};
use clap::{ArgAction, Args, Command, CommandFactory, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Layout of every help page, with Indonesian words around what clap fills in.
const PAGE: &str = "{about-with-newline}\nPemakaian: {usage}\n\n{all-args}{after-help}";

const EXAMPLES: &str = "\
Contoh:
  sop check surat-masuk.txt              periksa satu SOP
  sop check sops/ --strict               periksa satu folder; peringatan pun menggagalkan
  sop convert sops/ -o yaml/             ubah teks lama satu folder menjadi YAML
  sop render surat-masuk.yaml            tampilkan tabelnya di layar
  sop render surat-masuk.yaml -o a.pdf   cetak diagram alirnya
  sop time surat-masuk.yaml              hitung waktunya
  sop explain S502                       jelaskan satu aturan";

/// Everything on the command line.
#[derive(Debug, Parser)]
#[command(
    name = "sop",
    version,
    about = "Membaca, memeriksa, dan mencetak SOP administrasi pemerintahan (PermenPANRB 35/2012)",
    long_about = "Membaca SOP administrasi pemerintahan (SOP AP, PermenPANRB 35/2012) dari teks lama atau YAML, \
                  memeriksa isinya, dan mencetaknya sebagai tabel, diagram alir, atau YAML.",
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

/// The command line as clap knows it, every help page in the house's layout.
pub fn command() -> Command {
    Arguments::command().help_template(PAGE).mut_subcommands(|verb| verb.help_template(PAGE))
}

/// One verb, one file of this folder.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Periksa SOP dan laporkan temuannya
    Check(CheckArgs),
    /// Ubah teks lama menjadi YAML (atau JSON) yang rapi
    Convert(ConvertArgs),
    /// Cetak SOP sebagai tabel, PDF, SVG, HTML, Markdown, PNG, atau YAML
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
    /// Cetak JSON Schema dari berkas YAML, untuk penyunting teks
    #[command(override_usage = "sop schema > sop.schema.json")]
    Schema,
    /// Cetak skrip pelengkap perintah untuk bash, zsh, fish, elvish, atau powershell
    Completions(CompletionsArgs),
}

/// `sop check`
#[derive(Debug, Args)]
#[command(
    override_usage = "sop check [PILIHAN] INPUT…",
    next_help_heading = "Pilihan",
    after_long_help = "\
Folder diperiksa seluruhnya, menurut abjad: .txt .tsv .md .html .htm .yaml .yml .json. Berkas *.schema.json dan *baseline.json dilewati, \
begitu pula YAML hasil `sop convert` (konversi.sumber) yang teks asalnya ada di folder yang sama, supaya satu dokumen \
tidak dilaporkan dua kali; sebut berkas YAML itu sendiri untuk memeriksanya.

Pengaturan dibaca dari sop.toml terdekat: di folder berkas itu, lalu folder-folder di atasnya; `sop config` menampilkan \
yang berlaku. Berkas --baseline mencatat temuan lama menurut isinya, bukan barisnya; temuan itu tidak dilaporkan lagi.
Beberapa SOP yang diperiksa bersama juga dibandingkan satu sama lain (aturan S9 dan S114).

Kode keluar: 0 tidak ada galat, 1 ada galat (dengan --strict: atau peringatan), 2 ada yang tidak dapat dikerjakan.

Contoh:
  sop check surat-masuk.txt
  sop check sops/ --format concise
  sop check sops/ --select S5,S6 --ignore unused-output
  sop check sops/ --write-baseline baseline.json
  sop check sops/ --baseline baseline.json
  sop check surat-masuk.yaml --diff      lihat dahulu perbaikannya, lalu pakai --fix
  sop check sops/ -o laporan.html
  sop check surat-masuk.txt --format catatan -o catatan.md
  sop check sops/ --statistics
  pdftotext -layout sop.pdf - | sop check - --stdin-name sop.txt"
)]
pub struct CheckArgs {
    /// Berkas atau folder yang diperiksa; - untuk masukan baku
    #[arg(required = true, value_name = "INPUT", help_heading = "Masukan")]
    pub inputs: Vec<PathBuf>,
    /// Bentuk laporan: full (dengan cuplikan, bawaan), concise (satu baris per temuan), html (halaman web), catatan (lembar
    /// evaluasi), catatan-csv, csv, json, ndjson, sarif, github, gitlab, junit
    #[arg(long, value_enum, value_name = "BENTUK", hide_possible_values = true)]
    pub format: Option<Format>,
    /// Tulis laporan ke berkas; tanpa --format, bentuknya menurut akhirannya: .html .md .csv .json .ndjson .sarif .xml
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
    /// Perbaiki yang pasti benar, langsung di berkasnya; teks lama diubah dahulu menjadi YAML di sampingnya
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
    /// Nama yang dipakai untuk masukan baku, misalnya sop.txt
    #[arg(long, value_name = "NAMA", default_value = "stdin", hide_default_value = true)]
    pub stdin_name: String,
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
    /// Pakai berkas pengaturan ini, bukan sop.toml terdekat di atas setiap berkas
    #[arg(long, value_name = "BERKAS", conflicts_with = "no_config")]
    pub config: Option<PathBuf>,
    /// Jangan pakai berkas pengaturan apa pun
    #[arg(long, visible_alias = "isolated")]
    pub no_config: bool,
}

fn profiles() -> PossibleValuesParser {
    PossibleValuesParser::new(PROFILES.iter().map(|profile| profile.name))
}

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

/// `sop convert`
#[derive(Debug, Args)]
#[command(
    override_usage = "sop convert [PILIHAN] INPUT… [-o BERKAS|FOLDER]",
    next_help_heading = "Pilihan",
    after_long_help = "\
Tanpa -o, satu masukan ditulis ke layar. Beberapa masukan atau satu folder memerlukan -o FOLDER; susunan subfolder \
dipertahankan. Dari sebuah folder diambil semua teks; YAML dan JSON hanya bila diubah ke bentuk yang lain.

Yang tidak terbaca atau disimpulkan dicatat di `konversi.tinjau` untuk ditinjau orang. Masukan tidak pernah ditimpa.

Contoh:
  sop convert surat-masuk.txt
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

/// `sop render`
#[derive(Debug, Args)]
#[command(
    override_usage = "sop render [PILIHAN] INPUT… [-o BERKAS|FOLDER]",
    next_help_heading = "Pilihan",
    after_long_help = "\
Tanpa --to, bentuk diambil dari akhiran berkas hasil (.pdf .svg .html .md .png .yaml .txt); tanpa keduanya: tabel di layar. \
Beberapa masukan atau satu folder memerlukan -o FOLDER dan menjadi PDF bila --to tidak disebut; susunan subfolder dipertahankan. \
Dari sebuah folder dicetak YAML-nya, dan teks yang belum punya YAML di sampingnya. PNG selalu satu berkas per halaman: \
-o a.png menulis a-1.png, a-2.png, dan seterusnya.

--book menjilid semuanya menjadi satu: sampul, daftar isi, lalu semua SOP menurut urutan masukan. Bila satu masukan gagal, \
buku tidak ditulis.

PDF membawa data SOP di dalamnya: `sop convert cetakan.pdf` membacanya kembali. Tanggal di dalamnya ialah tanggal SOP, atau \
saat yang disebut SOURCE_DATE_EPOCH (detik sejak 1970).

Contoh:
  sop render surat-masuk.yaml
  sop render surat-masuk.yaml -o surat-masuk.pdf
  sop render surat-masuk.yaml --to pdfa -o arsip/surat-masuk.pdf
  sop render surat-masuk.txt --to svg --paper f4 -o surat-masuk.svg
  sop render sops/ -o cetakan/
  sop render sops/ --book -o buku-sop.pdf
  sop render surat-masuk.yaml -o surat-masuk.html --watch"
)]
pub struct RenderArgs {
    /// Berkas atau folder yang dicetak; - untuk masukan baku
    #[arg(required = true, value_name = "INPUT", help_heading = "Masukan")]
    pub inputs: Vec<PathBuf>,
    /// Bentuk: table (bawaan), pdf, pdfa (arsip: PDF/A-3a, PDF/UA-1), svg, html, md, png, yaml
    #[arg(long, value_enum, value_name = "BENTUK", hide_possible_values = true)]
    pub to: Option<Artefact>,
    /// Berkas atau folder hasil; tanpa ini ke layar
    #[arg(short, long, value_name = "BERKAS|FOLDER")]
    pub output: Option<PathBuf>,
    /// Bagaimana dicetak.
    #[command(flatten)]
    pub print: PrintArgs,
    /// Jilid semua SOP menjadi satu berkas dengan sampul dan daftar isi; untuk pdf, html, svg, png
    #[arg(long)]
    pub book: bool,
    /// Tulis SVG satu berkas per halaman: a-1.svg, a-2.svg, …
    #[arg(long)]
    pub per_page: bool,
    /// Cetak ulang setiap kali masukannya disimpan, sampai dihentikan dengan Ctrl-C; memerlukan -o
    #[arg(long, requires = "output")]
    pub watch: bool,
    /// Titik per inci gambar PNG, 30 sampai 600; bawaan: 150
    #[arg(long, value_name = "N", default_value_t = 150, hide_default_value = true, value_parser = dpi())]
    pub dpi: u16,
    /// Lebar tabel dalam kolom huruf; bawaan: lebar layar
    #[arg(long, value_name = "N")]
    pub width: Option<u16>,
    /// Tabel hanya dengan huruf ASCII, tanpa garis dan simbol khusus
    #[arg(long)]
    pub ascii: bool,
    /// Periksa cetakannya sendiri (panah, simbol, tulisan); tanpa -o dan --to hanya itu. Kode keluar 1 bila ada cacat
    #[arg(long)]
    pub verify: bool,
    /// Timpa berkas hasil yang sudah ada
    #[arg(long)]
    pub force: bool,
    /// Nama yang dipakai untuk masukan baku, misalnya sop.txt
    #[arg(long, value_name = "NAMA", default_value = "stdin", hide_default_value = true)]
    pub stdin_name: String,
}

/// How pages are printed.
#[derive(Debug, Args)]
pub struct PrintArgs {
    /// Kertas cetakan, mendatar: a4, f4 (215 × 330 mm), atau legal; bawaan: kertas profil di sop.toml, biasanya a4
    #[arg(long, value_enum, value_name = "KERTAS", hide_possible_values = true)]
    pub paper: Option<Paper>,
    /// Tepi putih di keempat sisi kertas, dalam milimeter: 5 sampai 40; bawaan 12
    #[arg(long, value_name = "MM", value_parser = clap::value_parser!(u8).range(5..=40))]
    pub margin: Option<u8>,
    /// Logo di halaman identitas: berkas PNG atau SVG; tanpa ini tempatnya dibiarkan kosong
    #[arg(long, value_name = "BERKAS")]
    pub logo: Option<PathBuf>,
    /// Huruf cetakan sebagai ganti huruf bawaan (serupa Arial): berkas TTF atau OTF; dua kali untuk biasa lalu tebal
    #[arg(long, value_name = "BERKAS")]
    pub font: Vec<PathBuf>,
    /// Cetak berwarna: simbol, judul kolom, dan logo
    #[arg(long)]
    pub color: bool,
    /// Cetak hitam putih, logo dalam abu-abu (bawaan)
    #[arg(long, conflicts_with = "color")]
    pub mono: bool,
    /// Samarkan NIP, misalnya 19700101 •••••• • •••, di semua bentuk hasil
    #[arg(long)]
    pub redact_nip: bool,
}

fn dpi() -> RangedI64ValueParser<u16> {
    RangedI64ValueParser::new().range(i64::from(*DPI.start())..=i64::from(*DPI.end()))
}

/// What `sop render` makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Artefact {
    /// Table for the terminal.
    Table,
    /// Print as PDF.
    Pdf,
    /// Print as PDF for the archive: PDF/A and PDF/UA.
    Pdfa,
    /// Print as SVG.
    Svg,
    /// Print as a web page.
    Html,
    /// Markdown.
    #[value(name = "md", alias = "markdown")]
    Markdown,
    /// Pages as pictures.
    Png,
    /// YAML.
    Yaml,
}

/// Paper of a print, landscape.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Paper {
    /// 297 × 210 mm.
    A4,
    /// 330 × 215 mm.
    F4,
    /// 14 × 8½ inches.
    Legal,
}

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
    /// Nama yang dipakai untuk masukan baku, misalnya sop.txt
    #[arg(long, value_name = "NAMA", default_value = "stdin", hide_default_value = true)]
    pub stdin_name: String,
}

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

/// The shapes an account of time comes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TimeFormat {
    /// Lines for people.
    Text,
    /// Objects.
    Json,
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

/// `sop explain`
#[derive(Debug, Args)]
#[command(override_usage = "sop explain [KODE]", next_help_heading = "Pilihan")]
pub struct ExplainArgs {
    /// Kode (S502) atau nama (unused-output) aturan
    #[arg(value_name = "KODE", help_heading = "Masukan")]
    pub rule: Option<String>,
}

/// `sop new`
#[derive(Debug, Args)]
#[command(
    override_usage = "sop new NAMA [-o BERKAS]",
    next_help_heading = "Pilihan",
    after_long_help = "\
Contoh:
  sop new \"Pengelolaan Surat Masuk\" -o surat-masuk.yaml"
)]
pub struct NewArgs {
    /// Nama SOP, misalnya "Pengelolaan Surat Masuk"
    #[arg(value_name = "NAMA", help_heading = "Masukan")]
    pub name: String,
    /// Berkas hasil; tanpa ini ke layar
    #[arg(short, long, value_name = "BERKAS")]
    pub output: Option<PathBuf>,
    /// Timpa berkas hasil yang sudah ada
    #[arg(long)]
    pub force: bool,
}

/// `sop completions`
#[derive(Debug, Args)]
#[command(
    override_usage = "sop completions SHELL",
    next_help_heading = "Pilihan",
    after_long_help = "\
Contoh:
  sop completions bash > ~/.local/share/bash-completion/completions/sop"
)]
pub struct CompletionsArgs {
    /// bash, zsh, fish, elvish, atau powershell
    #[arg(value_name = "SHELL", help_heading = "Masukan", hide_possible_values = true)]
    pub shell: clap_complete::Shell,
}
