//! What `sop render` takes: what to make, and how it is printed.

use super::SearchArgs;
use super::check::{SETTINGS, SettingsArgs};
use super::english::{Texts, Twin};
use crate::render::png::DPI;
use clap::builder::RangedI64ValueParser;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// `sop render`
#[derive(Debug, Args)]
#[command(
    override_usage = "sop render [PILIHAN] INPUT… [-o BERKAS|FOLDER]",
    next_help_heading = "Pilihan",
    after_long_help = "\
Tanpa --to, bentuk diambil dari akhiran berkas hasil (.pdf .docx .xlsx .svg .html .md .png .yaml .txt .bpmn .mmd); tanpa keduanya: tabel di layar. \
Beberapa masukan atau satu folder memerlukan -o FOLDER dan menjadi PDF bila --to tidak disebut; susunan subfolder dipertahankan. \
Dari sebuah folder dicetak YAML-nya, dan teks atau berkas Office yang belum punya YAML di sampingnya. PNG selalu satu berkas per halaman: \
-o a.png menulis a-1.png, a-2.png, dan seterusnya.

--book menjilid semuanya menjadi satu: sampul, daftar isi, lalu semua SOP menurut urutan masukan. Setiap SOP dicetak menurut \
sop.toml-nya; kertas, tepi, warna, dan huruf buku ialah milik masukan pertama. Bila satu masukan gagal, buku tidak ditulis.

Bentuk cetakan kantor (judul kolom, kertas, logo, kaki halaman, …) ditulis sekali di sop.toml bagian [cetak]; pilihan di sini \
mengalahkannya.

XLSX ialah formulirnya sebagai buku kerja yang dapat disunting: simbol dan panahnya bentuk asli, dan `sop convert` membacanya \
kembali dari yang tampak di lembarnya.

PDF membawa data SOP di dalamnya: `sop convert cetakan.pdf` membacanya kembali. Tanggal di dalamnya ialah tanggal SOP, atau \
saat yang disebut SOURCE_DATE_EPOCH (detik sejak 1970).

Contoh:
  sop render surat-masuk.yaml
  sop render surat-masuk.yaml -o surat-masuk.pdf
  sop render surat-masuk.yaml --to pdfa -o arsip/surat-masuk.pdf
  sop render surat-masuk.yaml -o surat-masuk.docx
  sop render surat-masuk.txt --to svg --paper f4 -o surat-masuk.svg
  sop render surat-masuk.yaml -o surat-masuk.xlsx
  sop render sops/ -o cetakan/
  sop render sops/ --book -o buku-sop.pdf
  sop render surat-masuk.yaml -o surat-masuk.html --watch"
)]
pub struct RenderArgs {
    /// Berkas atau folder yang dicetak; - untuk masukan baku
    #[arg(required = true, value_name = "INPUT", help_heading = "Masukan")]
    pub inputs: Vec<PathBuf>,
    /// Bentuk: table (bawaan), pdf, pdfa (arsip: PDF/A-3a, PDF/UA-1), docx, xlsx, svg, html, md, png, yaml, bpmn, mermaid
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
    /// Cetak ulang setiap kali masukan, sop.toml, logo, atau hurufnya disimpan, sampai dihentikan dengan Ctrl-C; memerlukan -o
    #[arg(long, requires = "output")]
    pub watch: bool,
    /// Titik per inci gambar PNG, 30 sampai 600; bawaan: 150
    #[arg(long, value_name = "N", default_value_t = 150, hide_default_value = true, value_parser = dpi())]
    pub dpi: u16,
    /// Lebar tabel dalam kolom huruf; bawaan: lebar layar. Bila sempit, isi kolom ditulis di bawah kegiatannya
    #[arg(long, value_name = "N")]
    pub width: Option<u16>,
    /// Tabel tanpa garis, simbol, dan tanda khusus: hanya huruf ASCII
    #[arg(long)]
    pub ascii: bool,
    /// Periksa cetakannya sendiri (panah, simbol, tulisan); tanpa -o dan --to hanya itu. Kode keluar 1 bila ada cacat
    #[arg(long)]
    pub verify: bool,
    /// Tolak mencetak selama masih ada isian yang belum pasti; tanpa ini cetakannya bertanda KONSEP. Kode keluar 2
    #[arg(long = "final")]
    pub is_final: bool,
    /// Timpa berkas hasil yang sudah ada
    #[arg(long)]
    pub force: bool,
    /// Which file of settings.
    #[command(flatten)]
    pub settings: SettingsArgs,
    /// Which files.
    #[command(flatten)]
    pub search: SearchArgs,
}

/// How pages are printed.
#[derive(Debug, Default, Args)]
pub struct PrintArgs {
    /// Kertas cetakan, mendatar: a4, f4 (folio, 215 × 330 mm), atau legal; bawaan: kertas di sop.toml, biasanya a4
    #[arg(long, value_enum, ignore_case = true, value_name = "KERTAS", hide_possible_values = true)]
    pub paper: Option<Paper>,
    /// Tepi putih di keempat sisi kertas, dalam milimeter: 5 sampai 40; bawaan 12
    #[arg(long, value_name = "MM", value_parser = clap::value_parser!(u8).range(5..=40))]
    pub margin: Option<u8>,
    /// Logo di halaman identitas: berkas PNG atau SVG; tanpa ini tempatnya dibiarkan kosong
    #[arg(long, value_name = "BERKAS")]
    pub logo: Option<PathBuf>,
    /// Huruf cetakan sebagai ganti huruf bawaan (serupa Arial): berkas TTF atau OTF; dua kali untuk biasa lalu tebal. SVG dan
    /// HTML hanya menyebut namanya: yang membukanya perlu memiliki huruf itu juga
    #[arg(long, value_name = "BERKAS")]
    pub font: Vec<PathBuf>,
    /// Cetak berwarna: simbol, judul kolom, dan logo
    #[arg(long)]
    pub color: bool,
    /// Cetak hitam putih, logo dalam abu-abu (bawaan)
    #[arg(long, conflicts_with = "color")]
    pub mono: bool,
    /// Sediakan kotak untuk QR atau tanda tangan elektronik (TTE) di atas nama yang mengesahkan
    #[arg(long)]
    pub tte: bool,
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
    /// Print as a Word file.
    Docx,
    /// Workbook for Excel and LibreOffice.
    Xlsx,
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
    /// BPMN 2.0, a process for other programs.
    Bpmn,
    /// Mermaid, for pages of a wiki.
    Mermaid,
}

/// Paper of a print, landscape.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Paper {
    /// 297 × 210 mm.
    A4,
    /// 330 × 215 mm.
    #[value(alias = "folio")]
    F4,
    /// 14 × 8½ inches.
    Legal,
}

/// The help in English.
pub(super) const ENGLISH: Twin = Twin {
    verb: "render",
    about: "Print an SOP as table, PDF, Word, Excel, SVG, HTML, Markdown, PNG, YAML, BPMN or Mermaid",
    usage: "sop render [OPTIONS] INPUT… [-o FILE|FOLDER]",
    after: "\
Without --to the shape follows the extension of the file (.pdf .docx .xlsx .svg .html .md .png .yaml .txt .bpmn .mmd); without both: a table on the screen. \
Several inputs, or a folder, need -o FOLDER and become PDF where --to is not named; subfolders are kept. Of a folder its YAML is \
printed, and those texts and office files that have no YAML beside them. PNG is always one file for each page: -o a.png writes \
a-1.png, a-2.png, and so on.

--book binds all of them: a cover, the contents, then the SOPs in the order of the inputs. Each SOP is printed in the form of its \
sop.toml; paper, margin, colour and font of the book are those of the first input. If one input fails, no book is written.

XLSX is the form as a workbook to be edited: its symbols and arrows are native shapes, and `sop convert` reads it back from what \
its sheets show.

A PDF carries the data of its SOP: `sop convert cetakan.pdf` reads it back. The date in it is that of the SOP, or the moment that \
SOURCE_DATE_EPOCH names (seconds since 1970).

Examples:
  sop render surat-masuk.yaml
  sop render surat-masuk.yaml -o surat-masuk.pdf
  sop render surat-masuk.yaml --to pdfa -o arsip/surat-masuk.pdf
  sop render surat-masuk.yaml -o surat-masuk.docx
  sop render surat-masuk.txt --to svg --paper f4 -o surat-masuk.svg
  sop render surat-masuk.yaml -o surat-masuk.xlsx
  sop render sops/ -o cetakan/
  sop render sops/ --book -o buku-sop.pdf
  sop render surat-masuk.yaml -o surat-masuk.html --watch",
    arguments: &[RENDER, PRINT, SETTINGS],
};

const RENDER: Texts = &[
    ("inputs", "File or folder to print; - for standard input"),
    (
        "to",
        "Shape: table (unless chosen otherwise), pdf, pdfa (for archives: PDF/A-3a, PDF/UA-1), docx, xlsx, svg, html, md, png, yaml, bpmn, mermaid",
    ),
    ("output", "File or folder to write; without it to the screen"),
    ("book", "Bind all SOPs into one file with cover and contents; for pdf, html, svg, png"),
    ("per_page", "Write SVG as one file for each page: a-1.svg, a-2.svg, …"),
    ("watch", "Print again whenever an input, its sop.toml, logo or font is saved, until Ctrl-C stops it; needs -o"),
    ("dpi", "Dots per inch of PNG pictures, 30 to 600; unless set: 150"),
    (
        "width",
        "Width of the table in characters; unless set: that of the screen. Where it is narrow, columns are written below their activity",
    ),
    ("ascii", "Table without lines, symbols and special characters: ASCII letters only"),
    (
        "is_final",
        "Refuse to print while values are not certain; without it such prints bear the mark KONSEP. Exit code 2",
    ),
    (
        "verify",
        "Check the print itself (arrows, symbols, letters); without -o and --to nothing else. Exit code 1 for a flaw",
    ),
];

const PRINT: Texts = &[
    (
        "paper",
        "Paper, landscape: a4, f4 (215 × 330 mm) or legal; unless set: that of the profile in sop.toml, usually a4",
    ),
    ("tte", "Leave a box for QR or electronic signature over the name of who signs"),
    ("margin", "White margin on all four sides, in millimetres: 5 to 40; unless set: 12"),
    ("logo", "Logo of the identity page: a PNG or SVG file; without it its place stays empty"),
    (
        "font",
        "Font in place of the built-in one (similar to Arial): a TTF or OTF file; twice for regular, then bold. SVG and HTML only name \
         it: whoever opens them needs that font too",
    ),
    ("color", "Print in colour: symbols, heads of columns, and logo"),
    ("mono", "Print in black and white, the logo in grey (unless chosen otherwise)"),
    ("redact_nip", "Dot out the NIP, as in 19700101 •••••• • •••, in every shape"),
];
