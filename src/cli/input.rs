//! Command-line names → the files they stand for, in a fixed order, and their bytes.

use super::speech::Speech;
use crate::read::LARGEST_INPUT;
use anyhow::Result;
use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Extensions of legacy texts.
const TEXTS: [&str; 5] = ["txt", "tsv", "md", "html", "htm"];

/// Extensions of our own format.
const MODELS: [&str; 3] = ["yaml", "yml", "json"];

/// Nothing is read beyond the first byte that is too much: the reader refuses it, be it endless.
const LARGEST: u64 = LARGEST_INPUT as u64;

/// One file to be worked on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Input {
    /// Where it is; `None` for standard input.
    pub path: Option<PathBuf>,
    /// What people and messages call it.
    pub name: String,
    /// Its place below the folder that was named, or its file name where it was named itself.
    pub relative: PathBuf,
    /// Found in a folder, not named itself.
    pub found: bool,
}

impl Input {
    fn stdin(name: &str) -> Self {
        Self { path: None, name: name.to_owned(), relative: PathBuf::from(name), found: false }
    }

    fn named(path: &Path) -> Self {
        let relative = path.file_name().map_or_else(|| path.to_owned(), PathBuf::from);
        Self { path: Some(path.to_owned()), name: path.display().to_string(), relative, found: false }
    }

    /// The bytes, up to one more than the reader accepts.
    pub fn read(&self, speech: Speech) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let outcome = match &self.path {
            None => io::stdin().lock().take(LARGEST + 1).read_to_end(&mut bytes),
            Some(path) => File::open(path).and_then(|mut file| {
                let size = file.metadata().map_or(0, |it| it.len()).min(LARGEST);
                bytes.reserve_exact(usize::try_from(size).unwrap_or(0) + 1);
                file.by_ref().take(LARGEST + 1).read_to_end(&mut bytes)
            }),
        };
        outcome.map_err(|error| speech.refused(Path::new(&self.name), error))?;
        Ok(bytes)
    }

    /// The folder it stands in.
    pub fn folder(&self) -> Option<&Path> {
        self.path.as_deref()?.parent()
    }
}

/// What the names on the command line stand for.
#[derive(Debug)]
pub(super) struct Gathered {
    /// The files in the order named; those of a folder sorted by name.
    pub inputs: Vec<Input>,
    /// What could not be had.
    pub failures: Vec<anyhow::Error>,
    /// At least one of the names is a folder.
    pub has_folder: bool,
}

/// Resolves files, folders and `-`. Folders are searched through and through for known extensions; hidden entries and
/// links to folders are left out. Nothing is named twice.
pub(super) fn gather(names: &[PathBuf], stdin_name: &str, speech: Speech) -> Gathered {
    let mut gathered = Gathered { inputs: Vec::new(), failures: Vec::new(), has_folder: false };
    let mut seen = BTreeSet::new();
    for name in names {
        if !seen.insert(name) {
            continue;
        }
        if name == Path::new("-") {
            gathered.inputs.push(Input::stdin(stdin_name));
        } else if name.is_dir() {
            gathered.has_folder = true;
            search(name, &mut gathered, speech);
        } else {
            gathered.inputs.push(Input::named(name));
        }
    }
    gathered
}

fn search(folder: &Path, gathered: &mut Gathered, speech: Speech) {
    let before = gathered.inputs.len();
    let failures = gathered.failures.len();
    walk(folder, Path::new(""), gathered, speech);
    if gathered.inputs.len() == before && gathered.failures.len() == failures {
        let name = folder.display();
        gathered.failures.push(speech.failure(
            format!("{name}: tidak ada berkas SOP di folder ini (.txt .tsv .md .html .htm .yaml .yml .json)"),
            format!("{name}: no SOP files in this folder (.txt .tsv .md .html .htm .yaml .yml .json)"),
        ));
    }
}

fn walk(folder: &Path, below: &Path, gathered: &mut Gathered, speech: Speech) {
    let entries = std::fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    let mut entries = match entries {
        Ok(entries) => entries,
        Err(error) => return gathered.failures.push(speech.refused(folder, error)),
    };
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let name = entry.file_name();
        if name.as_encoded_bytes().starts_with(b".") {
            continue;
        }
        let (path, relative) = (folder.join(&name), below.join(&name));
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => walk(&path, &relative, gathered, speech),
            Ok(kind) if is_known(&path) && (kind.is_file() || path.is_file()) => {
                let name = path.display().to_string();
                gathered.inputs.push(Input { path: Some(path), name, relative, found: true });
            }
            _ => {}
        }
    }
}

/// A file that a folder is searched for; what tells about the folder itself is none.
fn is_known(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    let is_about = name.starts_with("readme.") || name.ends_with(".schema.json") || name.ends_with("baseline.json");
    !is_about && (is_text(path) || is_model(path))
}

/// A legacy text, by its extension.
pub(super) fn is_text(path: &Path) -> bool {
    has_extension(path, &TEXTS)
}

/// Our own YAML or JSON, by its extension.
pub(super) fn is_model(path: &Path) -> bool {
    has_extension(path, &MODELS)
}

fn has_extension(path: &Path, known: &[&str]) -> bool {
    let extension = path.extension().and_then(OsStr::to_str);
    extension.is_some_and(|it| known.iter().any(|other| it.eq_ignore_ascii_case(other)))
}

/// The names a text would have from which this file was converted.
pub(super) fn texts_beside(path: &Path) -> impl Iterator<Item = PathBuf> {
    TEXTS.iter().map(|extension| path.with_extension(extension))
}
