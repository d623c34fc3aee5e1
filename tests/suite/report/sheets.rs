//! The reviewer's sheet, statistics, and reports that go to files.

use super::{TWO, csv, hostile, json, parted, two};
use crate::support::golden::content;
use crate::support::sandbox::Sandbox;

fn lamandau(options: &[&str]) -> String {
    let sandbox = Sandbox::new().file("a.txt", content("sops/lamandau-sosial-monev.txt"));
    sandbox.run(&[&["check", "a.txt"], options].concat()).out
}

#[test]
fn the_sheet_follows_the_order_that_reviewers_speak_in() {
    let out = lamandau(&["--format", "catatan"]);
    let order = ["### Identitas", "### Dasar hukum", "### Pelaksana", "### Mutu baku", "### Bahasa"];
    let places: Vec<usize> = order.iter().map(|it| out.find(it).unwrap_or_else(|| panic!("{it}: {out}"))).collect();
    assert!(places.is_sorted(), "{out}");
    assert!(out.contains("## Prosedur penyelenggaraan monitoring dan evaluasi\n"), "{out}");
    assert!(out.contains("- Nomor SOP: 880/2126.a/PNSD5.B/XI/2023\n"), "{out}");
}

#[test]
fn each_line_of_the_sheet_says_where_what_and_on_what_ground() {
    let out = lamandau(&["--format", "catatan", "--select", "S204"]);
    let line = out.lines().find(|it| it.starts_with("| 1 |")).unwrap_or_else(|| panic!("{out}"));
    let cells: Vec<&str> = line.split('|').map(str::trim).collect();
    assert_eq!(cells[2], "Tanggal Pembuatan");
    assert_eq!(cells[3], "Tanggal Pembuatan `30 NOVEMBER` belum menyebut tahun (peringatan, S204)");
    assert!(cells[4].starts_with("tulis tanggal"), "{line}");
    assert_eq!(cells[5], "PermenPANRB 35/2012, bagian identitas");
    let english = lamandau(&["--format", "catatan", "--select", "S204", "--lang", "en"]);
    assert!(english.contains("### Identity\n") && english.contains("(warning, S204)"), "{english}");
}

#[test]
fn the_sheet_says_so_where_nothing_was_found() {
    let run = Sandbox::new().file("dua.yaml", TWO).run(&["check", "dua.yaml", "--select=S505", "--format=catatan"]);
    assert_eq!(run.out.matches("Tidak ada temuan.").count(), 2, "{}", run.out);
}

#[test]
fn no_text_breaks_out_of_its_cell() {
    let out = hostile("catatan");
    for line in out.lines().filter(|it| it.starts_with('|')) {
        let bars = line.matches('|').count() - line.matches("\\|").count();
        assert_eq!(bars, 6, "{line}");
    }
    assert!(!out.contains("<script>") || out.contains("`<script>"), "{out}");
    let rows = parted(hostile("catatan-csv").trim_start_matches('\u{feff}'), ';');
    assert!(rows.len() > 5 && rows.iter().all(|row| row.len() == 9), "{rows:#?}");
}

#[test]
fn the_sheet_for_spreadsheets_names_its_columns() {
    let out = two("catatan-csv");
    assert!(out.starts_with('\u{feff}'), "spreadsheets know UTF-8 by it");
    let rows = parted(out.trim_start_matches('\u{feff}'), ';');
    assert_eq!(rows[0].join(" "), "Berkas SOP Kelompok Bagian Tingkat Temuan Saran Dasar Kode");
    assert_eq!(rows[1][1..5].join("|"), "Surat Masuk|Mutu baku|langkah 1, Waktu|galat");
    assert_eq!(rows[2][1], "Surat Keluar");
    let english = Sandbox::new().file("a.yaml", TWO).run(&["check", "a.yaml", "--format=catatan-csv", "--lang=en"]).out;
    assert!(english.starts_with("\u{feff}File,SOP,"), "{english}");
}

#[test]
fn statistics_count_findings_and_files_of_each_rule() {
    let sandbox =
        Sandbox::new().file("a.yaml", TWO).file("b.yaml", TWO).file("c.txt", content("sops/lamandau-sosial-monev.txt"));
    let run =
        |format: &str| sandbox.run(&["check", ".", "--select", "S602,S204,S404", "--statistics", "--format", format]);
    let rows = json(&run("json").out);
    let row = |code: &str| rows.as_array().expect("rows").iter().find(|it| it["code"] == code).expect(code).clone();
    assert_eq!((row("S602")["findings"].as_u64(), row("S602")["files"].as_u64()), (Some(4), Some(2)));
    assert_eq!(row("S602")["severity"], "error");
    let counts: Vec<u64> = rows.as_array().expect("rows").iter().filter_map(|it| it["findings"].as_u64()).collect();
    assert!(counts.is_sorted_by(|one, other| one >= other), "{counts:?}");
    let shares: f64 = rows.as_array().expect("rows").iter().filter_map(|it| it["share"].as_f64()).sum();
    assert!((shares - 1.0).abs() < 0.005, "{shares}");
    let table = run("full");
    assert_eq!(table.code, 1, "counting changes no verdict");
    assert!(table.out.contains("S602 missing-unit"), "{}", table.out);
    assert_eq!(csv(&run("csv").out).len(), rows.as_array().expect("rows").len() + 1);
    let refused = run("sarif");
    assert_eq!((refused.code, refused.out.as_str()), (2, ""));
    assert!(refused.err.contains("--statistics"), "{}", refused.err);
}

#[test]
fn the_name_of_the_file_tells_the_format() {
    let beginnings = [
        ("a.html", "<!DOCTYPE html>"),
        ("a.md", "# Catatan evaluasi"),
        ("a.csv", "file,line"),
        ("a.json", "["),
        ("a.ndjson", "{\"code\""),
        ("a.sarif", "{\"$schema\""),
        ("a.xml", "<?xml"),
        ("a.txt", "══ "),
    ];
    for (name, beginning) in beginnings {
        let sandbox = Sandbox::new().file("dua.yaml", TWO);
        let run = sandbox.run(&["check", "dua.yaml", "-o", name, "--select", "S602"]);
        assert_eq!((run.code, run.out.as_str()), (1, ""), "{name}: {}", run.err);
        assert!(sandbox.read(name).starts_with(beginning), "{name}: {}", sandbox.read(name));
    }
    let sandbox = Sandbox::new().file("dua.yaml", TWO);
    sandbox.run(&["check", "dua.yaml", "--format", "catatan", "-o", "a.csv"]);
    assert!(sandbox.read("a.csv").contains("Berkas;SOP"), "{}", sandbox.read("a.csv"));
}

#[test]
fn a_report_overwrites_nothing_unasked_and_no_input_ever() {
    let sandbox = Sandbox::new().file("sops/dua.yaml", TWO).file("sops/laporan.html", "milik orang");
    let refused = sandbox.run(&["check", "sops/dua.yaml", "-o", "sops/laporan.html"]);
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("--force"), "{}", refused.err);
    assert_eq!(sandbox.read("sops/laporan.html"), "milik orang");
    let input = sandbox.run(&["check", "sops/dua.yaml", "-o", "sops/dua.yaml", "--force"]);
    assert_eq!(input.code, 2);
    assert_eq!(sandbox.read("sops/dua.yaml"), TWO);
    let again = sandbox.run(&["check", "sops", "-o", "sops/laporan.html", "--force"]);
    assert_eq!(again.err, "", "the report of the last run is no SOP of this one");
    assert!(
        sandbox.read("sops/laporan.html").contains("2 SOP dalam 1 berkas"),
        "{}",
        sandbox.read("sops/laporan.html")
    );
    assert_eq!(sandbox.names(), ["sops/dua.yaml", "sops/laporan.html"], "no draft is left behind");
}
