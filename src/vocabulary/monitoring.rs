//! Words of the forms by which offices watch over their SOPs: monitoring (PermenPANRB 35/2012, Tabel 7) and evaluation.

/// Heads the form of monitoring.
pub const MONITORING: &str = "Monitoring Penerapan SOP";
/// Its ground.
pub const MONITORING_BASIS: &str = "PermenPANRB 35/2012, Tabel 7; dilaksanakan setiap 6 bulan";
/// Heads the form of evaluation.
pub const EVALUATION: &str = "Evaluasi SOP";
/// Its ground: the questions as offices ask them after the guideline, not its own words.
pub const EVALUATION_BASIS: &str =
    "Pedoman PermenPANRB 35/2012; kriteria sebagaimana dipakai biro organisasi, sesuaikan dengan pedoman instansi";

/// Columns of both: the number of the row and the procedure.
pub const ROW: [&str; 2] = ["No", "Prosedur"];
/// Over the two columns of the judgement on how the SOP is applied.
pub const JUDGEMENT: &str = "Penilaian terhadap penerapan";
/// These two.
pub const JUDGEMENTS: [&str; 2] = ["Berjalan dengan baik", "Tidak berjalan dengan baik"];
/// The columns behind them.
pub const AFTER: [&str; 3] = ["Catatan hasil penilaian", "Tindakan yang harus diambil", "Paraf penilai"];

/// Over the questions of an evaluation.
pub const CRITERIA_HEAD: &str = "Kriteria (ya/tidak)";
/// What an evaluation asks of each SOP.
pub const CRITERIA: [&str; 7] = [
    "Mendorong peningkatan kinerja organisasi dan ASN",
    "Mudah dipahami",
    "Mudah dilaksanakan",
    "Semua pelaksana dapat menjalankan perannya sesuai uraian tugas",
    "Mampu mengatasi permasalahan yang berkaitan dengan prosesnya",
    "Mampu menjawab kebutuhan peningkatan kinerja",
    "Sinergi antarpelaksana, tidak ada tugas yang tumpang tindih",
];
/// The columns behind them: what a check of the document found, and what the evaluator adds.
pub const EVALUATION_AFTER: [&str; 3] = ["Hasil pemeriksaan dokumen", "Catatan", "Tindak lanjut"];

/// To be filled in at the top of both.
pub const TO_FILL: [&str; 3] = ["Instansi", "Tanggal penilaian", "Penilai"];
