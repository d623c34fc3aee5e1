//! S004 `step-number-gap`: step numbers are missing, or do not ascend.

use crate::check::cures::renumbered;
use crate::check::questions::Word;
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Fix, Message, Severity};
use crate::model::{Path, Step, Target};
use crate::vocabulary::flow_words::STEP;

pub(super) static RULE: Rule = Rule {
    code: "S004",
    name: "step-number-gap",
    severity: Severity::Error,
    summary: "nomor langkah tidak urut",
    summary_en: "step numbers are not in order",
    page: include_str!("step_number_gap.md"),
    check: Check::Absence(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let mut expected = 1;
    // One fix closes all gaps, and is worked out once.
    let mut is_first = true;
    for step in &sop.steps {
        if let Some((id, en)) = gap(expected, step) {
            let fix = std::mem::take(&mut is_first).then(|| renumbering(sop)).flatten();
            findings
                .report(Path::step(step.number), step.place, Message::new(id, en))
                .help(Message::new(
                    "cari langkah yang hilang, atau nomori ulang bila memang tidak ada",
                    "find the missing steps, or number them anew if there are none",
                ))
                .fix(fix);
        }
        expected = expected.max(step.number.saturating_add(1));
    }
}

fn gap(expected: u32, step: &Step) -> Option<(String, String)> {
    let number = step.number;
    if number <= expected {
        // A number that stands twice is `repeated-step-number`.
        return None;
    }
    let (missing, missing_en) = match number - expected {
        1 => (expected.to_string(), format!("step {expected} is missing")),
        _ => (format!("{expected} sampai {}", number - 1), format!("steps {expected} to {} are missing", number - 1)),
    };
    Some(if expected == 1 {
        (
            format!("tabel mulai di langkah {number}, langkah {missing} tidak ada"),
            format!("the table begins at step {number}: {missing_en}"),
        )
    } else {
        (format!("langkah {missing} tidak ada sebelum langkah {number}"), format!("{missing_en} before step {number}"))
    })
}

/// Numbers the steps anew, where no row at the beginning is lost and nobody goes to a step that is not there.
fn renumbering(sop: &Subject<'_>) -> Option<Fix> {
    let is_there = |target: &Target| match target {
        Target::Step(number) | Target::Cell(number, _) => sop.step(*number).is_some(),
        Target::End => true,
    };
    let mut targets = sop.cells().flat_map(|(_, _, cell)| cell.ways());
    let is_clear = sop.steps.first()?.number == 1 && targets.all(|it| is_there(&it.value)) && !names_a_step(sop);
    let message =
        Message::new("nomori ulang langkah-langkahnya, dan tujuan panahnya", "number the steps anew, and the arrows");
    is_clear.then(|| Some(Fix::offered(message, vec![renumbered(&sop.steps)?])))?
}

/// A text speaks of a step by its number, which would then be another step.
fn names_a_step(sop: &Subject<'_>) -> bool {
    let is_number = |text: &str| text.bytes().all(|it| it.is_ascii_digit());
    let names = |pair: &[Word<'_>]| STEP.contains(&pair[0].lower.as_ref()) && is_number(pair[1].text);
    sop.passages().iter().any(|passage| passage.words.windows(2).any(names))
}
