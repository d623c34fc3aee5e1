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

/// Verbs of putting one's hand to a document, or passing it on: whatever waits for it, the work takes minutes.
pub const SIGNING: &[&str] = &[
    "memaraf",
    "menandatangani",
    "mendisposisi",
    "mendisposisikan",
    "meneruskan",
    "membubuhkan",
    "mengetik",
    "menomori",
    "menstempel",
    "memfotokopi",
];

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

/// Verbs by which a result is made known to everybody, who asked for it among them.
pub const MAKING_KNOWN: &[&str] = &[
    "mengumumkan",
    "mengumumkannya",
    "memublikasikan",
    "mempublikasikan",
    "menyiarkan",
    "menayangkan",
    "memberitahukan",
    "memberitahu",
    "menginformasikan",
];

/// Verbs with which somebody outside the office tells it of something and asks for nothing.
pub const REPORTING: &[&str] = &["melaporkan", "menginformasikan", "memberitahukan", "memberitahu"];
/// What is told so where another verb stands before it: `Menyampaikan laporan`.
pub const REPORT: &str = "laporan";

/// Words before the one to whom something goes, or by whom it is received.
pub const TOWARDS: &[&str] = &["ke", "kepada", "untuk", "diterima", "oleh", "menghubungi", "menginformasikan"];

/// Words after which the next activity follows.
pub const AND_THEN: &[&str] = &["kemudian", "lalu", "selanjutnya", "setelahnya"];

/// Words that join a second activity to one that is told in full.
pub const AND_ALSO: &[&str] = &["serta"];

/// Words behind which a purpose or a condition is told, not an activity.
pub const FOR_WHICH: &[&str] =
    &["untuk", "agar", "guna", "supaya", "yang", "jika", "apabila", "bila", "setelah", "sebelum", "sehingga", "dengan"];

/// First words of an output that stays in the office's files.
pub const FILED: &[&str] = &["arsip", "salinan", "tembusan", "terarsip"];

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

/// Verbs of applying for something: behind `kepada` stands whom the letter is addressed to.
pub const APPLYING: &[&str] = &["mengajukan", "memohon"];

/// Verbs by which somebody gets what was made for them.
pub const RECEIVING: &[&str] = &["menerima", "mengambil", "mengunduh"];

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
    "mediasi",
    "medali",
    "mebel",
    "megafon",
    "melati",
    "membran",
    "menara",
    "mental",
    "menteri",
    "member",
    "menstruasi",
    "menit",
    "merger",
    "mesjid",
    "metadata",
    "meteran",
    "meteorologi",
    "bersih",
    "berlian",
    "bermotor",
    "beranda",
];

/// The word, capital or not, is a verb in the active, such as `menerima`, and no noun that looks like one.
pub fn is_active(word: &str) -> bool {
    let word = word.trim_end_matches([',', '.', ';', '/']);
    let is_verb = || {
        let lower = word.to_lowercase();
        lower.starts_with("me") && !NOUNS_LIKE_ACTIVE.contains(&lower.as_str())
    };
    word.len() >= 6 && word.starts_with(['m', 'M']) && word.bytes().all(|it| it.is_ascii_alphabetic()) && is_verb()
}

/// The text begins as an activity does, with an active verb in a capital: `Menerima surat`.
pub fn opens_activity(text: &str) -> bool {
    text.split_whitespace().next().is_some_and(|word| word.starts_with('M') && is_active(word))
}

/// Active verbs that have no prefix. An output may begin with them, so they are none by themselves.
pub const BARE_VERBS: &[&str] = &[
    "datang", "hadir", "ikut", "masuk", "keluar", "duduk", "pulang", "tiba", "naik", "turun", "pergi", "antre",
    "mandi", "singgah",
];

/// Those of them that are in no name: `Petugas Surat Masuk`.
pub const ARRIVING: &[&str] = &["datang", "hadir", "tiba", "pulang"];

/// What stands alone of a verb whose root is foreign and set off by a hyphen: `me-review`, `men-scan`, `meng-upload`.
pub const SET_OFF_PREFIXES: &[&str] = &["me", "mem", "men", "meng", "meny", "menge", "ber"];

/// Nouns and adverbs that look like passive verbs although they end like one.
pub const NOUNS_LIKE_PASSIVE: &[&str] = &["dinasti", "diakoni"];

/// Roots of verbs, as they stand behind `di-`; a passive that ends in `-kan` or `-i` is known without its root.
pub const VERB_ROOTS: &[&str] = &[
    "agenda",
    "ambil",
    "analisa",
    "analisis",
    "antar",
    "arsip",
    "atur",
    "awasi",
    "baca",
    "bahas",
    "bantu",
    "bawa",
    "bayar",
    "bentuk",
    "beri",
    "buat",
    "bubuh",
    "buka",
    "cap",
    "catat",
    "cek",
    "cermat",
    "cetak",
    "cocok",
    "daftar",
    "dampingi",
    "disposisi",
    "distribusi",
    "dokumentasi",
    "edit",
    "evaluasi",
    "fasilitasi",
    "fotokopi",
    "ganda",
    "ganti",
    "hapus",
    "himpun",
    "hitung",
    "hubung",
    "identifikasi",
    "input",
    "inventarisasi",
    "isi",
    "jadwal",
    "jalan",
    "jawab",
    "jemput",
    "jilid",
    "kaji",
    "kelola",
    "kelompok",
    "ketahui",
    "ketik",
    "kirim",
    "klarifikasi",
    "klasifikasi",
    "konfirmasi",
    "konsep",
    "konsultasi",
    "koordinasi",
    "koreksi",
    "kumpul",
    "kunci",
    "laksana",
    "lampir",
    "lapis",
    "lapor",
    "legalisasi",
    "legalisir",
    "lihat",
    "minta",
    "muat",
    "mulai",
    "nilai",
    "notifikasi",
    "olah",
    "otorisasi",
    "paket",
    "panggil",
    "pantau",
    "paraf",
    "pasang",
    "perbaiki",
    "periksa",
    "pilih",
    "pindah",
    "pindai",
    "print",
    "proses",
    "publikasi",
    "putus",
    "rancang",
    "rapat",
    "realisasi",
    "registrasi",
    "rekap",
    "rekapitulasi",
    "rekomendasi",
    "review",
    "revisi",
    "reviu",
    "salin",
    "sampai",
    "scan",
    "sebar",
    "selesai",
    "serah",
    "setor",
    "setuju",
    "siap",
    "simpan",
    "simpul",
    "sinkronisasi",
    "sortir",
    "sosialisasi",
    "stempel",
    "sunting",
    "survei",
    "susun",
    "tampung",
    "tandatangan",
    "tangani",
    "tanya",
    "tawar",
    "telaah",
    "teliti",
    "tembus",
    "tempel",
    "tempuh",
    "terbit",
    "terima",
    "terus",
    "tetap",
    "tindak",
    "tinjau",
    "tolak",
    "tugas",
    "tulis",
    "tunjuk",
    "tutup",
    "ubah",
    "uji",
    "ukur",
    "umum",
    "undang",
    "undi",
    "unduh",
    "unggah",
    "upload",
    "urus",
    "urut",
    "usul",
    "validasi",
    "verifikasi",
    "wakil",
    "wawancara",
];

/// Commands and loan words that name an act, not a product, when an output begins with them.
pub const ACTS_AS_OUTPUT: &[&str] =
    &["input", "entri", "entry", "upload", "unggah", "cetak", "kirim", "arsipkan", "cek", "scan", "print"];

/// Words between which and a noun no sentence ends: `berkas yang diperiksa`, `surat untuk ditandatangani`.
pub const RELATIVES: &[&str] = &["yang", "untuk", "dan", "akan", "telah", "sudah"];

/// Words that may follow the verb of a passive sentence.
pub const CIRCUMSTANCES: &[&str] = &["oleh", "ke", "kepada", "di", "dalam", "pada", "dengan"];
