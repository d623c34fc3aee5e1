//! False alarms: on an SOP without faults checking says nothing at all, at any severity, and on a damaged one nothing but what its
//! gold deserves.

use crate::damage::{Judged, Layout, faultless, inherent, judged};
use crate::support::golden::content;
use sop::analysis::analyze;
use sop::check::{Settings, check, rules};
use sop::diagnostic::Severity;
use sop::model::{Actor, Conversion, Identity, Path, Sop};
use std::collections::{BTreeMap, BTreeSet};

/// So many faultless SOPs are made up for each layout.
const SEEDS: u64 = 6;

/// The codes found in a text, with what each says.
fn findings(bytes: &[u8], name: &str) -> Vec<(&'static str, String)> {
    let analysis = analyze(bytes, name).expect("it can be read");
    let all = analysis.sops.iter().flat_map(|sop| check(sop, &Settings::default(), rules()));
    all.map(|finding| (finding.code, finding.message.id.into_owned())).collect()
}

#[test]
fn faultless_documents_of_all_layouts_are_silent() {
    let mut alarms = String::new();
    for layout in Layout::ALL {
        for seed in 0..SEEDS {
            let (text, ending) = faultless(layout, seed);
            let found = findings(text.as_bytes(), &format!("sop.{ending}"));
            let told: BTreeSet<_> = found.iter().map(|(code, _)| *code).collect();
            let expected: BTreeSet<_> = inherent(layout).iter().copied().collect();
            if told != expected {
                alarms.push_str(&format!("{layout:?} {seed}: {found:?}\n{text}\n"));
            }
        }
    }
    assert!(alarms.is_empty(), "false alarms:\n{alarms}");
}

/// A converter wrote the names of the first two columns into one cell.
#[test]
fn names_of_two_columns_in_one_cell_name_both() {
    let table = "| No Kegiatan |  | Staf | Kelengkapan | Waktu | Output |\n|---|---|---|---|---|---|\n\
                 | 1 | Mencatat surat masuk | □ | Surat | 5 menit | Surat tercatat |\n\
                 | 2 | Menyimpan surat masuk | □ | Surat tercatat | 5 menit | Arsip |\n";
    assert!(findings(table.as_bytes(), "sop.md").iter().all(|(code, _)| *code != "S002"));
}

#[test]
fn clean_examples_are_silent() {
    for name in ["surat-masuk", "izin-reklame", "rencana-kerja", "surat-keterangan-usaha", "upacara"] {
        let found = findings(&content(&format!("examples/{name}.yaml")), &format!("{name}.yaml"));
        assert!(found.is_empty(), "{name}: {found:?}");
    }
}

/// Codes that speak of how a document is written down, which its gold does not tell: a heading that lacks columns, a printed total,
/// another heading, unusual spellings of dates, numbers and durations, marks that were crowded or moved.
const OF_THE_WRITING: [&str; 10] = ["S002", "S008", "S017", "S022", "S102", "S108", "S206", "S405", "S603", "S014"];

/// What a finding is known by: severity, code and path.
type Known = (Severity, &'static str, String);

/// The findings that say something about the document; the notes on its reading are none.
fn faults(sops: &[Sop]) -> Vec<Known> {
    let all = sops.iter().flat_map(|sop| check(sop, &Settings::default(), rules()));
    let all = all.filter(|it| it.severity != Severity::Note && !OF_THE_WRITING.contains(&it.code));
    all.map(|it| (it.severity, it.code, it.path)).collect()
}

/// The same SOPs as a text says them that lost its symbols.
fn converted(gold: &[Sop]) -> Vec<Sop> {
    gold.iter().cloned().map(|sop| Sop { conversion: Some(Conversion::default()), ..sop }).collect()
}

/// The same SOPs with those actors marked as outsiders whose names say so to the reader: gold holds what is written, and that is not.
fn named_alike(gold: &[Sop], read: &[Sop]) -> Vec<Sop> {
    let name = |it: &Actor| it.name.value.to_lowercase();
    let outsiders: BTreeSet<String> =
        read.iter().flat_map(|sop| &sop.actors).filter(|it| it.external).map(name).collect();
    let mark = |mut sop: Sop| {
        sop.actors.iter_mut().for_each(|it| it.external |= outsiders.contains(&name(it)));
        sop
    };
    gold.iter().cloned().map(mark).collect()
}

/// What the document deserves: what its gold draws, be it written by hand or converted from a text that lost its symbols.
fn deserved(gold: &[Sop]) -> BTreeSet<(&'static str, String)> {
    let all = faults(gold).into_iter().chain(faults(&converted(gold)));
    // YAML has all parts, if only empty ones; a name may stand over a table alone.
    let named = |sop: &Sop| Identity { title: sop.identity.title.clone(), ..Identity::default() };
    let lacks_a_part = |sop: &Sop| sop.identity == named(sop) || sop.steps.is_empty();
    let lacking = gold.iter().any(lacks_a_part).then(|| ("S001", String::new()));
    all.map(|(_, code, path)| (code, path)).chain(lacking).collect()
}

/// So many findings of one rule say something of how often it is right.
const OFTEN: usize = 8;

/// How many findings were made, and how many of them were right.
#[derive(Default, Clone, Copy)]
struct Right(usize, usize);

impl Right {
    fn add(&mut self, is_right: bool) {
        self.0 += 1;
        self.1 += usize::from(is_right);
    }

    fn share(self) -> f64 {
        self.1 as f64 / self.0.max(1) as f64
    }
}

/// The verdict on all findings about the damaged documents.
#[derive(Default)]
struct Verdict {
    severities: BTreeMap<Severity, Right>,
    rules: BTreeMap<(Severity, &'static str), Right>,
    layouts: BTreeMap<(Severity, String), Right>,
    wrong: Vec<String>,
    /// The errors that documents deserve, and those of them that they are told as such.
    told: Right,
}

impl Verdict {
    fn add(&mut self, document: &Judged) {
        let gold = named_alike(&document.gold, document.read);
        let deserved = deserved(&gold);
        let is_open = |path: &str| document.open.iter().any(|it| Path(path.to_owned()).is_within(&Path(it.clone())));
        let found: BTreeSet<Known> = faults(document.read).into_iter().collect();
        let errors = faults(&converted(&gold));
        for known in errors.into_iter().filter(|it| it.0 == Severity::Error && !is_open(&it.2)) {
            // That there is no identity block at all says it of each part.
            let is_told = found.contains(&known) || known.1 == "S101" && document.read.iter().any(Sop::lacks_the_form);
            self.told.add(is_told);
        }
        for (severity, code, path) in faults(document.read) {
            if is_open(&path) {
                continue;
            }
            let is_right = deserved.contains(&(code, path.clone()));
            self.severities.entry(severity).or_default().add(is_right);
            self.rules.entry((severity, code)).or_default().add(is_right);
            self.layouts.entry((severity, format!("{:?}", document.layout))).or_default().add(is_right);
            if !is_right {
                self.wrong.push(format!("{}: {severity} {code} {path}", document.name));
            }
        }
    }

    /// Rules and layouts with a finding that is wrong, and the sums.
    fn table(&self) -> String {
        let line = |name: &str, it: &Right| format!("{name:<28} {:>5} {:>5}  {:.3}\n", it.0, it.1, it.share());
        let mut out = String::from("                             found right\n");
        let is_at_fault = |it: &Right| it.1 < it.0;
        let rules = self.rules.iter().rev().filter(|(_, it)| is_at_fault(it));
        rules.for_each(|((severity, code), it)| out.push_str(&line(&format!("{severity} {code}"), it)));
        let layouts = self.layouts.iter().rev().filter(|(_, it)| is_at_fault(it));
        layouts.for_each(|((severity, layout), it)| out.push_str(&line(&format!("{severity} in {layout}"), it)));
        self.severities.iter().rev().for_each(|(severity, it)| out.push_str(&line(&format!("all {severity}"), it)));
        out.push_str(&line("errors told", &self.told));
        out
    }

    fn share(&self, severity: Severity) -> f64 {
        self.severities.get(&severity).copied().unwrap_or_default().share()
    }
}

#[test]
fn findings_on_damaged_documents_are_those_of_the_gold() {
    let mut verdict = Verdict::default();
    judged().for_each(|document| verdict.add(&document));
    println!("{}\n{}", verdict.table(), verdict.wrong.join("\n"));
    assert!(verdict.severities.values().map(|it| it.0).sum::<usize>() > 4000, "{}", verdict.table());
    assert!(verdict.told.share() >= 0.95, "{}", verdict.table());
    for ((severity, code), it) in verdict.rules.iter().filter(|(_, it)| it.0 >= OFTEN) {
        assert!(it.share() >= 0.9, "{:.3} of all {severity} {code} are right\n{}", it.share(), verdict.table());
    }
    for (severity, least) in [(Severity::Error, 0.99), (Severity::Warning, 0.99), (Severity::Info, 0.99)] {
        let right = verdict.share(severity);
        let wrong = || verdict.wrong.join("\n");
        assert!(right >= least, "{right:.3} of all {severity} are right\n{}\n{}", verdict.table(), wrong());
    }
}

/// Dashes around a page that was copied are its edge; a finding that quotes nothing tells nobody anything.
#[test]
fn a_line_of_marks_is_not_quoted() {
    let table = "| No | Kegiatan | Staf | Kelengkapan | Waktu | Output |\n|---|---|---|---|---|---|\n\
                 | 1 | Mencatat surat | Mulai | Surat | 5 menit | Surat tercatat |\n";
    let found = findings(format!("---\n---\n\n{table}").as_bytes(), "sop.md");
    assert!(found.iter().all(|(_, message)| !message.contains("``")), "{found:?}");
}

/// The year with which a cover ends is no text that nobody understood; below the title it may be the rest of that.
#[test]
fn the_year_of_a_cover_is_not_told() {
    let rest = "Nomor SOP : 503/11/2023\nNama SOP : Pelayanan Izin Usaha\n\nNo\tKegiatan\tPelaksana\tWaktu\tOutput\n\
                1\tMenerima berkas\tStaf\t5 menit\tBerkas\n";
    let cover = "STANDAR OPERASIONAL PROSEDUR\nPELAYANAN IZIN USAHA\nDINAS PERIZINAN KABUPATEN CONTOH\nTAHUN 2023\n\n";
    let unused =
        |text: &str| findings(text.as_bytes(), "sampul.txt").iter().filter(|(code, _)| *code == "S009").count();
    assert_eq!(unused(&format!("{cover}{rest}")), 0);
    assert_eq!(unused(&format!("{rest}\nTAHUN 2023\n")), 1);
}
