//! Every form of duration met in real documents, and what it is read as.

use super::*;

/// A text and the canonical spelling of what it says.
const READ: &[(&str, &str)] = &[
    ("15 menit", "15 menit"),
    ("15Menit", "15 menit"),
    ("1HARI", "1 hari"),
    ("30menit", "30 menit"),
    ("3hari", "3 hari"),
    ("15 Mnt", "15 menit"),
    ("15 mnt.", "15 menit"),
    ("15'", "15 menit"),
    ("15 m'", "15 menit"),
    ("30 m", "30 menit"),
    ("2 h", "2 hari"),
    ("2 j", "2 jam"),
    ("30 detik", "30 detik"),
    ("1 hr", "1 hari"),
    ("5 HK", "5 hari kerja"),
    ("5 h.k.", "5 hari kerja"),
    ("5 harikerja", "5 hari kerja"),
    ("5 Hari Kerja", "5 hari kerja"),
    ("5 hari kalender", "5 hari kalender"),
    ("2 hari efektif", "2 hari efektif"),
    ("1 Bulan Kalender", "1 bulan kalender"),
    ("2 mgg", "2 minggu"),
    ("2 pekan", "2 minggu"),
    ("3 bln", "3 bulan"),
    ("1 TW", "1 triwulan"),
    ("1 triwulan", "1 triwulan"),
    ("1 semester", "1 semester"),
    ("1 thn", "1 tahun"),
    ("1 th", "1 tahun"),
    ("1-2 hari", "1-2 hari"),
    ("1 – 2 hari", "1-2 hari"),
    ("1 – 20 Hari Kerja", "1-20 hari kerja"),
    ("1 s.d. 2 hari", "1-2 hari"),
    ("2 s.d 3 bulan", "2-3 bulan"),
    ("1 s/d 2 hari", "1-2 hari"),
    ("1 sampai 2 hari", "1-2 hari"),
    ("1 sampai dengan 2 hari", "1-2 hari"),
    ("30 menit - 3 Jam", "30 menit-3 jam"),
    ("2 - 30 hari", "2-30 hari"),
    ("± 15 menit", "± 15 menit"),
    ("±15 menit", "± 15 menit"),
    ("± 5 - 10 Menit", "± 5-10 menit"),
    ("+ 1 jam", "± 1 jam"),
    ("+/- 30 menit", "± 30 menit"),
    ("kurang lebih 1 jam", "± 1 jam"),
    ("Sekitar 2 hari", "± 2 hari"),
    ("maks. 3 hari", "maks. 3 hari"),
    ("Maksimal 3 hari", "maks. 3 hari"),
    ("paling lambat 3 hari", "maks. 3 hari"),
    ("paling lama 1 minggu", "maks. 1 minggu"),
    ("< 1 jam", "maks. 1 jam"),
    ("≤ 5 menit", "maks. 5 menit"),
    ("selama 2 hari", "2 hari"),
    ("3x24 jam", "3x24 jam"),
    ("2 x 24 jam", "2x24 jam"),
    ("1 x 24 Jam", "1x24 jam"),
    ("1 x 60 menit", "1x60 menit"),
    ("1,5 jam", "1,5 jam"),
    ("1.5 jam", "1,5 jam"),
    ("8.5 Jam (510 Menit)", "8,5 jam (510 Menit)"),
    ("470 Menit (7.8 Jam)", "470 menit (7.8 Jam)"),
    ("1.440 menit", "1440 menit"),
    ("½ jam", "0,5 jam"),
    ("1½ jam", "1,5 jam"),
    ("1 1/2 hari", "1,5 hari"),
    ("1/2 jam", "0,5 jam"),
    ("1\u{2044}2 jam", "0,5 jam"),
    ("1 1\u{2044}2 jam", "1,5 jam"),
    ("setengah jam", "0,5 jam"),
    ("satu setengah jam", "1,5 jam"),
    ("satu hari", "1 hari"),
    ("dua puluh lima menit", "25 menit"),
    ("Sehari", "1 hari"),
    ("1 (satu) hari", "1 hari"),
    ("14 (empat belas) hari kerja", "14 hari kerja"),
    ("1 jam 30 menit", "1 jam 30 menit"),
    ("2 hari 4 jam", "2 hari 4 jam"),
    ("1 Hari Kerja 1 Jam", "1 hari kerja 1 jam"),
    ("1 Hari + 8 Jam 5 Mins", "1 hari 8 jam 5 menit"),
    ("1 - 3 Hari + 2 Jam", "1-3 hari 2 jam"),
    ("1 Bulan + 2 Hari Kerja", "1 bulan 2 hari kerja"),
    ("4 Hari Kerja + 60 Menit", "4 hari kerja 60 menit"),
    ("2 menit/berkas", "2 menit/berkas"),
    ("15 menit/ berkas", "15 menit/berkas"),
    ("5 menit per surat", "5 menit/surat"),
    ("1 Hari Kerja/ 150 Siswa", "1 hari kerja/150 siswa"),
    ("10 menit/orang", "10 menit/orang"),
    ("1 bulan (tanggal 1- 20)", "1 bulan (tanggal 1- 20)"),
    ("7 hari (Des t-1 / Jan t)", "7 hari (Des t-1 / Jan t)"),
    ("1 bulan (Jan–Feb)", "1 bulan (Jan–Feb)"),
    ("15 Menit (5 + 5 + 5)", "15 menit (5 + 5 + 5)"),
    ("10 / Menit", "10 menit"),
    ("10\nMenit", "10 menit"),
    ("5 \nMenit", "5 menit"),
    ("1 0 Hari Kerja", "10 hari kerja"),
    ("1 Hari.", "1 hari"),
    ("168 Jam", "168 jam"),
    ("0 menit", "0 menit"),
];

/// Texts that stay as written.
const UNREAD: &[&str] = &[
    "",
    "-",
    "5",
    "menit",
    "Proses pengajuan 2 bulan",
    "1 tujuan surat maksimal 10 menit",
    "2 bulan 1 minggu; 5 hari kerja; 1 hari",
    "2 bulan; 5 hari kerja; 1 hari",
    "7 hari dengan bupati; 2 hari dengan Kadin",
    "120 Menit / 3 Hari",
    "14 hari kerja dengan persyaratan lengkap dan benar",
    "1 hari + 3 bulan untuk",
    "15 menit 15 menit",
    "2 bulan sebelum",
    "1,5 bulan sebelum",
    "7 hari terakhir setiap bulan",
    "Sebelum periode revisi bulan berjalan",
    "kondisional",
    "Sesuai kebutuhan",
    "Otomatis",
    "Seharian",
    "H-14",
    "H-14 s.d H-7",
    "Setiap hari",
    "Sepanjang tahun",
    "tanggal 10",
    "08.00–15.00 WIB",
    "3 (dua) hari",
    "1/3 hari",
    "99999999999 hari",
    "2 Lembar surat",
    "Laporan 3 bulan terakhir",
];

#[test]
fn every_form_is_read_and_its_canonical_spelling_says_the_same() {
    for (text, canonical) in READ {
        let duration = parse(text).unwrap_or_else(|| panic!("{text}"));
        assert_eq!(duration.to_string(), *canonical, "{text}");
        assert_eq!(parse(canonical).as_ref(), Some(&duration), "{text}");
        assert!(looks_like(text), "{text}");
    }
}

#[test]
fn what_is_no_duration_stays_as_written() {
    for text in UNREAD {
        assert_eq!(parse(text), None, "{text}");
    }
}

#[test]
fn a_header_gives_the_unit_of_bare_numbers() {
    let spelt = |text| parse_with_unit(text, Unit::Minute).map(|duration| duration.to_string());
    assert_eq!(spelt("5"), Some("5 menit".to_owned()));
    assert_eq!(spelt("± 5 - 10"), Some("± 5-10 menit".to_owned()));
    assert_eq!(spelt("1,5"), Some("1,5 menit".to_owned()));
    assert_eq!(spelt("2 hari"), Some("2 hari".to_owned()));
    assert_eq!(spelt("5 orang"), None);
    assert_eq!(spelt("-"), None);
}

#[test]
fn cells_that_speak_of_time_are_told_from_documents() {
    let time = [
        "kondisional",
        "Menyesuaikan",
        "disesuaikan",
        "sesuai kebutuhan",
        "Sesuai jadwal",
        "fleksibel",
        "insidentil",
        "Otomatis",
        "Seharian",
        "Sepanjang tahun",
        "Setiap hari",
        "tiap triwulan",
        "H-14",
        "H-14 s.d H-7",
        "tanggal 10",
        "2 bulan sebelum",
        "3 bulan sebelum PPDB",
        "1,5 bulan sebelum",
        "7 hari terakhir setiap bulan",
        "120 Menit / 3 Hari",
        "2 bulan 1 minggu; 5 hari kerja; 1 hari",
        "7 hari dengan bupati; 2 hari dengan Kadin",
        "14 hari kerja dengan persyaratan lengkap dan benar",
        "minimal 2 hari",
        "08.00–15.00 WIB",
        "pukul 08:00",
        "2 jam pelajaran",
    ];
    for text in time {
        assert!(looks_like(text), "{text}");
    }
    let other = [
        "",
        "-",
        "5",
        "12",
        "1 2 3",
        "2 Lembar surat",
        "Laporan 3 bulan terakhir",
        "Surat Bupati",
        "Mulai",
        "Hari",
        "1. Surat",
        "Setiap SKPD",
        "3 bulan terakhir",
        "Disposisi",
        "Sekretaris 3",
        "1 berkas",
        "Satu berkas",
        "10 hasil",
        "08.00",
        "1.10",
        "minimal 2 berkas",
    ];
    for text in other {
        assert!(!looks_like(text), "{text}");
    }
}
