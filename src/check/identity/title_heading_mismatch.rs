//! S102 `title-heading-mismatch`: the heading of the procedure is not the name of the SOP.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{LeftoverKind, Path};

pub(super) static RULE: Rule = Rule {
    code: "S102",
    name: "title-heading-mismatch",
    severity: Severity::Warning,
    summary: "judul prosedur berbeda dengan nama SOP",
    summary_en: "the heading of the procedure differs from the name of the SOP",
    page: include_str!("title_heading_mismatch.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let Some(title) = sop.identity.title.known() else { return };
    for leftover in sop.leftovers(LeftoverKind::OtherHeading) {
        let heading = leftover.text.trim_start_matches([':', ' ']);
        let message = Message::new(
            format!("judul prosedur `{heading}` berbeda dengan nama SOP `{}`", title.value),
            format!("the procedure is headed `{heading}`, the SOP is named `{}`", title.value),
        );
        let note = Message::new("nama SOP", "name of the SOP");
        findings
            .report(Path::identity("nama"), leftover.place, message)
            .related(Path::identity("nama"), title.place, note)
            .help(Message::new(
                "pakai satu nama di halaman identitas, sampul dan bagan",
                "use one name on identity page, cover and chart",
            ));
    }
}
