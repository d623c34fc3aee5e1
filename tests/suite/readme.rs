//! Holds both READMEs to the truth: every `console` block is run with the built program, every set-up command too, and the
//! example, the formats, the links and the table of rules are those of the source. `UPDATE=1` rewrites what is generated.

use crate::support::sandbox::Sandbox;
use sop::check::rules;
use sop::config::{HEADING_KEYS, KEYS, PRINT_KEYS, read_config};
use sop::diagnostic::Severity;
use sop::vocabulary::profiles::PROFILES;
use std::fs;
use std::path::PathBuf;

const READMES: [&str; 2] = ["README.md", "README.id.md"];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The README as it should be against the one there is.
fn hold(name: &str, expected: &str) {
    let found = read(name);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(root().join(name), expected).unwrap();
    } else if let Some((line, (is, should))) =
        found.lines().chain([""]).zip(expected.lines().chain([""])).enumerate().find(|(_, (is, should))| is != should)
    {
        panic!("{name}:{}: says\n{is}\nand should say\n{should}\n(UPDATE=1 writes it)", line + 1);
    }
}

/// What stands between fences: the language and the lines, in the order of the document.
fn blocks(text: &str) -> Vec<(String, Vec<String>)> {
    let mut blocks = Vec::new();
    let mut open: Option<(String, Vec<String>)> = None;
    for line in text.lines() {
        match (line.strip_prefix("```"), &mut open) {
            (Some(_), Some(_)) => blocks.extend(open.take()),
            (Some(language), None) => open = Some((language.to_owned(), Vec::new())),
            (None, Some((_, lines))) => lines.push(line.to_owned()),
            (None, None) => {}
        }
    }
    assert!(open.is_none(), "a block is not closed");
    blocks
}

/// The document with the lines of each block as `rewrite` gives them.
fn with_blocks(text: &str, mut rewrite: impl FnMut(&str, &[String]) -> Vec<String>) -> String {
    let mut blocks = blocks(text).into_iter();
    let mut out = String::new();
    let mut is_inside = false;
    for line in text.lines() {
        let is_fence = line.starts_with("```");
        if is_fence && is_inside {
            let (language, lines) = blocks.next().expect("a block for each fence");
            rewrite(&language, &lines).iter().for_each(|line| out.push_str(&format!("{line}\n")));
        }
        if is_fence || !is_inside {
            out.push_str(&format!("{line}\n"));
        }
        is_inside ^= is_fence;
    }
    out
}

/// A folder with what a reader of the README has in the repository.
fn repository() -> Sandbox {
    let mut sandbox = Sandbox::new();
    for folder in ["examples", "sops"] {
        for entry in fs::read_dir(root().join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                let name = format!("{folder}/{}", path.file_name().unwrap().to_string_lossy());
                sandbox = sandbox.file(&name, fs::read(path).unwrap());
            }
        }
    }
    sandbox
}

/// The commands of a block, each followed by what it says; `echo $?` gives the exit code of the one before.
fn session(sandbox: &Sandbox, lines: &[String]) -> Vec<String> {
    let mut out = Vec::new();
    let mut code = 0;
    for command in lines.iter().filter_map(|line| line.strip_prefix("$ ")) {
        out.push(format!("$ {command}"));
        if command == "echo $?" {
            out.push(code.to_string());
            continue;
        }
        let arguments: Vec<&str> = command.strip_prefix("sop ").expect("only `sop` is run").split(' ').collect();
        let run = sandbox.run(&arguments);
        code = run.code;
        out.extend(run.out.lines().chain(run.err.lines()).map(str::to_owned));
    }
    out
}

#[test]
fn blocks_and_tables_say_what_the_program_says() {
    for name in READMES {
        let sandbox = repository();
        let expected = with_blocks(&read(name), |language, lines| match language {
            "console" => session(&sandbox, lines),
            _ => lines.to_vec(),
        });
        assert!(expected.contains("\n$ sop check"), "{name} shows no check");
        hold(name, &with_keys(&with_rules(&expected), name));
    }
    assert!(read("README.md").contains(&rule_table()), "the README has no table of rules");
}

#[test]
fn the_main_job_runs_as_the_readme_gives_it() {
    for name in READMES {
        let commands: Vec<String> =
            blocks(&read(name)).into_iter().filter(|it| it.0 == "sh").flat_map(|it| it.1).collect();
        let [job, test] = commands.as_slice() else {
            panic!("{name}: two commands are all the set-up, not {commands:?}")
        };
        assert_eq!(test, "cargo test --locked");
        let arguments =
            job.strip_prefix("cargo run --release --locked -- ").expect("the first command runs the program");
        let sandbox = repository();
        let run = sandbox.run(&arguments.split(' ').collect::<Vec<_>>());
        assert_eq!(run.code, 0, "{name}: {job}\n{}", run.err);
        let texts = fs::read_dir(root().join("sops")).unwrap();
        let texts = texts.filter(|it| it.as_ref().unwrap().path().extension().is_some_and(|it| it == "txt")).count();
        let results = sandbox.names().into_iter().filter(|it| it.starts_with("keluaran/")).count();
        assert_eq!(results, texts, "{name}: {job}");
    }
}

/// The table of rules, with links to their pages.
fn rule_table() -> String {
    let mut table = "\n| Code | Name | | Finds |\n|---|---|---|---|\n".to_owned();
    for rule in rules() {
        let severity = match rule.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "suggestion",
            Severity::Note => "note",
        };
        let (code, name) = (rule.code, rule.name);
        table.push_str(&format!("| {code} | [`{name}`]({}) | {severity} | {} |\n", page_of(name), rule.summary_en));
    }
    table.push('\n');
    table
}

fn page_of(rule: &str) -> String {
    let file = format!("{}.md", rule.replace('-', "_"));
    let chapters = fs::read_dir(root().join("src/check")).unwrap().map(|entry| entry.unwrap().path());
    let page = chapters.map(|chapter| chapter.join(&file)).find(|page| page.is_file());
    let page = page.unwrap_or_else(|| panic!("{rule} has no page"));
    page.strip_prefix(root()).unwrap().to_string_lossy().into_owned()
}

/// The document with the table of rules as it should be, where it has one.
fn with_rules(text: &str) -> String {
    const OPENING: &str = "<!-- rules: written by UPDATE=1 cargo test readme -->\n";
    let Some((before, rest)) = text.split_once(OPENING) else { return text.to_owned() };
    let (_, after) = rest.split_once("<!-- /rules -->").expect("the table has a closing mark");
    format!("{before}{OPENING}{}<!-- /rules -->{after}", rule_table())
}

/// The document with the tables of keys and profiles as they should be.
fn with_keys(text: &str, name: &str) -> String {
    const OPENING: &str = "<!-- keys: written by UPDATE=1 cargo test readme -->\n";
    let (before, rest) = text.split_once(OPENING).unwrap_or_else(|| panic!("{name} has no table of keys"));
    let (_, after) = rest.split_once("<!-- /keys -->").expect("the table has a closing mark");
    let is_english = name == "README.md";
    let mut table = match is_english {
        true => "\n| Key | Example | Decides |\n|---|---|---|\n".to_owned(),
        false => "\n| Kunci | Contoh | Menentukan |\n|---|---|---|\n".to_owned(),
    };
    for key in KEYS {
        let about = if is_english { key.about_en } else { key.about };
        table.push_str(&format!("| `{}` | `{}` | {about} |\n", key.name, key.example));
    }
    table.push_str(match is_english {
        true => "\n| In `[cetak]` | Example | Decides |\n|---|---|---|\n",
        false => "\n| Di `[cetak]` | Contoh | Menentukan |\n|---|---|---|\n",
    });
    let words = HEADING_KEYS.map(|(name, _)| format!("`{name}`")).join(", ");
    let about = if is_english { "what stands over that column" } else { "judul kolom itu" };
    table.push_str(&format!("| {words} | `\"Pelaku\"` | {about} |\n"));
    for key in PRINT_KEYS {
        let about = if is_english { key.about_en } else { key.about };
        table.push_str(&format!("| `{}` | `{}` | {about} |\n", key.name, key.example));
    }
    table.push_str(if is_english { "\n| Profile | |\n|---|---|\n" } else { "\n| Profil | |\n|---|---|\n" });
    for profile in PROFILES {
        let about = if is_english { profile.about_en } else { profile.about };
        table.push_str(&format!("| `{}` | {about} |\n", profile.name));
    }
    format!("{before}{OPENING}{table}\n<!-- /keys -->{after}")
}

#[test]
fn settings_are_written_as_they_are_read() {
    for name in READMES {
        let blocks: Vec<_> = blocks(&read(name)).into_iter().filter(|it| it.0 == "toml").collect();
        assert_eq!(blocks.len(), 1, "{name} shows one sop.toml");
        read_config(name, &blocks[0].1.join("\n")).unwrap_or_else(|error| panic!("{error}"));
    }
    for key in KEYS {
        let text = format!("{} = {}", key.name, key.example);
        read_config("contoh", &text).unwrap_or_else(|error| panic!("{text}: {error}"));
    }
    for key in PRINT_KEYS {
        let text = format!("cetak.{} = {}", key.name, key.example);
        let file = read_config("contoh", &text).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(file.print.said().iter().map(|it| it.0).collect::<Vec<_>>(), [key.name]);
    }
}

#[test]
fn every_format_of_the_help_is_in_the_table() {
    let text = read("README.md");
    let table = text.split_once("## Formats").and_then(|(_, rest)| rest.split_once("\n## ")).expect("a table").0;
    let check = Sandbox::new().run(&["check", "--help"]).out;
    let render = Sandbox::new().run(&["render", "--help"]).out;
    let extensions = |help: &str| -> Vec<String> {
        let words = help.split(|it: char| it.is_whitespace() || "()".contains(it));
        let words = words.map(|it| it.trim_end_matches([':', '.']));
        let is_extension =
            |it: &&str| it.strip_prefix('.').is_some_and(|it| it.chars().all(|it| it.is_ascii_lowercase()));
        words.filter(is_extension).filter(|it| it.len() > 2).map(str::to_owned).collect()
    };
    let known = [extensions(&check), extensions(&render)].concat();
    assert!(known.len() > 8, "the help names {known:?}");
    for extension in known {
        assert!(table.contains(&format!("`{extension}`")), "the table lacks {extension}");
    }
}

/// What a heading is jumped to by.
fn anchor_of(heading: &str) -> String {
    let words = heading.trim_start_matches('#').trim().to_lowercase();
    words.chars().filter(|it| it.is_alphanumeric() || " -".contains(*it)).collect::<String>().replace(' ', "-")
}

#[test]
fn links_lead_somewhere() {
    for name in [&READMES[..], &["CHANGELOG.md", "examples/README.md"]].concat() {
        let text = read(name);
        let folder = root().join(name).with_file_name("");
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let leads = match link.strip_prefix('#') {
                Some(anchor) => {
                    text.lines().filter_map(|line| line.strip_prefix("##")).any(|it| anchor_of(it) == anchor)
                }
                None => link.starts_with("https://") || folder.join(link).exists(),
            };
            assert!(leads, "{name}: {link} leads nowhere");
        }
    }
}
