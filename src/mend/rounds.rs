//! Fixes applied round by round, until nothing is left that reads back and adds no finding.

use crate::diagnostic::{Diagnostic, Edit, Fix, Severity};
use crate::source::Span;
use std::collections::{BTreeMap, HashSet};

/// Rounds of one text; each applies at least one fix.
const ROUNDS: usize = 64;

/// How often the result of some fixes is examined; far more than any document of people needs.
const TRIALS: usize = 500;

/// A text after its fixes.
#[derive(Debug)]
pub struct Mended {
    /// The text.
    pub text: String,
    /// Its findings, after the fixes.
    pub findings: Vec<Diagnostic>,
    /// The codes of what was mended, in the order of the rounds.
    pub applied: Vec<&'static str>,
    /// The fixes that would have broken the text or added a finding, and were left out.
    pub refused: Vec<Diagnostic>,
}

/// Applies the fixes that `is_wanted` chooses. `examine` reads a text and gives all its findings, their fixes resolved; `None`
/// where it cannot be read, which is also the answer then.
///
/// Of fixes that overlap, the first is applied and the other found again in the next round. A fix that breaks the text or
/// adds a finding (by code and path) is left out; notes on the reading are none. What comes out is not changed by another run.
pub fn mend(
    text: &str,
    examine: &dyn Fn(&str) -> Option<Vec<Diagnostic>>,
    is_wanted: &dyn Fn(&Diagnostic) -> bool,
) -> Option<Mended> {
    let mut findings = examine(text)?;
    let mut text = text.to_owned();
    let mut applied = Vec::new();
    let mut seen = HashSet::from([text.clone()]);
    let mut refused: Vec<Diagnostic> = Vec::new();
    for _ in 0..ROUNDS {
        let (next, codes) = {
            let mut trial = Trial { text: &text, findings: &findings, examine, left: TRIALS };
            match round(&mut trial, is_wanted, &mut refused) {
                Some(outcome) => outcome,
                None => break,
            }
        };
        if !seen.insert(next.0.clone()) {
            break;
        }
        (text, findings) = next;
        applied.extend(codes);
    }
    Some(Mended { text, findings, applied, refused })
}

/// A text with the findings it has.
type State = (String, Vec<Diagnostic>);

/// One round: all fixes that do not overlap, without those that do harm. `None` where nothing can be applied.
fn round(
    trial: &mut Trial<'_>,
    is_wanted: &dyn Fn(&Diagnostic) -> bool,
    refused: &mut Vec<Diagnostic>,
) -> Option<(State, Vec<&'static str>)> {
    refused.clear();
    loop {
        let candidates = apart(trial.findings, |it| is_wanted(it) && !refused.contains(it));
        if candidates.is_empty() {
            return None;
        }
        let mut accepted: Vec<&Diagnostic> = Vec::new();
        sift(trial, &mut accepted, &candidates, refused);
        if !accepted.is_empty() {
            let codes = accepted.iter().map(|it| it.code).collect();
            let next = applied(trial.text, &accepted);
            let findings = (trial.examine)(&next)?;
            return Some(((next, findings), codes));
        }
    }
}

/// Tries the candidates together; where they do harm, each half by itself.
fn sift<'d>(
    trial: &mut Trial<'_>,
    accepted: &mut Vec<&'d Diagnostic>,
    candidates: &[&'d Diagnostic],
    refused: &mut Vec<Diagnostic>,
) {
    let together: Vec<&Diagnostic> = accepted.iter().chain(candidates).copied().collect();
    if trial.is_good(&together) {
        accepted.extend(candidates);
    } else if let [one] = candidates {
        refused.push((*one).clone());
    } else {
        let (first, second) = candidates.split_at(candidates.len() / 2);
        sift(trial, accepted, first, refused);
        sift(trial, accepted, second, refused);
    }
}

struct Trial<'t> {
    text: &'t str,
    findings: &'t [Diagnostic],
    examine: &'t dyn Fn(&str) -> Option<Vec<Diagnostic>>,
    left: usize,
}

impl Trial<'_> {
    /// The text reads back with these fixes, and no finding is new.
    fn is_good(&mut self, fixes: &[&Diagnostic]) -> bool {
        let Some(left) = self.left.checked_sub(1) else { return false };
        self.left = left;
        let Some(after) = (self.examine)(&applied(self.text, fixes)) else { return false };
        let moves = fixes.iter().filter_map(|it| it.fix.as_ref()).any(Fix::moves_values);
        let before = count(self.findings.iter(), moves);
        // What the program does not understand is no harm done.
        let faults = after.iter().filter(|it| it.severity != Severity::Note);
        count(faults, moves).iter().all(|(key, number)| before.get(key).is_some_and(|before| number <= before))
    }
}

/// How many findings each rule has at each path; without the numbers in the path where values move.
fn count<'d>(
    findings: impl Iterator<Item = &'d Diagnostic>,
    moves: bool,
) -> BTreeMap<(&'static str, usize, String), usize> {
    let mut counts = BTreeMap::new();
    for finding in findings {
        let path = match moves {
            true => finding.path.split('/').filter(|part| part.parse::<u32>().is_err()).collect::<Vec<_>>().join("/"),
            false => finding.path.clone(),
        };
        *counts.entry((finding.code, finding.sop, path)).or_insert(0) += 1;
    }
    counts
}

/// The wanted findings whose fixes do not overlap, first come, first served.
fn apart(findings: &[Diagnostic], is_wanted: impl Fn(&Diagnostic) -> bool) -> Vec<&Diagnostic> {
    let mut wanted: Vec<(&Diagnostic, &[Edit])> = Vec::new();
    let edits = |it: &'_ Diagnostic| it.fix.as_ref().is_some_and(|fix| !fix.edits.is_empty());
    for finding in findings.iter().filter(|it| edits(it) && is_wanted(it)) {
        let Some(fix) = &finding.fix else { continue };
        wanted.push((finding, &fix.edits));
    }
    wanted.sort_by_key(|(_, edits)| edits[0].span);
    let mut taken: BTreeMap<u32, u32> = BTreeMap::new();
    let mut chosen = Vec::new();
    for (finding, edits) in wanted {
        if edits.iter().all(|edit| is_free(&taken, edit.span)) {
            taken.extend(edits.iter().map(|edit| (edit.span.start, edit.span.end)));
            chosen.push(finding);
        }
    }
    chosen
}

/// Nothing taken, from start to end, reaches into this span or begins where it begins.
fn is_free(taken: &BTreeMap<u32, u32>, span: Span) -> bool {
    let before = taken.range(..=span.start).next_back();
    let behind = taken.range(span.start..).next();
    before.is_none_or(|(start, end)| *start != span.start && *end <= span.start)
        && behind.is_none_or(|(start, _)| *start != span.start && *start >= span.end)
}

/// The text with the edits of these fixes, which do not overlap.
pub fn applied(text: &str, fixes: &[&Diagnostic]) -> String {
    let mut edits: Vec<&Edit> = fixes.iter().filter_map(|it| it.fix.as_ref()).flat_map(|fix| &fix.edits).collect();
    edits.sort_by_key(|edit| edit.span);
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for edit in edits {
        let range = edit.span.range();
        out.push_str(text.get(done..range.start).unwrap_or_default());
        out.push_str(&edit.text);
        done = range.end;
    }
    out.push_str(text.get(done..).unwrap_or_default());
    out
}
