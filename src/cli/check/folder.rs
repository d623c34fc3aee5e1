//! What the files of a run say about one another: a card of each SOP is kept while its file is gone, and the few files with
//! findings are read again to be shown.

use super::examine::Examined;
use crate::check::{Card, Check, Library, Rule, check_folder};
use crate::cli::batch::open;
use crate::cli::input::Input;
use crate::cli::speech::Speech;
use crate::diagnostic::Diagnostic;
use crate::source::Source;

/// The cards of a run, in the order of the input.
#[derive(Debug, Default)]
pub(super) struct Folder {
    cards: Vec<Card>,
    /// For each card, the position of its file among the inputs, and the text it was made from.
    origins: Vec<(usize, Fingerprint)>,
}

/// By what a text is known again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fingerprint(usize, u64);

impl Fingerprint {
    /// Of this text: its length, and a hash.
    pub fn of(source: &Source) -> Self {
        let hash = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        Self(source.text.len(), source.text.bytes().fold(0xcbf2_9ce4_8422_2325, hash))
    }
}

/// What was found about a file when it was held against the others.
#[derive(Debug)]
pub(super) struct Found {
    /// Position of the file among the inputs.
    pub input: usize,
    text: Fingerprint,
    findings: Vec<Diagnostic>,
}

/// Whether some of the rules look at a folder.
pub(super) fn looks_at_folders(rules: &[&'static Rule]) -> bool {
    rules.iter().any(|rule| matches!(rule.check, Check::Folder(_)))
}

impl Folder {
    /// Adds the SOPs of the next file.
    pub fn add(&mut self, input: usize, cards: Vec<Card>, text: Fingerprint) {
        self.origins.extend(cards.iter().map(|_| (input, text)));
        self.cards.extend(cards);
    }

    /// Asks the rules about all SOPs together; one SOP is no folder. What was found comes in the order of the input.
    pub fn findings(self, rules: &[&'static Rule]) -> Vec<Found> {
        if self.cards.len() < 2 {
            return Vec::new();
        }
        let library = Library::new(self.cards);
        let mut found: Vec<Found> = Vec::new();
        for (card, finding) in check_folder(&library, rules.iter().copied()) {
            let (input, text) = self.origins[card];
            match found.last_mut() {
                Some(last) if last.input == input => last.findings.push(finding),
                _ => found.push(Found { input, text, findings: vec![finding] }),
            }
        }
        found
    }
}

impl Found {
    /// With the text they point into, read again; without places where that is gone, was changed, or came from standard input.
    pub fn shown(&self, input: &Input, speech: Speech) -> Examined {
        let again = input.path.as_ref().and_then(|_| open(input, speech).ok());
        match again.filter(|it| Fingerprint::of(&it.source) == self.text) {
            Some(again) => Examined { source: again.source, sops: again.sops, findings: self.findings.clone() },
            None => {
                let findings = self.findings.iter().cloned().map(without_places).collect();
                Examined { source: Source::new(input.name.as_str(), ""), sops: Vec::new(), findings }
            }
        }
    }
}

fn without_places(mut finding: Diagnostic) -> Diagnostic {
    finding.span = None;
    finding.related.iter_mut().for_each(|it| it.span = None);
    finding
}
