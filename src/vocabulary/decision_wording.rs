//! Words by which a text says that something is decided, or that work goes back. All lower case.

/// Words that open a condition.
pub const CONDITIONS: &[&str] = &["jika", "apabila", "bila", "bilamana", "kalau", "apakah"];

/// Pairs of outcomes; an activity that names both decides.
pub const OUTCOMES: &[(&str, &str)] = &[
    ("setuju", "tidak setuju"),
    ("disetujui", "tidak disetujui"),
    ("memenuhi syarat", "tidak memenuhi syarat"),
    ("lengkap", "tidak lengkap"),
    ("lengkap", "belum lengkap"),
    ("sesuai", "tidak sesuai"),
    ("benar", "salah"),
    ("diterima", "ditolak"),
    ("valid", "tidak valid"),
    ("layak", "tidak layak"),
];

/// The other half of a condition: `jika ada langsung dicatat, jika tidak dibuatkan`.
pub const OTHERWISE: &[&str] =
    &["jika tidak", "apabila tidak", "bila tidak", "bilamana tidak", "kalau tidak", "jika belum", "apabila belum"];

/// Words that turn a condition into a refusal.
pub const REFUSALS: &[&str] = &["tidak", "belum", "kurang", "salah"];

/// Words by which a note says that something was refused.
pub const NOTED_REFUSALS: &[&str] = &["tidak", "belum", "kurang", "salah", "keliru", "bukan", "ditolak"];

/// Words of such a note that say what happens then.
pub const AFTER_REFUSAL: &[&str] = &["kembali", "dikembalikan", "kembalikan", "selesai", "diperbaiki", "perbaikan"];

/// Verbs of sending work back.
pub const SENDING_BACK: &[&str] = &["dikembalikan", "mengembalikan", "mengembalikannya"];

/// Phrases of a note that speak of an arrow going back.
pub const RETURNS: &[&str] =
    &["panah balik", "perlu perbaikan", "dikembalikan", "kembali ke langkah", "untuk diperbaiki"];

/// A caution that opens so asks for care, whatever its length.
pub const CALLS_FOR_CARE: &[&str] = &["hati hati", "berhati hati", "waspada", "harap teliti", "harap diperhatikan"];

/// Words by which a caution names a condition, an obligation or a consequence.
pub const CAUTION_WORDS: &[&str] = &[
    "jika",
    "apabila",
    "bila",
    "kalau",
    "bilamana",
    "dalam hal",
    "maka",
    "akan",
    "harus",
    "wajib",
    "dilarang",
    "tidak boleh",
    "jangan",
    "paling lambat",
    "terkendala",
    "terhambat",
    "terlambat",
    "mengakibatkan",
    "berakibat",
    "dapat",
    "tidak",
];

/// Before the noun of an act: the paper that asks for it or comes of it, or when it was done.
pub const BEFORE_NAMED_ACT: &[&str] = &[
    "hasil",
    "surat",
    "lembar",
    "formulir",
    "dokumen",
    "berita",
    "nota",
    "konsep",
    "draf",
    "draft",
    "permohonan",
    "permintaan",
    "usulan",
    "pengajuan",
    "setelah",
    "sesudah",
];
