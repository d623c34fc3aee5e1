//! `sop completions`: the script that completes commands in a shell.

use super::Verdict;
use super::args::{CompletionsArgs, command};
use super::output::print;
use super::speech::Speech;
use anyhow::Result;
use clap::Arg;
use clap::builder::PossibleValuesParser;

/// Prints the script of one shell, its help in the language chosen.
pub(super) fn run(args: &CompletionsArgs, speech: Speech) -> Result<Verdict> {
    let mut command = command(speech.0).mut_subcommands(|verb| verb.mut_args(by_name_only));
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command, "sop", &mut script);
    print(&script)?;
    Ok(Verdict::Clean)
}

/// What a value is for, the help of its option says; what the types say of it is for whoever reads the source.
fn by_name_only(arg: Arg) -> Arg {
    let values = arg.get_possible_values();
    if values.is_empty() {
        return arg;
    }
    arg.value_parser(PossibleValuesParser::new(values.into_iter().map(|it| it.help(None::<&'static str>))))
}
