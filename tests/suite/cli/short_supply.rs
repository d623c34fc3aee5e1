//! Little memory, and places that cannot be written to: what is ordinary works, what does not fit is told in words.

use super::{LEGACY, SOUND};
use crate::support::sandbox::Sandbox;
use std::fs;

#[cfg(target_os = "linux")]
mod memory {
    use super::{LEGACY, SOUND, Sandbox};
    use crate::support::sandbox::Run;
    use std::fmt::Write;
    use std::process::Command;

    /// Runs it with 64 MB of memory, and as many threads as there would be on a large machine; what hangs is ended.
    fn bounded(sandbox: &Sandbox, arguments: &[&str]) -> Run {
        let mut command = Command::new("sh");
        command.args(["-c", "ulimit -d 65536 && exec timeout 100 \"$0\" \"$@\"", env!("CARGO_BIN_EXE_sop")]);
        command.args(arguments).current_dir(sandbox.path("")).env_clear().env("RAYON_NUM_THREADS", "64");
        Run::from(command.output().expect("the shell"))
    }

    /// A text of more than a megabyte, in the form of an SOP.
    fn large() -> String {
        let mut text =
            "Nama SOP\tPengelolaan Surat\n\nNo\tKegiatan\tCamat\tStaf\tKelengkapan\tWaktu\tOutput\n".to_owned();
        for at in 1..=12_000 {
            let _ =
                writeln!(text, "{at}\tMenyusun laporan bulanan bagian {at}\t\tv\tDraf {at}\t15 menit\tLaporan {at}");
        }
        assert!(text.len() > 800_000, "{}", text.len());
        text
    }

    #[test]
    fn ordinary_documents_need_no_more_than_64_megabytes() {
        let sandbox = Sandbox::new().file("a.txt", LEGACY).file("b.yaml", SOUND);
        for arguments in [
            &["check", "a.txt"][..],
            &["check", "b.yaml", "--format", "html"],
            &["convert", "a.txt", "-o", "a.yaml", "--force"],
            &["time", "b.yaml"],
            &["graph", "."],
            &["render", "b.yaml"],
        ] {
            assert_eq!(bounded(&sandbox, arguments).code, sandbox.run(arguments).code, "{arguments:?}");
        }
        for kind in ["pdf", "pdfa", "docx", "xlsx", "svg", "html", "md", "png"] {
            let run = bounded(&sandbox, &["render", "b.yaml", "--to", kind, "-o", &format!("cetak-{kind}")]);
            assert_eq!(run.code, 0, "{kind}: {run:?}");
            assert!(sandbox.names().iter().any(|name| name.starts_with(&format!("cetak-{kind}"))), "{kind}");
        }
        for kind in ["pdf", "docx", "xlsx", "html"] {
            let name = format!("baca.{kind}");
            std::fs::rename(sandbox.path(&format!("cetak-{kind}")), sandbox.path(&name)).expect("a print");
            let run = bounded(&sandbox, &["check", &name]);
            assert!(run.code < 2, "{kind}: {run:?}");
        }
    }

    #[test]
    fn a_folder_is_worked_on_by_as_many_threads_as_memory_allows() {
        let sandbox = (0..60).fold(Sandbox::new(), |it, at| it.file(&format!("s/{at:02}.txt"), LEGACY));
        let run = bounded(&sandbox, &["convert", "s", "-o", "hasil"]);
        assert!(run.code == 0 && run.err.contains("60 berkas diubah"), "{run:?}");
        let run = bounded(&sandbox, &["render", "hasil", "-o", "cetak"]);
        assert!(run.code == 0 && run.err.contains("60 berkas dicetak"), "{run:?}");
        assert_eq!(bounded(&sandbox, &["check", "s"]).out, sandbox.run(&["check", "s"]).out);
    }

    #[test]
    fn what_does_not_fit_is_refused_in_words() {
        let sandbox = Sandbox::new().file("s/besar.txt", large()).file("s/kecil.txt", LEGACY);
        let words = "galat: s/besar.txt: terlalu besar untuk memori yang boleh dipakai (";
        for arguments in [
            &["check", "s/besar.txt"][..],
            &["convert", "s/besar.txt", "-o", "besar.yaml"],
            &["render", "s/besar.txt", "-o", "besar.pdf"],
            &["render", "s/besar.txt"],
            &["time", "s/besar.txt"],
            &["graph", "s/besar.txt"],
        ] {
            let run = bounded(&sandbox, arguments);
            assert!(run.code == 2 && run.err.starts_with(words), "{arguments:?}: {run:?}");
            assert!(run.err.contains("MB); longgarkan batasnya"), "{run:?}");
        }
        let run = bounded(&sandbox, &["check", "s/besar.txt", "--lang", "en"]);
        assert!(run.err.contains("s/besar.txt: too large for the memory that may be used ("), "{run:?}");
        // The others are worked on all the same.
        let run = bounded(&sandbox, &["convert", "s", "-o", "hasil"]);
        assert!(run.code == 2 && run.err.contains("1 berkas diubah, 1 gagal"), "{run:?}");
        assert_eq!(sandbox.names(), ["hasil/kecil.yaml", "s/besar.txt", "s/kecil.txt"]);
    }

    #[test]
    fn packed_files_and_prints_are_weighed_too() {
        let sandbox = Sandbox::new().file("besar.txt", large());
        let sedang: String = large().lines().take(3_000).collect::<Vec<_>>().join("\n");
        let sandbox = sandbox.file("sedang.txt", sedang);
        let run = sandbox.run(&["render", "sedang.txt", "--to", "docx", "-o", "sedang.docx"]);
        assert_eq!(run.code, 0, "{run:?}");
        let run = bounded(&sandbox, &["check", "sedang.docx"]);
        assert!(run.code == 2 && run.err.contains("sedang.docx: terlalu besar untuk memori"), "{run:?}");
        // What can be read is not always small enough to be printed.
        assert_eq!(bounded(&sandbox, &["convert", "sedang.txt", "-o", "sedang.yaml"]).code, 0);
        let run = bounded(&sandbox, &["render", "sedang.txt", "-o", "sedang.pdf"]);
        assert!(run.code == 2 && run.err.contains("sedang.txt: terlalu besar untuk memori"), "{run:?}");
        assert!(!sandbox.path("sedang.pdf").exists());
    }
}

/// Each verb that writes, to a place below `folder`.
fn writing(folder: &str) -> [Vec<String>; 5] {
    let target = |name: &str| if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
    [
        vec!["convert".to_owned(), "a.txt".to_owned(), "-o".to_owned(), target("x.yaml")],
        vec!["render".to_owned(), "b.yaml".to_owned(), "-o".to_owned(), target("x.pdf")],
        vec![
            "check".to_owned(),
            "a.txt".to_owned(),
            "--format".to_owned(),
            "json".to_owned(),
            "-o".to_owned(),
            target("x.json"),
        ],
        vec!["graph".to_owned(), "b.yaml".to_owned(), "-o".to_owned(), target("x.dot")],
        vec!["new".to_owned(), "SOP Baru".to_owned(), "-o".to_owned(), target("x.yaml")],
    ]
}

#[test]
fn a_place_that_cannot_be_written_to_is_told_with_a_way_on() {
    let sandbox = Sandbox::new().file("a.txt", LEGACY).file("b.yaml", SOUND).file("berkas", "bukan folder");
    let before = sandbox.names();
    let mut places = vec![("berkas", "bukan folder")];
    // Nobody may make files there, whoever runs the tests.
    if cfg!(target_os = "linux") {
        places.extend([("/sys", "tidak diizinkan; periksa izin"), ("/proc", "tidak")]);
    }
    for (place, words) in places {
        for arguments in writing(place) {
            let run = sandbox.run(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
            assert_eq!(run.code, 2, "{arguments:?}: {run:?}");
            let line = run.err.lines().find(|line| line.starts_with("galat: ")).unwrap_or_default();
            assert!(line.contains(place) && line.contains(words), "{arguments:?}: {run:?}");
        }
    }
    assert_eq!(sandbox.names(), before, "nothing is left behind");
}

/// The program as a user runs it who may not do everything: as nobody, where the tests are run by root.
#[cfg(unix)]
fn of_a_common_user(sandbox: &Sandbox, home: &Sandbox, arguments: &[String]) -> std::process::Command {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    use std::os::unix::process::CommandExt;
    const NOBODY: u32 = 65534;
    let mut command = sandbox.command(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
    if fs::metadata(sandbox.path("")).expect("a folder").uid() == 0 {
        let program = home.path("sop");
        if !program.exists() {
            // Where it lies, nobody may come. A file that this process writes may still be open in what another test begins, and
            // could not be run yet.
            let copied = std::process::Command::new("cp").arg(env!("CARGO_BIN_EXE_sop")).arg(&program).status();
            assert!(copied.expect("a copy of the program").success());
        }
        for folder in [sandbox, home] {
            fs::set_permissions(folder.path(""), fs::Permissions::from_mode(0o755)).expect("permissions");
        }
        command = std::process::Command::new(program);
        command.args(arguments).current_dir(sandbox.path("")).env_clear().uid(NOBODY).gid(NOBODY);
    }
    command
}

#[test]
#[cfg(unix)]
fn a_read_only_folder_keeps_what_it_holds_and_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let worn =
        "versi: 1\nidentitas:\n  nama: Pengelolaan Surat\nkegiatan:\n  - nomor: 1\n    uraian: Menyusun oprasional\n";
    let (home, sandbox) = (Sandbox::new(), Sandbox::new().file("a.txt", LEGACY).file("b.yaml", SOUND));
    let sandbox = sandbox.file("arsip/c.yaml", worn).file("arsip/x.pdf", "lama");
    for (name, mode) in [("arsip/c.yaml", 0o444), ("arsip/x.pdf", 0o444), ("arsip", 0o555)] {
        fs::set_permissions(sandbox.path(name), fs::Permissions::from_mode(mode)).expect("permissions");
    }
    let before = sandbox.names();
    let mut runs = Vec::from(writing("arsip"));
    runs[1].push("--force".to_owned());
    runs.push(["check", "--fix", "arsip/c.yaml"].map(str::to_owned).to_vec());
    for arguments in runs {
        let output = of_a_common_user(&sandbox, &home, &arguments).output().expect("it ends");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
        let line = said.lines().find(|line| line.starts_with("galat: ")).unwrap_or_default();
        assert!(line.contains("arsip") && line.contains(": tidak diizinkan; periksa izin"), "{arguments:?}: {said}");
    }
    assert_eq!(sandbox.names(), before);
    assert_eq!((sandbox.read("arsip/c.yaml"), sandbox.read("arsip/x.pdf")), (worn.to_owned(), "lama".to_owned()));
    fs::set_permissions(sandbox.path("arsip"), fs::Permissions::from_mode(0o755)).expect("permissions");
}
