//! `--watch`: renders again whatever is saved. Looks at the times of the files, which works on every disk and needs no crate.

use super::presses::Wardrobe;
use super::{Again, once};
use crate::cli::args::RenderArgs;
use crate::cli::input::{Input, Meant, Search, gather};
use crate::cli::output::announce;
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

/// When a file was last written, and how long it is.
type Stamp = (Option<SystemTime>, u64);
type Stamps = BTreeMap<PathBuf, Stamp>;

/// What is watched.
#[derive(Debug, PartialEq, Eq)]
struct Look {
    inputs: Stamps,
    /// Settings, emblems and fonts: where one of them changes, everything is rendered anew.
    fittings: Stamps,
}

/// Renders everything, then whatever changes, until the program is ended. Errors are said, and watching goes on.
pub(super) fn run(args: &RenderArgs, speech: Speech) -> Result<Verdict> {
    if args.inputs.iter().any(|path| path == Path::new("-")) {
        return Err(speech.failure("masukan baku tidak dapat dipantau", "standard input cannot be watched"));
    }
    let mut fittings = Fittings::default();
    let mut seen = look(args, &mut fittings, speech);
    let mut again = Again::default();
    perform(args, &mut again, speech);
    loop {
        let count = seen.inputs.len() + seen.fittings.len();
        announce(speech.say(
            format!("memantau {count} berkas; Ctrl-C menghentikan"),
            format!("watching {count} files; Ctrl-C ends"),
        ));
        let now = next_change(args, (&seen, &mut fittings), speech);
        again.changed = (seen.fittings == now.fittings).then(|| changed(&seen.inputs, &now.inputs));
        seen = now;
        perform(args, &mut again, speech);
    }
}

/// The files that are new or not as they were.
fn changed(seen: &Stamps, now: &Stamps) -> BTreeSet<PathBuf> {
    now.iter().filter(|(path, stamp)| seen.get(*path) != Some(*stamp)).map(|(path, _)| path.clone()).collect()
}

fn perform(args: &RenderArgs, again: &mut Again, speech: Speech) {
    match once(args, again, speech) {
        Ok(done) => {
            for path in &done.written {
                let name = path.display();
                announce(speech.say(format!("{name}: ditulis"), format!("{name}: written")));
            }
            again.own.extend(done.written);
        }
        Err(error) => complain(&error, speech),
    }
}

/// Waits until something is written that then stays as it is, so that no half of a file is read.
fn next_change(args: &RenderArgs, (seen, fittings): (&Look, &mut Fittings), speech: Speech) -> Look {
    let is_new = |now: &Look| {
        let pairs = [(&seen.inputs, &now.inputs), (&seen.fittings, &now.fittings)];
        pairs.iter().any(|(seen, now)| !changed(seen, now).is_empty())
    };
    loop {
        sleep(PAUSE);
        let mut now = look(args, fittings, speech);
        // A file that an editor is putting in place is away for a moment.
        while is_new(&now) {
            sleep(REST);
            let later = look(args, fittings, speech);
            if later == now {
                return now;
            }
            now = later;
        }
    }
}

fn look(args: &RenderArgs, fittings: &mut Fittings, speech: Speech) -> Look {
    let own: BTreeSet<&Path> = args.output.iter().map(PathBuf::as_path).collect();
    // A pattern that is none is refused by the run itself.
    let search = Search::of(&args.search, Meant::Model, speech);
    let inputs = search.map(|search| gather(&args.inputs, &search).inputs).unwrap_or_default();
    let fittings = fittings.of(args, &inputs, speech);
    let paths = inputs.into_iter().filter_map(|input| input.path).filter(|path| !own.contains(path.as_path()));
    Look { inputs: paths.filter_map(stamp).collect(), fittings }
}

/// Which files prints depend on beside their inputs, found out anew only where one of them or the folders of the inputs change.
#[derive(Default)]
struct Fittings {
    folders: BTreeSet<PathBuf>,
    files: BTreeSet<PathBuf>,
    stamps: Stamps,
}

impl Fittings {
    fn of(&mut self, args: &RenderArgs, inputs: &[Input], speech: Speech) -> Stamps {
        let folders: BTreeSet<PathBuf> = inputs.iter().filter_map(|input| Some(input.folder()?.to_owned())).collect();
        let stamps = |files: &BTreeSet<PathBuf>| files.iter().cloned().filter_map(stamp).collect::<Stamps>();
        let now = stamps(&self.files);
        if folders != self.folders || now != self.stamps || self.files.is_empty() {
            // What cannot be used is said by the run itself; until then the files known before are watched.
            if let Ok(wardrobe) = Wardrobe::of((&args.print, &args.settings), inputs, speech) {
                self.files = wardrobe.files();
            }
            (self.folders, self.stamps) = (folders, stamps(&self.files));
        }
        self.stamps.clone()
    }
}

fn stamp(path: PathBuf) -> Option<(PathBuf, Stamp)> {
    let data = path.metadata().ok()?;
    Some((path, (data.modified().ok(), data.len())))
}
