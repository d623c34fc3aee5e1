//! Offices: their spellings, the words that say an actor column is one, and which offices a kind of agency has. Lower case.

use super::evidence::facts;

facts! {
    /// One office, its usual short form first.
    OFFICES, OFFICES_EVIDENCE: &[&str] =
    (A, "naskah SOP dan daftar singkatan jabatan yang dibaca", "2026-11-22") [
        &["kadis", "kadin", "ka dinas", "kepala dinas"],
        &["kaban", "ka badan", "kepala badan"],
        &["sekdis", "sekretaris dinas"],
        &["sekban", "sekretaris badan"],
        &["sekda", "sekretaris daerah"],
        &["sekwan", "sekretaris dprd"],
        &["sekcam", "sekretaris camat", "sekretaris kecamatan"],
        &["sekkel", "seklur", "sekretaris kelurahan", "sekretaris lurah"],
        &["kabid", "kepala bidang"],
        &["kabag", "kepala bagian"],
        &["kasubbag", "kasubag", "ka subbag", "kasub bag", "kepala sub bagian", "kepala subbagian", "kepala subbag"],
        &["kasubbid", "kasubid", "kepala sub bidang", "kepala subbidang"],
        &["kasi", "kasie", "ka seksi", "kepala seksi"],
        &["kaur", "ka urusan", "kepala urusan"],
        &["camat"],
        &["lurah"],
        &["bupati"],
        &["wali kota", "walikota"],
        &["gubernur"],
        &["asisten"],
        &["sekretaris"],
    ]
}

/// Words by which an actor column is known to name an office, a task or somebody from outside.
pub const OFFICE_WORDS: &[&str] = &[
    "kepala",
    "sekretaris",
    "sekretariat",
    "kadis",
    "kadin",
    "kaban",
    "sekdis",
    "sekban",
    "sekda",
    "sekwan",
    "sekcam",
    "sekkel",
    "seklur",
    "sekdes",
    "kabid",
    "kabag",
    "kasubbag",
    "kasubag",
    "kasubbid",
    "kasubid",
    "kasi",
    "kasie",
    "kakan",
    "kakanwil",
    "ktu",
    "kapus",
    "camat",
    "lurah",
    "kades",
    "kuwu",
    "bupati",
    "walikota",
    "wali",
    "gubernur",
    "wabup",
    "wawali",
    "asisten",
    "staf",
    "staff",
    "ajudan",
    "pelaksana",
    "jfu",
    "jft",
    "jf",
    "jafung",
    "jabatan",
    "pejabat",
    "pengadministrasi",
    "pengelola",
    "operator",
    "agendaris",
    "caraka",
    "arsiparis",
    "analis",
    "bendahara",
    "ppk",
    "pptk",
    "pa",
    "kpa",
    "pphp",
    "pjphp",
    "pokja",
    "fo",
    "bo",
    "cs",
    "loket",
    "petugas",
    "pemohon",
    "masyarakat",
    "pengguna",
    "penyedia",
    "tim",
    "ketua",
    "katim",
    "koordinator",
    "subkoordinator",
    "pic",
    "bidang",
    "bagian",
    "seksi",
    "sub",
    "subbag",
    "subbagian",
    "dinas",
    "badan",
    "direktur",
    "wakil",
    "panitera",
    "panmud",
    "kpt",
    "wkpt",
    "pan",
    "pp",
    "hakim",
    "jurusita",
    "kasubbag",
    "anggota",
    "warga",
    "perangkat",
    "opd",
    "skpd",
    "upt",
    "uptd",
    "unit",
    "pengawas",
    "penyuluh",
    "dokter",
    "perawat",
    "bidan",
    "guru",
    "satpam",
    "sopir",
    "driver",
    "admin",
    "administrasi",
    "verifikator",
    "auditor",
    "inspektur",
    "inspektorat",
    "bappeda",
    "bpkad",
    "bkd",
    "bkpsdm",
    "setda",
    "kantor",
    "instansi",
    "pihak",
    "pegawai",
    "asn",
    "pns",
    "pimpinan",
    "menteri",
    "dirjen",
    "rektor",
    "dekan",
    "dosen",
    "mahasiswa",
    "kaprodi",
    "kajur",
    "tu",
    "humas",
    "resepsionis",
    "front",
    "back",
    "kelurahan",
    "kecamatan",
    "desa",
    "rt",
    "rw",
    "kelompok",
    "lembaga",
    "perusahaan",
    "pelanggan",
    "pasien",
    "bpd",
    "trc",
    "koder",
    "kasir",
    "apoteker",
    "juru",
    "pranata",
    "perencana",
    "kaur",
    "kasun",
    "kadus",
    "kepsek",
    "kasek",
    "wakasek",
    "waka",
    "siswa",
    "santri",
    "peserta",
    "dpjp",
    "radiografer",
    "nutrisionis",
    "kader",
    "linmas",
    "penghulu",
    "nasabah",
    "pelapor",
    "pengunjung",
    "tamu",
    "petani",
    "nelayan",
    "pustakawan",
    "statistisi",
    "penata",
    "pembina",
    "sekjen",
    "irjen",
    "kejaksaan",
    "polisi",
    "polres",
    "polsek",
    "koramil",
    "jaksa",
    "notaris",
    "ppat",
    "bpn",
    "dprd",
    "kasat",
    "danru",
    "komandan",
    "danton",
    "danki",
    "irban",
    "ppns",
    "notulis",
    "teknisi",
    "pendamping",
    "surveyor",
    "kabagops",
    "mandor",
    "penera",
    "saksi",
    "editor",
    "ormas",
    "gudang",
    "sekdin",
];

/// Words that say who leads without saying which office.
pub const UNNAMED_HEADS: &[&str] = &["pimpinan", "atasan"];

/// Words of a column that is of somebody who leads.
pub const HEAD_WORDS: &[&str] = &[
    "kepala",
    "kadis",
    "kadin",
    "kaban",
    "kabid",
    "kabag",
    "kasubbag",
    "kasi",
    "kakan",
    "kakanwil",
    "camat",
    "lurah",
    "bupati",
    "walikota",
    "gubernur",
    "sekda",
    "sekretaris",
    "sekdis",
    "sekban",
    "sekcam",
    "sekwan",
    "direktur",
    "direksi",
    "rektor",
    "dekan",
    "ketua",
    "inspektur",
    "asisten",
    "komandan",
    "kapolres",
    "manajer",
    "koordinator",
    "menteri",
    "dirjen",
    "sekjen",
    "kapus",
    "kades",
    "eselon",
    "ppk",
    "kpa",
];

/// Words that name a role in a team, not an office.
pub const TEAM_ROLES: &[&str] =
    &["tim", "ketua", "penanggung", "koordinator", "anggota", "pengarah", "panitia", "pokja"];

facts! {
    /// Kinds of agency by the first word of their name, and offices that such an agency does not have.
    FOREIGN_OFFICES, FOREIGN_OFFICES_EVIDENCE: (&str, &[&str]) =
    (B, "susunan jabatan perangkat daerah menurut naskah SOP", "2026-11-22") [
        ("kecamatan", &["kabid", "kadis", "kaban"]),
        ("kelurahan", &["kabid", "kadis", "kaban", "kasubbid"]),
        ("desa", &["kabid", "kasubbid"]),
        ("dinas", &["kaban", "kasubbid"]),
        ("badan", &["kadis"]),
    ]
}

facts! {
    /// Heads of agencies that are named after their place, with the kind of agency each heads.
    LOCAL_HEADS, LOCAL_HEADS_EVIDENCE: (&str, &str) =
    (B, "susunan jabatan perangkat daerah menurut naskah SOP", "2026-11-22") [
        ("camat", "kecamatan"),
        ("kepala kecamatan", "kecamatan"),
        ("lurah", "kelurahan"),
        ("kepala kelurahan", "kelurahan"),
        ("kepala desa", "desa"),
        ("kades", "desa"),
        ("kepala puskesmas", "puskesmas"),
        ("kepala uptd puskesmas", "puskesmas"),
        ("kepala upt puskesmas", "puskesmas"),
        ("kepala blud puskesmas", "puskesmas"),
    ]
}

/// Bodies and posts that go by one short word everywhere, so that it hides nothing. No column is known by them alone.
pub const KNOWN_BODIES: &[&str] = &[
    "ppid", "igd", "icu", "osis", "kpu", "pps", "kpps", "damkar", "kanit", "spkt", "jpu", "pln", "bank", "modin",
    "takmir", "prodi", "lppm", "lpm", "pkk", "tapd", "tpid", "cpns", "kurir", "bnn", "bem", "mc", "dlh", "bpd",
    "walas", "kapus", "satker",
];

/// Kinds of agency that are named after their matter.
pub const MATTER_AGENCIES: &[&str] = &["dinas", "badan"];

/// Words that name the matter of a regional agency; those of one row are often seen to by one.
pub const MATTERS: &[&[&str]] = &[
    &["kesehatan"],
    &["pendidikan", "kepemudaan"],
    &["perhubungan"],
    &["sosial"],
    &["pekerjaan", "perumahan"],
    &["komunikasi"],
    &["kependudukan"],
    &["perpustakaan", "kearsipan"],
    &["pertanian", "perkebunan", "peternakan", "perikanan", "kehutanan", "tanaman"],
    &["perdagangan", "perindustrian", "koperasi", "ketenagakerjaan", "tenaga", "penanaman"],
    &["pariwisata", "kepemudaan"],
    &["lingkungan", "kehutanan"],
    &["kepegawaian"],
    &["pendapatan"],
    &["perencanaan"],
    &["kesatuan"],
    &["penanggulangan"],
];

/// Where the name of a place ends and that of what it lies in begins.
pub const REGION_WORDS: &[&str] = &["kecamatan", "kabupaten", "kota", "provinsi", "kab", "kec"];

/// The word is one of them, in capitals or not.
pub fn is_region_word(word: &str) -> bool {
    REGION_WORDS.iter().any(|it| it.eq_ignore_ascii_case(word))
}

/// In the names of companies of a region or the state, and of private bodies, lower case: who heads them is no civil servant.
pub const COMPANIES: &[&str] = &[
    "perumda",
    "perumdam",
    "pdam",
    "perseroda",
    "perusahaan umum",
    "perusahaan daerah",
    "perseroan",
    "yayasan",
    "palang merah",
];

/// Offices of the state away from its capital that keep their sections, lower case.
pub const KEEPERS_OF_SECTIONS: &[&str] = &["kantor", "lembaga pemasyarakatan", "rumah tahanan"];

/// What two sign who act for two sides, in the words of an activity.
pub const SIGNED_BY_BOTH: &[&str] = &["berita acara", "perjanjian", "kontrak", "nota kesepahaman", "nota kesepakatan"];

/// Before the title of whoever holds an office for a time.
pub const ACTING_MARKS: &[&str] = &["plt", "plh", "pj", "pjs"];

facts! {
    /// Heads who are elected, or who need not be civil servants: no NIP is expected of them.
    HEADS_WITHOUT_NIP, HEADS_WITHOUT_NIP_EVIDENCE: &str =
    (B, "kepala daerah dan kepala desa dipilih, bukan pegawai negeri", "2026-11-22") [
        "bupati",
        "wali kota",
        "walikota",
        "gubernur",
        "wakil",
        "kepala desa",
        "kades",
        "kuwu",
    ]
    (C, "pejabat yang tidak harus pegawai negeri", "2026-11-22") [
        "presiden",
        "menteri",
        "rektor",
        "pj",
        "penjabat",
    ]
}

facts! {
    /// Offices done away with by the simplification of 2021: PermenPANRB 25/2021.
    SIMPLIFIED_OFFICES, SIMPLIFIED_OFFICES_EVIDENCE: &str =
    (B, "PermenPANRB 25/2021 dan paparan Kementerian PANRB Juni 2021", "2026-11-22") [
        "kasi",
        "kasubbid",
    ]
}

/// Forms of address that stand before a person's name.
pub const FORMS_OF_ADDRESS: &[&str] = &["pak", "bapak", "bu", "ibu", "sdr", "sdri", "saudara", "saudari", "drs", "dra"];

/// Words that make no name behind a form of address: `ibu kota`, `Ibu Hamil`, `Bapak/Ibu`.
pub const COMMON_AFTER_ADDRESS: &[&str] = &[
    "kota",
    "hamil",
    "nifas",
    "menyusui",
    "bersalin",
    "melahirkan",
    "rumah",
    "asuh",
    "angkat",
    "kandung",
    "pkk",
    "dan",
    "atau",
    "ibu",
    "bapak",
    "calon",
    "balita",
    "bayi",
    "anak",
    "pasien",
    "peserta",
    "siswa",
    "murid",
    "wali",
    "pengasuh",
    "warga",
    "guru",
    "tiri",
];

/// Degrees that name a field of work behind them: `A.Md.RMIK`, `S.Tr.Keb.`.
pub const VOCATIONAL: &[&str] = &["A.Md.", "Amd.", "S.Tr.", "M.Tr."];

facts! {
    /// Academic degrees as they are written behind a name, without points and spaces, and with them.
    DEGREES, DEGREES_EVIDENCE: (&str, &str) =
    (C, "penulisan gelar menurut EYD, belum dibuka kembali", "2026-11-22") [
        ("st", "S.T."),
        ("se", "S.E."),
        ("sh", "S.H."),
        ("ssos", "S.Sos."),
        ("skom", "S.Kom."),
        ("spd", "S.Pd."),
        ("sip", "S.IP."),
        ("sstp", "S.STP."),
        ("skm", "S.K.M."),
        ("sag", "S.Ag."),
        ("msi", "M.Si."),
        ("mm", "M.M."),
        ("mt", "M.T."),
        ("mh", "M.H."),
        ("map", "M.AP."),
        ("mpd", "M.Pd."),
        ("mkes", "M.Kes."),
        ("mkom", "M.Kom."),
    ]
}
