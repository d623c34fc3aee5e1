//! `sop check`: verdicts, the three reports, and inputs of every kind.

use super::{LEGACY, SOUND, objects};
use crate::support::sandbox::Sandbox;

#[test]
fn a_file_without_findings_at_the_failing_level_exits_with_0() {
    let run = Sandbox::new().file("a.txt", LEGACY).run(&["check", "a.txt", "--select", "S009"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.out.ends_with("0 saran, 1 catatan di 1 berkas\n"), "{}", run.out);
    assert_eq!(run.err, "");
}

#[test]
fn full_shows_the_line_and_where_it_stands_and_what_to_do() {
    let run = Sandbox::new().file("a.txt", LEGACY).run(&["check", "a.txt", "--select", "S009"]);
    assert!(run.out.starts_with("a.txt: catatan bacaan: "), "{}", run.out);
    for words in ["  S009 Teks `\"Kalimat ini tidak termasuk", " (baris 8)\n", "\n       → pindahkan"] {
        assert!(run.out.contains(words), "{words}: {}", run.out);
    }
    let run = Sandbox::new().file("a.txt", LEGACY).run(&["check", "a.txt", "--select", "S101"]);
    for words in ["galat[S101]: ", " ╭▸ a.txt\n", "bantuan: "] {
        assert!(run.out.contains(words), "{words}: {}", run.out);
    }
    assert!(!run.out.contains('\u{1b}'), "no colours into a pipe");
}

#[test]
fn an_error_exits_with_1_and_is_located_in_the_readers_words() {
    let text = SOUND.replace("tanggal_efektif: 2024-07-08", "tanggal_efektif: 2024-06-31");
    let run = Sandbox::new().file("a.yaml", text).run(&["check", "a.yaml", "--select", "S205"]);
    assert_eq!(run.code, 1, "{run:?}");
    for words in ["galat[S205]: ", "a.yaml:10:20", "━ Tanggal Efektif", "1 galat, 0 peringatan, 0 saran di 1 berkas"]
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
    assert!(lines[0].starts_with("a.txt:8:1: catatan S009 "), "{}", lines[0]);
}

/// Beside its table stands a line that may be what is missing.
const DOUBTFUL: &str = "Nomor SOP\t900/12/2023\nNama SOP\tEVALUASI KINERJA\n\n\
    | NO | AKTIVITAS | CAMAT | KELENGKAPAN | WAKTU | OUTPUT |\n\
    | 1 | Memerintahkan evaluasi | Mulai | Tupoksi | 15 | Perintah Camat |\nentah 15 menit apa ini\n";

#[test]
fn what_may_stand_there_unread_is_a_note_that_names_its_places_once() {
    let sandbox = Sandbox::new().file("a.txt", DOUBTFUL);
    let run =
        |more: &[&str]| sandbox.run(&[&["check", "a.txt", "--select", "S101,S602", "--format=concise"], more].concat());
    let id = run(&[]);
    assert_eq!(
        (id.code, id.out.as_str()),
        (
            0,
            "a.txt: catatan S101 unsur wajib identitas kosong, tetapi belum pasti (4×): Dasar Hukum, Disahkan oleh, Tanggal Efektif, \
             Tanggal Pembuatan\n\
             a.txt:5:50: catatan S602 Langkah 1, Waktu: waktu tanpa satuan, tetapi belum pasti; teks `entah 15 menit apa ini` di \
             dekatnya tidak dikenali (baris 6)\n"
        )
    );
    let en = run(&["--lang", "en"]);
    assert!(
        en.out.contains("note S602 Step 1, Waktu: a duration without a unit, but that is not certain; the text"),
        "{en:?}"
    );
}

#[test]
fn json_has_every_member_and_offsets_that_cut_the_text() {
    let run = Sandbox::new().file("a.txt", LEGACY).run(&["check", "a.txt", "--select", "S009", "--format=json"]);
    let found = objects(&run.out);
    let one = found[0].as_object().expect("an object");
    let members =
        ["code", "name", "severity", "message", "help", "file", "sop", "path", "place", "span", "related", "fix"];
    assert_eq!(one.keys().map(String::as_str).collect::<Vec<_>>().len(), members.len());
    assert!(members.iter().all(|member| one.contains_key(*member)), "{one:?}");
    assert_eq!((one["code"].as_str(), one["severity"].as_str()), (Some("S009"), Some("note")));
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
    assert!(run.out.contains("a.txt: reading notes: "), "{}", run.out);
    assert!(run.out.ends_with("0 errors, 0 warnings, 0 suggestions, 1 note in 1 file\n"), "{}", run.out);
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
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{name}: {run:?}");
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
fn a_folder_is_checked_in_order_of_names_without_hidden_files_schemas_and_readmes() {
    let sandbox = Sandbox::new().file("s/b.txt", LEGACY).file("s/a/c.txt", LEGACY).file("s/z.txt", LEGACY);
    let sandbox = sandbox
        .file("s/.rahasia.txt", LEGACY)
        .file("s/sop.schema.json", "{}")
        .file("s/foto.jpg", "x")
        .file("s/README.md", "Isi");
    let run = sandbox.run(&["check", "s", "--select", "S009", "--format=concise"]);
    let files: Vec<&str> = run.out.lines().filter_map(|line| line.split(':').next()).collect();
    assert_eq!(files, ["s/a/c.txt", "s/b.txt", "s/z.txt"], "{run:?}");
}

#[test]
fn of_a_text_and_the_yaml_made_of_it_the_yaml_is_checked() {
    let sandbox = Sandbox::new().file("s/a.txt", LEGACY);
    assert_eq!(sandbox.run(&["convert", "s/a.txt", "-o", "s/lain.yaml"]).code, 0);
    let run = sandbox.run(&["check", "s", "--format=concise"]);
    assert!(run.out.contains("s/lain.yaml:") && !run.out.contains("s/a.txt"), "{}", run.out);
    // A YAML that somebody wrote beside it is another document.
    let sandbox = sandbox.file("t/a.txt", LEGACY).file("t/a.yaml", SOUND);
    assert!(sandbox.run(&["check", "t"]).out.ends_with("di 2 berkas\n"));
    assert_eq!(sandbox.run(&["convert", "s/a.txt", "-o", "s/a.yaml"]).code, 0);
    let named = sandbox.run(&["check", "s/a.txt", "s/a.yaml"]);
    assert!(named.out.ends_with("di 2 berkas\n"), "{}", named.out);
}

/// What was made of a document counts once: a print in any form beside its YAML, a copy with comments beside its original.
#[test]
fn prints_and_copies_with_comments_are_no_documents_of_their_own() {
    let office = include_bytes!("../data/office/pinjam-arsip-drawingml.docx");
    let sandbox = Sandbox::new().file("s/a.yaml", SOUND).file("s/a.docx", office).file("s/a.xlsx", office);
    let sandbox = sandbox.file("s/b.docx", office).file("s/b.dicatat.docx", office).file("s/c.dicatat.docx", office);
    let print = include_bytes!("../data/office/sel-gabung.pdf");
    let sandbox = sandbox.file("s/d.pdf", print).file("s/d.dicatat.pdf", print);
    let run = sandbox.run(&["check", "s", "--select", "S009"]);
    assert!(run.err.contains("4 cetakan atau salinan yang berkas asalnya ada di sampingnya"), "{run:?}");
    assert!(run.out.contains("di 4 berkas"), "{run:?}");
}

/// Of the files of a folder those that a pattern leaves out, and those that one in quotes means.
#[test]
fn patterns_leave_out_and_choose_files_of_folders() {
    let sandbox = Sandbox::new().file("s/a.txt", LEGACY).file("s/arsip/b.txt", LEGACY).file("s/c.md", LEGACY);
    let sandbox = sandbox.file("s/compose.yml", "services: {}\n").file("s/kosong.txt", "");
    let files = |arguments: &[&str]| {
        let run = sandbox.run(&[&["check", "--select", "S009", "--format=concise"], arguments].concat());
        let names: Vec<String> = run.out.lines().filter_map(|it| it.split(':').next()).map(str::to_owned).collect();
        (names, run.code, run.err)
    };
    let all = files(&["s"]);
    assert_eq!((all.0.join(" ").as_str(), all.1), ("s/a.txt s/arsip/b.txt s/c.md", 0));
    assert!(all.2.contains("2 bukan SOP: s/compose.yml, s/kosong.txt"), "{}", all.2);
    assert_eq!(files(&["s", "--exclude", "arsip/,*.md"]).0, ["s/a.txt"]);
    assert_eq!(files(&["s/*.txt"]).0, ["s/a.txt"]);
    assert_eq!(files(&["s/**/*.txt", "--exclude", "a.txt"]).0, ["s/arsip/b.txt"]);
    assert!(files(&["s/*.pdf"]).2.contains("s/*.pdf: tidak ada berkas SOP yang cocok"));
    let settings = "lewati = [\"arsip/\", \"*.md\"]\n";
    std::fs::write(sandbox.path("s/sop.toml"), settings).unwrap();
    assert_eq!(files(&["s"]).0, ["s/a.txt"], "the settings of the folder pass over the rest");
    assert_eq!(files(&["s/c.md"]).0, ["s/c.md"], "what is named is meant");
    assert_eq!(files(&["s", "--no-config"]).0.len(), 3);
    assert_eq!(sandbox.run(&["convert", "s", "-o", "hasil"]).code, 0);
    assert_eq!(sandbox.run(&["render", "s", "-o", "cetakan", "--to", "md"]).code, 0);
    assert!(sandbox.path("cetakan/a.md").exists() && !sandbox.path("cetakan/c.md").exists());
    assert!(sandbox.path("hasil/a.yaml").exists() && !sandbox.path("hasil/c.yaml").exists());
    std::fs::remove_file(sandbox.path("s/sop.toml")).unwrap();
    assert!(files(&["s", "--exclude", "{"]).2.contains("--exclude `{`: bukan pola"));
    assert_eq!(sandbox.run(&["convert", "s/a.txt", "-o", "s/a.yaml"]).code, 0);
    assert_eq!(files(&["s/*.txt"]).0, ["s/a.txt"], "the text that was named, not the YAML made of it");
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

#[test]
fn what_the_program_did_not_understand_fails_no_run_unless_the_office_wants_it_to() {
    let sandbox = Sandbox::new()
        .file("a.txt", LEGACY)
        .file("keras/sop.toml", "tingkat = {S009 = \"galat\"}")
        .file("keras/a.txt", LEGACY);
    let run = |options: &[&str]| sandbox.run(&[&["check", "--select", "S009", "--strict"], options].concat());
    assert_eq!(run(&["a.txt"]).code, 0);
    let louder = run(&["keras/a.txt"]);
    assert!(louder.code == 1 && louder.out.contains("galat[S009]: "), "{louder:?}");
    assert_eq!(run(&["a.txt", "--ignore", "S009"]).out, "0 galat, 0 peringatan, 0 saran di 1 berkas\n");
    assert_eq!(run(&["a.txt", "--write-baseline", "lama.json"]).code, 0);
    let known = run(&["a.txt", "--baseline", "lama.json"]);
    assert!(known.out.starts_with("0 galat") && known.err.starts_with("1 catatan lama"), "{known:?}");
}

#[test]
fn a_blank_beside_text_that_was_not_understood_is_no_fault() {
    let blank = LEGACY.replace("Surat tercatat\t1 jam\tDisposisi Camat", "Surat tercatat\t1 jam\t");
    let severity = |text: &str| {
        let run = Sandbox::new().file("a.txt", text).run(&["check", "a.txt", "--select=S501", "--format=json"]);
        objects(&run.out).iter().map(|it| it["severity"].as_str().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    let certain: String = blank.lines().filter(|it| !it.starts_with('"')).map(|it| format!("{it}\n")).collect();
    assert_eq!(severity(&certain), ["error"]);
    assert_eq!(severity(&blank), ["note"]);
}

#[test]
fn files_of_a_folder_that_are_no_sops_are_passed_over_and_counted() {
    let sandbox = Sandbox::new()
        .file("s/a.yaml", SOUND)
        .file("s/mkdocs.yml", "site_name: Dokumen\nnav:\n  - Beranda: index.md\n")
        .file("s/package.json", "{\"name\": \"situs\", \"version\": \"1.0.0\"}")
        .file("s/rusak.yml", "nama: [")
        .file("s/catatan-rapat.txt", "Rapat ditunda sampai hari Senin.\n");
    for name in ["laporan.html", "laporan.md", "laporan.csv", "laporan.json"] {
        assert!(sandbox.run(&["check", "s/a.yaml", "-o", &format!("s/{name}")]).code < 2);
    }
    assert!(sandbox.run(&["check", "s/a.yaml", "--format=catatan-csv", "-o", "s/catatan.csv"]).code < 2);
    let run = sandbox.run(&["check", "s", "--select", "S2"]);
    assert!(run.code == 0 && run.out.ends_with(" di 1 berkas\n"), "{run:?}");
    assert!(run.err.contains("9 bukan SOP: ") && run.err.contains("s/mkdocs.yml"), "{}", run.err);
    assert_eq!(sandbox.run(&["check", "s/package.json"]).code, 2, "what is named itself is read");
    let broken =
        Sandbox::new().file("s/a.yaml", SOUND).file("s/b.yaml", "versi: 1\nidentitas: [\n").run(&["check", "s"]);
    assert_eq!(broken.code, 2, "a broken SOP is no other file");
}

#[test]
fn a_folder_ends_with_a_glance_at_it() {
    let late = SOUND.replace("tanggal_efektif: 2024-07-08", "tanggal_efektif: 2024-06-31");
    let sandbox = Sandbox::new()
        .file("s/umum/baik.yaml", SOUND)
        .file("s/umum/buruk.yaml", &late)
        .file("s/keuangan/buruk.yaml", &late);
    let out = sandbox.run(&["check", "s", "--select", "S205,S404"]).out;
    let glance = out.split_once("Folder ").map(|it| it.1).unwrap_or_else(|| panic!("{out}"));
    let order = [
        "s/keuangan ",
        "s/umum ",
        "Temuan tersering",
        "S205 ",
        "Dokumen, terburuk dahulu",
        "buruk.yaml",
        "Perbaiki dahulu: S205",
    ];
    let places: Vec<usize> =
        order.iter().map(|it| glance.find(it).unwrap_or_else(|| panic!("{it}: {glance}"))).collect();
    assert!(places.is_sorted(), "{glance}");
    assert!(glance.contains("\n  sop check s --select S205\n"), "{glance}");
    assert!(sandbox.run(&["check", "s", "--statistics"]).out.contains("Dokumen, terburuk dahulu"));
    assert!(!sandbox.run(&["check", "s/umum/buruk.yaml", "s/umum/baik.yaml"]).out.contains("terburuk"));
}

/// Suggestions only, and two errors.
const MILD: &str = "versi: 1\nkegiatan:\n  - {nomor: 1, uraian: Menyusun draft laporan, waktu: 1 jam}\n";
const GRAVE: &str = "versi: 1\nkegiatan:\n  - {nomor: 1, uraian: Menyusun draf, waktu: \"10\"}\n  - {nomor: 1, uraian: Menyimpan draf, waktu: \"5\"}\n";

#[test]
fn snippets_of_a_folder_begin_with_the_worst_document_and_lines_stay_in_order() {
    let sandbox = Sandbox::new().file("d/a.yaml", MILD).file("d/b.yaml", GRAVE).file("d/c.yaml", MILD);
    let select = "--select=S602,S807";
    let places = |format: &str| {
        let run = sandbox.run(&["check", "d", select, format]);
        let names = ["a", "b", "c"].map(|it| (run.out.find(&format!("{it}.yaml")).expect("it is told"), it));
        let mut names = names.to_vec();
        names.sort_unstable();
        names.into_iter().map(|(_, it)| it).collect::<String>()
    };
    assert_eq!(places("--format=full"), "bac");
    assert_eq!(places("--format=concise"), "abc");
    assert_eq!(places("--format=json"), "abc");
}

#[test]
fn the_same_fault_in_many_places_is_one_finding_for_people_and_one_each_for_annotations() {
    let sandbox =
        Sandbox::new().file("b.yaml", GRAVE.replace("nomor: 1, uraian: Menyimpan", "nomor: 2, uraian: Menyimpan"));
    let run = |format: &str| sandbox.run(&["check", "b.yaml", "--select=S602", format]).out;
    let concise = run("--format=concise");
    assert_eq!(concise.lines().count(), 1, "{concise}");
    assert!(concise.ends_with("waktu `10` di langkah 1 tanpa satuan; begitu juga `5` (langkah 2)\n"), "{concise}");
    assert_eq!(run("--format=github").lines().count(), 2);
    let json: serde_json::Value = serde_json::from_str(&run("--format=json")).expect("JSON");
    assert_eq!(json[0]["related"][0]["path"], "kegiatan/2/waktu");
    assert!(run("--format=full").contains("1 galat"), "what is counted is what is listed");
}
