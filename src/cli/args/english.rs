//! The help pages in English: the twin of every text that the types of this folder carry in Indonesian, put in their place.
//!
//! Each file keeps the twins of its own verb beside it; what several verbs share is here. A test holds every text of the command line
//! against its twin.

use clap::{Arg, Command};

/// Help texts by the name of their argument.
pub(super) type Texts = &'static [(&'static str, &'static str)];

/// One verb in English.
#[derive(Debug)]
pub(super) struct Twin {
    /// Name of the verb.
    pub verb: &'static str,
    /// What it does.
    pub about: &'static str,
    /// How it is called.
    pub usage: &'static str,
    /// What stands below its options; empty where nothing does.
    pub after: &'static str,
    /// Its arguments.
    pub arguments: &'static [Texts],
}

/// The program in English.
#[derive(Debug)]
pub(super) struct Whole {
    /// What it does, in a line.
    pub about: &'static str,
    /// What it does, in full.
    pub long_about: &'static str,
    /// How it is called.
    pub usage: &'static str,
    /// Examples.
    pub after: &'static str,
    /// All its verbs.
    pub verbs: &'static [&'static Twin],
}

/// Arguments that verbs share.
pub(super) const SHARED: Texts = &[
    ("force", "Overwrite the file if it exists"),
    (
        "exclude",
        "Pass over files of folders that match this pattern, such as arsip/ or *.old.txt; several times, or parted by commas",
    ),
    ("stdin_name", "Name for standard input, such as sop.txt"),
    ("output", "File to write; without it to the screen"),
    (
        "lang",
        "Language of messages: id (Indonesian) or en (English); without it en if LC_ALL, LC_MESSAGES or LANG begins with en, else id",
    ),
    ("help", "Show help, short (-h) or in full (--help)"),
    ("version", "Show the version of the program"),
];

/// Headings of help pages.
const HEADINGS: Texts = &[("Pilihan umum", "General options"), ("Pilihan", "Options"), ("Masukan", "Input")];

/// What stands for a value.
const VALUES: Texts = &[
    ("BENTUK", "FORMAT"),
    ("BERKAS", "FILE"),
    ("BERKAS|FOLDER", "FILE|FOLDER"),
    ("KAPAN", "WHEN"),
    ("KERTAS", "PAPER"),
    ("KODE", "CODE"),
    ("NAMA", "NAME"),
    ("POLA", "PATTERN"),
    ("PROFIL", "PROFILE"),
    ("TANGGAL", "DATE"),
];

/// The command line in English.
pub(super) fn in_english(command: Command, whole: &Whole) -> Command {
    let command = command
        .about(whole.about)
        .long_about(whole.long_about)
        .override_usage(whole.usage)
        .after_long_help(whole.after);
    let command = command.subcommand_help_heading("Commands").mut_args(|arg| argument(arg, &[]));
    whole.verbs.iter().fold(command, |command, twin| command.mut_subcommand(twin.verb, |verb| in_words(verb, twin)))
}

fn in_words(verb: Command, twin: &Twin) -> Command {
    let verb = verb.about(twin.about).override_usage(twin.usage).mut_args(|arg| argument(arg, twin.arguments));
    if twin.after.is_empty() { verb } else { verb.after_long_help(twin.after) }
}

fn argument(arg: Arg, texts: &[Texts]) -> Arg {
    let mut known = texts.iter().copied().chain([SHARED]).flatten();
    let help = known.find(|(id, _)| arg.get_id() == id).map(|(_, text)| *text);
    let heading = arg.get_help_heading().and_then(|it| find(it, HEADINGS));
    let values: Option<Vec<&str>> =
        arg.get_value_names().map(|names| names.iter().map(|it| find(it, VALUES).unwrap_or("")).collect());
    let arg = help.into_iter().fold(arg, |arg, text| arg.help(text));
    let arg = heading.into_iter().fold(arg, |arg, text| arg.help_heading(text));
    let is_known = |values: &Vec<&str>| values.iter().all(|it| !it.is_empty());
    values.filter(is_known).into_iter().fold(arg, |arg, values| arg.value_names(values))
}

fn find(word: &str, texts: Texts) -> Option<&'static str> {
    texts.iter().find(|(id, _)| *id == word).map(|(_, text)| *text)
}

#[cfg(test)]
mod tests {
    use super::super::command;
    use crate::diagnostic::Language;
    use clap::Command;
    use std::collections::BTreeMap;

    /// Texts that are the same in both languages.
    const SAME: [&str; 9] = [
        "FOLDER",
        "INPUT",
        "MM",
        "N",
        "SHELL",
        "id|en",
        "sop completions SHELL",
        "sop man [-o FOLDER]",
        "sop schema > sop.schema.json",
    ];

    /// Words that give an Indonesian text away.
    const INDONESIAN: [&str; 18] = [
        "pilihan",
        "berkas",
        "contoh",
        "masukan",
        "perintah",
        "pemakaian",
        "bentuk",
        "nama",
        "kode",
        "yang",
        "dan",
        "atau",
        "untuk",
        "tidak",
        "dengan",
        "bawaan",
        "hanya",
        "tanpa",
    ];

    /// Every text of a command and its verbs, by where it stands.
    fn texts(command: &Command, at: &str, out: &mut BTreeMap<String, String>) {
        let mut put = |what: &str, text: Option<String>| {
            out.extend(text.filter(|it| !it.is_empty()).map(|it| (format!("{at}: {what}"), it)));
        };
        put("about", command.get_about().map(ToString::to_string));
        put("long about", command.get_long_about().map(ToString::to_string));
        put("after", command.get_after_help().map(ToString::to_string));
        put("long after", command.get_after_long_help().map(ToString::to_string));
        put("commands", command.get_subcommand_help_heading().map(str::to_owned));
        // `Usage: ` is clap's own word, which the house's pages leave out.
        let usage = command.clone().render_usage().to_string();
        put("usage", usage.strip_prefix("Usage: ").map(str::to_owned));
        for arg in command.get_arguments() {
            let id = arg.get_id();
            put(&format!("{id}, help"), arg.get_help().map(ToString::to_string));
            put(&format!("{id}, long help"), arg.get_long_help().map(ToString::to_string));
            put(&format!("{id}, heading"), arg.get_help_heading().map(str::to_owned));
            let names = arg.get_value_names().filter(|_| arg.get_action().takes_values());
            let values = names.unwrap_or_default().iter().map(|it| it.to_string());
            values.enumerate().for_each(|(place, it)| put(&format!("{id}, value {place}"), Some(it)));
        }
        for verb in command.get_subcommands() {
            texts(verb, &format!("{at} {}", verb.get_name()), out);
        }
    }

    fn all(language: Language) -> BTreeMap<String, String> {
        let mut command = command(language);
        command.build();
        let mut out = BTreeMap::new();
        texts(&command, "sop", &mut out);
        out
    }

    #[test]
    fn every_text_of_the_command_line_has_its_twin() {
        let (id, en) = (all(Language::Indonesian), all(Language::English));
        assert!(id.len() > 150, "{}", id.len());
        assert!(id.keys().eq(en.keys()), "texts in one language only");
        for (at, text) in &id {
            assert!(en[at] != *text || SAME.contains(&text.as_str()), "{at} is not in English: {text}");
        }
    }

    #[test]
    fn no_word_of_the_english_help_is_indonesian() {
        for (at, text) in all(Language::English) {
            // The examples show Indonesian names of files and SOPs.
            let prose = text.lines().filter(|line| !line.starts_with("  sop "));
            let words = prose.flat_map(|line| line.split(|letter: char| !letter.is_alphanumeric()));
            for word in words.map(str::to_lowercase) {
                assert!(!INDONESIAN.contains(&word.as_str()), "{at}: `{word}` in {text}");
            }
        }
    }

    #[test]
    fn help_pages_are_whole_in_their_language() {
        let words = [
            (Language::Indonesian, ["Usage", "Options", "[aliases"]),
            (Language::English, ["Pemakaian", "Pilihan", "Contoh"]),
        ];
        for (language, foreign) in words {
            let mut command = command(language);
            command.build();
            let mut pages = vec![command.clone().render_long_help().to_string()];
            pages.extend(command.get_subcommands().map(|verb| verb.clone().render_long_help().to_string()));
            for page in &pages {
                assert!(foreign.iter().all(|word| !page.contains(word)), "{page}");
            }
        }
    }
}
