//! Reports on a terminal: columns of wide letters, long lines, several SOPs, fixes, colours.

use super::two;
use crate::support::sandbox::Sandbox;
use std::time::{Duration, Instant};
use unicode_width::UnicodeWidthStr;

/// The underline of the first finding stands below these words, in columns of the terminal.
#[track_caller]
fn assert_below(out: &str, words: &str) {
    let lines: Vec<&str> = out.lines().collect();
    let at = lines.iter().position(|it| it.contains('━')).unwrap_or_else(|| panic!("no underline: {out}"));
    let (text, line) = (lines[at - 1], lines[at]);
    let start = text.find(words).unwrap_or_else(|| panic!("`{words}` is not above the underline:\n{out}"));
    let underline = line.find('━').expect("an underline");
    assert_eq!(text[..start].width(), line[..underline].width(), "{out}");
    assert_eq!(line.matches('━').count(), words.width(), "{out}");
}

/// A row whose duration has no unit stands behind these words.
fn behind(words: &str) -> String {
    format!(
        "No\tKegiatan\tStaf\tKelengkapan\tWaktu\tOutput\n1\tMenerima surat\tv\t{words}\t15\tNota\n2\tMengirim surat\tv\tNota\t1 jam\tArsip\n"
    )
}

#[test]
fn columns_are_right_behind_wide_and_combining_letters() {
    for words in ["Surat", "文書管理の記録", "cafe\u{301} e\u{301}e\u{301}", "😀😀 surat", "ｗｉｄｅ", "Surat\u{a0}é"]
    {
        let run = Sandbox::new().file("a.txt", behind(words)).run(&["check", "a.txt", "--select", "S602"]);
        assert_below(&run.out, "15");
    }
}

#[test]
fn a_line_of_a_thousand_letters_is_shown_around_the_place() {
    let words = "surat keputusan ".repeat(70);
    let sandbox = Sandbox::new().file("a.txt", behind(words.trim()));
    for width in ["80", "160"] {
        let mut command = sandbox.command(&["check", "a.txt", "--select", "S602"]);
        let run = crate::support::sandbox::Run::from(command.env("COLUMNS", width).output().expect("the program runs"));
        assert_below(&run.out, "15");
        let widest = run.out.lines().map(UnicodeWidthStr::width).max();
        assert!(widest <= width.parse().ok(), "{widest:?} columns of {width}: {}", run.out);
    }
}

/// A picture that looked through the whole line for each finding would take half a minute.
#[test]
fn findings_in_one_endless_line_take_time_with_their_number() {
    let step = |at| format!("{{\"nomor\":{at},\"uraian\":\"Menerima\"}}");
    let steps: Vec<String> = (1..=4000).map(step).collect();
    let json = format!("{{\"versi\":1,\"kegiatan\":[{}]}}", steps.join(","));
    let begun = Instant::now();
    let run = Sandbox::new().file("a.json", json).run(&["check", "a.json", "--select", "S803"]);
    assert!(run.out.contains("a.json:1:"), "{}", run.out);
    assert!(begun.elapsed() < Duration::from_secs(10), "took {:?}", begun.elapsed());
}

#[test]
fn what_stands_far_behind_a_place_changes_nothing_of_its_picture() {
    let shown = |tail: String| {
        let text = behind("Surat").replace("15\tNota", &format!("15\tNota {tail}"));
        let sandbox = Sandbox::new().file("a.txt", text);
        let mut command = sandbox.command(&["check", "a.txt", "--select", "S602"]);
        crate::support::sandbox::Run::from(command.env("COLUMNS", "80").output().expect("the program runs")).out
    };
    let plain = shown("x".repeat(600));
    assert!(plain.contains("xx…\n"), "{plain}");
    assert_eq!(plain, shown("x".repeat(6000)));
    // A letter of two bytes behind what is seen.
    assert_eq!(plain, shown(format!("{}é{}", "x".repeat(80), "x".repeat(519))));
}

#[test]
fn what_does_not_fit_beside_a_mark_stands_below() {
    let out = seed("lamandau-sosial-monev", "160");
    assert!(out.contains("tempat: langkah 1, Output, butir 1"), "{out}");
    assert!(out.contains("━━━━━━━━━ Instansi\n"), "{out}");
}

#[test]
fn no_word_of_prose_is_broken_at_the_edge_of_the_terminal() {
    for width in [60, 80] {
        let out = seed("lamandau-sosial-monev", &width.to_string());
        let wide: Vec<&str> = out.lines().filter(|it| it.width() > width && !it.contains('━')).collect();
        assert!(wide.is_empty(), "{wide:#?}");
    }
}

fn seed(name: &str, width: &str) -> String {
    let text = crate::support::golden::content(&format!("sops/{name}.txt"));
    let sandbox = Sandbox::new().file("a.txt", text);
    let mut command = sandbox.command(&["check", "a.txt"]);
    crate::support::sandbox::Run::from(command.env("COLUMNS", width).output().expect("the program runs")).out
}

#[test]
fn the_sops_of_a_file_are_told_apart() {
    let full = two("full");
    let heads: Vec<&str> = full.lines().filter(|it| it.starts_with("══ ")).collect();
    assert_eq!(heads, ["══ dua.yaml, SOP 1: Surat Masuk", "══ dua.yaml, SOP 2: Surat Keluar"]);
    let concise = two("concise");
    assert!(concise.lines().nth(1).is_some_and(|it| it.ends_with(" [SOP 2: Surat Keluar]")), "{concise}");
    let one = Sandbox::new().file("a.yaml", super::TWO.split("---").next().expect("one")).run(&["check", "a.yaml"]);
    assert!(!one.out.contains("══") && !one.out.contains("SOP 1:"), "{}", one.out);
}

#[test]
fn a_fix_is_shown_with_what_it_changes() {
    let text = super::TWO.replace("Menerima surat", "Menganalisa surat");
    let run = Sandbox::new().file("a.yaml", text).run(&["check", "a.yaml", "--select", "S807"]);
    assert!(run.out.contains("perbaikan: ") && run.out.contains("(aman)"), "{}", run.out);
    assert!(run.out.contains("`Menganalisa` → `Menganalisis`"), "{}", run.out);
}

#[test]
fn colours_change_no_letter() {
    for name in ["lamandau-sosial-monev", "balangan-dispersip-monev"] {
        let text = crate::support::golden::content(&format!("sops/{name}.txt"));
        let sandbox = Sandbox::new().file("a.txt", text);
        let colored = sandbox.run(&["check", "a.txt", "--color", "always"]).out;
        let mut letters = String::new();
        for (at, part) in colored.split('\u{1b}').enumerate() {
            letters.push_str(if at > 0 { part.split_once('m').expect("a colour").1 } else { part });
        }
        assert!(colored.contains("\u{1b}["), "{colored}");
        assert_eq!(letters, sandbox.run(&["check", "a.txt"]).out);
    }
}

#[test]
fn colours_go_to_terminals_only_unless_asked_for() {
    let sandbox = Sandbox::new().file("a.yaml", super::TWO);
    let is_colored = |options: &[&str]| sandbox.run(&[&["check", "a.yaml"], options].concat()).out.contains('\u{1b}');
    assert!(!is_colored(&[]) && !is_colored(&["--color", "never"]));
    assert!(is_colored(&["--color", "always"]));
    assert!(!is_colored(&["--color", "always", "--format", "concise"]));
    sandbox.run(&["check", "a.yaml", "--color", "auto", "-o", "a.log"]);
    assert!(!sandbox.read("a.log").contains('\u{1b}'));
}
