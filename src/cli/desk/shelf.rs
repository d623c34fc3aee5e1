//! The folder that may be read and written, and nothing outside it: names go by parts, and links do not lead out.

use crate::cli::draft::replace;
use crate::cli::output::save;
use crate::cli::speech::Speech;
use crate::fnv;
use crate::read::LARGEST_INPUT;
use anyhow::Result;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Component, Path, PathBuf};

/// Extensions of files that are written.
const WRITTEN: [&str; 2] = ["yaml", "yml"];

/// The folder.
#[derive(Debug)]
pub(super) struct Shelf {
    root: PathBuf,
}

/// What became of a file to be saved.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Saved {
    /// It is there, known by this stamp.
    Done(String),
    /// Another one is there by now, known by this stamp.
    Conflict(String),
}

impl Shelf {
    /// Of that folder.
    pub fn of(folder: &Path, speech: Speech) -> Result<Self> {
        let root = fs::canonicalize(folder).map_err(|error| speech.refused(folder, error))?;
        if !root.is_dir() {
            return Err(speech.refused(folder, std::io::ErrorKind::NotADirectory.into()));
        }
        Ok(Self { root })
    }

    /// The folder itself, links resolved.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The file of that name, which is there, in the folder.
    ///
    /// # Errors
    /// When it is not there, or not in the folder.
    pub fn find(&self, name: &str, speech: Speech) -> Result<PathBuf> {
        let path = self.named(name, speech)?;
        let real = fs::canonicalize(&path).map_err(|error| speech.refused(Path::new(name), error))?;
        if real.starts_with(&self.root) && real.is_file() { Ok(path) } else { Err(outside(name, speech)) }
    }

    /// Where a file of that name would be, in the folder.
    fn place(&self, name: &str, speech: Speech) -> Result<PathBuf> {
        let path = self.named(name, speech)?;
        let extension = crate::cli::output::extension(&path);
        if !extension.is_some_and(|it| WRITTEN.contains(&it.as_str())) {
            return Err(speech.failure(
                format!("{name}: dokumen disimpan sebagai .yaml"),
                format!("{name}: documents are saved as .yaml"),
            ));
        }
        let folder = path.parent().unwrap_or(&self.root);
        let folder = fs::canonicalize(folder).map_err(|error| speech.refused(Path::new(name), error))?;
        // A link in its place is followed by whoever writes.
        let leads = fs::symlink_metadata(&path).is_ok().then(|| fs::canonicalize(&path));
        let leads_out =
            leads.is_some_and(|real| !real.is_ok_and(|real| real.starts_with(&self.root) && real.is_file()));
        if folder.starts_with(&self.root) && !leads_out { Ok(path) } else { Err(outside(name, speech)) }
    }

    fn named(&self, name: &str, speech: Speech) -> Result<PathBuf> {
        let path = Path::new(name);
        let is_plain = |part: Component<'_>| matches!(part, Component::Normal(_));
        let is_odd = name.is_empty() || name.contains(['\0', '\\']) || name.ends_with('/');
        if is_odd || !path.components().all(is_plain) {
            return Err(outside(name, speech));
        }
        Ok(self.root.join(path))
    }

    /// The bytes of a file, up to one more than is read.
    pub fn read(&self, name: &str, speech: Speech) -> Result<Vec<u8>> {
        let path = self.find(name, speech)?;
        let mut bytes = Vec::new();
        let read = File::open(&path).and_then(|file| file.take(LARGEST_INPUT as u64 + 1).read_to_end(&mut bytes));
        read.map_err(|error| speech.refused(Path::new(name), error))?;
        Ok(bytes)
    }

    /// By what the file of that name is known as it is now; none where there is none.
    pub fn stamp(&self, name: &str, speech: Speech) -> Result<Option<String>> {
        let path = self.named(name, speech)?;
        if fs::symlink_metadata(&path).is_err() { Ok(None) } else { Ok(Some(stamp(&self.read(name, speech)?))) }
    }

    /// Saves a text, whole or not at all. `known` is the stamp that the file is expected to have, none where none is expected;
    /// without `force` any other file stays.
    pub fn save(&self, name: &str, text: &str, known: Option<&str>, force: bool, speech: Speech) -> Result<Saved> {
        let path = self.place(name, speech)?;
        let there = self.stamp(name, speech)?;
        match there {
            // Whoever asks again because no answer came has saved it already.
            Some(there) if there == stamp(text.as_bytes()) => {}
            Some(there) if !force && known != Some(&there) => return Ok(Saved::Conflict(there)),
            Some(_) => replace(text.as_bytes(), &path, speech)?,
            None => save(text.as_bytes(), &path, false, speech)?,
        }
        Ok(Saved::Done(stamp(text.as_bytes())))
    }
}

/// By what bytes are known again.
pub(super) fn stamp(bytes: &[u8]) -> String {
    format!("{:x}-{:016x}", bytes.len(), fnv::fold(fnv::BASIS, bytes.iter().copied()))
}

fn outside(name: &str, speech: Speech) -> anyhow::Error {
    let name: String = name.chars().take(80).collect();
    speech.failure(
        format!("{name}: tidak ada di folder yang dibuka"),
        format!("{name}: not in the folder that was opened"),
    )
}
