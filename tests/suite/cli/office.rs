//! Excel and Word files wherever a text is taken: every verb, folders, standard input, baselines, fixes beside them.

use super::objects;
use crate::support::golden::content;
use crate::support::sandbox::Sandbox;

/// The workbook of the front page: three errors and a suggestion.
fn workbook() -> Vec<u8> {
    content("examples/rusak.xlsx")
}

/// A text document with struck words.
fn letter() -> Vec<u8> {
    content("tests/suite/data/office/coretan.docx")
}

#[test]
fn every_verb_takes_them() {
    let sandbox = Sandbox::new().file("a.xlsx", workbook()).file("b.docx", letter());
    let table = sandbox.run(&["render", "a.xlsx"]);
    assert!(table.out.contains("Pengelolaan Surat Masuk") && table.out.contains("(M)"), "{table:?}");
    let time = sandbox.run(&["time", "a.xlsx"]);
    assert!(time.out.starts_with("a.xlsx: Pengelolaan Surat Masuk\n"), "{time:?}");
    let graph = sandbox.run(&["graph", "a.xlsx", "b.docx", "--to", "json"]);
    assert!(graph.out.contains("EVALUASI KINERJA") && graph.out.contains("a.xlsx"), "{graph:?}");
    let page = sandbox.run(&["check", "a.xlsx", "-o", "a.html"]);
    assert_eq!(page.code, 1, "{page:?}");
    assert!(sandbox.read("a.html").contains("(lembar SOP, sel F17)"));
    let book = sandbox.run(&["render", "a.xlsx", "b.docx", "--book", "-o", "buku.pdf"]);
    assert!(book.err.contains("2 SOP dijilid"), "{book:?}");
}

#[test]
fn standard_input_may_be_one() {
    let run = Sandbox::new()
        .run_with(&["check", "-", "--stdin-name", "b.docx", "--format=concise", "--select=S016"], &letter());
    assert!(
        run.out.starts_with(
            "b.docx: tabel 1, baris 2, sel 2: catatan S016 teks dicoret, disembunyikan, atau dihapus tidak dibaca (3×)"
        ),
        "{run:?}"
    );
}

#[test]
fn a_folder_of_them_becomes_yaml_and_is_checked_once() {
    let sandbox = Sandbox::new().file("s/a.xlsx", workbook()).file("s/dalam/b.docx", letter());
    let run = sandbox.run(&["convert", "s", "-o", "s"]);
    assert!(run.code == 0 && run.err.starts_with("2 berkas diubah"), "{run:?}");
    assert!(sandbox.read("s/a.yaml").contains("\n  sumber: a.xlsx\n"));
    assert!(sandbox.read("s/dalam/b.yaml").contains("\n  sumber: b.docx\n"));
    let check = sandbox.run(&["check", "s"]);
    assert!(check.out.ends_with("di 2 berkas\n"), "{}", check.out);
    // The YAML goes before the file it came from.
    let prints = sandbox.run(&["render", "s", "-o", "cetak"]);
    assert!(prints.err.ends_with("2 berkas dicetak\n"), "{prints:?}");
    let json = sandbox.run(&["convert", "s", "-o", "json", "--to", "json"]);
    assert!(json.err.starts_with("2 berkas diubah"), "{json:?}");
}

#[test]
fn fixes_go_into_a_yaml_beside_them() {
    let sandbox = Sandbox::new().file("a.xlsx", workbook());
    let diff = sandbox.run(&["check", "a.xlsx", "--diff", "--unsafe-fixes"]);
    assert!(diff.out.contains("+++ b/a.yaml") && sandbox.names() == ["a.xlsx"], "{diff:?}");
    let run = sandbox.run(&["check", "a.xlsx", "--fix", "--unsafe-fixes"]);
    assert!(run.code < 2, "{run:?}");
    assert_eq!(sandbox.names(), ["a.xlsx", "a.yaml"]);
    assert_eq!(std::fs::read(sandbox.path("a.xlsx")).unwrap(), workbook());
    assert!(sandbox.read("a.yaml").contains("Lembar disposisi]"), "{}", sandbox.read("a.yaml"));
}

#[test]
fn a_baseline_knows_findings_in_cells_again() {
    let sandbox = Sandbox::new().file("a.xlsx", workbook());
    assert_eq!(sandbox.run(&["check", "a.xlsx", "--write-baseline", "lama.json"]).code, 0);
    let again = sandbox.run(&["check", "a.xlsx", "--baseline", "lama.json"]);
    assert_eq!(again.code, 0, "{again:?}");
    // The same document as YAML.
    assert_eq!(sandbox.run(&["convert", "a.xlsx", "-o", "a.yaml"]).code, 0);
    let yaml = sandbox.run(&["check", "a.yaml", "--baseline", "lama.json"]);
    assert_eq!(yaml.code, 0, "{yaml:?}");
}

#[test]
fn a_relation_to_another_file_names_its_cell() {
    let sandbox = Sandbox::new().file("a.xlsx", workbook()).file("b.xlsx", workbook());
    let run = sandbox.run(&["check", "a.xlsx", "b.xlsx", "--select", "S902", "--format", "json"]);
    let found = objects(&run.out);
    let spots: Vec<_> = found.iter().map(|it| (it["file"].clone(), it["spot"]["name"].clone())).collect();
    assert!(!spots.is_empty(), "{run:?}");
    for finding in &found {
        assert_eq!(finding["spot"]["name"], "SOP!C1");
        let other = &finding["related"][0];
        assert_ne!(other["file"], finding["file"]);
        assert_eq!((&other["line"], &other["spot"]["cell"]), (&serde_json::Value::Null, &serde_json::json!("C1")));
    }
}

/// Sheets and letters are written for each file of a folder, hold several SOPs, and are refused where they would say too much.
#[test]
fn workbooks_and_letters_are_printed_as_other_prints_are() {
    for kind in ["xlsx", "docx"] {
        let draft = content("tests/suite/data/print/missing-actor.yaml");
        let several = content("examples/surat-masuk.yaml");
        let several = [&several[..], b"---\n", &content("examples/upacara.yaml")].concat();
        let sandbox = Sandbox::new().file("s/a.yaml", several).file("s/dalam/b.yaml", draft);
        let folder = sandbox.run(&["render", "s", "--to", kind, "-o", "hasil"]);
        assert_eq!(folder.code, 0, "{folder:?}");
        let (a, b) = (format!("hasil/a.{kind}"), format!("hasil/dalam/b.{kind}"));
        assert!(folder.err.contains("KONSEP") && std::fs::read(sandbox.path(&b)).is_ok(), "{folder:?}");
        let table = sandbox.run(&["render", &a, "--width", "200"]);
        for title in ["Pengelolaan Surat Masuk", "Persiapan Upacara Hari Jadi Kabupaten"] {
            assert!(table.out.contains(title), "{kind} {title}: {table:?}");
        }
        let notes = sandbox.run(&["check", &a, &b, "--select", "S013", "--format", "concise"]);
        assert!(!notes.out.contains("S013"), "{kind}: {notes:?}");
        let last = sandbox.run(&["render", "s/dalam/b.yaml", "-o", &format!("c.{kind}"), "--final"]);
        assert!(last.code == 2 && last.err.contains("belum final"), "{last:?}");
        let book = sandbox.run(&["render", "s", "--book", "-o", &format!("buku.{kind}")]);
        assert!(book.code == 2 && book.err.contains("--book"), "{book:?}");
        assert!(
            !sandbox.names().iter().any(|it| it.starts_with("c.") || it.starts_with("buku.")),
            "{:?}",
            sandbox.names()
        );
    }
}

/// An emblem beside the agency, a box for an electronic signature, a firm frame, other words: what the sheets say stays the same.
#[test]
fn what_an_office_adds_to_its_form_is_not_read_as_content() {
    let form = "[cetak]\nlogo = \"l.svg\"\nkotak_tte = true\nbingkai = 1.5\nbaris_nomor = true\nnama_di_atas_tabel = true\n\
                pelaksana = \"Pelaku\"\nurutan = [\"keterangan\", \"output\", \"waktu\", \"kelengkapan\"]\n";
    let emblem = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><path d="M0 0H10V10H0Z"/></svg>"#;
    let identity = |text: &str| {
        let (from, to) = (text.find("identitas:").expect("an identity"), text.find("pelaksana:\n").expect("actors"));
        text[from..to].to_owned()
    };
    for kind in ["xlsx", "docx"] {
        let sandbox = Sandbox::new()
            .file("a.yaml", content("examples/surat-masuk.yaml"))
            .file("sop.toml", form)
            .file("l.svg", emblem);
        let book = format!("b.{kind}");
        assert_eq!(sandbox.run(&["render", "a.yaml", "-o", &book]).code, 0);
        assert_eq!(sandbox.run(&["convert", "a.yaml", "-o", "meant.yaml"]).code, 0);
        let run = sandbox.run(&["convert", &book, "-o", "read.yaml"]);
        assert_eq!(run.code, 0, "{run:?}");
        let (meant, read) = (sandbox.read("meant.yaml"), sandbox.read("read.yaml"));
        assert_eq!(identity(&read), identity(&meant), "{kind}");
        assert!(!read.contains("tak_dikenali"), "{kind}: {read}");
    }
}

/// The agency and its unit stand rows apart in a sheet and one below the other in a letter; nobody has signed yet, or somebody has.
#[test]
fn the_unit_of_an_agency_comes_back_from_its_print() {
    let names = [
        ("Dinas Kesehatan Kabupaten Contoh", "UPTD Puskesmas Sukarame"),
        ("DINAS KESEHATAN KABUPATEN CONTOH", "PUSKESMAS SUKARAME"),
        ("KEMENTERIAN KESEHATAN BALAI PELATIHAN KESEHATAN", "SEKSI PENYELENGGARAAN"),
    ];
    let signed = "  disahkan_oleh: {jabatan: Kepala, nama: \"dr. Contoh Nama\", nip: \"197001011995031001\"}\n";
    for (agency, unit) in names {
        for signatory in ["", signed] {
            let text = format!(
                "versi: 1\nidentitas:\n  instansi: {agency}\n  unit_kerja: {unit}\n  nomor: 1/2/SOP/2024\n  nama: \
                 Pendaftaran Pasien\n{signatory}pelaksana:\n  - {{id: staf, nama: Staf}}\nkegiatan:\n  - nomor: 1\n    \
                 uraian: Mencatat berkas\n    pelaksana: staf\n"
            );
            let sandbox = Sandbox::new().file("a.yaml", text);
            for kind in ["xlsx", "docx"] {
                let print = format!("a.{kind}");
                assert_eq!(sandbox.run(&["render", "a.yaml", "-o", &print]).code, 0);
                let back = sandbox.run(&["convert", &print, "--to", "yaml"]);
                let wanted = format!("  instansi: {agency}\n  unit_kerja: {unit}\n");
                assert!(back.out.contains(&wanted) && !back.out.contains("disahkan_oleh: {}"), "{kind}: {back:?}");
            }
        }
    }
}
