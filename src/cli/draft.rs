//! Files being written: they are there when they are whole, and what is cut off leaves nothing behind.
//!
//! A result is first written beside its place, under a name of its own, held by a lock as long as its run lives. A run that is
//! interrupted removes its own; what one that was killed left behind, the next run that writes into the folder removes.

use super::output::already_there;
use super::speech::Speech;
use anyhow::Result;
use std::collections::BTreeSet;
use std::fs::{self, File, Metadata, TryLockError};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, Once, PoisonError};
use tempfile::{Builder, NamedTempFile};

/// How the names of files being written begin and end.
const NAME: (&str, &str) = (".sop-", ".sementara");

/// Exit code of a run that was interrupted, as shells have it.
const INTERRUPTED: i32 = 130;

/// Files being written by this run.
static OPEN: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

/// Folders in which this run has removed what others left behind.
static CLEARED: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

/// A file being written, which is there when it is whole: dropped before, it leaves nothing behind.
pub(super) struct Draft {
    out: BufWriter<Target>,
    path: PathBuf,
    force: bool,
    speech: Speech,
}

enum Target {
    File(Held),
    Device(File),
}

impl Draft {
    /// Begins a file. Without `force` a file that exists is an error; its folder is made where it is missing.
    pub fn begin(path: &Path, force: bool, speech: Speech) -> Result<Self> {
        let there = fs::metadata(path).ok();
        if there.as_ref().is_some_and(is_device) {
            let device = File::options().write(true).open(path).map_err(|error| speech.refused(path, error))?;
            return Ok(Self { out: BufWriter::new(Target::Device(device)), path: path.to_owned(), force, speech });
        }
        if !force && there.is_some_and(|it| it.is_file()) {
            return Err(already_there(path, speech));
        }
        // What a link names is replaced, not the link.
        let real = if force { fs::canonicalize(path).ok() } else { None };
        let path = real.unwrap_or_else(|| path.to_owned());
        let folder = match path.parent() {
            Some(folder) if folder != Path::new("") => folder,
            _ => Path::new("."),
        };
        let file = match Held::begin(folder) {
            Err(error) if error.kind() == ErrorKind::NotFound => fs::create_dir_all(folder)
                .and_then(|()| Held::begin(folder))
                .map_err(|error| speech.refused(folder, error))?,
            other => other.map_err(|error| speech.refused(&path, error))?,
        };
        Ok(Self { out: BufWriter::new(Target::File(file)), path, force, speech })
    }

    /// Puts the file in its place.
    pub fn place(self) -> Result<()> {
        let Self { out, path, force, speech } = self;
        let target = out.into_inner().map_err(|error| speech.refused(&path, error.into_error()))?;
        let Target::File(draft) = target else { return Ok(()) };
        match draft.persist(&path, force) {
            Ok(()) => Ok(()),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(already_there(&path, speech)),
            Err(error) => Err(speech.refused(&path, error)),
        }
    }
}

impl Write for Draft {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

impl Write for Target {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::File(held) => held.file().write(bytes),
            Self::Device(device) => device.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::File(held) => held.file().flush(),
            Self::Device(device) => device.flush(),
        }
    }
}

/// Writes a file that exists anew, whole or not at all, with the permissions and the owner it has; a link is followed. What may only
/// be read stays as it is.
pub(super) fn replace(bytes: &[u8], path: &Path, speech: Speech) -> Result<()> {
    if fs::metadata(path).as_ref().is_ok_and(is_device) {
        return fs::write(path, bytes).map_err(|error| speech.refused(path, error));
    }
    let real = fs::canonicalize(path).map_err(|error| speech.refused(path, error))?;
    let metadata = fs::metadata(&real).map_err(|error| speech.refused(path, error))?;
    if metadata.permissions().readonly() {
        return Err(speech.refused(path, ErrorKind::PermissionDenied.into()));
    }
    let outcome = if has_other_names(&metadata) { in_place(bytes, &real) } else { anew(bytes, &real, &metadata) };
    outcome.map_err(|error| speech.refused(path, error))
}

fn anew(bytes: &[u8], real: &Path, metadata: &Metadata) -> io::Result<()> {
    let mut draft = Held::begin(real.parent().unwrap_or(Path::new(".")))?;
    draft.file().write_all(bytes)?;
    draft.file().set_permissions(metadata.permissions())?;
    if !has_owner_of(draft.file(), metadata) {
        return in_place(bytes, real);
    }
    draft.persist(real, true)
}

/// Writes over the very file, which others know by another name or may own: what stood there is put back where it fails.
fn in_place(bytes: &[u8], real: &Path) -> io::Result<()> {
    let before = fs::read(real)?;
    let mut file = File::options().write(true).open(real)?;
    let mut write = |bytes: &[u8]| {
        io::Seek::rewind(&mut file)?;
        file.write_all(bytes)?;
        file.set_len(bytes.len() as u64)?;
        file.sync_data()
    };
    write(bytes).inspect_err(|_| {
        // There is room for what stood there before.
        let _ = write(&before);
    })
}

#[cfg(unix)]
fn has_other_names(metadata: &Metadata) -> bool {
    std::os::unix::fs::MetadataExt::nlink(metadata) > 1
}

#[cfg(not(unix))]
fn has_other_names(_: &Metadata) -> bool {
    false
}

/// The file belongs to whom the other one belongs to, or could be given to them.
#[cfg(unix)]
fn has_owner_of(file: &File, metadata: &Metadata) -> bool {
    use std::os::unix::fs::{MetadataExt, fchown};
    let own = file.metadata().is_ok_and(|it| (it.uid(), it.gid()) == (metadata.uid(), metadata.gid()));
    own || fchown(file, Some(metadata.uid()), Some(metadata.gid())).is_ok()
}

#[cfg(not(unix))]
fn has_owner_of(_: &File, _: &Metadata) -> bool {
    true
}

/// A file beside its place, locked, and known to the run as long as it is there.
struct Held(NamedTempFile);

impl Held {
    fn begin(folder: &Path) -> io::Result<Self> {
        clear_up_when_interrupted();
        clear(folder);
        loop {
            // Made and noted at once, lest an interruption come between.
            let file = {
                let mut open = guard(&OPEN);
                let file = new_file(folder).map_err(without_path)?;
                open.insert(file.path().to_owned());
                file
            };
            match file.as_file().try_lock() {
                // Another run took it for one left behind, in the moment before it was locked.
                Err(TryLockError::WouldBlock) => continue,
                Ok(()) if !file.path().exists() => continue,
                // Where files cannot be locked, none is ever taken for one left behind.
                _ => {}
            }
            return Ok(Self(file));
        }
    }

    fn file(&mut self) -> &mut File {
        self.0.as_file_mut()
    }

    /// Gives it its name. Without `force` a file that has this name is an error.
    fn persist(self, path: &Path, force: bool) -> io::Result<()> {
        let held = self.0.path().to_owned();
        let placed = if force { self.0.persist(path) } else { self.0.persist_noclobber(path) };
        guard(&OPEN).remove(&held);
        placed.map(drop).map_err(|refusal| refusal.error)
    }
}

fn new_file(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(NAME.0).suffix(NAME.1);
    // A result is an ordinary file, open to whom the user's mask allows, unlike a temporary one.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}

/// The error of the system, without the name of a file that nobody asked for.
fn without_path(error: io::Error) -> io::Error {
    let beneath = error.get_ref().and_then(std::error::Error::source).and_then(|it| it.downcast_ref::<io::Error>());
    beneath.and_then(io::Error::raw_os_error).map_or(error, io::Error::from_raw_os_error)
}

/// Removes what runs that were killed left in a folder: files of our names that nobody holds.
fn clear(folder: &Path) {
    if !guard(&CLEARED).insert(folder.to_owned()) {
        return;
    }
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let is_ours = name.starts_with(NAME.0) && name.ends_with(NAME.1);
        let file = is_ours.then(|| File::options().write(true).open(entry.path()).ok()).flatten();
        // The lock goes with the file that was opened, so that it must outlive the removal.
        if file.as_ref().is_some_and(|file| file.try_lock().is_ok()) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// From the first file on, an interrupted run removes what it has not finished.
fn clear_up_when_interrupted() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // Without it the next run clears up.
        let _ = ctrlc::set_handler(|| {
            // Held to the end, so that nothing is begun any more.
            let open = guard(&OPEN);
            open.iter().for_each(|path| drop(fs::remove_file(path)));
            std::process::exit(INTERRUPTED);
        });
    });
}

fn guard(paths: &Mutex<BTreeSet<PathBuf>>) -> MutexGuard<'_, BTreeSet<PathBuf>> {
    paths.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Something to write into that is no file, such as `/dev/null` or a pipe.
fn is_device(there: &Metadata) -> bool {
    !there.is_file() && !there.is_dir()
}
