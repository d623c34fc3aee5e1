//! The examples: what checking says of them, and that the prints beside them are what the program makes of them.

use crate::support::golden::{assert_golden, content, project_file, stems};
use crate::support::sandbox::Sandbox;

/// The examples and the codes of what is found in each, in the order of the report.
const EXAMPLES: [(&str, &[&str]); 6] = [
    ("izin-reklame", &[]),
    ("rencana-kerja", &[]),
    ("surat-keterangan-usaha", &[]),
    ("surat-masuk", &[]),
    ("surat-tugas", &["S204", "S303", "S308", "S412", "S404"]),
    ("upacara", &[]),
];

/// The example converted from a text.
const LEGACY: &str = "surat-tugas";

fn example(name: &str) -> Sandbox {
    let file = format!("{name}.yaml");
    Sandbox::new().file(&file, content(&format!("examples/{file}")))
}

/// The codes of the findings, in the order of the report.
fn codes(sandbox: &Sandbox, file: &str) -> Vec<String> {
    let run = sandbox.run(&["check", file, "--format", "concise"]);
    assert!(run.code <= 1 && run.err.is_empty(), "{run:?}");
    let code = |line: &str| line.split(' ').find(|word| word.len() == 4 && word.starts_with('S')).map(str::to_owned);
    run.out.lines().map(|line| code(line).unwrap_or_else(|| panic!("no code in {line}"))).collect()
}

#[test]
fn each_example_is_listed_here_and_in_its_readme() {
    assert_eq!(stems("examples", ".yaml"), EXAMPLES.map(|(name, _)| name));
    let readme = String::from_utf8(content("examples/README.md")).expect("UTF-8");
    for (name, _) in EXAMPLES {
        assert!(readme.contains(&format!("({name}.yaml)")), "{name}");
    }
    for link in readme.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
        assert!(project_file("examples").join(link).exists(), "{link}");
    }
}

#[test]
fn checking_finds_what_is_meant_to_be_found() {
    for (name, expected) in EXAMPLES {
        assert_eq!(codes(&example(name), &format!("{name}.yaml")), expected, "{name}");
    }
    let text = format!("{LEGACY}.txt");
    let sandbox = Sandbox::new().file(&text, content(&format!("examples/{text}")));
    let found = codes(&sandbox, &text);
    assert!(found.contains(&"S003".to_owned()) && found.contains(&"S204".to_owned()), "{found:?}");
}

#[test]
fn the_converted_text_is_what_the_program_makes() {
    let text = format!("{LEGACY}.txt");
    let run = Sandbox::new().file(&text, content(&format!("examples/{text}"))).run(&["convert", &text]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert_golden(&format!("examples/{LEGACY}.yaml"), run.out.as_bytes());
}

#[test]
fn the_prints_are_what_the_program_makes() {
    for (name, _) in EXAMPLES {
        let (sandbox, file) = (example(name), format!("{name}.yaml"));
        for format in ["svg", "pdf", "docx", "xlsx"] {
            let print = format!("{name}.{format}");
            let run = sandbox.run(&["render", &file, "-o", &print]);
            assert_eq!(run.code, 0, "{}", run.err);
            let made = std::fs::read(sandbox.path(&print)).expect("the print");
            assert_golden(&format!("examples/{print}"), &made);
        }
    }
}

/// The picture at the head of both READMEs.
#[test]
fn the_picture_of_a_print_is_what_the_program_makes() {
    let sandbox = example("surat-keterangan-usaha");
    let run = sandbox.run(&["render", "surat-keterangan-usaha.yaml", "-o", "cetakan.png", "--dpi", "90"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let made = std::fs::read(sandbox.path("cetakan-2.png")).expect("the second page");
    assert_golden("examples/cetakan.png", &made);
}

#[test]
fn the_prints_give_their_yaml_back() {
    for (name, _) in EXAMPLES {
        let (sandbox, file) = (example(name), format!("{name}.yaml"));
        let own = sandbox.run(&["convert", &file]);
        for kind in ["pdf", "pdfa"] {
            let print = format!("{name}-{kind}.pdf");
            let run = sandbox.run(&["render", &file, "--to", kind, "-o", &print]);
            assert_eq!(run.code, 0, "{}", run.err);
            let back = sandbox.run(&["convert", &print]);
            assert_eq!((back.code, &back.out), (0, &own.out), "{print}: {}", back.err);
            assert_eq!(codes(&sandbox, &print), codes(&sandbox, &file), "{print}");
        }
    }
}

#[test]
fn every_other_form_and_paper_can_be_made() {
    for (name, _) in EXAMPLES {
        let (sandbox, file) = (example(name), format!("{name}.yaml"));
        for result in ["a.html", "a.yaml", "a.pdf", "a.svg"] {
            let run = sandbox.run(&["render", &file, "--paper", "f4", "-o", result]);
            assert_eq!(run.code, 0, "{name} {result}: {}", run.err);
        }
        assert!(sandbox.read("a.html").contains("<h2>Langkah-langkah</h2>"));
        assert_eq!(codes(&sandbox, "a.yaml"), codes(&sandbox, &file), "{name}");
        let table = sandbox.run(&["render", &file, "--width", "100"]);
        assert!(table.code == 0 && table.out.contains("Mutu Baku"), "{table:?}");
    }
}

#[test]
fn the_workbook_and_the_table_of_the_front_page_are_one_sop() {
    let [sheet, table] = ["rusak.xlsx", "rusak.md"].map(|name| {
        let run = Sandbox::new().file(name, content(&format!("examples/{name}"))).run(&["convert", name]);
        assert_eq!(run.code, 0, "{}", run.err);
        run.out.split_once("\nkonversi:").expect("a ledger").0.to_owned()
    });
    assert_eq!(sheet, table);
}
