//! Jenis peraturan: how kinds of regulation are spelt, and who issues them.

use crate::model::RegulationKind;

/// How the issuer stands after the spelling of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IssuerForm {
    /// The kind has no issuer (`UU`).
    None,
    /// The words before the number name it (`Peraturan Menteri` *Dalam Negeri*).
    Words,
    /// The spelling says its first word, the words before the number the rest (`Peraturan Bupati` → `bupati …`).
    Office(&'static str),
    /// The spelling says all of it (`PMK` → `keuangan`).
    Fixed(&'static str),
    /// Glued to the spelling or after it, as an abbreviation (`Permen` *dagri*, `Permen` *PAN-RB*).
    Glued,
}

use IssuerForm::{Fixed, Glued, None as Nobody, Office, Words};
use RegulationKind as Kind;

/// Spellings, lower case; blanks stand for blanks, hyphens or nothing. Of two that begin alike the longer stands first.
pub static KINDS: &[(&str, Kind, IssuerForm)] = &[
    ("undang undang dasar", Kind::Constitution, Nobody),
    ("uud", Kind::Constitution, Nobody),
    ("undang undang", Kind::Law, Nobody),
    ("undang2", Kind::Law, Nobody),
    ("uu", Kind::Law, Nobody),
    ("ketetapan mpr", Kind::AssemblyDecree, Nobody),
    ("ketetapan majelis permusyawaratan rakyat", Kind::AssemblyDecree, Nobody),
    ("tap mpr", Kind::AssemblyDecree, Nobody),
    ("peraturan pemerintah pengganti undang undang", Kind::Law, Nobody),
    ("perppu", Kind::Law, Nobody),
    ("perpu", Kind::Law, Nobody),
    ("peraturan pemerintah", Kind::GovernmentRegulation, Nobody),
    ("pp", Kind::GovernmentRegulation, Nobody),
    ("peraturan presiden", Kind::PresidentialRegulation, Nobody),
    ("perpres", Kind::PresidentialRegulation, Nobody),
    ("keputusan presiden", Kind::PresidentialDecree, Nobody),
    ("keppres", Kind::PresidentialDecree, Nobody),
    ("kepres", Kind::PresidentialDecree, Nobody),
    ("instruksi presiden", Kind::PresidentialInstruction, Nobody),
    ("inpres", Kind::PresidentialInstruction, Nobody),
    ("peraturan bersama menteri", Kind::MinisterialRegulation, Words),
    ("peraturan menteri negara", Kind::MinisterialRegulation, Words),
    ("peraturan menteri", Kind::MinisterialRegulation, Words),
    ("peraturan mentri", Kind::MinisterialRegulation, Words),
    ("peraturan menpan", Kind::MinisterialRegulation, Fixed("panrb")),
    ("permen", Kind::MinisterialRegulation, Glued),
    ("pmk", Kind::MinisterialRegulation, Fixed("keuangan")),
    ("pma", Kind::MinisterialRegulation, Fixed("agama")),
    ("keputusan bersama menteri", Kind::MinisterialDecree, Words),
    ("keputusan menteri negara", Kind::MinisterialDecree, Words),
    ("keputusan menteri", Kind::MinisterialDecree, Words),
    ("keputusan mentri", Kind::MinisterialDecree, Words),
    ("kepmen", Kind::MinisterialDecree, Glued),
    ("kmk", Kind::MinisterialDecree, Fixed("keuangan")),
    ("kma", Kind::MinisterialDecree, Fixed("agama")),
    ("peraturan daerah", Kind::RegionalRegulation, Words),
    ("perda", Kind::RegionalRegulation, Words),
    ("qanun", Kind::RegionalRegulation, Words),
    ("peraturan gubernur", Kind::RegionalHeadRegulation, Office("gubernur")),
    ("pergub", Kind::RegionalHeadRegulation, Office("gubernur")),
    ("peraturan bupati", Kind::RegionalHeadRegulation, Office("bupati")),
    ("perbup", Kind::RegionalHeadRegulation, Office("bupati")),
    ("peraturan wali kota", Kind::RegionalHeadRegulation, Office("wali kota")),
    ("perwali", Kind::RegionalHeadRegulation, Office("wali kota")),
    ("perwako", Kind::RegionalHeadRegulation, Office("wali kota")),
    ("perwal", Kind::RegionalHeadRegulation, Office("wali kota")),
    ("peraturan kepala daerah", Kind::RegionalHeadRegulation, Nobody),
    ("perkada", Kind::RegionalHeadRegulation, Nobody),
    ("keputusan gubernur", Kind::RegionalHeadDecree, Office("gubernur")),
    ("kepgub", Kind::RegionalHeadDecree, Office("gubernur")),
    ("sk gubernur", Kind::RegionalHeadDecree, Office("gubernur")),
    ("keputusan bupati", Kind::RegionalHeadDecree, Office("bupati")),
    ("surat keputusan bupati", Kind::RegionalHeadDecree, Office("bupati")),
    ("kepbup", Kind::RegionalHeadDecree, Office("bupati")),
    ("sk bupati", Kind::RegionalHeadDecree, Office("bupati")),
    ("keputusan wali kota", Kind::RegionalHeadDecree, Office("wali kota")),
    ("kepwal", Kind::RegionalHeadDecree, Office("wali kota")),
    ("peraturan desa", Kind::Other, Office("desa")),
    ("perdes", Kind::Other, Office("desa")),
    ("peraturan direktur jenderal", Kind::Other, Office("direktur jenderal")),
    ("peraturan dirjen", Kind::Other, Office("direktur jenderal")),
    ("perdirjen", Kind::Other, Office("direktur jenderal")),
    ("peraturan direktur", Kind::Other, Office("direktur")),
    ("peraturan sekretaris", Kind::Other, Office("sekretaris")),
    ("peraturan direksi", Kind::Other, Office("direksi")),
    ("keputusan direksi", Kind::Other, Office("direksi")),
    ("peraturan rektor", Kind::Other, Office("rektor")),
    ("keputusan direktur jenderal", Kind::Other, Office("direktur jenderal")),
    ("keputusan direktur", Kind::Other, Office("direktur")),
    ("keputusan sekretaris", Kind::Other, Office("sekretaris")),
    ("keputusan rektor", Kind::Other, Office("rektor")),
    ("instruksi menteri", Kind::Other, Words),
    ("instruksi gubernur", Kind::Other, Office("gubernur")),
    ("instruksi bupati", Kind::Other, Office("bupati")),
    ("instruksi wali kota", Kind::Other, Office("wali kota")),
    ("surat edaran", Kind::Circular, Words),
    ("se", Kind::Circular, Words),
    ("peraturan kepala", Kind::AgencyRegulation, Words),
    ("peraturan badan", Kind::AgencyRegulation, Office("badan")),
    ("peraturan lembaga", Kind::AgencyRegulation, Office("lembaga")),
    ("peraturan komisi", Kind::AgencyRegulation, Office("komisi")),
    ("peraturan arsip nasional", Kind::AgencyRegulation, Fixed("arsip nasional")),
    ("peraturan mahkamah", Kind::AgencyRegulation, Office("mahkamah")),
    ("peraturan jaksa agung", Kind::AgencyRegulation, Fixed("jaksa agung")),
    ("peraturan otoritas jasa keuangan", Kind::AgencyRegulation, Fixed("otoritas jasa keuangan")),
    ("peraturan ketua", Kind::AgencyRegulation, Words),
    ("peraturan kepolisian", Kind::AgencyRegulation, Fixed("kepolisian")),
    ("peraturan anri", Kind::AgencyRegulation, Fixed("arsip nasional")),
    ("peraturan bkn", Kind::AgencyRegulation, Office("bkn")),
    ("peraturan bps", Kind::AgencyRegulation, Office("bps")),
    ("peraturan lkpp", Kind::AgencyRegulation, Office("lkpp")),
    ("perka", Kind::AgencyRegulation, Words),
    ("perkap", Kind::AgencyRegulation, Fixed("kepolisian")),
    ("perban", Kind::AgencyRegulation, Words),
    ("perlem", Kind::AgencyRegulation, Words),
    ("perma", Kind::AgencyRegulation, Fixed("mahkamah agung")),
    ("pkpu", Kind::AgencyRegulation, Fixed("komisi pemilihan umum")),
    ("peraturan kpu", Kind::AgencyRegulation, Fixed("komisi pemilihan umum")),
    ("perbawaslu", Kind::AgencyRegulation, Fixed("badan pengawas pemilihan umum")),
    ("peraturan bawaslu", Kind::AgencyRegulation, Fixed("badan pengawas pemilihan umum")),
    ("pojk", Kind::AgencyRegulation, Fixed("otoritas jasa keuangan")),
    ("perpol", Kind::AgencyRegulation, Fixed("kepolisian")),
    ("keputusan kepala badan", Kind::AgencyDecree, Office("badan")),
    ("keputusan kepala lembaga", Kind::AgencyDecree, Office("lembaga")),
    ("keputusan kepala", Kind::AgencyDecree, Words),
    ("keputusan badan", Kind::AgencyDecree, Office("badan")),
    ("keputusan lembaga", Kind::AgencyDecree, Office("lembaga")),
    ("keputusan ketua", Kind::AgencyDecree, Words),
    ("kepka", Kind::AgencyDecree, Words),
    ("surat keputusan", Kind::Other, Words),
    ("sk", Kind::Other, Words),
];

/// Names of ministries, longest first where two begin alike, and the one form in which they are compared.
pub static MINISTRIES: &[(&str, &str)] = &[
    ("pendayagunaan aparatur negara dan reformasi birokrasi", "panrb"),
    ("pendayagunaan aparatur negara", "panrb"),
    ("penertiban aparatur negara", "panrb"),
    ("pan dan rb", "panrb"),
    ("pan & rb", "panrb"),
    ("negara pan", "panrb"),
    ("panrb", "panrb"),
    ("pan rb", "panrb"),
    ("pan", "panrb"),
    ("dagri", "dalam negeri"),
    ("kes", "kesehatan"),
    ("dikbudristek", "pendidikan, kebudayaan, riset dan teknologi"),
    ("dikbud", "pendidikan dan kebudayaan"),
    ("diknas", "pendidikan nasional"),
    ("ristekdikti", "riset, teknologi dan pendidikan tinggi"),
    ("keu", "keuangan"),
    ("sos", "sosial"),
    ("hub", "perhubungan"),
    ("hut", "kehutanan"),
    ("tan", "pertanian"),
    ("hukham", "hukum dan hak asasi manusia"),
    ("kumham", "hukum dan hak asasi manusia"),
    ("kominfo", "komunikasi dan informatika"),
    ("naker", "ketenagakerjaan"),
    ("desa", "desa"),
    ("des", "desa"),
    ("ag", "agama"),
    ("lh", "lingkungan hidup"),
    ("lhk", "lingkungan hidup dan kehutanan"),
    ("pu", "pekerjaan umum"),
    ("pupr", "pekerjaan umum dan perumahan rakyat"),
    ("perin", "perindustrian"),
    ("dag", "perdagangan"),
    ("par", "pariwisata"),
    ("kp", "kelautan dan perikanan"),
    ("sesneg", "sekretaris negara"),
    ("setneg", "sekretaris negara"),
    ("atr", "agraria dan tata ruang"),
    ("kopukm", "koperasi dan usaha kecil dan menengah"),
    ("pora", "pemuda dan olahraga"),
];

/// Names of agencies, and the one form in which they are compared.
pub static AGENCIES: &[(&str, &str)] = &[
    ("bps", "badan pusat statistik"),
    ("bkn", "badan kepegawaian negara"),
    ("anri", "arsip nasional"),
    ("bpk", "badan pemeriksa keuangan"),
    ("bnpb", "badan nasional penanggulangan bencana"),
    ("kpk", "komisi pemberantasan korupsi"),
    ("lan", "lembaga administrasi negara"),
    ("lembaga kebijakan pengadaan barang/jasa pemerintah", "lkpp"),
    ("lembaga kebijakan pengadaan barang dan jasa pemerintah", "lkpp"),
];

/// Inside a number, what gives the ministry away (`PER/21/M.PAN/11/2008`).
pub static NUMBER_CLUES: &[(&str, &str)] = &[("m.pan", "panrb"), ("menpan", "panrb"), ("pmk.", "keuangan")];

/// Words that cite the regulation behind them, beside those that want any word: `tentang Pelaksanaan Undang-Undang Nomor …`.
pub static CITING_WORDS: &[&str] = &[
    "atas",
    "berdasarkan",
    "jo",
    "jo.",
    "juncto",
    "kali",
    "kedua",
    "keempat",
    "kelima",
    "ketentuan",
    "ketiga",
    "lampiran",
    "melaksanakan",
    "mencabut",
    "mengubah",
    "menjadi",
    "pasal",
    "pelaksana",
    "pelaksanaan",
    "pencabutan",
    "pengganti",
    "penjelasan",
    "penetapan",
    "perubahan",
    "pertama",
    "sesuai",
    "terakhir",
    "terhadap",
    "turunan",
];

/// Words of an issuer that say nothing of who it is.
pub static ISSUER_NOISE: &[&str] = &["republik", "indonesia", "ri"];

/// Labels of a citation before its number, its year and its subject.
pub static CITATION_LABELS: &[&str] = &["nomor", "tahun", "tentang"];

/// The word is that label, misspelt by one letter: with its first letter, and long enough to be no other word.
pub fn is_near_label(word: &str, label: &str) -> bool {
    let first = |text: &str| text.bytes().next().map(|it| it.to_ascii_lowercase());
    let begins_alike = first(word) == first(label);
    let is_like = begins_alike && word.len() >= 4 && word.len().abs_diff(label.len()) <= 1 && word.is_ascii();
    // Nearly every word that is like a label is the label.
    is_like && !word.eq_ignore_ascii_case(label) && strsim::osa_distance(&word.to_ascii_lowercase(), label) == 1
}

/// Abbreviations that begin a citation only where a number follows.
pub static SHORT_KINDS: &[&str] = &["uu", "pp", "se", "sk", "pma", "kma", "pmk", "kmk"];

/// Where the subject of a citation ends and its later history begins.
pub static SUBJECT_ENDS: &[&str] = &["sebagaimana telah", "sebagaimana diubah", "(lembaran", "(tambahan lembaran"];

/// What may follow number and year without being the subject.
pub static NOT_A_SUBJECT: &[&str] = &["sebagaimana", "jo", "jis", "juncto", "beserta", "dan", "yang", "serta"];

/// Kinds of regulation, as first word of a citation, that are abbreviations.
pub static SHORT_OPENERS: &[&str] = &[
    "uu", "pp", "perpres", "keppres", "kepres", "inpres", "perda", "pergub", "perbup", "perwal", "perwali", "perwako",
    "perkada", "perka", "perban", "perlem", "pmk", "pma", "kmk", "kma", "se",
];

/// And those to which the name of the ministry is glued: `Permendagri`.
pub static SHORT_STEMS: &[&str] = &["permen", "kepmen"];

/// Words of a citation that speak of an amendment.
pub static AMENDMENT_WORDS: &[&str] = &["diubah", "perubahan", "dirubah", "jo", "jis", "juncto"];

/// In the title of the guidelines on writing SOPs.
pub static GUIDELINE_TITLES: &[&str] = &[
    "standar operasional prosedur",
    "standard operating procedure",
    "standar operasional dan prosedur",
    "penyusunan sop",
    "pedoman sop",
    "sop administrasi pemerintahan",
];

/// In the title of a regulation on the organisation of an agency.
pub static ORGANISATION_SUBJECTS: &[&str] = &[
    "organisasi",
    "tata kerja",
    "tugas dan fungsi",
    "tugas pokok",
    "uraian tugas",
    "susunan perangkat daerah",
    "pembentukan perangkat daerah",
    "pembentukan unit pelaksana teknis",
    "pembentukan upt",
    "pembentukan uptd",
    "tupoksi",
    "sotk",
];

/// Words behind the number of a regulation that open the naming of another, which changed it.
pub const AMENDMENT_OPENERS: &[&str] = &["jo", "jo.", "juncto", "jis", "sebagaimana"];
