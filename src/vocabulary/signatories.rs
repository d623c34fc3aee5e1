//! Pejabat: words by which an office is told from a person's name in a signature block.

use super::fold::fold;
use super::labels::{self, Label};
use super::list_words::behind_number;
use std::ops::Range;

/// First words of an office, lower case, in order.
pub static OFFICE_OPENERS: &[&str] = &[
    "a.n",
    "an",
    "asisten",
    "bupati",
    "camat",
    "dandim",
    "danramil",
    "dekan",
    "deputi",
    "direktur",
    "gubernur",
    "hakim",
    "inspektur",
    "jaksa",
    "ka",
    "kabag",
    "kaban",
    "kabid",
    "kades",
    "kadis",
    "kajari",
    "kajati",
    "kakan",
    "kakanwil",
    "kalapas",
    "kapolda",
    "kapolres",
    "kapolresta",
    "kapolsek",
    "kapuskesmas",
    "karumkit",
    "karutan",
    "kasat",
    "kasek",
    "kasi",
    "kasubag",
    "kasubbag",
    "kepala",
    "kepsek",
    "ketua",
    "keuchik",
    "komandan",
    "koordinator",
    "kuasa",
    "lurah",
    "manajer",
    "menteri",
    "panitera",
    "pejabat",
    "pelaksana",
    "penanggung",
    "pengguna",
    "penghulu",
    "pimpinan",
    "pj",
    "pjs",
    "plh",
    "plt",
    "rektor",
    "sekcam",
    "sekda",
    "sekdis",
    "sekretaris",
    "u.b",
    "ub",
    "wakil",
    "wali",
    "walikota",
];

/// Other words of offices and their agencies, lower case, in order.
pub static OFFICE_WORDS: &[&str] = &[
    "administrasi",
    "agama",
    "air",
    "anak",
    "anggaran",
    "aparatur",
    "arsip",
    "aset",
    "atas",
    "badan",
    "bagian",
    "balai",
    "bangsa",
    "barang",
    "bawaslu",
    "bencana",
    "berencana",
    "besar",
    "bidang",
    "binmas",
    "budaya",
    "bupati",
    "camat",
    "daerah",
    "dan",
    "dasar",
    "daya",
    "desa",
    "dewan",
    "dinas",
    "dprd",
    "dua",
    "ekonomi",
    "fakultas",
    "farmasi",
    "gubernur",
    "harian",
    "hewan",
    "hidup",
    "hukum",
    "i",
    "ii",
    "iii",
    "indonesia",
    "industri",
    "informatika",
    "inovasi",
    "inspektorat",
    "institut",
    "intelkam",
    "iv",
    "jenderal",
    "kabupaten",
    "kantor",
    "karantina",
    "kawasan",
    "kecamatan",
    "kecil",
    "kejaksaan",
    "kejuruan",
    "keluarga",
    "kelurahan",
    "kerja",
    "komisi",
    "komunikasi",
    "koperasi",
    "kota",
    "kpu",
    "laboratorium",
    "lantas",
    "lembaga",
    "lingkungan",
    "lurah",
    "madrasah",
    "manusia",
    "menengah",
    "mikro",
    "milik",
    "modal",
    "negara",
    "negeri",
    "olahraga",
    "operasional",
    "organisasi",
    "pajak",
    "pamong",
    "pangan",
    "pariwisata",
    "pascasarjana",
    "pdam",
    "pelayanan",
    "pemuda",
    "pengadilan",
    "pertama",
    "perumda",
    "perwakilan",
    "pintu",
    "polisi",
    "politeknik",
    "politik",
    "praja",
    "produksi",
    "program",
    "propinsi",
    "provinsi",
    "pusat",
    "puskesmas",
    "rakyat",
    "republik",
    "reskrim",
    "resnarkoba",
    "retribusi",
    "riset",
    "rsu",
    "rsud",
    "ruang",
    "rumah",
    "sakit",
    "satu",
    "satuan",
    "sdm",
    "sekolah",
    "sekretariat",
    "seksi",
    "selaku",
    "serta",
    "sipil",
    "sosial",
    "statistik",
    "sub",
    "subbagian",
    "subbidang",
    "sumber",
    "tata",
    "teknik",
    "teknologi",
    "tenaga",
    "terpadu",
    "tiga",
    "transmigrasi",
    "tugas",
    "umum",
    "unit",
    "universitas",
    "upt",
    "uptd",
    "usaha",
    "walikota",
    "wilayah",
    "yayasan",
];

/// After one of these the name of a place follows.
pub static PLACE_OPENERS: &[&str] = &[
    "kabupaten",
    "kab",
    "kota",
    "kecamatan",
    "kec",
    "kelurahan",
    "kel",
    "provinsi",
    "propinsi",
    "prov",
    "desa",
    "camat",
    "lurah",
    "bupati",
    "walikota",
    "gubernur",
    "nagari",
    "kajari",
    "kajati",
    "kapolres",
    "kapolresta",
    "kapolsek",
    "kapolda",
    "danramil",
];

/// First words of places of two words (`Way Kanan`); words that are also whole places are left out.
pub static PLACE_FIRST_WORDS: &[&str] = &[
    "way",
    "hulu",
    "sungai",
    "tanah",
    "nusa",
    "ogan",
    "komering",
    "musi",
    "tulang",
    "labuhan",
    "bandar",
    "kepulauan",
    "pulau",
    "gunung",
    "lubuk",
    "bukit",
    "muara",
    "tanjung",
    "penajam",
    "pasir",
    "kuala",
    "teluk",
    "bolaang",
    "mandailing",
    "rejang",
    "parigi",
    "pakpak",
    "humbang",
    "deli",
    "sidenreng",
    "tojo",
    "kayong",
    "kubu",
    "murung",
    "pematang",
    "dki",
    "di",
    "daerah",
    "khusus",
    "timor",
    "selat",
    "rawa",
    "karang",
    "ujung",
];

/// First words of lines before the office (`Ditetapkan di …`).
pub static PREAMBLES: &[&str] = &[
    "ditetapkan",
    "disahkan",
    "disetujui",
    "ditandatangani",
    "dikeluarkan",
    "mengetahui",
    "menyetujui",
    "mengesahkan",
    "pada",
    "tanggal",
];

/// Between a person and the date of the signature.
pub static SIGNED_ON: &[&str] = &["pada tanggal", "tanggal", "tgl.", "tgl"];

/// Between who signs and the number of what was signed, lower case.
pub static NUMBERED: &[&str] = &[" dengan nomor", ", nomor", " nomor :", " nomor:"];

/// Offices that are names of persons as well, behind another name.
pub static NAMED_AS_OFFICES: &[&str] = &["hakim"];

/// What a label below `Disahkan oleh` asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Nama, jabatan, pangkat.
    Person,
    /// NIP.
    Number,
}

/// Labels of the parts of a signature, folded.
const PARTS: &[(&str, Part)] = &[
    ("nama", Part::Person),
    ("namapejabat", Part::Person),
    ("namalengkap", Part::Person),
    ("namajelas", Part::Person),
    ("jabatan", Part::Person),
    ("pangkat", Part::Person),
    ("pangkatgol", Part::Person),
    ("pangkatgolongan", Part::Person),
    ("pangkatgolonganruang", Part::Person),
    ("pangkatgolruang", Part::Person),
    ("nip", Part::Number),
    ("nipppk", Part::Number),
    ("nrp", Part::Number),
];

/// What this label of a signature asks for.
pub fn part(label: &str) -> Option<Part> {
    let folded = fold(label);
    PARTS.iter().find(|(known, _)| *known == folded).map(|(_, part)| *part)
}

/// What a teacher of a university is, below the name, folded.
pub static ACADEMIC: &[&str] = &["asistenahli", "lektor", "lektorkepala", "gurubesar"];

/// In place of a signature.
pub static SIGNED: &[&str] = &["ttd", "tertanda"];

/// What a program wrote that saw a signature, a stamp or a code.
const SEALS: &[&str] = &[
    "ttd",
    "tertanda",
    "tandatangan",
    "tangan",
    "stempel",
    "cap",
    "paraf",
    "tte",
    "qr",
    "qrcode",
    "barcode",
    "meterai",
    "materai",
    "signature",
    "signed",
    "stamp",
    "seal",
    "nama",
];

/// Words that stand beside them.
const BESIDE_SEALS: &[&str] = &[
    "jelas",
    "terang",
    "lengkap",
    "tanda",
    "dan",
    "and",
    "basah",
    "elektronik",
    "digital",
    "dinas",
    "instansi",
    "resmi",
    "asli",
    "kode",
    "code",
    "gambar",
    "image",
    "official",
    "handwritten",
    "electronic",
];

/// The words say no more than that somebody signed or stamped: `tanda tangan dan stempel`.
pub fn is_seal(words: &str) -> bool {
    let is_in = |word: &str, table: &[&str]| table.iter().any(|known| known.eq_ignore_ascii_case(word));
    let mut all = words.split(|it: char| !it.is_alphanumeric()).filter(|word| !word.is_empty());
    words.len() <= LONGEST_SEAL
        && all.clone().any(|word| is_in(word, SEALS))
        && all.all(|word| is_in(word, SEALS) || is_in(word, BESIDE_SEALS))
}

/// Stands in place of a signature that was made by a program, in lower case.
const ELECTRONICALLY: [&str; 2] = ["ditandatangani secara elektronik", "ditandatangani secara digital"];

/// `telah ditandatangani secara elektronik oleh :` in a line of a signature block.
pub fn electronically_signed(line: &str) -> Option<Range<usize>> {
    let lower = line.to_ascii_lowercase();
    let (at, words) = ELECTRONICALLY.iter().find_map(|words| Some((lower.find(words)?, words)))?;
    let before = lower[..at].trim_end();
    let before = before.strip_suffix("telah").map_or(before, str::trim_end);
    let behind = lower[at + words.len()..].trim_start();
    let behind = behind.strip_prefix("oleh").filter(|rest| !rest.starts_with(char::is_alphabetic)).unwrap_or(behind);
    let behind = behind.trim_start_matches([' ', ':']);
    Some(before.len()..line.len() - behind.len())
}

/// Longer words say more.
const LONGEST_SEAL: usize = 60;

/// Words that close the name of a place.
pub static PLACE_LAST_WORDS: &[&str] = &[
    "barat",
    "timur",
    "selatan",
    "utara",
    "tengah",
    "tenggara",
    "laut",
    "raya",
    "kanan",
    "kiri",
    "hulu",
    "hilir",
    "daya",
    "besar",
    "jaya",
    "baru",
    "lama",
    "kota",
    "pusat",
    "kepulauan",
    "ilir",
    "ulu",
];

/// Titles before a name, lower case, without their points.
pub static TITLES: &[&str] = &[
    "dr", "drs", "dra", "ir", "h", "hj", "hi", "prof", "drg", "drh", "lr", "apt", "kh", "tgk", "tb", "rr", "ns",
    "hajjah", "haji", "jenderal", "letjen", "mayjen", "brigjen", "kolonel", "letkol", "mayor", "kapten", "irjen",
    "kombes", "akbp", "kompol", "akp", "iptu", "ipda", "aiptu", "aipda", "bripka",
];

/// Behind the rank of an officer who serves no more.
pub static RETIRED: &[&str] = &["(purn)", "(purn.)", "purn."];

/// A house that the name of a place or person follows: a title after one of these belongs to its name (`RSUD dr. …`).
pub static NAMED_HOUSES: &[&str] = &[
    "rsud",
    "rsu",
    "rs",
    "rsup",
    "rumah sakit",
    "sakit",
    "puskesmas",
    "universitas",
    "institut",
    "politeknik",
    "pengadilan",
    "yayasan",
];

/// Parts of an office that another word names.
pub static NAMED_PARTS: &[&str] = &["bidang", "seksi", "bagian", "subbagian", "subbidang", "fakultas"];

/// First words of names, which are no words of offices; behind a house that is named after a person they belong to its name.
pub static FIRST_NAMES: &[&str] =
    &["siti", "muhammad", "mohammad", "muhamad", "mochamad", "moch", "moh", "muh", "ust", "ustaz"];

/// First words of names that are so only before another of these: Balinese names.
pub static PAIRED_FIRST_NAMES: &[(&[&str], &[&str])] = &[
    (
        &["i", "ni"],
        &["made", "wayan", "nyoman", "ketut", "putu", "kadek", "komang", "gede", "gusti", "luh", "dewa", "nengah"],
    ),
    (&["ida"], &["bagus", "ayu"]),
    (&["anak"], &["agung"]),
];

/// Degrees written without points, upper case.
pub static DEGREES: &[&str] = &[
    "SE", "ST", "SH", "SP", "SS", "SKM", "MM", "MT", "MSI", "MH", "MP", "MAP", "MKES", "SPD", "SPDI", "SSOS", "SIP",
    "SSTP", "STP", "SAP", "SAG", "SKOM", "SKEP", "SKED", "SPT", "SPI", "SHUT", "SSI", "SFARM", "SPSI", "SST", "AMD",
    "AK", "APT", "MPD", "MBA", "PHD", "MKOM", "MAG", "MPA", "MSC", "MENG", "MPH", "MSE", "MIKOM", "AP", "CA", "MMPUB",
    "MTP", "MHUM", "MSOS", "NERS", "AMK", "AMKL", "AMKEB", "LC", "MA", "BA", "BSC", "SIK", "SAN", "MPSDM", "SSN",
    "SIKOM", "STRKEB", "MSTR", "MPM",
];

/// Labels before the number of an official.
pub static NUMBER_LABELS: &[&str] = &["nippppk", "nipppk", "ni pppk", "nip", "nlp", "nrp", "nik", "nuptk"];

/// Labels before rank and grade.
pub static RANK_LABELS: &[&str] = &["pangkat", "golongan", "gol", "ruang"];

/// Folded head of the column of names in a table of persons.
pub const HEADS_NAME: &str = "nama";
/// Folded head of the column of their offices.
pub const HEADS_POSITION: &str = "jabatan";

/// Words, folded, for the part a person has in a document, where rows tell them one below the other.
const ROLES: &[(&str, Label)] = &[
    ("perumusan", Label::Maker),
    ("penyusunan", Label::Maker),
    ("penyiapan", Label::Maker),
    ("pembuatan", Label::Maker),
    ("pemeriksaan", Label::Examiner),
    ("persetujuan", Label::Signatory),
    ("pengesahan", Label::Signatory),
    ("penetapan", Label::Signatory),
];

/// The part a person has, from the first cell of such a row: `3. Penetapan`, `Disahkan oleh`.
pub fn role(text: &str) -> Option<Label> {
    let word = behind_number(text);
    let folded = fold(word);
    let named = ROLES.iter().find(|(role, _)| *role == folded).map(|(_, label)| *label);
    let asked = || labels::whole(word).or_else(|| labels::short(word));
    named.or_else(|| asked().filter(|it| matches!(it, Label::Maker | Label::Examiner | Label::Signatory)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_long_tables_are_in_order() {
        assert!(OFFICE_OPENERS.is_sorted());
        assert!(OFFICE_WORDS.is_sorted());
    }

    #[test]
    fn words_of_an_electronic_signature_are_told_from_what_stands_around_them() {
        let line = "Camat telah Ditandatangani secara elektronik oleh : Budi";
        assert_eq!(&line[electronically_signed(line).unwrap()], " telah Ditandatangani secara elektronik oleh : ");
        assert_eq!(electronically_signed("Ditandatangani oleh Camat"), None);
    }
}
