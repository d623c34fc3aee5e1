//! The inputs that all benchmarks share: a seed text, one SOP of any number of steps, and a thousand damaged documents.

use crate::damage;
use divan::counter::BytesCount;
use std::fmt;
use std::fmt::Write;

/// One file: its name and its bytes.
pub type File = (String, Vec<u8>);

const SEED: &[u8] = include_bytes!("../../sops/way-kanan-kominfo-monev.txt");

/// What a stage is measured on; all figures of one benchmark stand in one run, so that their ratios mean something.
#[derive(Debug, Clone, Copy)]
pub enum Load {
    /// One of the seed texts, 3 kB.
    Seed,
    /// One SOP of this many steps.
    Steps(usize),
    /// One SOP that cites this many regulations.
    Bases(usize),
    /// A thousand damaged documents, one after the other on one core.
    ThousandDocuments,
}

/// A seed text, a thousand steps and regulations beside ten thousand to see that time grows with the text, and a thousand documents.
pub const LOADS: [Load; 6] = [
    Load::Seed,
    Load::Steps(1000),
    Load::Steps(10_000),
    Load::Bases(1000),
    Load::Bases(10_000),
    Load::ThousandDocuments,
];

impl fmt::Display for Load {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Seed => write!(to, "seed"),
            Self::Steps(steps) => write!(to, "{steps} steps"),
            Self::Bases(bases) => write!(to, "{bases} legal bases"),
            Self::ThousandDocuments => write!(to, "1000 documents"),
        }
    }
}

impl Load {
    /// The files of this load.
    pub fn files(self) -> Vec<File> {
        match self {
            Self::Seed => vec![("way-kanan-kominfo-monev.txt".to_owned(), SEED.to_vec())],
            Self::Steps(steps) => vec![("panjang.txt".to_owned(), long(steps).into_bytes())],
            Self::Bases(bases) => vec![("dasar.txt".to_owned(), well_founded(bases).into_bytes())],
            Self::ThousandDocuments => (0..1000).map(damage::generate).map(|made| (made.name, made.bytes)).collect(),
        }
    }
}

/// The size of all files, for throughput.
pub fn size(files: &[File]) -> BytesCount {
    BytesCount::new(files.iter().map(|(_, bytes)| bytes.len()).sum::<usize>())
}

const HEAD: &str = "PEMERINTAH KABUPATEN CONTOH\nDINAS KEARSIPAN\n\nNomor SOP\t: 065/12/SOP/2023\n\
    Tanggal Pembuatan\t: 3 Mei 2023\nTanggal Revisi\t: -\nTanggal Efektif\t: 10 Mei 2023\n\
    Disahkan oleh\t: Kepala Dinas Kearsipan\nNama SOP\t: Pengelolaan Surat Masuk\n\n\
    Dasar Hukum :\n1. Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan\n\nPeralatan / Perlengkapan :\n1. Komputer\n\n\
    No\tKegiatan\tPelaksana\t\t\t\tMutu Baku\t\t\tKeterangan\n\
    \t\tKepala Dinas\tSekretaris\tKasubbag Umum\tArsiparis\tKelengkapan\tWaktu\tOutput\t\n";

const WORK: [(&str, &str, &str, &str); 6] = [
    ("Menerima dan mencatat surat masuk dalam buku agenda", "Surat masuk", "10 menit", "Surat teragenda"),
    ("Memeriksa kelengkapan surat dan meneruskannya kepada Sekretaris", "Surat teragenda", "15 Menit", "Surat lengkap"),
    ("Meneliti isi surat dan memberikan paraf", "Surat lengkap", "1 jam", "Surat diparaf"),
    ("Memberikan disposisi kepada Kasubbag Umum", "Surat diparaf", "1 hari", "Disposisi"),
    ("Menyusun konsep jawaban sesuai disposisi", "Disposisi", "2 hari", "Konsep jawaban"),
    ("Mengarsipkan surat beserta jawabannya", "Konsep jawaban", "30 menit", "Arsip surat"),
];

/// One SOP of that many steps, as a table held apart by tabs.
fn long(steps: usize) -> String {
    let mut text = HEAD.to_owned();
    for at in 0..steps {
        let (activity, needs, time, gives) = WORK[at % WORK.len()];
        let marks = match (at, at + 1 == steps) {
            (0, _) => "\t\t\tMULAI",
            (_, true) => "\t\t\tSELESAI",
            _ => ["v\t\t\t", "\tv\t\t", "\t\tv\t", "\t\t\tv"][at % 4],
        };
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{}\t{activity}\t{marks}\t{needs}\t{time}\t{gives}\t", at + 1);
    }
    text
}

/// One SOP of a step that cites so many regulations, none of them twice.
fn well_founded(bases: usize) -> String {
    let cited = "1. Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan\n";
    let item = |at: usize| format!("{}. Peraturan Bupati Contoh Nomor {at} Tahun 2015 tentang Pedoman {at}\n", at + 1);
    let items: String = (0..bases).map(item).collect();
    long(1).replace(cited, &items)
}
