//! S609 `broken-promise`: the steps take longer than the name of the SOP or its Peringatan promises.

use crate::check::questions::steps_in_words;
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, SectionKind, StepField};
use crate::timing::{Promise, PromisedIn, Way, effort_in_words, promises, row_times, ways};

pub(super) static RULE: Rule = Rule {
    code: "S609",
    name: "broken-promise",
    severity: Severity::Warning,
    summary: "langkah-langkah melebihi waktu yang dijanjikan",
    summary_en: "the steps take longer than was promised",
    page: include_str!("broken_promise.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let time = sop.settings().working_time;
    let promises: Vec<Promise> = promises(sop, &time).into_iter().filter(|it| it.is_of_all).collect();
    if promises.is_empty() {
        return;
    }
    let Some(ways) = ways(sop.flow(), &row_times(sop, &time)) else { return };
    for promise in promises.iter().filter(|it| ways.slowest.sum.effort.low > it.effort.high) {
        report(sop, findings, promise, &ways.slowest);
    }
}

fn report(sop: &Subject<'_>, findings: &mut Findings, promise: &Promise, way: &Way) {
    let taken = effort_in_words(way.sum.effort, &sop.settings().working_time);
    let steps = steps_in_words(sop, &way.sum.counted);
    let message = Message::new(
        format!("`{}` dijanjikan, tetapi langkah-langkahnya memakan {}: {}", promise.words, taken.id, steps.id),
        format!("`{}` is promised, but the steps take {}: {}", promise.words, taken.en, steps.en),
    );
    let path = match promise.stands_in {
        PromisedIn::Title => Path::identity("nama"),
        PromisedIn::Caution(position) => Path::section(SectionKind::Cautions).item(position),
    };
    let times = row_times(sop, &sop.settings().working_time);
    let longest =
        way.sum.counted.iter().max_by_key(|row| (times[**row].counted().map(|it| it.low), usize::MAX - **row));
    let mut finding = findings.report(path, promise.place, message).help(Message::new(
        "persingkat langkah-langkahnya, atau sesuaikan janjinya; `sop time` merinci hitungannya",
        "shorten the steps, or mend the promise: `sop time` shows the sum in detail",
    ));
    if let Some(step) = longest.map(|row| &sop.steps[*row]) {
        let note = Message::new("langkah yang terlama", "the longest step");
        finding = finding.related(Path::field(step.number, StepField::Duration), step.duration.place(), note);
    }
    for row in &way.sum.counted {
        finding = finding.rests_on(&Path::field(sop.steps[*row].number, StepField::Duration));
    }
}
