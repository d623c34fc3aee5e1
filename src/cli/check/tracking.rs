//! `--fix` with a copy that gets comments: the words that mend a finding, as far as the copy, read again with them, has lost the finding
//! and got no other. What does not hold stays a comment.

use super::examine::Examined;
use super::fixing::Fixing;
use crate::analysis::analyze;
use crate::annotate::{Annotated, Fault};
use crate::check::{Settings, check, rules};
use crate::diagnostic::{Diagnostic, Severity};
use crate::mend::reworded;
use crate::model::Sop;
use crate::report::Remark;
use std::collections::{BTreeMap, BTreeSet};

/// How many changes are tried one by one, where all together do harm.
const TRIALS: usize = 60;

/// The rule that any tracked change breaks until it is accepted.
const TRACKED: &str = "tracked-change";

/// Faults by rule, SOP and path.
type Faults = BTreeMap<(&'static str, usize, String), usize>;

/// Says of every finding that is to be mended by which words of the source, as far as words do it.
pub(super) fn propose(fixing: Fixing, examined: &mut Examined) {
    let Examined { source, findings, .. } = examined;
    let wanted = findings.iter_mut().filter(|it| it.severity != Severity::Note && fixing.takes(it));
    for fix in wanted.filter_map(|it| it.fix.as_mut()) {
        fix.edits = reworded(source, &fix.changes).unwrap_or_default();
    }
}

/// The copy with all changes that hold.
///
/// # Errors
/// As of writing the copy.
pub(super) fn settled(
    examined: &Examined,
    settings: &Settings,
    remarks: &[Remark],
    write: &dyn Fn(&[Remark]) -> Result<Annotated, Fault>,
) -> Result<Annotated, Fault> {
    let all = write(remarks)?;
    let trial = Trial { before: faults(&examined.sops, settings), examined, settings };
    if all.written.changed.is_empty() || trial.holds(&all) {
        return Ok(all);
    }
    let only = |kept: &dyn Fn(&str) -> bool| {
        let mut some = remarks.to_vec();
        some.iter_mut().filter(|it| !kept(&it.fingerprint)).for_each(|it| it.edits.clear());
        write(&some)
    };
    let mut good: BTreeSet<&str> = BTreeSet::new();
    for print in all.written.changed.iter().take(TRIALS) {
        if trial.holds(&only(&|it| it == print)?) {
            good.insert(print);
        }
    }
    let mut settled = only(&|it| good.contains(it))?;
    if !trial.holds(&settled) {
        settled = only(&|_| false)?;
    }
    settled.written.unchanged = all.written.unchanged + all.written.changed.len() - settled.written.changed.len();
    Ok(settled)
}

struct Trial<'t> {
    before: Faults,
    examined: &'t Examined,
    settings: &'t Settings,
}

impl Trial<'_> {
    /// The copy reads with its changes as accepted, what they mend is gone, and nothing is new.
    fn holds(&self, copy: &Annotated) -> bool {
        let Ok(analysis) = analyze(&copy.bytes, &self.examined.source.name) else { return false };
        let mut most = self.before.clone();
        for it in self.examined.findings.iter().filter(|it| copy.written.changed.contains(&it.fingerprint)) {
            match most.get_mut(&key(it)) {
                Some(count) => *count = count.saturating_sub(1),
                None => return false,
            }
        }
        let after = faults(&analysis.sops, self.settings);
        after.iter().all(|(key, count)| most.get(key).is_some_and(|most| count <= most))
    }
}

fn key(it: &Diagnostic) -> (&'static str, usize, String) {
    (it.code, it.sop, it.path.clone())
}

/// What all rules find in the SOPs of one file.
fn faults(sops: &[Sop], settings: &Settings) -> Faults {
    let mut found = Faults::new();
    for (at, sop) in sops.iter().enumerate() {
        for mut it in check(sop, settings, rules()) {
            it.sop = at;
            if it.severity != Severity::Note && it.name != TRACKED {
                *found.entry(key(&it)).or_default() += 1;
            }
        }
    }
    found
}
