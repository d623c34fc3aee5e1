//! Signature blocks as they are met, and their parts.

use super::*;

/// A block and its parts: position, name, rank, grade, number, rest.
const BLOCKS: &[(&str, &str)] = &[
    (
        "KEPALA DINAS CONTOH KABUPATEN ANGIN BUDI SANTOSA WIJAYA, ST.,M.Si NIP. 19671229 199002 1 002",
        "KEPALA DINAS CONTOH KABUPATEN ANGIN|BUDI SANTOSA WIJAYA, ST.,M.Si|-|-|19671229 199002 1 002|",
    ),
    (
        "Kepala Dinas,  M. SYAIFUL, SE.,M.A.P Pembina Tingkat I (IV/b) NIP. 19780101 200604 1 006",
        "Kepala Dinas|M. SYAIFUL, SE.,M.A.P|Pembina Tingkat I|IV/b|19780101 200604 1 006|",
    ),
    (
        "CAMAT PURWASARI UTARA\nDra. ERNI CONTOHWATI, M.M.\nPembina Tk. I\nNIP. 196704201994032009",
        "CAMAT PURWASARI UTARA|Dra. ERNI CONTOHWATI, M.M.|Pembina Tk. I|-|196704201994032009|",
    ),
    (
        "CAMAT PURWASARI UTARA Dra. ERNI CONTOHWATI, M.M. Pembina Tk. I NIP. 196704201994032009",
        "CAMAT PURWASARI UTARA|Dra. ERNI CONTOHWATI, M.M.|Pembina Tk. I|-|196704201994032009|",
    ),
    (
        "Kepala Dinas Perpustakaan dan Kearsipan Kabupaten Contoh\n\nH. RUDI CONTOH NOOR, S.Sos, MM.Pub\nNIP. 19660313 198903 1 011",
        "Kepala Dinas Perpustakaan dan Kearsipan Kabupaten Contoh|H. RUDI CONTOH NOOR, S.Sos, MM.Pub|-|-|19660313 198903 1 011|",
    ),
    (
        "CAMAT SUKAMAJU BUDI SANTOSA, S.Sos NIP 197001011995031001",
        "CAMAT SUKAMAJU|BUDI SANTOSA, S.Sos|-|-|197001011995031001|",
    ),
    (
        "Kepala Dinas Sosial\nBudi Santosa\nPenata, III/c\nNIP: 19700101.199503.1.001",
        "Kepala Dinas Sosial|Budi Santosa|Penata|III/c|19700101.199503.1.001|",
    ),
    (
        "KEPALA DINAS PERIKANAN BUDI SANTOSA, S.Pi NIP. 19700101 199503 1 001",
        "KEPALA DINAS PERIKANAN|BUDI SANTOSA, S.Pi|-|-|19700101 199503 1 001|",
    ),
    (
        "Plt. Kepala Badan BUDI SANTOSA, SE Penata Tk.I, III/d",
        "Plt. Kepala Badan|BUDI SANTOSA, SE|Penata Tk.I|III/d|-|",
    ),
    (
        "a.n. BUPATI CONTOH SEKRETARIS DAERAH Drs. BUDI SANTOSA, M.Si",
        "a.n. BUPATI CONTOH SEKRETARIS DAERAH|Drs. BUDI SANTOSA, M.Si|-|-|-|",
    ),
    (
        "BUDI SANTOSA, S.Sos\nPembina Utama Muda (IV/c)\nNIP. 19700101 199503 1 001",
        "-|BUDI SANTOSA, S.Sos|Pembina Utama Muda|IV/c|19700101 199503 1 001|",
    ),
    (
        "Kepala Dinas Sosial\nBUDI SANTOSA, SE\nPangkat/Gol: Pembina (IV/a)",
        "Kepala Dinas Sosial|BUDI SANTOSA, SE|Pembina|IV/a|-|",
    ),
    ("Direktur RSUD dr. Contoh", "Direktur RSUD dr. Contoh|-|-|-|-|"),
    ("Kepala Dinas Kesehatan", "Kepala Dinas Kesehatan|-|-|-|-|"),
    ("Rektor Universitas Harapan Ni Luh Contoh, S.H.", "Rektor Universitas Harapan|Ni Luh Contoh, S.H.|-|-|-|"),
    (
        "Dekan Fakultas Teknik Bagus Contoh NIP 197003121998031004",
        "Dekan Fakultas Teknik|Bagus Contoh|-|-|197003121998031004|",
    ),
    (
        "Kepala Bidang Mutasi Bagus Contoh NIP 197003121998031004",
        "Kepala Bidang Mutasi|Bagus Contoh|-|-|197003121998031004|",
    ),
    ("Kajari Rimba Raya Muh. Contoh, S.H.", "Kajari Rimba Raya|Muh. Contoh, S.H.|-|-|-|"),
    ("Bupati Rimba Raya I Made Contoh", "Bupati Rimba Raya|I Made Contoh|-|-|-|"),
    ("KAPOLRES CONTOH\nBUDI SANTOSA, S.I.K\nNRP 70010101", "KAPOLRES CONTOH|BUDI SANTOSA, S.I.K|-|-|70010101|"),
    (
        "Kepala Dinas Zirkon Budi santosa kepada NIP. 197001011995031001",
        "-|-|-|-|197001011995031001|Kepala Dinas Zirkon Budi santosa kepada",
    ),
    ("Kepala BPSDM\nNIP. 197001011995031001", "Kepala BPSDM|-|-|-|197001011995031001|"),
    (
        "Kepala Dinas Sosial Kabupaten Batu Sari NIP. 197001011995031001",
        "-|-|-|-|197001011995031001|Kepala Dinas Sosial Kabupaten Batu Sari",
    ),
    ("BUPATI CONTOH, ttd BUDI SANTOSA", "BUPATI CONTOH|BUDI SANTOSA|-|-|-|"),
    ("BUPATI CONTOH BUDI SANTOSA", "-|-|-|-|-|BUPATI CONTOH BUDI SANTOSA"),
    ("Camat Sukamaju Timur", "Camat Sukamaju Timur|-|-|-|-|"),
    ("Camat Karang Bintang", "Camat Karang Bintang|-|-|-|-|"),
    ("Kepala Dinas Bina Marga", "Kepala Dinas Bina Marga|-|-|-|-|"),
    ("Ditetapkan di Contoh\nKepala Dinas\nBUDI SANTOSA", "Kepala Dinas|BUDI SANTOSA|-|-|-|Ditetapkan di Contoh"),
    (
        "BUDI SANTOSA, S.Sos NIP. 19700101 199503 1 001 Kepala Dinas",
        "Kepala Dinas|BUDI SANTOSA, S.Sos|-|-|19700101 199503 1 001|",
    ),
    ("05 Oktober 2017", "-|-|-|-|-|05 Oktober 2017"),
    ("", "-|-|-|-|-|"),
];

#[test]
fn every_block_is_taken_apart() {
    for (text, expected) in BLOCKS {
        let parts = signatory(text);
        let said: Vec<&str> = [parts.position, parts.name, parts.rank, parts.grade, parts.nip]
            .into_iter()
            .map(|part| part.unwrap_or("-"))
            .collect();
        assert_eq!(format!("{}|{}", said.join("|"), parts.rest.join("; ")), *expected, "{text}");
    }
}

#[test]
fn the_agency_says_how_long_the_name_of_its_place_is() {
    let text = "KEPALA BADAN PENDAPATAN DAERAH KABUPATEN MARGA TIRTA DEWI CONTOHWATI, S.STP";
    let of = |name| Houses { names: [name, ""], number: "" };
    let parts = signatory_of(text, &of("Badan Pendapatan Daerah Kabupaten Marga Tirta"));
    assert_eq!(parts.position, Some("KEPALA BADAN PENDAPATAN DAERAH KABUPATEN MARGA TIRTA"));
    assert_eq!(parts.name, Some("DEWI CONTOHWATI, S.STP"));
    let parts = signatory("KEPALA BADAN KABUPATEN BATU AMPAR JAYA DEWI CONTOHWATI, S.STP");
    assert_eq!((parts.position, parts.name), (None, None));
}

/// A block, the names of agency and unit, the number; position and name.
const OF_HOUSES: &[(&str, [&str; 2], &str, &str)] = &[
    (
        "Kepala Badan Kearsipan Provinsi Nusa Jaya Bagus Prakoso",
        ["BADAN KEARSIPAN PROVINSI NUSA JAYA", ""],
        "",
        "Kepala Badan Kearsipan Provinsi Nusa Jaya|Bagus Prakoso",
    ),
    (
        "Kepala Badan Kearsipan Provinsi Nusa Jaya Bagus Prakoso",
        ["", ""],
        "022/SOP/BKNJ/2024",
        "Kepala Badan Kearsipan Provinsi Nusa Jaya|Bagus Prakoso",
    ),
    (
        "Kepala Dinas Arsip Daerah Kabupaten Mawar Jingga Jaka Purnama",
        ["PEMERINTAH KABUPATEN MAWAR JINGGA DINAS ARSIP DAERAH", ""],
        "",
        "Kepala Dinas Arsip Daerah Kabupaten Mawar Jingga|Jaka Purnama",
    ),
    ("Kepala Bagian Umum Sari Contoh", ["SEKRETARIAT DAERAH", "BAGIAN UMUM"], "", "Kepala Bagian Umum|Sari Contoh"),
    ("Kepala Dinas Arsip Mawar Jingga", ["DINAS ARSIP MAWAR JINGGA", ""], "", "Kepala Dinas Arsip Mawar Jingga|-"),
    ("Kepala Dinas Arsip Nusa Jaya", ["DINAS ARSIP", ""], "", "Kepala Dinas Arsip Nusa Jaya|-"),
    (
        "Kepala Badan Kearsipan Provinsi\nNusa Jaya",
        ["BADAN KEARSIPAN PROVINSI NUSA JAYA", ""],
        "",
        "Kepala Badan Kearsipan Provinsi\nNusa Jaya|-",
    ),
    (
        "Kepala Badan Kearsipan\nSiti Contoh Nur\nAzizah, S.Pd",
        ["BADAN KEARSIPAN", ""],
        "",
        "Kepala Badan Kearsipan|Siti Contoh Nur\nAzizah, S.Pd",
    ),
    ("Kepala Kantor\nDrs. Anwar Contoh\nPutra, M.Pd.I", ["", ""], "", "Kepala Kantor|Drs. Anwar Contoh\nPutra, M.Pd.I"),
    ("Kepala Bagian Umum\nSari Contoh, S.Kep,Ns", ["", ""], "", "Kepala Bagian Umum|Sari Contoh, S.Kep,Ns"),
];

#[test]
fn the_names_of_the_houses_end_the_office() {
    for (text, names, number, expected) in OF_HOUSES {
        let parts = signatory_of(text, &Houses { names: *names, number });
        let said = [parts.position, parts.name].map(|part| part.unwrap_or("-"));
        assert_eq!(said.join("|"), *expected, "{text}");
    }
}

#[test]
fn numbers_of_officials_are_read_from_any_grouping() {
    let rows = [
        ("NIP. 19671229 199002 1 002", Some(("196712291990021002", 5, false))),
        ("NIP.196712291990021002", Some(("196712291990021002", 4, false))),
        ("Nip : 19720916.199703.1.004", Some(("197209161997031004", 6, false))),
        ("NIPPPK 198001012021211001", Some(("198001012021211001", 7, false))),
        ("NIP. l967O42O 199403 2 OO9", Some(("196704201994032009", 5, true))),
        ("NIP. 19670420 199403 l 009", Some(("196704201994031009", 5, true))),
        ("NIP. 1967042O 199403 2 00B Senin", Some(("196704201994032008", 5, true))),
        ("NRP 70010101", Some(("70010101", 4, false))),
        ("BUDI 196712291990021002", Some(("196712291990021002", 5, false))),
        ("NIP. 19671229 199002 1", Some(("196712291990021", 5, false))),
        ("NIP.", None),
        ("Nomor 12345", None),
        ("SNIP 12345678", None),
        ("", None),
    ];
    for (text, expected) in rows {
        let found = nip(text);
        let found =
            found.as_ref().map(|(digits, slice, repaired)| (digits.as_str(), offset_in(text, slice), *repaired));
        assert_eq!(found, expected, "{text}");
    }
}
