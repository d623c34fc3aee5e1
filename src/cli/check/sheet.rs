//! The report being written, block after block, to standard output or to a file; where it begins with the sum or is sorted, when all
//! blocks are known.

use crate::cli::draft::Draft;
use crate::report::{Overview, Report, Tally};
use anyhow::Result;
use std::io::{self, ErrorKind, Read, Seek, SeekFrom, StdoutLock, Write};
use tempfile::SpooledTempFile;

/// Blocks that wait are kept in memory up to so many bytes, beyond that in a file.
const SPOOL: usize = 2 * 1024 * 1024;

/// So many of their bytes are handed to the system at once.
const AT_ONCE: usize = 64 * 1024;

/// Where a report goes.
pub(super) enum Outlet {
    /// Standard output.
    Screen(io::BufWriter<StdoutLock<'static>>),
    /// A file that is there when it is whole.
    File(Draft),
    /// Standard error: standard output is taken.
    Errors(io::Stderr),
    /// Nobody wants it, or whoever read it has gone: the work goes on, and the exit code stays true.
    Nowhere,
    /// It could not be written any further, which is told at the end: the work goes on.
    Refused(io::Error),
}

impl Outlet {
    /// What became of a write: a reader that has gone, and a full disk, end the report and not the work.
    fn unless_refused<T>(&mut self, written: io::Result<T>, all: T) -> T {
        match written {
            Ok(done) => return done,
            Err(error) if error.kind() == ErrorKind::BrokenPipe => *self = Self::Nowhere,
            Err(error) => *self = Self::Refused(error),
        }
        all
    }
}

impl Write for Outlet {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = match self {
            Self::Screen(out) => out.write(bytes),
            Self::File(draft) => draft.write(bytes),
            Self::Errors(out) => out.write(bytes),
            Self::Nowhere | Self::Refused(_) => Ok(bytes.len()),
        };
        Ok(self.unless_refused(written, bytes.len()))
    }

    fn flush(&mut self) -> io::Result<()> {
        let flushed = match self {
            Self::Screen(out) => out.flush(),
            Self::File(draft) => draft.flush(),
            Self::Errors(out) => out.flush(),
            Self::Nowhere | Self::Refused(_) => Ok(()),
        };
        self.unless_refused(flushed, ());
        Ok(())
    }
}

/// An open report.
pub(super) struct Sheet<'r> {
    out: Outlet,
    report: Report<'r>,
    overview: Overview,
    is_begun: bool,
    /// Blocks that wait for the opening, or for their turn.
    waiting: Option<io::BufWriter<SpooledTempFile>>,
    /// Bytes that wait.
    length: u64,
    /// The blocks that wait, where they are sorted.
    blocks: Vec<Block>,
}

/// Where a block waits for its turn.
#[derive(Debug, Clone, Copy)]
struct Block {
    /// Position of its file.
    file: usize,
    start: u64,
    length: u64,
}

impl<'r> Sheet<'r> {
    /// Begins a report.
    pub fn open(mut out: Outlet, report: Report<'r>) -> Result<Self> {
        let overview = Overview::default();
        let waiting = (report.opens_last() || report.is_sorted()).then(|| SpooledTempFile::new(SPOOL));
        let waiting = waiting.map(|it| io::BufWriter::with_capacity(AT_ONCE, it));
        if !report.opens_last() {
            out.write_all(report.opening(&overview).as_bytes())?;
        }
        Ok(Self { out, report, overview, is_begun: false, waiting, length: 0, blocks: Vec::new() })
    }

    /// Adds what one file has to say.
    pub fn add(&mut self, block: &str, overview: Overview) -> Result<()> {
        if !block.is_empty() {
            if self.is_begun {
                self.write(self.report.separator())?;
            }
            self.mark(block, &overview);
            self.write(block)?;
            self.is_begun = true;
        }
        self.overview.add(overview);
        Ok(())
    }

    /// Remembers where a block waits for its turn.
    fn mark(&mut self, block: &str, overview: &Overview) {
        if let (true, Some(file)) = (self.report.is_sorted(), overview.position()) {
            self.blocks.push(Block { file, start: self.length, length: block.len() as u64 });
        }
    }

    /// Notes a file that could not be read.
    pub fn add_failure(&mut self, why: &str) {
        self.overview.add_failure(why);
    }

    fn write(&mut self, text: &str) -> Result<()> {
        match &mut self.waiting {
            Some(waiting) => {
                waiting.write_all(text.as_bytes())?;
                self.length += text.len() as u64;
            }
            None => self.out.write_all(text.as_bytes())?,
        }
        Ok(())
    }

    /// Ends the report and gives the counts of the run.
    pub fn close(mut self) -> Result<Tally> {
        if let Some(waiting) = self.waiting.take() {
            let mut waiting = waiting.into_inner().map_err(io::IntoInnerError::into_error)?;
            if self.report.is_sorted() {
                // What the rules about a folder say of a file stays behind the rest.
                self.blocks.sort_by_key(|block| block.file);
                for file in self.overview.worst_first() {
                    let first = self.blocks.partition_point(|block| block.file < file);
                    for Block { start, length, .. } in self.blocks[first..].iter().take_while(|it| it.file == file) {
                        waiting.seek(SeekFrom::Start(*start))?;
                        io::copy(&mut Read::take(&mut waiting, *length), &mut self.out)?;
                    }
                }
            } else {
                self.out.write_all(self.report.opening(&self.overview).as_bytes())?;
                waiting.rewind()?;
                io::copy(&mut waiting, &mut self.out)?;
            }
        }
        self.out.write_all(self.report.closing(&self.overview).as_bytes())?;
        self.out.flush()?;
        match self.out {
            Outlet::File(draft) => draft.place()?,
            Outlet::Refused(error) => return Err(error.into()),
            Outlet::Screen(_) | Outlet::Errors(_) | Outlet::Nowhere => {}
        }
        Ok(self.overview.tally)
    }
}
