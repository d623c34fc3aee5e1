//! Headers of the procedure table.

use super::fold::{Spellings, fold_in};
use crate::model::Unit;
use std::sync::LazyLock;

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

const ROWS: &[(&[&str], Header)] = &[
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
        ],
        Header::Activity,
    ),
    (
        &[
            "Pelaksana",
            "PN. Jawab Pelaksana",
            "Penanggung Jawab Pelaksana",
            "Pelaksanaan",
            "Pelaku Kegiatan",
            "Pemegang Jabatan",
            "Pelaku",
            "Pelaksana Kegiatan",
            "Aktor",
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
        ],
        Header::Requirements,
    ),
    (
        &["Waktu", "Durasi", "Durasi Waktu", "Waktu Proses", "Waktu Penyelesaian", "Mutu Baku Waktu", "Jangka Waktu"],
        Header::Duration(None),
    ),
    (&["Output", "Out Put", "Hasil", "Keluaran", "Autput", "Ouput", "Output/Hasil"], Header::Outputs),
    (&["Keterangan", "Ket", "Ket."], Header::Note),
    (&["Menit", "Waktu (Menit)", "Waktu Menit"], Header::Duration(Some(Unit::Minute))),
    (&["Jam", "Waktu (Jam)"], Header::Duration(Some(Unit::Hour))),
    (&["Hari", "Waktu (Hari)", "Waktu (Hari Kerja)", "Hari Kerja"], Header::Duration(Some(Unit::Day))),
    (&["Waktu (Minggu)"], Header::Duration(Some(Unit::Week))),
    (&["Waktu (Bulan)"], Header::Duration(Some(Unit::Month))),
];

static TABLE: LazyLock<Spellings<Header>> = LazyLock::new(|| Spellings::new(ROWS));

/// The header a whole cell spells, misspelt, broken inside words or with a melted column number.
pub fn header(text: &str) -> Option<Header> {
    if text.len() > 48 {
        return None;
    }
    let mut room = [0; 64];
    let folded = fold_in(text, &mut room);
    if folded.starts_with("waktu") && folded.len() > 9 && TABLE.exact(&folded).is_none() {
        // `Waktu (Dalam Periode revisi)`: a remark of the column, not another column.
        return Some(Header::Duration(None));
    }
    TABLE.near(&folded)
}

/// The header whose spelling this is, to the letter.
pub fn exact(text: &str) -> Option<Header> {
    if text.len() > 48 { None } else { TABLE.exact(&fold_in(text, &mut [0; 64])) }
}
