//! S703 `one-way-decision`: a decision says only where one of its branches goes.

use crate::check::questions::has_several_ways;
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Cell, Path, StepField, Symbol};
use crate::source::Place;

pub(super) static RULE: Rule = Rule {
    code: "S703",
    name: "one-way-decision",
    severity: Severity::Error,
    summary: "keputusan dengan satu cabang",
    summary_en: "a decision with one branch",
    page: include_str!("one_way_decision.md"),
    check: Check::Absence(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    // The arrows of a converted text may be lost; that is `unread-branch`.
    if sop.conversion.is_some() {
        return;
    }
    for (row, _, cell) in sop.cells().filter(|(row, at, _)| sop.symbol(*row, *at) == Symbol::Decision) {
        // Where only `tidak` is written, work goes on with the next row.
        if cell.no.is_some() || has_several_ways(cell) {
            continue;
        }
        let (id, en) = match (&cell.yes, &cell.cases[..]) {
            (None, []) => ("Ya dan Tidak", "Ya nor Tidak"),
            (None, _) => ("lain", "other"),
            (Some(_), _) => ("Tidak", "Tidak"),
        };
        let step = &sop.steps[row];
        let message = Message::new(
            format!("keputusan di langkah {} tanpa cabang {id}", step.number),
            format!("the decision of step {} has no branch {en}", step.number),
        );
        let path = Path::field(step.number, StepField::No);
        findings.report(path, place_of(cell).or(step.place), message).help(Message::new(
            "gambar panah kedua dan tulis Ya atau Tidak di atasnya; dalam YAML: `tidak: nomor langkah`, atau `selesai`",
            "draw the second arrow, and write Ya or Tidak on it; in YAML: `tidak: step number`, or `selesai`",
        ));
    }
}

fn place_of(cell: &Cell) -> Place {
    let branch = cell.yes.as_ref().map_or(Place::NOWHERE, |target| target.place);
    branch.or(cell.symbol.as_ref().map_or(Place::NOWHERE, |symbol| symbol.place))
}
