//! What rules report into: adds code and severity, asks the ledger, honours what the document switches off, and holds what is said
//! to be missing against what the reading left open.

use super::openings::Openings;
use super::{Check, Rule, Subject, fingerprint};
use crate::diagnostic::{Diagnostic, Fix, Message, Related, Severity};
use crate::model::{Ledger, Path, Sop};
use crate::source::{Place, Span};

/// Collects the findings about one SOP.
pub struct Findings<'a> {
    sop: &'a Sop,
    ledger: &'a Ledger<'a>,
    openings: Option<Openings<'a>>,
    rule: Option<(&'a Rule, Severity)>,
    found: Vec<Diagnostic>,
}

impl<'a> Findings<'a> {
    pub(super) fn new(subject: &'a Subject<'_>) -> Self {
        Self { sop: subject.sop(), ledger: subject.ledger(), openings: None, rule: None, found: Vec::new() }
    }

    pub(super) fn run(&mut self, rule: &'a Rule, subject: &Subject<'_>) {
        if self.sop.ignored.iter().any(|ignore| ignore.code.value == rule.code || ignore.code.value == rule.name) {
            return;
        }
        self.rule = Some((rule, subject.settings().severity(rule)));
        match rule.check {
            Check::Sop(ask) => ask(subject, self),
            Check::Absence(ask) => self.run_absence(ask, rule, subject),
            Check::Folder(_) => {}
        }
    }

    fn run_absence(&mut self, ask: fn(&Subject<'_>, &mut Findings), rule: &Rule, subject: &Subject<'_>) {
        let before = self.found.len();
        ask(subject, self);
        if self.found.len() == before {
            return;
        }
        let summary = Message::new(rule.summary, rule.summary_en);
        let openings = self.openings.get_or_insert_with(|| Openings::of(self.sop, self.ledger));
        self.found[before..].iter_mut().for_each(|it| openings.weigh(it, &summary));
    }

    /// How much a rule finds, whatever the document switches off.
    pub(super) fn of_rule(rule: &Rule, subject: &'a Subject<'_>) -> usize {
        let mut findings = Findings::new(subject);
        if let Check::Sop(ask) | Check::Absence(ask) = rule.check {
            ask(subject, &mut findings);
        }
        findings.found.len()
    }

    /// Reports about the value at `path` that stands at `place`. The message is one sentence without full stop.
    pub fn report(&mut self, path: Path, place: Place, message: Message) -> Finding<'_> {
        self.report_span(path, place.span(), message)
    }

    /// The same, for a place that is a span already.
    pub fn report_span(&mut self, path: Path, span: Option<Span>, message: Message) -> Finding<'_> {
        let (code, name, severity) =
            self.rule.map_or(("", "", Severity::Info), |(rule, severity)| (rule.code, rule.name, severity));
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
            fingerprint: String::new(),
        });
        let finding = Finding { ledger: self.ledger, diagnostic: &mut self.found[at] };
        finding.rests_on(&path)
    }

    pub(super) fn finish(mut self) -> Vec<Diagnostic> {
        self.found.sort_by(|one, other| {
            let place = |it: &Diagnostic| {
                (it.severity == Severity::Note, it.span.is_none(), it.span.map(|span| span.start), it.code)
            };
            place(one).cmp(&place(other)).then_with(|| one.path.cmp(&other.path))
        });
        fingerprint::mark(self.sop, &mut self.found);
        self.found
    }
}

/// A finding being written.
pub struct Finding<'f> {
    ledger: &'f Ledger<'f>,
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
        let rests_on = path.clone();
        self.pointing_at(path, place, message).rests_on(&rests_on)
    }

    /// Another place that only helps to find the way: the finding holds whatever stands there.
    pub fn pointing_at(self, path: Path, place: Place, message: Message) -> Self {
        self.diagnostic.related.push(Related { path: path.0, span: place.span(), message, elsewhere: None });
        self
    }

    /// What mends it, where the rule knows. A fix of a value that was inferred is never safe.
    pub fn fix(self, fix: impl Into<Option<Fix>>) -> Self {
        self.diagnostic.fix = fix.into();
        self.guess_is_unsafe()
    }

    fn guess_is_unsafe(self) -> Self {
        let is_inferred = self.diagnostic.message.id.contains(INFERRED);
        if let Some(fix) = self.diagnostic.fix.as_mut().filter(|_| is_inferred) {
            fix.safe = false;
        }
        self
    }

    /// The finding also rests on this value: where that was inferred, it is at most a suggestion and says so; where the
    /// whole row was, a note.
    pub fn rests_on(self, path: &Path) -> Self {
        if let Some(review) = self.ledger.inferred(path) {
            // Of a row whose words were dealt out any may be of another column.
            let is_of_row = review.path.matches('/').count() == 1 && review.path.starts_with("kegiatan/");
            let most = if is_of_row { Severity::Note } else { Severity::Info };
            self.diagnostic.severity = self.diagnostic.severity.min(most);
            note_inferred(&mut self.diagnostic.message, review.reason.as_deref());
        }
        self.guess_is_unsafe()
    }
}

/// How the note begins, in Indonesian.
const INFERRED: &str = " (disimpulkan";

/// Says that a finding rests on an inferred value, and why that was inferred.
pub(super) fn note_inferred(message: &mut Message, reason: Option<&str>) {
    // One reason tells the reader to look; a finding may rest on every row of the table.
    if message.id.contains(INFERRED) {
        return;
    }
    let behind = reason.map_or_else(String::new, |reason| format!(": {reason}"));
    message.push(&format!("{INFERRED}{behind})"), &format!(" (inferred{behind})"));
}
