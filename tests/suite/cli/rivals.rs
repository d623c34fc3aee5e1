//! Two runs that write one result at the same moment, and readers that leave before the end: whole files, and exit codes that tell
//! the outcome of the work.

use super::{LEGACY, SOUND};
use crate::support::sandbox::Sandbox;
use std::fs;
use std::process::{Child, Stdio};

/// A YAML with a fault that `--fix` mends.
const WORN: &str = "versi: 1\nidentitas:\n  nama: Pengelolaan Surat\nkegiatan:\n  - nomor: 1\n    uraian: Menyusun oprasional\n    waktu: 5 menit\n";

/// So often two runs meet.
const ROUNDS: usize = 40;

fn second() -> String {
    SOUND.replace("nama: Pengelolaan Surat Masuk", "nama: Pengelolaan Surat Keluar")
}

fn started(sandbox: &Sandbox, arguments: &[&str]) -> Child {
    let mut command = sandbox.command(arguments);
    command.stdin(Stdio::null()).spawn().expect("the program starts")
}

/// Both runs at once: their exit codes, and what they said on standard error.
fn both(sandbox: &Sandbox, runs: [&[&str]; 2]) -> [(Option<i32>, String); 2] {
    runs.map(|arguments| started(sandbox, arguments)).map(|child| {
        let output = child.wait_with_output().expect("it ends");
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    })
}

/// Two ways to one result: each alone, then both at once, again and again.
fn rival(verb: &str, result: &str) {
    let sandbox = Sandbox::new().file("satu.yaml", SOUND).file("dua.yaml", second());
    let run = |from: &'static str| [verb, from, "-o", result, "--force"];
    let alone = ["satu.yaml", "dua.yaml"].map(|from| {
        assert_eq!(sandbox.run(&run(from)).code, 0);
        fs::read(sandbox.path(result)).expect("a result")
    });
    assert_ne!(alone[0], alone[1]);
    for round in 0..ROUNDS {
        // Over what is there, and into an empty place.
        if round % 2 == 1 {
            fs::remove_file(sandbox.path(result)).expect("it is there");
        }
        let ends = both(&sandbox, [&run("satu.yaml"), &run("dua.yaml")]);
        assert!(ends.iter().all(|(code, _)| *code == Some(0)), "{round}: {ends:?}");
        let written = fs::read(sandbox.path(result)).expect("a result");
        assert!(alone.contains(&written), "{round}: neither of the two");
    }
    assert_eq!(sandbox.names(), ["dua.yaml", result, "satu.yaml"]);
}

#[test]
fn two_runs_that_convert_to_one_file_leave_one_of_the_two() {
    rival("convert", "hasil.json");
}

#[test]
fn two_runs_that_print_to_one_file_leave_one_of_the_two() {
    rival("render", "hasil.pdf");
}

#[test]
fn of_two_runs_that_may_not_overwrite_one_has_its_result() {
    let sandbox = Sandbox::new().file("a.yaml", SOUND).file("b.yaml", second());
    let run = |from: &'static str| ["convert", from, "-o", "hasil.json"];
    for round in 0..ROUNDS {
        let ends = both(&sandbox, [&run("a.yaml"), &run("b.yaml")]);
        let won = ends.iter().position(|(code, _)| *code == Some(0)).expect("one has its result");
        let (code, said) = &ends[1 - won];
        assert!(*code == Some(2) && said.contains("hasil.json: sudah ada"), "{round}: {ends:?}");
        let names = ["Surat Masuk", "Surat Keluar"];
        assert!(sandbox.read("hasil.json").contains(names[won]), "{round}: what succeeded is there");
        fs::remove_file(sandbox.path("hasil.json")).expect("it is there");
    }
    assert_eq!(sandbox.names(), ["a.yaml", "b.yaml"]);
}

#[test]
fn two_runs_that_mend_one_file_leave_it_whole() {
    let mended = WORN.replace("oprasional", "operasional");
    let sandbox = Sandbox::new();
    for round in 0..ROUNDS {
        fs::write(sandbox.path("a.yaml"), WORN).expect("a file");
        let run: &[&str] = &["check", "--fix", "--select", "S805", "a.yaml"];
        let ends = both(&sandbox, [run, run]);
        assert_eq!(sandbox.read("a.yaml"), mended, "{round}: {ends:?}");
        // The one may see that the other has just written what it was about to mend, and leaves it alone.
        let is_sound = |(code, said): &(Option<i32>, String)| {
            *code == Some(0) || said.contains("a.yaml: tidak diperbaiki, karena")
        };
        assert!(ends.iter().all(is_sound) && ends.iter().any(|(code, _)| *code == Some(0)), "{round}: {ends:?}");
    }
    assert_eq!(sandbox.names(), ["a.yaml"]);
}

/// How it ends with its standard output going there: its exit code, and what it says on standard error.
fn ended(sandbox: &Sandbox, arguments: &[&str], out: Stdio) -> (Option<i32>, String) {
    let output = sandbox.command(arguments).stdin(Stdio::null()).stdout(out).output().expect("it ends");
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[test]
fn a_reader_that_leaves_changes_no_exit_code() {
    let sandbox = Sandbox::new().file("s/a.yaml", SOUND).file("s/b.txt", LEGACY).file("c.yaml", SOUND);
    let sandbox = sandbox.file("d.yaml", WORN);
    let runs: [&[&str]; 33] = [
        &["check", "s"],
        &["check", "s", "--strict"],
        &["check", "s", "hilang.yaml"],
        &["check", "s", "--format", "json"],
        &["check", "s", "--format", "html"],
        &["check", "s", "--format", "sarif"],
        &["check", "s", "--format", "github"],
        &["check", "s", "--format", "concise"],
        &["check", "d.yaml", "--fix", "--diff"],
        &["convert", "s/b.txt"],
        &["convert", "s/b.txt", "--to", "json"],
        &["convert", "hilang.txt"],
        &["render", "c.yaml"],
        &["render", "c.yaml", "s/a.yaml", "hilang.yaml"],
        &["render", "c.yaml", "--to", "svg"],
        &["render", "c.yaml", "--to", "pdf"],
        &["render", "c.yaml", "--to", "md"],
        &["render", "s", "--verify"],
        &["graph", "s"],
        &["graph", "s", "--to", "json"],
        &["time", "s"],
        &["time", "s", "hilang.yaml"],
        &["time", "s", "--format", "json"],
        &["explain"],
        &["explain", "S101"],
        &["explain", "S000"],
        &["config"],
        &["new", "SOP Baru", "-o", "-"],
        &["schema"],
        &["completions", "bash"],
        &["man"],
        &["--help"],
        &["--version"],
    ];
    for arguments in runs {
        let heard = ended(&sandbox, arguments, Stdio::piped());
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        assert_eq!(ended(&sandbox, arguments, writer.into()), heard, "{arguments:?}");
        assert!(!heard.1.contains("panic"), "{arguments:?}: {heard:?}");
    }
}
