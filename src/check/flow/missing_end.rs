//! S702 `missing-end`: the flow ends nowhere.

use crate::check::cures::set;
use crate::check::questions::ends;
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Fix, Message, Severity};
use crate::model::{Cell, Path, Symbol};

pub(super) static RULE: Rule = Rule {
    code: "S702",
    name: "missing-end",
    severity: Severity::Error,
    summary: "alur tanpa selesai",
    summary_en: "the flow has no end",
    page: include_str!("missing_end.md"),
    check: Check::Absence(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    // Capsules are lost when a legacy text is converted; that is `unmarked-end`.
    let Some(last) = sop.steps.last().filter(|_| sop.conversion.is_none() && !ends(sop)) else { return };
    let symbol = last.cells.last().and_then(|cell| cell.symbol.as_ref());
    let place = symbol.map_or(last.place, |symbol| symbol.place);
    let message = Message::new("tidak ada langkah yang bersimbol selesai", "no step carries the end symbol");
    findings
        .report(Path::step(last.number), place, message)
        .help(Message::new(
            "beri langkah terakhir simbol selesai (kapsul); dalam YAML: `simbol: selesai`, atau hapus `simbol`-nya",
            "give the last step the end symbol (capsule); in YAML: `simbol: selesai`, or leave its `simbol` out",
        ))
        .fix(last.cells.last().and_then(ended));
}

/// A box at the end, from which no arrow leaves, becomes the end.
fn ended(cell: &Cell) -> Option<Fix> {
    let symbol = cell.symbol.as_ref().filter(|it| it.value == Symbol::Process && !cell.leads_on())?;
    Some(Fix::safe(Message::new("tulis `simbol: selesai`", "write `simbol: selesai`"), vec![set(symbol, "selesai")?]))
}
