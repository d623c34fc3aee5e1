//! Words by which steps written as sentences tell who acts and how long it takes. All lower case.

/// Words between a subject and its verb.
pub const BEFORE_VERBS: &[&str] =
    &["akan", "wajib", "harus", "dapat", "segera", "kemudian", "lalu", "selanjutnya", "juga"];

/// Verbs without a prefix behind a subject.
pub const COMING: &[&str] = &["datang", "hadir"];

/// Before who does it, in the passive.
pub const BY: &str = "oleh";

/// Boxes before the steps of a list to be ticked.
pub const BOXES: &[char] = &['☐', '□', '☑', '✓', '✔', '☒'];

/// The word heads an attachment.
pub fn heads_annex(word: &str) -> bool {
    word.eq_ignore_ascii_case("lampiran")
}

/// First words of a paragraph behind a list of steps that is none of them.
pub const BEHIND_LISTS: &[&str] = &["catatan", "demikian", "lampiran"];

/// What a line behind a list of steps says of all the service, folded, before a colon.
pub const SERVICE_PARTS: &[&str] = &[
    "biaya",
    "tarif",
    "biayatarif",
    "produk",
    "produklayanan",
    "produkpelayanan",
    "persyaratan",
    "jangkawaktu",
    "jangkawaktupenyelesaian",
    "sanksi",
    "dokumen",
    "rekaman",
    "arsip",
];

/// First words of a line that sums up the times of a list of steps.
pub const SUMS: &[&str] = &["jumlah", "total"];

/// Signs between steps in one line.
pub const ARROWS: &[&str] = &["→", "->", "=>", "➔", "⇒", ">>"];

/// Before the number of a step.
pub const STEP: &str = "langkah";

/// Before who acts, in a line of its own below a step.
pub const ACTOR_WORDS: &[&str] = &["petugas", "oleh"];

/// Before a time in brackets, longest first.
pub const TIME_WORDS: &[&str] = &["waktu", "durasi", "lama"];
