//! Words of the program itself: the language chosen once, and what the system says about files put in plain words.

use crate::diagnostic::{Language, Message};
use std::io::{self, ErrorKind};
use std::path::Path;

/// Says things in the language chosen.
#[derive(Debug, Clone, Copy)]
pub(super) struct Speech(pub Language);

/// The language of the locale: English where it says so, else Indonesian.
pub(super) fn language_of_locale() -> Language {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter();
    // The first one that is set decides, as everywhere.
    let locale = names.filter_map(std::env::var_os).find(|it| !it.is_empty()).unwrap_or_default();
    if locale.as_encoded_bytes().starts_with(b"en") { Language::English } else { Language::Indonesian }
}

impl Speech {
    /// One of two sentences that say the same.
    pub fn say(self, id: impl Into<String>, en: impl Into<String>) -> String {
        if self.0 == Language::English { en.into() } else { id.into() }
    }

    /// A message in the language chosen.
    pub fn message(self, message: &Message) -> &str {
        message.in_language(self.0)
    }

    /// A failure whose words are these.
    pub fn failure(self, id: impl Into<String>, en: impl Into<String>) -> anyhow::Error {
        anyhow::Error::msg(self.say(id, en))
    }

    /// The system refused to read or write `path`; keeps the error beneath, so that a closed pipe is still known as one.
    pub fn refused(self, path: &Path, error: io::Error) -> anyhow::Error {
        let name = path.display();
        let reason = match error.kind() {
            ErrorKind::NotFound => self.say("tidak ditemukan", "not found"),
            ErrorKind::PermissionDenied => self.say(
                "tidak diizinkan; periksa izin berkas dan foldernya, atau pilih tempat lain",
                "permission denied; look at the permissions of the file and its folder, or choose another place",
            ),
            ErrorKind::IsADirectory => self.say("ini folder, bukan berkas", "this is a folder, not a file"),
            ErrorKind::NotADirectory => self.say("ini bukan folder", "this is not a folder"),
            ErrorKind::ReadOnlyFilesystem => self
                .say("tempat ini hanya dapat dibaca; pilih tempat lain", "read-only file system; choose another place"),
            ErrorKind::StorageFull => self.say(
                "tempat penyimpanan penuh; kosongkan dahulu sebagian, atau pilih tempat lain",
                "no space left; make some, or choose another place",
            ),
            _ => error.to_string(),
        };
        anyhow::Error::new(error).context(format!("{name}: {reason}"))
    }
}
