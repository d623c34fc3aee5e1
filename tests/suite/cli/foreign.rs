//! What is not read: each file is refused in a sentence that says what to do, and in a folder it is told of.

use super::SOUND;
use crate::support::sandbox::Sandbox;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// An archive with these members.
fn archive(members: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in members {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a member");
        zip.write_all(content.as_bytes()).expect("its content");
    }
    zip.finish().expect("an archive").into_inner()
}

/// A file of Office before 2007, or one that is locked, with a stream of this name.
fn compound(stream: &str) -> Vec<u8> {
    let mut bytes = [&b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"[..], &[0; 504]].concat();
    let mut entry: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
    entry.resize(64, 0);
    entry.extend((2 * (stream.len() as u16 + 1)).to_le_bytes());
    entry.resize(128, 0);
    bytes.extend(entry);
    bytes
}

#[test]
fn each_sort_of_file_is_refused_in_words_that_help() {
    let open = |kind: &str| archive(&[("mimetype", &format!("application/vnd.oasis.opendocument.{kind}"))]);
    let cases: [(&str, Vec<u8>, &str); 12] = [
        ("lama.doc", compound("WordDocument"), "Word lama (.doc) tidak dibaca; buka di Word"),
        ("lama.xls", compound("Workbook"), "pilih Simpan Sebagai, jenis Excel (.xlsx)"),
        ("lama.ppt", compound("PowerPoint Document"), "salin SOP-nya ke Word atau Excel"),
        ("kunci.docx", compound("EncryptedPackage"), "terkunci kata sandi"),
        ("surat.odt", open("text"), "dokumen LibreOffice (.odt) tidak dibaca"),
        ("surat.ods", open("spreadsheet"), "lembar LibreOffice (.ods) tidak dibaca"),
        ("surat.pptx", archive(&[("ppt/presentation.xml", "<a/>")]), "salindia"),
        ("surat.xlsb", archive(&[("xl/workbook.bin", "")]), "buku kerja biner (.xlsb)"),
        ("surat.zip", archive(&[("surat.txt", "isi")]), "keluarkan dahulu isinya"),
        ("surat.rtf", b"{\\rtf1 Nomor SOP}".to_vec(), "jenis Word (.docx)"),
        ("foto.jpg", b"\xFF\xD8\xFF\xE0 JFIF".to_vec(), "gambar atau hasil pindai"),
        ("surat.docx", archive(&[("mimetype", "x")])[..40].to_vec(), "terpotong atau rusak"),
    ];
    for (name, bytes, words) in cases {
        let sandbox = Sandbox::new().file(name, bytes);
        for verb in ["check", "convert", "render", "time", "graph"] {
            let run = sandbox.run(&[verb, name]);
            assert_eq!(run.code, 2, "{verb} {name}: {run:?}");
            assert!(run.err.starts_with(&format!("galat: {name}: ")) && run.err.contains(words), "{verb}: {}", run.err);
        }
    }
}

#[test]
fn a_locked_file_is_known_whatever_its_name() {
    let run = Sandbox::new()
        .run_with(&["check", "-", "--stdin-name", "a.xlsx", "--lang", "en"], &compound("EncryptedPackage"));
    assert_eq!(run.code, 2);
    assert!(run.err.contains("a.xlsx: this file is locked by a password"), "{}", run.err);
}

#[test]
fn a_folder_tells_what_it_leaves_out() {
    let sandbox = Sandbox::new()
        .file("s/a.yaml", SOUND)
        .file("s/a.pdf", "%PDF-1.7 cetakan")
        .file("s/lama.doc", compound("WordDocument"))
        .file("s/dalam/foto.jpg", "x")
        .file("s/catatan.log", "x")
        .file("s/LICENSE", "x")
        .file("s/~$a.docx", "x")
        .file("s/.rahasia.doc", "x")
        .file("s/sop.toml", "")
        .file("s/README.md", "Isi");
    let told = "5 berkas di folder dilewati:
  s/dalam/foto.jpg: gambar; pakai berkas asalnya
  s/lama.doc: Word lama; simpan sebagai .docx
  1 cetakan atau salinan yang berkas asalnya ada di sampingnya
  2 berkas jenis lain: .log
";
    for verb in [
        &["check", "s"][..],
        &["convert", "s", "-o", "hasil", "--to", "json"],
        &["time", "s"],
        &["graph", "s"],
        &["render", "s", "-o", "cetak"],
    ] {
        let run = sandbox.run(verb);
        assert!(run.code < 2, "{verb:?}: {run:?}");
        assert!(run.err.ends_with(told) || run.err.starts_with(told), "{verb:?}: {}", run.err);
    }
    let english = sandbox.run(&["check", "s", "--lang", "en"]).err;
    assert!(
        english.contains("5 files of the folder left out:\n") && english.contains("an old Word file; save it as .docx"),
        "{english}"
    );
}

#[test]
fn many_files_left_out_are_counted() {
    let mut sandbox = Sandbox::new().file("s/a.yaml", SOUND);
    for at in 10..25 {
        sandbox = sandbox.file(&format!("s/lama-{at}.xls"), "x");
    }
    let run = sandbox.run(&["check", "s"]);
    assert_eq!(run.err.lines().count(), 12, "{}", run.err);
    assert!(run.err.ends_with("  s/lama-19.xls: Excel lama; simpan sebagai .xlsx\n  dan 5 lagi\n"), "{}", run.err);
}

#[test]
fn a_print_alone_is_read_and_beside_its_yaml_left_out() {
    let sandbox = Sandbox::new().file("s/a.yaml", SOUND);
    assert_eq!(sandbox.run(&["render", "s/a.yaml", "-o", "s/a.pdf"]).code, 0);
    assert_eq!(sandbox.run(&["render", "s/a.yaml", "-o", "lain/a.pdf"]).code, 0);
    assert!(sandbox.run(&["check", "s"]).out.ends_with("di 1 berkas\n"));
    let alone = sandbox.run(&["check", "lain"]);
    assert!(alone.out.ends_with("di 1 berkas\n") && alone.err.is_empty(), "{alone:?}");
}

#[test]
fn a_yaml_beside_its_print_is_converted_and_a_pdf_beside_its_yaml_is_the_original() {
    let sandbox = Sandbox::new().file("s/a.yaml", SOUND);
    assert_eq!(sandbox.run(&["render", "s/a.yaml", "-o", "s/a.pdf"]).code, 0);
    let json = sandbox.run(&["convert", "s", "-o", "hasil", "--to", "json"]);
    assert!(json.err.starts_with("1 berkas diubah"), "{json:?}");
    // As if the YAML had been converted from the PDF.
    let made = format!(
        "{}konversi:\n  sumber: a.pdf\n",
        sandbox.read("s/a.yaml").split("konversi:").next().unwrap_or_default()
    );
    let sandbox = sandbox.file("s/a.yaml", made);
    let again = sandbox.run(&["convert", "s", "-o", "s", "--force"]);
    assert!(again.err.starts_with("1 berkas diubah") && !again.err.contains("dilewati"), "{again:?}");
}

/// A password that only keeps others from changing a PDF keeps nobody from reading it.
#[test]
fn a_pdf_opens_without_the_password_of_its_owner_and_not_without_that_of_its_readers() {
    let sandbox = Sandbox::new()
        .file("pemilik.pdf", include_bytes!("../data/locked/pemilik.pdf"))
        .file("pembaca.pdf", include_bytes!("../data/locked/pembaca.pdf"));
    let run = sandbox.run(&["render", "pemilik.pdf"]);
    assert!(run.code == 0 && run.out.contains("Nama SOP          : Pengelolaan Surat Masuk"), "{run:?}");
    let run = sandbox.run(&["render", "pembaca.pdf"]);
    assert!(run.code == 2 && run.err.contains("pembaca.pdf: PDF ini terkunci kata sandi"), "{run:?}");
}
