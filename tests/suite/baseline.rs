//! Fingerprints outlive what does not concern the finding: other numbers, other rows, other words in other rows, the way into
//! YAML, another layout.

use crate::damage::{Layout, generate, relaid};
use sop::analysis::analyze;
use sop::check::{Settings, check, rules};
use sop::diagnostic::Diagnostic;
use sop::model::{DocumentName, Field, Sop, Sourced, Step, Target};
use sop::read::yaml::read_yaml;
use sop::render::yaml::to_yaml;
use sop::source::Place;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

fn findings(sop: &Sop) -> Vec<Diagnostic> {
    check(sop, &Settings::default(), rules())
}

/// The five documents in `sops/`, and made-up ones of all layouts, damaged and not; in each, steps have numbers of their own
/// and words of their own.
fn documents() -> Vec<Sop> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sops");
    let seeds = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut seeds: Vec<_> = seeds.filter(|path| path.extension().is_some_and(|it| it == "txt")).collect();
    seeds.sort();
    let seeds = seeds.into_iter().map(|path| (path.display().to_string(), std::fs::read(path).unwrap()));
    let made = (0..63).map(generate).map(|it| (it.name, it.bytes));
    let sops = seeds.chain(made).flat_map(|(name, bytes)| analyze(&bytes, &name).map_or(Vec::new(), |it| it.sops));
    let distinct = |sop: &Sop| {
        let numbers: BTreeSet<u32> = sop.steps.iter().map(|step| step.number).collect();
        let words: BTreeSet<_> = sop.steps.iter().map(|step| activity(step).to_lowercase()).collect();
        sop.steps.len() > 2 && numbers.len() == sop.steps.len() && words.len() == sop.steps.len()
    };
    let sops: Vec<Sop> = sops.filter(distinct).collect();
    assert!(sops.len() > 40, "{} documents", sops.len());
    sops
}

fn activity(step: &Step) -> &str {
    step.activity.value().map_or("", String::as_str)
}

/// The SOP with other step numbers, wherever they are spoken of. Places are forgotten: nothing stands where it stood.
fn renumbered(sop: &Sop, number: &BTreeMap<u32, u32>) -> Sop {
    let mut sop = sop.clone();
    let new = |old: u32| number.get(&old).copied().unwrap_or(old);
    for step in &mut sop.steps {
        step.number = new(step.number);
        step.place = Place::NOWHERE;
        for cell in &mut step.cells {
            for target in cell.yes.iter_mut().chain(&mut cell.no).chain(&mut cell.cases).chain(&mut cell.next) {
                match &mut target.value {
                    Target::Step(at) | Target::Cell(at, _) => *at = new(*at),
                    Target::End => {}
                }
            }
        }
    }
    for review in sop.conversion.iter_mut().flat_map(|it| &mut it.reviews) {
        review.path = moved(&review.path, number);
    }
    sop
}

/// The path after the steps have got other numbers.
fn moved(path: &str, number: &BTreeMap<u32, u32>) -> String {
    let mut parts: Vec<String> = path.split('/').map(str::to_owned).collect();
    if parts[0] == "kegiatan"
        && let Some(new) = parts.get(1).and_then(|it| it.parse().ok()).and_then(|it: u32| number.get(&it))
    {
        parts[1] = new.to_string();
    }
    parts.join("/")
}

/// Findings by rule and path, their fingerprints in order.
fn by_path(findings: &[Diagnostic], path: impl Fn(&str) -> String) -> BTreeMap<(&'static str, String), Vec<String>> {
    let mut found: BTreeMap<_, Vec<String>> = BTreeMap::new();
    for it in findings {
        found.entry((it.code, path(&it.path))).or_default().push(it.fingerprint.clone());
    }
    found
}

/// Findings that are there before and after, as often, and how many of them keep their fingerprint.
#[derive(Default)]
struct Share {
    persisting: usize,
    kept: usize,
    lost: Vec<String>,
}

impl Share {
    fn add(&mut self, before: &[Diagnostic], after: &[Diagnostic], number: &BTreeMap<u32, u32>) {
        let (before, after) = (by_path(before, |path| moved(path, number)), by_path(after, str::to_owned));
        for (key, prints) in before {
            let Some(now) = after.get(&key).filter(|now| now.len() == prints.len()) else { continue };
            let kept = prints.iter().filter(|print| now.contains(print)).count();
            self.persisting += prints.len();
            self.kept += kept;
            if kept < prints.len() {
                self.lost.push(format!("{key:?}"));
            }
        }
    }

    #[track_caller]
    fn all_kept(&self) {
        assert!(self.persisting > 300, "only {} findings persist", self.persisting);
        assert_eq!(self.kept, self.persisting, "{:#?}", self.lost);
    }
}

#[test]
fn fingerprints_are_unique_in_their_sop_and_well_formed() {
    let mut count = 0;
    for sop in documents() {
        let found = findings(&sop);
        let prints: BTreeSet<&str> = found.iter().map(|it| it.fingerprint.as_str()).collect();
        assert_eq!(prints.len(), found.len());
        assert!(prints.iter().all(|it| it.len() == 16 && it.bytes().all(|it| it.is_ascii_hexdigit())), "{prints:?}");
        count += prints.len();
    }
    assert!(count > 500, "{count}");
}

#[test]
fn fingerprints_outlive_other_numbers() {
    let mut share = Share::default();
    for sop in documents() {
        let number = sop.steps.iter().map(|step| (step.number, step.number + 40)).collect();
        share.add(&findings(&sop), &findings(&renumbered(&sop, &number)), &number);
    }
    share.all_kept();
}

#[test]
fn fingerprints_outlive_a_new_row() {
    let mut share = Share::default();
    for sop in documents() {
        let at = sop.steps.len() / 2;
        let first = sop.steps[at].number;
        let number = sop.steps[at..].iter().map(|step| (step.number, step.number + 1)).collect();
        let mut after = renumbered(&sop, &number);
        let mut row = Step::new(first);
        row.activity = known("Menggandakan lembar kendali mutu".to_owned());
        row.cells.clone_from(&after.steps[at].cells);
        row.outputs = Field::Known(vec![Sourced::new(DocumentName("Lembar kendali mutu".to_owned()), Place::NOWHERE)]);
        after.steps.insert(at, row);
        share.add(&findings(&sop), &findings(&after), &number);
    }
    share.all_kept();
}

#[test]
fn fingerprints_outlive_a_row_that_is_gone() {
    let mut share = Share::default();
    for sop in documents() {
        let mut after = sop.clone();
        let gone = after.steps.remove(sop.steps.len() / 2).number;
        let mut before = findings(&sop);
        before.retain(|it| !it.path.starts_with(&format!("kegiatan/{gone}")));
        share.add(&before, &findings(&after), &BTreeMap::new());
    }
    share.all_kept();
}

#[test]
fn fingerprints_of_a_row_outlive_other_words_in_other_rows() {
    let mut share = Share::default();
    for sop in documents() {
        let kept = sop.steps[sop.steps.len() / 2].number;
        let mut after = sop.clone();
        for step in after.steps.iter_mut().filter(|step| step.number != kept) {
            step.activity = known(format!("{} dengan teliti", activity(step)));
            for list in [&mut step.requirements, &mut step.outputs] {
                if let Field::Known(items) = list {
                    items.iter_mut().for_each(|item| item.value.0.push_str(" final"));
                }
            }
        }
        let of_row = |mut found: Vec<Diagnostic>| {
            found.retain(|it| format!("{}/", it.path).starts_with(&format!("kegiatan/{kept}/")));
            found
        };
        share.add(&of_row(findings(&sop)), &of_row(findings(&after)), &BTreeMap::new());
    }
    assert!(share.persisting > 40, "only {} findings persist", share.persisting);
    assert_eq!(share.kept, share.persisting, "{:#?}", share.lost);
}

fn known(text: String) -> Field<Sourced<String>> {
    Field::Known(Sourced::new(text, Place::NOWHERE))
}

#[test]
fn fingerprints_outlive_the_way_into_yaml() {
    let mut share = Share::default();
    for sop in documents() {
        let yaml = to_yaml(std::slice::from_ref(&sop));
        let again = read_yaml(&yaml).unwrap();
        share.add(&findings(&sop), &findings(&again[0]), &BTreeMap::new());
    }
    share.all_kept();
}

/// The same SOP in two layouts; what both readings find in the same words is the same finding.
#[test]
fn fingerprints_outlive_another_layout() {
    let layouts =
        [Layout::Markdown, Layout::Html, Layout::Uppercase, Layout::JudulSop, Layout::Columns, Layout::Procurement];
    let (mut persisting, mut kept) = (0, 0);
    for seed in 0..60_u64 {
        let one = layouts[seed as usize % layouts.len()];
        let other = layouts[(seed as usize / layouts.len() + seed as usize + 1) % layouts.len()];
        let [before, after] = relaid(7000 + seed, [one, other]).map(|(name, bytes)| {
            let sops = analyze(&bytes, &name).map_or(Vec::new(), |it| it.sops);
            let mut found: BTreeMap<(&str, String), BTreeSet<String>> = BTreeMap::new();
            for it in sops.iter().flat_map(findings) {
                found.entry((it.code, it.message.id.into_owned())).or_default().insert(it.fingerprint);
            }
            found
        });
        for (key, prints) in before {
            let Some(now) = after.get(&key).filter(|now| now.len() == prints.len()) else { continue };
            persisting += prints.len();
            kept += prints.intersection(now).count();
        }
    }
    println!("{kept} of {persisting} findings keep their fingerprint in another layout");
    assert!(persisting > 150, "only {persisting} findings persist");
    assert!(kept * 100 >= persisting * 97, "{kept} of {persisting}");
}

#[test]
fn a_fingerprint_is_of_its_rule_its_value_and_its_step() {
    let yaml = |activity: &str, output: &str| {
        format!(
            "versi: 1\nidentitas: {{nama: Pengelolaan Surat}}\nkegiatan:\n  \
             - {{nomor: 1, uraian: {activity}, waktu: 5 menit, output: [{output}]}}\n"
        )
    };
    let print = |activity: &str, output: &str| {
        let sop = read_yaml(&yaml(activity, output)).unwrap();
        let found = findings(&sop[0]);
        let found = found.into_iter().find(|it| it.code == "S506").expect("an act as output");
        (found.path, found.fingerprint)
    };
    let (path, one) = print("Mencatat surat", "Mengarsipkan surat");
    assert_eq!(path, "kegiatan/1/output/1");
    // Written down in files of other people: a change is a new version of those files.
    assert_eq!(one, "e1b50c6f03649de2");
    assert_eq!(print("MENCATAT  surat.", "Mengarsipkan Surat").1, one, "case, blanks and points do not matter");
    assert_ne!(print("Mencatat nota", "Mengarsipkan surat").1, one);
    assert_ne!(print("Mencatat surat", "Mengarsipkan nota").1, one);
}

#[test]
fn of_two_steps_of_one_number_each_has_its_own() {
    let row = |number: u32, activity: &str| format!("  - {{nomor: {number}, uraian: {activity}, waktu: \"10\"}}\n");
    let prints = |rows: &[String]| {
        let sop = read_yaml(&format!("versi: 1\nkegiatan:\n{}", rows.concat())).unwrap();
        let found = findings(&sop[0]);
        found.into_iter().filter(|it| it.code == "S602").map(|it| it.fingerprint).collect::<Vec<_>>()
    };
    let twice = prints(&[row(1, "Menerima surat"), row(1, "Mencatat surat")]);
    assert_eq!(twice, prints(&[row(1, "Menerima surat"), row(2, "Mencatat surat")]));
}
