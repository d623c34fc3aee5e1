//! `sop.toml` and `sop config`: what an office decides, where it is found, and what is said about a slip in it.

use super::objects;
use crate::support::sandbox::Sandbox;
use serde_json::Value;

/// One finding each of S602 (error), S807 (suggestion) and S412 (suggestion), among others.
const SOP: &str = "\
versi: 1
pelaksana:
  - {id: camat, nama: Camat}
  - {id: kass, nama: Kass}
kegiatan:
  - {nomor: 1, uraian: Menerima ijin usaha, pelaksana: kass, waktu: \"10\", output: [Izin diterima]}
  - {nomor: 2, uraian: Menandatangani surat, pelaksana: camat, waktu: 5 menit, output: [Surat]}
";

/// Code and severity of what is found, with this `sop.toml` and these options.
fn found(toml: &str, options: &[&str]) -> Vec<(String, String)> {
    let sandbox = Sandbox::new().file("s/a.yaml", SOP).file("sop.toml", toml);
    let run = sandbox.run(&[&["check", "s/a.yaml", "--format=json"], options].concat());
    assert!(run.code < 2, "{}", run.err);
    let text = |it: &Value, key: &str| it[key].as_str().unwrap_or_default().to_owned();
    objects(&run.out).iter().map(|it| (text(it, "code"), text(it, "severity"))).collect()
}

/// The severity of one rule's finding.
fn severity(toml: &str, options: &[&str], code: &str) -> Option<String> {
    found(toml, options).into_iter().find(|(it, _)| it == code).map(|(_, severity)| severity)
}

fn refused(toml: &str) -> String {
    let run = Sandbox::new().file("a.yaml", SOP).file("sop.toml", toml).run(&["check", "a.yaml"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""), "{run:?}");
    run.err
}

#[test]
fn the_example_has_findings_to_decide_about() {
    let of = |code: &str| severity("", &[], code).unwrap_or_default();
    assert_eq!((of("S602").as_str(), of("S807").as_str(), of("S412").as_str()), ("error", "info", "info"));
    assert_eq!(of("S409"), "info");
}

#[test]
fn rules_are_selected_and_ignored() {
    let codes = |toml: &str| found(toml, &[]).into_iter().map(|(code, _)| code).collect::<Vec<_>>();
    assert_eq!(codes("pilih = [\"S6\", \"nonstandard-word\"]"), ["S807", "S602"]);
    assert!(!codes("abaikan = [\"S6\"]").contains(&"S602".to_owned()));
    assert_eq!(codes("pilih = [\"S6\"]\nabaikan = [\"missing-unit\"]"), Vec::<String>::new());
}

#[test]
fn severities_are_the_offices_and_the_most_specific_wins() {
    let toml = "[tingkat]\nS6 = \"mati\"\nS602 = \"saran\"\nnonstandard-word = \"galat\"\n";
    assert_eq!(severity(toml, &[], "S602").as_deref(), Some("info"));
    assert_eq!(severity(toml, &[], "S807").as_deref(), Some("error"));
    assert_eq!(severity("tingkat = {S602 = \"mati\"}", &[], "S602"), None);
}

#[test]
fn patterns_name_files_below_the_folder_of_the_file() {
    for pattern in ["s/", "s/*.yaml", "*.yaml", "**/a.yaml"] {
        assert_eq!(severity(&format!("[per_berkas]\n\"{pattern}\" = [\"S602\"]"), &[], "S602"), None, "{pattern}");
    }
    for pattern in ["t/", "a.yml", "*.yaml/x", "s"] {
        assert!(severity(&format!("[per_berkas]\n\"{pattern}\" = [\"S602\"]"), &[], "S602").is_some(), "{pattern}");
    }
}

#[test]
fn the_command_line_has_the_last_word() {
    let toml = "abaikan = [\"S602\"]\npilih = [\"S8\"]\n";
    assert_eq!(found(toml, &["--select", "S4"]).len(), found("", &["--select", "S4"]).len());
    assert!(severity(toml, &["--select", "S602"], "S602").is_some(), "named by its own code");
    assert_eq!(severity(toml, &["--select", "S6"], "S602"), None, "not named, and ignored");
    assert_eq!(severity("", &["--ignore", "S602"], "S602"), None);
}

#[test]
fn a_profile_is_chosen_in_the_file_or_on_the_command_line() {
    let toml = "profil = \"permendagri-52-2011\"\n";
    assert_eq!(severity(toml, &[], "S412"), None);
    assert!(severity(toml, &["--profile", "permenpanrb-35-2012"], "S412").is_some());
    assert_eq!(severity("", &["--profile", "permendagri-52-2011"], "S412"), None);
    let louder = format!("{toml}tingkat = {{S412 = \"peringatan\"}}\n");
    assert_eq!(severity(&louder, &[], "S412").as_deref(), Some("warning"));
    assert!(severity(&format!("{toml}pilih = [\"S412\"]\n"), &[], "S412").is_some(), "asked for by name");
    assert_eq!(severity(&format!("{toml}pilih = [\"S4\"]\n"), &[], "S412"), None);
}

#[test]
fn offices_of_the_dictionary_are_known() {
    assert!(severity("", &[], "S409").is_some());
    assert_eq!(severity("[jabatan]\nkass = \"Kepala Seksi\"\n", &[], "S409"), None);
    let office = SOP.replace("Menandatangani surat", "Menandatangani surat Kasubbag dan Kasubag");
    let sandbox = |toml: &str| Sandbox::new().file("a.yaml", &office).file("sop.toml", toml);
    let count = |toml: &str| sandbox(toml).run(&["check", "a.yaml", "--select", "S408", "--format=concise"]).out;
    assert_eq!(count("").lines().count(), 1);
    assert_eq!(count("jabatan = {Kasubag = \"Kasubbag\"}"), "");
    let handed =
        SOP.replace("Menerima ijin usaha, pelaksana: kass", "Menyerahkan berkas kepada Kasi, pelaksana: camat");
    let sandbox = |toml: &str| Sandbox::new().file("a.yaml", &handed).file("sop.toml", toml);
    let listed = |toml: &str| sandbox(toml).run(&["check", "a.yaml", "--select", "S403", "--format=concise"]).out;
    assert_eq!(listed("").lines().count(), 1);
    assert_eq!(listed("jabatan = {Kass = \"Kepala Seksi\"}"), "", "the office has a column under its local name");
}

#[test]
fn the_nearest_file_above_a_document_holds() {
    let sandbox = Sandbox::new()
        .file("sop.toml", "pilih = [\"S6\"]")
        .file("s/sop.toml", "pilih = [\"S8\"]")
        .file("a.yaml", SOP)
        .file("s/t/a.yaml", SOP)
        .file("lain.toml", "pilih = [\"S4\"]");
    let codes = |options: &[&str]| {
        let run = sandbox.run(&[&["check", "a.yaml", "s/t/a.yaml", "--format=json"], options].concat());
        let codes = |it: &Value| format!("{} {}", it["file"].as_str().unwrap(), &it["code"].as_str().unwrap()[..2]);
        let mut all: Vec<String> = objects(&run.out).iter().map(codes).collect();
        all.dedup();
        all
    };
    assert_eq!(codes(&[]), ["a.yaml S6", "s/t/a.yaml S8"]);
    assert_eq!(codes(&["--config", "lain.toml"]), ["a.yaml S4", "s/t/a.yaml S4"]);
    assert!(codes(&["--no-config"]).len() > 4 && codes(&["--isolated"]) == codes(&["--no-config"]));
    let from_inside = sandbox.command(&["check", "a.yaml", "--format=json"]).current_dir(sandbox.path("s/t")).output();
    assert!(String::from_utf8(from_inside.unwrap().stdout).unwrap().contains("S807"));
}

#[test]
fn nothing_is_looked_for_above_the_root_of_a_project() {
    let sandbox = Sandbox::new().file("sop.toml", "pilih = [\"S9x\"]").file("p/.git/x", "").file("p/a.yaml", SOP);
    assert_eq!(sandbox.run(&["check", "p/a.yaml"]).code, 1);
}

#[test]
fn a_slip_is_an_error_at_its_place_that_names_the_nearest() {
    let cases = [
        ("pilh = [\"S5\"]", "sop.toml:1:1: pengaturan `pilh` tidak dikenal; mungkin maksudnya `pilih`"),
        (
            "\n  waktu_kerja.menit = 3",
            "sop.toml:2:15: pengaturan `menit` tidak dikenal; mungkin maksudnya `menit_per_hari`",
        ),
        ("xyz = 1", "sop.toml:1:1: pengaturan `xyz` tidak dikenal; yang dikenal di sini: `profil`, `pilih`"),
        (
            "abaikan = [\"S5\",\n \"unused-tekst\"]",
            "sop.toml:2:2: aturan `unused-tekst` tidak dikenal; yang paling mirip: S009",
        ),
        ("[tingkat]\nS602 = \"saren\"", "sop.toml:2:8: tingkat `saren` tidak dikenal; mungkin maksudnya `saran`"),
        ("[tingkat]\nS5021 = \"saran\"", "sop.toml:2:1: aturan `S5021` tidak dikenal"),
        ("profil = \"puskes\"", "sop.toml:1:10: profil `puskes` tidak dikenal; mungkin maksudnya `puskesmas`"),
        ("pilih = \"S5\"", "sop.toml:1:9: jenis nilainya lain"),
        ("pilih = [5]", "sop.toml:1:10: jenis nilainya lain"),
        ("hari_ini = \"besok\"", "sop.toml:1:12: harus berupa tanggal lengkap"),
        ("hari_ini = 2026-02-30", "sop.toml:1:12"),
        ("waktu_kerja = {hari_per_minggu = 8}", "sop.toml:1:34: harus berupa bilangan bulat dari 1 sampai 7"),
        ("waktu_kerja = {menit_per_hari = 0}", "bilangan bulat dari 1 sampai 1440"),
        ("per_berkas = {\"a[\" = [\"S5\"]}", "sop.toml:1:15: `a[` bukan pola nama berkas"),
        ("jabatan = {Kass = \"\"}", "sop.toml:1:12: nama jabatan tidak boleh kosong"),
        ("pilih = [\"S5\"]\npilih = [\"S6\"]", "sop.toml:2:1: pengaturan ini tertulis dua kali"),
        ("pilih = [\"S5\"", "sop.toml:1:14: susunan TOML tidak dapat dibaca di sini"),
    ];
    for (toml, words) in cases {
        let said = refused(toml);
        assert!(said.contains(words), "{toml}\n{words}\n{said}");
        assert_eq!(said.lines().count(), 1, "{said}");
    }
}

#[test]
fn what_is_no_text_is_refused() {
    let sandbox = Sandbox::new().file("a.yaml", SOP).file("sop.toml", [0xff, 0xfe, 0]);
    assert!(sandbox.run(&["check", "a.yaml"]).err.contains("sop.toml: bukan teks UTF-8"));
    let sandbox = Sandbox::new().file("a.yaml", SOP).file("sop.toml", "# x\n".repeat(300_000));
    assert!(sandbox.run(&["check", "a.yaml"]).err.contains("sop.toml: terlalu besar"));
    let sandbox = Sandbox::new().file("a.yaml", SOP).file("sop.toml", "a=".repeat(30_000) + &"[".repeat(30_000));
    assert_eq!(sandbox.run(&["check", "a.yaml"]).code, 2);
    let run = Sandbox::new().file("a.yaml", SOP).run(&["check", "a.yaml", "--config", "hilang.toml"]);
    assert!(run.code == 2 && run.err.contains("hilang.toml: tidak ditemukan"), "{run:?}");
}

#[test]
fn a_folder_or_a_link_in_circles_by_that_name_is_told() {
    let sandbox = Sandbox::new().file("a.yaml", SOP).file("sop.toml/isi", "");
    let run = sandbox.run(&["check", "a.yaml"]);
    assert!(run.code == 2 && run.err.contains("sop.toml: "), "{run:?}");
    #[cfg(unix)]
    {
        let sandbox = Sandbox::new().file("a.yaml", SOP);
        std::os::unix::fs::symlink("sop.toml", sandbox.path("sop.toml")).unwrap();
        let run = sandbox.run(&["check", "a.yaml"]);
        assert!(run.code == 2 && run.err.contains("sop.toml: "), "{run:?}");
    }
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_first_key() {
    assert_eq!(severity("\u{feff}abaikan = [\"S602\"]", &[], "S602"), None);
}

#[test]
fn today_is_what_the_office_says_and_has_to_be_a_date() {
    let sandbox = Sandbox::new().file("sop.toml", "hari_ini = 2026-01-31");
    let day = |options: &[&str]| sandbox.run(&[&["config"], options].concat());
    assert!(day(&[]).out.contains("2026-01-31"), "{}", day(&[]).out);
    assert!(day(&["--today", "3 Mei 2027"]).out.contains("2027-05-03"));
    let run = day(&["--today", "kemarin"]);
    assert!(run.code == 2 && run.err.contains("`kemarin` bukan tanggal lengkap"), "{run:?}");
}

/// Every kind of voice, in text and as JSON.
#[test]
fn config_says_what_holds_and_who_says_so() {
    let toml = "profil = \"puskesmas\"\n[tingkat]\nS6 = \"saran\"\n[per_berkas]\n\"a.*\" = [\"S5\"]\n[waktu_kerja]\n\
                hari_per_minggu = 6\n[jabatan]\nKass = \"Kepala Seksi\"\n";
    let sandbox = Sandbox::new().file("sop.toml", toml);
    let run = sandbox.run(&["config", "s/a.yaml", "--ignore", "S801"]);
    assert_eq!(run.code, 0, "{run:?}");
    let line = |words: &[&str]| {
        let found = run.out.lines().find(|line| words.iter().all(|word| line.contains(word)));
        assert!(found.is_some(), "{words:?}\n{}", run.out);
    };
    line(&["berkas pengaturan", "sop.toml"]);
    line(&["profil", "puskesmas", "sop.toml:1:10"]);
    line(&["kertas", "f4", "profil puskesmas"]);
    line(&["waktu_kerja.hari_per_minggu", " 6 ", "sop.toml:7:1"]);
    line(&["waktu_kerja.menit_per_hari", "450", "bawaan"]);
    line(&["jabatan.Kass", "Kepala Seksi", "sop.toml:9:1"]);
    line(&["S007 other-form", "mati", "profil puskesmas"]);
    line(&["S602 missing-unit", "saran", "sop.toml:3:1"]);
    line(&["S502 broken-chain", "mati", "sop.toml:5:1"]);
    line(&["S801 activity-without-verb", "mati", "baris perintah, --ignore"]);
    assert!(!run.out.contains("S402"), "as built in: {}", run.out);

    let run = sandbox.run(&["config", "b.yaml", "--format", "json", "--profile", "iso"]);
    let value: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(value["berkas"], "sop.toml");
    assert_eq!((&value["profil"]["nilai"], &value["profil"]["asal"]["pilihan"]), (&"iso".into(), &"--profile".into()));
    assert_eq!(value["waktu_kerja"]["hari_per_minggu"]["asal"]["tempat"], "sop.toml:7:1");
    let rules = value["aturan"].as_array().unwrap();
    let of = |code: &str| rules.iter().find(|it| it["kode"] == code).unwrap();
    assert_eq!(of("S502")["tingkat"], "peringatan", "the pattern names another file");
    assert_eq!((&of("S007")["tingkat"], &of("S007")["asal"]["dari"]), (&"mati".into(), &"profil".into()));
    assert_eq!(of("S602")["asal"]["tempat"], "sop.toml:3:1");

    let run = Sandbox::new().run(&["config", "--lang", "en", "--no-config"]);
    assert!(run.out.contains("file of settings") && run.out.contains("none"), "{}", run.out);
    assert!(run.out.contains("built in") && !run.out.contains("bawaan"), "{}", run.out);
}

#[test]
fn a_print_is_on_the_paper_of_its_profile() {
    let width = |toml: &str, options: &[&str]| {
        let sandbox = Sandbox::new().file("a.yaml", SOP).file("sop.toml", toml);
        let run = sandbox.run(&[&["render", "a.yaml", "-o", "a.svg"], options].concat());
        assert_eq!(run.code, 0, "{run:?}");
        let svg = sandbox.read("a.svg");
        svg.split("width=\"").nth(1).and_then(|it| it.split('"').next()).unwrap_or_default().to_owned()
    };
    let (a4, f4) = (width("", &[]), width("", &["--paper", "f4"]));
    assert_ne!(a4, f4);
    assert_eq!(width("profil = \"puskesmas\"", &[]), f4);
    assert_eq!(width("profil = \"puskesmas\"", &["--paper", "a4"]), a4);
}

#[test]
fn config_takes_the_words_of_check_for_a_slip() {
    let sandbox = Sandbox::new().file("sop.toml", "pilh = []");
    assert!(sandbox.run(&["config"]).err.contains("`pilh`"));
    assert_eq!(sandbox.run(&["config", "--no-config"]).code, 0);
    assert_eq!(sandbox.run(&["config", "--profile", "puskes"]).code, 2);
}

#[test]
fn every_profile_speaks_of_rules_that_there_are() {
    for profile in sop::vocabulary::profiles::PROFILES {
        for (code, level) in profile.levels {
            assert!(sop::check::rules().any(|rule| rule.code == *code), "{}: {code}", profile.name);
            assert!(sop::config::Level::from_word(level).is_some(), "{}: {level}", profile.name);
        }
        assert!(Sandbox::new().run(&["check", "--help"]).out.contains(profile.name), "the help lacks {}", profile.name);
        assert!(["a4", "f4"].contains(&profile.paper) && !profile.about.is_empty(), "{}", profile.name);
    }
}

#[test]
fn standard_input_obeys_the_settings_where_its_name_says_it_stands() {
    let sandbox = Sandbox::new()
        .file("arsip/sop.toml", "[per_berkas]\n\"lama*\" = [\"S602\"]\n[tingkat]\nS807 = \"galat\"\n")
        .file("sop.toml", "abaikan = [\"S6\", \"S8\"]\n");
    let codes = |name: &str| {
        let run = sandbox.run_with(&["check", "-", "--stdin-name", name, "--format=json"], SOP.as_bytes());
        let found = objects(&run.out);
        ["S602", "S807"].map(|code| found.iter().any(|it| it["code"] == code))
    };
    assert_eq!(codes("arsip/baru.yaml"), [true, true]);
    assert_eq!(codes("arsip/lama.yaml"), [false, true]);
    assert_eq!(codes("baru.yaml"), [false, false]);
}
