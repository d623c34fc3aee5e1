//! Holds the source to the architecture that the documentation of the crate describes: its table of floors is the data here.

use sop::vocabulary::{columns, fold, labels, months, sections};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Where a crate from outside may be named: paths below `src/`, or beginnings of them.
const FENCES: &[(&str, &[&str])] = &[
    ("annotate_snippets", &["report/full.rs"]),
    ("anyhow", &["cli/"]),
    ("base64", &["render/svg.rs"]),
    ("clap", &["cli/"]),
    ("clap_complete", &["cli/"]),
    ("clap_mangen", &["cli/man.rs"]),
    ("comfy_table", &["render/terminal/"]),
    ("ctrlc", &["cli/draft.rs"]),
    ("ecow", &["document/text.rs"]),
    ("encoding_rs", &["read/encoding.rs"]),
    ("fast_glob", &["config/"]),
    ("flate2", &["render/pdf/", "read/pdf/", "read/office/package.rs"]),
    ("gen_lsp_types", &["lsp/"]),
    ("form_urlencoded", &["cli/desk/"]),
    ("getrandom", &["cli/desk/"]),
    ("hayro_interpret", &["read/pdf/"]),
    ("hayro_syntax", &["read/pdf/"]),
    ("http_body_util", &["cli/desk/"]),
    ("hyper", &["cli/desk/"]),
    ("hyper_util", &["cli/desk/"]),
    ("indicatif", &["cli/"]),
    ("krilla", &["render/pdfa/"]),
    ("kurbo", &["read/pdf/"]),
    ("lopdf", &["render/pdf/", "annotate/pdf/"]),
    ("lsp_server", &["lsp/", "cli/lsp.rs"]),
    ("memchr", &["source/", "read/"]),
    ("nom", &["grammar/"]),
    ("percent_encoding", &["lsp/"]),
    ("open", &["cli/desk/"]),
    ("png", &["render/png.rs"]),
    ("printpdf", &["render/pdf/"]),
    ("quick_xml", &["read/office/"]),
    ("rayon", &["cli/"]),
    ("resvg", &["render/logo"]),
    ("rustc_hash", &["check/", "parse/", "read/regrid/", "vocabulary/", "model/", "timing/", "flow/", "render/logo/"]),
    ("schemars", &["schema/"]),
    (
        "serde",
        &[
            "schema/",
            "read/yaml",
            "render/yaml",
            "render/json.rs",
            "render/graph/json.rs",
            "report/",
            "desk/",
            "lsp/",
            "cli/desk/",
        ],
    ),
    (
        "serde_json",
        &["schema/", "read/yaml", "render/json.rs", "render/graph/json.rs", "report/", "desk/", "lsp/", "cli/"],
    ),
    ("serde_yaml", &["read/yaml"]),
    ("similar", &["cli/"]),
    ("smallvec", &["document/text.rs", "check/questions/", "grammar/marks.rs", "parse/", "render/yaml/"]),
    ("strsim", &["vocabulary/", "check/questions/misspelt", "grammar/", "read/yaml", "config/", "cli/"]),
    ("subsetter", &["render/pdf/"]),
    ("tempfile", &["cli/"]),
    ("terminal_size", &["cli/"]),
    ("thiserror", &["read/", "render/"]),
    ("tiny_skia", &["render/png.rs"]),
    ("tokio", &["cli/desk/"]),
    ("toml", &["config/"]),
    ("ttf_parser", &["render/fonts.rs", "render/png.rs"]),
    ("unicode_normalization", &["layout/"]),
    ("unicode_width", &["render/terminal/", "report/", "cli/", "read/text/"]),
    ("zip", &["read/office/", "annotate/parts.rs", "package/"]),
];

/// What meets the world, and is therefore only in the command line and `main.rs`.
const WORLD: [&str; 9] =
    ["std::fs", "std::env", "std::net", "std::process", "std::thread", "std::time", "stdout()", "println!", "eprint!"];

/// Lines of the longest file, the word lists excepted.
const LONGEST_FILE: usize = 600;

/// Lines of the longest function.
const LONGEST_FUNCTION: usize = 80;

/// One file of Rust.
struct File {
    /// Below the root of the repository.
    path: String,
    text: String,
}

impl File {
    /// The path below `src/`.
    fn room(&self) -> &str {
        self.path.strip_prefix("src/").unwrap_or(&self.path)
    }

    /// The first part of the path below `src/`: the floor.
    fn floor(&self) -> &str {
        let first = self.room().split('/').next().unwrap_or_default();
        first.strip_suffix(".rs").unwrap_or(first)
    }

    /// The lines with their numbers, without those that are comments.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text
            .lines()
            .enumerate()
            .map(|(at, line)| (at + 1, line))
            .filter(|(_, line)| !line.trim().starts_with("//"))
    }

    /// The code that ends up in the program.
    fn program(&self) -> impl Iterator<Item = (usize, &str)> {
        let is_test = self.path.ends_with("/tests.rs");
        self.code().take_while(move |(_, line)| !is_test && line.trim() != "#[cfg(test)]")
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn paths(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        // What npm brings for the tests in a browser is not of the house.
        if path.ends_with("node_modules") {
            continue;
        }
        if path.is_dir() { paths(&path, out) } else { out.push(path) }
    }
}

fn all_paths(folders: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    folders.iter().for_each(|folder| paths(&root().join(folder), &mut found));
    found.sort();
    found
}

fn rust(folders: &[&str]) -> Vec<File> {
    let found = all_paths(folders).into_iter().filter(|path| path.extension().is_some_and(|it| it == "rs"));
    let files = found.map(|path| File {
        path: path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/"),
        text: fs::read_to_string(&path).unwrap(),
    });
    files.collect()
}

/// Fails with all faults at once.
fn none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// The table in the documentation of the crate: each floor with those it may import, `None` for all.
fn floors() -> BTreeMap<String, Option<BTreeSet<String>>> {
    let text = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let table = text.split("| floor |").nth(1).and_then(|rest| rest.split("//!\n").next()).expect("a table of floors");
    let rows = table.lines().filter(|line| line.starts_with("//! | [`"));
    let row = |line: &str| {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let name = cells[1].split('`').nth(1).expect("the name of a floor").to_owned();
        let allowed = cells[3].split('`').skip(1).step_by(2).map(str::to_owned).collect();
        (name, (cells[3] != "everything").then_some(allowed))
    };
    rows.map(row).collect()
}

/// The floors that a line of code names.
fn imports(line: &str) -> impl Iterator<Item = &str> {
    line.split("crate::")
        .skip(1)
        .map(|rest| rest.split(|it: char| !it.is_alphanumeric() && it != '_').next().unwrap_or(""))
}

#[test]
fn no_floor_imports_what_it_may_not() {
    let floors = floors();
    let mut faults = Vec::new();
    for file in rust(&["src"]).iter().filter(|file| !["main", "lib"].contains(&file.floor())) {
        let Some(allowed) = floors.get(file.floor()) else {
            faults.push(format!("{}: its floor is not in the table of src/lib.rs", file.path));
            continue;
        };
        for (at, line) in file.code() {
            for import in imports(line) {
                let is_allowed = import == file.floor() || allowed.as_ref().is_none_or(|it| it.contains(import));
                if !is_allowed {
                    faults.push(format!("{}:{at}: {} may not import {import}", file.path, file.floor()));
                }
            }
        }
    }
    none(&faults);
}

/// `super` must not be a way around the table.
#[test]
fn no_floor_is_left_by_the_stairs() {
    let mut faults = Vec::new();
    for file in rust(&["src"]) {
        let depth = file.room().split('/').filter(|it| *it != "mod.rs").count();
        for (at, line) in file.program() {
            if line.contains(&"super::".repeat(depth)) {
                faults.push(format!("{}:{at}: leaves its floor by `super`", file.path));
            }
        }
    }
    none(&faults);
}

/// The table allows nothing that goes in circles.
#[test]
fn floors_stand_on_one_another() {
    let mut left = floors();
    assert!(left.len() > 10, "{left:?}");
    while !left.is_empty() {
        let names: BTreeSet<String> = left.keys().cloned().collect();
        let before = left.len();
        let stands = |allowed: &Option<BTreeSet<String>>| match allowed {
            Some(allowed) => allowed.is_disjoint(&names),
            None => names.len() == 1,
        };
        left.retain(|_, allowed| !stands(allowed));
        assert!(left.len() < before, "in a circle: {names:?}");
    }
}

/// Whether the line names this crate: `name::` with nothing that belongs to the name before it.
fn names_crate(line: &str, name: &str) -> bool {
    line.match_indices(&format!("{name}::")).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(|it| it.is_alphanumeric() || it == '_' || it == ':')
    })
}

#[test]
fn crates_from_outside_stay_behind_their_fences() {
    let files = rust(&["src"]);
    let mut faults = Vec::new();
    for (name, places) in FENCES {
        let mut is_used = false;
        for file in &files {
            for (at, _) in file.code().filter(|(_, line)| names_crate(line, name)) {
                is_used = true;
                if !places.iter().any(|place| file.room().starts_with(place)) {
                    faults.push(format!("{}:{at}: {name} belongs to {}", file.path, places.join(", ")));
                }
            }
        }
        if !is_used {
            faults.push(format!("{name}: nobody uses it"));
        }
    }
    none(&faults);
}

#[test]
fn only_the_command_line_meets_the_world() {
    let mut faults = Vec::new();
    for file in rust(&["src"]).iter().filter(|file| !["main", "cli"].contains(&file.floor())) {
        for (at, line) in file.program() {
            for word in WORLD.iter().filter(|word| line.contains(*word)) {
                faults.push(format!("{}:{at}: {word} is for the command line", file.path));
            }
        }
    }
    none(&faults);
}

#[test]
fn every_dependency_says_what_for_and_has_a_fence() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let mut faults = Vec::new();
    let (mut section, mut before) = ("", "");
    for line in manifest.lines() {
        if line.starts_with('[') {
            section = line;
        } else if let Some((name, _)) = line.split_once(" = ").filter(|_| section.ends_with("dependencies]")) {
            if !before.starts_with("# ") {
                faults.push(format!("Cargo.toml: {name} does not say what for"));
            }
            let is_fenced = FENCES.iter().any(|(fenced, _)| *fenced == name.replace('-', "_"));
            if section == "[dependencies]" && !is_fenced {
                faults.push(format!("Cargo.toml: {name} has no fence in tests/suite/house.rs"));
            }
        }
        before = line;
    }
    none(&faults);
}

/// Names in capitals stand for any file.
#[test]
fn the_architecture_names_files_that_exist() {
    let text = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let docs = text.lines().filter(|line| line.starts_with("//!")).collect::<String>();
    let quoted: Vec<&str> = docs.split('`').skip(1).step_by(2).collect();
    let files: Vec<&str> = quoted.into_iter().filter(|it| it.ends_with(".rs") && *it == it.to_lowercase()).collect();
    assert!(files.len() > 2, "{files:?}");
    let lost = files.into_iter().filter(|it| {
        let places = [root().join(it), root().join("src").join(it), root().join("tests/suite").join(it)];
        !places.iter().any(|place| place.is_file())
    });
    none(&lost.map(|it| format!("src/lib.rs: {it} does not exist")).collect::<Vec<_>>());
}

#[test]
fn every_file_says_what_it_is() {
    let files = rust(&["src", "tests", "benches"]);
    let silent = files.iter().filter(|file| !file.text.starts_with("//! "));
    none(&silent.map(|file| format!("{}: does not open with //!", file.path)).collect::<Vec<_>>());
}

#[test]
fn nothing_is_a_drawer() {
    const DRAWERS: [&str; 10] =
        ["utils", "util", "helpers", "helper", "common", "misc", "manager", "shared", "core", "types"];
    const NOUNS: [&str; 5] = ["Manager", "Processor", "Handler", "Helper", "Util"];
    let mut faults = Vec::new();
    for path in all_paths(&["src", "tests", "benches"]) {
        let parts = path.strip_prefix(root()).unwrap().with_extension("");
        if parts.iter().any(|part| DRAWERS.iter().any(|drawer| part == *drawer)) {
            faults.push(format!("{}: say whose question it answers", path.display()));
        }
    }
    for file in rust(&["src", "tests", "benches"]) {
        for (at, line) in file.code() {
            let mut words = line.split(|it: char| !it.is_alphanumeric() && it != '_');
            let is_type = words.any(|word| ["struct", "enum", "trait"].contains(&word));
            let name = words.next().unwrap_or_default();
            if is_type && NOUNS.iter().any(|noun| name.ends_with(noun)) {
                faults.push(format!("{}:{at}: {name} says nothing", file.path));
            }
        }
    }
    none(&faults);
}

/// Where each function begins and how many lines it has; rustfmt sets the closing brace below the word `fn`'s line.
fn functions(file: &File) -> Vec<(usize, usize)> {
    let lines: Vec<&str> = file.text.lines().collect();
    let indent = |line: &str| line.len() - line.trim_start().len();
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let head = line.trim_start();
        let is_function = head.starts_with("fn ") || head.starts_with("pub") && head.contains(" fn ");
        if !is_function || head.ends_with([';', '}']) {
            continue;
        }
        let closing = format!("{}}}", " ".repeat(indent(line)));
        let length = lines[at..].iter().position(|it| *it == closing).map_or(0, |end| end + 1);
        found.push((at + 1, length));
    }
    found
}

#[test]
fn files_and_functions_are_short() {
    let mut faults = Vec::new();
    for file in rust(&["src", "tests", "benches"]) {
        let length = file.text.lines().count();
        if length > LONGEST_FILE && file.floor() != "vocabulary" {
            faults.push(format!("{}: {length} lines", file.path));
        }
        for (at, length) in functions(&file).into_iter().filter(|(_, length)| *length > LONGEST_FUNCTION) {
            faults.push(format!("{}:{at}: a function of {length} lines", file.path));
        }
    }
    none(&faults);
}

#[test]
fn nothing_unfinished_or_of_one_machine_is_left() {
    let words = [
        concat!("dbg", "!("),
        concat!("to", "do!("),
        concat!("un", "implemented!("),
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("#[ig", "nore"),
        concat!("/wo", "rk/"),
        concat!("/ro", "ot/"),
        concat!("/ho", "me/"),
    ];
    let mut texts = all_paths(&["src", "tests", "benches", "examples", ".ci"]);
    let files = fs::read_dir(root()).unwrap().map(|entry| entry.unwrap().path());
    let is_ours = |path: &PathBuf| path.is_file() && !path.ends_with(".git");
    texts.extend(files.filter(is_ours));
    let mut faults = Vec::new();
    for path in texts {
        // Fonts and prints are no texts.
        let Ok(text) = fs::read_to_string(&path) else { continue };
        for (at, line) in text.lines().enumerate() {
            for word in words.iter().filter(|word| line.contains(*word)) {
                faults.push(format!("{}:{}: {word}", path.display(), at + 1));
            }
        }
    }
    none(&faults);
}

#[test]
fn the_program_never_gives_up_on_a_value() {
    let mut faults = Vec::new();
    for file in rust(&["src"]) {
        for (at, line) in file.program() {
            let gives_up = [".unwrap()", ".expect(", "panic!(", "unreachable!("].iter().any(|it| line.contains(it));
            if gives_up {
                faults.push(format!("{}:{at}: {}", file.path, line.trim()));
            }
        }
    }
    none(&faults);
}

/// The texts that a line compares something with.
fn compared(line: &str) -> Vec<&str> {
    const BEFORE: [&str; 9] = [
        "== ",
        "!= ",
        "contains(",
        "starts_with(",
        "ends_with(",
        "strip_prefix(",
        "strip_suffix(",
        "eq_ignore_ascii_case(",
        "matches!(",
    ];
    let mut found = Vec::new();
    let mut before = "";
    for (at, part) in line.split('"').enumerate() {
        if at % 2 == 0 {
            if at > 1 && (part.starts_with(" =>") || part.starts_with(" |")) {
                found.push(before);
            }
            before = part;
        } else {
            if BEFORE.iter().any(|it| before.ends_with(it)) {
                found.push(part);
            }
            before = part;
        }
    }
    found
}

#[test]
fn the_words_of_the_form_are_in_the_vocabulary_only() {
    let is_known = |text: &str| {
        let folded = fold(text);
        columns::exact(text).is_some()
            || labels::exact(&folded).is_some()
            || sections::exact(&folded).is_some()
            || months::MONTHS.iter().any(|(month, _)| fold(month) == folded)
    };
    assert!(compared("if cell == \"Kegiatan\" {").into_iter().all(is_known), "the words are not looked up");
    let mut faults = Vec::new();
    // A rule may look for a word that is its own business; YAML keys are the schema's.
    let elsewhere = ["read", "parse", "grammar", "model", "layout", "render", "document"];
    for file in rust(&["src"]).iter().filter(|file| elsewhere.contains(&file.floor())) {
        for (at, line) in file.program() {
            for text in compared(line).into_iter().filter(|text| text.len() > 2 && is_known(text)) {
                faults.push(format!("{}:{at}: `{text}` belongs into the vocabulary", file.path));
            }
        }
    }
    none(&faults);
}
