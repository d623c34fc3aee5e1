//! Every rule's page is its test: the fixtures under `## Salah` must give exactly the findings written below their lines,
//! those under `## Benar` and `## Tepi` what is written there, mostly nothing. Only the rule of the page runs on it.
//!
//! A fixture is our own YAML (```` ```yaml ````) or a text (```` ```text ````, where `⇥` stands for a tab). Lines of carets are cut out
//! before it is read: `# ^^^^ message` speaks of the line above it, `# ! message` of no place. Carets count characters. The first
//! line of a YAML fixture may say which day it is: `# hari ini: 2026-01-15`.

use sop::analysis::analyze;
use sop::check::{self, Rule, Settings, rules};
use sop::diagnostic::Diagnostic;
use sop::model::Sop;
use sop::read::yaml::read_yaml;
use sop::source::Source;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// One fixture of a page.
struct Fixture {
    /// `Salah`, `Benar` or `Tepi`.
    heading: String,
    /// `yaml` or `text`.
    language: String,
    /// As it stands on the page, with its caret lines.
    body: String,
}

impl Fixture {
    /// The fixture without caret lines: what is read.
    fn plain(&self) -> String {
        let lines = self.body.lines().filter(|line| !is_expectation(line));
        let plain = lines.map(|line| format!("{line}\n")).collect::<String>();
        if self.language == "text" { plain.replace('⇥', "\t") } else { plain }
    }

    /// The first line of a fixture may say which day it is: `# hari ini: 2026-01-15`.
    fn settings(&self) -> Settings {
        let first = self.body.lines().next().and_then(|line| line.strip_prefix("# hari ini: "));
        let today = first.map(|day| sop::grammar::date::parse(day).expect("a date"));
        Settings { today, ..Settings::default() }
    }

    fn read(&self, rule: &str) -> (Source, Vec<Sop>) {
        let plain = self.plain();
        let source = Source::new("page", plain.clone());
        let sops = match self.language.as_str() {
            "yaml" => read_yaml(&plain).map_err(|error| error.to_string()),
            "text" => analyze(plain.as_bytes(), "page.txt").map(|it| it.sops).map_err(|error| error.to_string()),
            other => Err(format!("fixtures are no {other}")),
        };
        (source, sops.unwrap_or_else(|error| panic!("{rule}: {error}\n{plain}")))
    }

    /// The fixture with the caret lines that the rule's findings would write.
    fn annotated(&self, rule: &'static Rule) -> String {
        let (source, sops) = self.read(rule.name);
        let findings: Vec<Diagnostic> =
            sops.iter().flat_map(|sop| check::check(sop, &self.settings(), [rule])).collect();
        let mut out = String::new();
        for (at, line) in self.body.lines().filter(|line| !is_expectation(line)).enumerate() {
            out.push_str(line);
            out.push('\n');
            for finding in findings.iter().filter(|it| line_of(it, &source) == Some(at + 1)) {
                out.push_str(&caret_line(finding, &source));
            }
        }
        for finding in findings.iter().filter(|it| it.span.is_none()) {
            out.push_str(&format!("# ! {}\n", finding.message.id));
        }
        out
    }
}

fn is_expectation(line: &str) -> bool {
    let rest = line.trim_start().strip_prefix('#').map(str::trim_start);
    rest.is_some_and(|rest| rest.starts_with('^') || rest.starts_with("! "))
}

fn line_of(finding: &Diagnostic, source: &Source) -> Option<usize> {
    finding.span.map(|span| source.line(span.start))
}

/// `#   ^^^^ message` under the finding; what runs on into the next line is marked to the end of its first.
fn caret_line(finding: &Diagnostic, source: &Source) -> String {
    let span = finding.span.unwrap_or_default();
    let (line, start) = source.line_column(span.start);
    let (last, end) = source.line_column(span.end);
    let text = source.text.lines().nth(line - 1).unwrap_or_default();
    let end = if last == line { end } else { text.chars().count() + 1 };
    let indent = " ".repeat(start.saturating_sub(2));
    format!("#{indent}{} {}\n", "^".repeat(end.saturating_sub(start).max(1)), finding.message.id)
}

fn fixtures(page: &str) -> Vec<Fixture> {
    let mut found: Vec<Fixture> = Vec::new();
    let (mut heading, mut open) = (String::new(), false);
    for line in page.lines() {
        match line.strip_prefix("```") {
            Some(_) if open => open = false,
            Some(language) => {
                open = true;
                found.push(Fixture { heading: heading.clone(), language: language.to_owned(), body: String::new() });
            }
            None if open => {
                let fixture = found.last_mut().expect("a fixture is open");
                fixture.body.push_str(line);
                fixture.body.push('\n');
            }
            None => {
                if let Some(title) = line.strip_prefix("## ") {
                    title.clone_into(&mut heading);
                }
            }
        }
    }
    found
}

fn check_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/check")
}

/// Chapter folders, in the order of their names, with the stems of their rule files.
fn chapters() -> Vec<(String, Vec<PathBuf>)> {
    let mut chapters = Vec::new();
    for entry in std::fs::read_dir(check_folder()).unwrap() {
        let folder = entry.unwrap().path();
        if !folder.is_dir() || folder.ends_with("questions") {
            continue;
        }
        let files = std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path());
        let rules = files.filter(|file| file.extension().is_some_and(|it| it == "rs") && !file.ends_with("mod.rs"));
        chapters.push((folder.file_name().unwrap().to_string_lossy().into_owned(), rules.collect()));
    }
    chapters.sort();
    chapters
}

/// Where the page of a rule lies.
fn page_file(rule: &Rule) -> PathBuf {
    let stem = rule.name.replace('-', "_");
    let files = chapters().into_iter().flat_map(|(_, files)| files);
    let file = files.into_iter().find(|file| file.file_stem().is_some_and(|it| it.to_string_lossy() == stem));
    file.unwrap_or_else(|| panic!("{} has no file of its name", rule.name)).with_extension("md")
}

/// `UPDATE=1` rewrites the expectations of every page; read the difference before keeping it.
#[test]
fn every_page_finds_what_it_says() {
    let mut wrong = String::new();
    for rule in rules() {
        let mut page = rule.page.to_owned();
        for fixture in fixtures(rule.page) {
            let found = fixture.annotated(rule);
            if found != fixture.body {
                page = page.replacen(&fixture.body, &found, 1);
                wrong.push_str(&format!("\n{} {}, {}:\n{found}", rule.code, rule.name, fixture.heading));
            }
        }
        if std::env::var_os("UPDATE").is_some() && page != rule.page {
            std::fs::write(page_file(rule), page).unwrap();
        }
    }
    assert!(wrong.is_empty(), "pages that expect something else; what the rules find:\n{wrong}");
}

#[test]
fn every_page_shows_the_wrong_and_the_right() {
    for rule in rules() {
        let fixtures = fixtures(rule.page);
        let under = |heading: &str| fixtures.iter().filter(|it| it.heading == heading).collect::<Vec<_>>();
        let expects = |fixture: &&Fixture| fixture.body.lines().any(is_expectation);
        assert!(rule.page.starts_with(&format!("# {}\n", rule.name)), "{} is not the title of its page", rule.name);
        assert!(rule.page.contains("*Dasar: "), "{} does not say what it rests on", rule.name);
        assert!(!under("Salah").is_empty() && !under("Benar").is_empty(), "{} lacks Salah or Benar", rule.name);
        assert!(under("Salah").iter().all(expects), "{}: a wrong fixture without a finding", rule.name);
        assert!(!under("Benar").iter().any(expects), "{}: a right fixture with a finding", rule.name);
        assert!(fixtures.iter().all(|it| ["Salah", "Benar", "Tepi"].contains(&it.heading.as_str())), "{}", rule.name);
    }
}

#[test]
fn codes_are_unique_and_ascend_within_their_chapter() {
    let codes: Vec<_> = rules().map(|rule| rule.code).collect();
    assert!(codes.windows(2).all(|pair| pair[0] < pair[1]), "{codes:?}");
    assert!(codes.iter().all(|code| code.len() == 4 && code.starts_with('S') && code[1..].parse::<u16>().is_ok()));
    let names: BTreeSet<_> = rules().map(|rule| rule.name).collect();
    assert_eq!(names.len(), codes.len(), "two rules of one name");
}

#[test]
fn names_say_what_is_found() {
    for rule in rules() {
        let commands = ["avoid-", "no-", "use-", "invalid-"];
        assert!(!commands.iter().any(|it| rule.name.starts_with(it)), "{}", rule.name);
        assert!(rule.name.chars().all(|it| it.is_ascii_lowercase() || it == '-'), "{}", rule.name);
        for summary in [rule.summary, rule.summary_en] {
            assert!(!summary.is_empty() && !summary.ends_with('.'), "{}", rule.name);
        }
    }
}

#[test]
fn every_rule_file_is_registered_in_its_chapter_and_has_a_page() {
    const DIGITS: [(&str, char); 9] = [
        ("structure", '0'),
        ("identity", '1'),
        ("dates", '2'),
        ("legal_basis", '3'),
        ("actors", '4'),
        ("chain", '5'),
        ("duration", '6'),
        ("flow", '7'),
        ("wording", '8'),
    ];
    for (chapter, files) in chapters() {
        let (_, digit) = DIGITS.iter().find(|(name, _)| *name == chapter).expect("a known chapter");
        for file in files {
            let name = file.file_stem().unwrap().to_string_lossy().replace('_', "-");
            let rule = rules().find(|rule| rule.name == name).unwrap_or_else(|| panic!("{name} is not registered"));
            assert_eq!(rule.code.chars().nth(1), Some(*digit), "{} is in chapter {chapter}", rule.code);
            assert!(file.with_extension("md").exists(), "{name} has no page");
        }
    }
    for (_, digit) in DIGITS {
        assert!(rules().any(|rule| rule.code.chars().nth(1) == Some(digit)), "chapter S{digit} has no rule");
    }
}
