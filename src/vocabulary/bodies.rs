//! Names of bodies as a letterhead has them: governments, agencies, their units and regions.

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
    ("rs", Body::Agency),
    ("klinik", Body::Agency),
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
    ("sdn", Body::Agency),
    ("smpn", Body::Agency),
    ("sman", Body::Agency),
    ("smkn", Body::Agency),
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
    ("bpjs", Body::Agency),
    ("bnn", Body::Agency),
    ("bnnk", Body::Agency),
    ("bnnp", Body::Agency),
    ("kpu", Body::Agency),
    ("bawaslu", Body::Agency),
    ("ombudsman", Body::Agency),
    ("komando", Body::Agency),
    ("kodim", Body::Agency),
    ("pt", Body::Agency),
    ("yayasan", Body::Agency),
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
    ("kesatuan pengamanan", Body::Unit),
    ("divisi", Body::Unit),
    ("fungsi statistik", Body::Unit),
    ("subdirektorat", Body::Unit),
    ("unit transfusi", Body::Unit),
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

/// The same of a court.
const COURT_UNIT: &str = "kepaniteraan";

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

/// `Sekretariat` is the whole name of a unit, `Kepaniteraan` that of a court.
pub fn is_whole_unit(line: &str) -> bool {
    [OFFICE_UNIT, COURT_UNIT].iter().any(|unit| line.trim().eq_ignore_ascii_case(unit))
}

/// No name begins with this word, but parts of names do: `DINAS PENDAPATAN`, `DAERAH KOTA SEGARA`.
pub fn opens_rest(word: &str) -> bool {
    joins_name(word) || word.eq_ignore_ascii_case("daerah")
}

/// The word joins two parts of a name, the last of which has to come.
pub fn joins_name(word: &str) -> bool {
    ["dan", "serta", "&"].iter().any(|it| it.eq_ignore_ascii_case(word))
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
    ADDRESS.iter().any(|word| lower.starts_with(word))
        || (lower.contains("kode pos") || lower.contains("telp.") || lower.contains("pos-el"))
}
