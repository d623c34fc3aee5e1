//! Cells of Mutu Baku and Keterangan that an office draws over the rows of several steps.

use super::{file, yaml};
use sop::analysis::analyze;

const STEPS: &str = "\
kegiatan:
  - nomor: 1
    uraian: Menerima dan mencatat surat masuk
    pelaksana: staf
    simbol: proses
    kelengkapan: [Surat masuk]
    waktu: 2 jam
    output: [Surat tercatat]
  - nomor: 2
    uraian: Memeriksa surat masuk
    pelaksana: sekretaris_camat
    simbol: proses
    output: [Surat terperiksa]
    keterangan: Buku agenda
    gabung_atas: [kelengkapan, waktu]
  - nomor: 3
    uraian: Memberikan disposisi
    pelaksana: camat
    simbol: proses
    kelengkapan: [Surat terperiksa]
    output: [Disposisi Camat]
    gabung_atas: [waktu, keterangan]
  - nomor: 4
    uraian: Menyampaikan disposisi
    pelaksana: staf
    simbol: proses
    kelengkapan: [Disposisi Camat]
    waktu: 1 hari
    gabung_atas: [output]
";

#[test]
fn a_cell_over_several_rows_is_read_as_one_in_every_format() {
    for name in ["sel-gabung.html", "sel-gabung.docx", "sel-gabung.xlsx", "sel-gabung.pdf"] {
        let sop = analyze(&file(name), name).unwrap().sops.remove(0);
        assert_eq!(yaml(&sop, "kegiatan", "konversi"), STEPS, "{name}");
    }
}

/// One step in two rows of the sheet, and an empty cell over two steps: neither is one value of several steps.
#[test]
fn only_what_is_said_of_several_steps_is_shared() {
    let page = String::from_utf8(file("sel-gabung.html")).unwrap();
    let row = |text: &str| format!("<tr><td></td><td>{text}</td><td></td><td></td><td></td><td></td><td></td></tr>");
    let tall = page
        .replace("<td rowspan=\"3\">2 jam</td>", "<td rowspan=\"2\">2 jam</td>")
        .replace("<td rowspan=\"2\">Surat masuk</td>", "<td rowspan=\"2\"></td>")
        .replace("<tr><td>2</td>", &(row("pada hari yang sama") + "<tr><td>2</td>"))
        .replace(
            "Memeriksa surat masuk</td><td></td><td>□</td><td></td>",
            "Memeriksa surat masuk</td><td></td><td>□</td><td></td><td></td><td>1 jam</td>",
        );
    let sop = analyze(tall.as_bytes(), "a.html").unwrap().sops.remove(0);
    let second = &sop.steps[1];
    assert_eq!(second.duration.value().map(ToString::to_string).as_deref(), Some("1 jam"));
    assert!(second.merged.is_empty(), "{:?}", second.merged);
}
