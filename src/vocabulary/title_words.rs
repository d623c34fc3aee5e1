//! Words in the names of SOPs and of agencies, by which the SOPs of a folder are told apart and found again. All lower case.

use super::active_forms::ACTIVE_FORMS;

/// Words that say no more than that something is an SOP; two names that differ in them only are one name.
pub const FILLERS: &[&str] =
    &["sop", "sp", "sopap", "standar", "standard", "operasional", "oprasional", "prosedur", "procedure", "mekanisme"];

/// Words by which an entry says of itself that it names an SOP.
pub const SOP_WORDS: &[&str] = &["sop", "prosedur", "pos", "protap", "juknis", "mekanisme"];

/// Words that a name may have and a mention of it may lack: `SOP Surat Keluar` is `Pengelolaan Surat Keluar`.
pub const GENERAL_ACTIONS: &[&str] = &[
    "pengelolaan",
    "pelaksanaan",
    "penyusunan",
    "pembuatan",
    "pelayanan",
    "penatausahaan",
    "penyelenggaraan",
    "penanganan",
    "proses",
    "kegiatan",
    "layanan",
    "makro",
    "mikro",
    "parsial",
];

/// Further first words of names of SOPs.
const FIRST_WORDS: &[&str] = &[
    "penerbitan",
    "pendaftaran",
    "pengaduan",
    "pengadaan",
    "pengendalian",
    "pemutakhiran",
    "pemeliharaan",
    "peminjaman",
    "pengusulan",
    "legalisasi",
    "registrasi",
    "rekomendasi",
];

/// A name of an SOP may begin with the word, and a chapter of a book hardly would: the noun of an act.
pub fn opens_name(word: &str) -> bool {
    let word = word.to_lowercase();
    let is_act = || ACTIVE_FORMS.iter().any(|(noun, _)| *noun == word && !noun.starts_with("di"));
    let is_general = word.starts_with("pe") && GENERAL_ACTIONS.contains(&word.as_str());
    is_general || FIRST_WORDS.contains(&word.as_str()) || is_act()
}

/// The kind of SOP that a name may say: the whole of a service and its parts.
pub const MACRO: &str = "makro";

/// A part of a macro SOP.
pub const MICRO: &str = "mikro";

/// An SOP that does not come to the final product.
pub const PARTIAL: &str = "parsial";

/// First words of an entry under Keterkaitan that does away with an older SOP.
pub const REVOKING: &[&str] =
    &["membatalkan", "mencabut", "menggantikan", "mengganti", "menghapus", "pembatalan", "pencabutan"];

/// First words of an entry under Keterkaitan that names no SOP, but everybody or nobody.
pub const NOBODY: &[&str] = &["semua", "seluruh", "tidak", "tdk", "nihil"];

/// The word before a number.
pub const NUMBER_WORDS: &[&str] = &["nomor", "no", "nomer"];

/// Words of an agency's name that do not tell it from another.
pub const AGENCY_FILLERS: &[&str] = &["pemerintah", "republik", "indonesia", "daerah", "pemkab", "pemkot"];

/// Words of documents that come from people, from other governments or from above: no SOP of the office makes them.
pub const FROM_OUTSIDE: &[&str] = &[
    "permohonan",
    "pengajuan",
    "undangan",
    "masuk",
    "edaran",
    "peraturan",
    "perda",
    "perbup",
    "perwali",
    "undang",
    "ktp",
    "kk",
    "kartu",
    "akta",
    "ijazah",
    "paspor",
    "pengantar",
    "persyaratan",
    "aduan",
    "pengaduan",
    "disposisi",
    "perintah",
    "instruksi",
    "arahan",
    "nota",
    "pemberitahuan",
    "dpa",
    "rka",
    "apbd",
    "apbn",
    "pagu",
    "jadwal",
    "formulir",
    "blangko",
    "buku",
    "agenda",
    "atk",
    "komputer",
    "kalender",
    "usulan",
    "bukti",
    "pendukung",
    "kendali",
];
