//! Where results go: standard output, or files that are written whole or not at all and never overwritten unasked.

use super::speech::Speech;
use anyhow::Result;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};
use tempfile::{Builder, NamedTempFile};

/// Writes to standard output.
pub(super) fn print(bytes: &[u8]) -> Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()?;
    Ok(())
}

/// Standard output is what was asked for: no `-o`, or `-o -`.
pub(super) fn is_stdout(output: Option<&Path>) -> bool {
    output.is_none_or(|path| path == Path::new("-"))
}

/// Writes one result, to standard output where no file is named.
pub(super) fn deliver(bytes: &[u8], output: Option<&Path>, force: bool, speech: Speech) -> Result<()> {
    match output {
        Some(path) if !is_stdout(output) => save(bytes, path, force, speech),
        _ => print(bytes),
    }
}

/// Writes a file whole or not at all. Without `force` a file that exists is an error; its folder is made where it is missing.
pub(super) fn save(bytes: &[u8], path: &Path, force: bool, speech: Speech) -> Result<()> {
    let mut draft = Draft::begin(path, force, speech)?;
    draft.write_all(bytes).map_err(|error| speech.refused(path, error))?;
    draft.place()
}

/// A file being written, which is there when it is whole: dropped before, it leaves nothing behind.
pub(super) struct Draft {
    out: BufWriter<Target>,
    path: PathBuf,
    force: bool,
    speech: Speech,
}

enum Target {
    File(NamedTempFile),
    Device(File),
}

impl Draft {
    /// Begins a file. Without `force` a file that exists is an error; its folder is made where it is missing.
    pub fn begin(path: &Path, force: bool, speech: Speech) -> Result<Self> {
        if is_device(path) {
            let device = File::options().write(true).open(path).map_err(|error| speech.refused(path, error))?;
            return Ok(Self { out: BufWriter::new(Target::Device(device)), path: path.to_owned(), force, speech });
        }
        if !force && path.is_file() {
            return Err(already_there(path, speech));
        }
        // What a link names is replaced, not the link.
        let real = if force { fs::canonicalize(path).ok() } else { None };
        let path = real.unwrap_or_else(|| path.to_owned());
        let folder = match path.parent() {
            Some(folder) if folder != Path::new("") => folder,
            _ => Path::new("."),
        };
        let file = match draft_in(folder) {
            Err(error) if error.kind() == ErrorKind::NotFound => fs::create_dir_all(folder)
                .and_then(|()| draft_in(folder))
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
        let placed = if force { draft.persist(&path) } else { draft.persist_noclobber(&path) };
        match placed {
            Ok(_) => Ok(()),
            Err(refusal) if refusal.error.kind() == ErrorKind::AlreadyExists => Err(already_there(&path, speech)),
            Err(refusal) => Err(speech.refused(&path, refusal.error)),
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
            Self::File(file) => file.write(bytes),
            Self::Device(device) => device.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::File(file) => file.flush(),
            Self::Device(device) => device.flush(),
        }
    }
}

/// Writes a file that exists anew, whole or not at all, with the permissions it has; a link is followed. What may only be read
/// stays as it is.
pub(super) fn replace(bytes: &[u8], path: &Path, speech: Speech) -> Result<()> {
    if is_device(path) {
        return fs::write(path, bytes).map_err(|error| speech.refused(path, error));
    }
    let real = fs::canonicalize(path).map_err(|error| speech.refused(path, error))?;
    let permissions = fs::metadata(&real).map_err(|error| speech.refused(path, error))?.permissions();
    if permissions.readonly() {
        return Err(speech.refused(path, ErrorKind::PermissionDenied.into()));
    }
    let folder = real.parent().unwrap_or(Path::new("."));
    let write = || -> io::Result<()> {
        let mut draft = draft_in(folder)?;
        draft.write_all(bytes)?;
        draft.as_file().set_permissions(permissions)?;
        draft.persist(&real).map_err(|refusal| refusal.error)?;
        Ok(())
    };
    write().map_err(|error| speech.refused(path, error))
}

fn draft_in(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(".sop-");
    // A result is an ordinary file, open to whom the user's mask allows, unlike a temporary one.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}

/// The error of a result that would overwrite something.
pub(super) fn already_there(path: &Path, speech: Speech) -> anyhow::Error {
    let name = path.display();
    speech.failure(
        format!("{name}: sudah ada; pakai --force untuk menimpanya, atau nama lain"),
        format!("{name}: exists already; use --force to overwrite it, or another name"),
    )
}

/// Something to write into that is no file, such as `/dev/null` or a pipe.
fn is_device(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|it| !it.is_file() && !it.is_dir())
}

/// Both names lead to one existing file.
pub(super) fn is_same_file(one: &Path, other: &Path) -> bool {
    match (fs::canonicalize(one), fs::canonicalize(other)) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}

/// The extension in lower case.
pub(super) fn extension(path: &Path) -> Option<String> {
    path.extension().and_then(OsStr::to_str).map(str::to_ascii_lowercase)
}
