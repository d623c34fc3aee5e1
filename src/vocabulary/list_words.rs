//! Daftar: words that decide whether a number, a comma or a `dan` separates the entries of a list.

/// A number after one of these counts or names something; it does not number an entry.
pub static NUMBERED_THINGS: &[&str] = &[
    "no", "nomor", "pasal", "ayat", "tahun", "bab", "angka", "huruf", "lampiran", "ke", "km", "jl", "rt", "rw", "hal",
    "halaman", "versi", "tk", "tingkat", "golongan", "gol", "eselon", "kelas", "semester", "triwulan", "tw", "tipe",
    "tahap", "seri", "lantai", "rp", "bulan", "tanggal", "tgl", "minimal", "maksimal", "level", "langkah", "poin",
    "formulir", "model",
];

/// A part after a comma that begins so, in small letters, goes on with the clause before.
pub static CLAUSE_WORDS: &[&str] = &[
    "yang",
    "dan",
    "serta",
    "atau",
    "untuk",
    "dengan",
    "agar",
    "maka",
    "dari",
    "pada",
    "di",
    "ke",
    "kepada",
    "oleh",
    "sebagai",
    "jika",
    "bila",
    "apabila",
    "guna",
    "sesuai",
    "kemudian",
    "lalu",
    "selanjutnya",
    "termasuk",
    "yaitu",
    "yakni",
    "antara",
    "baik",
    "misalnya",
    "dll",
    "dsb",
    "dst",
    "tentang",
    "karena",
    "sehingga",
    "tetapi",
    "namun",
    "beserta",
    "bila",
    "setelah",
    "sebelum",
    "dalam",
    "atas",
    "bagi",
    "tidak",
    "akan",
    "telah",
];

/// A cell with one of these words reads as a sentence.
pub static SENTENCE_WORDS: &[&str] =
    &["adalah", "akan", "harus", "dapat", "tidak", "apabila", "jika", "maka", "merupakan"];

/// Before the last entry of an enumeration: `A, B dan C`.
pub const AND: &str = "dan";

/// Two nouns that `dan` joins to one thing; the words on both sides of it.
pub static JOINED_PAIRS: &[(&str, &str)] = &[
    ("monitoring", "evaluasi"),
    ("pemantauan", "evaluasi"),
    ("pengendalian", "evaluasi"),
    ("perencanaan", "pengendalian"),
    ("perencanaan", "pelaksanaan"),
    ("pelaksanaan", "pengawasan"),
    ("penatausahaan", "pelaporan"),
    ("monitoring", "pelaporan"),
    ("pelaporan", "evaluasi"),
    ("evaluasi", "pelaporan"),
    ("sarana", "prasarana"),
    ("tugas", "fungsi"),
    ("pendidikan", "pelatihan"),
    ("organisasi", "tata"),
    ("saran", "masukan"),
    ("kritik", "saran"),
    ("sosial", "budaya"),
    ("nama", "alamat"),
    ("perencanaan", "penganggaran"),
    ("perencanaan", "keuangan"),
    ("umum", "kepegawaian"),
    ("pengawasan", "pengendalian"),
    ("pembinaan", "pengawasan"),
    ("pencatatan", "pendataan"),
    ("arahan", "perintah"),
];

/// Nouns that begin like a verb in the passive (`di…`).
pub static NO_PASSIVES: &[&str] = &["dis", "dinas", "digital", "direktori", "diklat", "dipa", "diagram"];

/// Words that count: a number before one numbers no entry.
pub static COUNTED_THINGS: &[&str] = &[
    "lembar",
    "buah",
    "unit",
    "rangkap",
    "set",
    "orang",
    "berkas",
    "eksemplar",
    "bundel",
    "paket",
    "hari",
    "menit",
    "jam",
    "kali",
    "bulan",
    "tahun",
    "minggu",
    "exemplar",
    "rim",
    "pcs",
];

/// First words of documents and things, lower case: after `dan`, one of them begins another entry.
pub static DOCUMENT_HEADS: &[&str] = &[
    "arsip",
    "bahan",
    "berita",
    "berkas",
    "bukti",
    "buku",
    "catatan",
    "checklist",
    "daftar",
    "data",
    "disposisi",
    "dokumen",
    "dokumentasi",
    "draf",
    "draft",
    "fotokopi",
    "fotocopy",
    "foto",
    "form",
    "format",
    "formulir",
    "hasil",
    "kartu",
    "konsep",
    "kwitansi",
    "kuitansi",
    "laporan",
    "lembar",
    "nota",
    "notulen",
    "proposal",
    "rancangan",
    "rekap",
    "rekapitulasi",
    "rekomendasi",
    "rencana",
    "sk",
    "surat",
    "tanda",
    "telaahan",
    "undangan",
    "ktp",
    "kk",
    "printer",
    "komputer",
    "laptop",
    "atk",
    "alat",
    "aplikasi",
    "jaringan",
    "internet",
    "usulan",
    "materi",
    "jadwal",
];

/// Signs that begin an entry wherever they stand.
pub static BULLETS: &[char] = &[
    '•', '\u{f0b7}', '\u{f0a7}', '\u{f0d8}', '\u{f0fc}', '\u{f076}', '\u{f02d}', '▪', '◦', '●', '○', '■', '❖', '➢',
    '➤', '‣', '⁃', '►', '·', '✓', '✔', '◆', '♦', '◇', '◊',
];

/// Signs that begin an entry where they begin a line of a section, but are symbols of the flow in a table.
const ITEM_SIGNS: &[&str] = &["□", "☐", "❑", "❏", "→", "⇒", "⇨", "»", "★", "☑", "✗", "[ ]", "[x]", "[X]"];

/// What stands for one of them.
pub const ITEM_BULLET: &str = "•";

/// The sign of an entry that the line of a section begins with, before a blank.
pub fn item_sign(line: &str) -> Option<&'static str> {
    if line.starts_with(|first: char| first.is_alphanumeric()) {
        return None;
    }
    ITEM_SIGNS
        .iter()
        .copied()
        .find(|sign| line.strip_prefix(sign).is_some_and(|rest| rest.starts_with([' ', '\u{a0}'])))
}

/// Without the number that a line may begin with: `3. Penetapan`.
pub fn behind_number(line: &str) -> &str {
    line.trim_start_matches(|it: char| it.is_ascii_digit() || matches!(it, '.' | ')' | ' '))
}

/// Signs that begin an entry only at the start of a line, or between blanks in a list that begins with the same sign.
///
/// `ü`, `§`, `Ø` are what signs of Wingdings became.
pub static DASHES: &[char] = &['-', '–', '—', '*', '+', '>', 'o', 'ü', '§', 'Ø'];

/// The word that begins each entry of Keterkaitan.
pub const SOP_WORD: &str = "sop";

/// Common words of up to four letters, which are no abbreviations though they be written in capitals.
pub const SHORT_WORDS: &[&str] = &[
    "ada", "agar", "atas", "atau", "baru", "bila", "buku", "cek", "dan", "dari", "data", "di", "hal", "hari", "ini",
    "isi", "itu", "izin", "jam", "jika", "kas", "ke", "kop", "lain", "maka", "map", "oleh", "pada", "para", "per",
    "saat", "sah", "staf", "tata", "tim", "uang", "unit", "usul", "yang",
];
