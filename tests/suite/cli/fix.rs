//! `sop check --fix` and `--diff`, `sop convert --fix`: what is written, where, and what is said about it.

use super::LEGACY;
use crate::support::sandbox::Sandbox;

/// One fault that is safely mended, one that only a person settles, and a comment.
const FAULTY: &str = "\
versi: 1
identitas:
  tanggal_pembuatan: 2021-03-29   # dari register
  tanggal_revisi: 2021-03-29
kegiatan:
  - {nomor: 1, uraian: Menyusun oprasional}
";

fn safely(text: &str) -> String {
    text.replace("oprasional", "operasional")
}

#[test]
fn only_what_is_safe_is_mended_in_place_and_summed_up() {
    let sandbox = Sandbox::new().file("a.yaml", FAULTY);
    let run = sandbox.run(&["check", "a.yaml", "--fix", "--select", "S805,S208"]);
    assert_eq!(sandbox.read("a.yaml"), safely(FAULTY));
    assert!(run.err.contains("1 temuan diperbaiki di 1 berkas, 1 tersisa; 1 lagi dengan --unsafe-fixes"), "{run:?}");
    assert!(run.out.contains("S208") && !run.out.contains("S805"), "{}", run.out);
    let again = sandbox.run(&["check", "a.yaml", "--fix", "--select", "S805,S208"]);
    assert!(again.err.contains("0 temuan diperbaiki"), "{again:?}");
    assert_eq!(sandbox.read("a.yaml"), safely(FAULTY));
}

#[test]
fn unsafe_fixes_are_applied_when_asked_for_and_only_with_fix() {
    let sandbox = Sandbox::new().file("a.yaml", FAULTY);
    let alone = sandbox.run(&["check", "a.yaml", "--unsafe-fixes"]);
    assert_eq!(alone.code, 2, "{alone:?}");
    assert!(alone.err.contains("--fix"), "{}", alone.err);
    let run = sandbox.run(&["check", "a.yaml", "--fix", "--unsafe-fixes", "--select", "S805,S208"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert_eq!(sandbox.read("a.yaml"), safely(FAULTY).replace("revisi: 2021-03-29", "revisi: \"-\""));
}

#[test]
fn the_exit_code_is_that_of_what_remains() {
    let nip = "versi: 1\nidentitas:\n  disahkan_oleh: {jabatan: Camat, nama: A, nip: 1970O1011995031001}\n";
    let sandbox = Sandbox::new().file("a.yaml", nip);
    assert_eq!(sandbox.run(&["check", "a.yaml", "--select", "S106"]).code, 1);
    assert_eq!(sandbox.run(&["check", "a.yaml", "--select", "S106", "--diff"]).code, 0);
    assert_eq!(sandbox.run(&["check", "a.yaml", "--select", "S106", "--fix"]).code, 0);
    assert_eq!(sandbox.run(&["check", "a.yaml", "--select", "S106"]).code, 0);
}

#[test]
fn diff_shows_and_writes_nothing() {
    let sandbox = Sandbox::new().file("a.yaml", FAULTY);
    let run = sandbox.run(&["check", "a.yaml", "--diff"]);
    let wanted = "--- a/a.yaml\n+++ b/a.yaml\n@@ -3,4 +3,4 @@\n";
    assert!(run.out.starts_with(wanted), "{}", run.out);
    assert!(
        run.out
            .contains("-  - {nomor: 1, uraian: Menyusun oprasional}\n+  - {nomor: 1, uraian: Menyusun operasional}\n")
    );
    assert_eq!(sandbox.read("a.yaml"), FAULTY);
    assert!(run.err.contains("1 temuan dapat diperbaiki"), "{}", run.err);
}

/// A lone carriage return breaks a line for YAML, but for `patch` none: it would refuse a hunk that counts it.
#[test]
fn the_hunks_of_a_diff_count_lines_by_line_feeds() {
    let faulty = FAULTY.replace("kegiatan:\n", "kegiatan:\n  # satu\r  # dua\n");
    let run = Sandbox::new().file("a.yaml", &faulty).run(&["check", "a.yaml", "--diff"]);
    let (head, hunk) = run.out.split_once(" @@\n").expect("a hunk");
    let (old, _) = head.rsplit_once(" +").expect("the lines of both sides");
    let counted: usize = old.rsplit_once(',').expect("first line and count").1.parse().expect("a number");
    assert!(hunk.contains("# satu\r  # dua\n"), "{hunk:?}");
    assert_eq!(counted, hunk.split_terminator('\n').filter(|line| !line.starts_with('+')).count(), "{hunk:?}");
}

#[test]
fn standard_input_comes_out_mended_and_the_report_stands_apart() {
    let run = Sandbox::new().run_with(&["check", "-", "--fix", "--select", "S805,S208"], FAULTY.as_bytes());
    assert_eq!(run.out, safely(FAULTY));
    assert!(run.err.contains("S208") && run.err.contains("1 temuan diperbaiki"), "{}", run.err);
}

#[test]
fn a_text_is_never_edited_but_converted_beside_itself() {
    let text = LEGACY.replace("Menerima surat masuk", "Menerima surat oprasional");
    let sandbox = Sandbox::new().file("a.txt", &text);
    let diff = sandbox.run(&["check", "a.txt", "--diff"]);
    assert!(diff.out.contains("a/a.yaml") && diff.out.contains("+    uraian: Menerima surat operasional"), "{diff:?}");
    assert_eq!(sandbox.names(), ["a.txt"]);
    let run = sandbox.run(&["check", "a.txt", "--fix"]);
    assert_eq!((sandbox.read("a.txt"), sandbox.names()), (text, vec!["a.txt".to_owned(), "a.yaml".to_owned()]));
    assert!(sandbox.read("a.yaml").contains("uraian: Menerima surat operasional\n"));
    assert!(run.err.contains("a.yaml: dibuat dari teksnya"), "{}", run.err);
    let again = sandbox.run(&["check", "a.txt", "--fix"]);
    assert_eq!(again.code, 2, "{again:?}");
    assert!(again.err.contains("sop check --fix a.yaml"), "{}", again.err);
    let folder = sandbox.run(&["check", ".", "--fix"]);
    assert!(folder.err.contains("0 temuan diperbaiki") && folder.code < 2, "{folder:?}");
}

#[test]
fn a_text_with_nothing_to_mend_makes_no_file() {
    let sandbox = Sandbox::new().file("a.txt", LEGACY);
    let run = sandbox.run(&["check", "a.txt", "--fix", "--select", "S805"]);
    assert_eq!((run.code, sandbox.names()), (0, vec!["a.txt".to_owned()]), "{run:?}");
}

#[test]
fn convert_mends_what_it_writes() {
    let text = LEGACY.replace("Menerima surat masuk", "Menerima surat oprasional");
    let sandbox = Sandbox::new().file("a.txt", text);
    assert!(sandbox.run(&["convert", "a.txt"]).out.contains("oprasional"));
    let run = sandbox.run(&["convert", "a.txt", "--fix"]);
    assert!(run.out.contains("uraian: Menerima surat operasional\n"), "{}", run.out);
    let json = sandbox.run(&["convert", "a.txt", "--fix", "--to", "json"]);
    assert!(json.out.contains("\"Menerima surat operasional\""), "{}", json.out);
}

#[test]
fn marks_line_ends_and_other_encodings_are_kept_or_refused() {
    let windows = FAULTY.replace('\n', "\r\n");
    let marked = format!("\u{feff}{windows}");
    let utf16: Vec<u8> = [0xFEFF].into_iter().chain(FAULTY.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let sandbox = Sandbox::new().file("a.yaml", &marked).file("b.yaml", &utf16);
    sandbox.run(&["check", "a.yaml", "--fix"]);
    assert_eq!(sandbox.read("a.yaml"), safely(&marked));
    let run = sandbox.run(&["check", "b.yaml", "--fix"]);
    assert_eq!(run.code, 2, "{run:?}");
    assert!(run.err.contains("UTF-8"), "{}", run.err);
    assert_eq!(std::fs::read(sandbox.path("b.yaml")).expect("a file"), utf16);
}

#[test]
fn what_yaml_can_say_and_the_format_has_no_use_for_stays_untouched() {
    let hostile = [
        FAULTY.replace("uraian: Menyusun", "uraian: &a Menyusun"),
        FAULTY.replace("kegiatan:", "kegiatan:\n\t- x"),
        format!("{FAULTY}  - *a\n"),
        "versi: 1\nkegiatan: [".to_owned(),
    ];
    for text in hostile {
        let sandbox = Sandbox::new().file("a.yaml", &text);
        let run = sandbox.run(&["check", "a.yaml", "--fix"]);
        assert_eq!((run.code, sandbox.read("a.yaml")), (2, text), "{}", run.err);
    }
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::fs::{self, Permissions};
    use std::os::unix::fs::{PermissionsExt, symlink};

    #[test]
    fn permissions_and_links_are_kept() {
        let sandbox = Sandbox::new().file("a.yaml", FAULTY);
        fs::set_permissions(sandbox.path("a.yaml"), Permissions::from_mode(0o640)).expect("a mode");
        symlink("a.yaml", sandbox.path("link.yaml")).expect("a link");
        sandbox.run(&["check", "link.yaml", "--fix"]);
        assert!(sandbox.path("link.yaml").symlink_metadata().expect("a link").is_symlink());
        assert_eq!(sandbox.read("a.yaml"), safely(FAULTY));
        let mode = fs::metadata(sandbox.path("a.yaml")).expect("a file").permissions().mode();
        assert_eq!(mode & 0o777, 0o640);
    }

    #[test]
    fn what_may_only_be_read_is_left_alone() {
        let sandbox = Sandbox::new().file("a.yaml", FAULTY);
        fs::set_permissions(sandbox.path("a.yaml"), Permissions::from_mode(0o444)).expect("a mode");
        let run = sandbox.run(&["check", "a.yaml", "--fix"]);
        assert_eq!((run.code, sandbox.read("a.yaml").as_str()), (2, FAULTY), "{run:?}");
        assert!(run.err.contains("a.yaml: tidak diizinkan"), "{}", run.err);
        assert_eq!(sandbox.names(), ["a.yaml"]);
    }
}

#[test]
fn a_print_is_left_alone_and_the_mended_yaml_stands_beside_it() {
    let sandbox = Sandbox::new().file("a.yaml", FAULTY);
    assert_eq!(sandbox.run(&["render", "a.yaml", "-o", "cetakan.pdf"]).code, 0);
    let before = std::fs::read(sandbox.path("cetakan.pdf")).expect("the print");
    let run = sandbox.run(&["check", "cetakan.pdf", "--fix", "--select", "S805,S208"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(before == std::fs::read(sandbox.path("cetakan.pdf")).expect("the print"));
    assert!(sandbox.read("cetakan.yaml").contains("Menyusun operasional"));
}
