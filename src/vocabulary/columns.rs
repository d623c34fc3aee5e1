//! Headers of the procedure table.

use super::asked::Asked;
use super::fold::{fold, fold_in};
use super::spellings::{Rows, spellings};
use crate::model::Unit;

/// What a header cell says of its column or columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Header {
    /// No.
    Number,
    /// Kegiatan.
    Activity,
    /// Pelaksana, over the actor columns.
    Actors,
    /// Mutu Baku, over Kelengkapan, Waktu and Output.
    Quality,
    /// Kelengkapan.
    Requirements,
    /// Waktu, perhaps with the unit of all its cells.
    Duration(Option<Unit>),
    /// Output.
    Outputs,
    /// Keterangan.
    Note,
}

const ROWS: &Rows<Header> = &[
    (&["No", "No.", "Nomor", "N/O", "No Urut"], Header::Number),
    (
        &[
            "Kegiatan",
            "Aktivitas",
            "Aktifitas",
            "Aktivitas/Kegiatan",
            "Uraian Prosedur",
            "Uraian Kegiatan",
            "Uraian",
            "Uraian Proses",
            "Langkah Kegiatan",
            "Langkah-langkah",
            "Prosedur",
            "Uraian Prosedur/Kegiatan",
            "Uraian Aktivitas",
            "Tahapan Kegiatan",
            "Tahapan",
            "Kegiatan/Aktivitas",
            "Rincian Kegiatan",
            "Activity",
            "Activities",
            "Apa yang dilakukan",
            "Yang dilakukan",
        ],
        Header::Activity,
    ),
    (
        &[
            "Pelaksana",
            "PN. Jawab Pelaksana",
            "Penanggung Jawab Pelaksana",
            "Penanggung Jawab",
            "Pelaksanaan",
            "Pelaku Kegiatan",
            "Pemegang Jabatan",
            "Pelaku",
            "Pelaksana Kegiatan",
            "Aktor",
            "Siapa",
            "Dilakukan oleh",
        ],
        Header::Actors,
    ),
    (&["Mutu Baku", "Mutu Buku", "Standar Mutu", "Mutu Baku / Pendukung"], Header::Quality),
    (
        &[
            "Kelengkapan",
            "Persyaratan",
            "Persyaratan/Kelengkapan",
            "Persyaratan/Perlengkapan",
            "Kelengkapan dan Peralatan",
            "Kelengkapan/Persyaratan",
            "Perlengkapan",
            "Persyt",
            "Input",
            "Sumber Data",
            "Kelengkapan Berkas Pemohon",
            "Kelengkapan Berkas",
            "Syarat",
            "Syarat/Kelengkapan",
            "Syarat dan Kelengkapan",
            "Requirements",
        ],
        Header::Requirements,
    ),
    (
        &[
            "Waktu",
            "Durasi",
            "Durasi Waktu",
            "Waktu Proses",
            "Waktu Penyelesaian",
            "Mutu Baku Waktu",
            "Jangka Waktu",
            "Lama",
            "Duration",
            "Berapa lama",
        ],
        Header::Duration(None),
    ),
    (
        &[
            "Output",
            "Out Put",
            "Hasil",
            "Keluaran",
            "Autput",
            "Ouput",
            "Output/Hasil",
            "Luaran",
            "Hasil/Output",
            "Output Kegiatan",
            "Hasil Kegiatan",
            "Hasil Kerja",
        ],
        Header::Outputs,
    ),
    (&["Keterangan", "Ket", "Ket.", "Remarks"], Header::Note),
    (&["Menit", "Waktu (Menit)", "Waktu Menit"], Header::Duration(Some(Unit::Minute))),
    (&["Jam", "Waktu (Jam)"], Header::Duration(Some(Unit::Hour))),
    (&["Hari", "Waktu (Hari)", "Waktu (Hari Kerja)", "Hari Kerja"], Header::Duration(Some(Unit::Day))),
    (&["Waktu (Minggu)"], Header::Duration(Some(Unit::Week))),
    (&["Waktu (Bulan)"], Header::Duration(Some(Unit::Month))),
];

/// First words of headers that say more than they must (`Kegiatan Pelayanan`, `Keterangan / Lainnya`), and what they head.
const FIRST_WORDS: &[(&[&str], Header)] = &[
    (
        &["kegiatan", "aktivitas", "aktifitas", "uraian", "langkah", "langkahlangkah", "tahapan", "tahap", "prosedur"],
        Header::Activity,
    ),
    (&["rincian", "deskripsi"], Header::Activity),
    (&["kelengkapan", "persyaratan", "syarat", "input", "masukan"], Header::Requirements),
    (&["waktu", "durasi", "lama"], Header::Duration(None)),
    (&["output", "keluaran", "luaran", "hasil", "produk"], Header::Outputs),
    (&["keterangan", "ket", "catatan", "keteranga", "keterang"], Header::Note),
];

/// Last words of such headers (`Nama Kegiatan`).
const LAST_WORDS: &[(&[&str], Header)] = &[
    (&["kegiatan", "aktivitas", "prosedur", "pekerjaan"], Header::Activity),
    (&["waktu"], Header::Duration(None)),
    (&["kelengkapan", "persyaratan"], Header::Requirements),
    (&["output"], Header::Outputs),
];

/// Units in the header of Waktu.
const UNITS: &[(&str, Unit)] = &[
    ("menit", Unit::Minute),
    ("mnt", Unit::Minute),
    ("jam", Unit::Hour),
    ("hari", Unit::Day),
    ("hr", Unit::Day),
    ("minggu", Unit::Week),
    ("bulan", Unit::Month),
];

/// Headers of tables that are no procedure: registers, lists of samples, schedules.
const OF_REGISTERS: &[&str] = &[
    "tanggal",
    "nama",
    "paraf",
    "tandatangan",
    "ttd",
    "kelompok",
    "contoh",
    "jumlah",
    "kode",
    "jenis",
    "klasifikasi",
    "alamat",
    "biaya",
    "tarif",
    "jabatan",
    "nip",
    "satuan",
    "hari",
    "jam",
    "versi",
    "revisi",
    "singkatan",
    "istilah",
    "golongan",
];

/// What makes a row one of totals.
const TOTALS: &[&str] = &["total", "jumlah", "akumulasi", "keseluruhan"];

/// What else such a row says.
const TOTALLED: &[&str] = &[
    "waktu",
    "mutu",
    "baku",
    "penyelesaian",
    "durasi",
    "lama",
    "estimasi",
    "sla",
    "pelayanan",
    "layanan",
    "pengerjaan",
    "pelaksanaan",
    "proses",
    "prosedur",
    "standar",
    "kerja",
    "seluruh",
    "rata",
];

/// What converters write where a column has no name.
const UNNAMED: &str = "unnamed";

spellings! { static TABLE: Header = ROWS; }

thread_local! {
    static HEADERS: Asked<Option<Header>> = const { Asked::nothing() };
    static EXACT: Asked<Option<Header>> = const { Asked::nothing() };
}

/// The header a whole cell spells, misspelt, broken inside words or with a melted column number.
pub fn header(text: &str) -> Option<Header> {
    if text.len() > 48 { None } else { HEADERS.with(|asked| asked.answer(text, || spelt(text))) }
}

fn spelt(text: &str) -> Option<Header> {
    let mut room = [0; 64];
    let folded = fold_in(text, &mut room);
    if folded.starts_with("waktu") && folded.len() > 9 && TABLE.exact(&folded).is_none() {
        // `Waktu (Dalam Periode revisi)`: a remark of the column, not another column.
        return Some(Header::Duration(unit_in(text)));
    }
    let found = TABLE.near(&folded);
    // `5 Menit` is a duration, `Menit` a header.
    let counted = text.trim_start().starts_with(|it: char| it.is_ascii_digit());
    found.filter(|it| !(counted && matches!(it, Header::Duration(Some(_)))))
}

/// The header whose spelling this is, to the letter.
pub fn exact(text: &str) -> Option<Header> {
    let spelt = || TABLE.exact(&fold_in(text, &mut [0; 64]));
    if text.len() > 48 { None } else { EXACT.with(|asked| asked.answer(text, spelt)) }
}

/// Words before the number of a row that a program wrote out.
pub const ROW_WORDS: &[&str] = &["row", "baris", "langkah", "step", "tahap"];

/// Folded headings of the lines below a table that explain its initials.
pub const LEGEND_HEADINGS: &[&str] = &["keterangan", "ket", "legenda", "singkatan", "daftarsingkatan", "catatan"];

/// Folded headings of such lines that head nothing else, wherever they stand.
pub const OWN_LEGEND_HEADINGS: &[&str] = &[
    "keteranganpelaksana",
    "keteranganpelaku",
    "keteranganaktor",
    "keterangansingkatan",
    "keterangansimbol",
    "singkatanpelaksana",
    "singkatanjabatan",
    "daftarsingkatan",
    "artisimbol",
];

/// `KelengkapanWaktu`: two names of columns with nothing between them.
pub fn fused(word: &str) -> Option<[&str; 2]> {
    if !TABLE.may_open(word) {
        return None;
    }
    let capitals = word.char_indices().skip(1).filter(|(_, letter)| letter.is_uppercase());
    let mut pairs = capitals.map(|(at, _)| word.split_at(at));
    let (one, other) = pairs.find(|(one, other)| exact(one).is_some() && exact(other).is_some())?;
    exact(word).is_none().then_some([one, other])
}

/// The words of a line of a header, those parted that are two names of columns.
pub fn header_words(text: &str) -> Vec<&str> {
    text.split_whitespace().flat_map(|word| fused(word).map_or(vec![word], |pair| pair.to_vec())).collect()
}

/// How many of the first words, at most `most`, name a column together, and which: the longest such name.
pub fn leading_name(words: &[&str], most: usize) -> Option<(usize, Header)> {
    if !words.first().is_some_and(|word| TABLE.may_open(word)) {
        return None;
    }
    // `W a k t u`
    let letters = words.iter().take(MOST_LETTERS).take_while(|word| word.chars().count() == 1).count();
    let counts = (1..=most.max(letters).min(words.len())).rev();
    let name = |count: usize| exact(&words[..count].join(if count > most { "" } else { " " }));
    counts.into_iter().find_map(|count| Some((count, name(count)?)))
}

/// Most letters of a spaced name of a column.
const MOST_LETTERS: usize = 24;

/// The line is a header, or its first name: `No Kegiatan Pelaksana Mutu Baku`, or `No` alone.
pub fn heads_table(line: &str) -> bool {
    if line.len() > LONGEST_HEADER_LINE {
        return false;
    }
    let words: Vec<&str> = line.split_whitespace().collect();
    let (mut at, mut named) = (0, Vec::new());
    while at < words.len() {
        let Some((count, header)) = leading_name(&words[at..], 3) else {
            at += 1;
            continue;
        };
        named.push(header);
        at += count;
    }
    let begins = named.first() == Some(&Header::Number) && exact(words[0]) == Some(Header::Number);
    let second = || words.get(1).copied();
    let is_short = || begins_with_no(line) && (words.len() == 1 || second().is_some_and(may_name_activity));
    begins && (is_short() || named.len() >= 3 && (named.contains(&Header::Activity) || names_activity_second(line)))
}

/// The second word of a header line is the name of the activity, if only nearly: `NO Keglatan Petugas Persyaratn Waklu Output`.
/// Beside three names of columns or more that are sure, it is what it seems.
pub fn names_activity_second(line: &str) -> bool {
    line.split_whitespace().nth(1).and_then(spelt_nearly) == Some(Header::Activity)
}

/// The column that a name beside others that are sure may be meant for, misspelt.
pub fn spelt_nearly(name: &str) -> Option<Header> {
    if name.len() > LONGEST_INITIALS { header(name) } else { None }
}

/// Words no longer are initials rather than a misspelt name.
const LONGEST_INITIALS: usize = 4;

/// Longest line of a header, in bytes.
const LONGEST_HEADER_LINE: usize = 120;

/// A header cell taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Title<'t> {
    /// The group that was printed into the cell (`Mutu Baku.Waktu`, `Pelaksana.Staf`).
    pub group: Option<Header>,
    /// What the cell says without it.
    pub own: &'t str,
    /// What that names.
    pub header: Option<Header>,
}

/// Takes a header cell apart.
pub fn title(text: &str) -> Title<'_> {
    let text = text.trim();
    if let header @ Some(_) = header(text) {
        return Title { group: None, own: text, header };
    }
    if text.len() > LONGEST_MELTED {
        return Title { group: None, own: text, header: None };
    }
    // Only a group may be followed by a mere blank.
    let may_be_group = matches!(text.as_bytes().first(), Some(b'M' | b'm' | b'P' | b'p' | b'S' | b's' | b'A' | b'a'));
    let may_part = |it: &u8| !it.is_ascii_alphanumeric() && (may_be_group || *it != b' ');
    if !text.as_bytes().iter().any(may_part) {
        return Title { group: None, own: text, header: None };
    }
    let parts = |it: char| is_separator(it) || (may_be_group && it.is_whitespace());
    for (at, mark) in text.char_indices().filter(|(_, it)| parts(*it)).take(MOST_PARTS) {
        let group = exact(&text[..at]).filter(|it| matches!(it, Header::Actors | Header::Quality));
        let own = text[at..].trim_start_matches(|it: char| is_separator(it) || it.is_whitespace());
        let parted = is_separator(mark) || own.len() + at + mark.len_utf8() < text.len();
        match group {
            // `Pelaksana Administrasi` is the name of somebody.
            Some(group) if (group == Header::Quality || parted) && own.chars().any(char::is_alphabetic) => {
                return Title { group: Some(group), own, header: header(own) };
            }
            _ if is_separator(mark) && header(own).is_some() && header(&text[..at]) == header(own) => {
                return Title { group: None, own, header: header(own) };
            }
            _ => {}
        }
    }
    Title { group: None, own: text, header: None }
}

/// Longest header of a group and its column, in bytes.
const LONGEST_MELTED: usize = 90;

/// Most parts of one that are tried.
const MOST_PARTS: usize = 4;

/// What stands between a group and its column where converters melted them.
fn is_separator(mark: char) -> bool {
    matches!(mark, '.' | ':' | '>' | '_' | '-' | '–' | '|')
}

/// A header that begins with the name of the group Pelaksana and a blank: what stands behind.
pub fn behind_actors(text: &str) -> Option<&str> {
    let (group, name) = text.trim().split_once(char::is_whitespace)?;
    (exact(group) == Some(Header::Actors) && name.trim_start().starts_with(char::is_alphabetic)).then(|| name.trim())
}

/// `No Kegiatan`: the names of the first two columns a single blank apart.
pub fn number_and_activity(text: &str) -> Option<[&str; 2]> {
    let (number, activity) = text.trim().split_once(char::is_whitespace)?;
    if exact(number) != Some(Header::Number) {
        return None;
    }
    // `Kegiatan Utama`; of `Kegiatan Pelaksana` the second word is another column's.
    let with_a_word = || {
        let (first, other) = activity.trim_start().split_once(' ')?;
        let is_word = !other.contains(' ') && header(other).is_none() && by_word(other).is_none();
        (is_word && exact(first) == Some(Header::Activity)).then_some(())
    };
    let named = exact(activity) == Some(Header::Activity) || with_a_word().is_some();
    named.then(|| [number, activity.trim_start()])
}

/// What a header names by its first or last word, where the whole of it is not known.
pub fn by_word(text: &str) -> Option<Header> {
    let words = || text.split(|it: char| !it.is_alphabetic()).filter(|it| !it.is_empty());
    let among = |rows: &[(&[&str], Header)], word: &str| {
        let named = |words: &[&str]| words.iter().any(|it| it.eq_ignore_ascii_case(word));
        rows.iter().find(|(words, _)| named(words)).map(|(_, header)| *header)
    };
    let found = among(FIRST_WORDS, words().next()?).or_else(|| among(LAST_WORDS, words().next_back()?))?;
    match found {
        Header::Duration(_) => Some(Header::Duration(unit_in(text))),
        found => Some(found),
    }
}

/// The unit that the header of Waktu names.
fn unit_in(text: &str) -> Option<Unit> {
    let named = |word: &str| UNITS.iter().find(|(name, _)| name.eq_ignore_ascii_case(word)).map(|it| it.1);
    text.split(|it: char| !it.is_alphabetic()).find_map(named)
}

/// Cheap: a word of the text may name the activity.
pub fn may_name_activity(text: &str) -> bool {
    let bytes = text.as_bytes();
    let known = |at: usize| {
        let first = bytes[at].to_ascii_lowercase();
        let is = |stem: &&str| {
            let stem = stem.as_bytes();
            stem[0] == first && bytes.get(at..at + stem.len()).is_some_and(|it| it.eq_ignore_ascii_case(stem))
        };
        FIRST_WORDS[..2].iter().any(|(stems, _)| stems.iter().any(is))
    };
    let mut at = 0;
    while at < bytes.len() {
        if (at == 0 || bytes[at - 1] == b' ') && known(at) {
            return true;
        }
        at += 1;
    }
    false
}

/// `No Kegia tan Pelaksana`: the first word is the short name of the column of numbers.
pub fn begins_with_no(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    first.trim_end_matches('.').eq_ignore_ascii_case("no")
}

/// The header is one of registers and lists.
pub fn is_of_register(text: &str) -> bool {
    let first = text.split(|it: char| !it.is_alphabetic()).find(|it| !it.is_empty()).unwrap_or("");
    OF_REGISTERS.iter().any(|it| it.eq_ignore_ascii_case(first)) || OF_REGISTERS.contains(&fold(text).as_str())
}

/// A converter's word for a column without a name.
pub fn is_unnamed(text: &str) -> bool {
    text.trim_start().get(..UNNAMED.len()).is_some_and(|it| it.eq_ignore_ascii_case(UNNAMED))
}

/// The cell names a sum: `Total`, `Jumlah Waktu`, `Total Mutu Baku (SLA)`.
pub fn is_total(text: &str) -> bool {
    if text.len() > 64 {
        return false;
    }
    let words = || text.split(|it: char| !it.is_alphabetic()).filter(|it| !it.is_empty());
    let among = |known: &[&str], word: &str| known.iter().any(|it| it.eq_ignore_ascii_case(word));
    let sums = |word: &str| among(TOTALS, word);
    let is_unit = |word: &str| UNITS.iter().any(|(unit, _)| unit.eq_ignore_ascii_case(word));
    words().any(sums) && words().all(|word| sums(word) || among(TOTALLED, word) || is_unit(word))
}
