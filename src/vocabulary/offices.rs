//! Words of agencies, units and offices.

use super::phrases::{Phrases, count};
use std::borrow::Cow;

/// What a line of the letterhead names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Body {
    /// Pemerintah daerah, kementerian: the government above the agency.
    Government,
    /// Dinas, badan, kecamatan: the agency.
    Agency,
    /// Bidang, bagian, seksi: a unit of it.
    Unit,
    /// Kabupaten, kota, provinsi alone: completes the agency.
    Region,
}

/// First words of letterhead lines, lower case.
const BODIES: &[(&str, Body)] = &[
    ("pemerintah", Body::Government),
    ("pemkab", Body::Government),
    ("pemkot", Body::Government),
    ("sekretariat daerah", Body::Agency),
    ("sekretariat dprd", Body::Agency),
    ("sekretariat dewan", Body::Agency),
    ("sekretariat jenderal", Body::Agency),
    ("kementerian", Body::Agency),
    ("dinas", Body::Agency),
    ("badan", Body::Agency),
    ("inspektorat", Body::Agency),
    ("kecamatan", Body::Agency),
    ("kelurahan", Body::Agency),
    ("desa", Body::Agency),
    ("kantor", Body::Agency),
    ("satuan polisi", Body::Agency),
    ("perumda", Body::Agency),
    ("perumdam", Body::Agency),
    ("pdam", Body::Agency),
    ("perusahaan umum daerah", Body::Agency),
    ("perusahaan daerah", Body::Agency),
    ("rumah sakit", Body::Agency),
    ("rsud", Body::Agency),
    ("puskesmas", Body::Agency),
    ("uptd", Body::Agency),
    ("upt", Body::Agency),
    ("balai", Body::Agency),
    ("laboratorium", Body::Agency),
    ("lembaga", Body::Agency),
    ("komisi", Body::Agency),
    ("mahkamah", Body::Agency),
    ("pengadilan", Body::Agency),
    ("kejaksaan", Body::Agency),
    ("kepolisian", Body::Agency),
    ("rumah tahanan", Body::Agency),
    ("rutan", Body::Agency),
    ("lapas", Body::Agency),
    ("bapas", Body::Agency),
    ("kppn", Body::Agency),
    ("kua", Body::Agency),
    ("pmi", Body::Agency),
    ("utd", Body::Agency),
    ("palang merah", Body::Agency),
    ("rsu", Body::Agency),
    ("rsup", Body::Agency),
    ("rsj", Body::Agency),
    ("stasiun", Body::Agency),
    ("loka", Body::Agency),
    ("polda", Body::Agency),
    ("polres", Body::Agency),
    ("polresta", Body::Agency),
    ("polsek", Body::Agency),
    ("universitas", Body::Agency),
    ("politeknik", Body::Agency),
    ("institut", Body::Agency),
    ("fakultas", Body::Unit),
    ("madrasah", Body::Agency),
    ("mts", Body::Agency),
    ("mtsn", Body::Agency),
    ("sekolah", Body::Agency),
    ("sd negeri", Body::Agency),
    ("smp negeri", Body::Agency),
    ("sma negeri", Body::Agency),
    ("smk negeri", Body::Agency),
    ("akademi", Body::Agency),
    ("jurusan", Body::Unit),
    ("program studi", Body::Unit),
    ("perpustakaan", Body::Agency),
    ("bappeda", Body::Agency),
    ("bpbd", Body::Agency),
    ("bps", Body::Agency),
    ("direktorat", Body::Agency),
    ("deputi", Body::Agency),
    ("biro", Body::Agency),
    ("pusat", Body::Agency),
    ("sekretariat", Body::Unit),
    ("bidang", Body::Unit),
    ("bagian", Body::Unit),
    ("seksi", Body::Unit),
    ("subseksi", Body::Unit),
    ("sub seksi", Body::Unit),
    ("sub bagian", Body::Unit),
    ("subbagian", Body::Unit),
    ("subbag", Body::Unit),
    ("sub bidang", Body::Unit),
    ("subbidang", Body::Unit),
    ("tim", Body::Unit),
    ("inspektur pembantu", Body::Unit),
    ("irban", Body::Unit),
    ("instalasi", Body::Unit),
    ("kepaniteraan", Body::Unit),
    ("kesekretariatan", Body::Unit),
    ("satuan", Body::Unit),
    ("kepala sub bagian", Body::Unit),
    ("kepala bidang", Body::Unit),
    ("kepala bagian", Body::Unit),
    ("kepala seksi", Body::Unit),
    ("kabupaten", Body::Region),
    ("kab.", Body::Region),
    ("kota", Body::Region),
    ("provinsi", Body::Region),
    ("republik indonesia", Body::Region),
    ("resor", Body::Region),
    ("sektor", Body::Region),
];

/// What a letterhead line names, by its first words.
pub fn body(line: &str) -> Option<Body> {
    let lower = without_misread(line.trim()).to_lowercase();
    let starts = |words: &str| {
        lower.strip_prefix(words).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', ',', '.']))
    };
    let first = lower.as_bytes().first();
    let known = BODIES.iter().filter(|(words, _)| words.as_bytes().first() == first && starts(words));
    known.max_by_key(|(words, _)| words.len()).map(|(_, body)| *body)
}

/// The name of a body, in capitals.
pub fn is_letterhead(line: &str) -> bool {
    !line.contains(char::is_lowercase) && body(line).is_some()
}

/// `Tim` alone is a piece of an actor's name, and no unit.
pub fn is_bare_team(line: &str) -> bool {
    line.trim().eq_ignore_ascii_case("tim")
}

/// The line is the name with its region behind it: `KECAMATAN BATU` and `KECAMATAN BATU KABUPATEN SEGARA`.
pub fn adds_region(name: &str, line: &str) -> bool {
    let rest = line.trim().strip_prefix(name.trim()).map(str::trim_start);
    rest.is_some_and(|rest| body(rest) == Some(Body::Region))
}

/// A small `l`, or a digit, among capitals was read for a letter: `PEMERlNTAH`, `D1NAS`, `K0TA`.
pub fn without_misread(line: &str) -> Cow<'_, str> {
    let bytes = line.as_bytes();
    let capital = |at: usize| bytes[..at].last().is_some_and(u8::is_ascii_uppercase);
    let within = |at: usize| capital(at) && bytes.get(at + 1).is_some_and(u8::is_ascii_uppercase);
    let small = line.contains('l') && line.match_indices('l').all(|(at, _)| capital(at));
    let digits =
        bytes.iter().any(|it| matches!(it, b'0' | b'1')) && line.match_indices(['0', '1']).all(|(at, _)| within(at));
    if !small && !digits {
        return Cow::Borrowed(line);
    }
    let letter = |it: char| match it {
        'l' if small => 'I',
        '1' if digits => 'I',
        '0' if digits => 'O',
        it => it,
    };
    Cow::Owned(line.chars().map(letter).collect())
}

/// `Kepala Bagian Umum`: who heads the unit, and in some letterheads the unit itself.
pub fn heads_unit(line: &str) -> bool {
    line.trim_start().get(..HEAD.len()).is_some_and(|first| first.eq_ignore_ascii_case(HEAD))
}

const HEAD: &str = "kepala ";

/// The unit that is named by this one word, behind its agency.
const OFFICE_UNIT: &str = "sekretariat";

/// Words, lower case, with which a unit begins behind the name of its agency in the same line; longer ones first.
const UNITS: &[&str] = &[
    "tim",
    "bidang",
    "bagian",
    "seksi",
    "sub",
    "subbagian",
    "subbag",
    "subbidang",
    "subbid",
    "instalasi",
    "unit",
    "upt",
    "uptd",
    "upt.",
    "balai",
    "pokja",
    "irban",
    "fakultas",
    "jurusan",
    "prodi",
];

/// Before one of these the word `bidang` belongs to an office: `Menteri Koordinator Bidang ...`.
const OF_FIELDS: &[&str] = &["koordinator", "deputi", "asisten", "ahli", "kepala", "ketua", "sekretaris"];

/// Where the unit begins in a line that names an agency and a unit of it.
pub fn unit_start(line: &str) -> Option<usize> {
    if !matches!(body(line), Some(Body::Agency | Body::Government)) {
        return None;
    }
    let is_in = |word: &str, table: &[&str]| table.iter().any(|known| known.eq_ignore_ascii_case(word));
    let mut before = "";
    for (count, word) in line.split_whitespace().enumerate() {
        if count > 1 && is_in(word, UNITS) && !is_in(before, OF_FIELDS) {
            let at = word.as_ptr() as usize - line.as_ptr() as usize;
            return line[at..].trim_end().contains(char::is_whitespace).then_some(at);
        }
        before = word;
    }
    let last = line.split_whitespace().next_back().filter(|word| word.eq_ignore_ascii_case(OFFICE_UNIT))?;
    Some(last.as_ptr() as usize - line.as_ptr() as usize).filter(|at| *at > 0)
}

/// Begins the name of a body that is part of an agency, though it may have a letterhead of its own: `UPTD Pasar`, `Puskesmas Sukarame`.
pub fn begins_unit(line: &str) -> bool {
    let is_part = |word: &str| UNITS.iter().chain(BRANCHES).any(|known| known.eq_ignore_ascii_case(word));
    line.split_whitespace().next().is_some_and(is_part)
}

/// First words of health centres and schools, which are units of a Dinas.
const BRANCHES: &[&str] = &["puskesmas", "tk", "sd", "sdn", "smp", "smpn", "sma", "sman", "smk", "smkn", "slb", "slbn"];

/// `BIRO AKADEMIK` below `UNIVERSITAS NEGERI SERUNI`: a part of the agency of that name. Of ministries and governments a bureau signs
/// as the agency itself.
pub fn is_bureau_of(name: &str, line: &str) -> bool {
    let is_one_of = |word: &str, known: &[&str]| known.iter().any(|it| it.eq_ignore_ascii_case(word));
    line.split_whitespace().next().is_some_and(|word| is_one_of(word, BUREAUS))
        && name.split_whitespace().any(|word| is_one_of(word, ACADEMIES))
}

/// First words of the parts of a university that are no faculties.
const BUREAUS: &[&str] = &["biro"];

/// Words for universities.
const ACADEMIES: &[&str] = &["universitas", "institut", "politeknik"];

/// `Sekretariat` is the whole name of a unit.
pub fn is_whole_unit(line: &str) -> bool {
    line.trim().eq_ignore_ascii_case(OFFICE_UNIT)
}

/// Where, in bytes, the agency is named behind its government, which has a line of its own in a letterhead: `PEMERINTAH KOTA SEGARA`
/// and `DINAS KESEHATAN`.
pub fn behind_government(name: &str) -> Option<usize> {
    let mut words = name.split_whitespace().map(|word| word.as_ptr() as usize - name.as_ptr() as usize);
    let first = words.next()?;
    let governs = name[first..].get(..GOVERNMENT.len()).is_some_and(|it| it.eq_ignore_ascii_case(GOVERNMENT));
    words.find(|at| governs && body(&name[*at..]) == Some(Body::Agency))
}

/// First word of the name of a government.
const GOVERNMENT: &str = "pemerintah";

/// An agency is named in the line, behind its government or alone: `PEMERINTAH KOTA SEGARA DINAS KESEHATAN`.
pub fn names_agency(line: &str) -> bool {
    let from = |word: &str| &line[word.as_ptr() as usize - line.as_ptr() as usize..];
    line.split_whitespace().any(|word| body(from(word)) == Some(Body::Agency))
}

/// Words, lower case, with which the name of an agency begins that a unit before it is part of. `Bidang Badan Usaha` is whole, so
/// not every kind of agency.
const BEHIND_UNIT: &[&str] =
    &["universitas", "institut", "politeknik", "sekretariat daerah", "sekretariat dprd", "sekretariat dewan"];

/// Where the agency begins in a line that names a unit and the agency behind it: `BAGIAN UMUM SEKRETARIAT DAERAH KOTA SEGARA`.
pub fn agency_start(line: &str) -> Option<usize> {
    let at = |word: &str| word.as_ptr() as usize - line.as_ptr() as usize;
    let begins = |word: &str| {
        let rest = &line[at(word)..];
        let is_at = |known: &str| rest.get(..known.len()).is_some_and(|it| it.eq_ignore_ascii_case(known));
        BEHIND_UNIT.iter().any(|known| is_at(known) && !rest[known.len()..].starts_with(char::is_alphanumeric))
    };
    let word = line.split_whitespace().skip(1).find(|word| begins(word))?;
    let named = line[at(word)..].trim_end().contains(char::is_whitespace);
    (body(line) == Some(Body::Unit) && named).then(|| at(word))
}

/// First words of postal addresses and contacts, lower case.
const ADDRESS: &[&str] = &[
    "jl.", "jl ", "jalan ", "jln", "telp", "telepon", "fax", "faks", "email", "e-mail", "website", "http", "www.",
    "kode pos", "alamat",
];

/// A line of the address block.
pub fn is_address(line: &str) -> bool {
    let lower = line.trim().to_lowercase();
    ADDRESS.iter().any(|word| lower.starts_with(word)) || (lower.contains("kode pos") || lower.contains("telp."))
}

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
];

/// Actors of one word, behind whose name hardly anything follows.
const PERSONS: &[&str] =
    &["pemohon", "camat", "lurah", "bupati", "gubernur", "walikota", "pasien", "siswa", "mahasiswa", "pelapor"];

/// Offices whose holder serves one who stands behind it in a list of actors, and not in his name: `Sekretaris`, `Kepala Dinas`.
const DEPUTIES: &[&str] = &["sekretaris", "bendahara", "koordinator"];

/// First words of offices that are none without the house behind them.
const WANTING: &[&str] = &["kepala", "wakil", "sub", "pejabat"];

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
