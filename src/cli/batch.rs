//! Many files at once: worked on in parallel, handed back in order, with a progress bar where it takes long.

use crate::analysis::{Analysis, analyze};
use crate::cli::input::Input;
use crate::cli::memory::{self, refuse_too_large};
use crate::cli::speech::Speech;
use crate::read::ReadError;
use anyhow::Result;
use indicatif::{ProgressBar, ProgressStyle};
use rayon::ThreadPoolBuilder;
use rayon::prelude::*;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

/// So many results wait at most to be handed back, where memory is not bounded.
const CHUNK: usize = 64;

/// A bar appears only after this long.
const PATIENCE: Duration = Duration::from_secs(1);

/// Whether a bar may appear on standard error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Progress {
    /// After a while, where standard error is a terminal.
    Shown,
    /// Never: the results themselves go to the terminal.
    Hidden,
}

/// Works on every item and hands the results to `take` in the order of the items; stops at the first error of `take`.
pub(super) fn in_order<T: Sync, R: Send>(
    items: &[T],
    progress: Progress,
    work: impl Fn(&T) -> R + Sync,
    mut take: impl FnMut(R) -> Result<()>,
) -> Result<()> {
    // A single file must not wait for threads to start.
    if let [item] = items {
        return take(work(item));
    }
    let mut bar = Bar::new(items.len(), progress);
    let hands = Hands::ready();
    for chunk in items.chunks(hands.chunk()) {
        let results = hands.map(chunk, &work);
        for result in results {
            take(result)?;
        }
        bar.advance(chunk.len());
    }
    bar.finish();
    Ok(())
}

/// Who works: several threads, or where memory or the system allows of no more, this one alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hands {
    /// Threads for all processors.
    All,
    /// So many threads, for memory is bounded.
    Few(usize),
    /// No thread but this one.
    One,
}

impl Hands {
    /// Makes the threads ready, once for the whole run.
    pub fn ready() -> Self {
        static HANDS: OnceLock<Hands> = OnceLock::new();
        *HANDS.get_or_init(|| {
            let allowed = memory::hands();
            // Zero is as many as there are processors, or as the variable of rayon says.
            let count = allowed.unwrap_or(0);
            let is_ready = count != 1 && ThreadPoolBuilder::new().num_threads(count).build_global().is_ok();
            match (is_ready, allowed) {
                (false, _) => Self::One,
                (true, None) => Self::All,
                (true, Some(_)) => Self::Few(count),
            }
        })
    }

    /// So many results wait at most to be handed back.
    fn chunk(self) -> usize {
        match self {
            Self::All => CHUNK,
            Self::Few(count) => count * 4,
            Self::One => 1,
        }
    }

    /// The results of the work on each item, in their order.
    pub fn map<T: Sync, R: Send>(self, items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
        match self {
            Self::One => items.iter().map(work).collect(),
            Self::All | Self::Few(_) => items.par_iter().map(&work).collect(),
        }
    }
}

/// Does the work on one file. A fault of ours that one document brings out is an error of that document, not of the run.
pub(super) fn shielded<R>(name: &str, speech: Speech, work: impl FnOnce() -> Result<R>) -> Result<R> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| {
        Err(speech.failure(
            format!("{name}: kesalahan di dalam program `sop` sendiri; mohon laporkan berkas ini"),
            format!("{name}: internal error of `sop`; please report this file"),
        ))
    })
}

/// Reads and understands one file.
pub(super) fn open(input: &Input, speech: Speech) -> Result<Analysis> {
    understood(&input.read(speech)?, input, speech)
}

/// Understands the bytes of one file.
pub(super) fn understood(bytes: &[u8], input: &Input, speech: Speech) -> Result<Analysis> {
    refuse_too_large(bytes, &input.name, speech)?;
    analyze(bytes, &input.name).map_err(|error| unreadable(&input.name, &error, speech))
}

/// Why a file cannot be read, and where in it where that is known.
fn unreadable(name: &str, error: &ReadError, speech: Speech) -> anyhow::Error {
    let place = match error {
        ReadError::Model(error) => format!("{name}:{}:{}", error.line, error.column),
        _ => name.to_owned(),
    };
    anyhow::Error::msg(format!("{place}: {}", speech.message(&error.message())))
}

/// A bar on standard error; silent where that is no terminal.
struct Bar {
    progress: Progress,
    total: usize,
    done: usize,
    started: Instant,
    bar: Option<ProgressBar>,
}

impl Bar {
    fn new(total: usize, progress: Progress) -> Self {
        Self { progress, total, done: 0, started: Instant::now(), bar: None }
    }

    fn advance(&mut self, count: usize) {
        self.done += count;
        if self.progress == Progress::Shown
            && self.bar.is_none()
            && self.started.elapsed() > PATIENCE
            && self.done < self.total
        {
            let style = ProgressStyle::with_template("{bar:40} {pos}/{len} {eta}");
            let bar = ProgressBar::new(self.total as u64);
            self.bar = Some(bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar())));
        }
        if let Some(bar) = &self.bar {
            bar.set_position(self.done as u64);
        }
    }

    fn finish(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
