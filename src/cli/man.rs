//! `sop man`: the help of every verb as manual pages.

use super::Verdict;
use super::args::{ManArgs, command};
use super::output::{print, save};
use super::speech::Speech;
use anyhow::Result;
use clap::Command;
use clap_mangen::Man;

/// Headings of a manual page and their Indonesian words; the programs that index pages want `NAME` as it is.
const HEADINGS: [(&str, &str); 6] = [
    (".SH SYNOPSIS", ".SH IKHTISAR"),
    (".SH DESCRIPTION", ".SH KETERANGAN"),
    (".SH OPTIONS", ".SH PILIHAN"),
    (".SH SUBCOMMANDS", ".SH PERINTAH"),
    (".SH VERSION", ".SH VERSI"),
    (".SH EXTRA", ".SH LAIN"),
];

/// Writes the pages of all verbs into a folder, or prints that of the program.
pub(super) fn run(args: &ManArgs, speech: Speech) -> Result<Verdict> {
    let mut whole = command(speech.0);
    whole.build();
    let Some(folder) = &args.output else {
        print(&page(&whole, "sop", speech)?)?;
        return Ok(Verdict::Clean);
    };
    save(&page(&whole, "sop", speech)?, &folder.join("sop.1"), args.force, speech)?;
    for verb in whole.get_subcommands() {
        let name = format!("sop-{}", verb.get_name());
        save(&page(verb, &name, speech)?, &folder.join(format!("{name}.1")), args.force, speech)?;
    }
    Ok(Verdict::Clean)
}

fn page(command: &Command, name: &str, speech: Speech) -> Result<Vec<u8>> {
    let mut written = Vec::new();
    Man::new(command.clone().display_name(name.to_owned())).title(name).source("sop").render(&mut written)?;
    let text = String::from_utf8_lossy(&written).into_owned();
    let own = |line: &str| HEADINGS.iter().find(|it| it.0 == line).map(|(en, id)| speech.say(*id, *en));
    let lines = text.lines().map(|line| own(line).unwrap_or_else(|| line.to_owned()) + "\n");
    Ok(lines.collect::<String>().into_bytes())
}
