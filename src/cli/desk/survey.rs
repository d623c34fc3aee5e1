//! Looks through the folder beside the page, which asks from time to time how far it is.

use super::stage::{Stage, documents};
use crate::cli::batch::{Hands, shielded};
use crate::cli::check::examine::{Examined, examine};
use crate::cli::check::policy::with_slashes;
use crate::cli::input::Input;
use crate::cli::speech::Speech;
use crate::diagnostic::Severity;
use crate::model::Sop;
use serde::Serialize;
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

/// Files that are looked at before any of them is shown.
const CHUNK: usize = 16;

/// Rows that are handed out at a time.
const MOST: usize = 500;

/// Letters of an activity text that the search of the page looks into.
const LONGEST: usize = 4000;

/// What is known so far.
#[derive(Default)]
pub(super) struct Survey(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    run: u32,
    total: usize,
    rows: Vec<Row>,
    finished: bool,
}

/// How far it is, with the rows that the page does not have yet.
#[derive(Serialize)]
pub(super) struct Progress {
    run: u32,
    total: usize,
    done: usize,
    finished: bool,
    rows: Vec<Row>,
}

/// A file.
#[derive(Clone, Serialize)]
struct Row {
    /// Its path below the folder, parted by `/`.
    path: String,
    title: String,
    unit: String,
    errors: usize,
    warnings: usize,
    infos: usize,
    /// Values that keep the print from being final.
    open: usize,
    /// SOPs in it.
    sops: usize,
    /// Codes of the findings.
    codes: BTreeSet<&'static str>,
    /// What a search looks into, in small letters.
    text: String,
    /// Why it cannot be read.
    fault: Option<String>,
}

impl Survey {
    /// Begins anew; what is still running is given up.
    pub fn begin(&self, stage: &'static Stage, speech: Speech) {
        let run = {
            let mut state = self.state();
            *state = State { run: state.run + 1, ..State::default() };
            state.run
        };
        let shared = Arc::clone(&self.0);
        thread::spawn(move || look_through(&shared, run, stage, speech));
    }

    /// How far it is; begins where nobody has asked before. Rows before `since` are there already.
    pub fn progress(&self, since: usize, stage: &'static Stage, speech: Speech) -> Progress {
        if self.state().run == 0 {
            self.begin(stage, speech);
        }
        let state = self.state();
        let rows: Vec<Row> = state.rows.iter().skip(since).take(MOST).cloned().collect();
        let is_all = since + rows.len() >= state.rows.len();
        Progress {
            run: state.run,
            total: state.total,
            done: state.rows.len(),
            finished: state.finished && is_all,
            rows,
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn look_through(shared: &Mutex<State>, run: u32, stage: &Stage, speech: Speech) {
    let inputs = stage.shelf.as_ref().map_or_else(Vec::new, |shelf| documents(shelf, speech));
    let update = |change: &dyn Fn(&mut State)| {
        let mut state = shared.lock().unwrap_or_else(PoisonError::into_inner);
        let is_ours = state.run == run;
        if is_ours {
            change(&mut state);
        }
        is_ours
    };
    update(&|state| state.total = inputs.len());
    for chunk in inputs.chunks(CHUNK) {
        let rows = Hands::ready().map(chunk, |input| row(input, stage, speech));
        let rows: Vec<Row> = rows.into_iter().flatten().collect();
        let skipped = chunk.len() - rows.len();
        let is_wanted = update(&|state| {
            state.rows.extend(rows.iter().cloned());
            state.total -= skipped.min(state.total);
        });
        if !is_wanted {
            return;
        }
    }
    update(&|state| state.finished = true);
}

/// Of a file that is no SOP, nothing.
fn row(input: &Input, stage: &Stage, speech: Speech) -> Option<Row> {
    let path = with_slashes(&input.relative);
    let policy = stage.policy(&path);
    let examined = shielded(&input.name, speech, || examine(input, &policy, speech));
    match examined {
        Ok(examined) if examined.is_no_sop() => None,
        Ok(examined) => Some(told(path, &examined)),
        Err(failure) => {
            let fault = failure.to_string();
            let root = stage.shelf.as_ref().map(|it| format!("{}/", it.root().display())).unwrap_or_default();
            let fault = fault.strip_prefix(&root).unwrap_or(&fault).to_owned();
            Some(Row { text: path.to_lowercase(), fault: Some(fault), ..Row::bare(path) })
        }
    }
}

impl Row {
    fn bare(path: String) -> Self {
        Self {
            path,
            title: String::new(),
            unit: String::new(),
            errors: 0,
            warnings: 0,
            infos: 0,
            open: 0,
            sops: 0,
            codes: BTreeSet::new(),
            text: String::new(),
            fault: None,
        }
    }
}

fn told(path: String, examined: &Examined) -> Row {
    let count = |severity| examined.findings.iter().filter(|it| it.severity == severity).count();
    let titles: Vec<&str> =
        examined.sops.iter().filter_map(|sop| sop.identity.title.value()).map(String::as_str).collect();
    let unit = examined.sops.iter().find_map(|sop| sop.identity.unit.value().or(sop.identity.agency.value()));
    let faults = examined.findings.iter().filter(|it| it.severity != Severity::Note);
    let words: String = examined.sops.iter().flat_map(words).flat_map(|it| [it, " "]).collect();
    let text = format!("{path} {} {words}", titles.join(" ")).to_lowercase();
    Row {
        title: titles.first().map_or_else(String::new, |it| (*it).to_owned()),
        unit: unit.cloned().unwrap_or_default(),
        errors: count(Severity::Error),
        warnings: count(Severity::Warning),
        infos: count(Severity::Info),
        open: examined.sops.iter().map(|sop| sop.doubts().len()).sum(),
        sops: examined.sops.len(),
        codes: faults.map(|it| it.code).collect(),
        text: text.chars().take(LONGEST).collect(),
        ..Row::bare(path)
    }
}

/// What an SOP is searched by.
fn words(sop: &Sop) -> impl Iterator<Item = &str> {
    let number = sop.identity.number.value().map(|it| it.0.as_str());
    let unit = sop.identity.unit.value().map(String::as_str);
    let actors = sop.actors.iter().map(|it| it.name.value.as_str());
    let steps = sop.steps.iter().filter_map(|step| step.activity.value()).map(String::as_str);
    number.into_iter().chain(unit).chain(actors).chain(steps)
}
