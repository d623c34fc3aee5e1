//! `sop check --baseline` and `--write-baseline`: what was accepted stays silent, what is new fails, what is gone is said.

use super::LEGACY;
use crate::support::sandbox::Sandbox;

/// Two findings of S602, both errors.
const TWO: &str = "\
versi: 1
identitas: {nama: Pengelolaan Surat Masuk}
kegiatan:
  - {nomor: 1, uraian: Menerima surat, waktu: \"10\", output: [Surat diterima]}
  - {nomor: 2, uraian: Mencatat surat, waktu: \"15\", output: [Surat tercatat]}
";

const CHECK: [&str; 4] = ["check", "a.yaml", "--select", "S602"];

fn check(sandbox: &Sandbox, more: &[&str]) -> crate::support::sandbox::Run {
    sandbox.run(&[&CHECK[..], more].concat())
}

fn with_baseline() -> Sandbox {
    let sandbox = Sandbox::new().file("a.yaml", TWO);
    let run = check(&sandbox, &["--write-baseline", "lama.json"]);
    assert_eq!((run.code, run.err.as_str()), (0, "2 temuan dicatat di lama.json\n"), "{run:?}");
    sandbox
}

#[test]
fn accepted_findings_are_not_reported_and_do_not_fail() {
    let sandbox = with_baseline();
    let run = check(&sandbox, &["--baseline", "lama.json", "--format=concise"]);
    assert_eq!((run.code, run.out.as_str()), (0, ""), "{run:?}");
    assert_eq!(run.err, "2 temuan lama tidak dilaporkan lagi (lama.json)\n");
}

#[test]
fn a_new_finding_fails_alone_whatever_became_of_the_numbers() {
    let sandbox = with_baseline();
    let more = TWO.replace("nomor: 2,", "nomor: 3,").replace("nomor: 1,", "nomor: 2,").replace(
        "kegiatan:\n",
        "kegiatan:\n  - {nomor: 1, uraian: Membuka amplop, waktu: \"3\", output: [Amplop terbuka]}\n",
    );
    let sandbox = sandbox.file("a.yaml", more);
    let run = check(&sandbox, &["--baseline", "lama.json", "--format=concise"]);
    assert_eq!((run.code, run.out.lines().count()), (1, 1), "{run:?}");
    assert!(run.out.starts_with("a.yaml:4:"), "{}", run.out);
    assert!(run.err.starts_with("2 temuan lama"), "{}", run.err);
}

#[test]
fn the_same_finding_again_in_the_same_words_is_new() {
    let sandbox = with_baseline();
    let row = "  - {nomor: 3, uraian: Mencatat surat, waktu: \"15\", output: [Surat tercatat]}\n";
    let sandbox = sandbox.file("a.yaml", format!("{TWO}{row}"));
    let run = check(&sandbox, &["--baseline", "lama.json", "--format=concise"]);
    assert_eq!((run.code, run.out.lines().count()), (1, 1), "{run:?}");
}

#[test]
fn a_second_copy_in_the_same_file_is_new() {
    let sandbox = with_baseline().file("a.yaml", format!("{TWO}---\n{TWO}"));
    let run = check(&sandbox, &["--baseline", "lama.json", "--format=github"]);
    assert_eq!((run.code, run.out.lines().count()), (1, 2), "{run:?}");
}

#[test]
fn what_is_gone_is_named_and_cleared_by_writing_again() {
    let sandbox = with_baseline().file("a.yaml", TWO.replace("\"10\"", "10 menit"));
    let run = check(&sandbox, &["--baseline", "lama.json"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.err.contains("1 temuan di lama.json sudah tidak ada"), "{}", run.err);
    assert!(run.err.contains("  a.yaml: S602 ") && run.err.contains("`10`"), "{}", run.err);
    assert_eq!(check(&sandbox, &["--write-baseline", "lama.json"]).code, 0);
    assert!(!sandbox.read("lama.json").contains("`10`") && sandbox.read("lama.json").contains("`15`"));
    assert!(!check(&sandbox, &["--baseline", "lama.json"]).err.contains("sudah tidak ada"));
}

#[test]
fn what_nobody_looked_at_is_neither_stale_nor_cleared() {
    let sandbox = with_baseline().file("b.yaml", TWO);
    let all = ["check", "a.yaml", "b.yaml", "--select", "S602", "--write-baseline", "lama.json"];
    assert_eq!(sandbox.run(&all).code, 0);
    let before = sandbox.read("lama.json");
    assert_eq!(before.matches("S602").count(), 4, "{before}");
    for options in [&["a.yaml", "--select", "S602"][..], &["a.yaml", "b.yaml", "--select", "S5"]] {
        let run = sandbox.run(&[&["check", "--baseline", "lama.json"], options].concat());
        assert!(!run.err.contains("sudah tidak ada"), "{}", run.err);
        let run = sandbox.run(&[&["check", "--write-baseline", "lama.json"], options].concat());
        assert_eq!(run.code, 0, "{run:?}");
        let now = sandbox.read("lama.json");
        assert_eq!(now.matches("S602").count(), 4, "{now}");
    }
    std::fs::remove_file(sandbox.path("b.yaml")).unwrap();
    let run = check(&sandbox, &["--baseline", "lama.json"]);
    assert!(run.err.contains("  b.yaml: S602 "), "a document that is no more: {}", run.err);
}

#[test]
fn the_file_is_the_same_however_it_is_come_by() {
    let sandbox = Sandbox::new().file("s/b.txt", LEGACY).file("s/a.yaml", TWO).file("t/x", "");
    let write = |name: &str, inputs: &[&str]| {
        let run = sandbox.run(&[&["check", "--write-baseline", name], inputs].concat());
        assert_eq!(run.code, 0, "{run:?}");
        sandbox.read(name)
    };
    let text = write("lama.json", &["s"]);
    assert_eq!(write("lain.json", &["s/b.txt", "./s/../s/a.yaml"]), text);
    assert_eq!(write("lama.json", &["s"]), text, "written again");
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!((lines[0], lines[1], lines[2]), ("{", "  \"versi\": 1,", "  \"temuan\": ["), "{text}");
    let entries = &lines[3..lines.len() - 2];
    assert!(entries.iter().all(|it| it.starts_with("    {\"berkas\": \"s/")), "{text}");
    assert!(entries.is_sorted_by_key(|it| it.trim_end_matches(',')), "{text}");
    assert!(
        write("t/lama.json", &["s"]).contains("{\"berkas\": \"../s/a.yaml\", \"kode\": \"S"),
        "from its own folder"
    );
    let run = sandbox.run(&["check", "s", "--baseline", "t/lama.json"]);
    assert_eq!((run.code, run.err.lines().count()), (0, 1), "{run:?}");
}

#[test]
fn a_text_and_the_yaml_made_of_it_are_one_document() {
    let sandbox = Sandbox::new().file("a.txt", LEGACY);
    assert_eq!(sandbox.run(&["check", "a.txt", "--write-baseline", "lama.json"]).code, 0);
    assert_eq!(sandbox.run(&["convert", "a.txt", "-o", "a.yaml"]).code, 0);
    let run = sandbox.run(&["check", "a.yaml", "--baseline", "lama.json", "--format=concise"]);
    assert_eq!((run.code, run.out.as_str()), (0, ""), "{run:?}");
}

#[test]
fn a_file_that_is_no_baseline_is_refused_with_its_reason() {
    let cases = [
        ("{\"versi\": 1,\n", "lama.json:2:0: bukan berkas temuan lama: susunan JSON-nya rusak"),
        ("[]", "lama.json: bukan berkas temuan lama"),
        ("{\"versi\": 7, \"temuan\": []}", "lama.json: versi 7"),
        ("{\"versi\": 1, \"temuan\": [{\"kode\": \"S602\"}]}", "lama.json: bukan berkas temuan lama"),
    ];
    for (text, words) in cases {
        let sandbox = Sandbox::new().file("a.yaml", TWO).file("lama.json", text);
        for option in ["--baseline", "--write-baseline"] {
            let run = check(&sandbox, &[option, "lama.json"]);
            assert_eq!((run.code, run.out.as_str()), (2, ""), "{run:?}");
            assert!(run.err.contains(words), "{words}: {}", run.err);
            assert_eq!(sandbox.read("lama.json"), text, "left as it was");
        }
    }
    let run = check(&Sandbox::new().file("a.yaml", TWO), &["--baseline", "hilang.json"]);
    assert!(run.code == 2 && run.err.contains("hilang.json: tidak ditemukan"), "{run:?}");
}

#[test]
fn a_baseline_beside_the_documents_is_none_of_them() {
    let sandbox = Sandbox::new().file("s/a.yaml", TWO);
    for name in ["s/lama.json", "s/baseline.json"] {
        assert_eq!(sandbox.run(&["check", "s", "--write-baseline", name]).code, 0);
        assert_eq!(sandbox.run(&["check", "s", "--write-baseline", name]).code, 0, "again");
        let run = sandbox.run(&["check", "s", "--baseline", name]);
        assert_eq!((run.code, run.err.lines().count()), (0, 1), "{run:?}");
        std::fs::rename(sandbox.path(name), sandbox.path("s/baseline.json")).unwrap();
    }
    assert_eq!(sandbox.run(&["check", "s"]).code, 1, "without it, the findings are back");
}

#[test]
fn an_empty_baseline_is_a_baseline() {
    let sandbox = Sandbox::new().file("a.yaml", TWO.replace("\"10\"", "10 menit").replace("\"15\"", "1 jam"));
    assert_eq!(check(&sandbox, &["--write-baseline", "lama.json"]).code, 0);
    assert_eq!(sandbox.read("lama.json"), "{\n  \"versi\": 1,\n  \"temuan\": []\n}\n");
    assert_eq!(check(&sandbox, &["--baseline", "lama.json"]).code, 0);
}

#[test]
fn reading_and_writing_at_once_is_refused() {
    let run = check(&with_baseline(), &["--baseline", "lama.json", "--write-baseline", "baru.json"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("tidak dapat dipakai bersama"), "{}", run.err);
}

/// A table whose actors' marks are lost: a note; and no identity block: a fault.
const MARKLESS: &str = "\
No\tKegiatan\tKepala\tStaf\tKelengkapan\tWaktu\tOutput\tKeterangan
1\tMenerima surat\t\t\tSurat\t10 menit\tSurat tercatat\t
2\tMenelaah surat\t\t\tSurat tercatat\t15 menit\tTelaahan\t
";

#[test]
fn notes_are_accepted_as_notes_and_are_no_news_when_gone() {
    let sandbox = Sandbox::new().file("a.txt", MARKLESS);
    let write = sandbox.run(&["check", "a.txt", "--select", "S001,S418", "--write-baseline", "lama.json"]);
    assert_eq!(write.err, "1 temuan dan 2 catatan dicatat di lama.json\n", "{write:?}");
    let again = ["check", "a.txt", "--select", "S001,S418", "--baseline", "lama.json", "--format=concise"];
    let silent = sandbox.run(&again);
    assert_eq!((silent.code, silent.out.as_str()), (0, ""), "{silent:?}");
    assert_eq!(silent.err, "1 temuan dan 2 catatan lama tidak dilaporkan lagi (lama.json)\n");
    // The note is gone, and nobody needs to hear of it.
    let marked = MARKLESS.replace("surat\t\t\t", "surat\tv\t\t");
    let gone = sandbox.file("a.txt", marked).run(&again);
    assert_eq!(gone.err, "1 temuan lama tidak dilaporkan lagi (lama.json)\n");
}

#[test]
fn a_doubt_that_was_accepted_accepts_no_fault() {
    let sandbox = with_baseline();
    let noted = sandbox.read("lama.json").replace("\"}", "\", \"catatan\": true}");
    let sandbox = sandbox.file("lama.json", noted);
    let run = check(&sandbox, &["--baseline", "lama.json", "--format=github"]);
    assert_eq!((run.code, run.out.lines().count()), (1, 2), "{run:?}");
    assert!(run.err.is_empty(), "a note that is gone is no news: {}", run.err);
}

#[test]
fn standard_input_goes_by_the_place_its_name_says() {
    let sandbox = Sandbox::new().file("dinas/a.yaml", TWO);
    let write = ["check", "dinas/a.yaml", "--select", "S602", "--write-baseline", "dinas/lama.json"];
    assert_eq!(sandbox.run(&write).code, 0);
    let piped = ["check", "-", "--stdin-name", "dinas/a.yaml", "--select", "S602", "--baseline", "dinas/lama.json"];
    let run = sandbox.run_with(&piped, TWO.as_bytes());
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.err.starts_with("2 temuan lama tidak dilaporkan lagi"), "{run:?}");
}
