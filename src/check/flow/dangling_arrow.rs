//! S704 `dangling-arrow`: an arrow goes to a step or cell that is not there.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Addresses, Path, StepField};

pub(super) static RULE: Rule = Rule {
    code: "S704",
    name: "dangling-arrow",
    severity: Severity::Error,
    summary: "panah menuju langkah yang tidak ada",
    summary_en: "an arrow goes to a step that is not there",
    page: include_str!("dangling_arrow.md"),
    check: Check::Absence(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let addresses = Addresses::of(sop);
    for (row, _, cell) in sop.cells() {
        let number = sop.steps[row].number;
        let yes = cell.yes.iter().map(|target| (StepField::Yes, target));
        let no = cell.no.iter().map(|target| (StepField::No, target));
        let cases = cell.cases.iter().map(|target| (StepField::Cases, target));
        let next = cell.next.iter().map(|target| (StepField::Next, target));
        let ways = yes.chain(no).chain(cases).chain(next);
        for (field, target) in ways.filter(|(_, target)| addresses.resolve(&target.value).is_none()) {
            let message = Message::new(
                format!("`{}` di langkah {number} menuju `{}`, yang tidak ada", field.key(), target.value),
                format!("`{}` of step {number} goes to `{}`, which is not there", field.key(), target.value),
            );
            findings.report(Path::field(number, field), target.place, message).help(Message::new(
                "arahkan ke nomor langkah yang ada, atau ke `selesai`",
                "write the number of a step that is there, or `selesai`",
            ));
        }
    }
}
