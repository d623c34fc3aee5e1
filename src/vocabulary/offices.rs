//! Words of offices: who signs, who acts.

use super::fold;
use super::phrases::{Phrases, count};

/// Spellings of offices, each row one office: the full name first. Words are compared in lower case.
pub const OFFICES: &[&[&str]] = &[
    &["kepala dinas", "kadis", "kadin", "kadinas", "ka dinas", "ka. dinas"],
    &["kepala badan", "kaban", "ka. badan", "ka badan"],
    &["kepala bidang", "kabid", "ka. bidang", "ka bidang"],
    &["kepala bagian", "kabag", "ka. bagian"],
    &[
        "kepala subbagian",
        "kasubbag",
        "kasubag",
        "kepala sub bagian",
        "ka. subbag",
        "kasub bag",
        "ka.sub.bag",
        "ka. sub bagian",
        "kepala subbag",
    ],
    &["kepala subbidang", "kasubbid", "kasubid", "kepala sub bidang"],
    &["kepala seksi", "kasi", "kasie", "ka. seksi", "ka seksi"],
    &["kepala kantor", "kakan", "ka. kantor"],
    &["kepala kantor wilayah", "kakanwil"],
    &["kepala puskesmas", "kapus"],
    &["kepala tata usaha", "ktu", "kepala tu"],
    &["kepala satuan", "kasat"],
    &["sekretaris dinas", "sekdis", "sekretaris"],
    &["sekretaris camat", "sekcam", "sekretaris kecamatan"],
    &["sekretaris daerah", "sekda"],
    &["sekretaris dprd", "sekwan"],
    &["sekretaris kelurahan", "sekkel", "seklur"],
    &["sekretaris desa", "sekdes"],
    &["staf", "staff", "pelaksana"],
    &["ketua tim", "katim", "ka tim"],
    &["front office", "fo", "petugas front office"],
    &["pejabat pembuat komitmen", "ppk"],
    &["kuasa pengguna anggaran", "kpa"],
];

/// The offices by the words of their spellings.
pub static OFFICE_NAMES: Phrases<{ count(OFFICES) }, 128> = Phrases::of(OFFICES);

/// First words of offices and roles that have no short form in [`OFFICES`].
const ROLES: &[&str] = &[
    "kepala",
    "sekretaris",
    "camat",
    "lurah",
    "bupati",
    "gubernur",
    "wali",
    "walikota",
    "direktur",
    "ketua",
    "anggota",
    "tim",
    "staf",
    "staff",
    "petugas",
    "operator",
    "bendahara",
    "pengelola",
    "pengadministrasi",
    "arsiparis",
    "analis",
    "pranata",
    "asisten",
    "inspektur",
    "pejabat",
    "koordinator",
    "sub",
    "seksi",
    "bidang",
    "bagian",
    "jfu",
    "jft",
    "ppk",
    "pptk",
    "kpa",
    "pemohon",
    "masyarakat",
    "pengguna",
    "penyedia",
    "pelapor",
    "dinas",
    "badan",
    "kecamatan",
    "kelurahan",
    "desa",
    "opd",
    "perangkat",
    "wakil",
    "dekan",
    "rektor",
    "kaprodi",
    "dosen",
    "mahasiswa",
    "guru",
    "siswa",
    "panitera",
    "panmud",
    "hakim",
    "jaksa",
    "kajari",
    "kanit",
    "kaur",
    "kasubsi",
    "verifikator",
    "dokter",
    "perawat",
    "pasien",
    "pelanggan",
    "pengunjung",
    "panitia",
    "penyidik",
];

/// First words of actors that are no office, or of bodies whose names are short: in the header of a table only.
const ACTORS: &[&str] = &[
    "bps",
    "pokja",
    "resepsionis",
    "fungsional",
    "peserta",
    "pegawai",
    "auditor",
    "bidan",
    "apoteker",
    "kasir",
    "satpam",
    "admin",
    "pustakawan",
    "penyuluh",
    "pj",
    "pjk",
    "penanggung",
    "penanggungjawab",
    "teknisi",
    "programmer",
    "notaris",
    "jurusita",
    "majelis",
    "nakhoda",
    "warga",
    "wajib",
    "irban",
    "pengawas",
    "pengurus",
    "kurir",
    "supervisor",
    "manajer",
    "unit",
    "satuan",
    "kantor",
    "komandan",
    "pimpinan",
    "keluarga",
    "atasan",
    "agen",
    "syahbandar",
    "penghulu",
    "penggugat",
    "tergugat",
    "auditi",
    "pengendali",
    "pemustaka",
    "sopir",
    "pengemudi",
    "calon",
    "front",
    "back",
    "sanitarian",
    "ppid",
    "satgas",
    "jamaah",
    "jemaah",
    "pihak",
    "widyaiswara",
    "paramedik",
    "instruktur",
    "juru",
    "mitra",
    "rekanan",
    "vendor",
    "konsultan",
    "kontraktor",
    "danru",
    "babinsa",
    "linmas",
    "kader",
    "humas",
    "pekerja",
    "pendamping",
    "konselor",
    "laboran",
    "penguji",
    "polisi",
    "surveyor",
    "nasabah",
    "notulis",
    "peneliti",
    "penyewa",
    "psikolog",
    "radiografer",
    "nutrisionis",
    "pembimbing",
    "pelatih",
    "ajudan",
    "pendaftar",
];

/// Actors of one word, behind whose name hardly anything follows.
const PERSONS: &[&str] =
    &["pemohon", "camat", "lurah", "bupati", "gubernur", "walikota", "pasien", "siswa", "mahasiswa", "pelapor"];

/// Offices whose holder serves one who stands behind it in a list of actors, and not in his name: `Sekretaris`, `Kepala Dinas`.
const DEPUTIES: &[&str] = &["sekretaris", "bendahara", "koordinator"];

/// First words of offices that are none without the house behind them.
const WANTING: &[&str] = &["kepala", "wakil", "sub", "pejabat", "kuasa", "jabatan"];

/// Those that are with it or without.
const WITH_OR_WITHOUT: &[&str] =
    &["staf", "staff", "petugas", "operator", "sekretaris", "bendahara", "ketua", "anggota", "koordinator", "tim"];

/// First words of houses, in which an office is held.
const HOUSES: &[&str] = &[
    "dinas",
    "badan",
    "satuan",
    "kantor",
    "unit",
    "bidang",
    "bagian",
    "seksi",
    "sub",
    "kecamatan",
    "kelurahan",
    "desa",
    "tim",
    "dekan",
    "rektor",
    "direktur",
    "kepala",
    "ketua",
];

fn is_one_of(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| word.eq_ignore_ascii_case(text.trim()))
}

/// The office is not named in full: `Kepala`.
pub fn needs_house(office: &str) -> bool {
    is_one_of(office, WANTING)
}

/// The office may be named in full, or not: `Staf`.
pub fn may_have_house(office: &str) -> bool {
    is_one_of(office, WITH_OR_WITHOUT)
}

/// The name of an office goes on with what stands behind it: `Kepala` and `Sub Bagian Umum`, `Ketua` and `Tim Kerja`; not `Sekretaris` and
/// `Kepala Bidang`.
pub fn goes_on_with(office: &str, behind: &str) -> bool {
    let first = behind.split_whitespace().next().unwrap_or_default();
    let is_body = is_house(first) && !needs_house(first) && !is_one_of(first, &["ketua"]);
    needs_house(office) || may_have_house(office) && is_body
}

/// The word begins the name of a house.
pub fn is_house(word: &str) -> bool {
    is_one_of(word, HOUSES)
}

/// The text begins as the name of an office, a role or a body does.
pub fn begins_office(text: &str) -> bool {
    let first = text.trim().split(|it: char| !it.is_alphanumeric()).next().unwrap_or("").to_lowercase();
    let spelt = |spelling: &&str| {
        let behind = spelling.strip_prefix(first.as_str());
        behind.is_some_and(|behind| matches!(behind.as_bytes().first(), None | Some(b' ' | b'.')))
    };
    ROLES.contains(&first.as_str()) || OFFICES.iter().any(|row| row.iter().any(&spelt))
}

/// A name and the number of one or two digits that it ends in: `Kepala Seksi 2`.
pub fn numbered(name: &str) -> Option<(&str, &str)> {
    let (name, number) = name.trim().rsplit_once(' ')?;
    (number.len() <= MOST_DIGITS && number.bytes().all(|it| it.is_ascii_digit())).then(|| (name.trim(), number))
}

/// What tells one actor's name from another's: its letters, and the number that it ends in (`Verifikator 2`).
pub fn told_by(name: &str) -> String {
    let mut told = fold(name);
    let last = name.trim().rsplit(char::is_whitespace).next().unwrap_or_default();
    let number = last.trim_matches(|it: char| !it.is_ascii_alphanumeric());
    if !told.is_empty() && number.len() <= MOST_DIGITS && number.bytes().all(|it| it.is_ascii_digit()) {
        told.push_str(number);
    }
    told
}

/// Longer numbers are those of something else.
const MOST_DIGITS: usize = 2;

/// The text begins as the name of an actor does, where it can hardly be anything else.
pub fn begins_actor(text: &str) -> bool {
    let first = text.trim().split(|it: char| !it.is_alphanumeric()).next().unwrap_or("");
    is_one_of(first, ACTORS) || begins_office(text)
}

/// `Penguji`, `Pemeriksa`: a word that is formed as the name of who does it is, and not of what is done (`Pengujian`).
pub fn is_agent(word: &str) -> bool {
    let lower = word.to_lowercase();
    let formed = ["pem", "pen", "peng", "peny"].iter().any(|start| lower.starts_with(start));
    formed && lower.len() >= 7 && lower.bytes().all(|it| it.is_ascii_lowercase()) && !lower.ends_with("an")
}

/// The word alone says who acts: `Pemohon`.
pub fn is_person(word: &str) -> bool {
    is_one_of(word, PERSONS)
}

/// Beside each other they are two: `Sekretaris` and `Kepala Dinas`.
pub fn are_two(office: &str, next: &str) -> bool {
    is_one_of(office, DEPUTIES) && is_one_of(next, &["kepala", "ketua", "camat", "lurah"])
}

/// Before the office of who signs, in forms with a box for the signature; longest first.
pub const SIGNATURE: &[&str] = &["tanda tangan ", "ttd. ", "ttd "];

/// Heads, folded, of the list of those who sign or have checked a document.
pub const SIGNING_HEADS: &[&str] = &["nama", "jabatan", "tandatangan", "paraf", "tanggal", "ttd"];

/// First words, folded, of the office in a signature block.
pub const SIGNING: &[&str] = &[
    "kepala",
    "camat",
    "lurah",
    "sekretaris",
    "direktur",
    "bupati",
    "walikota",
    "gubernur",
    "plt",
    "plh",
    "pj",
    "an",
    "ketua",
    "rektor",
    "dekan",
    "inspektur",
    "asisten",
    "kasat",
    "komandan",
    "panitera",
    "wali",
    "kapolsek",
    "kapolres",
    "kapolresta",
    "kapolda",
    "kalapas",
    "karutan",
    "kajari",
    "kepsek",
    "kades",
];
