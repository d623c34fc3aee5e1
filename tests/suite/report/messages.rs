//! The language: chosen on the command line, else by the locale; and everything that is said is said in both.

use crate::support::golden::stems;
use crate::support::sandbox::{Run, Sandbox};
use sop::analysis::analyze;
use sop::check::{Settings, check, rules};
use sop::diagnostic::{Diagnostic, Message};

/// What a run says under this environment.
fn said(environment: &[(&str, &str)], arguments: &[&str]) -> Run {
    let sandbox = Sandbox::new().file("a.yaml", super::TWO);
    let mut command = sandbox.command(arguments);
    Run::from(command.envs(environment.iter().copied()).output().expect("the program runs"))
}

#[test]
fn the_locale_decides_where_the_command_line_does_not() {
    let is_english = |environment: &[(&str, &str)], options: &[&str]| {
        let out = said(environment, &[&["check", "a.yaml", "--select", "S602"], options].concat()).out;
        assert_ne!(out.contains("galat["), out.contains("error["), "{out}");
        out.contains("error[")
    };
    assert!(!is_english(&[], &[]));
    assert!(!is_english(&[("LANG", "C")], &[]) && !is_english(&[("LC_ALL", "POSIX"), ("LANG", "en_US.UTF-8")], &[]));
    assert!(is_english(&[("LANG", "en_GB.UTF-8")], &[]));
    assert!(is_english(&[("LC_MESSAGES", "en_US"), ("LANG", "id_ID.UTF-8")], &[]));
    assert!(is_english(&[("LC_ALL", ""), ("LANG", "en")], &[]), "what is empty is not set");
    assert!(!is_english(&[("LANG", "de_DE.UTF-8")], &[]));
    assert!(!is_english(&[("LANG", "en_GB.UTF-8")], &["--lang", "id"]));
    assert!(is_english(&[("LANG", "id_ID.UTF-8")], &["--lang", "en"]));
}

#[test]
fn a_wrong_command_line_is_explained_in_that_language_too() {
    let wrong = |environment: &[(&str, &str)], options: &[&str]| {
        said(environment, &[&["check", "a.yaml", "--formta", "x"], options].concat()).err
    };
    assert!(wrong(&[], &[]).starts_with("galat: "));
    assert!(wrong(&[("LANG", "en_US.UTF-8")], &[]).starts_with("error: "));
    assert!(wrong(&[("LANG", "en_US.UTF-8")], &["--lang=id"]).starts_with("galat: "));
}

/// The examples of a rule's page.
fn examples(page: &str) -> Vec<String> {
    let blocks = page.split("```").skip(1).step_by(2);
    blocks.map(|block| block.split_once('\n').map_or("", |(_, text)| text).to_owned()).collect()
}

/// Everything that a finding says.
fn messages(it: &Diagnostic) -> impl Iterator<Item = &Message> {
    let related = it.related.iter().map(|other| &other.message);
    [&it.message].into_iter().chain(related).chain(&it.help).chain(it.fix.as_ref().map(|fix| &fix.message))
}

#[test]
fn every_message_is_in_both_languages() {
    let texts = stems("sops", ".txt").into_iter().map(|it| crate::support::golden::content(&format!("sops/{it}.txt")));
    let pages = rules().flat_map(|rule| examples(rule.page)).map(String::into_bytes);
    let mut faults = Vec::new();
    let mut seen = 0;
    for bytes in texts.chain(pages) {
        let name = if bytes.starts_with(b"versi:") { "a.yaml" } else { "a.txt" };
        let Ok(analysis) = analyze(&bytes, name) else { continue };
        for it in analysis.sops.iter().flat_map(|sop| check(sop, &Settings::default(), rules())) {
            for message in messages(&it) {
                seen += 1;
                let is_said = !message.id.trim().is_empty() && !message.en.trim().is_empty();
                if !is_said || message.id == message.en {
                    faults.push(format!("{}: `{}` / `{}`", it.code, message.id, message.en));
                }
            }
        }
    }
    assert!(seen > 300, "only {seen} messages");
    faults.sort();
    faults.dedup();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
