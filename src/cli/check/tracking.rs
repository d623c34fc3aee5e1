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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::Written;
    use crate::cli::check::guide;
    use crate::report::{Checked, Format, Report, remarks};

    const TEXT: &str = "No\tKegiatan\tStaf\tKelengkapan\tWaktu\tOutput\n\
        1\tMenerima surat utuk dicatat\tv\tSurat\t15 menit\tSurat tercatat\n\
        2\tMengarsipkan surat\tv\tSurat tercatat\t20 mnt\tArsip surat\n";

    /// The text with the words of all remarks changed.
    fn copy(remarks: &[Remark]) -> Annotated {
        let mut edits: Vec<_> = remarks.iter().flat_map(|it| it.edits.clone()).collect();
        edits.sort_by_key(|it| it.span);
        let mut text = TEXT.to_owned();
        edits.iter().rev().for_each(|it| text.replace_range(it.span.range(), &it.text));
        let changed = remarks.iter().filter(|it| !it.edits.is_empty()).map(|it| it.fingerprint.clone()).collect();
        Annotated { bytes: text.into_bytes(), written: Written { changed, ..Written::default() } }
    }

    #[test]
    fn a_change_that_mends_nothing_or_adds_a_finding_stays_a_comment() {
        let analysis = analyze(TEXT.as_bytes(), "a.txt").unwrap();
        let settings = Settings::default();
        let mut findings = check(&analysis.sops[0], &settings, rules());
        findings.retain(|it| ["S805", "S603"].contains(&it.code));
        for fix in findings.iter_mut().filter_map(|it| it.fix.as_mut()) {
            fix.edits = reworded(&analysis.source, &fix.changes).unwrap();
        }
        let (source, sops) = (analysis.source, analysis.sops);
        let mut examined = Examined { source, sops, findings, is_model: false, cards: Vec::new() };
        let guide = guide();
        let report = Report {
            format: Format::Full,
            language: Default::default(),
            colored: false,
            width: 100,
            strict: false,
            statistics: false,
            root: None,
            folder: None,
            guide: &guide,
        };
        let made = |examined: &Examined| {
            let checked: Checked<'_> = examined.as_checked();
            let all = remarks(&report, &checked);
            settled(examined, &settings, &all, &|it| Ok(copy(it))).unwrap()
        };
        let both = made(&examined);
        assert_eq!((both.written.changed.len(), both.written.unchanged), (2, 0));
        for harm in ["", "mnit"] {
            let fixes = examined.findings.iter_mut().filter(|it| it.code == "S603").filter_map(|it| it.fix.as_mut());
            fixes.for_each(|fix| fix.edits[0].text = harm.to_owned());
            let one = made(&examined);
            assert_eq!((one.written.changed.len(), one.written.unchanged), (1, 1), "{harm}");
            assert!(String::from_utf8(one.bytes).unwrap().contains("untuk dicatat\tv\tSurat\t15 menit"));
        }
    }
}
