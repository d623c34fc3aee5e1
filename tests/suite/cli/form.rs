//! The office's own form, as `[cetak]` in `sop.toml` says it once for all prints.

use super::SOUND;
use crate::support::sandbox::Sandbox;

const EMBLEM: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><path d="M0 0H10V10H0Z"/></svg>"##;

/// The texts of the SVG that is made of `a.yaml` with these settings and options.
fn texts(settings: &str, options: &[&str]) -> Vec<String> {
    let sandbox = Sandbox::new().file("a.yaml", SOUND).file("sop.toml", settings).file("lambang.svg", EMBLEM);
    let run = sandbox.run(&[&["render", "a.yaml", "-o", "a.svg"], options].concat());
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{run:?}");
    let svg = sandbox.read("a.svg");
    let texts = svg.split("<text ").skip(1).filter_map(|text| text.split_once('>')?.1.split_once('<').map(|it| it.0));
    texts.map(str::to_owned).chain([svg.clone()]).collect()
}

fn has(texts: &[String], text: &str) -> bool {
    texts.iter().any(|it| it == text)
}

#[test]
fn words_order_and_numbers_of_the_columns_are_the_offices_own() {
    let usual = texts("", &[]);
    assert!(has(&usual, "Pelaksana") && has(&usual, "Mutu Baku"), "{usual:?}");
    let own = texts(
        "[cetak]\npelaksana = \"Pelaku\"\nmutu_baku = \"Baku Mutu\"\nwaktu = \"Lama\"\nbaris_nomor = true\n\
         urutan = [\"keterangan\", \"output\", \"waktu\", \"kelengkapan\"]\n",
        &[],
    );
    assert!(!has(&own, "Pelaksana") && !has(&own, "Mutu Baku") && !has(&own, "Waktu"), "{own:?}");
    let at = |text: &str| own.iter().position(|it| it == text).unwrap_or_else(|| panic!("{text} in {own:?}"));
    assert!(at("Pelaku") < at("Baku Mutu") && at("Baku Mutu") < at("Output"), "{own:?}");
    assert!(at("Output") < at("Lama") && at("Lama") < at("Kelengkapan"), "{own:?}");
    let numbers: Vec<&str> = own.iter().map(String::as_str).filter(|it| it.parse::<u32>().is_ok()).collect();
    assert!(numbers.starts_with(&["1", "2", "3", "4", "5"]), "{numbers:?}");
}

#[test]
fn options_are_above_the_file_and_the_file_above_the_profile() {
    let settings = "profil = \"puskesmas\"\n[cetak]\nkertas = \"LEGAL\"\ntepi = 20\nwarna = true\n";
    let wide = |options: &[&str]| {
        let own = texts(settings, options);
        let svg = own.last().expect("the SVG").clone();
        ["841.89", "935.43", "1008"]
            .into_iter()
            .find(|wide| svg.contains(&format!("viewBox=\"0 0 {wide} ")))
            .unwrap_or("")
    };
    assert_eq!(wide(&[]), "1008");
    assert_eq!((wide(&["--paper", "A4"]), wide(&["--paper", "Folio"])), ("841.89", "935.43"));
    let ink = |options: &[&str]| texts(settings, options).last().expect("the SVG").contains("fill=\"#dee8f3\"");
    assert!(ink(&[]) && !ink(&["--mono"]));
}

#[test]
fn another_file_of_settings_holds_or_none() {
    let other = "[cetak]\npelaksana = \"Pelaku\"\n";
    let sandbox =
        Sandbox::new().file("a.yaml", SOUND).file("sop.toml", "[cetak]\nkertas = \"legal\"\n").file("b.toml", other);
    let svg = |options: &[&str]| {
        let run = sandbox.run(&[&["render", "a.yaml", "-o", "a.svg", "--force"], options].concat());
        assert_eq!(run.code, 0, "{run:?}");
        let svg = sandbox.read("a.svg");
        (svg.contains("viewBox=\"0 0 1008 "), svg.contains(">Pelaku<"))
    };
    assert_eq!(svg(&[]), (true, false));
    assert_eq!(svg(&["--config", "b.toml"]), (false, true));
    assert_eq!(svg(&["--no-config"]), (false, false));
}

/// Sheets are alike throughout; what each SOP calls its columns is its office's own.
#[test]
fn in_a_book_each_sop_has_the_form_of_its_office() {
    let sandbox = Sandbox::new()
        .file("s/a/a.yaml", SOUND)
        .file("s/a/sop.toml", "[cetak]\nkertas = \"legal\"\npelaksana = \"Pelaku\"\n")
        .file("s/b/b.yaml", SOUND)
        .file("s/b/sop.toml", "[cetak]\nkertas = \"a4\"\npelaksana = \"Petugas\"\n");
    let run = sandbox.run(&["render", "s", "--book", "-o", "buku.svg", "--verify"]);
    assert_eq!(run.code, 0, "{run:?}");
    let book = sandbox.read("buku.svg");
    assert!(book.contains(">Pelaku<") && book.contains(">Petugas<"));
    assert!(!book.contains("viewBox=\"0 0 841.89 "));
}

#[test]
fn emblem_frame_foot_and_the_place_for_a_signature_stand_where_they_are_wanted() {
    let own = texts(
        "[cetak]\nlogo = \"lambang.svg\"\nbingkai = 1.25\nkotak_tte = true\nnama_di_atas_tabel = true\nnama_tebal = true\n\
         kaki = [\"{nomor} | {unit}\", \"hal. {halaman} / {jumlah}\"]\n",
        &[],
    );
    let svg = own.last().expect("the SVG");
    assert_eq!(svg.matches("<image ").count(), 1);
    assert!(svg.contains("stroke-width=\"1.25\""), "a frame");
    assert!(has(&own, "QR/TTE") && !has(&own, "halaman 1 dari 2"), "{own:?}");
    assert!(own.iter().any(|it| it.starts_with("hal. 1 / ")), "{own:?}");
    assert!(has(&texts("", &["--tte"]), "QR/TTE"));
}

#[test]
fn a_print_in_the_offices_form_is_clean_and_can_be_archived() {
    let settings = "[cetak]\nbaris_nomor = true\nnama_di_atas_tabel = true\nbingkai = 1\nkotak_tte = true\n\
                    kelengkapan = \"Persyaratan dan Perlengkapan\"\nurutan = [\"keterangan\", \"waktu\", \"kelengkapan\", \"output\"]\n";
    let sandbox = Sandbox::new().file("a.yaml", SOUND).file("sop.toml", settings);
    for (name, to) in [("a.pdf", "pdf"), ("b.pdf", "pdfa"), ("a.html", "html")] {
        let run = sandbox.run(&["render", "a.yaml", "--to", to, "-o", name, "--verify"]);
        assert!(run.code == 0 && run.err.contains("cetakan bersih"), "{run:?}");
    }
}

#[test]
fn what_cannot_be_meant_is_an_error_with_its_place() {
    for (settings, words) in [
        (
            "[cetak]\nkegitan = \"Uraian\"",
            "sop.toml:2:1: pengaturan `kegitan` tidak dikenal; mungkin maksudnya `kegiatan`",
        ),
        ("[cetak]\nkertas = \"a3\"", "sop.toml:2:10: kertas `a3` tidak dikenal; yang dikenal: a4, f4, folio, legal"),
        ("[cetak]\ntepi = 2", "sop.toml:2:8: harus berupa bilangan bulat dari 5 sampai 40 (milimeter)"),
        ("[cetak]\nbingkai = 9", "sop.toml:2:11: harus berupa bilangan lebih dari 0, paling besar 3"),
        ("[cetak]\nbaris_nomor = \"ya\"", "sop.toml:2:15: jenis nilainya lain dari yang diharapkan; contoh: true"),
        ("[cetak]\nkaki = \"{halman}\"", "sop.toml:2:8: `{halman}` tidak dikenal di kaki halaman"),
        (
            "[cetak]\nurutan = [\"waktu\", \"keterangan\", \"output\", \"kelengkapan\"]",
            "sop.toml:2:10: harus memuat keempat kolom satu kali, keterangan di awal atau di akhir",
        ),
        ("[cetak]\nlogo = \"hilang.png\"", "hilang.png: tidak ditemukan"),
    ] {
        let sandbox = Sandbox::new().file("a.yaml", SOUND).file("sop.toml", settings);
        let run = sandbox.run(&["render", "a.yaml", "-o", "a.pdf"]);
        assert_eq!(run.code, 2, "{settings}: {run:?}");
        assert!(run.err.contains(words), "{words}: {}", run.err);
    }
}

#[test]
fn the_settings_that_hold_are_shown_with_their_place() {
    let sandbox = Sandbox::new().file("sop.toml", "[cetak]\nkertas = \"folio\"\npelaksana = \"Pelaku\"\n");
    let run = sandbox.run(&["config", "a.yaml"]);
    let line = |words: &[&str]| {
        let is_it = |line: &str| line.split_whitespace().collect::<Vec<_>>() == words;
        assert!(run.out.lines().any(is_it), "{words:?}: {}", run.out);
    };
    line(&["kertas", "f4", "sop.toml:2:1"]);
    line(&["cetak.pelaksana", "Pelaku", "sop.toml:3:1"]);
    let json = sandbox.run(&["config", "a.yaml", "--format", "json"]).out;
    assert!(json.contains("\"kertas\": \"f4\"") && json.contains("\"tempat\": \"sop.toml:3:1\""), "{json}");
}
