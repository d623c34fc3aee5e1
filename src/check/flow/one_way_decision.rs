//! S703 `one-way-decision`: a decision says only where one of its branches goes.

use crate::check::{Findings, Rule};
use crate::diagnostic::{Message, Severity};
use crate::model::{Cell, Path, Sop, StepField, Symbol};
use crate::source::Place;

pub(super) static RULE: Rule = Rule {
    code: "S703",
    name: "one-way-decision",
    severity: Severity::Error,
    summary: "keputusan dengan satu cabang",
    summary_en: "a decision with one branch",
    page: include_str!("one_way_decision.md"),
    check,
};

fn check(sop: &Sop, findings: &mut Findings) {
    for (row, at, cell) in sop.cells().filter(|(row, at, _)| sop.symbol(*row, *at) == Symbol::Decision) {
        let (missing, field) = match (&cell.yes, &cell.no) {
            (Some(_), None) => ("tidak", StepField::No),
            // Where only `tidak` is written, work goes on with the next row; a diamond with no branch at all is drawn wrong.
            (None, None) if sop.conversion.is_none() && cell.symbol.is_some() => ("ya dan tidak", StepField::No),
            _ => continue,
        };
        let step = &sop.steps[row];
        let message = Message::new(
            format!("keputusan di langkah {} tanpa cabang {missing}", step.number),
            format!("the decision of step {} has no branch {missing}", step.number),
        );
        let place = place_of(cell).or(step.place);
        findings.report(Path::field(step.number, field), place, message).help(Message::new(
            format!("tulis ke mana pekerjaan pergi: `{}: nomor langkah` atau `selesai`", field.key()),
            format!("write where work goes: `{}: step number`, or `selesai`", field.key()),
        ));
        let _ = at;
    }
}

fn place_of(cell: &Cell) -> Place {
    let branch = cell.yes.as_ref().map_or(Place::NOWHERE, |target| target.place);
    branch.or(cell.symbol.as_ref().map_or(Place::NOWHERE, |symbol| symbol.place))
}
