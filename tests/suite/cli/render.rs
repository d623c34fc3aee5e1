//! `sop render`: tables that fit, prints by the name of the result.

use super::{LEGACY, SOUND};
use crate::support::sandbox::Sandbox;

#[test]
fn the_table_shows_symbols_and_branches_in_the_actor_columns() {
    let run = Sandbox::new().file("a.yaml", SOUND).run(&["render", "a.yaml", "--width", "160"]);
    assert_eq!(run.code, 0, "{run:?}");
    for words in ["Pelaksana", "Mutu Baku", "◇ ya→3", "tidak→1", "Sekretaris", "15 menit", "NIP 19700101 199503 1 001"]
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
fn a_branch_to_one_cell_of_a_row_stays_whole() {
    let text = SOUND.replace("tidak: 4.sekcam", "tidak: 4.sekretaris").replace("sekcam", "sekretaris");
    let run = Sandbox::new().file("a.yaml", text).run(&["render", "a.yaml", "--width", "160"]);
    assert!(run.out.contains("tidak→4.sekretaris"), "{}", run.out);
}

#[test]
fn the_table_says_dates_as_people_write_them() {
    let run = Sandbox::new().file("a.yaml", SOUND).run(&["render", "a.yaml"]);
    assert!(run.out.contains("Tanggal Efektif   : 8 Juli 2024\n"), "{}", run.out);
}

#[test]
fn no_terminal_is_too_narrow() {
    let run = Sandbox::new().file("a.yaml", SOUND).run(&["render", "a.yaml", "--width", "1"]);
    assert!(run.code == 0 && run.out.contains("\n  Pengelolaan\n") && run.out.contains("│Pel│\n│  │aks│"), "{run:?}");
}

#[test]
fn nothing_in_a_document_steers_the_terminal() {
    let text = SOUND
        .replace("nama: Camat}", "nama: \"Ca\\e[31m\\tmat\\u202e\"}")
        .replace("Buku agenda\n", "\"Buku\\a agenda\"\n");
    let run = Sandbox::new().file("a.yaml", text).run(&["render", "a.yaml"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(!run.out.contains(|it: char| it.is_control() && it != '\n' || it == '\u{202e}'), "{:?}", run.out);
    let widths: Vec<usize> = run.out.lines().filter(|it| it.starts_with('│')).map(|it| it.chars().count()).collect();
    assert!(widths.windows(2).all(|pair| pair[0] == pair[1]), "{}", run.out);
}

#[test]
fn ascii_tables_have_no_other_letters() {
    let run = Sandbox::new().file("a.yaml", SOUND).run(&["render", "a.yaml", "--ascii"]);
    assert!(run.out.is_ascii() && run.out.contains("<>") && run.out.contains("Y>3"), "{}", run.out);
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
fn the_print_can_be_verified_without_writing_it() {
    let sandbox = Sandbox::new().file("a.yaml", SOUND);
    let run = sandbox.run(&["render", "a.yaml", "--verify", "--paper", "f4"]);
    assert_eq!(
        (run.code, run.out.as_str(), run.err.as_str()),
        (0, "", "a.yaml: cetakan bersih, 1 halaman\n"),
        "{run:?}"
    );
    let run = sandbox.run(&["render", "a.yaml", "--verify", "-o", "a.svg", "--lang", "en"]);
    assert_eq!((run.code, run.err.as_str()), (0, "a.yaml: the print is clean, 2 pages\n"), "{run:?}");
    assert_eq!(sandbox.names(), ["a.svg", "a.yaml"]);
}

#[test]
fn all_sops_of_a_file_are_printed() {
    let two =
        format!("{SOUND}---\n{}", SOUND.replace("nama: Pengelolaan Surat Masuk", "nama: Pengelolaan Surat Keluar"));
    let sandbox = Sandbox::new().file("a.yaml", two);
    for name in ["a.svg", "a.html"] {
        assert_eq!(sandbox.run(&["render", "a.yaml", "-o", name]).code, 0);
        let text = sandbox.read(name);
        assert!(text.contains("Keluar") && text.matches("id=\"halaman-1\"").count() == 1, "{name}");
    }
}

#[test]
fn what_cannot_be_rendered_is_an_error() {
    let sandbox = Sandbox::new().file("s/a.yaml", SOUND);
    for (arguments, words) in [
        (&["render", "hilang.yaml"][..], "hilang.yaml: tidak ditemukan"),
        (&["render", "s"], "-o FOLDER"),
        (&["render", "s/a.yaml", "-o", "a.xyz"], "--to"),
    ] {
        let run = sandbox.run(arguments);
        assert_eq!(run.code, 2, "{run:?}");
        assert!(run.err.contains(words), "{}", run.err);
    }
    assert_eq!(sandbox.names(), ["s/a.yaml"]);
}

/// Words of a branch stand at its arrow where the lane has room, and under the activity in any case; dashed arrows are dashed.
#[test]
fn the_table_draws_words_and_dashes_of_branches() {
    let sop = "versi: 1\npelaksana:\n  - {id: a, nama: Pengadministrasi Umum}\n  - {id: b, nama: Kepala Subbagian}\nkegiatan:\n  \
               - {nomor: 1, uraian: Menerima, pelaksana: a}\n  \
               - {nomor: 2, uraian: Memeriksa, pelaksana: b, simbol: keputusan, ya: {ke: 3, label: Lengkap, garis: putus}, tidak: 1}\n  \
               - {nomor: 3, uraian: Menyimpan, pelaksana: a}\n";
    let sandbox = Sandbox::new().file("a.yaml", sop);
    let table = sandbox.run(&["render", "a.yaml", "--width", "120"]).out;
    assert!(table.contains("┏╍╍╍") && table.contains("Lengkap┛") && table.contains("Lengkap ⇢ 3"), "{table}");
    let ascii = sandbox.run(&["render", "a.yaml", "--width", "120", "--ascii"]).out;
    assert!(ascii.contains("+~~~") && ascii.contains("Lengkap+"), "{ascii}");
}
