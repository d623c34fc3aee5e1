//! `sop convert`: results whole, in order, where they belong, and never over anything.

use super::{LEGACY, SOUND};
use crate::support::sandbox::Sandbox;

#[test]
fn one_input_goes_to_standard_output_and_the_summary_elsewhere() {
    let run = Sandbox::new().file("a.txt", LEGACY).run(&["convert", "a.txt"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.out.contains("nama: Pengelolaan Surat Masuk"), "{}", run.out);
    assert!(run.err.starts_with("1 berkas diubah: ") && run.err.contains("isian terbaca"), "{}", run.err);
}

#[test]
fn lines_that_were_not_understood_are_counted() {
    let text = "Nomor SOP\t7/SOP/2024\nNama SOP\tPenataan Berkas\n\n\
                No\tKegiatan\tStaf\tKelengkapan\tWaktu\tOutput\n1\tMenata berkas\tv\tBerkas\t1 jam\tBerkas tertata\n\n\
                Catatan rapat yang bukan bagian SOP\n\nBaris lain di bawahnya\n";
    let run = Sandbox::new().file("a.txt", text).run(&["convert", "a.txt", "--lang", "en"]);
    assert!(run.err.contains("; 2 lines not understood"), "{}", run.err);
}

#[test]
fn a_file_without_identity_and_table_is_told_and_fails_where_that_is_strict() {
    let sandbox = Sandbox::new().file("a.txt", "Undangan rapat\nHari Senin\n").file("b.txt", LEGACY);
    let run = sandbox.run(&["convert", "a.txt"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.err.contains("peringatan: a.txt: tidak ada bagian identitas maupun tabel prosedur"), "{}", run.err);
    assert_eq!(sandbox.run(&["convert", "--strict", "a.txt"]).code, 1);
    assert_eq!(sandbox.run(&["convert", "--strict", "b.txt"]).code, 0);
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
    let sandbox = Sandbox::new().file("s/a.txt", LEGACY).file("s/b.txt", LEGACY).file("hasil/a.yaml", "milik orang");
    let run = sandbox.run(&["convert", "s", "-o", "hasil"]);
    assert_eq!(run.code, 0);
    assert!(run.err.contains("1 berkas diubah, 1 sudah ada hasilnya dan dilewati (--force"), "{}", run.err);
    let named = sandbox.run(&["convert", "s/a.txt", "-o", "hasil"]);
    assert!(named.code == 2 && named.err.contains("a.yaml: sudah ada"), "{}", named.err);
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
    let sandbox = Sandbox::new().file("s/a.pdf", "%PDF-1.7").file("s/b.txt", LEGACY).file("s/c.txt", " \n");
    let run = sandbox.run(&["convert", "s", "-o", "hasil"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("s/a.pdf: ") && run.err.contains("1 bukan SOP: s/c.txt"), "{}", run.err);
    assert!(run.err.contains("1 berkas diubah, 1 gagal"), "{}", run.err);
    assert!(sandbox.read("hasil/b.yaml").contains("Surat Masuk"));
}

#[test]
fn failures_are_told_in_the_order_of_the_inputs() {
    let names: Vec<String> = (0..300).map(|at| format!("s/{at:03}.pdf")).collect();
    let sandbox = names.iter().fold(Sandbox::new(), |sandbox, name| sandbox.file(name, "%PDF-1.7"));
    let run = sandbox.run(&["convert", "s", "-o", "hasil"]);
    let told: Vec<&str> = run.err.lines().filter_map(|line| line.split(": ").nth(1)).take(300).collect();
    assert_eq!(told, names);
    assert!(run.err.ends_with("0 berkas diubah, 300 gagal\n"), "there is nothing to count in what was not read");
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
