//! Labels of the identity block.

use super::asked::Asked;
use super::fold::{fold_in, spelling};
use super::form_words::PURPOSE;
use super::openings::Openings;
use super::spellings::{Rows, spellings};
use crate::model::IdentityField;

/// What a label of the identity block asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Label {
    /// Nomor SOP.
    Number,
    /// Tanggal pembuatan.
    Created,
    /// Tanggal revisi.
    Revised,
    /// Tanggal efektif.
    Effective,
    /// Disahkan oleh.
    Signatory,
    /// Nama SOP.
    Title,
    /// Instansi.
    Agency,
    /// Unit kerja.
    Unit,
    /// Nomor revisi.
    Revision,
    /// Dibuat oleh.
    Maker,
    /// Diperiksa oleh.
    Examiner,
    /// A label of other forms, whose value this form has no place for.
    Other,
}

impl Label {
    /// Its value is a date.
    pub fn is_dated(self) -> bool {
        matches!(self, Self::Created | Self::Revised | Self::Effective)
    }

    /// Its spellings are words of sentences too: `Instansi`, `Perangkat Daerah`.
    pub fn is_common_word(self) -> bool {
        matches!(self, Self::Agency | Self::Unit) || self.is_extra()
    }

    /// It is one of other forms, which the block of this one does not have to have.
    pub fn is_extra(self) -> bool {
        matches!(self, Self::Revision | Self::Maker | Self::Examiner | Self::Other)
    }
}

/// Spellings seen, the printed one first.
const ROWS: &Rows<Label> = &[
    (
        &[
            "Nomor SOP",
            "Nomer SOP",
            "No. SOP",
            "SOP No.",
            "Nomor POS",
            "No. POS",
            "Nomor SOP AP",
            "Nomor SP",
            "No. Dokumen",
            "Nomor Dokumen",
            "No. Dok",
            "Kode Dokumen",
            "Kode SOP",
            "Nomor Standar Operasional Prosedur",
            "Nomor Standar Oprasional Prosedur",
            "Nomor Standar Operasional",
            "Nomor Prosedur",
            "Nomor SPO",
            "No. SPO",
            "SOP Number",
            "Document Number",
        ],
        Label::Number,
    ),
    (
        &[
            "Tanggal Pembuatan",
            "Tgl. Pembuatan",
            "Tanggal Terbit",
            "Dibuat Tanggal",
            "Tanggal Dibuat",
            "Tgl. Dibuat",
            "Tgl. Terbit",
            "Tgl. Penyusunan",
            "Tanggal Penyusunan",
            "Tanggal Ditetapkan",
            "Tgl. Ditetapkan",
            "Ditetapkan Tanggal",
            "Date Created",
            "Issue Date",
            "Date of Issue",
        ],
        Label::Created,
    ),
    (
        &[
            "Tanggal Revisi",
            "Tgl. Revisi",
            "TgI. Revisi",
            "Tanggal Refisi",
            "Tanggal direvisi (ditinjau kembali)",
            "Tanggal direvisi",
            "Direvisi Tanggal",
            "Tgl. Direvisi",
            "Tgl. Revisi / Revisi Ke",
            "Revision Date",
        ],
        Label::Revised,
    ),
    (
        &[
            "Tanggal Efektif",
            "Tgl. Efektif",
            "Tgl. Efektip",
            "Tanggal Evektif",
            "Tanggal Pengesahan",
            "Tgl. Pengesahan",
            "Tgl. Berlaku",
            "Tanggal Berlaku",
            "Berlaku Sejak",
            "Tanggal mulai diberlakukan",
            "Tanggal mulai berlaku",
            "Mulai Berlaku",
            "Tgl. Mulai Berlaku",
            "Tanggal Diberlakukan",
            "Diberlakukan Tanggal",
            "Berlaku Tanggal",
            "Berlaku Efektif",
            "Berlaku TMT",
            "TMT Berlaku",
            "Berlaku Efektif Tanggal",
            "Berlaku Mulai",
            "Berlaku Mulai Tanggal",
            "Mulai Berlaku Tanggal",
            "Effective Date",
        ],
        Label::Effective,
    ),
    (
        &[
            "Disahkan Oleh",
            "Di Sahkan Oleh",
            "Ditetapkan Oleh",
            "Disetujui Oleh",
            "Disyahkan Oleh",
            "Pejabat yang Mengesahkan",
            "Approved By",
            "Authorized By",
        ],
        Label::Signatory,
    ),
    (
        &[
            "Nama SOP",
            "Judul SOP",
            "Nama POS",
            "Judul POS",
            "Nama SPO",
            "Judul SPO",
            "Nama SP",
            "Nama Prosedur",
            "Judul Prosedur",
            "Nama SOP AP",
            "SOP Title",
            "SOP Name",
            "Title of SOP",
        ],
        Label::Title,
    ),
    (&["Instansi", "Nama Instansi", "SKPD", "OPD", "Perangkat Daerah", "Satuan Kerja"], Label::Agency),
    (&["Unit Kerja", "Nama Unit Kerja", "Unit Organisasi"], Label::Unit),
    (&["Nomor Revisi", "No. Revisi", "Revisi Ke"], Label::Revision),
    (&["Dibuat Oleh", "Disusun Oleh", "Disiapkan Oleh"], Label::Maker),
    (&["Diperiksa Oleh"], Label::Examiner),
    (&["Status Dokumen", "Nomor Salinan", "Tanggal Diperiksa", "Halaman"], Label::Other),
];

/// Short labels that count only where they fill a cell or stand before a colon, and only to the letter: `penyerahan`, a word
/// of many cells, is but two letters away from `Pengesahan`.
const SHORT: &Rows<Label> = &[
    (&["Nomor", "No"], Label::Number),
    (&["Judul", "Nama"], Label::Title),
    (&["Pengesahan", "Ditetapkan", "Disahkan"], Label::Signatory),
    (&["Revisi"], Label::Revision),
];

/// Words that are labels only before a colon and a value, to the letter: `Unit Pelaksana Teknis` begins the name of an office.
const COLONED: &Rows<Label> = &[
    (&["Kode", "Kode/Nomor", "Nomor/Kode"], Label::Number),
    (&["Tentang"], Label::Title),
    (&["Unit Pelaksana", "Unit Penyelenggara", "Unit Pengelola"], Label::Unit),
    (&["Penanggung Jawab"], Label::Other),
    (&["Rev", "Revisi Ke / Tanggal", "Revisi / Tanggal"], Label::Revision),
    (&["Penyusun", "Pembuat", "Dibuat", "Disusun", "Disiapkan"], Label::Maker),
    (&["Pemeriksa", "Diperiksa"], Label::Examiner),
    (&["Pengesah", "Disetujui"], Label::Signatory),
];

/// Words that alone are labels only where a date, a dash or a blank is beside them, to the letter: `Dibuat` may ask for a person too.
const DATED: &Rows<Label> = &[
    (&["Dibuat", "Diterbitkan", "Terbit"], Label::Created),
    (&["Direvisi", "Diubah"], Label::Revised),
    (&["Berlaku", "Diberlakukan", "Efektif"], Label::Effective),
    (&["Ditetapkan"], Label::Created),
    (&["Disahkan"], Label::Effective),
];

/// Folded words for a date that is of the SOP where they stand beside its number.
const BARE_DATES: &[&str] = &["tanggal", "tgl"];

/// The whole cell says no more than that a date stands beside it.
pub fn is_bare_date(text: &str) -> bool {
    text.len() <= 14 && BARE_DATES.contains(&&*fold_in(text.trim(), &mut [0; 64]))
}

/// Words, in lower case, behind which a label in small letters is a part of the sentence: `sejak tanggal ditetapkan`.
pub const BEFORE_A_DATE: &[&str] = &[
    "sejak",
    "pada",
    "dari",
    "per",
    "setelah",
    "sesudah",
    "sebelum",
    "sampai",
    "hingga",
    "mulai",
    "terhitung",
    "sesuai",
];

spellings! { static TABLE: Label = ROWS; }
spellings! { static SHORT_TABLE: Label = SHORT; }
spellings! { static COLONED_TABLE: Label = COLONED; }
spellings! { static DATED_TABLE: Label = DATED; }

thread_local! {
    static WHOLE: Asked<Option<Label>> = const { Asked::nothing() };
}

/// The label a whole cell spells, misspelt or not.
pub fn whole(text: &str) -> Option<Label> {
    let spelt = || TABLE.near(&spelling(text, &mut [0; 64])?);
    WHOLE.with(|asked| asked.answer(text, spelt))
}

/// The folded spelling of a label may begin so.
pub fn begins(folded: &str) -> bool {
    TABLE.begins(folded)
}

/// Cheap: a label may begin as this text does, as far as its first two letters tell.
pub fn may_open(text: &str) -> bool {
    TABLE.may_open(text)
}

/// The cell, up to its colon, spells a label that only an identity block has.
pub fn begins_identity(text: &str) -> bool {
    let label = whole(text.split(':').next().unwrap_or(text));
    label.is_some_and(|label| !label.is_common_word())
}

/// How the labels of one word begin that [`short`], [`coloned`] and [`dated`] know.
static WORD_OPENINGS: Openings = openings_of(&[SHORT, COLONED, DATED]);

const fn openings_of(lists: &[&Rows<Label>]) -> Openings {
    let (mut openings, mut list) = (Openings::NONE, 0);
    while list < lists.len() {
        let mut row = 0;
        while row < lists[list].len() {
            let (spellings, _) = lists[list][row];
            let mut at = 0;
            while at < spellings.len() {
                openings.add(spellings[at].as_bytes());
                at += 1;
            }
            row += 1;
        }
        list += 1;
    }
    openings
}

/// A label of one word may begin here.
pub fn may_open_word(text: &str) -> bool {
    WORD_OPENINGS.may_open(text)
}

/// A short label such as `Nomor`, which other texts use as well.
pub fn short(text: &str) -> Option<Label> {
    // `(nama)` stands where one is to be written; in `Revisi 03` the number is the value.
    let is_boxed = || text.trim_start().starts_with(['(', '[', '<']);
    let is_value = |word: &str| word.contains(|it: char| it.is_ascii_digit()) && !word.contains(char::is_alphabetic);
    if text.len() > 12 || is_boxed() || text.split_whitespace().any(is_value) {
        return None;
    }
    SHORT_TABLE.exact(&fold_in(text, &mut [0; 64]))
}

/// The label that a text is where a colon and a value stand behind it.
pub fn coloned(text: &str) -> Option<Label> {
    if text.len() > 24 { None } else { COLONED_TABLE.exact(&fold_in(text.trim(), &mut [0; 64])) }
}

/// The label of a date that a word is where one stands beside it.
pub fn dated(text: &str) -> Option<Label> {
    if text.len() > 14 { None } else { DATED_TABLE.exact(&fold_in(text.trim(), &mut [0; 64])) }
}

/// The label whose folded spelling this is, to the letter.
pub fn exact(folded: &str) -> Option<Label> {
    TABLE.exact(folded)
}

/// The spellings of one label, the printed one first.
pub fn spellings(label: Label) -> &'static [&'static str] {
    ROWS.iter().find(|(_, it)| *it == label).map_or(&[], |(spellings, _)| spellings)
}

/// The printed label of a row of the identity block.
pub fn printed(row: IdentityField) -> &'static str {
    let label = match row {
        IdentityField::Agency => Label::Agency,
        IdentityField::Unit => Label::Unit,
        IdentityField::Number => Label::Number,
        IdentityField::Revision => Label::Revision,
        IdentityField::Created => Label::Created,
        IdentityField::Revised => Label::Revised,
        IdentityField::Effective => Label::Effective,
        IdentityField::Maker => Label::Maker,
        IdentityField::Examiner => Label::Examiner,
        IdentityField::Signatory => Label::Signatory,
        IdentityField::Title => Label::Title,
        IdentityField::Purpose => return PURPOSE,
    };
    spellings(label).first().copied().unwrap_or_default()
}
