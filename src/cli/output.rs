//! Where results go: standard output, or files that are written whole or not at all and never overwritten unasked.

use super::draft::Draft;
use super::speech::Speech;
use anyhow::Result;
use std::ffi::OsStr;
use std::fmt::Display;
use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::Path;

/// Says a line on standard error. Where nobody can hear it, the work goes on: nothing but words is lost.
pub(super) fn announce(line: impl Display) {
    let _ = writeln!(io::stderr().lock(), "{line}");
}

/// Writes to standard output. A reader that has gone away is no reason to leave the rest of the work undone, whose outcome
/// the exit code tells.
pub(super) fn print(bytes: &[u8]) -> Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
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

/// Refuses a result that would be written over what the same command reads, asked for or not.
///
/// # Errors
/// When `output` is one of the files read.
pub(super) fn refuse_own<'p>(
    output: Option<&Path>,
    read: impl IntoIterator<Item = &'p Path>,
    speech: Speech,
) -> Result<()> {
    let Some(output) = output.filter(|it| !is_stdout(Some(*it))) else { return Ok(()) };
    if read.into_iter().any(|path| is_same_file(path, output)) {
        let name = output.display();
        return Err(speech.failure(
            format!("{name}: berkas ini sendiri yang dibaca; beri nama lain untuk hasilnya"),
            format!("{name}: this very file is being read; give the result another name"),
        ));
    }
    Ok(())
}

/// The error of a result that would overwrite something.
pub(super) fn already_there(path: &Path, speech: Speech) -> anyhow::Error {
    let name = path.display();
    speech.failure(
        format!("{name}: sudah ada; pakai --force untuk menimpanya, atau nama lain"),
        format!("{name}: exists already; use --force to overwrite it, or another name"),
    )
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
