//! Every form of list met in real cells, and the entries it is cut into.

use super::*;

/// A cell and its entries, joined by ` | `.
const LISTS: &[(&str, &str)] = &[
    ("", ""),
    ("-", ""),
    ("1.", ""),
    ("1. 2. 3.", ""),
    ("Database Sekretariat", "Database Sekretariat"),
    ("1. Jika SOP tidak dilaksanakan maka terlambat.", "Jika SOP tidak dilaksanakan maka terlambat."),
    (
        "1. Memahami Tupoksi Unit Kerjanya. 2. Menguasai penggunaan Komputer.",
        "Memahami Tupoksi Unit Kerjanya. | Menguasai penggunaan Komputer.",
    ),
    ("1. Surat Edaran Bupati; 2. Perjanjian Kinerja; 3. Monev.", "Surat Edaran Bupati | Perjanjian Kinerja | Monev."),
    (
        "1. Perencanaan Pembangunan Nasional;2. Undang-Undang Nomor 23;3. Peraturan",
        "Perencanaan Pembangunan Nasional | Undang-Undang Nomor 23 | Peraturan",
    ),
    ("1.Undang-Undang 2.Peraturan", "Undang-Undang | Peraturan"),
    ("1) Komputer 2) Printer", "Komputer | Printer"),
    ("(1) Komputer (2) Printer", "Komputer | Printer"),
    ("1, Komputer 2, Printer", "Komputer | Printer"),
    (
        "1 Undang Undang Nomor 23 Tahun 2014 2 Peraturan Pemerintah Nomor 12 Tahun 2019",
        "Undang Undang Nomor 23 Tahun 2014 | Peraturan Pemerintah Nomor 12 Tahun 2019",
    ),
    ("1. A x 2. B x 3. C x 3. D x", "A x | B x | C x | D x"),
    (
        "1. Pembentukan Tim 2. Rapat 3. Laporan 4. Penyiapan Instrumen Monitoring dan Evaluasi 4. Pelaksanaan",
        "Pembentukan Tim | Rapat | Laporan | Penyiapan Instrumen Monitoring dan Evaluasi | Pelaksanaan",
    ),
    ("1. Satu 2. Dua 4. Empat", "Satu | Dua | Empat"),
    (
        "1. PERMENPAN No. PER/21/M.Pan/11/2008 tentang X 2. Permen PANRB No 35 Tahun 2012 Tentang Y",
        "PERMENPAN No. PER/21/M.Pan/11/2008 tentang X | Permen PANRB No 35 Tahun 2012 Tentang Y",
    ),
    ("1. UU No. 2 Tahun 2009 2. UU Pasal 3. Lain", "UU No. 2 Tahun 2009 | UU Pasal 3. Lain"),
    (
        "1. Biaya Rp 1.000 2. Nilai 1.5 kali oleh Budi, M.Si 3. Peraturan 90 Tahun 2019",
        "Biaya Rp 1.000 | Nilai 1.5 kali oleh Budi, M.Si | Peraturan 90 Tahun 2019",
    ),
    ("1. Induk a. Anak b. Anak 2. Lain", "Induk a. Anak b. Anak | Lain"),
    ("a. Komputer b. Printer", "Komputer | Printer"),
    ("a) Komputer; b) Printer;", "Komputer | Printer"),
    ("A. Yani Nomor 5", "A. Yani Nomor 5"),
    ("Persyaratan: 1. KTP 2. KK", "Persyaratan: | KTP | KK"),
    ("• Disimpan sebagai data manual", "Disimpan sebagai data manual"),
    ("• Komputer • Printer", "Komputer | Printer"),
    ("\u{f0b7} Komputer \u{f0b7} Printer", "Komputer | Printer"),
    ("- Komputer\n- Printer", "Komputer | Printer"),
    ("- Komputer - Printer", "Komputer | Printer"),
    ("-Komputer\n-Printer", "Komputer | Printer"),
    ("* Komputer * Printer", "Komputer | Printer"),
    ("– Komputer\n– Printer", "Komputer | Printer"),
    ("Kabid - Kasi", "Kabid - Kasi"),
    ("Komputer; Printer; ATK", "Komputer | Printer | ATK"),
    ("Komputer (merk A; B); Printer", "Komputer (merk A; B) | Printer"),
    ("Komputer\nPrinter\n", "Komputer | Printer"),
    ("Komputer dan\nkelengkapan\nPrinter", "Komputer dan\nkelengkapan | Printer"),
    ("komputer\nprinter", "komputer | printer"),
    (
        "SOP Penyusunan Perjanjian Kinerja SOP Penyusunan Rencana Kerja Tahunan",
        "SOP Penyusunan Perjanjian Kinerja | SOP Penyusunan Rencana Kerja Tahunan",
    ),
    ("SOP Penyusunan SOP", "SOP Penyusunan SOP"),
    ("SOP Surat Masuk dan SOP Surat Keluar", "SOP Surat Masuk dan SOP Surat Keluar"),
    ("Undang-Undang Nomor 23 Tahun 2014", "Undang-Undang Nomor 23 Tahun 2014"),
    ("2 Lembar surat", "2 Lembar surat"),
    ("1 Lembar surat\n2 Lembar nota", "1 Lembar surat | 2 Lembar nota"),
    ("1 Surat\n2 Nota", "Surat | Nota"),
    ("1 Surat 2 Nota", "1 Surat 2 Nota"),
    ("1.Memiliki kemampuan 2.mampu mengoperasikan", "Memiliki kemampuan | mampu mengoperasikan"),
];

/// A cell of Kelengkapan or Output and its documents, joined by ` | `.
const DOCUMENTS: &[(&str, &str)] = &[
    ("TOR, ROK, Konsep SK Tim", "TOR | ROK | Konsep SK Tim"),
    ("SK Tim, Disposisi", "SK Tim | Disposisi"),
    ("Laporan, Disposisi dan Catatan dokumentasi", "Laporan | Disposisi | Catatan dokumentasi"),
    ("KTP, KK dan surat pengantar", "KTP | KK | surat pengantar"),
    ("KTP, KK, dan surat pengantar", "KTP | KK | surat pengantar"),
    (
        "Job Description, Rencana Kerja Kegiatan, checklist kerapatan kegiatan.",
        "Job Description | Rencana Kerja Kegiatan | checklist kerapatan kegiatan.",
    ),
    ("TOR, Bukti-bukti Pelaksanaan Monitoring dan Evaluasi", "TOR | Bukti-bukti Pelaksanaan Monitoring dan Evaluasi"),
    ("Bukti-bukti Pelaksanaan Monitoring dan Evaluasi", "Bukti-bukti Pelaksanaan Monitoring dan Evaluasi"),
    ("Surat masuk, yang sudah didisposisi", "Surat masuk, yang sudah didisposisi"),
    ("Surat, dan lampirannya", "Surat, dan lampirannya"),
    ("Berkas (KTP, KK, foto)", "Berkas (KTP, KK, foto)"),
    ("Berkas (KTP, KK), Surat", "Berkas (KTP, KK) | Surat"),
    ("Kertas 1,5 rim", "Kertas 1,5 rim"),
    ("Jika berkas lengkap, maka diterima", "Jika berkas lengkap, maka diterima"),
    ("Budi Santosa, S.Sos, M.Si", "Budi Santosa, S.Sos, M.Si"),
    ("Masukan Dan Arahan Untuk Tim", "Masukan Dan Arahan Untuk Tim"),
    ("Surat / Nota Dinas", "Surat / Nota Dinas"),
    ("Output: laporan", "Output: laporan"),
    ("1. KTP, KK 2. Foto", "KTP, KK | Foto"),
    ("Surat;\nNota", "Surat | Nota"),
    ("Surat,\nNota", "Surat | Nota"),
    ("Laporan hasil monitoring, evaluasi dan pelaporan", "Laporan hasil monitoring, evaluasi dan pelaporan"),
    ("Surat yang telah diverifikasi, ditandatangani Camat", "Surat yang telah diverifikasi, ditandatangani Camat"),
    ("Surat masuk, disposisi", "Surat masuk | disposisi"),
    ("-", ""),
];

#[test]
fn every_list_is_cut_into_its_entries() {
    for (text, expected) in LISTS {
        assert_eq!(items(text).join(" | "), *expected, "{text}");
    }
}

#[test]
fn documents_are_listed_by_commas_that_list() {
    for (text, expected) in DOCUMENTS {
        assert_eq!(documents(text, &Names::default()).join(" | "), *expected, "{text}");
    }
}

#[test]
fn entries_are_slices_of_the_cell() {
    let text = "1. Surat Edaran;2. Monev.";
    let places: Vec<_> = items(text).into_iter().map(|item| (offset_in(text, item), item.len())).collect();
    assert_eq!(places, [(3, 12), (19, 6)]);
}
