//! Headings that part a procedure into stages.

/// First words of such headings (`TAHAP 2: Pemeriksaan`).
pub const STAGES: &[&str] = &["tahap", "tahapan", "fase", "sesi", "bagian", "babak"];

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
    "pemeriksaan",
    "verifikasi",
    "pengesahan",
    "penyerahan",
    "monitoringdanevaluasi",
    "evaluasidanpelaporan",
    "tindaklanjut",
];
