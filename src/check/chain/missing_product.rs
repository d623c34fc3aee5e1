//! S508 `missing-product`: the SOP is named after a product that no step puts out.

use crate::check::questions::{Passage, Topic};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Path, StepField};
use crate::vocabulary::document_synonyms::PRODUCT_TITLES;

pub(super) static RULE: Rule = Rule {
    code: "S508",
    name: "missing-product",
    severity: Severity::Warning,
    summary: "produk yang disebut nama SOP tidak ada di output",
    summary_en: "no step puts out the product the SOP is named after",
    page: include_str!("missing_product.md"),
    check: Check::Absence(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let Some(title) = sop.identity.title.known() else { return };
    let Some(product) = sop.texts().title().and_then(product_of) else { return };
    let outputs = || (0..sop.steps.len()).flat_map(|row| sop.texts().documents(row, StepField::Outputs));
    if outputs().next().is_none() || outputs().any(|output| product.is_in(&output.words)) {
        return;
    }
    let message = Message::new(
        format!("SOP bernama `{}`, tetapi tidak ada output yang menyebut produknya", title.value),
        format!("the SOP is named `{}`, but no output names its product", title.value),
    );
    let finding = findings.report(Path::identity("nama"), title.place, message);
    finding.help(Message::new(
        "sebut produk itu di Output langkah yang menghasilkannya, atau sesuaikan nama SOP",
        "name the product among the outputs of the step that makes it, or change the name of the SOP",
    ));
}

/// What is made, where the title says that something is made: `Penerbitan Izin Lokasi` → `Izin Lokasi`.
fn product_of(title: &Passage<'_>) -> Option<Topic> {
    let promised = PRODUCT_TITLES.contains(&title.words.first()?.as_lower());
    promised.then(|| Topic::of(title.text)).filter(|topic| !topic.is_empty())
}
