//! `sop new`: a YAML to start from, every field explained, nothing filled in but the name.

use super::Verdict;
use super::args::NewArgs;
use super::output::{deliver, is_stdout};
use super::speech::Speech;
use anyhow::Result;

const TEMPLATE: &str = include_str!("new.yaml");

/// Where the name goes in the template.
const NAME: &str = "\"NAMA\"";

/// Writes the template with the name in it.
pub(super) fn run(args: &NewArgs, speech: Speech) -> Result<Verdict> {
    let name = args.name.split_whitespace().collect::<Vec<&str>>().join(" ");
    if name.is_empty() {
        return Err(speech.failure("nama SOP masih kosong", "the name of the SOP is empty"));
    }
    let text = template(&name)?;
    deliver(text.as_bytes(), args.output.as_deref(), args.force, speech)?;
    if let Some(path) = args.output.as_deref().filter(|path| !is_stdout(Some(path))) {
        let name = path.display();
        eprintln!("{}", speech.say(format!("{name}: siap diisi"), format!("{name}: ready to be filled in")));
    }
    Ok(Verdict::Clean)
}

/// The template with that name in it.
pub(super) fn template(name: &str) -> Result<String> {
    // A JSON string is a YAML string in double quotes.
    Ok(TEMPLATE.replacen(NAME, &serde_json::to_string(name)?, 1))
}
