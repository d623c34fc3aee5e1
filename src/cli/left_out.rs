//! What a folder holds and is not read: every file is told of, by name or by number, and why.

use super::output::announce;
use super::speech::Speech;
use crate::plain::plain;
use crate::read::Foreign;
use std::collections::BTreeSet;
use std::path::Path;

/// So many files are named one by one.
const MOST_NAMED: usize = 10;

/// So many kinds of other files are named.
const MOST_KINDS: usize = 8;

/// Files of folders that are not read.
#[derive(Debug, Default)]
pub(super) struct LeftOut {
    /// Files that may hold an SOP in a form that is not read.
    foreign: Vec<(String, Foreign)>,
    /// Prints and copies with comments whose originals stand beside them.
    prints: usize,
    /// Files of a kind that is read, but no SOPs.
    no_sops: Vec<String>,
    /// All others.
    others: usize,
    /// The kinds of those, by their extensions.
    kinds: BTreeSet<String>,
}

impl LeftOut {
    /// A file that is none of those that are read.
    pub fn add(&mut self, path: &Path) {
        let extension = super::output::extension(path);
        match extension.as_deref().and_then(Foreign::of_extension) {
            Some(foreign) => self.foreign.push((path.display().to_string(), foreign)),
            None => {
                self.others += 1;
                self.kinds.extend(extension.map(|it| format!(".{it}")));
            }
        }
    }

    /// A file that is no SOP.
    pub fn add_other(&mut self, path: &Path) {
        self.no_sops.push(path.display().to_string());
    }

    /// A print, or a copy with comments, whose original stands beside it.
    pub fn add_print(&mut self) {
        self.prints += 1;
    }

    /// Says so on standard error; nothing where nothing was left out.
    pub fn tell(&self, speech: Speech) {
        for line in self.lines(speech) {
            announce(plain(&line));
        }
    }

    fn lines(&self, speech: Speech) -> Vec<String> {
        let count = self.foreign.len() + self.prints + self.no_sops.len() + self.others;
        if count == 0 {
            return Vec::new();
        }
        let plural = if count == 1 { "" } else { "s" };
        let mut lines = vec![speech.say(
            format!("{count} berkas di folder dilewati:"),
            format!("{count} file{plural} of the folder left out:"),
        )];
        let named = self.foreign.iter().take(MOST_NAMED);
        lines.extend(named.map(|(name, foreign)| format!("  {name}: {}", speech.message(&foreign.short()))));
        let more = self.foreign.len().saturating_sub(MOST_NAMED);
        if more > 0 {
            lines.push(speech.say(format!("  dan {more} lagi"), format!("  and {more} more")));
        }
        if self.prints > 0 {
            let prints = self.prints;
            lines.push(speech.say(
                format!("  {prints} cetakan atau salinan yang berkas asalnya ada di sampingnya"),
                format!("  {prints} printed or copied from a file beside"),
            ));
        }
        if !self.no_sops.is_empty() {
            let (count, more) = (self.no_sops.len(), if self.no_sops.len() > MOST_NAMED { " …" } else { "" });
            let names = self.no_sops.iter().take(MOST_NAMED).cloned().collect::<Vec<String>>().join(", ");
            lines.push(
                speech.say(format!("  {count} bukan SOP: {names}{more}"), format!("  {count} no SOP: {names}{more}")),
            );
        }
        if self.others > 0 {
            let mut kinds: Vec<&str> = self.kinds.iter().take(MOST_KINDS).map(String::as_str).collect();
            if self.kinds.len() > MOST_KINDS {
                kinds.push("…");
            }
            let kinds = if kinds.is_empty() { String::new() } else { format!(": {}", kinds.join(" ")) };
            let others = self.others;
            lines.push(
                speech.say(format!("  {others} berkas jenis lain{kinds}"), format!("  {others} of other kinds{kinds}")),
            );
        }
        lines
    }
}
