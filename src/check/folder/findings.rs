//! What rules about a folder report into: the finding lands on the file that must change and names the others.

use super::{Card, Library, Spot};
use crate::check::findings::note_inferred;
use crate::check::{Check, Rule, fingerprint};
use crate::diagnostic::{Diagnostic, Elsewhere, Message, Related, Severity};
use std::cell::Cell;
use std::sync::Arc;

/// A finding may name so many other SOPs; more are counted.
pub const MOST_NAMED: usize = 5;

/// Collects the findings about a folder.
pub struct FolderFindings<'a> {
    library: &'a Library,
    rule: Option<&'a Rule>,
    found: Vec<(usize, Diagnostic)>,
}

impl<'a> FolderFindings<'a> {
    pub(in crate::check) fn new(library: &'a Library) -> Self {
        Self { library, rule: None, found: Vec::new() }
    }

    pub(in crate::check) fn run(&mut self, rule: &'a Rule) {
        if let Check::Folder(ask) = rule.check {
            self.rule = Some(rule);
            ask(self.library, self);
        }
    }

    /// Reports about what stands at `spot` of the SOP at this position. The message is one sentence without full stop.
    pub fn report(&mut self, at: usize, spot: &Spot, message: Message) -> FolderFinding<'_> {
        let (code, name, severity) =
            self.rule.map_or(("", "", Severity::Info), |rule| (rule.code, rule.name, rule.severity));
        let library = self.library;
        let card = &library.cards()[at];
        let diagnostic = Diagnostic {
            code,
            name,
            severity,
            message,
            sop: card.sop,
            fingerprint: String::new(),
            path: spot.at.path().0,
            span: spot.span(),
            related: Vec::new(),
            help: None,
            fix: None,
        };
        self.found.push((at, diagnostic));
        let last = self.found.len() - 1;
        let finding = FolderFinding { library, card, diagnostic: &mut self.found[last].1, more: Cell::new(0) };
        finding.rests_on(spot)
    }

    /// The findings with the position of their SOP, in the order of the input, without those that an SOP switches off.
    pub(in crate::check) fn finish(mut self) -> Vec<(usize, Diagnostic)> {
        let cards = self.library.cards();
        self.found.retain(|(at, it)| !cards[*at].ignored.iter().any(|key| **key == *it.code || **key == *it.name));
        self.found.sort_by(|(at, it), (other_at, other)| {
            let place = |it: &Diagnostic| (it.span.is_none(), it.span.map(|span| span.start), it.code);
            (at, place(it)).cmp(&(other_at, place(other))).then_with(|| it.path.cmp(&other.path))
        });
        for (at, it) in &mut self.found {
            it.fingerprint = fingerprint(it.code, &it.path, &it.message.id, cards[*at].name());
        }
        self.found
    }
}

/// A finding being written.
pub struct FolderFinding<'f> {
    library: &'f Library,
    card: &'f Card,
    diagnostic: &'f mut Diagnostic,
    more: Cell<usize>,
}

impl FolderFinding<'_> {
    /// What to do.
    pub fn help(self, help: Message) -> Self {
        self.diagnostic.help = Some(help);
        self
    }

    /// A place in another SOP that the finding speaks of, with its own few words; beyond the fifth it is left out.
    pub fn elsewhere(self, at: usize, spot: &Spot, message: Message) -> Self {
        self.more.set(self.more.get() + 1);
        if self.more.get() > MOST_NAMED {
            return self;
        }
        let other = &self.library.cards()[at];
        let is_here = other.file == self.card.file;
        let position = |number: u32| (number > 0).then_some(number as usize);
        let elsewhere = (!is_here).then(|| Elsewhere {
            file: Arc::clone(&other.file),
            line: position(spot.line),
            column: position(spot.column),
            spot: spot.spoken().cloned().map(Box::new),
        });
        let span = if is_here { spot.span() } else { None };
        // Most findings name one other SOP, and thousands of them are kept.
        self.diagnostic.related.reserve_exact(1);
        self.diagnostic.related.push(Related { path: spot.at.path().0, span, message, elsewhere });
        self.rests_on(spot)
    }

    /// The finding also rests on this value: where that was inferred, it is at most a suggestion and says so.
    pub fn rests_on(self, spot: &Spot) -> Self {
        if let Some(reason) = spot.doubt() {
            self.diagnostic.severity = Severity::Info;
            let reason = (!reason.is_empty()).then_some(reason);
            note_inferred(&mut self.diagnostic.message, reason);
        }
        self
    }
}
