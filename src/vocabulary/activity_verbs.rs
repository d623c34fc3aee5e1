//! Verbs that activities begin with, by what the step does, and nouns that look like verbs. All lower case.

/// Verbs of looking at something and judging it.
pub const DECIDING: &[&str] = &[
    "memeriksa",
    "meneliti",
    "menelaah",
    "memverifikasi",
    "memvalidasi",
    "mengoreksi",
    "mereviu",
    "mereview",
    "mengevaluasi",
    "menyetujui",
    "menolak",
    "menandatangani",
    "memaraf",
    "mengesahkan",
    "menetapkan",
    "memutuskan",
    "mencermati",
    "mempelajari",
];

/// Verbs with which a document is approved or refused.
pub const APPROVING: &[&str] = &[
    "menyetujui",
    "menyetujuinya",
    "mengesahkan",
    "memverifikasi",
    "verifikasi",
    "memvalidasi",
    "mengoreksi",
    "persetujuan",
];

/// Verbs of making something.
pub const PRODUCING: &[&str] = &[
    "menyusun",
    "membuat",
    "mengonsep",
    "mengkonsep",
    "merumuskan",
    "menghimpun",
    "mengumpulkan",
    "mengolah",
    "menganalisis",
    "menganalisa",
    "menginput",
    "mengetik",
    "mencetak",
    "memperbaiki",
    "merevisi",
    "menyempurnakan",
    "menyiapkan",
    "mempersiapkan",
    "mengunggah",
    "melaksanakan",
    "melakukan",
];

/// Verbs of putting something away or on record.
pub const CLOSING: &[&str] = &[
    "mengarsipkan",
    "mendokumentasikan",
    "menyimpan",
    "mencatat",
    "mengagendakan",
    "meregistrasi",
    "membukukan",
    "mempublikasikan",
    "mengarsip",
];

/// Verbs of putting something on record that take minutes.
pub const RECORDING: &[&str] =
    &["mengarsipkan", "mengarsip", "menyimpan", "mencatat", "mengagendakan", "meregistrasi", "membukukan"];

/// Verbs that give work to somebody else.
pub const HANDING_OVER: &[&str] = &[
    "mendisposisi",
    "mendisposisikan",
    "memerintahkan",
    "menugaskan",
    "menginstruksikan",
    "mendelegasikan",
    "melimpahkan",
    "meneruskan",
    "meneruskannya",
    "menyampaikan",
    "menyampaikannya",
    "menyerahkan",
    "menyerahkannya",
    "mengirim",
    "mengirimkan",
    "memberikan",
    "mengajukan",
    "mengusulkan",
    "melaporkan",
    "menghadapkan",
    "menaikkan",
    "menerima",
];

/// Verbs after which work certainly goes to the office named behind `kepada` or `ke`.
pub const PASSING_ON: &[&str] = &[
    "mendisposisi",
    "mendisposisikan",
    "meneruskan",
    "meneruskannya",
    "menyampaikan",
    "menyampaikannya",
    "menyerahkan",
    "menyerahkannya",
    "mengirimkan",
    "mengajukan",
    "mengajukannya",
    "melaporkan",
];

/// Words of an activity from which a disposition may come.
pub const DISPOSING: &[&str] = &[
    "mendisposisi",
    "mendisposisikan",
    "disposisi",
    "memerintahkan",
    "menugaskan",
    "mengarahkan",
    "arahan",
    "meneruskan",
    "meneruskannya",
    "menelaah",
    "menerima",
    "mempelajari",
    "menyetujui",
    "menginstruksikan",
    "mendelegasikan",
    "memberi",
    "memberikan",
    "petunjuk",
    "membaca",
    "mencermati",
    "memeriksa",
];

/// Nouns that look like active verbs.
pub const NOUNS_LIKE_ACTIVE: &[&str] = &[
    "media",
    "memo",
    "memorandum",
    "mekanisme",
    "metode",
    "mesin",
    "meterai",
    "materai",
    "meja",
    "berita",
    "berkas",
    "berdasarkan",
    "beras",
    "besaran",
    "mentor",
    "merek",
    "medis",
    "medik",
];

/// Nouns and adverbs that look like passive verbs.
pub const NOUNS_LIKE_PASSIVE: &[&str] = &[
    "dinas",
    "distribusi",
    "disposisi",
    "direktur",
    "direktorat",
    "diskusi",
    "diklat",
    "digital",
    "digitalisasi",
    "diagram",
    "dialog",
    "divisi",
    "disiplin",
    "dimana",
    "diluar",
    "dikantor",
];

/// Commands and loan words that name an act, not a product, when an output begins with them.
pub const ACTS_AS_OUTPUT: &[&str] =
    &["input", "entri", "entry", "upload", "unggah", "cetak", "kirim", "arsipkan", "cek", "scan", "print"];
