//! What checking tells of the five documents in `sops/`, and what the engine adds to a rule: the ledger, the switches, the order.

use crate::support::golden::{content, stems};
use sop::analysis::{Analysis, analyze};
use sop::check::{Settings, check, rules};
use sop::diagnostic::{Diagnostic, Severity};
use sop::model::Sop;
use sop::read::yaml::read_yaml;
use sop::render::yaml::to_yaml;
use std::collections::BTreeSet;
use std::path::Path;

/// The findings of all rules about one of the five documents.
fn findings(name: &str) -> Vec<Diagnostic> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("sops").join(name);
    let bytes = std::fs::read(&file).unwrap();
    let analysis = analyze(&bytes, name).unwrap();
    analysis.sops.iter().flat_map(|sop| check(sop, &Settings::default(), rules())).collect()
}

/// The one finding of that code at that path.
#[track_caller]
fn one<'f>(findings: &'f [Diagnostic], code: &str, path: &str) -> &'f Diagnostic {
    let found: Vec<_> = findings.iter().filter(|it| it.code == code && it.path == path).collect();
    let all = || findings.iter().map(|it| format!("{} {}", it.code, it.path)).collect::<Vec<_>>();
    assert_eq!(found.len(), 1, "{code} at {path} among {:#?}", all());
    found[0]
}

#[test]
fn banyumas_names_two_documents_almost_as_before() {
    let findings = findings("banyumas-perkim-monev.txt");
    let pairs = [
        ("kegiatan/2/kelengkapan/1", "Disposisi Kepala Pelaksana", "kegiatan/1/output/1", "Disposisi Kepala Dinas"),
        ("kegiatan/4/kelengkapan/1", "Bahan Penyusunan Monev", "kegiatan/3/output/1", "Bahan Pelaksanaan Monev"),
    ];
    for (path, needed, source, made) in pairs {
        let finding = one(&findings, "S503", path);
        assert!(finding.message.id.contains(needed) && finding.message.id.contains(made), "{}", finding.message.id);
        assert_eq!(finding.related[0].path, source);
        assert!(finding.span.is_some() && finding.related[0].span.is_some());
    }
    assert_eq!(one(&findings, "S201", "identitas/nomor").severity, Severity::Error);
}

#[test]
fn lamandau_cites_a_repealed_regulation_and_lacks_a_year() {
    let findings = findings("lamandau-sosial-monev.txt");
    let repealed = one(&findings, "S301", "dasar_hukum/1");
    assert_eq!(repealed.severity, Severity::Error);
    assert!(repealed.message.id.contains("PER/21/M.Pan/11/2008") && repealed.message.id.contains("35 Tahun 2012"));
    assert!(
        one(&findings, "S204", "identitas/tanggal_pembuatan").message.id.contains("`30 NOVEMBER` belum menyebut tahun")
    );
}

#[test]
fn balangan_begins_at_step_eight_and_changes_nothing() {
    let findings = findings("balangan-dispersip-monev.txt");
    assert!(one(&findings, "S004", "kegiatan/8").message.id.contains("langkah 1 sampai 7 tidak ada"));
    for step in 8..=11 {
        one(&findings, "S504", &format!("kegiatan/{step}/output"));
    }
}

#[test]
fn way_kanan_has_a_blank_number_and_a_broken_chain() {
    let findings = findings("way-kanan-kominfo-monev.txt");
    assert!(one(&findings, "S201", "identitas/nomor").message.id.contains("830/ /IV.16-WK/2021"));
    let broken = one(&findings, "S502", "kegiatan/7/kelengkapan/1");
    assert!(broken.message.id.contains("Data Laporan Kinerja Triwulan"));
    assert_eq!(broken.related[0].path, "kegiatan/6/output/1");
}

#[test]
fn nothing_is_wrong_with_the_chain_of_purwokerto_utara() {
    let findings = findings("purwokerto-utara-evaluasi-kinerja.txt");
    let chain: Vec<_> = findings.iter().filter(|it| it.code.starts_with("S5")).collect();
    assert!(chain.is_empty(), "{chain:#?}");
}

const IDLE: &str = "versi: 1
pelaksana:
  - {id: staf, nama: Staf}
  - {id: camat, nama: Camat}
kegiatan:
  - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}
";

const INFERRED: &str = "konversi:
  sumber: lama.txt
  tinjau:
    - {bidang: kegiatan/1/pelaksana, cara: disimpulkan, keyakinan: 0.8, alasan: subjek kalimat}
";

fn of_rule(yaml: &str, code: &str) -> Vec<Diagnostic> {
    let sops = read_yaml(yaml).unwrap();
    let selected = rules().filter(|rule| rule.code == code);
    check(&sops[0], &Settings::default(), selected)
}

#[test]
fn a_finding_that_rests_on_an_inferred_value_is_a_suggestion_and_says_so() {
    assert_eq!(of_rule(IDLE, "S402")[0].severity, Severity::Warning);
    let inferred = &of_rule(&format!("{IDLE}{INFERRED}"), "S402")[0];
    assert_eq!(inferred.severity, Severity::Info);
    assert!(inferred.message.id.ends_with("(disimpulkan: subjek kalimat)"), "{}", inferred.message.id);
    assert!(inferred.message.en.ends_with("(inferred: subjek kalimat)"), "{}", inferred.message.en);
}

#[test]
fn a_document_switches_rules_off_by_code_or_name() {
    for key in ["S402", "idle-actor"] {
        let silent = format!("{IDLE}abaikan:\n  - {{kode: {key}, alasan: camat menyusul}}\n");
        assert!(of_rule(&silent, "S402").is_empty(), "{key}");
    }
}

#[test]
fn findings_come_in_document_order() {
    let findings = findings("lamandau-sosial-monev.txt");
    let notes = findings.iter().position(|it| it.severity == Severity::Note).expect("notes");
    let (faults, notes) = findings.split_at(notes);
    assert!(notes.iter().all(|it| it.severity == Severity::Note), "notes come last");
    let starts: Vec<_> = faults.iter().filter_map(|it| it.span).map(|span| span.start).collect();
    assert!(starts.len() > 10 && starts.is_sorted());
    let without = faults.iter().position(|it| it.span.is_none()).unwrap_or(faults.len());
    assert!(faults[without..].iter().all(|it| it.span.is_none()), "what stands nowhere comes last");
}

#[test]
fn repealed_regulations_are_known_in_every_spelling() {
    let cited = [
        ("UU 32/2004", "S301"),
        ("Undang-Undang Republik Indonesia Nomor 32 Tahun 2004 tentang Pemerintahan Daerah", "S301"),
        ("PP No. 58 Tahun 2005 tentang Pengelolaan Keuangan Daerah", "S301"),
        ("Peraturan Menteri Negara Pendayagunaan Aparatur Negara Nomor PER/20/M.PAN/04/2006", "S301"),
        ("Keppres 68/1995", "S301"),
        ("Peraturan Menteri Dalam Negeri Nomor 54 Tahun 2009 tentang Tata Naskah Dinas", "S301"),
        ("Permensos Nomor 7 Tahun 2021 tentang Asistensi Rehabilitasi Sosial", "S301"),
        ("Peraturan Menteri Sekretaris Negara Nomor 21 Tahun 2011 tentang SOP", "S301"),
        ("KepmenPAN Nomor 25 Tahun 2004", "S313"),
        ("Perpres Nomor 54 Tahun 2010 tentang Pengadaan Barang/Jasa Pemerintah", "S313"),
    ];
    for (citation, code) in cited {
        let yaml = format!("versi: 1\nidentitas: {{tanggal_efektif: 2026-03-02}}\ndasar_hukum:\n  - {citation}\n");
        assert_eq!(of_rule(&yaml, code).len(), 1, "{citation}");
    }
    let other = "versi: 1\nidentitas: {tanggal_efektif: 2026-03-02}\ndasar_hukum: [Permenkes Nomor 54 Tahun 2009]\n";
    assert!(of_rule(other, "S301").is_empty(), "the number of another ministry is another regulation");
}

/// What is said of how a text is written down, which its YAML does not keep: columns that its heading lacks, cells out of their
/// columns, markup, several SOPs in a file, totals, letters, page furniture, text left out or under tracked changes, covered text,
/// pages without text, or with text that was recognised, drawings, an attachment that is not what was printed, and other ways to write a date or a duration.
const OF_THE_TEXT: [&str; 16] = [
    "S002", "S003", "S005", "S006", "S008", "S010", "S013", "S016", "S017", "S018", "S019", "S020", "S021", "S022",
    "S025", "S026",
];

/// Rules of that kind that also speak of YAML, one of them of how a NIP is grouped.
const OF_THE_SPELLING: [&str; 3] = ["S108", "S206", "S603"];

/// Severity, code and path of what is found in an SOP, and what it is called.
fn judged(sop: &Sop) -> BTreeSet<(Severity, &'static str, String, String)> {
    let all = check(sop, &Settings::default(), rules()).into_iter();
    let told = all.filter(|it| !OF_THE_TEXT.contains(&it.code) && !OF_THE_SPELLING.contains(&it.code));
    told.map(|it| (it.severity, it.code, it.path, it.message.id.into_owned())).collect()
}

#[test]
fn a_text_and_the_yaml_made_of_it_are_judged_alike() {
    let (mut compared, mut apart) = (0, Vec::new());
    let endings = [".txt", ".md", ".html", ".csv", ".tsv", ".xlsx", ".docx", ".pdf"];
    let folders = ["tests/suite/wild", "tests/suite/data/recovery", "tests/suite/data/office", "sops"];
    for (folder, ending) in folders.into_iter().flat_map(|folder| endings.map(|ending| (folder, ending))) {
        for name in stems(folder, ending) {
            let file = format!("{name}{ending}");
            let Ok(Analysis { sops, is_model: false, .. }) = analyze(&content(&format!("{folder}/{file}")), &file)
            else {
                continue;
            };
            let back = read_yaml(&to_yaml(&sops)).expect("good YAML");
            assert_eq!(sops.len(), back.len(), "{file}");
            for (sop, twin) in sops.iter().zip(&back) {
                let (of_text, of_yaml) = (judged(sop), judged(twin));
                let lost: Vec<_> = of_text.difference(&of_yaml).collect();
                let new: Vec<_> = of_yaml.difference(&of_text).collect();
                compared += 1;
                if !lost.is_empty() || !new.is_empty() {
                    apart.push(format!("{file}: lost {lost:?}, new {new:?}"));
                }
            }
        }
    }
    assert!(compared > 150, "{compared} SOPs");
    assert!(apart.is_empty(), "{}", apart.join("\n"));
}

#[test]
fn who_deletes_what_was_not_recognised_has_reviewed_it() {
    let open = "versi: 1\nidentitas: {nama: Pengelolaan Surat}\nkonversi:\n  sumber: surat.txt\n  tak_dikenali:\n    \
                - {teks: Camat Sukamaju Drs. Contoh, dekat: [identitas], baris: 3}\n";
    let reviewed = open.split("  tak_dikenali").next().expect("the part before it");
    let severities = |yaml: &str, code| of_rule(yaml, code).into_iter().map(|it| it.severity).collect::<BTreeSet<_>>();
    assert_eq!(severities(open, "S009"), BTreeSet::from([Severity::Note]));
    assert_eq!(severities(open, "S118"), BTreeSet::from([Severity::Note]), "it may be what is missing");
    assert_eq!(severities(reviewed, "S118"), BTreeSet::from([Severity::Warning]));
    assert!(of_rule(reviewed, "S009").is_empty());
}
