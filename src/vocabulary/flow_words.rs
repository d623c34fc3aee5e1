//! Words that tell who acts next, who acted, and where a decision goes.

use super::fold;
use super::phrases::{Phrases, count};

/// Verbs by which work is handed to somebody; the word before their object follows in [`TO`].
pub const HAND_OVER: &[&str] = &[
    "mendisposisi",
    "mendisposisikan",
    "memerintahkan",
    "menugaskan",
    "menginstruksikan",
    "memberi perintah",
    "memberikan perintah",
    "memberi arahan",
    "memberikan arahan",
    "memberikan disposisi",
    "memberi disposisi",
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
    "mengirimkannya",
    "memberikan",
    "memberi",
    "mengajukan",
    "mengajukannya",
    "mengusulkan",
    "melaporkan",
    "melaporkannya",
    "menghadapkan",
    "menaikkan",
    "mendistribusikan",
    "menyebarluaskan",
    "memberitahukan",
    "menginformasikan",
    "meminta",
    "memohon",
    "memohonkan",
    "diteruskan",
    "disampaikan",
    "diserahkan",
    "dikirim",
    "dilaporkan",
    "diajukan",
];

static HANDING: Phrases<{ count(&[HAND_OVER]) }, 64> = Phrases::of(&[HAND_OVER]);

/// One of [`HAND_OVER`] stands here, as one word or with the next.
pub fn hands_over(word: &str, next: Option<&str>) -> bool {
    let count = 1 + usize::from(next.is_some());
    HANDING.longest(count, |at| if at == 0 { word } else { next.unwrap_or_default() }).is_some()
}

/// The same as nouns, where the activity begins with them.
pub const HAND_OVER_NOUNS: &[&str] =
    &["disposisi", "penyerahan", "penyampaian", "pengiriman", "penerusan", "pelimpahan", "pendistribusian"];

/// Verbs of sending, which a carrier does.
pub const SEND: &[&str] =
    &["mengirim", "mengirimkan", "mengantar", "mengantarkan", "dikirim", "dikirimkan", "diantar", "pengiriman"];

/// Words before the carrier.
pub const THROUGH: &[&str] = &["melalui", "lewat", "via"];

/// Words between two who act together.
pub const AND: &[&str] = &["dan", "serta", "bersama"];

/// Verbs of an order, whose object may follow without a preposition.
pub const ORDER: &[&str] = &["memerintahkan", "menugaskan", "menginstruksikan", "menunjuk", "memanggil", "mengundang"];

/// Words before the number of a page.
const PAGE: &[&str] = &["hal", "halaman", "hlm", "lembar"];

/// The words say on which page work goes on, or comes from: `ke hal. 3, langkah 9`.
pub fn names_a_page(text: &str) -> bool {
    let words: Vec<String> = text
        .split_whitespace()
        .map(|word| word.trim_matches(|it: char| !it.is_alphanumeric()).to_lowercase())
        .collect();
    let is_number = |word: &String| !word.is_empty() && word.chars().all(|it| it.is_ascii_digit());
    words.windows(2).any(|pair| PAGE.contains(&pair[0].as_str()) && is_number(&pair[1]))
}

/// Words before the one who receives.
pub const TO: &[&str] = &["kepada", "ke", "pada"];

/// The one of them that stands before the bare number of a step.
pub const TO_STEP: &str = "ke";

/// Words before those who take part.
pub const WITH: &[&str] = &["bersama", "dengan", "bersama-sama", "berkoordinasi", "koordinasi"];

/// Verbs of receiving at the start of a step: they confirm the hand-over before.
pub const RECEIVE: &[&str] = &[
    "menerima",
    "menelaah",
    "memeriksa",
    "mencermati",
    "mempelajari",
    "meneliti",
    "mengoreksi",
    "memverifikasi",
    "menindaklanjuti",
];

/// Verbs of making a document.
pub const MAKE: &[&str] = &[
    "menyusun",
    "membuat",
    "menyiapkan",
    "mempersiapkan",
    "mengetik",
    "mengonsep",
    "mengkonsep",
    "merumuskan",
    "merancang",
    "memperbaiki",
];

/// What comes to its end where work is refused, and the words that say that it does.
pub const ENDING: [&[&str]; 2] =
    [&["proses", "prosedur", "pelayanan"], &["selesai", "berakhir", "dihentikan", "berhenti"]];

/// Verbs of sending back: the *tidak* branch.
pub const RETURN: &[&str] =
    &["mengembalikan", "mengembalikannya", "dikembalikan", "kembali", "kembalikan", "memulangkan", "balikan"];

/// Words that open a condition.
pub const CONDITION: &[&str] = &["jika", "apabila", "bila", "bilamana", "kalau", "dalam hal", "manakala", "seandainya"];

/// Words that turn a condition round.
pub const NEGATION: &[&str] = &["tidak", "belum", "kurang", "ditolak", "tdk", "salah", "bukan"];

/// `Tidak lulus` says no to `Lulus`, whatever the word is.
pub fn denies(answer: &str, other: &str) -> bool {
    let Some((first, rest)) = answer.trim().split_once(char::is_whitespace) else { return false };
    NEGATION.contains(&first.to_lowercase().as_str()) && fold(rest) == fold(other)
}

/// Behind a condition they say that something is wrong: `jika perlu perbaikan`.
pub const FAULTS: &[&str] = &["perbaikan", "diperbaiki", "revisi", "direvisi", "koreksi", "kesalahan", "kekurangan"];

/// They say that what was wrong is put right.
pub const DONE: &[&str] = &["selesai", "sudah", "telah", "setelah", "sesudah"];

/// Answers before the way they lead, and their letters, which count only where both answers are told.
pub const YES: [&str; 2] = ["ya", "y"];
/// The same of no.
pub const NO: [&str; 3] = ["tidak", "tdk", "t"];

/// The one of [`NEGATION`] that says of itself that work goes back.
pub const REFUSED: &str = "ditolak";

/// Words before the number of a step.
pub const STEP: &[&str] = &["langkah", "nomor", "no", "no.", "butir", "tahap", "kegiatan", "point", "poin", "angka"];

/// Words from an answer to the step it leads to: `Ya, lanjut ke 3`.
pub const LEADING: &[&str] = &[
    "ke",
    "lanjut",
    "dilanjutkan",
    "berlanjut",
    "kembali",
    "dikembalikan",
    "balik",
    "maka",
    "menuju",
    "pada",
    "ulangi",
    "mengulang",
];

/// Words before an answer in a sentence.
pub const JOINING: &[&str] = &["dan", "jika", "apabila", "bila", "bilamana", "kalau", "sedangkan"];

/// Offices named in outputs that are the product of their holder (`Disposisi Sekretaris`).
pub const OWNED: &[&str] =
    &["disposisi", "perintah", "arahan", "persetujuan", "instruksi", "paraf", "catatan", "memo", "pengesahan"];

/// Columns of people outside the office, by a word of their name, lower case.
pub const EXTERNAL: &[&str] = &[
    "pemohon",
    "masyarakat",
    "pengguna layanan",
    "pengguna jasa",
    "penyedia",
    "wajib pajak",
    "pelapor",
    "auditi",
    "auditan",
    "pengadu",
    "pihak ketiga",
    "pihak eksternal",
    "rekanan",
    "vendor",
    "warga",
    "pelanggan",
    "tamu",
    "orang tua",
    "orang tua/wali",
    "ortu",
    "wali murid",
    "siswa",
    "mahasiswa",
    "alumni",
    "penggugat",
    "tergugat",
    "pencari keadilan",
    "calon pengantin",
    "pengunjung",
    "peminjam",
    "klien",
    "wajib retribusi",
    "pemustaka",
    "ahli waris",
    "para pihak",
    "responden",
    "pengusaha",
    "agen kapal",
    "pemilik hewan",
    "pemilik kendaraan",
];

/// Words of a note that speak of a return arrow.
pub const RETURN_NOTES: &[&str] = &["panah balik", "kembali ke langkah", "dikembalikan"];

/// Words of joint work: three boxes in a row are one act of many.
pub const MEETING: &[&str] = &["rapat", "bersama", "koordinasi", "musyawarah", "pertemuan", "sosialisasi"];

/// Before `kepada` it is handed over as if by a verb.
pub const REPORT: &str = "laporan";

/// Before the one from whom something comes.
pub const FROM: &str = "dari";

/// Before what is told of a thing.
pub const WHICH: &str = "yang";

/// Words before the purpose of an order.
pub const PURPOSE: &[&str] = &["untuk", "agar"];

/// Verbs of going on, before the number of a step.
pub const GO_ON: &[&str] = &["lanjut", "dilanjutkan", "melanjutkan"];

/// Words of a warning: condition and consequence.
pub const WARNING: &[&str] = &["jika ", "apabila ", "bila ", "maka "];

/// The word, before the name of an office, leads on to it, so that the name is part of the sentence: `kepada`, `melalui`, `bersama`.
pub fn leads_on(word: &str) -> bool {
    let word = word.to_lowercase();
    word == FROM || [TO, THROUGH, WITH, AND, PURPOSE].iter().any(|words| words.contains(&word.as_str()))
}
