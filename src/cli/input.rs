//! Command-line names → the files they stand for, in a fixed order, and their bytes.

use super::args::SearchArgs;
use super::left_out::LeftOut;
use super::output::extension;
use super::sop_file::may_hold_sop;
use super::speech::Speech;
use crate::config::Pattern;
use crate::read::LARGEST_INPUT;
use anyhow::Result;
use std::collections::BTreeSet;
use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Extensions of legacy texts.
const TEXTS: [&str; 6] = ["txt", "tsv", "csv", "md", "html", "htm"];

/// Extensions of Word and Excel files.
const OFFICE: [&str; 4] = ["xlsx", "xlsm", "docx", "docm"];

/// Extensions of prints and drawings, of ours and of other programs.
const PRINTS: [&str; 2] = ["pdf", "bpmn"];

/// What the names of copies with comments end with, before their extension, as the help has them: `draf.dicatat.docx`.
const COMMENTED: &str = "dicatat";

/// Extensions of our own format.
const MODELS: [&str; 3] = ["yaml", "yml", "json"];

/// The key under which a model names what it was converted from.
const SOURCE: &str = "sumber";

/// What a folder is searched for, in words.
const KINDS: &str = ".xlsx .xlsm .docx .docm .pdf .bpmn .txt .tsv .csv .md .html .htm .yaml .yml .json";

/// Nothing is read beyond the first byte that is too much: the reader refuses it, be it endless.
const LARGEST: u64 = LARGEST_INPUT as u64;

/// Bytes that most files have at most.
pub(super) const USUAL: usize = 16 * 1024;

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

    /// As it would be called without the name of the folder we stand in.
    fn without_dot(mut self) -> Self {
        if let Some(Ok(path)) = self.path.as_ref().map(|it| it.strip_prefix(".")) {
            let path = path.to_owned();
            self.name = path.display().to_string();
            self.path = Some(path);
        }
        self
    }

    /// The bytes, up to one more than the reader accepts.
    pub fn read(&self, speech: Speech) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let outcome = match &self.path {
            None => io::stdin().lock().take(LARGEST + 1).read_to_end(&mut bytes),
            // Most files fit into this, so that nobody needs to be asked for their size.
            Some(path) => File::open(path).and_then(|file| {
                bytes.reserve_exact(USUAL);
                file.take(LARGEST + 1).read_to_end(&mut bytes)
            }),
        };
        outcome.map_err(|error| speech.refused(Path::new(&self.name), error))?;
        Ok(bytes)
    }

    /// The path that settings are looked up by: standard input stands where its name says.
    pub fn place(&self) -> &Path {
        self.path.as_deref().unwrap_or(Path::new(&self.name))
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
    /// What the folders hold beside the files.
    pub left_out: LeftOut,
}

/// Which of two files of a folder is meant, where one was converted from the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meant {
    /// The YAML or JSON, which people keep and mend.
    Model,
    /// The text or office file it was made from.
    Original,
}

/// What folders are searched for.
#[derive(Debug)]
pub(super) struct Search<'s> {
    /// What standard input is called.
    stdin_name: &'s str,
    meant: Meant,
    /// Files of folders that are passed over.
    exclude: Vec<Pattern>,
    speech: Speech,
}

impl<'s> Search<'s> {
    /// As the command line has it.
    ///
    /// # Errors
    /// When a pattern is none.
    pub fn of(args: &'s SearchArgs, meant: Meant, speech: Speech) -> Result<Self> {
        let pattern = |written: &String| {
            Pattern::parse(written).ok_or_else(|| {
                speech.failure(
                    format!("--exclude `{written}`: bukan pola nama berkas; contoh: arsip/, *.lama.txt"),
                    format!("--exclude `{written}`: no pattern of file names; such as arsip/, *.old.txt"),
                )
            })
        };
        let exclude = args.exclude.iter().map(pattern).collect::<Result<_>>()?;
        Ok(Self { stdin_name: &args.stdin_name, meant, exclude, speech })
    }

    /// The file or folder at that place below the folder that was named is passed over.
    fn passes_over(&self, below: &Path) -> bool {
        let place = in_slashes(below);
        self.exclude.iter().any(|pattern| pattern.matches(&place))
    }
}

fn in_slashes(path: &Path) -> String {
    let place = path.display().to_string();
    if cfg!(windows) { place.replace('\\', "/") } else { place }
}

/// Resolves files, folders, patterns (`sops/*.txt`) and `-`. Folders are searched through and through for known extensions; hidden entries and
/// links to folders are left out, a PDF beside what it was printed from, and of a file and the YAML made from it what is not
/// meant. Nothing is named twice.
pub(super) fn gather(names: &[PathBuf], search: &Search<'_>) -> Gathered {
    let mut gathered =
        Gathered { inputs: Vec::new(), failures: Vec::new(), has_folder: false, left_out: LeftOut::default() };
    let mut seen = BTreeSet::new();
    for name in names {
        if !seen.insert(name) {
            continue;
        }
        if name == Path::new("-") {
            gathered.inputs.push(Input::stdin(search.stdin_name));
        } else if name.is_dir() {
            gathered.has_folder = true;
            search.folder(name, &mut gathered);
        } else if let Some(pattern) = Wanted::of(name) {
            gathered.has_folder = true;
            search.pattern(&pattern, &mut gathered);
        } else {
            gathered.inputs.push(Input::named(name));
        }
    }
    gathered
}

/// Names with `*` that the shell left to us, because they stood in quotes.
struct Wanted {
    folder: PathBuf,
    pattern: Pattern,
    name: String,
}

impl Wanted {
    /// A name that is no file, and holds signs of a pattern.
    fn of(name: &Path) -> Option<Self> {
        let written = in_slashes(name);
        let sign = written.find(['*', '?', '[', '{']).filter(|_| !name.exists())?;
        let cut = written[..sign].rfind('/').map_or(0, |at| at + 1);
        let (folder, rest) = written.split_at(cut);
        // What stands before the first sign is the folder, so that a pattern without a slash means files of that folder alone.
        let pattern = Pattern::of_path(rest)?;
        Some(Self {
            folder: PathBuf::from(if folder.is_empty() { "." } else { folder }),
            pattern,
            name: written.clone(),
        })
    }
}

impl Search<'_> {
    fn folder(&self, folder: &Path, gathered: &mut Gathered) {
        let before = gathered.inputs.len();
        let failures = gathered.failures.len();
        self.walk(folder, Path::new(""), gathered);
        if gathered.inputs.len() == before && gathered.failures.len() == failures {
            let name = folder.display();
            gathered.failures.push(self.speech.failure(
                format!("{name}: tidak ada berkas SOP di folder ini ({KINDS})"),
                format!("{name}: no SOP files in this folder ({KINDS})"),
            ));
        }
    }

    fn pattern(&self, wanted: &Wanted, gathered: &mut Gathered) {
        let (before, left_out) = (gathered.inputs.len(), std::mem::take(&mut gathered.left_out));
        let failures = gathered.failures.len();
        // Who writes `*.txt` means the texts, whatever was made of them.
        let as_named = Search { exclude: self.exclude.clone(), meant: Meant::Original, ..*self };
        as_named.walk(&wanted.folder, Path::new(""), gathered);
        // What does not match was not asked for.
        gathered.left_out = left_out;
        let found = gathered.inputs.split_off(before);
        let matching = found.into_iter().filter(|it| wanted.pattern.matches(&in_slashes(&it.relative)));
        gathered.inputs.extend(matching.map(Input::without_dot));
        if gathered.inputs.len() == before && gathered.failures.len() == failures {
            let name = &wanted.name;
            gathered.failures.push(self.speech.failure(
                format!("{name}: tidak ada berkas SOP yang cocok dengan pola ini"),
                format!("{name}: no SOP file matches this pattern"),
            ));
        }
    }

    fn walk(&self, folder: &Path, below: &Path, gathered: &mut Gathered) {
        let entries = std::fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
        let mut entries = match entries {
            Ok(entries) => entries,
            Err(error) => return gathered.failures.push(self.speech.refused(folder, error)),
        };
        entries.sort_by_key(std::fs::DirEntry::file_name);
        let stems = Stems::of(&entries);
        let converted = match self.meant {
            Meant::Model => originals(folder, &entries),
            Meant::Original => BTreeSet::new(),
        };
        for entry in entries {
            let name = entry.file_name();
            let (path, relative) = (folder.join(&name), below.join(&name));
            if is_aside(&name) || self.passes_over(&relative) {
                continue;
            }
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => self.walk(&path, &relative, gathered),
                Ok(kind) if kind.is_file() || path.is_file() => match stems.have_original(&path, self.meant) {
                    true => gathered.left_out.add_print(),
                    // The YAML made of it is looked at instead.
                    false if converted.contains(&name) => {}
                    false if is_known(&path) && !may_hold_sop(&path) => gathered.left_out.add_other(&path),
                    false if is_known(&path) => {
                        let name = path.display().to_string();
                        gathered.inputs.push(Input { path: Some(path), name, relative, found: true });
                    }
                    false => gathered.left_out.add(&path),
                },
                _ => {}
            }
        }
    }
}

/// A file of a folder that nobody means: hidden, about the folder itself, or the mark of Word and Excel that a file is open.
fn is_aside(name: &OsStr) -> bool {
    let name = name.to_string_lossy().to_lowercase();
    let begins = [".", "~$", "readme."].iter().any(|it| name.starts_with(it));
    begins || name == "sop.toml" || name.ends_with(".schema.json") || name.ends_with("baseline.json")
}

/// A file that a folder is searched for.
fn is_known(path: &Path) -> bool {
    is_written(path) || is_model(path) || is_print(path)
}

/// A text or an office file, by its extension.
fn is_written(path: &Path) -> bool {
    has_extension(path, &TEXTS) || has_extension(path, &OFFICE)
}

fn is_print(path: &Path) -> bool {
    has_extension(path, &PRINTS)
}

/// The names without extension of what a folder holds.
struct Stems {
    /// Of texts and office files.
    written: BTreeSet<OsString>,
    /// Of prints and drawings.
    prints: BTreeSet<OsString>,
    /// Of our own YAML and JSON.
    models: BTreeSet<OsString>,
}

impl Stems {
    fn of(entries: &[std::fs::DirEntry]) -> Self {
        let names = || entries.iter().map(|entry| PathBuf::from(entry.file_name()));
        let stems = |is: fn(&Path) -> bool| names().filter(|name| is(name)).map(|name| stem(&name)).collect();
        Self { written: stems(is_written), prints: stems(is_print), models: stems(is_model) }
    }

    /// Something stands beside the file that it was made from: a PDF or BPMN or, where the models are meant, an office file was printed from
    /// it, or it is a copy with our comments in it. Not a YAML that was converted from it.
    fn have_original(&self, copy: &Path, meant: Meant) -> bool {
        let is_made = || MODELS.iter().any(|kind| is_made_from(&copy.with_extension(kind), copy));
        let stem = stem(copy);
        let of_model = || self.models.contains(&stem) && !is_made();
        let is_commented = |of: &BTreeSet<OsString>| {
            let name = Path::new(&stem);
            name.extension().is_some_and(|it| it == COMMENTED) && of.contains(&self::stem(name))
        };
        if is_print(copy) {
            return self.written.contains(&stem) || of_model() || is_commented(&self.prints);
        }
        has_extension(copy, &OFFICE) && (meant == Meant::Model && of_model() || is_commented(&self.written))
    }
}

/// The files that YAML or JSON of this folder says it was converted from.
fn originals(folder: &Path, entries: &[std::fs::DirEntry]) -> BTreeSet<OsString> {
    let names = || entries.iter().map(|entry| PathBuf::from(entry.file_name()));
    if !names().any(|name| is_written(&name) || is_print(&name)) {
        return BTreeSet::new();
    }
    let models = names().filter(|name| is_model(name));
    models.flat_map(|name| sources(&folder.join(name))).map(OsString::from).collect()
}

/// The YAML or JSON says that it was converted from the file of this name.
fn is_made_from(model: &Path, original: &Path) -> bool {
    let name = original.file_name().unwrap_or_default().to_string_lossy();
    sources(model).iter().any(|source| **source == *name)
}

/// What a YAML or JSON says that it was converted from; nothing where it cannot be read.
fn sources(model: &Path) -> Vec<String> {
    let mut text = String::new();
    let read = File::open(model).and_then(|file| file.take(LARGEST).read_to_string(&mut text));
    let value = |line: &str| {
        let value =
            line.trim().trim_start_matches('"').strip_prefix(SOURCE)?.trim_start_matches('"').strip_prefix(':')?;
        Some(value.trim().trim_end_matches(',').trim_matches(['"', '\'']).to_owned())
    };
    if read.is_ok() { text.lines().filter_map(value).collect() } else { Vec::new() }
}

fn stem(path: &Path) -> OsString {
    path.file_stem().unwrap_or_default().to_owned()
}

/// Our own YAML or JSON, by its extension.
pub(super) fn is_model(path: &Path) -> bool {
    has_extension(path, &MODELS)
}

fn has_extension(path: &Path, known: &[&str]) -> bool {
    extension(path).is_some_and(|it| known.contains(&it.as_str()))
}

/// A text, office file or PDF stands beside this YAML or JSON from which it was converted.
pub(super) fn has_original(model: &Path) -> bool {
    let mut written = TEXTS.iter().chain(&OFFICE).map(|extension| model.with_extension(extension));
    let mut prints = PRINTS.iter().map(|extension| model.with_extension(extension));
    written.any(|original| original.is_file()) || prints.any(|print| print.is_file() && is_made_from(model, &print))
}
