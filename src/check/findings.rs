//! What rules report into: adds code and severity, asks the ledger, honours what the document switches off.

use super::{Check, Rule, Subject};
use crate::diagnostic::{Diagnostic, Fix, Message, Related, Severity};
use crate::model::{Origin, Path, Review, Sop};
use crate::source::{Place, Span};

/// Collects the findings about one SOP.
pub struct Findings<'a> {
    sop: &'a Sop,
    rule: Option<&'a Rule>,
    found: Vec<Diagnostic>,
}

impl<'a> Findings<'a> {
    pub(super) fn new(sop: &'a Sop) -> Self {
        Self { sop, rule: None, found: Vec::new() }
    }

    pub(super) fn run(&mut self, rule: &'a Rule, subject: &Subject<'_>) {
        if self.sop.ignored.iter().any(|ignore| ignore.code.value == rule.code || ignore.code.value == rule.name) {
            return;
        }
        self.rule = Some(rule);
        match rule.check {
            Check::Sop(ask) => ask(subject, self),
        }
    }

    /// Reports about the value at `path` that stands at `place`. The message is one sentence without full stop.
    pub fn report(&mut self, path: Path, place: Place, message: Message) -> Finding<'_> {
        self.report_span(path, place.span(), message)
    }

    /// The same, for a place that is a span already.
    pub fn report_span(&mut self, path: Path, span: Option<Span>, message: Message) -> Finding<'_> {
        let (code, name, severity) =
            self.rule.map_or(("", "", Severity::Info), |rule| (rule.code, rule.name, rule.severity));
        let sop = self.sop;
        let at = self.found.len();
        self.found.push(Diagnostic {
            code,
            name,
            severity,
            message,
            sop: 0,
            path: path.0.clone(),
            span,
            related: Vec::new(),
            help: None,
            fix: None,
        });
        let finding = Finding { sop, diagnostic: &mut self.found[at] };
        finding.rests_on(&path)
    }

    pub(super) fn finish(mut self) -> Vec<Diagnostic> {
        self.found.sort_by(|one, other| {
            let place = |it: &Diagnostic| (it.span.is_none(), it.span.map(|span| span.start), it.code);
            place(one).cmp(&place(other)).then_with(|| one.path.cmp(&other.path))
        });
        self.found
    }
}

/// A finding being written.
pub struct Finding<'f> {
    sop: &'f Sop,
    diagnostic: &'f mut Diagnostic,
}

impl Finding<'_> {
    /// What to do.
    pub fn help(self, help: Message) -> Self {
        self.diagnostic.help = Some(help);
        self
    }

    /// Another place the finding speaks of, with its own few words.
    pub fn related(self, path: Path, place: Place, message: Message) -> Self {
        self.diagnostic.related.push(Related { path: path.0.clone(), span: place.span(), message, elsewhere: None });
        self.rests_on(&path)
    }

    /// Edits that mend it.
    pub fn fix(self, fix: Fix) -> Self {
        self.diagnostic.fix = Some(fix);
        self
    }

    /// The finding also rests on this value: where that was inferred, it is at most a suggestion and says so.
    pub fn rests_on(self, path: &Path) -> Self {
        if let Origin::Inferred(review) = self.sop.origin(path) {
            self.diagnostic.severity = Severity::Info;
            // One reason tells the reader to look; a finding may rest on every row of the table.
            if !self.diagnostic.message.id.contains(INFERRED) {
                let (id, en) = inferred_note(review);
                self.diagnostic.message.id.push_str(&id);
                self.diagnostic.message.en.push_str(&en);
            }
        }
        self
    }
}

/// How the note begins, in Indonesian.
const INFERRED: &str = " (disimpulkan";

fn inferred_note(review: &Review) -> (String, String) {
    match &review.reason {
        Some(reason) => (format!("{INFERRED}: {reason})"), format!(" (inferred: {reason})")),
        None => (format!("{INFERRED})"), " (inferred)".to_owned()),
    }
}
