//! Every rule's page is its test: the fixtures under `## Salah` must give exactly the findings written below their lines,
//! those under `## Benar` and `## Tepi` what is written there, mostly nothing. Only the rule of the page runs on it.
//!
//! A fixture under `## Setelah perbaikan` is what the fixture before it becomes by the fixes of the rule; under
//! `## Setelah perbaikan yang ditinjau`, by those too that a person has to look at. Every rule that mends shows it.
//!
//! A fixture is our own YAML (```` ```yaml ````) or a text (```` ```text ````, where `⇥` stands for a tab). Lines of carets are cut out
//! before it is read: `# ^^^^ message` speaks of the line above it, `# ! message` of no place, and `# = message` below either is the
//! same in English. Carets count characters. Below each paragraph stands its English twin as a quotation (`> …`). The first line of a YAML fixture may say which day it is: `# hari ini: 2026-01-15`.
//!
//! What only an office file can hold is a file in `tests/suite/data/office/`, named (```` ```office coretan.docx ````): the block shows
//! what is read of it, and findings stand below the lines of that.
//!
//! A rule about a folder needs several files: a block that is named (```` ```yaml surat-masuk.yaml ````) is one file, and the
//! named blocks that follow one another, with no prose between them, are one folder, in that order. A finding stands in the
//! block it lands on, with the places it names elsewhere in brackets.

use sop::analysis::analyze;
use sop::check::{self, Card, Check, Library, Rule, Settings, Subject, rules};
use sop::diagnostic::{Diagnostic, Elsewhere, HEADINGS, Language, Severity, page_in};
use sop::mend::{mend, resolve};
use sop::model::Sop;
use sop::read::yaml::read_yaml;
use sop::source::Source;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// One fixture of a page.
struct Fixture {
    /// `Salah`, `Benar`, `Tepi`, or one of [`MENDED`].
    heading: String,
    /// `yaml`, `text` or `office`.
    language: String,
    /// Name of the file, where it is one of a folder.
    name: Option<String>,
    /// Which folder it is in; a file by itself is in one of its own.
    folder: usize,
    /// As it stands on the page, with its caret lines.
    body: String,
}

/// Headings of what a fixture becomes: by safe fixes, and by all.
const MENDED: [&str; 2] = ["Setelah perbaikan", "Setelah perbaikan yang ditinjau"];

impl Fixture {
    /// It is what the fixture before it becomes.
    fn is_mended(&self) -> bool {
        MENDED.contains(&self.heading.as_str())
    }

    /// The text after the fixes of this rule, and how many there were.
    fn mended(&self, rule: &'static Rule, all: bool) -> (String, usize) {
        let findings = |text: &str| {
            let sops = read_yaml(text).ok()?;
            let mut found: Vec<Diagnostic> =
                sops.iter().flat_map(|sop| check::check(sop, &Settings::default(), [rule])).collect();
            resolve(&Source::new("page", text), &mut found);
            Some(found)
        };
        let is_wanted = |it: &Diagnostic| it.fix.as_ref().is_some_and(|fix| fix.safe || all);
        let mended = mend(&self.plain(), &findings, &is_wanted).expect("a page that reads");
        (mended.text, mended.applied.len())
    }

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
        if self.language == "office" {
            return self.read_file(rule);
        }
        let plain = self.plain();
        let source = Source::new(self.name.as_deref().unwrap_or("page"), plain.clone());
        let sops = match self.language.as_str() {
            "yaml" => read_yaml(&plain).map_err(|error| error.to_string()),
            "text" => analyze(plain.as_bytes(), "page.txt").map(|it| it.sops).map_err(|error| error.to_string()),
            other => Err(format!("fixtures are no {other}")),
        };
        (source, sops.unwrap_or_else(|error| panic!("{rule}: {error}\n{plain}")))
    }

    /// The file that the block shows.
    fn read_file(&self, rule: &str) -> (Source, Vec<Sop>) {
        let name = self.name.as_deref().expect("the name of a file");
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/data/office").join(name);
        let bytes = std::fs::read(&file).unwrap_or_else(|error| panic!("{rule}: {name}: {error}"));
        let analysis = analyze(&bytes, name).unwrap_or_else(|error| panic!("{rule}: {name}: {error}"));
        (analysis.source, analysis.sops)
    }

    /// The lines that are read, as the page shows them.
    fn shown(&self, source: &Source) -> Vec<String> {
        if self.language == "office" {
            return source.text.trim_end().lines().map(|line| line.replace('\t', "⇥")).collect();
        }
        self.body.lines().filter(|line| !is_expectation(line)).map(str::to_owned).collect()
    }

    /// The fixture with the caret lines that these findings write.
    fn annotated(&self, source: &Source, findings: &[Diagnostic]) -> String {
        let mut out = String::new();
        for (at, line) in self.shown(source).iter().enumerate() {
            out.push_str(line);
            out.push('\n');
            for finding in findings.iter().filter(|it| line_of(it, source) == Some(at + 1)) {
                out.push_str(&caret_line(finding, source));
            }
        }
        for finding in findings.iter().filter(|it| it.span.is_none()) {
            out.push_str(&format!("# ! {}\n{}", said(finding, Language::Indonesian), twin_line(finding)));
        }
        out
    }
}

/// The files of one folder as they should stand on the page.
fn annotated(folder: &[&Fixture], rule: &'static Rule) -> Vec<String> {
    let read: Vec<(Source, Vec<Sop>)> = folder.iter().map(|fixture| fixture.read(rule.name)).collect();
    let mut findings: Vec<Vec<Diagnostic>> = Vec::new();
    let (mut cards, mut homes) = (Vec::new(), Vec::new());
    for (at, (source, sops)) in read.iter().enumerate() {
        let settings = folder[at].settings();
        findings.push(sops.iter().flat_map(|sop| check::check(sop, &settings, [rule])).collect());
        for (position, sop) in sops.iter().enumerate() {
            cards.push(Card::of(&Subject::new(sop, &settings), source, &Arc::from(source.name.as_str()), position));
            homes.push(at);
        }
    }
    if let Check::Folder(_) = rule.check {
        for (card, finding) in check::check_folder(&Library::new(cards), [rule]) {
            findings[homes[card]].push(finding);
        }
    }
    let files = folder.iter().zip(&read).zip(&findings);
    files.map(|((fixture, (source, _)), findings)| fixture.annotated(source, findings)).collect()
}

/// The message, with the places in other files that the finding names.
fn said(finding: &Diagnostic, language: Language) -> String {
    let place = |it: &Elsewhere| match (it.line, it.column) {
        (Some(line), Some(column)) => format!("{}:{line}:{column}", it.file),
        _ => it.file.to_string(),
    };
    let others: Vec<String> = finding.related.iter().filter_map(|it| it.elsewhere.as_ref()).map(place).collect();
    match others.as_slice() {
        [] => finding.message.in_language(language).to_owned(),
        others => format!("{} [{}]", finding.message.in_language(language), others.join(", ")),
    }
}

fn is_expectation(line: &str) -> bool {
    let rest = line.trim_start().strip_prefix('#').map(str::trim_start);
    rest.is_some_and(|rest| ["^", "! ", "= "].iter().any(|it| rest.starts_with(it)))
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
    let carets = "^".repeat(end.saturating_sub(start).max(1));
    format!("#{indent}{carets} {}\n{}", said(finding, Language::Indonesian), twin_line(finding))
}

/// The same finding in English.
fn twin_line(finding: &Diagnostic) -> String {
    format!("# = {}\n", said(finding, Language::English))
}

fn fixtures(page: &str) -> Vec<Fixture> {
    let mut found: Vec<Fixture> = Vec::new();
    let (mut heading, mut open, mut folder, mut is_apart) = (String::new(), false, 0, true);
    for line in page.lines() {
        match line.strip_prefix("```") {
            Some(_) if open => open = false,
            Some(info) => {
                open = true;
                let (language, name) = info.split_once(' ').map_or((info, None), |(it, name)| (it, Some(name)));
                let goes_on = name.is_some()
                    && language != "office"
                    && !is_apart
                    && found.last().is_some_and(|last| last.name.is_some());
                folder += usize::from(!goes_on);
                is_apart = false;
                found.push(Fixture {
                    heading: heading.clone(),
                    language: language.to_owned(),
                    name: name.map(str::to_owned),
                    folder,
                    body: String::new(),
                });
            }
            None if open => {
                let fixture = found.last_mut().expect("a fixture is open");
                fixture.body.push_str(line);
                fixture.body.push('\n');
            }
            None => {
                is_apart |= !line.trim().is_empty();
                if let Some(title) = line.strip_prefix("## ") {
                    title.clone_into(&mut heading);
                }
            }
        }
    }
    found
}

/// The fixtures of a page folder by folder.
fn folders(fixtures: &[Fixture]) -> Vec<Vec<&Fixture>> {
    let parted = fixtures.chunk_by(|one, other| one.folder == other.folder);
    parted.map(|folder| folder.iter().collect()).collect()
}

fn check_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/check")
}

/// Folders beside the chapters that hold no rules.
const ROOMS: [&str; 2] = ["questions", "folder"];

/// Chapter folders, in the order of their names, with the stems of their rule files.
fn chapters() -> Vec<(String, Vec<PathBuf>)> {
    let mut chapters = Vec::new();
    for entry in std::fs::read_dir(check_folder()).unwrap() {
        let folder = entry.unwrap().path();
        if !folder.is_dir() || ROOMS.iter().any(|room| folder.ends_with(room)) {
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

/// The page with another body for this fixture. Two files of a page may hold the same, so the name goes with it.
fn with_body(page: &str, fixture: &Fixture, body: &str) -> String {
    let name = fixture.name.as_ref().map(|name| format!(" {name}")).unwrap_or_default();
    let block = |body: &str| format!("```{}{name}\n{body}```", fixture.language);
    page.replacen(&block(&fixture.body), &block(body), 1)
}

/// `UPDATE=1` rewrites the expectations of every page; read the difference before keeping it.
#[test]
fn every_page_finds_what_it_says() {
    let mut wrong = String::new();
    for rule in rules() {
        let mut page = rule.page.to_owned();
        for folder in folders(&fixtures(rule.page)).into_iter().filter(|folder| !folder[0].is_mended()) {
            for (fixture, found) in folder.iter().zip(annotated(&folder, rule)) {
                if found != fixture.body {
                    page = with_body(&page, fixture, &found);
                    wrong.push_str(&format!("\n{} {}, {}:\n{found}", rule.code, rule.name, fixture.heading));
                }
            }
        }
        if std::env::var_os("UPDATE").is_some() && page != rule.page {
            std::fs::write(page_file(rule), page).unwrap();
        }
    }
    assert!(wrong.is_empty(), "pages that expect something else; what the rules find:\n{wrong}");
}

/// `UPDATE=1` rewrites the mended fixtures; read the difference before keeping it.
#[test]
fn every_page_shows_what_its_rule_mends() {
    let mut wrong = String::new();
    for rule in rules() {
        let mut page = rule.page.to_owned();
        let mut last: Option<Fixture> = None;
        let (mut shown, mut mends) = (false, false);
        for fixture in fixtures(rule.page) {
            if !fixture.is_mended() {
                mends |= fixture.language == "yaml" && fixture.mended(rule, true).1 > 0;
                last = Some(fixture);
                continue;
            }
            let before = last.as_ref().expect("a fixture before the mended one");
            let (after, count) = before.mended(rule, fixture.heading == MENDED[1]);
            shown |= count > 0;
            if after != fixture.body || count == 0 {
                page = page.replacen(&fixture.body, &after, 1);
                wrong
                    .push_str(&format!("\n{} {}, {} ({count} fixes):\n{after}", rule.code, rule.name, fixture.heading));
            }
        }
        if mends && !shown {
            wrong.push_str(&format!("\n{} {} does not show what it mends", rule.code, rule.name));
        }
        if std::env::var_os("UPDATE").is_some() && page != rule.page {
            std::fs::write(page_file(rule), page).unwrap();
        }
    }
    assert!(wrong.is_empty(), "pages that show another result; what the fixes make:\n{wrong}");
}

#[test]
fn every_page_shows_the_wrong_and_the_right() {
    for rule in rules() {
        let fixtures = fixtures(rule.page);
        let under = |heading: &str| fixtures.iter().filter(|it| it.heading == heading).collect::<Vec<_>>();
        let expects = |fixture: &&Fixture| fixture.body.lines().any(is_expectation);
        let folders = folders(&fixtures);
        let wrong = folders.iter().filter(|folder| folder[0].heading == "Salah");
        assert!(rule.page.starts_with(&format!("# {}\n", rule.name)), "{} is not the title of its page", rule.name);
        assert!(rule.page.contains("*Dasar: "), "{} does not say what it rests on", rule.name);
        assert!(!under("Salah").is_empty() && !under("Benar").is_empty(), "{} lacks Salah or Benar", rule.name);
        assert!(wrong.into_iter().all(|it| it.iter().any(expects)), "{}: a wrong fixture without a finding", rule.name);
        assert!(!under("Benar").iter().any(expects), "{}: a right fixture with a finding", rule.name);
        assert!(
            fixtures.iter().all(|it| it.is_mended() || ["Salah", "Benar", "Tepi"].contains(&it.heading.as_str())),
            "{}",
            rule.name
        );
    }
}

/// Words that give an Indonesian sentence away, where they stand outside of quotes and examples.
const INDONESIAN: [&str; 15] = [
    "yang", "tidak", "bila", "atau", "untuk", "dengan", "ini", "langkah", "dari", "adalah", "sudah", "belum", "kolom",
    "bagian", "hanya",
];

/// What is written outside of quotes in backticks and of brackets, word by word.
fn words_outside_quotes(text: &str) -> impl Iterator<Item = &str> {
    let outside = text.split('`').step_by(2);
    outside.flat_map(|it| it.split(|letter: char| !letter.is_alphanumeric()))
}

#[test]
fn every_page_is_whole_in_english_too() {
    for rule in rules() {
        let name = rule.name;
        let page = page_in(rule.page, Language::English);
        assert!(page.contains("*Basis: "), "{name} does not say in English what it rests on");
        let paragraphs = |page: &str| {
            let fences = page.split("```").step_by(2).map(str::to_owned).collect::<Vec<_>>();
            fences.iter().flat_map(|it| it.split("\n\n")).map(|it| it.trim().to_owned()).collect::<Vec<_>>()
        };
        let prose = |it: &String| !it.is_empty() && !it.starts_with('#');
        let both: Vec<String> = paragraphs(rule.page).into_iter().filter(prose).collect();
        for pair in both.chunks(2) {
            let in_order = !pair[0].starts_with("> ") && pair.get(1).is_some_and(|it| it.starts_with("> "));
            assert!(in_order, "{name}: below each paragraph goes its English twin as a quotation, `> …`: {pair:?}");
        }
        for text in paragraphs(&page) {
            let left = words_outside_quotes(&text).find(|it| INDONESIAN.contains(it));
            assert_eq!(left, None, "{name} is not in English: {text}");
        }
        for line in page.lines().filter_map(|it| it.strip_prefix("## ")) {
            assert!(HEADINGS.iter().any(|(_, en)| *en == line), "{name}: the heading {line} has no English twin");
        }
        assert!(!page_in(rule.page, Language::Indonesian).contains("\n> "), "{name} quotes English");
    }
}

/// A note on the reading is no fault of the document, and its page says so.
#[test]
fn pages_of_notes_say_that_they_are_notes() {
    for rule in rules().filter(|rule| rule.severity == Severity::Note) {
        for (language, word) in [(Language::Indonesian, "catatan bacaan"), (Language::English, "reading note")] {
            assert!(page_in(rule.page, language).contains(word), "{} does not say that it is a {word}", rule.name);
        }
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
    const DIGITS: [(&str, char); 10] = [
        ("structure", '0'),
        ("identity", '1'),
        ("dates", '2'),
        ("legal_basis", '3'),
        ("actors", '4'),
        ("chain", '5'),
        ("duration", '6'),
        ("flow", '7'),
        ("wording", '8'),
        ("library", '9'),
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
