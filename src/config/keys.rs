//! The keys of `sop.toml`, as data: what is read, what the message about an unknown key names, and the table of the README.

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
pub(super) const TODAY: &str = "hari_ini";
pub(super) const LEVELS: &str = "tingkat";
pub(super) const PER_FILE: &str = "per_berkas";
pub(super) const WORKING_TIME: &str = "waktu_kerja";
pub(super) const OFFICES: &str = "jabatan";

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
];

/// The keys of `waktu_kerja`, in the order of [`crate::model::WorkingTime`], each with the most that it can be.
pub const TIMES: [(&str, u32); 3] = [("menit_per_hari", 1440), ("hari_per_minggu", 7), ("hari_per_bulan", 31)];
