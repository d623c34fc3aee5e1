//! Runs that end before their time, and results that have no place: nothing is lost, half written, or left lying about.

use super::{LEGACY, SOUND};
use crate::support::sandbox::Sandbox;
use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Documents of the folder that runs are interrupted in.
const FILES: usize = 200;

/// Documents of a folder that is begun and killed many times.
#[cfg(unix)]
const KILLED: usize = 20;

/// A YAML with a fault that `--fix` mends.
const WORN: &str = "versi: 1\nidentitas:\n  nama: Pengelolaan Surat\nkegiatan:\n  - nomor: 1\n    uraian: Menyusun oprasional\n    waktu: 5 menit\n";

fn folder(files: usize, content: &str, ending: &str) -> Sandbox {
    (0..files).fold(Sandbox::new(), |sandbox, at| sandbox.file(&format!("s/b{at:03}.{ending}"), content))
}

/// What the files say now that killed runs read.
#[cfg(unix)]
fn originals(sandbox: &Sandbox, ending: &str) -> Vec<String> {
    (0..KILLED).map(|at| sandbox.read(&format!("s/b{at:03}.{ending}"))).collect()
}

/// The files being written that a run left behind.
fn left_behind(sandbox: &Sandbox) -> Vec<String> {
    sandbox.names().into_iter().filter(|name| name.contains("/.sop-")).collect()
}

#[cfg(unix)]
fn signal(child: &Child, name: &str) {
    let sent = Command::new("kill").args([name, &child.id().to_string()]).stderr(Stdio::null()).status();
    // The run may have ended before.
    let _ = sent.expect("the command kill");
}

/// Starts the run and ends it by the signal, once for each number of milliseconds.
#[cfg(unix)]
fn cut_off(sandbox: &Sandbox, arguments: &[&str], name: &str) {
    for after in [5, 10, 20, 40, 80, 120, 200, 400] {
        let mut child = sandbox.command(arguments).stdin(Stdio::null()).spawn().expect("the program starts");
        sleep(Duration::from_millis(after));
        signal(&child, name);
        child.wait().expect("it ends");
    }
}

/// Kills runs at moments spread evenly over the time that a whole one takes, and looks at what is there after each.
#[cfg(unix)]
fn kill_again_and_again(times: u32, sandbox: &Sandbox, arguments: &[&str], look: impl Fn()) {
    let begun = Instant::now();
    sandbox.run(arguments);
    let whole = begun.elapsed();
    for at in 0..times {
        let mut child = sandbox.command(arguments).stdin(Stdio::null()).spawn().expect("the program starts");
        sleep(whole * at / times);
        signal(&child, "-KILL");
        child.wait().expect("it ends");
        look();
    }
}

// The next three are killed 200 times between them.

#[test]
#[cfg(unix)]
fn a_run_that_is_killed_loses_nothing_and_the_next_one_clears_up() {
    let sandbox = folder(KILLED, LEGACY, "txt").file("benar.txt", LEGACY);
    assert_eq!(sandbox.run(&["convert", "benar.txt", "-o", "benar.yaml"]).code, 0);
    let whole = sandbox.read("benar.yaml").replace("benar.txt", "NAMA");
    let look = || {
        for name in sandbox.names().iter().filter(|it| it.starts_with("s/") && it.ends_with(".yaml")) {
            let text = sandbox.read(name).replace(&name[2..].replace("yaml", "txt"), "NAMA");
            assert_eq!(text, whole, "{name} is half written");
        }
    };
    // Into an empty place, and over what is there.
    for force in [false, true] {
        let mut arguments = vec!["convert", "s", "-o", "s"];
        arguments.extend(force.then_some("--force"));
        kill_again_and_again(50, &sandbox, &arguments, look);
        assert_eq!(originals(&sandbox, "txt"), vec![LEGACY; KILLED], "what is read stays as it is");
    }
    // What such a run leaves, whether or not one of them happened to be killed at the moment.
    fs::write(sandbox.path("s/.sop-mati00.sementara"), "kegi").expect("a file");
    fs::write(sandbox.path("s/.sop-catatan.txt"), "milik orang").expect("a file");
    let _ = fs::remove_file(sandbox.path("s/b007.yaml"));
    assert_eq!(sandbox.run(&["convert", "s", "-o", "s"]).code, 0);
    assert_eq!(left_behind(&sandbox), ["s/.sop-catatan.txt"], "files of people stay");
    assert_eq!(sandbox.names().iter().filter(|it| it.ends_with(".yaml")).count(), KILLED + 1);
}

#[test]
#[cfg(unix)]
fn a_killed_mending_leaves_every_file_as_it_was_or_as_it_is_to_be() {
    let sandbox = folder(KILLED, WORN, "yaml");
    let mended = WORN.replace("oprasional", "operasional");
    let look = || {
        for (at, text) in originals(&sandbox, "yaml").into_iter().enumerate() {
            assert!(text == WORN || text == mended, "{at}: {text}");
            // The next one has work again.
            fs::write(sandbox.path(&format!("s/b{at:03}.yaml")), WORN).expect("a file");
        }
    };
    kill_again_and_again(60, &sandbox, &["check", "--fix", "s"], look);
    sandbox.run(&["check", "--fix", "s"]);
    assert_eq!(originals(&sandbox, "yaml"), vec![mended.clone(); KILLED]);
    fs::write(sandbox.path("s/.sop-mati00.sementara"), "kegi").expect("a file");
    fs::write(sandbox.path("s/b007.yaml"), WORN).expect("a file");
    sandbox.run(&["check", "--fix", "s"]);
    assert_eq!(left_behind(&sandbox), [""; 0]);
}

#[test]
#[cfg(unix)]
fn a_killed_printing_leaves_whole_prints_alone() {
    let sandbox = folder(KILLED / 2, SOUND, "yaml").file("benar.yaml", SOUND);
    assert_eq!(sandbox.run(&["render", "benar.yaml", "-o", "benar.pdf"]).code, 0);
    let whole = fs::read(sandbox.path("benar.pdf")).expect("a print");
    let look = || {
        for name in sandbox.names().iter().filter(|it| it.starts_with("hasil/") && it.ends_with(".pdf")) {
            assert_eq!(fs::read(sandbox.path(name)).expect("a print"), whole, "{name} is half written");
        }
    };
    kill_again_and_again(40, &sandbox, &["render", "s", "-o", "hasil", "--force"], look);
    assert_eq!(sandbox.run(&["render", "s", "-o", "hasil", "--force"]).code, 0);
    look();
    assert_eq!(left_behind(&sandbox), [""; 0]);
    assert_eq!(sandbox.names().iter().filter(|it| it.starts_with("hasil/")).count(), KILLED / 2);
}

#[test]
#[cfg(unix)]
fn an_interrupted_run_takes_its_unfinished_files_with_it() {
    let sandbox = folder(FILES, LEGACY, "txt");
    cut_off(&sandbox, &["convert", "s", "-o", "hasil", "--force"], "-INT");
    cut_off(&sandbox, &["convert", "s", "-o", "hasil", "--force"], "-TERM");
    assert_eq!(left_behind(&sandbox), [""; 0]);
}

#[test]
fn mending_goes_on_when_nobody_hears_of_it_any_more() {
    let sandbox = folder(FILES, WORN, "yaml");
    let mut child =
        sandbox.command(&["check", "--fix", "s", "--format", "concise"]).spawn().expect("the program starts");
    let mut first = String::new();
    BufReader::new(child.stdout.take().expect("its output")).read_line(&mut first).expect("a line");
    drop(child.stderr.take());
    let code = child.wait().expect("it ends").code();
    assert!((0..FILES).all(|at| sandbox.read(&format!("s/b{at:03}.yaml")).contains("operasional")), "{first}");
    assert_eq!(code, Some(sandbox.run(&["check", "s"]).code), "and its exit code is that of the findings");
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_told_by_the_name_of_the_result_and_stops_nothing_else() {
    let full = || fs::File::options().write(true).open("/dev/full").expect("the device that is full");
    let sandbox = folder(FILES, WORN, "yaml").file("a.txt", LEGACY);
    let told = |arguments: &[&str]| {
        let run = sandbox.command(arguments).stdout(full()).output().expect("it ends");
        (run.status.code(), String::from_utf8_lossy(&run.stderr).into_owned())
    };
    let (code, said) = told(&["convert", "a.txt"]);
    assert!(code == Some(2) && said.starts_with("galat: ") && !said.contains("panic"), "{said}");
    let (code, said) = told(&["check", "--fix", "s"]);
    assert!(code == Some(2) && said.contains("galat: "), "{said}");
    assert!((0..FILES).all(|at| sandbox.read(&format!("s/b{at:03}.yaml")).contains("operasional")));
    for arguments in [["convert", "a.txt", "-o", "b.yaml"], ["check", "--fix", "a.txt", "--unsafe-fixes"]] {
        let run = sandbox.command(&arguments).stderr(full()).output().expect("it ends");
        assert!(run.status.code().is_some_and(|code| code < 2), "{arguments:?}: {run:?}");
    }
}

#[test]
#[cfg(unix)]
fn a_mended_file_keeps_its_other_names_its_owner_and_its_permissions() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    let sandbox = Sandbox::new().file("a.yaml", WORN).file("c.yaml", WORN);
    fs::hard_link(sandbox.path("a.yaml"), sandbox.path("b.yaml")).expect("a second name");
    fs::set_permissions(sandbox.path("c.yaml"), fs::Permissions::from_mode(0o640)).expect("permissions");
    let before = fs::metadata(sandbox.path("c.yaml")).expect("a file");
    sandbox.run(&["check", "--fix", "a.yaml", "c.yaml"]);
    assert!(sandbox.read("b.yaml").contains("operasional") && sandbox.read("a.yaml") == sandbox.read("b.yaml"));
    assert_eq!(fs::metadata(sandbox.path("a.yaml")).expect("a file").nlink(), 2);
    let after = fs::metadata(sandbox.path("c.yaml")).expect("a file");
    assert_eq!((after.mode(), after.uid(), after.gid()), (before.mode(), before.uid(), before.gid()));
}

#[test]
fn no_command_writes_over_what_it_reads() {
    let logo = include_bytes!("../../../examples/rusak.png");
    let sandbox =
        Sandbox::new().file("a.yaml", WORN).file("logo.png", logo).file("atur.toml", "abaikan = [\"S805\"]\n");
    let sandbox = sandbox.file("dasar.json", "{}").file("s/b.yaml", WORN);
    for (name, arguments) in [
        ("a.yaml", vec!["graph", "a.yaml", "--to", "json", "-o", "a.yaml", "--force"]),
        ("s/b.yaml", vec!["graph", "s", "-o", "s/b.yaml", "--force"]),
        ("a.yaml", vec!["convert", "a.yaml", "-o", "a.yaml", "--force"]),
        ("a.yaml", vec!["render", "a.yaml", "--to", "pdf", "-o", "a.yaml", "--force"]),
        ("logo.png", vec!["render", "a.yaml", "--to", "pdf", "--logo", "logo.png", "-o", "logo.png", "--force"]),
        ("a.yaml", vec!["check", "a.yaml", "-o", "a.yaml", "--format", "json", "--force"]),
        ("atur.toml", vec!["check", "a.yaml", "--config", "atur.toml", "-o", "atur.toml", "--force"]),
        ("dasar.json", vec!["check", "a.yaml", "--baseline", "dasar.json", "-o", "dasar.json", "--force"]),
    ] {
        let before = fs::read(sandbox.path(name)).expect("a file");
        let run = sandbox.run(&arguments);
        assert_eq!(run.code, 2, "{arguments:?}: {run:?}");
        assert_eq!(fs::read(sandbox.path(name)).expect("a file"), before, "{arguments:?}");
        assert!(run.err.contains(name), "{arguments:?}: {run:?}");
    }
}
