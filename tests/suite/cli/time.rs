//! `sop time`: numbers with their steps, for people and for programs.

use super::{LEGACY, SOUND, objects};
use crate::support::sandbox::Sandbox;

const BRANCHED: &str = "versi: 1
identitas: {nama: Penerbitan Surat (paling lama 1 hari)}
pelaksana: [{id: staf, nama: Staf}, {id: camat, nama: Camat}]
kegiatan:
  - {nomor: 1, uraian: Menyusun surat, pelaksana: staf, waktu: 2 hari}
  - {nomor: 2, uraian: Memeriksa surat, pelaksana: camat, waktu: 3 jam, ya: 4, tidak: 3}
  - {nomor: 3, uraian: Memperbaiki surat, pelaksana: staf, waktu: kondisional}
  - {nomor: 4, uraian: Mengirim surat, pelaksana: [staf, camat], waktu: 10 menit}
";

#[test]
fn each_number_names_its_steps() {
    let sandbox = Sandbox::new().file("a.yaml", BRANCHED);
    let run = sandbox.run(&["time", "a.yaml"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    for line in [
        "a.yaml: Penerbitan Surat (paling lama 1 hari)\n",
        "Jumlah semua langkah: 2 hari 3 jam 10 menit (= 1.090 menit kerja), belum termasuk 1 langkah\n",
        "  langkah 1 (2 hari), 2 (3 jam), 4 (10 menit)\n",
        "Jalan tercepat: 2 hari 3 jam 10 menit (= 1.090 menit kerja)\n  langkah 1 → 2 → 4\n",
        "  Camat: 3 jam 10 menit (= 190 menit kerja)\n    langkah 2, 4; bersama pelaksana lain, dihitung penuh: 4\n",
        "Tidak ikut dihitung:\n  langkah 3: `kondisional` tidak terbaca sebagai satu waktu\n",
        "Janji (Nama SOP): `paling lama 1 hari`: terlampaui\n",
    ] {
        assert!(run.out.contains(line), "{line}\n{}", run.out);
    }
    let english = sandbox.run(&["time", "--lang", "en", "a.yaml"]).out;
    assert!(english.contains("All steps together: 2 days 3 hours 10 minutes (= 1,090 working minutes)"), "{english}");
    assert!(!english.contains("langkah"), "{english}");
}

#[test]
fn json_says_the_same() {
    let sandbox = Sandbox::new().file("a.yaml", BRANCHED).file("b.yaml", format!("{SOUND}---\n{BRANCHED}"));
    let run = sandbox.run(&["time", "--format", "json", "a.yaml", "b.yaml"]);
    let all = objects(&run.out);
    assert_eq!(all.len(), 3);
    let it = &all[0];
    assert_eq!(it["total"]["minutes"]["low"], 1090.0);
    assert_eq!(it["total"]["steps"], serde_json::json!([1, 2, 4]));
    assert_eq!(it["left_out"], serde_json::json!([{"step": 3, "reason": "unreadable", "text": "kondisional"}]));
    assert_eq!(it["slowest"]["steps"], serde_json::json!([1, 2, 3, 4]));
    assert_eq!(it["promises"][0]["kept"], false);
    assert_eq!(it["actors"][1]["name"], "Camat");
    assert_eq!((&all[2]["file"], &all[2]["position"]), (&"b.yaml".into(), &2.into()));
}

#[test]
fn lines_fit_the_terminal_and_break_between_steps() {
    let rows: String = (1..=30).map(|at| format!("  - {{nomor: {at}, uraian: a, waktu: 1 hari kerja}}\n")).collect();
    let sandbox = Sandbox::new().file("a.yaml", format!("versi: 1\nkegiatan:\n{rows}"));
    let run = sandbox.command(&["time", "a.yaml"]).env("COLUMNS", "60").output().expect("a run");
    let out = String::from_utf8(run.stdout).expect("UTF-8");
    assert!(out.lines().all(|line| line.chars().count() <= 60), "{out}");
    assert!(out.contains("30 (1 hari kerja)") && !out.contains("(1\n"), "{out}");
    assert!(!out.contains('\u{a0}'));
}

#[test]
fn texts_are_read_too_and_failures_do_not_stop_the_rest() {
    let sandbox = Sandbox::new().file("a.txt", LEGACY).file("b.yaml", BRANCHED);
    let run = sandbox.run(&["time", "a.txt", "ada.txt", "b.yaml"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("ada.txt"), "{}", run.err);
    assert!(run.out.contains("Pengelolaan Surat Masuk") && run.out.contains("Penerbitan Surat"), "{}", run.out);
    assert!(run.out.contains("langkah 1 (10 menit), 2 (1 jam)"), "{}", run.out);
    let piped = sandbox.run_with(&["time", "-", "--stdin-name", "x.yaml"], BRANCHED.as_bytes());
    assert!(piped.code == 0 && piped.out.starts_with("x.yaml: "), "{piped:?}");
}

#[test]
fn the_working_time_of_the_office_holds() {
    let sop = "versi: 1\nkegiatan:\n  - {nomor: 1, uraian: Menyusun laporan, waktu: 1 hari}\n";
    let sandbox = Sandbox::new().file("a/x.yaml", sop).file("a/sop.toml", "[waktu_kerja]\nmenit_per_hari = 480\n");
    let told = sandbox.file("b/x.yaml", sop).run(&["time", "a", "b"]).out;
    assert!(told.contains("a/x.yaml") && told.contains("1 hari = 480 menit"), "{told}");
    assert!(told.contains("b/x.yaml") && told.contains("1 hari = 450 menit"), "{told}");
}

#[test]
fn a_text_and_its_yaml_are_counted_once() {
    let text = "| No | Kegiatan | Camat | Kelengkapan | Waktu | Output |\n|---|---|---|---|---|---|\n\
                | 1 | Menyusun laporan | □ | Data | 1 hari | Laporan |\n";
    let sandbox = Sandbox::new().file("a/x.md", text);
    sandbox.run(&["convert", "a/x.md", "-o", "a/x.yaml"]);
    let told = sandbox.run(&["time", "a"]).out;
    assert!(told.contains("a/x.yaml") && !told.contains("a/x.md"), "{told}");
}
