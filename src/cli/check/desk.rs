//! Where one file is worked on: read, checked, mended where asked for, sifted, and put into the words of the report.

use super::baseline::{Baseline, Sifted};
use super::examine::{Examined, examine};
use super::fixing::{Fixing, Outcome};
use super::folder::{Again, Found, cards_of, looks_at_folders};
use super::policy::Policies;
use crate::check::Card;
use crate::cli::batch::{open, shielded};
use crate::cli::input::Input;
use crate::cli::speech::Speech;
use crate::cli::twin::Twins;
use crate::config::Policy;
use crate::diagnostic::{Diagnostic, Severity};
use crate::report::recap::Part;
use crate::report::{Checked, Overview, Report, Tally};
use anyhow::Result;
use std::collections::BTreeMap;

/// What holds for all files of a run.
pub(super) struct Desk<'d> {
    /// The files, in the order of the report.
    pub inputs: &'d [Input],
    /// Which rules look at which file.
    pub policies: &'d Policies,
    /// The form of the report.
    pub report: Report<'d>,
    /// What is to be mended, if anything.
    pub fixing: Option<Fixing>,
    /// The findings accepted before, if there are any to ask for.
    pub baseline: Option<&'d Baseline>,
    /// Texts and the YAML converted from them.
    pub twins: &'d Twins,
    /// What the rules about a folder found, by position of the file, where they were asked first.
    pub ahead: BTreeMap<usize, Vec<Diagnostic>>,
    /// The language of errors.
    pub speech: Speech,
}

/// What became of one file.
pub(super) enum Work {
    /// It was checked.
    Shown(Box<Shown>),
    /// The converted twin of a text that is checked itself, which adds nothing.
    Twin,
    /// It was found in a folder, and nothing in it tells that it is an SOP.
    NoSop(usize),
}

/// A file, looked at.
enum Look {
    Examined(Box<Examined>),
    Twin,
    NoSop,
}

/// What one file adds to a recap.
pub(super) struct Recapped {
    /// Its rows.
    pub part: Part,
    /// Its counts.
    pub tally: Tally,
    /// What the baseline has to do with it.
    pub sifted: Option<Sifted>,
}

/// What one file adds to the run.
pub(super) struct Shown {
    /// Its position among the inputs.
    pub position: usize,
    /// Its part of the report.
    pub block: String,
    /// Its part of the counts.
    pub overview: Overview,
    /// What the baseline has to do with it.
    pub sifted: Option<Sifted>,
    /// What was mended in it.
    pub outcome: Outcome,
    /// A card of every SOP, for the rules about a folder.
    pub cards: Vec<Card>,
    /// By what it is known again.
    pub again: Again,
}

impl Desk<'_> {
    /// Works on the file at that position.
    pub fn work_on(&self, position: usize) -> Result<Work> {
        let input = &self.inputs[position];
        shielded(&input.name, self.speech, || {
            let policy = self.policies.policy_for(Some(input.place()));
            let mut examined = match self.look_at(position, &policy)? {
                Look::Examined(examined) => *examined,
                Look::Twin => return Ok(Work::Twin),
                Look::NoSop => return Ok(Work::NoSop(position)),
            };
            let is_conversion = self.twins.is_conversion(input, &examined.sops);
            let mut outcome = Outcome::default();
            if let Some(fixing) = self.fixing {
                (examined, outcome) = fixing.apply(examined, input, &policy, self.speech)?;
            }
            self.add_ahead(position, &mut examined);
            let cards = if is_conversion { Vec::new() } else { std::mem::take(&mut examined.cards) };
            let again = if cards.is_empty() { Again::default() } else { Again::of(&examined.source, &examined.sops) };
            Ok(Work::Shown(Box::new(Shown { cards, again, outcome, ..self.shown(position, examined) })))
        })
    }

    /// Reads the file at that position and asks the rules, unless it adds nothing.
    fn look_at(&self, position: usize, policy: &Policy) -> Result<Look> {
        let input = &self.inputs[position];
        let examined = examine(input, policy, self.speech)?;
        if self.twins.is_twin(input, &examined.sops) {
            return Ok(Look::Twin);
        }
        if input.found && examined.is_no_sop() {
            return Ok(Look::NoSop);
        }
        Ok(Look::Examined(Box::new(examined)))
    }

    /// Adds what the rules about a folder found in the file at that position, where they were asked first.
    fn add_ahead(&self, position: usize, examined: &mut Examined) {
        let Some(more) = self.ahead.get(&position) else { return };
        examined.findings.extend(more.iter().cloned());
        examined.findings.sort_by_key(|it| {
            let is_note = it.severity == Severity::Note;
            (it.sop, is_note, it.span.is_none(), it.span.map(|span| span.start), it.code)
        });
    }

    /// The rows of the file at that position in a recap; none where it adds nothing.
    pub fn recap(&self, position: usize) -> Result<Option<Recapped>> {
        let input = &self.inputs[position];
        shielded(&input.name, self.speech, || {
            let policy = self.policies.policy_for(Some(input.place()));
            let Look::Examined(mut examined) = self.look_at(position, &policy)? else { return Ok(None) };
            self.add_ahead(position, &mut examined);
            let sifted = self.baseline.map(|it| it.sift(input, &mut examined.findings));
            let checked = Checked { position, ..examined.as_checked() };
            let part = Part::of(&self.report, &checked, &policy.settings.working_time);
            Ok(Some(Recapped { part, tally: Tally::of(checked.findings), sifted }))
        })
    }

    /// The cards of the file at that position; none of one that cannot be read, which is said when it is worked on.
    pub fn cards(&self, position: usize) -> (usize, Vec<Card>) {
        let input = &self.inputs[position];
        let policy = self.policies.policy_for(Some(input.place()));
        let read = shielded(&input.name, self.speech, || open(input, self.speech));
        let of_its_own = read.ok().filter(|it| looks_at_folders(&policy) && !self.twins.is_conversion(input, &it.sops));
        (position, of_its_own.map(|it| cards_of(&it, &policy.settings)).unwrap_or_default())
    }

    /// Shows what the rules about a folder found in a file that was worked on before.
    pub fn show_again(&self, found: &Found<'_>) -> Shown {
        let examined = found.shown(&self.inputs[found.input], self.speech);
        let mut shown = self.shown(found.input, examined);
        shown.overview.tally = Tally { files: 0, ..shown.overview.tally };
        shown
    }

    /// What is left of the findings once those accepted before are taken out, in the form of the report.
    fn shown(&self, position: usize, mut examined: Examined) -> Shown {
        let sifted = self.baseline.map(|it| it.sift(&self.inputs[position], &mut examined.findings));
        examined.findings = self.report.listed(examined.findings);
        let checked = Checked { position, ..examined.as_checked() };
        Shown {
            position,
            block: self.report.block(&checked),
            overview: Overview::of(&self.report, &checked),
            sifted,
            outcome: Outcome::default(),
            cards: Vec::new(),
            again: Again::default(),
        }
    }
}
