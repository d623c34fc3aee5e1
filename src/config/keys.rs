//! The keys of `sop.toml`, as data: what is read, what the message about an unknown key names, and the table of the README.

use crate::model::ColumnRole;

/// One key, or one table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    /// As it is written.
    pub name: &'static str,
    /// An example of its value, as it is written.
    pub example: &'static str,
    /// What it decides, in Indonesian.
    pub about: &'static str,
    /// Its English twin.
    pub about_en: &'static str,
}

pub(super) const PROFILE: &str = "profil";
pub(super) const SELECT: &str = "pilih";
pub(super) const IGNORE: &str = "abaikan";
pub(super) const PASS_OVER: &str = "lewati";
pub(super) const TODAY: &str = "hari_ini";
pub(super) const LEVELS: &str = "tingkat";
pub(super) const PER_FILE: &str = "per_berkas";
pub(super) const WORKING_TIME: &str = "waktu_kerja";
pub(super) const OFFICES: &str = "jabatan";
pub(super) const PRINT: &str = "cetak";

/// All keys, in the order in which they are explained.
pub const KEYS: &[Key] = &[
    Key {
        name: PROFILE,
        example: "\"permenpanrb-35-2012\"",
        about: "pedoman yang diikuti kantor; `sop config` menampilkan isinya",
        about_en: "the guideline that the office follows; `sop config` shows what is in it",
    },
    Key {
        name: SELECT,
        example: "[\"S3\", \"unused-output\"]",
        about: "hanya aturan ini: kode, awal kode, atau nama",
        about_en: "only these rules: codes, beginnings of codes, names",
    },
    Key { name: IGNORE, example: "[\"S805\"]", about: "tanpa aturan ini", about_en: "not these rules" },
    Key {
        name: PASS_OVER,
        example: "[\"arsip/\", \"*.lama.txt\"]",
        about: "berkas yang dilewati bila sebuah folder dibaca, seperti --exclude; pola dihitung dari folder `sop.toml`",
        about_en: "files passed over when a folder is read, as --exclude does; patterns count from the folder of `sop.toml`",
    },
    Key {
        name: TODAY,
        example: "2026-01-31",
        about: "tanggal yang dianggap hari ini oleh aturan tentang tinjau ulang; tanpa ini aturan itu diam",
        about_en: "the date that counts as today for rules about reviews; without it they are silent",
    },
    Key {
        name: LEVELS,
        example: "{S412 = \"mati\", S8 = \"saran\"}",
        about: "tingkat per aturan: `galat`, `peringatan`, `saran`, `catatan`, `mati`; yang paling khusus menang",
        about_en: "severity by rule: `galat` (error), `peringatan` (warning), `saran` (suggestion), `catatan` (note), `mati` (off); the most specific wins",
    },
    Key {
        name: PER_FILE,
        example: "{\"arsip/**\" = [\"S2\"]}",
        about: "aturan yang tidak berlaku untuk berkas tertentu; pola dihitung dari folder `sop.toml`",
        about_en: "rules that do not apply to some files; patterns count from the folder of `sop.toml`",
    },
    Key {
        name: WORKING_TIME,
        example: "{menit_per_hari = 450, hari_per_minggu = 5, hari_per_bulan = 21}",
        about: "lamanya hari, minggu, dan bulan kerja",
        about_en: "how long a working day, week and month are",
    },
    Key {
        name: OFFICES,
        example: "{Kass = \"Kepala Seksi\"}",
        about: "kamus jabatan: ejaan setempat dan nama jabatannya",
        about_en: "dictionary of offices: a local spelling and the name of the office",
    },
    Key {
        name: PRINT,
        example: "{kertas = \"f4\", pelaksana = \"Pelaku\", baris_nomor = true}",
        about: "bentuk cetakan kantor; kuncinya di bawah ini, dan pilihan di baris perintah mengalahkannya",
        about_en: "the office's own form; its keys stand below, and options of the command line are above it",
    },
];

/// The keys of `cetak` but for the words over columns.
pub const PRINT_KEYS: &[Key] = &[
    Key { name: "kertas", example: "\"f4\"", about: "a4, f4 (folio), atau legal", about_en: "a4, f4 (folio) or legal" },
    Key { name: "tepi", example: "15", about: "tepi putih, 5 sampai 40 mm", about_en: "white edge, 5 to 40 mm" },
    Key {
        name: "huruf",
        example: "[\"Bookman.ttf\", \"Bookman-Bold.ttf\"]",
        about: "berkas huruf biasa dan tebal, dihitung dari folder `sop.toml`",
        about_en: "font files, regular and bold, from the folder of `sop.toml`",
    },
    Key {
        name: "logo",
        example: "\"lambang.png\"",
        about: "berkas logo, dihitung dari folder `sop.toml`",
        about_en: "file of the emblem, from the folder of `sop.toml`",
    },
    Key { name: "warna", example: "true", about: "cetak berwarna", about_en: "print with colours" },
    Key {
        name: "urutan",
        example: "[\"waktu\", \"kelengkapan\", \"output\", \"keterangan\"]",
        about: "urutan kolom di kanan pelaksana",
        about_en: "order of the columns right of the actors",
    },
    Key {
        name: "baris_nomor",
        example: "true",
        about: "baris 1, 2, 3, … di bawah judul kolom",
        about_en: "a row 1, 2, 3, … under the headings",
    },
    Key {
        name: "nama_tebal",
        example: "true",
        about: "Nama SOP tebal di halaman identitas",
        about_en: "Nama SOP bold in the identity block",
    },
    Key {
        name: "nama_di_atas_tabel",
        example: "true",
        about: "Nama SOP tebal di atas setiap tabel",
        about_en: "Nama SOP bold over every table",
    },
    Key {
        name: "bingkai",
        example: "1",
        about: "tebal garis tepi tabel dan identitas, dalam pt, paling besar 3",
        about_en: "width of the line around table and identity block, in points, 3 at most",
    },
    Key {
        name: "kotak_tte",
        example: "true",
        about: "kotak untuk QR atau TTE di atas nama yang mengesahkan",
        about_en: "a framed place for a QR code or electronic signature over the name of who signs",
    },
    Key {
        name: "kaki",
        example: "[\"{nama}\", \"halaman {halaman} dari {jumlah}\"]",
        about: "kaki halaman, kiri dan kanan: `{nama}`, `{nomor}`, `{instansi}`, `{unit}`, `{halaman}`, `{jumlah}`",
        about_en: "the foot, left and right: `{nama}`, `{nomor}`, `{instansi}`, `{unit}`, `{halaman}`, `{jumlah}`",
    },
];

/// What words of a form stand over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heading {
    /// A column; of the actors, all of their columns.
    Column(ColumnRole),
    /// Kelengkapan, Waktu and Output.
    Quality,
}

/// The keys of `cetak` that say what stands over columns.
pub const HEADING_KEYS: [(&str, Heading); 8] = [
    ("no", Heading::Column(ColumnRole::Number)),
    ("kegiatan", Heading::Column(ColumnRole::Activity)),
    ("pelaksana", Heading::Column(ColumnRole::Actor)),
    ("mutu_baku", Heading::Quality),
    ("kelengkapan", Heading::Column(ColumnRole::Requirements)),
    ("waktu", Heading::Column(ColumnRole::Duration)),
    ("output", Heading::Column(ColumnRole::Outputs)),
    ("keterangan", Heading::Column(ColumnRole::Note)),
];

/// The keys of `waktu_kerja`, in the order of [`crate::model::WorkingTime`], each with the most that it can be.
pub const TIMES: [(&str, u32); 3] = [("menit_per_hari", 1440), ("hari_per_minggu", 7), ("hari_per_bulan", 31)];
