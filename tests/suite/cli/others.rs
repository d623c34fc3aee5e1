//! The small verbs, help, and command lines that make no sense.

use super::SOUND;
use crate::support::sandbox::Sandbox;
use serde_json::Value;
use std::io::{BufRead, BufReader};
use std::process::Stdio;

#[test]
fn a_new_sop_is_read_by_our_own_reader_and_invents_nothing() {
    let sandbox = Sandbox::new();
    assert_eq!(sandbox.run(&["new", "Surat: \"Masuk\" #1", "-o", "a.yaml"]).code, 0);
    let run = sandbox.run(&["render", "a.yaml"]);
    assert!(run.out.contains("Nama SOP          : Surat: \"Masuk\" #1\n"), "{run:?}");
    assert!(run.out.contains("Disahkan Oleh     : (kosong)\n"), "{}", run.out);
    assert_eq!(sandbox.run(&["new", "Lain", "-o", "a.yaml"]).code, 2);
    assert!(sandbox.read("a.yaml").contains("Masuk"));
}

#[test]
fn a_new_sop_is_a_file_named_after_it_with_examples_that_only_need_their_mark_taken_away() {
    let sandbox = Sandbox::new();
    let run = sandbox.run(&["new", "Pengelolaan Surat/Masuk: ../x"]);
    assert_eq!((run.code, run.err.as_str()), (0, "pengelolaan-surat-masuk-x.yaml: siap diisi\n"), "{run:?}");
    assert_eq!(sandbox.run(&["new", "Pengelolaan surat masuk x"]).code, 2, "nothing is written over");
    let text = sandbox.read("pengelolaan-surat-masuk-x.yaml");
    let (form, steps) = text.split_once("# Contoh dua langkah").unwrap();
    let used = form.lines().map(|line| line.strip_prefix('#').filter(|it| it.starts_with("  - ")).unwrap_or(line));
    let used = used.collect::<Vec<_>>();
    let steps = steps.lines().skip(1).map_while(|line| line.strip_prefix('#'));
    let filled = format!("{}\nkegiatan:\n{}\n", used.join("\n"), steps.collect::<Vec<_>>().join("\n"));
    let sandbox = sandbox.file("isi.yaml", filled);
    let run = sandbox.run(&["render", "isi.yaml"]);
    assert!(run.code == 0 && run.out.contains("Buku agenda surat masuk") && run.out.contains("Camat"), "{run:?}");
    let run = sandbox.run(&["check", "isi.yaml", "--select", "S0,S4,S5,S7", "--format", "concise"]);
    assert_eq!((run.code, run.out.as_str()), (0, ""), "the examples are sound");
}

#[test]
fn every_key_of_a_step_and_of_the_form_is_explained_in_the_template() {
    let run = Sandbox::new().run(&["new", "Contoh", "-o", "-"]);
    let schema: Value = serde_json::from_str(&Sandbox::new().run(&["schema"]).out).expect("JSON");
    let top = schema["properties"].as_object().expect("properties");
    let keys = top.keys().filter(|key| !["abaikan", "konversi"].contains(&key.as_str()));
    for key in keys.map(String::as_str).chain(["uraian", "simbol", "waktu", "ya", "tidak", "lanjut", "bersama"]) {
        assert!(run.out.contains(&format!("{key}:")), "{key}");
    }
}

#[test]
fn every_verb_has_a_manual_page_in_the_language_asked_for() {
    let sandbox = Sandbox::new();
    let help = sandbox.run(&["--help"]).out;
    let verbs = help.lines().skip_while(|line| *line != "Perintah:").skip(1).take_while(|line| !line.is_empty());
    let verbs: Vec<&str> =
        verbs.filter_map(|line| line.strip_prefix("  ")?.split(' ').next()).filter(|it| !it.is_empty()).collect();
    assert!(verbs.contains(&"check") && verbs.contains(&"man"), "{help}");
    for (language, words) in [("id", ["IKHTISAR", "Timpa"]), ("en", ["SYNOPSIS", "Overwrite"])] {
        assert_eq!(sandbox.run(&["man", "-o", language, "--lang", language]).code, 0);
        for verb in &verbs {
            let page = sandbox.read(&format!("{language}/sop-{verb}.1"));
            assert!(page.contains(&format!(".TH sop-{verb} 1")) && page.contains(words[0]), "{page}");
        }
        assert!(sandbox.read(&format!("{language}/sop-render.1")).contains(words[1]));
    }
    assert_eq!(sandbox.run(&["man", "-o", "id"]).code, 2, "pages that exist are kept");
    assert!(sandbox.run(&["man"]).out.contains(".TH sop 1"));
}

#[test]
fn explain_prints_a_page_or_the_list() {
    let sandbox = Sandbox::new();
    let page = sandbox.run(&["explain", "s009"]);
    assert!(page.code == 0 && page.out.starts_with("S009 unused-text (catatan)\n"), "{page:?}");
    assert_eq!(page.out, sandbox.run(&["explain", "unused-text"]).out);
    assert!(!page.out.contains("```") && !page.out.contains("## "), "{}", page.out);
    assert!(sandbox.run(&["explain"]).out.contains("S009  unused-text"));
    let unknown = sandbox.run(&["explain", "S0099"]);
    assert!(unknown.code == 2 && unknown.err.contains("yang paling mirip: S009"), "{unknown:?}");
}

#[test]
fn a_page_is_told_in_the_language_asked_for() {
    let sandbox = Sandbox::new();
    let id = sandbox.run(&["explain", "S602"]).out;
    assert!(
        id.starts_with("S602 missing-unit (galat)\n") && id.contains("\nSalah\n") && id.contains("tanpa satuan"),
        "{id}"
    );
    assert!(id.contains("Bila yang kurang mungkin ada"), "what is missing may be unread: {id}");
    let en = sandbox.run(&["explain", "S602", "--lang", "en"]).out;
    assert!(
        en.starts_with("S602 missing-unit (error)\n") && en.contains("\nWrong\n") && en.contains("has no unit"),
        "{en}"
    );
    assert!(en.contains("Where what is missing may stand") && en.contains("Basis: "), "{en}");
    for (page, foreign) in [(&id, ["Wrong", "has no unit", "# ="]), (&en, ["Salah", "tanpa satuan", "# ="])] {
        assert!(foreign.iter().all(|word| !page.contains(word)), "{page}");
    }
    let day = sandbox.run(&["explain", "future-date", "--lang", "en"]).out;
    assert!(!day.contains("hari ini"), "{day}");
}

#[test]
fn completions_name_the_verbs_in_the_language_asked_for() {
    let sandbox = Sandbox::new();
    let run = sandbox.run(&["completions", "bash"]);
    assert!(run.code == 0 && run.out.contains("convert"), "{}", run.err);
    let fish = sandbox.run(&["completions", "fish"]).out;
    assert!(fish.contains("Timpa berkas") && fish.contains("catatan-csv"), "{fish}");
    assert!(!fish.contains("spreadsheets"), "what a value is for is told in English: {fish}");
    assert!(sandbox.run(&["completions", "fish", "--lang", "en"]).out.contains("Overwrite the file"));
}

#[test]
fn help_follows_the_language() {
    let sandbox = Sandbox::new();
    let asked =
        [vec!["--lang", "en", "--help"], vec!["check", "--help", "--lang", "en"], vec!["render", "-h", "--lang=en"]];
    for arguments in asked {
        let help = sandbox.run(&arguments);
        assert!(
            help.code == 0
                && help.out.contains("\nUsage: sop")
                && ["Options:", "General options:"].iter().any(|it| help.out.contains(it)),
            "{help:?}"
        );
        assert!(!help.out.contains("Pilihan") && !help.out.contains("BERKAS"), "{help:?}");
    }
    let in_locale = |arguments: &[&str]| {
        let run = sandbox.command(arguments).env("LANG", "en_US.UTF-8").output().expect("the program ends");
        String::from_utf8(run.stdout).expect("UTF-8")
    };
    assert!(in_locale(&["-h"]).contains("\nUsage: sop COMMAND [OPTIONS]\n"));
    assert!(in_locale(&["-h", "--lang", "id"]).contains("\nPemakaian: sop PERINTAH [PILIHAN]\n"));
    // Behind `--` a word is a name.
    let name = sandbox.run(&["check", "--nonsense", "--", "--lang", "en"]);
    assert!(name.err.starts_with("galat: "), "{name:?}");
}

#[test]
fn version_and_help_go_to_standard_output() {
    let sandbox = Sandbox::new();
    assert_eq!(sandbox.run(&["--version"]).out, format!("sop {}\n", env!("CARGO_PKG_VERSION")));
    let (short, long) = (sandbox.run(&["-h"]), sandbox.run(&["--help"]));
    assert!(short.code == 0 && short.out.contains("Pemakaian: ") && !short.out.contains("Contoh:"), "{short:?}");
    assert!(long.out.contains("Contoh:") && long.out.len() > short.out.len(), "{long:?}");
    for verb in ["check", "convert", "render", "time", "explain", "new", "schema", "completions"] {
        let help = sandbox.run(&[verb, "--help"]);
        assert!(help.code == 0 && help.out.contains("Pemakaian: sop"), "{help:?}");
        assert!(!help.out.contains("Usage") && !help.out.contains("Options"), "{}", help.out);
    }
}

#[test]
fn a_command_line_that_makes_no_sense_exits_with_2_in_the_readers_language() {
    let sandbox = Sandbox::new();
    for (arguments, words) in [
        (&[][..], "perintah belum disebut"),
        (&["periksa"], "perintah `periksa` tidak dikenal"),
        (&["check"], "yang wajib belum disebut"),
        (&["check", "a", "--format", "xml"], "yang ada: full, concise, html, catatan"),
        (&["check", "a", "--stricct"], "mungkin maksudnya: --strict"),
        (&["chek", "a"], "mungkin maksudnya: check\n"),
    ] {
        let run = sandbox.run(arguments);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{run:?}");
        assert!(run.err.contains(words), "{}", run.err);
    }
    assert!(sandbox.run(&["periksa", "--lang", "en"]).err.contains("unrecognized subcommand"));
}

#[test]
fn a_reader_that_leaves_early_hides_no_findings() {
    let many = [SOUND; 400].join("---\n");
    let sandbox = Sandbox::new().file("a.yaml", many);
    let arguments = ["check", "a.yaml", "--select", "S502", "--format=json", "--strict"];
    let mut child = sandbox.command(&arguments).stdin(Stdio::null()).spawn().expect("the program starts");
    let mut first = String::new();
    BufReader::new(child.stdout.take().expect("standard output")).read_line(&mut first).expect("a line");
    assert!(!first.is_empty());
    drop(child.stderr.take());
    assert_eq!(child.wait().expect("the program ends").code(), Some(1), "the warnings behind the first line count");
}
