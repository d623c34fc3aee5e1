//! Names of documents that mean one thing, and the words in them that say little: what the chain of inputs and outputs is
//! compared by. All lower case.

use super::evidence::facts;

facts! {
    /// One document or office, its usual name first; a name of several words is matched as a phrase.
    SYNONYMS, SYNONYMS_EVIDENCE: &[&str] =
    (A, "naskah SOP yang memakai kedua sebutan untuk satu dokumen", "2026-11-22") [
        &["draf", "draft", "konsep", "rancangan", "net konsep", "konsep net"],
        &["monev", "monitoring dan evaluasi", "monitoring evaluasi", "pemantauan dan evaluasi", "pemantauan evaluasi"],
        &["disposisi", "lembar disposisi", "surat yang sudah didisposisi", "surat yang telah didisposisi"],
        &["sk", "surat keputusan", "keputusan"],
        &["notulen", "notula", "notulensi", "risalah", "notulen rapat", "notula rapat", "risalah rapat"],
        &["ba", "berita acara"],
        &["lkjip", "lakip", "lkip", "laporan kinerja instansi pemerintah"],
        &["dokumen", "berkas", "kelengkapan"],
        &["kepala dinas", "kadis", "kadin"],
        &["kepala badan", "kaban"],
        &["kepala bidang", "kabid"],
        &["kepala bagian", "kabag"],
        &["kepala subbagian", "kasubbag", "kasubag", "kepala sub bagian"],
        &["kepala seksi", "kasi", "kasie"],
        &["sekretaris camat", "sekcam", "sekretaris kecamatan"],
        &["sekretaris dinas", "sekdis"],
    ]
    (C, "istilah umum kantor, belum ditemukan berdampingan dalam satu naskah", "2026-11-22") [
        &["monitoring", "pemantauan"],
        &["kak", "tor", "kerangka acuan kerja"],
        &["analisis", "analisa"],
        &["nodin", "nota dinas"],
        &["spt", "surat tugas", "surat perintah tugas"],
        &["rka", "rencana kerja dan anggaran", "rencana kerja anggaran"],
        &["dpa", "dokumen pelaksanaan anggaran"],
        &["renja", "rencana kerja"],
        &["renstra", "rencana strategis"],
        &["spj", "surat pertanggungjawaban"],
    ]
}

/// Words that join others and name nothing.
pub const JOINING_WORDS: &[&str] = &[
    "dan", "atau", "serta", "yang", "dari", "untuk", "kepada", "ke", "di", "pada", "oleh", "dengan", "dalam",
    "tentang", "atas", "sebagai", "terkait", "para", "the", "masing", "setiap", "seluruh", "semua",
];

/// Words so common that sharing one alone connects nothing.
pub const COMMON_WORDS: &[&str] = &[
    "dokumen",
    "data",
    "surat",
    "laporan",
    "draf",
    "hasil",
    "bahan",
    "daftar",
    "lembar",
    "buku",
    "form",
    "formulir",
    "rekapitulasi",
    "kegiatan",
    "pelaksanaan",
    "penyusunan",
    "unit",
    "kerja",
    "kinerja",
    "usulan",
    "rencana",
];

/// Requirements that say nothing when they stand alone.
pub const VAGUE_NAMES: &[&str] = &[
    "dokumen",
    "berkas",
    "kelengkapan",
    "data",
    "bahan",
    "file",
    "dokumen terkait",
    "berkas terkait",
    "data terkait",
    "dokumen pendukung",
    "data pendukung",
    "berkas pendukung",
    "dokumen lainnya",
    "data dukung",
    "dan lain lain",
    "dll",
];

/// Outputs with which the work on a document ends: nobody needs to ask for them again. First words of the name.
pub const CLOSING_OUTPUTS: &[&str] = &[
    "arsip",
    "diarsipkan",
    "terarsip",
    "dokumentasi",
    "catatan",
    "bukti",
    "daftar",
    "foto",
    "ekspedisi",
    "agenda",
    "salinan",
    "tembusan",
    "tanda",
    "tersimpan",
    "terdokumentasi",
    "register",
];

/// Abbreviations in document names that every office knows.
pub const KNOWN_ABBREVIATIONS: &[&str] = &[
    "sop",
    "sk",
    "atk",
    "sppd",
    "spd",
    "spt",
    "spj",
    "spp",
    "spm",
    "sp2d",
    "dpa",
    "dppa",
    "rka",
    "rkpd",
    "rpjmd",
    "rpjpd",
    "renja",
    "renstra",
    "lkjip",
    "lakip",
    "lkip",
    "sakip",
    "lppd",
    "lkpj",
    "iku",
    "ikk",
    "pk",
    "kak",
    "tor",
    "rab",
    "ba",
    "bap",
    "bast",
    "ktp",
    "kk",
    "nik",
    "npwp",
    "nip",
    "nib",
    "pns",
    "asn",
    "pppk",
    "skpd",
    "opd",
    "upt",
    "uptd",
    "monev",
    "pdf",
    "usb",
    "cd",
    "hp",
    "apbd",
    "apbn",
    "perda",
    "perbup",
    "perwali",
    "perkada",
    "skp",
    "dp3",
    "dupak",
    "pak",
    "lhp",
    "lhe",
    "hps",
    "dokumen",
    "bku",
    "up",
    "gu",
    "tu",
    "ls",
    "spd",
    "imb",
    "pbg",
    "slf",
    "siup",
    "tdp",
    "iumk",
    "ii",
    "iii",
    "iv",
    "vi",
    "vii",
    "viii",
    "ix",
    "rt",
    "rw",
    "kb",
    "ta",
    "tv",
    "rapbd",
    "kua",
    "ppas",
    "pptk",
    "ppk",
    "kpa",
    "pa",
    "dprd",
    "musrenbang",
    "sipd",
    "simpeg",
    "nodin",
    "wa",
    "sms",
    "pc",
    "it",
    "un",
    "fc",
];

/// Words of a title that name no subject.
pub const TITLE_WORDS: &[&str] = &[
    "sop",
    "prosedur",
    "standar",
    "operasional",
    "kegiatan",
    "administrasi",
    "teknis",
    "umum",
    "dinas",
    "daerah",
    "kantor",
    "kabupaten",
    "kota",
    "kecamatan",
    "kelurahan",
    "bidang",
    "badan",
    "tahun",
    "tahunan",
    "verifikasi",
    "validasi",
];

/// First words of a caution that calls the work of the SOP by its name.
pub const PROCESS_WORDS: &[&str] =
    &["pelaksanaan", "penyelenggaraan", "pengelolaan", "pelayanan", "penyusunan", "penerbitan", "pembuatan", "proses"];

/// First words of a title that promises a product.
pub const PRODUCT_TITLES: &[&str] = &["penerbitan", "penyusunan", "pembuatan", "penetapan"];

/// First words of a name that is a document for certain, never a tool.
pub const DOCUMENT_OPENINGS: &[&str] = &[
    "surat edaran",
    "surat keputusan",
    "surat perintah",
    "surat tugas",
    "surat permohonan",
    "perjanjian kinerja",
    "rencana kerja",
    "renja",
    "renstra",
    "laporan",
    "dokumen laporan",
    "disposisi",
    "nota dinas",
    "berita acara",
    "dpa",
    "dokumen pelaksanaan",
    "notulen",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phrase_has_one_usual_name() {
        let phrases: Vec<_> = SYNONYMS.iter().flat_map(|row| row.iter()).collect();
        for (at, phrase) in phrases.iter().enumerate() {
            assert_eq!(**phrase, phrase.to_lowercase());
            assert!(!phrases[..at].contains(phrase), "{phrase} stands in two rows");
        }
        assert!(SYNONYMS.iter().all(|row| row.len() > 1));
    }
}
