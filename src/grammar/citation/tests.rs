//! Every form of citation met in real documents, and what it is taken apart into.

use super::*;

/// A text, and what it cites: kind, number, year, issuer, and the subject with its word.
const READ: &[(&str, &str)] = &[
    ("Undang-Undang Nomor 25 Tahun 2004 tentang Sistem Perencanaan;", "Law|25|2004|-|tentang Sistem Perencanaan"),
    (
        "Undang-Undang Republik Indonesia Nomor 23 Tahun 2014 tentang Pemerintahan Daerah.",
        "Law|23|2014|-|tentang Pemerintahan Daerah",
    ),
    ("UU No. 25 Tahun 2009", "Law|25|2009|-|-"),
    ("UU 25/2009", "Law|25|2009|-|-"),
    ("UU RI No 25 / 2009 ttg Pelayanan Publik", "Law|25|2009|-|tentang Pelayanan Publik"),
    ("Undang Undang No.43 Th. 2009 Tentang Kearsipan", "Law|43|2009|-|tentang Kearsipan"),
    ("1. Undang – undang Nomor: 86 tahun 2O19", "Law|86|2019|-|-"),
    ("Perpu Nomor 1 Tahun 2014 tentang X", "Law|1|2014|-|tentang X"),
    ("Undang-Undang Dasar Negara Republik Indonesia Tahun 1945", "Constitution|-|1945|-|-"),
    ("UUD 1945", "Constitution|-|1945|-|-"),
    ("TAP MPR Nomor XI/MPR/1998 tentang KKN", "AssemblyDecree|XI/MPR/1998|1998|-|tentang KKN"),
    ("PP 12 Tahun 2019", "GovernmentRegulation|12|2019|-|-"),
    (
        "Peraturan Pemerintah Republik Indonesia Nomor 12 Tahun 2019 Tentang Pengelolaan Keuangan Daerah",
        "GovernmentRegulation|12|2019|-|tentang Pengelolaan Keuangan Daerah",
    ),
    ("Perpres No 29 Tahun 2014", "PresidentialRegulation|29|2014|-|-"),
    ("Keppres 68/1995", "PresidentialDecree|68|1995|-|-"),
    ("Inpres Nomor 7 Tahun 1999 tentang AKIP", "PresidentialInstruction|7|1999|-|tentang AKIP"),
    (
        "Peraturan Menteri Dalam Negeri Nomor 90 Tahun 2019 Klasifikasi, Kodefikasi",
        "MinisterialRegulation|90|2019|dalam negeri|Klasifikasi, Kodefikasi",
    ),
    (
        "Peraturan Menteri Dalam Negeri Republik Indonesia Nomor 86 Tahun 2017 Tentang Tata Cara",
        "MinisterialRegulation|86|2017|dalam negeri|tentang Tata Cara",
    ),
    ("Permendagri No. 73 tahun 2009 tentang tata cara", "MinisterialRegulation|73|2009|dalam negeri|tentang tata cara"),
    (
        "PERMENPAN No. PER/21/M.Pan/11/2008 tentang pedoman",
        "MinisterialRegulation|PER/21/M.Pan/11/2008|2008|panrb|tentang pedoman",
    ),
    ("PER/21/M.PAN/11/2008 tentang pedoman", "MinisterialRegulation|PER/21/M.PAN/11/2008|2008|panrb|tentang pedoman"),
    ("Permen PANRB No 35 Tahun 2012 Tentang Pedoman", "MinisterialRegulation|35|2012|panrb|tentang Pedoman"),
    ("PermenPANRB 35/2012", "MinisterialRegulation|35|2012|panrb|-"),
    ("Permen PAN-RB Nomor 35 Tahun 2012", "MinisterialRegulation|35|2012|panrb|-"),
    ("PermenPAN dan RB Nomor 35 Tahun 2012", "MinisterialRegulation|35|2012|panrb|-"),
    (
        "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014 tentang petunjuk",
        "MinisterialRegulation|53|2014|panrb|tentang petunjuk",
    ),
    (
        "Peraturan Menteri Negara Pendayagunaan Aparatur Negara Nomor PER/20/M.PAN/04/2006",
        "MinisterialRegulation|PER/20/M.PAN/04/2006|2006|panrb|-",
    ),
    (
        "PMK Nomor 190/PMK.05/2012 tentang Tata Cara",
        "MinisterialRegulation|190/PMK.05/2012|2012|keuangan|tentang Tata Cara",
    ),
    ("Permenkes No. 75 Tahun 2014", "MinisterialRegulation|75|2014|kesehatan|-"),
    ("KepmenPAN Nomor 25 Tahun 2004", "MinisterialDecree|25|2004|panrb|-"),
    ("Keputusan Menteri Dalam Negeri Nomor 78 Tahun 2012", "MinisterialDecree|78|2012|dalam negeri|-"),
    ("Perka BKN Nomor 22 Tahun 2007", "AgencyRegulation|22|2007|badan kepegawaian negara|-"),
    ("Peraturan Kepala Badan Pusat Statistik Nomor 7 Tahun 2008", "AgencyRegulation|7|2008|badan pusat statistik|-"),
    ("Peraturan Badan Pusat Statistik Nomor 5 Tahun 2019", "AgencyRegulation|5|2019|badan pusat statistik|-"),
    ("Keputusan Kepala Badan Pusat Statistik Nomor 3 Tahun 2002", "AgencyDecree|3|2002|badan pusat statistik|-"),
    ("Perda Kota Mataram No. 15 Tahun 2016", "RegionalRegulation|15|2016|kota mataram|-"),
    (
        "Peraturan Daerah Kabupaten Contoh Nomor 5 Tahun 2016 tentang Perangkat Daerah",
        "RegionalRegulation|5|2016|kabupaten contoh|tentang Perangkat Daerah",
    ),
    (
        "Peraturan Bupati Nomor 36 Tahun 2020 Tentang Kedudukan, Susunan",
        "RegionalHeadRegulation|36|2020|bupati|tentang Kedudukan, Susunan",
    ),
    ("Perbup Contoh No. 36/2020", "RegionalHeadRegulation|36|2020|bupati contoh|-"),
    ("Peraturan Walikota Contoh Nomor 3 Tahun 2021", "RegionalHeadRegulation|3|2021|wali kota contoh|-"),
    ("Pergub Nomor 3 Tahun 2021", "RegionalHeadRegulation|3|2021|gubernur|-"),
    (
        "Keputusan Bupati Contoh Nomor 188.45/12/2020 tentang Tim",
        "RegionalHeadDecree|188.45/12/2020|2020|bupati contoh|tentang Tim",
    ),
    (
        "Keputusan Kepala SMP Negeri 3 Bukit Permai Nomor 421.3/011/2025 tentang Pembagian Tugas",
        "AgencyDecree|421.3/011/2025|2025|smp negeri 3 bukit permai|tentang Pembagian Tugas",
    ),
    (
        "Perda Kota Contoh 3 Tahun 2020 jo Perda Kota Contoh Nomor 5 Tahun 2021",
        "RegionalRegulation|3|2020|kota contoh|-",
    ),
    (
        "Peraturan Bersama Menteri Agama dan Menteri Dalam Negeri Nomor 9 Tahun 2006 dan Nomor 8 Tahun 2006 tentang Tugas",
        "MinisterialRegulation|9|2006|agama dan menteri dalam negeri|tentang Tugas",
    ),
    ("Undang-Undang No. 12 Drt Tahun 1951 tentang Senjata Api", "Law|12|1951|-|tentang Senjata Api"),
    ("Surat Edaran Bupati Nomor 5 Tahun 2020", "Circular|5|2020|bupati|-"),
    (
        "UU Nomor 23 Tahun 2014 tentang Pemda sebagaimana telah diubah dengan UU Nomor 9 Tahun 2015",
        "Law|23|2014|-|tentang Pemda",
    ),
    ("UU Nomor .... Tahun 2014 tentang Desa", "Law|-|2014|-|tentang Desa"),
    ("Peraturan Bupati tentang Tata Naskah", "RegionalHeadRegulation|-|-|bupati|tentang Tata Naskah"),
];

#[test]
fn every_form_of_citation_is_taken_apart() {
    for (text, expected) in READ {
        let citation = parse(text);
        assert_eq!(citation.text, *text);
        let found = citation.regulation.unwrap_or_else(|| panic!("{text}"));
        let or_dash = |part: Option<String>| part.unwrap_or_else(|| "-".to_owned());
        let about =
            if found.has_about_word { found.about.map(|about| format!("tentang {about}")) } else { found.about };
        let year = found.year.map(|year| year.to_string());
        let (number, issuer) = (or_dash(found.number), or_dash(found.issuer));
        let said = format!("{:?}|{number}|{}|{issuer}|{}", found.kind, or_dash(year), or_dash(about));
        assert_eq!(said, *expected, "{text}");
    }
}

#[test]
fn a_text_without_a_kind_cites_nothing_known() {
    for text in [
        "",
        "-",
        "No. 2 Tahun 2009 Tentang Pajak",
        "SOP Surat Masuk",
        "Perumahan",
        "Undangan rapat",
        "Penyusunan Laporan",
        "Sekretaris",
    ] {
        assert_eq!(parse(text).regulation, None, "{text}");
        assert!(!is_citation_start(text), "{text}");
    }
}

#[test]
fn citations_are_known_by_their_start() {
    for text in [
        "Undang-Undang Nomor 23",
        "2. Permendagri No. 73",
        "UU 25/2009",
        "PP No. 12 Tahun 2019",
        "Perbup",
        "SE Bupati Nomor 4",
    ] {
        assert!(is_citation_start(text), "{text}");
    }
    for text in ["SE", "SK Tim", "pp", "Laporan UU 25/2009"] {
        assert!(!is_citation_start(text), "{text}");
    }
}
