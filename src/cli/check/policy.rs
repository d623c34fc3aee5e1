//! Which `sop.toml` holds for which file, and what it decides together with the command line.

use crate::cli::args::PolicyArgs;
use crate::cli::input::Input;
use crate::cli::selection;
use crate::cli::speech::Speech;
use crate::config::{ConfigFile, FILE_NAME, Flags, Policy, decide, read_config};
use crate::grammar::date;
use crate::vocabulary::profiles::PROFILES;
use anyhow::Result;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

/// Settings are small; whatever is larger is none.
const LARGEST: u64 = 1 << 20;

/// A folder that holds this is the root of a project: nothing is looked for above it.
const PROJECT_ROOT: &str = ".git";

/// All settings of a run.
#[derive(Debug)]
pub(in crate::cli) struct Policies {
    flags: Flags,
    /// Without any file of settings.
    bare: Policy,
    /// Those of the folders of all inputs; `None` where there are none.
    folders: BTreeMap<PathBuf, Option<PathBuf>>,
    files: BTreeMap<PathBuf, Loaded>,
    /// The file named on the command line.
    named: Option<PathBuf>,
}

/// One file of settings, and what it decides about a file that none of its patterns names.
#[derive(Debug)]
pub(in crate::cli) struct Loaded {
    /// The file.
    pub file: ConfigFile,
    /// The folder that its patterns and the names in it count from.
    pub folder: PathBuf,
    policy: Policy,
}

impl Policies {
    /// Those of all inputs; a file of settings that cannot be used is an error of the run.
    pub fn of(args: &PolicyArgs, inputs: &[Input], speech: Speech) -> Result<Self> {
        let folders = inputs.iter().map(|input| input.place().parent().unwrap_or(Path::new("")));
        Self::of_folders(args, folders, speech)
    }

    /// Those of files in these folders.
    pub fn of_folders<'p>(args: &PolicyArgs, folders: impl Iterator<Item = &'p Path>, speech: Speech) -> Result<Self> {
        let flags = flags(args, speech)?;
        let bare = decide(None, &flags, None);
        let mut policies = Self { flags, bare, folders: BTreeMap::new(), files: BTreeMap::new(), named: None };
        if let Some(path) = &args.settings.config {
            policies.load(path, speech)?;
            policies.named = Some(path.clone());
        } else if !args.settings.no_config {
            for folder in folders {
                policies.look_above(folder, speech)?;
            }
        }
        Ok(policies)
    }

    /// The files of settings that were read, and those that would hold where they came to be in the folders of the inputs.
    pub fn watched(&self) -> impl Iterator<Item = PathBuf> {
        self.files.keys().cloned().chain(self.folders.keys().map(|folder| folder.join(FILE_NAME)))
    }

    fn look_above(&mut self, folder: &Path, speech: Speech) -> Result<()> {
        if self.folders.contains_key(folder) {
            return Ok(());
        }
        let found = nearest(&real(folder));
        if let Some(path) = &found {
            self.load(path, speech)?;
        }
        self.folders.insert(folder.to_owned(), found);
        Ok(())
    }

    fn load(&mut self, path: &Path, speech: Speech) -> Result<()> {
        if self.files.contains_key(path) {
            return Ok(());
        }
        let file = read(path, speech)?;
        let policy = decide(Some(&file), &self.flags, None);
        let folder = real(path.parent().unwrap_or(Path::new("")));
        self.files.insert(path.to_owned(), Loaded { file, folder, policy });
        Ok(())
    }

    /// The inputs but for those found in a folder whose file of settings passes over them.
    pub fn meant(&self, inputs: Vec<Input>) -> Vec<Input> {
        inputs.into_iter().filter(|input| !input.found || !self.passes_over(input.place())).collect()
    }

    fn passes_over(&self, path: &Path) -> bool {
        let loaded = self.file_for(path.parent().unwrap_or(Path::new("")));
        let Some(loaded) = loaded.filter(|it| !it.file.pass_over.is_empty()) else { return false };
        let place = place_below(&loaded.folder, path);
        place.is_some_and(|place| loaded.file.pass_over.iter().any(|pattern| pattern.matches(&place)))
    }

    /// The file of settings that holds for a file in that folder.
    pub fn file_for(&self, folder: &Path) -> Option<&Loaded> {
        let path = self.named.as_ref().or_else(|| self.folders.get(folder)?.as_ref())?;
        self.files.get(path)
    }

    /// What holds for the file at that path; `None` is no file in particular.
    pub fn policy_for(&self, path: Option<&Path>) -> Cow<'_, Policy> {
        let folder = path.and_then(Path::parent).unwrap_or(Path::new(""));
        let Some(loaded) = self.file_for(folder) else { return Cow::Borrowed(&self.bare) };
        let place =
            path.filter(|_| !loaded.file.per_file.is_empty()).and_then(|path| place_below(&loaded.folder, path));
        match place.filter(|it| loaded.file.per_file.iter().any(|entry| entry.value.0.matches(it))) {
            Some(place) => Cow::Owned(decide(Some(&loaded.file), &self.flags, Some(&place))),
            None => Cow::Borrowed(&loaded.policy),
        }
    }
}

fn flags(args: &PolicyArgs, speech: Speech) -> Result<Flags> {
    let today = args.today.as_ref().map(|written| {
        let date = date::parse(written).filter(|it| it.as_ymd().is_some());
        date.ok_or_else(|| {
            speech.failure(
                format!("--today: `{written}` bukan tanggal lengkap; contoh: 2026-01-31"),
                format!("--today: `{written}` is no whole date, such as 2026-01-31"),
            )
        })
    });
    Ok(Flags {
        profile: args.profile.as_ref().and_then(|name| PROFILES.iter().find(|it| it.name == name)),
        today: today.transpose()?,
        select: selection::selectors(&args.select, speech)?,
        ignore: selection::selectors(&args.ignore, speech)?,
    })
}

fn read(path: &Path, speech: Speech) -> Result<ConfigFile> {
    let name = shown(path);
    let size = fs::metadata(path).map_err(|error| speech.refused(&name, error))?.len();
    if size > LARGEST {
        return Err(speech.failure(
            format!("{}: terlalu besar untuk berkas pengaturan", name.display()),
            format!("{}: too large for a file of settings", name.display()),
        ));
    }
    let bytes = fs::read(path).map_err(|error| speech.refused(&name, error))?;
    let text = String::from_utf8(bytes).map_err(|_| {
        speech.failure(
            format!("{}: bukan teks UTF-8; simpan ulang sebagai UTF-8", name.display()),
            format!("{}: not UTF-8 text; save it as UTF-8", name.display()),
        )
    })?;
    read_config(&name.to_string_lossy(), &text).map_err(|error| {
        let place = format!("{}:{}:{}", error.file, error.line, error.column);
        anyhow::Error::msg(format!("{place}: {}", speech.message(&error.message)))
    })
}

/// The nearest file of settings, in that folder or above it, up to the root of the project.
fn nearest(folder: &Path) -> Option<PathBuf> {
    for folder in folder.ancestors() {
        let path = folder.join(FILE_NAME);
        // One that may not be read, a folder of that name, or a link in circles is one that holds: reading it will say so.
        let is_missing = |error: std::io::Error| matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory);
        if !fs::metadata(&path).is_err_and(is_missing) {
            return Some(path);
        }
        if folder.join(PROJECT_ROOT).exists() {
            return None;
        }
    }
    None
}

/// The folder with no link and no `..` in its name; what does not exist stays as it is below what does.
pub(in crate::cli) fn real(folder: &Path) -> PathBuf {
    let folder = if folder == Path::new("") { Path::new(".") } else { folder };
    if let Ok(real) = fs::canonicalize(folder) {
        return real;
    }
    match (folder.parent(), folder.file_name()) {
        (Some(parent), Some(name)) => real(parent).join(name),
        _ => folder.to_owned(),
    }
}

/// The path of a file below a folder with no link in its name, with `/` between folders.
fn place_below(folder: &Path, path: &Path) -> Option<String> {
    let real = real(path.parent()?).join(path.file_name()?);
    let below = real.strip_prefix(folder).ok()?;
    Some(with_slashes(below))
}

/// The path with `/` between folders, whatever the system writes.
pub(in crate::cli) fn with_slashes(path: &Path) -> String {
    let parts = path.components().map(|part| match part {
        Component::ParentDir => "..".into(),
        part => part.as_os_str().to_string_lossy(),
    });
    parts.collect::<Vec<_>>().join("/")
}

/// The path as people know it: from the current folder, where it is below it.
fn shown(path: &Path) -> PathBuf {
    let here = real(Path::new(""));
    path.strip_prefix(&here).map_or_else(|_| path.to_owned(), Path::to_owned)
}
