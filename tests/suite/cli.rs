//! The program as a user meets it: verbs, exit codes, bad inputs, and that nothing is ever overwritten or half written.

use crate::support::sandbox::Sandbox;
use serde_json::Value;
use std::io::{BufRead, BufReader};
use std::process::Stdio;

const SOUND: &str = include_str!("data/surat-masuk.yaml");

/// A legacy text with one line that belongs nowhere, so that there is something to find.
const LEGACY: &str = "\
STANDAR OPERASIONAL PROSEDUR
Nama SOP\tPengelolaan Surat Masuk
Nomor SOP\t012/SOP/KEC-SM/VII/2024

No\tKegiatan\tPengadministrasi Umum\tCamat\tKelengkapan\tWaktu\tOutput\tKeterangan
1\tMenerima surat masuk\tv\t\tSurat masuk\t10 menit\tSurat tercatat\t
2\tMemberikan disposisi\t\tv\tSurat tercatat\t1 jam\tDisposisi Camat\t
\"Kalimat ini tidak termasuk bagian mana pun\" kata seseorang entah siapa, di luar tabel
";

fn objects(out: &str) -> Vec<Value> {
    serde_json::from_str(out).unwrap_or_else(|error| panic!("{error}: {out}"))
}

mod check {
    use super::*;

    #[test]
    fn a_file_without_findings_at_the_failing_level_exits_with_0() {
        let run = Sandbox::new().file("a.txt", LEGACY).run(&["check", "a.txt", "--select", "S009"]);
        assert_eq!(run.code, 0, "{run:?}");
        assert!(run.out.ends_with(" saran di 1 berkas\n"), "{}", run.out);
        assert_eq!(run.err, "");
    }

    #[test]
    fn full_shows_the_line_and_where_it_stands_and_what_to_do() {
        let run = Sandbox::new().file("a.txt", LEGACY).run(&["check", "a.txt", "--select", "S009"]);
        assert!(run.out.contains("saran[S009]: "), "{}", run.out);
        assert!(run.out.contains("a.txt:8:"), "{}", run.out);
        assert!(run.out.contains("Kalimat ini tidak termasuk"), "{}", run.out);
        assert!(run.out.contains("bantuan: "), "{}", run.out);
        assert!(!run.out.contains('\u{1b}'), "no colours into a pipe");
    }

    #[test]
    fn an_error_exits_with_1_and_is_located_in_the_readers_words() {
        let text = SOUND.replace("tanggal_efektif: 2024-07-08", "tanggal_efektif: 2024-06-31");
        let run = Sandbox::new().file("a.yaml", text).run(&["check", "a.yaml", "--select", "S205"]);
        assert_eq!(run.code, 1, "{run:?}");
        for words in
            ["galat[S205]: ", "a.yaml:10:20", "━ Tanggal Efektif", "1 galat, 0 peringatan, 0 saran di 1 berkas"]
        {
            assert!(run.out.contains(words), "{words}: {}", run.out);
        }
    }

    #[test]
    fn warnings_fail_only_when_strict() {
        let sandbox = Sandbox::new().file("a.yaml", SOUND);
        let run = |options: &[&str]| sandbox.run(&[&["check", "a.yaml", "--select", "S502"], options].concat());
        assert_eq!(run(&[]).code, 0);
        assert!(run(&[]).out.contains("peringatan[S502]: "), "{}", run(&[]).out);
        assert_eq!(run(&["--strict"]).code, 1);
    }

    #[test]
    fn both_ends_of_a_relation_are_shown() {
        let sandbox = Sandbox::new().file("a.yaml", SOUND);
        let full = sandbox.run(&["check", "a.yaml", "--select", "S502"]).out;
        assert!(full.contains("langkah 4, Kelengkapan, butir 1") && full.contains("[Disposisi Camat]"), "{full}");
        let json = objects(&sandbox.run(&["check", "a.yaml", "--select", "S502", "--format=json"]).out);
        let (one, other) = (&json[0], &json[0]["related"][0]);
        assert_eq!(
            (one["path"].as_str(), other["path"].as_str()),
            (Some("kegiatan/4/kelengkapan/1"), Some("kegiatan/3/output/1"))
        );
        let start = other["span"]["start"].as_u64().expect("an offset") as usize;
        assert!(SOUND[start..].starts_with("Disposisi Camat"));
    }

    #[test]
    fn far_ends_of_long_lines_are_cropped_to_the_width() {
        let filler = "x".repeat(400);
        let text = SOUND.replace("    output: [Disposisi Camat]", &format!("    output: [{filler}, Disposisi Camat]"));
        let run = Sandbox::new().file("a.yaml", text).run(&["check", "a.yaml", "--select", "S502"]);
        assert!(run.out.contains("Disposisi Camat") && run.out.contains("Konsep jawaban"), "{}", run.out);
        assert!(run.out.lines().skip(1).all(|line| line.chars().count() <= 110), "{}", run.out);
    }

    #[test]
    fn colours_come_when_asked_for() {
        let run = Sandbox::new().file("a.txt", LEGACY).run(&["check", "a.txt", "--color", "always"]);
        assert!(run.out.contains("\u{1b}["), "{}", run.out);
    }

    #[test]
    fn concise_is_one_line_a_finding() {
        let run = Sandbox::new().file("a.txt", LEGACY).run(&["check", "a.txt", "--select", "S009", "--format=concise"]);
        let lines: Vec<&str> = run.out.lines().collect();
        assert_eq!(lines.len(), 1, "{}", run.out);
        assert!(lines[0].starts_with("a.txt:8:1: info S009 "), "{}", lines[0]);
    }

    #[test]
    fn json_has_every_member_and_offsets_that_cut_the_text() {
        let run = Sandbox::new().file("a.txt", LEGACY).run(&["check", "a.txt", "--select", "S009", "--format=json"]);
        let found = objects(&run.out);
        let one = found[0].as_object().expect("an object");
        let members = ["code", "name", "severity", "message", "help", "file", "path", "span", "related", "fix"];
        assert_eq!(one.keys().map(String::as_str).collect::<Vec<_>>().len(), members.len());
        assert!(members.iter().all(|member| one.contains_key(*member)), "{one:?}");
        assert_eq!((one["code"].as_str(), one["severity"].as_str()), (Some("S009"), Some("info")));
        let at = |name: &str| one["span"][name].as_u64().expect("a number") as usize;
        assert!(LEGACY[at("start")..at("end")].contains("Kalimat ini"), "{one:?}");
        assert_eq!((at("line"), at("column")), (8, 1));
        assert_eq!(at("end_column") - at("column"), at("end") - at("start"));
    }

    #[test]
    fn json_of_nothing_found_is_an_empty_array() {
        let run = Sandbox::new().file("a.yaml", SOUND).run(&["check", "a.yaml", "--select", "S009", "--format=json"]);
        assert_eq!((run.code, objects(&run.out).len()), (0, 0), "{run:?}");
    }

    #[test]
    fn messages_come_in_english_when_asked_for() {
        let sandbox = Sandbox::new().file("a.txt", LEGACY);
        let run = sandbox.run(&["check", "a.txt", "--lang", "en", "--select", "S009"]);
        assert!(run.out.contains("suggestion[S009]: this text belongs to no part of the SOP"), "{}", run.out);
        assert!(run.out.ends_with("0 errors, 0 warnings, 1 suggestion in 1 file\n"), "{}", run.out);
    }

    #[test]
    fn rules_are_chosen_by_code_beginning_and_name() {
        let sandbox = Sandbox::new().file("a.txt", LEGACY);
        let count = |options: &[&str]| {
            let run = sandbox.run(&[&["check", "a.txt", "--format=json"], options].concat());
            objects(&run.out).iter().filter(|it| it["code"] == "S009").count()
        };
        assert_eq!(count(&["--select", "S009"]), 1);
        assert_eq!(count(&["--select", "s0"]), 1);
        assert_eq!(count(&["--select", "unused-text"]), 1);
        assert_eq!(count(&["--ignore", "S0"]), 0);
        assert_eq!(count(&["--select", "S0", "--ignore", "unused-text"]), 0);
    }

    #[test]
    fn an_unknown_rule_is_an_error_that_names_the_nearest() {
        let run = Sandbox::new().file("a.yaml", SOUND).run(&["check", "a.yaml", "--select", "unused-tekst"]);
        assert_eq!(run.code, 2);
        assert!(run.err.contains("`unused-tekst`") && run.err.contains("S009 (unused-text)"), "{}", run.err);
    }

    #[test]
    fn one_unreadable_file_does_not_stop_the_rest() {
        let sandbox = Sandbox::new().file("a.txt", LEGACY).file("b.yaml", "versi: 1\nidentitass: {}\n");
        let run = sandbox.run(&["check", "b.yaml", "hilang.txt", "a.txt", "--select", "S009", "--format=concise"]);
        assert_eq!(run.code, 2);
        assert!(run.out.starts_with("a.txt:8:1: "), "{}", run.out);
        assert!(run.err.contains("b.yaml:2:1: ") && run.err.contains("identitas"), "{}", run.err);
        assert!(run.err.contains("hilang.txt: tidak ditemukan"), "{}", run.err);
    }

    #[test]
    fn bad_inputs_are_named_with_what_to_do() {
        let sandbox = Sandbox::new().file("kosong.txt", "").file("gambar.txt", [0x89, b'P', b'N', b'G', 0, 1, 2, 0]);
        for (name, words) in [("kosong.txt", "berkas kosong"), ("gambar.txt", "bukan teks")] {
            let run = sandbox.run(&["check", name]);
            assert_eq!(run.code, 2, "{name}: {run:?}");
            assert!(run.err.contains(name) && run.err.contains(words), "{}", run.err);
        }
    }

    #[test]
    fn a_folder_without_sops_is_an_error() {
        let run = Sandbox::new().file("isi/gambar.png", "x").run(&["check", "isi"]);
        assert_eq!(run.code, 2);
        assert!(run.err.contains("isi: tidak ada berkas SOP"), "{}", run.err);
    }

    #[test]
    fn a_folder_is_checked_in_order_of_names_without_hidden_files_and_schemas() {
        let sandbox = Sandbox::new().file("s/b.txt", LEGACY).file("s/a/c.txt", LEGACY).file("s/z.txt", LEGACY);
        let sandbox = sandbox.file("s/.rahasia.txt", LEGACY).file("s/sop.schema.json", "{}").file("s/foto.jpg", "x");
        let run = sandbox.run(&["check", "s", "--select", "S009", "--format=concise"]);
        let files: Vec<&str> = run.out.lines().filter_map(|line| line.split(':').next()).collect();
        assert_eq!(files, ["s/a/c.txt", "s/b.txt", "s/z.txt"], "{run:?}");
    }

    #[test]
    fn the_converted_twin_of_a_text_is_not_checked_twice() {
        let sandbox = Sandbox::new().file("s/a.txt", LEGACY);
        assert_eq!(sandbox.run(&["convert", "s/a.txt", "-o", "s/a.yaml"]).code, 0);
        let run = sandbox.run(&["check", "s"]);
        assert!(run.out.ends_with("di 1 berkas\n"), "{}", run.out);
        let named = sandbox.run(&["check", "s/a.txt", "s/a.yaml"]);
        assert!(named.out.ends_with("di 2 berkas\n"), "{}", named.out);
    }

    #[test]
    fn standard_input_goes_by_the_name_given() {
        let sandbox = Sandbox::new();
        let run = sandbox.run_with(&["check", "-", "--stdin-name", "masuk.txt", "--format=concise"], LEGACY.as_bytes());
        assert!(run.out.starts_with("masuk.txt:"), "{run:?}");
        let run = sandbox.run_with(&["check", "-", "--select", "S009"], SOUND.as_bytes());
        assert_eq!(run.code, 0, "{run:?}");
    }

    #[test]
    fn nothing_in_a_document_steers_the_terminal() {
        let text = LEGACY.replace("entah siapa", "\u{1b}]0;judul\u{7}\u{1b}[31m\u{9b}2J\u{202e}siapa");
        let sandbox = Sandbox::new().file("a.txt", text);
        for format in ["full", "concise", "json"] {
            let run = sandbox.run(&["check", "a.txt", "--format", format]);
            assert!(run.out.contains("S009"), "{}", run.out);
            let steers = |it: char| it.is_control() && it != '\n' || it == '\u{202e}' && format != "json";
            assert!(!run.out.contains(steers), "{format}: {:?}", run.out);
        }
    }

    #[test]
    fn other_encodings_and_stray_bytes_are_read() {
        let utf16: Vec<u8> = [0xFF, 0xFE].into_iter().chain(LEGACY.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let latin = [LEGACY.as_bytes(), b"\xBD \x93kutip\x94\n"].concat();
        let sandbox = Sandbox::new().file("a.txt", utf16).file("b.txt", latin);
        let run = sandbox.run(&["render", "a.txt"]);
        assert!(run.out.contains("Pengelolaan Surat Masuk"), "{run:?}");
        assert_eq!(sandbox.run(&["check", "b.txt", "--select", "S009"]).code, 0);
    }

    #[test]
    fn an_endless_line_gets_a_short_report() {
        let text = format!("{LEGACY}{}\n", "kata acak ".repeat(40_000));
        let run = Sandbox::new().file("a.txt", text).run(&["check", "a.txt", "--select", "S009"]);
        assert_eq!(run.code, 0, "{}", run.err);
        assert!(run.out.len() < 20_000, "{} bytes", run.out.len());
    }

    #[test]
    fn all_sops_of_a_file_are_checked_in_order() {
        let ignoring = SOUND.replace("nama: Pengelolaan Surat Masuk", "nama: Pengelolaan Surat Keluar");
        let run = Sandbox::new().file("a.yaml", format!("{SOUND}---\n{ignoring}")).run(&["render", "a.yaml"]);
        let (one, other) = (run.out.find("Surat Masuk"), run.out.find("Surat Keluar"));
        assert!(one.is_some() && one < other, "{run:?}");
    }
}

mod convert {
    use super::*;

    #[test]
    fn one_input_goes_to_standard_output_and_the_summary_elsewhere() {
        let run = Sandbox::new().file("a.txt", LEGACY).run(&["convert", "a.txt"]);
        assert_eq!(run.code, 0, "{run:?}");
        assert!(run.out.contains("nama: Pengelolaan Surat Masuk"), "{}", run.out);
        assert!(run.err.starts_with("1 berkas diubah: ") && run.err.contains("isian terbaca"), "{}", run.err);
    }

    #[test]
    fn what_is_written_is_read_back() {
        let sandbox = Sandbox::new().file("a.txt", LEGACY);
        for name in ["a.yaml", "a.json"] {
            assert_eq!(sandbox.run(&["convert", "a.txt", "-o", name]).code, 0);
            let run = sandbox.run(&["render", name]);
            assert!(run.out.contains("Surat tercatat"), "{name}: {run:?}");
        }
        assert!(sandbox.read("a.json").starts_with('{'));
    }

    #[test]
    fn several_inputs_without_a_place_are_refused() {
        let sandbox = Sandbox::new().file("s/a.txt", LEGACY).file("b.txt", LEGACY);
        for inputs in [&["convert", "s"][..], &["convert", "b.txt", "s/a.txt"]] {
            let run = sandbox.run(inputs);
            assert_eq!((run.code, run.out.as_str()), (2, ""));
            assert!(run.err.contains("-o FOLDER"), "{}", run.err);
        }
    }

    #[test]
    fn a_folder_keeps_its_sub_folders_and_leaves_no_drafts() {
        let sandbox = Sandbox::new().file("s/a.txt", LEGACY).file("s/dalam/b.tsv", LEGACY).file("s/c.yaml", SOUND);
        let run = sandbox.run(&["convert", "s", "-o", "hasil"]);
        assert_eq!(run.code, 0, "{run:?}");
        let expected = ["hasil/a.yaml", "hasil/dalam/b.yaml", "s/a.txt", "s/c.yaml", "s/dalam/b.tsv"];
        assert_eq!(sandbox.names(), expected);
    }

    #[test]
    fn a_folder_of_yaml_becomes_json() {
        let sandbox = Sandbox::new().file("s/a.yaml", SOUND);
        assert_eq!(sandbox.run(&["convert", "s", "--to", "json", "-o", "hasil/"]).code, 0);
        assert_eq!(sandbox.names(), ["hasil/a.json", "s/a.yaml"]);
    }

    #[test]
    fn nothing_is_overwritten_without_force_and_the_rest_goes_on() {
        let sandbox =
            Sandbox::new().file("s/a.txt", LEGACY).file("s/b.txt", LEGACY).file("hasil/a.yaml", "milik orang");
        let run = sandbox.run(&["convert", "s", "-o", "hasil"]);
        assert_eq!(run.code, 2);
        assert!(run.err.contains("a.yaml: sudah ada") && run.err.contains("--force"), "{}", run.err);
        assert_eq!(sandbox.read("hasil/a.yaml"), "milik orang");
        assert!(sandbox.read("hasil/b.yaml").contains("Surat Masuk"));
        assert_eq!(sandbox.run(&["convert", "s", "-o", "hasil", "--force"]).code, 0);
        assert!(sandbox.read("hasil/a.yaml").contains("Surat Masuk"));
        assert_eq!(sandbox.names(), ["hasil/a.yaml", "hasil/b.yaml", "s/a.txt", "s/b.txt"]);
    }

    #[test]
    fn an_input_is_never_overwritten_even_by_force() {
        let sandbox = Sandbox::new().file("a.yaml", SOUND);
        let run = sandbox.run(&["convert", "a.yaml", "-o", "./a.yaml", "--force"]);
        assert_eq!(run.code, 2);
        assert!(run.err.contains("masukannya sendiri"), "{}", run.err);
        assert_eq!(sandbox.read("a.yaml"), SOUND);
    }

    #[test]
    fn no_other_input_of_the_run_is_overwritten_by_force() {
        let sandbox = Sandbox::new().file("a.txt", LEGACY).file("a.yaml", SOUND);
        let run = sandbox.run(&["convert", "a.txt", "a.yaml", "--to", "yaml", "--force", "-o", "."]);
        assert_eq!(run.code, 2, "{run:?}");
        assert_eq!(sandbox.read("a.yaml"), SOUND);
    }

    #[test]
    fn two_inputs_of_one_result_are_both_named_and_neither_is_written() {
        let sandbox = Sandbox::new().file("s/a.txt", LEGACY).file("s/a.md", LEGACY).file("s/b.txt", LEGACY);
        let run = sandbox.run(&["convert", "s", "-o", "hasil"]);
        assert_eq!(run.code, 2);
        assert!(run.err.contains("s/a.md, s/a.txt"), "{}", run.err);
        assert_eq!(sandbox.names().iter().filter(|it| it.starts_with("hasil/")).collect::<Vec<_>>(), ["hasil/b.yaml"]);
    }

    #[test]
    fn a_broken_file_does_not_stop_the_rest() {
        let sandbox = Sandbox::new().file("s/a.txt", "").file("s/b.txt", LEGACY);
        let run = sandbox.run(&["convert", "s", "-o", "hasil"]);
        assert_eq!(run.code, 2);
        assert!(run.err.contains("s/a.txt: berkas kosong"), "{}", run.err);
        assert!(run.err.contains("1 berkas diubah, 1 gagal"), "{}", run.err);
        assert!(sandbox.read("hasil/b.yaml").contains("Surat Masuk"));
    }

    #[test]
    fn failures_are_told_in_the_order_of_the_inputs() {
        let names: Vec<String> = (0..300).map(|at| format!("s/{at:03}.txt")).collect();
        let sandbox = names.iter().fold(Sandbox::new(), |sandbox, name| sandbox.file(name, ""));
        let run = sandbox.run(&["convert", "s", "-o", "hasil"]);
        let told: Vec<&str> = run.err.lines().filter_map(|line| line.split(": ").nth(1)).take(300).collect();
        assert_eq!(told, names);
    }

    #[cfg(unix)]
    #[test]
    fn a_target_that_cannot_be_written_is_an_error_that_names_it() {
        let run = Sandbox::new().file("a.txt", LEGACY).file("hasil", "ini berkas").run(&[
            "convert",
            "a.txt",
            "-o",
            "hasil/a.yaml",
        ]);
        assert_eq!(run.code, 2);
        assert!(run.err.contains("hasil"), "{}", run.err);
    }

    #[cfg(unix)]
    #[test]
    fn a_device_is_written_into_and_not_replaced() {
        use std::os::unix::fs::FileTypeExt;
        let run = Sandbox::new().file("a.txt", LEGACY).run(&["convert", "a.txt", "-o", "/dev/null", "--force"]);
        assert_eq!(run.code, 0, "{run:?}");
        assert!(std::fs::metadata("/dev/null").expect("a device").file_type().is_char_device());
    }

    #[cfg(unix)]
    #[test]
    fn a_result_is_an_ordinary_file_that_others_may_read() {
        use std::os::unix::fs::PermissionsExt;
        let sandbox = Sandbox::new().file("a.txt", LEGACY);
        sandbox.run(&["convert", "a.txt", "-o", "a.yaml"]);
        let mode = |name: &str| std::fs::metadata(sandbox.path(name)).expect("a file").permissions().mode();
        assert_eq!(mode("a.yaml"), mode("a.txt"));
    }
}

mod render {
    use super::*;

    #[test]
    fn the_table_shows_symbols_and_branches_in_the_actor_columns() {
        let run = Sandbox::new().file("a.yaml", SOUND).run(&["render", "a.yaml", "--width", "160"]);
        assert_eq!(run.code, 0, "{run:?}");
        for words in
            ["Pelaksana", "Mutu Baku", "◇ ya→3", "tidak→1", "Sekretaris", "15 menit", "NIP 19700101 199503 1 001"]
        {
            assert!(run.out.contains(words), "{words}: {}", run.out);
        }
    }

    #[test]
    fn the_table_fits_the_width_and_breaks_no_word() {
        let sandbox = Sandbox::new().file("a.yaml", SOUND);
        for width in ["80", "100", "132", "160"] {
            let run = sandbox.run(&["render", "a.yaml", "--width", width]);
            let widest = run.out.lines().map(|line| line.chars().count()).max();
            assert!(widest <= width.parse().ok(), "{width}: {widest:?}\n{}", run.out);
            for word in ["Kelengkapan", "Menyerahkan", "terperiksa", "secepatnya"] {
                assert!(run.out.contains(word), "{width} {word}: {}", run.out);
            }
        }
    }

    #[test]
    fn narrow_tables_name_the_actors_below() {
        let run = Sandbox::new().file("a.yaml", SOUND).run(&["render", "a.yaml", "--width", "80"]);
        for words in ["B = Sekretaris Camat\n", "Y→3", "T→1", "Y ya   T tidak"] {
            assert!(run.out.contains(words), "{words}: {}", run.out);
        }
    }

    #[test]
    fn no_terminal_is_too_narrow() {
        let run = Sandbox::new().file("a.yaml", SOUND).run(&["render", "a.yaml", "--width", "1"]);
        assert!(run.code == 0 && run.out.contains("Pelaksana") | run.out.contains("Mutu"), "{run:?}");
    }

    #[test]
    fn ascii_tables_have_no_other_letters() {
        let run = Sandbox::new().file("a.yaml", SOUND).run(&["render", "a.yaml", "--ascii"]);
        assert!(run.out.is_ascii() && run.out.contains("<> Y>3"), "{}", run.out);
    }

    #[test]
    fn yaml_is_rendered_by_the_name_of_the_result() {
        let sandbox = Sandbox::new().file("a.txt", LEGACY);
        assert_eq!(sandbox.run(&["render", "a.txt", "-o", "a.yaml"]).code, 0);
        assert!(sandbox.read("a.yaml").contains("versi: 1"));
        let again = sandbox.run(&["render", "a.txt", "-o", "a.yaml"]);
        assert_eq!(again.code, 2);
        assert!(again.err.contains("sudah ada"), "{}", again.err);
    }

    #[test]
    fn prints_go_by_the_name_of_the_result() {
        let sandbox = Sandbox::new().file("a.yaml", SOUND);
        for (name, start, paper) in
            [("a.pdf", "%PDF-1.7", "a4"), ("a.svg", "<svg ", "f4"), ("a.html", "<!DOCTYPE html>", "a4")]
        {
            let run = sandbox.run(&["render", "a.yaml", "-o", name, "--paper", paper]);
            assert_eq!((run.code, run.out.as_str()), (0, ""), "{run:?}");
            let bytes = std::fs::read(sandbox.path(name)).expect("a file");
            assert!(bytes.starts_with(start.as_bytes()), "{name}");
        }
        assert_eq!(sandbox.names(), ["a.html", "a.pdf", "a.svg", "a.yaml"]);
    }

    #[test]
    fn what_cannot_be_rendered_is_an_error() {
        let sandbox = Sandbox::new().file("s/a.yaml", SOUND);
        for (arguments, words) in [
            (&["render", "hilang.yaml"][..], "hilang.yaml: tidak ditemukan"),
            (&["render", "s"], "satu berkas"),
            (&["render", "s/a.yaml", "-o", "a.xyz"], "--to"),
        ] {
            let run = sandbox.run(arguments);
            assert_eq!(run.code, 2, "{run:?}");
            assert!(run.err.contains(words), "{}", run.err);
        }
        assert_eq!(sandbox.names(), ["s/a.yaml"]);
    }
}

mod others {
    use super::*;

    #[test]
    fn a_new_sop_is_read_by_our_own_reader_and_invents_nothing() {
        let sandbox = Sandbox::new();
        assert_eq!(sandbox.run(&["new", "Surat: \"Masuk\" #1", "-o", "a.yaml"]).code, 0);
        let run = sandbox.run(&["render", "a.yaml"]);
        assert!(run.out.contains("Nama SOP          : Surat: \"Masuk\" #1\n"), "{run:?}");
        assert!(run.out.contains("Disahkan oleh     : (kosong)\n"), "{}", run.out);
        assert_eq!(sandbox.run(&["new", "Lain", "-o", "a.yaml"]).code, 2);
        assert!(sandbox.read("a.yaml").contains("Masuk"));
    }

    #[test]
    fn every_key_of_a_step_and_of_the_form_is_explained_in_the_template() {
        let run = Sandbox::new().run(&["new", "Contoh"]);
        let schema: Value = serde_json::from_str(&Sandbox::new().run(&["schema"]).out).expect("JSON");
        let top = schema["properties"].as_object().expect("properties");
        let keys = top.keys().filter(|key| !["abaikan", "konversi"].contains(&key.as_str()));
        for key in keys.map(String::as_str).chain(["uraian", "simbol", "waktu", "ya", "tidak", "lanjut", "bersama"]) {
            assert!(run.out.contains(&format!("{key}:")), "{key}");
        }
    }

    #[test]
    fn explain_prints_a_page_or_the_list() {
        let sandbox = Sandbox::new();
        let page = sandbox.run(&["explain", "s009"]);
        assert!(page.code == 0 && page.out.starts_with("S009 unused-text (saran)\n"), "{page:?}");
        assert_eq!(page.out, sandbox.run(&["explain", "unused-text"]).out);
        assert!(!page.out.contains("```") && !page.out.contains("## "), "{}", page.out);
        assert!(sandbox.run(&["explain"]).out.contains("S009  unused-text"));
        let unknown = sandbox.run(&["explain", "S0099"]);
        assert!(unknown.code == 2 && unknown.err.contains("yang paling mirip: S009"), "{unknown:?}");
    }

    #[test]
    fn completions_name_the_verbs() {
        let run = Sandbox::new().run(&["completions", "bash"]);
        assert!(run.code == 0 && run.out.contains("convert"), "{}", run.err);
    }

    #[test]
    fn version_and_help_go_to_standard_output() {
        let sandbox = Sandbox::new();
        assert_eq!(sandbox.run(&["--version"]).out, format!("sop {}\n", env!("CARGO_PKG_VERSION")));
        let (short, long) = (sandbox.run(&["-h"]), sandbox.run(&["--help"]));
        assert!(short.code == 0 && short.out.contains("Pemakaian: ") && !short.out.contains("Contoh:"), "{short:?}");
        assert!(long.out.contains("Contoh:") && long.out.len() > short.out.len(), "{long:?}");
        for verb in ["check", "convert", "render", "explain", "new", "schema", "completions"] {
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
            (&["check", "a", "--format", "xml"], "yang ada: full, concise, json"),
            (&["check", "a", "--stricct"], "mungkin maksudnya: --strict"),
        ] {
            let run = sandbox.run(arguments);
            assert_eq!((run.code, run.out.as_str()), (2, ""), "{run:?}");
            assert!(run.err.contains(words), "{}", run.err);
        }
        assert!(sandbox.run(&["periksa", "--lang", "en"]).err.contains("unrecognized subcommand"));
    }

    #[test]
    fn a_reader_that_leaves_early_is_no_failure() {
        let many = [SOUND; 400].join("---\n");
        let sandbox = Sandbox::new().file("a.yaml", many);
        let arguments = ["check", "a.yaml", "--select", "S502", "--format=json", "--strict"];
        let mut child = sandbox.command(&arguments).stdin(Stdio::null()).spawn().expect("the program starts");
        let mut first = String::new();
        BufReader::new(child.stdout.take().expect("standard output")).read_line(&mut first).expect("a line");
        assert!(!first.is_empty());
        assert_eq!(child.wait().expect("the program ends").code(), Some(0));
    }
}
