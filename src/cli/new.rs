//! `sop new`: a YAML to start from, every field explained, nothing filled in but the name.

use super::Verdict;
use super::args::NewArgs;
use super::output::{announce, deliver, is_stdout};
use super::speech::Speech;
use crate::vocabulary::fold::words;
use anyhow::Result;
use std::path::PathBuf;

const TEMPLATE: &str = include_str!("new.yaml");

/// Where the name goes in the template.
const NAME: &str = "\"NAMA\"";

/// The longest name of a file without its ending, in bytes.
const LONGEST: usize = 80;

/// Writes the template with the name in it.
pub(super) fn run(args: &NewArgs, speech: Speech) -> Result<Verdict> {
    let name = args.name.split_whitespace().collect::<Vec<&str>>().join(" ");
    if name.is_empty() {
        return Err(speech.failure("nama SOP masih kosong", "the name of the SOP is empty"));
    }
    let text = template(&name)?;
    let output = args.output.clone().unwrap_or_else(|| file_name(&name));
    deliver(text.as_bytes(), Some(&output), args.force, speech)?;
    if !is_stdout(Some(&output)) {
        let name = output.display();
        announce(speech.say(format!("{name}: siap diisi"), format!("{name}: ready to be filled in")));
    }
    Ok(Verdict::Clean)
}

/// The template with that name in it.
pub(super) fn template(name: &str) -> Result<String> {
    // A JSON string is a YAML string in double quotes.
    Ok(TEMPLATE.replacen(NAME, &serde_json::to_string(name)?, 1))
}

/// `Pengelolaan Surat Masuk` → `pengelolaan-surat-masuk.yaml`: a name that every system and every web address can hold.
pub(super) fn file_name(name: &str) -> PathBuf {
    let mut stem = String::new();
    for word in words(name) {
        if stem.len() + word.len() >= LONGEST {
            break;
        }
        let gap = if stem.is_empty() { "" } else { "-" };
        stem.push_str(gap);
        stem.push_str(&word);
    }
    PathBuf::from(if stem.is_empty() { "sop-baru.yaml".to_owned() } else { format!("{stem}.yaml") })
}
