//! Words with which an activity wrongly begins, and the active verb each of them stands for (KBBI). All lower case.

/// Noun of an act, bare stem or passive → the active verb. Only words that have one such verb and no other sense at the
/// beginning of an activity.
pub const ACTIVE_FORMS: &[(&str, &str)] = &[
    ("penyerahan", "menyerahkan"),
    ("penyusunan", "menyusun"),
    ("pembuatan", "membuat"),
    ("pemeriksaan", "memeriksa"),
    ("pencatatan", "mencatat"),
    ("penerimaan", "menerima"),
    ("pengiriman", "mengirimkan"),
    ("pengarsipan", "mengarsipkan"),
    ("penandatanganan", "menandatangani"),
    ("pengumpulan", "mengumpulkan"),
    ("pengolahan", "mengolah"),
    ("penyampaian", "menyampaikan"),
    ("penelaahan", "menelaah"),
    ("pengesahan", "mengesahkan"),
    ("penetapan", "menetapkan"),
    ("pembahasan", "membahas"),
    ("penggandaan", "menggandakan"),
    ("pengetikan", "mengetik"),
    ("pencetakan", "mencetak"),
    ("penyimpanan", "menyimpan"),
    ("penyiapan", "menyiapkan"),
    ("pengisian", "mengisi"),
    ("pengajuan", "mengajukan"),
    ("penginputan", "menginput"),
    ("pelaporan", "melaporkan"),
    ("pendistribusian", "mendistribusikan"),
    ("verifikasi", "memverifikasi"),
    ("validasi", "memvalidasi"),
    ("disusun", "menyusun"),
    ("dibuat", "membuat"),
    ("diperiksa", "memeriksa"),
    ("dicatat", "mencatat"),
    ("diterima", "menerima"),
    ("dikirim", "mengirimkan"),
    ("diarsipkan", "mengarsipkan"),
    ("ditandatangani", "menandatangani"),
    ("dikumpulkan", "mengumpulkan"),
    ("disampaikan", "menyampaikan"),
    ("diserahkan", "menyerahkan"),
    ("diteliti", "meneliti"),
    ("ditelaah", "menelaah"),
    ("disimpan", "menyimpan"),
    ("dicetak", "mencetak"),
    ("diagendakan", "mengagendakan"),
    ("didistribusikan", "mendistribusikan"),
    ("digandakan", "menggandakan"),
    ("diparaf", "memaraf"),
    ("diverifikasi", "memverifikasi"),
];

/// Words that tell where, whither or with what, so that what stands before the verb was its object.
pub const PREPOSITIONS: &[&str] = &["di", "ke", "dari", "dalam", "pada", "kepada", "dengan", "untuk", "sesuai"];

/// The active verb for such a word, in lower case.
pub fn active_form(lower: &str) -> Option<&'static str> {
    ACTIVE_FORMS.iter().find(|(word, _)| *word == lower).map(|(_, verb)| *verb)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_listed_once_and_becomes_a_verb() {
        for (at, (word, verb)) in ACTIVE_FORMS.iter().enumerate() {
            assert!(verb.starts_with("me") && *verb == verb.to_lowercase(), "{verb}");
            assert!(!ACTIVE_FORMS[..at].iter().any(|(other, _)| other == word), "{word} is listed twice");
            assert!(active_form(verb).is_none(), "{verb} would be changed again");
        }
    }
}
