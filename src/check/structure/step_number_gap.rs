//! S004 `step-number-gap`: step numbers are missing, or do not ascend.

use crate::check::cures::renumbering;
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Cell, Path, Sop, Step, Way};
use crate::source::Place;
use std::collections::HashSet;
use std::ops::Range;

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
    let there: HashSet<u32> = sop.steps.iter().map(|step| step.number).collect();
    for step in &sop.steps {
        if let Some((id, en)) = gap(expected, step) {
            let fix = std::mem::take(&mut is_first).then(|| renumbering(sop)).flatten();
            let arrows: Vec<_> = arrows_into(sop, &there, expected..step.number).collect();
            let help = advice(!arrows.is_empty());
            let mut finding = findings.report(Path::step(step.number), step.place, Message::new(id, en));
            for (path, place, note) in arrows {
                finding = finding.pointing_at(path, place, note);
            }
            finding.help(help).fix(fix);
        }
        expected = expected.max(step.number.saturating_add(1));
    }
}

fn advice(has_arrows: bool) -> Message {
    match has_arrows {
        true => Message::new(
            "cari langkah yang hilang, atau nomori ulang bila memang tidak ada, dan arahkan panah yang menuju ke sana",
            "find the missing steps, or number them anew if there are none, and let the arrows to them go elsewhere",
        ),
        false => Message::new(
            "cari langkah yang hilang, atau nomori ulang bila memang tidak ada",
            "find the missing steps, or number them anew if there are none",
        ),
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

/// The arrows to steps of these numbers, which are not there.
fn arrows_into<'s>(
    sop: &'s Sop,
    there: &'s HashSet<u32>,
    missing: Range<u32>,
) -> impl Iterator<Item = (Path, Place, Message)> + 's {
    let of = move |(row, _, cell): (usize, usize, &Cell)| {
        let number = sop.steps[row].number;
        let is_missing = |number: u32| missing.contains(&number) && !there.contains(&number);
        let is_lost = |way: &Way| way.value.number().is_some_and(is_missing);
        let lost = cell.ways_by_field().filter(|(_, way)| is_lost(way));
        let told = lost.map(|(field, target)| {
            let (key, target, place) = (field.key(), &target.value, target.place);
            let note = Message::new(
                format!("`{key}` di langkah {number} menuju langkah {target}, yang hilang itu"),
                format!("`{key}` of step {number} goes to step {target}, which is missing"),
            );
            (Path::field(number, field), place, note)
        });
        told.collect::<Vec<_>>()
    };
    sop.cells().flat_map(of)
}
