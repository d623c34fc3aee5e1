//! S105 `signatory-of-another-unit`: the office of the signing official names another unit or region than the agency of the SOP.

use crate::check::questions::{foreign_head, is_of_another_kind, own_name};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Field, Path};

pub(super) static RULE: Rule = Rule {
    code: "S105",
    name: "signatory-of-another-unit",
    severity: Severity::Warning,
    summary: "pengesah bukan pimpinan unit ini",
    summary_en: "the official who signs heads another unit",
    page: include_str!("signatory_of_another_unit.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let Field::Known(signatory) = &sop.identity.signatory else { return };
    let (Some(position), Some(agency)) = (&signatory.position, sop.identity.agency.known()) else { return };
    let unit = sop.identity.unit.value().map_or("", String::as_str);
    let own = own_name(&agency.value, unit);
    let path = Path::identity("disahkan_oleh/jabatan");
    // Only the first words of a line that holds the name too are sure.
    let is_foreign = match sop.ledger().inferred(&path) {
        Some(_) => is_of_another_kind(&position.value, own),
        None => foreign_head(&position.value, &agency.value, unit),
    };
    if !is_foreign {
        return;
    }
    let message = Message::new(
        format!("`{}` bukan pimpinan `{own}`", position.value),
        format!("`{}` does not head `{own}`", position.value),
    );
    let note = Message::new("instansi SOP ini", "the agency of this SOP");
    findings.report(path, position.place, message).related(Path::identity("instansi"), agency.place, note).help(
        Message::new(
            "SOP disahkan oleh pimpinan unit yang menyusunnya; periksa apakah bagian ini disalin dari SOP lain",
            "an SOP is signed by the head of the unit that made it: this part may have been copied",
        ),
    );
}
