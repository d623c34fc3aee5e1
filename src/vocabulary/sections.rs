//! Headings of the six sections, and of sections that other forms have.

use super::asked::Asked;
use super::columns;
use super::fold::{fold, spelling};
use super::list_words::behind_number;
use super::spellings::{Rows, spellings};
use crate::model::SectionKind;

/// What a heading opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Heading {
    /// One of the six sections.
    Section(SectionKind),
    /// A section that the form has no place for.
    Foreign,
    /// The steps as a list of sentences, where there is no table.
    Procedure,
}

const ROWS: &Rows<Heading> = &[
    (
        &[
            "Dasar Hukum",
            "Landasan Hukum",
            "Dasar Hukum / Referensi",
            "Referensi Hukum",
            "Dasar Hukum Pelaksanaan",
            "Legal Basis",
        ],
        Heading::Section(SectionKind::LegalBasis),
    ),
    (
        &[
            "Kualifikasi Pelaksana",
            "Kualifikasi Pelaksanaan",
            "Kompetensi / Kualifikasi Pelaksana",
            "Kualifikasi",
            "Kualifikasi Pelaksana SOP",
            "Kualifikasi Pelaksana / Kompetensi",
            "Kompetensi Pelaksana",
            "Kompetensi",
            "Qualification of Personnel",
        ],
        Heading::Section(SectionKind::Qualifications),
    ),
    (
        &[
            "Keterkaitan",
            "Keterkaitan SOP",
            "Keterkaitan dengan SOP lain",
            "Erkaitan",
            "Keterkaitan dengan SOP",
            "SOP Terkait",
            "Related SOP",
            "Related SOPs",
        ],
        Heading::Section(SectionKind::Related),
    ),
    (
        &[
            "Peralatan/Perlengkapan",
            "Peralatan/Kelengkapan",
            "Peralatan dan Perlengkapan",
            "Peralatan Perlengkapan",
            "Peralatan/Perlegkapan",
            "Peralatan yang digunakan",
            "Peralatan & Perlengkapan",
            "Peralatan",
            "Alat dan Bahan",
            "Alat",
            "Alat dan Perlengkapan",
            "Perlengkapan",
        ],
        Heading::Section(SectionKind::Equipment),
    ),
    (&["Peringatan", "Perhatian"], Heading::Section(SectionKind::Cautions)),
    (
        &[
            "Pencatatan dan Pendataan",
            "Pencatatan & Pendataan",
            "Pencatatan / Pendataan",
            "Pencatatan / Pendataan / Lampiran",
            "Pencatatan dan Pendaftaran",
            "Penotaan dan Pendataan",
            "Penncatatatn",
            "Pencatatan Pendataan",
            "Pencatatan dan Pelaporan",
            "Pencatatan",
        ],
        Heading::Section(SectionKind::Records),
    ),
    (
        &[
            "Maksud dan Tujuan",
            "Maksud & Tujuan",
            "Maksud/Tujuan",
            "Definisi",
            "Pengertian",
            "Tujuan",
            "Kebijakan",
            "Ruang Lingkup",
            "Pihak yang Terkait",
            "Formulir yang Digunakan",
            "Dokumen yang Dihasilkan",
            "Indikator Kinerja",
            "Pengawasan Internal",
            "Biaya/Tarif",
            "Jaminan Pelayanan",
            "Rekaman Historis",
            "Catatan Mutu",
            "Acuan",
            "Unit Terkait",
            "Dokumen Terkait",
            "Referensi",
            "Rekaman Historis Perubahan",
            "Bagan Alir",
            "Diagram Alir",
            "Hal-hal yang Perlu Diperhatikan",
            "Persyaratan Pelayanan",
            "Persyaratan",
            "Jangka Waktu Penyelesaian",
            "Jangka Waktu Pelayanan",
            "Jangka Waktu",
            "Waktu Penyelesaian",
            "Waktu Pelayanan",
            "Biaya Pelayanan",
            "Produk Layanan",
            "Produk Pelayanan",
            "Sarana, Prasarana, dan/atau Fasilitas",
            "Sarana, Prasarana dan Fasilitas",
            "Penanganan Pengaduan",
            "Penanganan Pengaduan, Saran dan Masukan",
            "Pengelolaan Pengaduan",
            "Jumlah Pelaksana",
            "Jaminan Keamanan dan Keselamatan Pelayanan",
            "Evaluasi Kinerja Pelaksana",
            "Maklumat Pelayanan",
            "Riwayat Perubahan",
            "Riwayat Revisi",
            "Riwayat Dokumen",
            "Catatan Perubahan",
            "Catatan Revisi",
            "Daftar Perubahan",
            "Histori Perubahan",
        ],
        Heading::Foreign,
    ),
    (
        &[
            "Prosedur",
            "Langkah-langkah",
            "Langkah-langkah Prosedur",
            "Prosedur/Langkah-langkah",
            "Prosedur Kerja",
            "Uraian Prosedur",
            "Uraian Kegiatan",
            "Langkah Kegiatan",
            "Langkah-langkah Kegiatan",
            "Langkah Kerja",
            "Tata Cara",
            "Prosedur Pelayanan",
            "Prosedur Pelaksanaan",
            "Prosedur Kegiatan",
            "Alur Prosedur",
            "Alur Pelayanan",
            "Alur Kegiatan",
            "Alur Kerja",
            "Alur Layanan",
            "Prosedur / Langkah",
            "Langkah / Prosedur",
            "Cara Kerja",
            "Urutan Kegiatan",
            "Rincian Prosedur",
            "Rincian Kegiatan",
            "Langkah",
            "Urutan Kerja",
            "Alur",
            "Mekanisme Layanan",
            "Prosedur Layanan",
            "Mekanisme",
            "Mekanisme Pelayanan",
            "Mekanisme dan Prosedur",
            "Sistem, Mekanisme dan Prosedur",
            "Daftar Periksa",
            "Daftar Periksa Harian",
            "Daftar Periksa Kegiatan",
            "Ceklis",
            "Checklist",
            "Check List",
            "Daftar Ceklis",
            "Tahapan",
            "Tahapan Kegiatan",
            "Tahapan Prosedur",
            "Tahapan Pelaksanaan",
            "Langkah-langkah Pelayanan",
            "Langkah-langkah Pelaksanaan",
            "Uraian Langkah",
        ],
        Heading::Procedure,
    ),
];

spellings! { static TABLE: Heading = ROWS; }

/// Words of their own that a misspelt heading could also be, folded.
const OTHER_WORDS: &[&str] = &[
    "kompetisi",
    "kelengkapan",
    "pendapatan",
    "pencapaian",
    "pencetakan",
    "pengamatan",
    "peningkatan",
    "pemeringkatan",
    "peringkatan",
    "perawatan",
    "peraturan",
    "perjalanan",
    "klarifikasi",
    "klasifikasi",
    "keterikatan",
];

thread_local! {
    static WHOLE: Asked<Option<Heading>> = const { Asked::nothing() };
}

/// The heading a whole cell spells, misspelt or not.
pub fn whole(text: &str) -> Option<Heading> {
    let spelt = || near(&spelling(text, &mut [0; 64])?);
    WHOLE.with(|asked| asked.answer(text, spelt))
}

fn near(folded: &str) -> Option<Heading> {
    let folded = first_said(folded);
    match TABLE.near(folded)? {
        // `Tujuan` and its like are common words: only to the letter.
        Heading::Foreign | Heading::Procedure => TABLE.exact(folded),
        section => (!OTHER_WORDS.contains(&folded)).then_some(section),
    }
}

/// The folded spelling of a heading may begin so.
pub fn begins(folded: &str) -> bool {
    TABLE.begins(folded)
}

/// Cheap: a heading may begin as this text does, as far as its first two letters tell.
pub fn may_open(text: &str) -> bool {
    TABLE.may_open(text)
}

/// The heading whose folded spelling this is, to the letter.
pub fn exact(folded: &str) -> Option<Heading> {
    TABLE.exact(first_said(folded))
}

/// Headings, folded, that are words of many other texts and count only behind their number: `II. PELAKSANAAN`.
const COUNTED: &[(&str, Heading)] = &[
    ("dasar", Heading::Section(SectionKind::LegalBasis)),
    ("pelaksanaan", Heading::Procedure),
    ("pelaksanaankegiatan", Heading::Procedure),
    ("tatacarapelaksanaan", Heading::Procedure),
];

/// The heading whose folded words these are behind their number.
pub fn counted(folded: &str) -> Option<Heading> {
    COUNTED.iter().find(|(words, _)| *words == folded).map(|(_, heading)| *heading)
}

/// What a row of a table of sections opens, which may be one that this form does not know.
pub fn component(title: &str) -> Heading {
    let folded = fold(title);
    if folded.starts_with(SERVICES) { Heading::Procedure } else { whole(title).unwrap_or(Heading::Foreign) }
}

/// The folded word before a citation, or alone above a list of them, that heads the legal basis: `Dasar : PMK Nomor 83 …`
pub const BASIS: &str = "dasar";

/// The heading of the steps is that of a standard of services, which heads its section also where no list of them follows.
pub fn is_of_services(heading: &str) -> bool {
    fold(heading).contains(SERVICES)
}

/// The heading of the steps is also the name of a thing that other sections list.
pub fn is_checklist(heading: &str) -> bool {
    let folded = fold(heading);
    CHECKLISTS.iter().any(|word| folded.contains(word))
}

const CHECKLISTS: &[&str] = &["periksa", "ceklis", "check"];

/// Headings, folded, that SOPs are called too.
const NAMED_ALIKE: &[&str] = &[
    "penangananpengaduan",
    "penangananpengaduansarandanmasukan",
    "pengelolaanpengaduan",
    "pencatatandanpelaporan",
    "pengawasaninternal",
    "evaluasikinerjapelaksana",
];

/// The heading may as well be the name of an SOP.
pub fn may_be_name(heading: &str) -> bool {
    NAMED_ALIKE.contains(&fold(heading).as_str())
}

/// What such a heading says, folded.
const SERVICES: &str = "sistemmekanisme";

/// Folded headings of who takes part, which other forms have between their sections.
pub const PARTIES: &[&str] = &["pelaksana", "aktor", "petugas", "pihakterkait", "pihakyangterlibat"];

/// The folded heading without the word that it only goes on, as it does on a later page: `Dasar Hukum (lanjutan)`.
fn first_said(folded: &str) -> &str {
    folded.strip_suffix("lanjutan").filter(|first| !first.is_empty()).unwrap_or(folded)
}

/// The heading of the purpose of the SOP.
pub fn is_purpose(heading: &str) -> bool {
    matches!(fold(heading).as_str(), "maksuddantujuan" | "maksudtujuan" | "tujuandanmaksud")
}

/// Folded headings under which other forms cite what this form has in its legal basis.
const GROUNDS: &[&str] = &["kebijakan", "referensi", "acuan", "dasar"];

/// The heading of a section in which other forms cite regulations, with its number or without.
pub fn is_ground(heading: &str) -> bool {
    let folded = fold(heading);
    let bare = folded.trim_start_matches(|it: char| it.is_ascii_digit());
    GROUNDS.contains(&bare)
}

/// The line is no more than the name of a part of a text, with its number or without: `3. Penanggung Jawab`.
pub fn heads_part(line: &str) -> bool {
    let name = behind_number(line);
    whole(name).is_some() || columns::exact(name).is_some() || PARTIES.contains(&fold(name).as_str())
}

/// Words that only say that a heading is one, longest first.
pub const TITLE_WORDS: &[&str] = &[
    "standar operasional prosedur administrasi pemerintahan",
    "standar operasional prosedur mikro",
    "standar operasional prosedur makro",
    "standar operasional prosedur",
    "standard operating procedure",
    "prosedur operasional standar",
    "standar prosedur operasional",
    "prosedur mutu",
    "prosedur",
    "sop",
    "s.o.p",
    "s o p",
    "pos",
    "spo",
    "flowchart",
];

/// Lines, folded, into which such words are broken.
pub const TITLE_PARTS: &[&str] = &["standar", "operasional", "standaroperasional", "operasionalstandar", "tentang"];

/// Behind such words: within whose office, not what for.
pub const WITHIN: &[&str] = &["di", "pada", "dalam", "lingkungan"];

/// The folded title of a form that holds the procedure as one of its parts.
pub const OTHER_FORM: &str = "standarpelayanan";

/// First words, lower case, of the titles of other documents in which an SOP may stand.
pub const OTHER_DOCUMENTS: &[&str] =
    &["surat edaran", "nota dinas", "lampiran", "surat keputusan", "keputusan", "peraturan", "instruksi"];

/// Folded headings that hold nothing but such words, or the name of another form.
pub const BARE_TITLES: &[&str] = &[
    OTHER_FORM,
    "sop",
    "standaroperasionalprosedur",
    "standaroperasionalprosedursop",
    "flowchart",
    "diagramalir",
    "prosedur",
    "prosedurkerja",
    "uraianprosedur",
    "langkahlangkah",
    "alurprosedur",
    "prosedurpelaksanaan",
    "diagramalirprosedur",
    "baganalirprosedur",
    "baganalir",
    "tahapanprosedur",
    "tabelprosedur",
    "tabelalur",
    "tabelalurprosedur",
    "tabelkegiatan",
    "alurkerja",
    "alurproses",
    "alursop",
];

/// Beginnings, in lower case, of the title of the procedure.
pub const TITLE_OPENINGS: &[&str] =
    &["prosedur", "sop ", "flowchart", "bagan alir", "diagram alir", "mekanisme", "alur "];

/// First words, in capitals, of the name of another SOP.
pub const SOP_NAMES: &[&str] = &["SOP", "POS", "PROSEDUR"];

/// Last words of a line of a citation, after which another regulation is named.
pub const CITING_ENDS: &[&str] =
    &["pelaksanaan", "perubahan", "pencabutan", "penyempurnaan", "kedua", "ketiga", "penjelasan"];

/// Last words of a line of a citation that names a second regulation below, with their point or without.
pub const LINKING_ENDS: &[&str] = &["jo", "jis", "juncto"];

/// Last words of a line that goes on below.
pub const OPEN_ENDS: &[&str] = &[
    "dan", "atau", "yang", "dengan", "di", "ke", "dari", "untuk", "tentang", "pada", "oleh", "serta", "nomor", "tahun",
];
