//! What `--fix` promises: only the values change, in the spelling they have; the result reads back, has no finding that was not
//! there before, and is not changed by another run.

use crate::damage::generated;
use crate::support::sandbox::Sandbox;
use sop::analysis::analyze;
use sop::check::{Settings, check, rules};
use sop::diagnostic::Diagnostic;
use sop::mend::{Mended, mend, resolve};
use sop::read::yaml::read_yaml;
use sop::render::yaml::to_yaml;
use sop::source::Source;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The findings of all rules about a YAML text.
fn findings(text: &str) -> Option<Vec<Diagnostic>> {
    let sops = read_yaml(text).ok()?;
    let mut found = Vec::new();
    for (at, sop) in sops.iter().enumerate() {
        let first = found.len();
        found.extend(check(sop, &Settings::default(), rules()));
        found[first..].iter_mut().for_each(|it| it.sop = at);
    }
    resolve(&Source::new("test", text), &mut found);
    Some(found)
}

fn mended(text: &str, all: bool) -> Mended {
    let is_wanted = |it: &Diagnostic| it.fix.as_ref().is_some_and(|fix| fix.safe || all);
    mend(text, &findings, &is_wanted).unwrap_or_else(|| panic!("does not read:\n{text}"))
}

/// The safe fixes make this of it.
#[track_caller]
fn becomes(before: &str, after: &str) {
    assert_eq!(mended(before, false).text, after, "before:\n{before}");
}

/// Findings by code, and by code and place where no value can have moved.
fn counts(findings: &[Diagnostic], with_path: bool) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for it in findings {
        let key = if with_path { format!("{} {} {}", it.code, it.sop, it.path) } else { it.code.to_owned() };
        *counts.entry(key).or_insert(0) += 1;
    }
    counts
}

/// Holds a text to all promises; gives how many fixes were applied.
#[track_caller]
fn keeps_the_promises(name: &str, text: &str) -> usize {
    let mut count = 0;
    let before = findings(text).expect("a text that reads");
    for all in [false, true] {
        let result = mended(text, all);
        let moves = before.iter().filter_map(|it| it.fix.as_ref()).any(|fix| fix.moves_values());
        let (had, has) = (counts(&before, !moves), counts(&result.findings, !moves));
        for (key, number) in has {
            assert!(had.get(&key).is_some_and(|before| number <= *before), "{name}: {key} is new\n{}", result.text);
        }
        assert_eq!(comments(&result.text), comments(text), "{name}");
        let again = mended(&result.text, all);
        assert_eq!(again.text, result.text, "{name}: another run changes more");
        assert!(again.applied.is_empty(), "{name}: {:?}", again.applied);
        assert_eq!(result.applied.is_empty(), result.text == text, "{name}");
        count += result.applied.len();
    }
    count
}

/// What is written behind `#`, in alphabetical order: a comment moves with its line.
fn comments(text: &str) -> Vec<&str> {
    let begins = |line: &&str| line.starts_with('#') || line.contains(" #");
    let lines = text.lines().filter(begins);
    let mut comments: Vec<&str> = lines.map(|line| &line[line.rfind('#').unwrap_or_default()..]).collect();
    comments.sort_unstable();
    comments
}

fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let mut files: Vec<_> = entries.filter(|path| path.extension().is_some_and(|it| it == ending)).collect();
    files.sort();
    files
}

#[test]
fn examples_and_real_documents_keep_the_promises() {
    let mut applied = 0;
    for folder in ["examples", "sops", "tests/suite/data", "tests/suite/data/recovery"] {
        for path in files(folder, "yaml") {
            let text = std::fs::read_to_string(&path).expect("a file");
            applied += keeps_the_promises(&path.display().to_string(), &text);
        }
    }
    for path in files("sops", "txt") {
        let bytes = std::fs::read(&path).expect("a file");
        let sops = analyze(&bytes, &path.display().to_string()).expect("a text").sops;
        applied += keeps_the_promises(&path.display().to_string(), &to_yaml(&sops));
    }
    assert!(applied > 20, "{applied}");
}

#[test]
fn generated_documents_keep_the_promises() {
    let mut applied = 0;
    for (name, bytes) in generated(240) {
        let sops = analyze(&bytes, &name).expect("a text").sops;
        applied += keeps_the_promises(&name, &to_yaml(&sops));
    }
    assert!(applied > 100, "{applied}");
}

/// What hands do to a YAML that grows over years: comments, typing errors, nouns for verbs, capitals, laws cited again.
fn worn(text: &str, turn: usize) -> String {
    let harm = [
        ("Menyusun ", "Penyusunan "),
        ("surat ", "surat utuk "),
        ("laporan", "lapor an adminstrasi"),
        (" data", " data ijin"),
        ("Kasubbag", "Kasubag"),
        ("Kepala ", "KEPALA "),
    ];
    let (right, wrong) = harm[turn % harm.len()];
    let mut out = String::new();
    for (at, line) in text.lines().enumerate() {
        let line = if at.is_multiple_of(2) { line.replace(right, wrong) } else { line.to_owned() };
        let comment = if (at + turn).is_multiple_of(5) { format!(" # catatan {at}") } else { String::new() };
        let again = line.starts_with("  - Undang") && turn.is_multiple_of(2);
        let again = if again { format!("{line}\n") } else { String::new() };
        out.push_str(&format!("{line}{comment}\n{again}"));
    }
    out
}

#[test]
fn worn_documents_keep_the_promises() {
    let mut applied = 0;
    for (turn, (name, bytes)) in generated(90).enumerate() {
        let sops = analyze(&bytes, &name).expect("a text").sops;
        let text = worn(&to_yaml(&sops), turn);
        if read_yaml(&text).is_ok() {
            applied += keeps_the_promises(&name, &text);
        }
    }
    assert!(applied > 300, "{applied}");
}

#[test]
fn what_careless_hands_did_to_an_example_is_undone() {
    let sound = include_str!("../../examples/surat-masuk.yaml");
    for (right, wrong) in [("surat masuk", "surat masuk utuk"), ("disposisi kepada", "disposisi kegaitan kepada")] {
        let spoilt = sound.replace(right, wrong);
        let mended_by_hand = spoilt.replace("utuk", "untuk").replace("kegaitan", "kegiatan");
        assert!(spoilt != mended_by_hand, "{wrong} is nowhere");
        assert_eq!(mended(&spoilt, false).text, mended_by_hand, "{wrong}");
    }
}

/// A document whose only faults are those of one place.
fn with_activity(scalar: &str) -> String {
    format!(
        "versi: 1\nkegiatan:\n  # catatan atas\n  - nomor: 1   # nomor\n    uraian: {scalar}\n    waktu: 5 menit # pas\n"
    )
}

#[test]
fn every_spelling_of_a_scalar_stays_what_it_is() {
    let cases = [
        ("Menyusun oprasional", "Menyusun operasional"),
        ("\"Menyusun \\\"oprasional\\\" – é\" # kutip", "\"Menyusun \\\"operasional\\\" – é\" # kutip"),
        ("'Menyusun ''oprasional'''", "'Menyusun ''operasional'''"),
        (
            "Menyusun bahan\n      yang oprasional\n      dan baru",
            "Menyusun bahan\n      yang operasional\n      dan baru",
        ),
        ("| # tegak\n      Menyusun bahan\n      oprasional", "| # tegak\n      Menyusun bahan\n      operasional"),
        (">-\n      Menyusun bahan\n      oprasional", ">-\n      Menyusun bahan\n      operasional"),
        ("\"Menyusun bahan\n      oprasional\"", "\"Menyusun bahan\n      operasional\""),
        ("\"Menyusun\\toprasional\"", "\"Menyusun\\toperasional\""),
        ("!!str Menyusun oprasional", "!!str Menyusun operasional"),
        ("|2-\n        Menyusun\n      oprasional", "|2-\n        Menyusun\n      operasional"),
        ("\u{1f4c4} Menyusun oprasional", "\u{1f4c4} Menyusun operasional"),
    ];
    for (before, after) in cases {
        becomes(&with_activity(before), &with_activity(after));
    }
}

#[test]
fn lines_that_end_as_windows_ends_them_stay_so() {
    let before = with_activity("Menyusun oprasional").replace('\n', "\r\n");
    becomes(&before, &before.replace("oprasional", "operasional"));
    let list = "versi: 1\r\ndasar_hukum:\r\n  - UU 25/2009 tentang Pelayanan Publik\r\n  - UU 25/2009\r\n";
    becomes(list, "versi: 1\r\ndasar_hukum:\r\n  - UU 25/2009 tentang Pelayanan Publik\r\n");
}

#[test]
fn documents_of_one_file_are_mended_each_by_itself() {
    let one = with_activity("Menyusun oprasional");
    let file = format!("---\n{one}...\n---\n{one}");
    becomes(&file, &file.replace("oprasional", "operasional"));
}

#[test]
fn a_value_that_needs_quotes_gets_them() {
    let before = "versi: 1\nidentitas: {disahkan_oleh: {jabatan: Camat, nama: A, nip: 1967l2291990021002}}\n";
    becomes(before, &before.replace("1967l2291990021002", "\"196712291990021002\""));
    let short = before.replace("1967l2291990021002", "1967l229199002100");
    becomes(&short, &short);
    let date = "versi: 1\nidentitas:\n  tanggal_pembuatan: 2021-03-29\n  tanggal_revisi: 2021-03-29 # sama\n";
    assert_eq!(mended(date, true).text, date.replace("2021-03-29 # sama", "\"-\" # sama"));
}

const LAWS: &str = "\
versi: 1
dasar_hukum:
  # yang pokok
  - Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik
  - UU 25/2009 # kembar
  - Peraturan Pemerintah Nomor 96 Tahun 2012 tentang Pelaksanaan
konversi:
  sumber: lama.txt
  tinjau:
    - {bidang: dasar_hukum/1, cara: diperbaiki, baris: 1}
    - {bidang: dasar_hukum/2, cara: diperbaiki, baris: 2}
    - {bidang: dasar_hukum/3, cara: tidak_terbaca, baris: 3}
";

#[test]
fn an_item_goes_with_its_line_and_its_entry_in_the_ledger_and_leaves_its_comment() {
    let after = "\
versi: 1
dasar_hukum:
  # yang pokok
  - Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik
  # kembar
  - Peraturan Pemerintah Nomor 96 Tahun 2012 tentang Pelaksanaan
konversi:
  sumber: lama.txt
  tinjau:
    - {bidang: dasar_hukum/1, cara: diperbaiki, baris: 1}
    - {bidang: dasar_hukum/2, cara: tidak_terbaca, baris: 3}
";
    becomes(LAWS, after);
}

#[test]
fn items_in_brackets_go_with_their_comma() {
    let (one, two) = ("UU 25/2009 tentang Pelayanan Publik", "UU 25/2009");
    let list = |items: &str| format!("versi: 1\ndasar_hukum: [{items}]\n");
    becomes(&list(&format!("{one}, {two}")), &list(one));
    becomes(&list(&format!("{two}, {one}")), &list(one));
    becomes(
        &list(&format!("\n  {two}, # kembar\n  {one}, # lengkap\n")),
        &list(&format!("\n   # kembar\n  {one}, # lengkap\n")),
    );
    let json = "{\"versi\": 1, \"dasar_hukum\": [\"UU 25/2009 tentang Pelayanan Publik\", \"UU 25/2009\"]}";
    let result = sop_json(json);
    assert_eq!(result, "{\"versi\": 1, \"dasar_hukum\": [\"UU 25/2009 tentang Pelayanan Publik\"]}");
}

fn sop_json(text: &str) -> String {
    let read = |text: &str| {
        let analysis = analyze(text.as_bytes(), "a.json").ok()?;
        let mut found = check(&analysis.sops[0], &Settings::default(), rules());
        resolve(&analysis.source, &mut found);
        Some(found)
    };
    mend(text, &read, &|it| it.fix.as_ref().is_some_and(|fix| fix.safe)).expect("JSON that reads").text
}

#[test]
fn lists_are_put_in_order_with_what_stands_in_their_lines() {
    let before = "\
versi: 1
dasar_hukum:
  - Peraturan Menteri Dalam Negeri Nomor 52 Tahun 2011 tentang SOP # kementerian
  - \"Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik\" # pokok
konversi:
  sumber: lama.txt
  tinjau:
    - {bidang: dasar_hukum/2, cara: diperbaiki}
";
    let after = "\
versi: 1
dasar_hukum:
  - \"Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik\" # pokok
  - Peraturan Menteri Dalam Negeri Nomor 52 Tahun 2011 tentang SOP # kementerian
konversi:
  sumber: lama.txt
  tinjau:
    - {bidang: dasar_hukum/1, cara: diperbaiki}
";
    becomes(before, after);
    let headed = before.replace("  - \"Und", "  # di bawah ini undang-undang\n  - \"Und");
    becomes(&headed, &headed);
}

#[test]
fn steps_are_numbered_anew_with_arrows_and_ledger() {
    let before = "\
versi: 1
pelaksana: [Staf, Camat]
kegiatan:
  - {nomor: 1, uraian: Menyusun konsep, pelaksana: Staf}
  - nomor: 3
    uraian: Memeriksa konsep
    pelaksana: Camat
    ya: 4.Staf
    tidak: 1
  - {nomor: 4, uraian: Mengarsipkan konsep, pelaksana: Staf, lanjut: [selesai]}
konversi:
  sumber: lama.txt
  tinjau:
    - {bidang: kegiatan/4/pelaksana, cara: diperbaiki}
  tak_dikenali:
    - {teks: Catatan, dekat: [kegiatan/1, kegiatan/4]}
";
    let only = |it: &Diagnostic| it.code == "S004";
    let after = mend(before, &findings, &only).expect("a text that reads").text;
    let wanted =
        before.replace("ya: 4.Staf", "ya: 3.Staf").replace("nomor: 4", "nomor: 3x").replace("nomor: 3\n", "nomor: 2\n");
    assert_eq!(after, wanted.replace("3x", "3").replace("kegiatan/4", "kegiatan/3"));
    let spoken = before.replace("Mengarsipkan konsep", "Mengarsipkan hasil langkah 3");
    assert_eq!(mend(&spoken, &findings, &only).expect("a text that reads").text, spoken);
}

#[test]
fn an_actor_is_renamed_with_those_who_refer_to_it() {
    let before = "\
versi: 1
pelaksana:
  - Kasubag Umum
  - Kasubbag Keuangan
kegiatan:
  - {nomor: 1, uraian: Menyusun konsep, pelaksana: Kasubag Umum, bersama: [Kasubbag Keuangan]}
  - {nomor: 2, uraian: Memeriksa konsep, pelaksana: Kasubbag Keuangan, ya: selesai, tidak: 1.kasubag_umum}
";
    let after = before.replace("Kasubag", "Kasubbag").replace("1.kasubag_umum", "1.Kasubbag Umum");
    becomes(before, &after);
}

#[test]
fn citations_and_official_names_are_left_alone() {
    let text = "\
versi: 1
identitas:
  instansi: Dinas Perijinan Kabupaten Contoh
dasar_hukum:
  - Peraturan Daerah Nomor 1 Tahun 2005 tentang Ijin Oprasional
";
    becomes(text, text);
}

#[test]
fn what_was_inferred_is_never_mended_unseen() {
    let text = "\
versi: 1
kegiatan:
  - {nomor: 1, uraian: Menyusun konsep oprasional}
konversi:
  sumber: lama.txt
  tinjau:
    - {bidang: kegiatan/1/uraian, cara: disimpulkan, keyakinan: 0.5}
";
    becomes(text, text);
    assert_eq!(mended(text, true).text, text.replace("oprasional", "operasional"));
}

#[test]
fn a_fix_that_would_add_a_finding_or_break_the_text_is_left_out_and_told() {
    let before = with_activity("Menyusun oprasional");
    let worse = |text: &str| {
        let mut found = findings(text)?;
        let mut other = found.first()?.clone();
        (other.code, other.fix) = ("S999", None);
        found.extend(text.contains("operasional").then_some(other));
        Some(found)
    };
    let safe = |it: &Diagnostic| it.fix.as_ref().is_some_and(|fix| fix.safe);
    let result = mend(&before, &worse, &safe).expect("a text that reads");
    assert_eq!((result.text.as_str(), result.applied.len()), (before.as_str(), 0));
    assert!(result.refused.iter().any(|it| it.code == "S805"), "{:?}", result.refused);
    let unreadable = |text: &str| findings(text).filter(|_| !text.contains("operasional"));
    assert_eq!(mend(&before, &unreadable, &safe).expect("a text that reads").text, before);
}

#[test]
fn several_faults_of_one_value_are_all_mended() {
    becomes(
        &with_activity("Menyusun bahan utuk monitorng oprasional"),
        &with_activity("Menyusun bahan untuk monitoring operasional"),
    );
}

/// A way out in words of its own is an arrow like any other: numbering anew never leaves it pointing elsewhere.
#[test]
fn steps_are_not_numbered_anew_under_a_way_out_to_a_shared_number() {
    let steps = |to: u32| {
        format!(
            "versi: 1\nkegiatan:\n- {{nomor: 1, uraian: Menyusun draf}}\n- {{nomor: 1, uraian: Membahas draf}}\n\
             - {{nomor: 2, uraian: Memeriksa draf, cabang: [{{label: Setuju, ke: 3}}, {{label: Ulang, ke: {to}}}]}}\n\
             - {{nomor: 3, uraian: Menyimpan draf}}\n"
        )
    };
    let renumbers = |text: &str| {
        let sop = &sop::read::yaml::read_yaml(text).expect("our own YAML")[0];
        let findings = sop::check::check(sop, &sop::check::Settings::default(), sop::check::rules());
        findings.iter().any(|it| it.code == "S011" && it.fix.is_some())
    };
    assert!(renumbers(&steps(2)));
    assert!(!renumbers(&steps(1)));
    let sandbox = Sandbox::new().file("a.yaml", steps(2));
    sandbox.run(&["check", "a.yaml", "--select", "S011", "--fix", "--unsafe-fixes"]);
    let mended = sandbox.read("a.yaml");
    assert!(
        mended.contains("nomor: 4") && mended.contains("{label: Setuju, ke: 4}, {label: Ulang, ke: 3}"),
        "{mended}"
    );
}

/// A file that reads in spite of slips of hand is mended like any other, and its slips with it.
#[test]
fn what_is_written_loosely_is_mended_too() {
    becomes(
        "versi: 1\nkegiatan:\n  - nomor: 1\n    uraian: Menyusun draft: surat  # segera\n    waktu: 30 mnt\n    output: [Draf, Lampiran: KTP]\n",
        "versi: 1\nkegiatan:\n  - nomor: 1\n    uraian: \"Menyusun draf: surat\"  # segera\n    waktu: 30 mnt\n    output: [Draf, \"Lampiran: KTP\"]\n",
    );
    let text = "versi: 1\npelaksana:\n  - {id: kabid, nama: Kepala Bidang}\nkegiatan:\n  - {nomor: 1, pelaksana: Kabid}\nketerkaitan:\n  - > SOP A\n";
    becomes(text, &text.replace("pelaksana: Kabid", "pelaksana: kabid").replace("> SOP A", "\"> SOP A\""));
}
