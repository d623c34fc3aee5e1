//! S610 `slow-permit`: a permit takes longer than the law on government administration allows where no other law says more.

use crate::check::questions::{Word, steps_in_words};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, StepField};
use crate::timing::{Effort, effort_in_words, row_times, ways};
use crate::vocabulary::promises::{GRANTING, PERMITS};

pub(super) static RULE: Rule = Rule {
    code: "S610",
    name: "slow-permit",
    severity: Severity::Info,
    summary: "izin lebih lama dari 10 hari kerja",
    summary_en: "a permit takes more than 10 working days",
    page: include_str!("slow_permit.md"),
    check: Check::Sop(check),
};

/// Working days in which an application for a permit is decided.
const ALLOWED: u64 = 10;

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let Some(title) = sop.texts().title().filter(|title| grants_a_permit(&title.words)) else { return };
    let time = sop.settings().working_time;
    let Some(ways) = ways(sop.flow(), &row_times(sop, &time)) else { return };
    let taken = &ways.slowest.sum;
    if taken.effort.low <= Effort::minutes(ALLOWED * u64::from(time.minutes_a_day)).low {
        return;
    }
    let (sum, steps) = (effort_in_words(taken.effort, &time), steps_in_words(sop, &taken.counted));
    let message = Message::new(
        format!("izin ini memakan {}, lebih dari {ALLOWED} hari kerja: {}", sum.id, steps.id),
        format!("this permit takes {}, more than {ALLOWED} working days: {}", sum.en, steps.en),
    );
    let mut finding = findings.report(Path::identity("nama"), title.place, message).help(Message::new(
        "permohonan izin diputuskan dalam 10 hari kerja, kecuali peraturan lain menentukan; sebut peraturan itu di Dasar Hukum",
        "an application for a permit is decided in 10 working days unless another law says otherwise: cite that law",
    ));
    for row in &taken.counted {
        finding = finding.rests_on(&Path::field(sop.steps[*row].number, StepField::Duration));
    }
}

fn grants_a_permit(words: &[Word<'_>]) -> bool {
    let first = words.first().is_some_and(|word| GRANTING.contains(&word.as_lower()));
    first && words.iter().any(|word| PERMITS.contains(&word.as_lower()))
}
