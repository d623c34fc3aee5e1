//! S004 `step-number-gap`: step numbers are missing, or do not ascend.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, Step};

pub(super) static RULE: Rule = Rule {
    code: "S004",
    name: "step-number-gap",
    severity: Severity::Error,
    summary: "nomor langkah tidak urut",
    summary_en: "step numbers are not in order",
    page: include_str!("step_number_gap.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let mut expected = 1;
    for step in &sop.steps {
        if let Some((id, en)) = gap(expected, step) {
            findings.report(Path::step(step.number), step.place, Message::new(id, en)).help(Message::new(
                "cari langkah yang hilang, atau nomori ulang bila memang tidak ada",
                "find the missing steps, or number them anew if there are none",
            ));
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
    let missing = match number - expected {
        1 => expected.to_string(),
        _ => format!("{expected} sampai {}", number - 1),
    };
    let missing_en = match number - expected {
        1 => format!("step {expected} is missing"),
        _ => format!("steps {expected} to {} are missing", number - 1),
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
