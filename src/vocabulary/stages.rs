//! Headings that part a procedure into stages.

use super::fold;

/// First words of such headings (`TAHAP 2: Pemeriksaan`).
pub const STAGES: &[&str] = &["tahap", "tahapan", "fase", "sesi", "bagian", "babak"];

/// First words that say no more than that a stage of the work follows: `Langkah Pelaksanaan`.
pub const STAGE_LEADS: &[&str] = &["langkah", "kegiatan", "proses"];

/// Whole headings that name a stage and no procedure, folded.
pub const STAGE_NAMES: &[&str] = &[
    "persiapan",
    "perencanaan",
    "pelaksanaan",
    "pelaporan",
    "penyelesaian",
    "penutupan",
    "penutup",
    "evaluasi",
    "pengajuan",
    "permohonan",
    "pencatatan",
    "pengolahan",
    "pengarsipan",
    "pemeriksaan",
    "verifikasi",
    "pengesahan",
    "penyerahan",
    "monitoringdanevaluasi",
    "evaluasidanpelaporan",
    "tindaklanjut",
];

/// The words, without a mark before them, are the name of a stage: `PERSIAPAN`, `Tahap Pelaksanaan`.
pub fn names_stage(words: &str) -> bool {
    let first = words.split(|it: char| !it.is_alphabetic()).next().unwrap_or("");
    STAGES.iter().any(|word| word.eq_ignore_ascii_case(first)) || STAGE_NAMES.contains(&fold(words).as_str())
}

/// Words that count a part of a text: `Bagian Kedua`.
pub const ORDINALS: &[&str] =
    &["pertama", "kesatu", "kedua", "ketiga", "keempat", "kelima", "keenam", "ketujuh", "satu", "dua", "tiga", "empat"];
