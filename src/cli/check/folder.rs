//! What the files of a run say about one another: a card of each SOP is kept while its file is gone, and the few files with
//! findings are read again to be shown.

use super::desk::Desk;
use super::examine::Examined;
use crate::analysis::Analysis;
use crate::check::folder::Repeats;
use crate::check::{Card, Check, Library, Rule, Settings, Subject, check_folder, rules};
use crate::cli::batch::{Progress, in_order, understood};
use crate::cli::input::Input;
use crate::cli::speech::Speech;
use crate::config::Policy;
use crate::diagnostic::{Diagnostic, Severity};
use crate::fnv;
use crate::model::{Field, Identity, Sop, SopNumber, Sourced};
use crate::read::decode;
use crate::source::{Place, Source};
use anyhow::Result;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The cards of a run, in the order of the input.
#[derive(Debug, Default)]
pub(super) struct Folder {
    cards: Vec<Card>,
    repeats: Repeats,
    /// For each card, where it is from.
    origins: Vec<Origin>,
}

/// Where a card is from.
#[derive(Debug)]
struct Origin {
    /// Position of the file among the inputs.
    input: usize,
    text: TextMark,
    label: Label,
}

/// What reports say of an SOP beside what was found in it.
#[derive(Debug, Clone, Default)]
struct Label {
    title: Option<Arc<str>>,
    number: Option<Arc<str>>,
}

impl Label {
    fn of(sop: &Sop) -> Self {
        let Identity { title, number, .. } = &sop.identity;
        let number = number.value().map(|it| Arc::from(it.0.as_str()));
        Self { title: title.value().map(|it| Arc::from(it.as_str())), number }
    }

    /// To be kept: the card has the same texts.
    fn kept(&self, repeats: &mut Repeats) -> Self {
        let mut text = |it: &Option<Arc<str>>| it.as_ref().map(|it| repeats.text(it));
        Self { title: text(&self.title), number: text(&self.number) }
    }

    /// An SOP of which no more is known.
    fn sop(&self) -> Sop {
        let title = self.title.as_deref().map(|it| Field::Known(Sourced::new(it.to_owned(), Place::NOWHERE)));
        let number =
            self.number.as_deref().map(|it| Field::Known(Sourced::new(SopNumber(it.to_owned()), Place::NOWHERE)));
        let (title, number) = (title.unwrap_or_default(), number.unwrap_or_default());
        Sop { identity: Identity { title, number, ..Identity::default() }, ..Sop::default() }
    }
}

/// By what a file is known again, and what is said of its SOPs then.
#[derive(Debug, Default)]
pub(super) struct Again {
    text: TextMark,
    labels: Vec<Label>,
}

impl Again {
    /// Of a file that was read.
    pub fn of(source: &Source, sops: &[Sop]) -> Self {
        Self { text: TextMark::of(source), labels: sops.iter().map(Label::of).collect() }
    }
}

/// By what a text is known again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct TextMark(usize, u64);

impl TextMark {
    /// Of this text: its length, and a hash.
    fn of(source: &Source) -> Self {
        Self(source.text.len(), fnv::fold(fnv::BASIS, source.text.bytes()))
    }
}

/// What was found about the files when they were held against one another.
#[derive(Debug, Default)]
pub(super) struct Findings {
    origins: Vec<Origin>,
    /// Each with the position of its SOP among the origins, in their order.
    found: Vec<(usize, Diagnostic)>,
}

/// What was found about one file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found<'f> {
    /// Position of the file among the inputs.
    pub input: usize,
    /// All its SOPs.
    origins: &'f [Origin],
    findings: &'f [(usize, Diagnostic)],
}

/// Whether some of the rules look at a folder.
pub(super) fn looks_at_folders(policy: &Policy) -> bool {
    policy.rules().any(is_about_folders)
}

/// A card of every SOP in a file.
pub(in crate::cli) fn cards_of(analysis: &Analysis, settings: &Settings) -> Vec<Card> {
    let file = Arc::from(analysis.source.name.as_str());
    let card = |(at, sop)| Card::of(&Subject::new(sop, settings), &analysis.source, &file, at);
    analysis.sops.iter().enumerate().map(card).collect()
}

fn is_about_folders(rule: &Rule) -> bool {
    matches!(rule.check, Check::Folder(_))
}

impl Folder {
    /// Adds the SOPs of the next file.
    pub fn add(&mut self, input: usize, cards: Vec<Card>, again: Again) {
        let Again { text, labels } = again;
        let repeats = &mut self.repeats;
        self.cards.extend(cards.iter().map(|card| card.kept(repeats)));
        let labels = labels.iter().map(|label| label.kept(repeats)).chain(std::iter::repeat_with(Label::default));
        self.origins.extend(labels.take(cards.len()).map(|label| Origin { input, text, label }));
    }

    /// What the rules say about the SOPs of the first file when they are held against one another.
    pub fn within_one(desk: &Desk<'_>, cards: Vec<Card>) -> Vec<Diagnostic> {
        let mut folder = Self::default();
        folder.add(0, cards, Again::default());
        folder.findings(desk).found.into_iter().map(|(_, finding)| finding).collect()
    }

    /// Asks the rules about all SOPs together; one SOP is no folder. What was found comes in the order of the input, each as grave as
    /// the settings of its own file have it, and not at all where those switch the rule off.
    pub fn findings(self, desk: &Desk<'_>) -> Findings {
        if self.cards.len() < 2 {
            return Findings::default();
        }
        let Self { cards, origins, repeats } = self;
        drop(repeats);
        let mut found = check_folder(&Library::new(cards), rules().filter(|rule| is_about_folders(rule)));
        found.retain_mut(|(card, finding)| {
            let policy = desk.policies.policy_for(Some(desk.inputs[origins[*card].input].place()));
            let rule = policy.rules().find(|rule| rule.code == finding.code);
            if let Some(rule) = rule {
                finding.severity = graded(rule, finding.severity, &policy);
            }
            rule.is_some()
        });
        Findings { origins, found }
    }
}

impl Findings {
    /// The files that something was found about, in the order of the input.
    pub fn by_file(&self) -> Vec<Found<'_>> {
        let input = |(card, _): &(usize, Diagnostic)| self.origins[*card].input;
        let files = self.found.chunk_by(|one, other| input(one) == input(other));
        let about = |findings: &'_ [(usize, Diagnostic)]| input(&findings[0]);
        let found = files.map(|findings| {
            let file = about(findings);
            let start = self.origins.partition_point(|it| it.input < file);
            let count = self.origins[start..].partition_point(|it| it.input == file);
            Found { input: file, origins: &self.origins[start..start + count], findings }
        });
        found.collect()
    }
}

/// Asks the rules about all files before any is shown, for reports that show each document once, with all there is to say of it.
pub(super) fn look_ahead(
    desk: &Desk<'_>,
    positions: &[usize],
    progress: Progress,
) -> Result<BTreeMap<usize, Vec<Diagnostic>>> {
    let mut folder = Folder::default();
    // Standard input is read but once.
    let files: Vec<usize> = positions.iter().copied().filter(|at| desk.inputs[*at].path.is_some()).collect();
    if files.len() > 1 {
        in_order(
            &files,
            progress,
            |at| desk.cards(*at),
            |(at, cards)| {
                folder.add(at, cards, Again::default());
                Ok(())
            },
        )?;
    }
    let Findings { origins, found } = folder.findings(desk);
    let mut ahead: BTreeMap<usize, Vec<Diagnostic>> = BTreeMap::new();
    for (card, finding) in found {
        ahead.entry(origins[card].input).or_default().push(finding);
    }
    Ok(ahead)
}

/// A finding that rests on an inferred value stays below the severity of its rule.
fn graded(rule: &Rule, found: Severity, policy: &Policy) -> Severity {
    let wanted = policy.settings.severity(rule);
    if found < rule.severity { found.min(wanted) } else { wanted }
}

impl Found<'_> {
    /// With the text they point into, read again; without places where that is gone, was changed, or came from standard input.
    pub fn shown(&self, input: &Input, speech: Speech) -> Examined {
        let bytes = input.path.as_ref().and_then(|_| input.read(speech).ok());
        let source = bytes.and_then(|bytes| self.source(&bytes, input, speech));
        let findings = self.findings.iter().map(|(_, finding)| finding.clone());
        let (source, sops, findings) = match source {
            Some(source) => (source, self.origins.iter().map(|it| it.label.sop()).collect(), findings.collect()),
            None => (Source::new(input.name.as_str(), ""), Vec::new(), findings.map(without_places).collect()),
        };
        Examined { source, sops, findings, is_model: false, cards: Vec::new() }
    }

    /// The same text once more. That of a text file are its bytes; what was taken out of another is taken out again.
    fn source(&self, bytes: &[u8], input: &Input, speech: Speech) -> Option<Source> {
        let is_same = |source: &Source| self.origins.first().is_some_and(|it| it.text == TextMark::of(source));
        let text = decode(bytes).ok().map(|text| Source::new(input.name.as_str(), text));
        text.filter(is_same).or_else(|| understood(bytes, input, speech).ok().map(|it| it.source).filter(is_same))
    }
}

fn without_places(mut finding: Diagnostic) -> Diagnostic {
    finding.span = None;
    finding.related.iter_mut().for_each(|it| it.span = None);
    finding
}
