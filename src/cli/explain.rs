//! `sop explain`: a rule's page for the terminal, or the list of all rules.

use super::Verdict;
use super::args::ExplainArgs;
use super::output::print;
use super::selection;
use super::speech::Speech;
use super::terminal;
use crate::check::{Check, Rule, rules};
use crate::diagnostic::{Language, page_in};
use anyhow::Result;
use unicode_width::UnicodeWidthStr;

/// Lines are no longer than this, however wide the terminal is.
const READABLE: usize = 88;

/// Prints one page, or the list.
pub(super) fn run(args: &ExplainArgs, speech: Speech) -> Result<Verdict> {
    let text = match &args.rule {
        Some(word) => page(selection::find(word, speech)?, terminal::width().min(READABLE), speech),
        None => list(speech),
    };
    print(text.as_bytes())?;
    Ok(Verdict::Clean)
}

fn summary(rule: &Rule, speech: Speech) -> &'static str {
    if speech.0 == Language::English { rule.summary_en } else { rule.summary }
}

fn list(speech: Speech) -> String {
    let width = rules().map(|rule| rule.name.len()).max().unwrap_or(0);
    let line = |rule: &Rule| {
        format!(
            "{}  {:width$}  {:10}  {}\n",
            rule.code,
            rule.name,
            rule.severity.spoken(speech.0),
            summary(rule, speech)
        )
    };
    rules().map(line).collect()
}

/// What becomes of a finding about something missing that may be there after all.
fn doubt(speech: Speech) -> String {
    speech.say(
        "Bila yang kurang mungkin ada di dokumen tetapi tidak terbaca, temuannya menjadi catatan bacaan, yang tidak menggagalkan \
         pemeriksaan.",
        "Where what is missing may stand in the document without having been understood, the finding becomes a reading note, which \
         never fails a run.",
    )
}

/// The page of a rule without its marks: headings underlined, examples indented, paragraphs folded.
fn page(rule: &Rule, width: usize, speech: Speech) -> String {
    let heading = format!("{} {} ({})", rule.code, rule.name, rule.severity.spoken(speech.0));
    let mut out = format!("{heading}\n{}\n\n{}\n", "=".repeat(heading.width()), summary(rule, speech));
    let mut body = page_in(rule.page, speech.0);
    if let Check::Absence(_) = rule.check {
        // It belongs to what the rule looks for, before the examples.
        body = body.replacen("\n## ", &format!("\n{}\n\n## ", doubt(speech)), 1);
    }
    let mut paragraph = String::new();
    let mut in_example = false;
    for line in body.lines().skip_while(|line| line.starts_with("# ") || line.is_empty()) {
        let is_fence = line.starts_with("```");
        if !in_example && !is_fence && !line.trim().is_empty() && !line.starts_with('#') {
            paragraph.push_str(line);
            paragraph.push(' ');
            continue;
        }
        flush(&mut paragraph, width, &mut out);
        if is_fence {
            in_example = !in_example;
            if in_example {
                out.push('\n');
                // The files of a folder have names.
                if let Some((_, name)) = line.split_once(' ') {
                    out.push_str(&format!("    [{name}]\n"));
                }
            }
        } else if in_example {
            out.push_str(format!("    {line}").trim_end());
            out.push('\n');
        } else if let Some(title) = line.strip_prefix("## ") {
            out.push_str(&format!("\n{title}\n{}\n", "-".repeat(title.width())));
        }
    }
    flush(&mut paragraph, width, &mut out);
    out
}

/// Ends a paragraph: its words folded to the width, without the marks of emphasis.
fn flush(paragraph: &mut String, width: usize, out: &mut String) {
    let text = paragraph.replace("**", "").replace('*', "");
    let mut used = 0;
    for word in text.split_whitespace() {
        if used == 0 {
            out.push('\n');
        } else if used + 1 + word.width() > width {
            out.push('\n');
            used = 0;
        } else {
            out.push(' ');
            used += 1;
        }
        out.push_str(word);
        used += word.width();
    }
    if used > 0 {
        out.push('\n');
    }
    paragraph.clear();
}
