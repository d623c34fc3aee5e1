//! Faults of letters and bytes: misspelt and broken labels, odd spaces, encodings.

use super::fault::Fault;
use super::form::Form;
use super::list::List;
use super::random::Random;

/// Spellings of labels and headers found in real documents, lower case.
const MISSPELT: &[(&str, &[&str])] = &[
    ("nomor sop", &["Nom0r SOP", "Nomor S0P", "Nomer SOP"]),
    ("tanggal pembuatan", &["Tanggal Pembuatn", "TanggaI Pembuatan", "TanggalPembuatan"]),
    ("tanggal revisi", &["Tanggal Refisi", "TgI. Revisi", "Tanggal Revlsi"]),
    ("tgl. revisi", &["TgI. Revisi", "Tgl Refisi"]),
    ("tanggal efektif", &["Tanggal Evektif", "Tanggal Efektip", "TangaI Efektif"]),
    ("tgl. efektif", &["TGL. EFEKTIP", "Tgl. Evektif"]),
    ("tanggal pengesahan", &["Tanggal Pengesaha n", "Tanggal Pengesahaan"]),
    ("disahkan oleh", &["Di Sahkan Oleh", "Disahkan 0leh", "Disyahkan Oleh"]),
    ("nama sop", &["Nama S0P", "NarnaSOP", "Nama S O P"]),
    ("judul sop", &["JuduI SOP", "Judul S0P"]),
    ("dasar hukum", &["DasarHukum", "Dasar Hukurn", "Dasar Hukuum"]),
    ("kualifikasi pelaksana", &["KualifikasiPelaksana", "Kwalifikasi Pelaksana", "Kualifkasi Pelaksana"]),
    ("kualifikasi pelaksanaan", &["Kualifkasi Pelaksanaan", "Kwalifikasi Pelaksanaan"]),
    ("keterkaitan", &["Keterkaltan", "Keterkatan", "Keterkaitann"]),
    ("peralatan/perlengkapan", &["Peralatan/Perlegkapan", "PERALATAN/PERLENGAPAN", "Peralatan/Perlengkpan"]),
    ("peralatan/ perlengkapan", &["PERALATAN/ PERLENGAPAN", "PERALATAN PERLENGKAPAN"]),
    ("peralatan/kelengkapan", &["Peralatan/Kelengkapn", "PeraIatan/Kelengkapan"]),
    ("peringatan", &["Perlngatan", "Peringatn"]),
    ("pencatatan dan pendataan", &["Penncatatatn dan Pendataan", "Penotaan dan Pendataan", "PencatatandanPendataan"]),
    ("kegiatan", &["Kegitan", "Keglatan"]),
    ("aktivitas", &["Aktifitas", "AktIvItas"]),
    ("uraian prosedur", &["Uralan Prosedur", "Uraian Prosedure"]),
    ("pelaksana", &["Pelaksanaan", "Peiaksana"]),
    ("mutu baku", &["MUTU BUKU", "Mutu Buku", "MutuBaku"]),
    ("kelengkapan", &["Kelengka pan", "Kelengkpan"]),
    ("persyaratan", &["Persyt", "Persyaratn"]),
    ("waktu", &["Wakt u", "WAKTU", "Waklu"]),
    ("output", &["Autput", "OUPUT", "0utput"]),
    ("keterangan", &["Keterngan", "KET"]),
];

/// Damages the labels and headers of a form.
pub fn labels(form: &mut Form, random: &mut Random) {
    let (typos, broken) = (form.has(Fault::LabelTypos), form.has(Fault::BrokenWords));
    for label in form.labels.identity.iter_mut().chain(&mut form.labels.sections) {
        if typos && random.chance(60) {
            misspell(label, random);
        } else if broken && random.chance(40) {
            break_word(label, random);
        }
    }
    let typos = form.has(Fault::HeaderTypos);
    if form.has(Fault::ExtraWords) {
        form.heads.add_words(random);
    }
    if form.has(Fault::GroupSpelling) && !form.melted {
        form.heads.quality.push(':');
    }
    if let (true, List::Bulleted(_)) = (form.has(Fault::SignBullets), form.list) {
        form.list = List::Bulleted(random.pick::<&str>(&["\u{f0b7}", "§", "\u{f0a7}", "ü", "o"]));
    }
    if form.has(Fault::NumberHeadless) {
        form.heads.number.clear();
    }
    let heads = &mut form.heads;
    let all = [
        &mut heads.activity,
        &mut heads.actors,
        &mut heads.quality,
        &mut heads.requirements,
        &mut heads.time,
        &mut heads.outputs,
        &mut heads.note,
    ];
    for head in all {
        if typos && random.chance(60) {
            misspell(head, random);
        } else if broken && random.chance(40) {
            break_word(head, random);
        }
    }
}

fn misspell(label: &mut String, random: &mut Random) {
    let lower = label.to_lowercase();
    if let Some((_, spellings)) = MISSPELT.iter().find(|(right, _)| *right == lower) {
        *label = (*random.pick(spellings)).to_owned();
    }
}

/// A blank inside a word, or between all letters.
fn break_word(label: &mut String, random: &mut Random) {
    let letters: Vec<char> = label.chars().collect();
    if letters.len() < 5 {
        return;
    }
    if random.chance(20) {
        *label = letters.iter().map(char::to_string).collect::<Vec<_>>().join(" ").replace("   ", "  ");
        return;
    }
    let at = letters.len() - random.between(1, 3);
    if letters[at - 1].is_alphabetic() && letters[at].is_alphabetic() {
        *label = letters[..at].iter().chain(&[' ']).chain(&letters[at..]).collect();
    }
}

/// Damages the text as a whole and encodes it.
pub fn bytes(text: &str, form: &Form, random: &mut Random) -> Vec<u8> {
    let mut text = text.to_owned();
    if form.has(Fault::NoBreakSpaces) {
        text = sprinkle(&text, random, |letter| (letter == ' ').then_some("\u{a0}"));
    }
    if form.has(Fault::SoftHyphens) {
        text = sprinkle(&text, random, |letter| (letter == 'n').then_some("n\u{ad}"));
    }
    if form.has(Fault::ZeroWidth) {
        text = sprinkle(&text, random, |letter| (letter == 'a').then_some("\u{200b}a"));
    }
    if form.has(Fault::CarriageReturns) {
        text = text.replace('\n', "\r\n");
    }
    if form.has(Fault::Utf16) {
        let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
        return units.flat_map(u16::to_le_bytes).collect();
    }
    if form.has(Fault::Windows1252) {
        let text = sprinkle(&text, random, |letter| (letter == ' ').then_some("\u{a0}")).replace(" - ", " \u{2013} ");
        return encoding_rs::WINDOWS_1252.encode(&text).0.into_owned();
    }
    if form.has(Fault::ByteOrderMark) {
        text.insert(0, '\u{feff}');
    }
    text.into_bytes()
}

/// Changes some of the letters that `change` knows; tags and entities stay whole.
fn sprinkle(text: &str, random: &mut Random, change: fn(char) -> Option<&'static str>) -> String {
    let mut out = String::new();
    let mut close = None;
    for (at, letter) in text.char_indices() {
        let rest = &text[at + letter.len_utf8()..];
        match letter {
            '<' if rest.starts_with(|next: char| next.is_ascii_alphabetic() || "/!".contains(next)) => {
                close = Some('>')
            }
            '&' if rest.starts_with(|next: char| next.is_ascii_alphabetic()) => close = Some(';'),
            _ if close == Some(letter) => close = None,
            _ => {}
        }
        match change(letter).filter(|_| close.is_none() && random.chance(6)) {
            Some(other) => out.push_str(other),
            None => out.push(letter),
        }
    }
    out
}
