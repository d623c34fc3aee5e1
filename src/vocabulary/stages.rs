//! Headings that part a procedure into stages.

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

/// Words that count a part of a text: `Bagian Kedua`.
pub const ORDINALS: &[&str] =
    &["pertama", "kesatu", "kedua", "ketiga", "keempat", "kelima", "keenam", "ketujuh", "satu", "dua", "tiga", "empat"];
