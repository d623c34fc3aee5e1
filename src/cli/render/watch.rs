//! `--watch`: renders again whatever is saved. Looks at the times of the files, which works on every disk and needs no crate.

use super::{Again, once};
use crate::cli::args::RenderArgs;
use crate::cli::artefact::Wish;
use crate::cli::input::gather;
use crate::cli::speech::Speech;
use crate::cli::{Verdict, complain};
use anyhow::Result;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, SystemTime};

/// From one look to the next.
const PAUSE: Duration = Duration::from_millis(300);

/// So long a file must stay as it is before it is read.
const REST: Duration = Duration::from_millis(100);

/// When each input was last written, and how long it is.
type Stamps = BTreeMap<PathBuf, (Option<SystemTime>, u64)>;

/// Renders everything, then whatever changes, until the program is ended. Errors are said, and watching goes on.
pub(super) fn run(args: &RenderArgs, wish: &Wish, speech: Speech) -> Result<Verdict> {
    if args.inputs.iter().any(|path| path == Path::new("-")) {
        return Err(speech.failure("masukan baku tidak dapat dipantau", "standard input cannot be watched"));
    }
    let mut seen = stamps(args, speech);
    let mut again = Again::default();
    perform(args, wish, &mut again, speech);
    loop {
        let count = seen.len();
        eprintln!(
            "{}",
            speech.say(
                format!("memantau {count} berkas; Ctrl-C menghentikan"),
                format!("watching {count} files; Ctrl-C ends"),
            )
        );
        let now = next_change(args, &seen, speech);
        let changed = now.iter().filter(|(path, stamp)| seen.get(*path) != Some(*stamp)).map(|(path, _)| path.clone());
        again.changed = Some(changed.collect());
        seen = now;
        perform(args, wish, &mut again, speech);
    }
}

fn perform(args: &RenderArgs, wish: &Wish, again: &mut Again, speech: Speech) {
    match once(args, wish, again, speech) {
        Ok(done) => {
            for path in &done.written {
                eprintln!(
                    "{}",
                    speech.say(format!("{}: ditulis", path.display()), format!("{}: written", path.display()))
                );
            }
            again.own.extend(done.written);
        }
        Err(error) => complain(&error, speech),
    }
}

/// Waits until something is written that then stays as it is, so that no half of a file is read.
fn next_change(args: &RenderArgs, seen: &Stamps, speech: Speech) -> Stamps {
    loop {
        sleep(PAUSE);
        let mut now = stamps(args, speech);
        // A file that an editor is putting in place is away for a moment.
        while now.iter().any(|(path, stamp)| seen.get(path) != Some(stamp)) {
            sleep(REST);
            let later = stamps(args, speech);
            if later == now {
                return now;
            }
            now = later;
        }
    }
}

fn stamps(args: &RenderArgs, speech: Speech) -> Stamps {
    let own: BTreeSet<&Path> = args.output.iter().map(PathBuf::as_path).collect();
    let inputs = gather(&args.inputs, &args.stdin_name, speech).inputs;
    let paths = inputs.into_iter().filter_map(|input| input.path).filter(|path| !own.contains(path.as_path()));
    let stamp = |path: PathBuf| {
        let data = path.metadata().ok()?;
        Some((path, (data.modified().ok(), data.len())))
    };
    paths.filter_map(stamp).collect()
}
